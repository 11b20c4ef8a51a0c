"""How an organisation's name is used: whether words that may be one stand for it, or for a place or a thing."""

from __future__ import annotations

import re

from chatham.anonymise.recognisers.initials import ACRONYMS
from chatham.anonymise.recognisers.known import Organisation
from chatham.anonymise.recognisers.leaning import leaning
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.people.bodies import is_generic
from chatham.people.fold import fold_text
from chatham.people.gazetteers import is_town
from chatham.people.lookup import Found
from chatham.people.organisations import OrganisationForm, OrganisationKind
from chatham.people.strength import Strength
from chatham.people.words import is_common, is_country

__all__ = ["accepted", "landscape", "of_a_people", "plausible"]

# What makes a landscape, a road or a treaty of a name that an organisation has as well: the Shire valley.
_LAND_AFTER = re.compile(
    r"[ \u00a0]+(?:valleys?|rivers?|basin|region|province|district|county|coast|lakes?|bay|islands?|mountains?|plateau|"
    r"delta|desert|hills|peninsula|gulf|sea|strait|corridor|border|area|airport|agreement|treaty|protocol|process|"
    r"declaration|pact|convention|partnership|compact|(?i:state|province|county|governorate|prefecture))\b"
)
_LAND_BEFORE = re.compile(
    r"\b(?:towns?|camps?|villages?|countries|cities|peoples?|regions?|coasts?|shores?|waters?|borders?|north|south|east|"
    r"west|hills)[ \u00a0]of[ \u00a0](?:the[ \u00a0])?\Z",
    re.IGNORECASE,
)
_OUT_OF = frozenset("to from in of near via through across around into within outside towards".split())


def of_a_people(around: Surroundings, start: int, end: int) -> bool:
    """Whether a word of the name says of which people somebody is: `Georgian carers`.

    Args:
        around: The note.
        start: First code point.
        end: One past the last.
    """
    entity = around.entity(start, end)
    return entity is not None and entity[2] == "NORP" and around.label(start, end) is None


def landscape(around: Surroundings, start: int, end: int) -> bool:
    """Whether a river, a coast or a treaty is meant that is called as the organisation is.

    Args:
        around: The note.
        start: First code point.
        end: One past the last.
    """
    return (
        _LAND_AFTER.match(around.text, end) is not None
        or _LAND_BEFORE.search(around.text[max(0, start - 30) : start]) is not None
    )


def _titled(around: Surroundings, start: int, end: int) -> bool:
    """Whether every word but small ones has a capital letter, and the first of them does not owe it to a sentence."""
    words = re.findall(r"[^\W\d_][\w'’]*", around.text[start:end])
    content = [w for w in words if len(w) > 3 or w[0].isupper()]
    if not content or around.shouting:
        return False
    capitals = [w for w in content if w[0].isupper()]
    return len(capitals) == len(content) and (len(content) > 1 or not around.sentence_start(start))


def plausible(
    around: Surroundings,
    place: Found[tuple[Organisation, OrganisationForm]],
    forms: list[tuple[Organisation, OrganisationForm]],
) -> bool:
    """With a cue beside it: whether a weak form is still typed like a name.

    Args:
        around: The note.
        place: Where a form was found.
        forms: The forms it may be, of which organisations.
    """
    text = around.text[place.start : place.end]
    if any(form.strength > Strength.WEAK for _, form in forms) or any(c.isupper() for c in text):
        entity = around.entity(place.start, place.end)
        derived = all(form.kind is OrganisationKind.PARTIAL and " " not in form.text for _, form in forms)
        return not (derived and entity is not None and entity[2] in ("GPE", "LOC", "NORP"))
    return around.label(place.start, place.end) is not None or around.lower


def accepted(
    around: Surroundings,
    place: Found[tuple[Organisation, OrganisationForm]],
    forms: list[tuple[Organisation, OrganisationForm]],
    mine: bool,
) -> bool:
    """Without a cue beside it: whether it is the organisation all the same.

    Args:
        around: The note.
        place: Where a form was found.
        forms: The forms it may be, of which organisations.
        mine: One of these is the speaker's own.
    """
    start, end = place.start, place.end
    text = around.text[start:end]
    if mine and around.text[start - 1 : start] == "(" and around.text[end : end + 1] == ")":
        return True
    form = max((f for _, f in forms), key=lambda f: f.kind is not OrganisationKind.PARTIAL)
    words = form.text.split()
    if form.strength is Strength.STRONG:
        return True
    if form.kind in (OrganisationKind.ACRONYM, OrganisationKind.DERIVED):
        if form.strength is Strength.WEAK:
            ordinary = form.kind is OrganisationKind.DERIVED and form.text.replace(" ", "") in ACRONYMS
            if not mine or ordinary or _in_longer_name(around, start, end):
                return False
            return not around.shouting or len(form.text) > 2
        if any(c.isupper() for c in text):
            if not text.isupper() and is_town(form.text):
                return mine and not _somewhere(around, start, end)
            return not (len(form.text.replace(" ", "")) <= 3 and not text.isupper())
        return len(form.text) >= 3
    if len(words) > 1:
        if _titled(around, start, end):
            return form.kind is not OrganisationKind.PARTIAL or mine or len(words) > 2
        if mine and (around.lower or around.shouting) and form.kind is OrganisationKind.SHORT:
            return True
        return form.kind is OrganisationKind.FULL and len(words) > 2
    if form.strength is Strength.FAIR:
        if form.kind is OrganisationKind.PARTIAL:
            if text[0].islower():
                return mine and len(text) > 5 and not is_town(form.text) and leaning(around.doc, text) >= -0.12
            if around.verb_after(end) and text[0].isupper() and not _somewhere(around, start, end):
                return leaning(around.doc, text) >= -0.15
            acts = around.tag_after(end) in ("VBZ", "VBD", "MD") or around.text[end : end + 2] in ("'s", "’s")
            return mine and acts and text[0].isupper() and not _somewhere(around, start, end)
        if form.kind is OrganisationKind.HEAD:
            return text[0].isupper() and _heads(around, start, end)
        if text[0].isupper():
            elsewhere = around.place_before(start) and _somewhere(around, start, end)
            return not _in_longer_name(around, start, end) and (not elsewhere or (mine and not is_town(form.text)))
        return (
            (around.lower or mine) and len(text) >= 4 and around.word_before(start) not in ("a", "an", "every", "each")
        )
    if form.kind is OrganisationKind.PARTIAL:
        return (
            mine
            and text[0].isupper()
            and not around.sentence_start(start)
            and not _in_longer_name(around, start, end)
            and not _somewhere(around, start, end)
            and around.word_before(start) not in _OUT_OF
        )
    return _common_word(around, start, end, form.text, mine)


def _heads(around: Surroundings, start: int, end: int) -> bool:
    """Whether the first word of an organisation's name stands for it, and not for the place it is called after."""
    if _somewhere(around, start, end) or around.listed_with_places(start, end) or _in_longer_name(around, start, end):
        return False
    if around.word_before(start) in ("from", "to", "of", "via") or re.match(
        r"\s+of\b|[-–]\w", around.text[end : end + 6]
    ):
        return False
    entity = around.entity(start, end)
    return (entity is None or entity[2] != "NORP") and leaning(around.doc, around.text[start:end]) >= -0.12


def _common_word(around: Surroundings, start: int, end: int, folded: str, mine: bool) -> bool:
    """A short form that is an ordinary word: `Anchor`, `Bridges`, `Lantern`."""
    text = around.text[start:end]
    tag, follows = around.tag(start), around.tag_after(end)
    if not text[0].isupper():
        # a plural that is one thing: `bridges has`
        singular = re.match(r"\s+(?:has|is|was|does)\b", around.text[end : end + 6])
        return singular is not None and (
            folded.endswith("s") or (mine and around.lower and around.sentence_start(start))
        )
    if around.shouting:
        return mine
    if _in_longer_name(around, start, end) or re.match(r"\s+of\b", around.text[end : end + 6]):
        return False
    if re.match(r"['’]s\b|['’]\s|\s*[+&]\s*[^\W\d_]", around.text[end : end + 5]):
        return True
    if around.sentence_start(start):
        return (tag in ("NNP", "NNPS") or mine) and follows in ("VBZ", "VBD", "MD", "CC", "POS")
    return True


def _somewhere(around: Surroundings, start: int, end: int) -> bool:
    entity = around.entity(start, end)
    return around.place_before(start) or (entity is not None and entity[2] in ("GPE", "LOC", "FAC"))


def _in_longer_name(around: Surroundings, start: int, end: int) -> bool:
    if around.shouting:
        return False
    after = re.match(r"[ \u00a0-]([^\W\d_]\w*)", around.text[end : end + 30])
    if after and after.group(1)[0].isupper() and not is_generic(fold_text(after.group(1))):
        return True
    before = re.search(r"([^\W\d_][\w'’]*)[ \u00a0-]$", around.text[max(0, start - 30) : start])
    if not before or not before.group(1)[0].isupper():
        return False
    word = fold_text(before.group(1))
    return not (is_common(word) or is_country(word)) or not around.sentence_start(start - len(before.group()))
