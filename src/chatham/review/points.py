"""What people decided about the points of the summary note: other words, or none; one point of several, or several."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from chatham.errors import InputError
from chatham.model.decisions import Action, Decision, Event
from chatham.model.public import Point
from chatham.review.decide import digest, standing

__all__ = ["drop", "edited", "grouped", "join", "part", "point_digest", "reword"]


_FEWEST = 2
_PART = re.compile(r"/+\d+$")


def point_digest(point: Point) -> str:
    """Of what a point says, how many said it, and in which parts of notes: a decision holds for these."""
    parts = sorted(note for note in point.notes if _PART.search(note))
    return digest("\n".join((point.quantifier or "", point.text, *parts)))


def reword(
    point: Point, text: str, quantifier: str | None, *, who: str, why: str, known: Collection[str] = ()
) -> Decision:
    """The point says something else.

    Args:
        point: As synthesised.
        text: What it says now.
        quantifier: The words of quantity before it; None: none.
        who: Who decides.
        why: The reason.
        known: Ids of the notes in the store; only needed where some of them look like those of parts (`5/1`).
    """
    notes = _whole(point.notes, known)
    return Decision(
        note=notes[0],
        action=Action.REWORD,
        who=who,
        why=why,
        digest=point_digest(point),
        text=text,
        replacement=quantifier,
        others=notes[1:],
    )


def drop(point: Point, *, who: str, why: str, known: Collection[str] = ()) -> Decision:
    """The point is not printed. Arguments as `reword`."""
    notes, about = _whole(point.notes, known), point_digest(point)
    return Decision(note=notes[0], action=Action.DROP, who=who, why=why, digest=about, others=notes[1:])


def join(points: Sequence[Point], *, who: str, why: str = "", known: Collection[str] = ()) -> Decision:
    """The points are one.

    Args:
        points: Two or more, under one review objective.
        who: Who decides.
        why: The reason.
        known: As `reword`.

    Raises:
        InputError: There are fewer, or they stand under different review objectives.
    """
    notes = _whole((note for point in points for note in point.notes), known)
    if len(points) < _FEWEST or len(notes) < _FEWEST:
        raise InputError("nothing to join", fix="Name two points or more that rest on different notes")
    if len({point.review for point in points}) > 1:
        raise InputError("points under different review objectives", fix="Tag their notes anew first")
    return Decision(note=notes[0], action=Action.JOIN, who=who, why=why, others=notes[1:])


def part(point: Point, *, who: str, why: str = "", known: Collection[str] = ()) -> list[Decision]:
    """The point is several, one a note.

    Args:
        point: It rests on two notes or more.
        who: Who decides.
        why: The reason.
        known: As `reword`.

    Raises:
        InputError: It rests on one note.
    """
    notes = _whole(point.notes, known)
    if len(notes) < _FEWEST:
        raise InputError(f"point {point.id} rests on one note", fix="Split the note itself: `chatham review`")
    return [
        Decision(note=note, action=Action.PART, who=who, why=why, others=notes[at:])
        for at, note in enumerate(notes[:-1], 1)
    ]


def grouped(events: Iterable[Event]) -> tuple[tuple[frozenset[str], ...], frozenset[frozenset[str]]]:
    """Which notes are to make one point, and which pairs none together; the later decision counts.

    Args:
        events: All decisions, in order.
    """
    together: list[frozenset[str]] = []
    apart: set[frozenset[str]] = set()
    for event in standing(events):
        decision = event.decision
        if decision.action is Action.JOIN:
            wanted = frozenset(decision.touches)
            apart = {pair for pair in apart if not pair <= wanted}
            together = [one - wanted for one in together] + [wanted]
        elif decision.action is Action.PART:
            apart |= {frozenset((decision.note, other)) for other in decision.others}
            together = [one - {decision.note} if one & set(decision.others) else one for one in together]
    return tuple(one for one in together if len(one) >= _FEWEST), frozenset(apart)


def _whole(notes: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """Ids as the store has them: decisions are about notes, also where a note was parted (`5/1`)."""
    return tuple(dict.fromkeys(note if note in known else _PART.sub("", note) for note in notes))


def edited(points: Sequence[Point], events: Iterable[Event]) -> tuple[Point, ...]:
    """The points with what was decided about them; a decision about a point that is another by now does nothing."""
    last: dict[tuple[tuple[str, ...], str | None], Decision] = {}
    for event in standing(events):
        decision = event.decision
        if decision.action in (Action.REWORD, Action.DROP):
            last[tuple(sorted(decision.touches)), decision.digest] = decision
    known = {note for notes, _ in last for note in notes}
    made = []
    for point in points:
        decided = last.get((tuple(sorted(_whole(point.notes, known))), point_digest(point)))
        if decided is None:
            made.append(point)
        elif decided.action is Action.REWORD:
            made.append(point.model_copy(update={"text": decided.text, "quantifier": decided.replacement}))
    return tuple(made)
