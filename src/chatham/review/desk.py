"""One reviewer at work: says what was decided in the store's terms, and keeps every note as it now stands.

Spans are given in the redacted text, which is what a reviewer sees; the raw text is looked up here and stays here
unless it is asked for. The module holds every decision there is, each with what it promises; half of it is that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace as change
from itertools import pairwise

from chatham.errors import Conflict, InputError, Refused
from chatham.model.decisions import Action, Decision, Event
from chatham.model.framework import Code
from chatham.model.private import Kind
from chatham.review.bulk import Source
from chatham.review.decide import Reviewed, Status, digest, review, standing
from chatham.review.phrases import moved, phrase
from chatham.review.redactions import Redaction, Verdict
from chatham.review.spans import alike, same_words, to_raw

__all__ = ["Desk"]


class Desk:
    """The notes of a store under one reviewer's hands.

    Every method that decides records it in the store before it returns. Where somebody else has decided on the note
    since it was last looked at, nothing is recorded: `Conflict` is raised, and the notes are what they have become.

    Args:
        store: Where the notes are.
        who: The reviewer, as signed on every decision.

    Attributes:
        notes: Note id to the note as it stands, in order.
    """

    notes: dict[str, Reviewed]

    def __init__(self, store: Source, *, who: str):
        self._store = store
        self._who = who
        self.refresh()

    def refresh(self) -> None:
        """Look at the store again."""
        self._snapshot = self._store.snapshot()
        self._raw = {note.id: note.text for note in self._snapshot.notes}
        self.notes = review(self._snapshot)

    def original(self, note: str) -> str:
        """The raw text of a note: for the reviewer's eyes, when asked for."""
        self._note(note)
        return self._raw[note]

    def history(self, note: str) -> tuple[tuple[Event, bool], ...]:
        """The decisions about a note, oldest first, each with whether it still stands."""
        about = [event for event in self._snapshot.events if note in event.decision.touches]
        counted = {event.position for event in standing(about)}
        return tuple((e, e.position in counted) for e in about if e.decision.action is not Action.UNDO)

    # Redactions

    def accept(self, note: str, number: int, *, everywhere: bool = False, why: str = "") -> None:
        """A redaction is right.

        Args:
            note: Id.
            number: Which of its redactions, from 0.
            everywhere: So are all undecided ones of the same kind on the same words, in all notes.
            why: The reason.

        Raises:
            Refused: It is a mark that says nothing yet: it has to be changed or rejected.
            Conflict: Somebody else was faster.
        """
        if self._redaction(note, number).replacement is None:
            raise Refused("nothing is there yet to accept", fix="Say what shall stand there, or reject the mark")
        self._on_span(Action.ACCEPT, note, number, everywhere, why, None)

    def reject(self, note: str, number: int, *, everywhere: bool = False, why: str = "") -> None:
        """A redaction is wrong: the words stay. Arguments and errors as `accept`."""
        self._on_span(Action.REJECT, note, number, everywhere, why, None)

    def replace(self, note: str, number: int, replacement: str, *, everywhere: bool = False, why: str = "") -> None:
        """Something else shall stand in a redaction's place; other arguments and errors as `accept`."""
        self._on_span(Action.REPLACE, note, number, everywhere, why, replacement)

    def mark(
        self,
        note: str,
        start: int,
        end: int,
        *,
        kind: Kind = Kind.PERSON,
        replacement: str | None = None,
        everywhere: bool = False,
        original: bool = False,
        why: str = "",
    ) -> None:
        """Words were missed, and go.

        Args:
            note: Id.
            start: First code point in the text as shown (`Reviewed.text`).
            end: One past the last. Where the span touches a redaction, it takes that one in whole.
            kind: What the words give away.
            replacement: What stands there instead; a phrase for the kind by default.
            everywhere: They go in all other notes too, wherever they stand as words of their own.
            original: The place is one in the original text: how a rejected redaction is made anew, wider or narrower.
            why: The reason.

        Raises:
            InputError: There are no words at that place.
            Conflict: Somebody else was faster.
        """
        shown = self._shown(note)
        text = self._raw[note] if original else shown.text
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            raise InputError("no words there to mark", fix="Select some")
        words = phrase(kind, text, start) if replacement is None else replacement
        if not original and shown.text != shown.redacted:
            # Rewritten or joined: the words may stand nowhere in the raw text, so the rewriting goes on.
            self.edit(note, shown.text[:start] + words + shown.text[end:], why=why)
            return
        first, last = (start, end) if original else to_raw(shown.redactions, start, end)
        decisions = [self._mark(note, first, last, kind, words, why)]
        surface = self._raw[note][first:last]
        for other, at in same_words(self.notes.values(), self._raw, surface, but=(note, first)) if everywhere else ():
            words = phrase(kind, self._raw[other], at) if replacement is None else replacement
            decisions.append(self._mark(other, at, at + len(surface), kind, words, why))
        self._record(decisions)

    def cover(self, note: str, number: int, start: int, end: int, *, why: str = "") -> None:
        """A redaction covers other words than it did: more of them, or fewer.

        Words that it no longer covers can be read again. That is a decision of the reviewer's like any other: it is
        recorded as a rejection of the redaction, and in the same go the words that still go as missed ones.

        Args:
            note: Id.
            number: Which of its redactions, from 0.
            start: First code point in the original text.
            end: One past the last.
            why: The reason.

        Raises:
            InputError: There are no words at that place, or none of the redaction's own.
            Refused: The text was rewritten or joined since.
            Conflict: Somebody else was faster.
        """
        shown, old, text = self._shown(note), self._redaction(note, number), self._raw[note]
        if shown.text != shown.redacted:
            problem = "the text was rewritten or joined, and its redactions with it"
            raise Refused(problem, fix="Undo that first, or rewrite the text")
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            raise InputError("no words there to cover", fix="Reject the redaction if none shall go")
        if start >= old.end or end <= old.start:
            raise InputError("none of the redaction's own words", fix="Mark the others as missed")
        if (start, end) == (old.start, old.end):
            return
        if old.replacement is None:
            words = phrase(old.kind, text, start)
        else:
            words = moved(old.replacement, text, old.start, start)
        decisions = [self._mark(note, start, end, old.kind, words, why)]
        if (start > old.start or end < old.end) and old.verdict is not Verdict.REJECTED:
            decisions.insert(0, self._decision(Action.REJECT, note, old, None, why))
        self._record(decisions)

    # Notes

    def approve(self, note: str, *, why: str = "") -> None:
        """The text, as it is now, may be published.

        Raises:
            Refused: It has a mark that nobody has decided on, or nothing to publish.
            Conflict: Somebody else was faster.
        """
        shown = self._shown(note)
        if shown.status is Status.BLOCKED:
            problem = f"note {note} has a mark that nobody has decided on"
            raise Refused(problem, fix="Say what shall stand there, or reject the mark")
        if not shown.text.strip():
            raise Refused(f"note {note} has no text left", fix="Withhold it")
        self._record([Decision(note=note, action=Action.APPROVE, who=self._who, why=why, digest=digest(shown.text))])

    def withhold(self, note: str, *, why: str = "") -> None:
        """The note is not to be published.

        Raises:
            Conflict: Somebody else was faster.
        """
        self._note(note)
        self._record([Decision(note=note, action=Action.WITHHOLD, who=self._who, why=why)])

    def reopen(self, note: str, *, why: str = "") -> None:
        """An approval, or a withholding, no longer stands.

        Raises:
            Conflict: Somebody else was faster.
        """
        self._note(note)
        self._record([Decision(note=note, action=Action.REOPEN, who=self._who, why=why)])

    def edit(self, note: str, text: str, *, why: str = "") -> None:
        """Rewrite the text as it is shown.

        Raises:
            InputError: The text is empty.
            Conflict: Somebody else was faster.
        """
        self.edit_all({note: text}, why=why)

    def edit_all(self, texts: Mapping[str, str], *, why: str = "") -> None:
        """Rewrite the texts of several notes in one go.

        Args:
            texts: Note id to what it says now.
            why: The reason.

        Raises:
            InputError: A text is empty.
            Conflict: Somebody else was faster with one of them; none was rewritten.
        """
        edits: list[Decision] = []
        for note, text in texts.items():
            shown = self._shown(note)
            if not text.strip():
                raise InputError(f"no text for note {note}", fix="Withhold a note that has nothing to say")
            if text != shown.text:
                about = digest(shown.text)
                edits.append(Decision(note=note, action=Action.EDIT, who=self._who, why=why, text=text, digest=about))
        if edits:
            self._record(edits)

    def tag(
        self,
        note: str,
        objectives: Sequence[Code],
        review: str | None,
        *,
        part: int | None = None,
        why: str = "",
    ) -> None:
        """Say what a note, or a part of a split one, is about.

        Args:
            note: Id.
            objectives: Codes of the framework, all of them.
            review: Id of a review objective.
            part: From 1; None is the whole note.
            why: The reason.

        Raises:
            Conflict: Somebody else was faster.
        """
        self._note(note)
        codes = tuple(objectives)
        self._record(
            [Decision(note=note, action=Action.TAG, who=self._who, why=why, objectives=codes, review=review, part=part)]
        )

    def split(self, note: str, cuts: Sequence[int], *, why: str = "") -> None:
        """Part a note into several.

        Args:
            note: Id.
            cuts: Where, in code points of the text as shown, ascending.
            why: The reason.

        Raises:
            InputError: A part would be empty.
            Conflict: Somebody else was faster.
        """
        shown = self._shown(note)
        edges = [0, *cuts, len(shown.text)]
        if not cuts or any(a >= b or not shown.text[a:b].strip() for a, b in pairwise(edges)):
            raise InputError(f"a part of note {note} would be empty", fix="Cut between words of the text")
        about = digest(shown.text)
        self._record([Decision(note=note, action=Action.SPLIT, who=self._who, why=why, cuts=tuple(cuts), digest=about)])

    def merge(self, note: str, others: Sequence[str], *, why: str = "") -> None:
        """Join other notes to one, in that order.

        Raises:
            Refused: One is joined already or not anonymised, or two speakers would become one.
            Conflict: Somebody else was faster.
        """
        notes = [self._shown(identity) for identity in (note, *others)]
        if len(notes) < 2 or len({n.id for n in notes}) != len(notes):
            raise InputError("a note joins another one once", fix="Name the notes to join to it")
        if any(n.status is Status.MERGED or n.merged for n in notes[1:]) or notes[0].status is Status.MERGED:
            raise Refused("one of the notes is joined already", fix="Undo that first")
        if len({n.voice for n in notes if n.voice is not None}) > 1:
            fix = "Leave the notes apart; the summary brings together what is alike"
            raise Refused("two people said these, and would be counted as one", fix=fix)
        self._record([Decision(note=note, action=Action.MERGE, who=self._who, why=why, others=tuple(others))])

    def undo(self) -> tuple[str, ...]:
        """Take back what this reviewer did last, with all that was decided in the same go.

        Returns:
            Ids of the notes that changed; none if there is nothing to take back.

        Raises:
            Conflict: Somebody else has decided on one of them meanwhile.
        """
        mine = [event for event in standing(self._snapshot.events) if event.decision.who == self._who]
        if not mine:
            return ()
        last = [event for event in mine if event.batch == mine[-1].batch]
        decisions = [
            Decision(
                note=event.decision.note,
                action=Action.UNDO,
                who=self._who,
                undoes=event.position,
                others=event.decision.others,
            )
            for event in reversed(last)
        ]
        self._record(decisions)
        return tuple(dict.fromkeys(event.decision.note for event in last))

    def _note(self, note: str) -> Reviewed:
        if note not in self.notes:
            raise InputError(f"no note of the id {note}")
        return self.notes[note]

    def _shown(self, note: str) -> Reviewed:
        shown = self._note(note)
        if shown.status in (Status.WAITING, Status.SET_ASIDE) or not shown.parts:
            raise Refused(f"note {note} is not anonymised", fix="Run `chatham anonymise`, or withhold it")
        return shown

    def _redaction(self, note: str, number: int) -> Redaction:
        redactions = self._shown(note).redactions
        if not 0 <= number < len(redactions):
            raise InputError(f"note {note} has no redaction {number + 1}", fix=f"It has {len(redactions)}")
        return redactions[number]

    def _on_span(
        self, action: Action, note: str, number: int, everywhere: bool, why: str, replacement: str | None
    ) -> None:
        wanted = self._redaction(note, number)
        targets = [(note, wanted)]
        if everywhere:
            targets += alike(self.notes.values(), self._raw, note, wanted, action)
        self._record([self._decision(action, identity, redaction, replacement, why) for identity, redaction in targets])

    def _decision(self, action: Action, note: str, about: Redaction, replacement: str | None, why: str) -> Decision:
        return self._on_words(action, note, about.start, about.end, about.kind, replacement, why)

    def _mark(self, note: str, start: int, end: int, kind: Kind, replacement: str, why: str) -> Decision:
        return self._on_words(Action.MARK, note, start, end, kind, replacement, why)

    def _on_words(
        self, action: Action, note: str, start: int, end: int, kind: Kind, replacement: str | None, why: str
    ) -> Decision:
        return Decision(
            note=note,
            action=action,
            who=self._who,
            why=why,
            start=start,
            end=end,
            surface=self._raw[note][start:end],
            kind=kind,
            replacement=replacement,
        )

    def _record(self, decisions: Sequence[Decision]) -> None:
        touched = {identity for decision in decisions for identity in decision.touches}
        try:
            events = self._store.append_all(decisions, expected={i: self.notes[i].version for i in touched})
        except Conflict:
            self.refresh()
            raise
        held = self._snapshot
        if not events or events[0].position != (held.events[-1].position if held.events else 0) + 1:
            self.refresh()  # somebody else is at work: take in what they did
            return
        versions = dict(held.versions)
        for identity in touched:
            versions[identity] += 1
        self._snapshot = change(held, events=held.events + events, versions=versions)
        if any(len(d.touches) > 1 for d in decisions):
            self.notes.update(review(self._snapshot))  # a join, or the end of one, may let another one count
            return
        holders = {note.id for note in self.notes.values() if not touched.isdisjoint(note.merged)}
        self.notes.update(review(self._snapshot, only=touched | holders))
