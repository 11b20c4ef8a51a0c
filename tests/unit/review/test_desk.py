import pytest

from chatham.errors import Conflict, InputError, Refused
from chatham.model.decisions import Action, Decision
from chatham.model.private import Kind, RawNote
from chatham.review.bulk import approved
from chatham.review.decide import Status, review
from chatham.review.desk import Desk
from chatham.review.redactions import Verdict


@pytest.fixture
def desk(store):
    return Desk(store, who="Reviewer")


def agrees(desk, store):
    """What the desk keeps in hand is what the store would say."""
    return desk.notes == review(store.snapshot())


def test_accept_reject_and_change_are_in_the_store_at_once(desk, store):
    desk.accept("n1", 0)
    desk.reject("n2", 0, why="a common word")
    desk.replace("n2", 1, "The second")
    assert desk.notes["n2"].text == "We hope that Hope will send the form. The second agreed."
    assert [r.verdict for r in desk.notes["n2"].redactions] == [Verdict.REJECTED, Verdict.REPLACED]
    assert [e.decision.who for e in store.snapshot().events] == ["Reviewer"] * 3
    assert agrees(desk, store)


def test_everywhere_decides_what_is_undecided_on_the_same_words_of_the_same_kind(desk, store, found, findings):
    notes = [*store.snapshot().notes]
    notes += [RawNote(id=f"m{i}", text=t) for i, t in enumerate(["HOPE is needed", "Hope is a group", "Hope spoke"])]
    kinds = [Kind.PERSON, Kind.AFFILIATION, Kind.PERSON]
    more = [found(n, n.text[:4], "A participant", kind=k) for n, k in zip(notes[3:], kinds, strict=True)]
    store.put(notes, [*findings, *more])
    desk.refresh()
    desk.accept("m2", 0)
    desk.reject("n2", 0, everywhere=True)
    assert [desk.notes[i].text for i in ("m0", "m1", "m2")] == [
        "HOPE is needed",
        "A participant is a group",
        "A participant spoke",
    ]
    assert agrees(desk, store)
    assert set(desk.undo()) == {"n2", "m0"}
    assert desk.notes["m0"].text == "A participant is needed"


def test_a_missed_span_is_given_in_the_text_as_shown(desk, store):
    shown = desk.notes["n2"].text
    start = shown.index("the form")
    desk.mark("n2", start, start + len("the form"), kind=Kind.INDIRECT, replacement="it")
    assert desk.notes["n2"].text == "We hope that a participant will send it. Another participant agreed."
    assert agrees(desk, store)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("that a part", "We hope X will send the form. Another participant agreed."),
        ("icipant will", "We hope that X send the form. Another participant agreed."),
        ("participant", "We hope that X will send the form. Another participant agreed."),
        ("a participant will send the form. Another participant", "We hope that X agreed."),
        ("We hope", "X that a participant will send the form. Another participant agreed."),
        (" agreed.", "We hope that a participant will send the form. Another participantX"),
    ],
)
def test_a_missed_span_takes_in_what_it_touches_of_a_redaction(desk, words, text):
    start = desk.notes["n2"].text.index(words)
    desk.mark("n2", start, start + len(words), replacement="X")
    assert desk.notes["n2"].text == text


def cover(desk, note, number, words):
    start = desk.original(note).index(words)
    desk.cover(note, number, start, start + len(words))
    return desk.notes[note].text


def test_a_redaction_is_made_narrower_by_a_decision_that_is_on_record(desk, store):
    desk.approve("n1")
    assert cover(desk, "n1", 0, "Priya") == "A participant (Lantern) said that bail is never offered."
    assert desk.notes["n1"].status is Status.OPEN
    assert [(e.decision.action, e.decision.surface) for e in store.snapshot().events[1:]] == [
        (Action.REJECT, "Priya (Lantern)"),
        (Action.MARK, "Priya"),
    ]
    (redaction,) = desk.notes["n1"].redactions
    assert (redaction.start, redaction.end, redaction.kind) == (0, 5, Kind.PERSON)
    assert agrees(desk, store)
    assert cover(desk, "n1", 0, "Pri").startswith("A participantya (Lantern)")
    desk.undo()
    desk.undo()
    assert desk.notes["n1"].text == "A participant said that bail is never offered."
    assert desk.notes["n1"].status is Status.APPROVED


def test_a_redaction_is_made_wider_or_moved(desk, store):
    assert cover(desk, "n1", 0, "Priya (Lantern) said that") == "A participant bail is never offered."
    assert [e.decision.action for e in store.snapshot().events] == [Action.MARK]
    assert cover(desk, "n1", 0, "(Lantern) said that bail") == "Priya a participant is never offered."
    assert cover(desk, "n1", 0, "Priya (Lantern)") == "A participant said that bail is never offered."
    desk.reject("n1", 0)
    assert cover(desk, "n1", 0, "Lantern") == "Priya (a participant) said that bail is never offered."
    assert agrees(desk, store)


def test_a_redaction_that_is_made_wider_takes_in_what_it_touches_of_another(desk):
    shown = desk.notes["n2"].redactions
    raw = desk.original("n2")
    desk.cover("n2", 0, shown[0].start, shown[1].start + 1)
    (redaction,) = desk.notes["n2"].redactions
    assert (redaction.start, redaction.end) == (shown[0].start, shown[1].end)
    assert raw[redaction.start : redaction.end] not in desk.notes["n2"].text


def test_what_was_made_narrower_is_whole_again_once_the_words_have_moved(desk, store, found):
    note = RawNote(id="n", text="Rose Bell of Kew spoke.")
    store.put([note], [found(note, "Rose Bell of Kew", "A participant")])
    desk.refresh()
    assert cover(desk, "n", 0, "Rose Bell") == "A participant of Kew spoke."
    later = RawNote(id="n", text="Then Rose Bell of Kew spoke.")
    store.put([later], [found(later, "Rose Bell of Kew", "a participant")])
    desk.refresh()
    assert desk.notes["n"].text == "Then A participant spoke."
    wider = note.model_copy()
    store.put([wider], [found(wider, "Rose Bell of Kew spoke", "A participant spoke")])
    desk.refresh()
    assert "Kew" not in desk.notes["n"].text


def test_what_cannot_be_covered_is_refused(desk):
    for start, end in ((20, 24), (0, 0), (3, 2), (0, 999)):
        with pytest.raises(InputError):
            desk.cover("n1", 0, start, end)
    with pytest.raises(InputError):
        desk.cover("n1", 3, 0, 5)
    desk.edit("n1", "Something else.")
    with pytest.raises(Refused):
        desk.cover("n1", 0, 0, 5)


def test_a_missed_span_beside_a_deletion_leaves_the_deletion_alone(desk, store, found):
    note = RawNote(id="n", text="thanks Rose! Tom left.")
    store.put([note], [found(note, " Rose", "")])
    desk.refresh()
    desk.mark("n", 6, 7, replacement=" all!")
    assert desk.notes["n"].text == "thanks all! Tom left."
    assert len(desk.notes["n"].redactions) == 2
    desk.mark("n", 0, 6, replacement="Thanks")
    assert desk.notes["n"].text == "Thanks all! Tom left."


def test_a_missed_span_everywhere_goes_wherever_it_is_a_word_of_its_own(desk, store, findings):
    notes = [*store.snapshot().notes, RawNote(id="m", text="Dhaka. In Dhaka. Dhakaites say so.")]
    store.put(notes, findings)
    desk.refresh()
    start = desk.notes["n3"].text.index("Dhaka")
    desk.mark("n3", start, start + 5, kind=Kind.AFFILIATION, everywhere=True)
    assert desk.notes["m"].text == ("A participating organization. In a participating organization. Dhakaites say so.")


def test_a_redaction_is_made_anew_by_rejecting_it_and_marking_in_the_original(desk, store):
    desk.reject("n1", 0)
    desk.mark("n1", 0, 5, replacement="A participant", original=True)
    assert desk.notes["n1"].text == "A participant (Lantern) said that bail is never offered."
    desk.mark("n1", 7, 14, kind=Kind.AFFILIATION, original=True)
    assert desk.notes["n1"].text == "A participant (a participating organization) said that bail is never offered."
    assert agrees(desk, store)
    with pytest.raises(InputError):
        desk.mark("n1", 0, 999, original=True)


def test_marking_in_a_rewritten_text_rewrites_it(desk, store):
    desk.edit("n3", "Tom saw no form.")
    desk.mark("n3", 0, 3)
    assert desk.notes["n3"].text == "A participant saw no form."
    assert agrees(desk, store)


def test_there_must_be_words_to_mark(desk):
    for start, end in ((3, 3), (-1, 4), (2, 3), (0, 999)):
        with pytest.raises(InputError):
            desk.mark("n3", start, end)


def test_a_mark_of_the_engine_cannot_be_accepted_or_approved_as_it_is(desk, store, found, findings):
    notes = store.snapshot().notes
    store.put(notes, [*findings, found(notes[2], "Dhaka", None)])
    desk.refresh()
    with pytest.raises(Refused):
        desk.accept("n3", 0)
    with pytest.raises(Refused):
        desk.approve("n3")
    desk.reject("n3", 0)
    desk.approve("n3")
    assert [n.id for n in approved(store)] == ["n3"]


def test_approve_withhold_reopen(desk):
    desk.approve("n1")
    assert desk.notes["n1"].status is Status.APPROVED
    desk.withhold("n1")
    assert desk.notes["n1"].status is Status.WITHHELD
    desk.reopen("n1")
    assert desk.notes["n1"].status is Status.OPEN


def test_the_second_of_two_people_is_told_and_sees_what_the_first_did(store):
    one, two = Desk(store, who="One"), Desk(store, who="Two")
    one.reject("n2", 0)
    with pytest.raises(Conflict):
        two.replace("n2", 0, "somebody")
    assert two.notes["n2"].redactions[0].verdict is Verdict.REJECTED
    two.replace("n2", 0, "somebody")
    assert two.notes["n2"].text.startswith("We hope that somebody")
    two.approve("n1")
    one.refresh()
    one.accept("n2", 1)
    assert one.notes["n1"].status is Status.APPROVED
    assert [e.decision.who for e in store.snapshot().events] == ["One", "Two", "Two", "One"]


def test_a_decision_takes_in_what_somebody_else_did_to_other_notes(store):
    one, two = Desk(store, who="One"), Desk(store, who="Two")
    two.approve("n1")
    one.approve("n3")
    assert one.notes["n1"].status is Status.APPROVED


def test_undo_takes_back_only_ones_own_and_goes_on_taking_back(store):
    one, two = Desk(store, who="One"), Desk(store, who="Two")
    one.reject("n2", 0)
    one.approve("n3")
    two.refresh()
    two.approve("n1")
    one.refresh()
    assert one.undo() == ("n3",)
    assert one.undo() == ("n2",)
    assert one.undo() == ()
    assert one.notes["n1"].status is Status.APPROVED
    assert one.notes["n2"].redactions[0].verdict is Verdict.OPEN


def test_history_says_what_stands(desk):
    desk.reject("n2", 0, why="a common word")
    desk.undo()
    desk.approve("n2")
    assert [(e.decision.action, stands) for e, stands in desk.history("n2")] == [
        (Action.REJECT, False),
        (Action.APPROVE, True),
    ]


def test_tags_of_a_note(desk):
    desk.tag("n1", [4, 13], "challenges")
    (part,) = desk.notes["n1"].parts
    assert (part.objectives, part.review) == ((4, 13), "challenges")


def test_split_and_its_refusals(desk):
    cut = desk.notes["n2"].text.index("Another")
    desk.split("n2", [cut])
    assert [p.id for p in desk.notes["n2"].parts] == ["n2/1", "n2/2"]
    for cuts in ([], [0], [cut, cut], [999], [len(desk.notes["n2"].text)]):
        with pytest.raises(InputError):
            desk.split("n2", cuts)


def test_merge_and_its_refusals(desk, store):
    with pytest.raises(Refused, match="two people"):
        desk.merge("n1", ["n2"])
    for others in ([], ["n1"], ["n3", "n3"]):
        with pytest.raises(InputError):
            desk.merge("n1", others)
    desk.merge("n1", ["n3"])
    assert desk.notes["n3"].status is Status.MERGED
    assert agrees(desk, store)
    with pytest.raises(Refused, match="joined already"):
        desk.merge("n3", ["n1"])
    assert desk.undo() == ("n1",)
    assert desk.notes["n3"].status is Status.OPEN
    assert agrees(desk, store)


def test_an_edit_needs_words_and_one_that_changes_nothing_is_none(desk, store):
    with pytest.raises(InputError):
        desk.edit("n1", "  ")
    desk.edit("n1", desk.notes["n1"].text)
    assert store.snapshot().events == ()


def test_errors_name_the_note_and_nothing_that_was_said(desk):
    with pytest.raises(InputError, match="no note of the id n9"):
        desk.approve("n9")
    with pytest.raises(InputError) as error:
        desk.accept("n1", 4)
    assert "Priya" not in str(error.value)


def test_the_original_is_there_when_asked_for(desk):
    assert desk.original("n1").startswith("Priya (Lantern)")


def test_a_decision_shows_no_words_when_printed():
    decision = Decision(note="n", action=Action.REJECT, who="R", start=0, end=5, surface="Priya")
    assert "Priya" not in repr(decision)


def test_what_is_decided_on_a_joined_note_is_in_the_whole_at_once(desk, store):
    desk.merge("n1", ["n3"])
    whole = desk.notes["n1"].text
    desk.edit("n3", "The harbour is shut.")
    assert desk.notes["n1"].text.endswith("The harbour is shut.")
    assert agrees(desk, store)
    desk.undo()
    assert desk.notes["n1"].text == whole
    assert agrees(desk, store)
    desk.withhold("n2")
    assert agrees(desk, store)
    desk.undo()
    desk.undo()
    assert desk.notes["n3"].status is not Status.MERGED
    assert agrees(desk, store)
