import pytest

from chatham.anonymise.cast import Cast
from chatham.anonymise.phrases import Noun

A, B, C = frozenset({1}), frozenset({2}), frozenset({3})


def test_one_person_is_the_participant_from_the_second_time_on():
    cast = Cast()
    assert [cast.person(A), cast.person(A)] == ["a participant", "the participant"]


def test_others_are_told_from_the_speaker():
    cast = Cast(A, speaker_known=True)
    assert [cast.person(B), cast.person(A), cast.person(B)] == [
        "another participant",
        "a participant",
        "the other participant",
    ]
    assert cast.person(C) == "another participant"
    assert cast.person(B) == "another participant"


def test_labels_say_the_same_each_time():
    cast = Cast()
    assert {cast.person(A, label=True), cast.person(B, label=True), cast.person(A, label=True)} == {"a participant"}


def test_people_named_together_are_the_first_and_the_second():
    cast = Cast()
    assert cast.people([A, B]) == "two participants"
    assert [cast.person(B), cast.person(A)] == ["the second", "the first"]
    assert cast.person(B, possessed=True) == "another participant"
    assert cast.people([A, B]) == "the two participants"


@pytest.mark.parametrize(("main", "phrase"), [(C, "two other participants"), (A, "two participants")])
def test_people_beside_the_speaker_are_others(main, phrase):
    assert Cast(main, speaker_known=True).people([A, B]) == phrase


def test_whom_the_speaker_stands_for_is_the_speaker():
    cast = Cast(frozenset({1, "organisation x"}), speaker_known=True)
    assert [cast.person(A), cast.person(frozenset({"organisation x"}))] == ["a participant", "the participant"]


def test_organisations_are_counted_apart_from_people():
    cast = Cast()
    assert cast.person(A) == "a participant"
    assert cast.organisation(A) == "a participating organization"
    assert cast.organisation(B) == "another participating organization"
    assert [cast.organisation(A), cast.organisation(B)] == ["the organization", "the other organization"]


def test_a_noun_that_stays_is_used_again():
    cast = Cast()
    cast.stays(A, "Widow")
    assert cast.person(A) == "the widow"


def test_nobody_says_that_an_outsider_took_part():
    cast = Cast()
    assert [cast.person(A, outsider=True), cast.person(A)] == ["a person", "the person"]


def test_descriptions_take_the_place_of_participant():
    cast = Cast(describe=lambda who: Noun("trade unionist", "trade unionists", "trade unionist"))
    assert [cast.person(A), cast.person(B), cast.person(A)] == [
        "a trade unionist",
        "another trade unionist",
        "the trade unionist",
    ]
