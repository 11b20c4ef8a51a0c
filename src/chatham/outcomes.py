"""What came of a step in a consultation's folder: returned to the command line and to notebooks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from chatham.model.framework import Code
from chatham.model.private import Finding, NoteRisk, RawNote

if TYPE_CHECKING:
    from chatham.capture.reading import Captured
    from chatham.commenting import Caught
    from chatham.review.word import Differences
    from chatham.store import Changes

__all__ = ["Built", "Change", "Imported", "Merged", "Risked", "Sealed", "Status", "differences"]

_FIELDS = ("text", "speaker", "objectives", "review", "working_group", "round", "rapporteur")


@dataclass(frozen=True, slots=True)
class Change:
    """What another import of its file changed in one note.

    Attributes:
        note: Its id.
        place: Its file and the place in it; the old one of a note that is gone.
        fields: What is different: `text`, `speaker`, `objectives`, ...; empty for a note that is gone.
        reopened: It was approved, and has to be looked at again.
    """

    note: str
    place: str
    fields: tuple[str, ...]
    reopened: bool

    def __str__(self) -> str:
        said = f"changed in {', '.join(self.fields)}" if self.fields else "removed"
        again = "; it was approved, and is open again" if self.reopened and self.fields else ""
        return f"{self.place} ({self.note}): {said}{again}"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import read, and what it changed in the store.

    Attributes:
        captured: What came in.
        changes: Ids of the notes that were added, updated, removed or left as they were.
        differences: Of the notes that were updated or removed, what is different.
    """

    captured: Captured
    changes: Changes
    differences: tuple[Change, ...] = ()


def differences(
    before: Mapping[str, RawNote],
    after: Mapping[str, RawNote],
    was_approved: Collection[str],
    approved: Collection[str],
) -> tuple[Change, ...]:
    """What is different in the notes that were there before an import.

    Args:
        before: All notes by id, as they were.
        after: The same, as they are now.
        was_approved: Ids of those that were approved.
        approved: Ids of those that still are.
    """
    found = []
    for identity, old in before.items():
        new = after.get(identity)
        fields = () if new is None else _different(old, new)
        if new is None or fields:
            origin = (new or old).origin
            place = ", ".join(part for part in (origin.file, origin.place) if part) if origin else "a note without file"
            reopened = identity in was_approved and identity not in approved
            found.append(Change(identity, place, fields, reopened))
    return tuple(found)


def _different(old: RawNote, new: RawNote) -> tuple[str, ...]:
    # A suggestion that went with the old text was nobody's word, so that nobody has changed it.
    gone = {field for field in old.suggested if not getattr(new, field)}
    return tuple(f for f in _FIELDS if f not in gone and getattr(old, f) != getattr(new, f))


@dataclass(frozen=True, slots=True)
class Built:
    """A summary note that was written.

    Attributes:
        path: The Word file.
        draft: It stands in private/ and says DRAFT on every page.
        left_out: Ids of approved notes without objective or review objective.
    """

    path: Path
    draft: bool
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Risked:
    """What a reader who holds the roster could still work out.

    Attributes:
        risks: One for each note that has a text; also in private/risk.jsonl.
        advice: Edits of the anonymised texts; also in private/advice.jsonl.
        report: A private page of HTML about it; also in private/risk.html.
        changed: In so many notes the advice was taken.
    """

    risks: tuple[NoteRisk, ...]
    advice: tuple[Finding, ...]
    report: str
    changed: int


@dataclass(frozen=True, slots=True)
class Sealed:
    """What was taken into the encrypted store.

    Attributes:
        files: That were destroyed.
        imported: Of the notes among them, what the import read and changed; None where there were none.
    """

    files: tuple[Path, ...]
    imported: Imported | None


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of an edited draft for comment.

    Attributes:
        differences: Between the draft and its edited copy.
        caught: New words that would give somebody away: with any of them, nothing was stored.
        notes: Ids of the notes that new paragraphs have become: they are to be anonymised and reviewed.
        stale: Ids of points that are others by now than in the draft: their changes were not taken.
    """

    differences: Differences
    caught: tuple[Caught, ...]
    notes: tuple[str, ...]
    stale: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """How far a consultation has come.

    Attributes:
        notes: Imported.
        tagged: Of them, with at least one objective and a review objective.
        suggested: Of them, with a tag that is a suggestion nobody has accepted.
        anonymised: Of them, with an anonymised text.
        set_aside: Not in the pipeline's language.
        undecided: Neither approved nor withheld yet.
        approved: By a person.
        coverage: (review objective, objective, number of notes) for each pair that has notes.
        encrypted: The store cannot be read without a passphrase.
        plain: Where it is, so many files tell of people and can be read all the same.
    """

    notes: int
    tagged: int
    suggested: int
    anonymised: int
    set_aside: int
    undecided: int
    approved: int
    coverage: tuple[tuple[str, Code, int], ...]
    encrypted: bool
    plain: int
