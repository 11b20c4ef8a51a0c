"""Which words are given names somewhere in the world, which are towns, and which languages or peoples."""

from __future__ import annotations

from functools import cache

from chatham.people.lists import entries
from chatham.people.words import CALENDAR, is_common, is_country

__all__ = ["is_given_name", "is_language", "is_town", "may_be_given"]

# Months and continents that are given names too, and hardly ever meant as such.
_OTHERWISE = frozenset("ramadan rajab shaban muharram islam africa arabia asia europa america".split())


def is_given_name(word: str) -> bool:
    """Whether a folded word is a given name and nothing else: no English word, country, month or town.

    Args:
        word: Folded; one word.
    """
    return may_be_given(word) and not is_town(word)


def may_be_given(word: str) -> bool:
    """Whether a folded word is a given name, a town of that name or none: no English word, country or month.

    Args:
        word: Folded; one word.
    """
    if word not in _read("first_names.txt") and word not in _read("given_names.txt"):
        return False
    return not (word in _OTHERWISE or word in CALENDAR or is_common(word) or is_country(word) or is_language(word))


def is_language(word: str) -> bool:
    """Whether a folded word is the name of a language or of a people.

    Args:
        word: Folded; one word.
    """
    return word in _read("languages.txt")


def is_town(name: str) -> bool:
    """Whether a folded name is that of a town with 15,000 inhabitants or more.

    Args:
        name: Folded; one word or several.
    """
    return name in _read("towns.txt")


@cache
def _read(name: str) -> frozenset[str]:
    # names of towns may have several words
    return frozenset(entries(name) if name == "towns.txt" else " ".join(entries(name)).split())
