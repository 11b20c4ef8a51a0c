"""Self-descriptions that single a speaker out without a name: INDIRECT.

What a speaker says of a country or a law is content; what she says of herself gives her away: that she is the only one
of her kind in the room, how long she has held which post, where her own house stands. A self-description needs a
subject (`I`, `we`, `my`, `our`, or somebody in the room) and something that narrows it: uniqueness, the room itself,
years of service, an own place, a first. A general form takes its place where the sentence stays true with it; where
none does, the phrase is marked for review.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.phrases import is_phrase, phrase_spans
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.clauses import Clauses, Found, like
from chatham.anonymise.recognisers.own_bodies import own_bodies
from chatham.anonymise.recognisers.own_lives import lives, nobody_else, told
from chatham.anonymise.recognisers.own_model import likelihood
from chatham.anonymise.recognisers.room_people import people_described
from chatham.anonymise.recognisers.room_places import people_by_place
from chatham.anonymise.recognisers.self_cues import (
    CREDIT,
    DEMONYM_ONE,
    IN_MEETING,
    MEETING_VERB,
    NARROW_PLACE,
    NOT_A_PERSON,
    OFFICE_NOUN,
    ONLY,
    OUR_ONE,
    ROLE_OF_OFFICE,
    ROOM_ONE,
    SET_OFF,
    SOMEBODY,
    SOMEBODY_BEFORE,
)
from chatham.anonymise.recognisers.self_evidence import TRADE, narrowness
from chatham.anonymise.recognisers.self_openers import openers
from chatham.anonymise.recognisers.self_wording import worded
from chatham.language.pipeline import Doc
from chatham.model.private import Kind

__all__ = ["Indirect", "self_descriptions"]

_JOINT = re.compile(r"[\s,;–—-]*(?:\b(?:and|but|so|then|yet)\b)?\s*", re.IGNORECASE)
_SOMEBODY_WHY = "somebody in the room, by place"


class Indirect(MentionRecogniser):
    """Finds self-descriptions and proposes a general form for each."""

    kinds = (Kind.INDIRECT,)

    def mentions(self, note: NoteContext) -> Iterator[Mention]:
        """The self-descriptions of a note; who is named anyway is left to the name's own edit."""
        people = [m for m in note.found if m.kind is Kind.PERSON]
        outsiders = frozenset(
            m.end for m in people if m.role is Role.MENTIONED and not any(isinstance(key, int) for key in m.who)
        )
        names = frozenset(m.end for m in people) - outsiders
        for mention in self_descriptions(note.around.text, note.around.doc, names, outsiders):
            if mention.why != _SOMEBODY_WHY or not note.covered(mention.start, mention.end):
                yield mention


def self_descriptions(
    text: str,
    doc: Doc | None = None,
    names: frozenset[int] = frozenset(),
    outsiders: frozenset[int] = frozenset(),
    likely: Callable[[Sequence[float]], float] = likelihood,
) -> Iterator[Mention]:
    """The self-descriptions of a text, sorted and disjoint.

    Args:
        text: The raw text.
        doc: What the language model made of it: its tags tell where a clause ends.
        names: Where names of people end who may be speaking, as far as known.
        outsiders: Where names of others end.
        likely: How likely a clause with such signs gives its speaker away.
    """
    clauses = Clauses.of(text, doc, names, outsiders)
    opened = (*_set_off(clauses, names), *openers(clauses))
    kept = list(opened)
    for rule in (people_described, people_by_place, _in_the_room, own_bodies, nobody_else, told):
        kept = _with(kept, rule(clauses), opened)
    kept = _with(kept, lives(clauses, tuple(kept), likely), opened)
    kept = [f for f in kept if not _of_our_making(text[f.start : f.end])]
    for f in _said_once(text, sorted((worded(clauses, f) for f in kept), key=lambda f: f.start)):
        yield Mention(f.start, f.end, Kind.INDIRECT, Role.MENTIONED, frozenset(), "Indirect", f.score, f.why, f.phrase)


def _of_our_making(raw: str) -> bool:
    """Whether it is a phrase that chatham puts in, or holds several: `the participant from the participant`."""
    return is_phrase(raw) or len(phrase_spans(raw)) > 1


def _said_once(text: str, found: Iterable[Found]) -> list[Found]:
    """Two that would read the same, with nothing but `and` between them, as one."""
    once: list[Found] = []
    for f in found:
        last = once[-1] if once else None
        if last and _reads_alike(last.phrase, f.phrase) and _JOINT.fullmatch(text, last.end, f.start):
            once[-1] = replace(last, end=f.end, score=max(last.score, f.score))
            continue
        once.append(f)
    return once


def _reads_alike(one: str | None, other: str | None) -> bool:
    return bool(one and other) and str(one).casefold() == str(other).casefold()


def _with(kept: list[Found], more: Iterable[Found], opened: tuple[Found, ...]) -> list[Found]:
    """What is kept when more is found: the wider of two, but for openers, which end where the clause begins."""
    for found in more:
        inside = [k for k in kept if found.start < k.end and k.start < found.end]
        if all(
            (k not in opened or k.why == "an own place")
            and found.start <= k.start
            and k.end <= found.end
            and k.end - k.start < found.end - found.start
            for k in inside
        ):
            kept = [k for k in kept if k not in inside] + [found]
    return kept


def _in_the_room(c: Clauses) -> Iterator[Found]:
    """`the only X in this group`, `the walk-in from Y`, `the professor from the Z university`."""
    for m in SOMEBODY.finditer(c.text):
        if m["noun"].casefold() == "participant" and m["of"].split()[0].casefold() == "in":
            continue  # what a name became, before what was said: `the participant in Kenya`
        meeting = m["noun"].casefold() in IN_MEETING
        says = MEETING_VERB.match(c.text, m.end())
        credited = CREDIT.search(c.text[max(0, m.start() - 40) : m.start()])
        definite = not m[0].casefold().startswith(("a ", "an "))
        office = OFFICE_NOUN.fullmatch(m["noun"]) is not None and m["of"].split()[0] != "from"
        former = bool(says) and re.search(r"\b(?:former|retired)\b", m[0]) is not None
        if (meeting and (definite or says)) or (definite and not office and (credited or says)) or former:
            end = m.end() + (1 if m["more"] and c.text[m.end() : m.end() + 1] == "," else 0)
            yield Found(m.start(), end, like(c.text[m.start()], "a participant"), 0.75, _SOMEBODY_WHY)
    for m in DEMONYM_ONE.finditer(c.text):
        yield Found(m.start(), m.end(), like(c.text[m.start()], "a participant"), 0.7, _SOMEBODY_WHY)
    for m in ROOM_ONE.finditer(c.text):
        if NOT_A_PERSON.search(m["noun"]) or c.asserts(m.start("noun"), m.end("noun")):
            continue
        if m["only"].casefold() in ("first", "last", "one", "single") and not re.search(
            rf"\b(?:{TRADE})\b|{ROLE_OF_OFFICE.pattern}|\b(?:voice|country|organi[sz]ation|company|group)\b",
            m["noun"],
            re.I,
        ):
            continue
        end = m.end() + (1 if m["more"] and c.text[m.end() : m.end() + 1] == "," else 0)
        yield Found(m.start(), end, like(c.text[m.start()], "a participant"), 0.9, "the only one in the room")
    for m in OUR_ONE.finditer(c.text):
        yield Found(
            m.start(), m.end(), like(c.text[m.start()], "another participant"), 0.75, "somebody of another group"
        )


def _set_off(c: Clauses, names: frozenset[int]) -> Iterator[Found]:
    """`one participant, the only X from Y, disagreed`: what is set off by commas goes."""
    for m in SET_OFF.finditer(c.text):
        if m.start() not in names and not SOMEBODY_BEFORE.search(c.text[max(0, m.start() - 24) : m.start()]):
            continue
        body = m[0].strip(", ")
        only = re.match(rf"(?:the|our)\s+{ONLY}\b", body, re.IGNORECASE)
        if m["bare"]:
            told = m["bare"].startswith("who")
            if (
                m["end"] == ","
                and narrowness(body) >= (2 if told else 1)
                and (told or not c.asserts(m.end("comma"), m.end(), participles=True))
            ):
                yield Found(m.start(), m.end(), "", 0.75, "set off beside somebody in the room")
            continue
        if c.asserts(m.end("comma"), m.end()) or not (only or NARROW_PLACE.search(body) or ROLE_OF_OFFICE.search(body)):
            continue
        yield Found(m.start(), m.end(), "", 0.75, "set off beside somebody in the room")
