"""How much it proves that a form of a name is found."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Protocol, TypeVar

__all__ = ["Strength", "keep_stronger", "strongest_first"]


class Strength(IntEnum):
    """How much it proves when a form is found."""

    WEAK = 1
    """Also an ordinary word, a country, or two letters: only its use tells."""

    FAIR = 2
    """One word of a name that is no ordinary word."""

    STRONG = 3
    """Two words of a name or more, an address, or a long and rare one."""


class _Form(Protocol):
    @property
    def text(self) -> str: ...

    @property
    def strength(self) -> Strength: ...

    @property
    def capitals(self) -> bool: ...


Form = TypeVar("Form", bound=_Form)


def keep_stronger(found: dict[str, Form], form: Form) -> None:
    """Put a form among those found, unless its text is there already and proves as much.

    Args:
        found: By text.
        form: Of two that prove as much, one that need not stand in capitals counts.
    """
    old = found.get(form.text)
    if old is None or (form.strength, not form.capitals) > (old.strength, not old.capitals):
        found[form.text] = form


def strongest_first(forms: Iterable[Form]) -> tuple[Form, ...]:
    """Forms by how much they prove, then by their text.

    Args:
        forms: Of one person or organisation.
    """
    return tuple(sorted(forms, key=lambda form: (-form.strength, form.text)))
