"""English that an edit must respect: where sentences begin, which article and verb form fit, counts in words."""

from __future__ import annotations

import re

__all__ = ["agree", "article", "capitalise", "count", "possessive", "starts_sentence"]

_COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split()

# A full stop after one of these, or after a single letter, does not end a sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|sr|st|hon|rev|fr|gen|col|capt|atty|e\.g|i\.e|cf|vs|etc|no|art|para|approx|facil|incl|esp"
    r"|resp|dept|govt|intl|natl|org|sec|vol|pp|ed)|(?<![^\W_])[^\W\d_])\.$",
    re.IGNORECASE,
)
_OPENING = " \t\u00a0\"'“‘«([{*_>"
_LINE_LABEL = re.compile(
    r"(?:[-–—•*·▪◦+>]+|\(?\d{1,3}[.)]|\(?[a-z][.)]|\[?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]m)?\]?)\s*$", re.I
)

_IRREGULAR = {
    "have": "has",
    "haven't": "hasn't",
    "haven’t": "hasn’t",
    "are": "is",
    "aren't": "isn't",
    "aren’t": "isn’t",
    "were": "was",
    "weren't": "wasn't",
    "weren’t": "wasn’t",
    "do": "does",
    "don't": "doesn't",
    "don’t": "doesn’t",
    "go": "goes",
}
# Verbs of which organisations are the subject; each is a plural form that is hardly ever a noun after a name.
_REGULAR = frozenset(
    """
    want ask say run offer call propose suggest believe think know note see find keep take give make get help provide
    support work train teach host lead serve visit publish collect monitor operate organise organize recommend request
    welcome stress insist warn agree disagree demand hope fear feel need expect remain lack urge advise maintain manage
    receive send bring tell meet accompany represent argue add plan intend continue try seek oppose reject defend file
    """.split()
)


def starts_sentence(text: str, place: int) -> bool:
    """Whether what stands at `place` opens a sentence, a line, a bullet or a chat turn."""
    left = text[:place]
    line = left[max(left.rfind("\n"), left.rfind("\r"), left.rfind("\u2028")) + 1 :]
    bare = line.rstrip(_OPENING)
    if not bare or _LINE_LABEL.fullmatch(bare.strip()):
        return True
    if bare[-1] in ":," and line[-1] in '"“«':
        return True
    if len(bare) == len(line):
        return False
    if bare[-1] in "!?":
        return True
    return bare[-1] == "." and not bare.endswith("..") and not _ABBREVIATION.search(bare)


def capitalise(phrase: str) -> str:
    """The phrase with a capital first letter; the rest stays."""
    for place, char in enumerate(phrase):
        if char.isalpha():
            return phrase[:place] + char.upper() + phrase[place + 1 :]
    return phrase


def article(noun: str) -> str:
    """`a` or `an`, by the sound that the noun phrase begins with, as far as spelling tells."""
    word = noun.lstrip("\"'“‘([").split(" ")[0].casefold()
    if re.match(r"(?:uni|use|usu|eu|one\b|once|ut[ie])(?!n[^aeiou]|m|d)", word) and not word.startswith("unin"):
        return "a"
    if re.match(r"(?:hour|hono|heir|honest)", word):
        return "an"
    return "an" if word[:1] in "aeiou" else "a"


def count(number: int) -> str:
    """A count in words up to twelve, then in figures."""
    return _COUNTS[number] if 0 <= number < len(_COUNTS) else str(number)


def possessive(phrase: str, mark: str = "'") -> str:
    """The phrase with its possessive ending, written with the given apostrophe."""
    return phrase + (mark if phrase.endswith("s") else f"{mark}s")


def agree(verb: str) -> str | None:
    """The singular form of a plural verb, or None where the word needs no change (or is no verb that is known).

    >>> agree("have"), agree("ask"), agree("said")
    ('has', 'asks', None)
    """
    low = verb.casefold()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low not in _REGULAR:
        return None
    if re.search(r"(?:s|x|z|ch|sh)$", low):
        return verb + "es"
    if re.search(r"[^aeiou]y$", low):
        return verb[:-1] + "ies"
    return verb + "s"
