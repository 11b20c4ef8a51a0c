"""Decisions, appended one after the other; none is ever changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, insert, select, update

from chatham.errors import Conflict, StoreError
from chatham.model.decisions import Decision, Event
from chatham.store import tables
from chatham.store.changes import bump, versions

__all__ = ["lock", "read_events", "record"]


def lock(connection: Connection) -> int:
    """Keep other writers waiting until the transaction ends.

    Returns:
        The position of the newest event.
    """
    query = select(tables.numbers.c.value).where(tables.numbers.c.name == "position").with_for_update()
    return int(connection.execute(query).scalar_one())


def record(
    connection: Connection, label: str, decisions: Sequence[Decision], expected: Mapping[str, int], happened: str
) -> tuple[Event, ...]:
    """Append decisions that were taken in one go. See `Store.append_all`."""
    last = lock(connection)
    touched = {identity for decision in decisions for identity in decision.touches}
    concerned = touched | expected.keys()
    held = versions(connection, concerned)
    for identity in sorted(concerned):
        if identity not in held:
            raise StoreError(f"no note of the id {identity}", file=label)
        if expected.get(identity, held[identity]) != held[identity]:
            problem = f"note {identity} has changed since you opened it, or somebody else has decided on it"
            raise Conflict(problem, fix="Look at it again, then decide")
    events = tuple(
        Event(position=position, batch=last + 1, when=happened, decision=decision)
        for position, decision in enumerate(decisions, last + 1)
    )
    rows = [
        {
            "position": event.position,
            "batch": event.batch,
            "happened": event.when,
            "note": event.decision.note,
            "body": event.decision.model_dump_json(exclude_defaults=True),
        }
        for event in events
    ]
    connection.execute(insert(tables.events), rows)
    newest = update(tables.numbers).where(tables.numbers.c.name == "position")
    connection.execute(newest.values(value=events[-1].position))
    bump(connection, touched)
    return events


def read_events(connection: Connection, since: int) -> tuple[Event, ...]:
    """Decisions after a position, in order."""
    query = select(tables.events).where(tables.events.c.position > since).order_by(tables.events.c.position)
    return tuple(
        Event(
            position=row.position,
            batch=row.batch,
            when=row.happened,
            decision=Decision.model_validate_json(row.body),
        )
        for row in connection.execute(query)
    )
