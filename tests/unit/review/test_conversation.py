import json

import pytest

from chatham.model.public import Consultation, WorkingGroup
from chatham.review.bulk import approved
from chatham.review.conversation import Conversation
from chatham.review.desk import Desk


@pytest.fixture
def page(store):
    """A page, and all that it has been sent."""
    return Page(store)


class Page:
    def __init__(self, store, **more):
        self.conversation = Conversation(store, who="Reviewer", **more)
        self.received = []
        self.say({"type": "open"})

    def say(self, message):
        answers = self.conversation.answer(message)
        self.received += answers
        for answer in answers:
            if answer["type"] == "note":
                self.note = answer
        return answers

    def do(self, action, **more):
        return self.say(
            {"type": "do", "action": action, "note": self.note["id"], "version": self.note["version"], **more}
        )


def test_a_page_is_sent_choices_and_the_first_note(store):
    consultation = Consultation(title="T", working_groups=(WorkingGroup(id="WG1", name="One"),))
    page = Page(store, consultation=consultation)
    choices, note = page.received
    assert choices["groups"] == [["WG1", "One"]]
    assert len(choices["objectives"]) == 23
    assert note["segments"] == [
        {
            "text": "A participant",
            "number": 0,
            "kind": "PERSON",
            "verdict": "undecided",
            "open": False,
            "why": "on the registration list",
            "score": 0.9,
            "by": "test",
        },
        {"text": " said that bail is never offered."},
    ]
    assert (note["progress"], note["index"], note["total"]) == ("0 of 3 decided", 0, 3)


def test_raw_text_is_sent_for_the_note_that_was_asked_for_and_no_other(page):
    page.do("accept", number=0)
    page.do("approve")
    page.do("replace", number=1, replacement="Somebody")
    page.say({"type": "filter", "undecided": False})
    page.say({"type": "go", "by": 1})
    page.do("undo")
    page.say({"type": "bad"})
    assert not [name for name in ("Priya", "Lantern", "Sunny", "Hope") if name in json.dumps(page.received)]
    page.say({"type": "filter", "undecided": False})
    (answer,) = page.say({"type": "original"})
    assert answer == {
        "type": "original",
        "note": "n1",
        "text": "Priya (Lantern) said that bail is never offered.",
        "covered": [[0, 15, True]],
    }


def test_every_action_reaches_the_store(page, store):
    page.do("tag", objectives=["4", "A.1"], review="progress")
    assert page.note["parts"][0]["objectives"] == [4, "A.1"]
    page.do("cover", number=0, start=0, end=5)
    assert page.note["text"].startswith("A participant (Lantern) said")
    page.do("undo")
    page.do("reject", number=0, why="common")
    assert page.note["text"].startswith("Priya")
    page.do("accept", number=0)
    start = page.note["text"].index("bail")
    page.do("mark", start=start, end=start + 4, kind="INDIRECT", replacement="it")
    page.do("split", cuts=[start])
    assert [p["id"] for p in page.note["parts"]] == ["n1/1", "n1/2"]
    page.do("undo")
    page.do("merge", others=["n3"])
    assert page.note["merged"] == ["n3"]
    page.do("undo")
    page.do("edit", text="It is never offered.")
    page.do("approve")
    assert page.note["id"] == "n2"
    page.do("withhold")
    page.say({"type": "go", "by": -1})
    page.do("reopen")
    assert page.note["status"] == "open"
    assert page.note["progress"] == "1 of 3 decided"
    assert [h["action"] for h in page.note["history"]] == ["withhold", "reopen"]
    assert [n.text for n in approved(store)] == ["It is never offered."]


def test_filters(page):
    page.say({"type": "filter", "working_group": "WG2", "objective": "21", "review": "challenges", "kind": ""})
    assert (page.note["id"], page.note["total"]) == ("n3", 1)
    page.say({"type": "filter", "kind": "PERSON", "below": "0.6", "undecided": True})
    assert page.note["id"] == "n2"
    page.say({"type": "filter", "kind": "CONTACT"})
    assert page.note["id"] is None


def test_past_the_last_note_there_is_none_and_one_can_go_back(page):
    page.say({"type": "go", "by": 5})
    assert page.note["id"] is None
    assert page.say({"type": "original"})[0]["type"] == "told"
    page.say({"type": "go", "by": -1})
    assert page.note["id"] == "n3"


def test_a_joined_note_is_passed_over(page):
    page.say({"type": "go", "by": 2})
    page.do("merge", others=["n1"])
    page.say({"type": "go", "by": -2})
    assert page.note["id"] == "n2"
    page.say({"type": "go", "by": 1})
    assert page.note["id"] == "n3"


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"type": "do"},
        {"type": "go", "by": "far"},
        {"type": "do", "action": "shout", "note": "n1", "version": 1},
        {"type": "do", "action": "accept", "note": "n1", "version": 1, "number": 99},
        {"type": "do", "action": "mark", "note": "n1", "version": 1, "start": 0, "end": 0},
        {"type": "do", "action": "approve", "note": "n9", "version": 1},
        {"type": "filter", "kind": "NOBODY"},
    ],
)
def test_nonsense_is_answered_and_changes_nothing(page, store, message):
    answers = page.say(message)
    assert answers[0]["type"] == "told"
    assert answers[1]["id"] == "n1"
    assert store.snapshot().events == ()


def test_the_second_of_two_people_is_told_and_shown_what_the_first_did(page, store):
    Desk(store, who="Other").reject("n1", 0)
    told, note = page.do("accept", number=0)
    assert "somebody else" in told["text"]
    assert note["segments"][0]["verdict"] == "rejected"


def test_a_page_that_shows_an_older_version_is_told(page, store):
    Desk(store, who="Other").reject("n1", 0)
    page.say({"type": "go", "by": 1})
    page.do("approve")
    told, _ = page.say({"type": "do", "action": "approve", "note": "n1", "version": 1})
    assert "changed since" in told["text"]
    assert [n.id for n in approved(store)] == ["n2"]


def test_notes_at_risk_can_be_chosen_and_say_why(store):
    from chatham.model.private import NoteRisk
    from chatham.review.conversation import Conversation

    risks = {"n2": NoteRisk(note="n2", k=1, reasons=("one alone can have said it",)), "n3": NoteRisk(note="n3", k=9)}
    talk = Conversation(store, who="R. Porter", risks=risks)
    choices, first = talk.answer({"type": "open"})
    assert choices["risks"] == 1
    assert (first["id"], first["risk"], first["total"]) == ("n1", [], 3)
    (only,) = talk.answer({"type": "filter", "undecided": True, "risk": True})
    assert (only["id"], only["total"]) == ("n2", 1)
    assert only["risk"] == ["one alone can have said it"]
    assert Conversation(store, who="R. Porter").answer({"type": "open"})[0]["risks"] == 0


def test_every_answer_ends_with_the_one_message_that_the_page_waits_for(page):
    said = [
        {"type": "open"},
        {"type": "filter", "undecided": True},
        {"type": "go", "by": 1},
        {"type": "original"},
        {"type": "undo"},
        {"type": "nonsense"},
        {"type": "go", "by": "x"},
        {"type": "do", "action": "accept", "note": "no such", "version": 0, "number": 0},
        {"type": "go", "by": 99},
        {"type": "original"},
    ]
    for message in said:
        kinds = [answer["type"] for answer in page.say(message)]
        assert [k in ("note", "original") for k in kinds] == [False] * (len(kinds) - 1) + [True]


def test_what_is_refused_is_told_from_what_was_done(page):
    assert page.do("split", cuts=[0])[0]["refused"]
    page.do("accept", number=0)
    told, _ = page.do("undo")
    assert told["text"].startswith("taken back")
    assert "refused" not in told


def test_the_last_decision_can_be_taken_back_after_the_last_note(page):
    page.do("withhold")
    page.say({"type": "go", "by": 99})
    assert page.note["id"] is None
    page.say({"type": "undo"})
    assert page.note["id"] is not None
    assert page.note["progress"] == "0 of 3 decided"
