import pytest

from chatham.capture.about import is_about, is_blank_field, is_signed, may_be_title, present, rapporteur


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Rapporteur: Opal Quay", "Opal Quay"),
        ("**Notes taken by:** Opal Quay", "Opal Quay"),
        ("The rapporteur: said so", "said so"),
        ("Opal: notes were taken", None),
    ],
)
def test_who_wrote_the_notes_down(line: str, who: str | None) -> None:
    assert rapporteur(line) == who


def test_a_list_of_people_gives_their_initials() -> None:
    assert present("Participants: Opal Quay, Bob Sung (BTS)") == {"OQ", "BS", "BTS"}
    assert present("Participants: they said that fees are high.") is None
    assert present("Opal Quay, Bob Sung") is None


@pytest.mark.parametrize("line", ["Date: 10 November", "Venue:", "**Theme of group:** fees"])
def test_fields_about_the_meeting(line: str) -> None:
    assert is_about(line)


def test_what_was_said_is_no_such_field() -> None:
    assert not is_about("Theme: fees are too high for everybody here.")
    assert not is_about("Fees: too high")
    assert is_signed("Date: 10 November")
    assert not is_signed("Theme: fees")


def test_a_blank_field_and_a_title() -> None:
    assert is_blank_field("Rapporteur")
    assert is_blank_field("Venue")
    assert not is_blank_field("Objective 8")
    assert may_be_title("Report of the second working group")
    assert not may_be_title("It was said that fees are high.")
