import pytest

from chatham.capture.written import make_note
from chatham.errors import InputError
from chatham.model.public import Consultation, WorkingGroup

HERE = Consultation(title="T", working_groups=(WorkingGroup(id="WG1", name="Working Group 1"),))


def test_a_note_is_held_against_the_consultation():
    note = make_note(
        " The form is missing. ",
        consultation=HERE,
        objectives=["8", 8, 4],
        review="Good practices",
        working_group="wg 1",
    )
    assert (note.text, note.objectives, note.review, note.working_group) == (
        " The form is missing. ",
        (8, 4),
        "good_practices",
        "WG1",
    )
    assert note.origin is None


def test_the_same_text_again_is_the_same_note_and_another_text_another():
    first = make_note("The form is missing.", consultation=HERE)
    again = make_note("The form is missing.", consultation=HERE, known=[first], objectives=[8])
    other = make_note("The list is missing.", consultation=HERE, known=[first])
    assert again.id == first.id
    assert other.id != first.id


@pytest.mark.parametrize(
    "wrong", [{"objectives": [31]}, {"review": "nonsense"}, {"working_group": "WG9"}, {"text": " "}], ids=str
)
def test_what_the_consultation_does_not_have_is_refused(wrong):
    with pytest.raises(InputError) as caught:
        make_note(**{"text": "secret", "consultation": HERE} | wrong)
    assert "secret" not in str(caught.value)
