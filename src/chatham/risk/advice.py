"""What to generalise, for each note at risk, so that the text fits k people again or no longer points at its speaker.

Advice is for a person to take or leave: an edit of the anonymised text, with its reason. It is tried out before it is
given: a country or a town is named only if without it the attack no longer puts the speaker first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chatham.language import grammar
from chatham.model.framework import Framework
from chatham.model.private import Finding, Kind, NoteRisk
from chatham.people.fold import fold, fold_text
from chatham.people.places import country_name, is_country, subregion
from chatham.people.words import CALENDAR
from chatham.risk.attack import Attacker, Guess
from chatham.risk.audit import FIRST, Audit, GroupedText, inspect
from chatham.risk.clues import Clue
from chatham.risk.patterns import ClueKind
from chatham.risk.roll import akin
from chatham.risk.wording import PLACE, Pointer, Span, general
from chatham.settings import Settings

__all__ = ["advise", "apply_advice", "by_note"]

RECOGNISER = "Risk"

_MOST = 4  # words or phrases of a note that are generalised to hide its speaker
_TRIED = 12  # of the words that point at the speaker, so many are tried
_CALLED = "with what the note calls the speaker, the rest of it points at one person"
_POINTS = "points at the speaker's country or place"


@dataclass(frozen=True, slots=True)
class _Note:
    id: str
    text: str
    working_group: str | None = None


def advise(
    notes: Sequence[GroupedText],
    attacker: Attacker,
    *,
    speakers: Mapping[str, int | str],
    settings: Settings | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[tuple[NoteRisk, ...], tuple[Finding, ...]]:
    """Audit the notes and say what to generalise.

    Args:
        notes: As they are to be published.
        attacker: Who knows the list.
        speakers: Note id to the key of who spoke, where known.
        settings: `k`.
        progress: Called with how many notes are done, of how many.

    Returns:
        The risk of each note, and edits of the anonymised texts: sorted and disjoint in each note, offsets in code
        points of the anonymised text. A replacement of None marks a phrase for which there is no safe general form.
    """
    audits = inspect(notes, attacker, speakers=speakers, settings=settings or Settings())
    found: list[Finding] = []
    for done, (note, audit) in enumerate(zip(notes, audits, strict=True), 1):
        found += _advice(note, audit, attacker)
        if progress is not None:
            progress(done, len(notes))
    return tuple(a.risk for a in audits), tuple(found)


def apply_advice(text: str, advice: Sequence[Finding]) -> str:
    """The text with the advice taken; what is only marked stays.

    Args:
        text: The anonymised text.
        advice: Of this note, as `advise` gives it.
    """
    made: list[str] = []
    place = 0
    for edit in advice:
        if edit.replacement is not None:
            made += (text[place : edit.start], edit.replacement)
            place = edit.end
    return "".join((*made, text[place:]))


def by_note(advice: Sequence[Finding]) -> dict[str, tuple[Finding, ...]]:
    """The advice for each note that has some."""
    found: dict[str, tuple[Finding, ...]] = {}
    for edit in advice:
        found[edit.note] = (*found.get(edit.note, ()), edit)
    return found


def _advice(note: GroupedText, audit: Audit, attacker: Attacker) -> list[Finding]:
    edits = _disjoint(_generalised(note, clue, attacker) for clue in audit.clues)
    if FIRST in audit.risk.reasons and audit.speaker is not None:
        edits = _disjoint([*edits, *_hiding(note, edits, attacker, audit.speaker)])
    return edits


def _generalised(note: GroupedText, clue: Clue, attacker: Attacker) -> Finding:
    words = note.text[clue.start : clue.end]
    phrase: str | None = None
    if clue.kind is ClueKind.GENDER:
        told = {w.word: w.general for w in attacker.roll.framework.gender}
        phrase = re.sub(r"\w+", lambda found: told.get(found[0].casefold(), found[0]), words)
    elif clue.kind is ClueKind.BODY and (owner := re.match(r"(?i)(?:my|our|her|his)\b", words)):
        phrase = f"{owner[0]} organization"
    elif clue.kind is ClueKind.COUNTRY and re.match(r"(?i)(?:(?:in|from|of|back in)\s+)?(?:my|our)\b", words):
        phrase = re.split(r",|\s+(?=[A-ZÀ-Þ])", words)[0]
    elif clue.kind is ClueKind.PLACE and (owner := re.match(r"(?i)(?:my|our)\b", words)):
        phrase = f"{owner[0]} community"
    elif clue.kind is ClueKind.ROLE and words.startswith("("):
        phrase = ""
    if phrase and grammar.starts_sentence(note.text, clue.start):
        phrase = grammar.capitalise(phrase)
    start = clue.start - 1 if phrase == "" and note.text[: clue.start].endswith(" ") else clue.start
    return _finding(note.id, start, clue.end, phrase, clue.why)


def _finding(note: str, start: int, end: int, phrase: str | None, why: str) -> Finding:
    return Finding(
        note=note,
        start=start,
        end=end,
        kind=Kind.INDIRECT,
        replacement=phrase,
        recogniser=RECOGNISER,
        score=1.0,
        why=why,
    )


def _disjoint(edits: Iterator[Finding] | Sequence[Finding]) -> list[Finding]:
    kept: list[Finding] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end, e.replacement is None)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _hiding(note: GroupedText, taken: Sequence[Finding], attacker: Attacker, speaker: int) -> list[Finding]:
    """The fewest words to generalise so that the speaker is not first any more; none where no few words do."""
    free = [
        [s for s in spans if not any(s.start < e.end and e.start < s.end for e in taken)]
        for spans in _pointing(note.text, attacker, speaker)
    ]
    groups = [spans for spans in free if spans][:_TRIED]
    chosen: list[list[Span]] = []
    while groups and len(chosen) < _MOST:
        trials = [[*chosen, group] for group in groups]
        guesses = list(attacker.rank([_tried(note, taken, trial) for trial in trials]))
        ranked = [
            (_lead(guess, speaker), len(group), n) for n, (guess, group) in enumerate(zip(guesses, groups, strict=True))
        ]
        hidden = [(size, lead, n) for lead, size, n in ranked if lead < 0]
        best = min(hidden)[2] if hidden else min(ranked)[2]
        chosen.append(groups.pop(best))
        if hidden:
            return [_placed(note, span, first=span is spans[0]) for spans in chosen for span in spans]
    return []


def _lead(guess: Guess, speaker: int) -> float:
    """How far the speaker is ahead of everybody else; below 0 where somebody else comes first."""
    if guess.order[0] == speaker:
        return guess.margin
    return float(guess.scores[(guess.order == speaker).argmax()] - guess.scores[0]) - 1e-6


def _tried(note: GroupedText, taken: Sequence[Finding], trial: Sequence[Sequence[Span]]) -> _Note:
    edits = _disjoint([*taken, *(_placed(note, s, first=s is spans[0]) for spans in trial for s in spans)])
    return _Note(note.id, apply_advice(note.text, edits), note.working_group)


def _pointing(text: str, attacker: Attacker, speaker: int) -> list[list[Span]]:
    """What may point at the speaker, the same words together: the country and its people, then places."""
    roll = attacker.roll
    # What the note calls its speaker covers enough people; with the rest of the text it may still be too much.
    covered = [Span(start, end, Pointer.DESCRIPTION) for start, end in attacker.descriptions(text)]
    groups: dict[str, list[Span]] = {Pointer.DESCRIPTION: list(covered)}
    country = roll.country[speaker]
    noun, listed = _of_country(roll.countries[country], roll.framework) if country >= 0 else ("country", False)
    if country >= 0:
        for name in sorted({roll.countries[country], roll.people[speaker].country or ""} - {""}, key=len, reverse=True):
            for found in re.finditer(rf"\b{re.escape(name)}\b", text, re.IGNORECASE):
                if not _touches(covered, *found.span()):
                    covered.append(Span(*found.span(), Pointer.COUNTRY, noun, listed))
                    groups.setdefault(Pointer.COUNTRY, []).append(covered[-1])
        folded = fold(text)
        for word, start, end in zip(folded.words(), folded.starts, folded.ends, strict=True):
            if any(akin(word, name) for name in roll.places[country]) and not _touches(covered, start, end):
                by = Pointer.COUNTRY if word in roll.places[country] else Pointer.PEOPLE
                covered.append(Span(start, end, by, noun, listed))
                named = groups.setdefault(by, [])
                if named and not text[named[-1].end : start].strip(" -,"):  # `Hong Kong`, `Papua New Guinea`
                    named[-1] = Span(named[-1].start, end, by, noun, listed)
                else:
                    named.append(covered[-1])
    for found in PLACE.finditer(text):
        span = found.span("place")
        if not _touches(covered, *span) and fold_text(found["place"]) not in CALENDAR:
            named_country = is_country(found["place"])
            kind = _of_country(found["place"], roll.framework) if named_country else ("country", False)
            covered.append(Span(*span, Pointer.COUNTRY if named_country else Pointer.PLACE, *kind))
            groups.setdefault(f"place {found['place']}", []).append(covered[-1])
    return [sorted(spans, key=lambda s: s.start) for spans in groups.values() if spans]


def _of_country(name: str, framework: Framework) -> tuple[str, bool]:
    """What a country is, in a word, and whether it lies in the codebook's region."""
    # `Hong Kong, China`: the United Nations says whose part it is, and calls it no country.
    noun = "territory" if "," in (country_name(name, framework) or "") else "country"
    return noun, subregion(name, framework) in {region.name for region in framework.subregions}


def _touches(spans: Sequence[Span], start: int, end: int) -> bool:
    return any(s.start < end and start < s.end for s in spans)


def _placed(note: GroupedText, span: Span, *, first: bool) -> Finding:
    start, phrase = general(note.text, span, first=first)
    return _finding(note.id, start, span.end, phrase, _CALLED if span.by is Pointer.DESCRIPTION else _POINTS)
