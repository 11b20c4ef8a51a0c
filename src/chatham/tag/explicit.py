"""Tags that somebody wrote: read from a text, and held against the codebook and the group's mandate."""

from __future__ import annotations

from chatham.exchange.mandates import outside_mandate
from chatham.language.marks import Marks, bracket_marks, heading_marks, lead_marks
from chatham.model.framework import Framework

__all__ = ["Marks", "outside_mandate", "tags_in"]


def tags_in(text: str, framework: Framework, *, heading: bool = False) -> Marks:
    """The tags written into a note or a heading.

    Args:
        text: A note (`[GCM 8][challenges] ...`, `Objective 9: ...`) or a heading (`7. Strengthen certainty ...`).
        framework: The codebook.
        heading: Take the whole text as a heading, in which titles and single words count too.

    Returns:
        What they say; a code that the codebook lacks stands in `unknown`, and a number before the title of another
        objective in `mistaken`, where the title counts.
    """
    if heading:
        return heading_marks(text, framework, whole=False)
    marks, rest, _ = bracket_marks(text, framework)
    return marks | lead_marks(rest, framework)
