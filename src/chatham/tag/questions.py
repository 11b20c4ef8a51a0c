"""Which question of the review a note answers: a small model over its wording and its meaning.

Weights come from `data/review_model.json`, fitted by `benchmarks/fit_review_model.py` to fictitious labelled notes.
They are for the five review objectives of the Asia-Pacific stakeholder consultations; for other ones their titles and
keywords count.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, ValidationError

from chatham.errors import DetectionError
from chatham.files import read_text
from chatham.model.framework import Framework
from chatham.tag.cues import FEATURES, features

if TYPE_CHECKING:
    from chatham.language.embedding import Vectors

__all__ = ["EMBEDDING_SCALE", "FORMAT", "inputs", "likelihoods"]

FORMAT = 1
EMBEDDING_SCALE = 12.0
"""What the numbers of a vector are multiplied by before they stand beside the cues."""

_DATA = Path(__file__).parent / "data" / "review_model.json"
_SHARPNESS = 8.0


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)

    format: int
    classes: tuple[str, ...]
    features: tuple[str, ...]
    means: tuple[float, ...]
    deviations: tuple[float, ...]
    fitted: tuple[float, ...]
    """How common each class was among the notes the weights were fitted to."""
    expected: tuple[float, ...]
    """How common it is in a consultation."""
    weights: tuple[tuple[float, ...], ...]
    """One row a feature, then one for each number of the vector, then the constant; one column a class."""


@cache
def _model() -> _Model:
    try:
        model = _Model.model_validate(json.loads(read_text(_DATA)))
    except (ValidationError, json.JSONDecodeError):
        raise DetectionError("the review model is damaged", file=_DATA.name, fix="Install chatham again") from None
    if model.format != FORMAT or model.features != FEATURES:
        raise DetectionError("the review model is of another version", file=_DATA.name, fix="Install chatham again")
    return model


def inputs(texts: Sequence[str]) -> list[list[float]]:
    """The cues of texts, in the order of `FEATURES`."""
    return [features(text) for text in texts]


def likelihoods(
    texts: Sequence[str], vectors: Vectors, framework: Framework
) -> tuple[list[list[float]], tuple[float, ...]]:
    """How well each review objective explains each text.

    Args:
        texts: Notes.
        vectors: Their vectors.
        framework: With its review objectives.

    Returns:
        For each text a number for each review objective, in the codebook's order, to be multiplied by the prior; and
        that prior.
    """
    ids = tuple(review.id for review in framework.review_objectives)
    if not ids:
        return [[] for _ in texts], ()
    if set(ids) <= set(_model().classes):
        return _fitted(texts, vectors, ids)
    return _by_titles(vectors, framework), tuple(1 / len(ids) for _ in ids)


def _fitted(
    texts: Sequence[str], vectors: Vectors, ids: tuple[str, ...]
) -> tuple[list[list[float]], tuple[float, ...]]:
    import numpy as np

    model = _model()
    if not texts:
        return [], tuple(1 / len(ids) for _ in ids)
    wording = (np.array(inputs(texts)) - np.array(model.means)) / np.array(model.deviations)
    columns = np.concatenate([wording, vectors * EMBEDDING_SCALE, np.ones((len(texts), 1))], axis=1)
    scores = columns @ np.array(model.weights)
    scores -= scores.max(axis=1, keepdims=True)
    shares = np.exp(scores)
    shares /= shares.sum(axis=1, keepdims=True)
    wanted = [model.classes.index(one) for one in ids]
    ratios = shares[:, wanted] / np.array(model.fitted)[wanted]
    prior = np.array(model.expected)[wanted]
    return [[float(v) for v in row] for row in ratios], tuple(float(p) for p in prior / prior.sum())


def _by_titles(vectors: Vectors, framework: Framework) -> list[list[float]]:
    import numpy as np

    from chatham.language.embedding import embedder

    anchors = embedder()(
        [f"{review.heading}. {review.title}. {', '.join(review.keywords)}" for review in framework.review_objectives]
    )
    return [[float(v) for v in row] for row in np.exp(_SHARPNESS * (vectors @ anchors.T))]
