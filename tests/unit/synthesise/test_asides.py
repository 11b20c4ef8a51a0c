import pytest

from chatham.synthesise.asides import without_asides

KEPT = "The desk is closed."


@pytest.mark.parametrize(
    "beside",
    [
        "I will tell you what we printed.",
        "As moderator I allow myself one remark from my own country.",
        "If I am allowed a second turn.",
        "I am a priest, I believe in miracles.",
        "I speak as a lawmaker.",
        "Nobody quote me by city.",
        "Check with him.",
        "See recommendation on school liaison.",
        "Missed the rest.",
        "@colleague has wording.",
        "Another participant smiled.",
        "A third participant spoke in Nepali, interpreted.",
        "The participant promised it before Friday.",
        "16 in room, 3 online.",
        "Can you hear me?",
        "Same in ours.",
        "Oui, la même chose chez nous.",
        "Corridor, near the coffee.",
        "I chair, so I will be brief.",
        "One thing that goes right.",
        "I don’t want to give my name.",
        "Hi, sorry, I was not registered, the participant.",
        "May I answer another participant?",
    ],
)
def test_what_is_beside_the_point_goes(beside):
    assert without_asides([beside, KEPT]) == [KEPT]


@pytest.mark.parametrize(
    "sentence",
    [
        "I want to speak about detention.",
        "I was told to wait.",
        "We must close the camps.",
        "Check contracts at the border.",
        "Do not record nationality in police files.",
        "Families lost the papers.",
        "Another participant agreed with the law.",
        "The participant disagreed with another participant and a third participant.",
        "Es muss 2021 anders werden and it is the law.",
        "I will pay 40 dollars for the others.",
        "In the corridor of the court they sleep.",
    ],
)
def test_what_only_looks_beside_it_stays(sentence):
    assert without_asides([sentence, KEPT]) == [sentence, KEPT]


def test_what_announces_a_sentence_goes_and_the_sentence_stays():
    assert without_asides(["I will be brief: the fee is high."]) == ["The fee is high."]


def test_a_reaction_at_the_end_goes():
    assert without_asides(["It is the best of them, others smiled."]) == ["It is the best of them."]


def test_a_note_that_says_nothing_else_keeps_what_its_speaker_says_of_themselves():
    assert without_asides(["I am a priest."]) == ["I am a priest."]
    assert without_asides(["Same here.", "Can you hear me?"]) == []
