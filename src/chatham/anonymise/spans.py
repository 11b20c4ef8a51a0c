"""Edits of a text, and what can be done with them: a pure algebra that knows nothing of names.

A set of edits is in order when it is sorted and disjoint; `ordered` says whether it is, `merge` makes it so, and
`apply` refuses one that is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from chatham.errors import DetectionError
from chatham.model.private import Kind

__all__ = ["Edit", "apply", "merge", "ordered", "precedence", "widen"]

_RANK = {kind: rank for rank, kind in enumerate(Kind)}


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands instead of a stretch of raw text.

    Attributes:
        start: First code point.
        end: One past the last.
        kind: What the edit removes.
        replacement: What stands there instead, may be empty; None: marked for review, text unchanged.
        recogniser: Which one found it.
        score: How sure, from 0 to 1.
        why: The rule, in words that quote nothing of the note.
    """

    start: int
    end: int
    kind: Kind
    replacement: str | None
    recogniser: str = ""
    score: float = 1.0
    why: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"an edit cannot reach from {self.start} to {self.end}")

    def overlaps(self, other: Edit) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end


def precedence(kinds: Iterable[Kind]) -> Kind:
    """The kind of a merged edit: the first of PERSON, AFFILIATION, CONTACT, INDIRECT that it holds."""
    return min(kinds, key=_RANK.__getitem__)


def ordered(edits: Sequence[Edit], *, within: int | None = None) -> bool:
    """Whether the edits are sorted, disjoint and, if a length is given, inside a text of that length."""
    if within is not None and edits and edits[-1].end > within:
        return False
    return all(a.end <= b.start for a, b in pairwise(edits))


def merge(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Sort the edits and unite those that overlap.

    The united edit reaches as far as its parts, takes the kind that `precedence` says, and the wording, recogniser and
    reason of the part that weighs most: one that changes the text before one that only marks it, then the longest, then
    the one that comes first. Nothing that a part changed is left unchanged.
    """
    groups: list[list[Edit]] = []
    reach = 0
    for edit in sorted(edits, key=_order):
        if groups and edit.start < reach:
            groups[-1].append(edit)
        else:
            groups.append([edit])
        reach = max(reach, edit.end)
    return tuple(_unite(group) for group in groups)


def widen(edit: Edit, *, left: int = 0, right: int = 0, text: str) -> Edit:
    """The same edit, some code points wider, never past the ends of the text."""
    if left < 0 or right < 0:
        raise ValueError("an edit is not narrowed by widening it")
    return replace(edit, start=max(0, edit.start - left), end=min(len(text), edit.end + right))


def apply(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made; what lies outside of them stays to the letter.

    Raises:
        DetectionError: The edits are not sorted, not disjoint, or reach past the end.
    """
    if not ordered(edits, within=len(text)):
        raise DetectionError("edits of a note overlap or reach past its end", fix="Report this as a bug in chatham")
    made: list[str] = []
    place = 0
    for edit in edits:
        if edit.replacement is None:
            continue
        made += (text[place : edit.start], edit.replacement)
        place = edit.end
    return "".join((*made, text[place:]))


def _order(edit: Edit) -> tuple[int, int, int, str, str]:
    return edit.start, -edit.end, _RANK[edit.kind], edit.replacement or "", edit.recogniser


def _unite(group: list[Edit]) -> Edit:
    if len(group) == 1:
        return group[0]
    leader = min(group, key=lambda e: (e.replacement is None, e.start - e.end, *_order(e)))
    return replace(
        leader,
        start=min(e.start for e in group),
        end=max(e.end for e in group),
        kind=precedence(e.kind for e in group),
        score=max(e.score for e in group),
    )
