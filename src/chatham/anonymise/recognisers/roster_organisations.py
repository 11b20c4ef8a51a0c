"""Organisations on the roster, in every form in which they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.recognisers.affiliation import affiliation_cue
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.known import Known, Organisation, own_bodies
from chatham.anonymise.recognisers.leaning import leaning
from chatham.anonymise.recognisers.roster_people import ACRONYMS
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.model.private import Kind
from chatham.people.fold import fold_text
from chatham.people.gazetteers import is_town
from chatham.people.lookup import Found
from chatham.people.names import Strength
from chatham.people.organisations import OrganisationForm, OrganisationKind, is_generic
from chatham.people.words import is_common, is_country
from chatham.settings import Settings

__all__ = ["RosterOrganisations"]

_GAP = re.compile(r"[\s\u00a0]*(?:[-‐-―'’ʼ`.&/,\"“”]|\.\s|[\s\u00a0]|'\s|’\s|,\s)?[\s\u00a0]*\n?[\s\u00a0]*")
# What somebody puts forward in a meeting, after the name of whoever does.
_POSITION = re.compile(
    r"(?:['’]s)?\s+(?:own\s+)?(?:position|view|statement|intervention|stance|answer|reply|contribution|suggestion|proposal|"
    r"remarks?|comment|submission|input|presentation|wording|point)\b",
    re.IGNORECASE,
)
# What makes a landscape, a road or a treaty of a name that an organisation has as well: the Shire valley.
_LAND_AFTER = re.compile(
    r"[ \u00a0]+(?:valleys?|rivers?|basin|region|province|district|county|coast|lakes?|bay|islands?|mountains?|plateau|"
    r"delta|desert|hills|peninsula|gulf|sea|strait|corridor|border|area|airport|agreement|treaty|protocol|process|"
    r"declaration|pact|convention|partnership|compact|(?i:state|province|county|governorate|prefecture))\b"
)
_LAND_BEFORE = re.compile(
    r"\b(?:towns?|camps?|villages?|countries|cities|peoples?|regions?|coasts?|shores?|waters?|borders?|north|south|east|"
    r"west|hills)[ \u00a0]of[ \u00a0](?:the[ \u00a0])?\Z",
    re.IGNORECASE,
)
_THE_BODY = re.compile(
    r"\b[Tt]he[ \u00a0](?P<noun>[A-ZÀ-Þ][a-zß-öø-ÿ]{3,})(?=['’]s\b|[ \u00a0][a-z]|[.,;:)])(?![ \u00a0](?:of|for|on)\b)"
)
# Bodies of States and of the United Nations that are called so in every consultation.
_OF_EVERYBODY = frozenset(
    """
    committee council commission union court parliament ministry department government office agency bank embassy
    """.split()
)
_BEGUN = (OrganisationKind.HEAD, OrganisationKind.PARTIAL)
_OUT_OF = frozenset("to from in of near via through across around into within outside towards".split())


class RosterOrganisations(MentionRecogniser):
    """Finds the organisations of everybody on the roster.

    A public body is found where it is somebody's affiliation, and stays where it is spoken about; all others are found
    wherever they stand. A form made of ordinary words is found where its use says so.

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
        own = own_bodies(note, self.known)
        accepted: list[Mention] = []
        taken = bytearray(len(around.text) + 1)
        for person in note.found:
            taken[person.start : person.end] = b"\1" * (person.end - person.start)
        places = sorted(self.known.bodies.find(around.folded), key=lambda f: (f.start - f.end, f.start))
        listed = _listed(around, places)
        for place in places:
            if any(taken[place.start : place.end]):
                continue
            mention = self._judge(place, note, own, (place.start, place.end) in listed)
            if mention is not None:
                accepted.append(mention)
                taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        accepted += self._what_it_is(note, own, taken)
        return accepted

    def _what_it_is(self, note: NoteContext, own: frozenset[str], taken: bytearray) -> Iterator[Mention]:
        """What the speaker's organisation is, as its name: `The Guild holds the workshop`."""
        around = note.around
        bodies = [self.known.full[key] for key in sorted(own) if key in self.known.full]
        nouns = {
            noun: body
            for name, body in bodies
            if not body.public
            for noun in fold_text(name).split()
            if is_generic(noun) and noun not in _OF_EVERYBODY
        }
        if not nouns or around.shouting:
            return
        for match in _THE_BODY.finditer(around.text):
            body = nouns.get(fold_text(match["noun"]))
            entity = around.entity(*match.span("noun"))
            placed = entity is not None and entity[2] in ("GPE", "LOC", "NORP", "EVENT", "LAW")  # the Pacific
            if body is not None and not placed and not any(taken[match.start("noun") : match.end("noun")]):
                yield Mention(
                    start=match.start("noun"),
                    end=match.end("noun"),
                    kind=Kind.AFFILIATION,
                    role=Role.ACTOR,
                    who=frozenset({body.key}),
                    recogniser=self.name,
                    score=0.75,
                    why="what the speaker's organisation is, as its name",
                )

    def _judge(
        self, place: Found[tuple[Organisation, OrganisationForm]], note: NoteContext, own: frozenset[str], listed: bool
    ) -> Mention | None:
        around = note.around
        text = around.text[place.start : place.end]
        upper = text.replace(".", "").replace(" ", "").replace("-", "").isupper()
        hasty = around.lower and " " not in text
        capitals = upper or (hasty and len(text) > 2 and _set_beside(note, place.start))
        forms = [
            f for f in place.forms if not f[1].capitals or capitals or (hasty and f[0].key in own and len(text) > 2)
        ]
        if not forms or not _joined(around, place):
            return None
        strength = max(form.strength for _, form in forms)
        best = [(body, form) for body, form in forms if form.strength == strength]
        if strength is not Strength.STRONG and _landscape(around, place.start, place.end):
            return None
        if all(f.kind in _BEGUN for _, f in best) and " " not in text and _of_a_people(around, place.start, place.end):
            return None
        cue = affiliation_cue(note, place.start, place.end)
        mine = any(body.key in own for body, _ in best)
        public = all(body.public for body, _ in best)
        if public and self.policy != "always":
            if self.policy == "never" or not (cue or _speaks_itself(around, place.start, place.end, best, mine)):
                return None
            if not cue and not _accept(around, place, best, mine):
                return None
        elif cue:
            if not _plausible(around, place, best):
                return None
        elif not listed and not _accept(around, place, best, mine):
            return None
        return Mention(
            start=_with_acronym(around, place.start, text),
            end=_with_noun(around, place.end),
            kind=Kind.AFFILIATION,
            role=Role.AFFILIATION if cue else Role.ACTOR,
            who=frozenset(body.key for body, _ in best),
            recogniser=self.name,
            score={Strength.STRONG: 1.0, Strength.FAIR: 0.95, Strength.WEAK: 0.85}[strength],
            why=f"an organisation on the roster ({best[0][1].kind}): {cue or 'named'}",
        )


def _of_a_people(around: Surroundings, start: int, end: int) -> bool:
    """Whether a word of the name says of which people somebody is: `Georgian carers`."""
    entity = around.entity(start, end)
    return entity is not None and entity[2] == "NORP" and around.label(start, end) is None


def _set_beside(note: NoteContext, start: int) -> bool:
    """Whether it stands in brackets, or behind a slash, right after somebody's name: `i.b. (ilo)`."""
    text = note.around.text
    named = next((m.end for m in note.found if m.kind is Kind.PERSON and 0 < start - m.end < 5), None)
    return named is not None and re.fullmatch(r"\.?[ \u00a0]*[(/\[][ \u00a0]*", text[named:start]) is not None


def _landscape(around: Surroundings, start: int, end: int) -> bool:
    """Whether a river, a coast or a treaty is meant that is called as the organisation is."""
    return (
        _LAND_AFTER.match(around.text, end) is not None
        or _LAND_BEFORE.search(around.text[max(0, start - 30) : start]) is not None
    )


def _with_acronym(around: Surroundings, start: int, text: str) -> int:
    """Where the name begins with the capitals that people put before it: `LGU San Pedro`."""
    before = re.search(r"(?<![\w.])[^\W\d_a-z]{2,5}[ \u00a0]$", around.text[max(0, start - 7) : start])
    if before and " " in text and before.group().strip().isupper() and not around.shouting:
        return start - len(before.group())
    return start


def _listed(
    around: Surroundings, places: list[Found[tuple[Organisation, OrganisationForm]]]
) -> frozenset[tuple[int, int]]:
    """Forms of different organisations with capitals that are joined to one another: `Lantern + Bridges`."""
    capital = [p for p in places if around.text[p.start].isupper() and not all(f.capitals for _, f in p.forms)]
    starts = {p.start: p for p in capital}
    joined: set[tuple[int, int]] = set()
    for place in capital:
        link = re.match(r"\s*[+&]\s*|\s+and\s+(?:the\s+)?", around.text[place.end : place.end + 12])
        other = starts.get(place.end + link.end()) if link else None
        if other is not None and not ({b.key for b, _ in place.forms} & {b.key for b, _ in other.forms}):
            public = any(b.public for p in (place, other) for b, _ in p.forms)
            if not public:
                joined |= {(place.start, place.end), (other.start, other.end)}
    return frozenset(joined)


def _with_noun(around: Surroundings, end: int) -> int:
    """Where the name ends with what people add to it: `Anchor Hotline`, `Tahanan Foundation`, `(IOM Kenya)`."""
    country = re.match(r"[ \u00a0]([^\W\d_][\w’'-]+)(?=\s*[)\]/:])", around.text[end : end + 24])
    if country and (is_country(fold_text(country.group(1))) or is_town(fold_text(country.group(1)))):
        return end + country.end()
    added = re.match(r"[ \u00a0]([^\W\d_]+)\b", around.text[end : end + 24])
    if added and added.group(1)[0].isupper() and is_generic(fold_text(added.group(1))):
        return end + added.end()
    return end


def _joined(around: Surroundings, place: Found[tuple[Organisation, OrganisationForm]]) -> bool:
    folded = around.folded
    first, last = folded.index(place.at), folded.index(place.to - 1)
    return all(_GAP.fullmatch(around.text[folded.ends[n] : folded.starts[n + 1]]) for n in range(first, last))


def _speaks_itself(
    around: Surroundings, start: int, end: int, forms: list[tuple[Organisation, OrganisationForm]], mine: bool
) -> bool:
    """Whether a public body takes the floor in this note: it is the speaker's own, and speaks, or is no world body.

    Whoever speaks of the Ministry of Labour of Samoa, in full, speaks about it.
    """
    if re.match(r"\s+(?:replied|responded|answered)\s*:", around.text[end : end + 16]):
        return True
    if not mine:
        return False
    if _POSITION.match(around.text, end) or (around.verb_after(end) and around.word_before(start) != "that"):
        return True
    of = re.match(r"\s+of\s+(?:the\s+)?([^\W\d_]+)", around.text[end : end + 40])
    whole = around.text[start : end + of.end() if of else end]
    return not all(body.world for body, _ in forms) and not (
        " " in whole and any(is_country(word) for word in fold_text(whole).split())
    )


def _titled(around: Surroundings, start: int, end: int) -> bool:
    """Whether every word but small ones has a capital letter, and the first of them does not owe it to a sentence."""
    words = re.findall(r"[^\W\d_][\w'’]*", around.text[start:end])
    content = [w for w in words if len(w) > 3 or w[0].isupper()]
    if not content or around.shouting:
        return False
    capitals = [w for w in content if w[0].isupper()]
    return len(capitals) == len(content) and (len(content) > 1 or not around.sentence_start(start))


def _plausible(
    around: Surroundings,
    place: Found[tuple[Organisation, OrganisationForm]],
    forms: list[tuple[Organisation, OrganisationForm]],
) -> bool:
    """With a cue beside it: whether a weak form is still typed like a name."""
    text = around.text[place.start : place.end]
    if any(form.strength > Strength.WEAK for _, form in forms) or any(c.isupper() for c in text):
        entity = around.entity(place.start, place.end)
        derived = all(form.kind is OrganisationKind.PARTIAL and " " not in form.text for _, form in forms)
        return not (derived and entity is not None and entity[2] in ("GPE", "LOC", "NORP"))
    return around.label(place.start, place.end) is not None or around.lower


def _accept(
    around: Surroundings,
    place: Found[tuple[Organisation, OrganisationForm]],
    forms: list[tuple[Organisation, OrganisationForm]],
    mine: bool,
) -> bool:
    """Without a cue beside it: whether it is the organisation all the same."""
    start, end = place.start, place.end
    text = around.text[start:end]
    if mine and around.text[start - 1 : start] == "(" and around.text[end : end + 1] == ")":
        return True
    form = max((f for _, f in forms), key=lambda f: f.kind is not OrganisationKind.PARTIAL)
    words = form.text.split()
    if form.strength is Strength.STRONG:
        return True
    if form.kind in (OrganisationKind.ACRONYM, OrganisationKind.DERIVED):
        if form.strength is Strength.WEAK:
            ordinary = form.kind is OrganisationKind.DERIVED and form.text.replace(" ", "") in ACRONYMS
            if not mine or ordinary or _in_longer_name(around, start, end):
                return False
            return not around.shouting or len(form.text) > 2
        if any(c.isupper() for c in text):
            if not text.isupper() and is_town(form.text):
                return mine and not _somewhere(around, start, end)
            return not (len(form.text.replace(" ", "")) <= 3 and not text.isupper())
        return len(form.text) >= 3
    if len(words) > 1:
        if _titled(around, start, end):
            return form.kind is not OrganisationKind.PARTIAL or mine or len(words) > 2
        if mine and (around.lower or around.shouting) and form.kind is OrganisationKind.SHORT:
            return True
        return form.kind is OrganisationKind.FULL and len(words) > 2
    if form.strength is Strength.FAIR:
        if form.kind is OrganisationKind.PARTIAL:
            if text[0].islower():
                return mine and len(text) > 5 and not is_town(form.text) and leaning(around.doc, text) >= -0.12
            if around.verb_after(end) and text[0].isupper() and not _somewhere(around, start, end):
                return leaning(around.doc, text) >= -0.15
            acts = around.tag_after(end) in ("VBZ", "VBD", "MD") or around.text[end : end + 2] in ("'s", "’s")
            return mine and acts and text[0].isupper() and not _somewhere(around, start, end)
        if form.kind is OrganisationKind.HEAD:
            return text[0].isupper() and _heads(around, start, end)
        if text[0].isupper():
            return not _in_longer_name(around, start, end) and not (
                around.place_before(start) and _somewhere(around, start, end)
            )
        return (
            (around.lower or mine) and len(text) >= 5 and around.word_before(start) not in ("a", "an", "every", "each")
        )
    if form.kind is OrganisationKind.PARTIAL:
        return (
            mine
            and text[0].isupper()
            and not around.sentence_start(start)
            and not _in_longer_name(around, start, end)
            and not _somewhere(around, start, end)
            and around.word_before(start) not in _OUT_OF
        )
    return _common_word(around, start, end, form.text, mine)


def _heads(around: Surroundings, start: int, end: int) -> bool:
    """Whether the first word of an organisation's name stands for it, and not for the place it is called after."""
    if _somewhere(around, start, end) or around.listed_with_places(start, end) or _in_longer_name(around, start, end):
        return False
    if around.word_before(start) in ("from", "to", "of", "via") or re.match(
        r"\s+of\b|[-–]\w", around.text[end : end + 6]
    ):
        return False
    entity = around.entity(start, end)
    return (entity is None or entity[2] != "NORP") and leaning(around.doc, around.text[start:end]) >= -0.12


def _common_word(around: Surroundings, start: int, end: int, folded: str, mine: bool) -> bool:
    """A short form that is an ordinary word: `Anchor`, `Bridges`, `Lantern`."""
    text = around.text[start:end]
    tag, follows = around.tag(start), around.tag_after(end)
    if not text[0].isupper():
        # a plural that is one thing: `bridges has`
        singular = re.match(r"\s+(?:has|is|was|does)\b", around.text[end : end + 6])
        return singular is not None and (
            folded.endswith("s") or (mine and around.lower and around.sentence_start(start))
        )
    if around.shouting:
        return mine
    if _in_longer_name(around, start, end) or re.match(r"\s+of\b", around.text[end : end + 6]):
        return False
    if re.match(r"['’]s\b|['’]\s|\s*[+&]\s*[^\W\d_]", around.text[end : end + 5]):
        return True
    if around.sentence_start(start):
        return (tag in ("NNP", "NNPS") or mine) and follows in ("VBZ", "VBD", "MD", "CC", "POS")
    return True


def _somewhere(around: Surroundings, start: int, end: int) -> bool:
    entity = around.entity(start, end)
    return around.place_before(start) or (entity is not None and entity[2] in ("GPE", "LOC", "FAC"))


def _in_longer_name(around: Surroundings, start: int, end: int) -> bool:
    if around.shouting:
        return False
    after = re.match(r"[ \u00a0-]([^\W\d_]\w*)", around.text[end : end + 30])
    if after and after.group(1)[0].isupper() and not is_generic(fold_text(after.group(1))):
        return True
    before = re.search(r"([^\W\d_][\w'’]*)[ \u00a0-]$", around.text[max(0, start - 30) : start])
    if not before or not before.group(1)[0].isupper():
        return False
    word = fold_text(before.group(1))
    return not (is_common(word) or is_country(word)) or not around.sentence_start(start - len(before.group()))
