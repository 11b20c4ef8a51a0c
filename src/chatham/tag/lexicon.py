"""Which objectives the words of a note speak for: the codebook's keywords, or its titles where it has none."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from chatham.model.framework import Code, Framework

__all__ = ["Evidence", "evidence", "stem"]

_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a an the and or of in on to for from with by as at all any their its that which only ensure provide promote "
        "strengthen address enhance facilitate establish create conditions measure basis stages throughout",
    )
)
_PHRASE_BONUS = 0.4
_REPEATED = 0.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one objective in one text.

    Attributes:
        weight: 0 for nothing.
        words: Keywords of the codebook that were found, the strongest first.
    """

    weight: float = 0.0
    words: tuple[str, ...] = ()


def evidence(text: str, framework: Framework) -> dict[Code, Evidence]:
    """Weigh the keywords found in a text.

    A keyword counts by how few objectives share it, a phrase more than a word, a repetition less than the first time.

    Args:
        text: A note.
        framework: The codebook.

    Returns:
        Evidence for every objective, in the codebook's order.
    """
    heads, owners = _lexicon(framework)
    small = text.lower()
    # most keywords are not there at all, and to look for their beginning costs a hundredth of a search
    there = (word for word, head in heads.items() if not head or head in small)
    found = {word: count for word in there if (count := len(_pattern(word).findall(text)))}
    result: dict[Code, Evidence] = {}
    for objective in framework.objectives:
        weights = {
            word: (1 + _REPEATED * math.log(found[word]))
            * (1 + _PHRASE_BONUS * (len(word.split()) - 1))
            / math.sqrt(len(owners[word]))
            for word in found
            if objective.code in owners[word]
        }
        ranked = sorted(weights, key=lambda word: (-weights[word], word))
        result[objective.code] = Evidence(sum(weights.values()), tuple(word.rstrip("*") for word in ranked))
    return result


@lru_cache(maxsize=8)
def _lexicon(framework: Framework) -> tuple[dict[str, str], dict[str, frozenset[Code]]]:
    """Each keyword with what its first word begins with, and the objectives that have it."""
    owners: dict[str, set[Code]] = {}
    for objective in framework.objectives:
        for word in objective.keywords or _title_words(objective.title, framework):
            owners.setdefault(word.casefold().strip(), set()).add(objective.code)
    return {word: _head(word) for word in owners if word}, {w: frozenset(c) for w, c in owners.items()}


def _head(word: str) -> str:
    """The letters with which each match begins; none where small and capital letters might not fit one another."""
    head = word.split()[0].removesuffix("*")
    return head if head.isascii() else ""


def _title_words(title: str, framework: Framework) -> list[str]:
    """The words of a title that few titles share, each with any ending."""
    frequency = Counter(w for o in framework.objectives for w in set(_plain(o.title)))
    most = max(2, len(framework.objectives) // 4)
    return [f"{stem(word)}*" for word in _plain(title) if frequency[word] <= most]


def _plain(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]{3,}", text.casefold()) if word not in _SMALL]


def stem(word: str) -> str:
    """A word in small letters without its ending, as far as four letters are left."""
    for ending in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=8192)
def _pattern(word: str) -> re.Pattern[str]:
    parts = [re.escape(part[:-1]) + r"[\w'’-]*" if part.endswith("*") else re.escape(part) for part in word.split()]
    return re.compile(r"(?<!\w)" + r"[\s-]+".join(parts) + r"(?!\w)", re.IGNORECASE)
