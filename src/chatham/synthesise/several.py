"""How notes that make the same point are said together, each thing once, and nothing put into anybody else's mouth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chatham.language.clauses import Clause
from chatham.language.content import terms
from chatham.synthesise.cleaning import Cleaned
from chatham.synthesise.following import body, strung_on
from chatham.synthesise.person import has_first_person
from chatham.synthesise.reporting import lowered
from chatham.synthesise.stance import denies
from chatham.synthesise.wording import ONE, Worded, word

__all__ = ["Source", "in_agreement", "word_group"]

_SAME = 0.8  # of the content words of the shorter sentence: it says nothing new
_FEWEST = 3
_SPEAKERS = ("One participant", "Another participant", "A third participant", "A fourth participant")
_FURTHER = "A further participant"
_LONGEST = 3
_NO_TOPIC = frozenset("other many more such same several some own first last new next participants people".split())
_DIGITS = re.compile(r"\d+")
_RECOMMENDATIONS = "recommendations"


_NO_INFINITIVE = re.compile(r"(?:please|never|do|let|always|also)\b", re.I)
_SAYS_SO = re.compile(r"^[^.]{0,60}\b(?:different|other|opposite) (?:view|opinion)\b")
_DIFFERED = re.compile(
    r"(?:(?:strongly |respectfully )?(?:disagreed|objected)(?: with respect| respectfully| strongly)?"
    r"(?: with (?:this|that|an?(?:other)? participant))?"
    r"|did not (?:agree|share"
    r" (?:this|that) view)(?: with (?:this|that|an?(?:other)? participant))?|was of another (?:opinion|view)"
    r"|held a different view)\s*[:.;,]\s+"
)


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
        if (differs or _DIFFERED.match(worded.text)) and quantifier == ONE and worded.quantified:
            text = _dissent(text, lead.clauses)
        return Worded(text, worded.quantified)
    said = [_lead(sources, review)]
    heard: set[int | None] = set()
    for source in told:
        if source.cleaned.exchange or source.cleaned.items:
            said.append(_standing(source, review))
        elif source.voice in heard and source.voice is not None:
            said += body(source.clauses, attributed=True)
        else:
            worded = word(source.cleaned, source.clauses, quantifier=ONE, review=review)
            said.append(_passive(worded, source, len(heard), len(said) - 1))
        heard.add(source.voice)
    return Worded(strung_on("", said), True)


def in_agreement(worded: Worded) -> Worded:
    """What most said alike and nobody denied, as broad agreement.

    Args:
        worded: Where it is one sentence for all, `said that ...`; anything else stays.
    """
    if not worded.quantified or not worded.text.startswith("said that "):
        return worded
    return Worded(f"were in broad agreement that {worded.text.removeprefix('said that ')}", True)


def _lead(sources: Sequence[Source], review: str) -> str:
    """What several spoke about, in words that every one of them used; none of it is a claim."""
    shared = _shared_words(sources)
    if shared:
        return f"made recommendations on {shared}." if review == _RECOMMENDATIONS else f"spoke of {shared}."
    return "made related recommendations." if review == _RECOMMENDATIONS else "made related points."


def _shared_words(sources: Sequence[Source]) -> str:
    """The longest run of adjectives and a plural noun, two words or more, that stands in every note."""
    runs = [_noun_phrases(source.clauses) for source in sources]
    common = [phrase for phrase in runs[0] if all(phrase in other for other in runs[1:])]
    return max(common, key=lambda phrase: (len(phrase.split()), len(phrase)), default="")


def _noun_phrases(clauses: Sequence[Clause]) -> list[str]:
    found: list[str] = []
    for one in clauses:
        for end, last in enumerate(one.words):
            if last.tag != "NNS" or (end + 1 < len(one.words) and one.words[end + 1].tag in ("NN", "NNS")):
                continue
            start = end
            while start and end - start < _LONGEST and one.words[start - 1].tag in ("NN", "JJ", "VBN"):
                start -= 1
            words = [w.text.casefold() for w in one.words[start : end + 1]]
            found += [" ".join(words[at:]) for at in range(len(words) - 1) if words[at].isalpha()]
    return [phrase for phrase in found if not set(phrase.split()) & _NO_TOPIC]


def _passive(worded: Worded, source: Source, others: int, place: int) -> str:
    """`said that ...` with nobody named: the count before it is not for this sentence."""
    if not worded.quantified:
        return worded.text
    if has_first_person(source.clauses[0].text):  # `their aunt` needs somebody whose aunt she is
        return f"{_speaker(others)} {worded.text}"
    for verb in ("said", "reported"):
        if "he participant" in worded.text:  # somebody of whom more is told has to be there first
            break
        if worded.text.startswith(f"{verb} that "):
            how = verb if not place else ("added" if place % 2 else f"also {verb}")
            return f"It was {how} that {worded.text.removeprefix(f'{verb} that ')}"
    order = re.match(r"recommended the following: (?=[a-zA-Z])", worded.text)
    if order and source.clauses[0].kind == "order" and not _NO_INFINITIVE.match(worded.text, order.end()):
        what = worded.text[order.end() :]
        return f"It was {'also ' if place else ''}recommended to {what[:1].lower()}{what[1:]}"
    following = re.match(r"(recommended|raised|reported|shared) the following: ", worded.text)
    if following:
        also = "also " if place else ""
        return f"The following was {also}{following[1]}: {worded.text[following.end() :]}"
    return f"{_speaker(others)} {worded.text}"


def _speaker(others: int) -> str:
    return _SPEAKERS[others] if others < len(_SPEAKERS) else _FURTHER


def _dissent(text: str, clauses: Sequence[Clause]) -> str:
    """A different view; what the note says of the difference itself is said by these words."""
    opening = _DIFFERED.match(text)
    if opening and len(text) > opening.end():
        rest = text[opening.end() :]
        own = next((one for one in clauses if rest.startswith(one.text)), None)
        if own is not None:
            return f"held a different view: {lowered(rest, own)}"
        return (
            f"held a different view: {rest[:1].lower() + rest[1:] if rest[1:2].islower() or rest[1:2] == ' ' else rest}"
        )
    if _SAYS_SO.search(text):
        return text
    return f"held a different view and {text}"


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
        cleaned = replace(source.cleaned, sentences=tuple(sentences))
        kept.append(Source(cleaned, clauses, source.voice))
        said += clauses
    return kept


def _repeats(one: Clause, other: Clause) -> bool:
    """Whether a sentence says nothing that the other has not: same words, no number of its own, the same yes or no."""
    words, others = frozenset(terms(one.words)), frozenset(terms(other.words))
    if len(words) < _FEWEST or len(words & others) < _SAME * len(words):
        return False
    return denies(one.text) == denies(other.text) and set(_DIGITS.findall(one.text)) <= set(_DIGITS.findall(other.text))
