"""Notes that are filled-in forms: `Ask: ... Who: ... Evidence: ...`, in lines or in a row, or fields parted by `//`.

What a field is called tells nothing when the point stands under that heading; who filled it in goes; any other field
keeps its name, in small letters, after a semicolon.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["unfiled", "unheaded"]

_HEADING = (
    r"(?:ask|asks|recommendations?|recs?|proposals?|challenges?|issues?|problems?|points?|practices?|good practices?"
    r"|needs?|resources?|progress|what|message|input|suggestions?|lessons?|topic|theme|finding|obstacle|gap|details?"
    r"|request|demand|concern|idea|measure|action|explanation|background|what was said"
    r"|point made|statement)"
)
_OTHER = (
    r"(?:timeline|deadline|by when|when|where|why|how|objections?|evidence|example|examples|cost|costs|budget"
    r"|current budget|donor|note|condition|conditions|comparison|results?|effect|impact|status|next steps?|scale|reach"
    r"|partners?|place|location|date|target group|baseline|risks?|references?|ref|question|answer|lessons? noted"
    r"|lessons? learnt|lessons? learned)"
)
_WHO = re.compile(
    r"(?:who|(?:\w+ )?by|from|speaker|name|proposed by|raised by|presented by|offered by|organi[sz]ation|contact|source"
    r"|sources|rapporteur|own (?:words|experience)|about the speaker|language|mood|tone|atmosphere|absent but named"
    r"|objectives?|who raised|follow[ -]?up|to)$",
    re.I,
)
_WHO_ELSE = (
    r"(?:who|by|from|speaker|said by|proposed by|raised by|presented by|offered by|organi[sz]ation|contact|sources?"
    r"|rapporteur|own words|own experience|objectives?|who raised|follow[ -]?up|to)"
)
# The head of a field: a word that forms have, or words in capitals; an objective may stand after it in brackets.
_HEAD = re.compile(
    r"(?:^[^\S\n]*(?:[-*•–] )?|(?<=[.;?!)“”\"]) +)"
    rf"(?P<name>(?i:{_HEADING}|{_OTHER}|{_WHO_ELSE})|[A-Z]{{3,}}(?: [A-Za-z]+){{0,3}}(?<=[A-Z]))"
    r"(?P<asker> (?:from|of|by|noted by|for) (?i:the |an? )[^:.\n]{3,40})?(?: ?\([^():]{1,40}\))?"
    r"[^\S\n]*:(?!\d\d\b)[^\S\n]*(?=\S)",
    re.M,
)
_SAME_AS_SECTION = re.compile(rf"{_HEADING}$", re.I)
_HEADED = re.compile(
    rf"^(?:{_HEADING})(?: ?\([^():]{{1,40}}\)| ?(?:n[or]\.? ?|#)?\d{{1,2}}(?:\.\d{{1,2}})?)?(?: noted by [^:]{{3,40}})?"
    r" ?: (?=\S)",
    re.I,
)
_NUMBERED = re.compile(rf"^\W*(?:{_HEADING}\.?\s*)?(?:n[or]\.?\s*)?#?(?:\d{{1,2}}(?:\.\d{{1,2}})?)?\W*$", re.I)
_SIGNED = re.compile(r"^(?:signed|supported|seconded|endorsed|backed)(?: also)?(?: by)?\b[:,]?\s*", re.I)
_NOTHING = re.compile(
    r"^\W*(?:see )?(?:attach\w*|annex\w*|above|below|n/?a|none(?: noted| mentioned| given| raised)?"
    r"|nothing(?: noted| mentioned)?"
    r"|not (?:noted|known|given|mentioned|recorded|asked)|unknown|tbc|tbd|-+)?\W*(?:\[\w+\])?\W*$",
    re.I,
)
_FEWEST = 2
_ENDS = re.compile(r"[.!?…][\"'”’)]*$")


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    value: str


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
    fields = _fields(text)
    return text if fields is None else _told(fields, is_label)


def unheaded(sentence: str) -> str:
    """The sentence without a heading that only says what kind of point it makes: `Ask: ...`, `Need (objective 5): ...`.

    Args:
        sentence: One sentence or line.
    """
    made = _HEADED.sub("", sentence, count=1)
    return made[:1].upper() + made[1:] if made != sentence and sentence[:1].isupper() else made


def _fields(text: str) -> list[_Field] | None:
    """The fields of a form, or None: a form begins with one, and has several or nothing but one."""
    heads = list(_HEAD.finditer(text))
    if len(heads) < _FEWEST or text[: heads[0].start()].strip():
        return None
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [
        _Field(head["name"].strip(), " ".join(text[head.end() : end].split()))
        for head, end in zip(heads, ends, strict=True)
    ]


def _told(fields: list[_Field], is_label: Callable[[str], bool]) -> str:
    said: list[str] = []
    for at, field in enumerate(fields):
        value = field.value
        if _WHO.match(field.name):
            value = _after_who(value)  # in a row, what follows the name's full stop is the point
        first, stop, rest = value.partition(". ")
        if stop and _NOTHING.match(first):
            said.append(_capital(rest))
            continue
        if _NOTHING.match(value) or is_label(value.strip(" .,;")):
            continue
        low = field.name.casefold()
        if low == "question" and at + 1 < len(fields) and fields[at + 1].name.casefold() == "answer":
            said.append(f"To the question “{_capital(value)}” the reply was: “{_capital(fields[at + 1].value)}”")
        elif low == "answer" and at and fields[at - 1].name.casefold() == "question":
            continue
        elif not said or _SAME_AS_SECTION.match(field.name) or _WHO.match(field.name):
            said.append(value if _ENDS.search(value) else f"{value.rstrip(' ;,')}.")
        else:
            said[-1] = f"{said[-1].rstrip('. ;')}; {low}: {value.rstrip(' .;')}."
    return " ".join(_capital(sentence) for sentence in said)


def _after_who(value: str) -> str:
    name, stop, rest = value.partition(". ")
    return rest if stop and len(name.split()) < _LONG_NAME else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_LONG_NAME = 12
