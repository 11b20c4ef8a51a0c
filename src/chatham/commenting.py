"""The draft for comment, out and back: what is handed out, and what of an edited copy may enter the store."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chatham.errors import InputError
from chatham.model.decisions import Decision
from chatham.model.private import Origin, RawNote, Roster
from chatham.model.public import ApprovedNote, Consultation, Point, SummaryNote
from chatham.settings import Settings

if TYPE_CHECKING:
    from chatham.review.word import Addition, Differences

__all__ = ["Caught", "Handed", "Paragraph", "decided", "hand_out", "new_notes", "read_handed", "sentence_of", "vet"]

_FORMAT = 1
_WORDS = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the draft as it was handed out."""

    text: str
    heading: bool
    point: str | None


@dataclass(frozen=True, slots=True)
class Handed:
    """A draft that was handed out.

    Attributes:
        identity: Of the draft.
        paragraphs: In order.
        points: Point id to its text, and its words of quantity (None: none), as they were printed.
    """

    identity: str
    paragraphs: tuple[Paragraph, ...]
    points: Mapping[str, tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Caught:
    """New words that may not enter.

    Attributes:
        place: Id of the point, or `new paragraph 1`.
        why: What the words would give away, without the words.
        sure: The gate says so: nobody can let it pass here.
    """

    place: str
    why: str
    sure: bool


def hand_out(
    summary: SummaryNote, approved: Sequence[ApprovedNote], *, settings: Settings, template: Path | None = None
) -> tuple[bytes, str, Handed]:
    """The draft, what to keep of it, and the same as a value.

    A comment says which working groups a point comes from and how many voices are behind it; fewer than `k` are not
    counted out.

    Args:
        summary: What to print.
        approved: The notes behind the points.
        settings: `k` is the smallest number that is said.
        template: A Word template of one's own.
    """
    from chatham.report.comments import build_for_comment

    groups = {n.id: n.working_group for n in approved}
    remarks = {p.id: _remark(p, groups, settings.k) for p in summary.points}
    _, printed = build_for_comment(summary, remarks, template=template)
    kept = {
        "format": _FORMAT,
        "paragraphs": [[p.text, p.heading, p.point] for p in printed],
        "points": {p.id: [p.text, p.quantifier] for p in summary.points},
    }
    text = json.dumps(kept, ensure_ascii=False)
    identity = hashlib.sha256(text.encode()).hexdigest()[:16]
    data, _ = build_for_comment(summary, remarks, template=template, identity=identity)
    return data, text, _handed(identity, kept)


def read_handed(kept: str | None, identity: str) -> Handed:
    """What was kept of a draft.

    Args:
        kept: The text that `hand_out` gave; None where there is none.
        identity: Of the draft.

    Raises:
        InputError: It is not there, or cannot be read.
    """
    if kept is None:
        fix = "Give a copy of the private/for-comment.docx that this folder wrote"
        raise InputError("no draft of that kind was handed out from here", fix=fix)
    try:
        return _handed(identity, json.loads(kept))
    except (ValueError, KeyError, TypeError):
        problem = f"what was kept of the draft {identity} is damaged"
        raise InputError(problem, fix="Build the draft for comment again") from None


def _handed(identity: str, kept: Mapping[str, Any]) -> Handed:
    return Handed(
        identity,
        tuple(Paragraph(*p) for p in kept["paragraphs"]),
        {i: (text, quantifier) for i, (text, quantifier) in kept["points"].items()},
    )


def _remark(point: Point, groups: Mapping[str, str | None], k: int) -> str:
    named = sorted({group for note in point.notes if (group := groups.get(note))})
    where = f"Working groups: {', '.join(named)}." if named else "Working group not recorded."
    if point.voices is None:
        return f"{where} Voices not counted."
    return f"{where} Voices: {point.voices}." if point.voices >= k else f"{where} Voices: fewer than {k}."


def sentence_of(handed: Handed, point: str, after: str) -> tuple[str, str | None]:
    """The text of a point, and its words of quantity, from a paragraph as it came back.

    What the note prints around a point's text (the words of quantity, a list of objectives) is taken off where it is as
    it was; where somebody has changed it, the whole paragraph is the text.
    """
    text, quantifier = handed.points[point]
    before = next(p.text for p in handed.paragraphs if p.point == point)
    core = " ".join(text.split()).removesuffix(".")
    at = before.find(core)
    if at >= 0:
        head, tail = before[:at], before[at + len(core) :]
        if after.startswith(head) and after.endswith(tail) and len(after) > len(head) + len(tail):
            inner = after[len(head) : len(after) - len(tail)].strip()
            whole = f"{inner}." if tail.endswith(".") else inner
            return whole, quantifier if quantifier and head.startswith(quantifier) else None
    return after, None


def decided(
    differences: Differences,
    handed: Handed,
    base: Sequence[Point],
    now: Sequence[Point],
    *,
    who: str,
    known: Collection[str] = (),
) -> tuple[list[Decision], tuple[str, ...]]:
    """What the edited copy decides about points.

    Args:
        differences: Between the draft and its edited copy.
        handed: The draft.
        base: The points as synthesised.
        now: With what was decided about them so far.
        who: Who merges.
        known: Ids of the notes in the store.

    Returns:
        Decisions, and the ids of points that are others by now than in the draft: their changes are not taken.
    """
    from chatham.review.points import drop, reword

    made, there = {p.id: p for p in base}, {p.id: (p.text, p.quantifier) for p in now}
    why = f"draft for comment {handed.identity[:8]}"
    decisions: list[Decision] = []
    stale: list[str] = []
    for change in differences.changed:
        point, wanted = change.point, sentence_of(handed, change.point, change.after)
        if there.get(point) not in (handed.points[point], wanted):
            stale.append(point)
        elif there[point] != wanted:
            decisions.append(reword(made[point], *wanted, who=who, why=why, known=known))
    for gone in differences.deleted:
        if there.get(gone.point) == handed.points[gone.point]:
            decisions.append(drop(made[gone.point], who=who, why=why, known=known))
        elif gone.point in there:
            stale.append(gone.point)
    return decisions, tuple(stale)


def new_notes(
    added: Sequence[Addition],
    points: Sequence[Point],
    known: Sequence[RawNote],
    *,
    consultation: Consultation,
    source: str,
) -> list[RawNote]:
    """The notes that new paragraphs become, each with the tags of the point that it stands by.

    Args:
        added: New paragraphs.
        points: As synthesised.
        known: The notes there are.
        consultation: The programme.
        source: What tells this edited copy from others.
    """
    from chatham.capture.written import make_note

    by_id = {p.id: p for p in points}
    made: list[RawNote] = []
    for number, addition in enumerate(added, 1):
        near = by_id.get(addition.near or "")
        note = make_note(
            addition.text,
            consultation=consultation,
            known=(*known, *made),
            objectives=near.objectives if near else (),
            review=near.review if near else None,
        )
        origin = Origin(file=f"merged {source}", place=f"new paragraph {number}")
        made.append(note.model_copy(update={"origin": origin}))
    return made


def vet(
    differences: Differences,
    *,
    roster: Roster,
    consultation: Consultation,
    settings: Settings,
    also: Sequence[str] = (),
) -> tuple[Caught, ...]:
    """Run anonymise and the gate over the new words: what would give somebody away.

    Args:
        differences: Between the draft and its edited copy.
        roster: Who was there.
        consultation: The programme.
        settings: For the engine.
        also: Names of people who are on no list.
    """
    texts = [(c.point, c.before, c.after) for c in differences.changed]
    texts += [(f"new paragraph {n}", "", a.text) for n, a in enumerate(differences.added, 1)]
    if not texts:
        return ()
    from chatham.anonymise.engine import anonymise
    from chatham.check import check_bytes

    notes = [RawNote(id=place, text=after) for place, _, after in texts]
    english = settings.model_copy(update={"language": settings.language or "en"})
    done = anonymise(notes, roster=roster, consultation=consultation, settings=english)
    aside = dict(done.set_aside)
    caught: list[Caught] = []
    for place, before, after in texts:
        report = check_bytes(
            after.encode(), name="words.txt", roster=roster, consultation=consultation, also=tuple(also)
        )
        caught += [Caught(place, f"the gate finds {leak.kind.lower()}", sure=True) for leak in report.leaks]
        new = _new_words(before, after)
        found = [f for f in done.findings if f.note == place and any(f.start < e and s < f.end for s, e in new)]
        caught += [Caught(place, f"{f.kind.value.lower()}: {f.why}", sure=False) for f in found]
        if place in aside:
            caught.append(Caught(place, aside[place], sure=False))
    return tuple(dict.fromkeys(caught))


def _new_words(before: str, after: str) -> list[tuple[int, int]]:
    """Where the words stand that were not there before, in code points of the text as it is now."""
    old = [m.group() for m in _WORDS.finditer(before)]
    spans = [m.span() for m in _WORDS.finditer(after)]
    matcher = SequenceMatcher(None, old, [after[s:e] for s, e in spans], autojunk=False)
    return [span for kind, _, _, a, b in matcher.get_opcodes() if kind in ("insert", "replace") for span in spans[a:b]]
