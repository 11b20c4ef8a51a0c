"""What in a note says that a stretch is a person's name, rather than a word, a place or a thing."""

from __future__ import annotations

import re

from chatham.anonymise.mentions import Role
from chatham.anonymise.recognisers.leaning import leaning
from chatham.anonymise.recognisers.speech import ROLES
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.people.fold import fold_text
from chatham.people.gazetteers import is_given_name, is_town
from chatham.people.words import CALENDAR, HONORIFICS, is_common, is_country

__all__ = ["cue", "fair", "in_label", "person_role", "slip", "weak"]


_ARTICLES = frozenset(
    "the a an this that el la los las un una o os as um uma le les l du de des del al il lo der die das".split()
)
_ADDRESSED = re.compile(
    r",\s+(?:(?:so|and|but|what|how|why|where|when|if|as)\s+)?"
    r"(?:please\b|your?\b|(?:do|did|can|could|would|will|have|are|were|should|may|might)\s+you\b)",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"[ \u00a0]?['’]s?[ \u00a0]+(?:own[ \u00a0]+)?(?:points?|questions?|comments?|remarks?|interventions?|statements?|"
    r"proposals?|suggestions?|answers?|presentations?|repl(?:y|ies)|requests?|additions?|objections?|amendments?|figures?|"
    r"colleagues?)\b"
)
_SIGNED = re.compile(r"(?:[.!?…][ \u00a0]+|\n)[-–—~ ]*\Z")
_STANDS_FOR = re.compile(r"(?:from|of|at|for|with)\s+(?:the\s+)?[^\W\d_]", re.IGNORECASE)
_SEPARATED = re.compile(r"(?:[:,;/&(+]|\band|\bor)[*_]{0,3}\s*$")


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


def cue(around: Surroundings, start: int, end: int) -> str:
    """What says that this is a person, whatever the word; empty if nothing does."""
    if in_label(around, start, end):
        return "in a speaker's label"
    if around.honorific(start) or around.honorific_after(end):
        return "with an honorific"
    if around.verb_after(end):
        return "with a verb of speaking"
    if around.verb_before(start):
        return "after words that lead to a name"
    if _addressed(around, start, end):
        return "spoken to"
    if around.text[start].isupper() and _SAID.match(around.text, end):
        return "before what people say"
    if around.field(start) and _SEPARATED.search(around.text[max(0, start - 12) : start]):
        return "in a field for people's names"
    return ""


_THANKED = re.compile(r"\b(?:thx|thanks|thank\s+you|grateful)\s+to\s+$", re.IGNORECASE)


def _addressed(around: Surroundings, start: int, end: int) -> bool:
    """Whether somebody is spoken to: `Daisy, could you say`; not `In August, you could`."""
    text = around.text
    if not text[start].isupper() or not _ADDRESSED.match(text, end):
        return False
    return around.sentence_start(start) or around.word_before(start) in ("and", "but", "so", "well", "yes", "no")


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
    before = re.split(r"[/&+]", around.text[label.start : start])[-1]  # two speak at once: `Ama/Kofi:`
    head = [w for w in fold_text(before).split() if w not in ROLES and w not in HONORIFICS]
    tail = around.text[end : label.end].strip()
    rest = [w for w in fold_text(re.sub(r"\([^)]*\)?", " ", tail)).split() if w not in ROLES]
    if not head and (not tail or tail[0] in "(/,-–—&+|@[" or not rest or _STANDS_FOR.match(tail)):
        return True
    if label.strong and (not head or not rest):
        return True
    upper = around.text[start].isupper()
    return not tail.strip(")] ") and upper and len(head) <= 6


def fair(around: Surroundings, start: int, end: int, own: bool) -> tuple[bool, str]:
    """Whether a word of a name that is no ordinary word stands for the person, and why.

    Args:
        around: The note.
        start: First code point.
        end: One past the last.
        own: It names the note's own speaker.
    """
    text = around.text[start:end]
    said = cue(around, start, end)
    listed = not own and is_town(fold_text(text)) and around.listed_with_places(start, end)
    if said.startswith("with a verb") and listed:
        return False, ""  # headlines in Quito and Lima speak of waves
    if said:
        return True, said
    entity = around.entity(start, end)
    longer = entity is not None and (entity[0] < start or end < entity[1]) and entity[2] != "PERSON"
    if not text[0].isupper():
        # typed in haste; a word of a few letters may be anything
        given = any(len(word) > 4 and is_given_name(word) for word in fold_text(text).split())
        hasty = (own or around.lower or given) and around.word_before(start) not in _ARTICLES
        return hasty and len(text) >= 3 and not around.place_before(start) and not longer, "a rare word, in lower case"
    if longer and entity is not None and not around.sentence_start(start):
        inside = around.text[entity[0] : entity[1]]
        if entity[2] in ("GPE", "LOC", "FAC", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT") and " " in inside:
            return False, ""
    if around.place_before(start) or around.with_countries(start, end) or around.from_to(start, end):
        return False, ""
    if listed:
        return False, ""  # in Bogotá, Santiago, Barcelona
    if around.shouting:
        return around.word_before(start) not in ("in", "from", "to", "at", "of"), "one word of the name"
    if (
        entity is not None
        and entity[2] in ("GPE", "LOC", "FAC")
        and around.word_before(start) in ("from", "to", "of", "the")
        and (around.word_before(start) != "to" or leaning(around.doc, text) < 0.12 or around.from_to(start, end))
        and not own
    ):
        return False, ""
    if _in_longer_name(around, start, end) and not own:
        return _beside_name(around, entity), "part of a person's name"
    return True, "one word of the name"


def weak(around: Surroundings, start: int, end: int, own: bool) -> tuple[bool, str]:
    """Whether a name that is an ordinary word too stands for the person, and why.

    Args:
        around: The note.
        start: First code point.
        end: One past the last.
        own: It names the note's own speaker.
    """
    text = around.text[start:end]
    folded = fold_text(text)
    upper = text[0].isupper()
    country, dated = is_country(folded.split()[0]), folded in CALENDAR
    if in_label(around, start, end):
        return True, "a common word in a speaker's label"
    if around.honorific(start) or around.honorific_after(end):
        return True, "a common word with an honorific"
    expected = (
        around.alone(start, end)
        if own
        else cue(around, start, end).startswith(("in a field", "spoken to", "before what"))
    )
    if upper and not country and _SIGNED.search(around.text[:start]) and not around.text[end:].strip(" .\n"):
        return True, "a common word as a signature"
    if upper and not country and expected:
        return True, "a common word where a name is to be expected"
    if upper and around.sentence_start(start) and re.match(r"\s+(?:is|was) right\b", around.text[end : end + 10]):
        return True, "a common word that is agreed with"
    if not upper:
        if around.verb_before(start) and around.word_before(start) in ("thanks", "thx", "thank", "ty", "colleague"):
            return True, "a common word that is thanked"
        right = re.match(r"\s+(?:was|is) right\b|\s+(?:k|again|here(?=[,:;]))\b", around.text[end : end + 12])
        return bool(right) and around.sentence_start(start), "a common word in a speaker's place"
    if around.word_before(start) == "the" or around.place_before(start) or (dated and around.month(start, end)):
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
    if own and around.text[end : end + 2] in ("'s", "’s"):
        return True, "a common word that owns something, and the speaker's"
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
    if dated:
        return tag in ("NNP", "NNPS") and next_tag in ("VBD", "VBZ", "MD", "POS"), "a month or a day as a subject"
    return True, "a common word with a capital letter inside a sentence"


def slip(around: Surroundings, start: int, end: int, *, own: bool, long: bool) -> bool:
    """Whether a word that is nearly a name is that name.

    Args:
        around: The note.
        start: First code point.
        end: One past the last.
        own: It may name the note's own speaker.
        long: It is long enough that chance is no explanation.
    """
    if around.place_like(start, end):
        return False
    held = around.entity(start, end)
    if held is not None and held[2] in ("GPE", "LOC", "FAC") and held[1] - held[0] > end - start and not own:
        return False  # San Pedro Sula
    if cue(around, start, end) or _THANKED.search(around.text[max(0, start - 12) : start]):
        return True
    if not own and (
        around.word_before(start) in ("from", "to", "at") or leaning(around.doc, around.text[start:end]) < -0.12
    ):
        return False
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
