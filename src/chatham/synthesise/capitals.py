"""Capitals for names that were typed in lower case, as the same consultation's other notes spell them.

Chat has `nepal` and `kuala lumpur`; most notes have the capitals. A name gets them if it stands with them inside
sentences elsewhere and hardly ever without, or if it is a country of the framework, a month or a well-known body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from chatham.model.framework import Framework

__all__ = ["capitals", "is_casual", "restored", "seen_small"]

_WORD = re.compile(r"[^\W\d_][^\W_'’]*")
_NAME = re.compile(r"(?<=[a-z0-9,;] )[A-Z][^\W_'’A-Z]+(?: [A-Z][^\W_'’A-Z]+)*")
_COMMON = frozenset("may march turkey jordan chad mali georgia guinea niger polish china".split())
_KNOWN = (
    "January February April June July August September October November December UN ILO IOM UNHCR UNICEF UNODC OHCHR "
    "UNDP ICRC ASEAN EU NGO NGOs"
).split()
_CASUAL = re.compile(r"(?:^|\n|[^.\W][.!?] )[a-z]|^[^:\n]{0,60}\bparticipants?\b[^:\n]{0,40}: ?[a-z]", re.M)
_RARELY = 5  # times as often with capitals as without


def capitals(texts: Iterable[str], framework: Framework) -> dict[str, str]:
    """Names in small letters to their spelling with capitals.

    Args:
        texts: All notes of a consultation.
        framework: Its subregions name countries.
    """
    countries = [c for subregion in framework.subregions for c in subregion.countries if "(" not in c and "," not in c]
    sure = {name.casefold(): name for name in [*_KNOWN, *countries, framework.short_name]}
    formal: list[str] = []
    seen: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in texts:
        if not is_casual(text):
            formal.append(text)
            seen.update(_NAME.findall(text))
            small.update(word for word in _WORD.findall(text) if word.islower())
    # Where `climate change` stands in small letters, a policy's title is no evidence.
    plain = {pair for text in formal for pair in pairwise(_WORD.findall(text))}
    learnt = {
        name.casefold(): name
        for name, times in sorted(seen.items(), key=lambda item: (item[1], item[0]))
        if (" " in name and tuple(name.casefold().split()[:2]) not in plain)
        or times >= _RARELY * small[name.casefold()]
    }
    return {low: name for low, name in (learnt | sure).items() if low not in _COMMON}


def seen_small(texts: Iterable[str]) -> frozenset[str]:
    """Words that stand in small letters somewhere and never with a capital inside a sentence: no names.

    Args:
        texts: All notes of a consultation.
    """
    small: set[str] = set()
    names: set[str] = set()
    for text in texts:
        small.update(word for word in _WORD.findall(text) if word.islower())
        names.update(word.casefold() for name in _NAME.findall(text) for word in name.split())
    return frozenset(small - names)


def is_casual(text: str) -> bool:
    """Whether a note does without capitals: hardly any of its words has one."""
    words = [w for w in _WORD.findall(text) if len(w) > 1]
    return sum(w[0].isupper() for w in words) <= len(words) // 8 and _CASUAL.search(text) is not None


def restored(text: str, known: Mapping[str, str]) -> str:
    """The text with capitals where it was typed without; other texts stay.

    Args:
        text: One note.
        known: As `capitals` gives it.
    """
    if not is_casual(text) or not known:
        return text
    here = [low for low in known if low in text]
    if not here:
        return text
    pattern = re.compile(rf"\b(?:{'|'.join(re.escape(low) for low in sorted(here, key=lambda n: (-len(n), n)))})\b")
    return pattern.sub(lambda match: known[match[0]], text)
