"""People whom nothing presents."""

from __future__ import annotations

import pytest

from chatham.anonymise.recognisers.given import by_given_name, in_small_letters, unlisted
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.language.pipeline import docs


def around(text: str) -> Surroundings:
    return Surroundings(text, next(iter(docs([text]))))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Every Thursday Dirk sits there and reads the payslips.", "Dirk"),
        ("They held our Umarbek forty days without a paper.", "Umarbek"),
        ("The lady at window six, Danguole, knows everybody by name.", "Danguole"),
    ],
)
def test_a_name_used_as_one_is_found(text: str, name: str) -> None:
    assert name in [text[start:end] for start, end, _, _ in by_given_name(around(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The road through Bosaso is closed since Ramadan.",
        "A third of the deported are Maya, and nobody asked.",
        "After Storm Daniel the town had no list.",
        "The Goran Valley is dry.",
        "Evidence from Assamaka, 10,000 pushed back on foot.",
    ],
)
def test_places_peoples_and_storms_are_left_alone(text: str) -> None:
    assert list(by_given_name(around(text))) == []


def test_who_is_said_to_be_on_no_list() -> None:
    for text, name in (
        ("ylva, not on the list: guardians come", "ylva"),
        ("A volunteer who isn't on the list, Josua, said so.", "Josua"),
    ):
        assert name in [text[start:end] for start, end, _, _ in unlisted(around(text))]


def test_labels_in_small_letters() -> None:
    text = "selma k. : no birth certificate"
    assert [text[start:end] for start, end, _, _ in in_small_letters(around(text))] == ["selma k."]
    assert list(in_small_letters(around("note: nobody came"))) == []
