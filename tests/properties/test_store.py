"""Whatever is decided, in whatever order, by two people, with the engine and the files changing under them."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from chatham.errors import ChathamError
from chatham.model.decisions import Action
from chatham.model.private import Finding, Kind, Origin, RawNote
from chatham.model.public import AnonymisedNote
from chatham.review.bulk import approved
from chatham.review.decide import Status, review
from chatham.review.desk import Desk
from chatham.review.redactions import Verdict, redact
from chatham.store import Store

NOTES = ("n1", "n2", "n3")
TEXTS = {"n1": "Ann asked Bob for a form.", "n2": "Bob and Ann agree.", "n3": "The form is late, says Cem Ann."}
NAMES = {"Ann": 0, "Bob": 1, "Cem Ann": 2}

people = st.sampled_from((0, 1))
ids = st.sampled_from(NOTES)
numbers = st.integers(0, 3)
words = st.sampled_from(("", "a participant", "Somebody"))


def find(note, replacements):
    """A plain engine: finds its names wherever they stand, the longest first."""
    found, taken = [], set()
    for name in sorted(NAMES, key=len, reverse=True):
        start = note.text.find(name)
        while start >= 0:
            span = range(start, start + len(name))
            replacement = replacements[NAMES[name]]
            if replacement != "passed over" and taken.isdisjoint(span):
                taken.update(span)
                found.append(
                    Finding(
                        note=note.id,
                        start=start,
                        end=start + len(name),
                        kind=Kind.PERSON,
                        replacement=replacement,
                        recogniser="names",
                        score=0.9,
                        why="a name",
                    )
                )
            start = note.text.find(name, start + 1)
    return sorted(found, key=lambda f: f.start)


class Deciding(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store.open(Path(self.folder.name) / "s.sqlite")
        self.texts = dict(TEXTS)
        self.replacements = ["a participant", "another participant", "one"]

    def teardown(self):
        self.store.close()
        self.folder.cleanup()

    @initialize()
    def begin(self):
        self.run()
        self.desks = [Desk(self.store, who="One"), Desk(self.store, who="Two")]
        self.passed = {}

    def run(self):
        notes = [RawNote(id=i, text=t, origin=Origin(file="f", place=i)) for i, t in self.texts.items()]
        self.store.put_notes(notes)
        findings = [f for n in notes for f in find(n, self.replacements)]
        made = [
            AnonymisedNote(id=n.id, text=redact(n.text, [f for f in findings if f.note == n.id], ())[0]) for n in notes
        ]
        self.store.put_anonymised(made, findings)

    def act(self, who, what):
        """Do something at a desk: it works, and both agree on the outcome, or it is refused and nothing has changed."""
        desk = self.desks[who]
        before = self.store.events()
        try:
            what(desk)
        except ChathamError:
            assert self.store.events() == before
            desk.refresh()
        now = self.store.snapshot()
        if {note.id: note.version for note in desk.notes.values()} == now.versions:
            assert desk.notes == review(now)
        return desk

    @rule(who=people, note=ids, number=numbers, everywhere=st.booleans())
    def accept(self, who, note, number, everywhere):
        self.act(who, lambda d: d.accept(note, number, everywhere=everywhere))

    @rule(who=people, note=ids, number=numbers, everywhere=st.booleans())
    def reject(self, who, note, number, everywhere):
        self.act(who, lambda d: d.reject(note, number, everywhere=everywhere))

    @rule(who=people, note=ids, number=numbers, text=words)
    def change(self, who, note, number, text):
        self.act(who, lambda d: d.replace(note, number, text))

    @rule(who=people, note=ids, start=st.integers(0, 30), length=st.integers(1, 9), everywhere=st.booleans())
    def mark(self, who, note, start, length, everywhere):
        self.act(who, lambda d: d.mark(note, start, start + length, everywhere=everywhere))

    @rule(who=people, note=ids, number=numbers, start=st.integers(0, 20), length=st.integers(1, 9))
    def cover(self, who, note, number, start, length):
        seen = {}

        def what(desk):
            seen["text"], seen["old"] = desk.original(note), desk.notes[note].redactions[number : number + 1]
            desk.cover(note, number, start, start + length)

        count = len(self.store.events())
        desk = self.act(who, what)
        if len(self.store.events()) > count:
            (there,) = [r for r in desk.notes[note].redactions if r.start <= start and start + length <= r.end]
            assert there.applies
            (old,) = seen["old"]
            uncovered = [i for i in range(old.start, old.end) if not there.start <= i < there.end]
            freed = [e.decision for e in self.store.events()[count:] if e.decision.action is Action.REJECT]
            assert not uncovered or old.verdict is Verdict.REJECTED or len(freed) == 1

    @rule(who=people, note=ids)
    def approve(self, who, note):
        texts = {}

        def what(desk):
            texts["seen"] = desk.notes[note].text
            desk.approve(note)

        before = len(self.store.events())
        self.act(who, what)
        if len(self.store.events()) > before:
            self.passed.setdefault(note, set()).add(texts["seen"])

    @rule(who=people, note=ids)
    def withhold(self, who, note):
        self.act(who, lambda d: d.withhold(note))

    @rule(who=people, note=ids)
    def reopen(self, who, note):
        self.act(who, lambda d: d.reopen(note))

    @rule(who=people, note=ids, text=words)
    def edit(self, who, note, text):
        self.act(who, lambda d: d.edit(note, f"{text} {d.notes[note].text}"))

    @rule(who=people, note=ids, cut=st.integers(0, 30))
    def split(self, who, note, cut):
        self.act(who, lambda d: d.split(note, [cut]))

    @rule(who=people, note=ids, other=ids)
    def merge(self, who, note, other):
        self.act(who, lambda d: d.merge(note, [other]))

    @rule(who=people)
    def undo(self, who):
        self.act(who, lambda d: d.undo())

    @rule(who=people, note=ids, number=numbers)
    def undoing_gives_back_what_was_there(self, who, note, number):
        desk = self.desks[who]
        desk.refresh()
        before = {i: (n.text, n.status, n.redactions, n.parts) for i, n in desk.notes.items()}
        count = len(self.store.events())
        self.act(who, lambda d: d.reject(note, number, everywhere=True))
        if len(self.store.events()) > count:
            desk.undo()
        assert {i: (n.text, n.status, n.redactions, n.parts) for i, n in desk.notes.items()} == before

    @rule(name=st.integers(0, 2), replacement=st.sampled_from(("a participant", "one", None, "passed over")))
    def another_engine(self, name, replacement):
        before = review(self.store.snapshot())
        made = {n.id: n.text for n in self.store.anonymised()}
        self.replacements[name] = replacement
        self.run()
        after = review(self.store.snapshot())
        marks = {f.note for f in self.store.findings() if f.replacement is None}
        same = {n.id for n in self.store.anonymised() if n.text == made[n.id]} - marks
        for identity in same:
            if before[identity].status is Status.APPROVED and not before[identity].merged:
                assert after[identity].status is Status.APPROVED or before[identity].text != after[identity].text

    @rule(note=ids, text=st.sampled_from((*TEXTS.values(), "Ann, Bob and Cem Ann left.", "Nobody is named.")))
    def another_import(self, note, text):
        self.texts[note] = text
        self.run()

    @precondition(lambda self: hasattr(self, "desks"))
    @rule()
    def reopen_the_store(self):
        before = self.store.snapshot()
        self.store.close()
        self.store = Store.open(Path(self.folder.name) / "s.sqlite")
        assert self.store.snapshot() == before
        self.desks = [Desk(self.store, who="One"), Desk(self.store, who="Two")]

    @invariant()
    def what_a_desk_has_in_hand_is_what_the_store_would_say(self):
        now = review(self.store.snapshot())
        for desk in getattr(self, "desks", ()):
            if desk._snapshot.events == self.store.events() and desk._snapshot.versions == self.store.versions():
                assert desk.notes == now

    @invariant()
    def only_what_somebody_has_seen_and_passed_is_published(self):
        now = review(self.store.snapshot())
        for note in approved(self.store):
            identity = note.id.split("/")[0]
            assert now[identity].text in self.passed[identity]
            assert note.text in now[identity].text
            assert not any(r.open_mark for r in now[identity].redactions)

    @invariant()
    def decisions_are_numbered_without_gaps_and_never_change(self):
        events = self.store.events()
        assert [e.position for e in events] == list(range(1, len(events) + 1))
        assert events[: len(getattr(self, "seen", ()))] == getattr(self, "seen", ())
        self.seen = events

    @invariant()
    def what_is_marked_as_missed_and_not_taken_back_does_not_stand_in_the_text(self):
        for note in review(self.store.snapshot()).values():
            for redaction in note.redactions:
                if redaction.applies and redaction.replacement is not None:
                    assert note.redacted[slice(*redaction.at)] == redaction.replacement

    @invariant()
    def undone_events_were_their_own_persons(self):
        events = {e.position: e for e in self.store.events()}
        for event in events.values():
            if event.decision.action is Action.UNDO:
                assert events[event.decision.undoes].decision.who == event.decision.who


Deciding.TestCase.settings = settings(
    max_examples=8,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
test_deciding = Deciding.TestCase
