"""From approved notes to the points of the summary note."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from chatham.language.clauses import Clause, named_in_small, read_clauses
from chatham.model.public import ApprovedNote, Consultation, Point, Scale
from chatham.settings import resolve
from chatham.synthesise.capitals import (
    LOANWORDS,
    Spellings,
    capitals,
    is_casual,
    is_name,
    quietened,
    restored,
    seen_small,
)
from chatham.synthesise.cleaning import Cleaned, clean
from chatham.synthesise.grouping import PART, group_notes
from chatham.synthesise.order import order_points
from chatham.synthesise.parting import parted
from chatham.synthesise.several import Source, in_agreement, word_group
from chatham.synthesise.voices import BROAD, count_voices, phrase, speakers_known, spoke_on

__all__ = ["Synthesis", "point_id", "synthesise"]


# One word with a capital before words without: `King tides come`, `Busia traders pay`.
_CAPITAL_ALONE = re.compile(r"[A-Z][a-z]+ [a-z]")
_STRAIGHT = re.compile(r'"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Synthesis:
    """What came of the notes: every note is behind a point or is left out.

    Attributes:
        points: In the order in which the note prints them.
        left_out: Ids of notes that say nothing, or lack an objective or a review objective.
    """

    points: tuple[Point, ...]
    left_out: tuple[str, ...]


def synthesise(
    notes: Sequence[ApprovedNote],
    *,
    consultation: Consultation,
    model: str | None = None,
    scale: Scale | None = None,
    together: Sequence[frozenset[str]] = (),
    apart: frozenset[frozenset[str]] = frozenset(),
) -> Synthesis:
    """Make points of notes.

    Args:
        notes: Approved; their voices, where known, are counted.
        consultation: Its framework gives the order of sections.
        model: Name of an installed spaCy model; the default one by default.
        scale: From how many speakers on which counting word is used; that of the consultation's settings by default.
        together: Sets of note ids that somebody has decided make one point each.
        apart: Pairs of note ids that somebody has decided make no point together.

    Returns:
        Points in order, and the ids of notes left out.

    Raises:
        DetectionError: The language model is missing or failed.
        SettingError: The consultation's settings are wrong.
    """
    steps = scale or resolve(consultation=consultation.settings).scale
    framework = consultation.framework
    known = {review.id for review in framework.review_objectives}
    spellings = capitals((note.text for note in notes), framework)
    numbered = re.compile(rf"\b{re.escape(framework.short_name)} (?=\d{{1,2}}\b)")  # `GCM 8`: there are better words
    cleaned = {note.id: _cleaned(numbered.sub("objective ", note.text), spellings) for note in notes}
    usable: list[ApprovedNote] = []  # a note that makes two points counts as two
    for note in notes:
        if note.objectives and note.review in known and cleaned[note.id].sentences:
            for number, one in enumerate(parted(cleaned[note.id])):
                identity = f"{note.id}{PART}{number}" if number else note.id
                cleaned[identity] = one
                usable.append(note.model_copy(update={"id": identity}))
    origin = {note.id: note.id.split(PART)[0] for note in usable}
    clauses = _read(usable, cleaned, spellings, seen_small(note.text for note in notes), model)
    counted = speakers_known(notes)
    groups = group_notes(usable, clauses, model=model, together=together, apart=apart)
    contested = {one.differs_from for one in groups}
    points = []
    for number, group in enumerate(groups):
        sources = [Source(cleaned[n.id], clauses[n.id], n.voice) for n in group.notes]
        voices = count_voices(group.notes) if counted else None
        review = group.notes[0].review or ""
        spoke = spoke_on(usable, group.notes) if voices and voices >= steps.several_from else 0
        words = phrase(voices, spoke=spoke, scale=steps)
        worded = word_group(sources, quantifier=words, review=review, differs=group.differs_from is not None)
        if words in BROAD and number not in contested and group.differs_from is None:
            worded = in_agreement(worded)
        points.append(
            Point(
                id=point_id(note.id for note in group.notes),
                objectives=_in_order(consultation, group.notes),
                review=review,
                text=_typographic(worded.text),
                quantifier=words if worded.quantified else None,
                voices=voices if worded.quantified else None,
                notes=tuple(dict.fromkeys(origin[note.id] for note in group.notes)),
            )
        )
    majority = {
        points[at].id: points[one.differs_from].id for at, one in enumerate(groups) if one.differs_from is not None
    }
    ordered = order_points(points, consultation=consultation, majority=majority)
    used = set(origin.values())
    return Synthesis(ordered, tuple(note.id for note in notes if note.id not in used))


def _cleaned(text: str, spellings: Spellings) -> Cleaned:
    made = replace(clean(restored(quietened(text, spellings), spellings)), rough=is_casual(text))
    if not made.items:
        return made
    return replace(made, sentences=tuple(restored(item, spellings) for item in made.sentences))


def _typographic(text: str) -> str:
    """Quotation marks and apostrophes as print has them, all of one kind."""
    if not text.count('"') % 2:
        text = _STRAIGHT.sub(r"“\1”", text)
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    text = re.sub(r"(?<![\w'])'([^'\n]+)'(?!\w)", r"‘\1’", text)
    text = re.sub(r"(?<=\w)'(?!\w)", "’", text)
    text = re.sub(r"(?<=[.!?]”)\.(?=\s|$)", "", text)
    return re.sub(r"(?<![.])\.\.(?![.])", ".", text)


def point_id(notes: Iterable[str]) -> str:
    """An id that stays as long as the point rests on the same notes."""
    digest = hashlib.sha256("\n".join(sorted(notes)).encode()).hexdigest()
    return f"p{digest[:12]}"


def _read(
    notes: Sequence[ApprovedNote],
    cleaned: dict[str, Cleaned],
    spellings: Spellings,
    common: frozenset[str],
    model: str | None,
) -> dict[str, tuple[Clause, ...]]:
    """All sentences in one pass of the language model, and a second one where a capital may be no name's."""
    read = read_clauses([s for note in notes for s in cleaned[note.id].sentences], model=model)
    doubtful: list[int] = []
    for at, one in enumerate(read):
        first = _first(one)
        if is_name(first, spellings):
            read[at] = replace(one, named=True)
        elif one.named and (
            first in common or first in LOANWORDS
        ):  # a tagger takes a capital at the start for a name; other notes know better
            read[at] = replace(one, named=False)
        elif one.named and _CAPITAL_ALONE.match(one.text):
            doubtful.append(at)
    for at, small in zip(doubtful, named_in_small([read[at].text for at in doubtful], model=model), strict=True):
        read[at] = replace(read[at], named=small)
    every = iter(read)
    return {note.id: tuple(next(every) for _ in cleaned[note.id].sentences) for note in notes}


def _first(clause: Clause) -> str:
    return next((w.text.casefold().split("-")[0] for w in clause.words if w.text[:1].isalpha()), "")


def _in_order(consultation: Consultation, notes: Sequence[ApprovedNote]) -> tuple[int | str, ...]:
    wanted = {code for note in notes for code in note.objectives}
    return tuple(o.code for o in consultation.framework.objectives if o.code in wanted)
