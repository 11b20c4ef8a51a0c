"""People who are not on the roster: those who speak up, those who are spoken for, and whoever else is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from chatham.anonymise.mentions import Mention
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.evidence import person_role
from chatham.anonymise.recognisers.given import CALLED, by_given_name, greeted, in_small_letters, unlisted
from chatham.anonymise.recognisers.known import Known
from chatham.anonymise.recognisers.leaning import leaning
from chatham.anonymise.recognisers.naming import could_be_name, name_after, name_before
from chatham.anonymise.recognisers.neighbouring import coordinated
from chatham.anonymise.recognisers.newcomers import newcomers
from chatham.anonymise.recognisers.presented import all_names, bare, cued, is_thing, place_or_body
from chatham.anonymise.recognisers.roster_people import RosterPeople
from chatham.anonymise.recognisers.speech import COLLEAGUES, ROLES
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.anonymise.recognisers.told_of import told_of
from chatham.model.private import Kind, Participant
from chatham.people.fold import fold_text
from chatham.people.gazetteers import is_given_name, is_language, is_town, may_be_given
from chatham.people.letters import UPPER
from chatham.people.name_words import name_words
from chatham.people.places import is_country as is_country_name
from chatham.people.words import is_common, is_country

__all__ = ["Acquainted", "Recurring", "Strangers", "introduced"]

_HUMAN = re.compile(
    r"\b(?:widow|widower|woman|man|girl|boy|mother|father|student|worker|victim|survivor|migrant|refugee|driver|"
    r"fisherman|"
    r"fisher|seafarer|nurse|teacher|pastor|journalist|lawyer|child|son|daughter|brother|sister|cousin|husband|"
    r"wife|uncle|aunt|"
    r"neighbour|neighbor|farmer|returnee|villager|activist|teenager|maid|labourer|laborer|case of|death of|"
    r"murder of|killing of|"
    r"story of|named|called|client)s?,?[ \u00a0]+(?:named[ \u00a0]+|called[ \u00a0]+)?$",
    re.IGNORECASE,
)
_CAPITAL = re.compile(rf"(?<![\w@/.-])[{UPPER}][^\W\d_A-Z][\w’'-]*")
_NOUN_BEFORE = re.compile(r"(?<!\w)([a-zß-öø-ÿ]{3,})[ \u00a0]\(\Z")
_BODY_CLOSED = re.compile(r"\)[ \u00a0]*(?:[-–—:,]|[a-z])")
_OF_BODY = re.compile(r",?[ \u00a0](?:of|from)[ \u00a0](?:the[ \u00a0])?\Z")
_LINE_HEAD = re.compile(r"(?:^|\n)[ \t]*(?:[-*•>–][ \t]*|\d{1,2}[.)][ \t]*)?\Z")
_THING_AFTER = frozenset("NN NNS NNP NNPS CD".split())


class Strangers(MentionRecogniser):
    """Finds people by honorifics, speaker labels, verbs of speaking, and the language model's own idea of a person.

    Args:
        figures: People spoken about whose names stay, as the consultation lists them.
        loose: Take the model's word for every person: there is no roster to go by.
    """

    def __init__(self, figures: Iterable[str] = (), *, loose: bool = False):
        super().__init__()
        self.figures = frozenset(w for name in figures for w in name_words(name))
        self.loose = loose

    def mentions(self, note: NoteContext) -> Iterable[Mention]:
        """See `MentionRecogniser.mentions`."""
        around = note.around
        taken = bytearray(len(around.text) + 1)
        for m in note.found:
            taken[m.start : m.end] = b"\1" * (m.end - m.start)
        known = [m for m in note.found if m.kind is Kind.PERSON]
        others = [m for m in note.found if m.kind is not Kind.PERSON]
        bodies = [m for m in others if m.kind is Kind.AFFILIATION]
        for start, end, score, why in (*_before_body(around, bodies), *self._people(around, known, taken)):
            start = _with_initials(around.text, start)
            if end <= start or all(taken[k] for k in range(start, end) if around.text[k].isalnum()):
                continue
            if any(m.start < end and start < m.end for m in others):
                continue
            words = name_words(around.text[start:end])
            if not words or words in (("i",), ("a",)) or (self.figures and set(words) <= self.figures):
                continue
            taken[start:end] = b"\1" * (end - start)
            same = [m for m in known if m.start < end and start < m.end]
            mention = Mention(
                start=start,
                end=end,
                kind=Kind.PERSON,
                role=person_role(around, start, end),
                who=frozenset().union(*(m.who for m in same)) or frozenset({" ".join(words)}),
                recogniser=self.name,
                score=score,
                why=f"not on the roster: {why}",
            )
            known.append(mention)
            yield mention

    def _people(
        self, around: Surroundings, known: list[Mention], taken: bytearray
    ) -> Iterator[tuple[int, int, float, str]]:
        yield from cued(around, loose=self.loose)
        yield from self._model(around, known)
        yield from told_of(around, lambda start, end: any(taken[start:end]))
        yield from unlisted(around)
        for newcomer in newcomers(around):
            yield from ((start, end, 0.85, "not on the list, the note says") for start, end in newcomer.people)
        yield from greeted(around)
        yield from in_small_letters(around)
        if not self.loose:
            yield from by_given_name(around)
        for start, end in _beside(around, known):
            yield start, end, 0.75, "in one breath with others"
        for start, end in _behind(around, known):
            yield start, end, 0.7, "right behind a name that is known"

    def _model(self, around: Surroundings, known: list[Mention]) -> Iterator[tuple[int, int, float, str]]:
        text = around.text
        for start, end, label in around.entities:
            if label != "PERSON":
                continue
            start, end = _trimmed(text, start, end)
            if end <= start:
                continue
            if self.loose:
                if any(c.isalpha() for c in text[start:end]):
                    yield start, end, 0.85, "a person to the language model"
                continue
            inside = [m for m in known if m.start < end and start < m.end]
            if inside:
                # the rest of a name of which a part is known already
                yield from ((a, b, 0.8, "beside a name that is known") for a, b in _rest(text, start, end, inside))
            elif _is_person(around, start, end) and not _acronym(around, start, end):
                yield start, end, 0.7, "a person to the language model, and used like one"


class Recurring(MentionRecogniser):
    """Finds those whom `Strangers` found in this note wherever else it names them, by any part of the name."""

    def mentions(self, note: NoteContext) -> Iterable[Mention]:
        """See `MentionRecogniser.mentions`."""
        names: dict[str, str] = {}
        for m in note.found:
            if m.recogniser == Strangers.__name__:
                for key in m.who:
                    names.setdefault(str(key), note.around.text[m.start : m.end])
        if not names:
            return ()
        people = Known((key, Participant(row=n, name=name)) for n, (key, name) in enumerate(names.items(), 1))
        again = list(_again(people, note, self.name))
        # `Priya` was found: in `Priya Raman` further on the rest of the name goes with it
        rest = {start - 1: end for start, end in _behind(note.around, [*note.found, *again])}
        return [replace(m, end=rest.get(m.end, m.end)) for m in again]


class Acquainted(RosterPeople):
    """Finds people beside the roster whom some note of the batch introduces."""

    def mentions(self, note: NoteContext) -> Iterable[Mention]:
        """See `MentionRecogniser.mentions`."""
        fresh = NoteContext(around=note.around, speaker=note.speaker)
        return [m for m in super().mentions(fresh) if not note.covered(m.start, m.end)]


def introduced(texts: Iterable[str], speakers: Iterable[str], known: Known) -> tuple[tuple[str, Participant], ...]:
    """People whom some note of a batch introduces beyond doubt, so that all its notes know them.

    Args:
        texts: Raw texts of the batch.
        speakers: Who is written down as speaking, where that is nobody on the roster.
        known: The roster, compiled: its people are left out.
    """
    names: dict[str, str] = {}
    for name in speakers:
        words = name_words(name)
        if words and not known.who(name) and any(len(w) > 2 and not is_country(w) for w in words):
            names.setdefault(" ".join(words), " ".join(words))
    for text in texts:
        around = Surroundings(text)
        for start, end, score, _ in cued(around):
            words = name_words(text[start:end])
            named = any(len(w) > 1 for w in words) and all(could_be_name(w) or len(w) == 1 for w in words)
            if score >= 0.9 and named:  # a letter by itself is nobody's name: `[I, for the record]`
                surface = text[start:end]
                elsewhere = " ".join(words) in known.bodies.entries or is_country_name(surface)
                if not elsewhere and not known.who(surface):
                    names.setdefault(" ".join(words), " ".join(words))
    return tuple((key, Participant(row=n, name=name)) for n, (key, name) in enumerate(sorted(names.items()), 1))


def _beside(around: Surroundings, known: list[Mention]) -> Iterator[tuple[int, int]]:
    """Words that may be names in a row with people: `Grace, Wendy and Anil want`."""
    for match in _CAPITAL.finditer(around.text):
        start = match.start()
        if not could_be_name(fold_text(match.group())) or any(m.start <= start < m.end for m in known):
            continue
        if not coordinated(around, [(m.start, m.end) for m in known], start, match.end()):
            continue
        end = name_after(around.text, start, most=3)
        if around.word_before(start) in ("the", "of", "from", "to") or not all_names(around.text[start:end]):
            continue
        if end > start and not is_thing(around, start, end) and not place_or_body(around, start, end):
            yield start, end


def _before_body(around: Surroundings, bodies: list[Mention]) -> Iterator[tuple[int, int, float, str]]:
    """Names at the head of a line with an organisation on the roster in brackets behind them: `- Shivaun (MCWB) –`."""
    text = around.text
    for body in bodies:
        link = _OF_BODY.search(text[max(0, body.start - 12) : body.start])
        if link:
            end = body.start - len(link.group())
            start = name_before(text, end)
            named = start < end and all_names(text[start:end]) and not is_thing(around, start, end)
            if named and not place_or_body(around, start, end):
                yield start, end, 0.8, "of an organisation on the roster"
            continue
        if text[body.start - 1 : body.start] != "(" or not _BODY_CLOSED.match(text, body.end):
            continue
        end = len(text[: body.start - 1].rstrip(" \u00a0"))
        start = name_before(text, end)
        if start < end and _LINE_HEAD.search(text[max(0, start - 8) : start]) and all_names(text[start:end]):
            yield start, end, 0.85, "before an organisation on the roster"


def _behind(around: Surroundings, known: list[Mention]) -> Iterator[tuple[int, int]]:
    """Words that may be names with nothing but a space between them and somebody's name, be they names of towns too."""
    for m in known:
        start = m.end + 1
        if around.text[m.end : start] not in (" ", "\u00a0") or any(
            other.start <= start < other.end for other in known
        ):
            continue
        end = name_after(around.text, start, most=3)
        if end == start or not all_names(around.text[start:end]):
            continue
        thing = is_thing(around, start, end) and not is_town(fold_text(around.text[start:end]))
        if not thing and not place_or_body(around, start, end):
            yield start, end


def _rest(text: str, start: int, end: int, inside: list[Mention]) -> Iterator[tuple[int, int]]:
    for m in re.finditer(r"[^\W\d_][\w'’-]*", text[start:end]):
        a, b = start + m.start(), start + m.end()
        if text[b - 2 : b] in ("'s", "’s"):
            b -= 2
        beside = any(a == m2.end + 1 or b == m2.start - 1 for m2 in inside)
        if beside and text[a].isupper() and could_be_name(fold_text(text[a:b])):
            yield a, b


def _with_initials(text: str, start: int) -> int:
    """Where a name begins, with the initials before it: `P. Muthulakshmi`."""
    match = re.search(r"(?<![\w.])(?:[^\W\d_a-zß-öø-ÿ]\.[ \u00a0-]?){1,3}\Z", text[max(0, start - 12) : start])
    return start if match is None else start - len(match.group())


def _acronym(around: Surroundings, start: int, end: int) -> bool:
    """Whether capitals stand for a body: `Ask GAFILAT for an opinion`."""
    raw = around.text[start:end]
    return len(raw) > 3 and raw.isalpha() and raw.isupper() and not around.shouting and not around.label(start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The model's stretch without honorifics, possessives and what does not belong to a name."""
    raw = text[start:end]
    cut = re.search(r"[\n:(\[/]", raw)
    if cut:
        end = start + cut.start()
    for ending in ("'s", "’s", "'", "’"):
        if text[start:end].endswith(ending):
            end -= len(ending)
    start, end = bare(text, start, end)
    while end > start and text[end - 1] == "." and not re.search(r"\b\w\.$", text[start:end]):
        end -= 1
    return start, end


def _is_person(around: Surroundings, start: int, end: int) -> bool:
    text = around.text
    raw = text[start:end]
    words = fold_text(raw).split()
    names = [w for w in words if could_be_name(w)]
    if not names or any(c.isdigit() for c in raw) or (raw.isupper() and len(raw) < 7):
        return False
    if len(names) * 2 < len([w for w in words if len(w) > 1]) or any(is_country(w) for w in words):
        return False
    if is_country_name(raw) or any(is_language(w) for w in words):
        return False
    if len(words) > 1 and is_common(words[-1]) and not may_be_given(words[0]):
        return False  # the Yogyakarta Principles
    if not all(
        w[0].isupper() or fold_text(w) in ("de", "bin", "binti", "al", "van", "von", "da", "dos", "el", "ibn")
        for w in raw.split()
    ):
        return False
    if is_thing(around, start, end):
        return False
    if around.honorific(start) or around.verb_before(start):
        return True
    if around.word_before(start) in CALLED or _renders(around, start, end, words[0]):
        return False
    if is_country_name(raw) or _of_places(around, start, end) or around.from_to(start, end):
        return False
    if not could_be_name(words[0]) and leaning(around.doc, raw.split()[0]) <= 0:
        return False  # Cyclone Gita, Camp Hoja
    if around.place_before(start) or around.listed_with_places(start, end) or around.word_before(start) == "the":
        return False
    if text[end : end + 1] == "!":
        return False
    if _HUMAN.search(text[max(0, start - 40) : start]) or re.match(
        r",?\s+(?:who\b|\d{1,2},|aged\b)", text[end : end + 12]
    ):
        return True
    if around.word_before(start) in ("from", "at") and len(words) == 1:
        return False
    if around.verb_after(end) and around.tag_after(end) in ("VBD", "VBZ", ""):
        return True
    if len(words) < 2 or around.word_before(start) in ("from", "to", "of"):
        return False
    return around.tag_after(end) not in _THING_AFTER


def _renders(around: Surroundings, start: int, end: int, first: str) -> bool:
    """Whether brackets say what a thing is called elsewhere: `the border guard (Straż Graniczna)`."""
    head = _NOUN_BEFORE.search(around.text[max(0, start - 30) : start])
    return (
        head is not None
        and around.text[end : end + 1] == ")"
        and not is_given_name(first)
        and fold_text(head.group(1)) not in ROLES
        and fold_text(head.group(1)) not in COLLEAGUES
    )


def _of_places(around: Surroundings, start: int, end: int) -> bool:
    """Whether it stands as only a place does: a sentence by itself in a row of them, or an owner that is an `it`."""
    text = around.text
    alone = around.sentence_start(start) and re.match(r"[.!](?:\s|$)", text[end:])
    if alone and leaning(around.doc, text[start:end]) <= 0.12:
        return True
    follows = re.match(r"[ \u00a0]\w+(?:[ \u00a0]\w+){0,2}[ \u00a0](its|his|her|their|my)\b", text[end : end + 60])
    return follows is not None and follows.group(1) == "its"


def _again(people: Known, note: NoteContext, name: str) -> Iterator[Mention]:
    """Other places that name these people, judged as the roster's people are."""
    found = NoteContext(around=note.around, speaker=note.speaker)
    for m in RosterPeople(people).mentions(found):
        if not note.covered(m.start, m.end):
            yield Mention(
                start=m.start,
                end=m.end,
                kind=m.kind,
                role=m.role,
                who=m.who,
                recogniser=name,
                score=min(m.score, 0.9),
                why="not on the roster: named before",
            )
