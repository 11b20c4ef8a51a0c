"""What stands around a stretch of a note: the evidence that tells a name from a word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property, update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeVar

from chatham.anonymise.recognisers.speech import COLLEAGUES, REPORTING
from chatham.anonymise.recognisers.turn_labels import Label, labels_of
from chatham.language.pipeline import Doc
from chatham.people.fold import Folded, fold, fold_text
from chatham.people.words import HONORIFICS, is_country

__all__ = ["SAINT", "Surroundings"]

# What stands before a saint's name, and so in names of places.
SAINT = frozenset("san santa santo sao saint sainte st ste sankt sint sant sveti sveta agios agia".split())

# Honorifics that are ordinary words as well, so that only a capital letter and a name after them tell.
_NO_HONORIFIC = frozenset(
    """
    he me so do don miss em co on en me ma mi general major co an o ba in san
    """.split()
)

_WORDS_BEFORE = re.compile(r"[^\s()\[\]{}\"“”'’,;:!?/|*]+(?:['’]s)?")
_SENTENCE_END = re.compile(r"(?:^|[.!?:;…]['\"”’)\]]*|[\n\r]|[-–—*•·]\s?|[\"“‘(\[{]|\d[.)])\s*$")
_PEOPLE_FIELD = re.compile(
    r"""
    [ \t]*(?:[-*•·][ \t]+)?[*_]{0,3}
    (?:who|whom|speakers?|names?|by|from|present|participants?|attendees|attending|delegates?|persons?|reporters?
      |rapporteurs?|moderators?|facilitators?|chairs?|interpreters?|note[- ]?takers?|apologies|regrets
      |(?:submitted|raised|proposed|seconded|signed|supported|presented|led|made|said|asked)(?:[ ]+also)?(?:[ ]+by)?)
    (?:[ ]+(?:raised|said|spoke|asked|proposed|presented)(?:[ ]+(?:it|this))?)?(?:[ ]*/[ ]*[a-z]{3,14})?
    [*_]{0,3}[ \t]*:[*_]{0,3}[ \t]
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MARK_BEFORE = re.compile(r"(?:^|[\n\t;|]|//|(?<=\s)/)[ \u00a0]*(?:[-*•·][ \u00a0]+)?\Z")
_MARK_AFTER = re.compile(r"[ \u00a0]*(?:\Z|[\n\t;|]|//|/(?=\s))")
_PLACE = frozenset(
    """
    in near around at outside inside across throughout within towards toward over off via between along beyond
    into
    """.split()
)
_PLACE_OF = re.compile(
    r"\b(?:city|port|town|province|state|region|district|village|river|lake|islands?|gulf|bay|strait|republic|"
    r"kingdom|county|"
    r"municipality|airport|coast|border|north|south|east|west|camp|airport) of (?:the )?$",
    re.IGNORECASE,
)
_GOING = frozenset(
    """
    back go goes going went come comes coming came return returns returned returning home travel travels travelled move
    moves moved moving over bus flight road way journey deported fled flee sent brought taken crossed trip ship flew fly
    """.split()
)
_TIME = frozenset(
    """
    in since until till by during from of to early mid late last next this before after through end
    on every each one another same past following coming
    """.split()
)
_AFTER_NAME = re.compile(r"(?:['’]s)?\s*(?:\([^()\n]{1,80}\)\s*)?(?:,[^,.\n]{1,90},\s*)?")
_SPACES = re.compile(r"[\s\u00a0]+")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ADVERBS = frozenset(
    """
    also just then again later already rightly briefly here today quickly only first now still has had have who
    further finally once therefore however strongly really simply would will did was is himself herself and from
    of
    """.split()
)


_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


def _remembered(
    method: Callable[Concatenate[Surroundings, _Asked], _Answer],
) -> Callable[Concatenate[Surroundings, _Asked], _Answer]:
    """A question about a place, worked out once a note: recognisers ask the same of the same words."""
    name = method.__name__

    def ask(self: Surroundings, /, *asked: _Asked.args, **named: _Asked.kwargs) -> _Answer:
        key = (name, asked, *named.values())
        answers = self._answers
        if key in answers:
            return answers[key]  # type: ignore[no-any-return]
        answer = answers[key] = method(self, *asked, **named)
        return answer

    update_wrapper(ask, method)
    return ask


class Surroundings:
    """A note's text, read for evidence.

    Args:
        text: The raw text.
        doc: What the language model made of it, or None before it has read it.
    """

    def __init__(self, text: str, doc: Doc | None = None):
        self.text = text
        self.doc = doc
        self.folded: Folded = fold(text)
        self._answers: dict[tuple[Any, ...], Any] = {}

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Heads of lines that may say who speaks, in order."""
        return labels_of(self.text)

    @_remembered
    def label(self, start: int, end: int) -> Label | None:
        """The label that holds the stretch."""
        return next((label for label in self.labels if label.start <= start and end <= label.end), None)

    @cached_property
    def shouting(self) -> bool:
        """Whether capital letters prove nothing here: nearly all letters, or none, are capitals."""
        letters = [c for c in self.text if c.isalpha()]
        upper = sum(c.isupper() for c in letters)
        return len(letters) > 20 and upper > 0.6 * len(letters)

    @cached_property
    def lower(self) -> bool:
        """Whether the note is typed without capital letters."""
        starts = re.findall(r"(?:^|[.!?]\s+|\n\s*(?:[-*•]\s*)?)([^\W\d_])", self.text)
        return bool(starts) and sum(c.islower() for c in starts) > 0.6 * len(starts)

    @_remembered
    def before(self, start: int, count: int = 3) -> list[str]:
        """The folded words before, nearest last, of the same sentence."""
        head = self.text[max(0, start - 60) : start]
        cut = max(head.rfind("\n"), head.rfind("! "), head.rfind("? "), head.rfind("; "))
        head = head[cut + 1 :]
        words: list[str] = []
        for m in _WORDS_BEFORE.finditer(head):
            word = m.group()
            if word.endswith(".") and len(word) > 5:  # a sentence ends, an abbreviation is shorter
                words.clear()
                continue
            folded = fold_text(word)
            if folded:
                words.append(folded)
        return words[-count:]

    @_remembered
    def word_before(self, start: int) -> str:
        """The folded word right before, with nothing but spaces and an honorific's full stop between; else empty."""
        match = re.search(r"([^\W\d_][\w'’-]*)(\.?)[ \t\u00a0]+$", self.text[max(0, start - 40) : start])
        if not match or (match.group(2) and len(match.group(1)) > 4):
            return ""
        return fold_text(match.group(1))

    @_remembered
    def honorific(self, start: int) -> bool:
        """Whether an honorific stands right before."""
        match = re.search(r"([^\W\d_][\w'’]*|H\.\s?E|H\.\s?H)(\.?)[ \t\u00a0]*$", self.text[max(0, start - 30) : start])
        if not match:
            return False
        raw, word = match.group(1), fold_text(match.group(1)).replace(" ", "")
        if word == "u":
            return raw == "U" and not match.group(2)
        if word in ("he", "hh"):
            return "." in raw
        if word not in HONORIFICS or word in _NO_HONORIFIC:
            return False
        glued = match.end() == len(self.text[max(0, start - 30) : start]) and not match.group(2)
        return not glued or self.text[start - 1 : start].isspace()

    def honorific_after(self, end: int) -> bool:
        """Whether an honorific that follows names stands right after: `Sato-san`, `Rahima apa`."""
        match = re.match(
            r"[-\s\u00a0](san|sama|sensei|ssi|nim|bey|hanim|hanım|apa|bhai|didi|ji|saheb|sahib|aga)\b",
            self.text[end : end + 12],
            re.I,
        )
        return match is not None

    @_remembered
    def sentence_start(self, start: int) -> bool:
        """Whether a capital letter here proves nothing, because a sentence, a quotation or a line begins."""
        head = self.text[max(0, start - 12) : start]
        return start == 0 or _SENTENCE_END.search(head) is not None

    def alone(self, start: int, end: int) -> bool:
        """Whether it fills what lies between two marks: slashes, bars, semicolons, tabs, the ends of a line."""
        return _MARK_BEFORE.search(self.text[max(0, start - 12) : start]) is not None and (
            _MARK_AFTER.match(self.text, end) is not None
        )

    @_remembered
    def verb_after(self, end: int) -> bool:
        """Whether a verb of speaking follows, past brackets, an apposition and adverbs."""
        tail = self.text[end : end + 140].split("\n")[0]
        for skip in (_AFTER_NAME.match(tail), re.match(r"\s*(?:\([^()\n]{1,80}\)\s*)?", tail)):
            rest = tail[skip.end() if skip else 0 :]
            if skip and skip.group().lstrip().startswith(("'s", "’s")):
                continue
            for number, m in enumerate(_WORD.finditer(rest)):
                word = fold_text(m.group())
                if rest[: m.start()].strip(" \t"):
                    break
                if word in REPORTING:
                    return True
                if number > 2 or word not in _ADVERBS:
                    break
                rest = rest[: m.start()] + " " * len(m.group()) + rest[m.end() :]
        return False

    @_remembered
    def verb_before(self, start: int) -> bool:
        """Whether the words before say that somebody's name follows."""
        words = self.before(start, 4)
        if words and (words[-1] in HONORIFICS and words[-1] not in _NO_HONORIFIC):
            words = words[:-1]
        if not words:
            return False
        last = words[-1]
        pair = " ".join(words[-2:])
        if pair == "over to":  # the floor, at the head of a sentence; elsewhere a ship
            return len(words) == 2
        if self.text[max(0, start - 2) : start].strip() in (".", "!", "?", ";"):
            return False
        if last in (
            "thanks", "thank", "thanked", "thx", "ty", "thanking", "seconded", "echoing", "echoed", "echo",
            "supporting", "following", "per", "asked", "told", "hi", "hello", "dear", "cc", "invited",
            "congratulated", "welcomed",
            "named", "called", "namely", "like", "said", "replied", "added", "noted", "answered", "says", "writes",
            "wrote", "ask", "asks", "joined",
        ):  # fmt: skip
            return True
        if last in COLLEAGUES and self.text[start - 1 : start] in (" ", "\n", ","):
            return not self.text[max(0, start - 9) : start].rstrip().endswith(":")  # what somebody says follows a colon
        return pair in (
            "building on", "according to", "seconded by", "agree with", "agreed with", "agrees with", "agree w",
            "reference from", "told by", "thanks to", "thank you", "made by", "raised by", "question by", "remarks by",
            "presented by", "presentation by", "introduced by", "introduced as", "question from",
            "point by",
            "point of", "comment by", "comment from", "input from", "response to", "reply to", "listening to",
            "supported by",
            "echoed by", "plus one", "answer from", "as mr", "chaired by", "said by", "moderated by", "as said",
            "facilitated by", "write to", "led by", "along with", "joined by", "hear from", "heard from",
        )  # fmt: skip

    @_remembered
    def place_before(self, start: int) -> bool:
        """Whether a word right before says where: `in`, `near`, `around`."""
        return self.word_before(start) in _PLACE or _PLACE_OF.search(self.text[max(0, start - 24) : start]) is not None

    def sainted(self, start: int) -> bool:
        """Whether a saint is named, and so most likely a place: `San José`, `Saint Lucia`."""
        return self.word_before(start) in SAINT

    @_remembered
    def place_like(self, start: int, end: int) -> bool:
        """Whether its use or the model says that it is a place: `from Barra to Tenerife`, `back to Edo`, `in Cruz`."""
        before = self.word_before(start)
        if self.place_before(start) or self.listed_with_places(start, end) or self.from_to(start, end):
            return True
        entity = self.entity(start, end)
        placed = entity is not None and entity[2] in ("GPE", "LOC", "FAC")
        return placed and before in ("from", "to", "of", "the", "for", "and", "at", "on", "through")

    @_remembered
    def from_to(self, start: int, end: int) -> bool:
        """Whether somebody or something goes from it or to it: `from Barra to Tenerife`, `back to Edo`."""
        before = self.before(start, 2)
        if before[-1:] == ["from"]:
            return re.match(r"\s+(?:to|via|through|until|into)\b", self.text[end : end + 10]) is not None
        return before[-1:] == ["to"] and before[0] in _GOING

    @_remembered
    def with_countries(self, start: int, end: int) -> bool:
        """Whether it stands in a list of countries: `Kuwait and Jordan`, `India, Nepal`."""
        words = self.before(start, 2)
        after = re.match(
            r"\s*(?:,|/|–|-|&|→|and\b|or\b|to\b)\s*(?:and\s+|or\s+|the\s+)?([^\W\d_]+)", self.text[end : end + 40]
        )
        if after and is_country(fold_text(after.group(1))):
            return True
        joined = re.search(
            r"([^\W\d_]+)\s*(?:,|/|–|-|&|→|\band|\bor|\bto|\bthan|\bwith)\s*(?:and\s+|or\s+|the\s+)?$",
            self.text[max(0, start - 40) : start],
        )
        return bool(words) and joined is not None and is_country(fold_text(joined.group(1)))

    def listed_with_places(self, start: int, end: int) -> bool:
        """Whether it stands in a list of places, peoples or languages, or in one that `in` or `at` opens."""
        if self.with_countries(start, end):
            return True
        head = self.text[max(0, start - 60) : start]
        joined = re.search(r"([^\W\d_][\w'’-]*)(?:,|\s+(?:and|or|&))\s+(?:and\s+|or\s+)?$", head)
        if joined and joined.group(1)[0].isupper():
            at = max(0, start - 60) + joined.start(1)
            other = self.entity(at, at + 1)
            if other is not None and other[2] in ("GPE", "LOC", "NORP", "LANGUAGE", "FAC"):
                return True
            if re.search(
                r"\b(?:in|at|near|around|across)\s+(?:[^\W\d_][\w'’-]*[,\s]+(?:and\s+)?){1,6}$", head, re.IGNORECASE
            ):
                return True
        follows = re.match(r"(?:,|\s+(?:and|or|&))\s+(?:and\s+|or\s+)?(?=[^\W\d_])", self.text[end : end + 12])
        if follows and self.text[end + follows.end()].isupper():
            other = self.entity(end + follows.end(), end + follows.end() + 1)
            return other is not None and other[2] in ("GPE", "LOC", "NORP", "LANGUAGE", "FAC")
        return False

    def month(self, start: int, end: int) -> bool:
        """Whether the name of a month or of a day stands in a date."""
        if re.match(r"\s*,?\s*(?:\d|and\b|or\b|to\b|until\b|[-–/])", self.text[end : end + 10]):
            return True
        if re.search(r"\d(?:st|nd|rd|th)?(?:\s+of)?\s*$", self.text[max(0, start - 10) : start]):
            return True
        if re.match(
            r"\s+(?:[Ss]chool|[Mm]ass|morning|afternoon|evening|night|noon|prayers?)\b", self.text[end : end + 12]
        ):
            return True
        return self.word_before(start) in _TIME

    def field(self, start: int) -> bool:
        """Whether the line's heading says that people are named in it: `Who:`, `Present:`, `Submitted by:`."""
        line = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        return _PEOPLE_FIELD.match(line) is not None

    @cached_property
    def _token_starts(self) -> list[int]:
        return [] if self.doc is None else [token.idx for token in self.doc]

    def tag(self, position: int, ahead: int = 0) -> str:
        """The part of speech (Penn Treebank) of a token, or of one further on; empty without a model."""
        if self.doc is None or not len(self.doc):
            return ""
        number = bisect_right(self._token_starts, position) - 1 + ahead
        while 0 <= number < len(self.doc) and ahead and self.doc[number].is_space:
            number += 1
        return str(self.doc[number].tag_) if 0 <= number < len(self.doc) else ""

    def tag_after(self, end: int) -> str:
        """The part of speech of the next word after a stretch."""
        match = _SPACES.match(self.text, end)
        return self.tag(match.end()) if match and match.end() < len(self.text) else ""

    @cached_property
    def entities(self) -> tuple[tuple[int, int, str], ...]:
        """What the model takes for names: start, end, label."""
        if self.doc is None:
            return ()
        return tuple((e.start_char, e.end_char, e.label_) for e in self.doc.ents)

    @_remembered
    def entity(self, start: int, end: int) -> tuple[int, int, str] | None:
        """The model's entity that touches the stretch."""
        return next((e for e in self.entities if e[0] < end and start < e[1]), None)
