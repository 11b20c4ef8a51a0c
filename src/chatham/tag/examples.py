"""Sentences such as people say who speak about an objective: a note is compared with them by meaning."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from chatham.errors import DetectionError
from chatham.files import read_text
from chatham.model.framework import Code, Framework
from chatham.tag.vectors import linear_model, vectors_of

if TYPE_CHECKING:
    from chatham.language.embedding import Vectors

__all__ = ["known_examples", "leaning", "likeness"]

_DATA = Path(__file__).parent / "data" / "examples.yaml"
_FORMAT = 1
_NEAREST = 3
_UNLIKE, _LIKE = 0.2, 0.25
"""Cosines to the nearest example: up to the first a note says nothing, from the second on all counts."""


def likeness(vectors: Vectors, framework: Framework, codes: tuple[Code, ...]) -> list[list[float]]:
    """How much like the examples of each objective each note is.

    Args:
        vectors: Of the notes.
        framework: The codebook.
        codes: Of the objectives that come into question; others are not looked at, which saves time.

    Returns:
        For each note a number for each objective in the codebook's order, against the mean of those in question; 0 for
        an objective that is not, or that has no examples.

    Raises:
        DetectionError: The data file is damaged.
    """
    import numpy as np

    anchors, owners = _anchors(framework, codes)
    table = np.zeros((len(vectors), len(framework.objectives)))
    there = sorted(set(owners))
    if len(there) < 2:
        return [[float(v) for v in row] for row in table]
    near = vectors @ anchors.T
    belonging = np.array(owners)
    for number in there:
        own = np.sort(near[:, belonging == number], axis=1)[:, ::-1]
        table[:, number] = (own[:, 0] + own[:, :_NEAREST].mean(axis=1) + own.mean(axis=1)) / 3
    table[:, there] -= table[:, there].mean(axis=1, keepdims=True)
    # A note that is like none of them (`It is the same with us.`) is not a little more like one of them either.
    table *= np.clip((near.max(axis=1) - _UNLIKE) / (_LIKE - _UNLIKE), 0, 1)[:, None]
    return [[float(v) for v in row] for row in table]


def leaning(vectors: Vectors, framework: Framework) -> list[list[float]]:
    """Which objectives a linear model that was fitted to all examples takes each note for.

    It has learnt which turns of meaning part the objectives, where `likeness` asks only what is near.

    Args:
        vectors: Of the notes.
        framework: The codebook.

    Returns:
        For each note a number for each objective in the codebook's order, against the mean of them; 0 for an objective
        that has no examples.

    Raises:
        DetectionError: The data file is damaged.
    """
    import numpy as np

    titles, weights = linear_model()
    table = np.zeros((len(vectors), len(framework.objectives)))
    known = {title: column for column, title in enumerate(titles)}
    pairs = [
        (number, known[objective.title.casefold()])
        for number, objective in enumerate(framework.objectives)
        if objective.title.casefold() in known
    ]
    if len(pairs) > 1:
        numbers, columns = map(list, zip(*pairs, strict=True))
        scores = vectors @ weights[:-1, columns] + weights[-1, columns]
        table[:, numbers] = scores - scores.mean(axis=1, keepdims=True)
    return [[float(v) for v in row] for row in table]


@lru_cache(maxsize=8)
def _anchors(framework: Framework, codes: tuple[Code, ...]) -> tuple[Vectors, tuple[int, ...]]:
    known = known_examples()
    pairs = [
        (number, sentence)
        for number, objective in enumerate(framework.objectives)
        if objective.code in codes
        for sentence in known.get(objective.title.casefold(), ())
    ]
    return vectors_of([sentence for _, sentence in pairs]), tuple(number for number, _ in pairs)


@cache
def known_examples() -> dict[str, tuple[str, ...]]:
    """The examples of each objective, by its title in small letters.

    Raises:
        DetectionError: The data file is damaged.
    """
    data = yaml.safe_load(read_text(_DATA))
    if not isinstance(data, dict) or data.get("format") != _FORMAT:
        raise DetectionError("the examples are damaged", file=_DATA.name, fix="Install chatham again")
    return {str(title).casefold(): tuple(sentences) for title, sentences in data["examples"].items()}
