"""Organisations that are not on the roster, where they stand for whom somebody speaks."""

from __future__ import annotations

from collections.abc import Iterable

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.recognisers.affiliation import affiliation_cue
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.speech import COLLEAGUES, ROLES
from chatham.anonymise.recognisers.standing_for import places, small_body
from chatham.model.private import Kind, Participant
from chatham.people.fold import fold, fold_text
from chatham.people.lookup import Found, Lookup
from chatham.people.meaning import is_thing
from chatham.people.organisations import OrganisationForm, OrganisationKind, organisation_forms
from chatham.people.strength import Strength
from chatham.people.words import HONORIFICS, is_common, is_country

__all__ = ["StrangerOrganisations"]


class StrangerOrganisations(MentionRecogniser):
    """Finds an organisation beside somebody's name, and its later mentions in the same note."""

    kinds = (Kind.AFFILIATION,)

    def mentions(self, note: NoteContext) -> Iterable[Mention]:
        """See `MentionRecogniser.mentions`."""
        text = note.around.text
        names: dict[str, str] = {}
        taken = bytearray(len(text) + 1)
        for start, end in places(note):
            if end <= start or any(taken[start:end]) or _another(note, start, end) or not _is_body(note, start, end):
                continue
            taken[start:end] = b"\1" * (end - start)
            key = f"organisation {fold_text(text[start:end])}"
            names.setdefault(key, text[start:end])
            yield self._mention(start, end, key, Role.AFFILIATION, "beside a person's name, or as the speaker's own")
        if not names:
            return
        forms: list[tuple[str, tuple[str, OrganisationForm]]] = []
        for key, name in names.items():
            forms.extend(
                (f.text, (key, f)) for f in organisation_forms(Participant(row=1, name=key, organisation=name))
            )
        for place in sorted(Lookup(forms).find(note.around.folded), key=lambda f: (f.start - f.end, f.start)):
            if any(taken[place.start : place.end]) or note.covered(place.start, place.end):
                continue
            if _named_again(note, place) or affiliation_cue(note, place.start, place.end):
                taken[place.start : place.end] = b"\1" * (place.end - place.start)
                yield self._mention(place.start, place.end, place.forms[0][0], Role.ACTOR, "named before")

    def _mention(self, start: int, end: int, key: str, role: Role, why: str) -> Mention:
        return Mention(
            start=start,
            end=end,
            kind=Kind.AFFILIATION,
            role=role,
            who=frozenset({key}),
            recogniser=self.name,
            score=0.75,
            why=f"an organisation that is not on the roster: {why}",
        )


def _named_again(note: NoteContext, place: Found[tuple[str, OrganisationForm]]) -> bool:
    """Whether a form of a name that was introduced here is it again: all of it, its acronym, or its head."""
    raw = note.around.text[place.start : place.end]
    for _, form in place.forms:
        if form.strength is Strength.STRONG or form.kind is OrganisationKind.FULL:
            return form.strength is Strength.STRONG or raw[0].isupper()
        if form.capitals and len(raw) > 2 and raw.isupper() and not note.around.shouting:
            return True
        if form.kind is OrganisationKind.SHORT and all(w[0].isupper() for w in raw.split()) and " " in raw:
            return True
    return False


def _another(note: NoteContext, start: int, end: int) -> bool:
    """Whether somebody or something else stands there; a name inside a longer one is part of it."""
    inside = [m for m in note.found if m.start < end and start < m.end]
    bodies = [m for m in inside if m.kind is Kind.AFFILIATION]
    return len(bodies) > 1 or any(not _part_of(m, start, end) for m in inside)


def _part_of(m: Mention, start: int, end: int) -> bool:
    """Whether a mention is a piece of a longer name: a person's in it, or what looks like another organisation's."""
    if m.start < start or end < m.end or m.end - m.start == end - start:
        return False
    if m.kind is Kind.AFFILIATION:
        return True
    return m.kind is Kind.PERSON and start < m.start and 2 * (m.end - m.start) < end - start


def _is_body(note: NoteContext, start: int, end: int) -> bool:
    """Whether a stretch reads like an organisation's name: not a place, a people, a role or a date."""
    raw = note.around.text[start:end]
    words = fold_text(raw).split()
    if not words or any(c.isdigit() for c in raw) or len(words) > 10:
        return False
    if not raw[0].isupper():
        return small_body(raw)
    if any(w in HONORIFICS and w not in ("san", "sisters") for w in words[:1]) or all(
        w in ROLES or w in COLLEAGUES for w in words
    ):
        return False
    joined = raw.split(" and ")
    if len(joined) > 1 and any(is_country(fold_text(part)) for part in joined):
        return False
    if all(is_country(w) or w in ("and", "the", "of") for w in words):
        return False
    entity = note.around.entity(start, end)
    whole = entity is not None and entity[0] <= start and end <= entity[1]
    thing = len(words) > 1 and any(map(is_thing, words))
    if (
        whole
        and not thing
        and entity is not None
        and entity[2] in ("GPE", "LOC", "NORP", "DATE", "LANGUAGE", "FAC", "LAW", "EVENT")
    ):
        return False
    if len(words) == 1:
        acronym = raw.isupper() and 2 <= len(raw) <= 8
        rare = not is_common(words[0]) and entity is not None and entity[2] in ("ORG", "PRODUCT")
        return acronym or rare
    if fold(raw).text.strip() in ("working group", "round table"):
        return False
    capitals = sum(w[0].isupper() for w in raw.split())
    return capitals >= 2
