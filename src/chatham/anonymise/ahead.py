"""What has to be known of all notes before the first can be anonymised: a cheap pass over their texts.

Whoever is introduced in one note is known in all of them, and so is a tool that one note links to. What is kept of the
notes is those names and who speaks, never the texts, so that memory does not grow with their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from chatham.anonymise.recognisers.known import Known, linked_works
from chatham.anonymise.recognisers.strangers import introduced
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.language.detect import is_english
from chatham.model.private import Participant
from chatham.people.fold import fold_text
from chatham.people.names import NameKind

__all__ = ["Ahead", "Look", "Text", "initials_in_labels", "look"]


class Text(NamedTuple):
    """What has to be known of a note to anonymise it.

    Attributes:
        text: The raw text.
        speaker: As written down.
        group: Id of its working group.
    """

    text: str
    speaker: str | None
    group: str | None


class Look(NamedTuple):
    """What a piece of the batch says.

    Attributes:
        english: For each note, whether the English pipeline may read it.
        speakers: Who speaks in those, in order of first appearance.
        names: Folded names of people whom its notes introduce.
        initials: Folded initials of people on the roster that label a speaker in its notes.
        works: Names of tools and projects, with the domain that their links go to.
    """

    english: tuple[bool, ...]
    speakers: tuple[str, ...]
    names: frozenset[str]
    initials: frozenset[str]
    works: frozenset[tuple[str, str]]


def look(known: Known, language: str, notes: Sequence[Text]) -> Look:
    """Look at a piece of the batch.

    Args:
        known: The roster, compiled.
        language: ISO 639-1 code in which all notes are taken to be; empty: find out.
        notes: The piece.
    """
    if language:
        english = [language.casefold().split("-")[0] == "en"] * len(notes)
    else:
        english = [is_english(note.text) for note in notes]
    read = [note for note, fits in zip(notes, english, strict=True) if fits]
    texts = [note.text for note in read]
    return Look(
        tuple(english),
        tuple(dict.fromkeys(note.speaker for note in read if note.speaker)),
        frozenset(str(key) for key, _ in introduced(texts, (), known)),
        frozenset(initials_in_labels(texts, known)),
        frozenset(linked_works(texts, known)),
    )


def initials_in_labels(texts: Iterable[str], known: Known) -> Iterator[str]:
    """Initials of people on the roster that label a speaker, so that the other notes know them too: `RT: no`.

    Args:
        texts: Raw texts.
        known: The roster, compiled.
    """
    for text in texts:
        for label in Surroundings(text).labels:
            letters = text[label.start : label.end]
            if 2 <= len(letters) <= 3 and letters.isalpha() and letters.isupper() and text[label.end] == ":":
                folded = fold_text(letters)
                forms = known.names.entries.get(folded, ())
                if forms and all(form.kind is NameKind.INITIALS for _, form in forms):
                    yield folded


@dataclass(slots=True)
class Ahead:
    """What is known after the pass.

    Attributes:
        known: The roster, compiled.
        speakers: Who speaks in notes that are not set aside, numbered from 1 in order of first appearance.
        names: As in `Look`.
        initials: As in `Look`.
        works: As in `Look`.
        aside: Numbers of the notes, from 0, that may not go on.
        notes: How many there are.
    """

    known: Known
    speakers: dict[str, int] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)
    works: set[tuple[str, str]] = field(default_factory=set)
    aside: set[int] = field(default_factory=set)
    notes: int = 0

    def add(self, seen: Look) -> None:
        """Take in what the next piece of the batch says."""
        for speaker in seen.speakers:
            self.speakers.setdefault(speaker, len(self.speakers) + 1)
        self.aside.update(self.notes + n for n, fits in enumerate(seen.english) if not fits)
        self.notes += len(seen.english)
        self.names |= seen.names
        self.initials |= seen.initials
        self.works |= seen.works

    def acquainted(self) -> tuple[tuple[int | str, Participant], ...]:
        """People beside the roster by folded name, and people on it by initials that only the notes say are theirs."""
        spoke = {str(key) for key, _ in introduced((), self.speakers, self.known)}
        people: list[tuple[int | str, Participant]] = [
            (name, Participant(row=row, name=name)) for row, name in enumerate(sorted(self.names | spoke), 1)
        ]
        for letters in sorted(self.initials):
            capitals = letters.upper()
            for key in dict.fromkeys(key for key, _ in self.known.names.entries[letters]):
                people.append((key, Participant(row=len(people) + 1, name=capitals, aliases=(capitals,))))
        return tuple(people)
