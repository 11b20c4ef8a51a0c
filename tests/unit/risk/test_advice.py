from itertools import pairwise
from types import SimpleNamespace

import pytest

from chatham.model.framework import default_framework
from chatham.model.private import Kind, Participant, Roster
from chatham.risk.advice import advise, apply_advice, by_note
from chatham.risk.attack import Attacker

PEOPLE = (
    ("trade unions", "Tonga", "F"),
    ("trade unions", "Nepal", "M"),
    ("media", "India", "M"),
    ("media", "Fiji", "F"),
)
ROSTER = Roster(
    participants=tuple(
        Participant(row=row, name=f"Person {row}", category=category, country=country, gender=gender)
        for row, (category, country, gender) in enumerate(PEOPLE, 1)
    )
)
ATTACKER = Attacker(ROSTER, framework=default_framework())


def taken(text, speaker):
    note = SimpleNamespace(id="n", text=text, working_group=None)
    _, advice = advise([note], ATTACKER, speakers={"n": speaker})
    return apply_advice(text, by_note(advice).get("n", ())), advice


@pytest.mark.parametrize(
    ("text", "speaker", "wanted"),
    [
        (
            "In Nepal and in Fiji bail is too dear.",
            2,
            "In a country in the region and in Fiji bail is too dear.",
        ),
        ("Nepal's law is silent, unlike that of Fiji.", 2, "One country's law is silent, unlike that of Fiji."),
        ("Nepali workers wait, as in Fiji.", 2, "Local workers wait, as in Fiji."),
        ("In my country, Tonga, bail is dear.", 1, "In my country, bail is dear."),
        ("She said it twice.", 1, "The participant said it twice."),
        ("As a mother of three, I know.", 4, "As a parent of three, I know."),
        ("Now the Nepal embassy renews it by post.", 2, "Now one country's embassy renews it by post."),
        ("They queue at Nepal embassy gates.", 2, "They queue at one country's embassy gates."),
        ("It was asked of Nepal and the EU.", 2, "It was asked of a country in the region and the EU."),
        (
            "In Nepal workers wait. The Nepal police knows.",
            2,
            "In a country in the region workers wait. The country's police knows.",
        ),
        ("A Nepali told us of it.", 2, "A person from the country told us of it."),
        ("The 39 Nepalis who died were young.", 2, "The 39 people from the country who died were young."),
        ("Put it into Tok Pisin and Nepali, please.", 2, "Put it into Tok Pisin and a local language, please."),
        ("Boats fish in Nepal waters.", 2, "Boats fish in one country's waters."),
    ],
)
def test_what_points_at_the_speaker_is_generalised(text, speaker, wanted):
    assert taken(text, speaker)[0] == wanted


def test_a_note_that_points_at_somebody_else_is_left_alone():
    assert taken("In Nepal and in Fiji bail is too dear.", 3) == ("In Nepal and in Fiji bail is too dear.", ())


def test_where_there_is_no_safe_form_it_is_only_marked():
    text = "As the only one here from an island, I ask for a hotline."
    after, advice = taken(text, 4)
    assert after == text
    assert [a.replacement for a in advice] == [None]


def test_advice_is_sorted_disjoint_and_quotes_nothing():
    _, advice = taken("In my country, Tonga, she said, bail is dear. I was counsel in the Tonga case.", 1)
    assert advice
    assert all(a.end <= b.start for a, b in pairwise(advice))
    assert all(a.kind is Kind.INDIRECT and "Tonga" not in a.why for a in advice)
