"""Pictures without what they say of themselves."""

from __future__ import annotations

import struct

__all__ = ["strip_picture"]

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset(
    str.split("IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs acTL fcTL fdAT", " "),
)


def strip_picture(data: bytes) -> bytes:
    """A PNG or JPEG without text, EXIF, XMP, comments and what follows its end; other pictures as they are.

    Args:
        data: The picture.
    """
    if data.startswith(_PNG):
        return _png(data)
    return _jpeg(data) if data.startswith(b"\xff\xd8\xff") else data


def _png(data: bytes) -> bytes:
    kept, place = [_PNG], 8
    while place + 12 <= len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        kind = data[place + 4 : place + 8].decode("latin-1")
        if kind in _PNG_KEPT:
            kept.append(data[place : place + 12 + length])
        place += 12 + length
        if kind == "IEND":
            break
    return b"".join(kept)


def _jpeg(data: bytes) -> bytes:
    kept, place = [b"\xff\xd8"], 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xDA:
            end = data.rfind(b"\xff\xd9")
            kept.append(data[place : end + 2] if end > place else data[place:])
            return b"".join(kept)
        (length,) = struct.unpack(">H", data[place + 2 : place + 4])
        segment = data[place : place + 2 + length]
        profile = marker == 0xE2 and segment[4:15] == b"ICC_PROFILE"
        # APP14 says how the colours are coded; without it they come out wrong
        if marker in (0xE0, 0xEE) or profile or not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            kept.append(segment)
        place += 2 + length
    return data
