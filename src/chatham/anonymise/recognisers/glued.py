"""Names of tools and services glued from two words, `FareShield`: the speaker's own where nobody else knows them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.known import Known, own_bodies
from chatham.model.private import Kind
from chatham.people.words import is_common

__all__ = ["GluedNames"]

_GLUED = re.compile(r"(?<![\w@/.#-])([A-Z][a-z]+)([A-Z][a-z]+)([A-Z][a-z]+)?(?![\w@]|\.\w|/)")


class GluedNames(MentionRecogniser):
    """Finds a word glued from ordinary ones that the language model has never met.

    Names that the world knows (WhatsApp, TikTok) have a vector in the model; what somebody in the room has built has
    none. It looks only in notes that speak for an organisation on the roster.

    Args:
        known: The roster, compiled.
    """

    kinds = (Kind.AFFILIATION,)

    def __init__(self, known: Known):
        super().__init__()
        self.known = known

    def mentions(self, note: NoteContext) -> Iterable[Mention]:
        """See `MentionRecogniser.mentions`."""
        doc = note.around.doc
        matches = list(_GLUED.finditer(note.around.text))
        if not matches or doc is None or not own_bodies(note, self.known):
            return
        for match in matches:
            parts = [part.lower() for part in match.groups() if part]
            word = match.group()
            met = any(doc.vocab[form].has_vector for form in (word, word.lower()))
            if met or not all(len(part) > 2 and is_common(part) for part in parts):
                continue
            if not note.covered(match.start(), match.end()):
                yield Mention(
                    start=match.start(),
                    end=match.end(),
                    kind=Kind.AFFILIATION,
                    role=Role.ACTOR,
                    who=frozenset({f"organisation {word.lower()}"}),
                    recogniser=self.name,
                    score=0.6,
                    why="a name that only the speaker's organisation may know",
                )
