"""What a reviewer's own redaction says if nothing better is typed: phrases of the closed vocabulary."""

from __future__ import annotations

from chatham.language.capitals import upper_first
from chatham.model.private import Kind

__all__ = ["moved", "phrase"]

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
    return upper_first(words) if _starts(text, start) else words


def moved(words: str, text: str, start: int, to: int) -> str:
    """What stands in a redaction's place once that has moved: with another first letter where a sentence starts.

    Args:
        words: What stood at the place before.
        text: The text it stands in.
        start: Its first code point before.
        to: And now.
    """
    article = words.split(maxsplit=1)[:1]
    if not words or _starts(text, start) == _starts(text, to):
        return words
    if _starts(text, to):
        return upper_first(words)
    # Only an article is known to have its capital from the sentence alone.
    return words[0].lower() + words[1:] if article in (["A"], ["An"], ["Another"], ["The"]) else words


def _starts(text: str, start: int) -> bool:
    before = text[:start].rstrip(_OPENERS)
    return not before or before[-1] in _SENTENCE_ENDS
