"""The general form of a self-description, fitted to the sentence in which it stands."""

from __future__ import annotations

import re
from dataclasses import replace

from chatham.anonymise.recognisers.clauses import Clauses, Found, like

__all__ = ["worded"]

_SPEAK = re.compile(r"(?P<who>I|we|he|she) speaks? from experience", re.IGNORECASE)
_WHOSE = {"i": "my", "we": "our", "he": "his", "she": "her"}
_SUBORDINATE = re.compile(r"(?:when|while|where|after|before|until|since|ever\s+since)\b", re.IGNORECASE)


def worded(c: Clauses, found: Found) -> Found:
    """The same find, with a phrase that reads well between its neighbours.

    A clause that hangs on another (`nobody came when I was sold at nine`) leaves nothing behind.

    Args:
        c: The text.
        found: With its phrase in lower case or as at the start of a sentence.
    """
    if found.phrase is None:
        return found
    speak = _SPEAK.fullmatch(found.phrase)
    start, end, phrase = found.start, found.end, found.phrase
    if speak:
        who = speak["who"] if speak["who"] == "I" else speak["who"].casefold()
        whose = _WHOSE[who.casefold()]
        hangs = _SUBORDINATE.match(c.text, start)
        inside = c.text[:start].rstrip()[-1:] if start else ""
        if hangs and inside and (inside.isalnum() or inside == ","):
            while start and c.text[start - 1] in " ,":
                start -= 1
            return replace(found, start=start, phrase="")
        if hangs and c.text[end : end + 1] == ",":
            phrase = f"in {whose} experience"
    return replace(found, start=start, end=end, phrase=like(c.text[start], phrase))
