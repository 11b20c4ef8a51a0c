"""Labelled corpora: a consultation, its roster, and notes in which somebody has marked what must go and what must stay.

    consultation.yaml   as any consultation's
    roster.csv          the registration list
    notes.jsonl         as the contract's notes.jsonl, with `marked` in the place of `text`

In `marked` the labels stand inline, `⟦P:Priya⟧ from ⟦A:Lantern House⟧`, never nested: P words that name somebody who
took part, A words that name a participant's affiliation, C a contact, Q an indirect identifier, K content that must
stay word for word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from chatham.capture.roster import read_roster
from chatham.exchange.consultation import Programme, read_consultation
from chatham.exchange.notes import parse_notes
from chatham.exchange.rows import Row, dump_rows, read_rows
from chatham.model.private import RawNote, Roster

__all__ = ["IDENTITY", "Corpus", "Label", "LabelKind", "LabelledNote", "parse_marked", "read_corpus"]

_LABEL = re.compile(r"⟦([A-Z]):(.*?)⟧", re.DOTALL)


class LabelKind(StrEnum):
    """What a label says of the words in it."""

    PERSON = "P"
    AFFILIATION = "A"
    CONTACT = "C"
    INDIRECT = "Q"
    KEEP = "K"


IDENTITY = (LabelKind.PERSON, LabelKind.AFFILIATION, LabelKind.CONTACT)
"""The kinds that name somebody outright."""


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled stretch of a note's text.

    Attributes:
        start: First code point in the text without labels.
        end: One past the last.
        kind: What must happen to it.
    """

    start: int
    end: int
    kind: LabelKind


@dataclass(frozen=True, slots=True)
class LabelledNote:
    """A note, and what is known about it.

    Attributes:
        raw: The note without its labels.
        labels: In the order of the text, disjoint.
        point: Shared by notes that make much the same point, or None.
    """

    raw: RawNote
    labels: tuple[Label, ...]
    point: str | None = None

    def surface(self, label: Label) -> str:
        """The words that a label of this note holds."""
        return self.raw.text[label.start : label.end]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A labelled corpus.

    Attributes:
        programme: The consultation and its facilitators.
        roster: Who was there.
        notes: In the order of the file.
    """

    programme: Programme
    roster: Roster
    notes: tuple[LabelledNote, ...]

    @property
    def raw(self) -> tuple[RawNote, ...]:
        """The notes without their labels, for the anonymiser under test."""
        return tuple(note.raw for note in self.notes)


def read_corpus(folder: str | Path) -> Corpus:
    """Read a labelled corpus.

    Args:
        folder: Holds consultation.yaml, roster.csv and notes.jsonl.

    Raises:
        InputError: One of the files is missing or wrong; for notes with the line: labels that are unknown, nested or
            not closed, an empty label, no `marked`, and whatever notes.jsonl refuses.
    """
    place = Path(folder)
    programme = read_consultation(place / "consultation.yaml")
    consultation = programme.consultation
    roster = read_roster(
        place / "roster.csv", framework=consultation.framework, facilitators=programme.facilitators
    ).roster
    file = place / "notes.jsonl"
    rows = read_rows(file)
    marked = [_marked(row) for row in rows]
    lines = [""] * max((row.line for row in rows), default=0)  # an error still names the line of the file
    for row, (text, _) in zip(rows, marked, strict=True):
        lines[row.line - 1] = dump_rows([{k: v for k, v in row.data.items() if k != "marked"} | {"text": text}]).strip()
    notes = parse_notes("\n".join(lines), file=str(file), consultation=consultation)
    return Corpus(
        programme,
        roster,
        tuple(
            LabelledNote(note, labels, _point(row)) for note, row, (_, labels) in zip(notes, rows, marked, strict=True)
        ),
    )


def parse_marked(marked: str) -> tuple[str, tuple[Label, ...]]:
    """Part the text from its labels.

    Args:
        marked: Text with labels inline.

    Returns:
        The text without labels, and the labels in its code points.

    Raises:
        ValueError: A label is unknown, nested, empty or not closed.
    """
    pieces: list[str] = []
    labels: list[Label] = []
    length = position = 0
    for match in _LABEL.finditer(marked):
        before, body = marked[position : match.start()], match.group(2)
        if match.group(1) not in set(LabelKind):
            raise ValueError("an unknown label")
        if not body or "⟦" in body:
            raise ValueError("a label that is nested or empty")
        length += len(before)
        labels.append(Label(length, length + len(body), LabelKind(match.group(1))))
        length += len(body)
        pieces += [before, body]
        position = match.end()
    pieces.append(marked[position:])
    text = "".join(pieces)
    if "⟦" in text or "⟧" in text:
        raise ValueError("a label that is not closed, or not of the form ⟦P:words⟧")
    return text, tuple(labels)


def _marked(row: Row) -> tuple[str, tuple[Label, ...]]:
    value = row.data.get("marked")
    if not isinstance(value, str):
        raise row.error("no `marked`", fix="Give every row its text with labels inline")
    try:
        return parse_marked(value)
    except ValueError as error:
        raise row.error(str(error), fix="Labels are ⟦P:...⟧, A, C, Q and K, closed and not nested") from None


def _point(row: Row) -> str | None:
    value = row.data.get("point")
    return value if isinstance(value, str) and value else None
