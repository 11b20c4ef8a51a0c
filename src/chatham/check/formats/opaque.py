"""Bytes that no reader understands: every stretch that is text in UTF-8 or UTF-16 is searched."""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from collections.abc import Iterator

from chatham.check.passages import Reading, Setting

__all__ = ["is_packed", "read_bytes_as_text", "read_text_in_bytes"]

_BYTE_TEXT = re.compile(rb"[\x20-\x7e\xc2-\xf4\x80-\xbf]{3,}")
_WIDE_TEXT = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\x00|[^\x00][\x01-\x06\x1e\x20]){3,}")
_WIDE_ASCII = re.compile(rb"(?:[\x20-\x7e]\x00){3,}")
_WIDE_ASCII_BIG = re.compile(rb"(?:\x00[\x20-\x7e]){3,}")
_WIDE_TEXT_BIG = re.compile(rb"(?:\x00[\x20-\x7e\xa0-\xff]|[\x01-\x06\x1e\x20][^\x00]){3,}")
_PATTERNS = (
    ("utf-8", _BYTE_TEXT),
    ("utf-16-le", _WIDE_TEXT),
    ("utf-16-le", _WIDE_ASCII),
    ("utf-16-be", _WIDE_TEXT_BIG),
    ("utf-16-be", _WIDE_ASCII_BIG),
)
_PACKING = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_MOST_TRIED = 2000
_LEAST_UNPACKED = 6
_MOST_UNPACKED = 8_000_000
_PACKED = 7.2
"""Bits of information a byte from which bytes are packed or encrypted, so that a search in them proves nothing."""


def read_text_in_bytes(
    reading: Reading, part: str, data: bytes, setting: Setting = Setting.BYTES, *, inside: bool = True
) -> None:
    """Search bytes for text, and what is packed among them.

    Args:
        reading: Collects what is found.
        part: The name of the part.
        data: Its bytes.
        setting: `ASIDE` for small parts that are mostly text (metadata of pictures).
        inside: Unpack what is packed among them; not in the pixels of a picture.
    """
    for content in _packed_inside(data) if inside else ():
        read_text_in_bytes(reading, f"{part} > packed inside", content, setting, inside=False)
    for encoding, pattern in _PATTERNS:
        pieces = [m[0].decode(encoding, "ignore") for m in pattern.finditer(data)]
        least = 4 if setting is Setting.BYTES else 2
        text = "\n".join(piece for piece in pieces if _says(piece, least))
        reading.add(part, f"bytes as {encoding.upper()}", text, setting)


def _packed_inside(data: bytes) -> Iterator[bytes]:
    """What is packed somewhere in the bytes with zlib or gzip, as far as it can be unpacked."""
    unpacked = 0
    for tried, match in enumerate(_PACKING.finditer(data)):
        if tried == _MOST_TRIED or unpacked > _MOST_UNPACKED:
            return
        unpacker = zlib.decompressobj(wbits=47)  # either header
        try:
            content = unpacker.decompress(memoryview(data)[match.start() :], _MOST_UNPACKED)
        except zlib.error:
            continue
        if len(content) >= _LEAST_UNPACKED:
            unpacked += len(content)
            yield content


def _says(piece: str, least: int) -> bool:
    """Whether a stretch of bytes may be a word: packed bytes are full of stretches that are none."""
    run = longest = letters = 0
    for character in piece:
        run = run + 1 if character.isalpha() else 0
        letters += run > 0
        longest = max(longest, run)
    return longest >= least or (letters > 4 and letters * 2 >= len(piece))


def read_bytes_as_text(data: bytes) -> str | None:
    """Bytes as the text they are, or None where they are none."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    elif data[:1000].count(b"\0") > len(data[:1000]) // 4:
        big = data[:1000:2].count(b"\0") > data[1:1000:2].count(b"\0")  # the first byte of each letter is the empty one
        encodings = ["utf-16-be", "utf-16-le"] if big else ["utf-16-le", "utf-16-be"]
    else:
        encodings = ["utf-8-sig"]
        if not data[:65536].translate(None, bytes(range(32, 256)) + b"\t\n\r\f"):
            encodings.append("cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        odd = sum(1 for c in text[:20000] if not c.isprintable() and not c.isspace() and ord(c) < 0xA0)
        if odd * 50 <= min(len(text), 20000):
            return text
    return None


def is_packed(data: bytes) -> bool:
    """Whether bytes look compressed or encrypted."""
    sample = data[:200_000]
    if len(sample) < 256:
        return False
    total = len(sample)
    return -sum(n / total * math.log2(n / total) for n in Counter(sample).values()) > _PACKED
