"""Names glued from two words."""

from __future__ import annotations

from chatham.anonymise.recognisers.base import NoteContext
from chatham.anonymise.recognisers.glued import GluedNames
from chatham.anonymise.recognisers.known import known
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.language.pipeline import docs
from chatham.model.private import Participant, Roster

ROSTER = Roster(participants=(Participant(row=1, name="Ruta Tamm", organisation="Plain Passage Ltd"),))


def found(text: str, speaker: str | None) -> list[str]:
    people = known(ROSTER)
    note = NoteContext(around=Surroundings(text, next(iter(docs([text])))), speaker=people.who(speaker))
    return [text[m.start : m.end] for m in GluedNames(people).mentions(note)]


def test_what_the_world_does_not_know_is_the_speakers_own() -> None:
    assert found("FareShield refunds what is receipted.", "Ruta Tamm") == ["FareShield"]


def test_what_the_world_knows_and_what_nobody_speaks_for_stays() -> None:
    assert found("WhatsApp and TikTok carry the offers.", "Ruta Tamm") == []
    assert found("FareShield refunds what is receipted.", None) == []
