"""What tells a participant's name or affiliation from what is spoken about: signs of a stretch and of what is around.

Each sign is a short string: what it is of, and its value. `name_model` weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from string import ascii_lowercase

from chatham.anonymise.recognisers.stretches import CONNECTING, Word
from chatham.people.bodies import is_generic
from chatham.people.fold import fold_text
from chatham.people.gazetteers import is_town
from chatham.people.places import is_country
from chatham.people.words import is_common

__all__ = ["BODY", "CONTACT", "PERSON", "signs"]

PERSON, BODY, CONTACT = "<P>", "<A>", "<C>"
"""Stand in the context for what the registration list names."""

_NOTHING = ("<>", "<>", "<>", "")
_CLOSE, _NEAR, _FAR = 3, 5, 12
_LONGEST = 14
_SHORTEST_SLIP = 5
_CAMEL = re.compile(r"[a-zß-öø-ÿ][A-ZÀ-Þ]")
_SIGHT = 14
_VERB, _NOUN = "VB", "NN"

_Seen = tuple[str, str, str, str]


def signs(
    words: Sequence[Word], known: Sequence[str], abbreviations: frozenset[str], start: int, end: int
) -> list[str]:
    """The signs of a stretch, each once or more.

    Args:
        words: Of the note.
        known: Word by word, what the registration list has for it: `PERSON`, `BODY`, `CONTACT`, or nothing.
        abbreviations: In small letters, of bodies and treaties that everybody names.
        start: First word of the stretch.
        end: One past its last.
    """
    inner = [w for w in words[start:end] if w.lettered]
    return [
        *_inside(inner, words[start:end], abbreviations),
        *_around(words, known, start, end),
        *_frame(words, inner, start, end),
        *_neighbours(words, known, start, end),
    ]


def _inside(inner: Sequence[Word], every: Sequence[Word], abbreviations: frozenset[str]) -> Iterator[str]:
    yield f"n={min(len(inner), 5)}"
    for w in inner:
        yield f"k={w.kind}"
        yield f"sh={w.shape}"
        yield f"ent={w.entity}"
        yield f"tag={w.tag}"
        if w.common:
            yield f"w={w.lower}"
        yield from _letters(w.lower)
    first, last = inner[0], inner[-1]
    whole = fold_text(" ".join(w.text for w in every))
    yield "kinds=" + "".join(w.kind[0] for w in inner[:4])
    yield f"k0={first.kind}"
    yield f"kl={last.kind}"
    yield "tags=" + " ".join(w.tag for w in inner[:4])
    yield "shapes=" + " ".join(w.shape for w in inner[:3])
    if last.common:
        yield f"last={last.lower}"
    yield f"suf={last.lower[-3:]}"
    yield f"pre={first.lower[:3]}"
    yield f"gen={is_generic(last.lower):d}{any(is_generic(w.lower) for w in inner):d}"
    yield "ents=" + ",".join(sorted({w.entity for w in inner}))
    yield f"up={all(w.text.isupper() for w in inner):d},{min(sum(len(w.text) for w in inner), 8)}"
    yield f"camel={any(_CAMEL.search(w.text) for w in inner):d}"
    yield f"low={not first.capital:d}"
    yield f"slip={not first.capital and all(map(_slip, (w.lower for w in inner))):d}"
    yield f"foreign={any(not w.text.isascii() for w in inner):d}"
    yield f"digit={any(c.isdigit() for w in every for c in w.text):d}"
    yield "conn=" + ",".join(sorted({w.lower for w in every if w.lower in CONNECTING})[:2])
    yield f"place={is_country(whole):d}{is_town(whole):d}"
    yield f"abbr={whole in abbreviations:d}{any(w.lower in abbreviations for w in inner):d}"


@lru_cache(maxsize=50_000)
def _letters(lower: str) -> tuple[str, ...]:
    """Two, three and four letters in a row, with the word's ends."""
    if len(lower) > 24:
        return ()
    word = f"^{lower}$"
    return tuple(f"g{word[k : k + n]}" for n in (2, 3, 4) for k in range(len(word) - n + 1))


@lru_cache(maxsize=20_000)
def _slip(lower: str) -> bool:
    """Whether it is one letter off an ordinary word: `confirmd`."""
    if len(lower) < _SHORTEST_SLIP or not lower.isascii():
        return False
    halves = [(lower[:k], lower[k:]) for k in range(1, len(lower) + 1)]
    return any(
        is_common(left + right[1:])
        or (len(right) > 1 and is_common(left + right[1] + right[0] + right[2:]))
        or any(is_common(left + letter + right) for letter in ascii_lowercase)
        for left, right in halves
    )


def _seen(words: Sequence[Word], known: Sequence[str], k: int) -> _Seen:
    if not 0 <= k < len(words):
        return _NOTHING
    if known[k]:
        return (known[k], known[k], known[k], "")
    word = words[k]
    return (word.lower if len(word.lower) <= _LONGEST else "long", word.shape, word.tag, word.entity)


def _side(words: Sequence[Word], known: Sequence[str], k: int, step: int) -> list[_Seen]:
    """The words to one side, outwards; what the list names counts once, however many words it has."""
    side: list[_Seen] = []
    while 0 <= k < len(words) and len(side) < _NEAR:
        seen = _seen(words, known, k)
        if not (side and known[k] and side[-1][0] == seen[0]):
            side.append(seen)
        k += step
    return side + [_NOTHING] * (_NEAR - len(side))


def _around(words: Sequence[Word], known: Sequence[str], start: int, end: int) -> Iterator[str]:
    left, right = _side(words, known, start - 1, -1), _side(words, known, end, 1)
    for name, side in (("l", left), ("r", right)):
        for k, (lower, shape, tag, entity) in enumerate(side):
            yield f"{name}b={lower}"
            if k < _CLOSE:
                yield f"{name}w{k}={lower}"
                yield f"{name}s{k}={shape}"
                yield f"{name}t{k}={tag}"
                yield f"{name}e{k}={entity}"
        yield f"{name}2={side[0][0]},{side[1][0]}"
        yield f"{name}3={side[0][0]},{side[1][0]},{side[2][0]}"
        yield f"{name}t={side[0][2]},{side[1][2]}"
    yield f"lr={left[0][0]},{right[0][0]}"
    yield f"lrt={left[0][2]},{right[0][2]}"
    yield f"lrs={_mark(left[0][0])},{_mark(right[0][0])}"


def _mark(lower: str) -> str:
    return "a" if lower[:1].isalnum() else lower


def _frame(words: Sequence[Word], inner: Sequence[Word], start: int, end: int) -> Iterator[str]:
    """Where in its line and sentence it stands."""
    into = next((k for k in range(6) if start - k == 0 or words[start - k - 1].breaks), 6)
    left = next((k for k in range(4) if end + k >= len(words) or words[end + k].breaks), 4)
    yield f"into={into}"
    yield f"intofull={into},{len(inner)},{_mark(words[end].lower) if end < len(words) else ''}"
    yield f"left={left}"
    opens = start == 0 or words[start - 1].text[-1:] in ".!?:" or words[start - 1].breaks
    yield f"opens={opens:d},{inner[0].kind},{len(inner) > 1:d}"
    verb = next((w.lower for w in words[end : end + 6] if w.tag in ("VBD", "VBZ", "VBP")), None)
    if verb:
        yield f"v={verb}"
    back = words[max(0, start - 5) : start][::-1]
    for name, side, tag in (("vl", back, _VERB), ("nl", back, _NOUN), ("nr", words[end : end + 5], _NOUN)):
        near = next((w.lower for w in side if w.tag.startswith(tag) and not w.capital), None)
        if near:
            yield f"{name}={near}"


def _neighbours(words: Sequence[Word], known: Sequence[str], start: int, end: int) -> Iterator[str]:
    left, right = _nearest(known[max(0, start - _SIGHT) : start][::-1]), _nearest(known[end : end + _SIGHT])
    for sort in (PERSON, BODY, CONTACT):
        before, after = left.get(sort, 0), right.get(sort, 0)
        yield f"nl{sort}={min(before, 8)}"
        yield f"nr{sort}={min(after, 8)}"
        yield f"n{sort}={before > 0:d}{after > 0:d}"
    yield f"any={PERSON in known:d}{BODY in known:d}"
    for k in (*range(max(0, start - _FAR), start), *range(end, min(len(words), end + _FAR))):
        lower = words[k].lower
        if lower.isalpha() and len(lower) <= _LONGEST and not known[k] and lower != "long":
            yield f"bag={lower}"


def _nearest(known: Sequence[str]) -> dict[str, int]:
    """How far outwards the first of each sort stands, from 1."""
    near: dict[str, int] = {}
    for k, sort in enumerate(known, start=1):
        if sort:
            near.setdefault(sort, k)
    return near
