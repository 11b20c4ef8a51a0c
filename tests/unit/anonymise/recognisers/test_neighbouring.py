import pytest

from chatham.anonymise.recognisers.neighbouring import coordinated, pairs, whole_name


@pytest.mark.parametrize(
    ("text", "found", "whole"),
    [
        ("Marta W. asked for it.", "Marta", "Marta W."),
        ("Then M. Wilkens spoke.", "Wilkens", "M. Wilkens"),
        ("Marta Wilkins spoke.", "Marta", "Marta Wilkins"),
        ("Wilkens, M. signed.", "Wilkens", "Wilkens, M."),
    ],
)
def test_what_belongs_to_the_name_goes_with_it(read, known, text: str, found: str, whole: str) -> None:
    start = text.index(found)
    begin, end = whole_name(read(text), known, start, start + len(found), frozenset({1}))
    assert text[begin:end].rstrip(".") == whole.rstrip(".")


@pytest.mark.parametrize("text", ["Marta Kampala wept.", "Marta and Oru spoke.", "Marta Will speak."])
def test_what_does_not_belong_stays(read, known, text: str) -> None:
    assert whole_name(read(text), known, 0, 5, frozenset({1})) == (0, 5)


def test_names_in_one_breath_are_people_together(read) -> None:
    text = "Marta, Anil and Rosa stayed; Goma is far."
    around = read(text)
    assert coordinated(around, [(0, 5)], text.index("Anil"), text.index("Anil") + 4)
    assert not coordinated(around, [(0, 5)], text.index("Goma"), text.index("Goma") + 4)


def test_neighbours_are_written_as_one() -> None:
    assert list(pairs(["abd", "al", "rahman"], range(3))) == [
        (0, 2, "abdal"),
        (0, 3, "abdalrahman"),
        (1, 3, "alrahman"),
    ]
