import pytest

from chatham.check.misspelt import Misspelt, distance
from chatham.check.watchlist import Grade, Needle, watchlist
from chatham.model.private import Kind, Participant, Roster

ROSTER = Roster(participants=(Participant(row=1, name="Hope Wanjiru Kamau"),))


@pytest.mark.parametrize(
    ("word", "key"),
    [("wanjru", "wanjiru"), ("wanjirru", "wanjiru"), ("wnajiru", "wanjiru"), ("wanjiru", None), ("zanzibar", None)],
)
def test_nearly_a_name(word: str, key: str | None) -> None:
    needle = Misspelt(watchlist(ROSTER, None).rare).like(word)
    assert (needle.key if needle else None) == key


def test_a_name_inside_a_longer_word() -> None:
    misspelt = Misspelt(watchlist(ROSTER, None).rare)
    inside = misspelt.inside("xxwanjiruxx", 7)
    assert inside is not None
    assert inside.key == "wanjiru"
    assert misspelt.inside("wanjiru", 7) is None
    assert misspelt.inside("xxwanjirxx", 7) is None


@pytest.mark.parametrize(
    ("one", "other", "wrong"), [("ab", "ba", 1), ("abc", "abc", 0), ("", "abc", 3), ("kitten", "sitting", 3)]
)
def test_distance(one: str, other: str, wrong: int) -> None:
    assert distance(one, other) == distance(other, one) == wrong


def test_a_word_of_many_letters_is_no_misspelling_and_takes_no_time():
    misspelt = Misspelt({"ramanujar": (Needle("ramanujar", ("ramanujar",), Kind.PERSON, 1, Grade.RARE),)})
    assert misspelt.like("ramanujr") is not None
    assert misspelt.like("ramanujr" * 20_000) is None
