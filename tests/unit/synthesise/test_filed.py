import pytest

from chatham.synthesise.cleaning import clean


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "PRACTICE: card. PRESENTED BY: a participant. A cleaner opens a wallet. The bank agreed.",
            ("Card.", "A cleaner opens a wallet.", "The bank agreed."),
        ),
        (
            "SPEAKER: a participant\nASK: seats for emigrants.\nTIMELINE: a model law by 2026.\nOBJECTION: none noted.",
            ("Seats for emigrants; timeline: a model law by 2026.",),
        ),
        (
            "Who: a participant\nWhat: small operators are cut off.\nAsk: one pilot",
            ("Small operators are cut off.", "One pilot."),
        ),
        (
            "NEED: one lawyer.\nQUESTION from a participant: is it tax-free? Answer: Canada yes, India no.",
            ("One lawyer.", "To the question “Is it tax-free?” the reply was: “Canada yes, India no.”"),
        ),
        ("RECOMMENDATION (Objective 6): Employer pays. No fee.", ("Employer pays.", "No fee.")),
        ("Need (objective 5): two desks.", ("Two desks.",)),
        (
            "Speaker: various\nTopic: census\nWhat was said: one box. It helps.\nExample: see above\nFollow-up: -",
            ("Census.", "One box.", "It helps."),
        ),
        ("Objective: 20\nIssue: price is high.\nWho raised: a participant", ("Price is high.",)),
        ("To: everyone. From: a participant. The centre has 25 places.", ("The centre has 25 places.",)),
    ],
)
def test_a_form_is_told_without_the_names_of_its_fields(text, sentences):
    assert clean(text).sentences == sentences


def test_what_is_no_form_stays():
    text = "The point of the law is this. Cost: it has none."
    assert clean(text).sentences == ("The point of the law is this.", "Cost: it has none.")
