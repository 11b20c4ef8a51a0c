"""What anonymise made of the notes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select

from chatham.errors import StoreError
from chatham.model.private import Finding
from chatham.model.public import AnonymisedNote
from chatham.store import tables
from chatham.store.changes import Changes, bump

__all__ = ["keep_results", "read_anonymised", "read_findings", "read_set_aside"]


def keep_results(
    connection: Connection,
    label: str,
    notes: Sequence[AnonymisedNote],
    findings: Sequence[Finding],
    set_aside: Mapping[str, str],
) -> Changes:
    """Put the results of a run in the place of those of the run before. See `Store.put_anonymised`."""
    given: dict[str, tuple[AnonymisedNote | None, str | None]] = {n.id: (n, set_aside.get(n.id)) for n in notes}
    for identity, reason in set_aside.items():
        given.setdefault(identity, (None, reason))
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.note, []).append(finding)
    known = set(connection.execute(select(tables.notes.c.id)).scalars())
    strangers = (given.keys() | found.keys()) - known
    if strangers:
        problem = f"{len(strangers)} of the notes are not in the store (the first is {min(strangers)})"
        raise StoreError(problem, file=label, fix="Import them first")

    before = _before(connection)
    connection.execute(delete(tables.results))
    connection.execute(delete(tables.findings))
    results = [
        {
            "note": identity,
            "voice": None if note is None else note.voice,
            "body": None if note is None else note.model_dump_json(exclude_defaults=True),
            "aside": reason,
        }
        for identity, (note, reason) in given.items()
    ]
    edits = [
        {"note": identity, "ordinal": ordinal, "body": finding.model_dump_json(exclude_defaults=True)}
        for identity, several in found.items()
        for ordinal, finding in enumerate(several)
    ]
    if results:
        connection.execute(insert(tables.results), results)
    if edits:
        connection.execute(insert(tables.findings), edits)

    added = [identity for identity in given if identity not in before]
    updated = [
        identity
        for identity, (note, reason) in given.items()
        if identity in before and before[identity] != (_mute(note), reason, tuple(found.get(identity, ())))
    ]
    removed = [identity for identity in before if identity not in given]
    bump(connection, [*added, *updated, *removed])
    changed = {*added, *updated}
    unchanged = tuple(identity for identity in given if identity not in changed)
    return Changes(tuple(added), tuple(updated), unchanged, tuple(removed))


def read_anonymised(connection: Connection) -> tuple[AnonymisedNote, ...]:
    """The anonymised notes, voices included, in the order of the notes."""
    query = (
        select(tables.results.c.body, tables.results.c.voice)
        .join(tables.notes, tables.notes.c.id == tables.results.c.note)
        .where(tables.results.c.body.is_not(None))
        .order_by(tables.notes.c.source, tables.notes.c.place)
    )
    return tuple(_note(row.body, row.voice) for row in connection.execute(query))


def read_set_aside(connection: Connection) -> dict[str, str]:
    """Note id to the reason, in the order of the notes."""
    query = (
        select(tables.results.c.note, tables.results.c.aside)
        .join(tables.notes, tables.notes.c.id == tables.results.c.note)
        .where(tables.results.c.aside.is_not(None))
        .order_by(tables.notes.c.source, tables.notes.c.place)
    )
    return {row.note: row.aside for row in connection.execute(query)}


def read_findings(connection: Connection, note: str | None = None) -> tuple[Finding, ...]:
    """The findings of one note, or of all in the order of the notes."""
    query = (
        select(tables.findings.c.body)
        .join(tables.notes, tables.notes.c.id == tables.findings.c.note)
        .order_by(tables.notes.c.source, tables.notes.c.place, tables.findings.c.ordinal)
    )
    if note is not None:
        query = query.where(tables.findings.c.note == note)
    return tuple(Finding.model_validate_json(body) for body in connection.execute(query).scalars())


def _note(body: str, voice: int | None) -> AnonymisedNote:
    return AnonymisedNote.model_validate({**json.loads(body), "voice": voice})


def _mute(note: AnonymisedNote | None) -> AnonymisedNote | None:
    """Without its voice: those are numbered afresh when a speaker joins, which changes nothing about the note."""
    return None if note is None else note.model_copy(update={"voice": None})


def _before(
    connection: Connection,
) -> dict[str, tuple[AnonymisedNote | None, str | None, tuple[Finding, ...]]]:
    found: dict[str, list[Finding]] = {}
    for finding in read_findings(connection):
        found.setdefault(finding.note, []).append(finding)
    return {
        row.note: (
            None if row.body is None else _note(row.body, None),
            row.aside,
            tuple(found.get(row.note, ())),
        )
        for row in connection.execute(select(tables.results))
    }
