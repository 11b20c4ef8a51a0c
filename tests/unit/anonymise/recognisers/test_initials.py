import pytest

from chatham.anonymise.recognisers.initials import initials_name


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("DP believes the deadline is too short.", "DP"),
        ("It was deferred by DP until May.", "DP"),
        ("MC + SPL agree on the list.", "MC"),
        ("The session was opened by the chair (DP) at nine.", "DP"),
    ],
)
def test_letters_are_somebody_who_speaks(read, text: str, letters: str) -> None:
    start = text.index(letters)
    good, why = initials_name(read(text), start, start + len(letters), given=True, label=False)
    assert good
    assert why


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("The RKB is kept by two clerks in Accra.", "RKB"),
        ("Regional Knowledge Base (RKB) entries are public.", "RKB"),
        ("Article 9 of the UN Charter says so.", "UN"),
        ("The IT officer left in May.", "IT"),
    ],
)
def test_letters_are_a_thing(read, text: str, letters: str) -> None:
    start = text.index(letters)
    assert not initials_name(read(text), start, start + len(letters), given=False, label=False)[0]


def test_letters_in_a_label_are_somebody_unless_they_are_a_word_to_everybody(read) -> None:
    around = read("DP: the form exists")
    assert initials_name(around, 0, 2, given=False, label=True)[0]
    around = read("UN: the form exists")
    assert not initials_name(around, 0, 2, given=False, label=True)[0]
