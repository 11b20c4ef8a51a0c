"""A note-taker's `he`, `she`, `her office` for the speaker: they tell who spoke, and become `the participant`, `their`.

A pronoun is the speaker's where the speaker has been mentioned and nobody else has, in this sentence or the one
before, whom it could mean: `a woman wrote to him` is about two people, `her cousin` about the speaker's. Where
somebody else may be meant it stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["of_the_participant"]

_FEMALE = (
    "woman|girl|mother|wife|widow|sister|daughter|aunt|niece"
    "|grandmother|bride|queen|lady|maid|midwife|nun|stewardess|waitress|female"
)
_MALE = (
    "man|boy|father|husband|widower|brother|son|uncle|nephew|grandfather|king"
    "|gentleman|priest|imam|monk|fisherman|waiter|male"
)
_EITHER = (
    "person|worker|nurse|patient|victim|survivor|migrant|refugee|employer|officer|official|guard|student|pupil|teacher"
    "|doctor|driver|minister|president|mayor|judge|magistrate|lawyer|prosecutor|farmer|herder|fisher|seafarer|returnee"
    "|labourer|client|detainee|prisoner|child|baby|infant|cleaner|cook|carer|caregiver|smuggler|trafficker|recruiter"
    "|agent|broker|captain|skipper|sponsor|landlord|trader|vendor|picker|passenger|researcher|journalist|interpreter"
    "|director|inspector|soldier|policeman|policewoman|commissioner|secretary|head|chief|consul|ambassador|attaché"
    "|founder|creator|author|organizer|leader|forester|clerk|registrar|physician|volunteer|candidate|resident"
    "|boss|foreman"
    "|applicant|asylum seeker|spouse|partner|parent|orphan|tenant|owner|manager|engineer|trainer|tailor|user"
    "|somebody|someone|anybody|anyone|everybody|everyone|nobody|who"
)
# `a gold washer`: whoever does something; not `a number`, `a border`.
_DOER = (
    r"an? (?:[a-z]+ )?(?!(?:number|paper|newspaper|letter|border|order|river|door|floor|corridor|sector|factor"
    r"|computer|quarter"
    r"|matter|counter|poster|register|counter|shelter|water|winter|summer|centre|offer|tower|transfer|barrier"
    r"|corner|folder"
    r"|ladder|container|motor|error|mirror|harbour|behaviour|labour|hour|honour|charter|chapter|master|former"
    r"|further|other"
    r"|another|better|poor|minor|major|prior|tractor|trailer|freezer|locker|tender|answer|power|flower|dinner|river)\b)"
    r"[a-z]{3,}(?:er|or)"
)
_WORD = re.compile(
    rf"(?P<quote>“[^”]*”|\"[^\"]*\")|\b(?:(?P<participant>participants?|speaker)\b"
    rf"|(?P<f>{_FEMALE})\b|(?P<m>{_MALE})\b|(?P<n>{_EITHER}|(?:one|each|some|any|none) of (?:the |these "
    rf"|those |our |my )?[a-z]+s|one of the \w+|{_DOER})\b"
    r"|(?:Mr|Mrs|Ms|Dr|Minister|President|Senator|Judge|Professor|Pope|Sister|Father)\.? (?P<titled>[A-Z]\w+)"
    r"|(?P<pronoun>he|she|him|her|his|hers|himself|herself)\b(?P<clitic>['’]s|['’]d|['’]ll)?)",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself)\b", re.I)
_REPORTS = re.compile(
    r"[\s”\"]*(?:also |then |further |again |himself |herself )?(?:said|asked|added|noted|stressed|wanted|hoped"
    r"|proposed|called"
    r"|warned|argued|named|recalled|recommended|suggested|explained|reported|mentioned|cited|urged|asks|adds"
    r"|wants|says"
    r"|regretted|described|pointed|raised|referred|offered|concluded|accepted|conceded|admitted|joked|praised"
    r"|criticized"
    r"|insisted|replied|answered|agreed|disagreed|objected|requested|demanded|quoted|listed|invited|promised"
    r"|preferred"
    r"|prefers|counts|counted|believes|thinks|feels|felt|wishes|wished|thanked|welcomed|repeated|closed|cautioned|finds"
    r"|judge[sd]|remarked|observed|stated|emphasi[sz]ed|underlined|considered|maintained|would not call)\b"
)
# What somebody who speaks at a consultation has: `Her organization hosted 40` tells of nobody else.
_OWN = re.compile(
    r" (?:own |whole |small |new )?(?:organization|organisation|office|unit|union|members?|cent(?:re|er)|team|district"
    r"|town|village|island|province|city|country|area|constituency|association|cooperative|network|colleagues?"
    r"|company|ministry|department|university|parish|shelter|clinic)\b"
)
# What may follow the object `her`; before anything else it is a possessive.
_AFTER_OBJECT = re.compile(
    r"\s*(?:$|[.,;:!?)”\"]|(?:\s(?:a|an|the|to|in|on|at|by|for|from|of|with|that|and|or|but|when|while|if|who"
    r"|because|as"
    r"|about|into|back|off|up|down|out|over|away|home|again|later|there|here|this|these|those|not|was|is|has|had|will"
    r"|would|could|may|must|should|what|how|why|where|after|before|until|without)\b))"
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_ALOUD = re.compile(r"\b(?:I|[Ww]e|[Yy]ou)\b")
_DROPS = re.compile(r"participants?\s*$", re.I)


def of_the_participant(sentences: Sequence[str], *, spoke: bool = False) -> list[str]:
    """Sentences in which no pronoun tells what the speaker is.

    Args:
        sentences: Of one note, in order.
        spoke: Whether a sentence that is no longer there said that a participant spoke.
    """
    if not any(_PRONOUN.search(sentence) for sentence in sentences):
        return list(sentences)
    made: list[str] = []
    first: list[str] = []  # who was mentioned in the sentence before, in order: `p` is the speaker
    spoke = spoke or (bool(sentences) and sentences[0][:1] in '“"')  # their own words first, then what is told of them
    before: set[str] = set()
    ever: set[str] = set()  # who else was mentioned so far
    alone = not any(_ALOUD.search(_QUOTED.sub("", sentence)) for sentence in sentences)  # nobody else so far
    for sentence in sentences:
        if _ALOUD.search(_QUOTED.sub("", sentence)):  # who says `I` or `you` speaks of somebody else as `he`
            made.append(sentence)
            before, first = set(), []
            continue
        others: set[str] = set()
        mentioned: list[str] = []
        pieces: list[str] = []
        end = 0
        for found in _WORD.finditer(sentence):
            if found["participant"]:
                spoke = True
                mentioned.append("p")
            elif found["titled"]:
                others.add("n")
                mentioned.append("n")
            elif found["f"] or found["m"] or found["n"]:
                mentioned.append("f" if found["f"] else "m" if found["m"] else "n")
                others.add(mentioned[-1])
            elif pronoun := found["pronoun"]:
                gender = "f" if pronoun.casefold() in ("she", "her", "hers", "herself") else "m"
                reports = (
                    pronoun.casefold() in ("he", "she")
                    and _REPORTS.match(sentence, found.end())
                    and (not sentence[: found.start()] or not others)
                )
                opens = pronoun[:1].isupper() and not sentence[: found.start()].strip('“" ')
                own = pronoun.casefold() in ("his", "her") and _OWN.match(sentence, found.end()) is not None
                whom = next((who for who in first if who in ("p", gender, "n")), "")
                known = spoke or (reports and (alone or (opens and gender not in ever)) and not others)
                theirs = known and (
                    (reports and (whom == "p" or not {gender, "n"} & before))
                    or (opens and (own or whom == "p"))
                    or not {gender, "n"} & (others | before)
                )
                if not theirs and not (own and not others | before):
                    others.add(gender)  # somebody of whom it is told
                    mentioned.append(gender)
                    continue
                mentioned.append("p")
                kept = sentence[end : found.start()]
                instead = _instead(pronoun, "".join(pieces) + kept, sentence[found.end() :], found["clitic"])
                pieces += [kept.rstrip() if not instead else kept, instead]
                end = found.end()
        made.append("".join([*pieces, sentence[end:]]))
        before, first = others, mentioned
        ever |= others
        alone = alone and not others
    return made


def _instead(pronoun: str, before: str, after: str, clitic: str | None) -> str:
    low = pronoun.casefold()
    if low in ("himself", "herself"):
        return "" if _DROPS.search(before) or re.match(r"\s*[.!;]|\s+(?:and|but)\b", after) else "themselves"
    if low == "his" or (low == "her" and not _AFTER_OBJECT.match(after)):
        words = "theirs" if low == "his" and re.match(r"\s*[.,;!?]|$", after) else "their"
    elif low == "hers":
        words = "theirs"
    else:
        words = "the participant"
        if clitic:
            words += {"s": " is", "d": " would", "ll": " will"}[clitic[1:].casefold()]
    return words[:1].upper() + words[1:] if pronoun[:1].isupper() else words
