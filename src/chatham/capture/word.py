"""Word documents: prose, bullets, headings, rapporteur forms; the accepted reading of tracked changes.

The XML is read directly: python-docx passes over insertions, content controls and text boxes.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from chatham.capture.block_notes import Reading
from chatham.capture.blocks import Block, Cell, Line, Table
from chatham.capture.desk import Desk, Draft
from chatham.capture.labels import Labels
from chatham.capture.package import member, open_package
from chatham.errors import UnreadableFile

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["GUIDANCE_STYLE", "read_word"]

GUIDANCE_STYLE = "chatham guidance"
"""Style of the paragraphs of a form that tell how to fill it in: they are no notes."""

_HEADING = re.compile(r"^heading (\d)$", re.IGNORECASE)
_MARGIN = re.compile(r"word/(header|footer)\d*\.xml")
_GONE = {"del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr"}
_TYPED_BULLET = re.compile(r"^\s*(?:[•·▪◦‣*–-]|\(?\d{1,2}[.)])\s+(?=\S)")
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "softHyphen": ""}


def read_word(data: bytes, file: str, desk: Desk) -> list[Draft]:
    """Read a Word document: one note a paragraph, bullet, or paragraph in a cell of a form.

    Args:
        data: The whole file.
        file: Its name.
        desk: Takes warnings: of tracked changes, and of comments, notes, headers and footers, which are not read.

    Raises:
        InputError: A tag names an objective that the codebook does not have.
        UnreadableFile: It is damaged, locked or no Word document.
    """
    with open_package(data, file=file) as package:
        document = _Document(package, file, desk)
        blocks = list(document.blocks())
    every = "\n".join(line.text for block in blocks for line in _lines(block))
    return Reading(file, desk, Labels(every, desk.framework)).read(blocks)


def _lines(block: Block | Table) -> Iterator[Line]:
    if isinstance(block, Block):
        yield from block.lines
    else:
        for row in block.rows:
            for cell in row:
                yield from cell.lines


def _name(element: Element) -> str:
    tag: object = element.tag  # of a comment or processing instruction it is a function
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _child(element: Element | None, *names: str) -> Element | None:
    for name in names:
        element = None if element is None else next((c for c in element if _name(c) == name), None)
    return element


def _value(element: Element | None, name: str = "val") -> str | None:
    if element is None:
        return None
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), None)


class _Document:
    """The main part of a package, as blocks."""

    def __init__(self, package: zipfile.ZipFile, file: str, desk: Desk):
        self._package = package
        self._file = file
        self._desk = desk
        self._names = {info.filename: info for info in package.infolist()}
        main = self._main_part()
        self._root = self._xml(main)
        self._guidance: set[str] = set()
        self._levels, self._bullets = self._styles(posixpath.join(posixpath.dirname(main), "styles.xml"))
        self._paragraphs = 0
        self._tables = 0
        self._tell(posixpath.dirname(main))

    def _xml(self, name: str) -> Element:
        from lxml import etree

        info = self._names.get(name)
        if info is None:
            raise UnreadableFile("no Word document inside", file=self._file, fix="Open it in Word and save it again")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(member(self._package, info, file=self._file), parser)
        except (etree.XMLSyntaxError, ValueError):
            raise UnreadableFile(
                "a damaged Word document", file=self._file, fix="Open it in Word and save it again"
            ) from None

    def _main_part(self) -> str:
        for relation in self._xml("_rels/.rels"):
            if (relation.get("Type") or "").endswith("/officeDocument"):
                return (relation.get("Target") or "").lstrip("/")
        return "word/document.xml"

    def _styles(self, name: str) -> tuple[dict[str, int], dict[str, int]]:
        """Style id to heading level, and to the indent of a list style."""
        levels: dict[str, int] = {}
        bullets: dict[str, int] = {}
        if name not in self._names:
            return levels, bullets
        based: dict[str, str] = {}
        for style in self._xml(name):
            identity = _value(style, "styleId")
            if _name(style) != "style" or identity is None:
                continue
            called = _value(_child(style, "name")) or ""
            heading = _HEADING.match(called)
            if called.casefold() == GUIDANCE_STYLE:
                self._guidance.add(identity)
            outline = _value(_child(style, "pPr", "outlineLvl"))
            if heading:
                levels[identity] = int(heading[1])
            elif called.casefold() == "title":
                levels[identity] = 0
            elif outline is not None and outline.isdecimal() and int(outline) < 9:
                levels[identity] = int(outline) + 1
            if _child(style, "pPr", "numPr") is not None or called.casefold().startswith("list "):
                depth = re.search(r"(\d)$", called)
                bullets[identity] = int(depth[1]) - 1 if depth else 0
            parent = _value(_child(style, "basedOn"))
            if parent:
                based[identity] = parent
        for identity in list(based):
            ancestor, steps = based.get(identity), 0
            while ancestor and steps < 20:
                for known in (levels, bullets):
                    if ancestor in known and identity not in known:
                        known[identity] = known[ancestor]
                ancestor, steps = based.get(ancestor), steps + 1
        return levels, bullets

    def _tell(self, folder: str) -> None:
        tracked = sum(1 for e in self._root.iter() if _name(e) in ("ins", "del", "moveFrom", "moveTo"))
        if tracked:
            self._desk.warn(self._file, "", "tracked changes: read as if all were accepted")
        if any(_name(e) == "r" and _hidden(e) and _text(e).strip() for e in self._root.iter()):
            self._desk.warn(self._file, "", "hidden text in it is not read")
        for part, what in (("comments.xml", "comments"), ("footnotes.xml", "footnotes"), ("endnotes.xml", "endnotes")):
            name = posixpath.join(folder, part)
            if name not in self._names:
                continue
            if self._says(name):
                self._desk.warn(self._file, "", f"{what} in it are not read")
        for name in sorted(self._names):
            margin = _MARGIN.fullmatch(name)
            if margin and self._says(name):
                self._desk.warn(
                    self._file, name, f"the text of a {margin[1]} is not read: move what was said to the body"
                )

    def _says(self, name: str) -> bool:
        """Whether a part has text of its own: the number of the page is none."""
        texts = "".join(e.text or "" for e in self._xml(name).iter() if _name(e) == "t")
        return any(len(word) > 1 and word.casefold() != "page" for word in re.findall(r"[^\W\d_]+", texts))

    def blocks(self) -> Iterator[Block | Table]:
        """Paragraphs and tables in order; what a deleted paragraph mark parted is joined."""
        body = _child(self._root, "body")
        if body is None:
            raise UnreadableFile("no Word document inside", file=self._file)
        yield from self._inside(body)

    def _inside(self, parent: Element) -> Iterator[Block | Table]:
        held = ""
        for element in _flat(parent):
            if _name(element) == "tbl":
                self._tables += 1
                yield self._table(element, f"table {self._tables}")
                continue
            self._paragraphs += 1
            if _value(_child(element, "pPr", "pStyle")) in self._guidance:
                continue
            text = held + _text(element)
            if _child(element, "pPr", "rPr", "del") is not None:
                held = text
                continue
            held = ""
            place = f"paragraph {self._paragraphs}"
            if text.strip():
                yield self._block(element, text, place)
            for box in _boxes(element):
                yield from self._inside(box)
        if held.strip():
            yield Block((Line(held, f"paragraph {self._paragraphs}"),))

    def _block(self, paragraph: Element, text: str, place: str) -> Block:
        lines = tuple(Line(part, place) for part in text.split("\n") if part.strip())
        style = _value(_child(paragraph, "pPr", "pStyle")) or ""
        outline = _value(_child(paragraph, "pPr", "outlineLvl"))
        level = int(outline) + 1 if outline is not None and outline.isdecimal() else self._levels.get(style)
        if level is not None and level < 10:
            return Block((Line(" ".join(text.split()), place),), level=level)
        numbering = _child(paragraph, "pPr", "numPr")
        if numbering is not None and _value(_child(numbering, "numId")) != "0":
            depth = _value(_child(numbering, "ilvl")) or "0"
            return Block(lines, indent=int(depth) if depth.isdecimal() else 0, joiner="\n")
        if style in self._bullets and numbering is None:
            return Block(lines, indent=self._bullets[style], joiner="\n")
        typed = _TYPED_BULLET.match(text)
        if typed and len(lines) == 1 and not typed[0].strip()[0].isdigit():
            left = _value(_child(paragraph, "pPr", "ind"), "left") or "0"
            return Block((Line(text[typed.end() :], place),), indent=int(left) if left.isdecimal() else 0)
        return Block(lines, joiner="\n")

    def _table(self, table: Element, place: str) -> Table:
        rows: list[tuple[Cell, ...]] = []
        for number, row in enumerate((e for e in _flat(table, "tr") if _name(e) == "tr"), 1):
            if _child(row, "trPr", "del") is not None:
                continue
            cells: list[Cell] = []
            for cell in (e for e in _flat(row, "tc") if _name(e) == "tc"):
                merged = _child(cell, "tcPr", "vMerge")
                above = rows[-1] if rows else ()
                if merged is not None and _value(merged) != "restart" and len(cells) < len(above) and not cells:
                    cells.append(above[len(cells)])  # a row header that spans several rows
                else:
                    where = f"{place}, row {number}, column {len(cells) + 1}"
                    cells.append(Cell(tuple(self._cell_lines(cell, where))))
                span = _value(_child(cell, "tcPr", "gridSpan")) or "1"
                cells += [Cell()] * (min(int(span), 50) - 1 if span.isdecimal() else 0)
            rows.append(tuple(cells))
        return Table(tuple(rows))

    def _cell_lines(self, cell: Element, place: str) -> Iterator[Line]:
        held = ""
        for element in _flat(cell):
            if _name(element) == "tbl":
                for row in _flat(element, "tr"):
                    for inner in _flat(row, "tc"):
                        yield from self._cell_lines(inner, place)
                continue
            text = held + _text(element)
            held = text if _child(element, "pPr", "rPr", "del") is not None else ""
            if not held:
                for part in text.split("\n"):
                    if part.strip():
                        yield Line(part, place)
        if held.strip():
            yield Line(held, place)


def _flat(parent: Element, *wanted: str) -> Iterator[Element]:
    """Children of the wanted kinds (paragraphs and tables by default), inside content controls and the like too."""
    kinds = wanted or ("p", "tbl")
    for child in parent:
        name = _name(child)
        if name in kinds:
            yield child
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            yield from _flat(child, *wanted)


def _text(paragraph: Element) -> str:
    """A paragraph's text in the accepted reading; text boxes are not in it."""
    parts: list[str] = []
    stack = [iter(paragraph)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        name = _name(child)
        if name in _GONE or name == "txbxContent" or (name == "r" and _hidden(child)):
            continue
        if name == "t":
            parts.append(child.text or "")
        elif name in _BREAKS:
            parts.append(_BREAKS[name])
        else:
            stack.append(iter(child))
    return "".join(parts)


def _hidden(run: Element) -> bool:
    """Whether Word does not show a run: nobody who reads the note over would see it."""
    vanish = _child(run, "rPr", "vanish")
    return vanish is not None and (_value(vanish) or "1") not in ("0", "false", "off")


def _boxes(paragraph: Element) -> Iterator[Element]:
    for box in paragraph.iter():
        if _name(box) == "txbxContent" and not any(_name(a) == "Fallback" for a in box.iterancestors()):
            yield box
