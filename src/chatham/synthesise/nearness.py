"""How sure it is that two notes make the same point: log odds, from how alike they are and how they were said.

A logistic regression on the pairs of seven labelled corpora (benchmarks/points.py fits it again and tells how it does
on each corpus when it has learnt from the other six). Above zero two notes are more likely one point than two, so that
there is no threshold to choose. Where the order of notes tells nothing, order is left out and the rest weighs more.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from chatham.language.likeness import Alike

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

__all__ = ["FEATURES", "FEW_MORE", "Weights", "features", "log_odds", "overall", "weights_for"]

FEATURES = (
    "alike", "words", "meaning", "vectors", "above others", "few notes", "same speaker", "recommendations",
    "resources", "what was done", "close", "close recommendations",
)  # fmt: skip
"""What is weighed, in the order of `features`."""

_DONE = ("progress", "good_practices")
_NOTHING_SHARED = -10.0
_NEXT_BUT_ONE = 0.5  # further apart, notes without a word in common are not one point
_SAME_WORDS = 0.5  # cosine: so many words in common make one point, however few notes there are to compare them with
_FEWEST = 4  # notes of a cell: among fewer, each pair would be taken for one point


@dataclass(frozen=True, slots=True)
class Weights:
    """Of one model.

    Attributes:
        of: One for each of `FEATURES`.
        constant: What is added.
    """

    of: tuple[float, ...]
    constant: float


FEW_MORE = 0.2
"""Pairs a little less likely than not are taken too: as many of them are right, on corpora not learnt from."""

_MORE = 0.4  # without order there are more of them
# With the sentence model and order, with order alone, with the sentence model alone, with neither.
_MODELS = {
    (True, True): Weights(
        (0.82, 1.02, 3.65, 0.50, 1.86, 9.50, -2.77, -0.58, -2.26, -1.57, 2.89, -0.74), -6.82 + FEW_MORE
    ),
    (False, True): Weights(
        (1.43, 4.48, 0.0, -0.15, 1.93, 9.78, -2.91, -0.65, -2.14, -1.59, 2.91, -0.71), -6.82 + FEW_MORE
    ),
    (True, False): Weights((0.74, 0.69, 3.65, 0.95, 2.16, 9.88, -3.07, -0.90, -2.28, -1.80, 0.0, 0.0), -5.97 + _MORE),
    (False, False): Weights((1.56, 4.33, 0.0, 0.25, 1.97, 9.92, -3.03, -0.96, -2.12, -1.80, 0.0, 0.0), -5.92 + _MORE),
}


def overall(alike: Alike, *, meaning: bool) -> Matrix:
    """All measures of likeness in one; unrelated texts are near 0.

    Args:
        alike: As measured.
        meaning: Whether the sentence model was asked.
    """
    wholes = 0.4 * alike.vectors + 0.6 * alike.meaning if meaning else alike.vectors
    return alike.words + 0.7 * alike.aligned + 0.4 * alike.fields + wholes


def features(alike: Alike, *, close: Matrix, same_speaker: Matrix, review: str, meaning: bool) -> Matrix:
    """What is weighed for each pair of a cell's notes.

    Args:
        alike: Of shape (n, n) each.
        close: From 0 to 1, how soon one note was said after the other.
        same_speaker: 1 where both are known to be one person's.
        review: Id of the review objective.
        meaning: Whether the sentence model was asked.

    Returns:
        Array of shape (n, n, number of `FEATURES`).
    """
    import numpy as np

    near = overall(alike, meaning=meaning)
    count = len(near)
    pairs = near[~np.eye(count, dtype=bool)]
    ones = np.ones_like(near)
    recommended = float(review == "recommendations")
    return np.stack(
        [
            near,
            alike.words,
            alike.meaning,
            alike.vectors,
            near - (pairs.mean() if pairs.size else 0.0),
            ones / np.sqrt(max(_FEWEST, count)),
            same_speaker,
            recommended * ones,
            float(review == "resources") * ones,
            float(review in _DONE) * ones,
            close,
            recommended * close,
        ],
        axis=-1,
    )


def weights_for(*, meaning: bool, order: bool) -> Weights:
    """The model for what is known.

    Args:
        meaning: Whether the sentence model was asked.
        order: Whether the order of notes tells anything.
    """
    return _MODELS[meaning, order]


def log_odds(made: Matrix, *, talk: float, meaning: bool) -> Matrix:
    """Log odds that two notes make one point.

    Args:
        made: As `features` gives it.
        talk: How much the order of notes tells, from 0 to 1.
        meaning: Whether the sentence model was asked.

    Returns:
        Array of shape (n, n).
    """
    import numpy as np

    ordered, free = (weights_for(meaning=meaning, order=order) for order in (True, False))
    scores = [made @ np.array(one.of) + one.constant for one in (ordered, free)]
    near = np.asarray(talk * scores[0] + (1 - talk) * scores[1], dtype=np.float64)
    words, close = made[..., FEATURES.index("words")], made[..., FEATURES.index("close")]
    near[(words <= 0) & (close * talk < _NEXT_BUT_ONE)] = _NOTHING_SHARED
    return np.where(words >= _SAME_WORDS, np.maximum(near, 1.0), near)
