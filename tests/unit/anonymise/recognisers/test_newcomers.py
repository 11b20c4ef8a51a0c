"""Who is not on the list, and what they come from."""

import pytest

from chatham.anonymise.recognisers.newcomers import newcomers
from chatham.anonymise.recognisers.surroundings import Surroundings


def said(text: str) -> tuple[list[str], list[str]]:
    found = list(newcomers(Surroundings(text)))
    people = [text[a:b] for one in found for a, b in one.people]
    bodies = [text[a:b] for one in found for a, b in one.bodies]
    return people, bodies


@pytest.mark.parametrize(
    ("text", "people", "bodies"),
    [
        (
            "walk-in: Mereoni Vula, Suva Net Menders (SNM). Ice costs more.",
            ["Mereoni Vula"],
            ["Suva Net Menders", "SNM"],
        ),
        ("New in the room: Aye Aye Thin, Harbour Sewing Circle.", ["Aye Aye Thin"], ["Harbour Sewing Circle"]),
        ("Zainabou Ylang, who had not registered, of the Port Choir, said", ["Zainabou Ylang"], ["Port Choir"]),
        ("Speaker: walk-in, Bayu Tegal (Kos Pelaut Lama)\nPractice: a house", ["Bayu Tegal"], ["Kos Pelaut Lama"]),
        ("- Nthabi (MDWT, not on my list, somebody brought her): agents at Maseru", ["Nthabi"], ["MDWT"]),
        (
            "(walk in, no mail) Sanela from the youth desk in the old town, says",
            ["Sanela"],
            ["youth desk in the old town"],
        ),
    ],
)
def test_names_and_organisations_beside_the_words_that_say_so(text: str, people: list[str], bodies: list[str]) -> None:
    assert said(text) == (people, bodies)


@pytest.mark.parametrize(
    "text",
    [
        "Unregistered workers in Lusaka have no inspector.",
        "Children who were not registered at birth cannot sit the exam in Zinder.",
        "It came late, said everybody in Accra and Tema.",
        "The contract was never registered with the Ministry of Labour of Nepal.",
    ],
)
def test_what_is_said_of_others_names_nobody(text: str) -> None:
    assert said(text) == ([], [])


def test_what_a_newcomer_spoke_of_is_not_theirs() -> None:
    people, bodies = said("Edoardo (again the walk-in) spoke of the Silicosis Trust: it pays late")
    assert people == ["Edoardo"]
    assert bodies == []
