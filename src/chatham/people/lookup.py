"""All forms of everybody and of every organisation, found in one pass over a folded text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

import ahocorasick

from chatham.people.fold import Folded

__all__ = ["Found", "Lookup"]

Form = TypeVar("Form")


class Found(NamedTuple, Generic[Form]):
    """One place where a text has one of the forms.

    Attributes:
        start: First code point in the raw text.
        end: One past the last.
        at: First position in the folded text.
        to: One past the last.
        forms: What was put in under this spelling.
    """

    start: int
    end: int
    at: int
    to: int
    forms: tuple[Form, ...]


class Lookup(Generic[Form]):
    """Finds whole folded words.

    Args:
        forms: Spelling (folded words, parted by single spaces) with what it stands for; spellings may repeat.
    """

    def __init__(self, forms: Iterable[tuple[str, Form]]):
        entries: dict[str, list[Form]] = {}
        for text, form in forms:
            if text:
                entries.setdefault(text, []).append(form)
        self.entries: dict[str, tuple[Form, ...]] = {text: tuple(forms) for text, forms in entries.items()}
        self._automaton = ahocorasick.Automaton()
        for text in self.entries:
            self._automaton.add_word(f" {text} ", text)
        if self.entries:
            self._automaton.make_automaton()

    def find(self, folded: Folded) -> Iterator[Found[Form]]:
        """Every place, overlapping ones too, in the order of their ends.

        Args:
            folded: The text.
        """
        if not self.entries:
            return
        for last, text in self._automaton.iter(folded.text):
            at = last - len(text)
            start, end = folded.span(at, last)
            yield Found(start, end, at, last, self.entries[text])
