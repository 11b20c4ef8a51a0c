"""What the words of an organisation's name mean, so that `Red de Mujeres` is known as `Women's Network`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from chatham.people.lists import entries
from chatham.people.words import is_common

__all__ = ["BODY", "is_thing", "is_topic", "meanings", "pieces"]

BODY = "+"
"""Before the meaning of a word that says what kind of body it is: association, union, network."""

# What everybody speaks about, so that it tells no organisation from the talk about its work.
_TOPICS = frozenset(
    """
    women men children mothers fathers families youth people persons migrants immigrants emigrants refugees returnees
    deportees workers labour domestic human rights legal law border country national international regional local
    public private social civil community health education help support care protection safe security world
    recruitment remittances development integration travellers drivers fishers farmers victims survivors smuggling
    trafficking climate research government parliament training mobility diaspora action against transport detention
    service programme ministry mission seasonal red cross crescent united public city
    house home camps road roads transit crossing sea desert church school clinic
    """.split()
)
_TERRAIN = frozenset(
    """
    south north east west sea river coast island lake mountain desert valley jungle delta field land territory country
    city village port border camp market saint virgin lady new great small good open red green white black blue amazon
    central sun star road bridge house cross castle tower square garden orchard vine mill stone steppe spring source
    well palm olive cedar oak linden oasis iron gold silver corner fish eagle wolf horse bell rain snow sand
    """.split()
)
_SHORTEST = 4  # letters of a piece of a compound, and of the beginning of a word that stands for all its forms
_ARTICLES = ("al", "el", "an", "as", "ash", "ad", "ar", "at", "az", "il", "lil", "bil", "wal")
_ENDINGS = re.compile(
    r"(?:(?:aci|ici|uci)on(?:es)?|[aiu]cao|[aiu]coes|[aiu]tions?|idad(?:es)?|idades?|ites?|ity|ities|ienn?es?|iens?|ians?|"
    r"eann?e?s?|eens?|ain[ea]?s?|an[ao]s?|ans?|ari[ao]s?|aires?|ary|arians?|istas?|istes?|ists?|ic[ao]s?|iques?|ical|"
    r"ics?|euses?|eurs?|or[ae]s?|ors?|er[oae]?s?|is|as|os|es|[aoes])$"
)
_LETTERS = tuple(
    (re.compile(pattern), by)
    for pattern, by in (("ph", "f"), ("th", "t"), ("qu|k|c(?![eiy])", "c"), ("ou", "u"), ("y", "i"), (r"(.)\1", r"\1"))
)


@lru_cache(maxsize=65536)
def meanings(word: str, *, listed: bool = False) -> frozenset[str]:
    """What a folded word may mean, whatever its language; a word of no list stands for its own stem.

    Args:
        word: Folded: ASCII letters and digits.
        listed: It stands in a registered name, where a word that is English too may be foreign: `most`, a bridge.

    Returns:
        Meanings, those of kinds of body after `BODY`; empty for a word too short to mean anything.
    """
    known = _known(word)
    if listed:
        known |= _equivalents().foreign.get(word, frozenset())
    if known:
        return known
    for article in _ARTICLES:  # typed in one word with its noun: alhuquq, ennour
        rest = word.removeprefix(article)
        if rest != word and len(rest) >= _SHORTEST and (known := _known(rest)):
            return known
    if len(word) < 3:
        return frozenset()
    return frozenset({f"={_stem(word)}"})


@lru_cache(maxsize=65536)
def pieces(word: str) -> tuple[str, ...]:
    """The words of which a compound is made, as in German or Finnish: `fluchtling`, `hilfe`; else the word itself.

    Args:
        word: Folded.
    """
    words = _equivalents()
    if len(word) < 2 * _SHORTEST - 1 or is_common(word) or word in words.exact or word.removesuffix("s") in words.exact:
        return (word,)
    for cut in range(len(word) - _SHORTEST, 2, -1):
        first, second = word[:cut], word[cut:]
        if not _known(second):
            continue
        for link in ("", "s", "n", "en", "es", "er", "e"):
            head = first.removesuffix(link)
            if len(head) > 2 and (not link or head != first) and (_known(head) or head in words.foreign):
                return head, second
    return (word,)


@lru_cache(maxsize=65536)
def _known(word: str) -> frozenset[str]:
    """Meanings of a word that stands in the list, itself, in the plural, or by its beginning."""
    words = _equivalents()
    known = words.exact.get(word)
    if known is None and word.endswith("s"):
        known = words.exact.get(word[:-1])
    if known is not None:
        return known
    for size in range(len(word), _SHORTEST - 1, -1):
        if found := words.beginnings.get(word[:size]):
            return found
    return frozenset()


def is_topic(meaning: str) -> bool:
    """Whether a meaning is what consultations on migration speak about anyhow.

    Args:
        meaning: One of `meanings`.
    """
    return meaning in _TOPICS


def is_thing(word: str) -> bool:
    """Whether a folded word means something known that no place is called after: `hands`, `jovenes`, `union`.

    Args:
        word: Folded.
    """
    return any(not m.startswith("=") and m not in _TERRAIN for m in meanings(word))


def _stem(word: str) -> str:
    """What cognates have in common: `parlamentaria` and `parliamentary`, `mauritanienne` and `mauritanian`."""
    for pattern, by in _LETTERS:
        word = pattern.sub(by, word)
    bare = _ENDINGS.sub("", word)
    return bare if len(bare) > 3 else word


class _Equivalents(NamedTuple):
    """Meanings by word, by the beginning of words, and by words that are English as well."""

    exact: dict[str, frozenset[str]]
    beginnings: dict[str, frozenset[str]]
    foreign: dict[str, frozenset[str]]


@cache
def _equivalents() -> _Equivalents:
    exact: dict[str, set[str]] = {}
    beginnings: dict[str, set[str]] = {}
    foreign: dict[str, set[str]] = {}
    for line in entries("equivalents.txt"):
        body = line.startswith(BODY)
        words = line.removeprefix(BODY).split()
        for word in words:
            found = beginnings if word.endswith("-") else foreign if word.endswith("~") else exact
            found.setdefault(word.rstrip("-~"), set()).add(f"{BODY}{words[0]}" if body else words[0])
    return _Equivalents(
        *({w: frozenset(means) for w, means in found.items()} for found in (exact, beginnings, foreign))
    )
