"""How a list of recommendations is introduced, and how each is said in it.

The lead-in says once that each came from one participant, so an item says who recommended it only where that is not so.
A bare `participants recommended` would claim that all did, and is never written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from chatham.language.capitals import upper_first
from chatham.language.quantities import ONE
from chatham.model.public import Point

__all__ = ["listed"]

_RECOMMENDED = re.compile(r"recommended the following: (?P<what>.+)$", re.S)
_SAID = re.compile(r"said that (?P<what>.+)$", re.S)
_SPEAKER = re.compile(r"\bthe participants?\b", re.I)
_PRONOUN = re.compile(r"\b(?:they|their|them|theirs|he|she|his|her)\b", re.I)


def listed(points: Sequence[Point], sentences: Sequence[str], where: str) -> tuple[str, list[str]]:
    """The lead-in of a list, and its items.

    Args:
        points: Two or more recommendations.
        sentences: Each as it is printed by itself.
        where: `on objective 8`, or nothing.

    Returns:
        The lead-in with its colon, and an item a point.
    """
    lead = f"The following recommendations were made {where}".rstrip()
    counted = all(point.quantifier for point in points)
    items = [_short(point, said) if counted else said for point, said in zip(points, sentences, strict=True)]
    if items != list(sentences):
        whose = "each by one participant"
        lead += f", {whose}:" if _alone(points) else f", {whose} unless stated otherwise:"
        return lead, items
    return f"{lead}:", items


def _alone(points: Sequence[Point]) -> bool:
    return all((point.quantifier or "").casefold() == ONE for point in points)


def _short(point: Point, sentence: str) -> str:
    """A recommendation without its one participant, where nothing in it speaks of them."""
    if (point.quantifier or "").casefold() != ONE:
        return sentence
    said = sentence.removeprefix(f"{point.quantifier} ")
    found = _RECOMMENDED.match(said)
    if found is None and (found := _SAID.match(said)) is not None and _PRONOUN.search(found["what"]):
        return sentence  # put into the third person: whose it is has to be said
    if found is None or _SPEAKER.search(found["what"]):
        return sentence
    return upper_first(found["what"])
