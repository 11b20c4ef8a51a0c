import pytest

from chatham.language.quantities import in_words, joined, long_date, named_codes, quantifier
from chatham.model.public import ApprovedNote
from chatham.synthesise.voices import count_voices, phrase, speakers_known


def notes(*voices):
    return [ApprovedNote(id=str(at), text="x", voice=voice) for at, voice in enumerate(voices)]


@pytest.mark.parametrize(
    ("voices", "words"),
    [(1, "One participant"), (2, "Two participants"), (3, "Some participants"), (4, "Some participants"),
     (5, "Several participants"), (50, "Several participants")],
)  # fmt: skip
def test_the_scale(voices, words):
    assert phrase(voices) == words


def test_speakers_are_counted_not_notes_and_the_unrecorded_are_one():
    assert count_voices(notes(1, 1, 2)) == 2
    assert count_voices(notes(None, None)) == 1
    assert count_voices(notes(1, None, None)) == 2


def test_without_speakers_nothing_is_said():
    assert not speakers_known(notes(None, None))
    assert speakers_known(notes(None, 0))
    assert phrase(None) is None


def test_nobody_is_no_voice():
    with pytest.raises(ValueError, match="at least one voice"):
        quantifier(0)


def test_small_words():
    assert [in_words(n) for n in (1, 9, 10, 1480)] == ["one", "nine", "10", "1,480"]
    assert joined(["a"]) == "a"
    assert joined("abc") == "a, b and c"
    assert named_codes([8]) == "objective 8"
    assert named_codes([4, 8]) == "objectives 4 and 8"
    assert long_date("2020-11-09") == "9 November 2020"
    assert long_date("autumn") == "autumn"
