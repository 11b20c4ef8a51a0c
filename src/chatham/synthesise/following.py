"""What follows a point's first sentence: nobody's `I` unattributed, no words without a verb standing alone.

A sentence in the first person that can be put into the third is reported, one after the other with another verb; what
cannot, and what is asked or said to a `you`, stands in quotation marks, and neighbours in one quotation. Words without
a verb, and orders, go after a semicolon to the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from chatham.language.clauses import Clause
from chatham.language.quantities import in_words
from chatham.synthesise.person import has_first_person, in_third_person, outside_quotes
from chatham.synthesise.reporting import PAST, lowered, quoted

__all__ = [
    "NO_SUBJECT",
    "QUOTED_WHOLE",
    "body",
    "is_bare",
    "is_cut",
    "strung_on",
    "tells",
    "to_the_listener",
    "without_link",
]

QUOTED_WHOLE = re.compile(r"“[^”]*”|\"[^\"]*\"")
"""A sentence that is a quotation from end to end."""

# A number in figures with which a sentence begins: there the United Nations writes it in words or begins otherwise.
_TOLD_NOW = re.compile(rf"^(?P<who>(?:An?|One|The|Another) participant) (?P<verb>{'|'.join(sorted(PAST))})\b")
_FIGURE_FIRST = re.compile(r"^(?!(?:19|20)\d\d\b)(?P<number>\d[\d,]*)(?= (?P<next>[a-z]+))")
_MEASURE = frozenset("per minutes hours days weeks months years km".split())
_PLURALS = frozenset("people men women children persons were are have had of more others".split())

_VERBS = "|".join(sorted({*PAST, *PAST.values()}, key=len, reverse=True))
# `A participant wants a fund.` in the middle of a note is told of the note's speaker, whom no name told before.
_SPEAKER = re.compile(
    rf"^(?:An?|One|The) (?:participant|speaker) (?P<adverb>also |then |further |again )?(?P<verb>{_VERBS}|would like)\b"
)
NO_SUBJECT = re.compile(
    r"^(?:Also )?(?P<verb>(?:Wants|Asks|Says|Supports|Opposes"
    r"|Thinks|Believes|Feels|Proposes|Suggests|Recommends|Insists|Hopes|Warns"
    r"|Stresses|Adds|Explains|Prefers|Wonders|Regrets|Urges)\b(?! (?:of|is|are|was|were|should|must|may|can|will)\b)"
    r"|(?:Agreed|Agrees|Added|Asked|Argued|Called|Calls|Explained|Hoped|Insisted|Mentioned|Mentions|Noted|Notes"
    r"|Proposed|Recalled|Recalls|Recommended|Regretted|Reported|Requested|Requests|Said|Stressed|Suggested|Urged"
    r"|Wanted|Warned|Welcomed|Welcomes|Wondered)(?= (?:that|to|for|whether|if|not to|on)\b))"
)
"""A note-taker's own words for what somebody wants: `Wants guardians, not windows.`"""

_YOU = re.compile(r"\b(?:you|your|yours|yourself)\b", re.I)
_AND = re.compile(r"^(?:And|So|Then|Also)(?: then| so)?,? (?=\w)")
_PLEASE = re.compile(r"^(?:[Pp]lease|[Kk]indly),? (?:also )?")
_SAME = re.compile(
    r"\b(?P<told>[Tt]he participant [a-z]+(?:ed|aid|old|ought|elt|new"
    r"|aw)(?: that)?) the participant (?P<verb>[a-z]+)\b"
)
_OF_A_NOUN = frozenset({"JJ", "JJR", "NN", "NNS", "VBN", "VBG"})
_BARE = frozenset({"NN", "JJ", "JJR", "VBN", "VBD", "VBZ", "UH"})
# What follows is no sentence of its own: `Not for its content, but ...`, `Same, our line dies`.
_NO_SUBJECT = re.compile(r"(?:Not|Same|Sorry|Strange)\b(?! (?:one|all|every|everyone|everybody|many|even|a|only)\b)")
# Told of its speaker, though it ends in a question: `I am asked every day, which country is good?`.
_TELLS = re.compile(r"[“\"]?(?:I|We) (?:am|are|was|were|have|had|[a-z]+(?:ed|t|w|s)?)\b")
_OF_THE_SPEAKER = re.compile(
    r"(?:The|A|One) participants? [a-z]+\b[^?]*:"
)  # `The participant put one question: is it old?`
_OF_THEM = re.compile(r"The participants? [a-z]+(?:ed|aid|old|ought|elt|new|aw)\b")
_ADDED = ("added", "also said", "further said")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
_FEWEST = 3  # words and marks
# What the speaker is quoted with so far: what follows may go into the same quotation.
_ALOUD = re.compile(r"(?:^|participants? )(?:said|added): “[^“”]*[.!?…]”$")
_MORE = re.compile(r"^The participants? added: “(?P<words>[^“”]*”)$")


def to_the_listener(text: str) -> bool:
    """Whether a sentence is said to a `you`, outside quotation marks."""
    return _YOU.search(outside_quotes(text)) is not None


def without_link(text: str) -> str:
    """A sentence without the `and` or `so` that ties it to the one before."""
    return _AND.sub("", text)


def tells(text: str) -> bool:
    """Whether a sentence tells something of its speaker, though it may end in a question mark."""
    return _TELLS.match(text) is not None


def is_bare(one: Clause) -> bool:
    """Whether a sentence typed in haste begins without its article: `Family got a box`, `Honest agency loses`."""
    tags = [word.tag for word in one.words if word.text[:1].isalnum()]
    if not tags or tags[0] not in _BARE:
        return False
    subject = list(takewhile(_OF_A_NOUN.__contains__, tags))
    return not subject or subject[-1] != "NNS"  # plurals need none


def is_cut(one: Clause) -> bool:
    """Whether a sentence has no verb of its own: before its `but` or semicolon, or only what somebody is `to` do.

    `Since March no departures, but the fees stay`; `Fees above 12 per cent; nothing moved`; `Central banks to
    accept it`.
    """
    before = list(takewhile(lambda word: word.text not in ("but", ";"), one.words))
    if _FEWEST <= len(before) < len(one.words) and not any(word.tag in _FINITE for word in before):
        return one.words[len(before)].text == ";" or before[-1].text == ","
    until = list(takewhile(lambda word: word.tag != "TO", one.words))
    after = one.words[len(until) + 1 :]
    return (
        bool(until)
        and until[-1].tag in ("NNS", "NNPS")
        and after[:1] != ()
        and after[0].tag == "VB"
        and not any(word.tag in _FINITE for word in until)
        and not any(word.tag in ("VBZ", "VBP", "MD") for word in after)
    )


def body(
    clauses: Sequence[Clause], *, attributed: bool, many: bool = False, stated_first: bool = False, rough: bool = False
) -> list[str]:
    """Sentences that follow a point's first one, to be put together by `strung_on`.

    Args:
        clauses: The sentences.
        attributed: Whether the first one said that a participant spoke, so that `the participant` is known.
        many: Whether several did.
        rough: Whether the note was typed in haste.
        stated_first: Whether the first one is a statement, after which an order needs words of its own.
    """
    said: list[str] = []
    aloud: list[str] = []  # neighbours that are quoted
    reported = 0
    stated = stated_first

    def who() -> str:
        return ("The participants" if many else "The participant") if attributed or said else "A participant"

    def speak() -> None:
        nonlocal aloud
        if not aloud:
            return
        asked = all(text.rstrip("”\"’' ").endswith("?") and not tells(text) for text in aloud)
        verb = "asked" if asked else "added" if said or attributed else "said"
        whole = (
            aloud[0] if len(aloud) == 1 and QUOTED_WHOLE.fullmatch(aloud[0]) else quoted(" ".join(map(_bare, aloud)))
        )
        said.append(f"{who()} {verb}: {whole}")
        aloud = []

    for one in clauses:
        text = _of_the_speaker(one.text, many=many) if attributed else _TOLD_NOW.sub(_in_the_past, one.text)
        text = _SAME.sub(_they, text)
        first = has_first_person(text)
        whole = one.kind == "statement" and not is_cut(one) and not _NO_SUBJECT.match(text)
        third = in_third_person(text) if first and whole and not to_the_listener(text) else None
        alone = QUOTED_WHOLE.fullmatch(text) is not None
        if (first and third is None) or (alone and attributed) or to_the_listener(text) or _asks(one, text):
            aloud.append(text)
            continue
        speak()
        if third is not None:
            third = without_link(third)
            if _OF_THEM.match(third):
                said.append(third)
                attributed = True
                continue
            verb = _ADDED[min(reported, len(_ADDED) - 1)] if attributed or said else "said"
            said.append(f"{who()} {verb} that {lowered(third, one)}")
            reported += 1
            attributed = True
            continue
        reported = 0
        if one.demands and attributed and text == one.text and stated:
            said.append(f"{who()} recommended the following: {lowered(_PLEASE.sub('', text), one)}")
            stated = False
            continue
        stated = one.kind == "statement"
        loose = (
            (one.kind in ("fragment", "order") or is_cut(one) or (rough and is_bare(one)))
            and text == one.text
            and text[:1] not in '“"('
        )
        said.append(f"; {lowered(text, one)}" if loose else _FIGURE_FIRST.sub(_begun, text, count=1))
    speak()
    return said


def strung_on(first: str, following: Sequence[str]) -> str:
    """One text of a first sentence and what `body` made of those after it.

    Args:
        first: With its full stop.
        following: Whole sentences, or words that begin with a semicolon and belong to what stands before.
    """
    text = first
    for said in following:
        piece = said
        aloud = _ALOUD.search(text)
        if aloud and (more := _MORE.match(piece)):
            text = f"{text[:-1]} {more['words']}"
        elif aloud and piece.startswith("; ") and "particip" not in piece:
            text = f"{text[:-1]} {quoted(_capital(piece[2:]))[1:]}"
        elif not piece.startswith("; "):
            piece = _capital(piece) if text else piece
            text = f"{text} {piece}" if text else piece
        elif text.endswith(".") and not text.endswith(("..", "”.")):
            text = text[:-1] + piece
        else:
            words = piece[2:]
            text = f"{text} {_capital(words)}".lstrip()
    return text


def _capital(text: str) -> str:
    """With a capital letter, behind quotation marks too."""
    start = 1 if text[:1] in '“"‘' else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def _begun(found: re.Match[str]) -> str:
    """`Two`, `A total of 14`, or the figure, where it measures something."""
    if len(found["number"]) == 1:
        words = in_words(int(found["number"]))
        return words[:1].upper() + words[1:]
    counts = found["next"] in _PLURALS or (found["next"].endswith("s") and found["next"] not in _MEASURE)
    return f"A total of {found['number']}" if counts else found[0]


def _in_the_past(found: re.Match[str]) -> str:
    return f"{found['who']} {PAST[found['verb']]}"


def _asks(one: Clause, text: str) -> bool:
    told = _SPEAKER.match(text) or _OF_THE_SPEAKER.match(text)
    return one.kind == "question" and not QUOTED_WHOLE.search(text) and not told


def _they(found: re.Match[str]) -> str:
    """`The participant said the participant counted` is one person: `... said they counted`."""
    verb = {"was": "were", "is": "are", "has": "have", "does": "do"}.get(found["verb"], found["verb"])
    return found[0] if verb.endswith("s") else f"{found['told']} they {verb}"


def _bare(text: str) -> str:
    return text[1:-1] if QUOTED_WHOLE.fullmatch(text) else text


def _of_the_speaker(text: str, *, many: bool) -> str:
    """`A participant wants`, `He wants`, `Wants`, as `The participant wanted`."""
    who = "The participants" if many else "The participant"
    if found := _SPEAKER.match(text):
        verb = found["verb"]
        return f"{who} {found['adverb'] or ''}{PAST.get(verb, verb)}{text[found.end() :]}"
    if found := NO_SUBJECT.match(text):
        verb = found["verb"].casefold()
        return f"{who} {PAST.get(verb, verb)}{text[found.end() :]}"
    return text
