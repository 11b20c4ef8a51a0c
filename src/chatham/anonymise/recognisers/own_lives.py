"""Clauses in which a speaker tells of her own life: those that the model takes to give her away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from chatham.anonymise.phrases import INDIRECT
from chatham.anonymise.recognisers.clauses import Clauses, Found, clause_begin, clause_end, quoted
from chatham.anonymise.recognisers.own_clauses import OwnClause, own_clauses, second_verb
from chatham.anonymise.recognisers.own_model import likelihood
from chatham.anonymise.recognisers.own_signs import signs
from chatham.anonymise.recognisers.self_cues import CLAUSE_START, IN_THE_ROOM
from chatham.anonymise.recognisers.self_evidence import narrowness

__all__ = ["judged", "lives", "nobody_else", "told"]

LIKELY = 0.65
LIKELY_OF_HER = 0.75
"""`He` and `she` may be somebody who was spoken of."""
ALONE = 0.5
"""Where the clause says that there is no other."""
LIKELY_TO_ME = 0.9
"""What others did to one is often told for its own sake."""
BESIDE = 0.45
"""What it has to be for a clause right beside one that gives the speaker away."""
SURE = 0.85
DONE_TO_ME = 0.2
"""What it has to be right beside one that is surer than that, where others do something to the speaker."""
FURTHER = 0.15
"""How much surer the model has to be of a second clause: who tells of herself all the time tells less each time."""
_TOUCHING = 8
_OURS = re.compile(
    rf"{CLAUSE_START}(?:{'|'.join(map(re.escape, (p for p in INDIRECT if p.startswith(('as ', 'speaking as ')))))})\b",
    re.IGNORECASE,
)
_THE_ONLY = re.compile(r"\bthe\s+(?:only|sole)\s", re.IGNORECASE)
_IT_WAS_I = re.compile(r"\bit\s+was\s+(?:I|me|we|my|our)\b[^.;:,\n]{0,40}?\b(?:who|that|on|in|at)\s", re.IGNORECASE)
_NOBODY_ELSE = re.compile(
    r"\b(?:(?:nobody|no\s+one|none|not\s+one)\b[^.;:,\n]{0,40}?\b(?:but|except|besides|apart\s+from|other\s+than)\s+(?:me|us"
    r"|myself)|(?:nobody|no\s+one|no-one|none|not\s+one)\s+(?:else|other)|no\s+other\s+\w+|none\s+of\s+you"
    r"|(?:everyone|everybody|all)\s+else|only\s+i|i\s+alone)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|asked|spoke|wanted|agreed|disagreed|objected|raised|mentioned|commented|voted|supported)\b"
)


def judged(c: Clauses, taken: Sequence[Found]) -> Iterator[OwnClause]:
    """The clauses that the model is asked about: without the openers that are taken out of them.

    Args:
        c: The note.
        taken: What has been found in it so far.
    """
    for clause in own_clauses(c):
        for found in taken:
            if found.start <= clause.start + 2 and clause.start < found.end <= clause.subject:
                clause = replace(clause, start=clause.subject)
        yield clause


def lives(
    c: Clauses, taken: Sequence[Found] = (), likely: Callable[[Sequence[float]], float] = likelihood
) -> Iterator[Found]:
    """What a speaker tells of her own life, the most telling first.

    Args:
        c: The note; nothing is found in one that no model has read.
        taken: What has been found in it so far.
        likely: The model.
    """
    if c.doc is None:
        return
    # what stands where a self-description was counts as one: else the rest of its sentence would be judged anew
    taken = [*taken, *(Found(m.start(), m.end(), m[0], 1.0, "ours") for m in c.openings(_OURS))]
    clauses = sorted(
        ((likely(signs(c, c.doc, clause)), clause) for clause in judged(c, taken)),
        key=lambda scored: (-scored[0], scored[1].start),
    )
    kept: list[tuple[float, OwnClause]] = []
    for score, clause in clauses:
        beside = [sure for sure, k in kept if clause.start < k.end + _TOUCHING and k.start < clause.end + _TOUCHING]
        others = kept or any(t.end <= clause.start or clause.end <= t.start for t in taken)
        if clause.who not in ("i", "we", "he", "bare") and any(
            t.start <= clause.start < t.end or clause.start <= t.start < clause.start + _TOUCHING for t in taken
        ):
            continue
        if beside:
            enough = DONE_TO_ME if clause.who == "me" and max(beside) > SURE else BESIDE
        else:
            enough = _enough(c, clause) + (FURTHER if others else 0)
        if score > enough:
            kept.append((score, clause))
            yield Found(clause.start, second_verb(c, clause.end), _general(clause), round(score, 2), "an own life")


def _enough(c: Clauses, clause: OwnClause) -> float:
    if clause.who == "me":
        return LIKELY_TO_ME
    if clause.who == "he":
        return LIKELY_OF_HER
    return ALONE if _THE_ONLY.search(c.text, clause.subject, clause.end) else LIKELY


def _general(clause: OwnClause) -> str:
    if clause.relative:
        whose = {"i": "my", "we": "our", "he": "his", "she": "her"}.get(clause.surface, "my")
        return f"{whose} organization"
    match clause.surface:
        case "ours" | "mine" | "hers":
            return (
                f"{clause.surface.removesuffix('s') if clause.surface != 'mine' else 'my'} organization works on this"
            )
        case "bare":
            return "speaks from experience"
        case "he" | "she" | "his" | "her":
            return f"{'he' if clause.surface in ('he', 'his') else 'she'} speaks from experience"
        case "we" | "our":
            return "we speak from experience"
    return "I speak from experience"


def nobody_else(c: Clauses) -> Iterator[Found]:
    """`Nobody else in this meeting has to vote for a budget`."""
    for m in _NOBODY_ELSE.finditer(c.text):
        start = clause_begin(c, m.start())
        end = clause_end(c, m.end(), goes_on_with_verb=True)
        if (
            start == m.start()
            and re.search(IN_THE_ROOM, c.text[m.start() : end], re.IGNORECASE)
            and not _SAID.search(c.text[m.end() : end])
        ):
            yield Found(start, end, "I speak from experience", 0.75, "what nobody else there has")


def told(c: Clauses) -> Iterator[Found]:
    """`It was I who opened the gate`."""
    for m in _IT_WAS_I.finditer(c.text):
        end = clause_end(c, m.start())
        if not quoted(c, m.start()) and narrowness(c.text[m.start() : end]) >= 1:
            yield Found(m.start(), end, "I speak from experience", 0.65, "what one did")
