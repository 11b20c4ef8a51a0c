"""Which notes make the same point: agglomerative, average linkage, within one set of objectives and review objective.

Two notes are near when they share rare content words, when they mean similar things, and when they were said one after
the other, as people who answer each other do. A wrong merge is worse than a missed one: notes of a different stance are
never put together, and demands not because one followed the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chatham.language.clauses import Clause
from chatham.language.content import centred, cosines, vectors, weights
from chatham.language.embedding import embedder
from chatham.model.public import ApprovedNote
from chatham.synthesise.stance import clash, stance

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["THRESHOLD", "Group", "group_notes"]

THRESHOLD = 0.29
"""Least average nearness in a group. Chosen on the development corpus, on the side of precision."""

_SENTENCES = 0.3**0.5  # of what the product of two vectors counts, the root
_WORDS = 0.2**0.5
_NEXT = 0.2
_NEVER = -1e9
_RECOMMENDATIONS = "recommendations"
_LARGEST = 400  # notes of a cell that are compared at once
_MOST_EMBEDDED = 1500  # notes; beyond, the sentence model would take minutes and word vectors have to do


@dataclass(frozen=True, slots=True)
class Group:
    """Notes that make the same point.

    Attributes:
        notes: In the order in which they were taken.
        differs_from: Number of the group that says the opposite about the same thing, or None.
    """

    notes: tuple[ApprovedNote, ...]
    differs_from: int | None = None


def group_notes(
    notes: Sequence[ApprovedNote],
    clauses: Mapping[str, Sequence[Clause]],
    *,
    threshold: float = THRESHOLD,
    model: str | None = None,
) -> list[Group]:
    """Groups of notes that make the same point, in the order of their first notes; most have one note.

    Args:
        notes: With objectives and review objective, in the order in which they were taken.
        clauses: Note id to its sentences.
        threshold: Least average nearness in a group; 2 or more keeps every note by itself.
        model: Name of an installed spaCy model; the default one by default.

    Raises:
        DetectionError: A language model is missing.
    """
    words = [[word for clause in clauses[note.id] for word in clause.words] for note in notes]
    weighed = weights(words)
    if len(notes) <= _MOST_EMBEDDED:
        texts = [" ".join(clause.text for clause in clauses[note.id]) for note in notes]
        meanings = _SENTENCES * centred(embedder()(texts))
    else:
        meanings = _WORDS * vectors(words, model=model)
    stances = [stance(clauses[note.id]) for note in notes]
    turns = _turns(notes)
    cells: dict[Hashable, list[int]] = defaultdict(list)
    for at, note in enumerate(notes):
        cells[note.objectives, note.review].append(at)
    groups: list[list[int]] = []
    opposed: list[tuple[int, int]] = []
    for cell in cells.values():
        for start in range(0, len(cell), _LARGEST):
            members = cell[start : start + _LARGEST]
            near = cosines([weighed[at] for at in members]) + meanings[members] @ meanings[members].T
            for i, a in enumerate(members):
                for j, b in enumerate(members[:i]):
                    demands = notes[a].review == _RECOMMENDATIONS or (stances[a].demands and stances[b].demands)
                    if not demands:  # a round of recommendations goes from one thing to the next
                        near[i, j] += _NEXT * _closeness(turns[a], turns[b])
                    if near[i, j] > 0 and clash(stances[a], stances[b]):
                        if near[i, j] >= threshold and stances[a].against != stances[b].against:
                            opposed.append((a, b) if stances[a].against else (b, a))
                        near[i, j] = _NEVER
                    near[j, i] = near[i, j]
            groups += [[members[i] for i in merged] for merged in _agglomerate(near, threshold)]
    groups.sort(key=min)
    place = {at: number for number, group in enumerate(groups) for at in group}
    differs = {place[dissent]: place[majority] for dissent, majority in reversed(opposed)}
    return [Group(tuple(notes[at] for at in group), differs.get(number)) for number, group in enumerate(groups)]


def _turns(notes: Sequence[ApprovedNote]) -> list[tuple[Hashable, int]]:
    """Where each note stands: its session, and its number there."""
    counts: dict[Hashable, int] = defaultdict(int)
    turns: list[tuple[Hashable, int]] = []
    for note in notes:
        session = (note.working_group, note.round)
        counts[session] += 1
        turns.append((session, counts[session]))
    return turns


def _closeness(one: tuple[Hashable, int], other: tuple[Hashable, int]) -> float:
    return 1 / abs(one[1] - other[1]) if one[0] == other[0] else 0.0


def _agglomerate(near: NDArray[np.float64], threshold: float) -> list[list[int]]:
    """Average linkage until no two groups are near enough; ties go to the earlier notes.

    Args:
        near: Symmetric, shape (n, n); hugely negative where two notes may not meet.
        threshold: Least average nearness.
    """
    import numpy as np

    near = near.copy()
    np.fill_diagonal(near, -np.inf)
    groups: list[list[int] | None] = [[i] for i in range(len(near))]
    while len(near) > 1:
        best = int(near.argmax())
        i, j = sorted(divmod(best, len(near)))
        if near[i, j] < threshold:
            break
        first, second = groups[i], groups[j]
        if first is None or second is None:
            break
        sizes = len(first), len(second)
        merged = (sizes[0] * near[i] + sizes[1] * near[j]) / sum(sizes)
        near[i], near[:, i] = merged, merged
        near[i, i] = -np.inf
        near[j], near[:, j] = -np.inf, -np.inf
        groups[i], groups[j] = sorted(first + second), None
    return [group for group in groups if group is not None]
