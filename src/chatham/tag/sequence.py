"""Neighbours: notes are written down section by section, so a note is likely to be about what the one before it is.

How likely is found out from the notes themselves, so that notes in no order lose nothing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

__all__ = ["smooth"]

_STAY = (0.0, 0.15, 0.3, 0.45)
_AGAINST_ORDER = 2.0
"""By how much (natural logarithm) a sequence must be likelier with help from neighbours than without: by chance alone
some way of staying always fits a little better, and scores would come out too high."""
_NEGLIGIBLE = 1e-3


def smooth(likelihoods: Sequence[Sequence[float]], prior: Sequence[float]) -> list[list[float]]:
    """The probability of each class for each note, given all notes of the sequence.

    A chain in which the class stays as it is with some probability and is drawn anew from the prior otherwise
    (forward-backward algorithm). Four such probabilities count, each as far as the sequence is likely under it.

    Args:
        likelihoods: For each note in order, for each class: how well the class explains the note, up to a factor.
        prior: Of the classes; sums to 1.

    Returns:
        For each note the probabilities of the classes; they sum to 1.
    """
    if not likelihoods:
        return []
    runs = [(stay, *_forward(likelihoods, prior, stay)) for stay in _STAY]
    worth = [total - (_AGAINST_ORDER if stay else 0.0) for stay, _, total in runs]
    shares = _normal([math.exp(value - max(worth)) for value in worth])
    result = [[0.0] * len(prior) for _ in likelihoods]
    for (stay, forward, _), share in zip(runs, shares, strict=True):
        if share > _NEGLIGIBLE:
            for row, found in zip(result, _backward(likelihoods, prior, stay, forward), strict=True):
                row[:] = [value + share * more for value, more in zip(row, found, strict=True)]
    return [_normal(row) for row in result]


def _backward(
    likelihoods: Sequence[Sequence[float]], prior: Sequence[float], stay: float, forward: Sequence[Sequence[float]]
) -> list[list[float]]:
    """Probabilities given what comes before and after, from the forward ones."""
    classes = range(len(prior))
    result: list[list[float]] = []
    behind = [1.0] * len(prior)
    for step in range(len(likelihoods) - 1, -1, -1):
        result.append(_normal([forward[step][c] * behind[c] for c in classes]))
        weighted = [likelihoods[step][c] * behind[c] for c in classes]
        anew = sum(prior[c] * weighted[c] for c in classes)
        behind = _normal([stay * weighted[c] + (1 - stay) * anew for c in classes])
    return result[::-1]


def _forward(
    likelihoods: Sequence[Sequence[float]], prior: Sequence[float], stay: float
) -> tuple[list[list[float]], float]:
    """Forward probabilities and the log-likelihood of the sequence."""
    classes = range(len(prior))
    rows: list[list[float]] = []
    total = 0.0
    before = list(prior)
    for likelihood in likelihoods:
        ahead = [stay * before[c] + (1 - stay) * prior[c] for c in classes] if rows else before
        row = [ahead[c] * likelihood[c] for c in classes]
        mass = sum(row)
        total += math.log(mass) if mass > 0 else -745.0
        before = _normal(row)
        rows.append(before)
    return rows, total


def _normal(values: Sequence[float]) -> list[float]:
    mass = sum(values)
    return [value / mass for value in values] if mass > 0 else [1 / len(values)] * len(values)
