"""People on no list whom the notes introduce: the gate is told of them, since the roster cannot."""

from __future__ import annotations

from collections.abc import Sequence

from chatham.anonymise.recognisers.known import known
from chatham.anonymise.recognisers.strangers import introduced
from chatham.model.private import RawNote, Roster

__all__ = ["outsiders"]


def outsiders(notes: Sequence[RawNote], *, roster: Roster | None) -> tuple[str, ...]:
    """Their names, folded, in order.

    Args:
        notes: All raw notes of a consultation.
        roster: Its people are left out.
    """
    speakers = dict.fromkeys(n.speaker for n in notes if n.speaker)
    return tuple(person.name for _, person in introduced((n.text for n in notes), speakers, known(roster)))
