"""Stretches of a note that could be a name: words with capital letters in a row, and small words that no list has."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from chatham.language.pipeline import Doc
from chatham.people.bodies import is_generic
from chatham.people.fold import fold_text
from chatham.people.gazetteers import is_given_name, is_language, is_town
from chatham.people.places import is_country
from chatham.people.words import is_common

__all__ = ["CONNECTING", "Word", "stretches", "words_of"]

# Small words inside names of people and bodies.
CONNECTING = frozenset(
    """
    of the for de du des la le les del da do dos das van von der den al el en ya wa na e y et & - ' ’ – pour para di
    della ng sa
    """.split()
)
_ENGLISH = ("of", "for", "the")
# The same inside names in other languages, between words that no English list has: `Amis du port et de la mer`.
_FOREIGN = (CONNECTING - set(_ENGLISH) - set("& - ' ’ –".split())) | frozenset(
    "con sans sem sin und für och og ve të për untuk mga kwa cha vya au aux à por com dla".split()
)
_MOST_CONNECTING = 3
_MOST_BESIDE = 2
_MOST_ORDINARY = 3  # between a rare word in small letters and what sort of body it is: `tenga night nurses union`
# Parts of speech that open a sentence and no name.
_OPENING = frozenset("DT PRP PRP$ IN RB CC WDT WP WRB EX MD UH TO".split())
_NAMED = ("PERSON", "ORG")
_IN_BODIES = ("NN", "NNS", "JJ", "VBG")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")


class Word(NamedTuple):
    """A token, and what is known of it wherever it stands.

    Attributes:
        text: As typed.
        lower: In small letters; a line feed for any line break.
        shape: Its letters as X and x, digits as d, at most three of one sort in a row.
        kind: c for a common English word or u for another, then g (given name), t (town), y (country), l (language).
        lettered: Whether it has a letter.
        capital: Whether it begins with a capital letter.
        tag: Part of speech.
        entity: What the language model takes it for a part of.
        start: First code point.
        end: One past the last.
    """

    text: str
    lower: str
    shape: str
    kind: str
    lettered: bool
    capital: bool
    tag: str
    entity: str
    start: int
    end: int

    @property
    def common(self) -> bool:
        """Whether it is an ordinary English word."""
        return self.kind[0] == "c"

    @property
    def breaks(self) -> bool:
        """Whether a line ends with it."""
        return self.lower == "\n"


class _Known(NamedTuple):
    lower: str
    shape: str
    kind: str
    lettered: bool
    capital: bool


def words_of(doc: Doc) -> tuple[Word, ...]:
    """The tokens of a note, in order.

    Args:
        doc: As the language model read it.
    """
    return tuple(Word(t.text, *_known(t.text), t.tag_, t.ent_type_, t.idx, t.idx + len(t.text)) for t in doc)


@lru_cache(maxsize=50_000)
def _known(text: str) -> _Known:
    folded = fold_text(text)
    kind = "".join(
        letter
        for letter, holds in (
            ("c" if is_common(folded) else "u", True),
            ("g", is_given_name(folded)),
            ("t", is_town(folded)),
            ("y", is_country(folded)),
            ("l", is_language(folded)),
        )
        if holds
    )
    lower = "\n" if "\n" in text else text.lower()
    return _Known(lower, _shape(text), kind, any(c.isalpha() for c in text), text[:1].isupper())


def _shape(text: str) -> str:
    signs: list[str] = []
    for c in text:
        sign = "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
        if signs[-3:] != [sign] * 3:
            signs.append(sign)
    return "".join(signs)


def stretches(words: Sequence[Word], taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """First word, and one past the last, of each stretch that could be a name.

    Args:
        words: Of the note.
        taken: Which of them something else has been made of.
    """
    k = 0
    while k < len(words):
        word = words[k]
        if taken[k] or not word.lettered:
            k += 1
        elif word.capital:
            end = _capitals(words, taken, k)
            yield _without_opening(words, k, end), end
            k = end
        elif _rare(word) or (word.text.isalpha() and word.entity in _NAMED and word.tag in _NOUNS):
            end = k + 1
            while end < len(words) and not taken[end] and _rare(words[end]):
                end += 1
            end = _sort_of_body(words, taken, _foreign(words, taken, end))
            yield k, end
            k = end
        else:
            k += 1


def _rare(word: Word) -> bool:
    return len(word.text) > 1 and word.text.isalpha() and not word.capital and not word.common


def _capitals(words: Sequence[Word], taken: Sequence[bool], start: int) -> int:
    """One past the last word of a row of words with capitals, with what connects them."""
    end = start + 1
    while end < len(words) and not taken[end]:
        if words[end].capital:
            end += 1
            continue
        after = end
        while (
            after < len(words)
            and after - end < _MOST_CONNECTING
            and not taken[after]
            and words[after].lower in CONNECTING
            # Somebody `of` a body is two names; a `Centre of` something is one.
            and (words[after].lower not in _ENGLISH or after > end or words[end - 1].common)
        ):
            after += 1
        if not (end < after < len(words) and words[after].capital and not taken[after]):
            further = _foreign(words, taken, end)
            if further == end:
                break
            end = further
            continue
        end = after + 1
    return end


def _foreign(words: Sequence[Word], taken: Sequence[bool], start: int) -> int:
    """One past the last word of what goes on in another language; where it was if nothing does."""

    def run(k: int, most: int, fits: Callable[[Word], bool]) -> int:
        stop = min(len(words), k + most)
        return next((n for n in range(k, stop) if taken[n] or not fits(words[n])), stop)

    end = start
    while True:
        small = run(end, _MOST_BESIDE, _rare)
        name = run(small, _MOST_BESIDE, lambda w: w.lower in _FOREIGN)
        last = run(name, _MOST_BESIDE, lambda w: w.capital or _rare(w))
        if small == name or name == last:
            return end
        end = last


def _sort_of_body(words: Sequence[Word], taken: Sequence[bool], end: int) -> int:
    """One past the word that says what sort of body it is, behind a rare one in small letters."""
    for k in range(end, min(len(words), end + _MOST_ORDINARY)):
        word = words[k]
        if taken[k] or not word.lettered or word.capital or word.tag not in _IN_BODIES:
            break
        if is_generic(word.lower):
            return k + 1
    return end


def _without_opening(words: Sequence[Word], start: int, end: int) -> int:
    """The stretch's first word, without what opens the sentence."""
    opens = start == 0 or not words[start - 1].lettered
    while opens and start < end - 1 and words[start].tag in _OPENING and words[start].common:
        start += 1
    while start < end - 1 and not words[start].capital:
        start += 1
    return start
