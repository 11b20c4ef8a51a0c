"""People who were there, in every form in which they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chatham.anonymise.mentions import Mention
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.evidence import cue, fair, in_label, person_role, slip, weak
from chatham.anonymise.recognisers.initials import ACRONYMS, initials_name
from chatham.anonymise.recognisers.known import Known
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.model.private import Kind
from chatham.people.lookup import Found
from chatham.people.names import NameForm, NameKind, Strength
from chatham.people.words import is_common, is_country

__all__ = ["ACRONYMS", "RosterPeople", "in_label", "person_role"]

_SOFT_GAP = re.compile(r"[\s\u00a0]*(?:\.|[-‐-―'’ʼ`]|\.?[\s\u00a0]|\.?-|,[\s\u00a0])?[\s\u00a0]*\n?[\s\u00a0]*")


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
        for place in places:
            if any(taken[place.start : place.end]):
                continue
            if any(a <= place.start and place.end <= b and place.end - place.start < b - a for a, b in bodies):
                continue
            mention = self._judge(place, note)
            if mention is not None:
                accepted.append(mention)
                taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        for start, end in bodies:
            taken[start:end] = b"\1" * (end - start)
        accepted.extend(self._slips(note, taken))
        return accepted

    def _short(self, around: Surroundings, start: int, end: int, who: frozenset[int | str]) -> Mention:
        return Mention(
            start=start,
            end=end,
            kind=Kind.PERSON,
            role=person_role(around, start, end),
            who=who,
            recogniser=self.name,
            score=0.75,
            why="on the roster: the beginning or the end of a name, as a nickname",
        )

    def _bodies(self, note: NoteContext) -> list[tuple[int, int]]:
        """Where organisations stand whose names hold people's names: the Otieno Foundation is nobody in the room."""
        return [
            (place.start, place.end)
            for place in self.known.bodies.find(note.around.folded)
            if " " in note.around.folded.text[place.at : place.to]
            and any(form.strength is Strength.STRONG for _, form in place.forms)
        ]

    def _judge(self, place: Found[tuple[int | str, NameForm]], note: NoteContext) -> Mention | None:
        around = note.around
        text = around.text[place.start : place.end]
        forms = [f for f in place.forms if not f[1].capitals or text.replace(".", "").replace(" ", "").isupper()]
        if not forms or not _joined(around, place):
            return None
        strength = max(form.strength for _, form in forms)
        who = frozenset(key for key, form in forms if form.strength == strength)
        own = bool(who & note.speaker)
        if own:
            who &= note.speaker
        kinds = {form.kind for _, form in forms}
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
        elif strength is Strength.FAIR:
            good, why = fair(around, place.start, place.end, own)
        else:
            good, why = weak(around, place.start, place.end, own)
        if not good:
            return None
        return Mention(
            start=place.start,
            end=place.end,
            kind=Kind.PERSON,
            role=person_role(around, place.start, place.end),
            who=who,
            recogniser=self.name,
            score={Strength.STRONG: 1.0, Strength.FAIR: 0.95, Strength.WEAK: 0.85}[strength],
            why=f"on the roster ({', '.join(sorted(str(k) for k in kinds))}): {why}",
        )

    def _slips(self, note: NoteContext, taken: bytearray) -> Iterator[Mention]:
        """Words that are a name with a slip of the pen, or a name written by ear."""
        around = note.around
        folded = around.folded
        for word, start, end in zip(folded.words(), folded.starts, folded.ends, strict=True):
            if len(word) < 4 or any(taken[start:end]) or is_common(word) or is_country(word) or not word.isalpha():
                continue
            raw = around.text[start:end]
            label = around.label(start, end)
            own = self.known.clipped(word) & note.speaker
            entity = around.entity(start, end)
            person = entity is None or entity[2] == "PERSON" or (entity[0] == start and end == entity[1])
            if own and person and (raw[0].isupper() or around.lower) and not around.place_before(start):
                yield self._short(around, start, end, own)
                continue
            if not raw[0].isupper() and label is None:
                continue
            who = self.known.like(word)
            if not who and raw[0].isupper() and cue(around, start, end):
                clipped = self.known.clipped(word)
                if clipped and person:
                    yield self._short(around, start, end, clipped)
                    continue
            if not who or not slip(around, start, end, own=bool(who & note.speaker), long=len(word) > 6):
                continue
            yield Mention(
                start=start,
                end=end,
                kind=Kind.PERSON,
                role=person_role(around, start, end),
                who=who & note.speaker or who,
                recogniser=self.name,
                score=0.8,
                why="on the roster: a slip of the pen, or written by ear",
            )


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
