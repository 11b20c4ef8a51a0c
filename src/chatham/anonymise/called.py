"""What a mention's person is called in public, by the roster's k-anonymous descriptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from chatham.anonymise.cast import Describe, Who
from chatham.anonymise.phrases import PARTICIPANT, Noun, described
from chatham.model.framework import Framework
from chatham.model.private import Roster
from chatham.people.attribution import attributions
from chatham.people.everyone import everyone
from chatham.people.fold import fold_text
from chatham.settings import Settings

__all__ = ["Called"]


@dataclass(frozen=True, slots=True)
class Called:
    """Descriptions by the keys of mentions.

    Attributes:
        nouns: Key of a person, or of an organisation all of whose people are called alike, to noun; plain participants
            are left out.
        groups: Key to the folded ids of the working groups in which the description covers enough people; empty where
            the roster has no groups.
    """

    nouns: Mapping[int | str, Noun]
    groups: Mapping[int | str, frozenset[str]]

    @classmethod
    def of(cls, roster: Roster | None, *, framework: Framework, settings: Settings) -> Called:
        """Describe everybody who was there.

        Args:
            roster: None describes nobody.
            framework: Categories and subregions.
            settings: `attribution` and `k`.
        """
        if roster is None or settings.attribution == "none":
            return cls({}, {})
        given = attributions(roster, framework=framework, k=settings.k, policy=settings.attribution)
        nouns: dict[int | str, Noun] = {}
        groups: dict[int | str, frozenset[str]] = {}
        sent: dict[str, set[int | str]] = {}
        for key, person in everyone(roster):
            nouns[key] = described(given[key].phrase(framework))
            groups[key] = frozenset(map(fold_text, person.working_groups))
            name = person.organisation or (person.acronyms[0] if person.acronyms else "")
            if name:
                sent.setdefault(f"organisation {fold_text(name)}", set()).add(key)
        for body, keys in sent.items():
            alike = {(nouns[key], groups[key]) for key in keys}
            if len(alike) == 1:
                [(nouns[body], groups[body])] = alike
        told = {key: noun for key, noun in nouns.items() if noun != PARTICIPANT}
        return cls(told, {key: groups[key] for key in told})

    @property
    def phrases(self) -> frozenset[str]:
        """All descriptions in use, without articles."""
        return frozenset(noun.one for noun in self.nouns.values())

    def within(self, group: str | None) -> Describe:
        """Descriptions as a note of that working group may use them: of others than its own people, none.

        Args:
            group: Id of the note's working group, or None where it is not recorded.
        """
        here = None if group is None else fold_text(group)

        def describe(who: Who) -> Noun:
            fitting = {self._noun(key, here) for key in who}
            return fitting.pop() if len(fitting) == 1 else PARTICIPANT

        return describe

    def _noun(self, key: int | str, here: str | None) -> Noun:
        counted = self.groups.get(key)
        if counted is None or (here is not None and counted and here not in counted):
            return PARTICIPANT
        return self.nouns[key]
