"""What the words of an organisation's name mean, so that `Red de Mujeres` is known as `Women's Network`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from chatham.files import read_text
from chatham.people.words import is_common

__all__ = ["BODY", "is_thing", "is_topic", "meanings", "pieces"]

BODY = "+"
"""Before the meaning of a word that says what kind of body it is: association, union, network."""

_DATA = Path(__file__).parent / "data"

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
def meanings(word: str) -> frozenset[str]:
    """What a folded word may mean, whatever its language; a word of no list stands for its own stem.

    Args:
        word: Folded: ASCII letters and digits.

    Returns:
        Meanings, those of kinds of body after `BODY`; empty for a word too short to mean anything.
    """
    known = _listed(word)
    if known:
        return known
    for article in _ARTICLES:  # typed in one word with its noun: alhuquq, ennour
        rest = word.removeprefix(article)
        if rest != word and len(rest) >= _SHORTEST and (known := _listed(rest)):
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
    if len(word) < 2 * _SHORTEST + 1 or is_common(word) or _listed(word):
        return (word,)
    for cut in range(len(word) - _SHORTEST, _SHORTEST - 1, -1):
        first, second = word[:cut], word[cut:]
        if not _listed(second):
            continue
        for link in ("", "s", "n", "en", "es", "er", "e"):
            head = first.removesuffix(link) if link else first
            if len(head) >= _SHORTEST and (not link or head != first) and _listed(head):
                return head, second
    return (word,)


@lru_cache(maxsize=65536)
def _listed(word: str) -> frozenset[str]:
    """Meanings of a word that stands in the list, itself, in the plural, or by its beginning."""
    exact, beginnings = _equivalents()
    known = exact.get(word)
    if known is None and word.endswith("s"):
        known = exact.get(word[:-1])
    if known is not None:
        return known
    for size in range(len(word), _SHORTEST - 1, -1):
        if found := beginnings.get(word[:size]):
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


@cache
def _equivalents() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Meanings by word, and by the beginning of words."""
    exact: dict[str, set[str]] = {}
    beginnings: dict[str, set[str]] = {}
    for line in read_text(_DATA / "equivalents.txt").split("\n"):
        if not line or line.startswith("#"):
            continue
        body = line.startswith(BODY)
        words = line.removeprefix(BODY).split()
        for word in words:
            found, key = (beginnings, word[:-1]) if word.endswith("-") else (exact, word)
            found.setdefault(key, set()).add(f"{BODY}{words[0]}" if body else words[0])
    return (
        {word: frozenset(means) for word, means in exact.items()},
        {word: frozenset(means) for word, means in beginnings.items()},
    )
