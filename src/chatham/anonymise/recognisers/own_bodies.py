"""The speaker's own house, desk or people, told by where or how: `our shelter in X`, `her kitchen behind the station`.

A possessive, a noun of premises or of a body, and what narrows it down: a place, an apposition, or that it is a body
of which there is one. What a house is, the language model's word vectors know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatham.anonymise.recognisers.clauses import Clauses, Found, like, nobody_between, place_end
from chatham.anonymise.recognisers.leaning import PREMISES, leaning
from chatham.anonymise.recognisers.self_cues import (
    BODIES,
    HER_BODY,
    HOUSE,
    NUMBER,
    ONLY,
    OUR_BODY,
    OWN_SET_OFF,
    PEOPLE,
    PLACES,
)
from chatham.anonymise.recognisers.self_evidence import TRADE, narrowness
from chatham.people.words import CALENDAR

__all__ = ["own_bodies"]

_OWNED = re.compile(
    r"\b(?P<who>my|our|his|her)\s+(?:own\s+)?(?:(?!(?:is|are|was|were|has|have|had|and|or|of|in|at|on|to|that|who|which|the|an?)\b)[\w’'-]+\s+){0,3}?(?P<noun>[a-z]{3,})"
    r"(?=\s+(?:(?P<prep>in|at|on|of|near|off|outside)|(?P<by>behind|above|below|beside|by|under|opposite|across|between|next\s+to))\s|,)",
    re.IGNORECASE,
)
_SAID_OF_IT = re.compile(
    rf",\s+(?:which|where|whose|in\s+which|founded|run|kept|led|built|opened|staffed|answered|made|born|started|set\s+up|housed|paid|once|still|the\s+{ONLY}|an?"
    rf"|{NUMBER}|\d+|half|all)\s[^.;:()\n]{{4,110}}?(?P<end>,(?=\s)|(?=[.;:)\n]|$))",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:had|have|has|was|were|is|are|did|do|does|will|would|can|could)\b")
_RELATIVE = re.compile(r",\s+(?:in\s+)?wh")
_DATED = re.compile(
    rf"\s+(?:in|at|on|of)\s+(?:{'|'.join(sorted(CALENDAR))}|spring|summer|autumn|winter|\d)", re.IGNORECASE
)
_BODY = re.compile(rf"{BODIES}|{HOUSE}", re.IGNORECASE)
_PEOPLE = re.compile(rf"(?:{PEOPLE}|{TRADE}|volunteer|staff)s?", re.IGNORECASE)
_A_PLACE = re.compile(PLACES, re.IGNORECASE)
_CAPITAL_SOON = re.compile(r"\s+[\w-]+\s+(?:the\s+)?(?:[a-zß-ÿ-]+\s+){0,4}?[A-ZÀ-Þ]")
_WHERE = re.compile(r"\b(?:in|at|on)\s+$")
_HOUSED = 0.05


def own_bodies(c: Clauses) -> Iterator[Found]:
    """Own houses and bodies, with the words that tell which they are."""
    for m in OWN_SET_OFF.finditer(c.text):
        yield Found(m.start(), m.end(), _general(c, m.start(), m["who"]), 0.8, "an own organisation")
    for m in _OWNED.finditer(c.text):
        found = _owned(c, m)
        if found:
            yield found
    for m in OUR_BODY.finditer(c.text):
        whose = m["who"].split()[0].casefold()
        end = place_end(c, m.end(), nouns_only=True)
        if m["house"] or _BODY.fullmatch(m["noun"]):
            kind = "organization"
        else:
            kind = "area" if _WHERE.search(c.text[: m.start()]) else "community"
        phrase = f"{whose} {kind}"
        yield Found(m.start(), end, like(c.text[m.start()], phrase), 0.75, "an own organisation, by place")
    for m in HER_BODY.finditer(c.text):
        yield Found(m.start(), m.end(), _general(c, m.start(), m["who"]), 0.6, "an own public body")


def _owned(c: Clauses, m: re.Match[str]) -> Found | None:
    noun = m["noun"].casefold()
    if _PEOPLE.fullmatch(noun):
        return None
    if not (_BODY.fullmatch(noun) or leaning(c.doc, noun, PREMISES) > _HOUSED) or _A_PLACE.fullmatch(noun):
        return None
    if m["who"].casefold() in ("his", "her") and not nobody_between(c, m.start()):
        return None
    end, told = m.end(), False
    if (m["prep"] and not _DATED.match(c.text, m.end())) or m["by"]:
        end = place_end(c, m.end(), nouns_only=True)
        told = bool(m["by"]) or _CAPITAL_SOON.match(c.text[m.end() : end]) is not None
    said = _SAID_OF_IT.match(c.text, end)
    if said and narrowness(said[0]) >= 1 and not _says_something_else(said):
        end, told = said.end(), True
    if not told:
        return None
    return Found(m.start(), end, _general(c, m.start(), m["who"]), 0.75, "an own organisation, by place")


def _says_something_else(said: re.Match[str]) -> bool:
    """Whether it is a sentence of its own behind the comma: `in our dormitory, thirty had been held`."""
    return not _RELATIVE.match(said[0]) and _FINITE.search(said[0]) is not None


def _general(c: Clauses, start: int, who: str) -> str:
    shouted = len(who) > 1 and who.isupper()  # `in OUR town`: stress, and no beginning
    return like("" if shouted else c.text[start], f"{who.casefold()} organization")
