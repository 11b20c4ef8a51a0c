"""How a point is said: the words of its notes, in reported form where that is certain, else after a colon.

What is printed is the quantifier, a space, and the text; without a quantifier the text stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chatham.language.clauses import Clause
from chatham.language.clauses import clause as read_again
from chatham.synthesise.cleaning import Cleaned
from chatham.synthesise.person import has_first_person, in_third_person

__all__ = ["ONE", "Worded", "body", "word"]

ONE = "One participant"
"""The quantifier of a single voice."""

_FRAME = re.compile(
    r"^(?:An?|One|The|Another) (?:participant|speaker|colleague|representative)"
    r"(?P<whom> (?:from|of|for|representing) (?:an?|the|another)? ?[a-z][a-z \-]{2,60}?)?"
    r" (?P<adverb>(?:also|then|further|later|again|strongly|briefly) )?(?P<verb>[a-z]+)(?P<rest>\b.*)$",
    re.S,
)
_PLURAL_SUBJECT = re.compile(
    r"^(?:Participants|Two participants|Three participants|Four participants|Several participants|Some participants"
    r"|Many participants|Most participants|All participants|Joint (?:statement|text|proposal)|Two participating"
    r"|Several participating)\b"
)
_JOINTLY = re.compile(
    r"^Joint (?P<what>statement|proposal|recommendation|input|contribution|text)s? (?:of|from|by)"
    r" (?P<who>(?:two|three|four|five|six|several|some) (?:participants|participating organi[sz]ations)): ",
    re.I,
)
_NOTED = re.compile(
    r"^Participants (?P<verb>noted|said|stated|stressed|agreed|felt|observed|reported|emphasi[sz]ed|underlined"
    r"|recalled"
    r"|recommended|proposed|suggested|mentioned|regretted|argued|acknowledged|highlighted|recogni[sz]ed) that\b"
)
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
    r"(?:point|issue|topic|question|subject|matter), )"
)
_ASIDE = re.compile(r"^(An?|The|One) participant, (?:(?!participant)[^,.:]){3,90}, (?=[a-z])")
_INSIDE = re.compile(r"(?<=, )(?:he|she) (?=(?:said|added|noted|explained|asked|stressed)\b)")
_TO_US = re.compile(r"\b(informed|told|reminded|asked|showed|warned) (?:us|(?:the )?participants|the room|everyone)\b")
_PRONOUN = re.compile(
    r"^(?:He|She) (?=(?:also |then |further )?(?:said|asked|added|noted|stressed|wanted|hoped|proposed|called|warned"
    r"|argued|named|recalled|recommended|suggested|explained|reported|mentioned|cited|thanked|urged|wants|asks"
    r"|adds|proposes"
    r"|hopes|believes|would like|wished|felt|regretted|described|pointed|raised|referred|offered|concluded)\b)"
)
_PAST = {
    "says": "said", "asks": "asked", "wants": "wanted", "believes": "believed", "thinks": "thought", "feels": "felt",
    "proposes": "proposed", "suggests": "suggested", "recommends": "recommended", "notes": "noted", "adds": "added",
    "stresses": "stressed", "argues": "argued", "calls": "called", "reports": "reported", "hopes": "hoped",
    "points": "pointed", "explains": "explained", "describes": "described", "mentions": "mentioned", "warns": "warned",
    "raises": "raised", "repeats": "repeated", "agrees": "agreed", "disagrees": "disagreed", "urges": "urged",
    "insists": "insisted", "states": "stated", "shares": "shared", "observes": "observed", "regrets": "regretted",
    "recalls": "recalled", "emphasizes": "emphasized", "requests": "requested", "demands": "demanded",
    "thanks": "thanked", "welcomes": "welcomed", "supports": "supported", "considers": "considered",
}  # fmt: skip
_IRREGULAR = frozenset(
    """
    said told spoke saw gave brought put made took came went had was were is has felt thought held found sent left rang
    wrote read drew set led met will would could can should may must did does began saw knew heard kept
    """.split()
)
_KEEPS_CAPITAL = frozenset("State States Parliament Parties Government Internet".split())
# `Law No. 18 of 2017` is a title, and so is what two words with capitals begin.
_NUMBERED = re.compile(
    r"[A-Z]\w+ (?:No|Nos)\.? ?\d|(?:Law|Act|Decree|Regulation|Convention|Resolution|Directive|Protocol|Order|Bill)"
    r" (?:\d|of \d)|Cyclone [A-Z]|Objective \d"
)
_QUOTED_WHOLE = re.compile(r"“[^”]*”|\"[^\"]*\"")
# A sentence that begins with a number in figures: the United Nations writes the number in words or begins otherwise.
_FIGURE_FIRST = re.compile(
    r"^(?!(?:19|20)\d\d\b)\d[\d,]*(?= (?!per cent|minutes|hours|days|weeks|months|years|km|USD)[a-z])"
)
_RECOMMENDATIONS = "recommendations"
_COLON = {
    "progress": ("reported", "reported"),
    "good_practices": ("shared", "shared"),
    _RECOMMENDATIONS: ("recommended", "recommended"),
}
_SAID = {"progress": "reported", "good_practices": "reported"}


@dataclass(frozen=True, slots=True)
class Worded:
    """A point's text, and whether a count of speakers may stand before it.

    Attributes:
        text: What is printed after the quantifier; whole sentences if there is none.
        quantified: False where the note itself says whose words they are, as an exchange or a joint statement does.
    """

    text: str
    quantified: bool


def word(cleaned: Cleaned, clauses: Sequence[Clause], *, quantifier: str | None, review: str) -> Worded:
    """Word one note.

    Args:
        cleaned: The note.
        clauses: Its sentences, read.
        quantifier: What will stand before the text, or None.
        review: Id of the review objective: it picks the verb.
    """
    clauses = [_tidy(one) for one in clauses] if not cleaned.items else clauses
    if not cleaned.items and (joint := _JOINTLY.match(clauses[0].text)):
        what = clauses[0].text[joint.end() :]
        done = {"proposal": "proposed", "recommendation": "recommended"}.get(joint["what"], "stated")
        who = joint["who"].capitalize()
        text = f"{who} jointly {done} the following: {what[:1].lower()}{what[1:]}"
        return Worded(_all(text, body(clauses[1:], attributed=False)), False)
    if cleaned.exchange:
        return Worded(_unattributed_list(cleaned, clauses, review), False)
    if not cleaned.items and _PLURAL_SUBJECT.match(clauses[0].text):
        first = _NOTED.sub(lambda m: f"It was {m['verb']} that", clauses[0].text)
        return Worded(_all(first, body(clauses[1:], attributed=True)), False)
    if quantifier is None:
        return Worded(_alone(cleaned, clauses, review), True)
    many = quantifier != ONE
    return Worded(_after(cleaned, clauses, review, many=many), True)


def _tidy(clause: Clause) -> Clause:
    """Without what ties a sentence to the room: whom it follows on, in what capacity, who came in late."""
    text = _FOLLOWING.sub("", clause.text)
    text = _ASIDE.sub(r"\1 participant ", text)
    text = _ADDING.sub("", _ROLE.sub("", text))
    text = _INSIDE.sub("the participant ", _TO_US.sub(r"\1 the group", text))
    text = text[:1].upper() + text[1:]
    if text == clause.text:
        return clause
    if clause.text.endswith(text[1:]):  # something was taken off the front: what is left is read again
        start = len(clause.text) - len(text)
        return read_again(text, tuple(word for word in clause.words if word.start >= start))
    return Clause(text, clause.kind, clause.named and text[:1] == clause.text[:1], clause.words)


def body(clauses: Sequence[Clause], *, attributed: bool, many: bool = False) -> list[str]:
    """Sentences that follow a point's first one.

    Args:
        clauses: The sentences.
        attributed: Whether the first one said that a participant spoke, so that `the participant` is known.
        many: Whether several did.
    """
    said: list[str] = []
    for one in clauses:
        text = _PRONOUN.sub("The participants " if many else "The participant ", one.text)
        text = _FIGURE_FIRST.sub(r"A total of \g<0>", text, count=1) if text[:1].isdigit() else text
        if not has_first_person(text):
            alone = attributed and not many and _QUOTED_WHOLE.fullmatch(text)
            said.append(f"The participant added: {text}" if alone else text)
            continue
        who = ("The participants" if many else "The participant") if attributed else "A participant"
        verb = "added" if attributed else "said"
        third = in_third_person(text) if one.kind == "statement" else None
        said.append(f"{who} {verb} that {_lowered(third, one)}" if third else f"{who} {verb}: {_quoted(text)}")
        attributed = True
    return said


def _after(cleaned: Cleaned, clauses: Sequence[Clause], review: str, *, many: bool) -> str:
    """What follows a quantifier."""
    if cleaned.items:
        return f"{_COLON.get(review, ('raised', ''))[0]} the following: {_strung(clauses)}"
    first = clauses[0]
    following = body(clauses[1:], attributed=True, many=many)
    if cleaned.question:
        question = _quoted(cleaned.question)
        return _all(f"replied to the question {question} as follows: {_lowered(first.text, first)}", following)
    framed = _framed(first.text, many=many)
    if framed:
        return _all(framed, following)
    return _all(_reported(first, review), following)


def _reported(first: Clause, review: str) -> str:
    text = first.text
    said = _SAID.get(review, "said")
    if has_first_person(text):
        third = in_third_person(text) if first.kind == "statement" else None
        if third is None:
            return f"said: {text if _QUOTED_WHOLE.fullmatch(text) else _quoted(text)}"
        return f"said that {_lowered(third, first)}"
    if first.kind == "statement" and not _titled(first) and not re.match(r"(?:But|And|Yes|No),? |[\"“]", text):
        return f"{said} that {_lowered(text, first)}"
    lead = _COLON.get(review, ("raised", ""))[0]
    if first.kind == "question":
        return f"asked: {text if _QUOTED_WHOLE.fullmatch(text) else _quoted(text)}"
    if text[:1] in '"“':
        return f"said: {text}"
    return f"{lead} the following: {_lowered(text, first)}"


def _framed(text: str, *, many: bool) -> str | None:
    """The rest of `A participant said that ...`, its verb agreeing with the quantifier."""
    frame = _FRAME.match(text)
    if frame is None:
        return None
    said = frame["verb"]
    if said not in _PAST and said not in _IRREGULAR and not said.endswith("ed"):
        return None
    verb = _PAST.get(said, said)
    if many and verb.endswith("s") and not verb.endswith("ss"):
        verb = {"is": "are", "was": "were", "has": "have", "does": "do"}.get(verb, "")
        if not verb:
            return None
    whom = "" if many or not frame["whom"] else frame["whom"].strip() + " "
    return f"{whom}{frame['adverb'] or ''}{verb}{frame['rest']}"


def _alone(cleaned: Cleaned, clauses: Sequence[Clause], review: str) -> str:
    """Whole sentences, with nobody counted."""
    if cleaned.items:
        return _unattributed_list(cleaned, clauses, review)
    first = clauses[0]
    if cleaned.question:
        asked, answer = _quoted(cleaned.question), _lowered(first.text, first)
        answered = f"In reply to the question {asked}, the following was said: {answer}"
        return _all(answered, body(clauses[1:], attributed=False))
    text = first.text
    if has_first_person(text):
        return " ".join(body(clauses, attributed=False))
    attributed = _FRAME.match(text) is not None
    if first.kind == "fragment" and review != _RECOMMENDATIONS and not attributed and text[:1] not in '"“':
        text = f"The following was {_COLON.get(review, ('', 'raised'))[1]}: {_lowered(text, first)}"
    return _all(text, body(clauses[1:], attributed=attributed))


def _unattributed_list(cleaned: Cleaned, clauses: Sequence[Clause], review: str) -> str:
    if review == _RECOMMENDATIONS and not cleaned.exchange:
        strung = _strung(clauses)
        return strung[:1].upper() + strung[1:]
    return f"The following was {_COLON.get(review, ('', 'raised'))[1]}: {_strung(clauses, exchange=cleaned.exchange)}"


def _strung(clauses: Sequence[Clause], *, exchange: bool = False) -> str:
    items = [_item(one, exchange=exchange) for one in clauses]
    return "; ".join(items).replace("?; ", "? ") + ("" if items[-1][-1:] in "?!" else ".")


def _item(clause: Clause, *, exchange: bool) -> str:
    """One thing of a list; of several speakers it is not known who `we` are, so their words stand as they are."""
    text = clause.text.rstrip(".;, ")
    if not has_first_person(text):
        return _lowered(text, clause)
    third = in_third_person(text) if clause.kind == "statement" and not exchange else None
    return _quoted(text) if third is None else _lowered(third, clause)


def _titled(clause: Clause) -> bool:
    """Whether what stands before a colon is no sentence: `State of play: five have ratified`."""
    for at, one in enumerate(clause.words):
        if one.text == ":":
            before = clause.words[:at]
            return read_again(clause.text[: one.start], before).kind != "statement"
    return False


def _all(first: str, following: Sequence[str]) -> str:
    return " ".join([first, *following])


def _lowered(text: str | None, clause: Clause) -> str:
    """The text with a small first letter, unless it begins with a name."""
    if not text:
        return ""
    if _NUMBERED.match(text):
        return text
    if (clause.named and text[:1] == clause.text[:1]) or re.split(r"\W", text)[0] in {"I", *_KEEPS_CAPITAL}:
        return text
    return text[:1].lower() + text[1:]


def _quoted(text: str) -> str:
    """In quotation marks; marks inside become single ones."""
    inside = text.replace("“", "‘").replace("”", "’")
    inside = re.sub(r'"([^"]*)"', r"‘\1’", inside)
    return f"“{inside}”"
