"""The rest of a name of which a part is found: initials, a second name by ear, and others named in one breath."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chatham.anonymise.recognisers.known import Known
from chatham.anonymise.recognisers.naming import could_be_name
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.people.fold import fold_text
from chatham.people.words import ABBREVIATED_NAMES, HONORIFICS, is_common, is_country

__all__ = ["coordinated", "pairs", "whole_name"]

_WORD = r"[^\W\d_][\w’']*(?:[-‐‑][^\W\d_][\w’']*)*"
_NEXT = re.compile(rf"[ \u00a0-]({_WORD})")
_LAST = re.compile(rf"(?:^|(?<=[\s(\[\"“/<@*]))({_WORD})\.?[ \u00a0-]$")
_INITIAL = re.compile(r"[ \u00a0]([^\W\d_a-zß-öø-ÿ])(\.(?=[ \u00a0]?[^\s.]|[ \u00a0]*\n)|\.?(?![\w’'.]))(?!-\w)")
_COMMA_INITIALS = re.compile(r",[ \u00a0]((?:[^\W\d_a-zß-öø-ÿ]\.[ \u00a0-]?){0,3}[^\W\d_a-zß-öø-ÿ]\.)(?![\w’'])")
# With a capital letter they stand inside a name as well: N. Abi Jaoude, Ahmed Ould Sidi.
_LINKING = frozenset("abi abou abu abd al el ould wuld oum umm bou bin ben bint ibn de da do van von mac mc".split())
_JOINED_BEFORE = re.compile(rf"({_WORD}\.?)(?:,|,?[ \u00a0]+(?:and|or|with|plus)|[ \u00a0]*[&/+])[ \u00a0]+$")
_JOINED_AFTER = re.compile(rf"(?:,|,?[ \u00a0]+(?:and|or|with|plus)|[ \u00a0]*[&/+])[ \u00a0]+({_WORD})")


def whole_name(around: Surroundings, known: Known, start: int, end: int, who: frozenset[int | str]) -> tuple[int, int]:
    """A mention with the words and initials beside it that belong to the same name.

    Args:
        around: The note.
        known: Who may be named.
        start: First code point of the part that is found.
        end: One past its last.
        who: Whom it names.
    """
    text = around.text
    if text[end : end + 1] == "." and re.search(r"(?<!\w)\w\Z", text[max(0, end - 2) : end]):
        # past the full stop of an initial that was found with the name: `Fatima Z. Wazzani`
        after = _NEXT.match(text, end + 1)
        if after and _belongs(around, known, after.start(1), after.end(1), who):
            end = after.end(1)
    while match := _INITIAL.match(text, end):
        letter = fold_text(match.group(1))
        dotted = match.group(2) != "" or text[match.end() : match.end() + 1] == "."
        if not (known.close(letter, who) or (dotted and letter != "i")) or (letter in "ai" and not dotted):
            break
        end = match.end()
    while match := _NEXT.match(text, end):
        if not _belongs(around, known, match.start(1), match.end(1), who):
            break
        end = _without_possessive(text, match.end(1))
        if end != match.end(1):
            break
    while match := _COMMA_INITIALS.match(text, end):
        if not all(known.close(letter, who) for letter in fold_text(match.group(1)).split()):
            break
        end = match.end(1)
    while match := _LAST.search(text[max(0, start - 30) : start]):
        at = max(0, start - 30) + match.start(1)
        dotted = "." in match.group()
        word = match.group(1)
        initial = len(word) == 1 and dotted and word.isupper() and known.close(fold_text(word), who)
        if not initial and ((dotted and len(word) > 4) or not _belongs(around, known, at, at + len(word), who)):
            break
        start = at
    return start, end


def coordinated(around: Surroundings, people: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch is joined with somebody by a comma, a slash or `and`, as `Hope, Anil and Rosa` are.

    Args:
        around: The note.
        people: Where people are named already.
        start: First code point.
        end: One past the last.
    """
    before = _JOINED_BEFORE.search(around.text[max(0, start - 40) : start])
    if before:
        at = max(0, start - 40) + before.start(1)
        if any(a <= at < b for a, b in people):
            return True
    after = _JOINED_AFTER.match(around.text, end)
    return after is not None and any(a <= after.start(1) < b for a, b in people)


def _belongs(around: Surroundings, known: Known, start: int, end: int, who: frozenset[int | str]) -> bool:
    raw = around.text[start:end]
    word = fold_text(raw[:-2] if raw.endswith(("'s", "’s")) else raw)
    if not raw[0].isupper() or len(word) < 2 or is_country(word) or around.place_before(start):
        return False
    if word in HONORIFICS or (is_common(word) and word not in ABBREVIATED_NAMES):
        return False
    return (
        word in ABBREVIATED_NAMES
        or word in _LINKING
        or (len(word) > 2 and could_be_name(word) and known.close(word, who))
    )


def _without_possessive(text: str, end: int) -> int:
    return end - 2 if text[end - 2 : end] in ("'s", "’s") else end


def pairs(words: list[str], firsts: Iterable[int], most: int = 3) -> Iterator[tuple[int, int, str]]:
    """Neighbouring words written as one: first, one past the last, and the letters.

    Args:
        words: Folded.
        firsts: Numbers of those that may come first.
        most: Words that are joined at once.
    """
    for first in firsts:
        for last in range(first + 2, min(len(words), first + most) + 1):
            yield first, last, "".join(words[first:last])
