"""How likely it is that a clause about oneself gives its speaker away: a small model over its signs.

Weights come from `data/own_lives.json`, fitted by `benchmarks/fit_own_lives.py` to fictitious labelled notes.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from chatham.anonymise.recognisers.own_signs import SIGNS
from chatham.errors import DetectionError
from chatham.files import read_text

__all__ = ["FORMAT", "likelihood"]

FORMAT = 1
_DATA = Path(__file__).parents[1] / "data" / "own_lives.json"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)

    format: int
    signs: tuple[str, ...]
    weights: tuple[float, ...]


@cache
def _weights() -> tuple[float, ...]:
    try:
        model = _Model.model_validate(json.loads(read_text(_DATA)))
    except (ValidationError, json.JSONDecodeError):
        raise DetectionError("the model of clauses is damaged", file=_DATA.name, fix="Install chatham again") from None
    if model.format != FORMAT or model.signs != SIGNS or len(model.weights) != len(SIGNS):
        raise DetectionError("the model of clauses is of another version", file=_DATA.name, fix="Install chatham again")
    return model.weights


def likelihood(signs: Sequence[float]) -> float:
    """From 0 to 1: how likely a clause gives its speaker away.

    Args:
        signs: Of the clause, as `own_signs.signs` gives them.

    Raises:
        DetectionError: The weights are damaged or of another version.
    """
    total = sum(weight * sign for weight, sign in zip(_weights(), signs, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
