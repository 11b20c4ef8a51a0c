"""Which notes make the same point: agglomerative, average linkage, within the same objectives and review objective.

Two notes are near when they share rare content words and fields of meaning, and when they mean similar things with
their names left out. In a conversation, where topics come and go, notes that follow each other are nearer than their
words alone say; order multiplies what the words say, and by itself is nothing. A wrong merge is worse than a missed
one: notes of a different stance are never put together.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chatham.language.clauses import Clause, Word
from chatham.language.concepts import fields
from chatham.language.content import centred, cosines, stem, vectors, weights
from chatham.language.embedding import embedder
from chatham.model.public import ApprovedNote
from chatham.synthesise.stance import clash, other_subject, stance

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["THRESHOLD", "Group", "group_notes"]

THRESHOLD = 0.86
"""Least average nearness in a group. Chosen on two labelled corpora, on the side of precision."""

_WORDS = 1.5
_FIELDS = 0.5
_MEANING = 1.0
_VECTORS = 0.6  # word vectors, where the sentence model would take too long
_NEXT = 1.5  # how much nearer two notes are for having been said one after the other
_FLOOR = 0.2  # under this, order says nothing
_RARE = 4
_LEAST_FIELDS = 1.2
_NEVER = -1e9
_RECOMMENDATIONS = "recommendations"
_LARGEST = 400  # notes of a cell that are compared at once
_MOST_EMBEDDED = 1500  # notes; beyond, the sentence model would take minutes and word vectors have to do
_NAMES = ("NNP", "NNPS")
_DONE = ("progress", "good_practices")  # what somebody did: another doer, another fact


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
    meant = _field_vectors(words)
    if len(notes) <= _MOST_EMBEDDED:
        # Names out: what two notes say of two towns is the same thing.
        texts = [" ".join("place" if w.tag in _NAMES else w.text for w in document) for document in words]
        meanings = _MEANING**0.5 * centred(embedder()(texts))
    else:
        meanings = _VECTORS**0.5 * vectors(words, model=model)
    stances = [stance(clauses[note.id]) for note in notes]
    turns = _turns(notes)
    cells: dict[Hashable, list[int]] = defaultdict(list)
    for at, note in enumerate(notes):
        cells[note.objectives, note.review].append(at)
    groups: list[list[int]] = []
    opposed: list[tuple[float, int, int]] = []
    for cell in cells.values():
        for start in range(0, len(cell), _LARGEST):
            members = cell[start : start + _LARGEST]
            near = _WORDS * cosines([weighed[at] for at in members]) + meanings[members] @ meanings[members].T
            near += _FIELDS * meant[members] @ meant[members].T
            recommended = notes[members[0]].review == _RECOMMENDATIONS
            for i, a in enumerate(members):
                for j, b in enumerate(members[:i]):
                    if not recommended and near[i, j] >= _FLOOR:  # recommendations go from one thing to the next
                        near[i, j] *= 1 + _NEXT * _closeness(turns[a], turns[b])
                    if stances[a].against != stances[b].against:
                        opposed.append((near[i, j], *((a, b) if stances[a].against else (b, a))))
                        near[i, j] = _NEVER
                    elif near[i, j] > 0 and (
                        clash(stances[a], stances[b], recommended=recommended)
                        or (notes[a].review in _DONE and other_subject(clauses[notes[a].id], clauses[notes[b].id]))
                    ):
                        near[i, j] = _NEVER
                    near[j, i] = near[i, j]
            groups += [[members[i] for i in merged] for merged in _agglomerate(near, threshold)]
    groups.sort(key=min)
    place = {at: number for number, group in enumerate(groups) for at in group}
    # A different view differs from what is nearest to it.
    differs = {place[dissent]: place[majority] for near_, dissent, majority in sorted(opposed) if near_ > _FLOOR}
    return [Group(tuple(notes[at] for at in group), differs.get(number)) for number, group in enumerate(groups)]


def _field_vectors(words: Sequence[Sequence[Word]]) -> NDArray[np.float64]:
    """A row a note: its fields of meaning, weighed by rarity."""
    import numpy as np

    had = [fields(frozenset(stem(w.text) for w in document)) for document in words]
    frequency = Counter(field for one in had for field in one)
    place = {field: at for at, field in enumerate(sorted(frequency))}
    made = np.zeros((len(words), max(1, len(place))))
    for row, one in enumerate(had):
        for field in one:
            made[row, place[field]] = max(0.0, math.log((len(words) + 1) / (max(frequency[field], _RARE) + 0.5)))
    return np.asarray(made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), _LEAST_FIELDS), dtype=np.float64)


def _turns(notes: Sequence[ApprovedNote]) -> list[tuple[Hashable, int]]:
    """Where each note stands: its session, and its number there.

    Where a session's notes are filed by topic, as in a form, order is the form's and tells nothing.
    """
    counts: dict[Hashable, int] = defaultdict(int)
    runs: dict[Hashable, int] = defaultdict(int)
    cells: dict[Hashable, set[Hashable]] = defaultdict(set)
    last: dict[Hashable, Hashable] = {}
    turns: list[tuple[Hashable, int]] = []
    for note in notes:
        session, cell = (note.working_group, note.round), (note.objectives, note.review)
        runs[session] += last.get(session) != cell
        last[session] = cell
        cells[session].add(cell)
        counts[session] += 1
        turns.append((session, counts[session]))
    filed = {session for session in counts if runs[session] == len(cells[session]) and len(cells[session]) > 1}
    return [((session, at), at) if session in filed else (session, at) for session, at in turns]


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
