"""roster.csv as the contract has it, written from a roster that came in under other headers."""

from __future__ import annotations

import csv
import io

from chatham.model.private import Roster

__all__ = ["dump_roster"]

_COLUMNS = (
    "name", "aliases", "organisation", "acronym", "category", "country", "gender", "role", "email", "working_group",
    "registered",
)  # fmt: skip


def dump_roster(roster: Roster) -> str:
    """A roster as roster.csv: private."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for person in roster.participants:
        writer.writerow(
            [
                person.name,
                "; ".join(person.aliases),
                person.organisation or "",
                "; ".join(person.acronyms),
                person.category or "",
                person.country or "",
                person.gender or "",
                person.role or "",
                "; ".join(person.emails),
                "; ".join(person.working_groups),
                person.registered or "",
            ]
        )
    return stream.getvalue()
