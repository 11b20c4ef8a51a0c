from __future__ import annotations

import pytest

from chatham.model.private import Facilitator, Participant, RawNote, Roster
from chatham.people.voices import voices

ROSTER = Roster(
    participants=(
        Participant(
            row=1,
            name="Md. Rafiqul Islam Talukder",
            aliases=("Rafiq",),
            organisation="Ghorefera Foundation",
            acronyms=("GF",),
            working_groups=("WG1",),
        ),
        Participant(row=2, name="Litia Naulivou", organisation="Tracing Desk", working_groups=("WG1",)),
        Participant(row=3, name="Litia Vakaruru", organisation="Reef Watch", working_groups=("WG2",)),
        Participant(row=4, name="Nguyễn Thị Hà", organisation="Canh Buom Centre"),
    ),
    facilitators=(Facilitator(name="Dana Price", working_group="WG1"),),
)


def numbered(*labels: str | None, roster: Roster | None = ROSTER, group: str | None = None) -> list[int | None]:
    notes = [RawNote(id=str(n), text="x", speaker=label, working_group=group) for n, label in enumerate(labels)]
    found = voices(notes, roster)
    return [found.get(note.id) for note in notes]


def test_all_spellings_of_one_person_are_one_voice() -> None:
    assert numbered("Rafiq", "Md. Rafiqul Islam Talukder", "rafiq", "Rafiq (GF)", "GF (Rafiq)", "Rafiq / GF") == [1] * 6


def test_accents_do_not_matter() -> None:
    assert numbered("Nguyen Thi Ha", "Nguyễn Thị Hà") == [1, 1]


def test_an_organisation_that_sent_one_person_speaks_with_that_voice() -> None:
    assert numbered("Rafiq", "Ghorefera Foundation", "GF") == [1, 1, 1]


def test_numbers_follow_the_first_appearance() -> None:
    assert numbered("Litia Naulivou", "Rafiq", "Litia Naulivou", "Nguyễn Thị Hà") == [1, 2, 1, 3]


@pytest.mark.parametrize("group", ["WG1", "WG2"])
def test_a_name_that_two_people_have_is_the_one_of_the_group(group: str) -> None:
    full = {"WG1": "Litia Naulivou", "WG2": "Litia Vakaruru"}[group]
    assert numbered("Litia", full, group=group) == [1, 1]


def test_a_name_that_two_people_have_is_a_voice_of_its_own_without_a_group() -> None:
    assert numbered("Litia", "Litia Naulivou", "Litia Vakaruru", "Litia") == [1, 2, 3, 1]


def test_who_is_on_no_roster_is_told_apart_by_spelling() -> None:
    assert numbered("Fatema Noor", "fatema noor", "Kelera", roster=None) == [1, 1, 2]
    assert numbered("Fatema Noor", "Rafiq", "FATEMA NOOR") == [1, 2, 1]


@pytest.mark.parametrize(
    "label", [None, "a participant", "Speaker", "Unknown Speaker", "unknown", "Facilitator", "?", "  "]
)
def test_nobody_in_particular_has_no_voice(label: str | None) -> None:
    assert numbered(label, "Rafiq") == [None, 1]
