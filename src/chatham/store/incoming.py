"""Taking notes in, so that taking the same file in again is safe."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update

from chatham.errors import InputError
from chatham.model.private import RawNote
from chatham.store import tables
from chatham.store.changes import Changes, bump, drop_notes, drop_results
from chatham.store.matching import match

__all__ = ["read_notes", "take_in"]

_TAGS = ("objectives", "review", "suggested")


def take_in(connection: Connection, notes: Iterable[RawNote]) -> Changes:
    """Add, update and remove notes, file by file. See `Store.put_notes`."""
    by_file: dict[str, list[RawNote]] = {}
    for note in notes:
        by_file.setdefault(note.origin.file if note.origin else "", []).append(note)
    parts = [_take_file(connection, file, given) for file, given in by_file.items()]
    return Changes(
        added=tuple(i for part in parts for i in part.added),
        updated=tuple(i for part in parts for i in part.updated),
        unchanged=tuple(i for part in parts for i in part.unchanged),
        removed=tuple(i for part in parts for i in part.removed),
    )


def read_notes(connection: Connection) -> tuple[RawNote, ...]:
    """All notes, in order."""
    query = select(tables.notes.c.body).order_by(tables.notes.c.source, tables.notes.c.place)
    return tuple(RawNote.model_validate_json(body) for body in connection.execute(query).scalars())


def _take_file(connection: Connection, file: str, given: Sequence[RawNote]) -> Changes:
    source = _source(connection, file)
    query = select(tables.notes.c.body, tables.notes.c.place).where(tables.notes.c.source == source)
    rows = connection.execute(query.order_by(tables.notes.c.place)).all()
    old = {note.id: note for note in (RawNote.model_validate_json(row.body) for row in rows)}
    # Only a file says all that there is of it: a note of no file is like another one by chance.
    pairs = match(tuple(old.values()), given) if file else {}
    renamed = [note.model_copy(update={"id": pairs.get(note.id, note.id)}) for note in given]
    _check_ids(connection, renamed, old)
    merged = [_with_suggestions(old.get(note.id), note) for note in renamed]

    # Notes of no file have no order but that in which they came: what is there stays where it is.
    places = {identity: row.place for identity, row in zip(old, rows, strict=True)}
    first = 0 if file else max(places.values(), default=-1) + 1
    values = [
        {
            "the_id": note.id,
            "the_place": places.get(note.id, place) if not file else place,
            "the_body": note.model_dump_json(exclude_defaults=True),
        }
        for place, note in enumerate(merged, first)
    ]
    added = [note.id for note in merged if note.id not in old]
    new = insert(tables.notes).values(
        id=bindparam("the_id"), source=source, place=bindparam("the_place"), body=bindparam("the_body"), version=1
    )
    change = update(tables.notes).where(tables.notes.c.id == bindparam("the_id"))
    change = change.values(place=bindparam("the_place"), body=bindparam("the_body"))
    _execute(connection, new, [v for v in values if v["the_id"] not in old])
    _execute(connection, change, [v for v in values if v["the_id"] in old])

    updated = [note for note in merged if note.id in old and _differ(old[note.id], note)]
    bump(connection, [note.id for note in updated])
    drop_results(connection, [note.id for note in updated if _differ(old[note.id], note, besides=_TAGS)])
    _retag(connection, [note for note in updated if not _differ(old[note.id], note, besides=_TAGS)])
    changed = {*added, *(note.id for note in updated)}
    here = {note.id for note in merged}
    removed = [identity for identity in old if identity not in here] if file else []
    drop_notes(connection, removed)
    return Changes(
        added=tuple(added),
        updated=tuple(note.id for note in updated),
        unchanged=tuple(note.id for note in merged if note.id not in changed),
        removed=tuple(removed),
    )


def _source(connection: Connection, file: str) -> int:
    found = connection.execute(select(tables.sources.c.id).where(tables.sources.c.file == file)).scalar()
    if found is not None:
        return int(found)
    number = int(connection.execute(select(func.coalesce(func.max(tables.sources.c.id), 0))).scalar_one()) + 1
    connection.execute(insert(tables.sources).values(id=number, file=file))
    return number


def _check_ids(connection: Connection, given: Sequence[RawNote], old: Mapping[str, RawNote]) -> None:
    elsewhere = set(connection.execute(select(tables.notes.c.id)).scalars()) - old.keys()
    seen: set[str] = set()
    for note in given:
        file, place = (note.origin.file, note.origin.place) if note.origin else (None, None)
        if note.id in seen:
            raise InputError(f"two notes of the id {note.id}", file=file, place=place, fix="Ids are unique")
        if note.id in elsewhere:
            problem = f"a note of another file has the id {note.id} already"
            raise InputError(problem, file=file, place=place, fix="Ids are unique within a consultation")
        seen.add(note.id)


def _with_suggestions(old: RawNote | None, new: RawNote) -> RawNote:
    """A file knows nothing of the tags that were suggested for its notes since: they stay on an unchanged text."""
    if old is None or old.text != new.text or new.suggested:
        return new
    kept = [field for field in old.suggested if not getattr(new, field)]
    if not kept:
        return new
    return new.model_copy(update={field: getattr(old, field) for field in kept} | {"suggested": tuple(kept)})


def _differ(old: RawNote, new: RawNote, *, besides: tuple[str, ...] = ()) -> bool:
    # Where in its file a note stands is nothing about the note.
    unset = {field: RawNote.model_fields[field].get_default() for field in ("origin", *besides)}
    return old.model_copy(update=unset) != new.model_copy(update=unset)


def _retag(connection: Connection, notes: Iterable[RawNote]) -> None:
    """Nothing that was found depends on the tags: what was made of the notes stays, with the new tags."""
    for note in notes:
        here = tables.results.c.note == note.id
        body = connection.execute(select(tables.results.c.body).where(here)).scalar()
        if body is not None:
            tagged = json.loads(body) | {"objectives": list(note.objectives), "review": note.review}
            connection.execute(update(tables.results).where(here).values(body=json.dumps(tagged, ensure_ascii=False)))


def _execute(connection: Connection, statement: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(statement, rows)
