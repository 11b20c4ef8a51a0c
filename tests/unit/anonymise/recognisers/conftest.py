from collections.abc import Callable

import pytest

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.recognisers.base import NoteContext
from chatham.anonymise.recognisers.known import Known
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.language.pipeline import docs
from chatham.model.private import Kind, Participant

Read = Callable[[str], Surroundings]


@pytest.fixture
def read() -> Read:
    """A text as the recognisers see it: read by the language model."""
    return lambda text: Surroundings(text, next(iter(docs([text]))))


@pytest.fixture
def note(read: Read) -> Callable[..., NoteContext]:
    """A note in which people are found already, given by their surfaces."""

    def make(text: str, *people: str, speaker: frozenset[int | str] = frozenset()) -> NoteContext:
        found = [
            Mention(
                start=text.index(name),
                end=text.index(name) + len(name),
                kind=Kind.PERSON,
                role=Role.SPEAKER,
                who=frozenset({name}),
            )
            for name in people
        ]
        return NoteContext(around=read(text), speaker=speaker, found=found)

    return make


@pytest.fixture
def known() -> Known:
    """A few people, all invented."""
    names = ("Marta Wilkens-Obi", "Jean-Baptiste Nzeyimana", "Hope Adeyemi", "María José Oru", "Yusuf El Haddari")
    people = [Participant(row=n, name=name, organisation="Sabeel Boat Collective") for n, name in enumerate(names, 1)]
    return Known((p.row, p) for p in people)
