"""What the risk audit advises a note to say: for the reviewer to take, change or leave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from chatham.review.decide import Reviewed, digest

__all__ = ["Advised", "advised_text"]


class Advised(NamedTuple):
    """The text that is advised, and the digest of the text that was audited."""

    digest: str
    text: str


def advised_text(note: Reviewed, advice: Mapping[str, Advised]) -> str | None:
    """The advised text, while the note still says what was audited; None where there is none."""
    found = advice.get(note.id)
    return found.text if found is not None and found.digest == digest(note.text) else None
