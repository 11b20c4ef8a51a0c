"""Decisions about all notes at once, each note's own event all the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from chatham.model.decisions import Action, Decision, Event, Snapshot
from chatham.model.public import ApprovedNote
from chatham.review.decide import Status, approved_notes, digest, review

__all__ = ["Source", "approve_all", "approved", "undecided", "withhold_blocked"]


class Source(Protocol):
    """What review needs of a store."""

    def snapshot(self) -> Snapshot:
        """All that it has, at one moment."""

    def append_all(
        self, decisions: Sequence[Decision], *, expected: Mapping[str, int] | None = None
    ) -> tuple[Event, ...]:
        """Record decisions, all or none."""


def approved(store: Source) -> tuple[ApprovedNote, ...]:
    """The notes that a person has let pass, with the text that the person saw, in order."""
    return approved_notes(review(store.snapshot()))


def undecided(store: Source) -> tuple[str, ...]:
    """Ids of the notes that are neither approved nor withheld; notes that were set aside or joined do not count."""
    wait = (Status.OPEN, Status.BLOCKED, Status.WAITING)
    return tuple(note.id for note in review(store.snapshot()).values() if note.status in wait)


def approve_all(store: Source, *, who: str, why: str) -> tuple[str, ...]:
    """Approve every note that awaits nothing else: one with a mark for the reviewer stays as it is.

    Args:
        store: Where the notes are.
        who: Who takes the responsibility.
        why: The reason, for the record.

    Returns:
        Ids of the notes that are approved now and were not before.

    Raises:
        Conflict: Somebody has decided in the meantime; nothing was approved.
    """
    snapshot = store.snapshot()
    open_notes = [note for note in review(snapshot).values() if note.status is Status.OPEN]
    decisions = [
        Decision(note=note.id, action=Action.APPROVE, who=who, why=why, digest=digest(note.text)) for note in open_notes
    ]
    store.append_all(decisions, expected={note.id: note.version for note in open_notes})
    return tuple(note.id for note in open_notes)


def withhold_blocked(store: Source, *, who: str, why: str) -> tuple[str, ...]:
    """Keep back every note that has a mark for the reviewer which nobody has decided on.

    Args:
        store: Where the notes are.
        who: Who takes the responsibility.
        why: The reason, for the record.

    Returns:
        Ids of the notes that are withheld now and were not before.

    Raises:
        Conflict: Somebody has decided in the meantime; nothing was withheld.
    """
    blocked = [note for note in review(store.snapshot()).values() if note.status is Status.BLOCKED]
    decisions = [Decision(note=note.id, action=Action.WITHHOLD, who=who, why=why) for note in blocked]
    store.append_all(decisions, expected={note.id: note.version for note in blocked})
    return tuple(note.id for note in blocked)
