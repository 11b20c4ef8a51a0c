"""Numbers as the United Nations writes them, and the words that say how many supported a point.

Sources: United Nations Editorial Manual, numbers and dates; the scale is printed in every note's annex.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from chatham.model.public import Scale

__all__ = ["MONTHS", "ONE", "in_words", "joined", "long_date", "named_codes", "quantifier", "scale_in_words"]

_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Of the year, in order."""

ONE = "one participant"
"""The words for a single voice."""

_TWO, _SOME, _SEVERAL = "two participants", "some participants", "several participants"
_MAJORITY, _MOST, _ALMOST_ALL = "a majority of participants", "most participants", "almost all participants"
_WHOLE = 100


def quantifier(voices: int, *, spoke: int = 0, scale: Scale | None = None) -> str:
    """The words for that many distinct speakers, in lower case.

    Args:
        voices: Distinct speakers for the point.
        spoke: Distinct speakers known to have spoken on its objective in its group; few of them, or none, and no share
            is told.
        scale: From how many on which word is used; the default one by default.

    Raises:
        ValueError: Nobody spoke.
    """
    if voices < 1:
        raise ValueError("a point has at least one voice")
    steps = scale or Scale()
    if spoke >= steps.proportions_from and voices >= steps.several_from:
        share = _WHOLE * min(voices, spoke) / spoke
        if share > steps.almost_all_over:
            return _ALMOST_ALL
        if share >= steps.most_from:
            return _MOST
        if share > steps.majority_over:
            return _MAJORITY
    if voices == 1:
        return ONE
    if voices >= steps.several_from:
        return _SEVERAL
    return _SOME if voices >= steps.some_from else _TWO


def scale_in_words(scale: Scale) -> list[tuple[str, str]]:
    """Each counting word, and what it means, both in lower case.

    Args:
        scale: As the points were counted.
    """
    some, several = scale.some_from, scale.several_from
    rows = [(ONE, in_words(1))]
    if some > 2:
        rows.append((_TWO, _between(2, some - 1)))
    rows += [(_SOME, _between(some, several - 1)), (_SEVERAL, f"{in_words(several)} or more")]
    least = f"of at least {in_words(scale.proportions_from)} who spoke on the objective in the group"
    over, most, all_ = (f"{share:g}" for share in (scale.majority_over, scale.most_from, scale.almost_all_over))
    return [
        *rows,
        (_MAJORITY, f"over {over} and under {most} per cent {least}"),
        (_MOST, f"{most} to {all_} per cent {least}"),
        (_ALMOST_ALL, f"over {all_} per cent {least}"),
    ]


def _between(first: int, last: int) -> str:
    if first == last:
        return in_words(first)
    return f"{in_words(first)} {'or' if last - first == 1 else 'to'} {in_words(last)}"


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
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def named_codes(codes: Iterable[object], noun: str = "objective") -> str:
    """`objective 8`, `objectives 9 and 10`."""
    listed = [str(code) for code in codes]
    return f"{noun}{'' if len(listed) == 1 else 's'} {joined(listed)}"
