"""What a note does with its subject: state or demand, affirm or deny. Notes that differ here are never one point."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from chatham.language.clauses import Clause
from chatham.language.concepts import fields
from chatham.language.content import stem, terms
from chatham.language.quantities import in_words
from chatham.synthesise.person import outside_quotes
from chatham.synthesise.poles import Poles, opposed, poles

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "Particulars", "Sentence", "Stance", "contrary", "denies", "other_demand", "other_subject", "stance", "unlike",
]  # fmt: skip

_NEGATION = re.compile(
    r"\b(?:no|not|never|nobody|none|nothing|nowhere|neither|nor|without|cannot|hardly|scarcely"
    r"|fail(?:s|ed|ing)? to)\b|n['’]t\b",
    re.I,
)
_DEMAND = re.compile(
    r"\b(?:should|must|ought to|shall)\b|\bneeds? to be\b"
    r"|\b(?:participants?|organi[sz]ations?|he|she|they|we|I) (?:also |then |further |again )?(?:recommend|propos"
    r"|urg|demand|insist|request|suggest|call(?:s|ed)? (?:for|on|upon)|ask(?:s|ed)? (?:for|that|the|to|\w+ to)"
    r"|wants?|wanted)\w*",
    re.I,
)
_SHOULD = re.compile(r"\b(?:should|must|ought to|shall|may|can)(?P<not>n['’]t\b| not\b| never\b|not\b)?", re.I)
_AGAINST = re.compile(
    r"\b(?:participants?|he|she|they|I|we) (?:strongly |however )?(?:disagree|object|oppos|reject|contradict)\w*"
    r"|\b(?:do|does|did)(?: not|n['’]t) (?:agree|share|support|accept)\b|\bof another (?:opinion|view|mind)\b"
    r"|\bsaw (?:it|this|things) differently\b|\bnot (?:in favour|convinced)\b|\btook the opposite\b"
    r"|\b(?:different|opposite|contrary) view\b|\bon the contrary\b|\bI disagree\b"
    r"|\bunlike (?:the )?(?:other|previous)\b|\bagainst (?:the|this|that) (?:idea|proposal|plan)\b"
    r"|\b(?:participants?|he|she|they|I|we|is|are|am|was|were|spoke|speaks|caution(?:s|ed)?|warn(?:s|ed)?|argue[sd]?"
    r"|advise[sd]?)"
    r" (?:\w+ly )?against\b|\b(?:participants?|he|she|they|I|we)(?: says?| said)? no to\b",
    re.I,
)
_PROCEDURE = re.compile(
    r"\b(?:should|must|ought to|needs? to|has to|have to) (?:not )?(?:first )?(?:be )?(?:negotiat"
    r"|consult|discuss|debat|stud)\w*|"
    r"^(?:negotiate|consult|discuss|debate|study)\b",
    re.I,
)
# What stands before it is what is demanded something of, not who should do it.
_PASSIVE = re.compile(r"(?:should|must|ought to|shall|needs? to)(?: also| then| not| only)? (?:be|have been)\b", re.I)
_SMALL = {in_words(number): str(number) for number in range(1, 10)}
_MEASURE = re.compile(
    rf"\b(?P<number>\d[\d,.]*|{'|'.join(_SMALL)})[\s-]?"
    r"(?P<unit>hours?|days?|weeks?|months?|years?|per cent|percent|km|metres?)\b"
    r"|(?P<money>\bUSD|\bEUR|US\$|\$|€)\s?(?P<sum>\d[\d,.]*)",
    re.I,
)
_INSTRUMENT = re.compile(r"\b(?:Conventions?|Protocol|ILO|C)\s?(?:No\.?\s|Nos\.?\s)?(\d{2,3})\b")
# How verbs and adjectives that undo each other begin.
_OPPOSITES = tuple(
    (re.compile(one, re.I), re.compile(other, re.I))
    for one, other in (
        ("increas|rais|expand|extend", "reduc|decreas|lower|cut|shorten"),
        ("allow|permit|legali[sz]", "ban|prohibit|forbid|outlaw"),
        ("criminali[sz]", "decriminali[sz]"),
        ("support|welcom|favour|endors", "oppos|reject|criticis|criticiz"),
        ("open", "clos"),
        ("keep|maintain|retain|preserv", "abolish|end|repeal|scrap|remov|drop"),
        ("voluntar", "mandator|compulsor|forc"),
        ("improv|better", "worsen|worse|deteriorat"),
        ("centrali[sz]", "decentrali[sz]"),
        ("public(?!ation)|publish|disclos", "confidential|secret"),
    )
)
_WORD = re.compile(r"\w+")
_NAMES = ("NNP", "NNPS")
# Of negations, and of whom and what they deny, nothing counts as content.
_NO_CONTENT = frozenset(
    map(
        stem,
        "nobody somebody someone anybody anyone everybody everyone nothing something anything everything longer only "
        "fail fails failed failing".split(),
    )
)
_FEWEST = 3  # content words in common
_SAME_DEMAND = 0.75
_LONGEST_ACTOR = 6  # words
_SHALL = re.compile(r"\b(?:should|must|ought to|shall)\b", re.I)
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SAME_FIELDS = 0.34  # of all fields of both
_SAME = 0.6  # of the smaller sentence's content words: two sentences about the same thing


@dataclass(frozen=True, slots=True)
class Particulars:
    """What makes two demands in much the same words two demands.

    Attributes:
        measures: What is counted, and how many: `{"day": {"30"}}`.
        instruments: Numbers of conventions.
        names: Names, in small letters.
        words: Content words that are no names.
    """

    measures: Mapping[str, set[str]]
    instruments: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """What one sentence of a note says.

    Attributes:
        words: Its content words.
        denies: Whether it says no.
        forbids: Whether the first thing that should be is said not to.
        verbs: Which of the verbs and adjectives that undo others it has without these others, a bit for each; and
            which of those that are undone by them.
    """

    words: frozenset[str]
    denies: bool
    forbids: bool
    verbs: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stance:
    """What a note does.

    Attributes:
        demands: Whether most of its sentences say what should be done.
        states: Whether no sentence does.
        procedure: Whether it demands that a thing be negotiated or consulted on: another demand than the thing.
        against: Whether it sets itself against what others said.
        sentences: What each of them says.
        words: Content words of all sentences.
        asked: Content words, without names, of what is demanded: what stands after `should` or `proposed`, and before
            it where that is what something should be done to.
        particulars: What is demanded, to the letter.
        doers: Names before the first verb, in small letters.
        actors: Content words of who should do it, where only one sentence says who should do something.
        poles: What it says of what, where a word could be undone by another.
    """

    demands: bool
    states: bool
    procedure: bool
    against: bool
    sentences: tuple[Sentence, ...]
    words: frozenset[str]
    asked: frozenset[str]
    particulars: Particulars
    doers: frozenset[str]
    actors: frozenset[str]
    poles: Poles


def stance(clauses: Sequence[Clause]) -> Stance:
    """Read a note's stance.

    Args:
        clauses: Its sentences.
    """
    plain = [_said(one.text) for one in clauses]
    demanding = [
        one.kind == "order" or _DEMAND.search(text) is not None for one, text in zip(clauses, plain, strict=True)
    ]
    sentences = tuple(
        Sentence(frozenset(terms(one.words)) - _NO_CONTENT, denies(one.text), _forbids(text), _verbs(text))
        for one, text in zip(clauses, plain, strict=True)
    )
    return Stance(
        demands=2 * sum(demanding) > len(demanding),
        states=not any(demanding),
        procedure=any(demanded and _PROCEDURE.search(text) for demanded, text in zip(demanding, plain, strict=True)),
        against=any(_AGAINST.search(text) for text in plain[:2]),
        sentences=sentences,
        words=frozenset().union(*(one.words for one in sentences)),
        asked=frozenset(
            term
            for one, text, demanded in zip(clauses, plain, demanding, strict=True)
            if demanded
            for term in _asked(one, text)
        ),
        particulars=_particulars(clauses, plain),
        doers=_names_before_verb(clauses),
        actors=_actors(clauses, plain),
        poles=poles(clauses),
    )


def _said(text: str) -> str:
    """A sentence without what it quotes, but for one that is nearly all quotation."""
    rest = outside_quotes(text)
    return rest if 2 * len(rest.split()) > len(text.split()) else text


def _actors(clauses: Sequence[Clause], texts: Sequence[str]) -> frozenset[str]:
    """Content words before the one `should` there is, where who should do it is what stands there."""
    found = [(one, marker) for one, text in zip(clauses, texts, strict=True) if (marker := _SHALL.search(text))]
    if len(found) != 1 or _PASSIVE.match(found[0][1].string, found[0][1].start()):
        return frozenset()
    one, marker = found[0]
    before = [word for word in one.words if word.start < marker.start()]
    if len(before) > _LONGEST_ACTOR or any(word.tag in _FINITE or word.text in ",;:" for word in before):
        return frozenset()
    return frozenset(terms(word for word in before if word.tag not in _NAMES))


def _asked(clause: Clause, text: str) -> Iterable[str]:
    """Content words of the thing demanded."""
    marker = None if clause.kind == "order" else _DEMAND.search(text)
    start = marker.end() if marker and not _PASSIVE.match(text, marker.start()) else 0
    return terms(w for w in clause.words if w.tag not in _NAMES and w.start >= start)


def _particulars(clauses: Sequence[Clause], texts: Sequence[str]) -> Particulars:
    words = [word for one in clauses for word in one.words]
    measures: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for found in _MEASURE.finditer(text):
            unit, number = found["unit"] or found["money"], found["number"] or found["sum"]
            measures[unit.casefold().rstrip("s")].add(_SMALL.get(number.casefold(), number.strip(".,")))
    return Particulars(
        measures=dict(measures),
        instruments=frozenset(number for text in texts for number in _INSTRUMENT.findall(text)),
        names=frozenset(w.text.casefold() for w in words if w.tag in _NAMES and w.text[:1].isupper()),
        words=frozenset(terms(w for w in words if w.tag not in _NAMES)),
    )


def _other_particulars(one: Particulars, other: Particulars) -> bool:
    """Whether demands differ in a number of the same unit, in the convention, or, much alike, in whom they name."""
    first, second = one.measures, other.measures
    if any(first[unit].isdisjoint(second[unit]) for unit in first.keys() & second.keys()):
        return True
    if one.instruments and other.instruments and not one.instruments & other.instruments:
        return True
    smaller = min(len(one.words), len(other.words))
    alike = bool(smaller) and len(one.words & other.words) >= _SAME_DEMAND * smaller
    return alike and bool(one.names) and bool(other.names) and not one.names & other.names


def other_demand(one: Stance, other: Stance, *, recommended: bool = False) -> bool:
    """Whether two notes ask for different things: what they ask for has no word and no field of meaning in common.

    Where a note does not say in so many words what it asks for, all its words count. Other numbers, other conventions
    and, in nearly the same words, other names make other demands too.

    Args:
        one: A note's stance.
        other: Another's.
        recommended: Whether both are recommendations: then both ask for something, however it is put.
    """
    if not recommended and not (one.demands and other.demands):
        return False
    if _other_particulars(one.particulars, other.particulars):
        return True
    if _other_actors(one.actors, other.actors):
        return True
    first, second = (side.asked or side.words for side in (one, other))
    if first & second:
        return False
    meant, others = fields(first), fields(second)
    least = _SAME_FIELDS * len(meant | others) if one.asked and other.asked else 0
    return len(meant & others) <= least


def _other_actors(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether each demand says who should act, in words without one field of meaning in common."""
    return bool(one and other) and one.isdisjoint(other) and fields(one).isdisjoint(fields(other))


def other_subject(one: Stance, other: Stance) -> bool:
    """Whether two statements of fact begin with different names: what two States did are two facts."""
    return bool(one.doers) and bool(other.doers) and one.doers.isdisjoint(other.doers)


def _names_before_verb(clauses: Sequence[Clause]) -> frozenset[str]:
    names: set[str] = set()
    for word in clauses[0].words:
        if names and word.tag in ("VBD", "VBZ", "VBP", "MD"):
            break
        if word.tag in ("NNP", "NNPS") and word.text.casefold() not in ("participant", "a"):
            names.add(word.text.casefold())
    return frozenset(names)


def _forbids(text: str) -> bool:
    """Whether the first thing that should be is said not to."""
    return (found := _SHOULD.search(text)) is not None and found["not"] is not None


def denies(text: str) -> bool:
    """Whether a sentence has an odd number of negations."""
    return len(_NEGATION.findall(text)) % 2 == 1


def unlike(one: Stance, other: Stance, *, recommended: bool = False) -> bool:
    """Whether two notes do different things: one states and one demands, or one is against what was said.

    Args:
        one: A note's stance.
        other: Another's.
        recommended: Whether both are recommendations: then both demand, however they are put.
    """
    mixed = (one.demands and other.states) or (one.states and other.demands)
    if (mixed and not recommended) or one.against != other.against or one.procedure != other.procedure:
        return True
    return opposed(one.poles, other.poles)


def contrary(stances: Sequence[Stance]) -> NDArray[np.bool_]:
    """Which pairs of notes say yes and no, or opposite verbs, of one thing, by the words that sentences have in common.

    Args:
        stances: Of the notes, one at least.
    """
    import numpy as np

    sentences = [said for one in stances for said in one.sentences]
    place: dict[str, int] = {}
    for said in sentences:
        for word in said.words:
            place.setdefault(word, len(place))
    had = np.zeros((len(sentences), max(1, len(place))), dtype=np.float32)
    for row, said in enumerate(sentences):
        had[row, [place[word] for word in said.words]] = 1
    no = np.array([(said.denies, said.forbids) for said in sentences])
    verbs, undone = np.array([said.verbs for said in sentences]).T
    differ = (no[:, None] != no[None, :]).any(axis=2) | ((verbs[:, None] & undone[None, :]) != 0)
    found = _on_one_thing((had @ had.T).astype(np.int32)) & (differ | differ.T)
    starts = np.cumsum([0, *(len(one.sentences) for one in stances[:-1])])
    return np.asarray(np.logical_or.reduceat(np.logical_or.reduceat(found, starts, axis=0), starts, axis=1))


def _on_one_thing(shared: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Whether sentences that have so many words in common are about the same thing."""
    import numpy as np

    size = shared.diagonal()
    one, other = size[:, None], size[None, :]
    enough = (shared >= _FEWEST) & ((shared >= _SAME * one) | (shared >= _SAME * other))
    return np.asarray(enough | ((shared == one) & (shared == other)))


def _verbs(text: str) -> tuple[int, int]:
    """Which verbs and adjectives of either side a sentence has, where it has none of the other side."""
    one = other = 0
    for word in _WORD.findall(text):
        ones, others = _sides(word)
        one, other = one | ones, other | others
    return one & ~other, other & ~one


@lru_cache(maxsize=65536)  # the same words come in every note
def _sides(word: str) -> tuple[int, int]:
    """Which pairs of opposites a word is the one of, and which the other, a bit each."""
    return (
        sum(1 << at for at, (one, _) in enumerate(_OPPOSITES) if one.match(word)),
        sum(1 << at for at, (_, other) in enumerate(_OPPOSITES) if other.match(word)),
    )
