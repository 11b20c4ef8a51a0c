"""Words that undo each other, said of one thing: `before departure` and `after departure`, `paid` and `unpaid wages`.

A word is said of the words of content that stand next to it. Where one note says `lower fees` and another `higher fees`
they are no one point, whatever else they have in common. `Not` before a word turns it round, so that wages that are not
paid and unpaid wages are the same thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from chatham.language.clauses import Clause
from chatham.language.content import stem

__all__ = ["Poles", "opposed", "poles"]

# General words only: of each line, what stands on one side undoes what stands on the other.
_AXES = """
    more higher raise raises raised raising increase increases increased increasing rise rises rose risen rising grow
    grows grew doubled expand expands expanded extend extends extended
    | less fewer lower lowers lowered lowering reduce reduces reduced reducing decrease decreases decreased fall falls
    fell fallen falling shrink shrinks shrank halved shorten shortens shortened
    ; before | after
    ; within | after
    ; first | last
    ; above | below
    ; inside | outside
    ; until | from
    ; many most | few
    ; minimum | maximum
    ; least | most
    ; start starts started begin begins began introduce introduces introduced establish established create created
    | stop stops stopped end ends ended abolish abolishes abolished cease ceased
    ; allow allows allowed permit permits permitted legalize | forbid forbids forbidden prohibit prohibits prohibited
    ban bans banned outlaw outlawed
    ; accept accepts accepted approve approved grant granted | reject rejects rejected refuse refuses refused
    ; open opens opened | close closes closed shut
    ; free | paid costly
    ; long longer | short shorter
    ; cheap cheaper | expensive dear dearer costly
    ; easy easier | hard harder difficult
    ; fast faster quick quicker | slow slower
    ; good better improve improves improved | bad worse worsen worsens worsened
    ; early earlier | late later
    ; voluntary | forced compulsory mandatory
    ; public | private secret confidential
    ; arrive arrives arrived enter enters entered | leave leaves left depart departs departed
    ; win wins won | lose loses lost
    ; often | rarely seldom
    ; safe | dangerous
    ; keep keeps kept maintain retain | abolish scrap repeal
"""


def _opposites() -> dict[str, frozenset[str]]:
    """Each word to what undoes it."""
    found: dict[str, frozenset[str]] = {}
    for axis in _AXES.split(";"):
        one, other = (frozenset(side.split()) for side in axis.split("|"))
        for side, undoes in ((one, other), (other, one)):
            found |= {word: found.get(word, frozenset()) | undoes for word in side}
    return found


_OPPOSITE = _opposites()
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non-")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")  # immigration is not the contrary of migration
_SHORTEST = 4  # letters of what a prefix stands before
_NOT = frozenset("not n't n’t no never without hardly scarcely neither nor cannot".split())
_REACH = 3  # words before, among which `not` is looked for
_AUXILIARY = frozenset("be is are was were been being am has have had having do does did can get gets got".split())
_CONTENT = ("NN", "VB", "JJ", "CD")


@dataclass(frozen=True, slots=True)
class Poles:
    """What a note says of its things.

    Attributes:
        said: Words, with what they are said of.
        undone: Words that would undo one of them, with what that is said of.
    """

    said: frozenset[tuple[str, str]]
    undone: frozenset[tuple[str, str]]


def poles(clauses: Sequence[Clause]) -> Poles:
    """Read what a note says of what.

    Args:
        clauses: Its sentences.
    """
    said: set[tuple[str, str]] = set()
    undone: set[tuple[str, str]] = set()
    for one in clauses:
        words = [(w, low) for w in one.words if (low := w.text.casefold()) in _NOT or w.text[:1].isalnum()]
        lows = [low for _, low in words]
        contents = [_content(word.text, word.tag) for word, _ in words]
        for at, ((word, low), near) in enumerate(zip(words, _beside(contents), strict=True)):
            if low in _NOT or not near:
                continue
            turned = not _NOT.isdisjoint(lows[max(0, at - _REACH) : at])
            here, against = _meant(low, word.tag in _NOUNS, word.tag == "VBN", turned)
            said.update((form, thing) for form in here for thing in near)
            undone.update((form, thing) for form in against for thing in near)
    return Poles(frozenset(said), frozenset(undone - said))


def opposed(one: Poles, other: Poles) -> bool:
    """Whether one note says the opposite of the other of one thing.

    Args:
        one: Of a note.
        other: Of another.
    """
    return not (one.undone.isdisjoint(other.said) and other.undone.isdisjoint(one.said))


@lru_cache(maxsize=65536)  # the same words come in every note
def _meant(low: str, noun: bool, participle: bool, turned: bool) -> tuple[frozenset[str], frozenset[str]]:
    """What a word says, `not` before it or none, and what undoes that."""
    bare = frozenset() if noun else _without_prefix(low)
    opposites = _OPPOSITE.get(low, frozenset())
    if not (opposites or bare or participle):
        return frozenset({low}), frozenset()
    if turned:
        return frozenset({f"not {low}"}), frozenset({low, *(f"not {form}" for form in opposites)})
    return frozenset({low, *(f"not {form}" for form in bare)}), frozenset({f"not {low}", *bare, *opposites})


def _without_prefix(low: str) -> frozenset[str]:
    """`Paid` of `unpaid`; of `under` something that nobody says."""
    bare = {low.removeprefix(prefix) for prefix in _PREFIXES if low.startswith(prefix)}
    return frozenset(form for form in bare if len(form) >= _SHORTEST)


@lru_cache(maxsize=65536)
def _content(text: str, tag: str) -> str:
    """The stem of a word of content; nothing for other words."""
    return stem(text) if tag[:2] in _CONTENT and text.casefold() not in _AUXILIARY else ""


def _beside(contents: Sequence[str]) -> list[list[str]]:
    """Of each word the nearest words of content before and after it."""
    before, after = _last(contents), _last(contents[::-1])[::-1]
    return [[near for near in both if near] for both in zip(before, after, strict=True)]


def _last(contents: Sequence[str]) -> list[str]:
    """The last word of content before each word."""
    return list(accumulate(contents, lambda last, here: here or last, initial=""))[:-1]
