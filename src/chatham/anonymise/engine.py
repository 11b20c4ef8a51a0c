"""Raw notes in, notes that name nobody out.

Three passes over the notes, none of which holds more than a piece of them: one looks ahead (`ahead`), one finds what
has to go, and one writes the notes anew. What the second finds are edits, which hold no word of a note but those of
chatham's own vocabulary: they may be put on disk piece by piece, so that a run that was stopped goes on from there.
"""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple, Protocol

from chatham.anonymise import spans
from chatham.anonymise.ahead import Ahead, Look, Text, look
from chatham.anonymise.parallel import spread
from chatham.anonymise.phrases import is_phrase
from chatham.anonymise.pieces import Work, find, loads
from chatham.anonymise.recognisers.known import Known, known
from chatham.errors import DetectionError, InputError, RosterError
from chatham.model.framework import default_framework
from chatham.model.private import Finding, RawNote, Roster
from chatham.model.public import AnonymisedNote, Consultation
from chatham.settings import Settings

__all__ = ["Anonymised", "Kept", "anonymise", "stream"]

_CHUNK = 64  # notes that one process takes at a time
_TAKEN_TO_BE = "is taken to be in a language other than English"
_NOT_ENGLISH = "is not in English, as far as can be told"


class Anonymised(NamedTuple):
    """What came of a batch, or of a piece of it.

    Attributes:
        notes: One per note that was not set aside, in the order of the raw ones.
        findings: All edits and marks, note by note.
        set_aside: Id and reason of each note that may not go on.
    """

    notes: tuple[AnonymisedNote, ...]
    findings: tuple[Finding, ...]
    set_aside: tuple[tuple[str, str], ...]


class Kept(Protocol):
    """Edits of finished pieces, by their number: a dict, or a file that outlives the process."""

    def get(self, number: int, /) -> str | None:
        """The edits of a piece, if it is finished."""

    def __setitem__(self, number: int, edits: str, /) -> None:
        """Keep the edits of a piece."""


def anonymise(
    notes: Sequence[RawNote],
    *,
    roster: Roster | None,
    consultation: Consultation | None = None,
    settings: Settings | None = None,
    progress: Callable[[int, int], None] | None = None,
    kept: Callable[[str], Kept] | None = None,
) -> Anonymised:
    """Take out who spoke and whom they work for, and keep what was said.

    Args:
        notes: A whole batch: who is introduced in one note is known in all.
        roster: Who was there; None goes by the text alone and takes the model's word for every person.
        consultation: Its public figures keep their names.
        settings: Defaults where None.
        progress: Called with how many notes are done, of how many.
        kept: As `stream` takes it.

    Raises:
        RosterError: Somebody on the roster is called what chatham puts instead of names.
        DetectionError: A recogniser or the model failed: no note of the batch may pass.
    """
    parts = list(
        stream(notes, roster=roster, consultation=consultation, settings=settings, progress=progress, kept=kept)
    )
    return Anonymised(
        tuple(note for part in parts for note in part.notes),
        tuple(finding for part in parts for finding in part.findings),
        tuple(aside for part in parts for aside in part.set_aside),
    )


def stream(
    notes: Iterable[RawNote],
    *,
    roster: Roster | None,
    consultation: Consultation | None = None,
    settings: Settings | None = None,
    progress: Callable[[int, int], None] | None = None,
    kept: Callable[[str], Kept] | None = None,
) -> Iterator[Anonymised]:
    """As `anonymise`, piece by piece; the first comes when all notes of the batch have been read without an error.

    Args:
        notes: Gone through three times, each time from the first on: a tuple, or a `NotesFile`.
        roster: Who was there; None goes by the text alone and takes the model's word for every person.
        consultation: Its public figures keep their names.
        settings: Defaults where None.
        progress: Called with how many notes are done, of how many.
        kept: Called with a key of all that the result depends on (notes, roster, settings, engine); gives what is kept
            under it of a run that was stopped.

    Raises:
        RosterError: Somebody on the roster is called what chatham puts instead of names.
        DetectionError: A recogniser or the model failed: no note of the batch may pass.
        InputError: The notes were not the same each time.
    """
    settings = settings or Settings()
    _refuse_phrases(roster)
    read = _Read(notes)
    ahead = _look_ahead(read, roster, settings)
    work = Work(
        roster,
        settings,
        consultation.public_figures if consultation else (),
        ahead.acquainted(),
        tuple(sorted(ahead.works)),
        consultation.framework if consultation else default_framework(),
    )
    done: Kept = {} if kept is None else kept(work.key(read.digest))
    _find(work, read, ahead, done, progress)
    reason = _TAKEN_TO_BE if settings.language else _NOT_ENGLISH
    for number, chunk in enumerate(read.chunks()):
        numbered = list(enumerate(chunk, number * _CHUNK))
        going = [note for n, note in numbered if n not in ahead.aside]
        edited = _kept(done, number)
        yield Anonymised(
            tuple(_made(note, edits, ahead.speakers) for note, edits in zip(going, edited, strict=True)),
            tuple(_finding(note, edit) for note, edits in zip(going, edited, strict=True) for edit in edits),
            tuple((note.id, reason) for n, note in numbered if n in ahead.aside),
        )


def _kept(done: Kept, number: int) -> list[tuple[spans.Edit, ...]]:
    edits = done.get(number)
    if edits is None:
        raise DetectionError("what was found in some notes is not there any more", fix="Run it again")
    return loads(edits)


class _Read:
    """The notes in pieces, with a digest of what anonymising depends on: the same in each pass."""

    def __init__(self, notes: Iterable[RawNote]):
        self.notes = notes
        self.digest = ""

    def chunks(self) -> Iterator[tuple[RawNote, ...]]:
        digest = hashlib.sha256()
        stream = iter(self.notes)
        while chunk := tuple(islice(stream, _CHUNK)):
            digest.update(json.dumps([(n.id, *_text(n)) for n in chunk]).encode())
            yield chunk
        if self.digest not in ("", digest.hexdigest()):
            raise InputError("the notes changed while they were read", fix="Run it again")
        self.digest = digest.hexdigest()


def _text(note: RawNote) -> Text:
    return Text(note.text, note.speaker, note.working_group)


def _refuse_phrases(roster: Roster | None) -> None:
    """Refuse a roster on which a name is a phrase of the vocabulary: nobody could tell the two apart."""
    for person in roster.participants if roster else ():
        named = (person.name, *person.aliases, person.organisation or "", *person.acronyms)
        if any(map(is_phrase, named)):
            raise RosterError(
                "a name or alias is a phrase that chatham puts instead of names",
                place=f"row {person.row}",
                fix="Write the name in full, or leave the alias out",
            )


def _look_ahead(read: _Read, roster: Roster | None, settings: Settings) -> Ahead:
    ahead = Ahead(known(roster))
    chunks = ((settings.language, tuple(map(_text, chunk))) for chunk in read.chunks())
    for seen in spread(_look, partial(known, roster), chunks, processes=settings.processes):
        ahead.add(seen)
    return ahead


def _look(people: Known, given: tuple[str, tuple[Text, ...]]) -> Look:
    return look(people, *given)


def _find(work: Work, read: _Read, ahead: Ahead, done: Kept, progress: Callable[[int, int], None] | None) -> None:
    """Find what has to go in all pieces for which that is not kept."""
    ready = 0
    sizes: deque[int] = deque()

    def missing() -> Iterator[tuple[int, tuple[Text, ...]]]:
        nonlocal ready
        for number, chunk in enumerate(read.chunks()):
            if done.get(number) is not None:
                ready += len(chunk)
                continue
            sizes.append(len(chunk))
            first = number * _CHUNK
            yield number, tuple(_text(note) for n, note in enumerate(chunk, first) if n not in ahead.aside)

    for number, edits in spread(find, work.tools, missing(), processes=work.settings.processes):
        done[number] = edits
        ready += sizes.popleft()
        if progress is not None:
            progress(ready, ahead.notes)


def _finding(note: RawNote, edit: spans.Edit) -> Finding:
    return Finding(
        note=note.id,
        start=edit.start,
        end=edit.end,
        kind=edit.kind,
        replacement=edit.replacement,
        recogniser=edit.recogniser,
        score=edit.score,
        why=edit.why,
    )


def _made(note: RawNote, edits: Sequence[spans.Edit], voices: Mapping[str, int]) -> AnonymisedNote:
    return AnonymisedNote(
        id=note.id,
        text=spans.apply(note.text, edits),
        working_group=note.working_group,
        round=note.round,
        objectives=note.objectives,
        review=note.review,
        voice=voices.get(note.speaker) if note.speaker else None,
    )
