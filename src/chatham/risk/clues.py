"""What an anonymised note still says of its speaker: phrases that narrow the list, told from what is said of a topic.

`Tonga adopted a law` is about Tonga; `in my country, Tonga` is about whoever speaks. A clue needs somebody who says it
of herself (`I`, `we`, `my`, `our`, or the participant whom the note puts in the third person) and something that
narrows: a country, a place, a kind of organisation, a pronoun, a post, years of service, being the only or the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from chatham.people.fold import fold_text
from chatham.people.words import is_frequent
from chatham.risk.patterns import PATTERNS, TELLING_BODY, ClueKind, gender_pattern
from chatham.risk.roll import Roll, akin, category_words

__all__ = ["Clue", "ClueKind", "Constraint", "clues"]


_WHY = {
    ClueKind.COUNTRY: "says which country the speaker is from",
    ClueKind.PLACE: "says which place the speaker is from or works in",
    ClueKind.BODY: "says what kind of organisation the speaker belongs to",
    ClueKind.GENDER: "says whether the speaker is a man or a woman",
    ClueKind.ROLE: "says which part the speaker had in the meeting",
    ClueKind.SERVICE: "says how long the speaker has done what",
    ClueKind.UNIQUE: "says that the speaker is the only one, the first, or the founder",
    ClueKind.EVENT: "tells of something that the speaker lived through, with its date",
}


@dataclass(frozen=True, slots=True)
class Constraint:
    """Of whom on the list a clue is true; what is empty does not narrow.

    Attributes:
        countries: Places in `Roll.countries`.
        categories: Ids of stakeholder categories.
        gender: `F` or `M`.
        leads: Only who facilitates.
        single: Whoever knows the room, or the career, knows the one.
    """

    countries: frozenset[int] = frozenset()
    categories: frozenset[str] = frozenset()
    gender: str = ""
    leads: bool = False
    single: bool = False

    def fits(self, roll: Roll, place: int) -> bool:
        """Whether it is true of a person, as far as the list tells.

        Args:
            roll: The list.
            place: Of the person in it.
        """
        person = roll.people[place]
        return (
            (not self.countries or roll.country[place] in self.countries)
            and (not self.categories or person.category in self.categories)
            and (not self.gender or not person.gender or person.gender[:1].upper() == self.gender)
            and (not self.leads or "facilit" in (person.role or "").casefold())
        )


@dataclass(frozen=True, slots=True)
class Clue:
    """A phrase that narrows the list.

    Attributes:
        start: First code point in the anonymised text.
        end: One past the last.
        kind: What it gives away.
        why: The reason, in words that quote nothing.
        narrows: Of whom it is true.
    """

    start: int
    end: int
    kind: ClueKind
    why: str
    narrows: Constraint = field(default_factory=Constraint)


def clues(text: str, roll: Roll) -> tuple[Clue, ...]:
    """Find what narrows the speaker in an anonymised note.

    Args:
        text: The anonymised text.
        roll: The list.

    Returns:
        In the order of the text; they may overlap where they narrow in different ways.
    """
    return tuple(sorted(_clues(text, roll), key=lambda c: (c.start, c.end, c.kind)))


def _clues(text: str, roll: Roll) -> Iterator[Clue]:
    for kind, pattern in PATTERNS:
        for found in pattern.finditer(text):
            if _quoted(text, found.start()):
                continue
            narrows = _narrows(kind, found[0], roll)
            if narrows is not None:
                yield Clue(*found.span(), kind, _WHY[kind], narrows)
    told = roll.framework.gender
    for found in gender_pattern(told).finditer(text) if told else ():
        word = (found["pronoun"] or found["noun"]).casefold()
        gender = next(w.gender for w in told if w.word == word)
        if not _quoted(text, found.start()):
            yield Clue(*found.span(), ClueKind.GENDER, _WHY[ClueKind.GENDER], Constraint(gender=gender))
    for found in TELLING_BODY.finditer(text):
        categories = _categories(found["noun"])
        if categories:
            yield Clue(*found.span(), ClueKind.BODY, _WHY[ClueKind.BODY], Constraint(categories=categories))


def _quoted(text: str, place: int) -> bool:
    """Whether somebody else is quoted here, such as a migrant whose story is told: an odd number of marks before."""
    before = text[max(0, place - 400) : place]
    told = re.search(r"\b(?:told|tells|wrote|typed|says|said)\b[^.\n]{0,60}$", before)
    return before.count('"') % 2 == 1 and not told and "participant" not in text[:place]


def _narrows(kind: ClueKind, phrase: str, roll: Roll) -> Constraint | None:
    words = fold_text(phrase).split()
    countries = frozenset(i for i, names in enumerate(roll.places) if any(akin(w, n) for w in words for n in names))
    if kind in (ClueKind.UNIQUE, ClueKind.SERVICE, ClueKind.EVENT):
        return Constraint(countries=countries, single=True)
    if kind is ClueKind.COUNTRY:
        return Constraint(countries=countries) if countries else None
    if kind is ClueKind.PLACE:
        named = any(w[:1].isupper() for w in re.findall(r"\w+", phrase)[1:])
        return Constraint(countries=countries, single=named) if countries or named else None
    if kind is ClueKind.BODY:
        categories = _categories(*(w for w in words if not is_frequent(w)))
        named = re.search(r"\s(?:in|at|on|of|near)\s+(?:the\s+)?[A-Z]", phrase) is not None
        return Constraint(categories=categories, single=named) if categories or named else None
    return Constraint(leads=True)


def _categories(*words: str) -> frozenset[str]:
    """The stakeholder categories whose people use one of the words of themselves."""
    return frozenset(category for category, own in category_words().items() if own.intersection(words))
