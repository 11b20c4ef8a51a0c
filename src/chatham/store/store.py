"""The store: a small plain API over the tables."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, update

from chatham.errors import Conflict, InputError, StoreError
from chatham.model.decisions import Decision, Event
from chatham.model.private import Finding, RawNote
from chatham.model.public import AnonymisedNote
from chatham.store import tables
from chatham.store.connect import connect, is_encrypted, is_url, reading, writing
from chatham.store.matching import match
from chatham.store.migrations import migrate
from chatham.store.purge import Purge, purge, read_purges

__all__ = ["Changes", "Store"]


@dataclass(frozen=True, slots=True)
class Changes:
    """What an import, or a run of anonymise, did to the store: ids of notes, as the store has them.

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


class Store:
    """An open store. Use it as a context manager, or close it.

    Every method is one transaction: it happens whole or not at all, and when it returns it is on the disk.
    """

    def __init__(self, engine: Engine, label: str, path: Path | None, clock: Callable[[], datetime]):
        self._engine = engine
        self._label = label
        self._path = path
        self._clock = clock

    @classmethod
    def open(
        cls,
        where: str | Path,
        *,
        passphrase: str | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> Store:
        """Open a store, making it if there is none, and bring its tables to the newest format.

        Args:
            where: Path of the SQLite file (mode 0600, its folder is made with mode 0700), or a `postgresql://` URL.
            passphrase: Of an encrypted file; a file that does not exist yet is made encrypted if one is given.
            clock: What time it is, for the events.

        Raises:
            StoreError: It was written by a newer chatham, is encrypted, is no store, is locked, or a driver is missing.
        """
        engine = connect(where, passphrase)
        path = None if is_url(where) else Path(where)
        label = engine.url.render_as_string(hide_password=True) if path is None else str(path)
        try:
            migrate(engine, label)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, label, path, clock)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def encrypted(self) -> bool:
        """Whether the file of the store can be read without a passphrase."""
        return self._path is not None and is_encrypted(self._path)

    # Notes

    def put_notes(self, notes: Sequence[RawNote]) -> Changes:
        """Take in the notes of one or more files.

        A file that was imported before says all that there is of it: notes that it no longer has are removed, what has
        been found in a changed note is forgotten until anonymise has run again, and its decisions hold where the words
        they are about still stand. Notes without an origin are added or updated by id.

        Args:
            notes: All notes of the files they come from, in order.

        Returns:
            What changed. A note that the store had under another id keeps the id of the store.

        Raises:
            InputError: Two notes have one id, or a note of another file has it already.
            StoreError: The database refuses.
        """
        by_file: dict[str, list[RawNote]] = {}
        for note in notes:
            by_file.setdefault(_file(note), []).append(note)
        added: list[str] = []
        updated: list[str] = []
        unchanged: list[str] = []
        removed: list[str] = []
        with writing(self._engine, self._label) as connection:
            self._lock(connection)
            for file, given in by_file.items():
                source = _source(connection, file)
                stored = _stored(connection, source)
                old = {note.id: (note, place) for note, place in stored}
                pairs = match([note for note, _ in stored], given)
                renamed = [note.model_copy(update={"id": pairs.get(note.id, note.id)}) for note in given]
                self._check_ids(connection, renamed, old)
                after = max((place for _, place in old.values()), default=-1) + 1 if not file else 0
                for place, note in enumerate(renamed, after):
                    if note.id not in old:
                        connection.execute(
                            insert(tables.notes).values(
                                id=note.id, source=source, place=place, version=1, body=_json(note)
                            )
                        )
                        added.append(note.id)
                        continue
                    before, was_at = old[note.id]
                    values: dict[str, object] = {"place": place if file else was_at, "body": _json(note)}
                    same = before.model_copy(update={"origin": None}) == note.model_copy(update={"origin": None})
                    if not same:
                        values["version"] = tables.notes.c.version + 1
                        connection.execute(delete(tables.results).where(tables.results.c.note == note.id))
                        connection.execute(delete(tables.findings).where(tables.findings.c.note == note.id))
                    connection.execute(update(tables.notes).where(tables.notes.c.id == note.id).values(values))
                    (unchanged if same else updated).append(note.id)
                if file:
                    here = {note.id for note in renamed}
                    removed += [note.id for note, _ in stored if note.id not in here]
            _execute_ids(connection, delete(tables.notes).where(tables.notes.c.id == bindparam("the_id")), removed)
        return Changes(tuple(added), tuple(updated), tuple(unchanged), tuple(removed))

    def notes(self) -> tuple[RawNote, ...]:
        """All raw notes: files in the order of their first import, notes in the order of their file."""
        query = select(tables.notes.c.body).order_by(tables.notes.c.source, tables.notes.c.place)
        with reading(self._engine, self._label) as connection:
            return tuple(RawNote.model_validate_json(body) for body in connection.execute(query).scalars())

    # What anonymise made of them

    def put_anonymised(
        self,
        notes: Sequence[AnonymisedNote],
        findings: Sequence[Finding],
        set_aside: Mapping[str, str] | None = None,
    ) -> Changes:
        """Keep what a run of anonymise over all notes has made, instead of what the run before made.

        Args:
            notes: Anonymised notes, voices included.
            findings: Of all notes, in the order in which they stand in their note.
            set_aside: Note id to the reason for which it was set aside, without anything that was said.

        Returns:
            What changed: `updated` are the notes whose text or edits are not what they were.

        Raises:
            StoreError: A note is not in the store, or the database refuses.
        """
        aside = dict(set_aside or {})
        found: dict[str, list[str]] = {}
        for finding in findings:
            found.setdefault(finding.note, []).append(_json(finding))
        given: dict[str, tuple[int | None, str | None, str | None]] = {
            note.id: (note.voice, _json(note), aside.get(note.id)) for note in notes
        }
        for identity, reason in aside.items():
            given.setdefault(identity, (None, None, reason))
        with writing(self._engine, self._label) as connection:
            self._lock(connection)
            known = set(connection.execute(select(tables.notes.c.id)).scalars())
            strangers = (given.keys() | found.keys()) - known
            if strangers:
                problem = f"{len(strangers)} of the notes are not in the store (the first is {min(strangers)})"
                raise StoreError(problem, file=self._label, fix="Import them first")
            before = {row.note: (row.body, row.aside) for row in connection.execute(select(tables.results))}
            edits: dict[str, list[str]] = {}
            for row in connection.execute(select(tables.findings).order_by(tables.findings.c.ordinal)):
                edits.setdefault(row.note, []).append(row.body)
            updated = [
                identity
                for identity, (_, body, reason) in given.items()
                if identity in before
                and (before[identity] != (body, reason) or edits.get(identity, []) != found.get(identity, []))
            ]
            removed = [identity for identity in before if identity not in given]
            connection.execute(delete(tables.results))
            connection.execute(delete(tables.findings))
            if given:
                connection.execute(
                    insert(tables.results),
                    [
                        {"note": identity, "voice": voice, "body": body, "aside": reason}
                        for identity, (voice, body, reason) in given.items()
                    ],
                )
            if findings:
                connection.execute(
                    insert(tables.findings),
                    [
                        {"note": identity, "ordinal": ordinal, "body": body}
                        for identity, bodies in found.items()
                        for ordinal, body in enumerate(bodies)
                    ],
                )
            added = [identity for identity in given if identity not in before]
            _bump(connection, [*added, *updated, *removed])
        changed = {*added, *updated}
        return Changes(tuple(added), tuple(updated), tuple(i for i in given if i not in changed), tuple(removed))

    def anonymised(self) -> tuple[AnonymisedNote, ...]:
        """The anonymised notes, as the engine made them, voices included, in the order of `notes`."""
        query = (
            select(tables.results.c.body, tables.results.c.voice)
            .join(tables.notes, tables.notes.c.id == tables.results.c.note)
            .where(tables.results.c.body.is_not(None))
            .order_by(tables.notes.c.source, tables.notes.c.place)
        )
        with reading(self._engine, self._label) as connection:
            return tuple(
                AnonymisedNote.model_validate({**json.loads(body), "voice": voice})
                for body, voice in connection.execute(query)
            )

    def set_aside(self) -> dict[str, str]:
        """Note id to the reason for which anonymise set it aside, in the order of `notes`."""
        query = (
            select(tables.results.c.note, tables.results.c.aside)
            .join(tables.notes, tables.notes.c.id == tables.results.c.note)
            .where(tables.results.c.aside.is_not(None))
            .order_by(tables.notes.c.source, tables.notes.c.place)
        )
        with reading(self._engine, self._label) as connection:
            return {row.note: row.aside for row in connection.execute(query)}

    def findings(self, note: str | None = None) -> tuple[Finding, ...]:
        """The engine's findings, of one note or of all in the order of `notes`."""
        query = (
            select(tables.findings.c.body)
            .join(tables.notes, tables.notes.c.id == tables.findings.c.note)
            .order_by(tables.notes.c.source, tables.notes.c.place, tables.findings.c.ordinal)
        )
        if note is not None:
            query = query.where(tables.findings.c.note == note)
        with reading(self._engine, self._label) as connection:
            return tuple(Finding.model_validate_json(body) for body in connection.execute(query).scalars())

    # Decisions

    def append(self, decision: Decision, *, expected: int | None = None) -> Event:
        """Record one decision.

        Args:
            decision: What was decided.
            expected: Version of the note that the decision was taken on (`versions`); None takes whatever there is.

        Raises:
            Conflict: The note has changed since, or somebody else has decided on it.
            StoreError: The note is not in the store, or the database refuses.
        """
        return self.append_all([decision], expected={} if expected is None else {decision.note: expected})[0]

    def append_all(
        self, decisions: Sequence[Decision], *, expected: Mapping[str, int] | None = None
    ) -> tuple[Event, ...]:
        """Record decisions that were taken in one go: all of them, or none.

        Args:
            decisions: What was decided, in order.
            expected: Note id to the version that the decisions were taken on; other notes are taken as they are.

        Raises:
            Conflict: One of the notes has changed since, or somebody else has decided on it.
            StoreError: One of the notes is not in the store, or the database refuses.
        """
        if not decisions:
            return ()
        touched = {identity for decision in decisions for identity in decision.touches}
        happened = self._clock().astimezone(UTC).isoformat(timespec="seconds")
        with writing(self._engine, self._label) as connection:
            last = self._lock(connection)
            held = _versions(connection)
            for identity in sorted(touched | (expected or {}).keys()):
                if identity not in held:
                    raise StoreError(f"no note of the id {identity}", file=self._label)
                if expected and expected.get(identity, held[identity]) != held[identity]:
                    problem = f"note {identity} has changed since you opened it, or somebody else has decided on it"
                    raise Conflict(problem, fix="Look at it again, then decide")
            recorded = tuple(
                Event(position=position, batch=last + 1, when=happened, decision=decision)
                for position, decision in enumerate(decisions, last + 1)
            )
            connection.execute(
                insert(tables.events),
                [
                    {
                        "position": event.position,
                        "batch": event.batch,
                        "happened": event.when,
                        "note": event.decision.note,
                        "body": event.decision.model_dump_json(exclude_defaults=True),
                    }
                    for event in recorded
                ],
            )
            counter = update(tables.numbers).where(tables.numbers.c.name == "position")
            connection.execute(counter.values(value=recorded[-1].position))
            _bump(connection, touched)
        return recorded

    def events(self, since: int = 0) -> tuple[Event, ...]:
        """Decisions in the order in which they were recorded.

        Args:
            since: Only those after this position.
        """
        query = select(tables.events).where(tables.events.c.position > since).order_by(tables.events.c.position)
        with reading(self._engine, self._label) as connection:
            return tuple(
                Event(
                    position=row.position,
                    batch=row.batch,
                    when=row.happened,
                    decision=Decision.model_validate_json(row.body),
                )
                for row in connection.execute(query)
            )

    def versions(self) -> dict[str, int]:
        """Note id to version: it goes up with every change of the note, of its findings, or of its decisions."""
        with reading(self._engine, self._label) as connection:
            return _versions(connection)

    # The end

    def purge(self) -> Purge:
        """Destroy all that the store holds: raw text, speakers, voices, findings, decisions. See `chatham.store.purge`.

        Raises:
            StoreError: Another program has the store open, or the database refuses.
        """
        return purge(self._engine, self._label, self._path, self._clock())

    def purges(self) -> tuple[Purge, ...]:
        """When it was purged, and of how much."""
        with reading(self._engine, self._label) as connection:
            return read_purges(connection)

    def _lock(self, connection: Connection) -> int:
        """Keep other writers waiting; the position of the newest event."""
        query = select(tables.numbers.c.value).where(tables.numbers.c.name == "position").with_for_update()
        return int(connection.execute(query).scalar_one())

    def _check_ids(self, connection: Connection, given: Sequence[RawNote], old: Mapping[str, object]) -> None:
        seen: set[str] = set()
        elsewhere = set(connection.execute(select(tables.notes.c.id)).scalars()) - old.keys()
        for note in given:
            place = note.origin.place if note.origin else None
            file = note.origin.file if note.origin else None
            if note.id in seen:
                raise InputError(f"two notes of the id {note.id}", file=file, place=place, fix="Ids are unique")
            if note.id in elsewhere:
                problem = f"a note of another file has the id {note.id} already"
                raise InputError(problem, file=file, place=place, fix="Ids are unique within a consultation")
            seen.add(note.id)


def _json(model: RawNote | AnonymisedNote | Finding) -> str:
    return model.model_dump_json(exclude_defaults=True)


def _file(note: RawNote) -> str:
    return note.origin.file if note.origin else ""


def _source(connection: Connection, file: str) -> int:
    found = connection.execute(select(tables.sources.c.id).where(tables.sources.c.file == file)).scalar()
    if found is not None:
        return int(found)
    number = int(connection.execute(select(func.coalesce(func.max(tables.sources.c.id), 0))).scalar_one()) + 1
    connection.execute(insert(tables.sources).values(id=number, file=file))
    return number


def _stored(connection: Connection, source: int) -> list[tuple[RawNote, int]]:
    query = select(tables.notes.c.body, tables.notes.c.place).where(tables.notes.c.source == source)
    rows = connection.execute(query.order_by(tables.notes.c.place))
    return [(RawNote.model_validate_json(body), place) for body, place in rows]


def _versions(connection: Connection) -> dict[str, int]:
    query = select(tables.notes.c.id, tables.notes.c.version)
    return {row.id: row.version for row in connection.execute(query)}


def _bump(connection: Connection, identities: Iterable[str]) -> None:
    up = update(tables.notes).where(tables.notes.c.id == bindparam("the_id"))
    _execute_ids(connection, up.values(version=tables.notes.c.version + 1), identities)


def _execute_ids(connection: Connection, statement: object, identities: Iterable[str]) -> None:
    rows = [{"the_id": identity} for identity in identities]
    if rows:
        connection.execute(statement, rows)  # type: ignore[call-overload]
