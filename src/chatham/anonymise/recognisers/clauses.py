"""Where a clause begins and ends, by punctuation and by the finite verbs that the model tagged."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chatham.anonymise.recognisers.self_cues import MY
from chatham.language.pipeline import Doc

__all__ = ["Clauses", "Found", "clause_end", "like", "opener_end", "place_end"]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BREAK = re.compile(r"[.!?](?=['\"”’)\]]*(?:\s|$))|[;:](?=\s)|[\n\r()\[\]\"“”]|\s[–—-]\s")
_SUBJECT = re.compile(r"(?P<comma>,)?\s+(?=(?:I|i|we|he|she|they)(?:['’](?:m|ve|d|re|ll|s))?\s+\w)")
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|where|when|as|than|what|because|if)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clauses:
    """A text with the finite verbs that the model found in it.

    Attributes:
        text: The raw text.
        verbs: Start and end of each finite verb.
    """

    text: str
    verbs: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, text: str, doc: Doc | None) -> Clauses:
        """Read the verbs off a tagged document; none where there is no document."""
        if doc is None:
            return cls(text)
        return cls(
            text,
            tuple(
                (t.idx, t.idx + len(t))
                for t in doc
                if t.tag_ in _FINITE or (t.tag_ == "VB" and t.i and doc[t.i - 1].lower_ in ("and", "but"))
            ),
        )

    def asserts(self, start: int, end: int) -> bool:
        """Whether a stretch has a finite verb of its own, not one of a relative clause."""
        for a, b in self.verbs:
            if start <= a and b <= end:
                before = self.text[start:a]
                relative = re.search(
                    r"(?<=\w\s)(?:who|that|which|where|whom|what|whose)\b[^,]*$", before, re.IGNORECASE
                )
                if not relative and not re.search(r"(?<=\w\s)(?:i|we)\s+(?:\w+\s+)?$", before, re.IGNORECASE):
                    return True
        return False

    def stop(self, place: int) -> int:
        """Where the clause ends in which `place` stands: at a full stop, colon, bracket, quote or line end."""
        found = _BREAK.search(self.text, place)
        return found.start() if found else len(self.text)


def opener_end(c: Clauses, start: int, *, strict: bool = False, own: bool = False) -> int | None:
    """Where an opener ends: before `I`, `we`, `she`, or at a colon; None where no such subject follows."""
    stop = c.stop(start)
    for m in _SUBJECT.finditer(c.text, start, stop):
        if _RELATIVE.search(c.text[start : m.start()].rstrip()):
            continue
        return m.start()
    if own:
        other = re.search(
            r",\s|\s+(?=(?:nobody|no\s+one|none|nothing|not\s+(?:one|once)|never|there|each|every)\b)",
            c.text[start:stop],
        )
        return start + other.start() if other else None
    if not strict and c.text[stop : stop + 1] == ":":
        return stop
    return None


def place_end(c: Clauses, start: int, *, nouns_only: bool = False) -> int:
    """Where a noun phrase with its places ends: before the next verb, or at a comma that opens no relative clause."""
    stop = c.stop(start)
    comma = c.text.find(",", start, stop)
    if comma >= 0 and not nouns_only and re.match(r",\s+(?:where|whose|which|on\s+what|on\s+which)\b", c.text[comma:]):
        comma = c.text.find(",", comma + 1, stop)
    end = comma if comma >= 0 else stop
    relative = re.search(r"\b(?:where|who|that|which|what|whose)\b", c.text[start:end])
    for a, _ in c.verbs:
        if start <= a < end and not (relative and not nouns_only):
            end = len(c.text[:a].rstrip())
            adverb = re.search(r"\s+(?:also|still|now|already|never|always|only|often)$", c.text[start:end])
            return end - len(adverb[0]) if adverb else end
    return len(c.text[:end].rstrip())


def clause_end(c: Clauses, start: int) -> int:
    """Where a main clause about oneself ends: the next clause is left alone unless it goes on about oneself."""
    stop = c.stop(start)
    pieces = list(re.finditer(r",\s+(?:(?:and|but|so|yet)\s+)?|\s+(?:and|but|so|yet)\s+", c.text[start:stop]))
    for number, piece in enumerate(pieces):
        begin = start + piece.end()
        close = start + pieces[number + 1].start() if number + 1 < len(pieces) else stop
        chunk = c.text[begin:close]
        goes_on = bool(MY.search(chunk)) and (
            not piece[0].startswith(",") or chunk[:2] == "I " or not c.asserts(begin, close)
        )
        if c.asserts(begin, close) and not goes_on:
            return start + piece.start()
        if piece[0].lstrip(", ").strip() in ("so", "but", "yet") and not goes_on:
            return start + piece.start()
    return len(c.text[:stop].rstrip())


@dataclass(frozen=True, slots=True)
class Found:
    """A self-description, and the general form to put instead (None: mark it for review)."""

    start: int
    end: int
    phrase: str | None
    score: float
    why: str


def like(char: str, phrase: str) -> str:
    """The phrase with the capital letter, if any, that the text has there."""
    return phrase[:1].upper() + phrase[1:] if char.isupper() and not phrase.startswith("I ") else phrase
