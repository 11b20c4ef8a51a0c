"""How far a consultation has come."""

from __future__ import annotations

from chatham.model.coverage import Coverage
from chatham.model.framework import Code
from chatham.outcomes import Status
from chatham.workspace.opened import Opened

__all__ = ["coverage", "status"]


def status(home: Opened) -> Status:
    """See `Workspace.status`."""
    from chatham.review import review, undecided

    notes = home.notes()
    cells: dict[tuple[str, Code], int] = {}
    for note in notes:
        for code in note.objectives if note.review else ():
            cells[note.review or "", code] = cells.get((note.review or "", code), 0) + 1
    return Status(
        notes=len(notes),
        tagged=sum(bool(n.objectives and n.review) for n in notes),
        suggested=sum(bool(note.suggested) for note in review(home.store.snapshot()).values()),
        anonymised=len(home.store.anonymised()),
        set_aside=len(home.store.set_aside()),
        undecided=len(undecided(home.store)),
        approved=len(home.approved()),
        coverage=tuple((review, code, count) for (review, code), count in cells.items()),
        encrypted=home.store.encrypted,
        plain=len(home.plain_files()),
    )


def coverage(home: Opened) -> Coverage:
    """See `Workspace.coverage`."""
    counts = {(review, code): count for review, code, count in status(home).coverage}
    order = [o.code for o in home.consultation.framework.objectives]
    shown = {*home.consultation.objectives, *(code for _, code in counts)}
    return Coverage(home.consultation.framework, tuple(c for c in order if c in shown), counts)
