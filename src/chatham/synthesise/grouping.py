"""Which notes make the same point: agglomerative, average linkage, within the same objectives and review objective.

How sure it is that two notes make one point is told by `nearness`. In a conversation, where topics come and go, notes
that follow each other are nearer than their words alone say. How much of a conversation the notes are is read off them:
where topics come no more in runs than chance has it, order counts for nothing. A wrong merge is worse than a missed
one: notes of a different stance are never put together.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from chatham.language.clauses import Clause
from chatham.language.likeness import likeness
from chatham.model.public import ApprovedNote
from chatham.synthesise.nearness import features, log_odds, overall
from chatham.synthesise.stance import contrary, other_demand, other_subject, stance, unlike

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["PART", "THRESHOLD", "Group", "group_notes"]

THRESHOLD = 0.0
"""Least average log odds in a group: from there on one point is likelier than two."""

_FLOOR = 0.15  # less alike, two notes have nothing to do with each other, whatever their order and stance
_DIFFERS = 0.2  # how alike a view is at least to what it differs from
_BY_HAND = re.compile(r"/\d+$")
_NEVER = -1e9
_HOPELESS = -5.0  # log odds: far too little alike to contradict each other, or to come into one group
PART = "\0"
"""Between the id of a note and the number of its part, where it was parted."""

_RECOMMENDATIONS = "recommendations"
_LARGEST = 400  # notes of a cell that are compared at once
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
    together: Sequence[frozenset[str]] = (),
    apart: frozenset[frozenset[str]] = frozenset(),
) -> list[Group]:
    """Groups of notes that make the same point, in the order of their first notes; most have one note.

    Args:
        notes: With objectives and review objective, in the order in which they were taken.
        clauses: Note id to its sentences.
        threshold: Least average log odds in a group; 100 keeps every note by itself.
        model: Name of an installed spaCy model; the default one by default.
        together: Sets of note ids that somebody has decided make one point each, whatever they say.
        apart: Pairs of note ids that somebody has decided make no point together.

    Raises:
        DetectionError: A language model is missing.
    """
    import numpy as np

    alike = likeness(
        [[w for clause in clauses[note.id] for w in clause.words] for note in notes],
        [[clause.text for clause in clauses[note.id]] for note in notes],
        model=model,
    )
    stances = [stance(clauses[note.id]) for note in notes]
    turns = _turns(notes)
    talk = _conversation(notes)
    lowest = -np.inf if apart else _HOPELESS
    cells: dict[Hashable, list[int]] = defaultdict(list)
    for at, note in enumerate(notes):
        cells[note.objectives, note.review].append(at)
    groups: list[list[int]] = []
    opposed: list[tuple[float, int, int]] = []
    for cell in cells.values():
        for start in range(0, len(cell), _LARGEST):
            members = cell[start : start + _LARGEST]
            review = notes[members[0]].review or ""
            recommended = review == _RECOMMENDATIONS
            measured = alike.among(members)
            likely = overall(measured, meaning=alike.with_meaning)
            near = log_odds(
                features(
                    measured,
                    close=_closeness([turns[at] for at in members]) * (likely >= _FLOOR),
                    same_speaker=_same_voice([notes[at].voice for at in members]),
                    review=review,
                    meaning=alike.with_meaning,
                ),
                talk=talk,
                meaning=alike.with_meaning,
            )
            against = np.array([stances[at].against for at in members])
            differ = against[:, None] != against[None, :]
            for i, j in zip(*(at.tolist() for at in np.nonzero(np.tril(differ))), strict=True):
                a, b = (members[i], members[j]) if against[i] else (members[j], members[i])
                opposed.append((float(likely[i, j]), a, b))
            near[differ | contrary([stances[at] for at in members])] = _NEVER
            for i, j in zip(*(at.tolist() for at in np.nonzero(np.tril(near > lowest, -1))), strict=True):
                a, b = members[i], members[j]
                if (
                    (apart and frozenset((_whole(notes[a].id), _whole(notes[b].id))) in apart)
                    or unlike(stances[a], stances[b], recommended=recommended)
                    or other_demand(stances[a], stances[b], recommended=recommended)
                    or (review in _DONE and other_subject(stances[a], stances[b]))
                ):
                    near[i, j] = near[j, i] = _NEVER
            groups += [[members[i] for i in merged] for merged in _agglomerate(near, threshold)]
    for wanted in together:
        chosen = {at for at, note in enumerate(notes) if _whole(note.id) in wanted}
        if len(chosen) > 1:
            groups = [left for group in groups if (left := [at for at in group if at not in chosen])] + [sorted(chosen)]
    groups.sort(key=min)
    place = {at: number for number, group in enumerate(groups) for at in group}
    # A different view differs from what is nearest to it.
    differs = {place[dissent]: place[majority] for near_, dissent, majority in sorted(opposed) if near_ > _DIFFERS}
    return [Group(tuple(notes[at] for at in group), differs.get(number)) for number, group in enumerate(groups)]


def _whole(identity: str) -> str:
    """The id of the note that a part of a note comes from, whether it parted itself or a reviewer did (`5/1`)."""
    return _BY_HAND.sub("", identity.split(PART, 1)[0])


def _conversation(notes: Sequence[ApprovedNote]) -> float:
    """How much the order of notes tells, from 0 to 1: how far topics come in longer runs than by chance."""
    sessions: dict[Hashable, list[Hashable]] = defaultdict(list)
    for note in notes:
        sessions[note.working_group, note.round].append((note.objectives, note.review))
    found = expected = 0.0
    for topics in sessions.values():
        counts = Counter(topics)
        followed = sum(one == other for one, other in pairwise(topics))
        if len(counts) > 1 and len(topics) - followed == len(counts):  # filed by topic
            continue
        found += followed
        expected += sum(count * (count - 1) for count in counts.values()) / len(topics)
    return max(0.0, min(1.0, (found - expected) / (expected + 1)))


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


def _same_voice(numbers: Sequence[int | None]) -> NDArray[np.float64]:
    import numpy as np

    known = np.array([-1 if number is None else number for number in numbers])
    same = (known[:, None] == known[None, :]) & (known >= 0)[:, None]
    return np.asarray(same, dtype=np.float64)


def _closeness(turns: Sequence[tuple[Hashable, int]]) -> NDArray[np.float64]:
    """One divided by how many notes further each other note of the session stands; 0 for other sessions' notes."""
    import numpy as np

    numbers: dict[Hashable, int] = {}
    session = np.array([numbers.setdefault(one, len(numbers)) for one, _ in turns])
    place = np.array([at for _, at in turns])
    apart = np.abs(place[:, None] - place[None, :])
    together = (session[:, None] == session[None, :]) & (apart > 0)
    return np.asarray(np.where(together, 1 / np.maximum(apart, 1), 0.0), dtype=np.float64)


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
