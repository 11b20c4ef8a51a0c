"""What the search finds."""

from __future__ import annotations

from dataclasses import dataclass

from chatham.check.passages import Passage
from chatham.check.watchlist import Needle

__all__ = ["Hit"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A spelling that counts where it stands.

    Attributes:
        passage: Where it begins.
        needle: What was found.
        found: The words themselves.
        how: How they are written, where it is not plain.
        spoken_about: A public body that is not somebody's affiliation here.
    """

    passage: Passage
    needle: Needle
    found: str
    how: str = ""
    spoken_about: bool = False
