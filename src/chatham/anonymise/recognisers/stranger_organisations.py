"""Organisations that are not on the roster, where they stand for whom somebody speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.recognisers.affiliation import affiliation_cue
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.naming import organisation_after, organisation_before
from chatham.anonymise.recognisers.speech import COLLEAGUES, ROLES
from chatham.model.private import Kind, Participant
from chatham.people.fold import fold, fold_text
from chatham.people.lookup import Lookup
from chatham.people.meaning import BODY, is_thing, meanings
from chatham.people.names import Strength
from chatham.people.organisations import OrganisationForm, is_generic, organisation_forms
from chatham.people.words import HONORIFICS, is_common, is_country

__all__ = ["StrangerOrganisations"]

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
_BEFORE_PERSON = re.compile(r"([^\W\d_][^:()\n]{1,70}?)\s+\(\s*(?:[A-Z]\w{0,5}\.?\s+)?$")
# Whatever parts two words is one run of white space: a pattern that can part a word anywhere never ends.
_LAST_WORDS = re.compile(r"[^\W\d_][\w'’&-]*(?:\s+[^\W\d_][\w'’&-]*)*\s*\Z")


_SENDS = re.compile(
    r"(?:['’]s|\s+(?:sent|sends|had sent|delegated|nominated|brought|lent))\s+(?:its\s+|their\s+)?(?:[a-z]+,?\s+)?$"
)
_WE_AT = re.compile(r"(?:^|(?<=[\s(\"“]))[Aa]t\s+(?:the\s+)?(?=[^\W\d_])")
_HAS = re.compile(
    r"\b(?:he|she|they|who)\s+(?:has|have|runs?|leads?|heads?|keeps?|founded|chairs?|pastors?|edits?)\s+(?:an?|the|his|her|their)\s+"
    r"(?:small\s+|little\s+|tiny\s+|own\s+)?(?:church|parish|school|shop|paper|newspaper|magazine|radio|station|club|group|association|union|network"
    r"|shelter|kitchen|clinic|house|choir|theatre|cooperative|charity|foundation|collective|centre|center|mosque|temple)\b"
    r"[^.;\n]{0,50}?(?:,|\bcalled|\bnamed)\s+(?:the\s+)?(?=[^\W\d_])"
)


class StrangerOrganisations(MentionRecogniser):
    """Finds an organisation beside somebody's name, and its later mentions in the same note."""

    kinds = (Kind.AFFILIATION,)

    def mentions(self, note: NoteContext) -> Iterable[Mention]:
        """See `MentionRecogniser.mentions`."""
        text = note.around.text
        names: dict[str, str] = {}
        taken = bytearray(len(text) + 1)
        for start, end in self._places(note):
            if end <= start or any(taken[start:end]) or _another(note, start, end) or not _is_body(note, start, end):
                continue
            taken[start:end] = b"\1" * (end - start)
            key = f"organisation {fold_text(text[start:end])}"
            names.setdefault(key, text[start:end])
            yield self._mention(start, end, key, Role.AFFILIATION, "beside a person's name, or as the speaker's own")
        if not names:
            return
        forms: list[tuple[str, tuple[str, OrganisationForm]]] = []
        for key, name in names.items():
            forms.extend(
                (f.text, (key, f)) for f in organisation_forms(Participant(row=1, name=key, organisation=name))
            )
        for place in sorted(Lookup(forms).find(note.around.folded), key=lambda f: (f.start - f.end, f.start)):
            if any(taken[place.start : place.end]) or note.covered(place.start, place.end):
                continue
            strong = any(form.strength is Strength.STRONG for _, form in place.forms)
            if strong or affiliation_cue(note, place.start, place.end):
                taken[place.start : place.end] = b"\1" * (place.end - place.start)
                yield self._mention(place.start, place.end, place.forms[0][0], Role.ACTOR, "named before")

    def _mention(self, start: int, end: int, key: str, role: Role, why: str) -> Mention:
        return Mention(
            start=start,
            end=end,
            kind=Kind.AFFILIATION,
            role=role,
            who=frozenset({key}),
            recogniser=self.name,
            score=0.75,
            why=f"an organisation that is not on the roster: {why}",
        )

    def _places(self, note: NoteContext) -> Iterator[tuple[int, int]]:
        text = note.around.text
        for mention in note.found:
            if mention.kind is not Kind.PERSON:
                continue
            link = _AFTER_PERSON.match(text, mention.end)
            if link:
                start = link.end()
                end = organisation_after(text, start)
                bracket = text[link.start() : start].lstrip().startswith("(")
                closed = not bracket or text[end : end + 1] in ("),", ")", ",", ";")
                separated = text[link.start() : start].strip() in (",", "/", "-", "–", "—")
                if separated and not _label_like(note, mention.start, end) and text[end : end + 1] not in (",", ":"):
                    last = re.match(r"\s*(?:\.\s*)?(?:$|\n|[.;)])", text[end:])
                    if note.around.shouting or last is None or not _called_a_body(text[start:end]):
                        continue
                if closed:
                    yield start, end
            before = _BEFORE_PERSON.search(text[max(0, mention.start - 90) : mention.start])
            label = note.around.label(mention.start, mention.end)
            if before and label is not None:
                yield label.start, max(0, mention.start - 90) + before.end(1)
            sends = _SENDS.search(text[max(0, mention.start - 24) : mention.start])
            if sends:
                end = max(0, mention.start - 24) + sends.start()
                start = organisation_before(text, end)
                if start < end and _called_a_body(text[start:end]):
                    yield _without_article(text, start), end
        for pattern in (_INTRODUCES, _HIS, _HAS):
            for match in pattern.finditer(text):
                yield match.end(), organisation_after(text, match.end())
        for match in _WE_AT.finditer(text):
            end = organisation_after(text, match.end())
            if re.match(r",?\s+(?:we|our)\b", text[end : end + 8]):
                yield match.end(), end
        if "(" in text:
            for match in _UNLISTED.finditer(text):
                first = max(0, match.start() - 60)
                words = _LAST_WORDS.search(text, first, match.start())
                if words:
                    yield from self._capitals(text, words.start(), match.start())

    @staticmethod
    def _capitals(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretch from the first word with a capital letter on from which a name reaches the end."""
        for word in re.finditer(r"[^\W\d_][\w'’&-]*", text[start:end]):
            begin = start + word.start()
            if word.group()[0].isupper() and organisation_after(text, begin) == end:
                yield begin, end
                return


def _called_a_body(raw: str) -> bool:
    """Whether one of its words says what kind of body or house it is: `Casa Mare Collective`, `Seven Rivers Lodge`."""
    words = fold_text(raw).split()
    return len(words) > 1 and any(
        is_generic(w) or any(m.startswith(BODY) for m in meanings(w)) or is_thing(w) for w in words
    )


def _without_article(text: str, start: int) -> int:
    article = re.match(r"[Tt]he\s+", text[start : start + 5])
    return start + article.end() if article else start


def _another(note: NoteContext, start: int, end: int) -> bool:
    """Whether somebody or something else stands there; a name inside a longer one is part of it."""
    return any(m.start < end and start < m.end and not _part_of(m, start, end) for m in note.found)


def _part_of(m: Mention, start: int, end: int) -> bool:
    """Whether a mention is a piece of a longer name: a person's in it, or what looks like another organisation's."""
    if m.start < start or end < m.end or m.end - m.start == end - start:
        return False
    if m.kind is Kind.AFFILIATION:
        return True
    return m.kind is Kind.PERSON and start < m.start and 2 * (m.end - m.start) < end - start


def _label_like(note: NoteContext, start: int, end: int) -> bool:
    return note.around.label(start, end) is not None


def _is_body(note: NoteContext, start: int, end: int) -> bool:
    """Whether a stretch reads like an organisation's name: not a place, a people, a role or a date."""
    raw = note.around.text[start:end]
    words = fold_text(raw).split()
    if not words or any(c.isdigit() for c in raw) or not raw[0].isupper() or len(words) > 10:
        return False
    if any(w in HONORIFICS and w not in ("san", "sisters") for w in words[:1]) or all(
        w in ROLES or w in COLLEAGUES for w in words
    ):
        return False
    if all(is_country(w) or w in ("and", "the", "of") for w in words):
        return False
    entity = note.around.entity(start, end)
    whole = entity is not None and entity[0] <= start and end <= entity[1]
    thing = len(words) > 1 and any(map(is_thing, words))
    if (
        whole
        and not thing
        and entity is not None
        and entity[2] in ("GPE", "LOC", "NORP", "DATE", "LANGUAGE", "FAC", "LAW", "EVENT")
    ):
        return False
    if len(words) == 1:
        acronym = raw.isupper() and 2 <= len(raw) <= 8
        rare = not is_common(words[0]) and entity is not None and entity[2] in ("ORG", "PRODUCT")
        return acronym or rare
    if fold(raw).text.strip() in ("working group", "round table"):
        return False
    capitals = sum(w[0].isupper() for w in raw.split())
    return capitals >= 2
