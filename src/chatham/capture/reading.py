"""From the files that rapporteurs hand in to notes: all of them, or an error and none."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import NamedTuple

from chatham.capture.captions import read_captions, read_transcript
from chatham.capture.chat import read_chat
from chatham.capture.decode import decode
from chatham.capture.desk import Desk, Draft
from chatham.capture.identity import identities
from chatham.capture.kinds import FileKind, kind_of
from chatham.capture.package import LARGEST, member, open_package, safe_name
from chatham.capture.prose import read_prose
from chatham.capture.sheet import read_sheet
from chatham.capture.word import read_word
from chatham.errors import UnreadableFile
from chatham.exchange.mandates import outside_mandate
from chatham.exchange.notes import parse_notes
from chatham.files import DASH, read_bytes
from chatham.language.marks import heading_marks
from chatham.model.framework import default_framework
from chatham.model.private import Notice, Origin, RawNote
from chatham.model.public import Consultation

__all__ = ["Captured", "read"]

_READERS: dict[FileKind, Callable[[bytes, str, Desk], list[Draft]]] = {
    FileKind.PROSE: read_prose,
    FileKind.WORD: read_word,
    FileKind.SHEET: read_sheet,
    FileKind.CHAT: read_chat,
    FileKind.CAPTIONS: read_captions,
    FileKind.TRANSCRIPT: read_transcript,
}
_LITTER = ("Thumbs.db", "desktop.ini", "__MACOSX")


class Captured(NamedTuple):
    """What came in.

    Attributes:
        notes: In the order of the files, and within each of its text.
        warnings: What the sender should know: tracked changes, tags that do not fit, columns that are not read.
        dropped: Kind and count of what was left out on purpose, such as `direct messages`.
    """

    notes: tuple[RawNote, ...]
    warnings: tuple[Notice, ...] = ()
    dropped: tuple[tuple[str, int], ...] = ()


class _File(NamedTuple):
    """A file to read: how errors name it, how origins do, and its bytes."""

    shown: str
    name: str
    data: bytes


def read(
    paths: Iterable[str | Path] | str | Path,
    *,
    consultation: Consultation | None = None,
    known: Sequence[RawNote] = (),
    direct_messages: bool = False,
) -> Captured:
    """Read notes from files, folders and zip archives of them, each by the reader that its content asks for.

    Args:
        paths: Word, Excel, CSV, Markdown, text, chats, captions, transcripts, JSON lines; `-` is standard input.
        consultation: Its codebook and working groups; without it the package's codebook is used.
        known: Notes imported before: no id of a note of another file is given again.
        direct_messages: Keep the direct messages of a chat, which are dropped and counted otherwise.

    Returns:
        The notes, each with its origin; the same bytes twice are read once.

    Raises:
        InputError: Something in a file is wrong, with the file and the place. No note is returned then.
        UnreadableFile: A file is missing, empty, damaged, or of a kind that has no reader.
    """
    named = [paths] if isinstance(paths, str | Path) else list(paths)
    framework = consultation.framework if consultation else default_framework()
    desk = Desk(consultation, framework, direct_messages=direct_messages)
    drafts: list[tuple[str, Draft]] = []
    finished: dict[str, RawNote] = {}
    seen: set[bytes] = set()
    for file in _files(named, desk):
        digest = hashlib.sha256(file.data).digest()
        if digest in seen:
            desk.warn(file.shown, "", "the same file as one before, not read again")
            continue
        seen.add(digest)
        kind = kind_of(file.data, file.shown, desk)
        if kind is FileKind.ARCHIVE:
            raise UnreadableFile("an archive inside an archive", file=file.shown, fix="Unpack it first")
        if kind is FileKind.JSONL:
            for note in _rows(file, consultation):
                finished.setdefault(note.id, note)
                drafts.append((file.name, Draft(text=note.text, place=_place(note), id=note.id)))
            continue
        found = _READERS[kind](file.data, file.shown, desk)
        if not found:
            desk.warn(file.shown, "", "no notes in it")
        drafts += [(file.name, draft) for draft in _placed(found, file, desk)]
    ids = identities(drafts, known)
    notes = tuple(
        finished[identity] if identity in finished else _note(identity, name, draft)
        for identity, (name, draft) in zip(ids, drafts, strict=True)
    )
    strayed = outside_mandate(notes, consultation) if consultation else ()
    return Captured(notes, (*desk.warnings, *strayed), tuple(sorted(desk.dropped.items())))


def _placed(drafts: list[Draft], file: _File, desk: Desk) -> list[Draft]:
    """The drafts, with the group and round that the file's name says where nothing inside says any."""
    name = re.sub(r"[_.]", " ", PurePath(file.name).stem)
    marks = heading_marks(name, desk.framework, whole=False)
    group = desk.group(marks.group)
    if group and any(draft.working_group is None for draft in drafts):
        desk.warn(file.shown, "", "working group taken from the file's name")
    return [
        replace(
            draft,
            working_group=draft.working_group or group,
            round=draft.round or (marks.round if draft.working_group in (None, group) else None),
        )
        for draft in drafts
    ]


def _note(identity: str, file: str, draft: Draft) -> RawNote:
    return RawNote(
        id=identity,
        text=draft.text,
        working_group=draft.working_group,
        round=draft.round,
        speaker=draft.speaker,
        objectives=draft.objectives,
        review=draft.review,
        rapporteur=draft.rapporteur,
        origin=Origin(file=file, place=draft.place),
    )


def _place(note: RawNote) -> str:
    return note.origin.place if note.origin else ""


def _rows(file: _File, consultation: Consultation | None) -> Iterator[RawNote]:
    text = str(decode(file.data, file=file.shown)) if not _is_utf8(file.data) else file.data.decode("utf-8-sig")
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    notes = parse_notes(text, file=file.shown, consultation=consultation)
    for number, note in zip(lines, notes, strict=True):
        origin = note.origin or Origin(file=file.name, place=f"line {number}")
        yield note.model_copy(update={"origin": origin})


def _is_utf8(data: bytes) -> bool:
    # The text of a JSON string is kept to the letter, line ends too, so it does not go through `decode`.
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _files(paths: Sequence[str | Path], desk: Desk) -> Iterator[_File]:
    for path in paths:
        if str(path) != DASH and Path(path).is_dir():
            yield from _folder(Path(path), desk)
            continue
        shown = "standard input" if str(path) == DASH else str(path)
        data = read_bytes(path, limit=LARGEST)
        name = shown if str(path) == DASH else Path(path).name
        yield from _unpacked(_File(shown, name, data), desk)


def _folder(folder: Path, desk: Desk) -> Iterator[_File]:
    found = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and not _litter(path.relative_to(folder).parts)
    ]
    if not found:
        raise UnreadableFile("a folder without files", file=folder, fix="Put the notes into it")
    for path in found:
        name = path.relative_to(folder).as_posix()
        yield from _unpacked(_File(str(path), name, read_bytes(path, limit=LARGEST)), desk)


def _unpacked(file: _File, desk: Desk) -> Iterator[_File]:
    """The file itself, or what an archive holds; nothing is written to the disk."""
    if not file.data.startswith(b"PK") or kind_of(file.data, file.shown, desk) is not FileKind.ARCHIVE:
        yield file
        return
    with open_package(file.data, file=file.shown) as package:
        parts = [part for part in package.infolist() if not part.is_dir()]
        if any(safe_name(part.filename) is None for part in parts):
            raise UnreadableFile(
                "a path in the archive that leads out of it", file=file.shown, fix="Pack the files again"
            )
        wanted = [part for part in parts if not _litter(tuple(part.filename.split("/")))]
        if not wanted:
            raise UnreadableFile("an archive without files", file=file.shown, fix="Put the notes into it")
        for part in sorted(wanted, key=lambda part: part.filename):
            name = safe_name(part.filename) or part.filename
            yield _File(f"{file.shown}/{name}", name, member(package, part, file=file.shown))


def _litter(parts: tuple[str, ...]) -> bool:
    return any(part.startswith((".", "~$")) or part in _LITTER for part in parts)
