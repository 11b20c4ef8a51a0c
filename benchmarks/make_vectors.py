"""Make src/chatham/tag/data/vectors.npz from the codebook and the examples, so that no start has to.

    python benchmarks/make_vectors.py

To be run again after a change of `tag/data/examples.yaml`, of the keywords in `model/data/gcm.yaml` or of the sentence
model; a test says when. No note of any consultation has a part in it.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from chatham.files import write_whole
from chatham.language.embedding import embedder
from chatham.tag.examples import known_examples
from chatham.tag.suggest import known_texts
from chatham.tag.vectors import pack

DATA = Path(__file__).parent.parent / "src" / "chatham" / "tag" / "data" / "vectors.npz"
PENALTY = 1.0
STEPS = 400


def fitted() -> tuple[list[str], np.ndarray]:
    """Multinomial logistic regression on examples and titles, with an L2 penalty, by accelerated gradient descent."""
    known = known_examples()
    titles = list(known)
    texts = [text for title in titles for text in (*known[title], title)]
    owners = [number for number, title in enumerate(titles) for _ in (*known[title], title)]
    columns = np.concatenate([embedder()(texts), np.ones((len(texts), 1))], axis=1)
    target = np.eye(len(titles))[owners]
    penalty = np.full((columns.shape[1], 1), PENALTY)
    penalty[-1] /= 10
    weights = np.zeros((columns.shape[1], len(titles)))
    ahead = weights
    rate = 1 / (0.5 * np.linalg.norm(columns, 2) ** 2 + PENALTY)
    for step in range(STEPS):
        scores = columns @ ahead
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        new = ahead - rate * (columns.T @ (shares - target) + penalty * ahead)
        ahead = new + step / (step + 3) * (new - weights)
        weights = new
    return titles, weights


def main() -> None:
    data = pack(known_texts(), *fitted())
    write_whole(DATA, data)
    print(f"{len(known_texts())} texts, {len(data):,} bytes")


if __name__ == "__main__":
    main()
