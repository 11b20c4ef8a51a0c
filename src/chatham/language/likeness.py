"""How near texts are to each other in what they say: by their words, by words of like meaning, and as wholes.

Four measures, each from about 0 to 1: rare words in common; every word of one text held against the word of the
other that is nearest to it (the alignment of Zhang and others, BERTScore, ICLR 2020, on word vectors); fields of
meaning in common; and the likeness of the texts' vectors. The weights were fitted on two labelled corpora.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from chatham.language.clauses import Word
from chatham.language.concepts import fields
from chatham.language.content import EMPTY, centred, cosines, rareness, stem, vectors, weights, word_vectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

__all__ = ["Likeness", "likeness"]

_WORDS = 1.0
_ALIGNED = 0.7
_FIELDS = 0.4
_MEANING = 0.6  # of the sentence model's vectors
_VECTORS = 0.4  # of word vectors; alone where the sentence model would take too long
_STRANGE = 0.45  # cosine of two words' vectors under which they have nothing to do with each other
_MOST_EMBEDDED = 300  # texts; beyond, the sentence model would take longer than all the rest
_MOST_RARE = 3.0
_LEAST_FIELDS = 1.2
_NAMES = ("NNP", "NNPS")
_NAMED = "place"  # names out: what two notes say of two towns is the same thing


class Likeness:
    """Texts, read once, so that any of them can be held against each other."""

    def __init__(
        self,
        weighed: Sequence[dict[str, float]],
        meant: Matrix,
        wholes: Sequence[Matrix],
        of_words: Mapping[str, Matrix],
    ):
        self._weighed = weighed
        self._meant = meant
        self._wholes = wholes
        self._of_words = of_words

    def among(self, members: Sequence[int]) -> Matrix:
        """The likeness of each pair of some texts.

        Args:
            members: Their numbers.

        Returns:
            Symmetric array of shape (n, n), from about -1 to 3; unrelated texts are near 0.
        """
        import numpy as np

        if len(members) == 1:
            return np.ones((1, 1))
        some = [self._weighed[at] for at in members]
        near = _WORDS * cosines(some) + _ALIGNED * self._aligned(some)
        near += _FIELDS * self._meant[members] @ self._meant[members].T
        for whole in self._wholes:
            near += whole[members] @ whole[members].T
        return near

    def _aligned(self, some: Sequence[dict[str, float]]) -> Matrix:
        """Each term against the nearest one of the other text, weighed by the term's weight."""
        import numpy as np

        terms = sorted({term for one in some for term in one})
        if not terms:
            return np.zeros((len(some), len(some)))
        place = {term: at for at, term in enumerate(terms)}
        rows = np.array([self._of_words[term] for term in terms], dtype=np.float32)
        like = np.clip((rows @ rows.T - _STRANGE) / (1 - _STRANGE), 0.0, 1.0)
        np.fill_diagonal(like, 1.0)  # a word without a vector is still itself
        squares = np.zeros((len(some), len(terms)))
        best = np.zeros((len(terms), len(some)))
        for row, one in enumerate(some):
            here = [place[term] for term in one]
            if here:
                squares[row, here] = [weight * weight for weight in one.values()]
                best[:, row] = like[:, here].max(axis=1)
        found = squares @ best
        return np.asarray((found + found.T) / 2, dtype=np.float64)


def likeness(documents: Sequence[Sequence[Word]], *, model: str | None = None) -> Likeness:
    """Read texts, to hold them against each other.

    Args:
        documents: Words with tags.
        model: Name of an installed spaCy model; the default one by default.

    Raises:
        DetectionError: A language model is missing.
    """
    weighed = weights(documents)
    wholes = [vectors(documents, model=model)]
    if len(documents) <= _MOST_EMBEDDED:
        wholes = [_VECTORS**0.5 * wholes[0], _MEANING**0.5 * _meanings(documents)]
    return Likeness(weighed, _field_vectors(documents), wholes, word_vectors(documents, model=model))


def _meanings(documents: Sequence[Sequence[Word]]) -> Matrix:
    """The sentence model's vectors, in which rare words count for more and names and empty words for nothing."""
    from chatham.language.embedding import embedder

    texts = [" ".join(_NAMED if word.tag in _NAMES else word.text for word in document) for document in documents]
    model = embedder()
    frequency = model.frequency(texts)
    weight = {
        piece: min(_MOST_RARE, max(0.0, math.log((len(texts) + 1) / (count + 0.5))))
        for piece, count in frequency.items()
        if piece != _NAMED and piece not in EMPTY and any(c.isalpha() for c in piece) and not piece.startswith("[")
    }
    return centred(model(texts, weight=weight))


def _field_vectors(documents: Sequence[Sequence[Word]]) -> Matrix:
    """A row a text: its fields of meaning, weighed by rarity."""
    import numpy as np

    had = [fields(frozenset(stem(word.text) for word in document)) for document in documents]
    frequency = Counter(field for one in had for field in one)
    place = {field: at for at, field in enumerate(sorted(frequency))}
    made = np.zeros((len(documents), max(1, len(place))))
    for row, one in enumerate(had):
        for field in one:
            made[row, place[field]] = rareness(frequency[field], len(documents))
    return np.asarray(made / np.maximum(np.linalg.norm(made, axis=1, keepdims=True), _LEAST_FIELDS), dtype=np.float64)
