"""Capital letters at the beginning of a text."""

from __future__ import annotations

__all__ = ["upper_first"]


def upper_first(text: str) -> str:
    """The text with a capital for its first letter, and all others as they are."""
    return text[:1].upper() + text[1:]
