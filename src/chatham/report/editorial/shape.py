"""Headings, emphasis, and lists of those who came."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from chatham.report.editorial.paragraphs import Breach, Kind, Paragraph

__all__ = ["attendance_named", "emphasis", "headings"]

_SMALL = frozenset(
    "a an and as at but by for from in into of on or out over per the to under up upon via with within without".split()
)
_KNOWN_NAMES = re.compile(
    r"\b(?:Global Compacts?|United Nations|General Assembly|Security Council|Human Rights Council|Economic and Social"
    r" Council|Sustainable Development Goals?|Member States?|Secretary-General|High Commissioner"
    r"|International Migration Review Forum"
    r"|Asia and the Pacific|Middle East|North Africa|Latin America and the Caribbean|Chatham House Rule"
    r"|Working Groups?|Round Tables?|Safe, Orderly and Regular Migration)\b"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LISTS = re.compile(
    r"^(?:annex \w+[.:]? )?(?:list of (?:participants|attendees|participating)|participants?(?: list)?$"
    r"|attendance list|attendees$|who (?:attended|took part)|participating organi[sz]ations$)",
    re.I,
)
_LISTED = re.compile(
    r"^(?:Participants|Attendees|Present|In attendance|Attended by|Participating organi[sz]ations)\s*:\s*\S"
)
_NAMES = re.compile(
    r"^(?:full |first |last |family )?name(?: of (?:the )?participant)?s?$|^participant$|^attendee$", re.I
)
_BODIES = re.compile(r"^(?:organi[sz]ation|affiliation|institution|employer|company|agency|representing)s?$", re.I)


def headings(paragraphs: Sequence[Paragraph]) -> Iterator[Breach]:
    """Sentence case, no full stop, no level left out, and no A without a B."""
    names = _names(paragraphs)
    heads = [one for one in paragraphs if one.kind is Kind.HEADING and not _LISTED.match(one.text.strip())]
    for one in heads:
        text = _KNOWN_NAMES.sub("", one.text)
        if wrong := _capitals(text, names):
            instead = "only the first word and names with a capital"
            yield Breach(one.part, one.where, "heading", " ".join(wrong[:4]), instead)
        if one.text.rstrip().endswith((".", ";", ",")):
            yield Breach(one.part, one.where, "heading", one.text.rstrip()[-1], "no mark at the end of a heading")
    yield from _only_children(heads)


def _capitals(text: str, names: set[str]) -> list[str]:
    """Words of a heading whose capitals are those of a title, not of a name."""
    words = [w for w in _WORD.findall(text) if w.casefold() not in _SMALL]
    if len(words) > 1 and all(w.isupper() for w in words) and sum(map(len, words)) > 2 * len(words) + 3:
        return words
    rest = [w for w in words[1:] if not w.isupper() and len(w) > 2]
    high = [w for w in rest if w[:1].isupper()]
    unknown = [w for w in high if w not in names]
    # A heading all of whose words are capitals is a title in title case; one that has small ones too holds a name.
    return unknown if unknown and len(unknown) >= 2 and len(high) * 3 >= len(rest) * 2 else []


def _names(paragraphs: Sequence[Paragraph]) -> set[str]:
    """Words that running text has with a capital within a sentence."""
    found: set[str] = set()
    for one in paragraphs:
        if one.kind is not Kind.HEADING and one.kind is not Kind.ASIDE:
            found.update(m[1] for m in re.finditer(r"(?<=[a-z,] )([A-Z][\w’'-]+)", one.text))
    return found


def _only_children(heads: Sequence[Paragraph]) -> Iterator[Breach]:
    """A level that is left out, and a heading that is the only one of its level under its parent."""
    path: list[int] = []  # places in `heads`, one a level
    children: dict[int | None, list[int]] = defaultdict(list)
    for at, one in enumerate(heads):
        while path and heads[path[-1]].level >= one.level:
            path.pop()
        if path and one.level > heads[path[-1]].level + 1:
            yield Breach(one.part, one.where, "heading", f"level {one.level}", "a heading one level below the last one")
        children[path[-1] if path else None].append(at)
        path.append(at)
    for parent, inside in children.items():
        if parent is not None and len(inside) == 1:
            one = heads[inside[0]]
            yield Breach(one.part, one.where, "heading", "an A without a B", "at least two headings here, or none")


def emphasis(paragraphs: Sequence[Paragraph]) -> Iterator[Breach]:
    """Bold or italics in running text; those of a style are layout."""
    for one in paragraphs:
        if one.kind in (Kind.TEXT, Kind.ITEM, Kind.BULLET, Kind.FOOTNOTE):
            for words in one.emphasised:
                if not re.search(r"\bv\.", words):  # the name of a case is in italics
                    yield Breach(one.part, one.where, "emphasis", words[:40], "plain type")


def attendance_named(paragraphs: Sequence[Paragraph]) -> Iterator[Breach]:
    """A list of those who took part: under a heading, after a colon, or as a table. What it says is not repeated."""
    heads: dict[str, list[Paragraph]] = defaultdict(list)
    for one in paragraphs:
        text = one.text.strip()
        if _LISTED.match(text) or (one.kind is Kind.HEADING and _LISTS.search(text)):
            yield Breach(one.part, one.where, "attendance", "", "figures by category, never a list of participants")
        if one.header:
            heads[one.part].append(one)
    for cells in heads.values():
        name = next((c for c in cells if _NAMES.match(c.text.strip())), None)
        if name is not None and any(_BODIES.match(c.text.strip()) for c in cells):
            yield Breach(name.part, name.where, "attendance", "", "figures by category, never a list of participants")
