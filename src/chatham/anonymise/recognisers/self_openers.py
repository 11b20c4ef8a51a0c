"""Openers that say who is speaking before the sentence begins: `As the only X here, I`, `In fourteen years as Y I`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatham.anonymise.recognisers.clauses import Clauses, Found, like, opener_end, place_end
from chatham.anonymise.recognisers.self_cues import (
    AS,
    AS_I_AM,
    BODIES,
    CALL_US,
    HAVING,
    IN_THE_ROOM,
    NARROW_PLACE,
    ONLY,
    OWN_PLACE,
    OWN_WORK,
    ROLE_OF_OFFICE,
    SERVICE,
    SINCE,
    SPEAK_FOR,
    WHEN,
    WITH_OWN,
    YEARS,
)
from chatham.anonymise.recognisers.self_evidence import KIN, TRADE, narrowness

__all__ = ["openers"]


def openers(c: Clauses) -> Iterator[Found]:
    """`As the only X here, I`, `In fourteen years as Y I`, `Speaking as Z:`."""
    for m in c.openings(AS):
        end = opener_end(c, m.end("lead"), only=True)
        if end is None:
            continue
        body = c.text[m.end("lead") : end]
        lead = m["lead"].split()[0].casefold()
        from_place = m["lead"].casefold().split()[-1] == "from"
        if not _narrows(body, of_place=from_place) or c.asserts(m.end("lead"), end):
            continue
        follow = re.match(r",?\s*(\w+)", c.text[end : end + 24])
        who = (follow[1] if follow else "").casefold()
        if lead in ("as", "being", "having") and _of_something_else(body, follow):
            continue
        more = re.match(rf",\s+I\s+(?:am|['’]m)\s+the\s+{ONLY}\b[^,.;:\n]*", c.text[end:])
        if more:
            yield Found(m.start("lead"), end + more.end(), "I speak from experience", 0.9, "an opener about oneself")
            continue
        phrase = "as a participating organization" if who == "we" else "as a participant"
        if lead in ("speaking", "writing", "talking") and who not in ("i", "we", "he", "she", "they"):
            phrase = "speaking as a participant"
        yield Found(m.start("lead"), end, like(c.text[m.start("lead")], phrase), 0.9, "an opener about oneself")
    for m in c.openings(AS_I_AM):
        end = opener_end(c, m.end(), strict=True)
        if end:
            yield Found(m.start(), end, like(c.text[m.start()], "as a participant"), 0.9, "an opener about oneself")
    for pattern, phrase in ((SERVICE, "in {} work"), (OWN_WORK, "in {} work")):
        for m in c.openings(pattern):
            end = opener_end(c, m.end(), strict=True, own="own" in m.groupdict() and bool(m["own"]))
            groups = m.groupdict()
            if end is None or ("tie" in groups and not (groups["own"] or groups["tie"])) or c.asserts(m.end(), end):
                continue
            subject = re.match(r",?\s*(\w+)", c.text[end : end + 12])
            whose = "our" if subject and subject[1].casefold() == "we" else "my"
            if subject and subject[1].casefold() in ("he", "she", "they"):
                whose = {"he": "his", "she": "her", "they": "their"}[subject[1].casefold()]
            yield Found(m.start(), end, like(c.text[m.start()], phrase.format(whose)), 0.85, "years of service")
    for pattern in (WHEN, HAVING):
        for m in c.openings(pattern):
            end = opener_end(c, m.end(), strict=True)
            body = c.text[m.end() : end] if end else ""
            if end and (NARROW_PLACE.search(body) or ROLE_OF_OFFICE.search(body) or SINCE.search(body)):
                yield Found(m.start(), end, like(c.text[m.start()], "in my experience"), 0.75, "an own life")
    for m in c.openings(OWN_PLACE):
        end = place_end(c, m.end())
        body = c.text[m.start() : end]
        if not re.search(r"\s[A-Z]", body[1:]) and "where" not in body:
            continue
        body_noun = re.fullmatch(BODIES, m["noun"], re.IGNORECASE)
        phrase = "in our work" if body_noun else "in our area"
        if m["who"].casefold() == "my":
            phrase = phrase.replace("our", "my")
        yield Found(m.start(), end, like(c.text[m.start()], phrase), 0.8, "an own place")
    for m in c.openings(WITH_OWN):
        stop = re.search(r",|\s+(?=(?:I|we|each|every|no|nobody|there|it)\b)", c.text[m.end() : c.stop(m.end())])
        if stop and NARROW_PLACE.search(c.text[m.start() : m.end() + stop.start()]):
            phrase = f"in {m['who'].casefold()} work"
            yield Found(
                m.start(), m.end() + stop.start(), like(c.text[m.start()], phrase), 0.7, "an own team and place"
            )
    for m in c.openings(SPEAK_FOR):
        phrase = f"for the people {'I' if m['who'].casefold() == 'i' else 'we'} speak for,"
        end = m.end() - (1 if c.text[m.end() - 1] == " " else 0)
        end += 1 if c.text[end : end + 1] == "," else 0
        yield Found(m.start(), end, like(c.text[m.start()], phrase), 0.7, "whom one speaks for")
    for m in CALL_US.finditer(c.text):
        end = place_end(c, m.end())
        if "," in c.text[m.end() : end] and c.text[end : end + 1] == ",":
            end += 1
        yield Found(
            m.start(), end, like(c.text[m.start()], "the people we work with"), 0.7, "whom one works with, and where"
        )


_THING = re.compile(
    rf"(?:the|an?)\s+(?:{ONLY})\s+(?:[\w’'-]+\s+){{0,2}}?(?:country|countries|state|nation|school|cent(?:re|er)|regulator|"
    r"region|district|province|town|city|port|airport|hospital|court|law|agency|authority|ministry|register|road|ferry|"
    r"crossing|camp|newspaper|bank|line|fund|scheme|programme)\b",
    re.IGNORECASE,
)
_OTHER_SUBJECT = frozenset("the a an it its this that these those there such each every all both most some".split())


def _of_something_else(body: str, follow: re.Match[str] | None) -> bool:
    """Whether the sentence goes on about somebody or something else, so that the opener tells of that.

    `As the only country with such a law, Ethiopia was mentioned`, `As the only surveyor retired, the stamp is not to be
    had`; whoever is in the room by the words of the opener itself is meant in any case.
    """
    if follow is None or re.search(IN_THE_ROOM, body, re.IGNORECASE):
        return False
    word = follow[1]
    if word.casefold() in ("i", "we", "my", "our", "mine", "ours"):
        return False
    if word.casefold() in ("he", "she", "they"):
        return "," not in follow[0] or _THING.match(body) is not None
    return word.casefold() in _OTHER_SUBJECT or _THING.match(body) is not None


def _narrows(body: str, *, of_place: bool) -> bool:
    """Whether what follows `as` says who somebody is, and not `as a result` or `as a first step`."""
    if of_place and re.match(r"(?:the\s+)?[A-Z]", body):
        return True
    if re.search(
        r"^(?:an?\s+|the\s+)?(?:result|step|matter|whole|rule|consequence|priority|minimum|example|country"
        r"|region|follow|reminder|start)\b",
        body,
        re.IGNORECASE,
    ):
        return False
    unique = re.search(rf"\b(?:the|an?|[\w’']+['’]s?)\s+(?:{ONLY})\s+\w", body, re.IGNORECASE)
    room = re.search(IN_THE_ROOM, body, re.IGNORECASE)
    person = re.search(
        rf"\b(?:{TRADE}|{KIN}|voice|someone|somebody|one)s?\b|\bwho\b|{ROLE_OF_OFFICE.pattern}|\b(?:{BODIES})\b",
        body,
        re.IGNORECASE,
    )
    if unique and (room or person):
        return True
    if not person and not re.match(r"an?\s+[A-Z]\w+", body):
        return False
    return bool(
        room
        or (person and re.search(r"\b(?:former|retired|ex)\b|\bonce\b", body))
        or narrowness(body) >= 2
        or re.search(rf"\b{YEARS}\b|\bwho\b|\bsince\b", body, re.IGNORECASE)
        or NARROW_PLACE.search(body)
        or ROLE_OF_OFFICE.search(body)
        or re.match(r"an?\s+[A-Z][a-z]+\s", body)
    )
