"""What a speaker may be called: the most telling description that still covers k people of the working group.

Readers may know who sat in which group, and may know this rule. So a description has to be shared by k people who are
called by it, not only to fit k: whoever is called by something vaguer is known not to fit what is more telling. The
people of a group are therefore partitioned: each is called by one description, in every note, and k people or more are
called by each. That makes differences between descriptions safe too. It is k-anonymity against the roster (L. Sweeney,
"k-anonymity: a model for protecting privacy", 2002) with the description as the quasi-identifier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Literal

from chatham.model.framework import Framework, Step
from chatham.model.private import Participant, Roster
from chatham.people.everyone import everyone
from chatham.people.places import country_name, subregion

__all__ = ["ANYBODY", "Description", "Policy", "attributions"]

Policy = Literal["none", "category", "telling"]


@dataclass(frozen=True, slots=True)
class Description:
    """What a speaker is called.

    Attributes:
        category: Id of a stakeholder category, or None.
        country: Official short name, or None.
        subregion: Its name, or None.
        group: Name of a group of categories, or None.
    """

    category: str | None = None
    country: str | None = None
    subregion: str | None = None
    group: str | None = None

    def phrase(self, framework: Framework) -> str:
        """The noun phrase without its article: `participant from civil society in South-East Asia`."""
        said = {c.id: c.phrase for c in framework.categories}
        words = "participant"
        whom = self.group if self.category is None else said.get(self.category, self.category)
        if whom is not None:
            words += f" representing {whom}"
        place = self.country or self.subregion
        if place is not None:
            words += f" {'from' if whom is None else 'in'} {place}"
        return words

    def covers(self, person: Description) -> bool:
        """Whether it is true of a person whose full description is given."""
        return (
            self.category in (None, person.category)
            and self.country in (None, person.country)
            and self.subregion in (None, person.subregion)
            and self.group in (None, person.group)
        )


ANYBODY = Description()
"""`a participant`."""


def attributions(
    roster: Roster, *, framework: Framework, k: int = 3, policy: Policy = "none"
) -> Mapping[int | str, Description]:
    """What each person who was there may be called, in all notes.

    Args:
        roster: With working groups, where they are known; without any, all count as one group.
        framework: Categories and subregions.
        k: At least so many people of the group are called by each description, or all of a smaller group.
        policy: `none` calls everybody a participant; `category` and `telling` go up the steps that the codebook has for
            them. In the package's, `category` goes by category alone, `telling` from category and country up through
            category and subregion, category, and subregion.

    Returns:
        Key of a person (`chatham.people.everyone.everyone`) to description.
    """
    called: dict[int | str, Description] = {}
    people = everyone(roster)
    full = {key: full_description(person, framework) for key, person in people}
    where = _groups(people, roster)
    for group in sorted({name for sat in where.values() for name in sat}):
        members = [key for key, sat in where.items() if group in sat or not sat]
        # Who sits in several groups, or in one that the roster does not tell, keeps one description wherever a note
        # comes from: only the vaguest is safe everywhere.
        settled = [key for key in members if len(where[key]) == 1]
        called |= _partition(settled, len(members) - len(settled), full, k, framework.steps(policy))
    return {key: called.get(key, ANYBODY) for key, _ in people}


def full_description(person: Participant, framework: Framework) -> Description:
    """All that the roster says of a person in these terms."""
    country = country_name(person.country, framework) if person.country else None
    return Description(
        category=person.category or None,
        country=country,
        subregion=subregion(person.country, framework) if country and person.country else None,
        group=framework.group(person.category),
    )


def _groups(people: Sequence[tuple[int | str, Participant]], roster: Roster) -> dict[int | str, tuple[str, ...]]:
    """The working groups of each person; one for all where the roster has none."""
    led = {f.name: f.working_group for f in roster.facilitators}
    where = {key: p.working_groups or ((led[p.name],) if p.name in led else ()) for key, p in people}
    return where if any(where.values()) else dict.fromkeys(where, ("",))


def _said(person: Description, step: Sequence[Step]) -> Description | None:
    """Of a person's full description what a step says; None where the roster leaves out what it needs."""
    wanted = {name: getattr(person, name) for name in step}
    if not all(wanted.values()):
        return None
    return Description(**({"subregion": person.subregion} if "country" in step else {}) | wanted)


def _partition(
    members: Sequence[int | str],
    others: int,
    full: Mapping[int | str, Description],
    k: int,
    steps: Sequence[Sequence[Step]],
) -> dict[int | str, Description]:
    """Descriptions for the people of one group, `others` of whom are called participants whatever happens."""
    left = list(members)
    classes: dict[Description, list[int | str]] = {}
    for step in steps:
        found: dict[Description, list[int | str]] = defaultdict(list)
        for key in left:
            description = _said(full[key], step)
            if description is not None:
                found[description].append(key)
        classes |= {description: sharing for description, sharing in found.items() if len(sharing) >= k}
        taken = {key for sharing in classes.values() for key in sharing}
        left = [key for key in left if key not in taken]
    # Fewer than k who are called a participant would stand out: the smallest class joins them.
    if classes and 0 < len(left) + others < k:
        smallest = min(classes, key=lambda d: (len(classes[d]), *(said or "" for said in astuple(d))))
        left += classes.pop(smallest)
    return {key: d for d, sharing in classes.items() for key in sharing} | dict.fromkeys(left, ANYBODY)
