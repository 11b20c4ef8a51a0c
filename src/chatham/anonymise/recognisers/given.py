"""People whom nothing presents: given names of the world, and rare words of which only people's doings are told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatham.anonymise.recognisers.leaning import leaning
from chatham.anonymise.recognisers.naming import could_be_name, name_after
from chatham.anonymise.recognisers.presented import is_thing
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.people.fold import fold_text
from chatham.people.gazetteers import is_given_name, is_language, is_town
from chatham.people.places import is_country as is_country_name
from chatham.people.words import CALENDAR, HONORIFICS, PARTICLES, is_common, is_country

__all__ = ["CALLED", "by_given_name", "greeted", "in_small_letters", "may_be_part", "unlisted"]

_CAPITAL = re.compile(r"(?<![\w@/.#-])[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’-][^\W\d_]+)*")
_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)\.?[ \u00a0]+$")

# Before these a name is that of a place, a storm, a ship, a law or a thing.
CALLED = frozenset(
    """
    the in at near around across storm cyclone hurricane typhoon operation camp lake mount river port fort saint st san
    santa sao village town city district province region county island street road avenue square hospital school
    university hotel radio ship boat vessel ferry mv project programme program law act article bill case plan protocol
    station prison jail market camp airport harbour harbor library stadium mosque church
    language tribe clan valley bridge border crossing gate airport bay cape point from to via through into towards
    """.split()
)
_LONGER = ("ORG", "FAC", "GPE", "LOC")
_PEOPLES = ("NORP", "LANGUAGE", "LAW")

# What stands around a rare word that is somebody's name.
_AGED = re.compile(
    r",[ \u00a0](?:\d{1,2}|(?:twenty|thirty|forty|fifty|sixty)(?:-[a-z]+)?|(?:six|seven|eigh|nine)teen)"
    r"(?=[,.;)](?!\d)|[ \u00a0](?:by|and|years?|when|now|with|from)\b)"
)
_OWN = re.compile(r"\b(?:our|my|her|his|their)[ \u00a0]+$", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:(?:her|his|my|their|whose|the (?:girl|boy|child|man|woman)['’]s) name (?:is|was)|"
    r"told (?:us |me )?(?:of|about)|"
    r"(?:lady|woman|man|girl|boy|widow|driver|nurse|mother|father|worker|guard|neighbou?r|cousin)\b[^,.;:()\n]{0,40},|"
    r"(?:man|woman|lady|speaker|person|guy)\b[^,.;:()\n]{0,30}=)[ \u00a0]+$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"['’]s?[ \u00a0]+(?:points?|questions?|comments?|remarks?|interventions?|statements?|proposals?|suggestions?|"
    r"answers?|presentations?|teams?|concerns?|replies|reply|requests?|mothers?|fathers?|sisters?|brothers?|sons?|daughters?|"
    r"wife|husband|widow|children|colleagues?|people|story|hands?|voice|idea|addition|example|experience)\b"
    r"|[ \u00a0]from (?:my|our|her|his|their) (?:office|team|group|union|organi[sz]ation|side|desk|staff)\b"
    r"|[ \u00a0]has (?:spoken|finished|left us|the floor)\b"
    r"|,[ \u00a0](?:wait|listen|look|sit|go|come|tell|don['’]t|please|you|your)\b"
)

# What is said of somebody who is not on the list, after the name.
_GREETING = re.compile(
    r"(?:yo|hi|hello|hey|salam|namaste|hola|good (?:morning|afternoon|evening))[,!]?[ \u00a0]+", re.I
)
_GREETS = re.compile(
    r"(?:^|(?<=\n)|(?<=[.:!\"“][ \u00a0]))[ \t]*(?i:buenas|buenos d[ií]as|buenas tardes|hola|bonjour|bonsoir|bom dia"
    r"|boa tarde|salam|salaam|hello|hi|good (?:morning|afternoon|evening)|namaste|habari|jambo|selam|dobar dan|hey)"
    r"(?:[ \u00a0](?:all|everyone|everybody|colleagues))?[,!.]?[ \u00a0]+(?=[^\W\d_a-zß-öø-ÿ])"
)
_NOT_LISTED = re.compile(
    r"[ \u00a0]*(?:\(|\[|,|[-–—]|[^.:\n()]{0,60}?(?:,|\band|\bbut))?[ \u00a0]*"
    r"(?:(?:who|she|he|they)(?: is| was| were)? )?"
    r"(?:(?:a |the )?walk[- ]?in\b|came (?:with|in|along)\b[^()\n:;]{0,40}?\bnot\b|"
    r"(?:is |was |and |but )?(?:not?[ -]|un)(?:yet )?(?:on (?:the |our |any |my )?(?:list|roster|sheet)|regd|"
    r"reg(?:istered|['’]?d)|listed|invited)\b|(?:is|was)n['’]t on (?:the|our|any|my) (?:list|roster|sheet)\b)",
    re.IGNORECASE,
)
_LISTED_NOT = re.compile(
    r"\b(?i:(?:not|isn['’]t|wasn['’]t) on (?:the|our|my|any) list|not registered|walk[- ]in|"
    r"joined late(?: on \w+)?)[,:;]?[ \u00a0]+(?=[^\W\d_a-zß-öø-ÿ])"
)
_ASKED = re.compile(
    r"[(\[](?P<name>[^\W\d_a-zß-öø-ÿ][\w'’-]+(?:[ \u00a0][^\W\d_a-zß-öø-ÿ][\w'’-]+){0,2})"
    r"[ \u00a0]*\?[ \u00a0]*,?[ \u00a0]*(?=(?i:not\b|walk|unreg|who\b|sp\b|spelling|check|tbc)|[)\]])"
)
_I_AM = re.compile(
    r"(?:^|\n|[.!?:][ \u00a0])[ \t]*(?:(?:hi|hello|hey|salam|ok|so|yes)[,!]?[ \u00a0])?"
    r"(?:i['’]?m|i am|this is|its|it['’]s|me is|my name is)"
    r"[ \u00a0](?P<name>[^\W\d_A-ZÀ-Þ]{3,})"
    r"(?=[ \u00a0]*(?:[&,+@/(]|w/|[-–—][ \u00a0]|(?:from|here|and i|of|at|again|with)\b))",
)
_HEAD = re.compile(r"(?m)^[ \t]*(?:[-*•>]+[ \t]*)?(?:\d{1,2}[:.h]\d\d[ \t]+)?(?=[^\W\d_])")
_HEAD_NAME = re.compile(
    r"[^\W\d_][\w'’-]*(?:[ \u00a0][^\W\d_]{1,2}\.?(?!\w)|(?:[ \u00a0][^\W\d_a-zß-öø-ÿ][\w'’-]*){1,2})?"
)
_SMALL_LABEL = re.compile(
    r"(?m)^[ \t]*(?:[-*•>]+[ \t]*)?(?P<name>[^\W\d_A-ZÀ-Þ]{3,}(?P<initial>[ \u00a0][^\W\d_]{1,2}\.?)?)"
    r"(?:[ \u00a0]*\([^()\n]*\)|[ \u00a0](?:from|of|for|at)[ \u00a0][^:\n]{2,30})?"
    r"[ \u00a0]*(?::(?=\s)|[ \u00a0][-–—][ \u00a0])"
)


def greeted(around: Surroundings) -> Iterator[tuple[int, int, float, str]]:
    """Whoever greets and says who it is, or is greeted: `Buenas, Beto Huinac, community radio`.

    Args:
        around: The note.
    """
    for match in _GREETS.finditer(around.text):
        start = match.end()
        end = name_after(around.text, start, most=3)
        words = fold_text(around.text[start:end]).split()
        if (
            words
            and all(map(may_be_part, words))
            and around.text[end : end + 1] in ",."
            and not is_thing(around, start, end)
        ):
            yield start, end, 0.85, "after a greeting"


def by_given_name(around: Surroundings) -> Iterator[tuple[int, int, float, str]]:
    """Names that begin with a given name of some country, or that only a person has: start, end, score, why.

    Args:
        around: The note.
    """
    text = around.text
    past = 0
    for match in _CAPITAL.finditer(text):
        start = match.start()
        first = fold_text(match.group()).split()
        if start < past or not first:
            continue
        given = is_given_name(first[0])
        if not given and not _rare(first[0]):
            continue
        end = name_after(text, start, most=3)
        words = fold_text(text[start:end]).split()
        if not words or not all(may_be_part(w) for w in words) or not _used(around, start, end):
            continue
        if given or _of_a_person(around, start, end):
            past = end
            yield start, end, 0.75, "a given name, used as one" if given else "a rare word, used as a person's name"


def unlisted(around: Surroundings) -> Iterator[tuple[int, int, float, str]]:
    """Names at the head of a line of which it is said that they are not on the list: `ylva, not regd:`.

    Args:
        around: The note.
    """
    text = around.text
    for match in _HEAD.finditer(text):
        begin = match.end()
        greeting = _GREETING.match(text, begin)
        begin = greeting.end() if greeting else begin
        name = _HEAD_NAME.match(text, begin)
        if name is None:
            continue
        end = name.end()
        words = fold_text(name.group()).split()
        told = _NOT_LISTED.match(text, end)
        if not told or not words or words[0] in HONORIFICS | PARTICLES or is_thing(around, begin, end):
            continue
        near = told.end() - told.start() < 30
        several = around.tag(begin) in ("NNS", "DT", "PRP", "WP", "IN", "CC")  # children not registered at birth
        if (near and len(words[0]) > 2 and not several) or may_be_part(words[0]):
            yield begin, end, 0.9, "not on the list, the note says"
    for match in _ASKED.finditer(text):
        words = fold_text(match["name"]).split()
        if all(map(may_be_part, words)) and match["name"][0].isupper() and not is_thing(around, *match.span("name")):
            yield *match.span("name"), 0.8, "asked about, in brackets"
    for match in _LISTED_NOT.finditer(text):
        end = name_after(text, match.end(), most=3)
        words = fold_text(text[match.end() : end]).split()
        if words and all(map(may_be_part, words)) and not is_thing(around, match.end(), end):
            yield match.end(), end, 0.85, "not on the list, the note says"


def in_small_letters(around: Surroundings) -> Iterator[tuple[int, int, float, str]]:
    """Names in the labels of notes that are typed without capital letters: `selma k. :`, `goran (border union) -`.

    Args:
        around: The note.
    """
    for match in _SMALL_LABEL.finditer(around.text):
        words = fold_text(match.group("name")).split()
        if not words or not (is_given_name(words[0]) or (match.group("initial") and could_be_name(words[0]))):
            continue
        yield match.start("name"), match.end("name"), 0.85, "in a speaker's label, in small letters"
    for match in _I_AM.finditer(around.text):
        word = fold_text(match["name"])
        if _rare(word) or is_given_name(word):
            yield *match.span("name"), 0.8, "whoever writes says who it is, in small letters"


def _rare(word: str) -> bool:
    return len(word) > 3 and could_be_name(word) and not (is_town(word) or is_language(word) or is_country(word))


def may_be_part(word: str) -> bool:
    """Whether a folded word may be one of a name's: an initial, a particle, a given name or a rare word.

    Args:
        word: Folded.
    """
    return len(word) == 1 or word in PARTICLES or is_given_name(word) or could_be_name(word)


def _of_a_person(around: Surroundings, start: int, end: int) -> bool:
    text = around.text
    head = text[max(0, start - 70) : start]
    if _AGED.match(text, end) or _NAMED.search(head) or _TOLD.match(text, end):
        return True
    own = _OWN.search(head) is not None and leaning(around.doc, text[start:end].split()[0]) >= 0
    return own and around.tag_after(end) not in ("NN", "NNS", "NNP", "NNPS") and text[end : end + 1] not in "'’-/"


def _used(around: Surroundings, start: int, end: int) -> bool:
    text = around.text
    raw = text[start:end]
    folded = fold_text(raw)
    if raw.isupper() and (len(raw) <= 5 or " " not in raw) and not around.shouting:
        return False
    if len(raw) < 4 or not (raw.isupper() or all(w[1:].islower() or not w[1:] for w in re.split(r"[\W_]+", raw) if w)):
        return False  # MoU
    if is_town(folded) or is_country_name(raw) or is_thing(around, start, end):
        return False
    before = _BEFORE.search(text[max(0, start - 30) : start])
    if before:
        word = fold_text(before.group(1))
        if word in CALLED:
            return False
        begun = start - len(before.group())
        opening = around.sentence_start(begun) and is_common(word)
        if before.group(1)[0].isupper() and not opening and word not in HONORIFICS | CALENDAR:
            return False  # Mae Sot, Viet Nam: part of a longer name
    after = re.match(r"[ \u00a0]([^\W\d_][\w'’-]*)", text[end : end + 30])
    if after and after.group(1)[0].isupper():
        return False
    if around.place_like(start, end):
        return False
    entity = around.entity(start, end)
    if entity is not None and entity[2] in _PEOPLES:
        return False
    if entity is not None and entity[2] in _LONGER and " " in text[entity[0] : entity[1]]:
        return False
    return leaning(around.doc, raw.split()[0]) >= -0.12
