"""Which objectives the ordinary words of a note speak for: how often each word stands in what is said about them.

The keywords of the codebook are chosen words; these are all the others, each of which says little.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from chatham.model.framework import Framework
from chatham.tag.examples import known_examples
from chatham.tag.lexicon import stem

__all__ = ["wording"]

_SMALL = frozenset(
    "the and for from with was were been its this that these those they them their his she her our you not nobody who "
    "what which when where how there has have had does did will would can could should must may but than then one two "
    "all any some every each more most many much only also still own same other about into out over after before "
    "because are".split()
)
_DOUBT = 1.5
"""Sayings of the general rate that each objective is taken to have besides its own."""


def wording(texts: Sequence[str], framework: Framework) -> list[list[float]]:
    """How much likelier the words of each text are in what is said about each objective.

    What is said are the written examples, the title and the keywords.

    Args:
        texts: Notes.
        framework: The codebook.

    Returns:
        For each text a number for each objective in the codebook's order, against the mean of them: the sum of the
        words' logarithms over the square root of their number, as neighbouring words say much the same.

    Raises:
        DetectionError: The examples are damaged.
    """
    known = _lexicon(framework)
    nothing = [0.0] * len(framework.objectives)
    result = []
    for text in texts:
        found = [known[word] for word in sorted(_words(text)) if word in known]
        scale = math.sqrt(len(found))
        result.append([sum(column) / scale for column in zip(*found, strict=True)] if found else list(nothing))
    return result


@lru_cache(maxsize=8)
def _lexicon(framework: Framework) -> dict[str, tuple[float, ...]]:
    """For each word, for each objective, the logarithm of its rate among what is said about it, against the mean."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    sizes = []
    for number, objective in enumerate(framework.objectives):
        said = (*known_examples().get(objective.title.casefold(), ()), *objective.keywords, objective.title)
        sizes.append(len(said))
        for one in said:
            for word in _words(one):
                counts[word][number] += 1
    result = {}
    for word, count in counts.items():
        general = count.total() / sum(sizes)
        logs = [math.log((count[n] + _DOUBT * general) / (size + _DOUBT)) for n, size in enumerate(sizes)]
        mean = sum(logs) / len(logs)
        result[word] = tuple(value - mean for value in logs)
    return result


def _words(text: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[^\W\d_]{3,}", text.casefold()) if word not in _SMALL}
