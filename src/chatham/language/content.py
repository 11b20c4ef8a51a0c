"""What texts are about: their content words, weighed by how rare they are among the texts at hand, and word vectors.

Both are cheap, so thousands of notes take seconds. The weights are Salton's: (1 + log tf) times the log of the inverse
document frequency (Salton and Buckley, Information Processing and Management 24, 1988).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from chatham.language.clauses import Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["EMPTY", "centred", "cosines", "rareness", "stem", "terms", "vectors", "weights", "word_vectors"]

_CONTENT = ("NN", "VB", "JJ")
EMPTY = frozenset(
    """
    participant participants participating organization organizations organisation organisations say said says told
    tell note noted ask asked add added explain explained report reported mention mentioned raise raised recommend
    recommended recommendation point points thing things way ways lot many much more most other others such same own
    new good first last next one two three be is are was were been being am have has had having do does did done will
    would can could may might must shall should get gets got make makes made go goes went come comes came take takes
    took give gives gave need needs needed want wants wanted know see seen put let use used today year years month
    months day days time times country countries state states government governments people person persons work
    working objective objectives migrant migrants migration region regional review
    """.split()
)
"""Words of reporting and of vague quantity: they tell nothing of what a note is about."""

_ENDINGS = (
    ("ational", "ate"), ("ization", "ize"), ("ations", "ate"), ("ation", "ate"), ("ities", "ity"),
    ("ments", ""), ("ment", ""), ("iness", "y"), ("ness", ""), ("ingly", ""), ("ings", ""), ("ing", ""), ("edly", ""),
    ("ied", "y"), ("ies", "y"), ("sses", "ss"), ("ers", ""), ("er", ""), ("ors", ""), ("or", ""), ("ed", ""),
    ("ly", ""), ("es", ""), ("s", ""), ("e", ""),
)  # fmt: skip
_SHORTEST = 4
_NAME = 0.5
_RARE = 4
_FEW = 11  # texts; among fewer, words do not count as common yet


@lru_cache(maxsize=65536)  # the same words come in every note
def stem(word: str) -> str:
    """A word without its ending, so that `detain`, `detained` and `detention` come close; only ever compared."""
    low = word.casefold().replace("isation", "ization").replace("ising", "izing").removesuffix("'s").removesuffix("’s")
    for ending, instead in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) + len(instead) >= _SHORTEST and not low.endswith("ss"):
            low = low[: -len(ending)] + instead
            break
    if len(low) > _SHORTEST and low.endswith("e"):
        low = low[:-1]
    return low


@lru_cache(maxsize=65536)
def _term(text: str, tag: str) -> str:
    """The stem of a content word; nothing for other words."""
    counts = tag[:2] in _CONTENT and len(text) > 2 and text[0].isalpha() and text.casefold() not in EMPTY
    return stem(text) if counts else ""


def terms(words: Iterable[Word]) -> Counter[str]:
    """Stems of nouns, verbs, adjectives and names, with their counts."""
    return Counter(term for word in words if (term := _term(word.text, word.tag)))


def rareness(count: int, total: int) -> float:
    """Log of the inverse document frequency, bounded for words that hardly any document has.

    Args:
        count: Documents that have it.
        total: All documents.
    """
    return max(0.0, math.log((max(total, _FEW) + 1) / (max(count, _RARE) + 0.5)))


def weights(documents: Sequence[Sequence[Word]]) -> list[dict[str, float]]:
    """The terms of each document with their weights; a document's weights have length 1.

    Names weigh half: two notes about one thing rarely speak of the same town. A term that hardly any document has
    counts as if a few had it: otherwise the words that a document shares with none would be nearly all its weight.

    Args:
        documents: Words with tags.
    """
    listed = [terms(document) for document in documents]
    names = [{stem(w.text) for w in document if w.tag in ("NNP", "NNPS")} for document in documents]
    frequency = Counter(term for counts in listed for term in counts)
    total = len(listed)
    weighed = []
    for counts, named in zip(listed, names, strict=True):
        raw = {}
        for term, count in sorted(counts.items()):
            rarity = rareness(frequency[term], total)
            raw[term] = (1 + math.log(count)) * rarity * (_NAME if term in named else 1.0)
        length = math.sqrt(sum(w * w for w in raw.values())) or 1.0
        weighed.append({term: w / length for term, w in raw.items()})
    return weighed


def cosines(weighed: Sequence[dict[str, float]]) -> NDArray[np.float64]:
    """Cosine of each pair of documents.

    Args:
        weighed: n documents, as `weights` gives them.

    Returns:
        Array of shape (n, n), from 0 to 1.
    """
    import numpy as np

    places = {term: at for at, term in enumerate(sorted({t for one in weighed for t in one}))}
    dense = np.zeros((len(weighed), max(1, len(places))))
    for row, one in enumerate(weighed):
        dense[row, [places[term] for term in one]] = list(one.values())
    return np.asarray(dense @ dense.T, dtype=np.float64)


def vectors(documents: Sequence[Sequence[Word]], *, model: str | None = None) -> NDArray[np.float64]:
    """A vector a document: its words' vectors, rare words weighing more, without what all documents share.

    Args:
        documents: Words with tags.
        model: Name of an installed spaCy model with word vectors; one without gives zeros.

    Returns:
        Array of shape (n, dimensions of the model); rows have length 1 or are zero.

    Raises:
        DetectionError: The model is missing.
    """
    import numpy as np

    from chatham.language.pipeline import DEFAULT_MODEL, pipeline

    vocabulary = pipeline(model or DEFAULT_MODEL).vocab
    kept = [[w for w in document if _term(w.text, w.tag)] for document in documents]
    frequency = Counter(stem for words in kept for stem in {w.text.casefold() for w in words})
    made = np.zeros((len(documents), max(1, vocabulary.vectors_length)))
    weighed = {
        low: max(0.0, math.log((len(documents) + 1) / (count + 0.5))) * lexeme.vector / lexeme.vector_norm
        for low, count in frequency.items()
        if (lexeme := vocabulary[low]).has_vector and lexeme.vector_norm
    }
    for row, words in enumerate(kept):
        for low in dict.fromkeys(w.text.casefold() for w in words):
            if low in weighed:
                made[row] += weighed[low]
    return centred(made)


def word_vectors(documents: Sequence[Sequence[Word]], *, model: str | None = None) -> dict[str, NDArray[np.float64]]:
    """A vector of length 1 for every stem of the documents' words, zero where the model has none.

    Args:
        documents: Words with tags.
        model: Name of an installed spaCy model with word vectors; one without gives zeros.

    Raises:
        DetectionError: The model is missing.
    """
    import numpy as np

    from chatham.language.pipeline import DEFAULT_MODEL, pipeline

    vocabulary = pipeline(model or DEFAULT_MODEL).vocab
    spellings: dict[str, str] = {}
    for low in sorted({word.text.casefold() for document in documents for word in document}, key=lambda w: (len(w), w)):
        if stem(low) not in spellings and vocabulary[low].has_vector and vocabulary[low].vector_norm:
            spellings[stem(low)] = low
    nothing = np.zeros(max(1, vocabulary.vectors_length))
    made = {stem(word.text): nothing for document in documents for word in document}
    for stemmed, low in spellings.items():
        made[stemmed] = np.asarray(vocabulary[low].vector / vocabulary[low].vector_norm, dtype=np.float64)
    return made


def centred(rows: NDArray[Any]) -> NDArray[np.float64]:
    """Rows of length 1, less most of what they have in common.

    With few rows the rest points away from each other, so that likeness is then judged with more caution.

    Args:
        rows: Shape (n, dimensions).
    """
    import numpy as np

    made = _unit(np.asarray(rows, dtype=np.float64))
    return _unit(made - _SHARED * made.mean(axis=0)) if len(made) else made


_SHARED = 0.9  # all notes of a consultation are about its subject


def _unit(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    import numpy as np

    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0), dtype=np.float64)
