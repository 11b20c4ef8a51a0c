import pytest

from chatham.model.decisions import Action, Decision
from chatham.model.private import Kind, RawNote
from chatham.review.redactions import Verdict, redact

NOTE = RawNote(id="n", text="Rafiq Talukder from Lantern asked Hope for hope.")


def decide(action, words, *, text=NOTE.text, **more):
    start = text.index(words)
    return Decision(note="n", action=action, who="R", start=start, end=start + len(words), surface=words, **more)


@pytest.fixture
def two(found):
    return [
        found(NOTE, "Rafiq Talukder from Lantern", "A participant"),
        found(NOTE, "Hope", "another participant"),
    ]


def test_without_decisions_the_findings_are_applied(two):
    text, redactions = redact(NOTE.text, two, ())
    assert text == "A participant asked another participant for hope."
    assert [text[slice(*r.at)] for r in redactions] == ["A participant", "another participant"]
    assert {r.verdict for r in redactions} == {Verdict.OPEN}


def test_a_rejected_redaction_leaves_the_words(two):
    text, redactions = redact(NOTE.text, two, [decide(Action.REJECT, "Hope")])
    assert text == "A participant asked Hope for hope."
    assert text[slice(*redactions[1].at)] == "Hope"


def test_the_last_decision_on_a_span_counts(two):
    text, redactions = redact(
        NOTE.text,
        two,
        [
            decide(Action.REJECT, "Hope"),
            decide(Action.REPLACE, "Hope", replacement="somebody"),
            decide(Action.ACCEPT, "Hope"),
        ],
    )
    assert text == "A participant asked somebody for hope."
    assert redactions[1].verdict is Verdict.ACCEPTED


def test_a_mark_without_a_decision_changes_nothing_and_is_open(found):
    text, (redaction,) = redact(NOTE.text, [found(NOTE, "Lantern", None)], [decide(Action.ACCEPT, "Lantern")])
    assert text == NOTE.text
    assert redaction.open_mark
    _, (rejected,) = redact(NOTE.text, [found(NOTE, "Lantern", None)], [decide(Action.REJECT, "Lantern")])
    assert not rejected.open_mark
    text, (replaced,) = redact(
        NOTE.text, [found(NOTE, "Lantern", None)], [decide(Action.REPLACE, "Lantern", replacement="an organization")]
    )
    assert text == "Rafiq Talukder from an organization asked Hope for hope."
    assert not replaced.open_mark


def test_a_missed_span_takes_in_what_it_touches(found):
    mark = decide(Action.MARK, "Rafiq Talukder from", kind=Kind.PERSON, replacement="A participant from")
    text, (redaction,) = redact(NOTE.text, [found(NOTE, "Talukder from Lantern", "one")], [mark])
    assert text == "A participant from asked Hope for hope."
    assert (redaction.start, redaction.end) == (0, len("Rafiq Talukder from Lantern"))
    assert redaction.verdict is Verdict.MARKED


def test_a_missed_span_does_not_take_in_what_was_rejected(found):
    mark = decide(Action.MARK, "Rafiq", kind=Kind.PERSON, replacement="A participant")
    whole = [found(NOTE, "Rafiq Talukder from Lantern", "one")]
    text, _ = redact(NOTE.text, whole, [decide(Action.REJECT, "Rafiq Talukder from Lantern"), mark])
    assert text == "A participant Talukder from Lantern asked Hope for hope."


def test_a_missed_span_can_be_rejected_by_the_span_it_grew_to(found):
    mark = decide(Action.MARK, "Talukder from Lantern", kind=Kind.PERSON, replacement="one")
    text, _ = redact(
        NOTE.text,
        [found(NOTE, "Rafiq Talukder", "A participant")],
        [mark, decide(Action.REJECT, "Rafiq Talukder from Lantern")],
    )
    assert text == NOTE.text


def test_a_replacement_outlives_the_finding_it_was_about():
    text, _ = redact(NOTE.text, [], [decide(Action.REPLACE, "Hope", kind=Kind.PERSON, replacement="one")])
    assert text == "Rafiq Talukder from Lantern asked one for hope."


def test_in_a_changed_text_a_rejection_does_not_wander(found):
    changed = RawNote(id="n", text="Later, Hope asked Hope.")
    text, _ = redact(changed.text, [found(changed, "Hope", "one")], [decide(Action.REJECT, "Hope")])
    assert text == "Later, one asked Hope."


def test_in_a_changed_text_a_missed_span_is_found_again():
    mark = decide(Action.MARK, "Hope", kind=Kind.PERSON, replacement="one")
    text, _ = redact("Later, Hope asked Hope, hopefully.", [], [mark])
    assert text == "Later, one asked one, hopefully."


def test_a_deleted_name_leaves_nothing(found):
    text, (redaction,) = redact("thanks Rose!", [found(RawNote(id="n", text="thanks Rose!"), " Rose", "")], ())
    assert text == "thanks!"
    assert redaction.at == (6, 6)
