"""How notes that make the same point are said together, each thing once, and nothing put into anybody else's mouth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chatham.language.clauses import Clause
from chatham.language.content import terms
from chatham.synthesise.cleaning import Cleaned
from chatham.synthesise.stance import denies
from chatham.synthesise.wording import ONE, Worded, body, word

__all__ = ["Source", "word_group"]

_SAME = 0.8  # of the content words of the shorter sentence: it says nothing new
_FEWEST = 3
_SPEAKERS = ("One", "Another", "A third", "A fourth", "A fifth", "A sixth", "A seventh", "An eighth", "A ninth")
_FURTHER = "A further participant"
_DIGITS = re.compile(r"\d+")
_RECOMMENDATIONS = "recommendations"


@dataclass(frozen=True, slots=True)
class Source:
    """One note of a group: its sentences, read, and its speaker's number or None."""

    cleaned: Cleaned
    clauses: Sequence[Clause]
    voice: int | None


def word_group(sources: Sequence[Source], *, quantifier: str | None, review: str, differs: bool = False) -> Worded:
    """Word a group of notes.

    One note is worded by itself. Where every note has the first one's main sentence, that sentence carries the
    quantifier; otherwise the quantifier says how many spoke to the point, and each is heard.

    Args:
        sources: The notes, in the order in which they were taken.
        quantifier: What will stand before the text, or None.
        review: Id of the review objective.
        differs: Whether the group holds a view different from the one printed before it.
    """
    told = _without_repetition(sources)
    lead = told[0]
    if len(told) == 1 or quantifier is None or quantifier == ONE:
        worded = word(lead.cleaned, lead.clauses, quantifier=quantifier, review=review)
        rest = [_standing(source, review) for source in told[1:]]
        text = " ".join([worded.text, *rest])
        if differs and quantifier == ONE and worded.quantified:
            text = f"held a different view and {text}"
        return Worded(text, worded.quantified)
    similar = "similar recommendations" if review == _RECOMMENDATIONS else "similar points"
    said = [f"made {similar}."]
    heard: dict[int | None, int] = {}
    for source in told:
        if source.cleaned.exchange or (source.voice in heard and (source.voice is None or source.cleaned.items)):
            said.append(_standing(source, review))
            continue
        if source.voice in heard:
            said += body(source.clauses, attributed=True)
            continue
        heard[source.voice] = len(heard)
        who = _SPEAKERS[heard[source.voice]] if heard[source.voice] < len(_SPEAKERS) else _FURTHER
        worded = word(source.cleaned, source.clauses, quantifier=ONE, review=review)
        said.append(f"{who} {worded.text}" if worded.quantified else worded.text)
    return Worded(" ".join(said), True)


def _standing(source: Source, review: str) -> str:
    return word(source.cleaned, source.clauses, quantifier=None, review=review).text


def _without_repetition(sources: Sequence[Source]) -> list[Source]:
    """The notes without sentences that an earlier note of the group has said already."""
    kept: list[Source] = []
    said: list[Clause] = []
    for source in sources:
        sentences, clauses = [], []
        for text, one in zip(source.cleaned.sentences, source.clauses, strict=True):
            if kept and any(_repeats(one, other) for other in said):
                continue
            sentences.append(text)
            clauses.append(one)
        if not sentences:
            continue
        cleaned = Cleaned(tuple(sentences), source.cleaned.items, source.cleaned.exchange, source.cleaned.question)
        kept.append(Source(cleaned, clauses, source.voice))
        said += clauses
    return kept


def _repeats(one: Clause, other: Clause) -> bool:
    """Whether a sentence says nothing that the other has not: same words, no number of its own, the same yes or no."""
    words, others = frozenset(terms(one.words)), frozenset(terms(other.words))
    if len(words) < _FEWEST or len(words & others) < _SAME * len(words):
        return False
    return denies(one.text) == denies(other.text) and set(_DIGITS.findall(one.text)) <= set(_DIGITS.findall(other.text))
