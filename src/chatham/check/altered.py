"""Names inside longer words, turned round, shifted, with figures for letters, or misspelt."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from chatham.check.disguise import digits_read_as_letters, reversals, runs_shortened, undoubled
from chatham.check.hit import Hit
from chatham.check.line import Line
from chatham.check.misspelt import Misspelt
from chatham.check.passages import IN_SENTENCES, Passage, Setting
from chatham.check.usage import is_person
from chatham.check.watchlist import Grade, Needle, Watchlist
from chatham.people.words import is_common, is_country

__all__ = ["Altered"]

_CAPITALS = re.compile(r"[A-Z]{4,}")


class Altered:
    """Finds names by words that are nearly theirs.

    Args:
        watch: Whom to look for.
    """

    def __init__(self, watch: Watchlist):
        self._watch = watch
        self._misspelt = Misspelt(watch.rare)

    def find(self, line: Line, covered: list[bool], passage_at: Callable[[int], Passage]) -> Iterator[Hit]:
        """Every word of a text that is a name so altered.

        Args:
            line: The text.
            covered: Which of its words are known for something already.
            passage_at: The passage that holds a position of the text.
        """
        nearly: dict[int, tuple[int, Needle]] = {}
        for first, last in _units(line):
            if covered[first] or (first < last and any(covered[first : last + 1])):
                continue
            word = line.tokens[first].word
            if first < last:
                word = "".join(t.word for t in line.tokens[first : last + 1])
            if len(word) < 4 or is_common(word) or word.isdigit():
                continue
            passage = passage_at(line.tokens[first].start)
            found = line.text[line.tokens[first].start : line.tokens[last].end]
            altered = self._alteration(word, line, first, last, passage.setting)
            if altered is not None:
                yield Hit(passage, altered[0], found, altered[1])
            elif passage.setting in IN_SENTENCES and line.tokens[first].capital:
                if last + 1 < len(line.tokens) and not covered[last + 1] and line.tokens[last + 1].capital:
                    pair = self._misspelt.like_both(word, line.tokens[last + 1].word)
                    if pair is not None:
                        both = line.text[line.tokens[first].start : line.tokens[last + 1].end]
                        yield Hit(passage, pair, both, "misspelt")
                needle = self._misspelt.like(word)
                if needle is None:
                    continue
                before = nearly.get(first - 1)
                if before is not None and before[1].row == needle.row and before[1].key != needle.key:
                    both = line.text[line.tokens[before[0]].start : line.tokens[last].end]
                    yield Hit(passage, needle, both, "misspelt")
                nearly[last] = first, needle

    def _alteration(self, word: str, line: Line, first: int, last: int, setting: Setting) -> tuple[Needle, str] | None:
        least = 7 if setting in (*IN_SENTENCES, Setting.BYTES) else 5
        inside = self._misspelt.inside(word, least) or self._code_inside(line, first, last)
        if inside is not None:
            return inside, "inside a longer word"
        if setting is Setting.BYTES:
            return None
        read = digits_read_as_letters(word)
        for other in (read,) if read else ():
            for needle in self._watch.needles.get(other, ()):
                if needle.grade in (Grade.RARE, Grade.CODE, Grade.PLAIN) and len(other) > 3:
                    return needle, "figures for letters"
        ways = [("letters repeated", runs_shortened(word)), ("letters doubled", undoubled(word)), *reversals(word)]
        if read:
            ways.append(("figures between letters", "".join(c for c in word if c.isalpha())))
        for how, other in ways:
            for needle in self._watch.needles.get(other, ()):
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
                for needle in self._watch.needles.get(run[:end].lower(), ()):
                    if needle.grade is Grade.CODE:
                        return needle
        return None

    def _misspelling(self, word: str, line: Line, first: int, last: int, setting: Setting) -> tuple[Needle, str] | None:
        token = line.tokens[first]
        if setting in IN_SENTENCES and not token.capital:
            return None
        if token.upper and len(word) < 7 and setting is not Setting.NAME:
            return None
        needle = self._misspelt.like(word)
        if needle is None:
            return None
        if len(needle.key) < 7 and setting in IN_SENTENCES:
            following = line.next(last)
            if (
                word[0] != needle.key[0]
                or not is_person(line, first, last)
                or (following is not None and following.capital)
            ):
                return None  # somebody else, who has another family name
        return needle, "misspelt"


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
