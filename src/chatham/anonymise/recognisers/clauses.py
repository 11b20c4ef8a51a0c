"""Where a clause begins and ends, by punctuation and by the finite verbs that the model tagged."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from chatham.anonymise.recognisers.self_cues import CLAUSE_START, IN_THE_ROOM, MY, ONLY
from chatham.language.pipeline import Doc

__all__ = [
    "Clauses",
    "Found",
    "clause_begin",
    "clause_end",
    "like",
    "nobody_between",
    "opener_end",
    "place_end",
    "quoted",
    "relative_end",
]

_START = re.compile(CLAUSE_START)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BREAK = re.compile(r"[.!?](?=['\"”’)\]]*(?:\s|$))|[;:](?=\s)|[\n\r()\[\]\"“”]|\s[–—-]\s")
_SUBJECT = re.compile(r"(?P<comma>,)?\s+(?=(?:I|i|we|he|she|they)(?:['’](?:m|ve|d|re|ll|s))?\s+\w)")
_NAME = 30  # letters in which a name ends that stands behind a comma
_REACH = 400  # no clause is longer; a text without any punctuation may be
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|where|when|as|than|what|because|if)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clauses:
    """A text with the finite verbs that the model found in it.

    Attributes:
        text: The raw text, with spaces for what is put in between commas: `, I believe,`.
        verbs: Start and end of each finite verb.
        names: Where names of people end who may be speaking.
        outsiders: Where names of others end.
        doc: The text, tagged; None where no model has read it.
        starts: Where a clause may begin, by its punctuation.
    """

    text: str
    verbs: tuple[tuple[int, int], ...] = ()
    names: frozenset[int] = frozenset()
    outsiders: frozenset[int] = frozenset()
    doc: Doc | None = field(default=None, repr=False, compare=False)
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", tuple(m.start() for m in _START.finditer(self.text)))

    @classmethod
    def of(
        cls,
        text: str,
        doc: Doc | None,
        names: frozenset[int] = frozenset(),
        outsiders: frozenset[int] = frozenset(),
    ) -> Clauses:
        """Read the verbs off a tagged document; none where there is no document."""
        text = _without_put_in(text)
        if doc is None:
            return cls(text, names=names, outsiders=outsiders)
        return cls(
            text,
            tuple(
                (t.idx, t.idx + len(t))
                for t in doc
                if text[t.idx] != " "
                and (t.tag_ in _FINITE or (t.tag_ == "VB" and t.i and doc[t.i - 1].lower_ in ("and", "but")))
            ),
            names,
            outsiders,
            doc,
        )

    def openings(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What `pattern.finditer` finds, tried only where a clause may begin.

        Args:
            pattern: It begins with `CLAUSE_START` and matches no empty stretch.
        """
        done = 0
        for place in self.starts:
            if place >= done and (found := pattern.match(self.text, place)):
                done = found.end()
                yield found

    def asserts(self, start: int, end: int, *, participles: bool = False) -> bool:
        """Whether a stretch has a finite verb of its own, not one of a relative clause.

        Args:
            start: Of the stretch.
            end: Of the stretch.
            participles: Take what stands behind a comma, `once` or `twice` for a participle: `twice deported, he`.
        """
        for a, b in self.verbs[bisect_left(self.verbs, (start, start)) :]:
            if a >= end:
                break
            if b <= end:
                before = self.text[start:a]
                if participles and re.search(
                    r"(?:,|\b(?:once|twice|times|herself|himself|now|later|since|then))\s+$", before
                ):
                    continue
                relative = re.search(
                    r"(?<=\w\s)(?:who|(?<!\bin\s)(?<!\bat\s)(?<!\bof\s)(?<!\bon\s)(?<!\bby\s)that|which|where|whom|what|whose)\b[^,]*$",
                    before,
                    re.IGNORECASE,
                )
                if not relative and not _CONTACT.search(before):
                    return True
        return False

    def stop(self, place: int) -> int:
        """Where the clause ends in which `place` stands: at a full stop, colon, bracket, quote or line end."""
        found = _BREAK.search(self.text, place, place + _REACH)
        return found.start() if found else min(len(self.text), place + _REACH)


# What is put in between two commas ends no clause: `she is, I believe, our only guest`.
_PUT_IN = re.compile(
    r",\s+(?:and\s+)?(?:(?:I|we|he|she|they|as\s+(?:I|we|he|she|they|was|were|has\s+been))\s+(?:(?:am|was|were|had|have|already|just"
    r"|once|also|been)\s+){0,2}(?:believe|think|guess|suppose|fear|hope|understand|admit|confess|repeat|told|said|says?|say|added"
    r"|explained|noted|recalled|insisted|stressed|mentioned|remarked|pointed\s+out)|it\s+(?:seems|appears|turned\s+out)"
    r"|to\s+the\s+knowledge\s+of\s+the\s+\w+|as\s+far\s+as\s+\w+\s+knows?|so\s+to\s+sa?y|so\s+to\s+speak)\s*,(?=\s)"
)


def _without_put_in(text: str) -> str:
    """A text of the same length in which spaces stand for what was put in between commas."""
    return _PUT_IN.sub(lambda m: " " * len(m[0]), text)


_CONTACT = re.compile(
    r"(?<!\bstill)(?<!\bthen)(?<!\bnow)(?<!\band)(?<!\bso)(?<!\bbut)(?<=\w)\s(?:i|we)\s+(?:\w+\s+)?$", re.IGNORECASE
)


def opener_end(c: Clauses, start: int, *, strict: bool = False, own: bool = False, only: bool = False) -> int | None:
    """Where an opener ends: before `I`, `we`, `she`, or at a colon; None where no such subject follows.

    Args:
        c: The text.
        start: Behind its first word.
        strict: A colon does not end it.
        own: Its own words say whose it is: any clause may follow.
        only: It may be followed by a name, if it says that there is only one of the kind.
    """
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
    comma = c.text.find(",", start, stop)
    while only and comma >= 0:
        alone = _ONLY.search(c.text[start:comma]) and not c.asserts(start, comma)
        if alone or any(comma + 2 < end <= comma + _NAME for end in c.names):
            return comma
        comma = c.text.find(",", comma + 1, stop)
    return None


_NEXT_SUBJECT = re.compile(
    r"(?<=[\w’'])\s+(?:(?:and|but|so|because)\s+)?(?=(?:the|an?|each|every|no|nobody|none|they|there|it|this|that|these|those|all|most|many|some|people|women"
    r"|men|children)\s)"
)


def place_end(c: Clauses, start: int, *, nouns_only: bool = False) -> int:
    """Where a noun phrase with its places ends: before the next verb, or at a comma that opens no relative clause."""
    stop = c.stop(start)
    comma = c.text.find(",", start, stop)
    if comma >= 0 and not nouns_only and re.match(r",\s+(?:where|whose|which|on\s+what|on\s+which)\b", c.text[comma:]):
        comma = c.text.find(",", comma + 1, stop)
    end = comma if comma >= 0 else stop
    for subject in _NEXT_SUBJECT.finditer(c.text, start, end):
        last = c.text[start : subject.start()].split()
        if last and last[-1][:1].isupper():
            end = subject.start()
            break
    pronoun = re.compile(r"\s+(?:I|we|he|she|they)(?=['’\s])").search(c.text, start, end)
    if pronoun and not _RELATIVE.search(c.text[start : pronoun.start()]):
        end = pronoun.start()
    relative = re.search(r"\b(?:where|who|that|which|what|whose)\b", c.text[start:end])
    for a, _ in c.verbs:
        if start <= a < end and not (relative and not nouns_only):
            end = len(c.text[:a].rstrip())
            adverb = re.search(r"\s+(?:also|still|now|already|never|always|only|often)$", c.text[start:end])
            return end - len(adverb[0]) if adverb else end
    return len(c.text[:end].rstrip())


_SPLIT = re.compile(
    r",\s+(?:(?:and|but|so|yet|or|because|although|though|as|for)\s+)?|\s+(?:and|but|so|yet|because|although|though)\s+"
    r"|(?<=\w)\s+(?=(?:where|when|while|since|after|before|until)\s+(?:i|we|my|he|she)\b)|\s+(?:that|how|why)\s+(?=(?:i|my|mine|we|ours?|he|she|his|hers?)\b)",
    re.IGNORECASE,
)
_ONLY = re.compile(rf"^(?:the|an?|your|our)?\s*(?:{ONLY})\b|\b{IN_THE_ROOM}$", re.IGNORECASE)
_ME = re.compile(r"\b(?:me|us|myself|ourselves|himself|herself)\b")


def clause_begin(c: Clauses, place: int) -> int:
    """Where the clause begins in which `place` stands: behind the last verb's clause, or where the sentence does."""
    left = max(0, place - _REACH)
    begin = left
    for found in _BREAK.finditer(c.text, left, place):
        begin = found.end()
    while begin < place and not (c.text[begin].isalnum() or c.text[begin] in "\"“‘'"):
        begin += 1
    previous = begin
    for split in _SPLIT.finditer(c.text, begin, place):
        if c.asserts(previous, split.start()):
            begin = split.end()
        previous = split.end()
    return begin


_SOMEBODY_ELSE = re.compile(
    r"\b(?:an?|one|another|the)\s+(?:[\w-]+\s+){0,2}?(?:girl|boy|woman|man|child|mother|father|son|daughter|widow|wife"
    r"|husband|teenager|victim|minister|president|employer|agent|smuggler|client|passenger|worker|driver|fisher\w*|nurse"
    r"|sailor|seafarer|migrant|refugee|deckhand|maid|cook|officer|judge|doctor|police\w*|guard|recruiter|owner|captain)\b",
    re.IGNORECASE,
)


def nobody_between(c: Clauses, place: int) -> bool:
    """Whether nobody who is no participant stands between a place and the last name before it: `she` may be hers."""
    named = max((end for end in c.names if end <= place), default=-1)
    since = max(named, place - 300, 0)
    return not _SOMEBODY_ELSE.search(c.text[since:place]) and not any(since < end <= place for end in c.outsiders)


_HANGS = re.compile(
    r"(?:\b(?:and|or|but|that|which|who|when|where|while|to|i|we|he|she|they|people)|,)$", re.IGNORECASE
)


def relative_end(c: Clauses, start: int) -> int:
    """Where a relative clause ends: before the second finite verb that does not hang on it, or at punctuation.

    Args:
        c: The note.
        start: Where the relative clause begins: at its pronoun or its subject.
    """
    stop = c.stop(start)
    comma = c.text.find(",", start, stop)
    stop = comma if comma >= 0 else stop
    inside = [a for a, b in c.verbs[bisect_left(c.verbs, (start, start)) :] if b <= stop]
    for a in inside[1:]:
        end = len(c.text[:a].rstrip())
        if not _HANGS.search(c.text[start:end]):
            return end
    return stop


def quoted(c: Clauses, place: int) -> bool:
    """Whether a place stands inside double quotation marks: words that may be anybody's."""
    line = c.text.rfind("\n", 0, place) + 1
    before = c.text[max(line, place - _REACH) : place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def clause_end(c: Clauses, start: int, *, goes_on_with_verb: bool = False) -> int:
    """Where a main clause about oneself ends: the next clause is left alone unless it goes on about oneself.

    Args:
        c: The text.
        start: Where the clause begins, or a place in it.
        goes_on_with_verb: Its subject stands at `start` and its verb is still to come.
    """
    stop = c.stop(start)
    pieces = list(re.finditer(r",\s+(?:(?:and|but|so|yet)\s+)?|\s+(?:and|but|so|yet)\s+", c.text[start:stop]))
    for number, piece in enumerate(pieces):
        begin = start + piece.end()
        close = start + pieces[number + 1].start() if number + 1 < len(pieces) else stop
        chunk = c.text[begin:close]
        if piece[0].startswith(",") and chunk.startswith(("not ", "nor ")):
            return start + piece.start()
        if goes_on_with_verb and not c.asserts(start, start + piece.start()):
            continue
        goes_on = bool(MY.search(chunk)) and (
            not piece[0].startswith(",") or chunk[:2] == "I " or not c.asserts(begin, close)
        )
        goes_on = goes_on or (_ME.search(chunk) is not None and any(a == begin for a, _ in c.verbs))
        if c.asserts(begin, close) and not goes_on:
            return start + piece.start()
        joined = piece[0].lstrip(", ").strip()
        if joined in ("but", "yet") and not goes_on:
            return start + piece.start()
        if joined == "so" and piece[0].startswith(",") and not goes_on:
            return start + piece.start()
    return max(start, len(c.text[:stop].rstrip(" \t\n,")))


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
