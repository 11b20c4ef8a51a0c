"""Rare names with a letter or two wrong, and rare names built into longer words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import ahocorasick

from chatham.check.watchlist import Needle
from chatham.model.private import Kind

__all__ = ["Misspelt", "distance"]

_TWO_WRONG = 10
"""Letters from which a name may have two of them wrong and still be known for what it is."""


class Misspelt:
    """Looks words up that are nearly a rare name.

    Every way of leaving out a letter (two, of a long name) is written down beforehand: two words that differ by one
    letter share one of them.

    Args:
        rare: Needles by key.
    """

    def __init__(self, rare: Mapping[str, tuple[Needle, ...]]):
        self.rare = rare
        self._known: dict[str, Needle | None] = {}

    def like(self, word: str) -> Needle | None:
        """The rare name that a word nearly is."""
        if word not in self._known:
            self._known[word] = self._like(word)
        return self._known[word]

    def _like(self, word: str) -> Needle | None:
        if (word[0], len(word)) not in self._firsts and (word[-1], len(word)) not in self._lasts:
            return None  # no name of about that length begins or ends so; damaged files have millions of such words
        best: tuple[int, str] | None = None
        for shorter in (word, *_without(word, 2 if len(word) >= _TWO_WRONG - 1 else 1)):
            for key in self._shortened.get(shorter, ()):
                if key[0] != word[0] and key[-1] != word[-1]:
                    continue
                wrong = distance(word, key)
                two = len(key) >= _TWO_WRONG and len(word) >= _TWO_WRONG and key[0] == word[0]
                if 0 < wrong <= (2 if two else 1) and (best is None or (wrong, key) < best):
                    best = wrong, key
        return None if best is None else self.rare[best[1]][0]

    def like_both(self, first: str, second: str) -> Needle | None:
        """The full name that two words nearly are: the same first letters, and two or three letters wrong in all."""
        both = first + second
        for key in self._pairs.get(first[0] + second[0], ()):
            most = 2 if len(key) < 10 else 3
            if abs(len(key) - len(both)) <= most and distance(both, key) <= most:
                return self.rare[key][0]
        return None

    def inside(self, word: str, least: int) -> Needle | None:
        """A rare name of at least `least` letters inside a longer word."""
        if len(word) <= least or self._built_in is None:
            return None
        found = [key for _, key in self._built_in.iter(word) if least <= len(key) < len(word)]
        return self.rare[max(found, key=lambda key: (len(key), key))][0] if found else None

    @cached_property
    def _firsts(self) -> frozenset[tuple[str, int]]:
        return frozenset((key[0], len(key) + more) for key in self.rare for more in range(-2, 3))

    @cached_property
    def _lasts(self) -> frozenset[tuple[str, int]]:
        return frozenset((key[-1], len(key) + more) for key in self.rare for more in range(-2, 3))

    @cached_property
    def _shortened(self) -> dict[str, list[str]]:
        table: dict[str, list[str]] = {}
        for key, needles in self.rare.items():
            if len(needles[0].words) > 1:
                continue
            for shorter in {key, *_without(key, 2 if len(key) >= _TWO_WRONG else 1)}:
                table.setdefault(shorter, []).append(key)
        return table

    @cached_property
    def _pairs(self) -> dict[str, list[str]]:
        table: dict[str, list[str]] = {}
        for key, needles in self.rare.items():
            words = needles[0].words
            if len(words) == 2 and len(key) > 8 and min(map(len, words)) > 2 and needles[0].kind is Kind.PERSON:
                table.setdefault(words[0][0] + words[1][0], []).append(key)
        return table

    @cached_property
    def _built_in(self) -> Any:
        if not self.rare:
            return None
        automaton = ahocorasick.Automaton()
        for key in self.rare:
            automaton.add_word(key, key)
        automaton.make_automaton()
        return automaton


def distance(one: str, other: str) -> int:
    """Letters to put in, take out, change or swap with a neighbour to get from one word to the other."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(rows[-1][j] + 1, row[j - 1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def _without(word: str, letters: int) -> Iterator[str]:
    for place in range(len(word)):
        shorter = word[:place] + word[place + 1 :]
        yield shorter
        if letters > 1:
            yield from _without(shorter, letters - 1)
