"""Organisations on the roster, in every form in which they are typed."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Iterator, Sequence

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.recognisers.affiliation import affiliation_cue
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.known import Known, Organisation, own_bodies
from chatham.anonymise.recognisers.organisation_evidence import accepted, landscape, of_a_people, plausible
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.model.private import Kind
from chatham.people.bodies import is_generic
from chatham.people.fold import fold_text
from chatham.people.gazetteers import is_town
from chatham.people.lookup import Found
from chatham.people.organisations import OrganisationForm, OrganisationKind
from chatham.people.renderings import is_small
from chatham.people.strength import Strength
from chatham.people.words import is_country
from chatham.settings import Settings

__all__ = ["RosterOrganisations"]

_GAP = re.compile(r"[\s\u00a0]*(?:[-‐-―'’ʼ`.&/,\"“”]|\.\s|[\s\u00a0]|'\s|’\s|,\s)?[\s\u00a0]*\n?[\s\u00a0]*")
# What somebody puts forward in a meeting, after the name of whoever does.
_POSITION = re.compile(
    r"(?:['’]s)?\s+(?:own\s+)?(?:position|view|statement|intervention|stance|answer|reply|contribution|suggestion|proposal|"
    r"remarks?|comment|submission|input|presentation|wording|point)\b",
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
# Before and behind a public body that the speaker stands for: somebody speaks in its name.
_IN_ITS_NAME = re.compile(
    r"(?:\b(?:said|says|noted|spoke|speaks|speaking|stated|added|informed|explained|answered|replied|reminded|reported)"
    r"\s+for\s+|(?:^|:\s+)(?:[\w ]+,\s+)?(?:[Ff]or|[Ff]rom)\s+|\b(?:[Ww]e|[Oo]ur|us)\b[^.;:,\n]{0,25}\sat\s+)"
    r"(?:the\s+)?$"
)
_SOMEBODY_OF_IT = re.compile(
    r"\s+(?:specialist|officer|advis[eo]r|expert|official|economist|hat|desk|(?:regional|country|field|liaison)\s+office)\b"
)
_CUT = re.compile(r"[^\W\d_]{3}\.[ \u00a0]+[^\W\d_A-ZÀ-Þ]|[^\W\d_]{3}\.(?=[,;:)]|$)")
_BEGUN = (OrganisationKind.HEAD, OrganisationKind.PARTIAL)


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
        several = ([w for w in fold_text(name).split() if not is_small(w)] for name, _ in known.full.values())
        self.several = [
            (words, body)
            for words, (_, body) in zip(several, known.full.values(), strict=True)
            if len(words) > 1 and not body.public
        ]

    def mentions(self, note: NoteContext) -> Iterable[Mention]:
        """See `MentionRecogniser.mentions`."""
        around = note.around
        own = own_bodies(note, self.known)
        found: list[Mention] = []
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
                found.append(mention)
                taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        found += self._shortened(note, taken)
        found += self._what_it_is(note, own, taken)
        return found

    def _shortened(self, note: NoteContext, taken: bytearray) -> Iterator[Mention]:
        """A full name in which a word is cut short: `Anadolu dom. workers union`, `Lac Tchad Sol.`."""
        text = note.around.text
        if not _CUT.search(text):
            return
        folded = note.around.folded
        typed = [w for w in zip(folded.words(), folded.starts, folded.ends, strict=True) if not is_small(w[0])]
        cut = [k for k, (word, _, end) in enumerate(typed) if len(word) > 2 and text[end : end + 1] == "."]
        for words, body in self.several:
            for start, end in _cut_short(typed, cut, words):
                if not any(taken[start:end]):
                    taken[start:end] = b"\1" * (end - start)
                    yield Mention(
                        start=start,
                        end=end,
                        kind=Kind.AFFILIATION,
                        role=Role.ACTOR,
                        who=frozenset({body.key}),
                        recogniser=self.name,
                        score=0.9,
                        why="an organisation on the roster, with a word cut short",
                    )

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
            f
            for f in place.forms
            if not f[1].capitals
            or capitals
            or (
                f[0].key in own and ((hasty and len(text) > 2) or (len(text) > 4 and text.isalpha() and text.islower()))
            )
        ]
        if not forms or not _joined(around, place):
            return None
        strength = max(form.strength for _, form in forms)
        best = [(body, form) for body, form in forms if form.strength == strength]
        if strength is not Strength.STRONG and landscape(around, place.start, place.end):
            return None
        if all(f.kind in _BEGUN for _, f in best) and " " not in text and of_a_people(around, place.start, place.end):
            return None
        cue = affiliation_cue(note, place.start, place.end)
        mine = any(body.key in own for body, _ in best)
        public = all(body.public for body, _ in best)
        if public and self.policy != "always":
            if self.policy == "never" or not (cue or _speaks_itself(around, place.start, place.end, best, mine)):
                return None
            if not cue and not accepted(around, place, best, mine):
                return None
        elif cue:
            if not plausible(around, place, best):
                return None
        elif not listed and not accepted(around, place, best, mine):
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


def _cut_short(
    typed: Sequence[tuple[str, int, int]], cut: Sequence[int], words: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Where the words of a name stand one after another, some whole and some cut short with a full stop.

    Args:
        typed: The note's words with their places, small ones left out.
        cut: Numbers of those that a full stop follows: notes are many words, and these few.
        words: Of the name, small ones left out.
    """
    at = {k - n for k in cut for n, name in enumerate(words) if name != typed[k][0] and name.startswith(typed[k][0])}
    for first in sorted(at):
        run = typed[first : first + len(words)] if first >= 0 else ()
        if len(run) < len(words):
            continue
        whole = [w == name or f"{w}s" == name for (w, _, _), name in zip(run, words, strict=True)]
        short = (first + n in cut and name.startswith(run[n][0]) for n, name in enumerate(words))
        if any(whole) and not all(whole) and all(map(operator.or_, short, whole)):
            yield run[0][1], run[-1][2]


def _set_beside(note: NoteContext, start: int) -> bool:
    """Whether it stands in brackets, or behind a slash, right after somebody's name: `i.b. (ilo)`."""
    text = note.around.text
    named = next((m.end for m in note.found if m.kind is Kind.PERSON and 0 < start - m.end < 5), None)
    return named is not None and re.fullmatch(r"\.?[ \u00a0]*[(/\[][ \u00a0]*", text[named:start]) is not None


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
    if _IN_ITS_NAME.search(around.text[max(0, start - 60) : start]) or _SOMEBODY_OF_IT.match(around.text, end):
        return True
    if _POSITION.match(around.text, end) or (around.verb_after(end) and around.word_before(start) != "that"):
        return True
    of = re.match(r"\s+of\s+(?:the\s+)?([^\W\d_]+)", around.text[end : end + 40])
    whole = around.text[start : end + of.end() if of else end]
    return not all(body.world for body, _ in forms) and not (
        " " in whole and any(is_country(word) for word in fold_text(whole).split())
    )
