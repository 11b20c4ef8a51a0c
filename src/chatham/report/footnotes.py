"""Real footnotes: the marks that a filled template carries become references, and their texts a footnotes part.

A footnote needs an entry in word/footnotes.xml, a reference with the same id in the text, a character style and a
paragraph style. The entries are numbered in the order of the text, which is what Word itself writes.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from chatham.errors import TemplateError
from chatham.report.environment import FOOTNOTE_END, FOOTNOTE_START
from chatham.report.wordxml import element, q, text_of, text_run, value

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["place_footnotes"]

_MARK = re.compile(f"{FOOTNOTE_START}([0-9]+){FOOTNOTE_END}")


def place_footnotes(
    document: etree._Element, footnotes: etree._Element | None, styles: etree._Element, texts: Sequence[str]
) -> None:
    """Turn every mark of the document into a footnote; all arguments are changed in place.

    Args:
        document: Root of word/document.xml.
        footnotes: Root of word/footnotes.xml; None where the template has no such part.
        styles: Root of word/styles.xml.
        texts: The footnotes' texts, by the number in the mark.

    Raises:
        TemplateError: The template calls `footnote` and has no footnotes part.
    """
    marked = [t for t in document.iter(q("t")) if t.text and FOOTNOTE_START in t.text]
    if not marked:
        return
    if footnotes is None:
        raise TemplateError("has no footnotes part", fix="Add one footnote in Word, delete its mark, and save")
    names = {value(s, "name"): s.get(q("styleId")) for s in styles.iter(q("style"))}
    reference_style = names.get("footnote reference") or "FootnoteReference"
    text_style = names.get("footnote text") or "FootnoteText"
    number = max((int(f.get(q("id")) or 0) for f in footnotes.iter(q("footnote"))), default=0)
    for t in marked:
        number = _split(t, footnotes, texts, number, reference_style, text_style)


def _split(
    t: etree._Element,
    footnotes: etree._Element,
    texts: Sequence[str],
    number: int,
    reference_style: str,
    text_style: str,
) -> int:
    run = t.getparent()
    if run is None or run.tag != q("r"):
        raise TemplateError("calls `footnote` outside running text", fix="Move the call into a paragraph")
    pieces = _MARK.split(t.text or "")
    properties = run.find(q("rPr"))
    t.text = pieces[0]
    last = run
    for mark, rest in zip(pieces[1::2], pieces[2::2], strict=True):
        number += 1
        reference = _reference(number, reference_style)
        last.addnext(reference)
        last = reference
        footnotes.append(_entry(number, texts[int(mark)], reference_style, text_style))
        if rest:
            following = text_run(rest)
            if properties is not None:
                following.insert(0, copy.deepcopy(properties))
            last.addnext(following)
            last = following
    if not text_of(run):
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)
    return number


def _reference(number: int, style: str) -> etree._Element:
    return element("r", element("rPr", element("rStyle", val=style)), element("footnoteReference", id=str(number)))


def _entry(number: int, text: str, reference_style: str, text_style: str) -> etree._Element:
    mark = element("r", element("rPr", element("rStyle", val=reference_style)), element("footnoteRef"))
    paragraph = element("p", element("pPr", element("pStyle", val=text_style)), mark, text_run(f" {text}"))
    return element("footnote", paragraph, id=str(number))
