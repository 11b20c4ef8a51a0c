"""Whether points say what their notes say, no more and no less: checks that know nothing of how points are made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from chatham.model.public import ApprovedNote, Point, Scale
from chatham.synthesise.voices import count_voices, phrase, spoke_on

__all__ = ["Breach", "Kind", "check_faithfulness", "coverage"]

Kind = Literal["no notes", "unknown note", "number", "name", "negation", "modal", "quantifier"]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WRITTEN = re.compile(rf"\b(?:({'|'.join(_TENS)})(?:-({'|'.join(_WORDS[1:10])}))?|({'|'.join(_WORDS[2:])}))\b", re.I)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]+")
_NEGATIONS = {
    "not": r"\bnot\b|n['’]?t\b|\bcannot\b|\bcant\b",
    "cannot": r"\bcannot\b|\bcan['’]?t\b|\bcan not\b",
    "no": r"\bno\b",
    "never": r"\bnever\b",
    "nobody": r"\bnobody\b",
    "none": r"\bnone\b",
    "nothing": r"\bnothing\b",
    "without": r"\bwithout\b|\bw/",
    "neither": r"\bneither\b",
    "nor": r"\bnor\b",
}
_MODALS = {
    "should": r"\bshould|\bshl?d\b",
    "must": r"\bmust\b",
    "may": r"\bmay\b",
    "might": r"\bmight\b",
    "could": r"\bcould|\bcl?dn?t?\b",
    "would": r"\bwould|\bwl?d\b|['’]d\b",
    "will": r"\bwill\b|['’]ll\b|\bwon['’]?t\b",
    "shall": r"\bshall\b",
    "ought": r"\bought\b",
    "can": r"\bcan\b|\bcannot\b|\bcan['’]?t\b",
}
# What wording itself brings in.
_OURS = re.compile(
    r"\b(?:An?|The|One|Another) (?:participants?|further participant|\w+th|third|following)\b|\bIn reply\b"
)


@dataclass(frozen=True, slots=True)
class Breach:
    """Something in a point that its notes do not bear out; what it is stays private, where it is may be said.

    Attributes:
        point: Its id.
        kind: What is wrong.
        found: The word or number; never logged.
    """

    point: str
    kind: Kind
    found: str


def check_faithfulness(
    points: Iterable[Point], notes: Sequence[ApprovedNote], *, scale: Scale | None = None
) -> list[Breach]:
    """Hold points against their notes.

    Every number, name, negation and modal verb of a point stands in one of its notes; its quantifier is the recount.

    Args:
        points: As made.
        notes: All approved notes, with voices where known.
        scale: As the points were counted; the default one by default.

    Returns:
        Breaches; empty if all is well.
    """
    known = {note.id: note for note in notes}
    breaches: list[Breach] = []
    for point in points:
        missing = [i for i in point.notes if i not in known]
        breaches += [Breach(point.id, "unknown note", i) for i in missing]
        if missing:
            continue
        sources = [known[i] for i in point.notes]
        said, source = point.text, "\n".join(note.text for note in sources)
        breaches += [Breach(point.id, "number", n) for n in _numbers(said) - _numbers(source)]
        folded = source.casefold()
        names = _NAME.findall(_OURS.sub(" ", said))
        breaches += [Breach(point.id, "name", name) for name in names if name.casefold() not in folded]
        breaches += _lacking(point.id, "negation", _NEGATIONS, said, source)
        breaches += _lacking(point.id, "modal", _MODALS, said, source)
        recount = phrase(count_voices(sources), spoke=spoke_on(notes, sources), scale=scale)
        if point.quantifier is not None and point.quantifier != recount:
            breaches.append(Breach(point.id, "quantifier", point.quantifier))
    return breaches


def coverage(points: Iterable[Point], left_out: Iterable[str], notes: Iterable[ApprovedNote]) -> list[str]:
    """Ids of approved notes that no point rests on and that are not listed as left out.

    Args:
        points: As made.
        left_out: As listed.
        notes: All approved notes.
    """
    told = {i for point in points for i in point.notes} | set(left_out)
    return [note.id for note in notes if note.id not in told]


def _lacking(
    point: str, kind: Literal["negation", "modal"], words: Mapping[str, str], said: str, source: str
) -> list[Breach]:
    return [
        Breach(point, kind, word)
        for word, forms in words.items()
        if re.search(rf"\b{word}\b", said, re.I) and not re.search(forms, source, re.I)
    ]


def _numbers(text: str) -> set[str]:
    figures = {n.replace(",", "") for n in _NUMBER.findall(text)}
    for tens, ones, word in _WRITTEN.findall(text):
        value = _WORDS.index(word.casefold()) if word else 20 + 10 * _TENS.index(tens.casefold())
        figures.add(str(value + (_WORDS.index(ones.casefold()) if ones else 0)))
    return figures - {"1"}
