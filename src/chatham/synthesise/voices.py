"""How many spoke for a point, and the words for it: speakers are counted, never notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chatham.language.quantities import quantifier
from chatham.model.public import ApprovedNote

__all__ = ["count_voices", "phrase", "speakers_known"]


def speakers_known(notes: Iterable[ApprovedNote]) -> bool:
    """Whether anybody's speakers were handed in at all: without them nothing is counted."""
    return any(note.voice is not None for note in notes)


def count_voices(notes: Sequence[ApprovedNote]) -> int:
    """Distinct speakers; those who were not recorded count as one between them."""
    return len({note.voice for note in notes})


def phrase(voices: int | None) -> str | None:
    """The quantifier with its capital letter, None where voices are not known."""
    if voices is None:
        return None
    words = quantifier(voices)
    return words[:1].upper() + words[1:]
