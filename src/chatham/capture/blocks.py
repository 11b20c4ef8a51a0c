"""Documents as blocks, and blocks as notes: what Markdown, plain text and Word have in common.

Headings and lines that say nothing but a tag, a working group, a round or a rapporteur set what follows and are no
notes; every paragraph and every bullet is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from chatham.capture.desk import Desk, Draft
from chatham.capture.labels import Labels
from chatham.language.marks import Marks, bracket_marks, heading_marks, lead_marks

__all__ = ["ASKED", "GROUP_FIELDS", "Block", "Cell", "Line", "Reading", "Table"]

_RAPPORTEUR = re.compile(
    r"^\s*(?:name\s*(?:\(s\))?\s+of\s+)?(?:the\s+)?(?:(?:co-?)?rapporteurs?(?:'s|’s)?(?:\s*\(s\))?(?:\s+name)?"
    r"(?:\s*(?:/|,|and|or)\s*note[\s-]?takers?)?|note[\s-]?takers?|recorder|"
    r"(?:notes?\s+)?(?:taken|written|prepared|reported|recorded|submitted|compiled|drafted)\s+by|notes?\s+by)"
    r"\s*[:–—-]\s*(?P<who>\S.{0,80})$",
    re.IGNORECASE,
)
# Fields that stand at the head of a form or a report, before anything that was said.
_ABOUT = re.compile(
    r"^\s*(?:(?:(?:co-?)?facilitators?|moderators?|chairs?|chairpersons?|co-?chairs?|interpreters?|organi[sz]ers?|hosts?)"
    r"(?:\s*\(s\))?(?:\s+names?)?|(?:name|title|date|time|place|theme|topic|number|no\.?)s?\s+of\s+[^:]{1,50}|"
    r"(?:working\s+|break-?out\s+)?group\s+(?:name|title|theme|topic)|dates?(?:\s*(?:and|&|/)\s*times?)?|times?|duration|"
    r"start(?:\s+time)?|end(?:\s+time)?|(?:start|end)ed(?:\s+at)?|venue|place|location|platform|mode|format|languages?|"
    r"(?:regional\s+|stakeholder\s+|online\s+|virtual\s+)*(?:consultations?|meetings?|events?|workshops?|webinars?)"
    r"(?:\s+(?:title|name))?|title|subject|theme|topic|document|version|status|submitted|received|ref(?:erence)?(?:\s+no)?\.?|"
    r"e-?mail|contact|telephone|phone|organi[sz]ation|affiliation|attendance|"
    r"(?:number\s+of\s+)?(?:participants|attendees)(?:\s+present)?)"
    r"\s*:\s*(?P<value>.{0,120})$",
    re.IGNORECASE,
)
# What is sure to be such a field after the notes have begun too: `Date: 10 November`, where a report is signed.
_SIGNED = re.compile(r"^\s*(?:Consultation|Venue|Dates?(?:\s*(?:and|&|/)\s*[Tt]imes?)?)\s*:\s*[\dA-Z][^.!?;]{0,80}$")
# A line that is nobody's: where it follows a short one it does not go on with that.
_APART = re.compile(r"\s*(?:[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[\])]?(?:\s*[:–—-])?\s|(?:Notes?|NB|N\.B\.)\s*:)")
_SHORT = 60
_LONGEST_TITLE = 12
_TITLE = re.compile(r"^[^\W_a-z][^.!?:;]{2,100}$")
_PRESENT = re.compile(
    r"^\s*(?:list\s+of\s+)?(?:attendees|participants|present|attendance|in\s+attendance)\s*:\s*(\S.*)$", re.I | re.S
)
GROUP_FIELDS = ("working group", "group", "wg", "round", "working group no", "working group number")
"""What forms call the fields that set the group and the round, in lower case."""

ASKED = re.compile(r"^(?:Q|A|Question|Answer)\b[^:\n]{0,40}:")
"""The head of a line of questions and answers: it stays on a line of its own within its note."""

_SENTENCE_END = re.compile(r"[.!?:;…\"”)\]]$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, with where it stands."""

    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a bullet or a paragraph.

    Attributes:
        lines: Of a paragraph: one for each line as typed; a heading or bullet has one.
        level: Of a heading, from 0; None for others.
        indent: Of a bullet, in whatever unit grows inwards; None for others.
        joiner: What stands between the lines of one note: a space where lines were wrapped, else a line end.
    """

    lines: tuple[Line, ...]
    level: int | None = None
    indent: int | None = None
    joiner: str = " "


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, as its paragraphs."""

    lines: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """All of it, on one line."""
        return " ".join(" ".join(line.text for line in self.lines).split())


@dataclass(frozen=True, slots=True)
class Table:
    """A table, row by row."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(slots=True)
class _Frame:
    """What a heading set, until a heading of its level or above comes."""

    level: float
    marks: Marks
    used: bool = False


@dataclass(slots=True)
class _Ahead:
    """A speaker named on a line of their own, for what stands under it."""

    speaker: str
    indent: int | None
    used: bool = False


@dataclass(slots=True)
class Reading:
    """Reads the blocks of one file in order.

    Args:
        file: Its name, for origins and errors.
        desk: Takes warnings.
        labels: Finds speaker labels.
        drafts: The notes so far.
        rapporteur: Who wrote them down, once a line has said so.
    """

    file: str
    desk: Desk
    labels: Labels
    drafts: list[Draft] = field(default_factory=list)
    rapporteur: str | None = None
    _frames: list[_Frame] = field(default_factory=list)
    _line: Marks = field(default_factory=Marks)
    _order: list[str] = field(default_factory=list)
    _ahead: _Ahead | None = None
    _initials: frozenset[str] = frozenset()
    _opening: bool = True
    """Nothing but lines about the document has come since the beginning, or since a heading named a group."""

    def read(self, blocks: Sequence[Block | Table]) -> list[Draft]:
        """The notes of all blocks."""
        from chatham.capture.forms import read_table

        blocks = self._untitled(blocks)
        for block, following in zip_longest(blocks, blocks[1:]):
            if isinstance(block, Table):
                self._ahead = None
                read_table(block, self)
            elif block.level is not None:
                self._heading(block)
            elif block.indent is not None:
                self._item(block, following)
            else:
                self._paragraph(block)
        return self.drafts

    # What stands

    def standing(self) -> Marks:
        """What headings and lines have set for what comes now."""
        marks = Marks()
        for frame in reversed(self._frames):
            frame.used = True
            marks |= (
                frame.marks
                if not marks.objectives
                else Marks(review=frame.marks.review, group=frame.marks.group, round=frame.marks.round)
            )
        line = self._line
        return Marks(
            objectives=line.objectives or marks.objectives,
            review=line.review or marks.review,
            group=line.group or marks.group,
            round=line.round or marks.round,
        )

    def _heading(self, block: Block) -> None:
        line = block.lines[0]
        self._ahead = None
        if self._about(line):
            return
        marks = self.desk.check(heading_marks(line.text, self.desk.framework, whole=False), self.file, line.place)
        self._opening = self._opening or bool(marks.group or marks.round)
        level: float = block.level or 0
        while self._frames and self._frames[-1].level >= level:
            top = self._frames[-1]
            if top.level == level and not top.used and top.marks and _complementary(top.marks, marks):
                top.level = level - 0.5  # two headings right after each other: the first holds for both
                break
            self._frames.pop()
        self._frames.append(_Frame(level, marks))
        self._line = Marks(
            group=None if marks.group else self._line.group, round=None if marks.round else self._line.round
        )

    def set_line(self, marks: Marks) -> None:
        """Take what a line by itself says, for all that follows."""
        line = self._line
        self._opening = self._opening or bool(marks.group or marks.round)
        if marks.group or marks.round:
            line = replace(line, objectives=(), review=None)
        given = [kind for kind, value in (("objectives", marks.objectives), ("review", marks.review)) if value]
        self._order += [kind for kind in given if kind not in self._order]
        # The kind that came first in the file is the outer one: where it changes, the inner one ends.
        if given and self._order.index(min(given, key=self._order.index)) == 0:
            line = replace(line, objectives=(), review=None)
        self._line = marks | line

    def about(self, line: Line) -> bool:
        """Whether a line is about the document: who wrote it down, who was there. What it says is taken."""
        return self._about(line)

    def _about(self, line: Line) -> bool:
        text = line.text.strip("*_ ")
        who = _RAPPORTEUR.match(re.sub(r"\*\*|__", "", text))
        if who:
            self.rapporteur = who["who"].strip()
            self._opening = True
            return True
        if not self._opening:
            if _SIGNED.match(text):
                self.desk.warn(self.file, line.place, "a line about the meeting, left out")
                return True
            return False
        present = _PRESENT.match(text)
        if present and _is_list(present[1]):
            self._initials = frozenset(_initials(present[1]))
            self.desk.warn(self.file, line.place, "a list of people, left out")
            return True
        about = _ABOUT.match(re.sub(r"\*\*|__", "", text))
        if about and (not about["value"] or not re.search(r"[.!?;…]$", text)):
            self.desk.warn(self.file, line.place, "a line about the meeting, left out")
            return True
        return False

    def _untitled(self, blocks: Sequence[Block | Table]) -> Sequence[Block | Table]:
        """The blocks without the document's title: a short first line, and under it what the document is about."""
        first = blocks[0] if blocks else None
        if not isinstance(first, Block) or first.level is not None or first.indent is not None:
            return blocks
        line = first.lines[0]
        rest = [replace(first, lines=first.lines[1:])] if len(first.lines) > 1 else []
        under = [*rest, *blocks[1:]]
        if not _TITLE.match(line.text.strip()) or len(line.text.split()) > _LONGEST_TITLE or not under:
            return blocks
        if heading_marks(line.text, self.desk.framework, whole=True):
            return blocks  # a heading in plain letters
        marks = heading_marks(line.text, self.desk.framework, whole=False)
        if marks.objectives or marks.review or not self._is_head(under[0]):
            return blocks
        self.set_line(marks)
        self.desk.warn(self.file, line.place, "the title of the document, left out")
        return under

    def _is_head(self, block: Block | Table) -> bool:
        """Whether a block begins with a field about the document, or with a heading that names the group."""
        if isinstance(block, Table):
            key = block.rows[0][0].text.rstrip(": ") if block.rows and block.rows[0] else ""
            return bool(key) and (self.blank_field(key) or key.casefold() in GROUP_FIELDS)
        text = block.lines[0].text.strip("*_ ")
        if block.level is None and (_RAPPORTEUR.match(text) or _ABOUT.match(text)):
            return True
        marks = heading_marks(text, self.desk.framework, whole=block.level is None)
        return bool(marks.group or marks.round)

    def blank_field(self, key: str) -> bool:
        """Whether `key` is a field about the document that a form left empty."""
        return bool(_RAPPORTEUR.match(f"{key}: -") or _ABOUT.match(f"{key}:"))

    @property
    def speaker_ahead(self) -> str | None:
        """Who was named on a line of their own, for what stands under it."""
        return self._ahead.speaker if self._ahead else None

    def settle(self) -> None:
        """Forget a speaker that was named for what stood under the name."""
        self._ahead = None

    # What becomes a note

    def _item(self, block: Block, following: Block | Table | None) -> None:
        line = block.lines[0]
        indent = block.indent or 0
        if self._ahead is not None and self._ahead.indent is not None and indent <= self._ahead.indent:
            self._ahead = None
        parent = isinstance(following, Block) and following.indent is not None and following.indent > indent
        text = line.text.strip()
        if self._about(line):
            return
        if parent or text.endswith(":") or text.startswith("["):
            marks = heading_marks(text, self.desk.framework, whole=True)
            if marks:
                self.set_line(self.desk.check(marks, self.file, line.place))
                return
        if parent and self.labels.is_label(text.rstrip(":").lstrip("#@").strip("[]{} ")):
            self._ahead = _Ahead(text.rstrip(":").lstrip("#@").strip("[]{} "), indent)
            return
        speaker = self._ahead.speaker if self._ahead else None
        if self._ahead:
            self._ahead.used = True
        self.note(
            block.joiner.join(part.text.strip() for part in block.lines), line.place, speaker=speaker, indent=indent
        )

    def _paragraph(self, block: Block) -> None:
        current: list[Line] = []
        if self._ahead is not None and self._ahead.used:
            self._ahead = None
        for line in block.lines:
            first = not current
            ended = first or bool(_SENTENCE_END.search(current[-1].text.strip()))
            if (first or _may_head(line.text, ended)) and self._alone(line):
                self._flush(current, block.joiner)
                current = []
            elif not first and self._starts(line, current[-1], ended):
                self._flush(current, block.joiner)
                current = [line]
            else:
                current.append(line)
        self._flush(current, block.joiner)

    def _starts(self, line: Line, before: Line, ended: bool) -> bool:
        """Whether a line in the middle of a paragraph is another note: somebody else speaks, or nobody."""
        if self.labels.starts(line.text) or self._by_initials(line.text):
            return True
        return bool(_APART.match(line.text)) and (ended or len(before.text.strip()) < _SHORT)

    def _alone(self, line: Line) -> bool:
        """Whether a line says nothing but what follows; it is then taken."""
        if self._about(line):
            return True
        text = line.text.strip().strip("*_ ").strip()
        if len(text) > 250:
            return False
        marks = heading_marks(text, self.desk.framework, whole=True)
        if marks:
            self._ahead = None
            self.set_line(self.desk.check(marks, self.file, line.place))
            return True
        return False

    def _flush(self, lines: Sequence[Line], joiner: str) -> None:
        if not lines:
            return
        text = lines[0].text.strip()
        for line in lines[1:]:
            text += ("\n" if ASKED.match(line.text.strip()) else joiner) + line.text.strip()
        speaker = None
        if self._ahead is not None:
            speaker = self._ahead.speaker
        self.note(text, lines[0].place, speaker=speaker)

    def note(
        self,
        text: str,
        place: str,
        *,
        speaker: str | None = None,
        indent: int | None = None,
        given: Marks | None = None,
    ) -> None:
        """Make one note of a text, with its tags and its label taken out.

        Args:
            text: As typed.
            place: Where.
            speaker: Named before; a label in the text comes first.
            indent: Of the bullet that it is, if it is one.
            given: What its row and column of a form say.
        """
        framework = self.desk.framework
        marks, rest, strange = bracket_marks(text, framework)
        self.desk.check(marks, self.file, place)
        if strange:
            self.desk.warn(self.file, place, "square brackets after a tag that are no tag themselves")
        if not rest.strip():
            if marks:
                self.set_line(marks)
            return
        label, body = self.labels.split(rest)
        if label is not None and not body.strip():
            self._ahead = _Ahead(label, indent)
            return
        if label is not None and indent is None:
            self._ahead = None
        standing = self.standing()
        lead = self.desk.check(lead_marks(body, framework), self.file, place)
        given = given or Marks()
        if self._ahead is not None and label is None:
            self._ahead.used = True
        self._opening = False
        self.drafts.append(
            Draft(
                text=body.strip(),
                place=place,
                speaker=label or speaker or self._by_initials(body),
                objectives=marks.objectives or lead.objectives or given.objectives or standing.objectives,
                review=marks.review or given.review or standing.review,
                working_group=self.desk.group(marks.group or given.group or standing.group),
                round=marks.round or given.round or standing.round,
                rapporteur=self.rapporteur,
            )
        )

    def _by_initials(self, text: str) -> str | None:
        match = re.match(r"\s*([A-Z]{2,4})\s+[a-z]", text)
        return match[1] if match and match[1] in self._initials else None


def _complementary(first: Marks, second: Marks) -> bool:
    return bool(second) and not (
        (first.objectives and second.objectives)
        or (first.review and second.review)
        or (first.group and second.group)
        or (first.round and second.round)
    )


def _may_head(text: str, ended: bool) -> bool:
    """Whether a line in the middle of a paragraph may be a heading, and not the wrapped end of a sentence."""
    return text.startswith("[") or (text[:1].isupper() and (ended or text.rstrip().endswith(":")))


def _is_list(text: str) -> bool:
    parts = [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
    return all(len(part.split()) <= 9 for part in parts) and not re.search(r"[.!?]\s*$", text.strip())


def _initials(text: str) -> Iterable[str]:
    for part in re.split(r"[,;\n]", text):
        yield from re.findall(r"\b[A-Z]{2,4}\b", part)
        name = re.sub(r"\(.*?\)", "", part)
        letters = "".join(word[0] for word in name.split() if word[:1].isupper() and len(word) > 1)
        if 2 <= len(letters) <= 4:
            yield letters
