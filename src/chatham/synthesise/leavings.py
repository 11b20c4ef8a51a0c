"""What a redaction leaves of a sentence about oneself: it names nobody any more and says nothing either.

`I speak from experience`, `in our work`, `Our organization works on this` are the general forms that stand in the place
of a self-description. In the note that a person reads they are noise, and what hangs on them is about the speaker.
"""

from __future__ import annotations

import re

__all__ = ["without_leavings"]

_WHO = r"(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|(?:[Tt]he|[Aa]|[Oo]ne|[Aa]nother) (?:participant|speaker))"
_SELF = (
    rf"(?:(?<!\w )[Ss]peaks from experience|{_WHO}(?:, as [^,]{{3,40}},)? (?:speaks?|spoke) from experience"
    r"|(?:I|[Ww]e) (?:have )?work(?:ed|s)? (?:on this(?: for years)?|with (?:them|people there)|nearby)"
    rf"|{_WHO} (?:speaks?|spoke) as a participant"
    rf"|{_WHO} works (?:on this|with (?:them|people there)|nearby)"
    r"|(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir) organi[sz]ation works on this)"
)
_TOLD = rf"(?:,? (?:{_WHO} (?:said|added|noted|explained)|(?:said|added|noted|explained) {_WHO}))?"
# Alone, after a time of day, or with a relative clause that hangs on it.
_WHEN = r"(?:[Dd]ay|[Mm]orning|[Aa]fternoon|[Ee]vening|[Ss]ession|[Rr]ound)\b(?: [a-z]+)?"
_WHOLE = re.compile(rf"^(?:{_WHEN}, )*{_SELF}{_TOLD}(?:,? (?:which|who|whoever|whatever|whose|where)\b[^;]*)?[\s.;!]*$")
_FRONT = re.compile(rf"^{_SELF}{_TOLD}(?:,? (?:and|so|but|because|therefore|thus|hence)|[,:;]|\s[-–—])\s+(?=\S)")
_HANGS = re.compile(r"(?:since|because|as|for|who|which|where) ", re.I)
_BACK = re.compile(
    rf"(?:(?:,|;)? (?:and|so|as|because|for)(?: then| here| there| so)?|;|,) {_SELF}{_TOLD}(?=[\s.;!]*$)"
)
_MIDDLE = re.compile(rf"(?:, | [-–—] ){_SELF}{_TOLD}(?=,)|,? and {_SELF}{_TOLD}(?=,? and\b)")
_OPENING = re.compile(
    r"^(?:(?:[Ii]n|[Ff]rom) (?:my|our|his|her|their)(?: own)? (?:experience|work)(?: as [^,]{3,40})?"
    r"(?:,\s+(?=\S)|\s+(?=(?:I|we|he|she|they)\b))|[Ff]rom experience,\s+(?=\S))"
)
_SIGNED = re.compile(
    r"(?:\s*(?:[-–—]+|\.\.+|\(|,)\s*|(?<=[.!?])\s+)(?:an?|the|another) (?:participant|participating organi[sz]ation)"
    r"(?: (?:of|from|at|D|d) an? participating organi[sz]ation)?[\s.)]*$"
)
_MAY_BE_LEFT = re.compile(r"[(\[]|\b(?:particip|experience\b|work|organi[sz]ation\b|colleague)")
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[(?!contact details|file|name)[^\[\]]*\])")
_OF_THE_ROOM = re.compile(
    r"\b(?:participants?|speakers?|rapporteur|facilitator|chair|note-?taker|interpreter|voices?|the room|label|badge"
    r"|laugh\w*|laughter|applause|applaud\w*|claps?|clapping|nods?|nodding|waves?|silence|smil\w+|inaudible|sic"
    r"|mic(?:rophone)?|muted?|from the (?:back|floor|other group))\b|^\W*(?:note|n\.?b\.?)\b:?"
    r"|^\W*an? (?:person|man|woman)(?:, \d+)?\W*$",
    re.I,
)
_MARKED = re.compile(
    r"\b(?:participants?|participating organi[sz]ations?|(?:[Mm]y|[Oo]ur) organi[sz]ation|colleagues?)\b"
    r"|\[contact details\]"
)
_DISSENTS = re.compile(r"\b(?:disagree|object|oppos|reject|abstain|against|differ|dissent)\w*", re.I)
_NOTHING = frozenset(
    """
    a an the another other one two three four more from me us my our his her their of at in on for by with to and or
    is was are were as same this that it i we he she they also here there again too participant participants
    participating organization organizations organisation organisations colleague colleagues contact details video
    nice great good right true exactly bravo represents represented spoke speaks idem late arrival newcomer walk-in
    person
    link photo photos slides slide more d speaker position point words statement by said
    """.split()
)


def without_leavings(sentence: str) -> str:
    """The sentence without what a redaction left; empty if it is nothing else.

    Args:
        sentence: One sentence.
    """
    if not _MAY_BE_LEFT.search(sentence):
        return sentence
    text = _ASIDE.sub(lambda m: "" if _OF_THE_ROOM.search(m[0].strip(" ()[]")) else m[0], sentence)
    text = _SIGNED.sub("", text)
    text = _BACK.sub("", text)
    if _WHOLE.match(re.sub(r"^(?:yes,? )*(?:yes,? )?", "", text.strip("“”\" .'"))):
        return ""
    for pattern in (_FRONT, _MIDDLE, _OPENING):
        before, text = text, pattern.sub("", text)
        if pattern is _FRONT and text != before and _HANGS.match(text):
            return ""
    if _MARKED.search(sentence) and not _DISSENTS.search(text):
        words = re.findall(r"[^\W\d_][\w'’-]*", _MARKED.sub(" ", text))
        if all(word.casefold() in _NOTHING for word in words) and not re.search(r"\d", text):
            return ""
    if text == sentence:
        return sentence
    text = text.strip()
    return text[:1].upper() + text[1:] if sentence[:1].isupper() else text
