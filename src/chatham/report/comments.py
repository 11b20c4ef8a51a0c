"""The draft for comment: the summary note with a Word comment and a bookmark on each point.

A bookmark lies around the point's paragraph, so that it stays when all words in it are replaced, and goes when the
paragraph goes. Word and LibreOffice keep its name, by which the edited file is read back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from chatham.errors import TemplateError
from chatham.model.public import SummaryNote
from chatham.report.build import build
from chatham.report.package import read_package, write_package
from chatham.report.wordxml import element, paragraph_style, parse, q, serialise, text_of, text_run

__all__ = ["Printed", "build_for_comment"]

_MARK = re.compile("\ue010([0-9]+)\ue011")
_AUTHOR = "chatham"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@dataclass(frozen=True, slots=True)
class Printed:
    """A paragraph of the draft as it was handed out.

    Attributes:
        text: Its words.
        heading: Whether it heads what follows.
        point: Id of the point that it prints, or None.
    """

    text: str
    heading: bool
    point: str | None = None


def build_for_comment(
    note: SummaryNote, remarks: Mapping[str, str], *, template: Path | None = None, identity: str = ""
) -> tuple[bytes, tuple[Printed, ...]]:
    """Build the note, and put a bookmark `point_ID` and a comment on each point.

    Args:
        note: What to print; it should be a draft.
        remarks: Point id to what its comment says: public words only.
        template: As for `build`.
        identity: Of the draft: stands in a bookmark `draft_...` by which it is known again.

    Returns:
        The bytes of the .docx, and its paragraphs.

    Raises:
        TemplateError: As `build`; or the template prints two points in one paragraph, or a point nowhere.
    """
    marked = [p.model_copy(update={"text": _with_mark(p.text, i)}) for i, p in enumerate(note.points)]
    parts = read_package(build(note.model_copy(update={"points": tuple(marked)}), template=template, spell_out=False))
    document = parse(parts["word/document.xml"])
    places: dict[int, etree._Element] = {}
    for paragraph in document.iter(q("p")):
        found = {int(n) for n in _MARK.findall(text_of(paragraph))} - places.keys()
        if len(found) > 1:
            raise TemplateError("prints several points in one paragraph", fix="Use chatham's own for the draft")
        places |= dict.fromkeys(found, paragraph)
    if len(places) != len(note.points):
        raise TemplateError("leaves out points", fix="Use chatham's own template for the draft")
    for text in document.iter(q("t")):
        text.text = _MARK.sub("", text.text or "")
    comments = element("comments")
    for number, paragraph in sorted(places.items()):
        point = note.points[number].id
        _bookmark(paragraph, 9000 + number, f"point_{point}")
        _comment(paragraph, comments, number, remarks.get(point, ""))
    for name, data in parts.items():
        # A template may print a point in a header too; what is only a mark must stay nowhere.
        if name.startswith("word/") and name.endswith(".xml") and "\ue010".encode() in data:
            parts[name] = _MARK.sub("", data.decode("utf-8")).encode("utf-8")
    if identity:
        _bookmark(next(document.iter(q("p"))), 8999, f"draft_{identity}")
    parts["word/document.xml"] = serialise(document)
    parts["word/comments.xml"] = serialise(comments)
    _register(parts)
    at = {paragraph: note.points[number].id for number, paragraph in places.items()}
    printed = [
        Printed(_plain(text_of(p)), (paragraph_style(p) or "").casefold().startswith("heading"), at.get(p))
        for p in document.iter(q("p"))
    ]
    return write_package(parts), tuple(p for p in printed if p.text)


def _with_mark(text: str, number: int) -> str:
    """The mark stands at the end, where no rule of wording looks, and before the full stop."""
    clean = _MARK.sub("", text)
    stop = "." if clean.endswith(".") else ""
    return f"{clean.removesuffix('.')}\ue010{number}\ue011{stop}"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _bookmark(paragraph: etree._Element, number: int, name: str) -> None:
    paragraph.addprevious(element("bookmarkStart", id=str(number), name=name))
    paragraph.addnext(element("bookmarkEnd", id=str(number)))


def _comment(paragraph: etree._Element, comments: etree._Element, number: int, words: str) -> None:
    identity = str(number)
    said = element("p", text_run(words))
    comments.append(element("comment", said, id=identity, author=_AUTHOR, initials="c"))
    first = next((i for i, child in enumerate(paragraph) if child.tag != q("pPr")), len(paragraph))
    paragraph.insert(first, element("commentRangeStart", id=identity))
    paragraph.append(element("commentRangeEnd", id=identity))
    paragraph.append(element("r", element("commentReference", id=identity)))


def _register(parts: dict[str, bytes]) -> None:
    types = parse(parts["[Content_Types].xml"])
    if not any(o.get("PartName") == "/word/comments.xml" for o in types):
        override = etree.SubElement(types, f"{{{_PACKAGE}/content-types}}Override")
        override.set("PartName", "/word/comments.xml")
        override.set("ContentType", _TYPE)
    parts["[Content_Types].xml"] = serialise(types)
    name = "word/_rels/document.xml.rels"
    links = parse(parts[name])
    if not any(link.get("Type") == _RELATION for link in links):
        link = etree.SubElement(links, f"{{{_PACKAGE}/relationships}}Relationship")
        link.set("Id", "rIdChathamComments")
        link.set("Type", _RELATION)
        link.set("Target", "comments.xml")
    parts[name] = serialise(links)
