"""Capital and small letters of the alphabets in which names are written, as classes for patterns.

Python's patterns know no class of capital letters, and `A-ZÀ-Þ` ends before Š, Ž, Ł and İ.
"""

from __future__ import annotations

__all__ = ["LOWER", "UPPER"]

_ALPHABETS = (range(0x41, 0x250), range(0x370, 0x590), range(0x10A0, 0x1100), range(0x1E00, 0x2000))
_LETTERS = [chr(number) for numbers in _ALPHABETS for number in numbers]

UPPER = "".join(letter for letter in _LETTERS if letter.isupper())
"""Capital letters, to stand inside the brackets of a pattern."""

LOWER = "".join(letter for letter in _LETTERS if letter.islower())
"""Small letters, to stand inside the brackets of a pattern."""
