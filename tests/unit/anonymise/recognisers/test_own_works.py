import pytest

from chatham.anonymise.recognisers.own_works import OwnWorks


def works(note, known, text: str) -> list[str]:
    return [text[m.start : m.end] for m in OwnWorks(known).mentions(note(text, speaker=frozenset({1})))]


@pytest.mark.parametrize(
    ("text", "work"),
    [
        ("The Blue Thermos Bus leaves at ten.", "Blue Thermos Bus"),
        ("With Shoes of Goma we toured the parishes.", "Shoes of Goma"),
        ("Our Pickle Fund pays the bus.", "Pickle Fund"),
        ("The app ClearFee shows each rupee.", "ClearFee"),
        ("A paper on no kiosk (The Pavement, he translates) printed it.", "The Pavement"),
    ],
)
def test_a_named_thing_in_the_speakers_words_is_the_speakers(note, known, text: str, work: str) -> None:
    assert work in works(note, known, text)


@pytest.mark.parametrize(
    "text",
    [
        "The Blue Card and the Single Permit are two doors.",
        "The Labour Court and the Border Guard were told.",
        "The Emigration Act says otherwise.",
        "People ask on WhatsApp and in the market.",
        "The Great Green Wall stands on paper.",
    ],
)
def test_what_the_state_runs_stays(note, known, text: str) -> None:
    assert works(note, known, text) == []


def test_without_a_speaker_nothing_is_anybodys(note, known) -> None:
    assert list(OwnWorks(known).mentions(note("The Blue Thermos Bus leaves at ten."))) == []
