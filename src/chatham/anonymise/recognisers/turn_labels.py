"""The heads of lines that say who speaks: `Priya:`, `11:29 From Priya to Everyone:`, `- Priya (hub) —`."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Label", "labels_of"]

_LABEL = re.compile(
    r"""
    ^[ \t]*
    (?:(?:[-*•·–>●▪◦]|\d{1,2}[.)])[ \t]+)?                         # a bullet
    [*_]{0,3}                                                      # Markdown's emphasis
    (?:[\[(]?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:[ ]?[AaPp]\.?[Mm]\.?)?[\])]?[ \t]*(?:[-–—:][ \t]+)?)?  # a time
    (?:\(?(?:from|von|de)[ \t]+(?=\S))?                            # a chat's From
    (?P<core>[#@\[{]?[^\s:.!?;"“”*][^:\n!?;"“”]{0,78}?)
    (?P<mark>[*_]{0,3}[ \t]*:[*_]{0,3}(?=\s|$)|[ \t]+[-–—][ \t]+|[ \t]*—[ \t]*|\t+|[\]}](?=[ \t]|$)
        |[ \t]{1,3}\(?\d{1,2}:\d\d(?::\d\d)?\)?[ \t]*$         # a transcript's time behind the name
        |[ \t]*//(?=\s))
    """,
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)
_INLINE_LABEL = re.compile(
    r"(?:(?<=[.?!:])|(?<=[.?!]['\"”’]))[ \t]+(?P<core>[^\W\d_][^:\n.!?;\"“”]{0,60})(?P<mark>:)(?=\s)"
)


@dataclass(frozen=True, slots=True)
class Label:
    """The head of a line that says who speaks.

    Attributes:
        start: First code point of what stands before the mark, without bullet and time.
        end: One past the last.
        strong: A time, a `From` or a handle's sign stands before it: nothing but a speaker is labelled so.
    """

    start: int
    end: int
    strong: bool


def labels_of(text: str) -> tuple[Label, ...]:
    """Heads of lines that may say who speaks, in order.

    Args:
        text: Of a note, as it was typed.
    """
    found: list[Label] = []
    for pattern in (_LABEL, _INLINE_LABEL):
        for match in pattern.finditer(text):
            core = match.group("core")
            words = core.split()
            if not 0 < len(words) <= (9 if match.group("mark").strip(" \t*_") == ":" else 6):
                continue
            head = match.group()[: match.start("core") - match.start()].lower()
            timed = re.search(r"\d[:.h]\d\d", head) or re.search(r"\d:\d\d", match.group("mark"))
            strong = "from" in head or bool(timed) or core[0] in "#@[{"
            start = match.start("core") + (core[0] in "#@[{")
            found.append(Label(start, match.start("core") + len(core.rstrip()), strong))
    return tuple(sorted(found, key=lambda label: label.start))
