import pytest

from chatham.synthesise.pronouns import of_the_participant


@pytest.mark.parametrize(
    ("sentences", "made"),
    [
        (["A participant said that her ministry refused."], ["A participant said that their ministry refused."]),
        (
            ["A participant came.", "She has kept the letter."],
            ["A participant came.", "The participant has kept the letter."],
        ),
        (
            ["A participant told of a woman; she wrote to him."],
            ["A participant told of a woman; she wrote to the participant."],
        ),
        (["The participant himself spent a year there."], ["The participant spent a year there."]),
        (
            ["A participant spoke of boys and men.", "His union paid."],
            ["A participant spoke of boys and men.", "Their union paid."],
        ),
        (["They pay. In her district it is so."], ["They pay. In their district it is so."]),
        (
            ["A participant said a gold washer may stay; it gives him no contract."],
            ["A participant said a gold washer may stay; it gives him no contract."],
        ),
        (
            ["One number per person.", "It is late.", "He cautioned us."],
            ["One number per person.", "It is late.", "The participant cautioned us."],
        ),
        (["A girl comes back and nobody receives her."], ["A girl comes back and nobody receives her."]),
        (["A participant said a nurse lost her pass."], ["A participant said a nurse lost her pass."]),
        (['A participant said: "My boss took her pass."'], ['A participant said: "My boss took her pass."']),
    ],
)
def test_a_pronoun_of_the_speaker_tells_nothing_and_others_stay(sentences, made):
    assert of_the_participant(sentences) == made


@pytest.mark.parametrize(
    ("sentences", "told"),
    [
        (["A boy was asked his age.", "He said ten."], ["A boy was asked his age.", "He said ten."]),
        (["Bail is never offered.", "She wants a law."], ["Bail is never offered.", "The participant wants a law."]),
        (
            ["Women are chosen by a rule, which she called unjust."],
            ["Women are chosen by a rule, which the participant called unjust."],
        ),
    ],
)
def test_somebody_told_of_is_not_the_speaker(sentences, told):
    assert of_the_participant(sentences) == told


def test_who_was_introduced_in_a_sentence_that_is_gone_is_still_the_speaker():
    assert of_the_participant(["Her union pays.", "She asked for help."], spoke=True) == [
        "Their union pays.",
        "The participant asked for help.",
    ]
