"""In which order points stand: by section, by support, and a different view right after the one it differs from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chatham.model.public import Consultation, Point

__all__ = ["order_points"]


def order_points(
    points: Sequence[Point], *, consultation: Consultation, majority: Mapping[str, str] | None = None
) -> tuple[Point, ...]:
    """By review objective, then objective (several last), then support, then the order given.

    Args:
        points: In the order of their first notes.
        consultation: Its framework has the order of objectives.
        majority: Id of a point of dissent to the id of the point that it differs from.
    """
    framework = consultation.framework
    reviews = {review.id: at for at, review in enumerate(framework.review_objectives)}
    codes = {objective.code: at for at, objective in enumerate(framework.objectives)}

    def place(point: Point) -> tuple[int, int, tuple[int, ...], int, int]:
        objectives = tuple(codes[code] for code in point.objectives)
        several = len(objectives) > 1
        return reviews[point.review], several, objectives, -(point.voices or 0), -len(point.notes)

    ordered = sorted(points, key=place)
    for dissent, other in (majority or {}).items():
        where = {point.id: at for at, point in enumerate(ordered)}
        if dissent not in where or other not in where or dissent == other:
            continue
        moved, target = ordered[where[dissent]], ordered[where[other]]
        if place(moved)[:3] == place(target)[:3]:
            del ordered[where[dissent]]
            ordered.insert(where[other] + (where[dissent] > where[other]), moved)
    return tuple(ordered)
