"""Text as it sounds to somebody who looks for a name: without case, accents, script, dots, hyphens or line breaks.

Folding is by word: every word of the raw text becomes a word of ASCII letters and digits, and remembers where it stood.
What stands between two words (a space, a no-break space, a hyphen, a full stop, a line break) is one space; what has
no width (soft hyphens, joiners, marks) is nothing at all.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

__all__ = ["Folded", "fold", "fold_text"]

_WORD = re.compile("[a-z0-9]+")

# Letters of other alphabets that look like Latin ones: read so only inside a word that has Latin letters as well.
_LOOKALIKES = dict(
    zip(
        "авеѕіјкмнорстухԁԛԝһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαονρτυικ",
        "abesijkmhopctyxdqwhlabezhikmnoptyxaovptuik",
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and the way back.

    Attributes:
        text: The folded words, parted by single spaces, with a space before the first and after the last.
        at: For each word, where it begins in `text`.
        starts: For each word, its first code point in the raw text.
        ends: For each word, one past its last code point in the raw text.
    """

    text: str
    at: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def words(self) -> list[str]:
        """The folded words, in order."""
        return self.text.split()

    def index(self, position: int) -> int:
        """The number of the word that holds this position of `text`."""
        return max(0, bisect_right(self.at, position) - 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw stretch of the words that `text[start:end]` touches.

        Args:
            start: First position in `text`; a space counts to the word after it.
            end: One past the last position in `text`.

        Raises:
            ValueError: No word lies there.
        """
        first = self.index(start) if self.text[start] != " " else bisect_left(self.at, start)
        last = bisect_left(self.at, end) - 1
        if not 0 <= first <= last:
            raise ValueError("no word lies there")
        return self.starts[first], self.ends[last]


def fold(text: str) -> Folded:
    """Fold a text, keeping the way back to the raw one.

    Args:
        text: Any text.
    """
    found = [(m.group(), *m.span()) for m in _WORD.finditer(text.lower())] if text.isascii() else _words(text)
    at: list[int] = []
    position = 1
    for word, _, _ in found:
        at.append(position)
        position += len(word) + 1
    return Folded(
        text=" " + "".join(f"{word} " for word, _, _ in found),
        at=tuple(at),
        starts=tuple(start for _, start, _ in found),
        ends=tuple(end for _, _, end in found),
    )


@lru_cache(maxsize=65536)  # a note asks for the same few hundred words over and over
def fold_text(text: str) -> str:
    """The folded words of a text, parted by single spaces, without the way back."""
    return fold(text).text.strip()


def _words(text: str) -> list[tuple[str, int, int]]:
    words: list[tuple[str, int, int]] = []
    pieces: list[str] = []
    raw: list[str] = []
    start = end = 0

    def close() -> None:
        if pieces:
            word = _mixed(raw) if _is_mixed(raw) else "".join(pieces)
            if word:
                words.append((word, start, end))
        pieces.clear()
        raw.clear()

    for place, character in enumerate(text):
        folded = _character(character)
        if folded is None:  # of no width: neither a letter nor a gap
            if pieces and unicodedata.category(character) == "Mn":
                end = place + 1
            continue
        if folded == " ":
            close()
            continue
        if not pieces:
            start = place
        pieces.append(folded)
        raw.append(character)
        end = place + 1
    close()
    return words


@lru_cache(maxsize=16384)
def _character(character: str) -> str | None:
    """The ASCII letters and digits of one character, a space for a gap, None for what has no width."""
    category = unicodedata.category(character)
    if category in ("Cf", "Mn", "Me", "Cc") and not character.isspace():
        return None
    if not character.isalnum():
        # full-width and enclosed letters are symbols to Unicode, and letters to a reader
        plain = unicodedata.normalize("NFKC", character)
        if plain == character or not plain.isalnum():
            return " "
        character = plain
    letters = "".join(c for c in anyascii(character).lower() if c.isascii() and c.isalnum())
    return letters or " "


def _is_mixed(raw: list[str]) -> bool:
    return any(c in _LOOKALIKES or c.lower() in _LOOKALIKES for c in raw) and any(
        c.isascii() and c.isalpha() for c in raw
    )


def _mixed(raw: list[str]) -> str:
    return "".join(
        _LOOKALIKES.get(c) or _LOOKALIKES.get(c.lower()) or (_character(c) or "").replace(" ", "") for c in raw
    )
