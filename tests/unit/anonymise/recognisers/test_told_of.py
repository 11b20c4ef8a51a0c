import pytest

from chatham.anonymise.recognisers.told_of import told_of


def names(around) -> list[str]:
    return [around.text[start:end] for start, end, _, _ in told_of(around, lambda start, end: False)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Halyna cares for an old man, day and night.", "Halyna"),
        ("She read a letter from Blessing, who is held in Rome.", "Blessing"),
        ("My neighbour Costel left three children behind.", "Costel"),
        ("They buried Zlatan, nineteen, by the river.", "Zlatan"),
        ("hi all, bogdan here from the night shift", "bogdan"),
        ("The man from Rhine Bargemen (Joost) had the last word.", "Joost"),
        ("The police took Samir's ring.", "Samir"),
    ],
)
def test_what_is_said_tells_a_person(read, text: str, name: str) -> None:
    assert name in names(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Drina valley has no bus.",
        "Shops in Trapani close at six.",
        "A storm called Daniel took the bridge.",
        "Girls from Jimma speak Oromo at home.",
        "Gambella lost its market.",
        "HALYNA CARES FOR AN OLD MAN",
    ],
)
def test_what_is_said_tells_no_person(read, text: str) -> None:
    assert names(read(text)) == []


def test_whoever_is_found_already_is_passed_over(read) -> None:
    around = read("Halyna cares for an old man, day and night.")
    assert list(told_of(around, lambda start, end: True)) == []
