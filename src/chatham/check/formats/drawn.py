"""Strings that a drawing of a PDF file puts on paper: stamps, forms and drawings that no page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["drawn_strings"]

_STRING = rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>"
_SHOWN = re.compile(rb"\[((?:[^\[\]()<>]|" + _STRING + rb")*)\]\s*TJ|(" + _STRING + rb")\s*(?:Tj|'|\")", re.DOTALL)
_PIECE = re.compile(_STRING, re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b"", b"\n": b"", b"\r": b"", b"\r\n": b""}


def drawn_strings(data: bytes) -> Iterator[str]:
    """What each operator that shows text shows, its pieces put together.

    Args:
        data: The drawing.
    """
    for match in _SHOWN.finditer(data):
        pieces = _PIECE.findall(match[1]) if match[1] is not None else [match[2]]
        letters = b"".join(map(_plain, pieces))
        yield (
            letters.decode("utf-16-be", "replace")
            if letters[::2].count(0) * 3 > len(letters)
            else letters.decode("latin-1")
        )


def _plain(piece: bytes) -> bytes:
    if piece.startswith(b"<"):
        digits = re.sub(rb"\s", b"", piece[1:-1])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return _ESCAPE.sub(_unescaped, piece[1:-1])


def _unescaped(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    return bytes([int(sign, 8) % 256]) if sign[:1].isdigit() and sign[:1] < b"8" else _SIGNS.get(sign, sign)
