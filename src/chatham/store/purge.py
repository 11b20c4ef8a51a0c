"""Destroying what the store holds, for good, and keeping a record that says only when and how much.

SQLite overwrites deleted rows with zeros (`secure_delete`), then the whole file is written anew (`VACUUM`) and the
write-ahead log is cut to nothing. PostgreSQL's tables are written anew (`VACUUM FULL`); its own write-ahead log and the
backups of the server are out of reach, which docs/review.md says.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, func, insert, select, text

from chatham.errors import StoreError
from chatham.store import tables
from chatham.store.connect import outside_transactions, writing

__all__ = ["Purge", "purge", "read_purges"]

_HOLDERS = (tables.findings, tables.results, tables.events, tables.notes, tables.sources, tables.papers)
"""Every table that holds what was said or who said it; children before their parents."""


@dataclass(frozen=True, slots=True)
class Purge:
    """The record of a purge: nothing of what was destroyed.

    Attributes:
        when: ISO 8601, UTC.
        counts: Name of the table to how many rows it had; and kinds of other things that went with them (`files`,
            `keyring entries`) to how many.
        files: Names of the files whose contents were destroyed; empty for a server, and in records read back.
    """

    when: str
    counts: tuple[tuple[str, int], ...]
    files: tuple[str, ...] = ()


def purge(engine: Engine, label: str, path: Path | None, now: datetime, beside: Mapping[str, int]) -> Purge:
    """Destroy all rows but the record of it.

    Args:
        engine: Of the store.
        label: What to call it in an error.
        path: Of the SQLite file; None for a server.
        now: The time to record.
        beside: What goes outside the store in the same purge: its kind to how many.

    Raises:
        StoreError: Another program has the store open, or the database refuses. Nothing is left half done: the rows go
            in one transaction, and a purge that failed later can be run again.
    """
    with writing(engine, label) as connection:
        lock = select(tables.numbers.c.value).where(tables.numbers.c.name == "position").with_for_update()
        connection.execute(lock)
        counts = tuple(
            (t.name, int(connection.execute(select(func.count()).select_from(t)).scalar_one())) for t in _HOLDERS
        )
        for table in _HOLDERS:
            connection.execute(delete(table))
        counts += tuple(beside.items())
        record = Purge(now.astimezone(UTC).isoformat(timespec="seconds"), counts)
        number = int(connection.execute(select(func.coalesce(func.max(tables.purges.c.id), 0))).scalar_one()) + 1
        connection.execute(
            insert(tables.purges).values(id=number, happened=record.when, counts=json.dumps(dict(counts)))
        )
    _rewrite(engine, label, path)
    files = () if path is None else (path.name, f"{path.name}-wal", f"{path.name}-shm")
    return Purge(record.when, counts, files)


def read_purges(connection: Connection) -> tuple[Purge, ...]:
    """The records, oldest first."""
    rows = connection.execute(select(tables.purges).order_by(tables.purges.c.id))
    return tuple(Purge(row.happened, tuple(json.loads(row.counts).items())) for row in rows)


def _rewrite(engine: Engine, label: str, path: Path | None) -> None:
    with outside_transactions(engine, label) as connection:
        if path is None:
            for table in _HOLDERS:
                connection.execute(text(f"VACUUM FULL {table.name}"))
            return
        connection.execute(text("VACUUM"))
        if connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).scalar_one():
            raise StoreError("another program has it open", file=label, fix="Close it, then purge again")
    # With the last connection closed, SQLite removes the write-ahead log and its index.
    engine.dispose()
