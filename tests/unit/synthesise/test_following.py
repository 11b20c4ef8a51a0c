import pytest

from chatham.language.clauses import read_clauses
from chatham.synthesise.following import body, is_cut, strung_on


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
        (("The participant put one question: is it old?",), " The participant put one question: is it old?"),
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


def test_neighbours_of_a_quotation_go_into_it():
    said = "said: “We are small.”"
    assert strung_on(said, ["; no boats since March.", "The participant added: “We wait.”"]) == (
        "said: “We are small. No boats since March. We wait.”"
    )


@pytest.mark.parametrize(
    ("sentence", "cut"),
    [
        ("Since March no departures to Japan, but the deposits are still in the bank.", True),
        ("Fees above 12 per cent in the corridor; nothing moved since 2019.", True),
        ("Central banks to accept lighter papers.", True),
        ("The fee is paid, but the card is not.", False),
        ("Courts are far; buses are few.", False),
        ("Efforts to close the camps have failed.", False),
        ("Workers want to go home.", False),
    ],
)
def test_a_sentence_without_a_verb_of_its_own_is_known(sentence, cut):
    assert is_cut(read_clauses([sentence])[0]) is cut


def test_after_a_quotation_words_without_a_verb_stand_alone():
    assert strung_on("She said: “No.”", ["; no form"]) == "She said: “No.” No form"
