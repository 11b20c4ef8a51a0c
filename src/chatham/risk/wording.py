"""What the advice writes in the place of a description, a country, its people or a place, so that it is English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from chatham.language import grammar
from chatham.people.places import is_country

__all__ = ["PLACE", "Pointer", "Span", "general"]

PLACE = re.compile(
    r"\b(?:in|at|from|near|to|around|outside|between|towards|across|via|off)\s+(?:the\s+)?"
    r"(?P<place>(?:[A-ZÀ-Þ][\w’'-]*[^\W\d_])(?:\s+[A-ZÀ-Þ][\w’'-]*[^\W\d_]){0,2})"
)
_PEOPLE = re.compile(r"(?:i|ians?|ans?|ese|ish|[pt]in[oa]s?|is|ic|ers?|men|hai|ao)$", re.IGNORECASE)
_MANY = re.compile(r"(?:[^s]s|men|ese|ish)$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?P<article>the|an?)\s+$", re.IGNORECASE)
_AFTER_PREPOSITION = re.compile(
    r"\b(?:in|at|from|near|to|around|outside|between|towards?|across|via|off|of|by|for|with|on|inside|within)\s+$",
    re.IGNORECASE,
)
# Words that are nouns and nothing else: after `in Nepal` another one may be the verb (`clients in Nepal use ...`).
_NOUNS = re.compile(
    r" (?:embass(?:y|ies)|consulates?|missions?|ministr(?:y|ies)|authorities|delegations?|officials?|nationals|citizens"
    r"|waters|coast|border|territory|passports?|visas?|airports?|hospitals?|schools?|prisons?|universit(?:y|ies))\b"
)
_NUMBER = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|many|some|several|most|all|young|old))\s+$"
)
_OWN = re.compile(r"['’]s?\b")


class Pointer(StrEnum):
    """What a word points at the speaker by."""

    DESCRIPTION = "description"
    COUNTRY = "country"
    PEOPLE = "people"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Span:
    """Words that point at the speaker.

    Attributes:
        start: First code point in the anonymised text.
        end: One past the last.
        by: What they point by.
        noun: What the country is, in a word.
        listed: It is one of the codebook's region.
    """

    start: int
    end: int
    by: Pointer
    noun: str = "country"
    listed: bool = True


def general(text: str, span: Span, *, first: bool) -> tuple[int, str]:
    """Where the edit starts, with an article that goes along, and what stands there instead.

    Args:
        text: The anonymised text.
        span: What is to be said in general words.
        first: It is the first mention of the kind in the note.
    """
    start, end = span.start, span.end
    if span.by is Pointer.DESCRIPTION:
        return start, text[start:end].split(maxsplit=1)[0]
    found = _ARTICLE.search(text[max(0, start - 4) : start])
    article = found["article"].casefold() if found else ""
    start -= len(found[0]) if found else 0
    if span.by is Pointer.PEOPLE and _is_people(text, span):
        phrase = _people(text, span, article)
    elif span.by is Pointer.PLACE or (span.by is Pointer.PEOPLE and PLACE.search(text[max(0, span.start - 24) : end])):
        phrase = _place(text, span, article)
    else:
        phrase = _country(text, span, article, first=first)
    return start, grammar.capitalise(phrase) if grammar.starts_sentence(text, start) else phrase


def _country(text: str, span: Span, article: str, *, first: bool) -> str:
    other = f"the {span.noun}" if not first else f"one {span.noun}"
    if _OWN.match(text[span.end :]):
        return other
    if _says_which(text, span, article):  # `the Nepal embassy`
        return grammar.possessive(other)
    if not first:
        return other
    return f"a {span.noun} in the region" if span.listed else f"a {span.noun}"


def _people(text: str, span: Span, article: str) -> str:
    noun = _noun_after(text, span.end)
    if noun:
        return {"": "local", "the": "the local"}.get(article, "a local")
    if _NUMBER.search(text[: span.start]):
        return "people from the country"
    if article in ("a", "an"):
        return "a person from the country"
    if article or _MANY.search(text[span.start : span.end]):
        return "people from the country"
    return "a local language"  # `guidance in Tok Pisin and Fijian`


def _place(text: str, span: Span, article: str) -> str:
    if _OWN.match(text[span.end :]) or not _says_which(text, span, article):
        return "a place in the country"
    if article:
        return "the local" if article == "the" else "a local"
    return "local" if _noun_after(text, span.end) == "NNS" else "a local"


def _says_which(text: str, span: Span, article: str) -> bool:
    """Whether the words say which one of what follows: `the Nepal embassy`, and not `clients in Nepal wait`."""
    if _AFTER_PREPOSITION.search(text[: span.start]) and not article:
        return _NOUNS.match(text[span.end :]) is not None
    return _noun_after(text, span.end) != ""


def _is_people(text: str, span: Span) -> bool:
    """Whether the words are of the people, not of the country: `Nepali`, `Thai`, `Filipinos`."""
    words = text[span.start : span.end]
    return " " not in words and _PEOPLE.search(words) is not None and not is_country(words)


def _noun_after(text: str, end: int) -> str:
    """The tag of a noun in small letters that follows directly, as in `the Nepal embassy`; empty for none."""
    if not re.match(r" [a-zà-þ]", text[end:]):
        return ""
    tag = _tags(text).get(end + 1, "")
    return tag if tag in ("NN", "NNS") else ""


@lru_cache(maxsize=8)
def _tags(text: str) -> Mapping[int, str]:
    """First code point of each word to its tag: read for the few notes where it matters, and a few times each."""
    from chatham.language.pipeline import docs

    (doc,) = docs([text])
    return {token.idx: token.tag_ for token in doc}
