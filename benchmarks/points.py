"""How well notes are grouped: `python benchmarks/points.py`, or with `fit` to fit the weights of `nearness` again.

For every labelled corpus, anonymised by chatham: precision, recall and F1 of the pairs of notes within one review
objective and objective that the points put together, in the order of the file and in three random orders. With `fit`
the weights are fitted on all corpora but those kept back and held against those of `nearness`, and each corpus is
scored with weights that were fitted on the others.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from chatham.evaluate.corpus import read_corpus
from chatham.model.public import ApprovedNote, Consultation, Point
from chatham.synthesise import nearness, synthesise

CORPORA = Path(__file__).parents[1] / "tests" / "corpora"
LEARNT_FROM = (
    "dev", "africa", "latin-america", "arab-states", "europe", "global", "south", "central-america", "west-africa",
    "central-asia", "americas",
)  # fmt: skip
KEPT_BACK = ("east-asia", "eastern-europe", "southern-africa")
PENALTY = 50.0  # of the squares of the weights, of features that are scaled to a deviation of one

Pair = frozenset[str]


@cache
def approved(name: str) -> tuple[list[ApprovedNote], Consultation, dict[str, str | None]]:
    """A corpus's notes, anonymised, its consultation, and the label of each note."""
    from chatham.anonymise.engine import anonymise
    from chatham.people.voices import voices
    from chatham.settings import resolve

    corpus = read_corpus(CORPORA / name)
    consultation = corpus.programme.consultation
    settings = resolve({}, consultation.settings)
    made = anonymise(corpus.raw, roster=corpus.roster, consultation=consultation, settings=settings).notes
    numbers = voices(corpus.raw, corpus.roster)
    notes = [
        ApprovedNote(
            id=n.id, text=n.text, working_group=n.working_group, round=n.round, objectives=n.objectives,
            review=n.review, voice=numbers.get(n.id),
        )
        for n in made
    ]  # fmt: skip
    return notes, consultation, {note.raw.id: note.point for note in corpus.notes}


def comparable(one: ApprovedNote, other: ApprovedNote) -> bool:
    """Whether two notes are within one review objective and objective."""
    return one.review == other.review and bool(set(one.objectives) & set(other.objectives))


def labelled(notes: Sequence[ApprovedNote], labels: Mapping[str, str | None]) -> set[Pair]:
    """Pairs that the labels put together."""
    by: dict[str, list[ApprovedNote]] = defaultdict(list)
    for note in notes:
        if label := labels[note.id]:
            by[label].append(note)
    return {frozenset((a.id, b.id)) for ns in by.values() for a, b in combinations(ns, 2) if comparable(a, b)}


def found(points: Sequence[Point], notes: Sequence[ApprovedNote]) -> set[Pair]:
    """Pairs that the points put together."""
    known = {note.id: note for note in notes}
    return {frozenset((a, b)) for p in points for a, b in combinations(p.notes, 2) if comparable(known[a], known[b])}


def rates(got: set[Pair], wanted: set[Pair]) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    right = len(got & wanted)
    precision, recall = right / max(1, len(got)), right / max(1, len(wanted))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def scores(name: str, *, orders: int = 1) -> list[tuple[float, float, float]]:
    """Rates of a corpus in the order of its file, and in random orders after that."""
    notes, consultation, labels = approved(name)
    wanted = labelled(notes, labels)
    told = []
    for seed in range(orders):
        given = list(notes)
        if seed:
            random.Random(seed).shuffle(given)  # noqa: S311 - the same orders every time
        told.append(rates(found(synthesise(given, consultation=consultation).points, notes), wanted))
    return told


def pairs(name: str, *, meaning: bool) -> tuple[Any, Any, bool]:
    """Features of every pair of a corpus, whether the labels put it together, and whether the corpus is a talk."""
    from unittest.mock import patch

    from chatham.synthesise import grouping

    notes, consultation, labels = approved(name)
    seen: list[Any] = []
    talks: list[float] = []

    def keep(made: Any, *, talk: float, **_: Any) -> Any:
        seen.append(made)
        talks.append(talk)
        return np.zeros(made.shape[:2])

    cells: list[list[str]] = []
    among = grouping.likeness

    def measured(*texts: Any, **how: Any) -> Any:
        alike = among(*texts, **how)
        if not meaning:
            alike.with_meaning = False
        return alike

    def grouped(usable: Any, *rest: Any, **how: Any) -> Any:
        by: dict[Any, list[str]] = defaultdict(list)
        for note in usable:
            by[note.objectives, note.review].append(note.id.split(grouping.PART)[0])
        cells.extend(by.values())
        return group_notes(usable, *rest, **how)

    group_notes = grouping.group_notes
    with (
        patch.object(grouping, "log_odds", keep),
        patch.object(grouping, "likeness", measured),
        patch("chatham.synthesise.synthesis.group_notes", grouped),
    ):
        synthesise(notes, consultation=consultation)
    rows, right = [], []
    for made, cell in zip(seen, cells, strict=True):
        for i, j in combinations(range(len(cell)), 2):
            rows.append(made[i, j])
            right.append(float(labels[cell[i]] is not None and labels[cell[i]] == labels[cell[j]]))
    columns = np.array(rows).reshape(-1, len(nearness.FEATURES))
    return columns, np.array(right), max(talks) > 0


def fit(rows: Any, right: Any) -> tuple[Any, float]:
    """Weights and constant of a logistic regression."""
    mean, spread = rows.mean(0), rows.std(0)
    used = spread > 0
    scaled = np.hstack([(rows[:, used] - mean[used]) / spread[used], np.ones((len(rows), 1))])
    penalty = np.eye(scaled.shape[1]) * PENALTY
    penalty[-1, -1] = 0
    weights = np.zeros(scaled.shape[1])
    for _ in range(30):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (likely - right) + penalty @ weights
        bend = (scaled * (likely * (1 - likely))[:, None]).T @ scaled + penalty
        weights -= np.linalg.solve(bend, slope)
    of = np.zeros(rows.shape[1])
    of[used] = weights[:-1] / spread[used]
    return of, float(weights[-1] - (mean * of).sum())


def fitted(of: Mapping[str, tuple[Any, Any, bool]], *, meaning: bool, order: bool) -> nearness.Weights:
    """The model that some corpora make; what the order of notes tells is learnt from talks only."""
    chosen = [one for one in of.values() if one[2] or not order]
    weighed = nearness.weighed(meaning=meaning, order=order)
    weights, constant = fit(np.vstack([one[0] for one in chosen]) * weighed, np.hstack([one[1] for one in chosen]))
    return nearness.Weights(tuple(np.round(weights, 2).tolist()), round(constant, 2))


def refit() -> None:
    """Print the weights of the four models, and how each corpus does with those fitted on the others."""
    from unittest.mock import patch

    for meaning in (True, False):
        every = {name: pairs(name, meaning=meaning) for name in LEARNT_FROM}
        for order in (True, False):
            made = fitted(every, meaning=meaning, order=order)
            print(f"meaning {meaning}, order {order}:", list(made.of), made.constant)
            print("    as in nearness:", made == nearness.MODELS[meaning, order], flush=True)
        if not meaning:
            continue
        print("Each corpus with the weights of the others: precision, F1; in three random orders")
        for name in LEARNT_FROM:
            others = {other: every[other] for other in LEARNT_FROM if other != name}
            models = {(meaning, order): fitted(others, meaning=meaning, order=order) for order in (True, False)}
            with patch.dict(nearness.MODELS, models):
                print(f"| `{name}` | {row(scores(name, orders=4))} |", flush=True)


def row(told: Sequence[tuple[float, float, float]]) -> str:
    """Columns of a table: precision, recall and F1 in order, and means of precision and F1 in random orders."""
    first, *others = told
    mixed = ", ".join(f"{np.mean([one[at] for one in others]):.2f}" for at in (0, 2))
    return " | ".join([*(f"{one:.2f}" for one in first), mixed])


def main() -> None:
    """Print a table in Markdown, or fit."""
    if sys.argv[1:] == ["fit"]:
        refit()
        return
    print("| corpus | precision | recall | F1 | precision, F1 in three random orders |\n|---|---|---|---|---|")
    for name in (*LEARNT_FROM, *KEPT_BACK):
        print(f"| `{name}` | {row(scores(name, orders=4))} |", flush=True)


if __name__ == "__main__":
    main()
