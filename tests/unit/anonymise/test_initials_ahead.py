"""Initials that label a speaker in one note are known in all of them."""

from __future__ import annotations

from chatham.anonymise.engine import anonymise
from chatham.model.private import Participant, RawNote, Roster
from chatham.settings import Settings

ROSTER = Roster(participants=(Participant(row=1, name="Ruta Tamm"), Participant(row=2, name="Goran Ilic")))


def texts(*notes: str) -> list[str]:
    raw = [RawNote(id=str(n), text=text) for n, text in enumerate(notes)]
    return [note.text for note in anonymise(raw, roster=ROSTER, settings=Settings(language="en")).notes]


def test_initials_of_a_label_are_found_in_the_other_notes() -> None:
    label, plain = texts("RT: the form is in one language only.", "The list is short, as shown by RT in the hall.")
    assert label == "A participant: the form is in one language only."
    assert "RT" not in plain


def test_letters_that_label_nobody_stay() -> None:
    assert texts("The list is short, as shown by RT in the hall.") == ["The list is short, as shown by RT in the hall."]
