"""Whom the gate looks for: every spelling of everybody who was there, and how much each proves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from chatham.check.tokens import plain, tokenize
from chatham.model.private import Kind, Participant, Roster
from chatham.model.public import Consultation
from chatham.people.bodies import is_public_body
from chatham.people.domains import domains
from chatham.people.everyone import everyone
from chatham.people.fold import fold_text
from chatham.people.names import NameKind, name_forms
from chatham.people.organisations import OrganisationKind, organisation_forms
from chatham.people.strength import Strength
from chatham.people.words import ABBREVIATED_NAMES, CALENDAR, PARTICLES, is_common, is_country

__all__ = ["Grade", "Needle", "Watchlist", "watchlist"]

_TIMES_AND_CREEDS = CALENDAR | frozenset(
    str.split("""
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun spring summer autumn winter
    islam hindu buddha christian english france asia asian pacific east west north south
    """)
)


class Grade(StrEnum):
    """What a spelling needs before it counts in running text."""

    RARE = "rare"
    """Nothing: the word, or one of the words, is a name and nothing else."""

    PHRASE = "phrase"
    """Capital letters: ordinary words that together make a name (`Open Gate`)."""

    CODE = "code"
    """Capital letters throughout: an acronym."""

    PLAIN = "plain"
    """Use as a name: an ordinary word (`Hope`, `Anchor`)."""

    PLACE = "place"
    """Plain use as a person's name: also a country or a month (`Jordan`, `May`)."""

    SHORT = "short"
    """A capital letter and use as a name: two or three letters."""

    PIECE = "piece"
    """Use as an affiliation: a word of an organisation's name that may be a place (`Herat`)."""

    INITIALS = "initials"
    """Capital letters and use as a speaker."""


_ORDER = {grade: place for place, grade in enumerate(Grade)}
_MADE_NAMES = (NameKind.INITIALED, NameKind.HANDLE)
_MADE_BODIES = (OrganisationKind.ACRONYM, OrganisationKind.DERIVED, OrganisationKind.DOMAIN)
_WHOLE_BODIES = (*_MADE_BODIES, OrganisationKind.FULL, OrganisationKind.SHORT)


class Needle(NamedTuple):
    """One spelling of one person or organisation.

    Attributes:
        key: Its letters and figures with nothing between them.
        words: The same, word by word.
        kind: What it gives away.
        row: Of the registration list; None for people who are not on it.
        grade: What it needs before it counts.
        public: A public body, which may be spoken about.
        opening: May stand in the opening block.
    """

    key: str
    words: tuple[str, ...]
    kind: Kind
    row: int | None
    grade: Grade
    public: bool = False
    opening: bool = False


@dataclass(frozen=True)
class Watchlist:
    """All needles, laid out for the search.

    Attributes:
        needles: By key.
        starts: Every beginning of every key.
        rare: Single rare words of five letters or more, for what is misspelt or built into something longer.
        figures: Keys that are looked for in bytes.
        spared: Spellings of public figures, which stay.
    """

    needles: dict[str, tuple[Needle, ...]]
    starts: frozenset[str]
    rare: dict[str, tuple[Needle, ...]]
    figures: tuple[tuple[str, Needle], ...]
    spared: frozenset[str]


def watchlist(roster: Roster, consultation: Consultation | None, also: Sequence[str] = ()) -> Watchlist:
    """Everybody to look for.

    Args:
        roster: The registration list, with the facilitators.
        consultation: Its organisers and public speakers may stand in the opening block; its public figures anywhere.
        also: Names of people who are on no list, one each.
    """
    welcome = _welcome(consultation)
    rows = {p.row for p in roster.participants}
    found: dict[tuple[str, int | None, Kind], Needle] = {}
    for _, participant in everyone(roster):
        row = participant.row if participant.row in rows else None
        for needle in _of_participant(participant, row, welcome):
            _keep(found, needle)
    for needle in [*_of_programme(consultation, found.values()), *_of_others(also)]:
        _keep(found, needle)
    return _lay_out(found.values(), consultation)


def _keep(found: dict[tuple[str, int | None, Kind], Needle], needle: Needle) -> None:
    place = (needle.key, needle.row, needle.kind)
    old = found.get(place)
    if old is None or _ORDER[needle.grade] < _ORDER[old.grade]:
        found[place] = needle


def _lay_out(needles: Iterable[Needle], consultation: Consultation | None) -> Watchlist:
    by_key: dict[str, list[Needle]] = {}
    for needle in sorted(needles, key=lambda n: (n.row is None, n.row or 0, n.kind)):
        by_key.setdefault(needle.key, []).append(needle)
    rare: dict[str, list[Needle]] = {}
    for group in by_key.values():
        for needle in group:
            if needle.grade is Grade.RARE and len(needle.key) >= 5 and (len(needle.words) == 1 or len(needle.key) >= 8):
                rare.setdefault(needle.key, []).append(needle)
    return Watchlist(
        needles={key: tuple(group) for key, group in by_key.items()},
        starts=frozenset(key[:end] for key in by_key for end in range(1, len(key) + 1)),
        rare={key: tuple(group) for key, group in rare.items()},
        figures=tuple((key, group[0]) for key, group in rare.items()),
        spared=frozenset(plain(name) for name in (consultation.public_figures if consultation else ())),
    )


def _of_participant(participant: Participant, row: int | None, welcome: frozenset[str]) -> Iterator[Needle]:
    speaks = any(plain(n) in welcome for n in (participant.name, *participant.aliases) if " " in n.strip())
    codes = {plain(alias) for alias in participant.aliases if alias.replace(".", "").strip().isupper()}
    written = _written(participant.name, *participant.aliases)
    for form in name_forms(participant):
        words = tuple(form.text.split())
        if form.kind is NameKind.INITIALS:
            words = ("".join(words),)
            grade = Grade.CODE if words[0] in codes else Grade.INITIALS
        elif form.kind in _MADE_NAMES or written.issuperset(words):
            grade = _grade(words)
        else:
            continue  # typed in pieces: the search joins and parts words itself
        yield Needle("".join(words), words, Kind.PERSON, row, grade, opening=speaks)
    for address in participant.emails:
        for words in _addresses(address):
            yield Needle("".join(words), words, Kind.CONTACT, row, Grade.RARE)
    if participant.organisation or participant.acronyms:
        yield from _of_organisation(participant, row, welcome)


def _of_organisation(participant: Participant, row: int | None, welcome: frozenset[str]) -> Iterator[Needle]:
    names = [n for n in (participant.organisation, *participant.acronyms) if n]
    opening = any(plain(n) in welcome for n in names)
    public = is_public_body(participant.organisation or participant.acronyms[0], participant.category)
    given = {plain(a) for a in participant.acronyms}
    written = _written(*names)
    camel = {plain(w) for name in names for w in name.split() if len(tokenize(w)) > 1 and w.isalpha()}
    hosts = {plain(d): plain(d.rpartition(".")[0]) for d in domains(participant)}
    for form in organisation_forms(participant):
        words = tuple(form.text.split())
        key = "".join(words)
        if all(len(w) == 1 for w in words):
            words = (key,)
        elif form.kind not in _MADE_BODIES and not written.issuperset(words):
            continue
        grade = _grade(words)
        if form.kind is OrganisationKind.ACRONYM:
            grade = Grade.CODE
        elif form.kind is OrganisationKind.DERIVED:
            grade = Grade.CODE if form.strength >= Strength.FAIR and len(key) > 3 else Grade.INITIALS
        elif grade is Grade.PLAIN and key in camel:
            grade = Grade.RARE
        elif form.kind not in _WHOLE_BODIES and len(words) == 1 and key not in (*given, *hosts.values()):
            grade = Grade.PIECE
        kind = Kind.AFFILIATION
        if form.kind is OrganisationKind.DOMAIN and key in hosts:
            kind, grade = Kind.CONTACT, Grade.RARE
        yield Needle(key, words, kind, row, grade, public=public, opening=opening)


def _of_programme(consultation: Consultation | None, known: Iterable[Needle]) -> list[Needle]:
    """Organisers and public speakers who are on no list: named in the opening block only."""
    if consultation is None:
        return []
    taken = {needle.key for needle in known}
    found: list[Needle] = []
    for organiser in consultation.organisers:
        words = tuple(t.word for t in tokenize(organiser))
        public = is_public_body(organiser, None) or organiser.replace(" ", "").isupper()
        grade = Grade.CODE if len(words) == 1 and organiser.isupper() else _grade(words)
        if words and "".join(words) not in taken:
            found.append(Needle("".join(words), words, Kind.AFFILIATION, None, grade, public=public, opening=True))
    for speaker in consultation.public_speakers:
        for form in name_forms(Participant(row=1, name=speaker.name)):
            words = tuple(form.text.split())
            if form.strength is Strength.STRONG and "".join(words) not in taken:
                found.append(Needle("".join(words), words, Kind.PERSON, None, _grade(words), opening=True))
    return found


def _of_others(names: Sequence[str]) -> Iterator[Needle]:
    for name in names:
        words = tuple(t.word for t in tokenize(name))
        if not words:
            continue
        if "@" in name:
            for address in _addresses(name):
                yield Needle("".join(address), address, Kind.CONTACT, None, Grade.RARE)
        elif name.isupper() and len(words) == 1:
            yield Needle(words[0], words, Kind.PERSON, None, Grade.CODE)
        elif sum(is_common(w) and w not in PARTICLES for w in words) > 1:  # ordinary words: an organisation, a project
            grade = Grade.PHRASE if _grade(words) is Grade.PHRASE else Grade.RARE
            yield Needle("".join(words), words, Kind.AFFILIATION, None, grade)
        else:
            for form in name_forms(Participant(row=1, name=name)):
                parts = tuple(form.text.split())
                grade = Grade.INITIALS if form.kind is NameKind.INITIALS else _grade(parts)
                yield Needle("".join(parts), parts, Kind.PERSON, None, grade)
            if len(words) == 1:  # an ordinary word may be the short name of an organisation as well
                yield Needle(words[0], words, Kind.AFFILIATION, None, _grade(words))


def _written(*names: str) -> frozenset[str]:
    """The words that stand in names, with and without the s of a possessive."""
    words = {w for name in names for w in (t.word for t in tokenize(name))}
    return frozenset(words | {f"{w}s" for w in words} | {w for name in names for w in fold_text(name).split()})


def _welcome(consultation: Consultation | None) -> frozenset[str]:
    if consultation is None:
        return frozenset()
    names = [*consultation.organisers]
    for speaker in consultation.public_speakers:
        names += [speaker.name, speaker.organisation]
    # `Tahanan Centre (TC)` is called by either half
    names += [part for name in names for part in re.split(r"[()]", name)]
    return frozenset(key for key in (plain(name) for name in names) if key)


def _addresses(address: str) -> Iterator[tuple[str, ...]]:
    local, _, host = address.partition("@")
    before, after = [t.word for t in tokenize(local)], [t.word for t in tokenize(host)]
    yield (*before, *after)
    yield (*before, "at", *after)
    spoken = [word for label in after for word in ("dot", label)][1:]
    yield (*before, "at", *spoken)


def _grade(words: tuple[str, ...]) -> Grade:
    if len(words) == 1:
        word = words[0]
        if is_country(word) or word in _TIMES_AND_CREEDS:
            return Grade.PLACE
        if is_common(word) or _is_compound(word):
            return Grade.PLAIN
        return Grade.SHORT if len(word) <= 3 else Grade.RARE
    telling = [w for w in words if not _is_ordinary(w)]
    return Grade.RARE if len(telling) > 1 or any(len(w) > 3 for w in telling) else Grade.PHRASE


def _is_compound(word: str) -> bool:
    """Whether it is two ordinary words written together: `gatehouse`."""
    return any(is_common(word[:cut]) and is_common(word[cut:]) for cut in range(4, len(word) - 3))


def _is_ordinary(word: str) -> bool:
    return (
        len(word) == 1
        or is_common(word)
        or is_country(word)
        or word in _TIMES_AND_CREEDS
        or word in PARTICLES
        or word in ABBREVIATED_NAMES
    )
