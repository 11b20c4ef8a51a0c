import pytest

from chatham.report.context import context
from chatham.report.recommendations import listed

from .sample import note, point


def made(*given):
    points = [point(at, text, (8,), "recommendations", quantifier=q) for at, (q, text) in enumerate(given)]
    return listed(points, [f"{p.quantifier} {p.text}" if p.quantifier else p.text for p in points], "on objective 8")


ONE, TWO = "One participant", "Two participants"


def test_one_participant_is_said_once_for_all():
    lead, items = made((ONE, "recommended the following: open the ports."), (ONE, "said that bail should be offered."))
    assert lead == "The following recommendations were made on objective 8, each by one participant:"
    assert items == ["Open the ports.", "Bail should be offered."]


def test_more_than_one_is_stated():
    lead, items = made((ONE, "recommended the following: open the ports."), (TWO, "said that bail should be offered."))
    assert lead.endswith("on objective 8, each by one participant unless stated otherwise:")
    assert items == ["Open the ports.", "Two participants said that bail should be offered."]


@pytest.mark.parametrize(
    "text",
    [
        "held a different view and said that fees should stay.",
        "said that they should be heard.",
        "recommended the following: open the ports. The participant added that it is late.",
        "asked for interpreters.",
    ],
)
def test_what_speaks_of_its_speaker_keeps_them(text):
    assert made((ONE, text), (ONE, "recommended the following: go."))[1] == [f"{ONE} {text}", "Go."]


def test_where_nobody_is_counted_nothing_is_claimed():
    lead, items = made((None, "Open the ports."), (ONE, "recommended the following: go."))
    assert lead == "The following recommendations were made on objective 8:"
    assert items == ["Open the ports.", "One participant recommended the following: go."]


def test_abbreviations_that_occur_are_explained_and_apostrophes_are_prints():
    fields = context(note(points=(point(1, "It is the workers' law and ILO's."), point(2, "An UNKNOWN one."))))
    assert fields["abbreviations"] == [{"short": "ILO", "words": "International Labour Organization"}]
    assert fields["by_review"][0]["parts"][0]["points"][0]["sentence"] == "It is the workers’ law and ILO’s."


def test_a_title_is_given_in_full_once_and_short_from_then_on():
    objective = context(note())["objectives"][1]
    assert objective["heading"] == "Objective 13: migration detention"
    assert objective["in_full"].startswith("Objective 13: use migration detention only as a measure")
