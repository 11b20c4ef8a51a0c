"""What recognisers find, before anybody decides what to write instead."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from chatham.model.private import Kind

__all__ = ["Mention", "Role"]


class Role(StrEnum):
    """How a mention stands in its sentence."""

    SPEAKER = "speaker"
    """It labels or introduces who is speaking: `Priya:`, `Priya said`, `according to Priya`."""

    MENTIONED = "mentioned"
    """It is spoken about, thanked or answered: `as Priya said earlier`, `thanks Priya`."""

    AFFILIATION = "affiliation"
    """It says whom a person stands for: `Priya (LH)`, `the LH colleague`, `we at LH`."""

    ACTOR = "actor"
    """An organisation that acts or owns by itself: `LH has beds ready`, `LH's study`."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a note's raw text that must not stay as it is.

    Attributes:
        start: First code point.
        end: One past the last.
        kind: What it gives away.
        role: How it stands in its sentence.
        who: Keys of the people or organisations it may name: roster rows as integers, or a folded surface for those
            who are on no roster. Two mentions with a key in common may be the same person. Empty for contacts.
        recogniser: Which one found it.
        score: How sure, from 0 to 1.
        why: The rule, in words that quote nothing of the note.
        phrase: INDIRECT only: the safe general form to put instead, or None to mark it for review.
    """

    start: int
    end: int
    kind: Kind
    role: Role
    who: frozenset[int | str] = field(default_factory=frozenset)
    recogniser: str = ""
    score: float = 1.0
    why: str = ""
    phrase: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a mention cannot reach from {self.start} to {self.end}")
