"""Words as somebody sees or hears them who looks for a name, each with its place in the raw text.

A text has one reading by sound (letters of any script in Latin ones) and, where it has letters that only look Latin,
another by looks. What has no width is nothing; every other sign that is no letter or digit parts two words, and so does
the seam of `camelCase` and of `letters2figures`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

__all__ = ["Token", "plain", "readings", "tokenize"]

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_SPAN = re.Match.span

# Letters of other scripts by the Latin letter they are drawn like (after Unicode Technical Standard 39, confusables):
# Cyrillic, Greek, Armenian, Cherokee, Lisu, Coptic, and small capitals that anyascii reads otherwise.
_LOOKS = {
    letter: latin
    for latin, letters in {
        "a": "аαɑ⍺ᴀɐ", "A": "АΑᎪᗅꓮⲀ", "b": "ьЬᑲ", "B": "ВΒᏴᗷꓐⲂ", "c": "сϲᴄⲥ", "C": "СϹᏟꓚⲤᑕ", "d": "ԁᏧᑯ",
        "D": "ᎠꓓᗞᗪԀ", "e": "еҽє", "E": "ЕΕᎬꓰЄᕮ", "f": "ẝք", "F": "ϜᖴꓝҒᖴ", "g": "ɡցԌ", "G": "ᏀꓖԌ", "h": "һհᏂ",
        "H": "НΗᎻꓧⲎᕼ", "i": "іιɩᎥıⲓ", "I": "ІΙӀꓲⲒ", "j": "јϳ", "J": "ЈᎫꓙᒍ", "k": "кκⲕ", "K": "КΚᏦꓗⲔ", "l": "ӏⵏ∣",
        "L": "ᏞꓡⳐԼᒪ", "m": "м", "M": "МΜᎷꓟⲘᗰ", "n": "пηոᴨ", "N": "ΝꓠⲚ", "o": "оοօσⲟ", "O": "ОΟՕꓳⲞ", "p": "рρⲣ",
        "P": "РΡᏢꓑⲢᑭ", "q": "ԛգᑫ", "Q": "ԚႳ", "r": "гᴦⲅя", "R": "ᎡꓣᏒЯᖇ", "s": "ѕꜱ", "S": "ЅՏᏚꓢᔕ", "t": "тτ",
        "T": "ТΤᎢꓔⲦ", "u": "υսцʋ", "U": "ՍሀꓴԱᑌ", "v": "ѵνᴠ", "V": "ѴᏙꓦᐯ", "w": "ԝѡաω", "W": "ԜᎳꓪᗯ", "x": "хχ",
        "X": "ХΧꓫⲬ᙭", "y": "Ꭹуγүу", "Y": "УΥҮꓬⲨ", "z": "ᴢ", "Z": "ΖᏃꓜⲌ",
    }.items()
    for letter in letters
}  # fmt: skip

_BLANK = frozenset("\u115f\u1160\u3164\uffa0")
"""Letters by category that are drawn as nothing."""


class Token(NamedTuple):
    """A word.

    Attributes:
        word: In lower-case Latin letters, or figures.
        shape: The same with its capitals.
        start: First code point in the raw text.
        end: One past the last.
    """

    word: str
    shape: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.shape[0].isupper()

    @property
    def upper(self) -> bool:
        """Whether it is all capital letters."""
        return self.shape.isupper()


def readings(text: str) -> list[tuple[str, list[Token]]]:
    """The ways of reading a text, each with a name that is empty for the plain one.

    Args:
        text: Any text.
    """
    if text.isascii():
        return [("", tokenize(text))]
    found = [("", _tokens(text, by_looks=False))]
    if any(_look(c) for c in set(text)):
        found.append(("letters of another script", _tokens(text, by_looks=True)))
    return found


def tokenize(text: str) -> list[Token]:
    """The words of a text, read by sound."""
    return _ascii_tokens(text) if text.isascii() else _tokens(text, by_looks=False)


def plain(text: str) -> str:
    """The letters and figures of a text, in lower-case Latin, with nothing between them."""
    return "".join(token.word for token in tokenize(text))


def _ascii_tokens(text: str) -> list[Token]:
    lower = text.lower()
    return [  # past the constructor of named tuples, which takes as long as all the rest
        tuple.__new__(Token, (lower[start:end], text[start:end], start, end))
        for start, end in map(_SPAN, _WORD.finditer(text))
    ]


def _tokens(text: str, *, by_looks: bool) -> list[Token]:
    signs = {c: (_look(c) if by_looks else "") or _letters(c) for c in set(text) if not c.isascii()}
    if all(len(read) == 1 for read in signs.values()):  # the usual case, by a wide margin the faster one
        return _ascii_tokens(text.translate({ord(c): read for c, read in signs.items()}))
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for letter in signs.get(character, character):
            letters.append(letter)
            places.append(place)
    places.append(len(text))
    return [
        Token(m[0].lower(), m[0], places[m.start()], places[m.end() - 1] + 1) for m in _WORD.finditer("".join(letters))
    ]


@lru_cache(maxsize=32768)
def _look(character: str) -> str:
    """The Latin letter that a letter of another script is drawn like (small ones like their capitals), or nothing."""
    if character.isascii():
        return ""
    return _LOOKS.get(character) or _LOOKS.get(character.upper(), "").lower()


@lru_cache(maxsize=32768)
def _letters(character: str) -> str:
    """Latin letters of one character; a space for what parts words, nothing for what has no width."""
    if character.isascii():
        return character
    category = unicodedata.category(character)
    if 0xF020 < ord(character) < 0xF07F:  # what Word writes for a letter of a symbol font
        return _letters(chr(ord(character) - 0xF000))
    if character in _BLANK or category in ("Cf", "Mn", "Me", "Cn", "Co"):
        return ""
    simple = unicodedata.normalize("NFKD", character)
    if not simple.isascii():
        simple = "".join(c for c in simple if unicodedata.category(c) not in ("Mn", "Me", "Cf"))
    if not simple.isascii():
        simple = anyascii(simple)
    if simple.startswith(":"):
        return " "  # what a little picture shows: `:grinning:`
    # `(a)` for an encircled letter, `.` for a full-width stop: only letters and figures are of use
    kept = "".join(c for c in simple if c.isalnum())
    return kept or " "
