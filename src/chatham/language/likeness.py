"""How near texts are to each other in what they say: by their words, by words of like meaning, and as wholes.

Five measures, each from about 0 to 1: rare words in common; every word of one text held against the word of the
other that is nearest to it (the alignment of Zhang and others, BERTScore, ICLR 2020, on word vectors); fields of
meaning in common; and the likeness of the texts' vectors, of words and of the sentence model.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chatham.language.clauses import Word
from chatham.language.concepts import fields
from chatham.language.content import EMPTY, centred, cosines, rareness, stem, vectors, weights, word_vectors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

__all__ = ["Alike", "Likeness", "likeness"]

_STRANGE = 0.45  # cosine of two words' vectors under which they have nothing to do with each other
_MOST_EMBEDDED = 300  # texts; beyond, the sentence model would take longer than all the rest
_MOST_RARE = 3.0
_LEAST_FIELDS = 1.2
_NAMES = ("NNP", "NNPS")
_NAMED = "place"  # names out: what two notes say of two towns is the same thing


@dataclass(frozen=True, slots=True)
class Alike:
    """Pairs of texts: each measure a symmetric array of shape (n, n), in which unrelated texts are near 0.

    Attributes:
        words: Cosine of their words, weighed by rarity.
        aligned: Every word held against the nearest one of the other text.
        fields: Cosine of their fields of meaning.
        vectors: Cosine of their word vectors.
        meaning: Cosine of the sentence model's vectors; zeros where it was not asked.
    """

    words: Matrix
    aligned: Matrix
    fields: Matrix
    vectors: Matrix
    meaning: Matrix


class Likeness:
    """Texts, read once, so that any of them can be held against each other."""

    def __init__(
        self,
        weighed: Sequence[dict[str, float]],
        meant: Matrix,
        vectors: Matrix,
        meaning: Matrix | None,
        of_words: Mapping[str, Matrix],
    ):
        import numpy as np

        self.with_meaning = meaning is not None
        """Whether the sentence model was asked."""
        self._weighed = weighed
        self._meant = meant
        self._vectors = vectors
        self._meaning = np.zeros((len(weighed), 1)) if meaning is None else meaning
        self._of_words = of_words

    def among(self, members: Sequence[int]) -> Alike:
        """How near each pair of some texts is, by each measure.

        Args:
            members: Their numbers.
        """
        some = [self._weighed[at] for at in members]
        vectors, meaning = (whole[members] @ whole[members].T for whole in (self._vectors, self._meaning))
        return Alike(
            words=cosines(some),
            aligned=self._aligned(some),
            fields=self._meant[members] @ self._meant[members].T,
            vectors=vectors,
            meaning=meaning,
        )

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
    return Likeness(
        weights(documents),
        _field_vectors(documents),
        vectors(documents, model=model),
        _meanings(documents) if len(documents) <= _MOST_EMBEDDED else None,
        word_vectors(documents, model=model),
    )


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
