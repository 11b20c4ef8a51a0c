"""Mentions that one phrase will stand for: `Ms X from Y (Z)` is one unit, `X and Y` is another.

A unit knows how far its edit may reach into the raw text, and of whom it speaks; what is written there instead is
decided in `replace`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from chatham.anonymise import neighbours
from chatham.anonymise.cast import Who
from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.spans import precedence
from chatham.model.private import Kind

__all__ = ["Sort", "Unit", "join", "read"]


class Sort(Enum):
    """What a unit stands for."""

    PERSON = auto()
    BODY = auto()
    CONTACT = auto()
    INDIRECT = auto()


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of raw text for which one phrase will stand.

    Attributes:
        start: First code point, with articles, honorifics and brackets that go with the name.
        end: One past the last.
        sort: What it stands for.
        mentions: What it is made of, in order; never empty.
        members: The people or organisations, one set of keys each.
        cut: More stretches to remove, outside of the unit.
        core: Where the name itself begins, without what goes with it.
    """

    start: int
    end: int
    sort: Sort
    mentions: tuple[Mention, ...]
    members: tuple[Who, ...] = ()
    cut: tuple[neighbours.Reach, ...] = ()
    core: int = 0

    @property
    def kind(self) -> Kind:
        """The kind of the edit."""
        return precedence(m.kind for m in self.mentions)

    @property
    def roles(self) -> frozenset[Role]:
        """The roles of its mentions."""
        return frozenset(m.role for m in self.mentions)

    @property
    def by_name(self) -> bool:
        """Whether a person's name is among its mentions."""
        return any(m.kind is Kind.PERSON for m in self.mentions)


_OPEN = re.compile(r"\s*[(\[]\s*(?:(?:from|of|at|with|for)\s+)?(?:the\s+)?")
_CLOSE = re.compile(r"\s*[)\]]")
_IN_BRACKET = re.compile(r"\s*(?:[,/;&+]|\band\b|-|–)\s*(?:(?:from|of|at)\s+)?(?:the\s+)?")
_SEPARATOR = re.compile(r"\s*[,;/]\s*")
_COMMA = re.compile(r"\s*,\s*(?:(?:also\s+)?(?:from|of|at|with|for|representing|on\s+behalf\s+of)\s+)?(?:the\s+)?")
_SLASH = re.compile(r"\s*[/|]\s*(?:the\s+)?")
_DASH = re.compile(r"\s*[-–—]\s*(?:the\s+)?")
_PREPOSITION = re.compile(
    r"\s+(?:(?:here\s+|speaking\s+)?(?:from|of|at|with|for|representing|on\s+behalf\s+of)|de|du|von)\s+(?:the\s+)?"
)
_COMMA_NOUN = re.compile(r"\s*,\s*(?:(?:the|an?|our|from\s+the)\s+)?")
_ADJACENT = re.compile(r"\s+|\s*[-–]\s*")
_AFTER_INITIAL = re.compile(r"\.\s*|,\s*")
_LIST = re.compile(r"\s*(?:,\s*(?:and|&)?|and\b|&|\+|/|;)\s*(?:the\s+)?")
_AND = re.compile(r"(?:\s*,)?\s+(?:and|as\s+well\s+as|along\s+with|together\s+with)\s+|\s*[&+/]\s*")
_JOIN = re.compile(r"(?:\s*,)?\s+(?:and|as\s+well\s+as|along\s+with|together\s+with)\s+|\s*[&+/]\s*|\s*,\s+")
_LIST_GOES_ON = re.compile(r"\s*(?:[:)\]]|,?\s+(?:and|&)\s)")
_BEFORE_COMMA = re.compile(
    r"\b(?:following|like|unlike|building\s+on|after|according\s+to|as\s+with|with|for|responding\s+to|to)\s+$", re.I
)
_TRAILING_COMMA = re.compile(r",(?=\s)(?!\s+(?:and|&|who|which|whose|whom|where)\b)")
_PAIR_BY_BODY = re.compile(r"(?:['’]s\s+|\s*[/|]\s*|\s+[-–—]\s*|\s+)")


def read(text: str, mentions: Sequence[Mention]) -> list[Unit]:
    """Put mentions together that stand for the same person or organisation.

    Args:
        text: The raw text.
        mentions: Sorted and disjoint.
    """
    units: list[Unit] = []
    at = 0
    while at < len(mentions):
        mention = mentions[at]
        if mention.kind is Kind.CONTACT:
            unit, at = Unit(mention.start, mention.end, Sort.CONTACT, (mention,), core=mention.start), at + 1
        elif mention.kind is Kind.INDIRECT:
            unit, at = _described(mention), at + 1
        elif mention.kind is Kind.PERSON:
            unit, at = _person(text, mentions, at)
        else:
            unit, at = _body(text, mentions, at)
        if units and unit.start < units[-1].end:
            unit = replace(unit, start=max(unit.start, min(units[-1].end, unit.core)))
        units.append(unit)
    return units


def _name(text: str, mentions: Sequence[Mention], at: int) -> tuple[int, int, int]:
    """A person's name with its honorifics, pieces of it put together: where it begins, ends, and the next mention."""
    start = neighbours.before_honorific(text, mentions[at].start)
    end = mentions[at].end
    at += 1
    while at < len(mentions) and mentions[at].kind is Kind.PERSON:
        gap = text[end : mentions[at].start]
        initials = _is_initials(text, mentions[at - 1]) or _is_initials(text, mentions[at])
        same = bool(mentions[at].who & mentions[at - 1].who)
        adjacent = _ADJACENT.fullmatch(gap) or (initials and same and _AFTER_INITIAL.fullmatch(gap))
        honorific = gap.strip() and neighbours.before_honorific(text, mentions[at].start) <= end
        if "\n" in gap or not (adjacent or honorific):
            break
        end = mentions[at].end
        at += 1
    if text[end - 1] == "." and re.match(r"\s*$|\s*\n|\s+[A-Z“\"]", text[end:]):
        end -= 1
    elif re.search(r"(?:^|[\s.-])[^\W\d_]$", text[:end]) and re.match(r"\.(?=\s*[:,;)(/\]]|\s+[a-z]|['’])", text[end:]):
        end += 1
    end = neighbours.behind_honorific(text, end)
    return start, end, at


def _described(mention: Mention) -> Unit:
    """A self-description; one that stands for a person (`the walk-in from X`) may be joined with others."""
    person = (mention.phrase or "").casefold() in ("a participant", "another participant")
    members = (frozenset({f"described {mention.start}"}),) if person else ()
    sort = Sort.PERSON if person else Sort.INDIRECT
    return Unit(mention.start, mention.end, sort, (mention,), members, core=mention.start)


def _is_initials(text: str, mention: Mention) -> bool:
    return re.fullmatch(r"(?:[^\W\d_]\.?[\s-]?){1,3}|Md|Mst|Mohd", text[mention.start : mention.end]) is not None


def _person(text: str, mentions: Sequence[Mention], at: int) -> tuple[Unit, int]:
    first = at
    core = mentions[at].start
    start, end, at = _name(text, mentions, at)
    start = neighbours.bare_title(text, start)
    cut: list[neighbours.Reach] = []
    while at < len(mentions) and mentions[at].kind in (Kind.AFFILIATION, Kind.PERSON):
        taken = _beside(text, mentions, at, end)
        if not taken:
            break
        end, at, removed = taken
        cut += removed
        if removed:
            break
    members = (frozenset().union(*(m.who for m in mentions[first:at] if m.kind is Kind.PERSON)),)
    return Unit(start, end, Sort.PERSON, tuple(mentions[first:at]), members, tuple(cut), core), at


def _beside(
    text: str, mentions: Sequence[Mention], at: int, end: int
) -> tuple[int, int, list[neighbours.Reach]] | None:
    """The affiliation (or second name in brackets) that follows a name which ends at `end`."""
    mention = mentions[at]
    gap = text[end : mention.start]
    if _OPEN.fullmatch(gap):
        begin, stop, at = mention.start, mention.end, at + 1
        while at < len(mentions) and _IN_BRACKET.fullmatch(text[stop : mentions[at].start]):
            stop, at = mentions[at].end, at + 1
        noun = neighbours.person_noun_after(text, stop)
        stop = noun[0] if noun else stop
        closing = _CLOSE.match(text, stop)
        if closing:
            return closing.end(), at, []
        separator = _SEPARATOR.match(text, stop)
        if separator:
            return end, at, [(begin, separator.end())]
        return None
    if mention.kind is Kind.PERSON:
        return None
    after = text[mention.end :]
    noun = neighbours.person_noun_after(text, mention.end)
    if noun and _COMMA_NOUN.fullmatch(gap):
        stop = noun[0]
        comma = _TRAILING_COMMA.match(text, stop)
        return (comma.end() if comma else stop), at + 1, []
    post = neighbours.post_in(gap)
    if post:
        stop, at_next = _own_acronym(text, mentions, at)
        comma = _TRAILING_COMMA.match(text, stop)
        if comma or re.match(r"\s*(?:[.:;)\]]|$)", text[stop:]):
            return (comma.end() if comma else stop), at_next, []
    if re.match(r"['’]s?(?:\s|$)", after) or (neighbours.owned(text, mention.end) and not _PREPOSITION.fullmatch(gap)):
        return None
    stop, at_next = _own_acronym(text, mentions, at)
    if _COMMA.fullmatch(gap):
        if "," in gap and _goes_on(text, mentions, at_next, stop):
            return None
        comma = _TRAILING_COMMA.match(text, stop)
        if not comma and re.search(r"\w\s", gap) and not re.match(r"\s*(?:[.:;,)\]–—-]|$)", text[stop:]):
            return None  # `X, from Y in Geneva, said`: the second comma is too far away
        return (comma.end() if comma else stop), at_next, []
    if _PREPOSITION.fullmatch(gap) or _SLASH.fullmatch(gap):
        return stop, at_next, []
    if _DASH.fullmatch(gap) and re.match(r"\s*[:)\]\-–—]", text[stop:]):
        return stop, at_next, []
    if re.fullmatch(r"\s+", gap) and re.match(r"\s*[:)\]\-–—,]", text[stop:]):
        return stop, at_next, []
    return None


def _goes_on(text: str, mentions: Sequence[Mention], at: int, end: int) -> bool:
    """Whether a list of names goes on after `end`, so that a comma did not set an affiliation off."""
    return at < len(mentions) and _LIST.fullmatch(text[end : mentions[at].start]) is not None


def _own_acronym(text: str, mentions: Sequence[Mention], at: int) -> tuple[int, int]:
    """Where a body's name ends if its short form in brackets goes with it, and the next mention."""
    end, at = mentions[at].end, at + 1
    while (
        at < len(mentions) and mentions[at].kind is Kind.AFFILIATION and _OPEN.fullmatch(text[end : mentions[at].start])
    ):
        closing = _CLOSE.match(text, mentions[at].end)
        if not closing:
            break
        end, at = closing.end(), at + 1
    return end, at


def _body(text: str, mentions: Sequence[Mention], at: int) -> tuple[Unit, int]:
    first = at
    mention = mentions[at]
    end, at = _own_acronym(text, mentions, at)
    article = re.search(r"\b(?:the|an?)\s+$", text[max(0, mention.start - 5) : mention.start], re.IGNORECASE)
    start = mention.start - (len(article[0]) if article else 0)
    who = frozenset().union(*(m.who for m in mentions[first:at]))

    def person(start: int, end: int, at: int, who: Who = who) -> tuple[Unit, int]:
        return Unit(start, end, Sort.PERSON, tuple(mentions[first:at]), (who,), (), mention.start), at

    noun = neighbours.person_noun_after(text, end)
    if noun:
        stop, at_next, named = _named(text, mentions, at, noun[0])
        return person(start, stop, at_next, named or who)
    if at < len(mentions) and mentions[at].kind is Kind.PERSON:
        name_start, name_end, at_next = _name(text, mentions, at)
        gap = text[end:name_start]
        named = mentions[at].who
        if _OPEN.fullmatch(gap):
            closing = _CLOSE.match(text, name_end)
            if closing:
                return person(start, closing.end(), at_next, named)
        elif _PAIR_BY_BODY.fullmatch(gap) and "\n" not in gap:
            return person(start, name_end, at_next, named)
    of = neighbours.of_person_noun(text, mention.start)
    if of:
        determiner = (of["det"] or "").strip().casefold()
        if determiner in ("my", "our", "your", "his", "her", "their", "its") or determiner.endswith(("'s", "’s")):
            return Unit(of.start("prep"), end, Sort.BODY, tuple(mentions[first:at]), (who,), (), mention.start), at
        stop, at_next, named = _named(text, mentions, at, end)
        return person(of.start(), stop, at_next, named or who)
    if mention.role is Role.SPEAKER:
        return person(start, end, at)
    return Unit(start, end, Sort.BODY, tuple(mentions[first:at]), (who,), (), mention.start), at


def _named(text: str, mentions: Sequence[Mention], at: int, end: int) -> tuple[int, int, Who | None]:
    """The name that follows `the X colleague`, with or without brackets or commas."""
    if at < len(mentions) and mentions[at].kind is Kind.PERSON:
        start, stop, at_next = _name(text, mentions, at)
        gap = text[end:start]
        closing = _CLOSE.match(text, stop)
        if _OPEN.fullmatch(gap) and closing:
            return closing.end(), at_next, mentions[at].who
        if re.fullmatch(r"\s+", gap) and "\n" not in gap:
            return stop, at_next, mentions[at].who
        if re.fullmatch(r",\s+", gap):
            comma = _TRAILING_COMMA.match(text, stop)
            if comma or re.match(r"\s*(?:[:.;)]|$)", text[stop:]):
                return (comma.end() if comma else stop), at_next, mentions[at].who
    return end, at, None


def join(text: str, units: Sequence[Unit]) -> list[Unit]:
    """Put units together that a list joins: `X and Y`, `X, Y & Z`, `X / Y:`."""
    joined: list[Unit] = []
    at = 0
    while at < len(units):
        stop = at + 1
        while stop < len(units) and _joins(text, units[at], units[stop - 1], units[stop]):
            stop += 1
        run = units[at:stop]
        while len(run) > 1 and not _is_list(text, run):
            run = run[:-1]
        if (
            len(run) > 1
            and _BEFORE_COMMA.search(text[max(0, run[0].start - 30) : run[0].start])
            and "," in text[run[0].end : run[1].start]
            and not re.match(r",\s*(?:and|&)", text[run[0].end : run[1].start])
        ):
            run = run[:1]
        joined.append(_united(run))
        at += len(run)
    return joined


def _joins(text: str, first: Unit, left: Unit, right: Unit) -> bool:
    return (
        first.sort is right.sort
        and first.sort in (Sort.PERSON, Sort.BODY)
        and not left.cut
        and _JOIN.fullmatch(text[left.end : right.start]) is not None
    )


def _is_list(text: str, run: Sequence[Unit]) -> bool:
    if any(_AND.fullmatch(text[a.end : b.start]) for a, b in zip(run[-2:-1], run[-1:], strict=True)):
        return True
    return _LIST_GOES_ON.match(text, run[-1].end) is not None


def _united(run: Sequence[Unit]) -> Unit:
    if len(run) == 1:
        return run[0]
    members: list[Who] = []
    for who in (who for unit in run for who in unit.members):
        if not any(who & other for other in members):
            members.append(who)
    mentions = tuple(m for unit in run for m in unit.mentions)
    return Unit(run[0].start, run[-1].end, run[0].sort, mentions, tuple(members), run[-1].cut, run[0].core)
