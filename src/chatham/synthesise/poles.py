"""Words that undo each other, said of one thing: `before departure` and `after departure`, `paid` and `unpaid wages`.

A word is said of the words of content that stand next to it. Where one note says `lower fees` and another `higher fees`
they are no one point, whatever else they have in common. `Not` before a word turns it round, so that wages that are not
paid and unpaid wages are the same thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chatham.language.clauses import Clause, Word
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
        words = [word for word in one.words if word.text[:1].isalnum() or word.text.casefold() in _NOT]
        lows = [word.text.casefold() for word in words]
        for at, (word, low) in enumerate(zip(words, lows, strict=True)):
            if low in _NOT:
                continue
            bare = set() if word.tag in _NOUNS else _without_prefix(low)
            if low not in _OPPOSITE and not bare and word.tag != "VBN":
                here, against = {low}, set()
            elif not _NOT.isdisjoint(lows[max(0, at - _REACH) : at]):
                here, against = {f"not {low}"}, {low, *(f"not {form}" for form in _OPPOSITE.get(low, ()))}
            else:
                here = {low, *(f"not {form}" for form in bare)}
                against = {f"not {low}", *bare, *_OPPOSITE.get(low, ())}
            for near in _near(words, at):
                said.update((form, near) for form in here)
                undone.update((form, near) for form in against)
    return Poles(frozenset(said), frozenset(undone - said))


def opposed(one: Poles, other: Poles) -> bool:
    """Whether one note says the opposite of the other of one thing.

    Args:
        one: Of a note.
        other: Of another.
    """
    return not (one.undone.isdisjoint(other.said) and other.undone.isdisjoint(one.said))


def _without_prefix(low: str) -> set[str]:
    """`Paid` of `unpaid`; of `under` something that nobody says."""
    bare = {low.removeprefix(prefix) for prefix in _PREFIXES if low.startswith(prefix)}
    return {form for form in bare if len(form) >= _SHORTEST}


def _near(words: Sequence[Word], at: int) -> Iterator[str]:
    """Stems of the words of content next to a word."""
    for side in (range(at - 1, -1, -1), range(at + 1, len(words))):
        for other in side:
            word = words[other]
            if word.tag[:2] in _CONTENT and word.text.casefold() not in _AUXILIARY:
                yield stem(word.text)
                break
