"""Which notes come next, and how many are done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from chatham.model.framework import Code
from chatham.model.private import Kind
from chatham.review.decide import Reviewed, Status
from chatham.review.redactions import Redaction, Verdict

__all__ = ["Filters", "Progress", "progress", "select"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a note must be like; a filter that is None asks for nothing.

    Attributes:
        working_group: Its id.
        objective: One of its objectives has that code.
        review: Id of its review objective.
        kind: One of its redactions is of that kind.
        below: One of its redactions has a score under this.
        undecided: It is neither approved nor withheld.
        among: It is one of these; None is all.
    """

    working_group: str | None = None
    objective: Code | None = None
    review: str | None = None
    kind: Kind | None = None
    below: float | None = None
    undecided: bool = False
    among: frozenset[str] | None = None

    def match(self, note: Reviewed) -> bool:
        """Whether the note is asked for. One that is part of another never is."""
        if note.status is Status.MERGED or (self.undecided and note.decided):
            return False
        if self.among is not None and note.id not in self.among:
            return False
        if self.working_group is not None and note.working_group != self.working_group:
            return False
        codes = {str(code) for part in note.parts for code in part.objectives}
        if self.objective is not None and str(self.objective) not in codes:
            return False
        if self.review is not None and self.review not in {part.review for part in note.parts}:
            return False
        if self.kind is None and self.below is None:
            return True
        return any(self._match(redaction) for redaction in note.redactions)

    def _match(self, redaction: Redaction) -> bool:
        if self.kind is not None and redaction.kind is not self.kind:
            return False
        return self.below is None or (redaction.score < self.below and redaction.verdict is not Verdict.MARKED)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many notes somebody has had the last word on, of how many."""

    decided: int
    total: int

    def __str__(self) -> str:
        return f"{self.decided} of {self.total} decided"


def select(notes: Iterable[Reviewed], filters: Filters) -> tuple[Reviewed, ...]:
    """The notes asked for, in their order."""
    return tuple(note for note in notes if filters.match(note))


def progress(notes: Iterable[Reviewed]) -> Progress:
    """Of all notes but those that are part of another one or were set aside (which may still be withheld)."""
    counted = [note for note in notes if note.status not in (Status.MERGED, Status.SET_ASIDE)]
    return Progress(sum(note.decided for note in counted), len(counted))
