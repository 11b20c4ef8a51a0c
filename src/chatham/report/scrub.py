"""What a Word file tells about its makers and its making, taken out of every part."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from lxml import etree

from chatham.report.wordxml import local, parse, serialise

__all__ = ["core_properties", "drop_parts", "scrub"]

_UNWANTED = ("docProps/app.xml", "docProps/custom.xml", "docProps/thumbnail", "word/people.xml", "customXml/")
_RSID = "rsid"
_TYPES = "[Content_Types].xml"


def scrub(parts: dict[str, bytes], *, title: str, date: str) -> None:
    """Leave no author, company, revision number, thumbnail or private data in a package; changed in place.

    Args:
        parts: Part name to bytes.
        title: The document's title.
        date: Of the consultation, ISO 8601; it stands in for the time of making. Left out if it is no date.
    """
    drop_parts(parts, [name for name in parts if name.startswith(_UNWANTED)])
    parts["docProps/core.xml"] = core_properties(title, date)
    for name, data in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            root = parse(data)
            if _forget(root):
                parts[name] = serialise(root)


def core_properties(title: str, date: str) -> bytes:
    """docProps/core.xml with a title, a language and nobody's name."""
    cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    dc, terms = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
    xsi = "http://www.w3.org/2001/XMLSchema-instance"
    root = etree.Element(f"{{{cp}}}coreProperties", nsmap={"cp": cp, "dc": dc, "dcterms": terms, "xsi": xsi})
    etree.SubElement(root, f"{{{dc}}}title").text = title
    etree.SubElement(root, f"{{{dc}}}language").text = "en-GB"
    if len(date) == len("2020-11-19") and date.replace("-", "").isdigit():
        for name in ("created", "modified"):
            moment = etree.SubElement(root, f"{{{terms}}}{name}")
            moment.set(f"{{{xsi}}}type", "dcterms:W3CDTF")
            moment.text = f"{date}T00:00:00Z"
    return serialise(root)


def drop_parts(parts: dict[str, bytes], names: Iterable[str]) -> None:
    """Take parts out of a package, with the relationships and content types that point to them; changed in place."""
    gone = set(names)
    if not gone:
        return
    for name in gone:
        del parts[name]
    for name in [n for n in parts if n.endswith(".rels")]:
        folder = posixpath.dirname(posixpath.dirname(name))
        root = parse(parts[name])
        for link in list(root):
            target = link.get("Target") or ""
            absolute = (
                target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            )
            if link.get("TargetMode") != "External" and absolute in gone:
                root.remove(link)
        parts[name] = serialise(root)
    types = parse(parts[_TYPES])
    for override in list(types):
        if (override.get("PartName") or "").lstrip("/") in gone:
            types.remove(override)
    parts[_TYPES] = serialise(types)


def _forget(root: etree._Element) -> bool:
    changed = False
    for node in list(root.iter()):
        if not isinstance(node.tag, str):
            continue
        if local(node) in ("rsids", "proofErr"):
            parent = node.getparent()
            if parent is not None:
                parent.remove(node)
                changed = True
            continue
        for name in [a for a in node.attrib if etree.QName(a).localname.startswith(_RSID)]:
            del node.attrib[name]
            changed = True
    return changed
