"""What people are called at home: `Paco`, `Peggy`, `Sasha`, which share few letters with the name on the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from chatham.people.fold import fold_text
from chatham.people.lists import entries
from chatham.people.name_words import is_telling
from chatham.people.words import is_common, is_country

__all__ = ["blends", "homely_forms"]


def homely_forms(word: str) -> tuple[str, ...]:
    """Short and fond forms of a given name, folded, in the order of the list.

    Args:
        word: A folded word of a name.
    """
    return _forms().get(word, ())


def blends(words: Sequence[str]) -> Iterator[str]:
    """Fond forms made of the beginnings of two given names: `Marijo` and `Majo` of Maria Jose, `Mafer`, `Luisfer`.

    Args:
        words: Of a name, folded.
    """
    names = [w for w in words[:-1] if is_telling(w) and len(w) > 2]
    for first, second in pairwise(names[:3]):
        for begins in dict.fromkeys(first[:size] for size in range(2, 6)):
            for ends in dict.fromkeys(second[:size] for size in range(2, 4)):
                blend = begins + ends
                if len(blend) > 3 and not (is_common(blend) or is_country(blend)):
                    yield blend


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    forms: dict[str, list[str]] = {}
    for line in entries("homely_names.txt"):
        name, *short = line.split()
        forms.setdefault(fold_text(name), []).extend(short)
    return {name: tuple(dict.fromkeys(short)) for name, short in forms.items()}
