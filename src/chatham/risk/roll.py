"""The participant list as a stranger reads it: arrays of what each row says, ready to be held against many texts."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from rapidfuzz.distance import Prefix

from chatham.files import read_text
from chatham.model.framework import Framework
from chatham.model.private import Participant, Roster
from chatham.people.bodies import is_generic
from chatham.people.everyone import everyone
from chatham.people.fold import fold_text
from chatham.people.lookup import Lookup
from chatham.people.names import NameForm, name_forms
from chatham.people.organisations import OrganisationForm, organisation_forms
from chatham.people.places import country_name, subregion
from chatham.people.strength import Strength

__all__ = ["Roll", "akin", "category_words"]

_STEM, _ENDING = 4, 4
# Words that stand in the names of several countries.
_OF_MANY = frozenset(
    "republic people peoples democratic islands states federated united islamic kingdom north south northern".split()
)


@dataclass(frozen=True, slots=True)
class Roll:
    """Who was there, by place in the list (from 0).

    Attributes:
        keys: Of each person (`chatham.people.everyone.everyone`).
        people: The rows.
        names: Finds spellings of people and organisations; each is a person's place and how much the spelling proves.
        countries: Official names of the countries on the list.
        country: Of each person, the place in `countries`, or -1.
        regions: Subregion of each person, or empty.
        places: Words of each country's name.
        words: Word of an organisation or role to the people it belongs to, and how much it tells.
        sentences: Each row in words, for the embedder.
        framework: Categories and subregions.
    """

    keys: tuple[int | str, ...]
    people: tuple[Participant, ...]
    names: Lookup[tuple[int, float, bool]]
    countries: tuple[str, ...]
    country: tuple[int, ...]
    regions: tuple[str, ...]
    places: tuple[tuple[str, ...], ...]
    words: Mapping[str, tuple[tuple[int, ...], float]]
    sentences: tuple[str, ...]
    framework: Framework

    @classmethod
    def of(cls, roster: Roster, framework: Framework) -> Roll:
        """Read the list.

        Args:
            roster: Who was there.
            framework: Categories and subregions.
        """
        listed = everyone(roster)
        people = tuple(person for _, person in listed)
        official = [country_name(p.country, framework) if p.country else None for p in people]
        countries = tuple(dict.fromkeys(c for c in official if c))
        regions = tuple((subregion(p.country, framework) or "") if p.country else "" for p in people)
        return cls(
            keys=tuple(key for key, _ in listed),
            people=people,
            names=Lookup(_spellings(people)),
            countries=countries,
            country=tuple(countries.index(c) if c else -1 for c in official),
            regions=regions,
            places=tuple(_place_words(c, people, official) for c in countries),
            words=_words_of(people),
            sentences=tuple(map(_sentence, people, official, regions, [framework] * len(people))),
            framework=framework,
        )


def akin(word: str, place: str) -> bool:
    """Whether a folded word is a place's name or that of its people: `nepal` and `nepali`, `thailand` and `thai`."""
    if word[:_STEM] != place[:_STEM]:
        return False
    shared = Prefix.similarity(word, place)
    return len(word) - shared <= _ENDING and len(place) - shared <= _ENDING


@cache
def category_words() -> Mapping[str, frozenset[str]]:
    """Words that people of a stakeholder category use of themselves: category id to folded words."""
    data = yaml.safe_load(read_text(Path(__file__).parent / "data" / "categories.yaml"))
    return {str(category): frozenset(str(words).split()) for category, words in data["words"].items()}


def _place_words(country: str, people: Sequence[Participant], official: Sequence[str | None]) -> tuple[str, ...]:
    typed = {p.country for p, name in zip(people, official, strict=True) if name == country and p.country}
    words = {w for name in (country, *typed) for w in re.findall(r"\w+", fold_text(name))}
    return tuple(sorted(w for w in words if len(w) > 3 and w not in _OF_MANY))


def _spellings(people: Sequence[Participant]) -> list[tuple[str, tuple[int, float, bool]]]:
    found: list[tuple[str, tuple[int, float, bool]]] = []
    for place, person in enumerate(people):
        forms: dict[str, NameForm | OrganisationForm] = {f.text: f for f in organisation_forms(person)}
        forms |= {f.text: f for f in name_forms(person)}
        found += [(text, (place, _proof(form), form.capitals)) for text, form in forms.items() if len(text) > 2]
    return found


def _proof(form: NameForm | OrganisationForm) -> float:
    return {Strength.WEAK: 0.3, Strength.FAIR: 1.0, Strength.STRONG: 1.2}[form.strength]


def _words_of(people: Sequence[Participant]) -> dict[str, tuple[tuple[int, ...], float]]:
    owners: dict[str, set[int]] = defaultdict(set)
    for place, person in enumerate(people):
        for word in re.findall(r"\w+", fold_text(f"{person.organisation or ''} {person.role or ''}")):
            if len(word) > 3:
                owners[word].add(place)
    most = math.log(1 + len(people))
    return {
        word: (
            tuple(sorted(places)),
            math.log(1 + len(people) / len(places)) / most * (0.5 if is_generic(word) else 1.0),
        )
        for word, places in owners.items()
    }


def _sentence(person: Participant, country: str | None, region: str, framework: Framework) -> str:
    category = next((c.phrase for c in framework.categories if c.id == person.category), person.category)
    return ". ".join(p for p in (person.organisation, category, country, region) if p) or "participant"
