"""How many spoke for a point, and the words for it: speakers are counted, never notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chatham.language.quantities import quantifier
from chatham.model.public import ApprovedNote, Scale

__all__ = ["BROAD", "count_voices", "phrase", "speakers_known", "spoke_on"]


BROAD = ("Most participants", "Almost all participants")
"""The quantifiers with which there is broad agreement, unless somebody differed."""


def speakers_known(notes: Iterable[ApprovedNote]) -> bool:
    """Whether anybody's speakers were handed in at all: without them nothing is counted."""
    return any(note.voice is not None for note in notes)


def count_voices(notes: Sequence[ApprovedNote]) -> int:
    """Distinct speakers; those who were not recorded count as one between them."""
    return len({note.voice for note in notes})


def spoke_on(notes: Iterable[ApprovedNote], point: Sequence[ApprovedNote]) -> int:
    """Distinct known speakers on a point's objectives in the groups where it was made.

    Args:
        notes: All approved notes.
        point: Those behind the point.
    """
    groups = {note.working_group for note in point}
    codes = {code for note in point for code in note.objectives}
    return len(
        {
            n.voice
            for n in notes
            if n.voice is not None and n.working_group in groups and codes.intersection(n.objectives)
        }
    )


def phrase(voices: int | None, *, spoke: int = 0, scale: Scale | None = None) -> str | None:
    """The quantifier with its capital letter, None where voices are not known.

    Args:
        voices: Distinct speakers for the point.
        spoke: Distinct known speakers on its objectives in its groups.
        scale: From how many on which word is used; the default one by default.
    """
    if voices is None:
        return None
    words = quantifier(voices, spoke=spoke, scale=scale)
    return words[:1].upper() + words[1:]
