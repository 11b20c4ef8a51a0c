"""Files written out in base64: pictures in web pages, certificates, attachments. Each is opened as the file it is."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator

from chatham.check.files import read_file, read_object
from chatham.check.formats.images import is_picture
from chatham.check.formats.opaque import read_bytes_as_text
from chatham.check.passages import Passage, Reading, Setting

__all__ = ["open_encoded"]

_LETTERS = "A-Za-z0-9+/_-"
_RUN = re.compile(rf"[{_LETTERS}]{{20,}}(?:\s{{1,4}}[{_LETTERS}]{{4,}})*={{0,2}}")
_LINE = re.compile(rf"\s*[{_LETTERS}]{{40,}}={{0,2}}\s*|\s*[{_LETTERS}]{{4,}}={{1,2}}\s*")
_LEAST = 40
_DEEPEST = 6
_URL_SAFE = str.maketrans("-_", "+/")
_FILES = (b"PK\x03\x04", b"%PDF", b"\x1f\x8b", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"<?xml", b"<svg", b"<html", b"<!DOC")


def open_encoded(reading: Reading) -> None:
    """Undo base64 that is longer than a word, and read what it holds; what that holds in turn, too.

    Args:
        reading: Of one file; what is found is added to it.
    """
    done = 0
    for _ in range(_DEEPEST):
        fresh, done = reading.passages[done:], len(reading.passages)
        for passage, written in _written(fresh):
            _open(reading, passage, written)
        if done == len(reading.passages):
            return
    if any(True for _ in _written(reading.passages[done:])):
        reading.refuse(reading.passages[done].part, "is written out in base64, too deep to open")


def _written(passages: list[Passage]) -> Iterator[tuple[Passage, str]]:
    """Each stretch of base64, put together over the lines that it was broken into."""
    first: Passage | None = None
    lines: list[str] = []
    for passage in passages:
        if _LINE.fullmatch(passage.text) and (first is None or first.part == passage.part):
            first = first or passage
            lines.append(passage.text)
            continue
        if first is not None:
            yield first, "".join(lines)
            first, lines = None, []
        if len(passage.text) >= _LEAST:
            for run in _RUN.finditer(passage.text):
                if len(run[0]) >= _LEAST:
                    yield passage, run[0]
    if first is not None:
        yield first, "".join(lines)


def _open(reading: Reading, passage: Passage, written: str) -> None:
    letters = re.sub(r"[\s=]", "", written).translate(_URL_SAFE)
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    try:
        data = base64.b64decode(letters + "=" * (-len(letters) % 4), validate=True)
    except (binascii.Error, ValueError):
        return
    if len(data) < _LEAST // 2:
        return
    reading.limits.take(len(data))
    name = f"{passage.part} > base64 in {passage.where}"
    if is_picture(data) or data.startswith(_FILES):
        read_file(reading, name, data)
        return
    text = read_bytes_as_text(data)
    if text is not None:
        reading.add(name, "the text", text, Setting.ASIDE)
    else:
        read_object(reading, name, data)
