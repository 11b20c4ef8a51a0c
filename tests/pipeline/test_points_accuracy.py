"""Floors under how well notes are grouped into points on labelled corpora, in the files' order and in another."""

import random
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from chatham.anonymise.engine import anonymise
from chatham.evaluate.corpus import read_corpus
from chatham.model.public import ApprovedNote
from chatham.people.voices import voices
from chatham.settings import resolve
from chatham.synthesise import synthesise
from chatham.synthesise.faithfulness import check_faithfulness, coverage

CORPORA = Path(__file__).parents[1] / "corpora"

# Precision and F1 of pairs. The last four taught nothing; the others were learnt from, and each does much the same when
# it is left out of that (benchmarks/points.py fit). In `central-asia` and `americas`, whose labels put few pairs
# together, most groups are not those of the labels: that is not good enough.
FLOORS = {
    "dev": (0.65, 0.65),
    "africa": (0.80, 0.60),
    "latin-america": (0.80, 0.60),
    "arab-states": (0.75, 0.46),
    "europe": (0.75, 0.52),
    "global": (0.75, 0.45),
    "south": (0.60, 0.48),
    "central-america": (0.70, 0.44),
    "west-africa": (0.75, 0.60),
    "central-asia": (0.25, 0.28),
    "americas": (0.45, 0.38),
}
# In random order, where who followed whom tells nothing.
MIXED = {"dev": (0.50, 0.50), "africa": (0.80, 0.55), "latin-america": (0.70, 0.45)}


@pytest.fixture(scope="module")
def read():
    made = {}

    def one(name):
        if name not in made:
            corpus = read_corpus(CORPORA / name)
            consultation = corpus.programme.consultation
            done = anonymise(
                corpus.raw,
                roster=corpus.roster,
                consultation=consultation,
                settings=resolve({}, consultation.settings),
            )
            numbers = voices(corpus.raw, corpus.roster)
            kept = ("id", "text", "working_group", "round", "objectives", "review")
            notes = [
                ApprovedNote(**{field: getattr(n, field) for field in kept}, voice=numbers.get(n.id))
                for n in done.notes
            ]
            made[name] = notes, consultation, {n.raw.id: n.point for n in corpus.notes}
        return made[name]

    return one


def pairs(groups, notes):
    known = {n.id: n for n in notes}
    return {
        frozenset((a, b))
        for group in groups
        for a, b in combinations(group, 2)
        if known[a].review == known[b].review and set(known[a].objectives) & set(known[b].objectives)
    }


def rates(points, notes, labels):
    by = defaultdict(list)
    for note in notes:
        if labels[note.id]:
            by[labels[note.id]].append(note.id)
    wanted, got = pairs(by.values(), notes), pairs([p.notes for p in points], notes)
    right = len(wanted & got)
    precision, recall = right / max(1, len(got)), right / max(1, len(wanted))
    return precision, 2 * precision * recall / max(1e-9, precision + recall)


@pytest.mark.parametrize("name", FLOORS)
def test_points_of_a_corpus_are_right_faithful_and_complete(read, name):
    notes, consultation, labels = read(name)
    made = synthesise(notes, consultation=consultation)
    precision, f1 = rates(made.points, notes, labels)
    assert precision >= FLOORS[name][0]
    assert f1 >= FLOORS[name][1]
    assert check_faithfulness(made.points, notes) == []
    assert coverage(made.points, made.left_out, notes) == []


@pytest.mark.parametrize("name", MIXED)
def test_points_hold_when_notes_come_in_another_order(read, name):
    notes, consultation, labels = read(name)
    mixed = random.Random(1).sample(notes, len(notes))  # noqa: S311 - the same order every time
    precision, f1 = rates(synthesise(mixed, consultation=consultation).points, notes, labels)
    assert precision >= MIXED[name][0]
    assert f1 >= MIXED[name][1]
