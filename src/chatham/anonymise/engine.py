"""Raw notes in, notes that name nobody out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from typing import NamedTuple

from chatham.anonymise import replace, spans
from chatham.anonymise.analyser import Analyser
from chatham.anonymise.called import Called
from chatham.anonymise.operator import anonymised
from chatham.anonymise.phrases import is_phrase
from chatham.anonymise.recognisers.known import Known, known, linked_works
from chatham.anonymise.recognisers.strangers import introduced
from chatham.errors import RosterError
from chatham.language.detect import is_english
from chatham.language.pipeline import docs, pipeline
from chatham.model.framework import Framework, default_framework
from chatham.model.private import Finding, Participant, RawNote, Roster
from chatham.model.public import AnonymisedNote, Consultation
from chatham.settings import Settings

__all__ = ["Anonymised", "anonymise"]

_CHUNK = 128  # notes that one process takes at a time
_WORTH_IT = 4  # chunks from which a second process earns what it costs to start


class Anonymised(NamedTuple):
    """What came of a batch.

    Attributes:
        notes: One per note that was not set aside, in the order of the raw ones.
        findings: All edits and marks, note by note.
        set_aside: Id and reason of each note that may not go on.
    """

    notes: tuple[AnonymisedNote, ...]
    findings: tuple[Finding, ...]
    set_aside: tuple[tuple[str, str], ...]


def anonymise(
    notes: Sequence[RawNote],
    *,
    roster: Roster | None,
    consultation: Consultation | None = None,
    settings: Settings | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Anonymised:
    """Take out who spoke and whom they work for, and keep what was said.

    Args:
        notes: A whole batch: who is introduced in one note is known in all.
        roster: Who was there; None goes by the text alone and takes the model's word for every person.
        consultation: Its public figures keep their names.
        settings: Defaults where None.
        progress: Called with how many notes are done, of how many.

    Raises:
        RosterError: Somebody on the roster is called what chatham puts instead of names.
        DetectionError: A recogniser or the model failed: no note of the batch may pass.
    """
    settings = settings or Settings()
    _refuse_phrases(roster)
    given, aside = notes, _not_english(notes, settings.language)
    notes = [n for n in notes if n.id not in aside]
    figures = consultation.public_figures if consultation else ()
    compiled = known(roster)
    speakers = dict.fromkeys(n.speaker for n in notes if n.speaker)
    acquainted = introduced((n.text for n in notes), speakers, compiled)
    voices = {name: number for number, name in enumerate(speakers, 1)}
    works = linked_works((n.text for n in notes), compiled)
    work = _Work(roster, settings, figures, acquainted, works, consultation.framework if consultation else None)
    made: list[AnonymisedNote] = []
    findings: list[Finding] = []
    done = len(aside)
    for chunk, edited in _results(work, notes, settings):
        for note, edits in zip(chunk, edited, strict=True):
            findings.extend(_findings(note, edits))
            made.append(_made(note, edits, voices))
        done += len(chunk)
        if progress is not None:
            progress(done, len(given))
    return Anonymised(tuple(made), tuple(findings), tuple(aside.items()))


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


def _not_english(notes: Iterable[RawNote], language: str) -> dict[str, str]:
    """Id and reason of each note that the English pipeline must not touch; a language that is given is believed."""
    if language:
        english = language.casefold().split("-")[0] == "en"
        return {} if english else {n.id: "is taken to be in a language other than English" for n in notes}
    return {n.id: "is not in English, as far as can be told" for n in notes if not is_english(n.text)}


class _Work(NamedTuple):
    """What every process has to know."""

    roster: Roster | None
    settings: Settings
    figures: tuple[str, ...]
    acquainted: tuple[tuple[str, Participant], ...]
    works: tuple[tuple[str, str], ...]
    framework: Framework | None

    def tools(self) -> _Tools:
        called = Called.of(self.roster, framework=self.framework or default_framework(), settings=self.settings)
        analyser = Analyser.make(
            self.roster,
            settings=self.settings,
            figures=self.figures,
            acquainted=Known(self.acquainted),
            works=self.works,
            descriptions=called.phrases,
        )
        return _Tools(analyser, called, self.settings.model)


class _Tools(NamedTuple):
    """What every process works with, made once."""

    analyser: Analyser
    called: Called
    model: str


_tools: _Tools | None = None  # of this process, where it is a worker


def _start(work: _Work) -> None:
    global _tools
    _tools = work.tools()


def _chunk(notes: tuple[RawNote, ...]) -> list[tuple[spans.Edit, ...]]:
    assert _tools is not None  # noqa: S101 - set by _start
    return _edits(_tools, notes)


def _edits(tools: _Tools, notes: Sequence[RawNote]) -> list[tuple[spans.Edit, ...]]:
    analyser, called, model = tools
    edited: list[tuple[spans.Edit, ...]] = []
    for note, doc in zip(notes, docs((n.text for n in notes), model=model), strict=True):
        mentions = analyser.mentions(doc, note.speaker)
        who = analyser.known.who(note.speaker)
        stands_for = {body for key in who if (body := analyser.known.organisations.get(key))}
        edited.append(
            replace.plan(note.text, mentions, speaker=who | stands_for, describe=called.within(note.working_group))
        )
    return edited


def _results(
    work: _Work, notes: Sequence[RawNote], settings: Settings
) -> Iterator[tuple[tuple[RawNote, ...], list[tuple[spans.Edit, ...]]]]:
    chunks = list(_chunks(notes))
    processes = settings.processes or _cores()
    if processes < 2 or len(chunks) < _WORTH_IT:
        tools = work.tools()
        for chunk in chunks:
            yield chunk, _edits(tools, chunk)
        return
    pipeline(settings.model)  # loaded once, and inherited where processes fork
    method = "fork" if "fork" in get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(processes, get_context(method), initializer=_start, initargs=(work,)) as pool:
        yield from zip(chunks, pool.map(_chunk, chunks), strict=True)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _chunks(notes: Iterable[RawNote]) -> Iterator[tuple[RawNote, ...]]:
    stream = iter(notes)
    while chunk := tuple(islice(stream, _CHUNK)):
        yield chunk


def _findings(note: RawNote, edits: Iterable[spans.Edit]) -> Iterator[Finding]:
    for edit in edits:
        yield Finding(
            note=note.id,
            start=edit.start,
            end=edit.end,
            kind=edit.kind,
            replacement=edit.replacement,
            recogniser=edit.recogniser,
            score=edit.score,
            why=edit.why,
        )


def _made(note: RawNote, edits: Sequence[spans.Edit], voices: dict[str, int]) -> AnonymisedNote:
    return AnonymisedNote(
        id=note.id,
        text=anonymised(note.text, edits),
        working_group=note.working_group,
        round=note.round,
        objectives=note.objectives,
        review=note.review,
        voice=voices.get(note.speaker) if note.speaker else None,
    )
