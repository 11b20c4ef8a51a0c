"""People who are not on the roster: those who speak up, those who are spoken for, and whoever else is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chatham.anonymise.mentions import Mention
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.evidence import person_role
from chatham.anonymise.recognisers.known import Known
from chatham.anonymise.recognisers.leaning import leaning
from chatham.anonymise.recognisers.naming import (
    LIKELY,
    could_be_name,
    name_after,
    name_before,
    organisation_after,
    public_office,
)
from chatham.anonymise.recognisers.roster_people import RosterPeople
from chatham.anonymise.recognisers.speech import ROLES
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.model.private import Kind, Participant
from chatham.people.fold import fold_text
from chatham.people.names import name_words
from chatham.people.places import is_country as is_country_name
from chatham.people.words import HONORIFICS, is_common, is_country

__all__ = ["Acquainted", "Recurring", "Strangers", "introduced"]

_HONORIFIC = re.compile(r"(?<![\w.])([^\W\d_]{1,10})(\.?)[ \u00a0]+(?=[^\W\d_])")
_LEADS = re.compile(
    r"\b(?:colleague|colleagues|friend|interpreter|translator|assistant|coworker|co-worker|facilitator|"
    r"moderator|rapporteur|"
    r"introduced as|seconded by|story told by|chaired by|speaker was|thanks to|thanked|thanks|thank you|thx)"
    r",?[ \u00a0]+(?=[^\W\d_])",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"(?:[ \u00a0]+\((?:a\s+)?walk[- ]in\b|,?[ \u00a0]+(?:who|rang in|dialled in|dialed in|joined|"
    r"introduced (?:her|him|them)sel(?:f|ves)|is ill|"
    r"could not (?:connect|join|attend)|couldn['’]t (?:connect|join|get)|sends? (?:his|her|their) (?:regrets|"
    r"apologies))\b)"
)
_CHAT = re.compile(
    r"^[ \t]*(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[ \t]*)?From[ \u00a0]+(?P<name>[^:\n]{2,50}?)[ \u00a0]*"
    r"(?:\([^)\n]*\)[ \u00a0]*)?(?:to[ \u00a0]+[^:\n]{2,40})?[ \u00a0]*:",
    re.IGNORECASE | re.MULTILINE,
)
_APPOSED = re.compile(r",[ \u00a0]+(?:the|a|an|our|his|her|their)[ \u00a0]+[^,.;:\n]{2,40}?[ \u00a0]who\b")
_BESIDE = re.compile(r"[ \u00a0](?:of|from|for|with|at)[ \u00a0]+(?:the[ \u00a0]+)?(?=[^\W\d_])")
_IN_BRACKETS = re.compile(
    r"\b(?:colleague|representative|speaker|participant|delegate|facilitator|moderator|chair|rapporteur|officer|"
    r"interpreter|member)"
    r"s?[ \u00a0]+\((?:(?:Mr|Ms|Mrs|Dr)\.?[ \u00a0]+)?(?=[^\W\d_])"
)
_DOES = re.compile(
    r"[ \u00a0](?:mentioned|told|asked|agreed|disagreed|thanked|explained|recalled|wondered|thinks|believes|"
    r"felt|feels|replied|"
    r"added|regretted|wished|wishes|wants|wanted|laughed|shared|insisted|reminded|admitted|hoped|hopes|apologi[sz]ed)\b"
    r"(?=[ \u00a0](?:that|whether|if|how|why|the|everyone|everybody|us|a|an|for|to|with|about|his|her|their|it)\b|[:,])"
)
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
_THING_AFTER = frozenset("NN NNS NNP NNPS CD".split())
_TITLES = re.compile(
    r"\b(?:(?:Sir|Dame|Lord|Lady|Baroness|Baron|Justice|Judge|Magistrate|Detective|Constable|Sergeant|Inspector|"
    r"Superintendent|"
    r"Captain|Colonel|Major|General|Lieutenant|Corporal|Private|Commander|Officer|Chief|President|Minister|"
    r"Senator|Ambassador|"
    r"Professor|Doctor|Father|Sister|Brother|Bishop|Imam|Sheikh|King|Queen|Prince|Princess)[ \u00a0]+)+(?=[^\W\d_])"
)
_LETTERS = re.compile(r"(?<![\w.])(?:[^\W\d_a-zß-öø-ÿ]\.[- ]?){2,4}(?![\w.])")
_COUPLE = re.compile(r"\b(?:Mr|Dr)\.? and (?:Mrs|Ms|Mr|Dr)\.?[ \u00a0]+(?=[^\W\d_])")
_NO_LETTERS = frozenset("us uk un eu am pm dc ny ec usa ussr bc ad no".split())
_CASE = re.compile(r"[ \u00a0](?:v|vs|versus)\.?[ \u00a0]")


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
        for start, end, score, why in (*cued(around, loose=self.loose), *self._model(around, known)):
            if end <= start or all(taken[k] for k in range(start, end) if around.text[k].isalnum()):
                continue
            if any(m.start < end and start < m.end for m in others):
                continue
            words = name_words(around.text[start:end])
            if not words or (self.figures and set(words) <= self.figures):
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
            elif _is_person(around, start, end):
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
        return _again(people, note, self.name)


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
            if score >= 0.9 and words and all(could_be_name(w) or len(w) == 1 for w in words):
                surface = text[start:end]
                elsewhere = " ".join(words) in known.bodies.entries or is_country_name(surface)
                if not elsewhere and not known.who(surface):
                    names.setdefault(" ".join(words), " ".join(words))
    return tuple((key, Participant(row=n, name=name)) for n, (key, name) in enumerate(sorted(names.items()), 1))


def cued(around: Surroundings, *, loose: bool = False) -> Iterator[tuple[int, int, float, str]]:
    """People whom the text itself marks as such: start, end, score, why.

    Args:
        around: The note; the model's reading helps where there is one.
        loose: Take titles of office, initials and parties of court cases for people as well.
    """
    text = around.text
    if loose:
        yield from _titled(text)
    for match in _CHAT.finditer(text):
        start, end = match.span("name")
        start, end = _bare(text, start, end)
        if end > start and fold_text(text[start:end]):
            yield start, end, 0.95, "the sender of a chat message"
    for match in _HONORIFIC.finditer(text):
        word = fold_text(match.group(1))
        if word not in LIKELY or not around.honorific(match.end()):
            continue
        if loose:
            yield match.end(), name_after(text, match.end()), 0.95, "after an honorific"
            continue
        if not match.group(1)[0].isupper() and word not in (
            "mr",
            "mrs",
            "ms",
            "dr",
            "prof",
            "sr",
            "daw",
            "pak",
            "ibu",
            "khun",
            "ate",
            "kuya",
        ):
            continue
        end = name_after(text, match.end())
        if end == match.end() and match.group(1)[0].islower() and around.lower:
            lower = re.match(r"[^\W\d_]+", text[match.end() :])
            end = match.end() + len(lower.group()) if lower and could_be_name(fold_text(lower.group())) else end
        if end > match.end() and not _is_thing(around, match.end(), end):
            yield match.end(), end, 0.95, "after an honorific"
    yield from _labelled(around)
    for match in _LEADS.finditer(text):
        start = match.end()
        honorific = _HONORIFIC.match(text, start)
        if honorific and fold_text(honorific.group(1)) in HONORIFICS:
            start = honorific.end()
        end = name_after(text, start, most=3)
        if end > start and _all_names(text[start:end]) and not _is_thing(around, start, end):
            yield start, end, 0.9, "after words that lead to a name"
    yield from _apposed(around)
    yield from _speaking(around)
    for match in _FOLLOWS.finditer(text):
        start = name_before(text, match.start())
        sure = not match.group().strip(" ,").startswith("who")
        if (
            start < match.start()
            and _all_names(text[start : match.start()])
            and not _is_thing(around, start, match.start())
        ):
            entity = around.entity(start, match.start())
            if sure or (entity is not None and entity[2] == "PERSON"):
                yield start, match.start(), 0.9 if sure else 0.75, "before words that follow a name"


def _titled(text: str) -> Iterator[tuple[int, int, float, str]]:
    """`Detective Constable Wilson`, `Mr Justice Collins`, `C.C.`: with the title, for nobody is to be left out."""
    for match in _TITLES.finditer(text):
        end = name_after(text, match.end())
        if end > match.end():
            yield match.start(), end, 0.9, "after a title"
    for match in _LETTERS.finditer(text):
        if fold_text(match.group()).replace(" ", "") not in _NO_LETTERS:
            yield match.start(), match.end(), 0.7, "initials"
    for match in _COUPLE.finditer(text):
        yield match.end(), name_after(text, match.end()), 0.95, "after an honorific"


def _apposed(around: Surroundings) -> Iterator[tuple[int, int, float, str]]:
    """`Eh Paw, the para-legal who`, and `Nodira Ismoilova of the Confederation, who` or with a verb of speaking."""
    text = around.text
    for match in _APPOSED.finditer(text):
        start = name_before(text, match.start())
        raw = text[start : match.start()]
        if raw and (_all_names(raw) or (" " in raw and not around.with_countries(start, match.start()))):
            yield start, match.start(), 0.85, "before words that follow a name"
    for match in _BESIDE.finditer(text):
        start = name_before(text, match.start())
        if start == match.start() or not around.sentence_start(start) or not _all_names(text[start : match.start()]):
            continue
        end = organisation_after(text, match.end())
        if end == match.end() or is_country_name(text[match.end() : end]):
            continue
        if around.verb_after(end) or re.match(
            r",[ \u00a0]+(?:who|let in|not registered|dialling|joining)\b", text[end:]
        ):
            yield start, match.start(), 0.85, "with an organisation, and speaking"


def _speaking(around: Surroundings) -> Iterator[tuple[int, int, float, str]]:
    """`The IOM colleague (Tomek)`, and `Tomek mentioned that`: what only people do, at the head of a sentence."""
    text = around.text
    for match in _IN_BRACKETS.finditer(text):
        end = name_after(text, match.end(), most=3)
        if end > match.end() and text[end : end + 1] in (")", ",") and _all_names(text[match.end() : end]):
            yield match.end(), end, 0.9, "in brackets after a word for a person"
    for match in _DOES.finditer(text):
        start = name_before(text, match.start())
        raw = text[start : match.start()]
        if (
            not raw
            or not around.sentence_start(start)
            or not _all_names(raw)
            or _is_thing(around, start, match.start())
        ):
            continue
        entity = around.entity(start, match.start())
        label = entity[2] if entity else ""
        if raw.isupper() or label in ("GPE", "LOC", "NORP", "FAC", "LANGUAGE", "LAW", "EVENT"):
            continue
        if label != "PERSON" and (around.doc is None or leaning(around.doc, raw) < -0.12):
            continue
        yield start, match.start(), 0.75, "before a verb that only people go with"


def _labelled(around: Surroundings) -> Iterator[tuple[int, int, float, str]]:
    text = around.text
    for label in around.labels:
        core = text[label.start : label.end]
        colon = text[label.end : label.end + 2].lstrip().startswith((":", "]", "}"))
        if not colon and not label.strong:
            continue
        outside = re.sub(r"\([^()]*\)?", lambda m: " " * len(m.group()), core)
        inside = [(m.start() + 1, m.end()) for m in re.finditer(r"\([^()]*", core)] if _plain(outside) else []
        pieces = [(m.start(), m.end()) for m in re.finditer(r"[^,&/+–—|;]+", outside)]
        parts = [p for begin, finish in pieces for p in _split_and(core, begin, finish)]
        if len(parts) > 4:
            continue
        stretches = [_bare(text, label.start + begin, label.start + finish) for begin, finish in (*parts, *inside)]
        stretches = [(start, end) for start, end in stretches if end > start]
        names = [_is_label_name(around, start, end, strong=label.strong) for start, end in stretches]
        for (start, end), named in zip(stretches, names, strict=True):
            # beside a name, a word that may be one is one
            if named or (any(names) and not inside and _all_names(text[start:end]) and text[start].isupper()):
                yield start, end, 0.9 if label.strong else 0.8, "in a speaker's label"


def _split_and(core: str, begin: int, finish: int) -> Iterator[tuple[int, int]]:
    place = begin
    for m in re.finditer(r"\s+(?:and|with)\s+", core[begin:finish]):
        yield place, begin + m.start()
        place = begin + m.end()
    yield place, finish


def _plain(outside: str) -> bool:
    """Whether a label's words outside its brackets say nothing but a role or a letter: `A (Kugan):`."""
    return all(w in ROLES or len(w) == 1 for w in fold_text(outside).split())


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A label's stretch without spaces, honorifics and role words at its ends."""
    while True:
        while start < end and not text[start].isalnum():
            start += 1
        while end > start and not text[end - 1].isalnum() and text[end - 1] != ".":
            end -= 1
        first = re.match(r"([^\W\d_]+)\.?[ \u00a0]+", text[start:end])
        word = fold_text(first.group(1)) if first else ""
        if first and (word in HONORIFICS or word in ROLES) and word not in ("de", "el", "la", "al"):
            start += first.end()
            continue
        last = re.search(r"[ \u00a0]+([^\W\d_]+)$", text[start:end])
        if last and fold_text(last.group(1)) in ROLES:
            end = start + last.start()
            continue
        return start, end


def _is_label_name(around: Surroundings, start: int, end: int, *, strong: bool) -> bool:
    raw = around.text[start:end]
    words = fold_text(raw).split()
    if not 0 < len(words) <= 4 or any(c.isdigit() for c in raw):
        return False
    if strong:
        return not all(w in ROLES for w in words) and not (len(words) == 1 and is_country(words[0]))
    entity = around.entity(start, end)
    label = entity[2] if entity and entity[0] <= start and end <= entity[1] else ""
    if raw.isupper() and len(raw) <= 6:
        return False
    if not raw[0].isupper() or any(w in ROLES for w in words):
        return False
    named = [could_be_name(w) or len(w) == 1 for w in words]
    if label == "PERSON" and leaning(around.doc, raw) > -0.12 and any(named) and sum(named) * 2 >= len(named):
        return True
    lean = min(leaning(around.doc, w) for w in raw.split())
    if lean < -0.12:
        return False
    if label in ("GPE", "LOC", "NORP", "ORG", "FAC", "LAW", "LANGUAGE", "PRODUCT", "EVENT"):
        return lean > 0.12 and all(named)
    return all(named) and len(words) <= 3 and all(w[0].isupper() for w in raw.split())


def _all_names(raw: str) -> bool:
    words = fold_text(raw).split()
    return bool(words) and all(could_be_name(w) or len(w) == 1 for w in words)


def _is_thing(around: Surroundings, start: int, end: int) -> bool:
    """Whether the name is that of a public figure, a court case, or a place or thing called after somebody."""
    text = around.text
    if public_office(text, start) or _CASE.match(text, end) or _CASE.search(text[max(0, start - 5) : start]):
        return True
    after = re.match(r"[ \u00a0]([^\W\d_]\w*)", text[end : end + 30])
    return after is not None and after.group(1)[0].isupper() and is_common(fold_text(after.group(1)))


def _rest(text: str, start: int, end: int, inside: list[Mention]) -> Iterator[tuple[int, int]]:
    for m in re.finditer(r"[^\W\d_][\w'’-]*", text[start:end]):
        a, b = start + m.start(), start + m.end()
        if text[b - 2 : b] in ("'s", "’s"):
            b -= 2
        beside = any(a == m2.end + 1 or b == m2.start - 1 for m2 in inside)
        if beside and text[a].isupper() and could_be_name(fold_text(text[a:b])):
            yield a, b


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The model's stretch without honorifics, possessives and what does not belong to a name."""
    raw = text[start:end]
    cut = re.search(r"[\n:(\[/]", raw)
    if cut:
        end = start + cut.start()
    for ending in ("'s", "’s", "'", "’"):
        if text[start:end].endswith(ending):
            end -= len(ending)
    start, end = _bare(text, start, end)
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
    if is_country_name(raw):
        return False
    if not all(
        w[0].isupper() or fold_text(w) in ("de", "bin", "binti", "al", "van", "von", "da", "dos", "el", "ibn")
        for w in raw.split()
    ):
        return False
    if _is_thing(around, start, end):
        return False
    if around.honorific(start) or around.verb_before(start):
        return True
    if around.place_before(start) or around.listed_with_places(start, end) or around.word_before(start) == "the":
        return False
    if text[end : end + 1] == "!":
        return False
    if _HUMAN.search(text[max(0, start - 40) : start]) or re.match(
        r",?\s+(?:who\b|\d{1,2},|aged\b)", text[end : end + 12]
    ):
        return True
    if around.verb_after(end) and around.tag_after(end) in ("VBD", "VBZ", ""):
        return True
    if len(words) < 2 or around.word_before(start) in ("from", "to", "of"):
        return False
    return around.tag_after(end) not in _THING_AFTER


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
