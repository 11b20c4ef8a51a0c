"""The search: where a text holds a spelling of somebody, and whether it counts there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from chatham.check.disguise import LETTERS_CHANGED, digits_read_as_letters, reversals, runs_shortened, undoubled, unfold
from chatham.check.misspelt import Misspelt
from chatham.check.passages import Passage, Setting
from chatham.check.tokens import Token, readings
from chatham.check.usage import Line, is_affiliation, is_label, is_person, is_proper, is_spoken
from chatham.check.watchlist import Grade, Needle, Watchlist
from chatham.model.private import Kind
from chatham.people.words import is_common, is_country

__all__ = ["Hit", "search"]

_BREAK = "\u2029"
_MOST_PIECES = 40
_DEEPEST = 4
"""Encodings inside encodings that are undone."""
_SEGMENT = re.compile(r"[\s/\\:;,|@<>()\[\]{}=\"'.?&#_+\-\u2029]*\Z")
_SEGMENT_END = re.compile(r"[\s/\\:;,|@<>()\[\]{}=\"'?&#_+\-\u2029]|\.|\Z")
_KEPT = 4096
"""Texts whose encodings are remembered as undone: the cells of a table are read across and down."""
_Unfolded = Callable[[str], tuple[tuple[str, str], ...]]
_LETTERS = ("a", "i", "o")  # letters that are words
_CAPITALS = re.compile(r"[A-Z]{4,}")
_EVERYDAY_INITIALS = frozenset(["un", "us", "uk", "eu", "it", "ai", "id", "ok", "tv", "pm", "am", "hr", "ngo", "as"])
_IN_SENTENCES = (Setting.RUNNING, Setting.OPENING)


@dataclass(frozen=True, slots=True)
class Hit:
    """A spelling that counts where it stands.

    Attributes:
        passage: Where it begins.
        needle: What was found.
        found: The words themselves.
        how: How they are written, where it is not plain.
        spoken_about: A public body that is not somebody's affiliation here.
    """

    passage: Passage
    needle: Needle
    found: str
    how: str = ""
    spoken_about: bool = False


def search(passages: Iterable[Passage], watch: Watchlist) -> Iterator[Hit]:
    """Find everybody on the watchlist.

    Args:
        passages: Of one file. Those that share a part and a flow are read on across their ends.
        watch: Whom to look for.
    """
    flows: dict[tuple[str, str], list[Passage]] = {}
    for passage in passages:
        flows.setdefault((passage.part, passage.flow), []).append(passage)
    misspelt = Misspelt(watch.rare)
    unfolded = lru_cache(_KEPT)(lambda text: tuple(unfold(text)))
    for group in flows.values():
        yield from _Search(group, watch, misspelt, unfolded).run()


class _Search:
    def __init__(
        self,
        passages: list[Passage],
        watch: Watchlist,
        misspelt: Misspelt,
        unfolded: _Unfolded,
        depth: int = 0,
        seen: set[str] | None = None,
    ):
        self.depth = depth
        self.seen = seen
        self.unfolded = unfolded
        self.passages = passages
        self.watch = watch
        self.misspelt = misspelt
        self.joined = bool(passages[0].flow)
        self.starts: list[int] = []
        position = 0
        for passage in passages:
            self.starts.append(position)
            position += len(passage.text) + 1
        self.text = _BREAK.join(p.text for p in passages)

    def run(self) -> Iterator[Hit]:
        for how, tokens in readings(self.text):
            yield from self._reading(how, Line(self.text, tokens))
        for passage in self.passages:
            # Undone in another order, encodings come to the same text: in damaged files hundreds of times.
            seen = {passage.text} if self.seen is None else self.seen
            for how, text in self.unfolded(passage.text) if self.depth < _DEEPEST else ():
                if text in seen:
                    continue
                seen.add(text)
                depth = _DEEPEST if how in LETTERS_CHANGED else self.depth + 1
                setting = Setting.ASIDE if passage.setting in _IN_SENTENCES else passage.setting
                inner = Passage(passage.part, passage.where, text, setting)
                for hit in _Search([inner], self.watch, self.misspelt, self.unfolded, depth, seen).run():
                    yield Hit(passage, hit.needle, hit.found, ", ".join(h for h in (how, hit.how) if h))

    def _reading(self, how: str, line: Line) -> Iterator[Hit]:
        covered = self._spared(line)
        first = 0
        while first < len(line.tokens):
            match = None if covered[first] else self._at(line, first, covered)
            if match is None:
                first += 1
                continue
            last, hit = match
            if hit is not None:
                yield hit if not how else Hit(hit.passage, hit.needle, hit.found, how, hit.spoken_about)
            for place in range(first, last + 1):
                covered[place] = True
            first = last + 1
        yield from self._altered(line, covered)

    def _spared(self, line: Line) -> list[bool]:
        """Which words belong to the name of a public figure."""
        covered = [False] * len(line.tokens)
        for first in range(len(line.tokens)) if self.watch.spared else ():
            run = ""
            for last in range(first, min(first + 8, len(line.tokens))):
                run += line.tokens[last].word
                if run in self.watch.spared:
                    covered[first : last + 1] = [True] * (last + 1 - first)
        return covered

    def _at(self, line: Line, first: int, covered: list[bool]) -> tuple[int, Hit | None] | None:
        """The longest spelling that begins at a word and counts: its last word, and the hit unless it is welcome."""
        tokens, run = line.tokens, ""
        if tokens[first].word not in self.watch.starts:
            return None
        wall = self.end(tokens[first].start)
        ends: list[tuple[int, str]] = []
        for last in range(first, min(first + _MOST_PIECES, len(tokens))):
            run += tokens[last].word
            if run not in self.watch.starts or covered[last]:
                break
            if not self.joined and tokens[last].start >= wall:
                break
            if run in self.watch.needles:
                ends.append((last, run))
        passage = self.passage(tokens[first].start)
        for last, key in reversed(ends):
            counted = [n for n in self.watch.needles[key] if _counts(n, line, first, last, passage.setting)]
            if not counted:
                continue
            if passage.setting is Setting.OPENING and any(n.opening for n in counted):
                return last, None
            needle = counted[0]
            spoken_about = (
                needle.public
                and needle.kind is Kind.AFFILIATION
                and passage.setting not in (Setting.ASIDE, Setting.NAME)
                and not is_affiliation(line, first, last)
            )
            found = self.text[tokens[first].start : tokens[last].end]
            return last, Hit(passage, needle, found, _how(needle, line, first, last), spoken_about)
        return None

    def _altered(self, line: Line, covered: list[bool]) -> Iterator[Hit]:
        """Names inside longer words, turned round, shifted, with figures for letters, or misspelt."""
        nearly: dict[int, tuple[int, Needle]] = {}
        for first, last in _units(line):
            if covered[first] or (first < last and any(covered[first : last + 1])):
                continue
            word = line.tokens[first].word
            if first < last:
                word = "".join(t.word for t in line.tokens[first : last + 1])
            if len(word) < 4 or is_common(word) or word.isdigit():
                continue
            passage = self.passage(line.tokens[first].start)
            found = self.text[line.tokens[first].start : line.tokens[last].end]
            altered = self._alteration(word, line, first, last, passage.setting)
            if altered is not None:
                yield Hit(passage, altered[0], found, altered[1])
            elif passage.setting in _IN_SENTENCES and line.tokens[first].capital:
                if last + 1 < len(line.tokens) and not covered[last + 1] and line.tokens[last + 1].capital:
                    pair = self.misspelt.like_both(word, line.tokens[last + 1].word)
                    if pair is not None:
                        both = self.text[line.tokens[first].start : line.tokens[last + 1].end]
                        yield Hit(passage, pair, both, "misspelt")
                needle = self.misspelt.like(word)
                if needle is None:
                    continue
                before = nearly.get(first - 1)
                if before is not None and before[1].row == needle.row and before[1].key != needle.key:
                    both = self.text[line.tokens[before[0]].start : line.tokens[last].end]
                    yield Hit(passage, needle, both, "misspelt")
                nearly[last] = first, needle

    def _alteration(self, word: str, line: Line, first: int, last: int, setting: Setting) -> tuple[Needle, str] | None:
        least = 7 if setting in (*_IN_SENTENCES, Setting.BYTES) else 5
        inside = self.misspelt.inside(word, least) or self._code_inside(line, first, last)
        if inside is not None:
            return inside, "inside a longer word"
        if setting is Setting.BYTES:
            return None
        read = digits_read_as_letters(word)
        for other in (read,) if read else ():
            for needle in self.watch.needles.get(other, ()):
                if needle.grade in (Grade.RARE, Grade.CODE, Grade.PLAIN) and len(other) > 3:
                    return needle, "figures for letters"
        ways = [("letters repeated", runs_shortened(word)), ("letters doubled", undoubled(word)), *reversals(word)]
        if read:
            ways.append(("figures between letters", "".join(c for c in word if c.isalpha())))
        for how, other in ways:
            for needle in self.watch.needles.get(other, ()):
                upper = needle.grade is Grade.CODE and all(t.upper for t in line.tokens[first : last + 1])
                if (needle.grade is Grade.RARE and len(other) > 4) or (upper and len(other) > 3):
                    return needle, how
        if is_country(word) or setting is Setting.TECHNICAL:
            return None
        return self._misspelling(word, line, first, last, setting)

    def _code_inside(self, line: Line, first: int, last: int) -> Needle | None:
        """An acronym whose capitals stand out in a longer word: `theSGSFoffice`."""
        shape = "".join(t.shape for t in line.tokens[first : last + 1])
        if shape.isupper() or shape.islower():
            return None
        for run in _CAPITALS.findall(shape):
            for end in range(len(run), 3, -1):
                for needle in self.watch.needles.get(run[:end].lower(), ()):
                    if needle.grade is Grade.CODE:
                        return needle
        return None

    def _misspelling(self, word: str, line: Line, first: int, last: int, setting: Setting) -> tuple[Needle, str] | None:
        token = line.tokens[first]
        if setting in _IN_SENTENCES and not token.capital:
            return None
        if token.upper and len(word) < 7 and setting is not Setting.NAME:
            return None
        needle = self.misspelt.like(word)
        if needle is None:
            return None
        if len(needle.key) < 7 and setting in _IN_SENTENCES:
            following = line.next(last)
            if (
                word[0] != needle.key[0]
                or not is_person(line, first, last)
                or (following is not None and following.capital)
            ):
                return None  # somebody else, who has another family name
        return needle, "misspelt"

    def end(self, position: int) -> int:
        """Where the passage ends that holds a position of the joined text."""
        place = bisect_right(self.starts, position)
        return self.starts[place] if place < len(self.starts) else len(self.text)

    def passage(self, position: int) -> Passage:
        """The passage that holds a position of the joined text."""
        return self.passages[bisect_right(self.starts, position) - 1]


def _units(line: Line) -> Iterator[tuple[int, int]]:
    """Words as they stand between two gaps, as first and last token."""
    first, end = 0, -1
    for place, token in enumerate(line.tokens):
        if token.start > end and place:
            yield first, place - 1
            first = place
        end = token.end
    if line.tokens:
        yield first, len(line.tokens) - 1


def _how(needle: Needle, line: Line, first: int, last: int) -> str:
    pieces = line.tokens[first : last + 1]
    words = tuple(t.word for t in pieces)
    if words == needle.words or _gapless(line, first, last):
        return ""
    if all(len(w) == 1 for w in words):
        return "letters set apart"
    return "parted" if len(words) > len(needle.words) else "written together"


def _gapless(line: Line, first: int, last: int) -> bool:
    return all(line.tokens[n].start <= line.tokens[n - 1].end for n in range(first + 1, last + 1))


def _delimited(line: Line, first: int, last: int) -> bool:
    """Whether the words stand by themselves, not in a longer one: `Nu` in `debNuX`."""
    before = first == 0 or line.tokens[first - 1].end < line.tokens[first].start
    return before and (last + 1 >= len(line.tokens) or line.tokens[last].end < line.tokens[last + 1].start)


def _only_breaks(line: Line, first: int, last: int) -> bool:
    """Whether the words are parted by ends of lines, cells and paragraphs only."""
    return all(not line.gap(n).strip("\n\r\v\f\u2028\u2029") for n in range(first + 1, last + 1))


def _counts(needle: Needle, line: Line, first: int, last: int, setting: Setting) -> bool:
    pieces = line.tokens[first : last + 1]
    words = tuple(t.word for t in pieces)
    key, grade = needle.key, needle.grade
    gapless = _gapless(line, first, last)
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
        return len(pieces) > 2 or setting not in _IN_SENTENCES or told or not line.in_title(first)
    if setting not in _IN_SENTENCES and _is_segment(line, first, last, whole=True):
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
    if setting not in _IN_SENTENCES and _is_segment(line, first, last, whole=setting is not Setting.NAME):
        return True
    return needle.kind is not Kind.PERSON and len(needle.key) > 2 and is_affiliation(line, first, last)


def _plain(needle: Needle, line: Line, first: int, last: int, setting: Setting) -> bool:
    if setting not in _IN_SENTENCES and _is_segment(line, first, last, whole=setting is not Setting.NAME):
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
        left = before.rsplit(_BREAK, 1)[-1]
        right = after.split(_BREAK, 1)[0]
        ends = re.split(r"[/\\:;,|@]", left)[-1], re.split(r"[/\\:;,|@.]", right, maxsplit=1)[0]
        return not any(c.isalnum() for c in "".join(ends))
    return bool(_SEGMENT.search(before[-1:])) and bool(_SEGMENT_END.match(after[:1]))
