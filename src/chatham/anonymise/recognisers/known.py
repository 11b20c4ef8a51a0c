"""Who may be named: the roster, and whoever turned up beside it, ready to be looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from chatham.anonymise.recognisers.base import NoteContext
from chatham.model.framework import default_framework
from chatham.model.private import Kind, Participant, Roster
from chatham.people.bodies import is_public_body, is_world_body
from chatham.people.domains import domains
from chatham.people.everyone import everyone
from chatham.people.fold import fold, fold_text
from chatham.people.homely import blends
from chatham.people.lookup import Lookup
from chatham.people.name_words import name_words
from chatham.people.names import NameForm, NameKind, name_forms
from chatham.people.organisations import OrganisationForm, OrganisationKind, organisation_forms
from chatham.people.renderings import Renderings
from chatham.people.sound import alike, shortened
from chatham.people.strength import Strength
from chatham.people.words import ABBREVIATED_NAMES, HONORIFICS, PARTICLES, is_common

__all__ = ["Known", "Organisation", "abbreviations", "known", "linked_works", "own_bodies"]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation somebody stands for.

    Attributes:
        key: What mentions of it have in common.
        public: A public body: kept where it is spoken about.
        world: A body of the United Nations, or of several States.
    """

    key: str
    public: bool
    world: bool


class Known:
    """The people and organisations that may be named.

    Args:
        people: Key and participant of each.
        works: Names of tools and projects, folded, with the internet domain under which a note links to them.
    """

    def __init__(self, people: Iterable[tuple[int | str, Participant]], works: Iterable[tuple[str, str]] = ()):
        names: list[tuple[str, tuple[int | str, NameForm]]] = []
        bodies: list[tuple[str, tuple[Organisation, OrganisationForm]]] = []
        self.full: dict[str, tuple[str, Organisation]] = {}
        seen: set[tuple[str, str]] = set()
        self._who: dict[str, frozenset[int | str]] = {}
        self.words: dict[str, set[int | str]] = {}
        self._blends: dict[str, set[int | str]] = {}
        self.organisations: dict[int | str, str] = {}
        self.domains: dict[str, Organisation] = {}
        for key, person in people:
            names.extend((form.text, (key, form)) for form in name_forms(person))
            for name in (person.name, *person.aliases):
                for blend in blends(name_words(name)):
                    self._blends.setdefault(blend, set()).add(key)
                for word in name_words(name):
                    if (
                        len(word) > 3
                        and word not in PARTICLES
                        and word not in HONORIFICS
                        and word not in ABBREVIATED_NAMES
                    ):
                        self.words.setdefault(word, set()).add(key)
            body = _organisation(person)
            if body is None:
                continue
            self.organisations[key] = body.key
            if person.organisation:
                self.full.setdefault(body.key, (person.organisation, body))
            for form in organisation_forms(person):
                if form.kind is not OrganisationKind.DOMAIN and (body.key, form.text) not in seen:
                    seen.add((body.key, form.text))
                    bodies.append((form.text, (body, form)))
            for domain in domains(person):
                self.domains.setdefault(domain, body)
        for text, domain in works:
            if domain in self.domains:
                body = self.domains[domain]
                bodies.append((text, (body, OrganisationForm(text, OrganisationKind.SHORT, Strength.FAIR))))
        self.names = Lookup(names)
        self.bodies = Lookup(bodies)
        self.renderings: Renderings[Organisation] = Renderings(self.full.values())
        self._by_head: dict[str, list[str]] = {}
        self._clips: dict[str, set[int | str]] = {}
        self._like: dict[str, frozenset[int | str]] = {}
        self.names_of: dict[int | str, list[str]] = {}
        for word, keys in sorted(self.words.items()):
            for key in keys:
                self.names_of.setdefault(key, []).append(word)
        for word in self.words:
            for size in range(3, len(word) - 1):
                self._clips.setdefault(word[:size], set()).update(self.words[word])
                if size > 3:
                    self._clips.setdefault(word[-size:], set()).update(self.words[word])
        for word in sorted(w for w in self.words if not is_common(w)):
            heard = "w" if word.startswith(("oua", "oue", "oui")) else word[0]  # Ouattara, Wattara
            for head in {word[0], _HEADS.get(word[0], word[0]), word[1], heard}:
                self._by_head.setdefault(head, []).append(word)

    def who(self, name: str | None) -> frozenset[int | str]:
        """Whom a speaker's label means: nobody, one, or several who share a name.

        Args:
            name: As written down.
        """
        if not name:
            return frozenset()
        found = self._who.get(name)
        if found is None:
            found = self._who[name] = self._named(name)
        return found

    def _named(self, name: str) -> frozenset[int | str]:
        whole = fold_text(name)
        if whole in self.names.entries:
            return frozenset(key for key, _ in self.names.entries[whole])
        best: dict[int | str, Strength] = {}
        for found in self.names.find(fold(name)):
            for key, form in found.forms:
                if form.kind not in (NameKind.INITIALS, NameKind.INITIALED):
                    best[key] = max(best.get(key, Strength.WEAK), form.strength)
        if best:
            top = max(best.values())
            return frozenset(key for key, strength in best.items() if strength == top)
        slips = [self.like(word) for word in whole.split() if len(word) > 4]
        return frozenset().union(*slips)

    def like(self, word: str) -> frozenset[int | str]:
        """Who has a name of which a folded word may be a slip of the pen."""
        if len(word) < 4 or word in self.words:
            return frozenset()
        found = self._like.get(word)
        if found is None:
            names = (n for n in self._by_head.get(word[0], ()) if abs(len(n) - len(word)) <= 3 and alike(word, n))
            found = frozenset(key for name in names for key in self.words[name])
            if len(self._like) < _MOST_LIKE:
                self._like[word] = found
        return found

    def close(self, word: str, who: Iterable[int | str]) -> bool:
        """Whether a folded word may stand for a name of these people: by ear, cut off, shortened or an initial.

        Args:
            word: Folded.
            who: Keys of people.
        """
        return any(
            name.startswith(word) or (len(word) > 2 and (alike(word, name) or shortened(word, name)))
            for key in who
            for name in self.names_of.get(key, ())
        )

    def blended(self, word: str) -> frozenset[int | str]:
        """Who has two names of which a folded word is made, as fond forms are: `Marijo`, `Mafer`."""
        return frozenset(self._blends.get(word, ()))

    def clipped(self, word: str) -> frozenset[int | str]:
        """Who has a name of which a folded word is the beginning or the end, as nicknames are: `Najib`, `Lela`."""
        if len(word) < 3 or word in self.words:
            return frozenset()
        return frozenset(self._clips.get(word, ()))


_MOST_LIKE = 65536  # words whose likeness is remembered: a few megabytes

# First letters that stand for one another when names are written by ear.
_HEADS = {"k": "q", "q": "k", "c": "k", "y": "i", "i": "y", "w": "v", "v": "w", "j": "z", "z": "j", "s": "z", "f": "p"}


def own_bodies(note: NoteContext, people: Known) -> frozenset[str]:
    """Keys of the organisations for which the note speaks: of its speaker, and of whom it names beyond doubt.

    Args:
        note: The note; people found so far count.
        people: The roster, compiled.
    """
    keys = set(note.speaker)
    for mention in note.found:
        if mention.kind is Kind.PERSON and len(mention.who) == 1:
            keys |= mention.who
    return frozenset(people.organisations[key] for key in keys if key in people.organisations)


@lru_cache(maxsize=2)  # with and without works: to compile hundreds of people takes a second
def known(roster: Roster | None, works: tuple[tuple[str, str], ...] = ()) -> Known:
    """The roster, compiled.

    Args:
        roster: Who was there; None knows nobody.
        works: As `Known` takes them.
    """
    return Known(() if roster is None else everyone(roster), works)


def linked_works(texts: Iterable[str], people: Known) -> tuple[tuple[str, str], ...]:
    """Names of tools and projects that stand in links to the sites of organisations on the roster: `/passagecheck`.

    Args:
        texts: Raw texts of a batch.
        people: The roster, compiled.
    """
    found: set[tuple[str, str]] = set()
    for text in texts:
        if "/" not in text:
            continue
        for match in _PATH.finditer(text):
            host = match.group("host").casefold().removeprefix("www.")
            if host in people.domains:
                words = [w for w in re.split(r"[/?#&=_.-]", match.group("path")) if w.isalpha()]
                found |= {(w, host) for w in map(fold_text, words) if len(w) > 7 and not is_common(w)}
    return tuple(sorted(found))


_PATH = re.compile(r"(?P<host>[\w-]+(?:\.[\w-]+)+)/(?P<path>[^\s<>\"”)]+)")


def _organisation(person: Participant) -> Organisation | None:
    name = person.organisation or (person.acronyms[0] if person.acronyms else "")
    if not name:
        return None
    return Organisation(
        key=f"organisation {fold_text(name)}",
        public=is_public_body(name, person.category),
        world=is_world_body(name, person.category),
    )


@cache
def abbreviations() -> frozenset[str]:
    """Of bodies and treaties that everybody names, in small letters."""
    return frozenset(short.lower() for short, _ in default_framework().abbreviations)
