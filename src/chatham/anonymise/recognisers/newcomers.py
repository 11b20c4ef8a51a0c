"""Where a note says that somebody is not on the list, and who that is: `walk-in: Salote, Nadi Kiosk Women (NKW)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from chatham.anonymise.recognisers.given import may_be_part
from chatham.anonymise.recognisers.naming import name_after, organisation_after
from chatham.anonymise.recognisers.presented import is_thing
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.people.bodies import is_generic
from chatham.people.fold import fold_text
from chatham.people.gazetteers import is_given_name, is_language, is_town
from chatham.people.places import is_country as is_country_name
from chatham.people.words import HONORIFICS, is_country

__all__ = ["Newcomer", "newcomers"]

_MARK = re.compile(
    r"\b(?:walk[- ]?ins?\b|(?:not|never|nowhere|n['’]t)\s+(?:yet\s+)?(?:on|in)\s+"
    r"(?:the|my|our|any|your|anybody['’]s|nobody['’]s)\s+(?:\w+\s+)?(?:list|roster|sheet|register)\b"
    r"(?!\s+of\s+(?!participants|speakers|attend|names|people|guests|those))"
    r"|(?:not|never|n['’]t)\s+(?:yet\s+|been\s+)?(?:registered|regd|reg['’]?d|listed|invited|announced)\b"
    r"|unregistered\b(?!\s+\w)|unannounced\b|registered\s+late\b"
    r"|(?:joined|joining|came|arrived|dropped\s+in|rang\s+in|dialled\s+in)\s+(?:\w+\s+)?late\b"
    r"|(?:no|without\s+a)\s+badge\b|new\s+(?:in|to)\s+the\s+(?:room|group|call|list)\b"
    r"|late\s+arrival\b|late-?comer\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[\n!?]|(?<![A-Z])\.(?=\s)|;\s")
_WORD = re.compile(r"(?<![\w@/.’'-])[^\W\d_][\w’'-]*")
_CLOSE = 45
_LED = re.compile(r"\b(?:room|group|call|list|walk[- ]?in|late)\s*:\s*(?:\w{1,4}\.?\s)?$", re.IGNORECASE)
_OUT_OF = re.compile(r"\b(?:from|of|for|at|in|to|by)\s+(?:the\s+)?$", re.IGNORECASE)
# What may stand between somebody who is not on the list, or that it is said, and what they come from.
_BESIDE = re.compile(
    r"[\s,()\[\]/|:–—-]*(?:(?:sorry|pls|who|she|he|they|and|also|is|was|had|has|in|by|link|today|again|here|now|a|the"
    r"|walk[- ]?in)[\s,]+){0,4}(?:[^.;:\n]{0,50}?\b(?:from|for|with|at|represents?|representing|runs|leads"
    r"|on\s+behalf\s+of|member\s+of|of)\s+|(?:from|of)\s[^.;:()\n]{0,40}\()?(?:the\s+)?[\"“]?"
)
_SPOKE_OF = re.compile(
    r"\b(?:sp[eo]a?ke?s?|talk(?:ed|s)|told|heard|ask(?:ed|s)|mentioned|complain\w+)\s+(?:\w+\s+)?(?:of|about|for\s+a)\b",
    re.IGNORECASE,
)
_SMALL_FROM = re.compile(
    r"(?:\s(?:from|of|at|for)\s+(?:the\s+)?|,\s+(?:the\s+)?)(?P<name>[a-zß-öø-ÿ][a-zß-öø-ÿ’' -]{3,45})"
    r"(?=[,.:;()\n]|\s\(|$)"
)
_SMALL_AFTER = re.compile(r"[\s:,–—-]{1,3}(?P<name>[a-zß-öø-ÿ]{3,})(?=\s\w{2,6}\s\(|\s?[(,:])")
_ACRONYM = re.compile(r"\s?\((?P<letters>[^\W\d_a-zß-öø-ÿ]{2,8})\)")
_NOT_IN = ("GPE", "LOC", "NORP", "DATE", "LANGUAGE", "LAW", "EVENT", "TIME", "MONEY")


class Newcomer(NamedTuple):
    """Who is not on the list, and the organisation said to be theirs.

    Attributes:
        people: Start and end of names.
        bodies: Start and end of organisations' names.
    """

    people: tuple[tuple[int, int], ...]
    bodies: tuple[tuple[int, int], ...]


def newcomers(around: Surroundings) -> Iterator[Newcomer]:
    """Everybody of whom the note says that they are not on the list.

    Args:
        around: The note.
    """
    text = around.text
    for mark in _MARK.finditer(text):
        first, last = _bounds(text, mark)
        people = [
            (start, end)
            for start, end in _names(around, first, last, mark.end())
            if end <= mark.start() or mark.end() <= start
            if min(abs(mark.start() - end), abs(start - mark.end())) <= _CLOSE
        ]
        if not people:
            continue
        bodies = tuple(_bodies(around, [*people, mark.span()], first, last))
        yield Newcomer(tuple(people), bodies)


def _bounds(text: str, mark: re.Match[str]) -> tuple[int, int]:
    """The sentence in which it is said; where a colon ends what is said of them, up to there."""
    first = max((m.end() for m in _SENTENCE.finditer(text, max(0, mark.start() - 120), mark.start())), default=0)
    first = max(first, mark.start() - 120)
    after = _SENTENCE.search(text, mark.end(), mark.end() + 120)
    last = after.start() if after else min(len(text), mark.end() + 120)
    colon = text.find(":", mark.end(), last)
    if colon >= 0 and re.search(r"[^\W\d_a-zß-öø-ÿ]\w", text[first : mark.start()] + text[mark.end() : colon]):
        last = colon
    closed = text.find(")", mark.end(), last)
    opened = text.rfind("(", first, mark.start())
    named = re.search(r"[^\W\d_a-zß-öø-ÿ]\w", text[first:opened] + text[mark.end() : closed]) if opened >= 0 else None
    if closed >= 0 and named and ")" not in text[opened : mark.start()] and "(" not in text[mark.end() : closed]:
        last = closed  # said in brackets
    return first, last


def _names(around: Surroundings, first: int, last: int, place: int) -> Iterator[tuple[int, int]]:
    past = first
    named = -1  # where the last name ended
    small = _SMALL_AFTER.match(around.text, place)
    if small and is_given_name(fold_text(small["name"])):
        yield small.span("name")
    for match in _WORD.finditer(around.text, first, last):
        start = match.start()
        if start < past or not match.group()[0].isupper():
            continue
        end = min(name_after(around.text, start, most=4), last)
        words = fold_text(around.text[start:end]).split()
        while words and words[0] in HONORIFICS and " " in around.text[start:end]:
            start = around.text.index(" ", start) + 1
            words = words[1:]
        led = _LED.search(around.text[max(first, start - 12) : start]) is not None
        called = 1 < len(words) < 4 and led and not any(map(is_generic, words))  # whatever the words: Aye Aye Thin
        if not words or organisation_after(around.text, start) > end or not (called or all(map(may_be_part, words))):
            if words and start == match.start() and not around.sentence_start(start):
                past = end  # no half of another name: `Taller Las Tejedoras`
            continue
        if _OUT_OF.search(around.text[max(first, start - 10) : start]):
            continue
        past = end
        entity = around.entity(start, end)
        if entity is not None and entity[2] in _NOT_IN and not (called or is_given_name(words[0])):
            continue
        if around.text[start - 1 : start] == "(" and 0 < start - named < 4 and " " in around.text[start:end]:
            continue  # Bayu Tegal (Kos Pelaut Lama)
        if not around.text[start:end].isupper() and not _placed(around, start, end) and len(words[0]) > 1:
            named = end
            yield start, end


def _placed(around: Surroundings, start: int, end: int) -> bool:
    raw = around.text[start:end]
    town = is_town(fold_text(raw)) or is_country_name(raw) or is_language(fold_text(raw))
    return town or around.place_before(start) or is_thing(around, start, end)


def _bodies(around: Surroundings, anchors: list[tuple[int, int]], first: int, last: int) -> Iterator[tuple[int, int]]:
    text = around.text
    past = first
    for match in _SMALL_FROM.finditer(text, first, last):
        close = any(0 <= match.start() - end < 3 for _, end in anchors)
        words = fold_text(match["name"]).split()
        if close and 1 < len(words) < 7 and any(map(is_generic, words)):
            yield match.span("name")
    for match in _WORD.finditer(text, first, last):
        start = match.start()
        if start < past or not match.group()[0].isupper() or any(a <= start < b for a, b in anchors):
            continue
        gap = text[max((b for _, b in anchors if b <= start), default=first) : start]
        if not gap.strip() or not _BESIDE.fullmatch(gap) or _SPOKE_OF.search(gap):
            continue
        end = past = min(organisation_after(text, start), last)
        raw = text[start:end]
        words = fold_text(raw).split()
        acronym = raw.isupper() and 2 < len(raw) < 8 and text[start - 1] == "("
        if (
            not words
            or (len(words) < 2 and not acronym)
            or all(is_country(w) or is_language(w) or w == "and" for w in words)
        ):
            continue
        entity = around.entity(start, end)
        whole = entity is not None and entity[0] <= start and end <= entity[1]
        if is_country_name(raw) or is_town(fold_text(raw)) or (whole and entity is not None and entity[2] in _NOT_IN):
            continue
        yield start, end
        letters = _ACRONYM.match(text, end)
        if letters:
            yield letters.span("letters")
