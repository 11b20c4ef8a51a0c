"""From approved notes to all that the template prints: the same for a consultation's folder and for the filters."""

from __future__ import annotations

from collections.abc import Sequence

from chatham.errors import InputError
from chatham.model.private import RawNote, Roster
from chatham.model.public import ApprovedNote, Consultation, Point, SummaryNote
from chatham.settings import Settings

__all__ = ["summary_note", "with_voices"]


def with_voices(
    notes: Sequence[ApprovedNote], raw: Sequence[RawNote], roster: Roster | None
) -> tuple[ApprovedNote, ...]:
    """Number the speakers of approved notes from the raw ones.

    Raises:
        InputError: An approved note is not among the raw ones.
    """
    from chatham.people.voices import voices

    known = {n.id for n in raw}
    for note in notes:
        if note.id not in known:
            raise InputError(f"note {note.id} is not among the raw notes", fix="Give the notes it was made from")
    numbers = voices(raw, roster)
    return tuple(n.model_copy(update={"voice": numbers.get(n.id)}) for n in notes)


def summary_note(
    approved: Sequence[ApprovedNote],
    *,
    consultation: Consultation,
    roster: Roster | None,
    settings: Settings,
    points: Sequence[Point] | None = None,
    draft: bool = False,
) -> tuple[SummaryNote, tuple[str, ...]]:
    """All that the template prints, and the ids of the notes that are left out.

    Args:
        approved: With voices, where they are known.
        consultation: The public programme.
        roster: For the attendance; None leaves it out.
        settings: `k` is the smallest cell; the scale says which counting word is used from how many speakers on.
        points: In place of synthesising.
        draft: Marks every page.

    Raises:
        InputError: A point rests on a note that is not among the approved ones.
    """
    from chatham.people.attendance import attendance
    from chatham.synthesise import synthesise

    left_out: tuple[str, ...] = ()
    if points is None:
        synthesis = synthesise(approved, consultation=consultation, scale=settings.scale)
        points, left_out = synthesis.points, synthesis.left_out
    else:
        known = {n.id for n in approved}
        for point in points:
            if not known.issuperset(point.notes):
                raise InputError(
                    f"point {point.id} rests on a note that is not there", fix="Give the notes it was made from"
                )
        used = {i for p in points for i in p.notes}
        left_out = tuple(n.id for n in approved if n.id not in used)
    counts = None if roster is None else attendance(roster, framework=consultation.framework, k=settings.k)
    note = SummaryNote(
        consultation=consultation, points=tuple(points), attendance=counts, draft=draft, scale=settings.scale
    )
    return note, left_out
