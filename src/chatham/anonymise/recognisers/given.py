"""Given names that nothing in the text presents: `Luda books the gym`, `they held our Umed`, `(Nizami, 58.)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatham.anonymise.recognisers.leaning import leaning
from chatham.anonymise.recognisers.naming import could_be_name, name_after
from chatham.anonymise.recognisers.presented import is_thing
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.people.fold import fold_text
from chatham.people.gazetteers import is_given_name, is_town
from chatham.people.places import is_country as is_country_name
from chatham.people.words import CALENDAR, HONORIFICS, PARTICLES, is_common

__all__ = ["by_given_name", "unlisted"]

_CAPITAL = re.compile(r"(?<![\w@/.#-])[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’-][^\W\d_]+)*")
_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)\.?[ \u00a0]+$")

# Before these a name is that of a place, a storm, a ship, a law or a thing.
_CALLED = frozenset(
    """
    the in at near around across storm cyclone hurricane typhoon operation camp lake mount river port fort saint st san
    santa sao village town city district province region county island street road avenue square hospital school
    university hotel radio ship boat vessel ferry mv project programme program law act article bill case plan protocol
    language tribe clan valley bridge border crossing gate airport bay cape point from to via through into towards
    """.split()
)
_PEOPLES = ("NORP", "LANGUAGE", "LAW", "EVENT", "PRODUCT", "WORK_OF_ART")

# What is said of somebody who is not on the list, right after the name.
_NOT_LISTED = re.compile(
    r"[ \u00a0]*(?:\(|\[|,|[-–—])?[ \u00a0]*(?:who (?:is|was) |she (?:is|was) |he (?:is|was) )?"
    r"(?:(?:a |the )?walk[- ]?in\b|came (?:with|in|along)\b[^()\n:;]{0,40}?\bnot\b|"
    r"(?:is |was |and |but |,)?[ ]?(?:not?|un)[ -]?(?:yet )?(?:on (?:the |our |any |my )?(?:list|roster|sheet)|regd|"
    r"reg(?:istered|['’]?d)|listed|invited)\b)",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?m)^[ \t]*(?:[-*•>]+[ \t]*)?(?:\d{1,2}[:.h]\d\d[ \t]+)?(?=[^\W\d_])")


def by_given_name(around: Surroundings) -> Iterator[tuple[int, int, float, str]]:
    """Names that begin with a given name of some country and are used as one: start, end, score, why.

    Args:
        around: The note.
    """
    text = around.text
    past = 0
    for match in _CAPITAL.finditer(text):
        start = match.start()
        first = fold_text(match.group()).split()
        if start < past or not first or not is_given_name(first[0]):
            continue
        end = name_after(text, start, most=3)
        words = fold_text(text[start:end]).split()
        if not words or not all(_part(w) for w in words) or not _used(around, start, end):
            continue
        past = end
        yield start, end, 0.75, "a given name, used as one"


def unlisted(around: Surroundings) -> Iterator[tuple[int, int, float, str]]:
    """Names at the head of a line of which it is said that they are not on the list: `ylva, not regd:`.

    Args:
        around: The note.
    """
    text = around.text
    for match in _HEAD.finditer(text):
        line = text[match.end() : match.end() + 60].split("\n")[0]
        for words in re.finditer(
            r"[^\W\d_][\w'’-]*(?:[ \u00a0][^\W\d_][\w'’-]*\.?){0,2}?(?=[ \u00a0]*[^\w'’]|[ \u00a0])", line
        ):
            if words.start() > 0:
                break
            start, end = match.end(), match.end() + words.end()
            if _NOT_LISTED.match(text, end):
                names = fold_text(text[start:end]).split()
                if names and not is_thing(around, start, end) and names[0] not in HONORIFICS | PARTICLES:
                    yield start, end, 0.9, "not on the list, the note says"
            break


def _part(word: str) -> bool:
    return len(word) == 1 or word in PARTICLES or is_given_name(word) or could_be_name(word)


def _used(around: Surroundings, start: int, end: int) -> bool:
    text = around.text
    raw = text[start:end]
    folded = fold_text(raw)
    if raw.isupper() and (len(raw) <= 5 or " " not in raw) and not around.shouting:
        return False
    if len(raw) < 4 or not (raw.isupper() or all(w[1:].islower() or not w[1:] for w in re.split(r"[\W_]+", raw) if w)):
        return False  # MoU
    if is_town(folded) or is_country_name(raw) or is_thing(around, start, end):
        return False
    before = _BEFORE.search(text[max(0, start - 30) : start])
    if before:
        word = fold_text(before.group(1))
        if word in _CALLED:
            return False
        begun = start - len(before.group())
        opening = around.sentence_start(begun) and is_common(word)
        if before.group(1)[0].isupper() and not opening and word not in HONORIFICS | CALENDAR:
            return False  # Mae Sot, Viet Nam: part of a longer name
    after = re.match(r"[ \u00a0]([^\W\d_][\w'’-]*)", text[end : end + 30])
    if after and after.group(1)[0].isupper():
        return False
    if around.place_like(start, end):
        return False
    entity = around.entity(start, end)
    if entity is not None and (entity[2] in _PEOPLES or (entity[2] != "PERSON" and " " in text[entity[0] : entity[1]])):
        return False
    return leaning(around.doc, raw.split()[0]) >= -0.12
