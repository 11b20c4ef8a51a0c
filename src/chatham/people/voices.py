"""Who speaks in which note, as numbers: the public side counts voices without learning whose they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from chatham.model.private import RawNote, Roster
from chatham.people.everyone import everyone
from chatham.people.fold import fold_text
from chatham.people.names import name_forms
from chatham.people.organisations import organisation_forms

__all__ = ["speakers", "voices"]

_PARTS = re.compile(r"\s*[,;/&+()\[\]{}]\s*|\s+(?:and|from|of|at|for)\s+|\s+[–—-]\s+")
# Labels that say that somebody spoke and nothing of who it was.
_NOBODY = re.compile(
    r"^(?:(?:a|an|the|another|one|some|several|unknown|unidentified|other|first|second|next)\s+)*"
    r"(?:speakers?|participants?|person|somebody|someone|delegates?|colleagues?|members?|audience|group|room|all|everyone|anon"
    r"(?:ymous)?|unknown|facilitators?|moderators?|chair|rapporteurs?|interpreters?|n/?a|\?+|-+)(?:\s+\d+)?$",
    re.IGNORECASE,
)


def voices(notes: Sequence[RawNote], roster: Roster | None = None) -> dict[str, int]:
    """Number the speakers of notes in order of first appearance.

    `Rafiq`, `Md. Rafiqul Islam Talukder` and `Rafiq (GF)` are one voice where the roster says so. A name that fits
    several participants is the one of the note's working group, if there is one such; otherwise, as one that fits
    nobody, it is a voice of its own under that spelling.

    Args:
        notes: In the order in which they were written down.
        roster: Who was there; without it speakers are told apart by spelling alone.

    Returns:
        Note id to number, from 1; notes whose speaker is not recorded are absent.
    """
    book = _Book(roster)
    numbers: dict[int | str, int] = {}
    found: dict[str, int] = {}
    for note in notes:
        key = None if note.speaker is None else book.resolve(note.speaker, note.working_group)
        if key is not None:
            found[note.id] = numbers.setdefault(key, len(numbers) + 1)
    return found


def speakers(notes: Sequence[RawNote], roster: Roster) -> dict[str, int | str]:
    """Who speaks in which note, as the key of a person who was there.

    Args:
        notes: With speakers as written down.
        roster: Who was there.

    Returns:
        Note id to key (`chatham.people.everyone.everyone`); notes whose speaker is not one of them are absent.
    """
    book = _Book(roster)
    known = {key for key, _ in everyone(roster)}
    found: dict[str, int | str] = {}
    for note in notes:
        key = None if note.speaker is None else book.resolve(note.speaker, note.working_group)
        if key is not None and key in known:
            found[note.id] = key
    return found


class _Book:
    """The roster by the forms of its names."""

    def __init__(self, roster: Roster | None):
        self._names: dict[str, set[int | str]] = defaultdict(set)
        self._organisations: dict[str, set[int | str]] = defaultdict(set)
        self._groups: dict[int | str, tuple[str, ...]] = {}
        for key, person in everyone(roster) if roster else ():
            self._groups[key] = tuple(fold_text(group) for group in person.working_groups)
            for form in (person.name, *person.aliases):
                self._names[fold_text(form)].add(key)
            for name in name_forms(person):
                self._names[name.text].add(key)
            for organisation in organisation_forms(person):
                self._organisations[organisation.text].add(key)

    def resolve(self, speaker: str, group: str | None) -> int | str | None:
        """The key of whoever spoke: a roster row, or the folded spelling; None for nobody in particular."""
        whole = fold_text(speaker)
        if not whole or _NOBODY.match(speaker.strip()):
            return None
        for candidates in self._candidates(speaker):
            narrowed = candidates
            if len(narrowed) > 1 and group:
                narrowed = {key for key in candidates if fold_text(group) in self._groups.get(key, ())}
            if len(narrowed) == 1:
                return next(iter(narrowed))
        return whole

    def _candidates(self, speaker: str) -> Iterator[set[int | str]]:
        """Sets of people that the label may mean, the surest first."""
        yield self._names.get(fold_text(speaker), set())
        parts = [fold_text(part) for part in _PARTS.split(speaker) if part and fold_text(part)]
        stands_for: set[int | str] = set()
        for part in parts:
            stands_for |= self._organisations.get(part, set())
        for part in parts:
            named = self._names.get(part, set())
            yield named & stands_for
            yield named
        # An organisation that sent one person speaks with that person's voice.
        yield stands_for
