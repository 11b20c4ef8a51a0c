"""Spreadsheet parts."""

from __future__ import annotations

import re

from chatham.check.formats.xml import read_attributes
from chatham.check.markup import local, parse
from chatham.check.passages import Reading, Setting

__all__ = ["read_sheet_part"]


_LAYOUT = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|[A-Z])')
_THIRDS = ("&L", "&C", "&R")


def read_sheet_part(reading: Reading, part: str, data: bytes) -> None:
    """Read a part of a workbook: cells, shared strings, comments, names, headers and footers, lists of allowed values.

    Args:
        reading: Collects what is found.
        part: The name of the part.
        data: The XML.

    Raises:
        UnreadableFile: Broken, or it declares entities.
    """
    root = parse(data)
    aside = Setting.ASIDE if any(w in part.casefold() for w in ("comment", "person")) else Setting.RUNNING
    cell, strings = "", 0
    for element in root.iter():
        name = local(element)
        if name == "c":
            cell = str(element.get("r", ""))
        elif name == "comment":
            cell = str(element.get("ref", ""))
        elif name in ("si", "is", "text") or (name == "p" and "drawing" in part):
            strings += 1
            text = "".join(t.text or "" for t in element.iter() if local(t) in ("t", "text"))
            where = f"shared string {strings}" if name == "si" else f"cell {cell}" if cell else f"text {strings}"
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
    if any(sheet.get("state", "visible") != "visible" for sheet in root.iter("{*}sheet")):
        reading.notice(part, "the whole part", "PERHAPS", "holds hidden sheets")
    read_attributes(reading, part, root)


def local_parent(element: object) -> str:
    """The tag of the element around, without its namespace."""
    parent = getattr(element, "getparent", lambda: None)()
    return "" if parent is None else local(parent)
