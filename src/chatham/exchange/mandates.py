"""Tags that a note carries, held against what its working group was asked to discuss."""

from __future__ import annotations

from collections.abc import Iterable

from chatham.model.private import Notice, RawNote
from chatham.model.public import Consultation

__all__ = ["outside_mandate"]


def outside_mandate(notes: Iterable[RawNote], consultation: Consultation) -> tuple[Notice, ...]:
    """A notice for each note tagged with an objective that its group, or the whole consultation, does not address.

    Args:
        notes: With their tags; suggested ones count too.
        consultation: With its working groups' mandates.
    """
    found = []
    for note in notes:
        group = consultation.working_group(note.working_group) if note.working_group else None
        mandate = group.objectives if group and group.objectives else consultation.objectives
        outside = [code for code in note.objectives if mandate and code not in mandate]
        if not outside:
            continue
        whose = f"{group.id} addresses" if group and group.objectives else "the consultation addresses"
        found.append(
            Notice(
                file=note.origin.file if note.origin else f"note {note.id}",
                place=note.origin.place if note.origin else "",
                problem=f"tagged with objective {', '.join(map(str, outside))}, which is not among those that {whose}",
            )
        )
    return tuple(found)
