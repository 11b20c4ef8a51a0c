import pytest

from chatham.language.clauses import read_clauses
from chatham.synthesise.untied import unspliced, untied


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Crowded housing is a condition, it belongs here.",
            "Crowded housing is a condition; it belongs here.",
        ),
        ("Wage theft did not begin then, it only got a name.", "Wage theft did not begin then; it only got a name."),
        ("When the well turns salty, it is closed.", "When the well turns salty, it is closed."),
        ("If they pay, they stay.", "If they pay, they stay."),
        ("The town is small, so he was asked by three.", "The town is small, so he was asked by three."),
        ("The fund pays out slowly, it seems.", "The fund pays out slowly, it seems."),
        (
            "It is no win for the banks, they say, and they close.",
            "It is no win for the banks, they say, and they close.",
        ),
        ("After the cyclone, it was rebuilt.", "After the cyclone, it was rebuilt."),
        ("The fee, it is said, is old.", "The fee, it is said, is old."),
        ("Courts, unions and firms agree, they say.", "Courts, unions and firms agree, they say."),
    ],
)
def test_two_statements_are_parted_by_more_than_a_comma(sentence, wanted):
    assert unspliced(read_clauses([sentence])[0]).text == wanted


def test_a_turn_of_the_discussion_goes():
    [told] = read_clauses(["In turn, a participant presented the law."])
    assert untied(told).text == "A participant presented the law."
