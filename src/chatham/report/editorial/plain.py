"""Markdown and plain text as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatham.report.editorial.paragraphs import MARK, Kind, Paragraph

__all__ = ["read_markdown", "read_plain"]

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_BULLET = re.compile(r"\s*[-*+•–]\s+(.*)$")
_ITEM = re.compile(r"\s*\(?(?:[a-z]|[ivx]+)\)\s+(.*)$")
_NUMBERED = re.compile(r"\s*\d{1,3}\\?[.)]\s+(.*)$")
_FOOTNOTE = re.compile(r"\[\^([^\]]+)\]:\s*(.*)$")
_ROW = re.compile(r"\s*\|(.*)\|\s*$")
_RULE = re.compile(r"[\s|:=*_-]+$")
_EMPHASIS = re.compile(r"(?<![\\*\w])(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)(?<!\\)\1(?![*\w])")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()<>#+.!|~-])")
_CALL = re.compile(r"\[\^[^\]]+\]")
_SUPERSCRIPT = re.compile(r"(?<=[A-Za-z]{3})[⁰¹²³⁴⁵⁶⁷⁸⁹]+|(?<=[.,;:])[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_LABELS = (
    (re.compile(r"[IVX]+\.\s+(.*)$"), 1),
    (re.compile(r"[A-Z]\.\s+(.*)$"), 2),
    (re.compile(r"\d{1,2}\.\s+(.*)$"), 3),
)
_LONGEST_HEADING = 90


def read_markdown(text: str) -> tuple[Paragraph, ...]:
    """Paragraphs of Markdown; code is left out.

    Args:
        text: The file's.
    """
    found: list[Paragraph] = []
    table = row = 0
    fenced = False
    for number, block in _blocks(text):
        if block.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
            continue
        if fenced:
            continue
        where = f"line {number}"
        if cells := _ROW.match(block):
            if _RULE.match(block):
                continue
            table, row = (table + 1, 1) if row == 0 else (table, row + 1)
            for at, cell in enumerate(re.split(r"(?<!\\)\|", cells[1]), 1):
                made = _marked(cell.strip(), Kind.TABLE, f"{where}, cell {at}", part=f"table {table}", header=row == 1)
                found.append(made)
            continue
        row = 0
        if head := _HEADING.match(block):
            level = len(head[1])
            kind = Kind.ASIDE if level == 1 and not found else Kind.HEADING
            found.append(_marked(head[2], kind, where, level=level))
        elif note := _FOOTNOTE.match(block):
            found.append(_marked(note[2], Kind.FOOTNOTE, where, part=f"footnote {note[1]}"))
        elif not _RULE.match(block):
            kind, said = _kind(block)
            found.append(_marked(said, kind, where))
    return tuple(found)


def read_plain(text: str) -> tuple[Paragraph, ...]:
    """Paragraphs of plain text: a short line that stands alone and ends like no sentence is a heading.

    Args:
        text: The file's.
    """
    found: list[Paragraph] = []
    for number, block in _blocks(text):
        where = f"line {number}"
        said = _SUPERSCRIPT.sub(MARK, block.strip())
        level, title = _heading(said)
        if level:
            found.append(Paragraph(title, Kind.HEADING, "text", where, level=level))
            continue
        kind, said = _kind(said)
        found.append(Paragraph(said, kind, "text", where))
    return tuple(found)


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Line number and text of what stands together: lines of a paragraph joined, list entries and rows alone."""
    start, lines = 0, list[str]()
    for number, line in enumerate([*text.splitlines(), ""], 1):
        opens = re.match(r"\s*(?:[-*+•]\s|\(?[a-z]{1,4}\)\s|\d{1,3}\\?[.)]\s|#|\||\[\^|```|~~~)", line)
        if (not line.strip() or opens) and lines:
            if joined := " ".join(part.strip() for part in lines if part.strip()):
                yield start, joined
            lines = []
        if line.strip():
            start = start if lines else number
            lines.append(line)


def _kind(block: str) -> tuple[Kind, str]:
    for pattern, kind in ((_BULLET, Kind.BULLET), (_ITEM, Kind.ITEM), (_NUMBERED, Kind.TEXT)):
        if found := pattern.match(block):
            return kind, found[1]
    return Kind.TEXT, block


def _heading(line: str) -> tuple[int, str]:
    if len(line) > _LONGEST_HEADING or line.endswith((".", ";", ":", ",", "?", "!")) or not line:
        return 0, line
    for pattern, level in _LABELS:
        if found := pattern.match(line):
            return level, found[1]
    return (1, line) if line[:1].isupper() and not _BULLET.match(line) else (0, line)


def _marked(
    text: str, kind: Kind, where: str, *, part: str = "text", level: int = 0, header: bool = False
) -> Paragraph:
    """A paragraph without Markdown's own marks."""
    said = _CALL.sub(MARK, _LINK.sub(r"\1", text))
    emphasised = tuple(found[2] for found in _EMPHASIS.finditer(said))
    said = _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", said))
    return Paragraph(said, kind, part, where, level=level, emphasised=emphasised, header=header)
