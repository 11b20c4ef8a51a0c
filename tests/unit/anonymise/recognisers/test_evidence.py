import pytest

from chatham.anonymise.mentions import Role
from chatham.anonymise.recognisers.evidence import cue, fair, in_label, person_role, slip, weak


def place(text: str, word: str) -> tuple[int, int]:
    return text.index(word), text.index(word) + len(word)


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("Nzambi: the form exists", "Nzambi", "label"),
        ("We thank Ms. Nzambi for it.", "Nzambi", "honorific"),
        ("Later Nzambi asked for a form.", "Nzambi", "verb of speaking"),
        ("Daisy, could you say it again?", "Daisy", "spoken to"),
        ("Present: Oru, Nzambi", "Nzambi", "field"),
    ],
)
def test_what_says_that_it_is_a_person(read, text: str, word: str, said: str) -> None:
    assert said in cue(read(text), *place(text, word))


def test_nothing_says_it_of_a_town(read) -> None:
    text = "The boat left for Nzambi at night."
    assert cue(read(text), *place(text, "Nzambi")) == ""


@pytest.mark.parametrize("text", ["Hope from the Lantern: no form", "Hope (Lantern): no form", "Hope: no form"])
def test_a_label_may_say_whom_a_person_stands_for(read, text: str) -> None:
    assert in_label(read(text), 0, 4)


def test_whoever_is_thanked_is_mentioned_and_whoever_says_speaks(read) -> None:
    assert person_role(read("as Hope said"), 3, 7) is Role.MENTIONED
    assert person_role(read("Hope said no"), 0, 4) is Role.SPEAKER


@pytest.mark.parametrize(
    ("text", "own", "good"),
    [
        ("we hope that Hope will send the form", False, True),
        ("Hope is what they have left.", False, False),
        ("Hope's figure goes under needs.", True, True),
        ("There is little Hope valley to see.", False, False),
    ],
)
def test_a_name_that_is_a_word_is_told_by_its_use(read, text: str, own: bool, good: bool) -> None:
    assert weak(read(text), *place(text, "Hope"), own)[0] is good


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("A paper by Nzambi was read.", True),
        ("They walked from Nzambi to Goma.", False),
        ("Camps in Nzambi are closed.", False),
    ],
)
def test_a_rare_word_is_a_person_unless_it_is_somewhere(read, text: str, good: bool) -> None:
    assert fair(read(text), *place(text, "Nzambi"), False)[0] is good


def test_a_slip_of_the_pen_counts_where_somebody_is_meant(read) -> None:
    text = "Then Nzamby asked for a form."
    assert slip(read(text), *place(text, "Nzamby"), own=False, long=False)
    text = "The camp in Nzamby is closed."
    assert not slip(read(text), *place(text, "Nzamby"), own=True, long=True)
