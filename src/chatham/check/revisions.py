"""Tracked changes, accepted: what was struck out goes, what was put in stays, and nobody did either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chatham.check.markup import local

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["accept_revisions"]

_STRUCK = frozenset(["del", "moveFrom"])
_PUT_IN = frozenset(["ins", "moveTo"])
_MARKS = frozenset(
    str.split(
        "moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd rPrChange pPrChange sectPrChange "
        "tblPrChange tblPrExChange tcPrChange trPrChange tblGridChange numberingChange cellIns cellMerge "
        "customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd "
        "customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart "
        "customXmlMoveToRangeEnd"
    )
)


def accept_revisions(root: etree._Element) -> None:
    """Accept all tracked changes in a part, in place.

    Args:
        root: Its root element.
    """
    for element in list(root.iter()):
        if local(element) in _MARKS:
            _drop(element)
    _rows_and_cells(root)
    joined = [p for p in root.iter("{*}p") if p.find("{*}pPr/{*}rPr/{*}del") is not None]
    for element in list(root.iter()):
        name, parent = local(element), element.getparent()
        if parent is None or name not in _STRUCK | _PUT_IN:
            continue
        if local(parent) in ("rPr", "trPr", "ctrlPr"):
            parent.remove(element)
        elif name in _STRUCK:
            _drop(element)
        else:
            _lift(element)
    for paragraph in joined:
        _join(paragraph)


def _rows_and_cells(root: etree._Element) -> None:
    for row in list(root.iter("{*}tr")):
        if row.find("{*}trPr/{*}del") is not None:
            _drop(row)
    for cell in list(root.iter("{*}tc")):
        if cell.find("{*}tcPr/{*}cellDel") is not None:
            _drop(cell)


def _join(paragraph: etree._Element) -> None:
    """A paragraph whose end was struck out goes on in the next one, whose properties it takes."""
    following = paragraph.getnext()
    if following is None or local(following) != "p":
        return
    place = 1 if following.find("{*}pPr") is not None else 0
    for child in [c for c in paragraph if local(c) != "pPr"]:
        following.insert(place, child)
        place += 1
    _drop(paragraph)


def _lift(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for child in list(element):
        parent.insert(place, child)
        place += 1
    parent.remove(element)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
