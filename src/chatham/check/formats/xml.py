"""Any XML whose meaning is not known: all text, all attributes, comments and processing instructions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from chatham.check.markup import local, namespaces, parse, values
from chatham.check.passages import Reading, Setting
from chatham.errors import UnreadableFile

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["NAME_FIELDS", "read_attributes", "read_xml"]

NAME_FIELDS = frozenset(
    str.split("""
    author initials userid user creator lastmodifiedby manager company from username displayname person lastauthor
    modifiedby initial-creator printed-by ed edgrp reviewer owner
    """)
)
"""Attributes and elements that hold a name, whatever the format."""

_SPOKEN_FIELDS = frozenset(
    str.split("""
    descr description title alt name tag alias string tooltip prompt target href src val instr subject keywords text
    caption label value content placeholder summary comment url location formula errortitle prompttitle error display
    """)
)
_VALUE_OWNERS = frozenset(
    ["tag", "alias", "docvar", "name", "listentry", "listitem", "default", "placeholder", "docpart"]
)


def read_xml(reading: Reading, part: str, data: bytes, setting: Setting = Setting.ASIDE) -> None:
    """Read a part of unknown meaning.

    Args:
        reading: Collects what is found.
        part: Its name.
        data: The XML.
        setting: How a person meets its text.

    Raises:
        UnreadableFile: Broken, or it declares entities.
    """
    root = parse(data, doctype=True)
    if "schemas.microsoft.com/office/2006/xmlPackage" in root.tag:
        raise UnreadableFile("is an Office file in one XML part: save it as docx, xlsx or pptx")
    for element in root.iter():
        name = local(element)
        of = Setting.NAME if name.casefold() in NAME_FIELDS else setting
        where = "a comment in the XML" if name == "!" else f"element {name}"
        reading.add(part, where, element.text or "", of, "text" if name != "!" else "")
        reading.add(part, where, element.tail or "", setting, "text")
    read_attributes(reading, part, root)


def read_attributes(reading: Reading, part: str, root: etree._Element) -> None:
    """All attributes of all elements, each value once; element and attribute names as well.

    Args:
        reading: Collects what is found.
        part: The name of the part.
        root: Its root element.
    """
    seen: set[tuple[str, str]] = set()
    for sibling in (*root.itersiblings(preceding=True), *root.itersiblings()):
        reading.add(part, "a comment beside the root", sibling.text or "", Setting.ASIDE)
    information: Any = root.getroottree().docinfo
    reading.add(part, "document type", information.doctype or "", Setting.LINK)
    for prefix, uri in namespaces(root):
        reading.add(part, "namespace", f"{prefix} {uri}", Setting.TECHNICAL)
    for element in root.iter():
        owner = local(element)
        if (owner, "") not in seen:
            seen.add((owner, ""))
            reading.add(part, "name of an element", owner, Setting.TECHNICAL)
        if owner == "!":
            continue
        for attribute in element.attrib:
            name = str(attribute).rpartition("}")[2]
            if ("", name) not in seen:
                seen.add(("", name))
                reading.add(part, f"name of an attribute of {owner}", name, Setting.TECHNICAL)
        for name, value in values(element):
            key = f"{owner} {name}", value
            if key in seen:
                continue
            seen.add(key)
            setting = _setting(owner.casefold(), name.casefold(), value)
            reading.add(part, f"attribute {name} of {owner}", value, setting)


def _setting(owner: str, name: str, value: str) -> Setting:
    if name in NAME_FIELDS:
        return Setting.NAME
    if name == "val":
        spoken = owner in _VALUE_OWNERS or any(sign in value for sign in " /\\@")
        return Setting.LINK if spoken else Setting.TECHNICAL
    return Setting.LINK if name in _SPOKEN_FIELDS else Setting.TECHNICAL
