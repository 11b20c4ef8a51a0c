"""What the words of an organisation's name mean, so that `Red de Mujeres` is known as `Women's Network`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from chatham.files import read_text

__all__ = ["BODY", "is_thing", "is_topic", "meanings"]

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
    central sun star road bridge house cross
    """.split()
)
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
    known = _equivalents().get(word)
    if known is not None:
        return known
    if word.endswith("s") and (known := _equivalents().get(word[:-1])) is not None:
        return known
    if len(word) < 3:
        return frozenset()
    return frozenset({f"={_stem(word)}"})


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
def _equivalents() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in read_text(_DATA / "equivalents.txt").split("\n"):
        if not line or line.startswith("#"):
            continue
        body = line.startswith(BODY)
        words = line.removeprefix(BODY).split()
        for word in words:
            found.setdefault(word, set()).add(f"{BODY}{words[0]}" if body else words[0])
    return {word: frozenset(means) for word, means in found.items()}
