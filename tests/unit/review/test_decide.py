from dataclasses import replace

import pytest

from chatham.errors import StoreError
from chatham.model.decisions import Action, Decision, Event
from chatham.model.public import ApprovedNote
from chatham.review.bulk import approve_all, approved, undecided, withhold_blocked
from chatham.review.decide import Status, digest, review, standing


def event(position, action=Action.REOPEN, **more):
    return Event(
        position=position, batch=position, when="", decision=Decision(note="n", action=action, who="R", **more)
    )


def statuses(store):
    return {note.id: note.status for note in review(store.snapshot()).values()}


def approve(store, note):
    text = review(store.snapshot())[note].text
    store.append_all([Decision(note=note, action=Action.APPROVE, who="R", digest=digest(text))])


def test_an_undone_event_does_not_stand_and_an_undone_undoing_does_nothing():
    one, undo = event(1), event(2, Action.UNDO, undoes=1)
    assert standing([one]) == (one,)
    assert standing([one, undo]) == ()
    assert standing([one, undo, event(3, Action.UNDO, undoes=2)]) == (one,)


def test_nothing_is_approved_until_somebody_does(store):
    assert approved(store) == ()
    assert undecided(store) == ("n1", "n2", "n3")


def test_an_approved_note_is_what_was_seen(store):
    approve(store, "n1")
    (note,) = approved(store)
    assert isinstance(note, ApprovedNote)
    assert note.text == "A participant said that bail is never offered."
    assert (note.working_group, note.objectives, note.voice) == ("WG1", (13,), 1)


def test_a_decision_that_changes_the_text_reopens_and_undoing_it_approves_again(store):
    approve(store, "n2")
    hope = store.snapshot().findings[1]
    (rejected,) = store.append_all(
        [Decision(note="n2", action=Action.REJECT, who="R", start=hope.start, end=hope.end, surface="Hope")]
    )
    assert statuses(store)["n2"] is Status.OPEN
    store.append_all([Decision(note="n2", action=Action.UNDO, who="R", undoes=rejected.position)])
    assert statuses(store)["n2"] is Status.APPROVED


def test_a_decision_that_leaves_the_text_alone_reopens_nothing(store):
    approve(store, "n2")
    hope = store.snapshot().findings[1]
    store.append_all(
        [Decision(note="n2", action=Action.ACCEPT, who="R", start=hope.start, end=hope.end, surface="Hope")]
    )
    assert statuses(store)["n2"] is Status.APPROVED


def test_another_engine_reopens_exactly_the_notes_whose_text_it_changes(store, found, findings):
    approve_all(store, who="R", why="read")
    notes = store.snapshot().notes
    other = [f.model_copy(update={"score": 0.1, "why": "another rule"}) for f in findings]
    store.put(notes, other)
    assert set(statuses(store).values()) == {Status.APPROVED}
    other[1] = other[1].model_copy(update={"replacement": "somebody"})
    store.put(notes, other)
    assert statuses(store) == {"n1": Status.APPROVED, "n2": Status.OPEN, "n3": Status.APPROVED}
    store.put(notes, [*findings, found(notes[2], "Dhaka", None)])
    assert statuses(store) == {"n1": Status.APPROVED, "n2": Status.APPROVED, "n3": Status.BLOCKED}


def test_an_approval_before_the_last_reopening_counts_for_nothing(store):
    approve(store, "n3")
    store.append_all([Decision(note="n3", action=Action.REOPEN, who="R")])
    assert statuses(store)["n3"] is Status.OPEN


def test_a_withheld_note_stays_withheld_when_its_text_changes_and_is_not_published(store):
    approve(store, "n3")
    store.append_all([Decision(note="n3", action=Action.WITHHOLD, who="R")])
    assert statuses(store)["n3"] is Status.WITHHELD
    assert approved(store) == ()


def test_a_tag_is_a_suggestion_until_somebody_tags_or_approves_the_note(store):
    notes = tuple(n.model_copy(update={"suggested": ("objectives",)}) for n in store.held.notes)
    store.held = replace(store.held, notes=notes)

    def open_ones():
        return [note.id for note in review(store.snapshot()).values() if note.suggested == ("objectives",)]

    assert open_ones() == ["n1", "n2", "n3"]
    approve(store, "n1")
    tag = Decision(note="n2", action=Action.TAG, who="R", objectives=(13,), review="challenges")
    store.append_all([tag])
    assert open_ones() == ["n3"]


def test_an_edit_is_of_a_text(store, found, findings):
    text = review(store.snapshot())["n1"].text
    edit = Decision(note="n1", action=Action.EDIT, who="R", text="Bail is never offered.", digest=digest(text))
    store.append_all([edit])
    note = review(store.snapshot())["n1"]
    assert (note.text, note.edited, note.stale) == ("Bail is never offered.", True, ())
    findings[0] = findings[0].model_copy(update={"replacement": "Somebody"})
    store.put(store.snapshot().notes, findings)
    note = review(store.snapshot())["n1"]
    assert (note.text, note.edited, note.stale) == ("Somebody said that bail is never offered.", False, ("edit",))


def test_edits_build_on_each_other(store):
    first = review(store.snapshot())["n3"].text
    store.append_all(
        [
            Decision(note="n3", action=Action.EDIT, who="R", text="One.", digest=digest(first)),
            Decision(note="n3", action=Action.EDIT, who="R", text="Two.", digest=digest("One.")),
        ]
    )
    assert review(store.snapshot())["n3"].text == "Two."


def test_a_split_note_is_published_in_parts_with_their_own_tags(store):
    text = review(store.snapshot())["n2"].text
    cut = text.index("Another")
    store.append_all(
        [
            Decision(note="n2", action=Action.SPLIT, who="R", cuts=(cut,), digest=digest(text)),
            Decision(note="n2", action=Action.TAG, who="R", objectives=(8,), review="progress", part=2),
        ]
    )
    approve(store, "n2")
    assert [(n.id, n.text, n.objectives, n.review) for n in approved(store)] == [
        ("n2/1", "We hope that a participant will send the form.", (4,), None),
        ("n2/2", "Another participant agreed.", (8,), "progress"),
    ]


def test_a_part_never_takes_the_id_of_another_note(store, findings):
    notes = store.snapshot().notes
    store.put([*notes, notes[2].model_copy(update={"id": "n3/1"})], findings)
    store.append_all([Decision(note="n3", action=Action.SPLIT, who="R", cuts=(8,), digest=digest(notes[2].text))])
    assert [p.id for p in review(store.snapshot())["n3"].parts] == ["n3//1", "n3//2"]


def test_a_split_of_another_text_is_said_to_be_stale(store):
    store.append_all([Decision(note="n3", action=Action.SPLIT, who="R", cuts=(3,), digest="of another text")])
    note = review(store.snapshot())["n3"]
    assert (len(note.parts), note.stale) == (1, ("split",))


def test_a_joined_note_is_published_within_the_other_and_not_by_itself(store):
    store.append_all([Decision(note="n1", action=Action.MERGE, who="R", others=("n3",))])
    assert statuses(store)["n3"] is Status.MERGED
    approve_all(store, who="R", why="read")
    assert [n.id for n in approved(store)] == ["n1", "n2"]
    assert approved(store)[0].text == "A participant said that bail is never offered. No form at Dhaka airport."


def test_joining_keeps_what_was_rewritten_before_in_either_note(store):
    notes = review(store.snapshot())
    store.append_all(
        [
            Decision(note="n1", action=Action.EDIT, who="R", text="No bail.", digest=digest(notes["n1"].text)),
            Decision(note="n3", action=Action.EDIT, who="R", text="No form.", digest=digest(notes["n3"].text)),
            Decision(note="n1", action=Action.MERGE, who="R", others=("n3",)),
            Decision(
                note="n1", action=Action.EDIT, who="R", text="No bail, no form.", digest=digest("No bail. No form.")
            ),
        ]
    )
    assert review(store.snapshot())["n1"].text == "No bail, no form."
    assert review(store.snapshot())["n1"].stale == ()


def test_a_change_of_a_joined_note_reopens_the_one_that_took_it_in(store, found, findings):
    store.append_all([Decision(note="n1", action=Action.MERGE, who="R", others=("n3",))])
    approve_all(store, who="R", why="read")
    notes = store.snapshot().notes
    store.put(notes, [*findings, found(notes[2], "Dhaka", "an")])
    assert statuses(store)["n1"] is Status.OPEN
    store.put(notes, [*findings, found(notes[2], "Dhaka", None)])
    assert statuses(store)["n1"] is Status.BLOCKED


def test_merges_make_no_chains(store):
    store.append_all(
        [
            Decision(note="n1", action=Action.MERGE, who="R", others=("n2",)),
            Decision(note="n2", action=Action.MERGE, who="R", others=("n3",)),
            Decision(note="n3", action=Action.MERGE, who="R", others=("n1",)),
        ]
    )
    assert statuses(store) == {"n1": Status.OPEN, "n2": Status.MERGED, "n3": Status.OPEN}


def test_a_mark_blocks_until_it_is_decided_and_bulk_approval_passes_it_by(store, found, findings):
    notes = store.snapshot().notes
    store.put(notes, [*findings, found(notes[2], "Dhaka", None)])
    assert approve_all(store, who="R", why="read") == ("n1", "n2")
    assert undecided(store) == ("n3",)
    assert withhold_blocked(store, who="R", why="nobody here") == ("n3",)
    assert undecided(store) == ()
    assert [e.decision.who for e in store.snapshot().events] == ["R"] * 3


def test_a_note_that_is_not_anonymised_waits_and_one_set_aside_does_not(store):
    held = store.snapshot()
    store.held = replace(
        held, anonymised=held.anonymised[:1], findings=held.findings[:1], set_aside={"n2": "not English"}
    )
    assert statuses(store) == {"n1": Status.OPEN, "n2": Status.SET_ASIDE, "n3": Status.WAITING}
    assert undecided(store) == ("n1", "n3")


def test_findings_that_do_not_give_the_text_are_refused_without_quoting_it(store):
    held = store.snapshot()
    store.held = replace(held, findings=held.findings[1:])
    with pytest.raises(StoreError) as refusal:
        review(store.snapshot())
    assert "n1" in str(refusal.value)
    assert "Priya" not in str(refusal.value)


def test_only_the_notes_asked_for_are_worked_out(store):
    assert list(review(store.snapshot(), only={"n2"})) == ["n2"]
