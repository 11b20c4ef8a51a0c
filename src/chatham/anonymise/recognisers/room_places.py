"""Somebody in the room told by where from, what for or what once: `the Kurdish gentleman`, `the banker among us`.

Such a noun phrase is of the room where a meeting's verb follows, where words are credited to it, or where it says
itself that it is of those present; and it narrows by a people, a place, a past or an apposition.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from chatham.anonymise.recognisers.clauses import Clauses, Found, relative_end
from chatham.anonymise.recognisers.self_cues import CREDIT, MEETING_VERB, ONLY, PEOPLE
from chatham.anonymise.recognisers.self_evidence import TRADE, narrowness
from chatham.anonymise.recognisers.speech import REPORTING
from chatham.people.fold import fold_text

__all__ = ["people_by_place"]

_PERSON = re.compile(
    rf"\b(?P<det>[Tt]he|[Oo]ur|[Oo]ne)\s+(?P<before>(?:(?!(?:the|our|an?|and|that|which|who|of|from|in|for|on|at|to|is|was|are|were|by)\b)[\w’'-]+\s+){{0,3}}?)"
    rf"(?P<noun>(?:{PEOPLE}|{TRADE}|MP|senator|lady|gentleman|fellow|sir|madam|guy|friend|neighbour|compa[ñn]er[oa]|hermana|monsieur|madame|se[ñn]ora?"
    r"|colonel|general|king|prince|princess|voice|elder|youth)(?!s\b))(?=[\s,.;:)\]]|$)",
)
_NOT_IN_ROOM = re.compile(
    r"(?:girls?|boys?|child|victim|client|employer|smuggler|trafficker|agent|recruiter|migrant|refugee|worker|passenger"
    r"|prisoner|detainee|deportee|returnee|number|other|former|latter|owner|carrier|member|user|broker|sponsor|buyer|seller"
    r"|government|minister|president|secretary-general|leader|officer|official|manager|inspector|guard|investor|donor|partner"
    r"|user|sender|author|paper|letter|matter|first|last|next|holder|supplier|contractor|operator|order|border|caller|singer"
    r"|writer|reader|driver|sailor|maid|cook|mother|father|sister|brother|son|daughter|widow|wife|husband|twin|native"
    r"|rapporteur|facilitator|moderator|chair|chairperson|interpreter|note-taker|secretary|organi[sz]er|host"
    r"|people|women|men|hand|head|patient|defendant|complainant|applicant|claimant|tenant|servant|perpetrator|offender)",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\s+(?P<prep>from|of|in|at|for|with)\s+(?P<where>(?:(?:the|a|an|his|her|that)\s+)?(?:(?!(?:who|which|that|and|or|but|is|was|has|had|will|would|should"
    r"|from|said)\b)[\w’'-]+)(?:\s+(?:of\s+|de\s+|del\s+|the\s+)?(?!(?:said)\b)[A-ZÀ-Þ][\w’'-]+){0,4})"
)
_AMONG = re.compile(
    r"\s+(?:among|amongst|between)\s+(?:us|you|those\s+(?:here|present))\b|\s+(?:in|of)\s+(?:this|our|the)\s+(?:room|group|call|meeting|session)\b"
    r"|\s+(?:on|in)\s+(?:this|the|our)\s+(?:call|screen|chat|panel|line|room)\b|\s+at\s+(?:this|our|the)\s+table\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?P<comma>,)?\s+(?P<who>who|whose)\s", re.IGNORECASE)
_APPOSED = re.compile(
    rf",\s+(?:(?:the|our)\s+{ONLY}\s|an?\s|(?:him|her)self\s|born\s|raised\s|once\s|formerly\s|now\s|still\s)[^.;:()\n]{{2,90}}?(?P<end>,|(?=[.;:)\n]))",
    re.IGNORECASE,
)
_ADVERB = re.compile(
    r"\s*,?\s+(?:(?:also|then|again|later|rightly|briefly|only|first|still|now|just|\w+ly)\s+)?(?P<verb>[a-z]+)\b"
)
_GESTURES = frozenset("nodded laughed smiled sighed shrugged clapped wept cried disagreed objected refused put".split())
_LOOSE = frozenset(
    """
    give gave gives make makes made take takes took bring brings brought draw draws drew go goes went close closes
    closed open opens opened come comes came left cut begin begins began keep kept show shows showed feel feels felt
    call calls called touch touched stop stopped send sends sent read reads plan planned commit committed join joined
    jump jumped continue continues continued want wants want claim claims claimed admit admitted deny state states put
    """.split()
)
_WORDS = 6
_MODALS = frozenset({"will", "would", "should", "could", "may", "might"})
_FORMERLY = re.compile(r"\b(?:retired|former|ex-?)\b|ex-", re.IGNORECASE)
_PAST = re.compile(r"\b(?:once|used\s+to|had\s+been|was|were|has|ran|lost|came|joined|now|still|spent|grew|born)\b")


def people_by_place(c: Clauses) -> Iterator[Found]:
    """Descriptions of people in the room by their people, place, past or apposition."""
    for m in _PERSON.finditer(c.text):
        if _NOT_IN_ROOM.fullmatch(m["noun"]) or re.search(r"(?<!s)s$", m["noun"]):
            continue
        place = m.end()
        narrow = _FORMERLY.search(m["before"]) is not None
        narrow |= re.search(r"(?:^|\s)[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ](?:\s|$)", m["before"]) is not None
        among = _AMONG.match(c.text, place)
        if among:
            place = among.end()
        elif where := _PREPOSITION.match(c.text, place):
            place = max(where.end(), _until_verb(c, where))
            capital = re.search(r"\b[A-ZÀ-Þ]", where["where"]) is not None
            narrow |= capital and where["prep"] in ("from", "in", "at")
            narrow |= where["prep"] in ("from", "with") and where["where"].startswith(("the ", "a "))
        if apposed := _APPOSED.match(c.text, place):
            if not c.asserts(place + 1, apposed.end(), participles=True) and (
                among or narrow or narrowness(apposed[0]) >= 1
            ):
                narrow, place = True, apposed.end()
        elif relative := _RELATIVE.match(c.text, place):
            end = _relative_end(c, relative)
            told = c.text[relative.end() : end]
            if end and _PAST.search(told) and narrowness(told) >= 1:
                narrow, place = True, end
        credited = CREDIT.search(c.text[max(0, m.start() - 40) : m.start()]) is not None
        if (among and (m["det"].casefold() != "one" or narrow)) or (narrow and (credited or speaks(c, place))):
            yield Found(m.start(), place, "a participant", 0.7, "somebody in the room, by place")


def speaks(c: Clauses, place: int) -> bool:
    """Whether what one does in a meeting follows: `said`, `also wondered`, `will carry`, `nodded`."""
    if MEETING_VERB.match(c.text, place):
        return True
    before = c.text[place - 1 : place] == ","
    found = _ADVERB.match(c.text, place - 1 if before else place)
    if not found:
        return False
    verb = fold_text(found["verb"])
    if verb in _MODALS:
        return c.text[place : place + 8].lstrip().split(" ")[0] == verb
    return (verb in REPORTING and verb not in _LOOSE) or verb in _GESTURES


def _until_verb(c: Clauses, where: re.Match[str]) -> int:
    """Where a place ends that goes on to the next verb: `from the reception centre in the old sanatorium`; 0 if not."""
    stop = c.stop(where.end())
    verb = next((a for a, _ in c.verbs[bisect_left(c.verbs, (where.end(), 0)) :] if a < stop), 0)
    words = c.text[where.end() : verb].split()
    if (
        not verb
        or len(words) > _WORDS
        or {"who", "that", "which", "and", "where"} & set(words)
        or "," in c.text[where.end() : verb]
    ):
        return 0
    return len(c.text[:verb].rstrip())


def _relative_end(c: Clauses, relative: re.Match[str]) -> int:
    """Where a relative clause ends: at its second comma, or before the verb that it stands before; 0 if nowhere."""
    stop = c.stop(relative.end())
    if relative["comma"]:
        comma = c.text.find(",", relative.end(), stop)
        return comma + 1 if comma >= 0 else 0
    end = relative_end(c, relative.start("who"))
    return end if speaks(c, end) or c.text[end : end + 1] in (")", ":") else 0
