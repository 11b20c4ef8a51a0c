"""What comes in: the registration list, files of notes, tables, and single notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from chatham.errors import InputError
from chatham.files import write_whole
from chatham.folder import destroy, roster_file
from chatham.model.framework import Code
from chatham.model.private import Notice, Origin, RawNote
from chatham.outcomes import Imported, differences
from chatham.workspace.opened import Opened

if TYPE_CHECKING:
    import pandas as pd

    from chatham.capture.reading import Captured
    from chatham.capture.roster import RosterImport

__all__ = ["import_files", "import_frame", "import_roster", "note"]


def import_roster(home: Opened, file: str | Path | None = None) -> RosterImport:
    """See `Workspace.import_roster`."""
    from chatham.capture.roster import RosterImport, read_roster
    from chatham.exchange.rosters import dump_roster

    own = roster_file(home.folder)
    given = own if file is None else Path(file)
    if given is None:
        return RosterImport(home.roster, ())
    found = read_roster(
        given,
        framework=home.consultation.framework,
        facilitators=home.facilitators,
        deadline=home.consultation.registration_deadline,
    )
    if own is None or not own.samefile(given):
        if own is not None and own.suffix != ".csv":
            raise InputError("a registration list is there already", file=own, fix="Take it out of the folder first")
        write_whole(home.folder / "roster.csv", dump_roster(found.roster), private=True)
    home.forget_roster()
    return found


def import_files(home: Opened, files: Iterable[str | Path] = (), *, direct_messages: bool = False) -> Imported:
    """See `Workspace.import_files`."""
    from chatham.capture.reading import read

    given = [Path(f) for f in files] or [home.folder / "notes"]
    known = home.notes()
    captured = read(given, consultation=home.consultation, known=known, direct_messages=direct_messages)
    return _take_in(home, _without_copies(captured, known), known)


def _without_copies(captured: Captured, known: Sequence[RawNote]) -> Captured:
    """A file that was imported under another name, and is the same to the letter, brings nothing new."""
    before = _by_file(known)
    there = {_said(notes): file for file, notes in before.items()}
    copies = {}
    for file, notes in _by_file(captured.notes).items():
        original = there.get(_said(notes))
        if original is not None and file not in before:
            copies[file] = original
    warned = [Notice(file=copy, place="", problem=f"the same notes as {of}, not added") for copy, of in copies.items()]
    kept = tuple(n for n in captured.notes if n.origin is None or n.origin.file not in copies)
    return captured._replace(notes=kept, warnings=(*captured.warnings, *warned))


def _by_file(notes: Iterable[RawNote]) -> dict[str, list[RawNote]]:
    files: dict[str, list[RawNote]] = {}
    for note in notes:
        if note.origin is not None:
            files.setdefault(note.origin.file, []).append(note)
    return files


def _said(notes: Iterable[RawNote]) -> tuple[RawNote, ...]:
    """Notes as their file has them: without ids, places, and tags that were suggested since."""
    plain = []
    for note in notes:
        unset = {"id": "", "origin": None, "suggested": ()}
        suggested = {field: RawNote.model_fields[field].get_default() for field in note.suggested}
        plain.append(note.model_copy(update=unset | suggested))
    return tuple(plain)


def _take_in(home: Opened, captured: Captured, known: Sequence[RawNote]) -> Imported:
    """Store what was captured, and say what that changed."""
    was_approved = {note.id for note in home.approved()} if known else set()
    changes = home.store.put_notes(captured.notes)
    if not changes.updated and not changes.removed:
        return Imported(captured, changes)
    after = {note.id: note for note in home.notes()}
    approved = {note.id for note in home.approved()}
    return Imported(captured, changes, differences({n.id: n for n in known}, after, was_approved, approved))


def note(
    home: Opened,
    text: str,
    *,
    objectives: Sequence[Code] = (),
    review: str | None = None,
    speaker: str | None = None,
    working_group: str | None = None,
    round: int | None = None,  # noqa: A002 (the field's word, in every format)
    rapporteur: str | None = None,
    cell: str | None = None,
) -> RawNote:
    """See `Workspace.note`."""
    from chatham.capture.written import make_note

    note = make_note(
        text,
        consultation=home.consultation,
        known=home.notes(),
        objectives=objectives,
        review=review,
        speaker=speaker,
        working_group=working_group,
        round=round,
        rapporteur=rapporteur,
    )
    if cell is not None:
        note = note.model_copy(update={"origin": Origin(file=f"cell {cell}", place="")})
    changes = home.store.put_notes([note])
    (identity,) = changes.added or changes.updated or changes.unchanged
    return note.model_copy(update={"id": identity})


def import_frame(home: Opened, frame: pd.DataFrame, *, name: str = "frame") -> Imported:
    """See `Workspace.import_frame`."""
    from chatham.capture.reading import read

    if not re.fullmatch(r"[\w -]+", name):
        raise InputError("not a name for a table", fix="Use letters, digits and spaces")
    known = home.notes()
    frame = _without_notes_of_elsewhere(frame, known, f"{name}.csv")
    plain = frame.map(lambda v: "; ".join(map(str, v)) if isinstance(v, list | tuple | set) else v)
    file = home.folder / "private" / f"{name}.csv"
    try:
        write_whole(file, plain.to_csv(index=False), private=True)
        captured = read([file], consultation=home.consultation, known=known)
    finally:
        destroy([file] if file.exists() else [])
    return _take_in(home, captured, known)


def _without_notes_of_elsewhere(frame: pd.DataFrame, known: Sequence[RawNote], file: str) -> pd.DataFrame:
    """A frame of all notes, taken in again, must not bring those of other files in a second time."""
    if not {"id", "text"} <= set(frame.columns):
        return frame
    texts = {n.id: n.text for n in known if n.origin is None or n.origin.file != file}
    elsewhere = frame["id"].map(lambda identity: str(identity) in texts)
    for identity, text in frame.loc[elsewhere, ["id", "text"]].itertuples(index=False):
        if texts[str(identity)] != text:
            problem = f"the text of note {identity} is not what it was, and the note is not of this table"
            raise InputError(problem, fix="Correct it where it came from, or give the row no id")
    return frame.loc[~elsewhere]
