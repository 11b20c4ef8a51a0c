"""Every way in which people type the organisation that somebody stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from chatham.model.private import Participant
from chatham.people.bodies import is_generic, is_ordinary, is_public_word, is_world_body
from chatham.people.domains import domains
from chatham.people.fold import fold_text
from chatham.people.strength import Strength, keep_stronger, strongest_first
from chatham.people.words import is_common, is_country, is_frequent

__all__ = ["OrganisationForm", "OrganisationKind", "is_common_form", "organisation_forms"]

_SMALL = frozenset(
    """
    a an and at by de del des di do du e et for from in la las le les los of on the to und van y with
    """.split()
)

_JOINING = _SMALL | frozenset(
    """
    i w z na do dla od pri pro za und der den dem des zur zum im am van het voor og och av till ve ile icin di dei delle
    della degli da das dos para por pour con sans sin ya wa za cha kwa al el lil bil ng mga sa si si
    """.split()
)

_LEGAL = frozenset(
    """
    ltd limited inc incorporated llc llp plc pvt pte pty gmbh sarl sa bhd sdn private co corp corporation company
    """.split()
)


class OrganisationKind(StrEnum):
    """What a form is made of."""

    FULL = "full"
    ACRONYM = "acronym"
    DERIVED = "derived"
    SHORT = "short"
    HEAD = "head"
    PARTIAL = "partial"
    DOMAIN = "domain"


@dataclass(frozen=True, slots=True)
class OrganisationForm:
    """One way of typing an organisation.

    Attributes:
        text: Folded words, parted by single spaces.
        kind: What it is made of.
        strength: How much it proves.
        capitals: Whether it counts in capital letters only.
    """

    text: str
    kind: OrganisationKind
    strength: Strength
    capitals: bool = False


def organisation_forms(participant: Participant) -> tuple[OrganisationForm, ...]:
    """All forms of a participant's organisation, the strongest first; no text stands twice.

    Args:
        participant: Organisation, acronyms and the domains of the addresses are used.
    """
    found: dict[str, OrganisationForm] = {}

    def add(text: str, kind: OrganisationKind, strength: Strength | None = None, capitals: bool = False) -> None:
        if len(text.replace(" ", "")) < 2:
            return
        keep_stronger(found, OrganisationForm(text, kind, _strength(text) if strength is None else strength, capitals))

    for given in participant.acronyms:
        folded = fold_text(given)
        # a given short form is telling by itself, unless it is an ordinary word (Anchor) or very short (RS, US)
        letters = folded.replace(" ", "")
        acronym = given.replace(".", "").replace(" ", "").isupper() and len(letters) <= 6
        kind = OrganisationKind.ACRONYM if acronym else OrganisationKind.SHORT
        strength = None
        if acronym:
            strength = Strength.WEAK if len(letters) <= 2 or is_common(letters) else Strength.FAIR
        add(folded, kind, strength, capitals=acronym and (len(letters) <= 2 or is_common(letters)))
        if acronym and " " not in folded:
            add(" ".join(folded), OrganisationKind.ACRONYM, strength, capitals=True)
        if " " in folded:
            add(letters, kind, strength)
        elif not acronym and len(folded) >= 7 and not is_common(folded):
            for cut in range(3, len(folded) - 2):  # typed in two words
                left, right = folded[:cut], folded[cut:]
                if not (is_common(left) and is_common(right)):
                    add(f"{left} {right}", kind, Strength.FAIR)
    if participant.organisation:
        world = is_world_body(participant.organisation, participant.category)
        possessives = _possessives(participant.organisation)
        for text, kind in _forms_of(participant.organisation):
            if world and kind is not OrganisationKind.FULL:
                continue  # `United Nations`, `High Commissioner` are spoken of by everybody
            for typed in _typed(text, possessives):
                add(typed, kind)
        short = [given for given in participant.acronyms if " " in given]
        runs = [pair for name in (participant.organisation, *short) for pair in _derived(name)]
        for run, whole in runs:
            weak = len(run) <= 3 or is_common(run) or not whole
            add(run, OrganisationKind.DERIVED, Strength.WEAK if weak else Strength.FAIR, capitals=True)
            add(" ".join(run), OrganisationKind.DERIVED, Strength.WEAK, capitals=True)
    for domain in domains(participant):
        stem = fold_text(domain.rpartition(".")[0])
        add(fold_text(domain), OrganisationKind.DOMAIN, Strength.STRONG)
        _confirm(found, stem)
        if len(stem) >= 4 and stem not in found and not all(is_common(w) for w in stem.split()):
            add(stem, OrganisationKind.DOMAIN, Strength.FAIR)
    return strongest_first(found.values())


def _confirm(found: dict[str, OrganisationForm], stem: str) -> None:
    """An organisation's own domain says by which short form it goes: `lantern` in `lanternrights.example`."""
    run = stem.replace(" ", "")
    for text, form in tuple(found.items()):
        letters = text.replace(" ", "")
        if len(letters) < 3:
            continue
        if form.kind is OrganisationKind.DERIVED and letters == run:
            weak = is_common(letters)
            found[text] = replace(
                form,
                kind=OrganisationKind.ACRONYM,
                strength=Strength.WEAK if weak else Strength.FAIR,
                capitals=weak or " " in text,
            )
        elif form.kind is OrganisationKind.PARTIAL and len(letters) > 3 and run.startswith(letters):
            found[text] = replace(form, kind=OrganisationKind.SHORT if " " in text else OrganisationKind.HEAD)


def is_common_form(form: OrganisationForm) -> bool:
    """Whether the form is made of ordinary words or places only, so that its use has to tell.

    Args:
        form: One of `organisation_forms`.
    """
    return all(is_common(w) or is_country(w) or is_generic(w) for w in form.text.split())


def _forms_of(name: str) -> Iterator[tuple[str, OrganisationKind]]:
    for bracket in re.findall(r"\(([^)]+)\)", name):
        yield fold_text(bracket), OrganisationKind.SHORT
    name = re.sub(r"\([^)]*\)", " ", name)
    whole = fold_text(name)
    words = _plain_words(name)
    yield whole, OrganisationKind.FULL
    yield " ".join(words), OrganisationKind.FULL
    if words and words[0] == "the":
        yield " ".join(words[1:]), OrganisationKind.FULL
        words = words[1:]
    parts = [_plain_words(part) for part in re.split(r"\s*[,/]\s*|\s+[-–—]\s+", name)]
    parts = [part for part in parts if part]
    if len(parts) > 1:
        for part in parts:
            yield " ".join(part), OrganisationKind.PARTIAL
    for part in parts:
        yield from _parts(part)


def _plain_words(name: str) -> list[str]:
    """Folded words without legal forms and the s of a possessive."""
    words = fold_text(re.sub(r"(?<=\w)['’]s\b", "s", name)).split()
    bare = [w for w in words if w not in _LEGAL]
    return bare if len(bare) > 0 else words


def _parts(words: list[str]) -> Iterator[tuple[str, OrganisationKind]]:
    if words and words[0] == "the":
        words = words[1:]
    content = [w for w in words if w not in _SMALL]
    if len(content) < 2:
        return
    count = len(words)
    for end in range(count - 1, 0, -1):  # from the head on
        part = words[:end]
        if part[-1] in _SMALL or _generic(part):
            continue
        yield " ".join(part), OrganisationKind.SHORT if len(part) > 1 else OrganisationKind.PARTIAL
    for start in range(1, count):  # from the tail up
        part = words[start:]
        if part[0] in _SMALL or len(part) < 2 or _generic(part):
            continue
        yield " ".join(part), OrganisationKind.PARTIAL
    if len(content) > 2:
        first, last = content[0], content[-1]
        if not _generic([first]):
            yield f"{first} {last}", OrganisationKind.PARTIAL
            for middle in content[1:-1]:
                yield f"{first} {middle}", OrganisationKind.PARTIAL
    lead = next((n for n, w in enumerate(words) if w not in _SMALL and not is_generic(w) and not is_public_word(w)), 0)
    if lead:  # Yayasan Muara: Muara; Municipality of San Pedro: San Pedro
        for end in range(lead + 1, count):
            if words[end - 1] not in _SMALL:
                yield " ".join(words[lead:end]), OrganisationKind.PARTIAL
    tail = [w for w in words if w not in _SMALL]
    if len(tail) > 1 and not is_generic(tail[-1]) and not is_common(tail[-1]) and not is_country(tail[-1]):
        yield tail[-1], OrganisationKind.PARTIAL


def _derived(name: str) -> Iterator[tuple[str, bool]]:
    """Acronyms of first letters, with and without the small words, and whether they are of the whole name."""
    name = re.sub(r"\([^)]*\)", " ", name)
    raw = [w for w in re.split(r"[\s/,&–—-]+", name) if w]
    # a word of capitals is an acronym already, and stays one: UNW for UN Women
    words = [(w[0], w[0] if r.isupper() and len(w[0]) <= 3 else w[0][0]) for r in raw if (w := fold_text(r).split())]
    content = [(w, letters) for w, letters in words if w not in _JOINING]
    bare = [(w, letters) for w, letters in words if w not in _LEGAL]
    runs = {
        "".join(letters for _, letters in sequence)
        for sequence in (
            [(w, letters) for w, letters in words if w not in _SMALL],
            content,
            [(w, w[0]) for w, _ in content],
            [(w, letters) for w, letters in content if w not in _LEGAL],
            bare,
            [(w, letters) for w, letters in content if w not in _LEGAL and not is_country(w)],
        )
    }
    # without what it belongs to, or without what it is: ODM of the University, HRSD for the Ministry
    letters = [first for _, first in content]
    parts = {"".join(letters[:size]) for size in range(3, len(letters))}
    if content and (is_generic(content[0][0]) or is_public_word(content[0][0])):
        parts.add("".join(letters[1:]))
    for run in sorted(runs):
        if 2 <= len(run) <= 8:
            yield run, True
    for run in sorted(parts - runs):
        if 3 <= len(run) <= 8:
            yield run, False


def _possessives(name: str) -> dict[str, str]:
    """Words that are typed with an apostrophe before their s, folded: the whole word to its stem."""
    stems = [fold_text(m.group(1)) for m in re.finditer(r"([^\W_]+)['’]s\b", name)]
    return {f"{stem}s": stem for stem in stems}


def _typed(text: str, possessives: dict[str, str]) -> Iterator[str]:
    yield text
    words = text.split()
    if any(w in possessives for w in words):
        yield " ".join(f"{possessives[w]} s" if w in possessives else w for w in words)
        yield " ".join(possessives.get(w, w) for w in words)


def _generic(words: list[str]) -> bool:
    """Nothing in it tells one organisation from another."""
    telling = [w for w in words if w not in _SMALL and not is_generic(w) and not is_country(w)]
    if not telling:
        return True
    return len(telling) == 1 and is_frequent(telling[0]) and len(words) > 1 and words[0] != telling[0]


def _strength(text: str) -> Strength:
    words = [w for w in text.split() if w not in _SMALL]
    rare = [w for w in words if not is_ordinary(w)]
    if len(words) > 1:
        return Strength.STRONG if rare or len(words) > 3 else Strength.FAIR
    return Strength.FAIR if rare and len(text) > 3 else Strength.WEAK
