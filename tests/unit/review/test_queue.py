import pytest

from chatham.model.private import Kind
from chatham.review.decide import review
from chatham.review.desk import Desk
from chatham.review.queue import Filters, progress, select


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(), ["n1", "n2", "n3"]),
        (Filters(working_group="WG2"), ["n3"]),
        (Filters(objective=13), ["n1"]),
        (Filters(objective="13"), ["n1"]),
        (Filters(review="challenges"), ["n3"]),
        (Filters(kind=Kind.PERSON), ["n1", "n2"]),
        (Filters(kind=Kind.CONTACT), []),
        (Filters(below=0.6), ["n2"]),
        (Filters(undecided=True), ["n1", "n2"]),
    ],
)
def test_filters(store, filters, ids):
    desk = Desk(store, who="R")
    desk.withhold("n3")
    assert [note.id for note in select(desk.notes.values(), filters)] == ids


def test_a_joined_note_is_in_no_queue_and_not_counted(store):
    desk = Desk(store, who="R")
    desk.merge("n1", ["n3"])
    assert [n.id for n in select(desk.notes.values(), Filters())] == ["n1", "n2"]
    assert str(progress(desk.notes.values())) == "0 of 2 decided"


def test_progress_counts_what_somebody_had_the_last_word_on(store):
    desk = Desk(store, who="R")
    desk.approve("n1")
    desk.withhold("n2")
    assert str(progress(review(store.snapshot()).values())) == "2 of 3 decided"
