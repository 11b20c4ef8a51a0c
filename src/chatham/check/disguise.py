"""Text that is written so that a search for it fails: encodings, escapes, letters turned round."""

from __future__ import annotations

import base64
import binascii
import html
import quopri
import re
from collections.abc import Iterator
from string import ascii_lowercase
from urllib.parse import unquote

__all__ = ["LETTERS_CHANGED", "digits_read_as_letters", "reversals", "runs_shortened", "undoubled", "unfold"]

_BASE64 = re.compile(  # not a plain word, of which there are many
    r"(?<![A-Za-z0-9+/_-])(?![A-Z]?[a-z]+(?![A-Za-z0-9+/_=-]))[A-Za-z0-9+/_-]{4,}={0,2}"
)
_BASE32 = re.compile(r"(?<![A-Za-z0-9])[A-Z2-7]{8,}={0,6}")
_PARTING = re.compile(r"[/_+-]+")
_SIGNS_FOR_LETTERS, _UPSIDE_DOWN = "signs for letters", "letters upside down"
LETTERS_CHANGED = frozenset([_SIGNS_FOR_LETTERS, _UPSIDE_DOWN])
"""What is done to the letters of a whole text, after which no encoding is left to undo."""
_SHORTEST = 4
_WORD = re.compile(r"[A-Z]?[a-z]+|\d+")
_URL_SAFE = str.maketrans("-_", "+/")
_FIGURE = re.compile(r"\d")
_LEAST_FIGURES = 4
"""Letters in hexadecimal have figures too: each begins with 4 to 7, and fewer than four letters are no name."""
_HEX = re.compile(r"(?<![0-9A-Fa-f])(?:(?:0x|\\x)?[0-9A-Fa-f]{2}[\s:,-]?){4,}(?![0-9A-Fa-f])")
_DECIMAL = re.compile(r"(?<!\d)(?:\d{2,3}[\s,;]{1,2}){3,}\d{2,3}(?!\d)")
_OCTALS = re.compile(r"(?<!\d)(?:[01]?[0-7]{2}[\s,;]{1,2}){3,}[01]?[0-7]{2}(?!\d)")
_BINARY = re.compile(r"(?<![01])(?:[01]{8}\s?){3,}(?![01])")
_ESCAPE = re.compile(r"(?:\\|%)u\{?([0-9A-Fa-f]{4,6})\}?|\\x([0-9A-Fa-f]{2})|U\+([0-9A-Fa-f]{4,6})|_x([0-9A-Fa-f]{4})_")
_NUMBERED = re.compile(r"(?:\\(?:[0-9A-Fa-f]{2,6}\s?|[0-3][0-7]{2})){2,}")
_CSS, _OCTAL = re.compile(r"\\([0-9A-Fa-f]{2,6})\s?"), re.compile(r"\\([0-3][0-7]{2})")
_MARKUP = re.compile(r"<[^<>]{0,400}>")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")
_QUOTED = re.compile(r"=[0-9A-F]{2}")
_CALLED = re.compile(r"(?:(?:uni)?char|chrw?)\(\s*(\d{2,6})\s*\)\s{0,3}[&+.]?\s{0,3}", re.IGNORECASE)
_PUNYCODE = re.compile(r"xn--[a-z0-9-]+", re.IGNORECASE)
_LEET = str.maketrans("0134578@$!|¡", "oieastbasili")
_THIRTEEN = str.maketrans(ascii_lowercase, ascii_lowercase[13:] + ascii_lowercase[:13])
_TURNED_ROUND = str.maketrans(ascii_lowercase, ascii_lowercase[::-1])
_UPRIGHT = str.maketrans("ɐqɔpǝɟƃɓɥᴉıɾʞןꞁɯuodbɹsʇnʌʍʎ", "abcdefgghiijkllmnopqrstuvwy")
_TURNED = re.compile("[ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎ]")
_SIGNS = re.compile(r"[A-Za-z][@$!|¡]+[A-Za-z]")
_RUN = re.compile(r"(.)\1{2,}")


def unfold(text: str) -> Iterator[tuple[str, str]]:
    """What a text says when its encodings are undone, each with how it was written.

    Args:
        text: A passage.
    """
    if "&" in text and ";" in text:
        unescaped = html.unescape(text)
        if unescaped != text:
            yield "HTML entities", unescaped
    if _PERCENT.search(text):
        plain = unquote(text, errors="replace")
        yield "percent-encoded", unquote(text, encoding="latin-1") if "\ufffd" in plain else plain
    if _ESCAPE.search(text):
        yield "escaped", _ESCAPE.sub(_escaped, text)
    if "\\" in text and _NUMBERED.search(text):
        yield "escaped", _CSS.sub(lambda m: _sign(int(m[1], 16)), text)
        yield "escaped", _OCTAL.sub(lambda m: _sign(int(m[1], 8)), text)
    if "<" in text and _MARKUP.search(text):
        yield "parted by markup", _MARKUP.sub("", text)
    if len(_CALLED.findall(text)) > 2:
        yield "character codes", _CALLED.sub(lambda m: _sign(int(m[1])), text)
    if _QUOTED.search(text):
        yield "quoted-printable", quopri.decodestring(text.encode("utf-8", "replace")).decode("utf-8", "replace")
    for match in _PUNYCODE.finditer(text):
        try:
            yield "punycode", match[0][4:].encode("ascii").decode("punycode")
        except (UnicodeError, OverflowError):
            continue  # not punycode after all
    if _SIGNS.search(text):
        yield _SIGNS_FOR_LETTERS, text.translate(_LEET)
    if not text.isascii():
        yield from _invisible(text)
    for match in _BASE64.finditer(text):
        if match[0].islower() or match[0].istitle():
            continue  # a word
        for decoded in _from_base64(match[0]):
            yield "base64", decoded
    for match in _BASE32.finditer(text):
        if (said := _from_base32(match[0])) is not None:
            yield "base32", said
    if len(_TURNED.findall(text)) > 1:
        yield _UPSIDE_DOWN, text.translate(_UPRIGHT)[::-1]
    yield from _from_figures(text)


def reversals(word: str) -> Iterator[tuple[str, str]]:
    """A folded word backwards, with its letters shifted by thirteen, and with the alphabet turned round."""
    yield "backwards", word[::-1]
    yield "letters shifted by thirteen", word.translate(_THIRTEEN)
    yield "alphabet turned round", word.translate(_TURNED_ROUND)


def digits_read_as_letters(word: str) -> str | None:
    """`pr1ya` as `priya`; None where no figure stands among letters."""
    if word.isalpha() or not any(c.isalpha() for c in word):
        return None
    return word.translate(_LEET)


def undoubled(word: str) -> str:
    """`pprriiyyaa` as `priya`; nothing where not every letter is doubled."""
    return word[::2] if word[::2] == word[1::2] else ""


def runs_shortened(word: str) -> str:
    """`priyaaa` as `priya`."""
    return _RUN.sub(r"\1", word)


def _escaped(match: re.Match[str]) -> str:
    return _sign(int(next(group for group in match.groups() if group), 16))


def _sign(code: int) -> str:
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _invisible(text: str) -> Iterator[tuple[str, str]]:
    """Text in characters that are drawn as nothing: tags, and variation selectors that stand for bytes."""
    tags = "".join(chr(ord(c) - 0xE0000) for c in text if 0xE0020 <= ord(c) < 0xE007F)
    if tags:
        yield "invisible characters", tags
    selected = bytes(_selector(c) for c in text if _selector(c) >= 0)
    if len(selected) > 2:
        yield "invisible characters", selected.decode("utf-8", "replace")


def _selector(character: str) -> int:
    code = ord(character)
    if 0xFE00 <= code <= 0xFE0F:
        return code - 0xFE00
    return code - 0xE0100 + 16 if 0xE0100 <= code <= 0xE01EF else -1


def _from_base64(run: str) -> Iterator[str]:
    """What a run of letters says: whole, from its second to fourth letter on, and between the signs of a path."""
    body = run.rstrip("=")
    pieces = [body, *(p for p in _PARTING.split(body) if len(p) >= _SHORTEST and p != body and not _WORD.fullmatch(p))]
    for number, piece in enumerate(pieces):
        for skipped in range(4 if number == 0 and len(piece) > 2 * _SHORTEST else 1):
            text = _base64_text(piece[skipped:])
            if text is not None:
                yield text
                break


def _base64_text(body: str) -> str | None:
    body = body[: len(body) - (len(body) % 4 == 1)].translate(_URL_SAFE)
    try:
        return _text_of(binascii.a2b_base64(body + "=" * (-len(body) % 4)))
    except binascii.Error:
        return None


def _from_base32(run: str) -> str | None:
    body = run.rstrip("=")
    try:
        return _text_of(base64.b32decode(body + "=" * (-len(body) % 8)))
    except binascii.Error:
        return None


def _from_figures(text: str) -> Iterator[tuple[str, str]]:
    if len(_FIGURE.findall(text)) < _LEAST_FIGURES:
        return
    for match in _HEX.finditer(text):
        digits = re.sub(r"0x|\\x|[^0-9A-Fa-f]", "", match[0])
        plain = _text_of(bytes.fromhex(digits[: len(digits) // 2 * 2]))
        if plain is not None:
            yield "hexadecimal", plain
    for pattern, base in ((_DECIMAL, 10), (_OCTALS, 8), (_BINARY, 2)):
        for match in pattern.finditer(text):
            figures = re.findall(r"[01]{8}" if base == 2 else r"\d+", match[0])
            codes = [int(figure, base) for figure in figures]
            if all(32 <= code < 256 for code in codes):
                yield "character codes", "".join(map(chr, codes))


def _text_of(data: bytes) -> str | None:
    """Bytes as text, if they look like text in UTF-8 or UTF-16."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding != "utf-8" and not all(c < "\u0250" or "\u1e00" <= c < "\u1f00" for c in text):
            continue  # any even number of bytes is some UTF-16
        if (
            len(text) > 2
            and all(c.isprintable() or c.isspace() for c in text)
            and sum(c.isalpha() for c in text) * 2 > len(text)
        ):
            return text
    return None
