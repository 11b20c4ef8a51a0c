import pytest

from chatham.synthesise.cleaning import clean


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Namaste. The desk is closed.", ("The desk is closed.",)),
        ("Kindly note: the desk is closed.", ("The desk is closed.",)),
        ("To be brief, the desk is closed.", ("The desk is closed.",)),
        ("The desk is closed, dear friends.", ("The desk is closed.",)),
        ("pls put in the chat summary: the desk is closed", ("The desk is closed.",)),
        ("The desk is closed, a participant remarked.", ("The desk is closed.",)),
        ("The desk, a participant said, has no form.", ("The desk has no form.",)),
        ("A participant cautious: the desk is closed.", ("The desk is closed.",)),
        ("In my city, he said, the desk is closed.", ("In my city, the desk is closed.",)),
        ("I will be short. The desk is closed.", ("The desk is closed.",)),
        ("The desk is closed. The room was silent for a moment.", ("The desk is closed.",)),
        ("The desk is closed. A participant ended the session with thanks to all.", ("The desk is closed.",)),
        ("A desk which, a participant said, has no form.", ("A desk which has no form.",)),
        ("The desk is closed. Regards.", ("The desk is closed.",)),
        ("The desk is closed. The Chatham House Rule applies.", ("The desk is closed.",)),
        ("The desk on the second floor is closed; mail [contact details] / tel [contact details]",
         ("The desk on the second floor is closed.",)),
        ("Nobody knows what the participant said.", ("Nobody knows what the participant said.",)),
        ("It was closed. guards sit in it.", ("It was closed.", "Guards sit in it.")),
    ],
)  # fmt: skip
def test_talk_goes_and_content_stays(text, sentences):
    assert clean(text).sentences == sentences


def test_several_questions_are_told_one_after_the_other():
    made = clean("Q: a participant, what does it cost?\nA: Two lawyers.\nQ: Why so few?\nA: We have no votes there.")
    assert made.question == "What does it cost?"
    assert made.sentences == (
        "Two lawyers.",
        "To the question “Why so few?” the reply was: “We have no votes there.”",
    )


def test_giving_the_floor_is_no_question():
    assert clean("CHAIR: a participant, you wanted to come in?\nA participant: The desk is closed.").question == ""
