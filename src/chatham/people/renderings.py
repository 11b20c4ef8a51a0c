"""An organisation's name by its words, in any order, number and language: `Maktab Nour` for the Nour Legal Office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from chatham.people.bodies import is_ordinary
from chatham.people.fold import Folded, fold_text
from chatham.people.meaning import BODY, is_topic, meanings, pieces
from chatham.people.words import is_common, is_country

__all__ = ["Rendering", "Renderings", "initials_fit", "is_small", "telling_words"]

Key = TypeVar("Key")

_SMALL = frozenset(
    """
    a an and at by for from in of on the to with de del des di du do e et la las le les lo los y el en con por para pour
    dans aux au na nas no nos d l da das dos ya wa za cha kwa dan untuk bagi ng mga sa al el bi fi und fur der die van
    voor s i il gli della dei delle per het een den dem des im am zum og och av til till w we ze z na dla pri pro dlya
    ve ile icin lil bil wal fil ash as an ar ad az at ul ka ki ke mein o te nga
    spre vers hacia verso towards toward nach naar mot ku
    """.split()
)
_GAP = re.compile(r"[\s\u00a0]*(?:[-‐-―'’ʼ`&/]|\s|['’]\s|\s&\s)?[\s\u00a0]*")
_WEIGHT_BODY = 0.5
_MOST_SEEN = 65536


class Rendering(NamedTuple, Generic[Key]):
    """A stretch of a text made of one organisation's words.

    Attributes:
        start: First code point in the raw text.
        end: One past the last.
        key: The organisation.
        told: How many of its words are rendered, kinds of body not counted.
        share: How much of its name is rendered, from 0 to 1.
        telling: Whether one of the words says more than what such organisations are about.
        rare: Whether one of the words is no English one, and is typed as in the name.
        body: Whether a word says what kind of body it is.
    """

    start: int
    end: int
    key: Key
    told: int
    share: float
    telling: bool
    rare: bool
    body: bool


@dataclass(slots=True)
class _Name(Generic[Key]):
    key: Key
    weights: tuple[float, ...]
    bodies: tuple[int, ...]
    words: tuple[str, ...]


@dataclass(slots=True)
class _Run:
    first: int
    last: int
    told: dict[int, float] = field(default_factory=dict)
    telling: bool = False
    rare: bool = False
    body: bool = False


class Renderings(Generic[Key]):
    """Finds names of organisations by what their words mean.

    Args:
        names: Raw name of each organisation, with what it stands for.
    """

    def __init__(self, names: Iterable[tuple[str, Key]]):
        self._names: list[_Name[Key]] = []
        self._index: dict[str, list[tuple[int, int]]] = {}
        self._seen: dict[str, tuple[dict[int, list[tuple[str, list[int]]]], bool]] = {}
        for name, key in names:
            words = tuple(
                dict.fromkeys(p for w in fold_text(name).split() if w not in _SMALL and len(w) > 1 for p in pieces(w))
            )
            means = [meanings(w, listed=True) | {f"'{w}"} for w in words]  # and the word itself, whatever it means
            if len(words) < 2:
                continue
            bodies = tuple(n for n, m in enumerate(means) if any(x.startswith(BODY) for x in m))
            weights = tuple(_WEIGHT_BODY if n in bodies else 1.0 for n in range(len(words)))
            number = len(self._names)
            self._names.append(_Name(key, weights, bodies, words))
            for place, meaning in enumerate(means):
                for each in meaning:
                    self._index.setdefault(each, []).append((number, place))

    def find(self, text: str, folded: Folded) -> Iterator[Rendering[Key]]:
        """Stretches of two or more words of one name, small words and other kinds of body between them.

        Args:
            text: The raw text.
            folded: The same, folded.
        """
        runs: dict[int, _Run] = {}
        words = folded.words()
        for at, word in enumerate(words):
            if at and not _GAP.fullmatch(text[folded.ends[at - 1] : folded.starts[at]]):
                yield from self._close(runs, folded, list(runs))
            if word in _SMALL:
                continue
            hits, body = self._hits(word)
            if not hits and not body and not runs:
                continue
            yield from self._close(runs, folded, [n for n in runs if n not in hits and not body])
            for number, run in runs.items():
                if number not in hits:  # another kind of body
                    run.last, run.body = at, True
                    for place in self._names[number].bodies[:1]:
                        run.told.setdefault(place, _WEIGHT_BODY / 2)
            for number, places in hits.items():
                name = self._names[number]
                run = runs.setdefault(number, _Run(at, at))
                run.last = at
                for piece, there in places:
                    place = next((p for p in there if p not in run.told), there[0])
                    run.told[place] = name.weights[place]
                    run.body |= place in name.bodies
                    run.telling |= place not in name.bodies and not any(is_topic(m) for m in meanings(piece))
                    run.rare |= piece == name.words[place] and place not in name.bodies and not is_ordinary(piece)
            if body:
                # a kind of body may come before the words that tell: Maktab Nour
                for number in {n for n, name in enumerate(self._names) if name.bodies} - set(runs):
                    runs[number] = _Run(at, at, {self._names[number].bodies[0]: _WEIGHT_BODY / 2}, body=True)
        yield from self._close(runs, folded, list(runs))

    def _hits(self, word: str) -> tuple[dict[int, list[tuple[str, list[int]]]], bool]:
        """Number of each name that has the word or a piece of it, with the places where, and whether it is a body."""
        known = self._seen.get(word)
        if known is None:
            hits: dict[int, list[tuple[str, list[int]]]] = {}
            body = False
            for piece in pieces(word):
                means = meanings(piece) | {f"'{piece}"}
                body |= any(m.startswith(BODY) for m in means)
                found: dict[int, list[int]] = {}
                for meaning in sorted(means):
                    for number, place in self._index.get(meaning, ()):
                        found.setdefault(number, []).append(place)
                for number, places in found.items():
                    hits.setdefault(number, []).append((piece, places))
            known = hits, body
            if len(self._seen) < _MOST_SEEN:
                self._seen[word] = known
        return known

    def _close(self, runs: dict[int, _Run], folded: Folded, numbers: Iterable[int]) -> Iterator[Rendering[Key]]:
        for number in numbers:
            run, name = runs.pop(number), self._names[number]
            told = sum(place not in name.bodies for place in run.told)
            if not told or len(run.told) < 2:
                continue
            yield Rendering(
                folded.starts[run.first],
                folded.ends[run.last],
                name.key,
                told,
                sum(run.told.values()) / sum(name.weights),
                run.telling,
                run.rare,
                run.body,
            )


def is_small(word: str) -> bool:
    """Whether a folded word only joins others, in English or in another language of names.

    Args:
        word: Folded.
    """
    return word in _SMALL


def initials_fit(name: str, letters: str) -> bool:
    """Whether letters are an acronym of a name as somebody may make it up: in another order or language.

    Args:
        name: Raw name of an organisation.
        letters: Folded; fewer than three fit nothing.
    """
    words = [w for w in fold_text(name).split() if w not in _SMALL]
    starts = [{w[0], *(m.lstrip(BODY)[0] for m in meanings(w, listed=True) if not m.startswith("="))} for w in words]
    if not 3 <= len(letters) == len(words):
        return False
    if all(letter in start for letter, start in zip(letters, starts, strict=True)):
        return True
    return len(letters) > 3 and _matched(letters, starts)


def _matched(letters: str, starts: list[set[str]]) -> bool:
    if not letters:
        return True
    return any(
        _matched(letters[1:], starts[:n] + starts[n + 1 :]) for n, start in enumerate(starts) if letters[0] in start
    )


def telling_words(name: str) -> frozenset[str]:
    """Folded words of a name that may stand for it alone, with a capital letter: `the Courier`, `the Sisters`.

    Args:
        name: Raw name of an organisation.
    """
    return frozenset(
        w
        for w in fold_text(name).split()
        if len(w) > 3
        and w not in _SMALL
        and not is_country(w)
        and not any(m.startswith(BODY) or is_topic(m) for m in meanings(w))
        and (is_common(w) or not any(m.startswith("=") for m in meanings(w)))  # and no place
    )
