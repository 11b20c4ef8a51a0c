"""A text with its words: what stands before, behind and between them."""

from __future__ import annotations

import re

from chatham.check.tokens import Token

__all__ = ["BREAK", "Line"]

BREAK = "\u2029"
"""Parts the passages of a text that is read on across their ends."""

_SENTENCE_END = re.compile(r"[.!?:;\u2029\u2026]|\n")
_CLAUSE = re.compile(r"[ \t]*\([^()\u2029]{0,60}\)|[ \t]*,[^,.\u2029]{1,60},")


class Line:
    """A text with its words, to ask what stands around a match.

    Args:
        text: The raw text; passages are parted by `BREAK`.
        tokens: Its words.
    """

    def __init__(self, text: str, tokens: list[Token]):
        self.text = text
        self.tokens = tokens

    def gap(self, right: int) -> str:
        """What stands between the word before `right` and the word `right`."""
        start = self.tokens[right - 1].end if right > 0 else 0
        end = self.tokens[right].start if right < len(self.tokens) else len(self.text)
        return self.text[start:end]

    def before(self, first: int) -> Token | None:
        """The word before `first`, in the same sentence."""
        if first == 0 or self.parted(self.gap(first)):
            return None
        return self.tokens[first - 1]

    def after(self, last: int) -> Token | None:
        """The word after `last`, in the same sentence; what stands in brackets or between commas is passed over."""
        place = last + 1
        if place >= len(self.tokens):
            return None
        clause = _CLAUSE.match(self.text, self.tokens[last].end)
        if clause:
            while place < len(self.tokens) and self.tokens[place].start < clause.end():
                place += 1
            if place >= len(self.tokens):
                return None
        gap = self.text[clause.end() if clause else self.tokens[last].end : self.tokens[place].start]
        return None if self.parted(gap) or "," in gap else self.tokens[place]

    def next(self, last: int) -> Token | None:
        """The word right after `last`, with nothing but a space between."""
        if last + 1 >= len(self.tokens) or self.gap(last + 1).strip(" \t\u00a0'’"):
            return None
        return self.tokens[last + 1]

    def is_sentence(self, last: int) -> bool:
        """Whether what holds the word `last` ends as a sentence does, and no title."""
        end = self.text.find(BREAK, self.tokens[last].end)
        return self.text[: end if end >= 0 else len(self.text)].rstrip("\"'”’) ").endswith((".", "!", "?"))

    def in_title(self, first: int) -> bool:
        """Whether most words around have capital letters, as in a title."""
        start = self.tokens[first].start
        left = self.text.rfind(BREAK, 0, start) + 1
        right = self.text.find(BREAK, start)
        near = [t for t in self.tokens[max(0, first - 12) : first + 13] if t.start >= left]
        words = [t for t in near if len(t.word) > 3 and (right < 0 or t.end <= right)]
        return len(words) > 2 and sum(t.capital for t in words) > 0.6 * len(words)

    def gapless(self, first: int, last: int) -> bool:
        """Whether the words are written in one, with nothing between them."""
        return all(self.tokens[n].start <= self.tokens[n - 1].end for n in range(first + 1, last + 1))

    @staticmethod
    def parted(gap: str) -> bool:
        """Whether what stands between two words parts them: a sentence ends, or a line does."""
        return bool(_SENTENCE_END.search(gap))
