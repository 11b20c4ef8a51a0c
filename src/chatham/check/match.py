"""The search: where a text holds a spelling of somebody, and in what writing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from chatham.check.altered import Altered
from chatham.check.counts import counts
from chatham.check.disguise import LETTERS_CHANGED, unfold
from chatham.check.hit import Hit
from chatham.check.line import BREAK, Line
from chatham.check.passages import IN_SENTENCES, Passage, Setting
from chatham.check.tokens import readings
from chatham.check.usage import is_affiliation
from chatham.check.watchlist import Needle, Watchlist
from chatham.model.private import Kind

__all__ = ["search"]

_MOST_PIECES = 40
_DEEPEST = 4
"""Encodings inside encodings that are undone."""
_KEPT = 4096
"""Texts whose encodings are remembered as undone: the cells of a table are read across and down."""
_Unfolded = Callable[[str], tuple[tuple[str, str], ...]]


def search(passages: Iterable[Passage], watch: Watchlist) -> Iterator[Hit]:
    """Find everybody on the watchlist.

    Args:
        passages: Of one file. Those that share a part and a flow are read on across their ends.
        watch: Whom to look for.
    """
    flows: dict[tuple[str, str], list[Passage]] = {}
    for passage in passages:
        flows.setdefault((passage.part, passage.flow), []).append(passage)
    altered = Altered(watch)
    unfolded = lru_cache(_KEPT)(lambda text: tuple(unfold(text)))
    for group in flows.values():
        yield from _Search(group, watch, altered, unfolded).run()


class _Search:
    def __init__(
        self,
        passages: list[Passage],
        watch: Watchlist,
        altered: Altered,
        unfolded: _Unfolded,
        depth: int = 0,
        seen: set[str] | None = None,
    ):
        self.depth = depth
        self.seen = seen
        self.unfolded = unfolded
        self.passages = passages
        self.watch = watch
        self.altered = altered
        self.joined = bool(passages[0].flow)
        self.starts: list[int] = []
        position = 0
        for passage in passages:
            self.starts.append(position)
            position += len(passage.text) + 1
        self.text = BREAK.join(p.text for p in passages)

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
                setting = Setting.ASIDE if passage.setting in IN_SENTENCES else passage.setting
                inner = Passage(passage.part, passage.where, text, setting)
                for hit in _Search([inner], self.watch, self.altered, self.unfolded, depth, seen).run():
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
        yield from self.altered.find(line, covered, self.passage)

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
            counted = [n for n in self.watch.needles[key] if counts(n, line, first, last, passage.setting)]
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

    def end(self, position: int) -> int:
        """Where the passage ends that holds a position of the joined text."""
        place = bisect_right(self.starts, position)
        return self.starts[place] if place < len(self.starts) else len(self.text)

    def passage(self, position: int) -> Passage:
        """The passage that holds a position of the joined text."""
        return self.passages[bisect_right(self.starts, position) - 1]


def _how(needle: Needle, line: Line, first: int, last: int) -> str:
    pieces = line.tokens[first : last + 1]
    words = tuple(t.word for t in pieces)
    if words == needle.words or line.gapless(first, last):
        return ""
    if all(len(w) == 1 for w in words):
        return "letters set apart"
    return "parted" if len(words) > len(needle.words) else "written together"
