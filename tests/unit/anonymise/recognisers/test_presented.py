import pytest

from chatham.anonymise.recognisers.presented import all_names, bare, cued, is_thing


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ms. Ngozika said no.", "Ngozika"),
        ("12:04 From Ngozika to Everyone: no form", "Ngozika"),
        ("My colleague Ngozika keeps the book.", "Ngozika"),
        ("Typed by Ngozika at noon.", "Ngozika"),
        ("The UNHCR colleague (Ngozika) said no.", "Ngozika"),
        ("Ngozika introduced herself as a nurse.", "Ngozika"),
    ],
)
def test_the_text_itself_presents_somebody(read, text: str, name: str) -> None:
    assert name in [text[start:end] for start, end, _, _ in cued(read(text))]


@pytest.mark.parametrize(
    "text",
    [
        "From the floor: strike the word.",
        "The Prime Minister of Fiji, Mr. Ratuva, wrote.",
        "Dr. Congo is no name of a State.",
    ],
)
def test_nobody_is_presented(read, text: str) -> None:
    assert [text[start:end] for start, end, _, _ in cued(read(text))] == []


def test_a_label_is_bared_of_roles_and_honorifics() -> None:
    text = "facilitator Ms. Ngozika again"
    start, end = bare(text, 0, len(text))
    assert text[start:end] == "Ngozika"


def test_words_are_no_names() -> None:
    assert all_names("Ngozika O.")
    assert not all_names("Ngozika Monday")
    assert not all_names("")


def test_a_court_case_and_a_town_are_things(read) -> None:
    assert is_thing(read("Hirsi v. Italy was cited."), 0, 5)
    assert is_thing(read("The road to Narsingdi is closed."), 12, 21)
    assert not is_thing(read("My colleague Rania keeps the book."), 13, 18)
