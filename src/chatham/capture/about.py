"""Lines about the document and the meeting, not of what was said: who wrote them down, when, where, who was there."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = [
    "GROUP_FIELDS",
    "is_about",
    "is_blank_field",
    "is_head",
    "is_signed",
    "may_be_title",
    "present",
    "rapporteur",
]

_RAPPORTEUR = re.compile(
    r"^\s*(?:name\s*(?:\(s\))?\s+of\s+)?(?:the\s+)?(?:(?:co-?)?rapporteurs?(?:'s|’s)?(?:\s*\(s\))?(?:\s+name)?"
    r"(?:\s*(?:/|,|and|or)\s*note[\s-]?takers?)?|note[\s-]?takers?|recorder|"
    r"(?:notes?\s+)?(?:taken|written|prepared|reported|recorded|submitted|compiled|drafted)\s+by|notes?\s+by)"
    r"\s*[:–—-]\s*(?P<who>\S.{0,80})$",
    re.IGNORECASE,
)
# Fields that stand at the head of a form or a report, before anything that was said.
_ABOUT = re.compile(
    r"^\s*(?:(?:(?:co-?)?facilitators?|moderators?|chairs?|chairpersons?|co-?chairs?|interpreters?|organi[sz]ers?|hosts?)"
    r"(?:\s*\(s\))?(?:\s+names?)?|(?:name|title|date|time|place|theme|topic|number|no\.?)s?\s+of\s+[^:]{1,50}|"
    r"(?:working\s+|break-?out\s+)?group\s+(?:name|title|theme|topic)|dates?(?:\s*(?:and|&|/)\s*times?)?|times?|duration|"
    r"start(?:\s+time)?|end(?:\s+time)?|(?:start|end)ed(?:\s+at)?|venue|place|location|platform|mode|format|languages?|"
    r"(?:regional\s+|stakeholder\s+|online\s+|virtual\s+)*(?:consultations?|meetings?|events?|workshops?|webinars?)"
    r"(?:\s+(?:title|name))?|title|subject|theme|topic|document|version|status|submitted|received|ref(?:erence)?(?:\s+no)?\.?|"
    r"e-?mail|contact|telephone|phone|organi[sz]ation|affiliation|attendance|"
    r"(?:number\s+of\s+)?(?:participants|attendees)(?:\s+present)?)"
    r"\s*:\s*(?P<value>.{0,120})$",
    re.IGNORECASE,
)
# What is sure to be such a field after the notes have begun too: `Date: 10 November`, where a report is signed.
_SIGNED = re.compile(r"^\s*(?:Consultation|Venue|Dates?(?:\s*(?:and|&|/)\s*[Tt]imes?)?)\s*:\s*[\dA-Z][^.!?;]{0,80}$")
_LONGEST_TITLE = 12
_TITLE = re.compile(r"^[^\W_a-z][^.!?:;]{2,100}$")
_PRESENT = re.compile(
    r"^\s*(?:list\s+of\s+)?(?:attendees|participants|present|attendance|in\s+attendance)\s*:\s*(\S.*)$", re.I | re.S
)
GROUP_FIELDS = ("working group", "group", "wg", "round", "working group no", "working group number")
"""What forms call the fields that set the group and the round, in lower case."""


def rapporteur(text: str) -> str | None:
    """Who wrote the notes down, where a line says so: `Rapporteur: ...`, `Notes taken by: ...`.

    Args:
        text: The line.
    """
    who = _RAPPORTEUR.match(_unmarked(text))
    return who["who"].strip() if who else None


def present(text: str) -> frozenset[str] | None:
    """The initials of those whom a list of people names, or None where a line is no such list.

    Args:
        text: The line.
    """
    listed = _PRESENT.match(text)
    return frozenset(_initials(listed[1])) if listed and _is_list(listed[1]) else None


def is_about(text: str) -> bool:
    """Whether a line at the head of a document is a field about it: `Date: 10 November`, `Venue:`.

    Args:
        text: The line.
    """
    about = _ABOUT.match(_unmarked(text))
    return bool(about and (not about["value"] or not re.search(r"[.!?;…]$", text)))


def is_signed(text: str) -> bool:
    """Whether a line is sure to be such a field wherever it stands.

    Args:
        text: The line.
    """
    return bool(_SIGNED.match(text))


def is_head(text: str) -> bool:
    """Whether a line begins as a field about the document does, whatever follows.

    Args:
        text: The line.
    """
    return bool(_RAPPORTEUR.match(text) or _ABOUT.match(text))


def is_blank_field(key: str) -> bool:
    """Whether `key` is a field about the document that a form left empty."""
    return bool(_RAPPORTEUR.match(f"{key}: -") or _ABOUT.match(f"{key}:"))


def may_be_title(text: str) -> bool:
    """Whether a line is short and no sentence, as the title of a document is.

    Args:
        text: The line.
    """
    return bool(_TITLE.match(text.strip())) and len(text.split()) <= _LONGEST_TITLE


def _unmarked(text: str) -> str:
    return re.sub(r"\*\*|__", "", text)


def _is_list(text: str) -> bool:
    parts = [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
    return all(len(part.split()) <= 9 for part in parts) and not re.search(r"[.!?]\s*$", text.strip())


def _initials(text: str) -> Iterator[str]:
    for part in re.split(r"[,;\n]", text):
        yield from re.findall(r"\b[A-Z]{2,4}\b", part)
        name = re.sub(r"\(.*?\)", "", part)
        letters = "".join(word[0] for word in name.split() if word[:1].isupper() and len(word) > 1)
        if 2 <= len(letters) <= 4:
            yield letters
