"""Which note of a file handed in again is which note of the store."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from chatham.model.private import RawNote

__all__ = ["match"]

_ALIKE = 60.0
"""Per cent of the characters that two versions of one note share at least."""

_WINDOW = 20
"""How many unpaired notes away a version of the same note is looked for: a file of thousands stays fast."""


def match(stored: Sequence[RawNote], given: Sequence[RawNote]) -> dict[str, str]:
    """Pair what a file says now with what it said before.

    The same id is the same note. Of the others, first those with the same text are the same note, then those whose
    text is alike: a note with a mended spelling is no new note, so its tags and missed spans are not lost, and a
    reader of files may number its notes afresh.

    Args:
        stored: Notes that the store has of the file, in order.
        given: Notes that the file holds now, in order.

    Returns:
        Id as given to id as stored, for the notes that were there before.
    """
    known = {note.id for note in stored}
    pairs = {note.id: note.id for note in given if note.id in known}
    gone, new = _unpaired(stored, given, pairs)
    by_text: defaultdict[str, deque[str]] = defaultdict(deque)
    for note in gone:
        by_text[note.text].append(note.id)
    for note in new:
        if by_text[note.text]:
            pairs[note.id] = by_text[note.text].popleft()
    gone, new = _unpaired(stored, given, pairs)
    free = dict(enumerate(gone))
    for index, note in enumerate(new):
        near = [i for i in range(index - _WINDOW, index + _WINDOW + 1) if i in free]
        scores = [(ratio(note.text, free[i].text, score_cutoff=_ALIKE), -abs(i - index), i) for i in near]
        score, _, best = max(scores, default=(0.0, 0, -1))
        if score >= _ALIKE:
            pairs[note.id] = free.pop(best).id
    return pairs


def _unpaired(
    stored: Sequence[RawNote], given: Sequence[RawNote], pairs: dict[str, str]
) -> tuple[list[RawNote], list[RawNote]]:
    taken = set(pairs.values())
    return [n for n in stored if n.id not in taken], [n for n in given if n.id not in pairs]
