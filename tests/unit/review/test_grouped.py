import pytest

from chatham.errors import InputError
from chatham.model.decisions import Action, Decision, Event
from chatham.model.public import ApprovedNote, Consultation, Point
from chatham.review.points import drop, edited, grouped, join, part, reword
from chatham.synthesise import synthesise

CONSULTATION = Consultation(title="A consultation")
NOTES = [
    ApprovedNote(id=i, text=text, voice=at, review="challenges", objectives=(8,))
    for at, (i, text) in enumerate(
        (
            ("a", "Bail is never offered to migrants in the courts of the capital."),
            ("b", "Migrants are never offered bail in the courts of the capital."),
            ("c", "Fishing crews sleep in containers."),
        )
    )
]


def point(*notes, review="challenges"):
    return Point(id="".join(notes), objectives=(8,), review=review, text="It is so.", notes=notes)


def events(*decisions):
    return [Event(position=at, batch=at, when="2026-01-01T00:00:00Z", decision=d) for at, d in enumerate(decisions, 1)]


def points(*decisions):
    together, apart = grouped(events(*decisions))
    made = synthesise(NOTES, consultation=CONSULTATION, together=together, apart=apart)
    return {p.notes for p in made.points}


def test_what_a_reviewer_joins_and_parts_stays_so():
    assert points() == {("a", "b"), ("c",)}
    assert points(*part(point("a", "b"), who="x")) == {("a",), ("b",), ("c",)}
    assert points(join([point("a", "b"), point("c")], who="x")) == {("a", "b", "c")}


def test_the_later_decision_counts_and_an_undone_one_does_not():
    apart, joined = part(point("a", "b"), who="x"), join([point("a"), point("b")], who="x")
    assert points(*apart, joined) == {("a", "b"), ("c",)}
    assert points(joined, *apart) == {("a",), ("b",), ("c",)}
    undone = Decision(note="a", action=Action.UNDO, who="x", undoes=1)
    assert points(*apart, undone) == {("a", "b"), ("c",)}


def test_points_that_cannot_be_one_or_several_are_refused():
    with pytest.raises(InputError, match="nothing to join"):
        join([point("a")], who="x")
    with pytest.raises(InputError, match="different review objectives"):
        join([point("a"), point("b", review="progress")], who="x")
    with pytest.raises(InputError, match="rests on one note"):
        part(point("a"), who="x")


def test_a_point_of_a_part_of_a_note_is_decided_on_as_one_of_the_note():
    one, other, third = point("5/1"), point("5/2"), point("5//2", "6")
    assert reword(one, "x", None, who="x", why="").touches == ("5",)
    assert drop(third, who="x", why="").touches == ("5", "6")
    assert join([one, point("6/2")], who="x").touches == ("5", "6")
    decided = events(reword(one, "It was so.", "Two participants", who="x", why=""), drop(third, who="x", why=""))
    # All three say the same, of the same note: each decision is about its own part.
    assert [p.text for p in edited([one, other, third], decided)] == ["It was so.", "It is so."]


def test_a_note_whose_id_looks_like_that_of_a_part_is_itself():
    known = {"5/1", "5/2", "7"}
    assert reword(point("5/1"), "x", None, who="x", why="", known=known).touches == ("5/1",)
    assert join([point("5/1"), point("5/2")], who="x", known=known).touches == ("5/1", "5/2")
    assert drop(point("7/2"), who="x", why="", known=known).touches == ("7",)
    decided = events(drop(point("5/1"), who="x", why="", known=known))
    assert edited([point("5/1"), point("5/2")], decided) == (point("5/2"),)
