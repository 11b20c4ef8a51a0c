r"""Fit the weights of src/chatham/tag/data/review_model.json to labelled notes.

    python benchmarks/fit_review_model.py tests/corpora/{dev,samples,africa,latin-america}/notes.jsonl \
        --also benchmarks/review_notes.jsonl --output src/chatham/tag/data/review_model.json

Each file is notes.jsonl with `review` filled in (labels such as `⟦P:...⟧` in a field `marked` are taken off). How
common each review objective is, is taken from the first files only; `review_notes.jsonl` was written to show their
wording on objectives of all kinds, with as many notes for each. It also prints how well the model does on notes it
was not fitted to, in five folds; notes of one `point` stay in one fold.
"""

from __future__ import annotations

import argparse
import json
import re
import zlib
from pathlib import Path
from typing import Any

import numpy as np

from chatham.language.embedding import embedder
from chatham.tag.cues import FEATURES
from chatham.tag.questions import EMBEDDING_SCALE, FORMAT, inputs

CLASSES = ("progress", "challenges", "good_practices", "resources", "recommendations")
PENALTY = 100.0


def fit(x: np.ndarray, y: np.ndarray, steps: int = 1500) -> np.ndarray:
    """Multinomial logistic regression with an L2 penalty, by accelerated gradient descent."""
    columns = np.concatenate([x, np.ones((len(x), 1))], axis=1)
    penalty = np.full((columns.shape[1], 1), PENALTY)
    penalty[-1] = 0
    target = np.eye(len(CLASSES))[y]
    weights = np.zeros((columns.shape[1], len(CLASSES)))
    ahead = weights
    rate = 1 / (0.5 * np.linalg.norm(columns, 2) ** 2 + PENALTY)
    for step in range(steps):
        gradient = columns.T @ (shares(columns @ ahead) - target) + penalty * ahead
        new = ahead - rate * gradient
        ahead = new + step / (step + 3) * (new - weights)
        weights = new
    return weights


def shares(scores: np.ndarray) -> np.ndarray:
    values = np.exp(scores - scores.max(axis=1, keepdims=True))
    return values / values.sum(axis=1, keepdims=True)


def read(path: Path) -> list[dict[str, Any]]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [row for row in rows if row.get("review") in CLASSES]


def mixture(y: np.ndarray) -> list[float]:
    return [round(float(v), 5) for v in np.bincount(y, minlength=len(CLASSES)) / len(y)]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("notes", type=Path, nargs="+")
    parser.add_argument("--also", type=Path, nargs="*", default=[], help="more notes to fit to, in no natural mixture")
    parser.add_argument("--output", type=Path, required=True)
    given = parser.parse_args()
    rows = [row for path in (*given.notes, *given.also) for row in read(path)]
    natural = sum(len(read(path)) for path in given.notes)
    texts = [row.get("text") or re.sub(r"⟦\w:(.*?)⟧", r"\1", row["marked"], flags=re.DOTALL) for row in rows]
    y = np.array([CLASSES.index(row["review"]) for row in rows])
    wording = np.array(inputs(texts))
    means, deviations = wording.mean(axis=0), wording.std(axis=0) + 1e-3
    x = np.concatenate([(wording - means) / deviations, embedder()(texts) * EMBEDDING_SCALE], axis=1)
    folds = np.array([zlib.crc32((row.get("point") or row["id"]).encode()) % 5 for row in rows])
    right = 0
    for fold in range(5):
        weights = fit(x[folds != fold], y[folds != fold])
        columns = np.concatenate([x[folds == fold], np.ones((int((folds == fold).sum()), 1))], axis=1)
        right += int((shares(columns @ weights).argmax(axis=1) == y[folds == fold]).sum())
    print(f"{right} of {len(y)} right in five folds ({right / len(y):.3f})")
    weights = fit(x, y)
    model = {
        "format": FORMAT,
        "classes": CLASSES,
        "features": FEATURES,
        "means": [round(float(v), 5) for v in means],
        "deviations": [round(float(v), 5) for v in deviations],
        "fitted": mixture(y),
        "expected": mixture(y[:natural]),
        "weights": [[round(float(v), 4) for v in row] for row in weights],
    }
    given.output.write_text(json.dumps(model) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
