"""The words of a person's name, and which of them are more than honorifics, particles and initials."""

from __future__ import annotations

import re

from chatham.people.fold import fold_text
from chatham.people.words import ABBREVIATED_NAMES, HONORIFICS, NAMES_TOO, PARTICLES

__all__ = ["all_words", "is_telling", "name_words"]


def all_words(name: str) -> list[str]:
    """The folded words of a name with its honorifics; what stands in brackets is none, and figures are none.

    Args:
        name: As registered.
    """
    return [w for w in fold_text(re.sub(r"\([^)]*\)", " ", name)).split() if not w.isdigit()]


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name without the honorifics before and after it; one that may be a name itself stays.

    Args:
        name: As registered.
    """
    words = all_words(name)
    while len(words) > 1 and _is_honorific(words[0], name):
        words = words[1:]
    while len(words) > 1 and words[-1] in ("san", "sama", "sensei", "ssi", "nim", "jr", "sr", "phd", "md", "esq"):
        words = words[:-1]
    return tuple(words)


def is_telling(word: str) -> bool:
    """Whether a folded word of a name may stand for somebody by itself."""
    return len(word) > 1 and word not in PARTICLES and word not in ABBREVIATED_NAMES


def _is_honorific(word: str, name: str) -> bool:
    if word in NAMES_TOO:
        return False
    if word not in HONORIFICS and word not in ("u", "hj", "h", "k", "m"):
        return False
    if len(word) == 1:  # the Burmese U stands without a full stop; an initial has one
        return word == "u" and re.match(r"\s*U\s", name) is not None
    return True
