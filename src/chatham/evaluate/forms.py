"""In which form a labelled mention is typed: what an anonymiser finds in full it may miss as initials.

The rules here are few and plain on purpose, and look nothing up in the recognisers: a form that the recognisers do not
know must still get its name here.
"""

from __future__ import annotations

import re
from functools import cached_property

from rapidfuzz.distance import DamerauLevenshtein

from chatham.evaluate.corpus import Label, LabelKind, LabelledNote
from chatham.model.private import Roster
from chatham.people.fold import fold_text
from chatham.people.name_words import name_words
from chatham.people.words import HONORIFICS

__all__ = ["Forms"]

_SMALL = frozenset({"a", "and", "at", "by", "de", "for", "in", "of", "on", "the", "to"})
_BEFORE = re.compile(r"([\w'’]+)\.?\s+$")


class Forms:
    """Tells the form of a label, given who was there.

    Args:
        roster: Of the corpus.
    """

    def __init__(self, roster: Roster):
        self._roster = roster

    def of(self, note: LabelledNote, label: Label) -> str:
        """The name of the form: `full`, `first word`, `initials`, `misspelt` ... `not on the list`.

        Args:
            note: The note that holds the label.
            label: Any label of it.
        """
        surface = note.surface(label)
        if label.kind is LabelKind.PERSON:
            before = _BEFORE.search(note.raw.text[: label.start])
            honorific = before is not None and fold_text(before.group(1)) in HONORIFICS
            return self._person(surface, honorific=honorific)
        if label.kind is LabelKind.AFFILIATION:
            return self._affiliation(surface)
        if label.kind is LabelKind.CONTACT:
            return _contact(surface)
        return "indirect" if label.kind is LabelKind.INDIRECT else "content"

    @cached_property
    def _registered(self) -> tuple[str, ...]:
        names = [p.name for p in self._roster.participants] + [f.name for f in self._roster.facilitators]
        return tuple(dict.fromkeys(names))

    @cached_property
    def _names(self) -> tuple[tuple[str, ...], ...]:
        return tuple(name_words(name) for name in self._registered)

    @cached_property
    def _whole(self) -> tuple[list[str], ...]:
        """With the honorifics that are part of them: they may stand in somebody's initials."""
        return tuple(fold_text(name).split() for name in self._registered)

    @cached_property
    def _aliases(self) -> frozenset[str]:
        return frozenset(fold_text(alias) for p in self._roster.participants for alias in p.aliases)

    def _person(self, surface: str, *, honorific: bool) -> str:
        folded = fold_text(surface)
        form = self._name_form(surface, folded)
        if form in ("not on the list", "misspelt", "initials"):
            return form
        if surface.islower():
            return "lower case"
        if surface.isupper() and len(folded) > 3:
            return "capitals"
        return "after an honorific" if honorific and " " not in folded else form

    def _name_form(self, surface: str, folded: str) -> str:
        words = folded.split()
        joined = "".join(words)
        for name in self._names:
            if words == list(name):
                return "full"
            if len(words) > 1 and sorted(words) == sorted(name):
                return "reordered"
        for name in self._names:
            if len(words) == 1 and folded in name:
                place = name.index(folded)
                if len(name) == 1:
                    return "full"
                return "first word" if place == 0 else "last word" if place == len(name) - 1 else "middle word"
        if folded in self._aliases and not (surface.isupper() and len(joined) <= 5):
            return "alias"
        for name in self._names:
            if len(words) > 1 and set(words) <= set(name):
                return "several words"
            if len(words) > 1 and any(len(w) == 1 for w in words) and _abbreviates(words, name):
                return "word and initials"
            if joined == "".join(name):
                return "in pieces"
        if surface.upper() == surface and 2 <= len(joined) <= 5:
            for spelled in self._whole:
                letters = [word[0] for word in spelled]
                if all(c in letters for c in joined) and joined[0] in letters[:2]:
                    return "initials"
        if self._close(joined):
            return "misspelt"
        return "not on the list"

    def _close(self, joined: str) -> bool:
        known = {"".join(name) for name in self._names} | {w for name in self._names for w in name if len(w) > 3}
        known |= {alias.replace(" ", "") for alias in self._aliases}
        return len(joined) > 3 and any(_near(joined, word) for word in known)

    def _affiliation(self, surface: str) -> str:
        folded = fold_text(surface)
        words = folded.split()
        joined = "".join(words)
        for participant in self._roster.participants:
            name = fold_text(participant.organisation or "")
            acronyms = {fold_text(a).replace(" ", "") for a in participant.acronyms}
            if name and folded == name:
                return "lower case" if surface.islower() else "full"
            if joined in acronyms:
                if surface.islower():
                    return "lower case"
                short = next(a for a in participant.acronyms if fold_text(a).replace(" ", "") == joined)
                if not short.isupper():
                    return "short form"
                return "acronym" if surface.isalnum() else "dotted acronym"
        for participant in self._roster.participants:
            full = [w for w in fold_text(participant.organisation or "").split() if w not in _SMALL]
            if full and words and set(words) - _SMALL <= set(full):
                return "lower case" if surface.islower() else "part of the name"
            if 2 <= len(joined) == len(full) and joined == "".join(w[0] for w in full):
                return "derived acronym"
        known = {fold_text(p.organisation or "").replace(" ", "") for p in self._roster.participants}
        known |= {fold_text(a).replace(" ", "") for p in self._roster.participants for a in p.acronyms if len(a) > 4}
        if len(joined) > 4 and any(_near(joined, word) for word in known):
            return "misspelt"
        return "not on the list"


def _contact(surface: str) -> str:
    if re.search(r"\S@\S+\.\w", surface):
        return "e-mail"
    if sum(c.isdigit() for c in surface) >= 6 and not re.search(r"[a-z]{3}", surface, re.IGNORECASE):
        return "telephone"
    if surface.startswith("@"):
        return "handle"
    return "link" if re.search(r"\w\.\w{2,}(/|$)|://|www\.", surface) else "other"


def _near(one: str, other: str) -> bool:
    allowed = 1 if min(len(one), len(other)) < 7 else 2
    return DamerauLevenshtein.distance(one, other, score_cutoff=allowed) <= allowed


def _abbreviates(words: list[str], name: tuple[str, ...]) -> bool:
    return any(len(w) > 1 for w in words) and all(
        w in name if len(w) > 1 else any(n.startswith(w) for n in name) for w in words
    )
