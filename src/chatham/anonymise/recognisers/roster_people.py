"""People who were there, in every form in which they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.known import Known
from chatham.anonymise.recognisers.speech import ROLES
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.model.private import Kind
from chatham.people.fold import fold_text
from chatham.people.lookup import Found
from chatham.people.names import NameForm, NameKind, Strength
from chatham.people.words import HONORIFICS, is_common, is_country

__all__ = ["ACRONYMS", "RosterPeople", "in_label", "person_role"]

_SOFT_GAP = re.compile(r"[\s\u00a0]*(?:\.|[-‐-―'’ʼ`]|\.?[\s\u00a0]|\.?-|,[\s\u00a0])?[\s\u00a0]*\n?[\s\u00a0]*")
_MONTHS = frozenset(
    """
    april august january february march may june july september october november december
    """.split()
)
# Two or three capitals that are words to everybody.
ACRONYMS = frozenset(
    """
    ai am au ca ce ceo cfo ci cn co cv dc de dg dna dv ec eg eu faq fm gb gdp ge gp hiv hq hr ht ict id ie ii iii in io
    ip it iv la law lgbt mp mps mr ms na nb ngo ngos nhri no nz ok or pa pc pdf pm png pr ps qa ra rd sa sc sdg sg sim
    sms so sos st tb tv uae uk un unga us usa usd vat vi vip vp vs wa wg wgs who wi xi
    asean cbo cedaw covid crc cso csos gcc gcm gfmd gbv iom ilo ifi oecd opcat saarc sop sops ucc udhr unhcr unicef
    """.split()
)


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
            good, why = _initials(around, place.start, place.end, own or strength is Strength.FAIR)
        elif strength is Strength.STRONG:
            good, why = True, "two words of the name or more"
        elif strength is Strength.FAIR:
            good, why = _fair(around, place.start, place.end, own)
        else:
            good, why = _weak(around, place.start, place.end, own)
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
            if not who and raw[0].isupper() and _cue(around, start, end):
                clipped = self.known.clipped(word)
                if clipped and person:
                    yield self._short(around, start, end, clipped)
                    continue
            if not who or not _slip(around, start, end, own=bool(who & note.speaker), long=len(word) > 6):
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


def person_role(around: Surroundings, start: int, end: int) -> Role:
    """How a person's name stands in its sentence.

    Args:
        around: The note.
        start: First code point of the name.
        end: One past the last.
    """
    if around.label(start, end) is not None:
        return Role.SPEAKER
    words = around.before(start, 3)
    last = words[-1] if words else ""
    if last in HONORIFICS:
        words, last = words[:-1], words[-2] if len(words) > 1 else ""
    if last == "as" or last in ("thanks", "thanked", "thank", "following") or words[-2:] == ["building", "on"]:
        return Role.MENTIONED
    return Role.SPEAKER if around.verb_after(end) or words[-2:] == ["according", "to"] else Role.MENTIONED


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


def _cue(around: Surroundings, start: int, end: int) -> str:
    """What says that this is a person, whatever the word; empty if nothing does."""
    if in_label(around, start, end):
        return "in a speaker's label"
    if around.honorific(start) or around.honorific_after(end):
        return "with an honorific"
    if around.verb_after(end):
        return "with a verb of speaking"
    if around.verb_before(start):
        return "after words that lead to a name"
    return ""


def in_label(around: Surroundings, start: int, end: int) -> bool:
    """Whether it stands in a speaker's label as the speaker's name does: at its beginning or its end.

    Args:
        around: The note.
        start: First code point.
        end: One past the last.
    """
    label = around.label(start, end)
    if label is None:
        return False
    head = [w for w in fold_text(around.text[label.start : start]).split() if w not in ROLES and w not in HONORIFICS]
    tail = around.text[end : label.end].strip()
    rest = [w for w in fold_text(re.sub(r"\([^)]*\)?", " ", tail)).split() if w not in ROLES]
    if not head and (not tail or tail[0] in "(/,-–—&+|@[" or not rest):
        return True
    if label.strong and (not head or not rest):
        return True
    upper = around.text[start].isupper()
    return not tail.strip(")] ") and upper and len(head) <= 6


def _fair(around: Surroundings, start: int, end: int, own: bool) -> tuple[bool, str]:
    text = around.text[start:end]
    cue = _cue(around, start, end)
    if cue:
        return True, cue
    entity = around.entity(start, end)
    longer = entity is not None and (entity[0] < start or end < entity[1]) and entity[2] != "PERSON"
    if not text[0].isupper():
        # typed in haste; a word of a few letters may be anything
        hasty = own or around.lower
        return hasty and len(text) >= 4 and not around.place_before(start) and not longer, "a rare word, in lower case"
    if longer and entity is not None and not around.sentence_start(start):
        inside = around.text[entity[0] : entity[1]]
        if entity[2] in ("GPE", "LOC", "FAC", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT") and " " in inside:
            return False, ""
    if around.place_before(start) or around.with_countries(start, end):
        return False, ""
    if (
        entity is not None
        and entity[2] in ("GPE", "LOC", "FAC")
        and around.word_before(start) in ("from", "to", "of", "the")
        and not own
    ):
        return False, ""
    if _in_longer_name(around, start, end) and not own:
        return _beside_name(around, entity), "part of a person's name"
    return True, "one word of the name"


def _weak(around: Surroundings, start: int, end: int, own: bool) -> tuple[bool, str]:
    text = around.text[start:end]
    folded = fold_text(text)
    upper = text[0].isupper()
    country, month = is_country(folded.split()[0]), folded in _MONTHS
    if in_label(around, start, end):
        return True, "a common word in a speaker's label"
    if around.honorific(start) or around.honorific_after(end):
        return True, "a common word with an honorific"
    if not upper:
        if around.verb_before(start) and around.word_before(start) in ("thanks", "thx", "thank", "ty", "colleague"):
            return True, "a common word that is thanked"
        right = re.match(r"\s+(?:was|is) right\b|\s+(?:k|again)\b", around.text[end : end + 12])
        return bool(right) and around.sentence_start(start), "a common word in a speaker's place"
    if around.word_before(start) == "the" or around.place_before(start) or (month and around.month(start, end)):
        return False, ""
    if country and (
        around.with_countries(start, end) or around.word_before(start) in ("from", "to", "of", "by", "with")
    ):
        return False, ""
    if len(folded) <= 2 and around.shouting:
        return False, ""
    if around.verb_before(start):
        return True, "a common word after words that lead to a name"
    tag, next_tag = around.tag(start), around.tag_after(end)
    twice = re.match(r"\s+(?:will|may|would|can|might|shall)\b", around.text[end : end + 9])
    if twice and folded in ("will", "may") and around.text[start : start + 1].isupper():
        return True, "an auxiliary's form before an auxiliary"
    past = re.match(r"\s+[a-z]+ed\b", around.text[end : end + 20]) is not None
    sure = tag not in ("MD", "VB", "VBP") or next_tag in ("VBD", "VBZ") or past
    if around.verb_after(end) and sure and not (country and next_tag == "MD"):
        return True, "a common word with a verb of speaking"
    if country:
        return own and next_tag == "VBD", "a country's name, and the speaker's"
    if around.sentence_start(start):
        follows = next_tag in ("VBD", "VBZ", "TO") or (next_tag == "MD" and tag in ("NNP", "NNPS"))
        entity = around.entity(start, end)
        proper = tag in ("NNP", "NNPS") or (own and tag in ("NN", "NNS", "VB", "JJ", "MD"))
        return proper and follows and (
            own or entity is None or entity[2] in ("PERSON", "ORG", "GPE")
        ), "a common word as a subject"
    if around.shouting or _in_longer_name(around, start, end):
        return False, ""
    entity = around.entity(start, end)
    if next_tag in ("NN", "NNS") and not own and (entity is None or entity[2] != "PERSON"):
        return False, ""  # Young generation
    if month:
        return tag in ("NNP", "NNPS") and next_tag in ("VBD", "VBZ", "MD", "POS"), "a month as a subject"
    return True, "a common word with a capital letter inside a sentence"


def _initials(around: Surroundings, start: int, end: int, own: bool) -> tuple[bool, str]:
    text = around.text[start:end]
    folded = fold_text(text).replace(" ", "")
    if around.text[end : end + 1] in ("'", "’") and folded in ACRONYMS:
        return False, ""
    if in_label(around, start, end):
        label = around.label(start, end)
        plain = folded not in ACRONYMS and not is_country(folded)
        return plain or own or (label is not None and label.strong), "initials in a speaker's label"
    if around.shouting or (folded in ACRONYMS and not own):
        return False, ""
    if re.match(r"\s*\)", around.text[end : end + 3]) and re.search(
        r"(?:facil\w*|chair|speaker|moderator|mod)\.?\s*\($", around.text[max(0, start - 24) : start]
    ):
        return True, "initials in brackets after a role"
    if around.verb_after(end) and around.text[end : end + 1] == " ":
        return True, "initials with a verb of speaking"
    if around.verb_before(start) and around.word_before(start) in (
        "thanks",
        "thx",
        "thank",
        "thanked",
        "echoing",
        "seconded",
        "by",
    ):
        return True, "initials after words that lead to a name"
    return False, ""


def _slip(around: Surroundings, start: int, end: int, *, own: bool, long: bool) -> bool:
    if around.place_before(start) or around.with_countries(start, end):
        return False
    if _cue(around, start, end):
        return True
    entity = around.entity(start, end)
    label = entity[2] if entity else ""
    if label == "PERSON":
        return True
    if entity is not None and " " in around.text[entity[0] : entity[1]] and not own:
        return False
    if label in ("GPE", "LOC", "FAC", "NORP", "LANGUAGE") and not own:
        return False
    return own or long or around.text[end : end + 2] in ("'s", "’s")


def _beside_name(around: Surroundings, entity: tuple[int, int, str] | None) -> bool:
    """Whether the longer name is a person's, by the model and by what follows."""
    if entity is None or entity[2] != "PERSON" or around.listed_with_places(entity[0], entity[1]):
        return False
    return around.tag_after(entity[1]) not in ("NN", "NNS", "NNP", "NNPS")


def _in_longer_name(around: Surroundings, start: int, end: int) -> bool:
    """Whether a word with a capital letter stands right beside it, so that both may be one name of something else."""
    after = re.match(r"[ \u00a0-]([^\W\d_]\w*)", around.text[end : end + 30])
    if after and after.group(1)[0].isupper() and not after.group(1).isupper():
        return True
    before = re.search(r"([^\W\d_][\w'’]*)[ \u00a0-]$", around.text[max(0, start - 30) : start])
    if not before or not before.group(1)[0].isupper():
        return False
    word = fold_text(before.group(1))
    return word not in HONORIFICS and not (
        around.sentence_start(max(0, start - len(before.group()))) and is_common(word)
    )
