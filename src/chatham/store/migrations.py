"""Numbered changes of the store's format, each in a transaction of its own.

A migration is never edited once it has been released: the next one mends it. The text is plain SQL, frozen, so that it
does not follow `tables.py` when that changes.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine, inspect, text

from chatham.errors import StoreError
from chatham.store.connect import reading, writing

__all__ = ["MIGRATIONS", "migrate"]


def _first(connection: Connection) -> None:
    sqlite = connection.dialect.name == "sqlite"
    integer = "INTEGER" if sqlite else "BIGINT"
    strict = " STRICT" if sqlite else ""
    for table, columns in {
        "sources": f"id {integer} NOT NULL PRIMARY KEY, file TEXT NOT NULL UNIQUE",
        "notes": f"""id TEXT NOT NULL PRIMARY KEY, source {integer} NOT NULL REFERENCES sources (id),
            place {integer} NOT NULL, version {integer} NOT NULL, body TEXT NOT NULL""",
        "results": f"""note TEXT NOT NULL PRIMARY KEY REFERENCES notes (id) ON DELETE CASCADE,
            voice {integer}, body TEXT, aside TEXT""",
        "findings": f"""note TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE, ordinal {integer} NOT NULL,
            body TEXT NOT NULL, PRIMARY KEY (note, ordinal)""",
        "events": f"""position {integer} NOT NULL PRIMARY KEY, batch {integer} NOT NULL, happened TEXT NOT NULL,
            note TEXT NOT NULL, body TEXT NOT NULL""",
        "purges": f"id {integer} NOT NULL PRIMARY KEY, happened TEXT NOT NULL, counts TEXT NOT NULL",
    }.items():
        connection.execute(text(f"CREATE TABLE {table} ({columns}){strict}"))
    connection.execute(text("CREATE INDEX ix_events_note ON events (note)"))
    connection.execute(text("INSERT INTO numbers (name, value) VALUES ('position', 0)"))


def _second(connection: Connection) -> None:
    """Papers; and decisions about points (`reword`, `drop`), which a chatham of format 1 could not read."""
    blob = "BLOB" if connection.dialect.name == "sqlite" else "BYTEA"
    strict = " STRICT" if connection.dialect.name == "sqlite" else ""
    connection.execute(text(f"CREATE TABLE papers (name TEXT NOT NULL PRIMARY KEY, body {blob} NOT NULL){strict}"))


def _third(_connection: Connection) -> None:
    """Decisions that join and part points (`join`, `part`): the tables are as they were."""


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (_first, _second, _third)
"""The format of a store is how many of them have been applied.

A new kind of decision, or a new field of a type that is kept as JSON, needs a new format too, if only by a migration
that does nothing: an older chatham has to refuse such a store instead of stumbling over a row.
"""


def migrate(engine: Engine, label: str, migrations: tuple[Callable[[Connection], None], ...] = MIGRATIONS) -> None:
    """Bring the tables to the newest format.

    Args:
        engine: Of the store.
        label: What to call it in an error.
        migrations: All of them, from the first.

    Raises:
        StoreError: The store was written by a newer chatham, or the database refuses.
    """
    with reading(engine, label) as connection:
        found = _format(connection) if inspect(connection).has_table("numbers") else None
    if found == len(migrations):
        return
    if found is None:
        _begin(engine, label)
        found = 0
    for number in range(found, len(migrations)):
        _apply(engine, label, number, migrations)
    with reading(engine, label) as connection:
        found = _format(connection)
    if found > len(migrations):
        problem = f"a store of format {found}; this chatham knows {len(migrations)}"
        raise StoreError(problem, file=label, fix="Use a newer chatham")


def _begin(engine: Engine, label: str) -> None:
    with writing(engine, label) as connection:
        sqlite = connection.dialect.name == "sqlite"
        columns = f"name TEXT NOT NULL PRIMARY KEY, value {'INTEGER' if sqlite else 'BIGINT'} NOT NULL"
        if not sqlite:
            # IF NOT EXISTS does not keep two sessions of PostgreSQL from making the same table at the same moment.
            connection.execute(text("SELECT pg_advisory_xact_lock(7234171)"))
        connection.execute(text(f"CREATE TABLE IF NOT EXISTS numbers ({columns}){' STRICT' if sqlite else ''}"))
        if connection.execute(text("SELECT count(*) FROM numbers")).scalar_one() == 0:
            connection.execute(text("INSERT INTO numbers (name, value) VALUES ('format', 0)"))


def _apply(engine: Engine, label: str, number: int, migrations: tuple[Callable[[Connection], None], ...]) -> None:
    with writing(engine, label) as connection:
        # Somebody else may have been faster: the row is locked, then asked again.
        # Touching the row locks it on a server; SQLite has locked the file already.
        connection.execute(text("UPDATE numbers SET value = value WHERE name = 'format'"))
        if _format(connection) != number:
            return
        migrations[number](connection)
        connection.execute(text("UPDATE numbers SET value = :next WHERE name = 'format'"), {"next": number + 1})


def _format(connection: Connection) -> int:
    return int(connection.execute(text("SELECT value FROM numbers WHERE name = 'format'")).scalar_one())
