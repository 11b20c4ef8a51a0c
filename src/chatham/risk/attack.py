"""An attacker: who on the participant list was it, from the text alone?

It stands for a stranger who holds the list (names, organisations, categories, countries, roles) and reads a published
note, from its text alone. Each person is described by the public part of the roster row; the note is compared with each
description by words that few descriptions share, by the country and its people, and by the meaning of the whole.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from rapidfuzz.distance import Prefix

from chatham.model.framework import Framework
from chatham.model.private import Participant, Roster
from chatham.people.fold import fold_text
from chatham.people.names import everyone, name_forms
from chatham.people.organisations import organisation_forms
from chatham.people.places import country_name, subregion

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]

__all__ = ["Embedder", "Guess", "Success", "Text", "attack", "success"]

Embedder = Callable[[Sequence[str]], "Vectors"]
"""Texts to rows of length one, one a text."""

_NAMED, _PLACED, _WORDED, _MEANT = 4.0, 1.5, 1.0, 3.0
_STEM, _ENDING = 4, 4


class Text(Protocol):
    """A note, raw or anonymised: what the attacker sees of it."""

    @property
    def id(self) -> str:
        """The note's id."""

    @property
    def text(self) -> str:
        """What is published."""


@dataclass(frozen=True, slots=True)
class Guess:
    """The attacker's ranking for one note.

    Attributes:
        note: Its id.
        ranked: Keys of people (`chatham.people.names.everyone`), the likeliest first.
        scores: As many, descending.
    """

    note: str
    ranked: tuple[int | str, ...]
    scores: tuple[float, ...]

    def rank(self, key: int | str) -> int | None:
        """At which place, from 1, a person stands; None if the attacker does not consider that person."""
        return self.ranked.index(key) + 1 if key in self.ranked else None


@dataclass(frozen=True, slots=True)
class Success:
    """How often an attack is right.

    Attributes:
        notes: With a known speaker who is among the candidates.
        first: Of them, the true speaker ranks first.
        third: Of them, among the first three.
        chance: Of ranking first by guessing, from 0 to 1, on average.
    """

    notes: int
    first: int
    third: int
    chance: float

    @property
    def top_1(self) -> float:
        """Share of notes whose speaker ranks first."""
        return self.first / self.notes if self.notes else 0.0

    @property
    def top_3(self) -> float:
        """Share of notes whose speaker is among the first three."""
        return self.third / self.notes if self.notes else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """95 per cent interval of `top_1`, after E. B. Wilson, "Probable inference" (1927)."""
        n, z = self.notes, 1.959964
        if not n:
            return 0.0, 1.0
        p = self.top_1
        middle = p + z * z / (2 * n)
        reach = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return max(0.0, (middle - reach) / (1 + z * z / n)), min(1.0, (middle + reach) / (1 + z * z / n))


def attack(
    notes: Sequence[Text], roster: Roster, *, framework: Framework, embed: Embedder | None = None
) -> tuple[Guess, ...]:
    """Rank the people who were there, for each note.

    Args:
        notes: As published.
        roster: Who was there.
        framework: Categories and subregions.
        embed: The sentence embedder; without it, only words are compared.
    """
    people = everyone(roster)
    if not people:
        return tuple(Guess(n.id, (), ()) for n in notes)
    profiles = {key: _Profile.of(person, framework) for key, person in people}
    rarity = _rarity([p.words for p in profiles.values()])
    meaning = _meaning(notes, profiles, embed)
    order = {key: place for place, (key, _) in enumerate(people)}
    guesses: list[Guess] = []
    for row, note in enumerate(notes):
        seen = _Seen.of(note.text)
        scored = [
            (_score(seen, profiles[key], rarity) + _MEANT * meaning(row, order[key]), order[key], key)
            for key, _ in people
        ]
        scored.sort(key=lambda s: (-s[0], s[1]))
        guesses.append(Guess(note.id, tuple(s[2] for s in scored), tuple(round(s[0], 6) for s in scored)))
    return tuple(guesses)


def success(guesses: Sequence[Guess], speakers: Mapping[str, int | str]) -> Success:
    """Hold an attack against the known speakers.

    Args:
        guesses: One a note.
        speakers: Note id to the key of who spoke; notes without one are not counted.
    """
    ranks = [(guess.rank(speakers[guess.note]), len(guess.ranked)) for guess in guesses if guess.note in speakers]
    known = [(rank, among) for rank, among in ranks if rank is not None]
    return Success(
        notes=len(known),
        first=sum(rank == 1 for rank, _ in known),
        third=sum(rank <= 3 for rank, _ in known),
        chance=sum(1 / among for _, among in known) / len(known) if known else 0.0,
    )


@dataclass(frozen=True, slots=True)
class _Profile:
    """What the list says of one person."""

    names: frozenset[str]
    words: frozenset[str]
    places: frozenset[str]
    sentence: str

    @classmethod
    def of(cls, person: Participant, framework: Framework) -> _Profile:
        country = country_name(person.country, framework) if person.country else None
        region = subregion(person.country, framework) if person.country else None
        category = next((c.phrase for c in framework.categories if c.id == person.category), person.category)
        said = " ".join(p for p in (person.organisation, category, person.role) if p)
        forms = {fold_text(f.text) for f in name_forms(person)} | {
            fold_text(f.text) for f in organisation_forms(person)
        }
        return cls(
            names=frozenset(f for f in forms if len(f) > 2),
            words=frozenset(w for w in _words(said) if len(w) > 3),
            places=frozenset(w for w in _words(f"{person.country or ''} {country or ''}") if len(w) > 3),
            sentence=". ".join(p for p in (person.organisation, category, country, region) if p),
        )


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the attacker sees in a note."""

    folded: str
    words: Counter[str]

    @classmethod
    def of(cls, text: str) -> _Seen:
        words = _words(text)
        return cls(f" {' '.join(words)} ", Counter(words))

    def of_place(self, place: str) -> int:
        """How often a place or its people are named."""
        return sum(count for word, count in self.words.items() if _akin(word, place))


def _score(seen: _Seen, profile: _Profile, rarity: Mapping[str, float]) -> float:
    named = sum(f" {form} " in seen.folded for form in profile.names)
    # The first mention says most: a country named five times is the topic, not five times the speaker.
    placed = sum(1 + math.log(count) for count in map(seen.of_place, sorted(profile.places)) if count)
    worded = sum(rarity[w] for w in sorted(profile.words) if seen.words[w])
    return _NAMED * min(named, 2) + _PLACED * placed + _WORDED * worded


def _akin(word: str, place: str) -> bool:
    """Whether a word is a place's name or that of its people: `nepal` and `nepali`, `thailand` and `thai`."""
    if word[:_STEM] != place[:_STEM]:
        return False
    shared = Prefix.similarity(word, place)
    return len(word) - shared <= _ENDING and len(place) - shared <= _ENDING


def _rarity(profiles: Sequence[frozenset[str]]) -> dict[str, float]:
    count = Counter(w for words in profiles for w in words)
    return {w: math.log(1 + len(profiles) / n) / math.log(1 + len(profiles)) for w, n in count.items()}


def _meaning(
    notes: Sequence[Text], profiles: Mapping[int | str, _Profile], embed: Embedder | None
) -> Callable[[int, int], float]:
    if embed is None or not notes:
        return lambda _note, _person: 0.0
    closeness = embed([n.text for n in notes]) @ embed([p.sentence or "participant" for p in profiles.values()]).T
    return lambda note, person: float(closeness[note, person])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold_text(text))
