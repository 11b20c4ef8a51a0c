"""The opening block of files that cannot mark it: what stands before the statement or the introduction."""

from __future__ import annotations

import re

from chatham.check.passages import Passage, Setting

__all__ = ["with_opening"]

_END = re.compile(
    r"chatham house rule|^\W*(?:[ivx]+|\d+)?[.)]?\s*(?:introduction|contents|table of contents|summary)\W*$",
    re.IGNORECASE,
)
_LONGEST = 60
_FIRST = re.compile(r"^page 1$")


def with_opening(passages: list[Passage], own: str) -> list[Passage]:
    """Passages with those of the opening block marked as such.

    A Word or HTML file marks the block itself, and is left as it is. In a PDF or a text the block is what stands on the
    first page, or at the beginning, before the line that says how the meeting was held or that heads the first section;
    where no such line comes within sixty, nothing is taken for it.

    Args:
        passages: Of one file.
        own: Its name, which is the part name of a text.
    """
    if any(p.setting is Setting.OPENING for p in passages):
        return passages
    marked = list(passages)
    for flow in ("text", "as drawn"):
        places = [
            number
            for number, passage in enumerate(passages)
            if passage.flow == flow
            and passage.setting is Setting.RUNNING
            and (_FIRST.match(passage.part) or (passage.part == own and not own.casefold().endswith((".html", ".htm"))))
        ]
        end = next((n for n, place in enumerate(places[:_LONGEST]) if _END.search(passages[place].text)), None)
        for place in places[:end] if end is not None else ():
            marked[place] = passages[place]._replace(setting=Setting.OPENING)
    return marked
