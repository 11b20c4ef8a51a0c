import pytest

from chatham.errors import InputError
from chatham.model.decisions import Action, Decision, Event
from chatham.model.public import ApprovedNote, Consultation, Point
from chatham.review.points import grouped, join, part
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
