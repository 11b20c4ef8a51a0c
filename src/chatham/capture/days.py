"""Days as people and registration forms write them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

__all__ = ["day_in", "reads_day_first"]

_SLASHED = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def reads_day_first(written: Sequence[str]) -> bool | None:
    """Whether a column writes `07/11/2020` for a day in November: a form writes all days alike, so that one tells.

    Args:
        written: The cells of the column.

    Returns:
        None if no cell tells, or if they contradict each other.
    """
    alike = [found for value in written if (found := _SLASHED.match(value.strip()))]
    day_first = any(int(found[1]) > 12 for found in alike)
    month_first = any(int(found[2]) > 12 for found in alike)
    return None if day_first == month_first else day_first


def day_in(value: str, *, day_first: bool | None = None) -> datetime.date | None:
    """The day in a date as people and forms write it; None where it is not clear which day is meant.

    Args:
        value: As written.
        day_first: Whether `07/11/2020` is in November; None: not known.
    """
    text = value.strip()
    if found := re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _SLASHED.match(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        if first > 12 or first == second:
            return _day(year, second, first)
        if second > 12:
            return _day(year, first, second)
        return None if day_first is None else _day(year, *((second, first) if day_first else (first, second)))
    month = next((i for i, m in enumerate(_MONTHS, 1) if re.search(rf"\b{m}", text.casefold())), None)
    numbers = re.findall(r"\d+", text)
    year_number = next((int(n) for n in numbers if len(n) == 4), None)
    day_number = next((int(n) for n in numbers if len(n) <= 2), None)
    if month and year_number and day_number:
        return _day(year_number, month, day_number)
    return None


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
