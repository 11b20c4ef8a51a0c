"""A note as a rapporteur types it, turned into sentences: no labels, times, bullets, greetings or typing shorthand.

Nothing is added and nothing that carries content is dropped; what is taken off is closed lists and shapes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from chatham.language.quantities import in_words
from chatham.synthesise.housekeeping import is_wrap_up, without_housekeeping

__all__ = ["Cleaned", "clean"]

_BULLET = re.compile(r"^\s*(?:[-*•‣·▪◦–—]+|\(?(?:\d{1,2}|[a-z])[.)])\s+")
_TIME = re.compile(r"^\s*\[?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\]?\s*(?:[ap]m\b)?\s*[-–—]?\s*", re.I)
_CHAT = re.compile(
    r"^\s*from\s+(?P<who>.{1,80}?)\s+to\s+(?:everyone|all|everybody|hosts?(?: and panell?ists)?)\s*:?\s*", re.I
)
_PERSON = (
    r"(?:(?:an?|another|one|the|other|two|three|four|five|six|several)\s+)*"
    r"(?:participants?|participating\s+organi[sz]ations?|organi[sz]ations?|speakers?|colleagues?|representatives?)"
)
_HAS_PERSON = re.compile(rf"\b{_PERSON}\b", re.I)
_LABEL = re.compile(r"^\s*(?P<label>[^:.!?\n]{1,110}?)\s*(?P<mark>:|\s[-–—]{1,2}(?=\s))\s*(?=\S)")
# Words that a label may hold beside the person: anything else makes it part of what was said.
_LABEL_WORDS = frozenset(
    """
    a an and another at again also by chair chairing chairperson chat closing co colleague dr everyone facilitator
    facilitating for from group hon in mayor moderator mr mrs ms note notetaker note-taker of on one online other
    panellist participant participants participating prof professor rapporteur remote representative rev second
    seconded sir speaker sr still taker the to two via walk walk-in was wg with organization organizations
    organisation organisations speakers colleagues representatives office desk recommendation proposal suggestion
    intervention question remark message
    """.split()
)
_ASIDE_WORDS = frozenset("reference ref source said he she they story told raised answer reply".split())
# Verbs in -ise that the Concise Oxford spells with -ize; `advise`, `exercise`, `analyse` are none of them.
_ISE = re.compile(
    r"\b(?P<stem>(?:de|re|un|dis|over)?(?:organ|recogn|criminal|regular|legal|emphas|priorit|minim"
    r"|maxim|util|final|harmon"
    r"|mobil|special|standard|stabil|central|general|formal|institutional|international|national|operational|normal"
    r"|real|social|stigmat|summar|subsid|synchron|victim|digit|digital|equal|critic|apolog|author|capital|character"
    r"|civil|colon|familiar|hospital|immun|local|marginal|modern|neutral|optim|penal|polar|popular|privat|scrutin"
    r"|traumat|urban))is(?P<rest>e|es|ed|ing|er|ers|ation|ations|ational)\b"
)
_QUESTION_LABEL = re.compile(
    r"^\s*(?P<letter>Q|A|Question|Answer)\s*(?:\([^)]{0,60}\)|from [^:]{1,40})?\s*[:.]\s*", re.I
)
_MEMO = re.compile(r"^\s*(?:notes?|nb|n\.b\.|for the (?:report|record|minutes)|point|comment|input)\s*:\s*", re.I)
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
_SAYING = r"(?:said|noted|added|explained|stressed|felt|observed|recalled|reported|concluded|warned)"
_TOLD_AGAIN = (
    (re.compile(rf", (?:a|the|one) participant {_SAYING}(?=,? (?:and|but|while|because|in|so)\b)"), ""),
    (re.compile(rf", (?:a|the|one) participant {_SAYING}(?:, )"), ", "),
    (re.compile(rf",? (?:{_SAYING} (?:a|the|one) participant|(?:a|the|one) participant {_SAYING})(?=[.;])"), ""),
)
# `A participant, she came with another participant's union: ...` is a label too.
_CAME = re.compile(
    r"^A participant, (?:I|he|she|they|who) (?:came|come|comes|joined|spoke|speaks|sits|sat|is|was"
    r"|am) [^:.]{0,70}: (?=\S)"
)
# Whom somebody agrees with stays in the room; what they add is the point.
_AGREED = re.compile(
    r"^(?:(?:An?|The|One) participant (?:also |fully |strongly )?|(?:(?:I|We) )?(?:also |fully |strongly |totally )?)"
    r"(?:agree[sd]?(?: with)?|support(?:s|ed)?|second(?:s|ed)?|echo(?:es|ed)?|back(?:s|ed)?|join(?:s|ed)?"
    r"|concur(?:s|red)?(?: with)?) (?:(?:what )?(?:an?|another|the(?: previous| last)?) (?:participant|speaker)(?:['’]s"
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
_SHORT = (
    (r"w/(?:out|o)\b", "without"),
    (r"\bw/\s*", "with "),
    (r"\bb/c\b", "because"),
    (r"\bgovts?\b\.?", "government"),
    (r"\bnatl\b\.?", "national"),
    (r"\bintl\b\.?", "international"),
    (r"\bapprox\b\.?", "approximately"),
    (r"\bppl\b", "people"),
    (r"(?<![\w.'’])u(?=\s)", "you"),
    (r"(?<![\w'’])ur(?![\w'’])", "your"),
    (r"(?<![\w'’])r(?=\s+(?:not|different|better|worse|no|still|now|very|in|on|the|all|more)\b)", "are"),
    (r"\byrs\b\.?", "years"),
    (r"\byr\b\.?", "year"),
    (r"\bmths?\b\.?", "months"),
    (r"\bcdn?t\b", "could not"),
    (r"\bcd\b(?=\s+[a-z])", "could"),
    (r"\bsh(?:ou)?l?d\b", "should"),
    (r"\bwl?d\b(?=\s+[a-z])", "would"),
    (r"\bcld\b(?=\s+[a-z])", "could"),
    (r"\bfrm\b", "from"),
    (r"\bgrp\b", "group"),
    (r"\bconf\b(?=\s)", "conference"),
    (r"\btonite\b", "tonight"),
    (r"\bfamilys\b", "families"),
    (r"\bdept\b\.?", "department"),
    (r"\borgs\b", "organizations"),
    (r"\bsecs\b", "seconds"),
    (r"\bmins\b", "minutes"),
    (r"\bhrs\b", "hours"),
    (r"(?<=\s)w(?=\s\w)", "with"),
    (r"(?<=\s)\+(?=\s)", "and"),
    (r"(?<=\s)&(?=\s)", "and"),
    (r"(?<=[a-z])\s*→\s*(?=\w)", " to "),
    (r"\s*→\s*", " to "),
    (r"\bperc(?:ent)?\b\.?", "per cent"),
    (r"\bpercent\b", "per cent"),
    (r"(?<=\d)\s?%", " per cent"),
    (r"(?<![\w.'’(-])i(?=['’][a-z]|\s[a-z])(?! in )", "I"),
)  # fmt: skip
_LONG = (
    (r"\b(did|do|does|is|was|were|are|could|should|would|has|have|had)nt\b", r"\1 not"),
    (r"\b([Cc])an(?:['’])t\b", r"\1annot"),
    (r"\b([Cc])ant\b(?=\s+[a-z])", r"\1annot"),
    (r"\b([Ww])on['’]t\b", r"\1ill not"),
    (r"\b(did|do|does|is|was|were|are|could|should|would|has|have|had|need|must)n['’]t\b", r"\1 not"),
    (r"\b(Did|Do|Does|Is|Was|Were|Are|Could|Should|Would|Has|Have|Had|Must)n['’]t\b", r"\1 not"),
    (r"\bI['’]m\b", "I am"),
    (r"\b(I|we|We|they|They|you|You)['’]ve\b", r"\1 have"),
    (r"\b(we|We|they|They|you|You)['’]re\b", r"\1 are"),
    (r"\b(I|we|We|they|They|he|He|she|She|it|It)['’]ll\b", r"\1 will"),
)  # fmt: skip
_CONTRACTIONS = tuple((re.compile(pattern), instead) for pattern, instead in _LONG)
_SHORTHAND = tuple((re.compile(pattern), instead) for pattern, instead in _SHORT)
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|sr|st|hon|rev|art|arts|para|paras|no|nos|sec|e\.g|i\.e|cf|vs|etc"
    r"|approx|incl|facil|vol|pp?)"
    r"|(?<![^\W_])[^\W\d_])\.$",
    re.I,
)
_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W_a-z])")
# A speaker label in the middle of a line, after a question: the answer begins there.
_ANSWERED = re.compile(rf"(?<=\?)[ \t]+(?=(?:{_PERSON}|A|Answer)\s*(?:\([^)]{{0,60}}\))?\s*:)", re.I)
_COUNTED = re.compile(
    r"(?<![\w.,/-])([2-9])(?= (?:years|months|weeks|days|hours|people|persons|women|men|children|countries|times)\b)"
)
_QUESTION_AND_ANSWER = 2
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
    lines = [line for line in re.split(r"[\r\n\u2028\u2029]+", _ANSWERED.sub("\n", text)) if line.strip()]
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
    items = len(kept) > 1 and (bulleted or exchange or all(len(k) < 160 and not re.search(r"[.!?]$", k) for k in kept))
    if items:
        if exchange:
            kept = [k for k in kept if len(k) > _SHORT_TALK or not _HOUSEKEEPING.search(k)]
        kept = [bare for k in kept if (bare := without_housekeeping(k))]
        if len(kept) > 1 or exchange or bulleted:
            return Cleaned(tuple(_trim(k) for k in kept), bool(kept), exchange)
    sentences = tuple(
        _finished(said)
        for line in kept
        for s in _sentences(_THEN.sub("", _AGREED.sub("", line)))
        if (said := without_housekeeping(_EXPERIENCE.sub("", s)))
    )
    return Cleaned(sentences, False, exchange, question)


def _unlabel(line: str) -> tuple[str, bool, bool]:
    """A line without what stands before its words; whether it named a speaker; whether it was marked as a question."""
    rest = _BULLET.sub("", line)
    timed = _TIME.sub("", rest)
    rest = timed if re.match(r"\s*\[?\d{1,2}[:.]\d{2}", rest) else rest
    labelled = question = False
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
        rest, labelled = rest[label.end() :], True
    return rest, labelled, question


def _is_label(label: str) -> bool:
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
    text = _CAME.sub("", text)
    for pattern, instead in (*_TOLD_AGAIN, *_SHORTHAND):
        text = pattern.sub(instead, text)
    text = _ISE.sub(_ize, text)
    if "?" not in text:  # `Why don't they?` has no other form
        for pattern, instead in _CONTRACTIONS:
            text = pattern.sub(instead, text)
    return " ".join(text.split())


def _ize(match: re.Match[str]) -> str:
    """`organised` as `organized`: the United Nations spells so, names keep their own spelling."""
    return f"{match['stem']}iz{match['rest']}"


def _is_aside(inside: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’-]*", inside)
    return bool(_HAS_PERSON.search(inside)) and all(word.casefold() in _LABEL_WORDS | _ASIDE_WORDS for word in words)


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


def _small_numbers(sentence: str) -> str:
    """`5 years ago` as `five years ago`, where the sentence has no other figure to be read beside it."""
    if len(re.findall(r"\d+", sentence)) != 1:
        return sentence
    return _COUNTED.sub(lambda m: in_words(int(m[1])), sentence)


def _finished(sentence: str) -> str:
    """With a capital letter and an end mark."""
    sentence = _small_numbers(sentence.strip().rstrip(",;"))
    if not re.search(r"[.!?…][\"'”’)\]]*$", sentence):
        sentence = sentence.rstrip(":-–— ") + "."
    for place, char in enumerate(sentence):
        if char.isalpha():
            return sentence[:place] + char.upper() + sentence[place + 1 :]
        if char.isdigit():
            break
    return sentence


def _trim(item: str) -> str:
    return item.strip().rstrip(".;, ")
