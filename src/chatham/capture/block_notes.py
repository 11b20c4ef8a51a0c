"""Blocks as notes.

Headings and lines that say nothing but a tag, a working group, a round or a rapporteur set what follows and are no
notes; every paragraph and every bullet is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from chatham.capture.about import (
    GROUP_FIELDS,
    is_about,
    is_blank_field,
    is_head,
    is_signed,
    may_be_title,
    present,
    rapporteur,
)
from chatham.capture.blocks import ASKED, Block, Line, Table
from chatham.capture.desk import Desk, Draft
from chatham.capture.forms import read_table
from chatham.capture.labels import Labels
from chatham.capture.standing import Standing
from chatham.language.marks import Marks, bracket_marks, heading_marks, lead_marks

__all__ = ["Reading"]

# A line that is nobody's: where it follows a short one it does not go on with that.
_APART = re.compile(r"\s*(?:[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[\])]?(?:\s*[:–—-])?\s|(?:Notes?|NB|N\.B\.)\s*:)")
_SHORT = 60
_SENTENCE_END = re.compile(r"[.!?:;…\"”)\]]$")


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
    _standing: Standing = field(default_factory=Standing)
    _ahead: _Ahead | None = None
    _initials: frozenset[str] = frozenset()
    _opening: bool = True
    """Nothing but lines about the document has come since the beginning, or since a heading named a group."""

    def read(self, blocks: Sequence[Block | Table]) -> list[Draft]:
        """The notes of all blocks."""
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
        return self._standing.now()

    def _heading(self, block: Block) -> None:
        line = block.lines[0]
        self._ahead = None
        if self.about(line):
            return
        marks = self.desk.check(heading_marks(line.text, self.desk.framework, whole=False), self.file, line.place)
        self._opening = self._opening or bool(marks.group or marks.round)
        self._standing.head(block.level or 0, marks)

    def set_line(self, marks: Marks) -> None:
        """Take what a line by itself says, for all that follows."""
        self._opening = self._opening or bool(marks.group or marks.round)
        self._standing.say(marks)

    def about(self, line: Line) -> bool:
        """Whether a line is about the document: who wrote it down, who was there. What it says is taken."""
        text = line.text.strip("*_ ")
        who = rapporteur(text)
        if who is not None:
            self.rapporteur = who
            self._opening = True
            return True
        initials = present(text) if self._opening else None
        if initials is not None:
            self._initials = initials
            self.desk.warn(self.file, line.place, "a list of people, left out")
            return True
        if is_about(text) if self._opening else is_signed(text):
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
        if not may_be_title(line.text) or not under:
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
            return bool(key) and (is_blank_field(key) or key.casefold() in GROUP_FIELDS)
        text = block.lines[0].text.strip("*_ ")
        if block.level is None and is_head(text):
            return True
        marks = heading_marks(text, self.desk.framework, whole=block.level is None)
        return bool(marks.group or marks.round)

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
        if self.about(line):
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
        if self.about(line):
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


def _may_head(text: str, ended: bool) -> bool:
    """Whether a line in the middle of a paragraph may be a heading, and not the wrapped end of a sentence."""
    return text.startswith("[") or (text[:1].isupper() and (ended or text.rstrip().endswith(":")))
