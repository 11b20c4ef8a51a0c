"""Every way in which people type the name of somebody who was there.

Which word of a name is the one people are called by differs: the first (Amos Otieno), the last (Tran Thi Mai Lan), the
second (Tanaka Haruto), or the only one (Sutrisno). So each word that is not an honorific, a particle or an initial
counts, alone and with its neighbours, and a form says how much it proves instead of which kind of name it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, product

from chatham.model.private import Participant
from chatham.people.fold import fold_text
from chatham.people.homely import homely_forms
from chatham.people.name_words import all_words, is_telling, name_words
from chatham.people.strength import Strength, keep_stronger, strongest_first
from chatham.people.words import ABBREVIATED_NAMES, NAMES_TOO, PARTICLES, is_common, is_country

__all__ = ["NameForm", "NameKind", "name_forms"]

_LONGEST = 8  # words of a name that are combined; what stands beyond is matched in the full form only
_MIXED = 4  # words of a name of which any may be an initial
_ONE_SOUND = ("lj", "nj", "dz", "gj", "xh", "sh", "zh", "ch", "kh", "th", "ts", "ng")  # two letters, one initial
_SPLIT = 6  # letters from which a word may be found typed in two pieces


class NameKind(StrEnum):
    """What a form is made of."""

    FULL = "full"
    REORDERED = "reordered"
    PART = "part"
    GIVEN = "given"
    FAMILY = "family"
    ALIAS = "alias"
    INITIALED = "initialed"
    INITIALS = "initials"
    HANDLE = "handle"


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way of typing a name.

    Attributes:
        text: Folded words, parted by single spaces.
        kind: What it is made of.
        strength: How much it proves.
    """

    text: str
    kind: NameKind
    strength: Strength

    @property
    def capitals(self) -> bool:
        """Whether it counts in capital letters only: initials would otherwise be found in `is`, `am`, `us`."""
        return self.kind is NameKind.INITIALS


def name_forms(participant: Participant) -> tuple[NameForm, ...]:
    """All forms of a participant's name, the strongest first; no text stands twice.

    Args:
        participant: Name, aliases and addresses are used.
    """
    found: dict[str, NameForm] = {}

    def add(text: str, kind: NameKind, strength: Strength | None = None) -> None:
        if not text:
            return
        keep_stronger(found, NameForm(text, kind, _strength(text) if strength is None else strength))

    for number, name in enumerate((participant.name, *participant.aliases)):
        alias = number > 0
        if alias and _is_initials(name):
            # given on the list, so more than a guess
            run = fold_text(name).replace(" ", "")
            add(run, NameKind.INITIALS, Strength.FAIR)
            add(" ".join(run), NameKind.INITIALS, Strength.FAIR)
            continue
        if alias and _is_handle(name):
            add(fold_text(name), NameKind.HANDLE, Strength.STRONG)
        for text, kind in _forms_of(name):
            if alias and kind in (NameKind.FULL, NameKind.GIVEN, NameKind.FAMILY, NameKind.PART):
                kind = NameKind.ALIAS
            add(text, kind, Strength.WEAK if kind is NameKind.INITIALS else None)
    for name in (participant.name, *participant.aliases):
        words = name_words(name)
        for place, word in enumerate(words[:-1] or words):
            for homely in homely_forms(word):
                add(homely, NameKind.ALIAS, None if len(homely) > 3 else Strength.WEAK)
                for text, kind in _short_with(homely, words[place + 1 :]):
                    add(text, kind)
    rest = name_words(participant.name)[1:]
    for nickname in participant.aliases:
        called = name_words(nickname)
        if len(called) == 1 and is_telling(called[0]) and called[0] not in rest and not _is_initials(nickname):
            for text, kind in _short_with(called[0], rest):
                add(text, kind)
    for address in participant.emails:
        local = fold_text(address.partition("@")[0])
        if len(local.replace(" ", "")) >= 4 and local not in found and not all(is_common(w) for w in local.split()):
            add(local, NameKind.HANDLE, Strength.STRONG if len(local) >= 6 else Strength.FAIR)
    for form in tuple(found.values()):
        if form.capitals:
            continue
        for text in _pieces(form.text):
            if text not in found:
                add(text, form.kind, min(Strength.STRONG, _strength(form.text)))
    return strongest_first(found.values())


def _short_with(short: str, rest: tuple[str, ...]) -> Iterator[tuple[str, NameKind]]:
    """What somebody is called, before the rest of the name: `Fatou Ceesay`, `Fatou J.`, `Fatou J-C`."""
    telling = [w for w in rest if is_telling(w)]
    for other in telling:
        yield f"{short} {other}", NameKind.ALIAS
        yield f"{short} {other[0]}", NameKind.INITIALED
    if len(telling) > 1:
        yield f"{short} {' '.join(telling)}", NameKind.ALIAS
        yield f"{short} {' '.join(w[0] for w in telling)}", NameKind.INITIALED


def _forms_of(name: str) -> Iterator[tuple[str, NameKind]]:
    whole = tuple(all_words(name))
    words = name_words(name)
    if not words:
        return
    for one, other in re.findall(r"([^\W\d_])[\w’']*[-‐‑]([^\W\d_])", name):  # J.-B. of Jean-Baptiste
        for letters in (fold_text(one + other), fold_text(f"{one} {other}")):
            yield letters, NameKind.INITIALS
    if len(words) > 1 and words[0] in NAMES_TOO:
        yield from _forms_of_words(words[1:], words)
    yield from _forms_of_words(words, whole)


def _forms_of_words(words: tuple[str, ...], whole: tuple[str, ...]) -> Iterator[tuple[str, NameKind]]:
    yield " ".join(words), NameKind.FULL
    if len(whole) > len(words) and len(words) > 1:
        yield " ".join(whole), NameKind.FULL
    words = words[:_LONGEST]
    telling = tuple(w for w in words if is_telling(w))
    if not telling:
        return
    initials = tuple(w for w in words if len(w) == 1 or w in PARTICLES or w in ABBREVIATED_NAMES)
    plain = tuple(w for w in words if w in telling or w in PARTICLES)
    bare = telling
    for sequence in dict.fromkeys((words, plain, bare)):
        yield from _together(sequence, telling)
    yield from _alone(words, telling)
    yield from _initialed(words, telling)
    yield from _mixed(plain, telling)
    yield from _initials(words, initials)


def _together(words: tuple[str, ...], telling: tuple[str, ...]) -> Iterator[tuple[str, NameKind]]:
    """Two words and more: neighbours, first and last, and the same turned round."""
    count = len(words)
    for first, last in combinations(range(count + 1), 2):
        part = words[first:last]
        if len(part) > 1 and part[-1] not in PARTICLES and sum(w in telling for w in part) > (part[0] not in PARTICLES):
            yield " ".join(part), NameKind.PART
        elif len(part) > 1 and part[0] in PARTICLES | ABBREVIATED_NAMES and part[-1] in telling:
            yield " ".join(part), NameKind.PART  # van der Berg, al Masri
    if len(telling) > 1:
        for a, b in combinations(telling, 2):
            yield f"{a} {b}", NameKind.PART
            yield f"{b} {a}", NameKind.REORDERED
    if count > 2:
        for cut in range(1, count):
            yield " ".join(words[cut:] + words[:cut]), NameKind.REORDERED


def _alone(words: tuple[str, ...], telling: tuple[str, ...]) -> Iterator[tuple[str, NameKind]]:
    for word in telling:
        kind = NameKind.FAMILY if word == words[-1] and len(words) > 1 else NameKind.PART
        yield word, NameKind.GIVEN if word == telling[0] else kind


def _initialed(words: tuple[str, ...], telling: tuple[str, ...]) -> Iterator[tuple[str, NameKind]]:
    """`Mercy L`, `Rosalinda M.-T.`, `Z. Bangash`, `S. P. Kugathasan`."""
    for place, word in enumerate(words):
        if word not in telling:
            continue
        others = [w[0] for w in words[place + 1 :]]
        names = [w[0] for w in words[place + 1 :] if w in telling]
        before = [w[0] for w in words[:place]]
        for initial in names:
            yield f"{word} {initial}", NameKind.INITIALED
        if len(others) > 1:
            yield f"{word} {' '.join(others)}", NameKind.INITIALED
            yield f"{word} {''.join(others)}", NameKind.INITIALED
            yield f"{word} {' '.join(others[-2:])}", NameKind.INITIALED
        rest = words[place + 1 :]
        if len(names) > 1 or (names and len(rest) > 1):  # Khadija El O., Baraka L. Mushi
            yield f"{word} {' '.join(w if w in PARTICLES else w[0] for w in rest)}", NameKind.INITIALED
            if rest[-1] in telling:
                yield f"{word} {' '.join(w[0] for w in rest[:-1])} {rest[-1]}", NameKind.INITIALED
        heads = [w[0] for w in words[:place] if w in telling or len(w) == 1]
        if place == len(words) - 1 and len(heads) > 1:  # Alemu S. D.
            yield f"{word} {' '.join(heads)}", NameKind.INITIALED
        for initial in before:
            yield f"{initial} {word}", NameKind.INITIALED
            if len(word) > 4:  # as handles and minutes glue them: mdawson
                yield f"{initial}{word}", NameKind.HANDLE
        if len(before) > 1:
            yield f"{' '.join(before)} {word}", NameKind.INITIALED
            yield f"{''.join(before)} {word}", NameKind.INITIALED
        if names and place == 0:  # family name first
            yield f"{names[0]} {word}", NameKind.INITIALED


def _mixed(words: tuple[str, ...], telling: tuple[str, ...]) -> Iterator[tuple[str, NameKind]]:
    """Some words written out and the others by their first letters: `M. Goreti B.`, `Y. Lado Ndun`, `Lj. Stanić`."""
    if len(telling) > 1 and telling[0][:2] in _ONE_SOUND:
        for word in telling[1:]:
            yield f"{telling[0][:2]} {word}", NameKind.INITIALED
    if not 2 < len(words) <= _MIXED:
        return
    for whole in product((True, False), repeat=len(words)):
        if any(keep and word in telling for keep, word in zip(whole, words, strict=True)) and not all(whole):
            yield " ".join(w if keep else w[0] for keep, w in zip(whole, words, strict=True)), NameKind.INITIALED


def _initials(words: tuple[str, ...], small: tuple[str, ...]) -> Iterator[tuple[str, NameKind]]:
    letters: set[str] = set()
    names = [w[0] for w in words if w not in small or len(w) == 1]
    for sequence in ([w[0] for w in words], names):
        if len(sequence) < 2:
            continue
        letters.add("".join(sequence))
        letters.add(sequence[0] + sequence[-1])
        letters.add(sequence[0] + sequence[1])
        letters.add(sequence[-1] + "".join(sequence[:-1]))
        letters |= {"".join(some) for some in combinations(sequence, 3)}
    for run in sorted(letters):
        if len(run) <= 5:
            yield run, NameKind.INITIALS
            yield " ".join(run), NameKind.INITIALS


def _pieces(text: str) -> Iterator[str]:
    """The same letters with a space more, or without the spaces, as a hyphen, a line break or haste leave them."""
    words = text.split()
    if 1 < len(words) <= 4 and len(text) >= 6 and all(len(w) > 1 for w in words):
        yield "".join(words)
    for number, word in enumerate(words):
        if len(words) > 1:
            if len(word) > 1 and number + 1 < len(words) and len(words[number + 1]) > 1 and len(words) > 2:
                yield " ".join((*words[:number], word + words[number + 1], *words[number + 2 :]))
            continue
        if len(word) >= _SPLIT:
            for cut in range(2, len(word) - 1):
                left, right = word[:cut], word[cut:]
                if not (is_common(left) and is_common(right)):
                    yield f"{left} {right}"


def _strength(text: str) -> Strength:
    words = text.split()
    long = [w for w in words if len(w) > 1]
    if len(words) > 1:
        if len(long) > 1 and not all(is_common(w) or is_country(w) for w in long):
            return Strength.STRONG
        if len(long) > 1 or not any(is_common(w) or is_country(w) for w in long):
            return Strength.FAIR
        return Strength.WEAK
    if is_common(text) or is_country(text) or len(text) <= 2 or text in NAMES_TOO:
        return Strength.WEAK
    return Strength.FAIR


def _is_initials(alias: str) -> bool:
    letters = [c for c in alias if c.isalnum()]
    return 2 <= len(letters) <= 5 and all(c.isupper() for c in letters)


def _is_handle(alias: str) -> bool:
    """Whether an alias is what somebody is called in chats and minutes, in small letters: `zomar`, `@kofi_a`."""
    word = alias.removeprefix("@")
    return (
        len(word) > 2
        and word == word.lower()
        and " " not in word
        and not (is_common(fold_text(word)) or is_country(fold_text(word)))
    )
