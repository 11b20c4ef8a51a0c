"""Numbers as the United Nations writes them, and the words that say how many supported a point.

Sources: United Nations Editorial Manual, numbers and dates; the scale is printed in every note's annex.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

__all__ = ["QUANTIFIERS", "in_words", "joined", "long_date", "named_codes", "quantifier"]

_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

QUANTIFIERS: tuple[tuple[int, str], ...] = (
    (1, "one participant"),
    (2, "two participants"),
    (3, "some participants"),
    (5, "several participants"),
)
"""Least number of distinct speakers, and the words from there on."""


def quantifier(voices: int) -> str:
    """The words for that many distinct speakers, in lower case.

    Raises:
        ValueError: Nobody spoke.
    """
    if voices < 1:
        raise ValueError("a point has at least one voice")
    return next(words for least, words in reversed(QUANTIFIERS) if voices >= least)


def in_words(number: int) -> str:
    """One to nine in words, 10 and over in figures with a comma at thousands."""
    return _ONES[number] if 0 <= number < len(_ONES) else f"{number:,}"


def joined(items: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    listed = list(items)
    return " and ".join([", ".join(listed[:-1]), listed[-1]]) if len(listed) > 1 else "".join(listed)


def long_date(text: str) -> str:
    """`2020-11-19` as `19 November 2020`; what is no ISO date stays as it is."""
    try:
        date = datetime.date.fromisoformat(text.strip())
    except ValueError:
        return text
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def named_codes(codes: Iterable[object], noun: str = "objective") -> str:
    """`objective 8`, `objectives 9 and 10`."""
    listed = [str(code) for code in codes]
    return f"{noun}{'' if len(listed) == 1 else 's'} {joined(listed)}"
