"""Which note of a file handed in again is which note of the store."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence

from rapidfuzz.fuzz import ratio

from chatham.model.private import RawNote

__all__ = ["match"]

_ALIKE = 60.0
"""Per cent of the characters that two versions of one note share at least."""

_WINDOW = 20
"""How many unpaired notes away a version of the same note is looked for: a file of thousands stays fast."""


def match(stored: Sequence[RawNote], given: Sequence[RawNote]) -> dict[str, str]:
    """Pair what a file says now with what it said before.

    What has neither changed its text nor its id is the same note; of the others, first those with the same text, then
    those with the same id, then those whose text is alike. A reader of files may have numbered them afresh, and a
    number that has moved on to another text takes no approval with it; a note with a mended spelling is no new note, so
    its tags and missed spans are not lost.

    Args:
        stored: Notes that the store has of the file, in order.
        given: Notes that the file holds now, in order.

    Returns:
        Id as given to id as stored, for the notes that were there before; and for a new note whose id has gone to
        another one, to the id that came free for it.
    """
    before = {note.id: note.text for note in stored}
    pairs = {note.id: note.id for note in given if before.get(note.id) == note.text}
    gone, new = _unpaired(stored, given, pairs)
    by_text: defaultdict[str, deque[str]] = defaultdict(deque)
    for note in gone:
        by_text[note.text].append(note.id)
    for note in new:
        if by_text[note.text]:
            pairs[note.id] = by_text[note.text].popleft()
    gone, new = _unpaired(stored, given, pairs)
    left = {note.id for note in gone}
    pairs |= {note.id: note.id for note in new if note.id in left}
    gone, new = _unpaired(stored, given, pairs)
    free = dict(enumerate(gone))
    for index, note in enumerate(new):
        near = [i for i in range(index - _WINDOW, index + _WINDOW + 1) if i in free]
        scores = [(ratio(note.text, free[i].text, score_cutoff=_ALIKE), -abs(i - index), i) for i in near]
        score, _, best = max(scores, default=(0.0, 0, -1))
        if score >= _ALIKE:
            pairs[note.id] = free.pop(best).id
    return pairs | _moved(given, pairs)


def _moved(given: Sequence[RawNote], pairs: Mapping[str, str]) -> dict[str, str]:
    """New notes whose id is taken, each with the id of the note that took it, or took that one's, and so on."""
    holder = {old: new for new, old in pairs.items()}
    moved: dict[str, str] = {}
    for note in given:
        identity = note.id
        while note.id not in pairs and identity in holder:
            identity = holder[identity]
        if identity != note.id:
            moved[note.id] = identity
    return moved


def _unpaired(
    stored: Sequence[RawNote], given: Sequence[RawNote], pairs: dict[str, str]
) -> tuple[list[RawNote], list[RawNote]]:
    taken = set(pairs.values())
    return [n for n in stored if n.id not in taken], [n for n in given if n.id not in pairs]
