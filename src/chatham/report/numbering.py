"""What number Word will show before a heading: needed for a table of contents that is there before Word has run."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from chatham.report.wordxml import paragraph_style, q, value

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["Headings", "Label", "number_text"]

_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


class Label(NamedTuple):
    """What stands before a heading's text."""

    text: str
    suffix: str
    """`tab`, `space` or `nothing`."""


class _Level(NamedTuple):
    start: int
    fmt: str
    text: str
    suffix: str


class Headings:
    """Outline levels and numbers of headings, taken from a document's styles and numbering.

    Call `label` once for each heading, in the order of the document.
    """

    def __init__(self, styles: etree._Element, numbering: etree._Element | None):
        self._styles = {style.get(q("styleId")) or "": style for style in styles.iter(q("style"))}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._linked: dict[str, int] = {}
        self._counters: dict[str, list[int | None]] = defaultdict(lambda: [None] * _LEVELS)
        if numbering is not None:
            self._read(numbering)

    def outline(self, paragraph: etree._Element) -> int | None:
        """Outline level of a paragraph from 1, None for running text."""
        level = value(paragraph, "pPr/outlineLvl")
        for style in self._line(paragraph_style(paragraph)):
            if level is not None:
                break
            level = value(style, "pPr/outlineLvl")
        return int(level) + 1 if level is not None and level.isdigit() and int(level) < _LEVELS else None

    def label(self, paragraph: etree._Element) -> Label | None:
        """The number that Word shows before this heading, None if it has none."""
        number, level = self._number(paragraph)
        levels = self._levels.get(self._abstract.get(number or "", ""), {})
        if number is None or level not in levels:
            return None
        counters = self._counters[self._abstract[number]]
        here = counters[level]
        counters[level] = levels[level].start if here is None else here + 1
        counters[level + 1 :] = [None] * (_LEVELS - level - 1)

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            definition = levels.get(at)
            count = counters[at]
            if definition is None:
                return ""
            return number_text(definition.start if count is None else count, definition.fmt)

        return Label(re.sub(r"%([1-9])", shown, levels[level].text), levels[level].suffix)

    def _number(self, paragraph: etree._Element) -> tuple[str | None, int]:
        number, level = value(paragraph, "pPr/numPr/numId"), value(paragraph, "pPr/numPr/ilvl")
        name = paragraph_style(paragraph)
        for style in self._line(name):
            number = value(style, "pPr/numPr/numId") if number is None else number
            level = value(style, "pPr/numPr/ilvl") if level is None else level
        if level is None:
            return number, self._linked.get(name or "", 0)
        return number, int(level)

    def _line(self, name: str | None) -> list[etree._Element]:
        """A style and those that it is based on, nearest first."""
        line: list[etree._Element] = []
        while name in self._styles and self._styles[name] not in line:
            line.append(self._styles[name])
            name = value(line[-1], "basedOn")
        return line

    def _read(self, numbering: etree._Element) -> None:
        for abstract in numbering.iter(q("abstractNum")):
            identity = abstract.get(q("abstractNumId")) or ""
            self._levels[identity] = {}
            for level in abstract.iter(q("lvl")):
                at = int(level.get(q("ilvl")) or 0)
                self._levels[identity][at] = _Level(
                    start=int(value(level, "start") or 1),
                    fmt=value(level, "numFmt") or "decimal",
                    text=value(level, "lvlText") or "",
                    suffix=value(level, "suff") or "tab",
                )
                if style := value(level, "pStyle"):
                    self._linked[style] = at
        for number in numbering.iter(q("num")):
            self._abstract[number.get(q("numId")) or ""] = value(number, "abstractNumId") or ""


def number_text(number: int, fmt: str) -> str:
    """A number in one of Word's formats; formats not known here are shown as decimals."""
    if fmt in ("upperRoman", "lowerRoman"):
        made = ""
        for worth, letters in _ROMAN:
            while number >= worth:
                made += letters
                number -= worth
        return made.upper() if fmt == "upperRoman" else made
    if fmt in ("upperLetter", "lowerLetter"):  # after z comes aa, then bb
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if fmt == "upperLetter" else letter
    return "" if fmt in ("none", "bullet") else str(number)
