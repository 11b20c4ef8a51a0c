"""Notes that are filled-in forms: lines of `Ask: ... Who: ... Evidence: ...`, or fields parted by `//`.

What a field is called tells nothing when the point stands under that heading, who filled it in goes, and the rest is
kept with its names in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable

__all__ = ["unfiled"]

_FIELD = re.compile(r"^\s*(?P<name>[A-Z][A-Za-z]*(?: [a-z]+){0,2})\s*:\s*(?P<value>\S.*)$")
_HEADING = (
    r"(?:ask|asks|recommendations?|recs?|proposals?|challenges?|issues?|problems?|points?|practices?|good practices?"
    r"|needs?|resources?|progress|what|message|input|suggestions?|lessons?|topic|theme|finding|obstacle|gap)"
)
_SAME_AS_SECTION = re.compile(rf"{_HEADING}$", re.I)
_NUMBERED = re.compile(rf"^\W*(?:{_HEADING}\.?\s*)?(?:n[or]\.?\s*)?#?(?:\d{{1,2}}(?:\.\d{{1,2}})?)?\W*$", re.I)
_WHO = re.compile(
    r"(?:who|by|from|speaker|name|said by|proposed by|raised by|organi[sz]ation|contact|source|rapporteur)$", re.I
)
_SIGNED = re.compile(r"^(?:signed|supported|seconded|endorsed|backed)(?: also)?(?: by)?\b[:,]?\s*", re.I)
_NOTHING = re.compile(r"^\W*(?:see )?(?:attach\w*|annex\w*|n/?a|none|-+)?\W*(?:\[\w+\])?\W*$", re.I)
_FEWEST = 2


def unfiled(text: str, is_label: Callable[[str], bool]) -> str:
    """The note as sentences or bullets; a note that is no form stays.

    Args:
        text: As anonymised.
        is_label: Whether words name nothing but who spoke.
    """
    if text.count(" // ") >= _FEWEST - 1:
        kept = [
            part.strip()
            for part in re.split(r"\s+//\s+|\n", text)
            if part.strip() and not _NUMBERED.match(part) and not is_label(_SIGNED.sub("", part).strip(" .,;"))
        ]
        return kept[0] if len(kept) == 1 else "\n".join(f"- {part}" for part in kept)
    lines = [line for line in text.split("\n") if line.strip()]
    fields = [field for line in lines if (field := _FIELD.match(line))]
    if len(fields) < max(_FEWEST, len(lines)) or not any(_WHO.match(f["name"]) for f in fields):
        return text
    said: list[str] = []
    more: list[str] = []
    for field in fields:
        name, value = field["name"].strip(), field["value"].strip()
        if _WHO.match(name) or _NOTHING.match(value):
            continue
        if not said or _SAME_AS_SECTION.match(name):
            said.append(value.rstrip(" .;"))
        else:
            more.append(f"{name[:1].lower()}{name[1:]}: {value.rstrip(' .;')}")
    return "; ".join(said) + (f" ({'; '.join(more)})" if more else "")
