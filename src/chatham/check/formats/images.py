"""Pictures: what they say of themselves is searched; what they show, a person has to look at."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

from chatham.check.formats.opaque import read_text_in_bytes
from chatham.check.passages import Reading, Setting

__all__ = ["is_picture", "read_picture"]

_PNG = b"\x89PNG\r\n\x1a\n"
_MOST_TEXT = 4_000_000
_GIF_TEXT = re.compile(rb"!(?:\xfe|\xff\x0b.{11}|\x01\x0c.{12})", re.DOTALL)
_EMF_WIDE, _EMF_NARROW, _EMF_TEXT_HEAD = 84, 83, 52
_EMF_TEXT = (_EMF_WIDE, _EMF_NARROW)


def is_picture(data: bytes) -> bool:
    """Whether the bytes are a PNG, JPEG, GIF, BMP, TIFF, WebP, EMF, WMF or icon."""
    return (
        data[:8] == _PNG
        or data[:3] == b"\xff\xd8\xff"
        or data[:4] in (b"GIF8", b"II*\0", b"MM\0*", b"\xd7\xcd\xc6\x9a")
        or data[:2] == b"BM"
        or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")
        or (data[:4] == b"\x01\0\0\0" and data[40:44] == b" EMF")
        or data[:4] == b"\0\0\1\0"
    )


def read_picture(reading: Reading, part: str, data: bytes) -> None:
    """Search the metadata of a picture, and put it down for a person to look at.

    Args:
        reading: Collects what is found.
        part: The name of the part.
        data: The picture.
    """
    reading.pictures.append((part, data))
    if data[:8] == _PNG:
        _png(reading, part, data)
    elif data[:3] == b"\xff\xd8\xff":
        _jpeg(reading, part, data)
        read_text_in_bytes(reading, part, data)
    else:
        read_text_in_bytes(reading, part, data)
    if data[:4] == b"GIF8":
        for block in _GIF_TEXT.finditer(data):
            read_text_in_bytes(reading, part, _blocks(data, block.end()), Setting.ASIDE)
    elif data[40:44] == b" EMF":
        reading.add(part, "words drawn", "".join(_drawn(data)), Setting.ASIDE)


def _blocks(data: bytes, place: int) -> bytes:
    """The pieces of a GIF's comment put together; each has its length before it."""
    found: list[bytes] = []
    while place < len(data) and data[place]:
        found.append(data[place + 1 : place + 1 + data[place]])
        place += 1 + data[place]
    return b"".join(found)


def _drawn(data: bytes) -> Iterator[str]:
    """The text of a Windows metafile, record by record; programs that space letters draw each by itself."""
    place = 0
    while place + 8 <= len(data):
        kind, size = struct.unpack_from("<II", data, place)
        if size < 8:
            return
        if kind in _EMF_TEXT and size >= _EMF_TEXT_HEAD:
            count, start = struct.unpack_from("<II", data[place : place + size], 44)
            width = 2 if kind == _EMF_WIDE else 1
            letters = data[place + start : place + min(size, start + width * count)]
            yield letters.decode("utf-16-le" if width == 2 else "cp1252", "replace")
        place += size


def _png(reading: Reading, part: str, data: bytes) -> None:
    place = 8
    while place + 12 <= len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        if kind in (b"IDAT", b"PLTE", b"fdAT"):
            read_text_in_bytes(reading, part, body, inside=False)
        else:
            read_text_in_bytes(reading, part, kind + b" " + body, Setting.ASIDE)
        if kind in (b"zTXt", b"iTXt", b"iCCP"):
            _inflated(reading, part, kind, body)
        place += 12 + length
        if kind == b"IEND":
            break
    if place < len(data):
        reading.opaque.append((f"{part} after the picture", data[place:]))


def _inflated(reading: Reading, part: str, kind: bytes, body: bytes) -> None:
    keyword, _, rest = body.partition(b"\0")
    if kind == b"iTXt":
        if rest[:1] != b"\1":
            return
        rest = rest[2:].split(b"\0", 2)[-1]
    else:
        rest = rest[1:]
    try:
        text = zlib.decompressobj().decompress(rest, _MOST_TEXT)
    except zlib.error:
        reading.refuse(part, f"its packed {kind.decode('latin-1')} text cannot be unpacked")
        return
    read_text_in_bytes(reading, part, keyword + b" " + text, Setting.ASIDE)


def _jpeg(reading: Reading, part: str, data: bytes) -> None:
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        (length,) = struct.unpack(">H", data[place + 2 : place + 4])
        if 0xE0 <= marker <= 0xEF or marker == 0xFE:
            read_text_in_bytes(reading, part, data[place + 4 : place + 2 + length], Setting.ASIDE)
        if marker == 0xDA:
            break
        place += 2 + length
    end = data.rfind(b"\xff\xd9")
    if end >= 0 and data[end + 2 :].strip(b"\0"):
        reading.opaque.append((f"{part} after the picture", data[end + 2 :]))
