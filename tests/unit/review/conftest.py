"""Notes to decide on, and a store that keeps them in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from chatham.errors import Conflict
from chatham.model.decisions import Decision, Event, Snapshot
from chatham.model.private import Finding, Kind, RawNote
from chatham.model.public import AnonymisedNote
from chatham.review.redactions import redact


class MemoryStore:
    """What review needs of a store, without a database."""

    def __init__(self) -> None:
        self.held = Snapshot()

    def put(
        self, notes: Sequence[RawNote], findings: Sequence[Finding], voices: Mapping[str, int] | None = None
    ) -> None:
        """Notes and what anonymise would make of them."""
        of = {n.id: [f for f in findings if f.note == n.id] for n in notes}
        self.held = replace(
            self.held,
            notes=tuple(notes),
            findings=tuple(f for fs in of.values() for f in fs),
            anonymised=tuple(
                AnonymisedNote(
                    id=n.id,
                    text=redact(n.text, of[n.id], ())[0],
                    working_group=n.working_group,
                    objectives=n.objectives,
                    review=n.review,
                    voice=(voices or {}).get(n.id),
                )
                for n in notes
            ),
            versions={n.id: self.held.versions.get(n.id, 0) + 1 for n in notes},
        )

    def snapshot(self) -> Snapshot:
        return self.held

    def append_all(
        self, decisions: Sequence[Decision], *, expected: Mapping[str, int] | None = None
    ) -> tuple[Event, ...]:
        for note, version in (expected or {}).items():
            if self.held.versions[note] != version:
                raise Conflict("somebody else was faster")
        last = len(self.held.events)
        events = tuple(
            Event(position=last + i, batch=last + 1, when="2020-11-19T12:00:00+00:00", decision=d)
            for i, d in enumerate(decisions, 1)
        )
        touched = {i for d in decisions for i in d.touches}
        versions = {n: v + (n in touched) for n, v in self.held.versions.items()}
        self.held = replace(self.held, events=self.held.events + events, versions=versions)
        return events


def _found(
    note: RawNote, words: str, replacement: str | None, *, kind: Kind = Kind.PERSON, score: float = 0.9
) -> Finding:
    """A finding on words of a note."""
    start = note.text.index(words)
    return Finding(
        note=note.id,
        start=start,
        end=start + len(words),
        kind=kind,
        replacement=replacement,
        recogniser="test",
        score=score,
        why="on the registration list",
    )


PRIYA = RawNote(id="n1", text="Priya (Lantern) said that bail is never offered.", working_group="WG1", objectives=(13,))
HOPE = RawNote(
    id="n2", text="We hope that Hope will send the form. Sunny agreed.", working_group="WG1", objectives=(4,)
)
PLAIN = RawNote(id="n3", text="No form at Dhaka airport.", working_group="WG2", objectives=(21,), review="challenges")


def _findings() -> list[Finding]:
    return [
        _found(PRIYA, "Priya (Lantern)", "A participant"),
        _found(HOPE, "Hope", "a participant", score=0.5),
        _found(HOPE, "Sunny", "Another participant"),
    ]


@pytest.fixture
def store() -> MemoryStore:
    """Three notes: two with redactions, one without."""
    made = MemoryStore()
    made.put([PRIYA, HOPE, PLAIN], _findings(), {"n1": 1, "n2": 2, "n3": 1})
    return made


@pytest.fixture
def found():
    """Make a finding on words of a note."""
    return _found


@pytest.fixture
def findings():
    """The findings of the store's notes."""
    return _findings()
