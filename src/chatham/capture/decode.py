"""Bytes to text, whatever program wrote them."""

from __future__ import annotations

import re

from chatham.errors import UnreadableFile

__all__ = ["Decoded", "decode"]

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"))
_MARKS_16 = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# What cp1252 has beyond ASCII and people type: letters, quotation marks, dashes, currency, a few signs.
_WESTERN = re.compile(r"[^\x00-\x7fÀ-ÖØ-öø-ÿŒœŠšŽžŸ‘’‚“”„–—…•€£¥§©®°±²³µ·¹ºª¼½¾«»¿¡\u00a0\u00ad×÷´]")
_GUESSES = [
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1256",
    "cp1258",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_kr",
    "cp874",
]


class Decoded(str):
    """Text that knows which encoding it came in (`utf-8`, `utf-16`, `cp1252`, ...)."""

    __slots__ = ("encoding",)
    encoding: str


def decode(data: bytes, *, file: str) -> Decoded:
    """Read bytes as text: a byte order mark decides, then UTF-8, then Windows code pages.

    Line ends become LF; the mark is dropped.

    Args:
        data: The whole file.
        file: Its name, for the error.

    Raises:
        UnreadableFile: It is no text.
    """
    text, encoding = _decoded(data, file)
    if _CONTROL.search(text[:100_000]):
        raise UnreadableFile("not a text file", file=file, fix="Hand in one of the formats in the import guide")
    result = Decoded(text.replace("\r\n", "\n").replace("\r", "\n"))
    result.encoding = encoding
    return result


def _decoded(data: bytes, file: str) -> tuple[str, str]:
    for mark, encoding in (*_MARKS, *_MARKS_16):
        if data.startswith(mark):
            try:
                return data.decode(encoding if encoding != "utf-8" else "utf-8-sig").removeprefix("\ufeff"), encoding
            except UnicodeDecodeError:
                raise UnreadableFile(f"not the {encoding.upper()} it says it is", file=file) from None
    text = _as(data, "utf-8")
    if text is not None:
        return text, "utf-8"
    western = _as(data, "cp1252")
    if western is not None and not _WESTERN.search(western) and _ascii_share(western) > 0.85:
        return western, "cp1252"
    guess = _guessed(data)
    if guess is not None:
        return guess
    if western is not None and _ascii_share(western) > 0.7:
        return western, "cp1252"
    raise UnreadableFile("its encoding is not known", file=file, fix="Save it as UTF-8")


def _ascii_share(text: str) -> float:
    return sum(c.isascii() for c in text) / max(len(text), 1)


def _guessed(data: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000], cp_isolation=_GUESSES).best()
    if best is None:
        return None
    text = _as(data, best.encoding)
    return None if text is None else (text, best.encoding)


def _as(data: bytes, encoding: str) -> str | None:
    """The text in an encoding, or None where the bytes are none in it."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
