import pytest

from chatham.people.meaning import BODY, is_thing, is_topic, meanings, pieces


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        (
            "women mujeres kobiet zhinok kadinlar frauen perempuan mahila nisa wanawake donne".replace(
                "zhinok", "zhinok"
            ),
            "women",
        ),
        ("union sendika sindicato spilka gewerkschaft serikat", f"{BODY}union"),
        ("bridge puente most jembatan kopru jisr brucke", "bridge"),
        ("refugees uchodzcow multeciler fluchtlinge lajiin pengungsi", "refugees"),
        ("hope esperanza nadzieja umut harapan tumaini asha", "hope"),
    ],
)
def test_words_of_many_languages_mean_one_thing(words: str, meaning: str) -> None:
    assert [w for w in words.split() if meaning not in meanings(w, listed=True)] == []


def test_a_word_that_is_english_too_is_foreign_only_in_a_listed_name() -> None:
    assert "bridge" in meanings("most", listed=True)
    assert "bridge" not in meanings("most")


def test_cognates_of_no_list_share_a_stem() -> None:
    assert meanings("mauritanienne") == meanings("mauritanian") != meanings("mauritius")
    assert meanings("xy") == frozenset()


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("frauenhaus", ("frauen", "haus")),
        ("fluchtlingshilfe", ("fluchtlings", "hilfe")),
        ("seebrucke", ("see", "brucke")),
        ("underground", ("underground",)),
        ("bus", ("bus",)),
    ],
)
def test_compounds_are_taken_apart(word: str, parts: tuple[str, ...]) -> None:
    assert pieces(word) == parts


def test_an_article_in_one_word_with_its_noun_is_left_out() -> None:
    assert meanings("alhuquq") == meanings("huquq")


def test_what_everybody_speaks_of_tells_no_organisation() -> None:
    assert is_topic("women")
    assert not is_topic("bridge")


@pytest.mark.parametrize(
    ("word", "thing"), [("hands", True), ("jovenes", True), ("river", False), ("xochimilco", False)]
)
def test_a_thing_is_what_no_place_is_called_after(word: str, thing: bool) -> None:
    assert is_thing(word) is thing
