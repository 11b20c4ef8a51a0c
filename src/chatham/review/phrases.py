"""What a reviewer's own redaction says if nothing better is typed: phrases of the closed vocabulary."""

from __future__ import annotations

from chatham.model.private import Kind

__all__ = ["phrase"]

_PHRASES = {
    Kind.PERSON: "a participant",
    Kind.AFFILIATION: "a participating organization",
    Kind.CONTACT: "[contact details]",
    Kind.INDIRECT: "a participant",
}
_SENTENCE_ENDS = ".!?\n\r"
_OPENERS = " \t-*•\"'“‘("


def phrase(kind: Kind, text: str, start: int) -> str:
    """The phrase for words at a place, with a capital letter where a sentence starts.

    Args:
        kind: What the words give away.
        text: The text they stand in.
        start: Their first code point.
    """
    words = _PHRASES[kind]
    before = text[:start].rstrip(_OPENERS)
    return words[0].upper() + words[1:] if not before or before[-1] in _SENTENCE_ENDS else words
