"""How likely it is that a stretch names somebody who took part, or whom they stand for: a small model over its signs.

Weights come from `data/names.json`, fitted by `benchmarks/fit_names.py` to fictitious labelled notes. A sign has a
weight only where it stands in notes of several authors: no name of any of them does.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from pydantic import BaseModel, ConfigDict, ValidationError

from chatham.errors import DetectionError
from chatham.files import read_text

__all__ = ["FORMAT", "VECTOR_SCALE", "Likelihood", "likelihood"]

FORMAT = 1
VECTOR_SCALE = 0.1
"""What the mean word vector of a stretch is multiplied by, so that it weighs no more than the signs do."""

_DATA = Path(__file__).parents[1] / "data" / "names.json"


class Likelihood(NamedTuple):
    """From 0 to 1 each; what is left is neither.

    Attributes:
        person: It names somebody who took part, or whom they brought up as one of their own.
        body: It names what such a person stands for.
    """

    person: float
    body: float


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)

    format: int
    bias: tuple[float, float]
    vector: tuple[tuple[float, float], ...]
    signs: dict[str, tuple[float, float]]


@cache
def _model() -> tuple[_Model, np.ndarray]:
    try:
        model = _Model.model_validate(json.loads(read_text(_DATA)))
    except (ValidationError, json.JSONDecodeError):
        raise DetectionError("the model of names is damaged", file=_DATA.name, fix="Install chatham again") from None
    if model.format != FORMAT:
        raise DetectionError("the model of names is of another version", file=_DATA.name, fix="Install chatham again")
    return model, np.array(model.vector, dtype=np.float32)


def likelihood(signs: Iterable[str], vector: Sequence[float] | np.ndarray | None = None) -> Likelihood:
    """How likely a stretch is a name that has to go.

    Args:
        signs: Of the stretch, each once.
        vector: The mean of its words' vectors; None, or one of another length, says nothing.

    Raises:
        DetectionError: The weights are damaged or of another version.
    """
    model, weights = _model()
    person, body = model.bias
    # In their order, whatever the hash seed: the same sum to the last digit in each run.
    for sign in dict.fromkeys(signs):
        weighed = model.signs.get(sign)
        if weighed is not None:
            person += weighed[0]
            body += weighed[1]
    if vector is not None and len(vector) == len(weights):
        person, body = np.array((person, body)) + VECTOR_SCALE * (np.asarray(vector) @ weights)
    first, second = math.exp(min(30.0, person)), math.exp(min(30.0, body))
    total = 1 + first + second
    return Likelihood(first / total, second / total)
