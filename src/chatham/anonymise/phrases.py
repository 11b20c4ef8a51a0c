"""The closed vocabulary of what may stand instead of a name.

Recognisers pass over it, so that a second pass changes nothing, and a roster entry equal to one of its phrases is
refused. Whoever adds a phrase adds it here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from chatham.language import grammar

__all__ = [
    "COLLEAGUE",
    "CONTACT",
    "FILE",
    "INDIRECT",
    "NAME",
    "ORGANIZATION",
    "PARTICIPANT",
    "PERSON",
    "PERSON_NOUNS",
    "Noun",
    "described",
    "is_phrase",
    "phrase_spans",
    "went_through",
]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase without its article, in both numbers.

    Attributes:
        one: `participant`.
        many: `participants`.
        again: What it is called from the second time on: `participant`.
    """

    one: str
    many: str
    again: str = ""

    def a(self) -> str:
        """`a participant`."""
        return f"{grammar.article(self.one)} {self.one}"

    @property
    def again_one(self) -> str:
        """What one is called from the second time on."""
        return self.again or self.one

    def the(self) -> str:
        """`the participant`."""
        return f"the {self.again_one}"

    def another(self) -> str:
        """`another participant`."""
        return f"another {self.one}"

    def the_other(self) -> str:
        """`the other participant`."""
        return f"the other {self.again_one}"

    def several(self, number: int, *, other: bool = False, known: bool = False) -> str:
        """`two participants`, `two other participants`, `the two participants`."""
        return " ".join(
            part
            for part in ("the" if known else "", grammar.count(number), "other" if other else "", self.many)
            if part
        )


PARTICIPANT = Noun("participant", "participants")
PERSON = Noun("person", "people")
ORGANIZATION = Noun("participating organization", "participating organizations", "organization")
CONTACT = "[contact details]"
FILE = "[file]"
NAME = "[name]"
COLLEAGUE = "colleague"

# What stands for a person: such a noun may go with the name, or stay when the name goes.
PERSON_NOUNS = frozenset(
    """
    activist advocate assistant boy brother bosun bride captain carer caseworker chair chairman chairperson chairwoman
    chaplain client coordinator colleague commissioner comrade contact co-chair co-facilitator co-moderator convener
    convenor counsellor counterpart cousin daughter delegate deputy director doctor driver elder employee expert
    facilitator farmer father fellow fisher fisherman fisherwoman founder friend gentleman girl grandfather grandmother
    guest guy headman host husband imam intern interpreter journalist judge lady lawyer leader man manager member
    migrant minister moderator mother neighbour neighbor nephew niece note-taker nun nurse officer official organiser
    organizer panellist panelist para-legal paralegal participant pastor patient person player presenter president
    priest principal professor psychologist rapporteur refugee rep reporter representative researcher resident
    returnee scholar seafarer secretary sister social-worker son speaker spokesperson spokesman spokeswoman staffer
    student supervisor survivor teacher teenager translator treasurer uncle aunt victim villager volunteer widow
    widower wife witness woman worker youth partner predecessor successor boss intervenor discussant
    """.split()
)

# General forms of a self-description, by their shape.
INDIRECT = (
    "as a participant",
    "as a participating organization",
    "speaking as a participant",
    "i speak from experience",
    "we speak from experience",
    "he speaks from experience",
    "she speaks from experience",
    "speaks from experience",
    "i work nearby",
    "i work with people there",
    "we work with people there",
    "from experience",
    "i, as a participant",
    "we participants",
    "in my experience",
    "in our experience",
    "in his experience",
    "in her experience",
    "in my work",
    "in our work",
    "in his work",
    "in her work",
    "in their work",
    "in my work i",
    "in our work we",
    "in his work he",
    "in her work she",
    "my organization works on this",
    "our organization works on this",
    "my organization",
    "our organization",
    "his organization",
    "her organization",
    "my community",
    "our community",
    "my area",
    "our area",
    "in my area",
    "in our area",
    "for the people i speak for",
    "for the people we speak for",
    "the people we work with",
)

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
_SINGULAR = r"(?:participant|participating organization|organization|person|colleague)"
_PLURAL = r"(?:participants|participating organizations|organizations|people|colleagues)"
_VOCABULARY = (
    rf"(?:an?|the|another|the\ other|other)\ {_SINGULAR}",
    rf"(?:the\ )?(?:(?:other|{_NUMBER}|{_NUMBER}\ other)\ )?{_PLURAL}",
    rf"{_SINGULAR}",
    rf"the\ (?:{'|'.join(sorted(map(re.escape, sorted(PERSON_NOUNS)), key=len, reverse=True))})",
    r"the\ (?:first|second|third|fourth|fifth|sixth)",
    r"\[(?:contact\ details|file|name)\]",
    "|".join(re.escape(p).replace("’", "['’]") for p in sorted(sorted(INDIRECT), key=len, reverse=True)),
)
_EXACT = re.compile("|".join(f"(?:{v})" for v in _VOCABULARY), re.IGNORECASE)
_INSIDE = re.compile(
    "|".join(
        (
            rf"\b(?:(?:an?|the|another|other|{_NUMBER})\ )*(?:participating\ organizations?|participants?)\b",
            r"\[(?:contact\ details|file|name)\]",
            r"@?\bcolleagues?\b",
            r"\bother\ (?:person|people|organizations?)\b",
            r"\b(?:my|our|his|her|their|its|the)\ organizations?\b",
        )
    ),
    re.IGNORECASE,
)

# General forms that are long enough for nobody to type just these words.
_SENTENCE = re.compile(rf"\b(?:{'|'.join(re.escape(p) for p in INDIRECT if p.count(' ') > 2)})\b", re.IGNORECASE)

# A part of every phrase that `_INSIDE` finds: most notes have none of them.
_HINT = re.compile(r"participa|colleague|organi|other\ pe|\[", re.IGNORECASE)


def described(phrase: str) -> Noun:
    """The noun of somebody who is called by a description that covers enough people.

    Args:
        phrase: Without its article: `participant representing trade unions`.
    """
    return PARTICIPANT if phrase == PARTICIPANT.one else Noun(phrase, PARTICIPANT.many, PARTICIPANT.one)


def is_phrase(text: str) -> bool:
    """Whether a text is, as a whole and in any case, one of the phrases that chatham itself puts in."""
    return _EXACT.fullmatch(re.sub(r"\s+", " ", text.strip().strip(".,;:"))) is not None


def phrase_spans(text: str, descriptions: Iterable[str] = ()) -> tuple[tuple[int, int], ...]:
    """Where phrases of the vocabulary stand in a text, as code point offsets: nothing in there names anybody.

    Args:
        text: Of a note.
        descriptions: What people may be called beside `participant`: such as cover enough people of this roster.
    """
    spans = [m.span() for m in _INSIDE.finditer(text)] if _HINT.search(text) else []
    if descriptions:
        spans += [m.span() for m in _pattern(frozenset(descriptions)).finditer(text)]
    return tuple(sorted(spans))


def went_through(text: str, descriptions: Iterable[str] = ()) -> bool:
    """Whether a text reads as if it had been anonymised before.

    Args:
        text: Of a note.
        descriptions: What people may be called beside `participant`.
    """
    return bool(phrase_spans(text, descriptions)) or _SENTENCE.search(text) is not None


@lru_cache(maxsize=8)
def _pattern(descriptions: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, sorted(descriptions)), key=len, reverse=True)
    return re.compile(rf"\b(?:(?:an?|the|another)\ )?(?:{'|'.join(longest_first)})\b", re.IGNORECASE)
