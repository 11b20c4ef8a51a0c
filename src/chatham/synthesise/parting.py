"""A note that makes two points, parted where it says so itself: `Secondly, ...`, `On another matter: ...`.

Only such words part a note. Two sentences about two things may still be one argument, and a point torn apart tells
less than a long one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from chatham.synthesise.cleaning import Cleaned

__all__ = ["parted"]

_MATTER = r"(?:point|issue|matter|topic|subject|question|note|concern|recommendation|proposal|challenge|problem)"
_FIRST = re.compile(rf"^(?:First(?:ly| of all)?|(?:The|My|Our|A|Their) first {_MATTER})\s*[,:]\s*", re.I)
_NEXT = re.compile(
    rf"^(?:(?:Second|Third|Fourth|Fifth|Last|Final)(?:ly)?\s*[,:]\s*"
    rf"|(?:The|My|Our|A|Their) (?:second|third|other|next|last|final) {_MATTER}(?: is| was)?\s*[,:]\s*"
    rf"|(?:On|Coming to|Turning to) (?:another|a different|a separate|an unrelated|a second) {_MATTER}\s*[,:]\s*"
    rf"|(?:Another|A different|A separate|A second) {_MATTER}\s*[,:]\s*"
    r"|Separately\s*[,:]\s*|Apart from (?:this|that)\s*[,:]\s*|Unrelated(?:ly)?(?: to this)?\s*[,:]\s*)",
    re.I,
)


def parted(cleaned: Cleaned) -> list[Cleaned]:
    """The note's points, each as a note of its own; mostly one.

    Args:
        cleaned: One note.
    """
    if cleaned.items or cleaned.exchange or cleaned.question:
        return [cleaned]
    parts: list[list[str]] = [[]]
    for sentence in cleaned.sentences:
        marker = _NEXT.match(sentence)
        if marker and parts[-1] and sentence[marker.end() :]:
            parts.append([_capital(sentence[marker.end() :])])
        else:
            parts[-1].append(sentence)
    if len(parts) == 1:
        return [cleaned]
    parts[0][0] = _capital(_FIRST.sub("", parts[0][0]))
    return [replace(cleaned, sentences=tuple(part)) for part in parts]


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
