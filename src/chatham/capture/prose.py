"""Markdown and plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from chatham.capture.block_notes import Reading
from chatham.capture.blocks import ASKED, Block, Cell, Line, Table
from chatham.capture.decode import decode
from chatham.capture.desk import Desk, Draft
from chatham.capture.labels import Labels
from chatham.language.marks import heading_marks
from chatham.model.framework import Framework

__all__ = ["read_prose"]

_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"^\s*(={3,}|-{3,})\s*$")
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")
_ITEM = re.compile(r"^(\s*)(?:[-*+•·▪◦‣–—]|\(?(?:\d{1,3}|[a-zA-Z])[.)])[ \t]+(?=\S)")
_PIPE = re.compile(r"^\s*\|.*\|\s*$")
_MARKDOWN = (".md", ".markdown")
_NARROWEST = 60
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,200}?)(?<=\S)\1")


def read_prose(data: bytes, file: str, desk: Desk) -> list[Draft]:
    """Read Markdown or plain text: one note a paragraph or bullet.

    Args:
        data: The whole file, in any encoding.
        file: Its name.
        desk: Takes warnings.

    Raises:
        InputError: A tag names an objective that the codebook does not have.
        UnreadableFile: It is no text.
    """
    text = decode(data, file=file)
    if text.encoding not in ("utf-8", "utf-16"):
        desk.warn(file, "", f"not Unicode; read as {text.encoding}")
    plain = _without_comments(text)
    lines = plain.split("\n")
    width = 0 if PurePath(file).suffix.casefold() in _MARKDOWN else max(_NARROWEST, *map(len, lines))
    blocks = list(_blocks(lines, desk.framework, width))
    return Reading(file, desk, Labels(plain, desk.framework)).read(blocks)


def _without_comments(text: str) -> str:
    """The text without `<!-- comments -->`; their line ends stay, so that lines keep their numbers."""
    kept: list[str] = []
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (close := text.find("-->", start + 4)) >= 0:
        kept += [text[end:start], "\n" * text.count("\n", start, close)]
        end = close + 3
    return "".join([*kept, text[end:]])


def _blocks(lines: list[str], framework: Framework, width: int) -> Iterator[Block | Table]:
    """The blocks of a text; `width`: of its longest line, or 0 where a line end by itself means nothing."""
    paragraph: list[Line] = []
    index = 0
    while index < len(lines):
        raw = lines[index].expandtabs(4).rstrip()
        place = f"line {index + 1}"
        line = re.sub(r"^\s{0,3}>\s?", "", raw)
        heading = _HEADING.match(line)
        item = _ITEM.match(line)
        underlined = index + 1 < len(lines) and _UNDERLINE.match(lines[index + 1])
        if line.strip() and underlined and not item and len(line) < 200 and not paragraph:
            yield Block((Line(_plain(line), place),), level=1 if "=" in lines[index + 1] else 2)
            index += 2
            continue
        starts = not line.strip() or heading or item or _RULE.match(line) or _PIPE.match(line)
        if starts and paragraph:
            yield Block(tuple(paragraph))
            paragraph = []
        if heading:
            yield Block((Line(_plain(heading[2]), place),), level=len(heading[1]))
        elif _RULE.match(line):
            pass
        elif item and _heads(line, framework):
            # `8. Save lives ...` is a heading with its number, not the eighth bullet.
            yield Block((Line(line.strip(), place),))
        elif item:
            parts = [Line(_plain(line[item.end() :]), place)]
            while index + 1 < len(lines) and _continues(lines[index + 1].expandtabs(4), len(item[1])):
                index += 1
                parts.append(Line(_plain(lines[index].strip()), f"line {index + 1}"))
            yield Block(tuple(parts), indent=len(item[1]))
        elif _PIPE.match(line):
            rows = []
            while index < len(lines) and _PIPE.match(lines[index]):
                if not re.fullmatch(r"[\s|:-]+", lines[index]):
                    rows.append(_row(lines[index], f"line {index + 1}"))
                index += 1
            yield Table(tuple(rows))
            continue
        elif line.strip():
            if paragraph and _ended_on_purpose(paragraph[-1].text, line, width):
                yield Block(tuple(paragraph))
                paragraph = []
            paragraph.append(Line(_plain(line), place))
        index += 1
    if paragraph:
        yield Block(tuple(paragraph))


def _ended_on_purpose(line: str, following: str, width: int) -> bool:
    """Whether a line ends a paragraph: it ends a sentence, and the next word would still have fitted."""
    if not line.rstrip().endswith((".", "!", "?", '"', "”")) or ASKED.match(following.strip()):
        return False
    return len(line.rstrip()) + 1 + len(following.split()[0]) <= width


def _continues(line: str, indent: int) -> bool:
    """Whether a line goes on with the bullet before it."""
    if not line.strip() or _ITEM.match(line) or _HEADING.match(line) or _RULE.match(line) or _PIPE.match(line):
        return False
    return len(line) - len(line.lstrip()) > indent


def _heads(line: str, framework: Framework) -> bool:
    return bool(re.match(r"\s*\d", line) and heading_marks(line.strip(), framework, whole=True))


def _row(line: str, place: str) -> tuple[Cell, ...]:
    cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
    return tuple(
        Cell(tuple(Line(_plain(part.strip()), place) for part in re.split(r"<br\s*/?>", cell) if part.strip()))
        for cell in cells
    )


def _plain(text: str) -> str:
    """Text without the signs of strong emphasis, unless they mark a speaker's name."""
    if re.match(r"\s*(\*\*|__)[^*_\n]{1,90}(:\1|\1\s*:)", text):
        head = re.match(r"\s*(\*\*|__)(.+?)\1(\s*:)?", text)
        if head:
            return head[2] + (head[3] or "") + _STRONG.sub(r"\2", text[head.end() :])
    return _STRONG.sub(r"\2", text)
