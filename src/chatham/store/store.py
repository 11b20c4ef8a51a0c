"""The store: a small plain API over the tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from chatham.model.decisions import Decision, Event, Snapshot
from chatham.model.private import Finding, RawNote
from chatham.model.public import AnonymisedNote
from chatham.store.changes import Changes, versions
from chatham.store.connect import connect, is_encrypted, is_url, reading, writing
from chatham.store.incoming import read_notes, take_in
from chatham.store.log import lock, read_events, record
from chatham.store.migrations import migrate
from chatham.store.papers import keep, read_paper
from chatham.store.purge import Purge, purge, read_purges
from chatham.store.results import keep_results, read_anonymised, read_findings, read_set_aside

if TYPE_CHECKING:
    from sqlalchemy import Engine

__all__ = ["Store"]


def _now() -> datetime:
    return datetime.now(UTC)


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
    def open(cls, where: str | Path, *, passphrase: str | None = None, clock: Callable[[], datetime] = _now) -> Store:
        """Open a store, making it if there is none, and bring its tables to the newest format.

        Args:
            where: Path of the SQLite file (mode 0600; a missing folder is made with mode 0700), or a `postgresql://`
                URL.
            passphrase: Of an encrypted file; a file that does not exist yet is made encrypted if one is given.
            clock: What time it is, for the events.

        Raises:
            StoreError: It was written by a newer chatham, is encrypted, is no store, is locked, or a driver is missing.
        """
        engine = connect(where, passphrase)
        path = None if is_url(where) else Path(where)
        # The query of a URL may hold a password too.
        label = engine.url.set(query={}).render_as_string(hide_password=True) if path is None else str(path)
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
    def path(self) -> Path | None:
        """The file of the store; None for a server."""
        return self._path

    @property
    def encrypted(self) -> bool:
        """Whether the file of the store cannot be read without a passphrase."""
        return self._path is not None and is_encrypted(self._path)

    def put_notes(self, notes: Sequence[RawNote]) -> Changes:
        """Take in the notes of one or more files.

        A file that was imported before says all that there is of it: notes that it no longer has are removed, what was
        found in a changed note is forgotten until anonymise has run again, and its decisions hold where the words they
        are about still stand. Tags that were suggested stay on an unchanged text. Notes without an origin are added or
        updated by id.

        Args:
            notes: All notes of the files they come from, in order.

        Returns:
            What changed. A note that the store has under another id keeps the id of the store.

        Raises:
            InputError: Two notes have one id, or a note of another file has it already; nothing was taken in.
            StoreError: The database refuses.
        """
        with writing(self._engine, self._label) as connection:
            lock(connection)
            return take_in(connection, notes)

    def notes(self) -> tuple[RawNote, ...]:
        """All raw notes: files in the order of their first import, notes in the order of their file."""
        with reading(self._engine, self._label) as connection:
            return read_notes(connection)

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
            What changed: `updated` are the notes whose text or findings are not what they were.

        Raises:
            StoreError: A note is not in the store, or the database refuses.
        """
        with writing(self._engine, self._label) as connection:
            lock(connection)
            return keep_results(connection, self._label, notes, findings, set_aside or {})

    def anonymised(self) -> tuple[AnonymisedNote, ...]:
        """The anonymised notes as the engine made them, voices included, in the order of `notes`."""
        with reading(self._engine, self._label) as connection:
            return read_anonymised(connection)

    def set_aside(self) -> dict[str, str]:
        """Note id to the reason for which anonymise set it aside, in the order of `notes`."""
        with reading(self._engine, self._label) as connection:
            return read_set_aside(connection)

    def findings(self, note: str | None = None) -> tuple[Finding, ...]:
        """The engine's findings, of one note or of all in the order of `notes`."""
        with reading(self._engine, self._label) as connection:
            return read_findings(connection, note)

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
        happened = self._clock().astimezone(UTC).isoformat(timespec="seconds")
        with writing(self._engine, self._label) as connection:
            return record(connection, self._label, decisions, expected or {}, happened)

    def merge(
        self, decisions: Sequence[Decision], notes: Sequence[RawNote], *, expected: Mapping[str, int] | None = None
    ) -> Changes:
        """Record decisions and take in notes that belong together: all of both, or nothing.

        Args:
            decisions: As `append_all`.
            notes: As `put_notes`.
            expected: As `append_all`.

        Returns:
            What became of the notes.

        Raises:
            Conflict: One of the notes decided on has changed since, or somebody else has decided on it.
            InputError: Two notes have one id, or a note of another file has it already.
            StoreError: The database refuses.
        """
        happened = self._clock().astimezone(UTC).isoformat(timespec="seconds")
        with writing(self._engine, self._label) as connection:
            if decisions:
                record(connection, self._label, decisions, expected or {}, happened)
            else:
                lock(connection)
            return take_in(connection, notes)

    def keep(self, papers: Mapping[str, str]) -> None:
        """Keep whole texts by name, each in the place of one of the same name.

        Args:
            papers: Name to text.

        Raises:
            StoreError: The database refuses.
        """
        with writing(self._engine, self._label) as connection:
            lock(connection)
            keep(connection, papers)

    def paper(self, name: str) -> str | None:
        """The text that is kept under a name, if there is one."""
        with reading(self._engine, self._label) as connection:
            return read_paper(connection, name)

    def events(self, since: int = 0) -> tuple[Event, ...]:
        """Decisions in the order in which they were recorded.

        Args:
            since: Only those after this position.
        """
        with reading(self._engine, self._label) as connection:
            return read_events(connection, since)

    def versions(self) -> dict[str, int]:
        """Note id to version: it goes up with every change of the note, of its findings, or of its decisions."""
        with reading(self._engine, self._label) as connection:
            return versions(connection)

    def snapshot(self) -> Snapshot:
        """All that a review rests on, at one moment."""
        with reading(self._engine, self._label) as connection:
            return Snapshot(
                notes=read_notes(connection),
                anonymised=read_anonymised(connection),
                set_aside=read_set_aside(connection),
                findings=read_findings(connection),
                events=read_events(connection, 0),
                versions=versions(connection),
            )

    def purge(self, *, beside: Mapping[str, int] | None = None) -> Purge:
        """Destroy all that the store holds: raw text, speakers, voices, findings, decisions. See `chatham.store.purge`.

        Args:
            beside: What goes outside the store in the same purge, for the record: its kind to how many.

        Raises:
            StoreError: Another program has the store open, or the database refuses.
        """
        return purge(self._engine, self._label, self._path, self._clock(), beside or {})

    def purges(self) -> tuple[Purge, ...]:
        """When it was purged, and of how much."""
        with reading(self._engine, self._label) as connection:
            return read_purges(connection)
