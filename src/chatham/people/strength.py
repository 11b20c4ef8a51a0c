"""How much it proves that a form of a name is found."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["Strength"]


class Strength(IntEnum):
    """How much it proves when a form is found."""

    WEAK = 1
    """Also an ordinary word, a country, or two letters: only its use tells."""

    FAIR = 2
    """One word of a name that is no ordinary word."""

    STRONG = 3
    """Two words of a name or more, an address, or a long and rare one."""
