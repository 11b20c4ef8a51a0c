import pytest

from chatham.model.framework import default_framework
from chatham.model.private import Participant, Roster
from chatham.risk.clues import clues
from chatham.risk.patterns import ClueKind
from chatham.risk.roll import Roll

ROLL = Roll.of(
    Roster(
        participants=(
            Participant(row=1, name="Ama Boateng", category="civil society", country="Fiji", gender="F"),
            Participant(row=2, name="Bela Torres", category="trade unions", country="Tonga", gender="M"),
            Participant(row=3, name="Cyn Dale", category="media", country="Thailand", gender="F", role="facilitator"),
        )
    ),
    default_framework(),
)


def kinds(text):
    return {clue.kind for clue in clues(text, ROLL)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In my country, Tonga, nobody is asked.", ClueKind.COUNTRY),
        ("As a Tongan I can say that the form exists.", ClueKind.COUNTRY),
        ("Here in Fiji the boats come at night.", ClueKind.COUNTRY),
        ("My village of Harbour Point has no clinic.", ClueKind.PLACE),
        ("We live in Lower Market and see them daily.", ClueKind.PLACE),
        ("Our newsroom was searched.", ClueKind.BODY),
        ("They may sleep at the convent.", ClueKind.BODY),
        ("A participant disagreed: it is too late, she said.", ClueKind.GENDER),
        ("As a mother of three I know the queue.", ClueKind.GENDER),
        ("Speaking as a young man, I would leave too.", ClueKind.GENDER),
        ("A participant closed the session.", ClueKind.ROLE),
        ("In fourteen years as a harbour pilot I saw none.", ClueKind.SERVICE),
        ("We have visited the depot every Friday.", ClueKind.SERVICE),
        ("I am the only one here who was deported.", ClueKind.UNIQUE),
        ("Nobody else in this room has a vote on it.", ClueKind.UNIQUE),
        ("I was counsel in the hotel case.", ClueKind.EVENT),
        ("It began in my late husband's shop.", ClueKind.EVENT),
    ],
)
def test_what_is_said_of_oneself_is_a_clue(text, kind):
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tonga adopted a law in 2015.",
        "The Thai law is the only one in the region.",
        "In Fiji the union has asked for a fund.",
        "This is the first step and the only way.",
        "Workers waited fourteen years for a hearing.",
        "The newspaper wrote about it in 2019.",
        "A ministry should publish the form.",
        "Prime ministers met in Bangkok.",
        "A woman waited and was counted as a woman migrant.",
    ],
)
def test_what_is_said_of_a_topic_is_none(text):
    assert kinds(text) == set()


def test_a_clue_says_of_whom_it_is_true():
    (clue,) = clues("In my country, Tonga, nobody is asked.", ROLL)
    assert [clue.narrows.fits(ROLL, place) for place in range(3)] == [False, True, False]


def test_reasons_quote_nothing():
    for clue in clues("In my country, Tonga, I was counsel in the Harbour case. Our newsroom knows, she said.", ROLL):
        assert "Tonga" not in clue.why
        assert "Harbour" not in clue.why
