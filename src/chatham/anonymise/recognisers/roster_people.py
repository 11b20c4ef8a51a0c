"""People who were there, in every form in which they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from chatham.anonymise.mentions import Mention
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.evidence import cue, fair, in_label, person_role, slip, weak
from chatham.anonymise.recognisers.initials import ACRONYMS, initials_name, small_initials
from chatham.anonymise.recognisers.known import Known
from chatham.anonymise.recognisers.leaning import leaning
from chatham.anonymise.recognisers.naming import could_be_name, public_office
from chatham.anonymise.recognisers.neighbouring import coordinated, pairs, whole_name
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.model.private import Kind
from chatham.people.fold import fold_text
from chatham.people.gazetteers import is_town
from chatham.people.letters import UPPER
from chatham.people.lookup import Found
from chatham.people.names import NameForm, NameKind
from chatham.people.strength import Strength
from chatham.people.words import HONORIFICS, PARTICLES, is_common, is_country

__all__ = ["ACRONYMS", "RosterPeople", "in_label", "person_role"]

_SOFT_GAP = re.compile(r"[\s\u00a0]*(?:\.|[-‐-―'’ʼ`]|\.?[\s\u00a0]|\.?-|,[\s\u00a0])?[\s\u00a0]*\n?[\s\u00a0]*")
_ONE_NAME = re.compile(r"[\w’'\- \u00a0]+")
_STOP = re.compile(r"[ .][^\W\d_]\.")
_GOES_ON = re.compile(r"[ \u00a0][^\W\d_A-ZÀ-Þ]|[,:;)(]")
_SET_APART = re.compile(r"(?<!\w)[^\W\d_](?:[ \u00a0.·-][^\W\d_]){3,}(?!\w)")
_ROW = re.compile(r"\((?P<row>[^()\n;:]{4,80})\)")
_RUN = re.compile(rf"(?<![\w-])[{UPPER}][\w’'-]+(?:[ \u00a0][{UPPER}][\w’'-]+){{1,5}}(?![\w-])")
_TITLED = re.compile(r"(?P<title>[^\W\d_]{2,9})\.?[ \u00a0](?P<letter>[^\W\d_])")
_SINGLE = (NameKind.GIVEN, NameKind.FAMILY, NameKind.ALIAS)
_CELL = re.compile(r"[|\t][ \u00a0]*\Z")
_CELL_ENDS = re.compile(r"\.?[ \u00a0]*[|\t]")
_HEAD = re.compile(r"(?:\A|\n|[|\t]|[|\n][ \t]*[-*•–])[ \u00a0]*\Z")
_HEAD_ENDS = re.compile(r"[ \u00a0]*[:(/]")
_SURE = 0.95  # from this score on somebody is taken to be named indeed


class RosterPeople(MentionRecogniser):
    """Finds everybody on the roster, and facilitators who are not.

    A name of two words is found wherever it stands. A name that is also an ordinary word, a month or a country is found
    where its use says so: in a speaker's label, after an honorific, before a verb of speaking, or with a capital letter
    that nothing else explains.

    Args:
        known: The roster, compiled.
    """

    def __init__(self, known: Known):
        super().__init__()
        self.known = known

    def mentions(self, note: NoteContext) -> Iterable[Mention]:
        """See `MentionRecogniser.mentions`."""
        around = note.around
        accepted: list[Mention] = []
        places = sorted(self.known.names.find(around.folded), key=lambda f: (f.start - f.end, f.start))
        taken = bytearray(len(around.text) + 1)
        bodies = self._bodies(note)
        speaker = note.speaker

        def take(mention: Mention) -> None:
            start, end = whole_name(around, self.known, mention.start, mention.end, mention.who)
            if any(taken[start : mention.start]):
                start = mention.start
            if any(taken[mention.end : end]):
                end = mention.end
            accepted.append(replace(mention, start=start, end=end))
            taken[start:end] = b"\1" * (end - start)

        for initials in self._small_initials(note):
            take(initials)
        while True:
            left: list[Found[tuple[int | str, NameForm]]] = []
            before = len(accepted)
            for place in places:
                if any(taken[place.start : place.end]):
                    continue
                if any(a <= place.start and place.end <= b and place.end - place.start < b - a for a, b in bodies):
                    continue
                mention = self._judge(place, note, speaker) or self._joined_with(place, around, accepted)
                if mention is None:
                    left.append(place)
                else:
                    take(mention)
            if len(accepted) == before:
                break
            # whoever is named beyond doubt is likely to be named again, and others in one breath with them
            speaker |= frozenset().union(*(m.who for m in accepted if len(m.who) == 1 and m.score >= _SURE))
            places = left
        for start, end in bodies:
            taken[start:end] = b"\1" * (end - start)
        alone = (
            *self._in_pieces(around, taken),
            *self._spelled(around),
            *self._letters(note),
            *self._rows(around),
            *self._one_by_one(around),
        )
        for mention in (*alone, *self._slips(note, taken, speaker)):
            if not any(taken[mention.start : mention.end]):
                take(mention)
        return sorted(accepted, key=lambda m: m.start)

    def _joined_with(
        self, place: Found[tuple[int | str, NameForm]], around: Surroundings, accepted: list[Mention]
    ) -> Mention | None:
        """A name that only its company gives away: `Grace, Anil and Hope`."""
        start, end = place.start, place.end
        forms = [f for f in place.forms if f[1].kind is not NameKind.INITIALS]
        if not forms or not around.text[start].isupper() or not _joined(around, place) or around.shouting:
            return None
        entity = around.entity(start, end)
        if entity is not None and entity[2] in ("DATE", "NORP", "LAW", "LANGUAGE"):
            return None
        if around.place_like(start, end) or around.word_before(start) in ("the", "of", "from", "to"):
            return None
        if leaning(around.doc, around.text[start:end]) < -0.12 and not cue(around, start, end):
            return None
        if not coordinated(around, [(m.start, m.end) for m in accepted], start, end):
            return None
        return self._mention(around, start, end, frozenset(key for key, _ in forms), 0.85, "in one breath with others")

    def _in_pieces(self, around: Surroundings, taken: bytearray) -> Iterator[Mention]:
        """A name that is one word on the list, typed as two or three by ear: `Abd al-Rahman`."""
        folded = around.folded
        words = folded.words()
        capitals = [n for n, start in enumerate(folded.starts) if around.text[start].isupper()]
        for first, last, letters in pairs(words, capitals):
            start, end = folded.starts[first], folded.ends[last - 1]
            if len(letters) < 8 or any(taken[start:end]):
                continue
            if any(len(around.text[folded.ends[n] : folded.starts[n + 1]]) != 1 for n in range(first, last - 1)):
                continue
            if is_common(words[first]) or not _ONE_NAME.fullmatch(around.text, start, end):
                continue
            who = self.known.like(letters) or frozenset(self.known.words.get(letters, ()))
            if who and not any(is_common(w) and w not in PARTICLES for w in words[first:last]):
                yield self._mention(around, start, end, who, 0.85, "one word of the name, typed as several")

    def _spelled(self, around: Surroundings) -> Iterator[Mention]:
        """A name in letters set apart: `S E L V I`."""
        for match in _SET_APART.finditer(around.text):
            who = frozenset(self.known.words.get(fold_text(match.group()).replace(" ", ""), ()))
            if who:
                yield self._mention(around, *match.span(), who, 0.9, "the letters of the name, set apart")

    def _small_initials(self, note: NoteContext) -> Iterator[Mention]:
        """Initials in small letters where a speaker's label stands: `- s.o.m. / hub:`."""
        for start, end, letters, apart in small_initials(note.around):
            forms = self.known.names.entries.get(letters, ())
            who = frozenset(key for key, _ in forms)
            if all(form.kind is NameKind.INITIALS for _, form in forms) and who and (apart or who & note.speaker):
                yield self._mention(
                    note.around, start, end, who & note.speaker or who, 0.85, "initials in small letters"
                )

    def _rows(self, around: Surroundings) -> Iterator[Mention]:
        """Initials in a row in which there is nothing but people on the roster: `3 online (GW, EM, Nyandeng)`."""
        for match in _ROW.finditer(around.text):
            parts = [(m.start(), m.end()) for m in re.finditer(r"[^,+&/\s][^,+&/]*(?<!\s)", match["row"])]
            base = match.start("row")
            texts = [match["row"][a:b].rstrip() for a, b in parts]
            if len(texts) < 2 or not all(t[0].isupper() and fold_text(t) in self.known.names.entries for t in texts):
                continue
            letters = [t for t in texts if t.isupper() and len(t) < 5]
            if all(fold_text(t) in ACRONYMS or is_country(fold_text(t)) for t in letters):
                continue
            for (a, _), t in zip(parts, texts, strict=True):
                if t in letters:
                    who = frozenset(key for key, _ in self.known.names.entries[fold_text(t)])
                    yield self._mention(around, base + a, base + a + len(t), who, 0.8, "initials among people")

    def _one_by_one(self, around: Surroundings) -> Iterator[Mention]:
        """Several people by one name each, with nothing between them: `Tõnu Katka Ruslan all in favour`."""
        for match in _RUN.finditer(around.text):
            words = [(match.start() + m.start(), m.group()) for m in re.finditer(r"\S+", match.group())]
            who = [
                frozenset(
                    key for key, form in self.known.names.entries.get(fold_text(word), ()) if form.kind in _SINGLE
                )
                for _, word in words
            ]
            apart = all(not (a & b) for n, a in enumerate(who) for b in who[n + 1 :])
            if all(who) and apart and not all(is_common(fold_text(word)) for _, word in words):
                for (start, word), keys in zip(words, who, strict=True):
                    yield self._mention(around, start, start + len(word), keys, 0.85, "one of several people in a row")

    def _letters(self, note: NoteContext) -> Iterator[Mention]:
        """The speaker's own initial before a colon: `S: nobody told me`."""
        around = note.around
        own = {name[0] for key in note.speaker for name in self.known.names_of.get(key, ())}
        for label in around.labels:
            raw = around.text[label.start : label.end].rstrip(".")
            if len(raw) == 1 and raw.isupper() and fold_text(raw) in own - {"q", "a"}:
                yield self._mention(around, label.start, label.start + 1, note.speaker, 0.8, "the speaker's initial")
            titled = _TITLED.fullmatch(raw)
            if titled and fold_text(titled["title"]) in HONORIFICS and fold_text(titled["letter"]) in own:
                start, end = (label.start + place for place in titled.span("letter"))
                yield self._mention(around, start, end, note.speaker, 0.85, "the speaker's initial with an honorific")

    def _mention(
        self, around: Surroundings, start: int, end: int, who: frozenset[int | str], score: float, why: str
    ) -> Mention:
        return Mention(
            start=start,
            end=end,
            kind=Kind.PERSON,
            role=person_role(around, start, end),
            who=who,
            recogniser=self.name,
            score=score,
            why=f"on the roster: {why}",
        )

    def _short(self, around: Surroundings, start: int, end: int, who: frozenset[int | str]) -> Mention:
        return self._mention(around, start, end, who, 0.75, "the beginning or the end of a name, as a nickname")

    def _bodies(self, note: NoteContext) -> list[tuple[int, int]]:
        """Where organisations stand whose names hold people's names: the Otieno Foundation is nobody in the room."""
        return [
            (place.start, place.end)
            for place in self.known.bodies.find(note.around.folded)
            if " " in note.around.folded.text[place.at : place.to]
            and any(form.strength is Strength.STRONG for _, form in place.forms)
        ]

    def _judge(
        self, place: Found[tuple[int | str, NameForm]], note: NoteContext, likely: frozenset[int | str]
    ) -> Mention | None:
        around = note.around
        text = around.text[place.start : place.end]
        forms = [f for f in place.forms if not f[1].capitals or text.replace(".", "").replace(" ", "").isupper()]
        if not forms or not _joined(around, place):
            return None
        strength = max(form.strength for _, form in forms)
        who = frozenset(key for key, form in forms if form.strength == strength)
        if strength is not Strength.STRONG and around.sainted(place.start):
            return None
        own = bool(who & note.speaker)
        if not own and who & likely:
            own = not around.place_like(place.start, place.end)
        if own:
            who &= likely
        kinds = {form.kind for _, form in forms}
        if kinds == {NameKind.INITIALED} and text.startswith(("a ", "i ")):
            return None  # boss has a mercedes
        stop = place.end  # past the full stop of an initial: `Hope V. asked`
        if kinds == {NameKind.INITIALED} and _STOP.match(around.text, place.end - 2):
            stop += 1
        if kinds == {NameKind.INITIALS}:
            letters = around.folded.text[place.at : place.to]
            good, why = initials_name(
                around,
                place.start,
                place.end,
                given=own or strength is Strength.FAIR,
                label=in_label(around, place.start, place.end),
                term=letters in self.known.bodies.entries or letters.replace(" ", "") in self.known.bodies.entries,
            )
        elif strength is Strength.STRONG:
            good, why = True, "two words of the name or more"
        elif kinds == {NameKind.INITIALED} and _fills_a_cell(around.text, place.start, place.end):
            good, why = True, "a name with an initial, alone in its cell"
        elif own and kinds == {NameKind.INITIALED} and text.split()[-1][0].isupper() and not around.shouting:
            good, why = True, "a word of the speaker's name with an initial"
        elif kinds == {NameKind.INITIALED} and stop > place.end and _opens(around.text, place.start, stop):
            good, why = True, "a name with an initial and its full stop, where a speaker's name stands"
        else:
            judge = fair if strength is Strength.FAIR else weak
            good, why = judge(around, place.start, stop, own)
            if not good and text[0].isupper() and not around.shouting:
                whole = whole_name(around, self.known, place.start, place.end, who)
                good, why = whole != (place.start, place.end), "beside another word of the same name"
        if not good:
            return None
        return self._mention(
            around,
            place.start,
            stop if _GOES_ON.match(around.text, stop) else place.end,
            who,
            {Strength.STRONG: 1.0, Strength.FAIR: 0.95, Strength.WEAK: 0.85}[strength],
            f"({', '.join(sorted(str(k) for k in kinds))}): {why}",
        )

    def _slips(self, note: NoteContext, taken: bytearray, speaker: frozenset[int | str]) -> Iterator[Mention]:
        """Words that are a name with a slip of the pen, or a name written by ear."""
        around = note.around
        folded = around.folded
        for word, start, end in zip(folded.words(), folded.starts, folded.ends, strict=True):
            if len(word) < 3 or any(taken[start:end]) or is_common(word) or is_country(word) or not word.isalpha():
                continue
            raw = around.text[start:end]
            if raw[0].isupper() and (public_office(around.text, start) or around.sainted(start)):
                continue  # President Lenin Moreno, San Pedro Sula
            if len(word) == 3 and not (raw[0].isupper() and self.known.clipped(word) and cue(around, start, end)):
                continue
            label = around.label(start, end)
            entity = around.entity(start, end)
            if is_town(word) and entity is not None and entity[2] in ("GPE", "LOC", "FAC"):
                continue  # Abidjan is nobody's slip of the pen
            person = entity is None or entity[2] == "PERSON" or (entity[0] == start and end == entity[1])
            fond = self.known.blended(word)
            if fond and (fond & note.speaker or label is not None or cue(around, start, end)):
                yield self._mention(
                    around, start, end, fond & speaker or fond, 0.8, "two names made one, as a nickname"
                )
                continue
            own = self.known.clipped(word) & speaker
            if person and (raw[0].isupper() or around.lower):
                homely = frozenset(key for key in note.speaker if self.known.close(word, (key,)))
                fits = own or (homely and (entity is None or entity[2] == "PERSON") and could_be_name(word))
                if fits and not around.place_like(start, end):
                    yield self._short(around, start, end, own or homely)
                    continue
            if not raw[0].isupper() and label is None:
                continue
            who = self.known.like(word)
            owns = around.text[end : end + 2] in ("'s", "’s") and entity is not None and entity[2] == "PERSON"
            if not who and raw[0].isupper() and (owns or cue(around, start, end)):
                clipped = self.known.clipped(word)
                if clipped and person:
                    yield self._short(around, start, end, clipped)
                    continue
            if not who or not slip(around, start, end, own=bool(who & speaker), long=len(word) > 6):
                continue
            yield self._mention(around, start, end, who & speaker or who, 0.8, "a slip of the pen, or written by ear")


def _fills_a_cell(text: str, start: int, end: int) -> bool:
    return _CELL.search(text[max(0, start - 3) : start]) is not None and _CELL_ENDS.match(text, end) is not None


def _opens(text: str, start: int, stop: int) -> bool:
    """Whether a line or a cell begins with it and what was said follows: `| hope w.: no fees`."""
    return _HEAD.search(text[max(0, start - 6) : start]) is not None and _HEAD_ENDS.match(text, stop) is not None


def _joined(around: Surroundings, place: Found[tuple[int | str, NameForm]]) -> bool:
    """Whether nothing but a space, a hyphen or an initial's full stop stands between the words of a form."""
    folded = around.folded
    first, last = folded.index(place.at), folded.index(place.to - 1)
    for number in range(first, last):
        gap = around.text[folded.ends[number] : folded.starts[number + 1]]
        if not _SOFT_GAP.fullmatch(gap):
            return False
        if gap in ("'", "’") and folded.text[folded.at[number + 1] :].startswith("s "):
            return False  # a possessive
        length = folded.ends[number] - folded.starts[number]
        if gap.startswith(".") and length > 4:  # a sentence ends here
            return False
        if "\n" in gap and "\n\n" in gap.replace(" ", ""):
            return False
    return True
