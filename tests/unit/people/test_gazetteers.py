import pytest

from chatham.people.gazetteers import is_given_name, is_language, is_town, may_be_given


@pytest.mark.parametrize("name", ["dirk", "luda", "stoyanka"])
def test_a_given_name_of_any_country_is_one(name: str) -> None:
    assert is_given_name(name)


@pytest.mark.parametrize("word", ["grace", "jordan", "may", "maya", "florence", "ramadan", "table"])
def test_a_name_that_is_a_word_a_place_or_a_people_too_proves_nothing(word: str) -> None:
    assert not is_given_name(word)


def test_towns_are_known_by_their_folded_names() -> None:
    assert all(is_town(name) for name in ("narsingdi", "nouadhibou", "hong kong"))
    assert not is_town("table")


def test_languages_and_peoples_are_known() -> None:
    assert all(is_language(word) for word in ("tigrinya", "roma"))
    assert not is_language("parliament")


def test_no_given_name_is_a_letter_or_two() -> None:
    assert not any(is_given_name(word) for word in ("a", "i", "al", "de"))


@pytest.mark.parametrize("name", ["halyna", "vlatka", "shkelqim", "yevhen", "fatoumata"])
def test_transliterated_names_are_given_names(name: str) -> None:
    assert is_given_name(name)


def test_a_name_that_is_a_town_too_may_be_given() -> None:
    assert may_be_given("rania")
    assert not is_given_name("rania")
