"""What the editorial rules are held against: paragraphs, and where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

__all__ = ["MARK", "Breach", "Kind", "Paragraph", "Reading", "without_quotations"]

MARK = "\x02"
"""Stands in a text where a footnote is called."""

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]{2,}\"")


class Kind(Enum):
    """What a paragraph is; each rule says which kinds it is for."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    """Of a lettered or numbered list."""
    BULLET = "bullet"
    TABLE = "table"
    FOOTNOTE = "footnote"
    ASIDE = "aside"
    """Title, opening block, contents, header, footer, caption: spelling only."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as the rules see it.

    Attributes:
        text: Without its number; a footnote's mark stands in it as U+0002.
        kind: What it is.
        part: Of the file: `text`, `table 2`, `footnote 1`, `header`.
        where: `paragraph 12`, `line 7`, `row 2, cell 1`.
        level: Of a heading, from 1.
        emphasised: How much of the text stands in bold or italics, without being so by its style.
        header: It is in the first row of a table.
    """

    text: str
    kind: Kind
    part: str
    where: str
    level: int = 0
    emphasised: tuple[str, ...] = ()
    header: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A file, read.

    Attributes:
        paragraphs: In order.
        typewritten: It is of a kind that has straight quotation marks only, as source text has.
    """

    paragraphs: tuple[Paragraph, ...]
    typewritten: bool = False


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a text breaks.

    Attributes:
        part: Of the file.
        where: The place in the part.
        rule: Its name, one of `RULES`.
        found: The few words that break it; empty where they would name somebody or say much.
        instead: What to write or do.
    """

    part: str
    where: str
    rule: str
    found: str
    instead: str

    def to_json(self) -> dict[str, str]:
        """As `--json` prints it."""
        return {
            "part": self.part,
            "where": self.where,
            "rule": self.rule,
            "found": self.found,
            "instead": self.instead,
        }


def without_quotations(paragraph: Paragraph) -> Paragraph:
    """The paragraph with what stands in quotation marks blanked: words of others are not ours to edit."""
    return replace(paragraph, text=_QUOTED.sub(lambda m: "“" + " " * (len(m[0]) - 2) + "”", paragraph.text))
