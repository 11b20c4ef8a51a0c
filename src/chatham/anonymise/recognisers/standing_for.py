"""Where somebody is said to stand for an organisation, listed or not: `Deng, who'd come from the Drivers' Post`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatham.anonymise.recognisers.base import NoteContext
from chatham.anonymise.recognisers.naming import organisation_after, organisation_before
from chatham.anonymise.recognisers.newcomers import newcomers
from chatham.model.private import Kind
from chatham.people.bodies import is_generic
from chatham.people.fold import fold_text
from chatham.people.meaning import BODY, is_thing, meanings
from chatham.people.words import is_country

__all__ = ["called_a_body", "places", "small_body"]

_INTRODUCES = re.compile(
    r"\b(?:member of|on behalf of|behalf of|representing|represents|(?:colleague|speaker|representative|"
    r"participant|delegate|friend|"
    r"walk-in|somebody|someone|volunteer|staff)s? (?:from|of|with|at)|"
    r"(?:rang|dialled|dialed|joined|spoke|speaking|called|came)\b[^.\n]{0,60}?\bfor|"
    r"we at|he said|she said|works? for|working for|works? at|founder of|head of)\s+(?:the\s+)?(?=[^\W\d_])"
)
_HIS = re.compile(
    r"\b(?:my|our|his|her|their)\s+(?:own\s+|little\s+|small\s+|new\s+)?(?:group|collective|association|organi[sz]ation|network|"
    r"union|foundation|ngo|cooperative|co-op|society|movement|federation|institute|cent(?:re|er)|committee|agency|"
    r"company|firm|initiative|charity|paper|newspaper|magazine|station|clinic|church|parish|club)"
    r"(?:\s*,\s*|\s+(?:is\s+)?(?:called|named)\s+|\s*\(|\s+)(?:the\s+)?(?=[^\W\d_])"
)
_UNLISTED = re.compile(
    r"\s*\((?:a\s+)?(?:walk-in|not\s+(?:on\s+the\s+(?:list|roster)|registered|listed)|unregistered|on\s+no\s+list)\b"
)
_AFTER_PERSON = re.compile(
    r"(?:['’]s)?(?:,?\s+who(?:['’](?:d|s|ve))?\s+(?:[a-z]+\s+){1,3}(?:from|at|for|with)\s+(?:the\s+)?"
    r"|(?:,\s+[a-z-]+){0,3},?\s(?:of|from|with|at|for)\s+(?:the\s+)?"
    r"|\s*\(\s*(?:(?:walk-in|of|from|for|with|at)\s*,?\s*)?(?:the\s+)?|\s*,\s*(?:the\s+)?|\s?/\s?|\s@\s?|\s[-–—]\s)"
)
_BRACKETED = re.compile(r"[^\W\d_a-zß-öø-ÿ][^\W\d_]+(?:[ \u00a0][\w’'&-]+){1,8}(?=\))")
_BEFORE_PERSON = re.compile(r"([^\W\d_][^:()\n]{1,70}?)\s+\(\s*(?:[A-Z]\w{0,5}\.?\s+)?$")


# Whatever parts two words is one run of white space: a pattern that can part a word anywhere never ends.
_LAST_WORDS = re.compile(r"[^\W\d_][\w'’&-]*(?:\s+[^\W\d_][\w'’&-]*)*\s*\Z")
_SENDS = re.compile(
    r"(?:['’]s|\s+(?:sent|sends|had sent|delegated|nominated|brought|lent))\s+(?:its\s+|their\s+)?(?:[a-z]+,?\s+)?$"
)
_WE_AT = re.compile(
    r"(?:^|(?<=[\s(\"“]))(?:[Aa]t|(?P<we>(?:[Ww]e|us)\s+(?:of|at|from)|[Ww]e\s+are|I\s+(?:am|come|speak)\s+(?:from|for)"
    r"|I(?:['’]m|\s+am)\s+(?:an?|the|one)\s+(?:[a-z-]+\s+){1,3}(?:from|of|at|with)))\s+(?:the\s+)?"
    r"(?=[^\W\d_])"
)
# What somebody does for an organisation, or with it, right after the name: `works nights for`, `edits`, `came with`.
_OWN_GROUP = "group|union|choir|team|club|network|organi[sz]ation|association|collective|paper"
_LEADS = (
    "represent(?:s|ed|ing)|edit(?:s|ed)|leads?|led|runs?|ran|heads?|headed|chairs?|chaired|founded|directs?|manages?"
    "|speaks for|spoke for|owns?|keeps|coordinates|opened|started"
)
_SERVES = "works?|worked|cooks?|drives?|volunteers?|interprets|sings|came|comes|come|coming|joining|serves"
_DOES = re.compile(
    rf"(?:['’]s\s+(?:own\s+)?(?:(?:{_OWN_GROUP}),\s+)?|,?\s+(?:who\s+)?(?:also\s+|now\s+)?(?:{_LEADS}"
    rf"|(?:{_SERVES})\s+(?:[a-z]+\s+){{0,2}}?(?:for|with|at|from|here for|there for))\s+)(?:the\s+)?(?=[^\W\d_])"
)
_SOMEBODY = (
    "speaker|participant|delegate|representative|member|colleague|volunteer|friend|walk-?in|guest|lady|wom[ae]n|m[ae]n"
    "|somebody|someone|nun|neighbour|newcomer|voice"
)
_SOMEBODY_FROM = re.compile(
    rf"\b(?:{_SOMEBODY})s?(?:,?\s+who\s+(?:[a-z]+\s+){{1,3}})?\s*(?:from|of|with|at|for)\s+(?:the\s+)?(?=[^\W\d_])",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b(?:signed(?:\s+by|(?=[:,]))|received\s+from|submitted\s+by|handed\s+in\s+by|written\s+by|sent\s+by"
    r"|(?:statement|text|message|letter|card|leaflet|greetings|joint\s+\w+)\s+(?:by|from)|(?:joint\s+)?statement\s+of)[:,]?\s+"
    r"(?:the\s+)?(?:(?:women|men|people|workers|members|staff|crew|mothers|drivers)\s+of\s+)?(?:the\s+)?(?=[^\W\d_])",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"\.?\s*(?:[(,/@]|\s[-–—]\s|\b(?:from|of|at|for|with)\b)\s*(?:from\s+|of\s+|at\s+)?(?:the\s+)?"
    r"(?P<name>[^\W\d_][\w’' -]{2,40}?)\s*"
    r"(?=[):,;./]|\s[-–—]\s|\s(?:said|asks?|asked|says|wants|here|joining|and)\b|$|\n)"
)
_SMALL_BEFORE = re.compile(r"(?:^|\n)[ \t]*(?:[-*•]\s+)?(?P<name>[^\W\d_][\w’' -]{2,40}?)\s*[(/]\s*$")
_SMALL_WE = re.compile(
    r"\b(?:we|us|i(?:['’]m| am)?)\s+(?:are\s+)?(?:at|of|from|with)\s+(?:the\s+)?(?P<name>[^\W\d_][\w’' -]{2,40}?)\s*"
    r"(?=[):,;.!?]|\s[-–—]\s|\s(?:we|here|have|need|want|ask|say|and|got|see|think|do|did|know)\b|$|\n)"
)
_HOUSES = frozenset(
    "house home kitchen shelter clinic school radio choir club desk line hotline mission press table".split()
)
_NO_BODY = frozenset(
    """
    my our your his her their this that these those every each any some no same other another new trade local public
    private national european international government police city town small big many all
    """.split()
)
# Organisations that are spoken about in every consultation.
_EVERYBODYS = frozenset(
    """
    amnesty oxfam caritas msf frontex iom unhcr unicef ilo un eu osce interpol europol greenpeace care icrc ifrc
    redcross unesco undp who wto imf parliament commission convention protocol compact government ministry court
    police embassy nations borders
    """.split()
)
_HAS = re.compile(
    r"\b(?:he|she|they|who)\s+(?:has|have|runs?|leads?|heads?|keeps?|founded|chairs?|pastors?|edits?)\s+(?:an?|the|his|her|their)\s+"
    r"(?:small\s+|little\s+|tiny\s+|own\s+)?(?:church|parish|school|shop|paper|newspaper|magazine|radio|station|club|group|association|union|network"
    r"|shelter|kitchen|clinic|house|choir|theatre|cooperative|charity|foundation|collective|centre|center|mosque|temple)\b"
    r"[^.;\n]{0,50}?(?:,|\bcalled|\bnamed)\s+(?:the\s+)?(?=[^\W\d_])"
)


def places(note: NoteContext) -> Iterator[tuple[int, int]]:
    """Stretches that may be the name of an organisation for which somebody in the room stands: start, end.

    Args:
        note: The note; people found so far count.
    """
    yield from _beside_people(note)
    yield from _introduced(note)
    yield from _unlisted(note)
    for newcomer in newcomers(note.around):
        yield from newcomer.bodies
    yield from _in_small_letters(note)


def _beside_people(note: NoteContext) -> Iterator[tuple[int, int]]:
    text = note.around.text
    for mention in note.found:
        if mention.kind is not Kind.PERSON:
            continue
        link = _AFTER_PERSON.match(text, mention.end)
        if link:
            start = link.end()
            end = organisation_after(text, start)
            bracket = text[link.start() : start].lstrip().startswith("(")
            whole = _BRACKETED.match(text, start) if bracket else None
            if whole and text[end : end + 1] != ")" and called_a_body(whole.group()):
                end = whole.end()
            closed = not bracket or text[end : end + 1] in ("),", ")", ",", ";")
            separated = text[link.start() : start].strip() in (",", "/", "-", "–", "—")
            labelled = note.around.label(mention.start, end) is not None
            if separated and not labelled and text[end : end + 1] not in (",", ":"):
                last = re.match(r"\s*(?:\.\s*)?(?:$|\n|[.;)])", text[end:])
                closed = not note.around.shouting and last is not None and called_a_body(text[start:end])
            if closed:
                yield start, end
        does = _DOES.match(text, mention.end)
        if does:
            yield does.end(), organisation_after(text, does.end())
        before = _BEFORE_PERSON.search(text[max(0, mention.start - 90) : mention.start])
        label = note.around.label(mention.start, mention.end)
        if before and label is not None:
            yield label.start, max(0, mention.start - 90) + before.end(1)
        elif before:
            end = max(0, mention.start - 90) + before.end(1)
            start = organisation_before(text, end)
            if start < end and called_a_body(text[start:end]):
                yield _without_article(text, start), end
        sends = _SENDS.search(text[max(0, mention.start - 24) : mention.start])
        if sends:
            end = max(0, mention.start - 24) + sends.start()
            start = organisation_before(text, end)
            if start < end and called_a_body(text[start:end]):
                yield _without_article(text, start), end


def _introduced(note: NoteContext) -> Iterator[tuple[int, int]]:
    text = note.around.text
    for pattern in (_INTRODUCES, _HIS, _HAS):
        for match in pattern.finditer(text):
            yield match.end(), organisation_after(text, match.end())
    for match in _WE_AT.finditer(text):
        end = organisation_after(text, match.end())
        if match.group("we") or re.match(r",?\s+(?:we|our)\b", text[end : end + 8]):
            yield match.end(), end
    for match in _SOMEBODY_FROM.finditer(text):
        end = organisation_after(text, match.end())
        spoke = note.around.verb_after(end) or re.match(r"\s*(?::|\(not\b)", text[end : end + 8])
        if spoke and _uncommon(text[match.end() : end]):
            yield match.end(), end
    for match in _SIGNED.finditer(text):
        end = organisation_after(text, match.end())
        if _uncommon(text[match.end() : end]):
            yield match.end(), end


def _unlisted(note: NoteContext) -> Iterator[tuple[int, int]]:
    text = note.around.text
    if "(" not in text:
        return
    for match in _UNLISTED.finditer(text):
        first = max(0, match.start() - 60)
        words = _LAST_WORDS.search(text, first, match.start())
        if words:
            yield from _capitals(text, words.start(), match.start())


def _in_small_letters(note: NoteContext) -> Iterator[tuple[int, int]]:
    """Beside a name typed without a capital letter, or with `we`: `milan k. (harvest hands group) -`."""
    around = note.around
    text = around.text
    for mention in note.found:
        if mention.kind is not Kind.PERSON or not (text[mention.start].islower() or around.lower):
            continue
        match = _SMALL.match(text, mention.end)
        if match and small_body(match.group("name")):
            yield match.span("name")
        first = max(0, mention.start - 50)
        before = _SMALL_BEFORE.search(text[first : mention.start])
        if before and small_body(before.group("name")):
            yield first + before.start("name"), first + before.end("name")
    if around.lower:
        for match in _SMALL_WE.finditer(text):
            if small_body(match.group("name")):
                yield match.span("name")


def small_body(raw: str) -> bool:
    """Whether words typed without capital letters are an organisation's name: the last or first says what it is.

    Args:
        raw: As typed.
    """
    words = [w for w in fold_text(raw).split() if w not in ("the", "a", "an", "of", "and")]
    if not 1 < len(words) <= 5 or raw != raw.lower() or any(w in _NO_BODY for w in words):
        return False
    ends = (words[0], words[-1])
    return any(any(m.startswith(BODY) for m in meanings(w)) or w in _HOUSES for w in ends)


def _capitals(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch from the first word with a capital letter on from which a name reaches the end."""
    for word in re.finditer(r"[^\W\d_][\w'’&-]*", text[start:end]):
        begin = start + word.start()
        if word.group()[0].isupper() and organisation_after(text, begin) == end:
            yield begin, end
            return


def _uncommon(raw: str) -> bool:
    """Whether a name is of several words, and none of an organisation that everybody speaks of."""
    words = fold_text(raw).split()
    return len(words) > 1 and not any(w in _EVERYBODYS or is_country(w) for w in words)


def called_a_body(raw: str) -> bool:
    """Whether one of its words says what kind of body or house it is: `Casa Mare Collective`, `Seven Rivers Lodge`.

    Args:
        raw: As typed.
    """
    words = fold_text(raw).split()
    return len(words) > 1 and any(
        is_generic(w) or any(m.startswith(BODY) for m in meanings(w)) or is_thing(w) for w in words
    )


def _without_article(text: str, start: int) -> int:
    article = re.match(r"[Tt]he\s+", text[start : start + 5])
    return start + article.end() if article else start
