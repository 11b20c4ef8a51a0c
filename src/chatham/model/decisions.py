"""What people decide in review. Private: a decision may quote the words that it is about.

Nothing in `synthesise`, `report` or `language` may import this module.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from chatham.model.framework import Code
from chatham.model.private import Finding, Kind, RawNote
from chatham.model.public import AnonymisedNote

__all__ = ["Action", "Decision", "Event", "Snapshot"]


class Action(StrEnum):
    """What was decided."""

    APPROVE = "approve"
    """The text may be published: `digest` says which text."""

    REOPEN = "reopen"
    """An approval, or a withholding, no longer stands."""

    WITHHOLD = "withhold"
    """The note is not to be published, whatever is done to its text."""

    ACCEPT = "accept"
    """The redaction at `start`, `end` is right as it is."""

    REJECT = "reject"
    """The words at `start`, `end` may stay."""

    REPLACE = "replace"
    """The words at `start`, `end` go, and `replacement` stands there instead."""

    MARK = "mark"
    """A missed span: the words at `start`, `end` go, and `replacement` stands there instead."""

    EDIT = "edit"
    """The anonymised text of that `digest` is rewritten as `text`."""

    TAG = "tag"
    """The note (or its `part`) belongs to `objectives` and `review`."""

    SPLIT = "split"
    """The text of that `digest` is several notes, parted at `cuts`."""

    MERGE = "merge"
    """The notes `others` are part of this one, in that order."""

    REWORD = "reword"
    """The point of that `digest`, which rests on `note` and `others`, says `text`, after the words of quantity
    `replacement` (None: without such words)."""

    DROP = "drop"
    """The point of that `digest`, which rests on `note` and `others`, is not printed."""

    JOIN = "join"
    """The notes `note` and `others` make one point."""

    PART = "part"
    """The note makes no point together with any of `others`."""

    UNDO = "undo"
    """The event at position `undoes` no longer counts."""


_SPAN = frozenset({Action.ACCEPT, Action.REJECT, Action.REPLACE, Action.MARK})
_NEEDS: dict[Action, tuple[str, ...]] = {
    Action.APPROVE: ("digest",),
    Action.REPLACE: ("replacement",),
    Action.MARK: ("kind", "replacement"),
    Action.EDIT: ("digest", "text"),
    Action.SPLIT: ("digest", "cuts"),
    Action.MERGE: ("others",),
    Action.REWORD: ("digest", "text"),
    Action.DROP: ("digest",),
    Action.JOIN: ("others",),
    Action.PART: ("others",),
    Action.UNDO: ("undoes",),
}


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Decision(_Frozen):
    """One decision of one person about one note.

    Attributes:
        note: The note's id.
        action: What was decided.
        who: Who decided, as the person signs.
        why: The reason, where one was given.
        start: First code point of the span, in the raw text.
        end: One past its last code point.
        surface: The words of the span: a decision holds only while they still stand there.
        kind: What a missed span gives away.
        replacement: What stands in the text instead; may be empty.
        text: The rewritten text.
        digest: Of the text that the decision is about (`chatham.review.decide.digest`).
        objectives: Codes, all of them, not only the new ones.
        review: Id of a review objective.
        part: Which part of a note that was split, from 1; None is the whole note.
        cuts: Where the text is parted, in code points, ascending.
        others: Ids of the notes that join this one.
        undoes: Position of the event that no longer counts.
    """

    note: str
    action: Action
    who: str
    why: str = Field(default="", repr=False)
    start: int | None = Field(default=None, ge=0)
    end: int | None = Field(default=None, ge=1)
    surface: str | None = Field(default=None, repr=False)
    kind: Kind | None = None
    replacement: str | None = Field(default=None, repr=False)
    text: str | None = Field(default=None, repr=False)
    digest: str | None = None
    objectives: tuple[Code, ...] = ()
    review: str | None = None
    part: int | None = Field(default=None, ge=1)
    cuts: tuple[int, ...] = ()
    others: tuple[str, ...] = ()
    undoes: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        needed = _NEEDS.get(self.action, ()) + (("start", "end", "surface") if self.action in _SPAN else ())
        for name in needed:
            value = getattr(self, name)
            if value is None or value == ():
                raise ValueError(f"a decision to {self.action} says `{name}`")
        if self.start is not None and self.end is not None and self.start >= self.end:
            raise ValueError("a span has at least one code point")
        if any(a >= b for a, b in zip((0, *self.cuts), self.cuts, strict=False)):
            raise ValueError("cuts ascend from 1")
        if len({self.note, *self.others}) != 1 + len(self.others):
            raise ValueError("a note joins another one once")
        return self

    @property
    def touches(self) -> tuple[str, ...]:
        """Ids of all notes that it changes."""
        return (self.note, *self.others)


class Event(_Frozen):
    """A decision as the store keeps it: appended, never changed.

    Attributes:
        position: In the order in which decisions were accepted, from 1, without gaps.
        batch: Position of the first of those that were taken in one go (`everywhere`, `approve all`).
        when: ISO 8601, UTC.
        decision: What was decided.
    """

    position: int = Field(ge=1)
    batch: int = Field(ge=1)
    when: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that a review rests on, as the store had it at one moment.

    Attributes:
        notes: Raw notes, in order.
        anonymised: As the engine made them.
        set_aside: Note id to the reason.
        findings: Of all notes, in order.
        events: All decisions, in order.
        versions: Note id to version.
    """

    notes: tuple[RawNote, ...] = ()
    anonymised: tuple[AnonymisedNote, ...] = ()
    set_aside: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    events: tuple[Event, ...] = ()
    versions: Mapping[str, int] = field(default_factory=dict)
