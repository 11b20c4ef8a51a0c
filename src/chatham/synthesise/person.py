"""From the first person to the third: `our country` to `their country`, `I am` to `they are`."""

from __future__ import annotations

import re

__all__ = ["has_first_person", "in_third_person", "outside_quotes"]

_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|‘[^’]*’(?!\w)')
_FIRST = re.compile(r"(?<![\w.])(?:I|[Ww]e|[Mm]y|[Oo]ur|us|[Mm]e|[Mm]ine|[Oo]urs|[Mm]yself|[Oo]urselves)(?!\w|\.\w)")
_DOUBTFUL = re.compile(r"\b(?:they|them|their|theirs|themselves|you|your|yours|let us|let's|let’s)\b", re.I)
_OURSELVES = re.compile(
    r"\b[Ww]e(?: (?:are|were)|['’]re) (?:about |some |over |only |just |almost |nearly |all |both )?"
    r"(?:\d|an?\b|the\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|[a-z]+s\b(?! ))"
    r"|\b(?:[Ww]e|I) (?:shall|(?:shall |will )see|can see)\b|\b(?:all|both|some|many|most|none|half|each) of us\b"
)
_PHRASES = (
    (r"\bI am\b", "they are"),
    (r"\bam I\b", "are they"),
    (r"\bI was\b", "they were"),
    (r"\bwas I\b", "were they"),
    (r"\bI['’]d\b", "they would"),
    (r"\bwe['’]d\b", "they would"),
)
_WORDS = {
    "i": "they",
    "we": "they",
    "me": "them",
    "us": "them",
    "my": "their",
    "our": "their",
    "mine": "theirs",
    "ours": "theirs",
    "myself": "themselves",
    "ourselves": "themselves",
}


def outside_quotes(sentence: str) -> str:
    """The sentence with what stands in quotation marks blanked out, at the same places."""
    if '"' not in sentence and "“" not in sentence and "‘" not in sentence:
        return sentence
    return _QUOTED.sub(lambda m: " " * len(m[0]), sentence)


def has_first_person(sentence: str) -> bool:
    """Whether the speaker speaks of themselves outside quotation marks."""
    return _FIRST.search(outside_quotes(sentence)) is not None


def in_third_person(sentence: str) -> str | None:
    """The sentence about its speaker, or None where it would become ambiguous or ungrammatical.

    Singular `they` takes the verb forms that `I` and `we` take, but for `am` and `was`; so the change is safe unless
    somebody else is `they` in the same sentence, or somebody is addressed.
    """
    plain = outside_quotes(sentence)
    if _OURSELVES.search(plain):  # one person is not 480 agencies, and `we shall see` is nobody in particular
        return None
    if _DOUBTFUL.search(plain) or re.search(r"\b[Ww]e,|\b[Uu]s,", plain):
        return None
    pieces: list[str] = []
    end = 0
    for quoted in _QUOTED.finditer(sentence):
        pieces += [_change(sentence[end : quoted.start()]), quoted[0]]
        end = quoted.end()
    made = "".join([*pieces, _change(sentence[end:])])
    return made[:1].upper() + made[1:] if sentence[:1].isupper() else made


def _change(text: str) -> str:
    for pattern, instead in _PHRASES:
        text = re.sub(pattern, instead, text)
    return _FIRST.sub(lambda m: _WORDS[m[0].casefold()], text)
