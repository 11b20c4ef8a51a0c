"""No pattern takes time that doubles with every letter: with one that does, these tests do not end."""

import pytest

from chatham.anonymise.engine import anonymise
from chatham.model.private import Participant, RawNote, Roster

ROSTER = Roster(participants=(Participant(row=1, name="Priya Raman", organisation="Lantern House"),))


@pytest.mark.parametrize(
    "text",
    [
        "They asked 3 nongovernmentalorganizationsandtheirrepresentativesinthe 2 rooms (not on the list).",
        "A" + "a" * 80 + "! (walk-in)",
        "the " * 60 + "(unregistered)",
        "Na-'&" * 40 + " 1 (walk-in, not registered)",
    ],
)
def test_a_note_without_an_end_to_its_words_is_read_at_once(text):
    done = anonymise([RawNote(id="1", text=f"Priya Raman said that {text}")], roster=ROSTER)
    assert done.notes[0].text.startswith("A participant said that ")
