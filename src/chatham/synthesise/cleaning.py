"""A note as a rapporteur types it, turned into sentences: no labels, times, bullets, greetings or typing shorthand.

Nothing is added and nothing that carries content is dropped; what is taken off is closed lists and shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chatham.language.figures import put_right
from chatham.synthesise.asides import without_asides
from chatham.synthesise.filed import unfiled, unheaded
from chatham.synthesise.housekeeping import is_wrap_up, without_housekeeping
from chatham.synthesise.leavings import without_leavings
from chatham.synthesise.pronouns import of_the_participant
from chatham.synthesise.talk import told_once, unfilled, untalked

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
_LABEL = re.compile(r"^\s*(?P<label>[^:.!?\n]{1,110}?)\s*(?P<mark>\.?:(?!\d\d\b)|\.?\s[-–—]{1,2}(?=\s))\s*(?=\S)")
_NOBODY = re.compile(
    r"\W*(?:(?:unidentified|unknown|no name|anonymous|inaudible|not recorded)(?: (?:speaker|voice|guest|person))?"
    r"|(?:from )?the floor|from the floor|guest|host|panell?ist|moderator|mod\.?|facil(?:itator)?\.?|chair|interviewer"
    r"|speaker not (?:identified|named|known|recorded)(?: ?\([^()]{1,30}\))?"
    r"|speaker|voice|(?:speaker|guest|user|attendee|voice) ?(?:\d{1,3}|[A-Z]))\W*",
    re.I,
)
# `A participant (came with a friend): ...`, `The other participant, closing on progress: ...`
_DESCRIBED = re.compile(
    rf"^\s*{_PERSON}(?:\s*\([^()]{{1,80}}\)|, (?:for|from|of|with) [^:.;,“\"]{{3,40}}|,? (?:closing|opening"
    rf"|summing up|speaking|coming back|on"
    rf"|about)\b[^:.;“\"]{{0,40}})"
    r"\s*:(?!\d\d\b)\s*(?=\S)"
    rf"|^\s*{_PERSON}\s*\([^()]{{1,40}}\)\s+[-–—]\s+(?=\S)",
    re.I,
)
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
    unidentified unknown visiting guest late speaking lady writes
    again adds added answers answered replies replied reacts here interpreted interpreter interpretation line link no
    ok okay not regd registered unregistered badge list
    phone says screen told translated translating translation video yes zoom
    angry angrily agreeing amused calm calmly careful cautious cautiously concerned emphatic firm firmly frank frankly
    hesitant insistent ironic loud loudly passionate quiet quietly sceptical skeptical serious tired upset worried
    """.split()
)
_CAME_IN = frozenset("walk walk-in walkin online remote visiting guest late latecomer".split())
_ASIDE_WORDS = frozenset(
    """
    reference ref source said he she they story told raised answer reply corrects corrected spells spelled spelt writes
    pronounced who is
    """.split()
)
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
# Talk about the talk, in a chat of several: nothing of it is content.
_HOUSEKEEPING = re.compile(
    r"\b(?:q&a|chat|un?mute|screen|slides?|quot(?:e|ed|ing)|chatham house|connection|thanks|thank you|agenda|break)\b"
    r"|^\W*\+?1\W*$",
    re.I,
)
_SHORT_TALK = 60  # code points
# Whom somebody agrees with stays in the room; what they add is the point.
_AGREED = re.compile(
    r"^(?:(?:An?|The|One) participant (?:also |fully |strongly )?|(?:(?:I|We) )?(?:also |fully |strongly |totally )?)"
    r"(?:agree[sd]?(?: with)?|support(?:s|ed)?|second(?:s|ed)?|echo(?:es|ed)?|back(?:s|ed)?|join(?:s|ed)?"
    r"|concur(?:s|red)?(?: with)?) (?:(?:what )?(?:an?|another|the(?: previous| last)?) (?:participant"
    r"|speaker)(?:['’]s"
    r"(?: (?:point|proposal|words|call))?)?(?: (?:said|proposed))?(?: [a-z]{1,3}(?=\.))?|this"
    r"|that)\s*(?:[:.;!,]+|and)\s+"
    r"(?:(?:and|but) )?(?:adding that )?(?=\S)",
    re.I,
)
_THEN = re.compile(r"^(?:Then|So|Also|And)\b,? (?=[a-z]+ (?:the|a|an|all|one|their|every|sub|it|them)\b)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|sr|st|hon|rev|art|arts|para|paras|no|nos|sec|e\.g|i\.e|cf|vs|etc"
    r"|approx|incl|facil|vol|pp?|recogn?|regul|intl|natl|ste|mt)"
    r"|(?<![^\W_])[^\W\d_])\.$",
    re.I,
)
_LONGEST_ABBREVIATION = 8  # with its full stop
_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W_a-z])")
# A speaker label in the middle of a line, after a question: the answer begins there.
_ANSWERED = re.compile(rf"(?<=\?)[ \t]+(?=(?:{_PERSON}|A|Answer)\s*(?:\([^)]{{0,60}}\))?\s*:)", re.I)
_QUESTION_AND_ANSWER = 2
_TO_SOMEBODY = re.compile(
    r"^(?:(?:chair|moderator|facilitator|host|interviewer|co-chair)[:,] )?"
    r"(?:(?:[Aa]|[Tt]he|[Aa]nother) participant[,:] (?=[a-z]))?",
    re.I,
)
# `You wanted to come in on that?` gives the floor and asks nothing.
_GIVES_FLOOR = re.compile(
    r"\b(?:you|participant) (?:wanted|want|would like|wish(?:ed)?|had asked|asked|raised)\b.{0,30}"
    r"\b(?:come in|add|speak|say|comment|respond|react|reply|hand|floor|word)\b"
    r"|\b(?:the floor|over to|go ahead|your turn|please go)\b",
    re.I,
)
# `"Project ends. the girl does not."`: a full stop before a small letter, inside a quotation.
_INSIDE_QUOTES = re.compile(r"(?<=[a-z]{3}[.!?] )[a-z](?=[^“\"]*[”\"])")
_CASUAL_END = re.compile(r"(?<=[.!?…])\s+(?=\w)")
# In notes with capitals some sentences begin without: a long word before the full stop is no abbreviation.
_SMALL_START = re.compile(
    r"(?<=[a-z]{5}[.!])\s+(?=[a-z]+[ ’'])|(?<=\b(?:19|20)\d\d[.!])\s+(?=[a-z]+ )"
    r"|(?<=\b(?:it|us|me|so|is)[.!])\s+(?=[a-z]+ )|(?<=\b(?:them|this|that|here|home|work|paid|done|long"
    r"|time)[.!])\s+(?=[a-z]+ )"
    r"|(?<=[a-z]{3}[.!])\s+(?=(?:he|she|they|we|it|you|i|the|an?|this|that|there|but|and|so|no|not|if|when|who|what|why"
    r"|how|only|our|my|their|his|her|one|two|most|some|all|nobody|everyone|still|now|then|also|in|on|at|from|with)\s)"
    r"|(?<=[”\"][.!])\s+(?=(?:he|she|they|we|it|you|the|an?|this|our|my|their|his|her|but|and|so|no|if|when)\s)"
    r"|(?<=[a-z]\?)\s+(?=(?:we|they|it|you|the|an?|this|that|there|but|and|so|no|not|our|my)\s)"
    r"|(?<=[a-z]{4}[)\]][.!])\s+(?=[a-z]+ )|(?<=[a-z]{3}[.!])\s+(?=[“\"][a-z]+ )"
)
_SMALL_NEXT = re.compile(r"[.!?]\s+[“\"]?[a-z]")
_TWO_MARKS = re.compile(r"(?<=[^\W_])(?P<mark>[.,])(?P=mark)(?=\s)")
# `[Not named] The proposal is ...`, `... [The country was not said.]`: square brackets are the note-taker's own.
_REMARK = re.compile(
    r"(?m)^\s*\[(?!contact details|file|link|name|\d)[^\[\]:]{2,60}\](?=\s*:?\s+\S):?\s*"
    r"|(?<=[.!?\"”’])\s*\[(?!contact details|file|link)[A-Z][^\[\]]{3,120}[.!?]\]"
)
# `our does so too`: a redaction has taken the name of the organization from behind `our`.
_OUR_WHAT = re.compile(r"\b([Oo]ur) (?=(?:has|is|was|does|did|will|would|can|could|may|must|should|opened its)\b)")
_SPOKE = re.compile(r"(?:An?|The|One|Another) participant\b")
_JOINT = re.compile(r"\bjoint\b|\bdisagreed\b", re.I)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A note's sentences.

    Attributes:
        sentences: With a capital letter and an end mark each, unless the note is a list.
        items: Whether they are bullets or chat lines, to be strung together rather than read one after another.
        exchange: Whether several speakers' turns stand in this one note.
        question: The question that the sentences answer, or empty.
        rough: Whether the note was typed in haste, so that an article is missing here and there.
    """

    sentences: tuple[str, ...]
    items: bool = False
    exchange: bool = False
    question: str = ""
    rough: bool = False


def clean(text: str) -> Cleaned:
    """The sentences of one note.

    Args:
        text: As anonymised.
    """
    if is_wrap_up(text):
        return Cleaned(())
    text = _TWO_MARKS.sub(r"\g<mark>", _REMARK.sub("", text))
    text = unfiled(re.sub(r"[\r\n\u2028\u2029]+", "\n", _ANSWERED.sub("\n", text)), _is_label)
    lines = [line for line in text.split("\n") if line.strip()]
    bulleted = sum(bool(_BULLET.match(line)) for line in lines) > 1
    read = [_unlabel(line) for line in lines]
    if interview := _interview(read):
        return interview
    kept: list[str] = []
    turns, question = 0, ""
    for rest, labelled, asked in read:
        bare = _plain(rest)
        if not re.search(r"[^\W_]", bare) or _is_label(bare.rstrip(" :.-–—")):
            continue
        if (asked or (bare.endswith("?") and not kept)) and len(lines) == _QUESTION_AND_ANSWER and not question:
            wanted = _finished(_TO_SOMEBODY.sub("", bare))
            question = "" if _GIVES_FLOOR.search(wanted) else wanted
            continue
        turns += labelled
        kept.append(bare)
    exchange = turns > 1 and not question
    kept = _once(kept)
    items = len(kept) > 1 and (bulleted or exchange or all(len(k) < 160 and not re.search(r"[.!?]$", k) for k in kept))
    if items:
        if exchange:
            kept = [k for k in kept if len(k) > _SHORT_TALK or not _HOUSEKEEPING.search(k)]
            kept = [sentence for k in kept for sentence in _sentences(k)]
        kept = without_asides([bare for k in kept if (bare := _item(k))])
        if len(kept) > 1 or exchange or bulleted:
            return Cleaned(tuple(_trim(k) for k in kept), bool(kept), exchange)
    pieces = [s for line in kept for s in _sentences(_THEN.sub("", _AGREED.sub("", line)))]
    said = [without_housekeeping(without_leavings(unfilled(s))) for s in pieces]
    sentences = _once(_finished(s) for s in said if s)
    spoke = any(_SPOKE.match(s) for s, left in zip(pieces, said, strict=True) if not left)
    told = [told_once(sentence) for sentence in without_asides(of_the_participant(sentences, spoke=spoke))]
    return Cleaned(tuple(told), False, exchange, question)


def _interview(lines: Sequence[tuple[str, bool, bool]]) -> Cleaned | None:
    """Several questions and their answers, told one after the other; None for anything else."""
    pairs: list[tuple[str, list[str]]] = []
    for bare, _, asked in lines:
        if asked:
            pairs.append((_finished(_TO_SOMEBODY.sub("", _plain(bare))), []))
        elif not pairs:
            return None
        elif re.search(r"[^\W_]", bare):
            pairs[-1][1].extend(_sentences(_plain(bare)))
    answered = [
        (question, [_finished(kept) for s in answer if (kept := without_housekeeping(without_leavings(unfilled(s))))])
        for question, answer in pairs
    ]
    answered = [(question, answer) for question, answer in answered if answer]
    if len(pairs) < _QUESTION_AND_ANSWER or not answered:
        return None
    (first, told), *others = answered
    for question, answer in others:
        quoted = " ".join(answer).replace('"', "'").replace("“", "‘").replace("”", "’")
        told = [*told, f"To the question “{question}” the reply was: “{quoted}”"]
    return Cleaned(tuple(of_the_participant(told)), question=first)


def _once(said: Iterable[str]) -> list[str]:
    """Each once, where somebody said `Interpreters. Interpreters.` for stress."""
    return list(dict.fromkeys(said))


def _item(item: str) -> str:
    """An item of a list without the sentences that are about the meeting."""
    parts = [without_leavings(unfilled(part)) for part in _sentences(item)]
    return " ".join(kept for part in parts if (kept := without_housekeeping(part)))


def _unlabel(line: str) -> tuple[str, bool, bool]:
    """A line without what stands before its words; whether it named a speaker; whether it was marked as a question."""
    rest = _BULLET.sub("", _without_names(line))
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
    if described := _DESCRIBED.match(rest):
        rest, labelled = rest[described.end() :], True
    rest = _MEMO.sub("", rest)
    for _ in range(2):  # `A participant: note: ...`
        label = _LABEL.match(rest)
        if label is None or not _is_label(label["label"]):
            break
        rest, labelled = _BULLET.sub("", rest[label.end() :]), True
    rest = unheaded(rest)
    return _ADDRESSED.sub("", rest), labelled, question


def _is_label(label: str) -> bool:
    label = re.sub(r"\s*\((?:(?:young|old|elderly|older) )?(?:wo)?man\)\s*$", "", label)
    if _NOBODY.fullmatch(label):
        return True
    words = re.findall(r"[^\W\d_][\w'’-]*", label)
    if not all(word.casefold() in _LABEL_WORDS for word in words):
        return False
    return _HAS_PERSON.search(label) is not None and not _JOINT.search(label)


def _plain(text: str) -> str:
    """A line without asides that only name speakers, without greetings, shorthand and smileys."""
    text = _without_names(text)
    return untalked(_OUR_WHAT.sub(r"\1 organization ", text) if "ur " in text else text)


def _without_names(line: str) -> str:
    """A line without brackets in which nothing stands but who spoke."""
    if "(" not in line and "[" not in line:
        return line
    return _ASIDE.sub(lambda m: "" if _is_aside(m["inside"]) else m[0], line)


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
    small = ends is _END and _SMALL_NEXT.search(line)
    marks = [*ends.finditer(line), *(_SMALL_START.finditer(line) if small else ())]
    for end in sorted(marks, key=lambda mark: mark.start()):
        piece = line[start : end.start()]
        if (
            (piece.endswith(".") and _ABBREVIATION.search(piece, max(0, len(piece) - _LONGEST_ABBREVIATION)))
            or line[start : end.end()].count('"') % 2
            or piece.count("“") > line[start : end.end()].count("”")
            or ("(" in piece and piece.rfind("(") > piece.rfind(")"))
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
