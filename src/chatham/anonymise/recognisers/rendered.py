"""Organisations on the roster by what their names mean: translated, shortened, in another order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.recognisers.affiliation import affiliation_cue
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.initials import ACRONYMS
from chatham.anonymise.recognisers.known import Known, Organisation, own_bodies
from chatham.anonymise.recognisers.speech import COLLEAGUES
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.model.private import Kind
from chatham.people.bodies import is_generic, is_ordinary
from chatham.people.fold import fold_text
from chatham.people.gazetteers import is_town
from chatham.people.letters import UPPER
from chatham.people.meaning import BODY, meanings
from chatham.people.places import is_country
from chatham.people.renderings import Rendering, initials_fit, is_small, telling_words
from chatham.people.words import is_common
from chatham.settings import Settings

__all__ = ["RenderedOrganisations"]

_DEFINITE = re.compile(
    r"\b(?:the|our|my|his|her|their|its|this|that|of|from|for|by|at|with|[^\W\d_]+['’]s)\s+$", re.IGNORECASE
)
_IN_TOWN = re.compile(
    r"\s+(?:of|in|at|for)\s+(?:the\s+)?((?:[^\W\d_a-zß-öø-ÿ][\w'’-]+)(?:\s+[^\W\d_a-zß-öø-ÿ][\w'’-]+){0,2})"
)
_OTHERS = re.compile(
    r"(?<![\w'’-])([^\W\d_a-zß-öø-ÿ][\w'’-]+)\s+(?:of|for|de|do|da|del|des|du)\s+(?:the\s+|la\s+|los\s+|las\s+)?$"
)
_CAPITAL = re.compile(r"\b(?:[Tt]he|[Oo]ur|[Mm]y|at|for|we,|us,)\s+([^\W\d_a-zß-öø-ÿ][^\W\d_]{3,})\b(?!-)")
_POSSESSED = re.compile(
    r"\b(?:[Mm]y|[Oo]ur|[Hh]er|[Hh]is|[Tt]heir)\s+(?:own\s+)?([^\W\d_][\w’'-]{3,})\b(?!-)(?!\s+of\b)"
)
_RUN = re.compile(rf"[{UPPER}][\w’'-]*(?:[ \u00a0][{UPPER}][\w’'-]*){{1,4}}")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w’'-]*)[ \u00a0]$")
_WORD_AFTER = re.compile(r"[ \u00a0]([^\W\d_][\w’'-]*)")
_ARTICLES = frozenset("the a an our my his her their at from of for by we in".split())
_LETTERS = re.compile(r"(?<![\w.-])[^\W\d_a-zß-öø-ÿ]{3,8}(?![\w-])|(?<![\w.])(?:[^\W\d_a-zß-öø-ÿ]\.){3,8}")
_APART = re.compile(r"\s(?:in|at|by|on|from|with|to)\s", re.IGNORECASE)
_WHOLE = 0.95  # share of a name from which on nothing else is meant
_ELSEWHERE = frozenset("GPE LOC NORP LAW EVENT".split())


def _followed(text: str, end: int) -> bool:
    """Whether a name goes on: `the Sisters of Mercy`, `the Courier Service`."""
    return re.match(r"\s+(?:of\s+(?:the\s+)?)?[^\W\d_a-zß-öø-ÿ]|\s+[A-Z]", text[end : end + 12]) is not None


def _somewhere(around: Surroundings, start: int, end: int) -> bool:
    entity = around.entity(start, end)
    return entity is not None and entity[2] in _ELSEWHERE


_ANOTHER = re.compile(
    r"(?<!\bof)(?<!\bfor)(?<!\band)(?<!\bwith)(?<!\bin)(?<!\bto)(?<!\bon)(?<!\bby)(?<!\bfrom)\s(?:an?|the)\s+[a-zß-öø-ÿ]"
)  # in Kharaz the school: two things, not one name


class RenderedOrganisations(MentionRecogniser):
    """Finds names whose words render those of an organisation on the roster, most easily the speaker's own.

    Args:
        known: The roster, compiled.
        settings: `public_bodies` says when public bodies go.
    """

    kinds = (Kind.AFFILIATION,)

    def __init__(self, known: Known, settings: Settings):
        super().__init__()
        self.known = known
        self.policy = settings.public_bodies

    def mentions(self, note: NoteContext) -> Iterable[Mention]:
        """See `MentionRecogniser.mentions`."""
        around = note.around
        found = list(self.known.renderings.find(around.text, around.folded))
        own = own_bodies(note, self.known)
        if not found and not own:
            return
        taken = [(m.start, m.end, m) for m in note.found]
        for place in sorted(found, key=lambda f: (-f.share, f.start, f.start - f.end)):
            body = place.key
            mine = body.key in own
            start, end = _with_others(around, place, mine), _with_town(around, place)
            if mine and place.body and place.told > 1:
                start, end = _with_capitals(around, start, end)
            if any(a < end and start < b and not self._within(m, place) for a, b, m in taken):
                continue
            cue = affiliation_cue(note, start, end)
            if body.public and self.policy != "always" and (self.policy == "never" or not cue or body.world):
                continue
            if not _accept(around, place, mine, bool(cue)):
                continue
            mention = Mention(
                start=start,
                end=end,
                kind=Kind.AFFILIATION,
                role=Role.AFFILIATION if cue else Role.ACTOR,
                who=frozenset({body.key}),
                recogniser=self.name,
                score=0.85,
                why=f"the words of the name of an organisation on the roster: {cue or 'named'}",
            )
            taken.append((start, end, mention))
            yield mention
        for start, end, key, why in self._alone(note, own):
            if any(a < end and start < b for a, b, _ in taken):
                continue
            mention = Mention(
                start=start,
                end=end,
                kind=Kind.AFFILIATION,
                role=Role.AFFILIATION if affiliation_cue(note, start, end) else Role.ACTOR,
                who=frozenset({key}),
                recogniser=self.name,
                score=0.75,
                why=why,
            )
            taken.append((start, end, mention))
            yield mention

    def _alone(self, note: NoteContext, own: frozenset[str]) -> Iterator[tuple[int, int, str, str]]:
        """One word of the own organisation's name, or an acronym that its words would make: start, end, key, why."""
        around = note.around
        text = around.text
        for key in sorted(own):
            name, body = self.known.full.get(key, ("", None))
            if body is None:
                continue
            for match in _POSSESSED.finditer(text):
                if match.group(1)[0].isupper() and _is_head(fold_text(match.group(1)), name):
                    yield *match.span(1), key, "what the speaker's organisation is, as the speaker's own"
            if body.public:
                continue
            words = telling_words(name)
            for match in _CAPITAL.finditer(text):
                start, end = match.span(1)
                folded = fold_text(match.group(1))
                if folded in words and not _somewhere(around, start, end) and not _followed(text, end):
                    yield start, end, key, "a word of the name of the speaker's organisation"
            for start, end in _named_after(around, name):
                yield start, end, key, "something called after the speaker's organisation"
            for match in _LETTERS.finditer(text):
                folded = fold_text(match.group()).replace(" ", "")
                if around.shouting or folded in ACRONYMS or (is_common(folded) and "." not in match.group()):
                    continue
                if initials_fit(name, folded):
                    yield match.start(), match.end(), key, "letters that the speaker's organisation would make"

    def _within(self, mention: Mention, place: Rendering[Organisation]) -> bool:
        """Whether a mention is a piece of the name, or of the own person after whom it is called: `Maktab Nour`."""
        if (
            mention.start < place.start
            or place.end < mention.end
            or mention.end - mention.start == place.end - place.start
        ):
            return False
        if mention.kind is Kind.AFFILIATION:  # a word of another's name inside the whole of this one
            return place.key.key in mention.who or place.share >= _WHOLE
        return mention.kind is Kind.PERSON and any(
            self.known.organisations.get(key) == place.key.key for key in mention.who
        )


def _is_head(word: str, name: str) -> bool:
    """Whether a folded word says what an organisation of that name is, in any language: `Defensoria`, `Ministry`."""
    means = meanings(word)
    return (
        any(
            means & meanings(head, listed=True)
            for head in (w for w in fold_text(name).split()[:3] if not is_small(w) and is_generic(w))
        )
        or word == fold_text(name).split()[0]
    )


def _named_after(around: Surroundings, name: str) -> Iterator[tuple[int, int]]:
    """Names of two words and more that hold a rare word of the organisation's: `the Nouka Line`, `the Musafir Card`."""
    rare = [w for w in fold_text(name).split() if len(w) > 4 and not is_ordinary(w) and not is_town(w)]
    if not rare or around.shouting:
        return
    for match in _RUN.finditer(around.text):
        start, end = match.span()
        words = fold_text(match.group()).split()
        if around.sentence_start(start) and words[0] in ("the", "a", "an", "at", "our", "my"):
            start += match.group().index(" ") + 1
        # the word itself, and no English one: the Jesuit Refugee Service is another
        foreign = [w for w in words if not is_common(w) and not any(m in (w, f"{w}s") for m in meanings(w))]
        told = [w for w in foreign if any(_akin(w, other) for other in rare)]
        things = [w for w in words if is_common(w) and w not in ("the", "our", "my")]
        entity = around.entity(start, end)
        if told and things and not (entity is not None and entity[2] in _ELSEWHERE):
            yield start, end


def _akin(word: str, other: str) -> bool:
    """Whether two words are one, but for an ending: `musafir` and `musafirin`."""
    return word == other or (len(word) > 5 and len(other) > 5 and (word.startswith(other) or other.startswith(word)))


def _with_capitals(around: Surroundings, start: int, end: int) -> tuple[int, int]:
    """The stretch with the words with capital letters beside it: what no list translates is part of the name too."""
    text = around.text
    if around.shouting or not text[start].isupper():
        return start, end
    while match := _WORD_BEFORE.search(text[max(0, start - 30) : start]):
        at = max(0, start - 30) + match.start(1)
        if not match.group(1)[0].isupper() or around.sentence_start(at) or fold_text(match.group(1)) in _ARTICLES:
            break
        start = at
    while (match := _WORD_AFTER.match(text, end)) and match.group(1)[0].isupper():
        end = match.end(1)
    return start, end


def _accept(around: Surroundings, place: Rendering[Organisation], mine: bool, cue: bool) -> bool:
    """Whether so much of the name, typed like this, is the name."""
    text = around.text[place.start : place.end]
    if _ANOTHER.search(text):
        return False
    if place.told == 1 and not (place.rare or (mine and place.telling)):
        return False
    words = [w for w in re.findall(r"[^\W\d_][\w'’]*", text) if not is_small(fold_text(w))]
    shouted = around.shouting and text.isupper()
    called = [w for w in words if not any(m.startswith(BODY) for m in meanings(fold_text(w)))]
    # what kind of body it is may be in small letters: the Free Road union
    titled = not shouted and all(w[0].isupper() for w in called) and (len(called) > 1 or all(map(_capital, words)))
    whole = mine and place.body and place.told > 1
    if titled and not (place.rare or whole) and _in_longer_name(around, place):
        return False
    if titled or shouted:
        if mine or cue:
            named = place.body and place.told > 1
            return place.share >= (0.3 if place.rare else 0.45 if place.telling else 0.5 if named else 0.6)
        if _APART.search(text):
            return False
        return not shouted and place.share >= (0.6 if place.rare else 0.7) and (place.telling or place.share > 0.9)
    if not mine and not cue:
        return place.rare and place.told > 2 and place.share >= 0.75
    bracketed = around.label(place.start, place.end) is not None or around.text[place.start - 1 : place.start] in "(/@,"
    beside = cue and place.told > 1 and bracketed
    if mine and place.telling and (beside or (place.body and (cue or around.lower))) and place.share >= 0.4:
        return True
    if place.rare and any(c.isupper() for c in text):
        return place.share >= 0.3
    named = place.body and _DEFINITE.search(around.text[max(0, place.start - 20) : place.start]) is not None
    return named and place.told > 1 and place.telling and place.share >= 0.6 and _one_body(text)


def _capital(word: str) -> bool:
    return word[0].isupper()


def _in_longer_name(around: Surroundings, place: Rendering[Organisation]) -> bool:
    """Whether capital letters go on beside it, so that it is part of another name: `Seasonal Worker Programme`."""
    after = re.match(r"[ \u00a0-]([^\W\d_]\w*)", around.text[place.end : place.end + 30])
    if after and after.group(1)[0].isupper():
        return True
    before = re.search(r"([^\W\d_][\w'’]*)[ \u00a0-]$", around.text[max(0, place.start - 30) : place.start])
    if before is None or not before.group(1)[0].isupper():
        return False
    return not around.sentence_start(place.start - len(before.group()))


def _one_body(text: str) -> bool:
    """Whether one body is meant, and no sort of bodies: `the fishers' union`, not `the fishers' unions`."""
    bodies = [w for w in fold_text(text).split() if any(m.startswith(BODY) for m in meanings(w))]
    return bool(bodies) and not all(w.endswith("s") and not w.endswith("ss") for w in bodies)


def _with_others(around: Surroundings, place: Rendering[Organisation], mine: bool) -> int:
    """Where the own name begins with words of it that no list translates: `Threads of Light Collective`."""
    before = _OTHERS.search(around.text[max(0, place.start - 40) : place.start])
    if not mine or before is None or around.shouting or not around.text[place.start].isupper():
        return place.start
    somebody = fold_text(before.group(1)) in COLLEAGUES  # Members of the Threads of Light collective
    return place.start if somebody or is_country(before.group(1)) else place.start - len(before.group())


def _with_town(around: Surroundings, place: Rendering[Organisation]) -> int:
    """Where the name ends with the place that sets it apart: `the coast fishers' union of Tanga`."""
    town = _IN_TOWN.match(around.text, place.end)
    if town is None or around.shouting or is_country(town.group(1)):
        return place.end
    last = fold_text(around.text[place.start : place.end]).split()[-1]
    return town.end() if any(m.startswith(BODY) for m in meanings(last)) else place.end
