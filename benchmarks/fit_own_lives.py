r"""Fit the weights of src/chatham/anonymise/data/own_lives.json to labelled notes.

    python benchmarks/fit_own_lives.py tests/corpora/{dev,samples,africa,latin-america,arab-states}/notes.jsonl \
        benchmarks/own_lives.txt tests/regression/cases/indirect.json --output src/chatham/anonymise/data/own_lives.json

Self-descriptions are labelled `⟦Q:...⟧`. A file is a corpus (`notes.jsonl`, field `marked`), a file of cases
(`*.json`, field `text`) or plain lines. Before the weights are written it prints, file by file, how a model does on
that file that was fitted to all others: self-descriptions found by rules and model together, and words too many.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from pathlib import Path
from typing import NamedTuple

import numpy as np

from chatham.anonymise.recognisers.clauses import Clauses
from chatham.anonymise.recognisers.indirect import self_descriptions
from chatham.anonymise.recognisers.own_clauses import OwnClause
from chatham.anonymise.recognisers.own_lives import judged
from chatham.anonymise.recognisers.own_model import FORMAT
from chatham.anonymise.recognisers.own_signs import SIGNS, signs
from chatham.anonymise.recognisers.self_openers import openers
from chatham.language.pipeline import docs

PENALTY = 1.5
OF_A_LINE = 0.4  # how much a clause of lines that were made for the model counts, beside one of notes
MARK = re.compile(r"⟦(\w):(.*?)⟧", re.DOTALL)


class Note(NamedTuple):
    """A note, what is labelled in it, and its clauses."""

    clauses: Clauses
    labelled: list[tuple[int, int]]
    judged: list[OwnClause]
    x: np.ndarray
    share: np.ndarray
    """How much of each clause is labelled."""
    counts: float
    """How much each of its clauses counts."""


def marked(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        return [json.loads(line)["marked"] for line in text.splitlines() if line.strip()]
    if path.suffix == ".json":
        return [case["text"] for case in json.loads(text)["cases"]]
    return [line for line in text.splitlines() if line.strip()]


def read(path: Path) -> list[Note]:
    texts, labels, people = [], [], []
    for line in marked(path):
        text, spans, names, position = "", [], [], 0
        for m in MARK.finditer(line):
            text += line[position : m.start()]
            if m[1] == "Q":
                spans.append((len(text), len(text) + len(m[2])))
            if m[1] == "P":
                names.append(len(text) + len(m[2]))
            text += m[2]
            position = m.end()
        texts.append(text + line[position:])
        labels.append(spans)
        people.append(names)
    notes = []
    for text, spans, names, doc in zip(texts, labels, people, docs(texts), strict=True):
        known = names if names or path.suffix == ".jsonl" else [e.end_char for e in doc.ents if e.label_ == "PERSON"]
        c = Clauses.of(text, doc, frozenset(known))
        clauses = list(judged(c, list(openers(c))))
        x = np.array([signs(c, doc, k) for k in clauses]).reshape(-1, len(SIGNS))
        share = np.array([inside(text, spans, k.start, k.end) for k in clauses])
        notes.append(Note(c, spans, clauses, x, share, OF_A_LINE if path.suffix == ".txt" else 1.0))
    return notes


def inside(text: str, spans: list[tuple[int, int]], start: int, end: int) -> float:
    letters = [i for i in range(start, end) if text[i].isalnum()]
    return sum(any(a <= i < b for a, b in spans) for i in letters) / max(1, len(letters))


def fit(notes: list[Note]) -> np.ndarray:
    """Logistic regression with an L2 penalty, by Newton's method; clauses that are half labelled are left out."""
    x, share = np.concatenate([n.x for n in notes]), np.concatenate([n.share for n in notes])
    clear = (share <= 0.1) | (share >= 0.6)
    counts = np.concatenate([np.full(len(n.share), n.counts) for n in notes])[clear]
    x, y = x[clear], (share[clear] >= 0.6).astype(float)
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[0] = 0.01
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ weights))
        curve = x.T @ (x * (counts * p * (1 - p))[:, None]) + np.diag(penalty)
        step = np.linalg.solve(curve, x.T @ (counts * (p - y)) + penalty * weights)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def result(notes: list[Note], weights: np.ndarray) -> str:
    found = wanted = extra = words = 0
    for note in notes:
        text, doc, names = note.clauses.text, note.clauses.doc, note.clauses.names
        edits = self_descriptions(text, doc, names, likely=lambda x: 1 / (1 + math.exp(-float(np.dot(weights, x)))))
        covered = {i for m in edits for i in range(m.start, m.end)}
        labelled = {i for a, b in note.labelled for i in range(a, b)}
        wanted += len(note.labelled)
        found += sum(all(i in covered for i in range(a, b) if text[i].isalnum()) for a, b in note.labelled)
        places = [m.start() for m in re.finditer(r"\w+", text)]
        words += len(places)
        extra += sum(i in covered and i not in labelled for i in places)
    return f"{found} of {wanted} found, {extra} words too many in {words}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--output", type=Path, required=True)
    given = parser.parse_args()
    files = {path: read(path) for path in given.files}
    for path, notes in files.items():
        others = [n for other, rest in files.items() if other != path for n in rest]
        print(f"{path}: {result(notes, fit(others))}")
    weights = fit([n for notes in files.values() for n in notes])
    model = {"format": FORMAT, "signs": SIGNS, "weights": [round(float(w), 4) for w in weights]}
    given.output.parent.mkdir(exist_ok=True)
    given.output.write_text(json.dumps(model, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
