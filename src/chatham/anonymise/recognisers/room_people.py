"""Somebody in the room told by a description: `the porters' leader, herself a head-carrier for sixteen years`.

A noun phrase is such a description where its own grammar says that it is of the one who speaks or of another there:
by `herself`, by what only one of them is, by standing before the pronoun that it describes, or by what the reporter
says that they call themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatham.anonymise.recognisers.clauses import Clauses, Found
from chatham.anonymise.recognisers.self_cues import (
    BODIES,
    CLAUSE_START,
    IN_THE_ROOM,
    MEETING_VERB,
    NUMBER,
    ONLY,
    ROLE_OF_OFFICE,
)
from chatham.anonymise.recognisers.self_evidence import KIN, TRADE, narrowness

__all__ = ["people_described"]

_REFLEXIVE = r"(?:himself|herself|themselves|themself)"
_NOUN_PHRASE = (
    r"\b(?P<det>the|this|that|our|one|another|an?)\s+(?P<head>(?:(?!(?:the|our|an?|and|that|which|who)\b)[\w’'-]+\s+){0,4}?[\w’'-]+"
    r"(?:\s+(?:from|of|in|on|who)\s+(?:[\w’'-]+\s+){0,6}?[\w’'-]+)?)"
)
_PERSON_HEAD = re.compile(rf"(?:[\w’'-]+\s+){{0,4}}?(?:{TRADE}|{KIN}|one|{ONLY}|voice|[A-Z]\w+)\b", re.IGNORECASE)
_WITH_REFLEXIVE = re.compile(
    rf"{_NOUN_PHRASE}(?P<tail>,\s+(?:{_REFLEXIVE}\s|(?:also\s+|now\s+)?who\s+(?:is|was|has|had|were)\s+(?:been\s+)?{_REFLEXIVE}\s"
    rf"|(?:an?|the|one|once|now)\s[^,.;:()\n]{{0,80}}\b{_REFLEXIVE}\b)[^,.;:()\n]{{0,90}}|\s+who\s+(?:is|was|has|had|were)\s+(?:been\s+)?"
    rf"{_REFLEXIVE}\s[^,.;:()\n]{{2,60}}?)(?P<end>,|(?=[.;:)\n]|$|\s+(?:said|says|asked|asks|wanted|added|told|agreed)\b))",
    re.IGNORECASE,
)
_ONLY_ONE = re.compile(
    rf"{_NOUN_PHRASE},\s+(?:the|our)\s+{ONLY}\s+[^,.;:()\n]{{2,90}}(?P<end>,|(?=[.;:)\n]|$))",
    re.IGNORECASE,
)
_NUMBER = NUMBER + r"(?:[- ]\w+)?"
_WHO_DID = re.compile(
    rf"\b(?P<det>the|this|our)\s+(?P<head>(?:(?!(?:the|our|an?|and|that|which|who)\b)[\w’'-]+\s+){{0,3}}?(?:{TRADE}|{KIN}|{ONLY})"
    rf"(?:\s+(?:from|of|in|with)\s+(?:[a-z]+\s+)?[\w’'-]+)?),\s+(?:who|whose|born|raised|schooled|once|now|formerly|aged|still|one|twice"
    rf"|deported|herself|himself|an?|{_NUMBER}|[\w-]+ed)\s+[^,.;:()\n]{{4,100}},"
    r"|\b(?P<plain>(?:the|our|a|another|one)\s+(?:[\w’'-]+\s+)?(?:participant|speaker|delegate|member|colleague|panellist|walk-in|facilitator"
    r"|moderator|rapporteur|interpreter),?\s+(?:who|whose)\s+[^,.;:()\n]{4,80}?,?)(?=[.;:()\n]|\s+(?:said|says|asked|asks|added|wanted|told|spoke"
    r"|agreed|noted|proposed|offered|replied|nodded|laughed|disagreed|refused)\b)",
    re.IGNORECASE,
)
_MEETS = re.compile(
    rf"(?:{MEETING_VERB.pattern})|\s*(?:refused|called|wishes|joked|laughed|recalled|described|stressed|insists)\b",
    re.IGNORECASE,
)
# `We three nuns of the border house`, `I, a nurse with no papers,`: who it is, said between pronoun and verb.
_BESIDE_PRONOUN = re.compile(
    rf"{CLAUSE_START}(?:(?P<we>we)\s+(?:the\s+)?(?:{_NUMBER}|few|old|last)\s+(?P<people>[^,.;:()\n]{{3,80}}?)(?=\s+(?:have|are|were|do|did|can|ask|need|want"
    rf"|cook|keep|live|feed|work|see|know)\b)|(?P<i>I),\s+(?P<one>(?:an?|the|myself|once|now)\s[^.;:()\n]{{3,120}}?),(?=\s+[a-z]))",
    re.IGNORECASE,
)
_SELF_CALLED = re.compile(
    r"\s*,?\s+as\s+(?:s?he|they|i|we|people|everybody|everyone|the\s+\w+)\s+(?:calls?|called|puts?|describes?|named?|likes?\s+to)\b",
    re.IGNORECASE,
)
_TOLD_BY_PAST = re.compile(
    rf"{CLAUSE_START}(?:the|our)\s+(?P<head>(?:[\w’'-]+\s+){{0,2}}?(?P<noun>{TRADE}))(?P<from>\s+(?:from|of)\s+(?:[a-z]+\s+)?(?-i:[A-ZÀ-Þ])"
    r"[\w’'-]+(?:\s+(?-i:[A-ZÀ-Þ])[\w’'-]+)*)?,?\s+who\s+(?P<past>(?:was|had|has|lost|spent|came|ran|once|grew|survived|walked|crossed|served|worked)\b[^,.;:()\n]{3,90}?)"
    r"(?P<end>(?=\s*,?\s+as\s+(?:s?he|they)\s)|,(?=\s+(?:said|says|asked|now|then|wants|wanted|added|spoke|told)\b)|(?=\s+(?:said|says|asked|added|spoke|told)\b))",
    re.IGNORECASE,
)
_NOT_OF_THE_ROOM = re.compile(
    r"\b(?:minister|president|king|queen|pope|secretary-general|government|state|ministry|girls?|boys?|child(?:ren)?|victims?|clients?|employers?"
    r"|smugglers?|traffickers?|agents?|law|report|convention|protocol)\b",
    re.IGNORECASE,
)
_FRONTED = re.compile(
    rf"{CLAUSE_START}(?P<body>(?!(?:in|on|at|for|from|after|before|by|with|without|as|if|when|while|where|since|because|although|though|but|and"
    r"|so|then|yes|no|also|finally|there|it|that|this|these|those|which|who|what|once\s+(?:i|we|he|she|they|it|you|the|this|that|there)|therefore|to|under|over|during|until|my|our|your|their|his|her|its"
    r"|i|we|he|she|they|you)\b)\w[^.;:()\[\]\n“”\"]{3,220}?),\s+(?P<who>I|we|he|she|they)(?=['’\s])",
    re.IGNORECASE,
)
_PAST_FIRST = re.compile(
    r"(?:\w+self\s+|once\s+|twice\s+)*(?:born|raised|reared|brought|orphaned|widowed|deported|trained|sold|elected|ordained|exiled|expelled"
    r"|detained|jailed|arrested|displaced|trafficked)\b",
    re.IGNORECASE,
)
_PERSON_FIRST = re.compile(
    rf"(?:\w+self\s+|once\s+|twice\s+|now\s+|formerly\s+|being\s+)*(?:(?:an?|the|one)\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:{TRADE}|{KIN})\b|\w+self\b",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\bonce\b|\bby\s+(?:trade|training|birth|(?:his|her)\s+own\s+account)\b|\bformer(?:ly)?\b|\bretired\b",
    re.IGNORECASE,
)
_SAYS_ASIDE = re.compile(
    r"\s+(?:\w+ly\s+)?(?:said|says|noted|notes|added|adds|explained|argued|suggested|asked|told|insisted|stressed|thought|thinks|believes|believed"
    r"|recalled|replied|wrote|writes|wondered|continued|concluded|warned|reported)\s*(?:[,.;:!?]|$)",
    re.IGNORECASE,
)
_OWN_PAST = re.compile(
    rf"{CLAUSE_START}having\s+(?:been\s+|once\s+|also\s+|herself\s+|himself\s+|myself\s+)?\w+[^.;:()\n“”\"]{{3,200}}?,\s+(?P<who>I|we|he|she)(?=['’\s])",
    re.IGNORECASE,
)
_KEPT_HOUSE = re.compile(
    rf"\b(?P<det>the|an?)\s+(?:[\w’'-]+\s+){{0,4}}?(?P<noun>{BODIES}|hostel|refuge|hall)\b(?P<place>(?:\s+(?:in|at|on|by|near|behind|outside|of)\s+(?:the\s+)?"
    r"(?:[\w’'-]+\s+){0,3}?[\w’'-]+)?)\s*,?\s+(?:(?:which|that)\s+)?(?P<who>we|I|(?-i:[A-ZÀ-Þ])[\w’'-]+(?:\s+(?-i:[A-ZÀ-Þ])[\w’'-]+)?)\s+(?:have\s+|has\s+|had\s+)?"
    r"(?:run|runs|ran|keeps?|kept|leads?|led|heads?|headed|opened|opens|founded|built|manages?|managed|direct(?:s|ed)?|started|set\s+up|chairs?|chaired|owns?|operates?)\b"
    r"(?P<more>(?:\s+(?:open|up|going|alive|running))?(?:\s+(?:since|for|in|with)\s+[^,.;:()\n]{2,40}?(?=[,.;:()\n]|$|\s+(?:is|was|are|were|has|have|had|will|[a-z]+s)\b))?)",
    re.IGNORECASE,
)


def people_described(c: Clauses) -> Iterator[Found]:
    """Descriptions of whoever speaks, or of others in the room."""
    yield from _reflexive(c)
    yield from _who_did(c)
    yield from _beside_pronoun(c)
    yield from _by_trade(c)
    yield from _bracketed(c)
    yield from _told(c)
    yield from _fronted(c)
    yield from _houses(c)


def _reflexive(c: Clauses) -> Iterator[Found]:
    for pattern in (_WITH_REFLEXIVE, _ONLY_ONE):
        for m in pattern.finditer(c.text):
            if _NOT_OF_THE_ROOM.search(m[0]) or c.asserts(m.start(), m.end("head")):
                continue
            if not _PERSON_HEAD.match(m["head"]):
                continue
            tail = m.start("tail") if pattern is _WITH_REFLEXIVE else m.end("head")
            if not re.match(r",?\s+(?:also\s+|now\s+)?who\b", c.text[tail:]) and c.asserts(tail, m.end()):
                continue
            room = re.search(IN_THE_ROOM, m[0], re.IGNORECASE)
            if pattern is _ONLY_ONE and not (room or MEETING_VERB.match(c.text, m.end())):
                continue
            if m["det"].casefold() in ("a", "an") and not room and not MEETING_VERB.match(c.text, m.end()):
                continue
            yield Found(m.start(), m.end(), "a participant", 0.75, "somebody in the room, by their past")


def _who_did(c: Clauses) -> Iterator[Found]:
    """`The elder, who lost his house to the sea, asked`; `the speaker who came by canoe said`."""
    for m in _WHO_DID.finditer(c.text):
        if _NOT_OF_THE_ROOM.search(m[0]):
            continue
        if m["plain"]:
            if narrowness(m[0]) >= 2:
                yield Found(m.start(), m.end(), "a participant", 0.7, "somebody in the room, by their past")
        elif _MEETS.match(c.text, m.end()) and not ROLE_OF_OFFICE.search(m["head"]) and narrowness(m[0]) >= 1:
            yield Found(m.start(), m.end(), "a participant", 0.7, "somebody in the room, by their past")


def _beside_pronoun(c: Clauses) -> Iterator[Found]:
    for m in c.openings(_BESIDE_PRONOUN):
        if m["we"]:
            if re.search(rf"\b(?:{TRADE}|sister|nun|women|men|people)s?\b", m["people"], re.I) and re.search(
                r"\b(?:of|from|at|in|on)\s", m["people"]
            ):
                yield Found(m.start(), m.end(), "we participants", 0.7, "who we are, beside the pronoun")
        elif re.search(rf"\b(?:{TRADE}|{KIN})\b|\s[A-Z]", m["one"]) and not c.asserts(m.start("one"), m.end("one")):
            yield Found(m.start(), m.end(), "I, as a participant,", 0.7, "who I am, beside the pronoun")


_BY_TRADE = re.compile(
    rf"{CLAUSE_START}(?:the|our|this)\s+(?P<head>(?:(?!(?:the|our|an?|and|that|which|who)\b)[\w’'-]+\s+){{0,2}}?(?:{TRADE}|{KIN}))\s+(?:from|with|of\s+the)\s+"
    r"(?P<tail>(?:[\w’'-]+\s+){0,4}?[\w’'-]+)(?=\s+(?:said|says|asked|asks|added|adds|wanted|wants|proposed|told|recalled|insisted|agreed|disagreed|replied)\b)",
    re.IGNORECASE,
)


def _by_trade(c: Clauses) -> Iterator[Found]:
    """`The baker from the last street said`: who somebody in the room is, by trade and place."""
    for m in c.openings(_BY_TRADE):
        office = ROLE_OF_OFFICE.search(m["head"]) or re.search(
            r"\b(?:police|army|officers?|owners?|manager|director|head|chief|leader|officials?|workers?"
            r"|migrants?|participants?|speakers?|members?)\b",
            m["head"],
            re.I,
        )
        if not office and not _NOT_OF_THE_ROOM.search(m[0]) and not c.asserts(m.start(), m.end()):
            yield Found(m.start(), m.end(), "a participant", 0.65, "somebody in the room, by place")


_BRACKETED = re.compile(
    rf"\s*\((?P<body>(?:(?:an?|the|our|ex-|former)\s*)?(?:[\w’'-]+\s+){{0,2}}?(?:{TRADE}|{KIN}|born|raised|twice|once|aged)\b[^()\n]{{4,120}})\)",
    re.I,
)


def _bracketed(c: Clauses) -> Iterator[Found]:
    """`Name (mother of two of the dead)`: who somebody named is."""
    for m in _BRACKETED.finditer(c.text):
        if (
            m.start() in c.names
            and narrowness(m["body"]) >= 2
            and not c.asserts(m.start("body"), m.end("body"), participles=True)
        ):
            yield Found(m.start(), m.end(), "", 0.65, "in brackets beside somebody in the room")


def _told(c: Clauses) -> Iterator[Found]:
    for m in c.openings(_TOLD_BY_PAST):
        if _NOT_OF_THE_ROOM.search(m["head"]):
            continue
        generic = re.search(r"\b(?:man|woman|migrant|refugee|victim|worker|person)$", m["noun"], re.IGNORECASE)
        called = _SELF_CALLED.match(c.text, m.end())
        if (called or not generic) and (called or m["from"]) and narrowness(m["past"]) >= 1:
            yield Found(m.start(), m.end(), "a participant", 0.7, "somebody in the room, by their past")


def _fronted(c: Clauses) -> Iterator[Found]:
    for m in c.openings(_FRONTED):
        body, end = m["body"], m.end("body")
        if _SAYS_ASIDE.match(c.text, m.end("who")) or c.asserts(m.start(), end, participles=True):
            continue
        if _NOT_OF_THE_ROOM.search(body.split(",")[0]) or re.search(r"\b(?:ago|later|earlier|before)$", body):
            continue
        person, past = _PERSON_FIRST.match(body), _PAST_FIRST.match(body)
        definite = re.match(r"the\b", body, re.IGNORECASE) and not re.search(rf"\b{ONLY}\b", body)
        plural = m["who"].casefold() == "they" and not past
        if definite or plural:
            continue
        kin = re.match(rf"(?:twice\s+)?(?:{KIN}|{TRADE})\b", body, re.I) is not None
        narrow = narrowness(body) + kin + (1 if past or _FORMER.search(body) or re.match(r"being\b", body, re.I) else 0)
        if narrow < (1 if person or past or _FORMER.search(body) else 2):
            continue
        phrase = "as a participant" if person and not past else "from experience"
        yield Found(m.start(), end, phrase, 0.8, "a description before whom it describes")
    for m in c.openings(_OWN_PAST):
        end = m.start("who")
        end = len(c.text[:end].rstrip(", "))
        if narrowness(c.text[m.start() : end]) >= 1 or ROLE_OF_OFFICE.search(c.text[m.start() : end]):
            yield Found(m.start(), end, "from experience", 0.75, "an own life")


def _houses(c: Clauses) -> Iterator[Found]:
    """`the shelter in X which we have kept open since 2011`, `the desk at the airport that Y runs`."""
    for m in _KEPT_HOUSE.finditer(c.text):
        own = m["who"].casefold() in ("we", "i")
        place = narrowness(m["place"]) or re.search(r"\s[A-ZÀ-Þ]", m[0][len(m["det"]) + 1 :])
        since = narrowness(m["more"])
        if not ((place and own) or (since >= 2 and own) or (place and m.end("who") in c.names)):
            continue
        whose = "our" if m["who"].casefold() == "we" else ("my" if own else "an")
        phrase = f"{whose} organization" if own else "a participating organization"
        yield Found(m.start(), m.end(), phrase, 0.7, "a house that one keeps")
