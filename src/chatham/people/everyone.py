"""All who were there, each with a key of their own."""

from __future__ import annotations

from chatham.model.private import Participant, Roster
from chatham.people.fold import fold_text

__all__ = ["everyone"]


def everyone(roster: Roster) -> tuple[tuple[int | str, Participant], ...]:
    """All who were there, by key: participants by row, facilitators who are not on the list by folded name.

    Args:
        roster: The registration list with the consultation's facilitators.
    """
    people: list[tuple[int | str, Participant]] = [(p.row, p) for p in roster.participants]
    known = {fold_text(form) for p in roster.participants for form in (p.name, *p.aliases)}
    last = max((p.row for p in roster.participants), default=0)
    for facilitator in roster.facilitators:
        folded = fold_text(facilitator.name)
        if not folded or folded in known:
            continue
        known.add(folded)
        last += 1
        people.append((f"facilitator {folded}", Participant(row=last, name=facilitator.name, role="facilitator")))
    return tuple(people)
