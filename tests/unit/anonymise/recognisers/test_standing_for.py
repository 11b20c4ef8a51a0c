import pytest

from chatham.anonymise.recognisers.standing_for import called_a_body, places, small_body


@pytest.mark.parametrize(
    ("text", "person", "body"),
    [
        ("Deng, who'd come in from the Truckers' Post, spoke.", "Deng", "Truckers' Post"),
        ("Rasmus represents Ferry Crews North.", "Rasmus", "Ferry Crews North"),
        ("The Lodge of the Seven Rivers sent Klaus.", "Klaus", "Lodge of the Seven Rivers"),
        ("Besa's group, Open Hands, interprets.", "Besa", "Open Hands"),
        ("milan k. (harvest hands group) - no voice", "milan k.", "harvest hands group"),
        ("Nadja, tall, hoarse, from The Third Shift, told us.", "Nadja", "The Third Shift"),
    ],
)
def test_somebody_stands_for_it(note, text: str, person: str, body: str) -> None:
    assert body in [text[start:end] for start, end in places(note(text, person))]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("We of Black Soil Drivers wait nine days.", "Black Soil Drivers"),
        ("At Tatreez Skills we film the hands.", "Tatreez Skills"),
        ("Text received from Kitchen of the World, unsigned.", "Kitchen of the World"),
        ("Open Table (not registered) left a leaflet.", "Open Table"),
    ],
)
def test_a_note_says_for_whom_it_speaks(note, text: str, body: str) -> None:
    assert body in [text[start:end] for start, end in places(note(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Doctors Without Borders left the island.",
        "A lawyer from Amnesty International came at three.",
        "The European Union signed the Joint Vision.",
    ],
)
def test_nobody_here_stands_for_it(note, text: str) -> None:
    assert [text[start:end] for start, end in places(note(text)) if end > start] == []


@pytest.mark.parametrize("raw", ["Casa Mare Collective", "Radio Szczelina", "Nordvik Kvinnojour"])
def test_what_kind_of_body_it_is_may_be_said_in_any_language(raw: str) -> None:
    assert called_a_body(raw)


def test_a_town_and_any_group_are_no_names_of_bodies() -> None:
    assert small_body("harvest hands group")
    assert not any(map(called_a_body, ("Ngozika Adu", "Tapachula")))
    assert not any(map(small_body, ("our new group", "Harvest Group", "group")))
