"""Clauses that may tell of their speaker: who is their subject, and where they begin and end.

`I`, `we`, `my` and `ours` are the speaker's own; `she` and `his` may be the speaker's where a note reports what was
said; a clause that leaves its subject out is a note-taker's; and others may do something to `me`. Whether such a
clause gives its speaker away is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chatham.anonymise.recognisers.clauses import Clauses, clause_begin, clause_end, relative_end
from chatham.anonymise.recognisers.own_verbs import MEETING
from chatham.anonymise.recognisers.self_cues import CLAUSE_START, NUMBER, PEOPLE

__all__ = ["OwnClause", "own_clauses", "second_verb"]

_PRONOUN = re.compile(r"(?<![\w’'-])(?P<who>I|i|[Ww]e|[Hh]e|[Ss]he|WE|HE|SHE|im|Im|ive|Ive)(?=['’\s])")
_OWNER = re.compile(
    r"(?<![\w’'-])(?P<who>[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Mm]ine|[Oo]urs|[Hh]ers|MY|OUR)(?=\s+[\w’'“\"])"
    r"(?!\s+(?:Excellency|Eminence|Honou?r|Highness|Majesty|Holiness|Grace|Lordship)\b)"
)
_BARE = re.compile(
    rf"{CLAUSE_START}(?:himself\s+|herself\s+|myself\s+|also\s+|once\s+|has\s+|had\s+)?(?P<verb>[A-Za-z][a-z]+)(?=\s)"
)
_ME = re.compile(
    r"\b(?:me|myself|mine|my(?!\s+(?:own\s+)?(?:country|view|opinion|point|question|government|organi[sz]ation|region"
    r"|concern|colleagues?|friends?|proposal|suggestion|understanding|experience|knowledge|delegation|remarks?|statement"
    r"|mind|turn|name|hope|time|work)\b))\b",
    re.IGNORECASE,
)
_TO_ME = re.compile(
    r"\b(?:told|tell|tells|ask|asked|asks|gave|give|gives|show|showed|let|help|helped|remind|reminds|reminded|allow"
    r"|forgive|excuse|correct|join|seems?|thank|thanks|for|surprises?|surprised|worries|concerns?|send|sent|write|wrote"
    r"|contact|reach|email|besides|like|with|to)\s+(?:to\s+)?me\b",
    re.IGNORECASE,
)
# What may stand before the subject of a main clause: when, where, how often.
_FRONTED = re.compile(
    rf"(?:where|while|in|at|on|from|since|for|after|before|during|as|by|with|until|once|twice|back|like|under|over|outside|inside|near|behind"
    rf"|beside|through|across|between|today|now|every|each|last|long|up|when|if|ever|only|(?:{NUMBER}|many|several|most)\s+(?:\w+\s+)?(?:years?|times|seasons|nights|days|months|weeks|winters|summers|decades)|years?"
    r"|(?:the|that)\s+(?:\w+\s+)?(?:day|night|year|week|month|winter|summer|morning)s?)\b",
    re.IGNORECASE,
)
# `the first report I ever saw`: the pronoun opens a relative clause without its `that`.
_CONTACT = re.compile(
    r"(?:^|[\s(“\"'])(?:the|an?|every|each|all|any|no|this|that|those|these)\s+(?:(?!(?:and|but|so)\b)[\w’'-]+\s+){0,3}?"
    r"(?!(?:so|but|and|because|then|that|when|where|while|if|once|days?|nights?|years?|times?|until|before|after|since|said|says"
    r"|as|of|in|on|at|with|to|for|yet|or|now|here|there)\b)[\w’'-]+\s+$",
    re.IGNORECASE,
)
_WITH_NOUN = re.compile(
    r"\b(?:the|an?|this|that|another)\s+(?:(?!(?:the|and|but|so|that|which|where)\b)[\w’'-]+\s+){1,7}?"
    r"(?:that|which|where)\s+$",
    re.IGNORECASE,
)
_NO_CLAUSE = re.compile(
    r"\b(?:what|whom|who|whose|if|whether|unless|than|did|do|does|was|were|had|have|may|can|could|should"
    r"|would|will|let|let's)\s*$",
    re.IGNORECASE,
)
_COLLEAGUE = re.compile(
    rf"\s+(?:own\s+)?(?:[\w’'-]+\s+)?(?:{PEOPLE}|volunteers?|members?|staff|teams?|photographer|driver)s?\b", re.I
)
# `His nephew having been counted as a man, he asked`.
_ABSOLUTE = re.compile(r"\s+(?:[\w’'-]+\s+){1,3}?(?:having|being|still|now|once)\s+[^,.;:()\n]{3,120}?(?=,)")
_ONE = {"mine": "my", "ours": "our", "hers": "her", "his": "her", "she": "he", "im": "i", "ive": "i"}


@dataclass(frozen=True, slots=True)
class OwnClause:
    """A clause, and whose it is.

    Attributes:
        start: First code point, with what stands before its subject.
        end: One past the last.
        subject: Where its subject begins.
        verb: Where its verb may begin: behind the subject.
        who: `i`, `we`, `he` (or she), `my`, `our`, `her` (or his), `me`, or `bare` where nobody is said.
        surface: The subject as typed, in lower case.
        relative: It is a noun with a relative clause: `the desk that I keep`.
    """

    start: int
    end: int
    subject: int
    verb: int
    who: str
    surface: str
    relative: bool = False


def own_clauses(c: Clauses) -> Iterator[OwnClause]:
    """All clauses of a note that may tell of its speaker, each subject once, in no order that matters."""
    covered: list[tuple[int, int]] = []
    for clause in (*_with_pronoun(c), *_with_owner(c), *_without_subject(c)):
        covered.append((clause.start, clause.end))
        yield clause
    done = 0
    for m in _ME.finditer(c.text):
        if m.start() < done or any(a <= m.start() < b for a, b in covered):
            continue
        start = clause_begin(c, m.start())
        end = max(clause_end(c, m.end(), goes_on_with_verb=not c.asserts(start, m.start())), m.end())
        done = end
        if c.asserts(start, end) and not _TO_ME.search(c.text, start, end):
            yield OwnClause(start, end, start, start, "me", "me")


def _with_pronoun(c: Clauses) -> Iterator[OwnClause]:
    for m in _PRONOUN.finditer(c.text):
        if _NO_CLAUSE.search(c.text[max(0, m.start() - 10) : m.start()]):
            continue
        start = clause_begin(c, m.start())
        hangs = c.text[:start].rstrip(" ")[-1:].isalnum()  # `I sailed before I sat here`: no opener
        if c.asserts(start, m.start()) or (start < m.start() and (hangs or not _FRONTED.match(c.text, start))):
            start = m.start()
        surface = m["who"].lower()
        who = _ONE.get(surface, surface)
        noun = _WITH_NOUN.search(c.text[max(0, m.start() - 90) : m.start()])
        begin = noun.start() + max(0, m.start() - 90) if noun else start
        if noun and not c.asserts(begin, m.start()):
            yield OwnClause(begin, relative_end(c, m.start()), m.start(), m.end(), who, surface, relative=True)
        if noun or (start == m.start() and _CONTACT.search(c.text[max(0, start - 60) : start])):
            continue
        end = clause_end(c, m.start())
        if end > m.end():
            yield OwnClause(start, end, m.start(), m.end(), who, surface)


def _with_owner(c: Clauses) -> Iterator[OwnClause]:
    for m in _OWNER.finditer(c.text):
        if clause_begin(c, m.start()) == m.start() and not _COLLEAGUE.match(c.text, m.end()):
            end = clause_end(c, m.end(), goes_on_with_verb=True)
            absolute = _ABSOLUTE.match(c.text, m.end())
            if absolute:
                end = absolute.end()
            if end > m.end() and (absolute or c.asserts(m.end(), end)):
                surface = m["who"].lower()
                yield OwnClause(m.start(), end, m.start(), m.end(), _ONE.get(surface, surface), surface)


def _without_subject(c: Clauses) -> Iterator[OwnClause]:
    finite = {a for a, _ in c.verbs}
    for m in c.openings(_BARE):
        if m.start("verb") in finite:
            yield OwnClause(m.start(), clause_end(c, m.start()), m.start("verb"), m.start("verb"), "bare", "bare")


_AND = re.compile(r",?\s+(?:and|but|then|&)\s+(?:(?:still|now|then|also|later|never|always|twice|once|even)\s+)?(?=\S)")
_PAUSE = re.compile(r",\s|\s(?:and|but|so|yet)\s")


def second_verb(c: Clauses, end: int) -> int:
    """Where a clause ends with the verbs that share its subject: `I sell bread there and fill in their forms`.

    Args:
        c: The note.
        end: Where the clause ends with its first verb.
    """
    stop = c.stop(end) if end < len(c.text) and c.text[end] not in ".!?" else end
    while c.doc is not None and end < stop:
        link = _AND.match(c.text, end, stop)
        token = c.doc.char_span(link.end(), link.end() + 1, alignment_mode="expand") if link else None
        if not link or not token or not token[0].tag_.startswith("VB") or token[0].lower_ in MEETING:
            break
        pause = _PAUSE.search(c.text, link.end(), stop)
        end = pause.start() if pause else len(c.text[:stop].rstrip())
    return end
