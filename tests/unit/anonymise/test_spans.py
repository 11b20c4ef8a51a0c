import pytest

from chatham.anonymise.spans import Edit, apply, merge, ordered, precedence, widen
from chatham.errors import DetectionError
from chatham.model.private import Kind


def edit(start, end, replacement="x", kind=Kind.PERSON, **more):
    return Edit(start, end, kind, replacement, **more)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 3)])
def test_an_edit_that_reaches_nowhere_is_refused(start, end):
    with pytest.raises(ValueError, match="cannot reach"):
        edit(start, end)


@pytest.mark.parametrize(
    ("kinds", "first"),
    [
        ([Kind.INDIRECT, Kind.CONTACT], Kind.CONTACT),
        ([Kind.CONTACT, Kind.AFFILIATION], Kind.AFFILIATION),
        ([Kind.AFFILIATION, Kind.PERSON, Kind.INDIRECT], Kind.PERSON),
    ],
)
def test_a_merged_edit_takes_the_first_kind(kinds, first):
    assert precedence(kinds) is first


def test_edits_are_applied_between_untouched_text():
    assert apply("Priya said yes", [edit(0, 5, "A participant"), edit(11, 14, "no")]) == "A participant said no"


def test_an_edit_for_review_changes_nothing():
    assert apply("our shelter", [edit(0, 11, None)]) == "our shelter"


def test_an_empty_replacement_removes():
    assert apply("thanks Rose!", [edit(6, 11, "")]) == "thanks!"


@pytest.mark.parametrize("edits", [[edit(0, 3), edit(2, 4)], [edit(3, 4), edit(0, 1)], [edit(2, 99)]])
def test_edits_out_of_order_are_refused(edits):
    assert not ordered(edits, within=5)
    with pytest.raises(DetectionError, match="overlap"):
        apply("abcde", edits)


def test_overlapping_edits_become_one_that_covers_both():
    [united] = merge([edit(4, 9, "long", Kind.AFFILIATION), edit(0, 5, "ab", Kind.PERSON), edit(8, 10, None)])
    assert (united.start, united.end, united.kind) == (0, 10, Kind.PERSON)
    assert united.replacement in {"long", "ab"}


def test_edits_that_touch_stay_apart():
    assert merge([edit(3, 6), edit(0, 3)]) == (edit(0, 3), edit(3, 6))


def test_a_change_outweighs_a_longer_mark_for_review():
    [united] = merge([edit(0, 20, None, Kind.INDIRECT), edit(3, 5, "a participant")])
    assert united.replacement == "a participant"


def test_widening_stops_at_the_ends():
    assert widen(edit(1, 2), left=5, right=5, text="abc") == edit(0, 3)
    with pytest.raises(ValueError, match="narrowed"):
        widen(edit(1, 2), left=-1, text="abc")
