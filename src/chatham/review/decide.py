"""What follows from the decisions: the text, the tags and the status of every note.

Nothing here is stored. The store keeps what anonymise found and what people decided, in order; this works out, each
time anew, what that makes. So an approval holds exactly as long as the text that was approved is what still comes out,
and a decision holds exactly as long as the words that it is about still stand where they stood.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from chatham.errors import StoreError
from chatham.model.decisions import Action, Decision, Event, Snapshot
from chatham.model.framework import Code
from chatham.model.private import Finding, RawNote
from chatham.model.public import AnonymisedNote, ApprovedNote
from chatham.review.redactions import Redaction, redact

__all__ = ["Part", "Reviewed", "Status", "approved_notes", "digest", "review", "standing"]


class Status(StrEnum):
    """How far a note has come."""

    OPEN = "open"
    """Nobody has approved the text that it has now."""

    BLOCKED = "blocked"
    """It has a mark for the reviewer that nobody has decided on: it cannot be approved."""

    APPROVED = "approved"
    WITHHELD = "withheld"
    MERGED = "merged"
    """It is part of another note."""

    SET_ASIDE = "set aside"
    """Anonymise could not read it."""

    WAITING = "not anonymised"
    """It is new or has changed, and anonymise has not run since."""


@dataclass(frozen=True, slots=True)
class Part:
    """What becomes one note of the summary: a whole note, or a piece of one that was split.

    Attributes:
        id: Of the note; a piece adds `/1`, `/2`, ...
        text: Anonymised and reviewed.
        objectives: Codes of the framework.
        review: Id of a review objective.
    """

    id: str
    text: str
    objectives: tuple[Code, ...]
    review: str | None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A note as it stands after all decisions.

    Attributes:
        id: Of the note.
        status: How far it has come.
        text: What would be published; empty while there is nothing anonymised.
        redacted: The text before it was joined with others, rewritten or parted: `redactions` point into it.
        redactions: In order.
        parts: One, or several where it was split.
        suggested: Which of its tags (`objectives`, `review`) are suggestions that nobody has accepted: by tagging the
            note in review, or by approving it with them.
        merged: Ids of the notes that were joined to it.
        edited: Somebody has rewritten the text.
        stale: Decisions that no longer fit: `edit`, `split`. Look at the note again.
        working_group: Its id.
        round: Of the working groups.
        voice: Number of the speaker.
        version: Of the note in the store.
    """

    id: str
    status: Status
    text: str = ""
    redacted: str = ""
    redactions: tuple[Redaction, ...] = ()
    parts: tuple[Part, ...] = ()
    suggested: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    edited: bool = False
    stale: tuple[str, ...] = ()
    working_group: str | None = None
    round: int | None = None
    voice: int | None = None
    version: int = 0

    @property
    def decided(self) -> bool:
        """Whether somebody has had the last word on it."""
        return self.status in (Status.APPROVED, Status.WITHHELD)


def digest(text: str) -> str:
    """The name of a text: an approval, an edit and a split say which text they are of."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def standing(events: Iterable[Event]) -> tuple[Event, ...]:
    """Of events in order, those that count: none that was undone, and no undoing.

    An undoing names an event of its own note: all the events of some notes are enough to say which of them count.
    """
    gone: set[int] = set()
    kept: list[Event] = []
    for event in reversed(tuple(events)):
        if event.position in gone:
            continue
        if event.decision.action is Action.UNDO:
            gone.add(event.decision.undoes or 0)
        else:
            kept.append(event)
    return tuple(reversed(kept))


def review(snapshot: Snapshot, *, only: Collection[str] | None = None) -> dict[str, Reviewed]:
    """Work out every note.

    Args:
        snapshot: Of the store.
        only: Ids of the notes wanted; all by default.

    Returns:
        Note id to what has become of it, in the order of the notes.

    Raises:
        StoreError: Findings and anonymised text do not belong together.
    """
    joining = standing(e for e in snapshot.events if e.decision.action in (Action.MERGE, Action.UNDO))
    merges = _merges(event.decision for event in joining)
    absorbed = {other for others in merges.values() for other in others}
    raw = {note.id: note for note in snapshot.notes}
    wanted = raw.keys() if only is None else set(only)
    # What the wanted notes rest on: with one note of thousands in hand, the rest is not looked at.
    needed = raw.keys() if only is None else {*wanted, *(o for i in wanted for o in merges.get(i, ()))}
    decisions: defaultdict[str, list[Decision]] = defaultdict(list)
    for event in standing(e for e in snapshot.events if e.decision.note in needed):
        decisions[event.decision.note].append(event.decision)
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in snapshot.findings:
        if finding.note in needed:
            findings[finding.note].append(finding)
    anonymised = {note.id: note for note in snapshot.anonymised if note.id in needed}

    def alone(identity: str) -> Reviewed:
        note = raw[identity]
        base = Reviewed(
            id=identity,
            status=Status.SET_ASIDE if identity in snapshot.set_aside else Status.WAITING,
            working_group=note.working_group,
            round=note.round,
            suggested=note.suggested,
            version=snapshot.versions.get(identity, 0),
        )
        made = anonymised.get(identity)
        if made is None:
            return base
        return _redacted(base, note, made, findings[identity], decisions[identity])

    done: dict[str, Reviewed] = {}
    for identity in (i for i in raw if i in wanted):
        note = alone(identity)
        others = [alone(other) for other in merges.get(identity, ()) if other in raw]
        done[identity] = _finished(note, others, anonymised.get(identity), decisions[identity], raw.keys())
        if identity in absorbed:
            done[identity] = replace(done[identity], status=Status.MERGED)
    return done


def approved_notes(notes: Mapping[str, Reviewed]) -> tuple[ApprovedNote, ...]:
    """What may go on to the summary: the parts of the approved notes, in order."""
    return tuple(
        ApprovedNote(
            id=part.id,
            text=part.text,
            working_group=note.working_group,
            round=note.round,
            objectives=part.objectives,
            review=part.review,
            voice=note.voice,
        )
        for note in notes.values()
        if note.status is Status.APPROVED
        for part in note.parts
    )


def _merges(decisions: Iterable[Decision]) -> dict[str, tuple[str, ...]]:
    """Which notes take which in; a merge that would make a chain or share a note does not count."""
    merges: dict[str, tuple[str, ...]] = {}
    absorbed: set[str] = set()
    for decision in decisions:
        if decision.action is not Action.MERGE or decision.note in absorbed:
            continue
        others = tuple(o for o in decision.others if o not in absorbed and o not in merges and o != decision.note)
        merges[decision.note] = (*merges.get(decision.note, ()), *others)
        absorbed.update(others)
    return merges


def _redacted(
    base: Reviewed, note: RawNote, made: AnonymisedNote, findings: Sequence[Finding], decisions: Sequence[Decision]
) -> Reviewed:
    if redact(note.text, findings, ())[0] != made.text:
        problem = f"findings and text of note {note.id} do not belong together"
        raise StoreError(problem, fix="Run `chatham anonymise` again")
    redacted, redactions = redact(note.text, findings, decisions)
    text, left = _rewritten(redacted, [d for d in decisions if d.action is Action.EDIT])
    return replace(
        base,
        status=Status.OPEN,
        text=text,
        redacted=redacted,
        redactions=redactions,
        edited=text != redacted,
        stale=("edit",) if left else (),
        voice=made.voice,
    )


def _rewritten(text: str, edits: Sequence[Decision]) -> tuple[str, list[Decision]]:
    """The text after those of the edits that are of it (or of what one before made of it), and the others."""
    left: list[Decision] = []
    for edit in edits:
        if edit.digest == digest(text):
            text = edit.text or ""
        else:
            left.append(edit)
    return text, left


def _finished(
    note: Reviewed,
    others: Sequence[Reviewed],
    made: AnonymisedNote | None,
    decisions: Sequence[Decision],
    ids: Collection[str],
) -> Reviewed:
    withheld, passed = _verdict(decisions)
    if made is None:
        return replace(note, status=Status.WITHHELD if withheld else note.status)
    joined = " ".join(t for t in (note.text, *(other.text for other in others)) if t)
    # An edit may be of the note by itself, from before others were joined to it, or of the whole.
    _, left = _rewritten(note.redacted, [d for d in decisions if d.action is Action.EDIT])
    text, left = _rewritten(joined, left)
    stale = ["edit"] if left else []
    cuts: tuple[int, ...] = ()
    split = next((d for d in reversed(decisions) if d.action is Action.SPLIT), None)
    if split is not None:
        fits = split.digest == digest(text) and split.cuts[-1] < len(text)
        cuts = split.cuts if fits else ()
        stale += [] if fits else ["split"]
    voices = {v for v in (note.voice, *(other.voice for other in others)) if v is not None}
    status = _status(withheld, digest(text) in passed, (note, *others))
    accepted = status is Status.APPROVED or any(d.action is Action.TAG for d in decisions)
    return replace(
        note,
        status=status,
        suggested=() if accepted else note.suggested,
        text=text,
        parts=_parts(note.id, text, cuts, made, decisions, ids),
        merged=tuple(other.id for other in others),
        edited=note.edited or text != joined,
        stale=tuple(stale),
        voice=next(iter(voices)) if len(voices) == 1 else note.voice,
    )


def _status(withheld: bool, passed: bool, notes: Sequence[Reviewed]) -> Status:
    if withheld:
        return Status.WITHHELD
    if any(redaction.open_mark for note in notes for redaction in note.redactions):
        return Status.BLOCKED
    # A note that was joined may have changed, and waits for anonymise: what it says now is not in the text.
    if any(note.status is not Status.OPEN for note in notes):
        return Status.BLOCKED
    return Status.APPROVED if passed else Status.OPEN


def _verdict(decisions: Iterable[Decision]) -> tuple[bool, set[str | None]]:
    """Whether it is withheld, and the digests of the texts that were approved since it was last reopened."""
    withheld = False
    passed: set[str | None] = set()
    for decision in decisions:
        if decision.action in (Action.REOPEN, Action.WITHHOLD):
            passed.clear()
            withheld = decision.action is Action.WITHHOLD
        elif decision.action is Action.APPROVE:
            passed.add(decision.digest)
            withheld = False
    return withheld, passed


def _parts(
    identity: str,
    text: str,
    cuts: tuple[int, ...],
    made: AnonymisedNote,
    decisions: Iterable[Decision],
    ids: Collection[str],
) -> tuple[Part, ...]:
    tags: dict[int | None, tuple[tuple[Code, ...], str | None]] = {None: (made.objectives, made.review)}
    for decision in decisions:
        if decision.action is Action.TAG:
            tags[decision.part] = (decision.objectives, decision.review)
    pieces = [text[a:b].strip() for a, b in zip((0, *cuts), (*cuts, len(text)), strict=True)] if cuts else [text]
    if len(pieces) == 1:
        return (Part(identity, text, *tags[None]),)
    slash = "/"
    while any(f"{identity}{slash}{number}" in ids for number in range(1, len(pieces) + 1)):
        slash += "/"
    return tuple(
        Part(f"{identity}{slash}{number}", piece, *tags.get(number, tags[None]))
        for number, piece in enumerate(pieces, 1)
        if piece
    )
