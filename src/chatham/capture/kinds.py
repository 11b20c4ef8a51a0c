"""Which reader a file is for: its content decides, the suffix only where the content leaves it open."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from chatham.capture.captions import is_captions, is_transcript
from chatham.capture.chat import is_chat
from chatham.capture.decode import decode
from chatham.capture.desk import Desk
from chatham.capture.grid import delimiter, read_csv
from chatham.capture.package import open_package
from chatham.capture.sheet import has_notes
from chatham.errors import InputError, UnreadableFile

__all__ = ["FileKind", "kind_of"]

_OTHERS = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"BM", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "rich text"),
    (b"\xd0\xcf\x11\xe0", "an old Office format, or locked with a password"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
)
_FIXES = {
    "a picture": "Type it out: chatham reads no pictures",
    "a sound recording": "Hand in notes: chatham transcribes nothing",
}
_FIX = "Save it as docx, xlsx, csv or text"
_TABLE_SHARE = 0.9


class FileKind(StrEnum):
    """The kinds of file that have a reader."""

    JSONL = "jsonl"
    PROSE = "prose"
    WORD = "word"
    SHEET = "sheet"
    CHAT = "chat"
    CAPTIONS = "captions"
    TRANSCRIPT = "transcript"
    ARCHIVE = "archive"


def kind_of(data: bytes, file: str, desk: Desk) -> FileKind:
    """Look into a file and say which reader it is for.

    Args:
        data: The whole file.
        file: Its name.
        desk: With the codebook, whose review objectives may head the columns of a table.

    Raises:
        UnreadableFile: It is empty, or of a kind that has no reader.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise UnreadableFile("the file is empty", file=file, fix="Hand in the file with the notes in it")
    if data.startswith(b"PK"):
        return _packed(data, file)
    for magic, what in _OTHERS:
        if data.startswith(magic) and not (magic == b"BM" and data[:200].isascii()):
            raise UnreadableFile(f"{what}, which chatham does not read", file=file, fix=_FIXES.get(what, _FIX))
    if data[:4] == b"RIFF" or data[4:8] == b"ftyp":
        raise UnreadableFile("a picture, film or recording", file=file, fix="Hand in notes as text")
    return _written(decode(data, file=file), data, file, desk)


def _packed(data: bytes, file: str) -> FileKind:
    with open_package(data, file=file) as package:
        names = package.namelist()
    if "[Content_Types].xml" in names or "_rels/.rels" in names:
        for folder, kind in (("word/", FileKind.WORD), ("xl/", FileKind.SHEET)):
            if any(name.startswith(folder) for name in names):
                return kind
        raise UnreadableFile("an Office file that is neither Word nor Excel", file=file, fix=_FIX)
    if "mimetype" in names and "content.xml" in names:
        raise UnreadableFile("an OpenDocument file", file=file, fix="Save it as docx or xlsx")
    return FileKind.ARCHIVE


def _written(text: str, data: bytes, file: str, desk: Desk) -> FileKind:
    suffix = PurePath(file).suffix.casefold()
    start = text.lstrip()
    if re.match(r"\{\s*(?:\"|\})", start):
        return FileKind.JSONL
    if re.match(r"\[\s*\{\s*\"", start):
        raise InputError("a JSON list", file=file, place="line 1", fix="Write one object a line (JSON lines)")
    if re.match(r"<(?:!doctype\s+html|html|\?xml)", start, re.IGNORECASE):
        raise UnreadableFile("a web page or XML, which chatham does not read", file=file, fix=_FIX)
    if is_captions(text):
        return FileKind.CAPTIONS
    if is_chat(text):
        return FileKind.CHAT
    if suffix in (".csv", ".tsv", ".tab"):
        return FileKind.PROSE if _looks_written(text) and not _is_table(data, file, desk, sure=True) else FileKind.SHEET
    if _is_table(data, file, desk, sure=False):
        return FileKind.SHEET
    if is_transcript(text):
        return FileKind.TRANSCRIPT
    return FileKind.JSONL if suffix in (".jsonl", ".ndjson", ".json") else FileKind.PROSE


def _looks_written(text: str) -> bool:
    return bool(re.search(r"^(?:#{1,6} |[-*•] |\[)", text, re.MULTILINE))


def _is_table(data: bytes, file: str, desk: Desk, *, sure: bool) -> bool:
    """Whether a text is a table of notes; `sure`: its name says so, so that a header row is enough."""
    try:
        grid = read_csv(data, file=file)
    except InputError:
        return sure
    if not grid.rows or not has_notes(grid, desk):
        return False
    if sure:
        return True
    width = len(grid.rows[0].cells)
    alike = sum(len(row.cells) == width for row in grid.rows) / len(grid.rows)
    return width > 1 and len(grid.rows) > 1 and alike >= _TABLE_SHARE and delimiter(decode(data, file=file)) != "|"
