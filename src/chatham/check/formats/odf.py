"""OpenDocument files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from chatham.check.archives import members
from chatham.check.formats.xml import NAME_FIELDS, read_attributes, read_xml
from chatham.check.markup import local, parse
from chatham.check.passages import Reading, Setting
from chatham.errors import UnreadableFile

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["read_opendocument"]

_PARAGRAPHS = frozenset(["p", "h"])
_SIGNS = {"s": " ", "tab": "\t", "line-break": "\n"}
_MACROS = re.compile(r"^(?:Basic|Scripts)/", re.IGNORECASE)

Inner = Callable[[Reading, str, bytes], None]


def read_opendocument(reading: Reading, name: str, data: bytes, inner: Inner) -> None:
    """Read every part of an OpenDocument file.

    Args:
        reading: Collects what is found.
        name: Of the file, for the part names; empty for the file itself.
        data: The file.
        inner: What reads a part that is no XML, by name and bytes.

    Raises:
        UnreadableFile: It is broken, or unpacks to more than the limits let pass.
    """
    for member, content in members(reading, name, data):
        part = f"{name} > {member}" if name else member
        if _MACROS.search(member) and not member.endswith("/"):
            reading.refuse(part, "carries macros: publish a file without them")
            continue
        try:
            if member.endswith(("content.xml", "styles.xml")):
                _read_text(reading, part, content)
            elif member.endswith((".xml", ".rdf")):
                if member.endswith("META-INF/manifest.xml") and b"encryption-data" in content:
                    reading.refuse(part, "is locked with a password")
                read_xml(reading, part, content)
            else:
                inner(reading, part, content)
        except UnreadableFile as error:
            reading.refuse(part, error.problem)


def _read_text(reading: Reading, part: str, content: bytes) -> None:
    root = parse(content)
    number = 0
    for element in root.iter():
        name = local(element)
        if name in _PARAGRAPHS:
            number += 1
            text = "".join(_texts(element))
            reading.add(part, f"paragraph {number}", text, Setting.RUNNING, "all")
            if (column := _column(element)) is not None:
                reading.add(part, f"paragraph {number}", text, Setting.RUNNING, column)
        elif name == "!":
            reading.add(part, "a comment in the XML", element.text or "", Setting.ASIDE)
        elif not any(local(a) in _PARAGRAPHS for a in element.iterancestors()):
            setting = Setting.NAME if name in NAME_FIELDS else Setting.ASIDE
            reading.add(part, f"element {name}", element.text or "", setting)
            reading.add(part, f"after element {name}", element.tail or "", Setting.ASIDE)
        elif name in NAME_FIELDS:
            reading.add(part, f"element {name}", element.text or "", Setting.NAME)
    read_attributes(reading, part, root)


def _column(paragraph: etree._Element) -> str | None:
    """Table and column of a paragraph that stands by itself in a cell."""
    cell = paragraph.getparent()
    row = None if cell is None else cell.getparent()
    table = None if row is None else row.getparent()
    if cell is None or row is None or table is None or local(cell) != "table-cell":
        return None
    return f"table {table.getroottree().getpath(table)} column {row.index(cell)}"


def _texts(paragraph: etree._Element) -> Iterator[str]:
    """The text of a paragraph in order; notes and frames in it have paragraphs of their own."""
    yield paragraph.text or ""
    stack = list(reversed(paragraph))
    tails: dict[int, str] = {}
    while stack:
        element = stack.pop()
        if id(element) in tails:
            yield tails.pop(id(element))
            continue
        name = local(element)
        if name in _PARAGRAPHS or name == "!":
            yield element.tail or ""
            continue
        yield _SIGNS.get(name, element.text or "")
        tails[id(element)] = element.tail or ""
        stack.append(element)
        stack.extend(reversed(element))
