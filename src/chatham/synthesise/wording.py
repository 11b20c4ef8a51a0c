"""How a point is said: the words of its notes, in reported form where that is certain, else after a colon.

What is printed is the quantifier, a space, and the text; without a quantifier the text stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chatham.language.clauses import ORDERS, Clause
from chatham.language.clauses import clause as read_again
from chatham.synthesise.cleaning import Cleaned
from chatham.synthesise.following import (
    NO_SUBJECT,
    QUOTED_WHOLE,
    body,
    is_bare,
    is_cut,
    strung_on,
    tells,
    to_the_listener,
    without_link,
)
from chatham.synthesise.person import has_first_person, in_third_person
from chatham.synthesise.reporting import PAST, lowered, quoted
from chatham.synthesise.untied import untied

__all__ = ["ONE", "Worded", "word"]

ONE = "One participant"
"""The quantifier of a single voice."""

_PLURAL_SUBJECT = re.compile(
    r"^(?:Participants|Two participants|Three participants|Four participants|Several participants|Some participants"
    r"|Many participants|Most participants|All participants|Joint (?:statement|text|proposal)|Two participating"
    r"|(?:Several|Some|Two|Three|Many|Other|A few) (?:voices|speakers|delegates|delegations|colleagues)"
    r"|Several participating|The (?:meeting|group|working group) (?:agreed|noted|felt|considered|recalled|recommended"
    r"|concluded|decided))\b"
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
_VERB = (
    r"(?P<verb>noted|said|stated|stressed|observed|reported|emphasi[sz]ed|underlined|recalled|recommended|proposed"
    r"|suggested|mentioned|argued|acknowledged|added|explained|considered|pointed out|indicated|warned|asked)"
)
# `It was noted that ...` has no speaker of its own: the count before it is for these words.
_SAID_BY_NOBODY = re.compile(
    rf"^It was (?:\w+ly |also |then )?{_VERB}(?: by an? (?:participant|speaker))?(?:, [^,]{{3,30}},)?"
    r"(?P<whereof> of [^,;:.]{3,60}?)?"
    r"(?P<how> with (?:\w+ )?(?:satisfaction|regret|concern|interest|appreciation|approval|surprise|pride))? that "
)
# `With respect to Angola, one participant described ...`
_IN_PLACE = re.compile(
    r"^(?P<where>(?:With|For|In|On|As|At|From|Regarding|Concerning)\b[^,;:.]{2,70}), "
    rf"(?:it was (?:\w+ly )?|(?:an?|one|the) (?:participant|speaker) )"
    rf"{_VERB.replace('|asked', '|asked|described|presented')}"
    r" (?P<that>that )?"
)
# `The list was mentioned as a tool` tells what somebody in the room did, and nothing else was done.
_MENTIONED = re.compile(
    r"^(?!(?:In|On|At|For|With|When|Since|After|Before|As|By|Under|There|It|This|That|He|She|They|What|Who|If|No"
    r"|Not)\b)"
    r"(?P<what>[^;:.]{3,160}?),? (?:was|were) (?P<verb>mentioned|praised|commended)\b(?! by\b)"
)
_IRREGULAR = frozenset(
    """
    said told spoke saw gave brought put made took came went had was were is has felt thought held found sent left rang
    wrote read drew set led met will would could can should may must did does began saw knew heard kept
    """.split()
)
_KNOWN = "|".join(sorted({*PAST, *_IRREGULAR}, key=len, reverse=True)) + "|[a-z]+ed"
_FRAME = re.compile(
    r"^(?:An?|One|The|Another) (?:participant|speaker|colleague|representative)"
    rf"(?P<whom> (?:from|of|for|representing) (?:an?|the|another)? ?[A-Za-z][A-Za-z \-]{{2,60}}?(?= (?:{_KNOWN})\b))?"
    rf" (?P<adverb>(?:also|then|further|later|again|strongly|briefly) )?(?P<verb>{_KNOWN})(?P<rest>\b.*)$",
    re.S,
)
# `Concern was expressed that ...` of one speaker: `expressed concern that ...`.
_ACTIVELY = {
    "concern was expressed": "expressed concern", "mention was made of": "mentioned",
    "reference was made to": "referred to", "attention was drawn to": "drew attention to",
    "attention was called to": "called attention to", "the view was expressed that": "expressed the view that",
    "the hope was expressed that": "expressed the hope that", "the wish was expressed that": "expressed the wish that",
    "support was expressed for": "expressed support for", "regret was expressed": "expressed regret",
    "satisfaction was expressed": "expressed satisfaction", "appreciation was expressed": "expressed appreciation",
    "doubt was expressed": "expressed doubt", "a question was asked about": "asked about",
    "the question was asked whether": "asked whether", "the question was raised whether": "asked whether",
    "it was asked whether": "asked whether", "emphasis was laid on": "laid emphasis on",
    "stress was laid on": "laid stress on", "a call was made for": "called for",
}  # fmt: skip
_PASSIVELY = re.compile(rf"^(?P<what>{'|'.join(sorted(_ACTIVELY, key=len, reverse=True))})\b", re.I)
# Verbs after which a report says `that`, and words after them with which it needs none.
_WITH_THAT = frozenset("said added felt thought believed hoped argued claimed complained insisted feared".split())
_TIED = (
    r" (?:that|so|it\.|this|to|how|why|what|who|where|when|whether|if|of|on|in|about|for|with|at|by|from|as|and|but"
    r"|nothing|no\b|yes\b|again|also|later|only this|more|much|\w+ly|something|the following|the same|goodbye|hello)\b"
)
_PLEASE = re.compile(r"^Please,? (?:also )?(?=[a-z])")
_RECOMMENDATIONS = "recommendations"
_COLON = {
    "progress": ("reported", "reported"),
    "good_practices": ("shared", "shared"),
    _RECOMMENDATIONS: ("recommended", "recommended"),
}
_SAID = {"progress": "reported", "good_practices": "reported"}
# `That the funds come to us.`: what somebody wants, without the word for wanting it.
_WISHED = re.compile(r"That (?=(?:all|an?|any|every|each|no|our|my|their|the|States|governments|[a-z]+s)\b [^,;:]+\.$)")
_WISHES = {_RECOMMENDATIONS: "recommended"}
_TOPIC = frozenset({"NN", "NNS", "JJ", "VBG", "IN", "CC", "NNP", "NNPS", "VBN", "POS"})
_BEGINS_TOPIC = _TOPIC - {"IN", "CC", "VBN", "POS"}
_NOUNS = frozenset({"NN", "NNS", "VBG", "NNP", "NNPS"})
_LONGEST_TOPIC = 4  # words
_NO_TOPIC = frozenset("same opposite idem question questions closing others everybody everyone".split())


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
    clauses = [untied(one) for one in clauses] if not cleaned.items else clauses
    if not cleaned.items and (joint := _JOINTLY.match(clauses[0].text)):
        what = clauses[0].text[joint.end() :]
        done = {"proposal": "proposed", "recommendation": "recommended"}.get(joint["what"], "stated")
        who = joint["who"].capitalize()
        text = f"{who} jointly {done} the following: {what[:1].lower()}{what[1:]}"
        return Worded(strung_on(text, body(clauses[1:], attributed=False)), False)
    if cleaned.exchange:
        return Worded(_unattributed_list(cleaned, clauses, review), False)
    if not cleaned.items and _PLURAL_SUBJECT.match(clauses[0].text):
        first = _NOTED.sub(lambda m: f"It was {m['verb']} that", clauses[0].text)
        return Worded(strung_on(first, body(clauses[1:], attributed=True)), False)
    if quantifier is None:
        return Worded(_alone(cleaned, clauses, review), True)
    many = quantifier != ONE
    return Worded(_after(cleaned, clauses, review, many=many), True)


def _after(cleaned: Cleaned, clauses: Sequence[Clause], review: str, *, many: bool) -> str:
    """What follows a quantifier."""
    if cleaned.items:
        return f"{_COLON.get(review, ('raised', ''))[0]} the following: {_strung(clauses)}"
    first = clauses[0]
    headed = len(clauses) > 1 and clauses[1].kind != "fragment" and not (cleaned.question or cleaned.rough)
    topic = _topic(first, review) if headed else None
    following = body(
        clauses[1:],
        attributed=True,
        many=many,
        stated_first=first.kind == "statement" or topic is not None,
        rough=cleaned.rough,
    )
    if topic:
        return strung_on(topic, following)
    if cleaned.question:
        question = quoted(cleaned.question)
        return strung_on(f"replied to the question {question} as follows: {lowered(first.text, first)}", following)
    framed = _framed(first, many=many)
    if framed:
        return strung_on(framed, following)
    return strung_on(_reported(first, review, rough=cleaned.rough), following)


def _topic(first: Clause, review: str) -> str | None:
    """A note's own heading as what was spoken of: `Counsellors. In all Edo State ...`; None for anything else."""
    words = [w for w in first.words if any(c.isalnum() for c in w.text)]
    named = any(word.tag in _NOUNS for word in words)
    if not named or words[0].tag not in _BEGINS_TOPIC or words[0].text.casefold() in ORDERS:
        return None
    if len(words) > _LONGEST_TOPIC:
        return None
    if any(word.tag not in _TOPIC or word.text.casefold() in _NO_TOPIC for word in words):
        return None
    if re.search(r"[\d“\",;:()]|\bnot?\b", first.text) or has_first_person(first.text) or not first.text.endswith("."):
        return None
    verb = "made recommendations on" if review == _RECOMMENDATIONS else "spoke of"
    return f"{verb} {lowered(first.text, first)}"


def _reported(first: Clause, review: str, *, rough: bool) -> str:
    text = first.text
    if told := _PASSIVELY.match(text):
        return f"{_ACTIVELY[told['what'].casefold()]}{text[told.end() :]}"
    if told := NO_SUBJECT.match(text):
        verb = told["verb"].casefold()
        return f"{PAST.get(verb, verb)}{text[told.end() :]}"
    if told := _SAID_BY_NOBODY.match(text):
        return f"{told['verb']}{told['whereof'] or ''}{told['how'] or ''} that {text[told.end() :]}"
    if told := _MENTIONED.match(text):
        return f"{told['verb']} {lowered(told['what'], first)}{text[told.end() :]}"
    if told := _IN_PLACE.match(text):
        return f"{told['verb']}, {lowered(told['where'], first)}, {told['that'] or ''}{text[told.end() :]}"
    said = _SAID.get(review, "said")
    if has_first_person(text) or to_the_listener(text):
        whole = first.kind == "statement" and not is_cut(first)
        third = in_third_person(text) if whole and not to_the_listener(text) else None
        third = None if third is None else without_link(third)
        if (told := _WISHED.match(text)) and first.kind == "fragment" and (wish := in_third_person(text)):
            return f"{_WISHES.get(review, 'asked')} that {lowered(wish[told.end() :], first)}"
        if third is not None and _titled(first):
            return f"said the following: {lowered(third, first)}"
        if third is None:
            verb = "asked" if first.kind == "question" and not tells(text) else "said"
            return f"{verb}: {text if QUOTED_WHOLE.fullmatch(text) else quoted(text)}"
        return f"said that {lowered(third, first)}"
    if (
        first.kind == "statement"
        and not _titled(first)
        and not (rough and is_bare(first))
        and not is_cut(first)
        and not re.match(r"(?:But|And|Yes|No),? |[\"“]", text)
    ):
        return f"{said} that {lowered(text, first)}"
    if told := _WISHED.match(text):
        return f"{_WISHES.get(review, 'asked')} that {lowered(text[told.end() :], first)}"
    lead = _COLON.get(review, ("raised", ""))[0]
    if first.kind == "question":
        return f"asked: {text if QUOTED_WHOLE.fullmatch(text) else quoted(text)}"
    if text[:1] in '"“':
        return f"said: {text}"
    return f"{lead} the following: {lowered(_PLEASE.sub('', text), first)}"


def _framed(first: Clause, *, many: bool) -> str | None:
    """The rest of `A participant said that ...`, its verb agreeing with the quantifier."""
    frame = _FRAME.match(first.text)
    if frame is None:
        return None
    said = frame["verb"]
    verb = PAST.get(said, said)
    if many and verb.endswith("s") and not verb.endswith("ss"):
        verb = {"is": "are", "was": "were", "has": "have", "does": "do"}.get(verb, "")
        if not verb:
            return None
    whom = "" if many or not frame["whom"] else frame["whom"].strip() + " "
    return f"{whom}{frame['adverb'] or ''}{verb}{_told(verb, frame['rest'], first)}"


def _told(verb: str, rest: str, first: Clause) -> str:
    """What somebody said, tied to the verb: `said that ...`, `said: “Do not ...”`, `asked if ...`."""
    if verb == "asked" and re.match(r",? (?:if|whether|why|how|who|what|when|where|which)\b", rest):
        return re.sub(r"\?+(?=$| )", ".", rest, count=1)
    if verb not in _WITH_THAT or not re.match(r" [\w“\"]", rest) or re.match(_TIED, rest, re.I):
        return rest
    said = rest.lstrip()
    start = len(first.text) - len(said)
    again = read_again(said[:1].upper() + said[1:], tuple(word for word in first.words if word.start >= start))
    if again.kind == "order":
        return f": {quoted(again.text)}"
    if again.kind == "statement" and not has_first_person(said) and not to_the_listener(said):
        return f" that {said}"
    return rest


def _alone(cleaned: Cleaned, clauses: Sequence[Clause], review: str) -> str:
    """Whole sentences, with nobody counted."""
    if cleaned.items:
        return _unattributed_list(cleaned, clauses, review)
    first = clauses[0]
    if cleaned.question:
        asked, answer = quoted(cleaned.question), lowered(first.text, first)
        answered = f"In reply to the question {asked}, the following was said: {answer}"
        return strung_on(answered, body(clauses[1:], attributed=False))
    text = first.text
    if has_first_person(text):
        return strung_on("", body(clauses, attributed=False))
    attributed = _FRAME.match(text) is not None
    if attributed and (framed := _framed(first, many=False)):
        text = f"{' '.join(text.split()[:2])} {framed}"
    if first.kind == "fragment" and review != _RECOMMENDATIONS and not attributed and text[:1] not in '"“':
        text = f"The following was {_COLON.get(review, ('', 'raised'))[1]}: {lowered(text, first)}"
    return strung_on(text, body(clauses[1:], attributed=attributed))


def _unattributed_list(cleaned: Cleaned, clauses: Sequence[Clause], review: str) -> str:
    if review == _RECOMMENDATIONS and not cleaned.exchange:
        strung = _strung(clauses)
        return strung[:1].upper() + strung[1:]
    return f"The following was {_COLON.get(review, ('', 'raised'))[1]}: {_strung(clauses, exchange=cleaned.exchange)}"


def _strung(clauses: Sequence[Clause], *, exchange: bool = False) -> str:
    items = [_item(one, exchange=exchange) for one in clauses]
    made = re.sub(r"(?<=\?); (\w)", lambda m: f" {m[1].upper()}", "; ".join(items))
    return made + ("" if items[-1][-1:] in "?!" else ".")


def _item(clause: Clause, *, exchange: bool) -> str:
    """One thing of a list; of several speakers it is not known who `we` are, so their words stand as they are."""
    text = clause.text.rstrip(".;,! ")
    if not has_first_person(text):
        return lowered(text, clause)
    third = in_third_person(text) if clause.kind == "statement" and not exchange else None
    return quoted(text) if third is None else lowered(third, clause)


def _titled(clause: Clause) -> bool:
    """Whether what stands before a colon is no sentence: `State of play: five have ratified`."""
    for at, one in enumerate(clause.words):
        if one.text == ":":
            before = clause.words[:at]
            return read_again(clause.text[: one.start], before).kind != "statement"
    return False
