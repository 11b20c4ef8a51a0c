r"""Fit the weights of src/chatham/anonymise/data/names.json to labelled notes.

    python -m venv /tmp/fit && /tmp/fit/bin/pip install . scikit-learn==1.9.0
    /tmp/fit/bin/python benchmarks/fit_names.py tests/corpora/* --cases tests/regression \
        --output src/chatham/anonymise/data/names.json

What the registration list names tells of the names around it; what it does not name is what the model has to tell.
So that it sees many of these, each corpus is read several times, each time with other organisations, and all their
people, taken off the list. A sign gets a weight only where it stands in notes of several corpora, each by another
author: it can be no name of theirs. scikit-learn is needed here alone. With `--without NAME`
the corpora named are left out, which is how to learn what the model does on notes that it has not seen.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from chatham.anonymise.recognisers.base import NoteContext
from chatham.anonymise.recognisers.contacts import Contacts
from chatham.anonymise.recognisers.known import known
from chatham.anonymise.recognisers.name_model import FORMAT, VECTOR_SCALE
from chatham.anonymise.recognisers.rendered import RenderedOrganisations
from chatham.anonymise.recognisers.roster_organisations import RosterOrganisations
from chatham.anonymise.recognisers.roster_people import RosterPeople
from chatham.anonymise.recognisers.stretches import CONNECTING
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.anonymise.recognisers.weighed import weighed
from chatham.capture.roster import read_roster
from chatham.evaluate import read_corpus
from chatham.evaluate.corpus import LabelKind, LabelledNote, parse_marked
from chatham.files import write_whole
from chatham.language.pipeline import Doc, docs
from chatham.model.private import RawNote, Roster
from chatham.settings import Settings

READINGS = 4  # of each corpus, beside the one with the whole list
TAKEN_OFF = 0.45  # of the organisations, in each of these
CORPORA, STRETCHES = 3, 4  # in which a sign has to stand
STRENGTH = 0.3  # how freely weights may differ from 0
CASES = 1.5  # how many times more a stretch of a regression case counts: there are few
SMALLEST = 0.004  # weights below are left out
NEITHER, PERSON, BODY = range(3)
CLASSES = {LabelKind.PERSON: PERSON, LabelKind.AFFILIATION: BODY, LabelKind.CONTACT: BODY}
WORD = re.compile(r"[\w&'’–-]+")


class Example(NamedTuple):
    """A stretch, and what it is."""

    corpus: str
    signs: tuple[str, ...]
    vector: np.ndarray | None
    target: int


def lists(name: str, roster: Roster) -> Iterator[Roster]:
    """The whole registration list, then what is left of it with some organisations taken off."""
    yield roster
    bodies = sorted({p.organisation or p.name for p in roster.participants})
    for reading in range(READINGS):
        chance = random.Random(f"{name} {reading}")  # noqa: S311 - the same each time
        gone = {body for body in bodies if chance.random() < TAKEN_OFF}
        kept = tuple(p for p in roster.participants if (p.organisation or p.name) not in gone)
        yield roster.model_copy(update={"participants": kept})


def cases(folder: Path) -> Iterator[tuple[str, list[LabelledNote], Roster]]:
    """Labelled sentences, a third of which name nobody: each file a corpus without content labels."""
    for path in sorted((folder / "cases").glob("*.json")):
        given = json.loads(path.read_text(encoding="utf-8"))
        if path.stem == "indirect":
            continue
        parsed = [(*parse_marked(case["text"]), case.get("speaker")) for case in given["cases"]]
        notes = [
            LabelledNote(RawNote(id=str(n), text=text, speaker=speaker), labels)
            for n, (text, labels, speaker) in enumerate(parsed)
        ]
        people = read_roster(folder / given.get("roster", "roster.csv")).roster.participants
        yield "cases", notes, Roster(participants=people)


def examples(name: str, notes: Sequence[LabelledNote], whole: Roster) -> Iterator[Example]:
    """All stretches of a corpus that are not on the list; those in self-descriptions tell nothing."""
    settings = Settings()
    read: list[Doc] = list(docs((note.raw.text for note in notes), model=settings.model))
    for roster in lists(name, whole):
        people = known(roster)
        by_the_list = (
            Contacts(people),
            RosterPeople(people),
            RosterOrganisations(people, settings),
            RenderedOrganisations(people, settings),
        )
        for note, doc in zip(notes, read, strict=True):
            context = NoteContext(Surroundings(doc.text, doc), people.who(note.raw.speaker))
            for recogniser in by_the_list:
                context.found.extend(recogniser.mentions(context))
            for stretch in weighed(context.around, context.found):
                target = target_of(note, stretch.start, stretch.end)
                if target is not None:
                    yield Example(name, tuple(dict.fromkeys(stretch.signs())), stretch.vector(), target)


def target_of(note: LabelledNote, start: int, end: int) -> int | None:
    """What most words of a stretch are labelled as, or None where it lies in a self-description."""
    kinds: list[LabelKind | None] = []
    for word in WORD.finditer(note.raw.text, start, end):
        if word.group().lower() not in CONNECTING:
            label = (label for label in note.labels if label.start <= word.start() < label.end)
            kinds.append(next((one.kind for one in label), None))
    if LabelKind.INDIRECT in kinds:
        return None
    named = Counter(CLASSES[kind] for kind in kinds if kind in CLASSES)
    if named and 2 * named.total() >= len(kinds):
        return named.most_common(1)[0][0]
    return NEITHER


def fit(given: list[Example]) -> dict[str, object]:
    """The weights, as `name_model` reads them."""
    corpora: dict[str, set[str]] = {}
    times: Counter[str] = Counter()
    for example in given:
        times.update(example.signs)
        for sign in example.signs:
            corpora.setdefault(sign, set()).add(example.corpus)
    known = sorted(s for s, where in corpora.items() if len(where) >= CORPORA and times[s] >= STRETCHES)
    at = {sign: k for k, sign in enumerate(known)}
    width = next(len(e.vector) for e in given if e.vector is not None)
    columns = [sorted(at[s] for s in e.signs if s in at) for e in given]
    signs = sparse.csr_matrix(
        (
            np.ones(sum(map(len, columns)), dtype=np.float32),
            np.concatenate([np.array(c, dtype=np.int64) for c in columns]),
            np.cumsum([0, *map(len, columns)]),
        ),
        shape=(len(given), len(known)),
    )
    vectors = np.array([np.zeros(width) if e.vector is None else e.vector for e in given]) * VECTOR_SCALE
    x = sparse.hstack([signs, sparse.csr_matrix(vectors)]).tocsr()
    y = np.array([e.target for e in given])
    model = LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-3).fit(
        x, y, sample_weight=[CASES if e.corpus == "cases" else 1 for e in given]
    )
    weights = (model.coef_[1:] - model.coef_[0]).T
    bias = model.intercept_[1:] - model.intercept_[0]
    telling = {s: w for s, w in zip(known, weights, strict=False) if abs(w).max() >= SMALLEST}
    return {
        "format": FORMAT,
        "bias": [round(float(b), 4) for b in bias],
        "vector": [[round(float(v), 4) for v in row] for row in weights[len(known) :]],
        "signs": {sign: [round(float(v), 3) for v in row] for sign, row in telling.items()},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--cases", type=Path, help="labelled sentences: tests/regression")
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    given: list[Example] = []
    for folder in options.corpora:
        if folder.is_dir() and folder.name not in options.without:
            corpus = read_corpus(folder)
            given += examples(folder.name, corpus.notes, corpus.roster)
    for name, notes, roster in cases(options.cases) if options.cases else ():
        given += examples(name, notes, roster)
    model = fit(given)
    write_whole(options.output, json.dumps(model, ensure_ascii=False, separators=(",", ":")) + "\n")
    print(
        f"{len(given)} stretches, {sum(e.target != NEITHER for e in given)} of them names; {len(model['signs'])} signs"
    )


if __name__ == "__main__":
    main()
