"""Which words a decision is about: from the text that a reviewer sees to the raw one, and wherever else they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from chatham.model.decisions import Action
from chatham.review.decide import Reviewed
from chatham.review.redactions import Redaction, Verdict

__all__ = ["alike", "same_words", "to_raw"]


def to_raw(redactions: Sequence[Redaction], start: int, end: int) -> tuple[int, int]:
    """A span of the redacted text in the raw text; what it touches of a redaction, it takes in whole.

    Args:
        redactions: Of the note, in order.
        start: First code point in the redacted text.
        end: One past the last.
    """
    first, last = start, end
    for redaction in redactions:
        if not redaction.applies:
            continue
        begins, ends = redaction.at
        if ends <= start:
            first = start + redaction.end - ends
        elif begins <= start:
            first = redaction.start
        if begins < end:
            last = redaction.end if end <= ends else end + redaction.end - ends
    return first, last


def alike(
    notes: Iterable[Reviewed], raw: Mapping[str, str], note: str, wanted: Redaction, action: Action
) -> Iterator[tuple[str, Redaction]]:
    """The undecided redactions of the same kind on the same words, in all notes, but for the one itself.

    Args:
        notes: All of them.
        raw: Note id to its raw text.
        note: Id of the note that the redaction is in.
        wanted: The redaction.
        action: What is to be decided: a mark that says nothing yet cannot be accepted.
    """
    words = raw[note][wanted.start : wanted.end].casefold()
    for other in notes:
        for redaction in other.redactions:
            if (
                redaction.verdict is Verdict.OPEN
                and redaction.kind is wanted.kind
                and (other.id, redaction.start) != (note, wanted.start)
                and raw[other.id][redaction.start : redaction.end].casefold() == words
                and (action is not Action.ACCEPT or redaction.replacement is not None)
            ):
                yield other.id, redaction


def same_words(
    notes: Iterable[Reviewed], raw: Mapping[str, str], surface: str, *, but: tuple[str, int]
) -> Iterator[tuple[str, int]]:
    """Where words stand as words of their own in the raw texts and no redaction covers them.

    Args:
        notes: All of them.
        raw: Note id to its raw text.
        surface: The words.
        but: Note id and first code point of the place that is known already.

    Yields:
        Note id and first code point.
    """
    pattern = re.compile(rf"(?<!\w){re.escape(surface)}(?!\w)")
    for note in notes:
        for match in pattern.finditer(raw[note.id]) if note.parts else ():
            covered = any(r.start < match.end() and match.start() < r.end for r in note.redactions)
            if not covered and (note.id, match.start()) != but:
                yield note.id, match.start()
