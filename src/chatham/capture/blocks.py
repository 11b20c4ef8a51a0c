"""Documents as blocks: what Markdown, plain text, chats, captions and Word have in common."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["ASKED", "Block", "Cell", "Line", "Table"]

ASKED = re.compile(r"^(?:Q|A|Question|Answer)\b[^:\n]{0,40}:")
"""The head of a line of questions and answers: it stays on a line of its own within its note."""


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
