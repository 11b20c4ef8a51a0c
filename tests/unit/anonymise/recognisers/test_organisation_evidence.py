"""A landscape, a treaty or a people that is called as an organisation is."""

import pytest

from chatham.anonymise.recognisers.organisation_evidence import landscape, of_a_people
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.language.pipeline import docs


def of(text, words, judge):
    start = text.index(words)
    return judge(Surroundings(text, next(iter(docs([text])))), start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Midwives in Cross River State were trained.", "Cross River", True),
        ("Farms of the Shire valley are empty.", "Shire", True),
        ("On the shores of Atlas nobody waits.", "Atlas", True),
        ("Shire has asked twice for the register.", "Shire", False),
    ],
)
def test_a_landscape_has_its_word_beside_it(text, words, wanted):
    assert of(text, words, landscape) is wanted


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("In the north Georgian carers work without papers.", "Georgian", True),
        ("Then Lantern asked for the register of the port.", "Lantern", False),
    ],
)
def test_a_people_is_no_organisation(text, words, wanted):
    assert of(text, words, of_a_people) is wanted
