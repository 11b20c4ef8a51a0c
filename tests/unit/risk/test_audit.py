from types import SimpleNamespace

import pytest

from chatham.model.framework import default_framework
from chatham.model.private import Participant, Roster
from chatham.risk.audit import FIRST, audit

FRAMEWORK = default_framework()


def person(row, category, country, gender, group="A"):
    return Participant(
        row=row, name=f"Person {row}", category=category, country=country, gender=gender, working_groups=(group,)
    )


ROSTER = Roster(
    participants=(
        person(1, "trade unions", "Tonga", "F"),
        person(2, "trade unions", "Nepal", "M"),
        person(3, "trade unions", "India", "M"),
        person(4, "media", "Tonga", "M"),
        person(5, "media", "Fiji", "F"),
        person(6, "academia", "Tonga", "F", "B"),
    )
)


def look(text, speaker=None, group="A"):
    note = SimpleNamespace(id="n", text=text, working_group=group)
    (risk,) = audit([note], roster=ROSTER, speakers={} if speaker is None else {"n": speaker}, framework=FRAMEWORK)
    return risk


def test_a_note_that_says_nothing_fits_its_whole_group():
    risk = look("Bail is too dear.", 1)
    assert (risk.k, risk.candidates) == (5, (1, 2, 3, 4, 5))
    assert risk.reasons == ()


def test_a_country_of_ones_own_narrows():
    risk = look("In my country, Tonga, bail is too dear.", 1)
    assert (risk.k, risk.candidates) == (2, (1, 4))
    assert "says which country the speaker is from" in risk.reasons


def test_a_country_that_is_the_topic_does_not():
    assert look("Tonga adopted a law on bail.", 4).k == 5


def test_clues_add_up_with_what_the_speaker_is_called():
    risk = look("A participant representing trade unions regretted that, and she said that bail is too dear.", 1)
    assert (risk.k, risk.candidates) == (1, (1,))


def test_who_is_the_only_one_stands_alone():
    risk = look("As the only one here from an island, I ask for a hotline.", 5)
    assert (risk.k, risk.candidates) == (1, (5,))


def test_what_is_not_true_of_the_speaker_is_said_of_somebody_else():
    assert look("The minister is late, she said.", 2).k == 5


def test_without_a_speaker_there_is_no_rank():
    risk = look("In my country, Tonga, bail is too dear.")
    assert risk.rank is None
    assert risk.candidates == (1, 4)


def test_in_another_group_others_count():
    assert look("Bail is too dear.", 6, "B").candidates == (6,)


def test_a_warning_where_the_attack_is_right_by_a_margin():
    assert FIRST in look("Person 3 said that India is late.", 3).reasons


@pytest.mark.parametrize("group", [None, "C"])
def test_where_the_group_is_not_known_everybody_counts(group):
    assert look("Bail is too dear.", None, group).k == 6
