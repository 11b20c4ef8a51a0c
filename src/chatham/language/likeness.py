"""How near texts are to each other in what they say: by their words, by words of like meaning, and as wholes.

Measures, each from about 0 to 1: rare words in common; every word of one text held against the word of the other that
is nearest to it (the alignment of Zhang and others, BERTScore, ICLR 2020, on word vectors); fields of meaning in
common; the likeness of the texts' vectors, of words and of the sentence model; and every sentence of one text held
against the nearest sentence of the other.
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
        meaning: Cosine of the sentence model's vectors, rare words counting for more and names for nothing; zeros
            where it was not asked.
        wholes: Cosine of its vectors of the texts as they stand; zeros where it was not asked.
        sentences: Every sentence held against the nearest one of the other text; zeros where it was not asked.
    """

    words: Matrix
    aligned: Matrix
    fields: Matrix
    vectors: Matrix
    meaning: Matrix
    wholes: Matrix
    sentences: Matrix


@dataclass(frozen=True, slots=True)
class _Meant:
    """What the sentence model told of each text: two rows a text, and the rows of its sentences."""

    meaning: Matrix
    wholes: Matrix
    sentences: tuple[Matrix, ...]


class Likeness:
    """Texts, read once, so that any of them can be held against each other."""

    def __init__(
        self,
        weighed: Sequence[dict[str, float]],
        meant: Matrix,
        vectors: Matrix,
        said: _Meant | None,
        of_words: Mapping[str, Matrix],
    ):
        self.with_meaning = said is not None
        """Whether the sentence model was asked."""
        self._weighed = weighed
        self._meant = meant
        self._vectors = vectors
        self._said = said
        self._of_words = of_words

    def among(self, members: Sequence[int]) -> Alike:
        """How near each pair of some texts is, by each measure.

        Args:
            members: Their numbers.
        """
        import numpy as np

        some = [self._weighed[at] for at in members]
        nothing = np.zeros((len(some), len(some)))
        said = self._said
        return Alike(
            words=cosines(some),
            aligned=self._aligned(some),
            fields=self._meant[members] @ self._meant[members].T,
            vectors=self._vectors[members] @ self._vectors[members].T,
            meaning=nothing if said is None else said.meaning[members] @ said.meaning[members].T,
            wholes=nothing if said is None else said.wholes[members] @ said.wholes[members].T,
            sentences=nothing if said is None else _best([said.sentences[at] for at in members]),
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
        best = np.zeros((len(some), len(terms)))
        for row, one in enumerate(some):
            here = [place[term] for term in one]
            if here:
                squares[row, here] = [weight * weight for weight in one.values()]
                best[row] = like[here].max(axis=0)  # rows of a symmetric array lie together
        found = squares @ best.T
        return np.asarray((found + found.T) / 2, dtype=np.float64)


def likeness(
    documents: Sequence[Sequence[Word]], sentences: Sequence[Sequence[str]], *, model: str | None = None
) -> Likeness:
    """Read texts, to hold them against each other.

    Args:
        documents: Words with tags.
        sentences: The same texts in sentences, at least one each.
        model: Name of an installed spaCy model; the default one by default.

    Raises:
        DetectionError: A language model is missing.
    """
    return Likeness(
        weights(documents),
        _field_vectors(documents),
        vectors(documents, model=model),
        _said(documents, sentences) if 0 < len(documents) <= _MOST_EMBEDDED else None,
        word_vectors(documents, model=model),
    )


def _best(texts: Sequence[Matrix]) -> Matrix:
    """Each sentence's likeness to the nearest sentence of another text: the mean of both directions."""
    import numpy as np

    starts = np.cumsum([0, *(len(one) for one in texts[:-1])])
    rows = np.vstack(texts)
    nearest = np.maximum.reduceat(rows @ rows.T, starts, axis=1)
    found = np.add.reduceat(nearest, starts, axis=0) / np.array([[len(one)] for one in texts])
    return np.asarray((found + found.T) / 2, dtype=np.float64)


def _said(documents: Sequence[Sequence[Word]], sentences: Sequence[Sequence[str]]) -> _Meant:
    import numpy as np

    from chatham.language.embedding import embedder

    wholes, parts = embedder().with_sentences(sentences)
    rows = centred(np.vstack(parts))
    ends = np.cumsum([len(one) for one in parts]).tolist()
    return _Meant(
        _meanings(documents),
        centred(wholes),
        tuple(rows[end - len(one) : end] for one, end in zip(parts, ends, strict=True)),
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
