"""The table of contents: the entries that Word would write when its field is updated, written at once.

Every heading gets a bookmark and every entry is a link to one, so the table works in any reader. Page numbers need a
layout, which only a word processor has; they may be given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from chatham.report.numbering import Headings
from chatham.report.wordxml import element, q, text_of, text_run, value

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["entries", "write_contents"]

_RANGE = re.compile(r'\\o\s+"(\d)-(\d)"')


class _Entry(NamedTuple):
    level: int
    label: str
    text: str
    bookmark: str


def write_contents(
    document: etree._Element,
    styles: etree._Element,
    numbering: etree._Element | None,
    pages: Sequence[int] | None = None,
) -> int:
    """Fill the table of contents of a document, if it has one; the document is changed in place.

    Args:
        document: Root of word/document.xml.
        styles: Root of word/styles.xml.
        numbering: Root of word/numbering.xml, or None.
        pages: Page number of each entry, in order; without them the entries show none.

    Returns:
        How many entries the table has.
    """
    field = _find(document)
    if field is None:
        return 0
    first, last, instruction = field
    levels = _RANGE.search(instruction)
    lowest, highest = (int(levels[1]), int(levels[2])) if levels else (1, 3)
    entries = _headings(document, Headings(styles, numbering), lowest, highest)
    names = {value(style, "name"): style.get(q("styleId")) for style in styles.iter(q("style"))}
    paragraphs = []
    for at, entry in enumerate(entries):
        page = pages[at] if pages is not None and at < len(pages) else None
        paragraphs.append(_paragraph(entry, names.get(f"toc {entry.level}") or f"TOC{entry.level}", page))
    if not paragraphs:
        return 0
    start = [_mark("begin"), element("r", _instruction(instruction)), _mark("separate")]
    after = 1 if paragraphs[0].find(q("pPr")) is not None else 0
    for offset, run in enumerate(start):
        paragraphs[0].insert(after + offset, run)
    paragraphs[-1].append(_mark("end"))
    parent = first.getparent()
    assert parent is not None  # noqa: S101 - a paragraph inside a body
    at = parent.index(first)
    for old in list(parent)[at : parent.index(last) + 1]:
        parent.remove(old)
    for offset, paragraph in enumerate(paragraphs):
        parent.insert(at + offset, paragraph)
    return len(entries)


def entries(document: etree._Element) -> list[int]:
    """The level of each entry that `write_contents` has written, in order.

    Args:
        document: Root of word/document.xml of a built note.
    """
    links = [link for link in document.iter(q("hyperlink")) if (link.get(q("anchor")) or "").startswith("_Toc")]
    headed = {b.get(q("name")): b.getparent() for b in document.iter(q("bookmarkStart"))}
    found = []
    for link in links:
        paragraph = link.getparent()
        style = "" if paragraph is None else value(paragraph, "pPr/pStyle") or ""
        if link.get(q("anchor")) in headed:
            found.append(int(style[-1]) if style[-1:].isdigit() else 1)
    return found


def _find(document: etree._Element) -> tuple[etree._Element, etree._Element, str] | None:
    """First and last paragraph of the contents field, and its instruction."""
    depth, first, instruction = 0, None, ""
    for paragraph in document.iter(q("p")):
        for node in paragraph.iter(q("fldChar"), q("instrText")):
            kind = node.get(q("fldCharType"))
            if node.tag == q("instrText"):
                text = node.text or ""
                if first is None and depth == 1 and text.strip().split(" ")[0] == "TOC":
                    first, instruction = paragraph, text.strip()
                elif first is not None and depth == 1 and not instruction:
                    instruction += text
            elif kind == "begin":
                depth += 1
            elif kind == "end":
                depth -= 1
                if first is not None and depth == 0:
                    return (first, paragraph, instruction) if first.getparent() is paragraph.getparent() else None
    return None


def _headings(document: etree._Element, headings: Headings, lowest: int, highest: int) -> list[_Entry]:
    taken = {b.get(q("name")) for b in document.iter(q("bookmarkStart"))}
    number = max((int(b.get(q("id")) or 0) for b in document.iter(q("bookmarkStart"))), default=-1) + 1
    entries: list[_Entry] = []
    for paragraph in document.iter(q("p")):
        level = headings.outline(paragraph)
        if level is None:
            continue
        label = headings.label(paragraph)
        text = text_of(paragraph).strip()
        if not text or not lowest <= level <= highest:
            continue
        shown = "" if label is None else label.text + {"tab": "\t", "space": " "}.get(label.suffix, "")
        name = f"_Toc{len(entries) + 1:08d}"
        if name in taken:  # the template has a heading of its own, bookmarked by Word
            name = f"_TocChatham{len(entries) + 1}"
        _bookmark(paragraph, name, number + len(entries))
        entries.append(_Entry(level, shown, text, name))
    return entries


def _bookmark(paragraph: etree._Element, name: str, number: int) -> None:
    start = element("bookmarkStart", id=str(number), name=name)
    paragraph.insert(1 if paragraph.find(q("pPr")) is not None else 0, start)
    paragraph.append(element("bookmarkEnd", id=str(number)))


def _paragraph(entry: _Entry, style: str, page: int | None) -> etree._Element:
    link = element("hyperlink", anchor=entry.bookmark, history="1")
    label, tab, _ = entry.label.partition("\t")
    if tab:
        link.append(text_run(label))
        link.append(element("r", element("tab")))
    link.append(text_run(entry.text if tab else label + entry.text))
    if page is not None:
        link.append(element("r", element("tab")))
        reference = _instruction(f"PAGEREF {entry.bookmark} \\h")
        link.extend([_mark("begin"), element("r", reference), _mark("separate"), text_run(str(page)), _mark("end")])
    return element("p", element("pPr", element("pStyle", val=style)), link)


def _instruction(text: str) -> etree._Element:
    made = element("instrText")
    made.text = f" {text} "
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _mark(kind: str) -> etree._Element:
    return element("r", element("fldChar", fldCharType=kind))
