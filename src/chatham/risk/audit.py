"""For each anonymised note: how many people of its group the text still fits, and whether an attack finds the one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from chatham.model.framework import Framework
from chatham.model.private import NoteRisk, Roster
from chatham.people.fold import fold_text
from chatham.risk.attack import Attacker, Embedder, Guess, Text
from chatham.risk.clues import Clue, clues
from chatham.risk.roll import Roll
from chatham.settings import Settings

if TYPE_CHECKING:
    from chatham.risk.attack import Vectors

__all__ = ["FIRST", "MARGIN", "Audit", "GroupedText", "audit", "inspect"]

MARGIN = 0.2
"""So far ahead of the second, in points of the attack, the first is more than a lucky guess."""

FIRST = "the attack puts the speaker first, by a margin"
"""The reason that the advice answers by generalising places."""


class GroupedText(Text, Protocol):
    """An anonymised note, with its working group."""

    @property
    def working_group(self) -> str | None:
        """Its id, or None where it is not recorded."""


@dataclass(frozen=True, slots=True)
class Audit:
    """One note, with what the advice needs beside the published figures.

    Attributes:
        risk: The figures.
        guess: The attack's ranking.
        clues: That are true of the speaker, and narrow.
        speaker: The speaker's place in the list, or None.
    """

    risk: NoteRisk
    guess: Guess
    clues: tuple[Clue, ...]
    speaker: int | None


def audit(
    notes: Sequence[GroupedText],
    *,
    roster: Roster,
    speakers: Mapping[str, int | str],
    framework: Framework,
    settings: Settings | None = None,
    embed: Embedder | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[NoteRisk, ...]:
    """What a reader who holds the list could still work out.

    Args:
        notes: As they are to be published.
        roster: Who was there.
        speakers: Note id to the key of who spoke (`chatham.people.everyone.everyone`), where known.
        framework: Categories and subregions.
        settings: `k`: under so many people a note is at risk.
        embed: The sentence embedder; without it the attack goes by words alone.
        progress: Called with how many notes are done, of how many.

    Returns:
        One for each note, in order.
    """
    attacker = Attacker(roster, framework=framework, embed=embed)
    found = inspect(notes, attacker, speakers=speakers, settings=settings or Settings(), progress=progress)
    return tuple(one.risk for one in found)


def inspect(
    notes: Sequence[GroupedText],
    attacker: Attacker,
    *,
    speakers: Mapping[str, int | str],
    settings: Settings,
    vectors: Vectors | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Audit, ...]:
    """As `audit`, with all that it rests on.

    Args:
        notes: As they are to be published.
        attacker: Who knows the list.
        speakers: Note id to the key of who spoke, where known.
        settings: `k`.
        vectors: Of the notes' texts, where they are known already.
        progress: Called with how many notes are done, of how many.
    """
    roll = attacker.roll
    seats = _Seats(roll)
    places = {key: place for place, key in enumerate(roll.keys)}
    made: list[Audit] = []
    for note, guess in zip(notes, attacker.rank(notes, vectors=vectors), strict=True):
        speaker = places.get(speakers[note.id]) if note.id in speakers else None
        made.append(_one(note, guess, attacker, seats.members(note.working_group), speaker, settings.k))
        if progress is not None:
            progress(len(made), len(notes))
    return tuple(made)


class _Seats:
    """Who sat in which working group."""

    def __init__(self, roll: Roll):
        groups = [frozenset(map(fold_text, person.working_groups)) for person in roll.people]
        known = any(groups)
        # Somebody whose group the list does not tell may have sat in any.
        self._groups = groups if known else [frozenset[str]() for _ in groups]
        self._cache: dict[str | None, tuple[int, ...]] = {}

    def members(self, group: str | None) -> tuple[int, ...]:
        if group not in self._cache:
            here = None if group is None else fold_text(group)
            seated = [p for p, sat in enumerate(self._groups) if here is None or not sat or here in sat]
            self._cache[group] = tuple(seated) or tuple(range(len(self._groups)))
        return self._cache[group]


def _one(
    note: GroupedText, guess: Guess, attacker: Attacker, members: tuple[int, ...], speaker: int | None, k: int
) -> Audit:
    roll = attacker.roll
    if speaker is not None and speaker not in members:
        members = (*members, speaker)
    left = attacker.described(note.text, members, speaker)
    telling: list[Clue] = []
    single = False
    for clue in clues(note.text, roll):
        fitting = tuple(p for p in left if clue.narrows.fits(roll, p))
        # Not true of the speaker, or of nobody: it is said of somebody else.
        if not fitting or (speaker is not None and speaker not in fitting):
            continue
        if clue.narrows.single or len(fitting) < len(left):
            telling.append(clue)
        single = single or clue.narrows.single
        left = fitting
    if single:
        left = (speaker,) if speaker is not None else ()
    size = 1 if single else len(left)
    first = speaker is not None and guess.order[0] == speaker and guess.margin >= MARGIN
    reasons = tuple(dict.fromkeys(clue.why for clue in telling)) if size < min(k, len(members)) else ()
    rank = None if speaker is None else guess.rank(roll.keys[speaker])
    risk = NoteRisk(
        note=note.id,
        k=size,
        rank=rank,
        candidates=tuple(sorted(roll.people[p].row for p in left)),
        reasons=(*reasons, FIRST) if first else reasons,
    )
    return Audit(risk, guess, tuple(telling) if reasons else (), speaker)
