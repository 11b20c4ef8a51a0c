"""What the engine refuses and sets aside before it looks for names."""

import pytest

from chatham.anonymise.engine import anonymise
from chatham.errors import RosterError
from chatham.model.private import Participant, RawNote, Roster
from chatham.settings import Settings

ENGLISH = RawNote(id="1", text="Nobody asked them about the wages that were owed.")
FRENCH = RawNote(id="2", text="Personne ne leur a parlé des salaires qu'on leur devait avant le départ.")


def test_a_note_in_another_language_is_set_aside_with_its_id():
    made = anonymise([ENGLISH, FRENCH], roster=Roster())
    assert [n.id for n in made.notes] == ["1"]
    assert [i for i, _ in made.set_aside] == ["2"]
    assert not any("salaires" in reason for _, reason in made.set_aside)


def test_a_language_that_is_given_is_believed():
    assert len(anonymise([FRENCH], roster=Roster(), settings=Settings(language="en")).notes) == 1
    assert anonymise([ENGLISH], roster=Roster(), settings=Settings(language="fr")).notes == ()


@pytest.mark.parametrize(
    "person",
    [
        Participant(row=3, name="A participant"),
        Participant(row=3, name="Mira Solberg", aliases=("the first",)),
        Participant(row=3, name="Mira Solberg", organisation="Our organization"),
    ],
)
def test_a_roster_entry_that_is_a_phrase_is_refused(person):
    with pytest.raises(RosterError, match="row 3") as caught:
        anonymise([ENGLISH], roster=Roster(participants=(person,)))
    assert person.name not in str(caught.value)
