"""Office Open XML packages: every part, whatever points at it."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from chatham.check.archives import members
from chatham.check.formats.word import hides, read_story
from chatham.check.formats.xml import read_xml
from chatham.check.markup import local, parse
from chatham.check.passages import Reading, Setting
from chatham.errors import UnreadableFile

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["read_package"]

_MAIN = re.compile(r"^(?:word/document\d*|xl/workbook\d*|ppt/presentation\d*)\.xml$", re.IGNORECASE)
_ASIDES = re.compile(r"comments|people|customxml/|docprops/", re.IGNORECASE)
_STORY = re.compile(
    rb"<(?:[\w.-]+:)?(?:document|hdr|ftr|footnotes|endnotes|comments|glossaryDocument|sld|notes|sldMaster|sldLayout|"
    rb"notesMaster|handoutMaster|cmLst|dataModel|drawing|chartSpace|chart|userShapes|wsDr|sst|txBody)[\s>/]"
)
_MACROS = re.compile(r"vbaproject|vbadata|macrosheets|activex|\.xlm$", re.IGNORECASE)

_STYLES = "word/styles.xml"
_STRINGS = "xl/sharedStrings.xml"
_MOST_BEFOREHAND = 10_000_000
_DEEPEST_STYLES = 11
"""Styles based on one another that Word follows."""

Inner = Callable[[Reading, str, bytes], None]


def read_package(reading: Reading, name: str, data: bytes, inner: Inner) -> None:
    """Read every part of a package.

    Args:
        reading: Collects what is found.
        name: Of the package, for the part names; empty for the file itself.
        data: The package.
        inner: What reads a part that is no XML, by name and bytes.

    Raises:
        UnreadableFile: It is broken, or unpacks to more than the limits let pass.
    """
    main = False
    hiding, strings = _hiding_styles(data), _strings(data)
    for member, content in members(reading, name, data):
        part = f"{name} > {member}" if name else member
        main = main or bool(_MAIN.search(member))
        if _MACROS.search(member) or (member == "[Content_Types].xml" and b"macroEnabled" in content):
            reading.refuse(part, "carries macros: publish a file without them")
            continue
        try:
            _read_part(reading, part, member, content, inner, hiding, strings)
        except UnreadableFile as error:
            reading.refuse(part, error.problem)
    if not main:
        reading.refuse(name or "(package)", "has no document in it")


def _hiding_styles(data: bytes) -> frozenset[str]:
    """Ids of the styles of a Word file that hide what they are given to."""
    try:
        root = parse(_beforehand(data, _STYLES))
    except UnreadableFile:
        return frozenset()
    based: dict[str, str] = {}
    hiding: set[str] = set()
    for style in (element for element in root if local(element) == "style"):
        identity, base = _value(style, "styleId"), style.find("{*}basedOn")
        based[identity] = "" if base is None else _value(base, "val")
        if hides(style.find("{*}rPr")):
            hiding.add(identity)
    for _ in range(_DEEPEST_STYLES):  # what is based on a style that hides, hides
        hiding |= {identity for identity, base in based.items() if base in hiding}
    return frozenset(hiding)


def _strings(data: bytes) -> Sequence[str]:
    """The shared strings of a workbook."""
    from chatham.check.formats.sheets import shared_strings

    try:
        return shared_strings(_beforehand(data, _STRINGS))
    except UnreadableFile:
        return ()


def _beforehand(data: bytes, member: str) -> bytes:
    """A part that says how others are to be read; what is wrong with it is said when it is read itself.

    Raises:
        UnreadableFile: It is not there, too large, or broken.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if package.getinfo(member).file_size > _MOST_BEFOREHAND:
                raise UnreadableFile("too large to be read before the others")
            return package.read(member)
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, struct.error):
        raise UnreadableFile("cannot be read before the others") from None


def _value(element: etree._Element, name: str) -> str:
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith("}" + name)), "")


def _read_part(
    reading: Reading,
    part: str,
    member: str,
    content: bytes,
    inner: Inner,
    hiding: frozenset[str],
    strings: Sequence[str],
) -> None:
    lower = member.casefold()
    if lower.endswith(".rels"):
        _relations(reading, part, content)
    elif lower.endswith((".xml", ".vml", ".xsd")) or content.lstrip()[:5] == b"<?xml":
        if lower.startswith("xl/"):
            from chatham.check.formats.sheets import read_sheet_part

            read_sheet_part(reading, part, content, strings)
        elif _STORY.search(content[:20000]):
            aside = bool(_ASIDES.search(member))
            if aside:
                reading.notice(part, "the whole part", "COMMENT", "comments go out with the file: remove them")
            setting = Setting.ASIDE if aside else Setting.RUNNING
            read_story(reading, part, content, setting, opening=bool(_MAIN.search(member)), hiding=hiding)
        else:
            read_xml(reading, part, content)
    else:
        inner(reading, part, content)


def _relations(reading: Reading, part: str, content: bytes) -> None:
    for element in parse(content).iter():
        if local(element) != "Relationship":
            continue
        target = str(element.get("Target", ""))
        identity = str(element.get("Id", ""))
        reading.add(part, f"target of {identity or 'a relationship'}", target, Setting.LINK)
        reading.add(part, "id of a relationship", identity, Setting.TECHNICAL)
        reading.add(part, f"type of {identity}", str(element.get("Type", "")), Setting.TECHNICAL)
