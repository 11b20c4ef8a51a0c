"""Names that no rule knows, where all around them is as around names of participants and of their bodies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.phrases import went_through
from chatham.anonymise.recognisers.affiliation import affiliation_cue
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.evidence import person_role
from chatham.anonymise.recognisers.known import Known, abbreviations, own_bodies
from chatham.anonymise.recognisers.name_model import Likelihood, likelihood
from chatham.anonymise.recognisers.presented import is_thing
from chatham.anonymise.recognisers.stretch_signs import BODY, CONTACT, PERSON, signs
from chatham.anonymise.recognisers.stretches import Word, stretches, words_of
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.language.pipeline import Doc
from chatham.model.private import Kind
from chatham.people.fold import fold_text
from chatham.people.gazetteers import is_town
from chatham.people.name_words import name_words
from chatham.people.places import is_country
from chatham.people.words import HONORIFICS

__all__ = ["Stretch", "WeighedNames", "weighed"]

# What these find is on the list: it tells of the names around it, and the model learned with it taken out.
_BY_THE_LIST = frozenset({"RosterPeople", "RosterOrganisations", "RenderedOrganisations", "Contacts"})
_SORTS = {Kind.PERSON: PERSON, Kind.AFFILIATION: BODY, Kind.CONTACT: CONTACT}
# What these find is guessed from what stands beside it, as the model does with more to go by.
_GUESSED = frozenset({"Strangers", "StrangerOrganisations", "OwnWorks"})
# An organisation beside a name may be a body in words of its own, which the model knows little of: it stays.
_TAKEN_BACK = _GUESSED - {"StrangerOrganisations"}
# How likely a name has to be: several words in capitals are hardly anything else, one may be a place, a law or slang.
_OF_SEVERAL, _OF_ONE = 0.35, 0.45
_DOUBTED = 0.02
# How likely a longer name has to be a body's, for what was guessed to be a person's inside it to go into it.
_A_BODY = 0.6
_SURE = 0.8  # of the name of a public body, which is mostly spoken about
_OFFICES = frozenset(
    """
    agency authority commission council ministry department directorate secretariat bureau office board inspectorate
    police court tribunal parliament assembly service programme program plan strategy act law fund bank
    """.split()
)
_OF_LANDS = frozenset("national federal state central royal supreme general high".split())
_PLACES = ("GPE", "LOC", "FAC")
_WORD_BEFORE = re.compile(r"\w+[ -]\Z")
_WORD_AFTER = re.compile(r"[ -]\w+")


class Read(NamedTuple):
    """A note, read once for all of its stretches.

    Attributes:
        doc: As the language model read it.
        words: Its tokens.
        known: Word by word, what the registration list has for it.
    """

    doc: Doc
    words: tuple[Word, ...]
    known: tuple[str, ...]


class Stretch(NamedTuple):
    """What could be a name, from its first word to before `last` (numbers in the note)."""

    note: Read
    first: int
    last: int

    @property
    def start(self) -> int:
        """First code point."""
        return self.note.words[self.first].start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.note.words[self.last - 1].end

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words."""
        return self.note.words[self.first : self.last]

    @property
    def several(self) -> bool:
        """Whether it is of more than one word with a capital letter."""
        return sum(word.capital for word in self.words) > 1

    @property
    def telling(self) -> tuple[tuple[int, int], ...]:
        """Start and end of its words that are no ordinary ones and no honorifics."""
        return tuple((w.start, w.end) for w in self.words if w.capital and not w.common and w.lower not in HONORIFICS)

    def signs(self) -> tuple[str, ...]:
        """For the model."""
        return tuple(signs(self.note.words, self.note.known, abbreviations(), self.first, self.last))

    def vector(self) -> np.ndarray | None:
        """The mean of its words' vectors, if any has one."""
        vectors = [t.vector for t in self.note.doc[self.first : self.last] if t.has_vector]
        return np.mean(np.array(vectors), axis=0) if vectors else None


class WeighedNames(MentionRecogniser):
    """Finds people and bodies that are not on the roster by the weight of all signs together.

    And takes back what others guessed of such, where nearly all signs speak against it.

    Args:
        figures: People spoken about whose names stay, as the consultation lists them.
        descriptions: What people may be called beside `participant`.
        known: The roster, compiled.
        loose: Take nothing back: there is no roster, and every person goes who may be one.
    """

    kinds = (Kind.PERSON, Kind.AFFILIATION)

    def __init__(
        self,
        figures: Iterable[str] = (),
        descriptions: frozenset[str] = frozenset(),
        known: Known | None = None,
        *,
        loose: bool = False,
    ):
        super().__init__()
        self.loose = loose
        self.known = known
        self.descriptions = descriptions
        self.figures = frozenset(w for name in figures for w in name_words(name))

    def mentions(self, note: NoteContext) -> Iterable[Mention]:
        """See `MentionRecogniser.mentions`."""
        doc = note.around.doc
        # In capitals throughout, capitals tell nothing; and the model learned from parts of speech.
        if doc is None or note.around.shouting or not doc.has_annotation("TAG"):
            return
        # Phrases of ours tell other things than names do: a second pass finds nothing more beside them.
        raw = not went_through(note.around.text, self.descriptions)
        chances: dict[Mention, float] = {}
        outweighed: set[Mention] = set()
        for stretch in tuple(weighed(note.around, note.found)):
            there = [m for m in note.found if m.start < stretch.end and stretch.start < m.end and not _a_mark(m)]
            weak = [m for m in there if m.recogniser in _TAKEN_BACK or _questionable(note.around, m)]
            inside = any(m.start <= stretch.start and stretch.end <= m.end for m in there)
            if inside and not weak:
                continue
            likely = likelihood(stretch.signs(), stretch.vector())
            chances.update({m: max(sum(likely), chances.get(m, 0)) for m in weak})
            enough = _OF_SEVERAL if stretch.several else _OF_ONE
            if raw and there and not self.loose and likely.body >= _A_BODY and all(_half_of(m, stretch) for m in there):
                outweighed.update(there)
                there, inside = [], False
            if raw and not inside and sum(likely) >= enough and all(m.recogniser in _GUESSED for m in there):
                mention = self._mention(note, stretch, likely, there)
                if mention is not None:
                    yield mention
        if self.loose:
            return
        note.found[:] = [m for m in note.found if chances.get(m, 1) >= _DOUBTED and m not in outweighed]

    def _own(self, note: NoteContext, folded: str, likely: Likelihood) -> bool:
        """Whether a body that everybody names is the one for which the note speaks, and likely to be named as such."""
        if self.known is None or likely.body < _A_BODY:
            return False
        own = own_bodies(note, self.known)
        return any(body.key in own for body, _ in self.known.bodies.entries.get(folded, ()))

    def _mention(
        self, note: NoteContext, stretch: Stretch, likely: Likelihood, there: Sequence[Mention]
    ) -> Mention | None:
        start, end = stretch.start, stretch.end
        raw = note.around.text[start:end]
        kind = Kind.PERSON if likely.person > likely.body else Kind.AFFILIATION
        same = [m for m in there if m.kind is kind]
        if len(same) < len(there) or (there and not _adds(stretch, there)):
            return None
        if kind is Kind.PERSON:
            words = name_words(raw)
            if (self.figures and words and set(words) <= self.figures) or is_thing(note.around, start, end):
                return None
            role = person_role(note.around, start, end)
            key = " ".join(words) or fold_text(raw)
        else:
            folded = fold_text(raw)
            if (
                is_country(folded)
                or is_town(folded)
                or (folded in abbreviations() and not self._own(note, folded, likely))
            ):
                return None
            cued = affiliation_cue(note, start, end)
            if not cued and likely.body < _SURE and _of_a_state(folded):
                return None
            role = Role.AFFILIATION if cued else Role.ACTOR
            key = f"organisation {folded}"
        return Mention(
            start=start,
            end=end,
            kind=kind,
            role=role,
            who=frozenset().union(*(m.who for m in same)) or frozenset({key}),
            recogniser=self.name,
            score=sum(likely),
            why="not on the roster: all around it is as around names",
        )


def weighed(around: Surroundings, found: Sequence[Mention]) -> Iterator[Stretch]:
    """The stretches of a note that could be names and are not on the list.

    Args:
        around: The note, which the language model has read.
        found: By the recognisers so far.
    """
    if around.doc is None:
        return
    words = words_of(around.doc)
    listed = [m for m in found if m.recogniser in _BY_THE_LIST and not _questionable(around, m)]
    note = Read(around.doc, words, tuple(_sort(word, listed) for word in words))
    for first, last in stretches(words, [bool(sort) for sort in note.known]):
        yield Stretch(note, first, last)


def _questionable(around: Surroundings, mention: Mention) -> bool:
    """Whether what is on the list is a place as well: a town, a land, or a part of a place's longer name."""
    if mention.recogniser not in _BY_THE_LIST or mention.kind is not Kind.AFFILIATION or mention.role is Role.SPEAKER:
        return False
    text, start, end = around.text, mention.start, mention.end
    if any(label in _PLACES and first <= start and end <= last for first, last, label in around.entities):
        return True
    before, after = _WORD_BEFORE.search(text, max(0, start - 30), start), _WORD_AFTER.match(text, end)
    first, last = before.start() if before else start, after.end() if after else end
    longer = {text[start:end], text[first:end], text[start:last]}
    return any(is_country(folded) or is_town(folded) for folded in map(fold_text, longer))


def _a_mark(mention: Mention) -> bool:
    """Whether it stays as it is until a reviewer looks at it."""
    return mention.kind is Kind.INDIRECT and mention.phrase is None


def _half_of(mention: Mention, stretch: Stretch) -> bool:
    """Whether a part of the stretch was guessed to be a person: `Las Tejedoras` of `Taller Las Tejedoras`."""
    shorter = mention.end - mention.start < stretch.end - stretch.start
    inside = stretch.start <= mention.start and mention.end <= stretch.end and shorter
    return inside and mention.kind is Kind.PERSON and mention.recogniser in _GUESSED | {"Recurring"}


def _adds(stretch: Stretch, there: Sequence[Mention]) -> bool:
    """Whether more of a name stands beside what was found in it: no honorific, no day, no greeting."""
    return any(not any(m.start < end and start < m.end for m in there) for start, end in stretch.telling)


def _of_a_state(folded: str) -> bool:
    """Whether it is called like a public body of some land, which people speak about: `the Danish Return Agency`."""
    words = folded.split()
    return len(words) > 1 and any(w in _OFFICES for w in words) and any(w in _OF_LANDS or is_country(w) for w in words)


def _sort(word: Word, listed: Sequence[Mention]) -> str:
    return next((_SORTS[m.kind] for m in listed if m.start < word.end and word.start < m.end), "")
