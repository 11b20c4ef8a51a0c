"""Which of two sorts a word is more like, by the language model's word vectors: people or places, deeds or speech."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from chatham.language.pipeline import Doc

__all__ = ["DEEDS", "PEOPLE", "PREMISES", "THINGS", "Scale", "leaning"]

_Vector = NDArray[numpy.float32]


@dataclass(frozen=True, slots=True)
class Scale:
    """Two sorts of words, told by examples: enough to say what each has in common. None of them is looked for.

    Attributes:
        towards: What leans above 0.
        away: What leans below.
    """

    towards: str
    away: str


PEOPLE = Scale(
    "John Maria Ahmed Fatima Priya Olga Carlos Amina Yuki Peter Susan Rashid Lakshmi Kofi Ingrid Miguel Aisha Ravi "
    "Elena Hassan Sofia Ivan Anita Daniel Leila Pedro Tomasz Siti Kwame Chinwe",
    "Lima Nairobi Dhaka Bangkok Warsaw Lagos Kathmandu Manila Hanoi Quito Berlin Kabul Jakarta Dakar Rabat Tunis "
    "Sydney Karachi Colombo Medan Tijuana Marseille Mombasa Herat Kandahar Penang Sabah Calais Agadez Kampala",
)
"""Names of people against towns."""

DEEDS = Scale(
    "cook bury sew drive sail sell carry sweep wash paint dig sleep swim marry farm fish climb bake scrub weld stitch "
    "nurse teach flee smuggle arrest dive harvest knock feed ride sing walk born",
    "say ask call urge recommend propose suggest hope think believe agree request demand welcome thank support note "
    "repeat stress wish expect mean fear want need prefer add mention argue explain describe raise wonder suppose "
    "insist promise regret report appreciate listen conclude respond remind consider accept endorse encourage",
)
"""What one does with one's hands and life against what one does in a meeting."""

THINGS = Scale(
    "kitchen boat table hand door bread bus roof truck garden cemetery sewing floor knife coffin shoes lamp bag engine "
    "bicycle window room bed street church soup stall rope mother brother baby",
    "policy recommendation objective law convention protocol data governance cooperation implementation framework "
    "registry system mechanism strategy consultation text draft paragraph issue process agreement rights states "
    "governments countries ministry funding",
)
"""What one can touch against what one deliberates on."""

PREMISES = Scale(
    "shelter clinic school bakery workshop office hostel kitchen shop library radio station chapel laundry canteen "
    "farm harbour garage studio newspaper hotel pharmacy",
    "passport brother wage hand work fear life story money shoes contract letter question proposal phone salary "
    "husband child debt visa idea rights view",
)
"""Houses that people run against what else is one's own."""

_directions: dict[tuple[Scale, str, str, int], _Vector | None] = {}


def leaning(doc: Doc | None, word: str, scale: Scale = PEOPLE) -> float:
    """How much more a word is like one sort (above 0) than like the other (below 0); 0 where that is not known.

    Args:
        doc: Any document of the pipeline: its vocabulary holds the vectors.
        word: As typed.
        scale: The two sorts.
    """
    if doc is None:
        return 0.0
    vectors = doc.vocab.vectors
    key = (scale, doc.vocab.lang, str(vectors.name), int(vectors.n_keys))
    if key not in _directions:
        towards, away = _mean(doc, scale.towards.split()), _mean(doc, scale.away.split())
        _directions[key] = None if towards is None or away is None else towards - away
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
