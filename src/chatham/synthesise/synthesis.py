"""From approved notes to the points of the summary note."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chatham.language.clauses import Clause, read_clauses
from chatham.model.public import ApprovedNote, Consultation, Point
from chatham.synthesise.cleaning import Cleaned, clean
from chatham.synthesise.voices import count_voices, phrase, speakers_known
from chatham.synthesise.wording import word

__all__ = ["Synthesis", "point_id", "synthesise"]


@dataclass(frozen=True, slots=True)
class Synthesis:
    """What came of the notes: every note is behind a point or is left out.

    Attributes:
        points: In the order in which the note prints them.
        left_out: Ids of notes that say nothing, or lack an objective or a review objective.
    """

    points: tuple[Point, ...]
    left_out: tuple[str, ...]


def synthesise(notes: Sequence[ApprovedNote], *, consultation: Consultation, model: str | None = None) -> Synthesis:
    """Make points of notes.

    Args:
        notes: Approved; their voices, where known, are counted.
        consultation: Its framework gives the order of sections.
        model: Name of an installed spaCy model; the default one by default.

    Returns:
        Points in order, and the ids of notes left out.

    Raises:
        DetectionError: The language model is missing or failed.
    """
    framework = consultation.framework
    known = {review.id for review in framework.review_objectives}
    cleaned = {note.id: clean(note.text) for note in notes}
    usable = [n for n in notes if n.objectives and n.review in known and cleaned[n.id].sentences]
    used = {note.id for note in usable}
    clauses = _read(usable, cleaned, model)
    counted = speakers_known(notes)
    points = []
    for group in _groups(usable):
        lead = group[0]
        voices = count_voices(group) if counted else None
        worded = word(cleaned[lead.id], clauses[lead.id], quantifier=phrase(voices), review=lead.review or "")
        points.append(
            Point(
                id=point_id(note.id for note in group),
                objectives=_in_order(consultation, group),
                review=lead.review or "",
                text=worded.text,
                quantifier=phrase(voices) if worded.quantified else None,
                voices=voices if worded.quantified else None,
                notes=tuple(note.id for note in group),
            )
        )
    return Synthesis(_ordered(points, consultation), tuple(note.id for note in notes if note.id not in used))


def point_id(notes: Iterable[str]) -> str:
    """An id that stays as long as the point rests on the same notes."""
    digest = hashlib.sha256("\n".join(sorted(notes)).encode()).hexdigest()
    return f"p{digest[:12]}"


def _groups(notes: Sequence[ApprovedNote]) -> list[list[ApprovedNote]]:
    return [[note] for note in notes]


def _read(
    notes: Sequence[ApprovedNote], cleaned: dict[str, Cleaned], model: str | None
) -> dict[str, tuple[Clause, ...]]:
    """All sentences in one pass of the language model."""
    every = iter(read_clauses([s for note in notes for s in cleaned[note.id].sentences], model=model))
    return {note.id: tuple(next(every) for _ in cleaned[note.id].sentences) for note in notes}


def _in_order(consultation: Consultation, notes: Sequence[ApprovedNote]) -> tuple[int | str, ...]:
    wanted = {code for note in notes for code in note.objectives}
    return tuple(o.code for o in consultation.framework.objectives if o.code in wanted)


def _ordered(points: Sequence[Point], consultation: Consultation) -> tuple[Point, ...]:
    """By review objective, then objective (several last), then support, then the notes' own order."""
    framework = consultation.framework
    reviews = {review.id: at for at, review in enumerate(framework.review_objectives)}
    codes = {objective.code: at for at, objective in enumerate(framework.objectives)}

    def place(point: Point) -> tuple[int, int, int, int, int]:
        objective = codes[point.objectives[0]]
        return reviews[point.review], len(point.objectives) > 1, objective, -(point.voices or 0), -len(point.notes)

    return tuple(sorted(points, key=place))
