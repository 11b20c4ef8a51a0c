"""An attacker: who on the participant list was it, from the text alone?

It stands for a stranger who holds the list (names, organisations, categories, countries, roles) and reads a published
note. Each person is held against the text by the spellings of name and organisation, by the country and its people,
by rare words of the organisation, by the words that people of a category use, by a pronoun, and by the meaning of the
whole; and the stranger believes what the note calls its speaker. The weights were set on one labelled corpus.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Protocol

from chatham.model.framework import Framework
from chatham.model.private import Roster
from chatham.people.attribution import Description, full_description
from chatham.people.fold import fold
from chatham.risk.roll import Roll, akin, category_words

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]
    Places = npt.NDArray[np.int64]

__all__ = ["Attacker", "Embedder", "Guess", "Success", "Text", "attack", "success"]

Embedder = Callable[[Sequence[str]], "Vectors"]
"""Texts to rows of length one, one a text."""

_NAMED, _PLACED, _FIRST, _SHARE, _WORDED, _CATEGORY, _GENDER, _LEADS, _CALLED, _MEANT = (
    4.0,
    0.5,
    1.0,
    0.5,
    0.5,
    1.5,
    0.3,
    1.0,
    3.0,
    6.0,
)
_BATCH = 500
_LEADING = re.compile(
    r"\b(?:facil(?:itator|itating|\b)|chairing|chaired|moderat\w+|sums? up|summed up|closed the session)", re.IGNORECASE
)


class Text(Protocol):
    """A note, raw or anonymised: what the attacker sees of it."""

    @property
    def id(self) -> str:
        """The note's id."""

    @property
    def text(self) -> str:
        """What is published."""


@dataclass(frozen=True, slots=True, eq=False)
class Guess:
    """The attacker's ranking for one note.

    Attributes:
        note: Its id.
        keys: Of all people (`chatham.people.everyone.everyone`), in the order of the list.
        order: Their places in `keys`, the likeliest first.
        scores: As many, descending.
    """

    note: str
    keys: tuple[int | str, ...] = field(repr=False)
    order: Places = field(repr=False)
    scores: Vectors = field(repr=False)

    @property
    def ranked(self) -> tuple[int | str, ...]:
        """Keys of people, the likeliest first."""
        return tuple(self.keys[place] for place in self.order)

    @property
    def margin(self) -> float:
        """How far the first is ahead of the second."""
        return float(self.scores[0] - self.scores[1]) if len(self.scores) > 1 else 0.0

    def rank(self, key: int | str) -> int | None:
        """At which place, from 1, a person stands; None if the attacker does not consider that person."""
        if key not in self.keys:
            return None
        return int((self.order == self.keys.index(key)).argmax()) + 1


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


class Attacker:
    """The list, learnt once and held against as many texts as one likes.

    Args:
        roster: Who was there.
        framework: Categories and subregions.
        embed: The sentence embedder; without it, only words are compared.
    """

    def __init__(self, roster: Roster, *, framework: Framework, embed: Embedder | None = None):
        import numpy as np

        self.roll = Roll.of(roster, framework)
        self._embed = embed
        self._meant = embed(self.roll.sentences) if embed and self.roll.keys else None
        self._country = np.array(self.roll.country, dtype=np.int64)
        self._gender = np.array(
            [{"F": 1, "M": -1}.get((p.gender or "")[:1].upper(), 0) for p in self.roll.people], dtype=np.float32
        )
        self._leads = np.array(["facilit" in (p.role or "").casefold() for p in self.roll.people], dtype=np.float32)
        categories = sorted({p.category for p in self.roll.people if p.category})
        self._category = np.array(
            [categories.index(p.category) if p.category else -1 for p in self.roll.people], dtype=np.int64
        )
        self._of_category: dict[str, list[int]] = {}
        for place, category in enumerate(categories):
            for word in category_words().get(category, ()):
                self._of_category.setdefault(word, []).append(place)
        self._categories = len(categories)
        self._places: dict[str, tuple[int, ...]] = {}
        self._words = {w: (np.array(places), weight) for w, (places, weight) in self.roll.words.items()}
        self._called = _called(self.roll)
        phrases = "|".join(map(re.escape, sorted(self._called, key=len, reverse=True)))
        # `civil society` is not said where `civil society in South-East Asia` is
        self._calling = re.compile(rf"\b(?:{phrases})\b(?!\s+in\s+[A-Z])")

    def rank(self, notes: Iterable[Text], *, vectors: Vectors | None = None) -> Iterator[Guess]:
        """Rank the people who were there, for each note.

        Args:
            notes: As published.
            vectors: Of the notes' texts, where they are known already.
        """
        stream, start = iter(notes), 0
        while batch := list(islice(stream, _BATCH)):
            known = None if vectors is None else vectors[start : start + len(batch)]
            yield from self._rank(batch, known)
            start += len(batch)

    def described(self, text: str, members: Sequence[int], speaker: int | None) -> tuple[int, ...]:
        """Of the members, those of whom what the note calls its speaker is true; all where it calls nobody anything.

        Args:
            text: The anonymised text.
            members: Places in the list.
            speaker: The speaker's place, where known: what is not true of the speaker is said of somebody else.
        """
        left = tuple(members)
        for phrase in sorted({found[0] for found in self._said(text)}):
            true_of = self._called[phrase]
            if speaker is None or true_of[speaker]:
                left = tuple(p for p in left if true_of[p]) or left
        return left

    def descriptions(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where a text says what it calls its speaker, as code point offsets."""
        return tuple(found.span() for found in self._said(text))

    def _said(self, text: str) -> Iterator[re.Match[str]]:
        return self._calling.finditer(text) if self._called else iter(())

    def _rank(self, notes: Sequence[Text], vectors: Vectors | None) -> Iterator[Guess]:
        import numpy as np

        scores = np.stack([self._score(n.text) for n in notes])
        if self._meant is not None and self._embed is not None:
            meant = self._embed([n.text for n in notes]) if vectors is None else vectors
            scores += _MEANT * (meant @ self._meant.T)
        orders = np.argsort(-scores, axis=1, kind="stable")
        for note, order, row in zip(notes, orders, scores, strict=True):
            yield Guess(note.id, self.roll.keys, order, row[order])

    def _score(self, text: str) -> Vectors:
        import numpy as np

        folded = fold(text)
        words = folded.words()
        counts = Counter(words)
        scores = np.zeros(len(self.roll.keys), dtype=np.float32)
        if not len(scores):
            return scores
        named: dict[int, float] = {}
        for found in self.roll.names.find(folded):
            for place, proof, capitals in found.forms:
                if not capitals or text[found.start : found.end].isupper():
                    named[place] = named.get(place, 0.0) + proof
        for place, proof in named.items():
            scores[place] += _NAMED * min(proof, 2.0)
        scores += self._placed(words)
        for word, count in counts.items():
            if word in self._words:
                places, weight = self._words[word]
                scores[places] += _WORDED * weight * min(count, 1)
        scores += self._categorised(counts)
        he, she = counts["he"] + counts["his"], counts["she"] + counts["her"]
        if he != she:
            scores += _GENDER * (self._gender if she > he else -self._gender)
        if _LEADING.search(text):
            scores += _LEADS * self._leads
        fits = [self._called[found[0]] for found in self._said(text)]
        if fits:
            scores += _CALLED * np.maximum.reduce(fits)
        return scores

    def _placed(self, words: Sequence[str]) -> Vectors:
        """By country: who is named first and most is likelier the speaker's own than one of a list."""
        import numpy as np

        named = np.zeros(len(self.roll.countries) + 1, dtype=np.float32)  # the last is nobody's
        first = -1
        for word in words:
            for place in self._countries(word):
                named[place] += 1
                first = place if first < 0 else first
        if first < 0:
            return np.zeros(len(self._country), dtype=np.float32)
        points = _PLACED * np.where(named > 0, 1 + np.log(np.maximum(named, 1)), 0) + _SHARE * named / named.sum()
        points[first] += _FIRST
        found: Vectors = points[self._country].astype(np.float32)
        return found

    def _countries(self, word: str) -> tuple[int, ...]:
        if word not in self._places:
            self._places[word] = tuple(
                place for place, names in enumerate(self.roll.places) if any(akin(word, name) for name in names)
            )
        return self._places[word]

    def _categorised(self, counts: Mapping[str, int]) -> Vectors:
        import numpy as np

        points = np.zeros(self._categories + 1, dtype=np.float32)
        for word, count in counts.items():
            for place in self._of_category.get(word, ()):
                points[place] += min(count, 2)
        whole = float(points.sum())
        found: Vectors = (_CATEGORY * points / whole if whole else points)[self._category]
        return found


def _called(roll: Roll) -> dict[str, Vectors]:
    """What a note may call its speaker, and of whom it is true."""
    import numpy as np

    full = [full_description(p, roll.framework) for p in roll.people]
    said: set[Description] = set()
    for d in full:
        said |= {d, replace(d, country=None), Description(category=d.category), Description(subregion=d.subregion)}
        grouped = replace(d, category=None)
        said |= {grouped, replace(grouped, country=None), Description(group=d.group)}
    said.discard(Description())
    return {
        description.phrase(roll.framework): np.array([description.covers(d) for d in full], dtype=np.float32)
        for description in sorted(said, key=lambda d: tuple(one or "" for one in astuple(d)))
    }


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
    return tuple(Attacker(roster, framework=framework, embed=embed).rank(notes))


def success(guesses: Iterable[Guess], speakers: Mapping[str, int | str]) -> Success:
    """Hold an attack against the known speakers.

    Args:
        guesses: One a note.
        speakers: Note id to the key of who spoke; notes without one are not counted.
    """
    ranks = [(guess.rank(speakers[guess.note]), len(guess.keys)) for guess in guesses if guess.note in speakers]
    known = [(rank, among) for rank, among in ranks if rank is not None]
    return Success(
        notes=len(known),
        first=sum(rank == 1 for rank, _ in known),
        third=sum(rank <= 3 for rank, _ in known),
        chance=sum(1 / among for _, among in known) / len(known) if known else 0.0,
    )
