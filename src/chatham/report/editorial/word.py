"""A Word file as paragraphs, each with the number that Word shows before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from chatham.errors import TemplateError, UnreadableFile
from chatham.report.editorial.paragraphs import MARK, Kind, Paragraph
from chatham.report.numbering import Headings
from chatham.report.package import read_package
from chatham.report.wordxml import paragraph_style, parse, q, value

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["read_word"]

_ASIDE = re.compile(r"title|subtitle|toc \d|toc heading|caption|header|footer|kicker|opening (?:label|text)", re.I)
_OPENING = "chatham-opening"
_NO_STYLES = b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
_OFF = ("0", "false", "none", "off")


def read_word(data: bytes, *, name: str) -> tuple[Paragraph, ...]:
    """Paragraphs of the body, of its tables, and footnotes.

    Args:
        data: The bytes of the .docx.
        name: Of the file, for the error message.

    Raises:
        UnreadableFile: It is no Word file, or a damaged one.
    """
    from lxml import etree

    try:
        parts = read_package(data, file=name)
        document = parse(parts["word/document.xml"])
        styles = parse(parts.get("word/styles.xml", _NO_STYLES))
        numbering = parse(parts["word/numbering.xml"]) if "word/numbering.xml" in parts else None
        notes = parse(parts["word/footnotes.xml"]) if "word/footnotes.xml" in parts else None
    except (TemplateError, KeyError, etree.XMLSyntaxError):
        raise UnreadableFile("not a Word file, or a damaged one", file=name, fix="Save it in Word as .docx") from None
    return (*_Body(styles, numbering).read(document), *_footnotes(notes))


class _Body:
    def __init__(self, styles: etree._Element, numbering: etree._Element | None):
        self._names = {s.get(q("styleId")): value(s, "name") or "" for s in styles.iter(q("style"))}
        self._headings = Headings(styles, numbering)
        self._last = ""
        self._loose = 0
        self._parents: list[str] = []

    def read(self, document: etree._Element) -> Iterator[Paragraph]:
        tables = {table: at for at, table in enumerate(document.iter(q("tbl")), 1)}
        for p in document.iter(q("p")):
            text = _text(p)
            label = self._headings.label(p)
            if not text.strip():
                continue
            level = self._headings.outline(p)
            shown = "" if label is None else label.text.strip()
            style = self._names.get(paragraph_style(p), "")
            cell = next(p.iterancestors(q("tc")), None)
            if _aside(p) or _ASIDE.fullmatch(style):
                yield Paragraph(text, Kind.ASIDE, "text", f"under the style {style or 'Normal'}")
            elif cell is not None:
                yield self._cell(p, cell, text, tables)
            elif level is not None:
                yield Paragraph(text, Kind.HEADING, "text", self._heading(shown, level, text), level=level)
            else:
                kind = Kind.TEXT
                if shown.startswith("(") or shown.endswith(")"):
                    kind = Kind.ITEM
                elif label is not None and not re.search(r"\w", shown):
                    kind = Kind.BULLET
                yield Paragraph(text, kind, "text", self._place(shown), emphasised=tuple(_emphasised(p)))

    def _heading(self, shown: str, level: int, text: str) -> str:
        self._parents = [*self._parents[: level - 1], shown.strip(".") or text[:20]]
        return f"heading {' '.join(self._parents)}"

    def _place(self, shown: str) -> str:
        if re.match(r"\d", shown):
            self._last = shown.strip(".")
            return f"paragraph {self._last}"
        if re.search(r"\w", shown):
            return f"paragraph {self._last} {shown}".replace("  ", " ")
        self._loose += 1
        return f"unnumbered paragraph {self._loose}"

    @staticmethod
    def _cell(p: etree._Element, cell: etree._Element, text: str, tables: dict[etree._Element, int]) -> Paragraph:
        row = next(cell.iterancestors(q("tr")))
        table = next(row.iterancestors(q("tbl")))
        down, across = list(table.iter(q("tr"))).index(row) + 1, list(row.iter(q("tc"))).index(cell) + 1
        emphasised = () if down == 1 else tuple(_emphasised(p))
        place = f"row {down}, cell {across}"
        return Paragraph(text, Kind.TABLE, f"table {tables[table]}", place, emphasised=emphasised, header=down == 1)


def _footnotes(notes: etree._Element | None) -> Iterator[Paragraph]:
    if notes is None:
        return
    real = [note for note in notes.iter(q("footnote")) if note.get(q("type")) is None]
    for number, note in enumerate(real, 1):
        for at, p in enumerate(note.iter(q("p")), 1):
            if text := _text(p).strip():
                yield Paragraph(
                    text, Kind.FOOTNOTE, f"footnote {number}", f"paragraph {at}", emphasised=tuple(_emphasised(p))
                )


def _text(p: etree._Element) -> str:
    made = []
    for node in p.iter(q("t"), q("tab"), q("br"), q("noBreakHyphen"), q("footnoteReference")):
        if node.tag == q("t"):
            made.append(node.text or "")
        elif node.tag == q("footnoteReference"):
            made.append(MARK)
        elif node.tag == q("noBreakHyphen"):
            made.append("-")
        elif (parent := node.getparent()) is not None and parent.tag == q("r"):
            made.append(" ")
    return "".join(made)


def _emphasised(p: etree._Element) -> Iterator[str]:
    """Text in bold or italics by direct formatting or by Word's own styles for it."""
    for run in p.iter(q("r")):
        properties = run.find(q("rPr"))
        text = "".join(t.text or "" for t in run.iter(q("t"))).strip()
        if properties is None or not text:
            continue
        direct = any(
            (mark := properties.find(q(kind))) is not None and mark.get(q("val")) not in _OFF
            for kind in ("b", "i", "u")
        )
        if direct or value(properties, "rStyle") in ("Strong", "Emphasis", "IntenseEmphasis", "SubtleEmphasis"):
            yield text


def _aside(p: etree._Element) -> bool:
    """Whether a paragraph stands in the opening block or in the table of contents."""
    for block in p.iterancestors(q("sdt")):
        if value(block, "sdtPr/tag") == _OPENING or block.find(f"{q('sdtPr')}/{q('docPartObj')}") is not None:
            return True
    return False
