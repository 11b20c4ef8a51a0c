"""A sentence without what ties it to the room, and with no bare comma between two statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chatham.language.clauses import Clause, Word
from chatham.language.clauses import clause as read_again
from chatham.synthesise.talk import told_once

__all__ = ["unspliced", "untied"]

# What a self-description leaves when it is made general says nothing any more.
_ROLE = re.compile(
    r"^(?:(?:speaking|writing|being|here) (?:as )?|as )(?:a participant|participants|a participating organi[sz]ation)"
    r"(?: here)?(?:[,:] (?:and )?| (?=I\b|we\b|the participant\b))",
    re.I,
)
_ADDING = re.compile(
    r"^(?:I|We) (?:must|should|would like to|want to|wish to|can|have to) (?:also )?"
    r"(?:add|say|stress|note|point out|mention|underline) that "
)
_FOLLOWING = re.compile(
    r"^(?:(?:Following|Building on|Further to|Adding to|Coming back to) (?:up on )?(?:what )?"
    r"(?:an?|another|the) participant(?:['’]s)?(?: \w+){0,3}, "
    r"|(?:On|To|Regarding|Coming back to) (?:the|this|that) (?:same |last )?"
    r"(?:point|issue|topic|question|subject|matter)(?:, | (?=an? participant\b)))"
)
# How a turn follows on others is told of the meeting: `By way of contrast, a participant presented ...`.
_TURN = re.compile(
    r"^(?:by way of (?:contrast|example|illustration|introduction|conclusion|reply|answer)"
    r"|in (?:the same vein|contrast|turn|reply|response|conclusion|closing|a second intervention)"
    r"|after (?:a|some) (?:short |long |brief |moment of )?(?:pause|silence|break|hesitation)"
    r"|finally|lastly|again|conversely|next|also|then|still on (?:this|that|the same) (?:point|subject|matter))"
    r"(?: to (?:an?|another|the) participant)?,? "
    r"(?=(?:an?|one|another|the) (?:participant|speaker)\b|it was (?:\w+ly )?(?:said|noted|added|reported|recalled))",
    re.I,
)
# `After the break the floor was given to a participant, who recalled ...`
_GIVEN_THE_FLOOR = re.compile(
    r"^(?:[^.;:“]{0,60}?\b(?:the )?floor (?:was|is) (?:then |next )?(?:given|passed|handed) to an? participant,? who "
    r"|(?:the )?(?:first|second|third|next|last|only one) to (?:take the floor|speak|intervene|ask for the floor)"
    r"(?: [a-z ]{2,30})? was an? participant,? who )",
    re.I,
)
_ON_THE_FLOOR = re.compile(
    r"^(?:Before|After|While|When)? ?(?:[Oo]pening|[Cc]losing|[Cc]ontinuing|[Rr]esuming|[Cc]oncluding"
    r"|[Ss]tarting|[Bb]eginning"
    r"|[Rr]eturning|[Ss]peaking (?:for|on behalf of)|[Jj]oining|[Ii]ntervening|[Tt]aking the floor|[Rr]eplying"
    r"|[Rr]esponding|[Rr]eacting|[Ff]ollowing|[Pp]icking)\b"
    r"[^.;:“]{0,80}?, (?=(?:an?|one|another|the) (?:participant|speaker|participating organi[sz]ation) [a-z]+)"
)
_ASIDE = re.compile(r"^(An?|The|One) participant, (?:(?!participant)[^,.:]){3,90}, (?=[a-z])")
_WITH_THANKS = re.compile(
    r"^((?:An?|The|One|Another) participant) (?:thanked [^,.;:]{3,60}?|expressed (?:his|her|their) (?:gratitude|thanks"
    r"|appreciation)[^,.;:]{0,40}?) and (?=[a-z]+ed\b)"
)
# `The representative of ..., a participant, said`: what somebody represents is not told.
_OF_AN_OFFICE = re.compile(
    r"^(?:The|A|An) (?:representative|delegate|head|director|member|official|chair\w*|secretary|president|coordinator"
    r"|officer|founder|speaker|colleague)\b[^,.;:]{0,90}, (?=(?P<a>an?) participant,)",
)
_INSIDE = re.compile(r"(?<=, )(?:he|she) (?=(?:said|added|noted|explained|asked|stressed)\b)")
_TO_US = re.compile(
    r"\b(informed|told|reminded|asked|showed|warned|gave|offered|taught) (?:us|(?:the )?participants|the room"
    r"|everyone)\b"
)
_INFORMED = re.compile(r"\binformed that\b")
_VERB = frozenset({"VBZ", "VBD", "VBP", "MD"})
_WITHOUT_VERB = frozenset({"IN", "WRB", "WDT", "WP", "VBG", "VBN", "TO"})
_SUBORDINATE = frozenset(
    "if when although though because since while once unless as that whether where who which".split()
)
_PRONOUNS = frozenset("it they he she".split())
_FEWEST = 2  # words and marks after the verb


def _plain(before: Sequence[Word]) -> bool:
    """Whether it begins with its subject; `crowded housing` is one, `having paid` is none."""
    if not before or before[0].tag not in _WITHOUT_VERB:
        return bool(before)
    return before[0].tag in ("VBN", "VBG") and len(before) > 1 and before[1].tag in ("NN", "NNS")


def unspliced(clause: Clause) -> Clause:
    """The sentence with a semicolon where only a comma parts two statements: `It is old, it belongs here`.

    Only where nothing in the first part depends on anything, so that the comma can have no other reason.

    Args:
        clause: One sentence.
    """
    words = clause.words
    for at, word in enumerate(words[:-2]):
        if word.text != ",":
            continue
        before = words[:at]
        spoken = any(w.tag in ("``", "''") for w in words)
        if spoken or not _plain(before) or any(w.text.casefold() in _SUBORDINATE or w.text in ",:;" for w in before):
            return clause
        if not any(w.tag in _VERB for w in before):
            return clause
        rest = words[at + 1 :]
        verb = 2 if len(rest) > 1 and rest[1].tag == "RB" else 1  # `it only got a name`
        told = len(rest) > verb + _FEWEST and rest[0].text.casefold() in _PRONOUNS and rest[verb].tag in _VERB
        if told and rest[verb + 1].text != ",":  # `, they say,` is no statement of its own, nor is `, it seems`
            return replace(clause, text=f"{clause.text[: word.start]};{clause.text[word.start + 1 :]}")
        return clause
    return clause


def untied(clause: Clause) -> Clause:
    """The sentence without what ties it to the room: whom it follows on, in what capacity, who came in late.

    Args:
        clause: One sentence of a note.
    """
    clause = unspliced(clause)
    text = clause.text
    if office := _OF_AN_OFFICE.match(text):
        text = f"{office['a'].capitalize()} participant{text[office.end() + len(office['a']) + len(' participant,') :]}"
    text = _ON_THE_FLOOR.sub("", _GIVEN_THE_FLOOR.sub("A participant ", _FOLLOWING.sub("", _TURN.sub("", text))))
    text = text[:1].upper() + text[1:]
    text = _ASIDE.sub(r"\1 participant ", _WITH_THANKS.sub(r"\1 ", text))
    text = _ADDING.sub("", _ROLE.sub("", text))
    text = _INSIDE.sub("the participant ", _INFORMED.sub("informed the group that", _TO_US.sub(r"\1 the group", text)))
    text = told_once(text)
    text = text[:1].upper() + text[1:]
    if text == clause.text:
        return clause
    if clause.text.endswith(text[1:]):  # something was taken off the front: what is left is read again
        start = len(clause.text) - len(text)
        return read_again(text, tuple(word for word in clause.words if word.start >= start))
    return Clause(text, clause.kind, clause.named and text[:1] == clause.text[:1], clause.words)
