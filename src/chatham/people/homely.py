"""What people are called at home: `Paco`, `Peggy`, `Sasha`, which share few letters with the name on the list."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from chatham.files import read_text
from chatham.people.fold import fold_text

__all__ = ["homely_forms"]

_FILE = Path(__file__).parent / "data" / "homely_names.txt"


def homely_forms(word: str) -> tuple[str, ...]:
    """Short and fond forms of a given name, folded, in the order of the list.

    Args:
        word: A folded word of a name.
    """
    return _forms().get(word, ())


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    forms: dict[str, list[str]] = {}
    for line in read_text(_FILE).split("\n"):
        if line and not line.startswith("#"):
            name, *short = line.split()
            forms.setdefault(fold_text(name), []).extend(short)
    return {name: tuple(dict.fromkeys(short)) for name, short in forms.items()}
