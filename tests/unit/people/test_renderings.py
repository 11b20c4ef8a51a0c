import pytest

from chatham.people.fold import fold
from chatham.people.renderings import Renderings, initials_fit, is_small, telling_words

NAMES = (
    ("Fundacja Otwarty Most", "bridge"),
    ("Seebrücke Altmark", "sea"),
    ("Red de Mujeres Jornaleras de Sarín", "women"),
    ("Maktab Sabeel for Workers' Rights", "path"),
)


def found(text: str) -> dict[str, float]:
    return {r.key: r.share for r in Renderings(NAMES).find(text, fold(text))}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("the Open Bridge Foundation", "bridge"),
        ("Sea Bridge Altmark", "sea"),
        ("the Sarín Women's Network", "women"),
        ("Sabeel Workers' Rights Office", "path"),
        ("Otwarty Most", "bridge"),
    ],
)
def test_a_name_is_known_by_what_its_words_mean(text: str, key: str) -> None:
    assert found(text).get(key, 0) > 0.5


@pytest.mark.parametrize("text", ["the bridge was open", "women wait at the well", "most of the work is unpaid"])
def test_the_talk_about_it_is_little_of_a_name(text: str) -> None:
    assert "sea" not in found(text)
    assert all(share <= 0.8 for share in found(text).values())


def test_letters_may_be_of_another_language_or_order() -> None:
    name = "Red de Mujeres Jornaleras"
    assert all(initials_fit(name, letters) for letters in ("rmj", "nwj"))
    assert not any(initials_fit(name, letters) for letters in ("rm", "xyz"))


def test_a_telling_word_is_neither_a_topic_nor_a_kind_of_body_nor_a_place() -> None:
    assert telling_words("Lantern Women's Network of Kenya") == {"lantern"}
    assert [w for w in ("of", "dei", "casa") if is_small(w)] == ["of", "dei"]
