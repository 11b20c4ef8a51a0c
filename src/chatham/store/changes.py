"""What an import, or a run of anonymise, did to the store; and the version that each note has."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Delete, Update, bindparam, delete, select, update

from chatham.store import tables

__all__ = ["Changes", "bump", "drop_notes", "drop_results", "versions"]

_MANY = 100
"""Past so many notes it is quicker to read all versions than to ask for some."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of notes, as the store has them.

    Attributes:
        added: They were not there before.
        updated: They were there, and are different now.
        unchanged: They were there, and are the same.
        removed: They were there, and their own file (or the run) no longer has them.
    """

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def versions(connection: Connection, only: Collection[str] | None = None) -> dict[str, int]:
    """Note id to version, in the order of the notes; of all notes, or of some."""
    query = select(tables.notes.c.id, tables.notes.c.version).order_by(tables.notes.c.source, tables.notes.c.place)
    if only is not None and len(only) < _MANY:
        query = query.where(tables.notes.c.id.in_(only))
    return {row.id: row.version for row in connection.execute(query)}


def bump(connection: Connection, identities: Iterable[str]) -> None:
    """Give each of the notes a new version."""
    up = update(tables.notes).where(tables.notes.c.id == bindparam("the_id"))
    _for_each(connection, up.values(version=tables.notes.c.version + 1), identities)


def drop_notes(connection: Connection, identities: Iterable[str]) -> None:
    """Take the notes out, and what was made of them."""
    _for_each(connection, delete(tables.notes).where(tables.notes.c.id == bindparam("the_id")), identities)


def drop_results(connection: Connection, identities: Iterable[str]) -> None:
    """Forget what was made of the notes."""
    gone = tuple(identities)
    for table in (tables.results, tables.findings):
        _for_each(connection, delete(table).where(table.c.note == bindparam("the_id")), gone)


def _for_each(connection: Connection, statement: Update | Delete, identities: Iterable[str]) -> None:
    rows = [{"the_id": identity} for identity in identities]
    if rows:
        connection.execute(statement, rows)
