"""Self-descriptions that single a speaker out without a name: INDIRECT.

What a speaker says of a country or a law is content; what she says of herself gives her away: that she is the only one
of her kind in the room, how long she has held which post, where her own house stands. A self-description needs a
subject (`I`, `we`, `my`, `our`, or somebody in the room) and something that narrows it: uniqueness, the room itself,
years of service, an own place, a first. A general form takes its place where the sentence stays true with it; where
none does, the phrase is marked for review.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.phrases import is_phrase
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.clauses import Clauses, Found, clause_end, like, place_end
from chatham.anonymise.recognisers.own_lives import lives
from chatham.anonymise.recognisers.room_people import people_described
from chatham.anonymise.recognisers.self_cues import (
    AT_BODY,
    BE,
    BODIES,
    CREDIT,
    DEMONYM_ONE,
    DO,
    FIRST_TO_SAY,
    FOR_YEARS,
    HER_BODY,
    IN_MEETING,
    LIFE,
    MAIN,
    MEETING_POST,
    MEETING_VERB,
    MY,
    NARROW_PLACE,
    NOT_A_PERSON,
    OFFICE_NOUN,
    ONLY,
    OUR_BODY,
    OUR_ONE,
    OWN_SET_OFF,
    PLACES,
    POST,
    ROLE_OF_OFFICE,
    ROOM_ONE,
    SET_OFF,
    SINCE,
    SOMEBODY,
    SOMEBODY_BEFORE,
    THEY_LEAD,
    UNIQUE,
    WISH,
    YEARS,
)
from chatham.anonymise.recognisers.self_evidence import TRADE, narrowness
from chatham.anonymise.recognisers.self_openers import openers
from chatham.anonymise.recognisers.self_wording import worded
from chatham.language.pipeline import Doc
from chatham.model.private import Kind

__all__ = ["Indirect", "self_descriptions"]

_FEELS = re.compile(
    r"\bbeen\s+(?:worried|concerned|interested|thinking|wondering|asking|saying|waiting|hoping|looking|trying|talking|discussing)\b"
)
_SOMEBODY_WHY = "somebody in the room, by place"


class Indirect(MentionRecogniser):
    """Finds self-descriptions and proposes a general form for each."""

    kinds = (Kind.INDIRECT,)

    def mentions(self, note: NoteContext) -> Iterator[Mention]:
        """The self-descriptions of a note; who is named anyway is left to the name's own edit."""
        names = frozenset(m.end for m in note.found if m.kind is Kind.PERSON)
        for mention in self_descriptions(note.around.text, note.around.doc, names):
            if mention.why != _SOMEBODY_WHY or not note.covered(mention.start, mention.end):
                yield mention


def self_descriptions(text: str, doc: Doc | None = None, names: frozenset[int] = frozenset()) -> Iterator[Mention]:
    """The self-descriptions of a text, sorted and disjoint.

    Args:
        text: The raw text.
        doc: What the language model made of it: its tags tell where a clause ends.
        names: Where names of people end, as far as known.
    """
    clauses = Clauses.of(text, doc, names)
    kept = [*_set_off(clauses, names), *openers(clauses)]
    openings = [k for k in kept if k.why != "an own place"]
    for rule in (people_described, _mains, _in_the_room, _own_bodies, lives):
        for found in rule(clauses):
            inside = [k for k in kept if found.start < k.end and k.start < found.end]
            if not any(k in openings for k in inside) and all(
                found.start <= k.start and k.end <= found.end and k.end - k.start < found.end - found.start
                for k in inside
            ):
                kept = [k for k in kept if k not in inside] + [found]
    kept = [f for f in kept if not is_phrase(text[f.start : f.end])]
    for f in sorted((worded(clauses, f) for f in kept), key=lambda f: f.start):
        yield Mention(f.start, f.end, Kind.INDIRECT, Role.MENTIONED, frozenset(), "Indirect", f.score, f.why, f.phrase)


def _mains(c: Clauses) -> Iterator[Found]:
    """`I am the X who`, `We run the only Y in Z`, `I sailed nineteen years as W`, `My office stands beside V`."""
    for m in c.openings(FOR_YEARS):
        who = "I" if m["who"].casefold() == "i" else "we"
        end = clause_end(c, m.start("who"))
        if is_narrow(c.text[m.end() : end]):
            yield Found(
                m.start(), end, like(c.text[m.start()], f"{who} speak from experience"), 0.75, "years of service"
            )
    for m in c.openings(THEY_LEAD):
        end = clause_end(c, m.start("who"))
        phrase = f"{m['who'].casefold()} speaks from experience"
        yield Found(m.start(), end, like(c.text[m.start()], phrase), 0.7, "an own post")
    for m in c.openings(MAIN):
        who = m["who"].casefold()
        after = m.end("who")
        end = clause_end(c, m.start())
        body = c.text[after:end]
        if not body.strip() or FIRST_TO_SAY.search(body):
            continue
        found: str | None = None
        unique = UNIQUE.search(body)
        if who in ("i", "we"):
            if WISH.match(c.text, m.end()):
                continue
            at_body = AT_BODY.match(c.text, m.end())
            begins = at_body.end() if at_body else m.end()
            be = BE.match(c.text, at_body.end() if at_body else after)
            says_as = re.match(rf"\s+say\s+(?:it|this|that)\s+as\s+(?:the|an?)\s+(?:{ONLY})\b", body, re.IGNORECASE)
            meeting = be and MEETING_POST.match(c.text, be.end())
            if (be and POST.match(c.text, be.end()) and not meeting) or says_as:
                found = "what one is"
            elif DO.match(c.text, begins) and unique:
                found = "the only or the first of its kind"
            elif LIFE.match(c.text, begins) and _life(body, who) and not _FEELS.search(body):
                found = "an own life"
            elif (
                who == "i"
                and re.match(
                    r"\s+(?:have\s+)?(?:chaired|headed|led|founded|argued|drafted|edited|directed|presided)\b", body
                )
                and re.search(r"\bthe\s+(?:\w+\s+){0,4}[A-Z]", body)
            ):
                found = "what one did"
            elif DO.match(c.text, begins) and re.search(
                rf"\b(?:my|our)\s+(?:own\s+)?(?:[\w-]+\s+)?(?:{PLACES})\b", body
            ):
                found = "an own place"
            phrase = f"{'I' if who == 'i' else 'we'} speak from experience"
            if re.match(r"\s+(?:sit|work|live|walk|sail|fish)\s+with\b", body, re.IGNORECASE):
                phrase = f"{'I' if who == 'i' else 'we'} work with people there"
        elif who in ("ours", "mine"):
            if re.match(r"\s+(?:is|was|are)\s+", body) and unique:
                found = "the only or the first of its kind"
            phrase = f"{'our' if who == 'ours' else 'my'} organization works on this"
        else:
            noun = re.match(
                rf"\s+(?:own\s+)?(?P<noun>{BODIES}|number|name|house|home|family|father|mother|village|desk"
                r"|window)\s+",
                body,
                re.IGNORECASE,
            )
            verb = noun and re.match(r"(?:is|was|stands|lies|sits|has|overlooks|faces|looks)\b", body[noun.end() :])
            if not noun or not verb:
                continue
            where = NARROW_PLACE.search(body[noun.end() :])
            if noun["noun"].casefold() == "number" and re.search(r"\bthe\s+one\b|\bon\s+(?:the|that|every)\b", body):
                found = "an own number"
            elif (
                where
                and verb[0] in ("stands", "lies", "sits", "overlooks", "faces", "looks", "is", "was")
                and not unique
            ):
                found = "an own place"
            elif unique and where:
                found = "the only or the first of its kind"
            elif where and MY.search(body[noun.end() :]):
                found = "an own place"
            if re.fullmatch(
                r"organi[sz]ation|association|ngo|network|foundation|group|union|agency|company|collective",
                noun["noun"],
                re.IGNORECASE,
            ):
                phrase = f"{who} organization works on this"
            else:
                phrase = (
                    "I work nearby"
                    if who == "my" and found == "an own place"
                    else f"{'I' if who == 'my' else 'we'} speak from experience"
                )
        if found:
            yield Found(m.start(), end, like(c.text[m.start()], phrase), 0.8, found)


def _in_the_room(c: Clauses) -> Iterator[Found]:
    """`the only X in this group`, `the walk-in from Y`, `the professor from the Z university`."""
    for m in SOMEBODY.finditer(c.text):
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


def _own_bodies(c: Clauses) -> Iterator[Found]:
    """`our shelter in X`, `my union, the only one in Y,`, `her municipality`."""
    for m in OWN_SET_OFF.finditer(c.text):
        yield Found(
            m.start(),
            m.end(),
            like(c.text[m.start()], f"{m['who'].casefold()} organization"),
            0.8,
            "an own organisation",
        )
    for m in OUR_BODY.finditer(c.text):
        end = place_end(c, m.end(), nouns_only=True)
        body_noun = m["house"] or re.fullmatch(rf"{BODIES}|hall|chapel|hostel|refuge", m["noun"], re.IGNORECASE)
        whose = m["who"].split()[0].casefold()
        phrase = f"{whose} organization" if body_noun else f"{whose} area"
        if not body_noun and not re.search(r"\b(?:in|at|on)\s+$", c.text[: m.start()]):
            phrase = f"{whose} community"
        yield Found(m.start(), end, like(c.text[m.start()], phrase), 0.75, "an own organisation, by place")
    for m in HER_BODY.finditer(c.text):
        yield Found(
            m.start(),
            m.end(),
            like(c.text[m.start()], f"{m['who'].casefold()} organization"),
            0.6,
            "an own public body",
        )


def is_narrow(body: str) -> bool:
    return bool(NARROW_PLACE.search(body) or UNIQUE.search(body) or ROLE_OF_OFFICE.search(body) or MY.search(body))


def _life(body: str, who: str) -> bool:
    """Whether a clause tells of a life or of years of service, and not of a piece of work done."""
    own = MY.search(body)
    since = SINCE.search(body)
    place = NARROW_PLACE.search(body)
    if (
        who == "i"
        and place
        and re.match(
            r"\s+(?:grew\s+up|come\s+from|was\s+(?:born|detained|deported|trafficked|arrested|raised)|fled)\b",
            body,
            re.IGNORECASE,
        )
    ):
        return True
    if who == "i":
        return bool(
            (
                since
                and (own or place or re.search(rf"\bas\s+(?:an?\s+|the\s+)?(?:{TRADE})\b|{YEARS}|since", body, re.I))
            )
            or (own and place)
        )
    return bool(own and (since or place))
