"""A scrubbed copy of a Word file: what says who wrote it, when and with what goes; what a reader sees stays."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from typing import TYPE_CHECKING

from chatham.check.archives import members
from chatham.check.markup import local, parse
from chatham.check.passages import Reading
from chatham.check.pictures import strip_picture
from chatham.check.revisions import accept_revisions
from chatham.errors import UnreadableFile

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["clean"]

_EPOCH = (1980, 1, 1, 0, 0, 0)
_TYPES = "[Content_Types].xml"
_CORE = "docProps/core.xml"
_MACROS = re.compile(r"vbaproject|vbadata|activex|macrosheets", re.IGNORECASE)
_DROPPED = re.compile(
    r"^customxml/|^docprops/(?!core\.xml$)|^_xmlsignatures/|^customui/|printersettings|thumbnail"
    r"|^word/(?:comments\w*|people|stylesWithEffects|documentTasks/.*)\.xml$|^word/_rels/comments",
    re.IGNORECASE,
)
_DROPPED_LINKS = re.compile(
    r"/(?:attachedTemplate|comments\w*|people|customXml|customXmlProps|custom-properties|extended-properties"
    r"|thumbnail|printerSettings|mailMergeSource|mailMergeHeaderSource|origin|documentTasks)$"
)
_DROPPED_ELEMENTS = frozenset(
    str.split(
        "proofErr commentRangeStart commentRangeEnd commentReference annotationRef permStart permEnd rsid rsids "
        "docVars "
        "attachedTemplate mailMerge docId trackRevisions proofState activeWritingStyle saveThroughXslt schemaLibrary "
        "attachedSchema dataBinding lastRenderedPageBreak writeProtection hdrShapeDefaults removePersonalInformation "
        "removeDateAndTime chartTrackingRefBased"
    )
)
_UNWRAPPED = frozenset(["smartTag", "customXml"])
_ATTRIBUTES = re.compile(r"^(?:rsid\w*|paraId|textId|durableId)$")


def clean(data: bytes) -> bytes:
    """Scrub a Word file.

    Properties (all but the title), authors, comments, revision ids, custom parts, printer settings, thumbnails,
    signatures and metadata of pictures go; tracked changes are accepted; lists, styles, notes and fields stay. The same
    input gives the same bytes.

    Args:
        data: A docx.

    Returns:
        The copy.

    Raises:
        UnreadableFile: It is no docx, is broken, or carries macros.
    """
    reading = Reading()
    parts = dict(members(reading, "", data))
    if reading.unreadable:
        raise UnreadableFile(f"{reading.unreadable[0].part} {reading.unreadable[0].why}")
    if _TYPES not in parts or "word/document.xml" not in parts:
        raise UnreadableFile("not a Word file (docx)", fix="Save it as docx")
    if any(_MACROS.search(name) for name in parts) or b"macroEnabled" in parts[_TYPES]:
        raise UnreadableFile("carries macros", fix="Save it as a docx without macros")
    kept = {name: content for name, content in parts.items() if not _DROPPED.search(name)}
    kept = _reachable(kept)
    cleaned = {name: _part(name, content, kept) for name, content in kept.items()}
    return _packed(cleaned)


def _part(name: str, content: bytes, kept: dict[str, bytes]) -> bytes:
    if name == _CORE:
        return _core(content)
    if name == _TYPES:
        return _types(content, kept)
    if name.endswith(".rels"):
        return _relations(name, content, kept)
    if name.endswith(".xml"):
        return _xml(content)
    return strip_picture(content) if "/media/" in name else content


def _xml(content: bytes) -> bytes:
    root = parse(content)
    for element in list(root.iter()):
        name = local(element)
        if name == "!" or name in _DROPPED_ELEMENTS:
            _remove(element)
            continue
        for attribute in [a for a in element.attrib if _ATTRIBUTES.match(str(a).rpartition("}")[2])]:
            del element.attrib[attribute]
        if name == "bookmarkStart" and any(str(v) == "_GoBack" for v in element.attrib.values()):
            identity = next((str(v) for k, v in element.attrib.items() if str(k).endswith("}id")), "")
            for end in root.iter("{*}bookmarkEnd"):
                if any(str(v) == identity for v in end.attrib.values()):
                    _remove(end)
            _remove(element)
    accept_revisions(root)
    for element in list(root.iter()):
        if local(element) in _UNWRAPPED:
            _unwrap(element)
        elif local(element) == "r" and _is_empty_run(element):
            _remove(element)
    for sibling in [*root.itersiblings(preceding=True), *root.itersiblings()]:
        _detach(sibling)
    return _bytes(root)


def _is_empty_run(run: etree._Element) -> bool:
    """A run that held nothing but the mark of a comment."""
    return all(local(child) == "rPr" for child in run) and not (run.text or "").strip()


def _core(content: bytes) -> bytes:
    root = parse(content)
    for child in list(root):
        if local(child) not in ("title", "language"):
            root.remove(child)
    return _bytes(root)


def _types(content: bytes, kept: dict[str, bytes]) -> bytes:
    root = parse(content)
    names = {f"/{name}" for name in kept}
    for child in list(root):
        if local(child) == "Override" and str(child.get("PartName", "")) not in names:
            root.remove(child)
    return _bytes(root)


def _relations(name: str, content: bytes, kept: dict[str, bytes]) -> bytes:
    root = parse(content)
    for child in list(root):
        external = child.get("TargetMode") == "External"
        target = _target(name, str(child.get("Target", "")))
        if _DROPPED_LINKS.search(str(child.get("Type", ""))) or (not external and target not in kept):
            root.remove(child)
    return _bytes(root)


def _target(relations: str, target: str) -> str:
    """The part that a relationship points at."""
    folder = posixpath.dirname(posixpath.dirname(relations))
    return posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target))


def _reachable(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts that something points at, beginning with the package itself."""
    found = {_TYPES}
    waiting = ["_rels/.rels"]
    while waiting:
        relations = waiting.pop()
        if relations not in parts or relations in found:
            continue
        found.add(relations)
        for element in parse(parts[relations]):
            if element.get("TargetMode") == "External" or _DROPPED_LINKS.search(str(element.get("Type", ""))):
                continue
            target = _target(relations, str(element.get("Target", "")))
            if target in parts:
                found.add(target)
                folder, base = posixpath.split(target)
                waiting.append(posixpath.join(folder, "_rels", f"{base}.rels"))
    return {name: content for name, content in parts.items() if name in found}


def _packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda n: (n != _TYPES, n != "_rels/.rels", n)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            archive.writestr(entry, parts[name])
    return stream.getvalue()


def _bytes(root: etree._Element) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _remove(element: etree._Element) -> None:
    """Take an element out; what stands after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail and element.tail.strip():
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for child in list(element):
        if local(child) not in ("smartTagPr", "customXmlPr"):
            parent.insert(place, child)
            place += 1
    parent.remove(element)


def _detach(sibling: etree._Element) -> None:
    from lxml import etree

    holder = etree.Element("holder")
    holder.append(sibling)
