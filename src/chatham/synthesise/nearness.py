"""How sure it is that two notes make the same point: log odds, from how alike they are and how they were said.

A logistic regression on the pairs of eleven labelled corpora (benchmarks/points.py fits it again and tells how it does
on each corpus when it has learnt from the other ten). Above zero two notes are more likely one point than two, so that
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

__all__ = ["FEATURES", "MODELS", "Weights", "features", "log_odds", "overall", "weighed"]

FEATURES = (
    "alike", "words", "vectors", "meaning", "wholes", "sentences", "above others", "nearer ones", "few notes",
    "same speaker", "recommendations", "resources", "what was done", "close", "close recommendations",
)  # fmt: skip
"""What is weighed, in the order of `features`."""

_BY_WORDS = ("alike", "vectors")
_BY_MEANING = ("meaning", "wholes", "sentences")
_BY_ORDER = ("close", "close recommendations")
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


MODELS = {
    (True, True): Weights(
        (0.0, 2.47, 0.0, 1.17, 1.62, 3.11, 0.96, -0.02, 4.68, -0.73, -0.42, -1.53, -0.95, 2.5, -0.07), -4.76
    ),
    (True, False): Weights(
        (0.0, 2.46, 0.0, 1.88, 1.67, 3.4, 1.18, -0.35, 4.95, -1.14, -0.43, -1.78, -1.13, 0.0, 0.0), -4.12
    ),
    (False, True): Weights(
        (1.02, 4.78, -0.17, 0.0, 0.0, 0.0, 0.96, -0.01, 5.45, -0.86, -0.38, -1.5, -0.95, 2.53, -0.32), -4.78
    ),
    (False, False): Weights(
        (1.48, 4.68, 0.56, 0.0, 0.0, 0.0, 0.95, -0.2, 5.56, -1.1, -0.49, -1.64, -1.11, 0.0, 0.0), -4.25
    ),
}
"""By whether the sentence model was asked, and whether the order of notes tells anything."""

# Of what is hard, in a talk, pairs a little less likely than not are taken too: as many of them are right, on corpora
# not learnt from. Two demands, or two things done, are better told one by one than taken for one.
_FEW_MORE = 0.4
_FEWER_MORE = 0.1  # where order tells nothing
_ONE_BY_ONE = ("recommendations", "resources", "what was done")


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
            alike.vectors,
            alike.meaning,
            alike.wholes,
            alike.sentences,
            near - (pairs.mean() if pairs.size else 0.0),
            _nearer(near),
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


def _nearer(near: Matrix) -> Matrix:
    """Share of the notes that are nearer to one of a pair than the other is, added up for both."""
    import numpy as np

    count = len(near)
    others = np.where(np.eye(count, dtype=bool), -np.inf, near)
    # Counted in a sorted row: how many stand above.
    above = np.array([count - np.searchsorted(np.sort(row), row, side="right") for row in others])
    made = (above + above.T) / count
    np.fill_diagonal(made, 0.0)
    return np.asarray(made, dtype=np.float64)


def weighed(*, meaning: bool, order: bool) -> tuple[bool, ...]:
    """Which of `FEATURES` a model weighs: the sentence model knows better what vectors of words tell.

    Args:
        meaning: Whether the sentence model was asked.
        order: Whether the order of notes tells anything.
    """
    unused = {*(_BY_WORDS if meaning else _BY_MEANING), *(() if order else _BY_ORDER)}
    return tuple(feature not in unused for feature in FEATURES)


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

    ordered, free = (MODELS[meaning, order] for order in (True, False))
    scores = [made @ np.array(one.of) + one.constant for one in (ordered, free)]
    more = np.where(made[..., [FEATURES.index(one) for one in _ONE_BY_ONE]].any(-1), 0.0, _FEW_MORE)
    near = np.asarray(talk * (scores[0] + more) + (1 - talk) * (scores[1] + _FEWER_MORE), dtype=np.float64)
    words, close = made[..., FEATURES.index("words")], made[..., FEATURES.index("close")]
    near[(words <= 0) & (close * talk < _NEXT_BUT_ONE)] = _NOTHING_SHARED
    return np.where(words >= _SAME_WORDS, np.maximum(near, 1.0), near)
