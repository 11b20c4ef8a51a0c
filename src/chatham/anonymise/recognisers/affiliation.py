"""Where an organisation stands for whom somebody speaks."""

from __future__ import annotations

import re

from chatham.anonymise.recognisers.base import NoteContext
from chatham.anonymise.recognisers.speech import COLLEAGUES, ROLES
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.model.private import Kind
from chatham.people.fold import fold_text
from chatham.people.words import HONORIFICS

__all__ = ["affiliation_cue"]

_PEOPLE = "|".join(sorted(COLLEAGUES, key=len, reverse=True))
_AFTER = re.compile(
    rf"\.?(?:['’]s?)?[\s\u00a0-]+(?:(?!of\b|in\b|and\b)[a-z]+[\s-]+)?(?:{_PEOPLE}|focal point|walk-in|delegation|"
    rf"desk officer)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"\b(?:{_PEOPLE}|delegation|walk-in|someone|somebody|person|staff|founder|head|chair|friends?|sister|"
    rf"brother|people|"
    r"speaking|spoke|speaks|intervened|joined|works?|working|worked|employed|volunteers?|volunteering|statement|"
    r"text|proposal|here)"
    r"(?:\s+(?:today|here|online))?[\s,(]+(?:from|of|at|with|for|by|representing|on\s+behalf\s+of|to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?:\b(?:we|us|team|colleagues?)\s+(?:at|from|in|of)\s+(?:the\s+)?|\bon\s+behalf\s+of\s+(?:the\s+)?|"
    r"\brepresent(?:s|ed|ing)\s+(?:the\s+)?|"
    r"\b(?:my|our|his|her|their)\s+(?:own\s+)?(?:organi[sz]ation|office|group|network|association|union|"
    r"employer|agency|ngo|company|"
    r"institution|centre|center|foundation|collective|team|ministry|department),?\s+(?:called\s+)?(?:the\s+)?|"
    r"\bmember\s+of\s+(?:the\s+)?|\b(?:my|our)\s+side,?\s+(?:at|of|in)\s+(?:the\s+)?|\b(?:at|for)\s+my\s+|\bself\s+as\s+a\s+member\s+of\s+(?:the\s+)?|\bsaid\s+|"
    r"\bwe,\s+(?:the\s+)?|\b(?:an?|one)\s+(?:[a-z]+\s+)?(?:one|word|point|note|question|comment|remark|line|addition)\s+from\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:['’]s)?(?:[-\s]*(?:[A-Z]\.?){0,3})?\s*(?:\([^()\n]{0,30}\)\s*)?(?:,\s*|\s+[-–—/|]\s*|/\s*|\s*[-–—]\s+|"
    r"\s*[(\[]\s*|\s*@\s*|,\s+(?:[a-z-]+,\s+){1,3}(?=from\s)|\s+(?:of|from|with|at|for|representing)\s+"
    r"|,?\s+who(?:['’](?:d|s|ve))?\s+(?:[a-z]+\s+){1,3}(?=(?:from|at|for|with)\s))"
    r"(?:(?:walk-in|he|she|they|said|from|of|the|speaking|for|is|a|member)[\s,]+){0,4}$",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:^|[\s(\"“])at\s+(?:the\s+)?$", re.IGNORECASE)
_WE = re.compile(r",?\s+(?:we|our|I)\b")
_NAME_IN_BRACKETS = re.compile(r"\s*\(\s*(?:(?:[A-Z]\w{0,5}\.?)\s+)?$")


def affiliation_cue(note: NoteContext, start: int, end: int) -> str:
    """What says that an organisation here is somebody's affiliation; empty if nothing does.

    Args:
        note: The note; people found so far count.
        start: First code point of the organisation.
        end: One past the last.
    """
    around = note.around
    text = around.text
    if _in_label(around, start, end, note):
        return "in a speaker's label"
    if _AFTER.match(text, end):
        return "before a word for a person"
    head = text[max(0, start - 90) : start]
    if _BEFORE.search(head):
        return "after a word for a person"
    if _OWN.search(head) or (_AT.search(head) and _WE.match(text, end)):
        return "as the speaker's own"
    for mention in reversed(note.found):
        if mention.kind is not Kind.PERSON:
            continue
        if mention.end <= start and start - mention.end < 60 and _LINK.fullmatch(text[mention.end : start]):
            return "right after a person"
        if end <= mention.start and mention.start - end < 14 and _NAME_IN_BRACKETS.fullmatch(text[end : mention.start]):
            return "right before a person in brackets"
        if (
            end <= mention.start
            and mention.start - end < 24
            and re.fullmatch(r"(?:['’]s)?\s+(?:[a-z]+\s+)?(?:[A-Z]\w{0,6}\.?\s+)?", text[end : mention.start])
        ):
            return "right before a person"
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")" and _person_before(note, start - 1):
        return "in brackets after a person"
    return ""


def _person_before(note: NoteContext, start: int) -> bool:
    return any(m.kind is Kind.PERSON and 0 <= start - m.end <= 2 for m in note.found)


def _in_label(around: Surroundings, start: int, end: int, note: NoteContext) -> bool:
    label = around.label(start, end)
    if label is None:
        return False
    people = [m for m in note.found if m.kind is Kind.PERSON and label.start <= m.start and m.end <= label.end]
    rest = list(around.text[label.start : label.end])
    for m in (*people,):
        rest[m.start - label.start : m.end - label.start] = " " * (m.end - m.start)
    rest[start - label.start : end - label.start] = " " * (end - start)
    others = [
        w for w in fold_text("".join(rest)).split() if w not in ROLES and w not in HONORIFICS and w not in COLLEAGUES
    ]
    return not others or (bool(people) and len(others) <= 3)
