"""Whether a word keeps company with people or with places, by the language model's word vectors."""

from __future__ import annotations

from collections.abc import Iterable

import numpy
from numpy.typing import NDArray

from chatham.language.pipeline import Doc

__all__ = ["leaning"]

_Vector = NDArray[numpy.float32]

# Enough names and towns of many countries to say what the two sorts have in common; none of them is looked for.
_PEOPLE = (
    "John Maria Ahmed Fatima Priya Olga Carlos Amina Yuki Peter Susan Rashid Lakshmi Kofi Ingrid Miguel Aisha Ravi "
    "Elena Hassan Sofia Ivan Anita Daniel Leila Pedro Tomasz Siti Kwame Chinwe"
).split()
_PLACES = (
    "Lima Nairobi Dhaka Bangkok Warsaw Lagos Kathmandu Manila Hanoi Quito Berlin Kabul Jakarta Dakar Rabat Tunis "
    "Sydney Karachi Colombo Medan Tijuana Marseille Mombasa Herat Kandahar Penang Sabah Calais Agadez Kampala"
).split()

_directions: dict[tuple[str, str, int], _Vector | None] = {}


def leaning(doc: Doc | None, word: str) -> float:
    """How much more a word is like people's names (above 0) than like places (below 0); 0 where that is not known.

    Args:
        doc: Any document of the pipeline: its vocabulary holds the vectors.
        word: As typed.
    """
    if doc is None:
        return 0.0
    vectors = doc.vocab.vectors
    key = (doc.vocab.lang, str(vectors.name), int(vectors.n_keys))
    if key not in _directions:
        people, places = _mean(doc, _PEOPLE), _mean(doc, _PLACES)
        _directions[key] = None if people is None or places is None else people - places
    direction = _directions[key]
    vector = _vector(doc, word)
    return 0.0 if direction is None or vector is None else float(vector @ direction)


def _vector(doc: Doc, word: str) -> _Vector | None:
    for form in (word, word.capitalize(), word.lower()):
        lexeme = doc.vocab[form]
        if lexeme.has_vector:
            numbers = numpy.asarray(lexeme.vector, dtype=numpy.float32)
            length = float(numpy.sqrt(numbers @ numbers))
            if length:
                return numpy.asarray(numbers / length, dtype=numpy.float32)
    return None


def _mean(doc: Doc, words: Iterable[str]) -> _Vector | None:
    vectors = [v for v in (_vector(doc, w) for w in words) if v is not None]
    if not vectors:
        return None
    mean = numpy.mean(vectors, axis=0)
    return numpy.asarray(mean / numpy.linalg.norm(mean), dtype=numpy.float32)
