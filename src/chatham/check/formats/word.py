"""WordprocessingML stories: what the reader sees, what a program hides, what was struck out and what was put in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chatham.check.formats.xml import read_attributes
from chatham.check.markup import local, parse
from chatham.check.passages import Reading, Setting

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["OPENING_TAG", "hides", "read_story"]

OPENING_TAG = "chatham-opening"
"""Tag of the content control that marks the opening block."""

_TEXT = frozenset(["t", "delText"])
_INSTRUCTION = frozenset(["instrText", "delInstrText"])
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_REMOVED = frozenset(["del", "moveFrom"])
_ADDED = frozenset(["ins", "moveTo"])
_PARAGRAPHS = frozenset(["p"])
_HIDING = frozenset(["vanish", "webHidden", "specVanish"])
_TINY = 4
"""Half points up to which letters are too small to be seen."""
_NARROW = 5
"""Per cent of their width up to which letters are too narrow to be seen."""
_WHITE = re.compile(r"(?:[Ff][0-9A-Fa-f]){3}")
_PAPER = ("background1", "light1", "bg1", "lt1")


@dataclass(slots=True)
class _Piece:
    text: str
    hidden: bool
    removed: bool
    added: bool


@dataclass(slots=True)
class _Paragraph:
    where: str
    setting: Setting
    pieces: list[_Piece] = field(default_factory=list)
    instructions: list[str] = field(default_factory=list)
    column: tuple[int, int] | None = None

    def text(self, *, hidden: bool = True, removed: bool = True, added: bool = True) -> str:
        return "".join(
            p.text
            for p in self.pieces
            if (hidden or not p.hidden) and (removed or not p.removed) and (added or not p.added)
        )


@dataclass(slots=True)
class _Field:
    """A field that has begun: its code, with the results of the fields inside it."""

    code: list[str] = field(default_factory=list)
    separated: bool = False


def read_story(
    reading: Reading,
    part: str,
    data: bytes,
    setting: Setting,
    *,
    opening: bool = False,
    hiding: frozenset[str] = frozenset(),
) -> None:
    """Read a part made of paragraphs.

    Args:
        reading: Collects what is found.
        part: Its name.
        data: The XML.
        setting: How a person meets its text.
        opening: Whether an opening block may stand in it.
        hiding: Ids of the styles that hide what they are given to.

    Raises:
        UnreadableFile: Broken, or it declares entities.
    """
    root = parse(data)
    story = _Story(setting, opening=opening, hiding=hiding)
    story.walk(root, _Place(setting))
    paragraphs = story.paragraphs
    views = {
        "all": [p.text() for p in paragraphs],
        "shown": [p.text(hidden=False, removed=False) for p in paragraphs],
        "before the changes": [p.text(added=False) for p in paragraphs],
    }
    for flow, texts in views.items():
        if flow == "all" or texts != views["all"]:
            for paragraph, text in zip(paragraphs, texts, strict=True):
                reading.add(part, paragraph.where, text, paragraph.setting, flow)
    for paragraph in paragraphs:
        reading.add(part, f"field code in {paragraph.where}", "".join(paragraph.instructions), Setting.LINK)
    for paragraph in paragraphs:  # names written downwards in a table
        if paragraph.column is not None:
            table, column = paragraph.column
            reading.add(part, paragraph.where, paragraph.text(), paragraph.setting, f"table {table} column {column}")
    for where, text in story.stray:
        reading.add(part, where, text, Setting.ASIDE, "stray")
    read_attributes(reading, part, root)
    for kind, why in story.marks():
        reading.notice(part, "the whole part", kind, why)


@dataclass(frozen=True, slots=True)
class _Place:
    """What surrounds an element on the way down."""

    setting: Setting
    hidden: bool = False
    removed: bool = False
    added: bool = False
    table: int = 0
    row: int = 0
    column: int = 0


class _Story:
    def __init__(self, setting: Setting, *, opening: bool, hiding: frozenset[str]):
        self.setting = setting
        self.hiding = hiding
        self.fields: list[_Field] = []
        self.may_open = opening
        self.paragraphs: list[_Paragraph] = []
        self.stray: list[tuple[str, str]] = []
        self.tables = 0
        self.changes = False

    def marks(self) -> list[tuple[str, str]]:
        return [("REVISION", "holds tracked changes: accept them before publishing")] if self.changes else []

    def walk(self, element: etree._Element, place: _Place, paragraph: _Paragraph | None = None) -> None:
        """Depth first, in the order of the file. Deep nesting ends the parse before it ends the stack."""
        stack: list[tuple[etree._Element, _Place, _Paragraph | None]] = [(element, place, paragraph)]
        while stack:
            element, place, paragraph = stack.pop()
            name = local(element)
            if name == "!":
                self.stray.append(("a comment in the XML", element.text or ""))
                continue
            place, paragraph = self._enter(element, name, place, paragraph)
            if name == "fldChar":
                self._field(element, paragraph)
            if name in _TEXT or name in _INSTRUCTION or name in _SIGNS or name == "sym":
                self._text(element, name, place, paragraph)
            elif element.text and not element.text.isspace():
                self.stray.append((f"element {name}", element.text))
            rows = cells = 0
            children: list[tuple[etree._Element, _Place, _Paragraph | None]] = []
            for child in element:
                inner = place
                kind = local(child)
                if kind == "tr" and name == "tbl":
                    rows += 1
                    inner = _at(place, row=rows)
                elif kind == "tc" and name == "tr":
                    cells += 1
                    inner = _at(place, column=cells)
                if child.tail and not child.tail.isspace():
                    self.stray.append((f"after element {kind}", child.tail))
                children.append((child, inner, paragraph))
            stack.extend(reversed(children))

    def _enter(
        self, element: etree._Element, name: str, place: _Place, paragraph: _Paragraph | None
    ) -> tuple[_Place, _Paragraph | None]:
        if name in _PARAGRAPHS:
            number = len(self.paragraphs) + 1
            where = f"paragraph {number}"
            if place.table:
                where += f" (table {place.table}, row {place.row}, column {place.column})"
            column = (place.table, place.column) if place.table else None
            paragraph = _Paragraph(where, place.setting, column=column)
            self.paragraphs.append(paragraph)
            if self.hiding:
                place = _at(place, hidden=_style(element, "p") in self.hiding)
        elif name == "rt":
            paragraph = _Paragraph(f"reading aid in {paragraph.where if paragraph else 'the text'}", place.setting)
            self.paragraphs.append(paragraph)
        elif name == "tbl":
            self.tables += 1
            place = _at(place, table=self.tables)
        elif name == "r" and (hides(element.find("{*}rPr")) or (self.hiding and _style(element, "r") in self.hiding)):
            place = _at(place, hidden=True)
        elif name in _REMOVED and element.find("{*}r") is not None:
            self.changes = True
            place = _at(place, removed=True)
        elif name in _ADDED and element.find("{*}r") is not None:
            self.changes = True
            place = _at(place, added=True)
        elif name == "sdt" and self.may_open and _tag(element) == OPENING_TAG:
            self.may_open = False  # one opening block, the first
            place = _at(place, setting=Setting.OPENING)
        return place, paragraph

    def _field(self, mark: etree._Element, paragraph: _Paragraph | None) -> None:
        kind = next((str(v) for k, v in mark.attrib.items() if str(k).endswith("}fldCharType")), "")
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].separated = True
        elif kind == "end" and self.fields:
            code = self.fields.pop().code
            if len(code) > 1 and paragraph is not None:
                paragraph.instructions.append("\n" + "".join(code))

    def _text(self, element: etree._Element, name: str, place: _Place, paragraph: _Paragraph | None) -> None:
        if paragraph is None:
            paragraph = _Paragraph("outside the paragraphs", place.setting)
            self.paragraphs.append(paragraph)
        for begun in self.fields if name in _TEXT or name in _INSTRUCTION else ():
            # The result of a field inside another one's code belongs to that code.
            if not begun.separated and (name in _TEXT or begun is self.fields[-1]):
                begun.code.append(element.text or "")
        if name in _INSTRUCTION:
            paragraph.instructions.append(element.text or "")
            return
        text = _SIGNS.get(name) or (_symbol(element) if name == "sym" else element.text or "")
        paragraph.pieces.append(_Piece(text, place.hidden, place.removed, place.added))


def _at(
    place: _Place,
    *,
    setting: Setting | None = None,
    hidden: bool | None = None,
    removed: bool | None = None,
    added: bool | None = None,
    table: int | None = None,
    row: int | None = None,
    column: int | None = None,
) -> _Place:
    return _Place(
        place.setting if setting is None else setting,
        place.hidden if hidden is None else hidden,
        place.removed if removed is None else removed,
        place.added if added is None else added,
        place.table if table is None else table,
        place.row if row is None else row,
        place.column if column is None else column,
    )


def hides(properties: etree._Element | None) -> bool:
    """Whether properties of a run hide its letters: said so, in white, or too small to see."""
    for mark in properties if properties is not None else ():
        name, value = local(mark), next((str(v) for k, v in mark.attrib.items() if str(k).endswith("}val")), "")
        if name in _HIDING and value not in ("0", "false", "off"):
            return True
        if name == "color" and _is_white(mark, value):
            return True
        if name == "sz" and value.isdigit() and int(value) <= _TINY:
            return True
        if name == "w" and value.rstrip("%").isdigit() and int(value.rstrip("%")) <= _NARROW:
            return True
    return False


def _is_white(color: etree._Element, value: str) -> bool:
    if any(str(k).endswith("}themeColor") and v in _PAPER for k, v in color.attrib.items()):
        return True
    return bool(_WHITE.fullmatch(value))


def _style(element: etree._Element, of: str) -> str:
    style = element.find(f"{{*}}{of}Pr/{{*}}{of}Style")
    return "" if style is None else next((str(v) for k, v in style.attrib.items() if str(k).endswith("}val")), "")


def _tag(control: etree._Element) -> str:
    tag = control.find("{*}sdtPr/{*}tag")
    return "" if tag is None else next((str(v) for k, v in tag.attrib.items() if str(k).endswith("}val")), "")


def _symbol(element: etree._Element) -> str:
    """A character given by its number in a symbol font; those fonts keep ASCII at F000 and up."""
    code = next((str(v) for k, v in element.attrib.items() if str(k).endswith("}char")), "")
    try:
        number = int(code, 16)
    except ValueError:
        return " "
    return (
        chr(number - 0xF000 if 0xF000 <= number < 0xF100 else number) if 0 < number < 0xD800 or number > 0xDFFF else " "
    )
