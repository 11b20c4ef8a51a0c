"""Ids of notes: opaque, the same for the same file, and kept by the notes of a file that was corrected elsewhere.

An id goes into public files, so it must not let anybody test a guess. A digest of a note's text would: who holds the
published note and the registration list could put each name back and compare. So the digest is taken only of what no
edit hides: the note's small words (`the`, `of`, `not`, `should`), in order. Notes that agree in these are told apart by
a number, in order of appearance.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from chatham.capture.desk import Draft
from chatham.errors import InputError
from chatham.model.private import RawNote

__all__ = ["identities"]

# Written in lower case only, and none of them a name anywhere (`will`, `may`, `an`, `do` are).
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "the of and to in for is are was were that which with by from on at as it they their them there this "
        "these those not have has had be been being but or if who whom when where because than then also only "
        "more most all any some each every other such would should could must we our us you your her his him its "
        "into about between without after before under over through against during until while still even both "
        "however cannot",
    )
)
_BYTES = 4


def identities(drafts: Sequence[tuple[str, Draft]], known: Iterable[RawNote]) -> list[str]:
    """An id for each draft.

    Args:
        drafts: Each with the file it comes from, in order.
        known: Notes imported before: an id that one of another file has is not given again.

    Returns:
        The ids, in the order of the drafts; those that a file brings itself stay.

    Raises:
        InputError: Two notes bring the same id.
    """
    given: dict[str, tuple[str, str]] = {}
    for file, draft in drafts:
        if draft.id is None:
            continue
        if draft.id in given:
            raise InputError(
                f"the same id as {', '.join(part for part in given[draft.id] if part)}",
                file=file,
                place=draft.place,
                fix="Ids are unique within an import",
            )
        given[draft.id] = (file, draft.place)
    elsewhere = {note.id: note.origin.file if note.origin else "" for note in known}
    taken = set(given)
    ids: list[str] = []
    tried: dict[tuple[str, str], int] = {}
    for file, draft in drafts:
        if draft.id is not None:
            ids.append(draft.id)
            continue
        stem = _digest(draft.text)
        number = tried.get((file, stem), 1)
        identity = stem if number == 1 else f"{stem}-{number}"
        while identity in taken or elsewhere.get(identity, file) != file:
            number += 1
            identity = f"{stem}-{number}"
        tried[file, stem] = number
        taken.add(identity)
        ids.append(identity)
    return ids


def _digest(text: str) -> str:
    small = [word for word in re.findall(r"\b[a-z]+\b", text) if word in _SMALL]
    return "n" + hashlib.blake2b(" ".join(small).encode(), digest_size=_BYTES).hexdigest()
