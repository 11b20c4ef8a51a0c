"""The edits of one note: what the engine found, and what people made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from chatham.model.decisions import Action, Decision
from chatham.model.private import Finding, Kind

__all__ = ["Redaction", "Verdict", "redact"]


class Verdict(StrEnum):
    """What a person made of a redaction."""

    OPEN = "undecided"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REPLACED = "changed"
    MARKED = "added"


@dataclass(frozen=True, slots=True)
class Redaction:
    """One edit of the raw text, after the decisions about it.

    Attributes:
        start: First code point in the raw text.
        end: One past the last.
        kind: What it removes.
        replacement: What stands there instead; None: a mark for the reviewer, the words still stand.
        verdict: What a person made of it; a rejected one leaves the words as they are.
        recogniser: Which one found it; `reviewer` for an added one.
        score: How sure, from 0 to 1.
        why: The rule, or the reviewer's reason.
        at: Where it lies in the redacted text, from and to.
    """

    start: int
    end: int
    kind: Kind
    replacement: str | None
    verdict: Verdict
    recogniser: str
    score: float
    why: str
    at: tuple[int, int] = (0, 0)

    @property
    def applies(self) -> bool:
        """Whether it changes the text."""
        return self.replacement is not None and self.verdict is not Verdict.REJECTED

    @property
    def open_mark(self) -> bool:
        """Whether somebody still has to say what shall stand there."""
        return self.replacement is None and self.verdict is not Verdict.REJECTED


def redact(text: str, findings: Sequence[Finding], decisions: Iterable[Decision]) -> tuple[str, tuple[Redaction, ...]]:
    """Apply findings and decisions to a raw text.

    Decisions are taken in order, each on what the ones before it have made. A missed span that touches a redaction
    takes it in whole: words that anybody wanted gone stay gone until they are rejected. In a text that has changed, a
    decision about a redaction holds where the same words stand at the same place; a missed span is looked for
    everywhere, because it is the one whose loss would name somebody.

    Args:
        text: The raw text.
        findings: Of this note: disjoint.
        decisions: Of this note, in order; those about other things than spans are passed over.

    Returns:
        The redacted text, and the redactions in order, rejected ones included.
    """
    redactions = [_found(finding) for finding in findings]
    for decision in decisions:
        for start, end in _spans(text, decision):
            there = next((i for i, r in enumerate(redactions) if (r.start, r.end) == (start, end)), None)
            if there is not None:
                redactions[there] = _decided(redactions[there], decision)
            elif decision.action in (Action.MARK, Action.REPLACE):
                redactions = _added(redactions, start, end, decision)
    return _applied(text, redactions)


def _spans(text: str, decision: Decision) -> list[tuple[int, int]]:
    if decision.start is None or decision.end is None or decision.surface is None:
        return []
    if text[decision.start : decision.end] == decision.surface:
        return [(decision.start, decision.end)]
    if decision.action is not Action.MARK:
        return []
    words = re.escape(decision.surface)
    return [m.span() for m in re.finditer(rf"(?<!\w){words}(?!\w)", text)]


def _found(finding: Finding) -> Redaction:
    return Redaction(
        start=finding.start,
        end=finding.end,
        kind=finding.kind,
        replacement=finding.replacement,
        verdict=Verdict.OPEN,
        recogniser=finding.recogniser,
        score=finding.score,
        why=finding.why,
    )


def _decided(redaction: Redaction, decision: Decision) -> Redaction:
    if decision.action is Action.ACCEPT:
        return replace(redaction, verdict=Verdict.ACCEPTED)
    if decision.action is Action.REJECT:
        return replace(redaction, verdict=Verdict.REJECTED)
    kind = decision.kind or redaction.kind
    return replace(redaction, verdict=Verdict.REPLACED, replacement=decision.replacement, kind=kind)


def _added(redactions: Sequence[Redaction], start: int, end: int, decision: Decision) -> list[Redaction]:
    kept: list[Redaction] = []
    first, last = start, end
    for redaction in redactions:
        if redaction.end <= start or redaction.start >= end:
            kept.append(redaction)
        elif redaction.verdict is not Verdict.REJECTED:
            first, last = min(first, redaction.start), max(last, redaction.end)
    mark = Redaction(
        start=first,
        end=last,
        kind=decision.kind or Kind.INDIRECT,
        replacement=decision.replacement,
        verdict=Verdict.MARKED,
        recogniser="reviewer",
        score=1.0,
        why=decision.why or "a reviewer says so",
    )
    return [*kept, mark]


def _applied(text: str, redactions: Iterable[Redaction]) -> tuple[str, tuple[Redaction, ...]]:
    pieces: list[str] = []
    placed: list[Redaction] = []
    done = length = 0
    for redaction in sorted(redactions, key=lambda r: (r.start, r.end)):
        before = text[done : redaction.start]
        stands = (redaction.replacement or "") if redaction.applies else text[redaction.start : redaction.end]
        length += len(before)
        placed.append(replace(redaction, at=(length, length + len(stands))))
        length += len(stands)
        pieces += [before, stands]
        done = redaction.end
    pieces.append(text[done:])
    return "".join(pieces), tuple(placed)
