"""A note as a rapporteur types it, turned into sentences: no labels, times, bullets, greetings or typing shorthand.

Nothing is added and nothing that carries content is dropped; what is taken off is closed lists and shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from chatham.language.figures import put_right
from chatham.language.spelling import respelt
from chatham.synthesise.filed import unfiled
from chatham.synthesise.housekeeping import is_wrap_up, without_housekeeping
from chatham.synthesise.pronouns import of_the_participant
from chatham.synthesise.shorthand import written_out

__all__ = ["Cleaned", "clean"]

_BULLET = re.compile(r"^\s*(?:[-*•‣·▪◦–—>]+|\(?(?:\d{1,2}|[a-z])[.)]|\d{1,2}\.\d{1,2}\.?(?=\s+[^\W\d]))\s+")
# `@all:` in a message board, with or without a name.
_ADDRESSED = re.compile(r"^\s*@\w+(?: \w+)?\s*[:,]\s*")
_TIME = re.compile(r"^\s*\[?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\]?\s*(?:[ap]m\b)?\s*[-–—]?\s*", re.I)
_CHAT = re.compile(
    r"^\s*from\s+(?P<who>.{1,80}?)\s+to\s+(?:everyone|all|everybody|hosts?(?: and panell?ists)?)\s*:?\s*", re.I
)
_PERSON = (
    r"(?:(?:an?|another|one|the|other|two|three|four|five|six|several)\s+)*"
    r"(?:participants?|participating\s+organi[sz]ations?|organi[sz]ations?|speakers?|colleagues?|representatives?)"
)
_HAS_PERSON = re.compile(rf"\b{_PERSON}\b", re.I)
_LABEL = re.compile(r"^\s*(?P<label>[^:.!?\n]{1,110}?)\s*(?P<mark>:(?!\d\d\b)|\s[-–—]{1,2}(?=\s))\s*(?=\S)")
_NOBODY = re.compile(r"\W*(?:unidentified|unknown|no name|anonymous|inaudible|not recorded)(?: speaker)?\W*", re.I)
_SPOKEN_AT = re.compile(r"^(?P<who>[^:]{1,80}?)[\s.,(]*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\)?\s*$")
# Words that a label may hold beside the person: anything else makes it part of what was said.
_LABEL_WORDS = frozenset(
    """
    a an and another at again also by chair chairing chairperson chat closing co colleague dr everyone facilitator
    facilitating for from group hon in mayor moderator mr mrs ms note notetaker note-taker of on one online other
    panellist participant participants participating prof professor rapporteur remote representative rev second
    seconded sir speaker sr still taker the to two via walk walk-in was wg with organization organizations
    organisation organisations speakers colleagues representatives office desk recommendation proposal suggestion
    intervention question remark message but noted short shortly brief briefly points paraphrased
    unidentified unknown visiting guest late
    """.split()
)
_CAME_IN = frozenset("walk walk-in walkin online remote visiting guest late latecomer".split())
_ASIDE_WORDS = frozenset("reference ref source said he she they story told raised answer reply".split())
_QUESTION_LABEL = re.compile(
    r"^\s*(?P<letter>Q|A|Question|Answer)\s*(?:\([^)]{0,60}\)|from [^:]{1,40})?\s*[:.]\s*", re.I
)
_MEMO = re.compile(
    r"^\s*(?:(?:read(?: out)?|sent(?: in)?|submitted|typed|written|added)(?: also)?(?: by| for"
    r"| on behalf of) (?:the |an? )?"
    r"(?:secretary|secretariat|chair|rapporteur|facilitator|moderator|participant|colleague)|notes?|nb|n\.b\."
    r"|for the (?:report|record|minutes)|point|comment|input)\s*:\s*",
    re.I,
)
_ASIDE = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{1,120})[)\]]")
_GREETING = re.compile(
    r"^(?:(?:hi|hello|dear|good (?:morning|afternoon|evening)|thanks?(?: you)?(?: (?:so|very) much)?|thx|ty|ok|okay"
    r"|sorry|um+|uh+|er+)(?: (?:all|everyone|everybody|colleagues|chair))?[,!.:]+\s*)+",
    re.I,
)
_POLITE = re.compile(r"\b(?:pls|plz)\s+", re.I)
# Talk about the talk, in a chat of several: nothing of it is content.
_HOUSEKEEPING = re.compile(
    r"\b(?:q&a|chat|un?mute|screen|slides?|quot(?:e|ed|ing)|chatham house|connection|thanks|thank you|agenda|break)\b"
    r"|^\W*\+?1\W*$",
    re.I,
)
_SHORT_TALK = 60  # code points
_FOR_THE_REPORT = re.compile(
    r"^(?:please )?(?:put|note|write|record|include) (?:it |this |that )?(?:down )?(?:in|into|for) (?:the )?"
    r"(?:report|record|minutes|notes|summary)[,:;]? ",
    re.I,
)
_SO_SAID = re.compile(r",? so (?:an?|the|another) participant(?=[.;]?$)")
# Who said it is told once, at the front: `..., a participant said, ...` is the note-taker's second telling.
_SAYING = (
    r"(?:(?:told|informed|reminded) (?:the|us|everyone)(?: (?:meeting|group|room|others))?|said"
    r"|noted|added|explained|stressed|felt|observed|recalled|reported|concluded|warned)"
)
_TOLD_AGAIN = (
    (re.compile(rf", (?:a|the|one) participant {_SAYING}(?=,? (?:and|but|while|because|in|so)\b)"), ""),
    (re.compile(rf", (?:a|the|one) participant {_SAYING}(?:, )"), ", "),
    (re.compile(rf",? {_SAYING} (?:a|the|one) participant,(?= (?!and\b|but\b))"), ""),
    (re.compile(r"^It was (?:noted|said|mentioned|reported|added|recalled) that (?=\S)"), ""),
    (re.compile(rf"^{_SAYING} (?:a|the|one) participant,? (?:and |but )?", re.I), ""),
    (re.compile(rf",? (?:{_SAYING} (?:a|the|one) participant|(?:a|the|one) participant {_SAYING})(?=[.;])"), ""),
)
# `A participant, she came with another participant's union: ...` is a label too.
_CAME = re.compile(
    r"^(?:[Aa]|[Tt]he|[Oo]ne) participant, (?:I|he|she|they|who) (?:came|come|comes|joined|spoke|speaks|sits"
    r"|sat|is|was"
    r"|am) [^:.]{0,70}: (?=\S)"
)
# What a chat puts before an answer: the words that it answers, cut short.
_REPLYING = re.compile(r"^[Rr]eplying to (?:\"[^\"]*\"|“[^”]*”)\s*:?\s*(?=\S)")
# `we, a participating organization, have`: once who spoke is gone, it says nothing.
_WE_WHO = re.compile(r"\b(?P<we>[Ww]e|I),? (?:as )?an? (?:participating organi[sz]ation|participant),? ")
# Whom somebody agrees with stays in the room; what they add is the point.
_AGREED = re.compile(
    r"^(?:(?:An?|The|One) participant (?:also |fully |strongly )?|(?:(?:I|We) )?(?:also |fully |strongly |totally )?)"
    r"(?:agree[sd]?(?: with)?|support(?:s|ed)?|second(?:s|ed)?|echo(?:es|ed)?|back(?:s|ed)?|join(?:s|ed)?"
    r"|concur(?:s|red)?(?: with)?) (?:(?:what )?(?:an?|another|the(?: previous| last)?) (?:participant"
    r"|speaker)(?:['’]s"
    r"(?: (?:point|proposal|words|call))?)?(?: (?:said|proposed))?|this|that)\s*(?:[:.;!,]+|and)\s+"
    r"(?:(?:and|but) )?(?:adding that )?(?=\S)",
    re.I,
)
_THEN = re.compile(r"^(?:Then|So|Also|And)\b,? (?=[a-z]+ (?:the|a|an|all|one|their|every|sub|it|them)\b)")
_EXPERIENCE = re.compile(
    r"^(?:I|We) (?:speak from experience|have worked on this(?: for years)?|work on this|work with them)"
    r"(?:[.;]?$|(?:, and|,|;| and) )"
)
_SMILE = re.compile(r"(?:[:;]-?[)(DPp](?=\s|$)|[\U0001F300-\U0001FAFF☀-➿️‍])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|sr|st|hon|rev|art|arts|para|paras|no|nos|sec|e\.g|i\.e|cf|vs|etc"
    r"|approx|incl|facil|vol|pp?)"
    r"|(?<![^\W_])[^\W\d_])\.$",
    re.I,
)
_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W_a-z])")
# A speaker label in the middle of a line, after a question: the answer begins there.
_ANSWERED = re.compile(rf"(?<=\?)[ \t]+(?=(?:{_PERSON}|A|Answer)\s*(?:\([^)]{{0,60}}\))?\s*:)", re.I)
_QUESTION_AND_ANSWER = 2
# `"Project ends. the girl does not."`: a full stop before a small letter, inside a quotation.
_INSIDE_QUOTES = re.compile(r"(?<=[a-z]{3}[.!?] )[a-z](?=[^“\"]*[”\"])")
_CASUAL_END = re.compile(r"(?<=[.!?…])\s+(?=\w)")
_JOINT = re.compile(r"\bjoint\b|\bdisagreed\b", re.I)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A note's sentences.

    Attributes:
        sentences: With a capital letter and an end mark each, unless the note is a list.
        items: Whether they are bullets or chat lines, to be strung together rather than read one after another.
        exchange: Whether several speakers' turns stand in this one note.
        question: The question that the sentences answer, or empty.
    """

    sentences: tuple[str, ...]
    items: bool = False
    exchange: bool = False
    question: str = ""


def clean(text: str) -> Cleaned:
    """The sentences of one note.

    Args:
        text: As anonymised.
    """
    if is_wrap_up(text):
        return Cleaned(())
    text = unfiled(re.sub(r"[\r\n\u2028\u2029]+", "\n", _ANSWERED.sub("\n", text)), _is_label)
    lines = [line for line in text.split("\n") if line.strip()]
    bulleted = sum(bool(_BULLET.match(line)) for line in lines) > 1
    kept: list[str] = []
    turns, question = 0, ""
    for line in lines:
        bare, labelled, asked = _unlabel(line)
        bare = _plain(bare)
        if not re.search(r"[^\W_]", bare) or _is_label(bare.rstrip(" :.-–—")):
            continue
        if (asked or (bare.endswith("?") and not kept)) and len(lines) == _QUESTION_AND_ANSWER and not question:
            question = _finished(bare)
            continue
        turns += labelled
        kept.append(bare)
    exchange = turns > 1 and not question
    kept = _once(kept)
    items = len(kept) > 1 and (bulleted or exchange or all(len(k) < 160 and not re.search(r"[.!?]$", k) for k in kept))
    if items:
        if exchange:
            kept = [k for k in kept if len(k) > _SHORT_TALK or not _HOUSEKEEPING.search(k)]
        kept = [bare for k in kept if (bare := _without_asides(k))]
        if len(kept) > 1 or exchange or bulleted:
            return Cleaned(tuple(_trim(k) for k in kept), bool(kept), exchange)
    sentences = _once(
        _finished(said)
        for line in kept
        for s in _sentences(_THEN.sub("", _AGREED.sub("", line)))
        if (said := without_housekeeping(_EXPERIENCE.sub("", s)))
    )
    return Cleaned(tuple(of_the_participant(sentences)), False, exchange, question)


def _once(said: Iterable[str]) -> list[str]:
    """Each once, where somebody said `Interpreters. Interpreters.` for stress."""
    return list(dict.fromkeys(said))


def _without_asides(item: str) -> str:
    """An item of a list without the sentences that are about the meeting."""
    parts = [_EXPERIENCE.sub("", part) for part in _sentences(item)]
    return " ".join(kept for part in parts if (kept := without_housekeeping(part)))


def _unlabel(line: str) -> tuple[str, bool, bool]:
    """A line without what stands before its words; whether it named a speaker; whether it was marked as a question."""
    rest = _BULLET.sub("", line)
    timed = _TIME.sub("", rest)
    rest = timed if re.match(r"\s*\[?\d{1,2}[:.]\d{2}", rest) else rest
    labelled = question = False
    if (spoken := _SPOKEN_AT.match(rest)) and _is_label(spoken["who"]):
        return "", True, False
    if chat := _CHAT.match(rest):
        rest, labelled = rest[chat.end() :], True
    if marked := _QUESTION_LABEL.match(rest):
        question = marked["letter"].upper().startswith("Q")
        labelled = labelled or not question
        rest = rest[marked.end() :]
    rest = _MEMO.sub("", rest)
    for _ in range(2):  # `A participant: note: ...`
        label = _LABEL.match(rest)
        if label is None or not _is_label(label["label"]):
            break
        rest, labelled = _BULLET.sub("", rest[label.end() :]), True
    return _ADDRESSED.sub("", rest), labelled, question


def _is_label(label: str) -> bool:
    if _NOBODY.fullmatch(label):
        return True
    if not _HAS_PERSON.search(label) or _JOINT.search(label):
        return False
    words = re.findall(r"[^\W\d_][\w'’-]*", label)
    return all(word.casefold() in _LABEL_WORDS for word in words)


def _plain(text: str) -> str:
    """A line without asides that only name speakers, without greetings, shorthand and smileys."""
    text = _ASIDE.sub(lambda m: "" if _is_aside(m["inside"]) else m[0], text)
    text = _SMILE.sub("", text).strip()
    text = re.sub(r"!{1,}(?=\s|$)", "!", text)
    text = _SO_SAID.sub("", _FOR_THE_REPORT.sub("", _POLITE.sub("", _GREETING.sub("", text))))
    text = _WE_WHO.sub(r"\g<we> ", _CAME.sub("", _REPLYING.sub("", text)))
    for pattern, instead in _TOLD_AGAIN:
        text = pattern.sub(instead, text)
    return " ".join(respelt(written_out(text)).split())


def _is_aside(inside: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’-]*", inside)
    known = all(word.casefold() in _LABEL_WORDS | _ASIDE_WORDS for word in words)
    return known and (bool(_HAS_PERSON.search(inside)) or any(word.casefold() in _CAME_IN for word in words))


def _sentences(line: str) -> list[str]:
    found: list[str] = []
    start = 0
    # Who types without capitals puts none after a full stop either.
    first = next((c for c in line if c.isalpha()), "A")
    ends = _CASUAL_END if first.islower() else _END
    for end in ends.finditer(line):
        piece = line[start : end.start()]
        if (
            _ABBREVIATION.search(piece)
            or line[start : end.end()].count('"') % 2
            or piece.count("“") > line[start : end.end()].count("”")
        ):
            continue
        found.append(line[start : end.end()].strip())
        start = end.end()
    found.append(line[start:].strip())
    return [s for s in found if re.search(r"[^\W_]", s)]


def _finished(sentence: str) -> str:
    """With a capital letter and an end mark."""
    sentence = put_right(sentence.strip().rstrip(",;"))
    sentence = re.sub(r"!+$", ".", sentence)
    if not re.search(r"[.!?…][\"'”’)\]]*$", sentence):
        sentence = sentence.rstrip(":-–— ") + "."
    sentence = _INSIDE_QUOTES.sub(lambda m: m[0].upper(), sentence)
    for place, char in enumerate(sentence):
        if char.isalpha():
            return sentence[:place] + char.upper() + sentence[place + 1 :]
        if char.isdigit():
            break
    return sentence


def _trim(item: str) -> str:
    return put_right(item.strip().rstrip(".;, "))
