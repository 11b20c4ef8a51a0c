from __future__ import annotations

from chatham.model.private import RawNote
from chatham.outcomes import differences


def test_what_is_different_is_what_the_file_says_and_not_a_suggestion_that_went_with_the_text() -> None:
    old = RawNote(id="1", text="Boats drift.", objectives=(8,), review="challenges", suggested=("review",))
    new = RawNote(id="1", text="Boats drift on.", objectives=(8, 21))
    (change,) = differences({"1": old}, {"1": new}, {"1"}, ())
    assert change.fields == ("text", "objectives")
    assert str(change).endswith("changed in text, objectives; it was approved, and is open again")


def test_a_tag_that_somebody_wrote_and_took_back_is_different() -> None:
    old = RawNote(id="1", text="Boats drift.", review="challenges")
    (change,) = differences({"1": old}, {"1": RawNote(id="1", text="Boats drift.")}, (), ())
    assert change.fields == ("review",)


def test_a_suggestion_that_somebody_overrules_is_different() -> None:
    old = RawNote(id="1", text="Boats drift.", review="challenges", suggested=("review",))
    new = RawNote(id="1", text="Boats drift.", review="progress")
    (change,) = differences({"1": old}, {"1": new}, (), ())
    assert change.fields == ("review",)
