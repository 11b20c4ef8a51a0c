"""Whether a spelling counts where it stands: what each grade asks of its letters and of its use."""

from __future__ import annotations

import re

from chatham.check.line import BREAK, Line
from chatham.check.passages import IN_SENTENCES, Setting
from chatham.check.tokens import Token
from chatham.check.usage import is_affiliation, is_label, is_person, is_proper, is_spoken
from chatham.check.watchlist import Grade, Needle
from chatham.model.private import Kind
from chatham.people.words import is_common

__all__ = ["counts"]

_SEGMENT = re.compile(r"[\s/\\:;,|@<>()\[\]{}=\"'.?&#_+\-\u2029]*\Z")
_SEGMENT_END = re.compile(r"[\s/\\:;,|@<>()\[\]{}=\"'?&#_+\-\u2029]|\.|\Z")
_LETTERS = ("a", "i", "o")  # letters that are words
_EVERYDAY_INITIALS = frozenset(["un", "us", "uk", "eu", "it", "ai", "id", "ok", "tv", "pm", "am", "hr", "ngo", "as"])


def counts(needle: Needle, line: Line, first: int, last: int, setting: Setting) -> bool:
    """Whether a spelling counts where it stands.

    Args:
        needle: What the words spell.
        line: The text around them.
        first: Number of the first word.
        last: Number of the last.
        setting: How a person meets the text.
    """
    pieces = line.tokens[first : last + 1]
    words = tuple(t.word for t in pieces)
    key, grade = needle.key, needle.grade
    gapless = line.gapless(first, last)
    if setting is Setting.BYTES:
        if grade is Grade.CODE:
            return len(pieces) == 1 and pieces[0].upper and len(key) > 3
        return grade is Grade.RARE and len(key) > 4 and (gapless or words == needle.words)
    if not gapless and words != needle.words:
        if all(len(w) == 1 for w in words):
            return _spelt(needle, line, first, last, pieces)
        if grade is Grade.CODE and len(key) > 2 and _only_breaks(line, first, last):
            return all(p.upper for p in pieces)
        if len(key) < 5 or grade not in (Grade.RARE, Grade.CODE) or all(is_common(w) or w in _LETTERS for w in words):
            return False
    if gapless and len(needle.words) > 1 and grade is not Grade.RARE:
        return len(key) > 6 and not is_common(key)
    if grade is not Grade.RARE and not (grade is Grade.CODE and len(key) > 3) and not _delimited(line, first, last):
        return False
    if setting is Setting.TECHNICAL:
        return _technical(needle, line, first, last, pieces)
    if grade is Grade.RARE:
        return True
    if line.gap(first).endswith("@") and grade is Grade.PLAIN:
        return True  # a handle
    return _USES[grade](needle, line, first, last, setting)


def _delimited(line: Line, first: int, last: int) -> bool:
    """Whether the words stand by themselves, not in a longer one: `Nu` in `debNuX`."""
    before = first == 0 or line.tokens[first - 1].end < line.tokens[first].start
    return before and (last + 1 >= len(line.tokens) or line.tokens[last].end < line.tokens[last + 1].start)


def _only_breaks(line: Line, first: int, last: int) -> bool:
    """Whether the words are parted by ends of lines, cells and paragraphs only."""
    return all(not line.gap(n).strip("\n\r\v\f\u2028\u2029") for n in range(first + 1, last + 1))


def _spelt(needle: Needle, line: Line, first: int, last: int, pieces: list[Token]) -> bool:
    """Letters set apart: `P r i y a`, `U.N.O.D.C`."""
    if len(pieces) == 2 or needle.grade is Grade.INITIALS:
        if line.next(last) is not None or line.tokens[min(last + 1, len(line.tokens) - 1)].capital:
            return False  # `R. S. Barton`
        dotted = all("." in line.gap(n) for n in range(first + 1, last + 1)) and line.gap(last + 1).startswith(".")
        upper = all(p.upper for p in pieces)
        if needle.grade is Grade.CODE:
            return upper and dotted
        return upper and (is_spoken(line, last) or is_label(line, first, last))
    if needle.grade is Grade.RARE and len(needle.key) > 4:
        return True
    beside = [*line.tokens[max(0, first - 1) : first], *line.tokens[last + 1 : last + 2]]
    if any(len(t.word) == 1 for t in beside):
        return False  # a part of something longer: `T H I S`
    return needle.grade is not Grade.CODE or len(pieces) > 3 or all(p.upper for p in pieces)


def _technical(needle: Needle, line: Line, first: int, last: int, pieces: list[Token]) -> bool:
    if needle.grade is Grade.RARE:
        return len(needle.key) > 3
    if needle.grade is Grade.CODE:
        return all(p.upper for p in pieces) and (len(needle.key) > 3 or _is_segment(line, first, last, whole=True))
    return needle.grade is Grade.PHRASE and all(p.capital for p in pieces) and len(needle.key) > 7


def _phrase(needle: Needle, line: Line, first: int, last: int, setting: Setting) -> bool:
    pieces = line.tokens[first : last + 1]
    if len(pieces) > 1 and len(pieces[-1].word) == 1 and pieces[-1].word in ("i", "a"):
        return False  # `May I`, `Hope A`
    if all(p.capital for p in pieces if len(p.word) > 3 or needle.kind is Kind.PERSON):
        told = needle.kind is Kind.PERSON and line.is_sentence(last)
        return len(pieces) > 2 or setting not in IN_SENTENCES or told or not line.in_title(first)
    if setting not in IN_SENTENCES and _is_segment(line, first, last, whole=True):
        return True
    if needle.kind is Kind.PERSON:
        return is_label(line, first, last)
    return len(needle.words) > 3 or is_affiliation(line, first, last)


def _code(needle: Needle, line: Line, first: int, last: int, setting: Setting) -> bool:
    pieces = line.tokens[first : last + 1]
    if all(p.upper for p in pieces):
        return needle.key not in _EVERYDAY_INITIALS or is_affiliation(line, first, last)
    if len(needle.key) > 2 and not is_common(needle.key):
        return True
    if setting not in IN_SENTENCES and _is_segment(line, first, last, whole=setting is not Setting.NAME):
        return True
    return needle.kind is not Kind.PERSON and len(needle.key) > 2 and is_affiliation(line, first, last)


def _plain(needle: Needle, line: Line, first: int, last: int, setting: Setting) -> bool:
    if setting not in IN_SENTENCES and _is_segment(line, first, last, whole=setting is not Setting.NAME):
        return True
    if needle.kind is Kind.PERSON:
        return is_person(line, first, last)
    if is_affiliation(line, first, last, ordinary=True) or is_proper(line, first, last):
        return True
    before = line.before(first)
    if before is not None and before.capital and line.gap(first).endswith("(") and line.gap(last + 1).startswith(")"):
        return True
    following = line.next(last)
    owner = following is not None and following.word == "s" and line.gap(last + 1) in ("'", "’")
    return line.tokens[first].capital and (owner or is_spoken(line, last))


def _place(_: Needle, line: Line, first: int, last: int, setting: Setting) -> bool:
    if setting is Setting.NAME:
        return True
    return is_person(line, first, last, place=True)


def _short(needle: Needle, line: Line, first: int, last: int, setting: Setting) -> bool:
    if setting is Setting.NAME:
        return _is_segment(line, first, last, whole=False)
    if not line.tokens[first].capital:
        return False
    strict = len(needle.key) < 3
    return is_person(line, first, last, place=strict) or (strict and is_label(line, first, last))


def _piece(_: Needle, line: Line, first: int, last: int, setting: Setting) -> bool:
    if setting is Setting.NAME:
        return _is_segment(line, first, last, whole=False)
    return line.tokens[first].capital and is_affiliation(line, first, last, ordinary=True)


def _initials(needle: Needle, line: Line, first: int, last: int, setting: Setting) -> bool:
    if not all(p.upper for p in line.tokens[first : last + 1]) or needle.key in _EVERYDAY_INITIALS:
        return False
    if setting is Setting.NAME:
        return _is_segment(line, first, last, whole=True)
    if needle.kind is Kind.AFFILIATION:
        return is_affiliation(line, first, last)
    before = line.before(first)
    if before is not None and before.capital:
        return False  # `Lord Justice`, the initials of an office
    return is_label(line, first, last) or is_spoken(line, last)


_USES = {
    Grade.PHRASE: _phrase,
    Grade.CODE: _code,
    Grade.PLAIN: _plain,
    Grade.PLACE: _place,
    Grade.SHORT: _short,
    Grade.PIECE: _piece,
    Grade.INITIALS: _initials,
}


def _is_segment(line: Line, first: int, last: int, *, whole: bool) -> bool:
    """Whether the words are all there is (`whole`), or all between two signs that part names, paths and addresses."""
    before, after = line.text[: line.tokens[first].start], line.text[line.tokens[last].end :]
    if whole:
        left = before.rsplit(BREAK, 1)[-1]
        right = after.split(BREAK, 1)[0]
        ends = re.split(r"[/\\:;,|@]", left)[-1], re.split(r"[/\\:;,|@.]", right, maxsplit=1)[0]
        return not any(c.isalnum() for c in "".join(ends))
    return bool(_SEGMENT.search(before[-1:])) and bool(_SEGMENT_END.match(after[:1]))
