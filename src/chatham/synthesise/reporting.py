"""What saying something in another's name needs: past tenses of verbs of saying, small letters, quotation marks."""

from __future__ import annotations

import re

from chatham.language.clauses import Clause

__all__ = ["PAST", "lowered", "quoted"]

PAST = {
    "says": "said", "asks": "asked", "wants": "wanted", "believes": "believed", "thinks": "thought", "feels": "felt",
    "proposes": "proposed", "suggests": "suggested", "recommends": "recommended", "notes": "noted", "adds": "added",
    "stresses": "stressed", "argues": "argued", "calls": "called", "reports": "reported", "hopes": "hoped",
    "points": "pointed", "explains": "explained", "describes": "described", "mentions": "mentioned", "warns": "warned",
    "raises": "raised", "repeats": "repeated", "agrees": "agreed", "disagrees": "disagreed", "urges": "urged",
    "insists": "insisted", "states": "stated", "shares": "shared", "observes": "observed", "regrets": "regretted",
    "recalls": "recalled", "emphasizes": "emphasized", "requests": "requested", "demands": "demanded",
    "thanks": "thanked", "welcomes": "welcomed", "supports": "supported", "considers": "considered",
    "cautions": "cautioned", "concludes": "concluded", "deplores": "deplored", "doubts": "doubted", "denies": "denied",
    "praises": "praised", "criticizes": "criticized", "invites": "invited", "favours": "favoured",
    "prefers": "preferred", "wonders": "wondered", "declares": "declared", "submits": "submitted",
    "remarks": "remarked", "concedes": "conceded", "admits": "admitted", "clarifies": "clarified",
    "confirms": "confirmed", "estimates": "estimated", "expects": "expected", "fears": "feared", "likes": "liked",
    "objects": "objected", "opposes": "opposed", "pleads": "pleaded", "pledges": "pledged", "promises": "promised",
    "questions": "questioned", "replies": "replied", "answers": "answered", "underlines": "underlined",
    "highlights": "highlighted", "worries": "worried", "refers": "referred", "cites": "cited", "claims": "claimed",
    "speaks": "spoke", "tells": "told", "knows": "knew", "sees": "saw", "counts": "counted",
    "judges": "judged", "informs": "informed", "laments": "lamented", "advises": "advised", "appeals": "appealed",
}  # fmt: skip
"""Verbs of saying in the present tense, as note-takers write them, to the tense of a report."""

_KEEPS_CAPITAL = frozenset("State States Parliament Parties Government Internet".split())
# `Law No. 18 of 2017` is a title, and so is what two words with capitals begin.
_NUMBERED = re.compile(
    r"[A-Z]\w+ (?:No|Nos)\.? ?\d|[A-Z]\w+ \d+/\d{4}|Title [IVXL\d]"
    r"|(?:Law|Act|Decree|Regulation|Convention|Resolution|Directive|Protocol|Order|Bill)"
    r" (?:\d|of \d)|Cyclone [A-Z]"
)


def lowered(text: str | None, clause: Clause) -> str:
    """The text with a small first letter, unless it begins with a name.

    Args:
        text: What is said.
        clause: The sentence that it comes from, read.
    """
    if not text:
        return ""
    if _NUMBERED.match(text):
        return text
    if text[:2].isupper() and text[:2].isalpha():  # an abbreviation, or a word that was shouted: never `aSK`
        return text
    if (clause.named and text[:1] == clause.text[:1]) or re.split(r"\W", text)[0] in {"I", *_KEEPS_CAPITAL}:
        return text
    return text[:1].lower() + text[1:]


def quoted(text: str) -> str:
    """In quotation marks; marks inside become single ones."""
    inside = text.replace("“", "‘").replace("”", "’")
    inside = re.sub(r'"([^"]*)"', r"‘\1’", inside)
    return f"“{inside}”"
