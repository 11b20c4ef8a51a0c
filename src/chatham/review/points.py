"""What people decided about the points of the summary note: other words, or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chatham.model.decisions import Action, Decision, Event
from chatham.model.public import Point
from chatham.review.decide import digest, standing

__all__ = ["drop", "edited", "point_digest", "reword"]


def point_digest(point: Point) -> str:
    """Of what a point says and how many said it: a decision holds while both are as they were."""
    return digest(f"{point.quantifier or ''}\n{point.text}")


def reword(point: Point, text: str, quantifier: str | None, *, who: str, why: str) -> Decision:
    """The point says something else.

    Args:
        point: As synthesised.
        text: What it says now.
        quantifier: The words of quantity before it; None: none.
        who: Who decides.
        why: The reason.
    """
    return Decision(
        note=point.notes[0],
        action=Action.REWORD,
        who=who,
        why=why,
        digest=point_digest(point),
        text=text,
        replacement=quantifier,
        others=point.notes[1:],
    )


def drop(point: Point, *, who: str, why: str) -> Decision:
    """The point is not printed."""
    about = point_digest(point)
    return Decision(note=point.notes[0], action=Action.DROP, who=who, why=why, digest=about, others=point.notes[1:])


def edited(points: Sequence[Point], events: Iterable[Event]) -> tuple[Point, ...]:
    """The points with what was decided about them; a decision about a point that is another by now does nothing."""
    last: dict[tuple[str, ...], Decision] = {}
    for event in standing(events):
        decision = event.decision
        if decision.action in (Action.REWORD, Action.DROP):
            last[tuple(sorted(decision.touches))] = decision
    made = []
    for point in points:
        decided = last.get(tuple(sorted(point.notes)))
        if decided is None or decided.digest != point_digest(point):
            made.append(point)
        elif decided.action is Action.REWORD:
            made.append(point.model_copy(update={"text": decided.text, "quantifier": decided.replacement}))
    return tuple(made)
