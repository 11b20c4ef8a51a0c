import pytest

from chatham.language.clauses import read_clauses
from chatham.synthesise.following import body, strung_on


def told(*sentences, attributed=True):
    return strung_on("It is slow.", body(read_clauses(sentences), attributed=attributed))


@pytest.mark.parametrize(
    ("sentences", "after"),
    [
        (("Courts are far.",), " Courts are far."),
        (("A participant wants a fund.",), " The participant wanted a fund."),
        (("Wants guardians, not windows.",), " The participant wanted guardians, not windows."),
        (("We pay for the van.",), " The participant added that they pay for the van."),
        (
            ("We pay for the van.", "We drive it.", "We repair it."),
            (
                " The participant added that they pay for the van. The participant also said that they drive it."
                " The participant further said that they repair it."
            ),
        ),
        (("You pay first.", "Then you wait."), " The participant added: “You pay first. Then you wait.”"),
        (("Who pays for the body?",), " The participant asked: “Who pays for the body?”"),
        (("Three men were held.",), " Three men were held."),
        (("4 men were held.",), " Four men were held."),
        (("14 men were held.",), " A total of 14 men were held."),
        (("2019 was worse.",), " 2019 was worse."),
        (("States should pay.",), " States should pay."),
    ],
)
def test_sentences_after_the_first(sentences, after):
    assert told(*sentences) == f"It is slow.{after}"


def test_words_without_a_verb_go_after_a_semicolon():
    assert told("No form at the airport.") == "It is slow; no form at the airport."


def test_without_a_speaker_somebody_has_to_be_named_first():
    assert body(read_clauses(["We pay for the van."]), attributed=False) == [
        "A participant said that they pay for the van."
    ]


def test_after_a_quotation_words_without_a_verb_stand_alone():
    assert strung_on("She said: “No.”", ["; no form"]) == "She said: “No.” No form"
