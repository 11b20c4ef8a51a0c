"""Spreadsheet parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from chatham.check.formats.xml import read_attributes
from chatham.check.markup import local, parse
from chatham.check.passages import Reading, Setting

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["read_sheet_part", "shared_strings"]

_LAYOUT = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|[A-Z])')
_FEW = 2
"""Letters up to which a cell may hold a piece of a name."""
_THIRDS = ("&L", "&C", "&R")


def read_sheet_part(reading: Reading, part: str, data: bytes, strings: Sequence[str] = ()) -> None:
    """Read a part of a workbook: cells, shared strings, comments, names, headers and footers, lists of allowed values.

    Args:
        reading: Collects what is found.
        part: The name of the part.
        data: The XML.
        strings: The shared strings of the workbook, to which cells refer by number.

    Raises:
        UnreadableFile: Broken, or it declares entities.
    """
    root = parse(data)
    aside = Setting.ASIDE if any(w in part.casefold() for w in ("comment", "person")) else Setting.RUNNING
    cell, count = "", 0
    for element in root.iter():
        name = local(element)
        if name == "c":
            cell = str(element.get("r", ""))
        elif name == "comment":
            cell = str(element.get("ref", ""))
        elif name in ("si", "is", "text") or (name == "p" and "drawing" in part):
            count += 1
            text = "".join(t.text or "" for t in element.iter() if local(t) in ("t", "text"))
            where = f"shared string {count}" if name == "si" else f"cell {cell}" if cell else f"text {count}"
            reading.add(part, where, text, aside, "cells")
            phonetic = "".join(t.text or "" for t in element.iter("{*}rPh") for t in t.iter("{*}t"))
            reading.add(part, f"{where}, reading aid", phonetic, Setting.ASIDE)
        elif name in ("author", "definedName"):
            setting = Setting.NAME if name == "author" else Setting.LINK
            reading.add(part, name, element.text or "", setting)
        elif name.endswith(("Header", "Footer")):
            # `&C` begins another third of the line, `&"Arial,Bold"` only says how the letters after it look
            plain = _LAYOUT.sub(lambda code: " " if code[0] in _THIRDS else "", element.text or "")
            reading.add(part, f"element {name}", plain, aside)
        elif name == "!":
            reading.add(part, "a comment in the XML", element.text or "", Setting.ASIDE)
        elif name != "t" and element.text and not element.text.isspace():
            reading.add(part, f"cell {cell}" if cell and name in ("v", "f") else f"element {name}", element.text, aside)
        elif name == "t" and local_parent(element) not in ("si", "is", "r", "rPh"):
            reading.add(part, f"element {name}", element.text or "", aside)
    for flow, where, text in _short_cells(root, strings):
        reading.add(part, where, text, aside, flow)
    if any(sheet.get("state", "visible") != "visible" for sheet in root.iter("{*}sheet")):
        reading.notice(part, "the whole part", "PERHAPS", "holds hidden sheets")
    read_attributes(reading, part, root)


def shared_strings(data: bytes) -> list[str]:
    """The strings of a workbook, by number.

    Args:
        data: The part that holds them.

    Raises:
        UnreadableFile: Broken, or it declares entities.
    """
    return ["".join(t.text or "" for t in si.iter("{*}t")) for si in parse(data).iter("{*}si")]


def _short_cells(root: etree._Element, strings: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Cells of a few letters, along the rows and down the columns: a name may be written over several."""
    for cell in root.iter("{*}c"):
        place, kind = str(cell.get("r", "")), cell.get("t", "")
        value = cell.findtext("{*}v") or ""
        if kind == "s":
            text = strings[int(value)] if value.isdigit() and int(value) < len(strings) else ""
        elif kind == "inlineStr":
            text = "".join(t.text or "" for t in cell.iter("{*}t"))
        else:
            text = value if kind == "str" else ""
        if 0 < len(text) <= _FEW:
            yield "short cells across", f"cell {place}", text
            yield f"short cells of column {place.rstrip('0123456789')}", f"cell {place}", text


def local_parent(element: object) -> str:
    """The tag of the element around, without its namespace."""
    parent = getattr(element, "getparent", lambda: None)()
    return "" if parent is None else local(parent)
