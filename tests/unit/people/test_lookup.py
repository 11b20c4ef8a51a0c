from chatham.people.fold import fold
from chatham.people.lookup import Lookup


def test_whole_words_are_found_and_overlapping_ones_too() -> None:
    lookup = Lookup([("amos", 1), ("amos otieno", 2), ("amos", 3)])
    text = "Amos Otieno, amosite"
    assert [(text[f.start : f.end], f.forms) for f in lookup.find(fold(text))] == [
        ("Amos", (1, 3)),
        ("Amos Otieno", (2,)),
    ]


def test_nothing_is_found_with_nothing_to_look_for() -> None:
    assert list(Lookup([("", 1)]).find(fold("anything"))) == []
