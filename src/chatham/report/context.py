"""What a template may print: the summary note as plain words, numbers and lists, under names that people can read.

Templates see nothing but dictionaries, lists and strings, so an untrusted one has nothing to take hold of.
docs/templates.md lists the names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from chatham.language.capitals import upper_first
from chatham.language.quantities import in_words, joined, long_date, named_codes, scale_in_words
from chatham.language.spelling import respelt
from chatham.model.framework import Code
from chatham.model.public import Attendance, Consultation, Point, SummaryNote
from chatham.report.first_use import FirstUse, defined_in
from chatham.report.recommendations import listed as listed_recommendations

__all__ = ["HIDDEN", "RECOMMENDATIONS", "SEVERAL", "context", "sentence"]

HIDDEN = "not shown"
"""A suppressed cell. Cells of any size are hidden beside small ones, so nothing is said of how many it holds."""

RECOMMENDATIONS = "recommendations"
"""The review objective whose points are listed as (a), (b), (c)."""

SEVERAL = "Several objectives"
"""Heading of the points that concern more than one objective."""

_Fields = dict[str, Any]
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue004-\ufffd\U00010000-\U0010ffff]")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=[\s.,;:)]|$)")
_SHORT_FORM = re.compile(r"(?<![\w-])[A-Z][A-Za-z0-9-]*[A-Z](?=s?\b)")
_LONGEST_HEADER = 95


def context(note: SummaryNote, *, spell_out: bool = True) -> _Fields:
    """All fields for a template.

    Args:
        note: The summary note; its points in the order in which they are to stand.
        spell_out: Spell abbreviations out where they are first used.
    """
    short = {}
    if spell_out:
        short = defined_in(map(sentence, note.points)) | dict(note.consultation.framework.abbreviations)
    consultation = note.consultation
    framework = consultation.framework
    objectives = [_objective(consultation, code) for code in consultation.objectives]
    quantified = any(point.quantifier for point in note.points)
    return {
        "title": _text(consultation.title),
        "short_title": _short(_text(consultation.title)),
        "date": _text(long_date(consultation.date)),
        "place": _text(consultation.place),
        "mode": _text(consultation.mode),
        "draft": note.draft,
        "organisers": [_text(name) for name in consultation.organisers],
        "organiser_list": _text(joined(consultation.organisers)),
        "public_speakers": [
            {
                "name": _text(speaker.name),
                "role": _text(speaker.role) or "Speaker",
                "organisation": _text(speaker.organisation),
                "line": _text(", ".join(part for part in (speaker.name, speaker.organisation) if part)),
            }
            for speaker in consultation.public_speakers
        ],
        "framework": {
            "name": _text(framework.name),
            "short_name": _text(framework.short_name),
            "source": _text(framework.source),
            "mandate": [{"text": _text(m.text), "footnote": _text(m.footnote)} for m in framework.mandate],
        },
        "objectives": objectives,
        "reviews": [
            {"id": review.id, "title": _lower_first(respelt(_text(review.title))), "heading": _text(review.heading)}
            for review in framework.review_objectives
        ],
        "working_groups": [
            {
                "name": _text(group.name),
                "objectives": [_objective(consultation, code) for code in group.objectives],
                "objective_list": upper_first(named_codes(group.objectives)) if group.objectives else "",
            }
            for group in consultation.working_groups
        ],
        "format_sentence": _format(consultation),
        "attendance": _attendance(note.attendance),
        "by_review": _by_review(note, FirstUse(short)),
        "by_objective": _by_objective(note, FirstUse(short)),
        "matrix": _matrix(note),
        "points": len(note.points),
        "charts": _charts(note),
        "abbreviations": _abbreviations(note),
        "quantified": quantified,
        "scale": _scale(note),
    }


def sentence(point: Point) -> str:
    """A point as the note prints it."""
    return _text(f"{point.quantifier} {point.text}" if point.quantifier else point.text)


# Sections


def _by_review(note: SummaryNote, spelt: FirstUse) -> list[_Fields]:
    """A section a review objective, a part an objective; what concerns several objectives comes last."""
    sections = []
    for review in note.consultation.framework.review_objectives:
        points = [p for p in note.points if p.review == review.id]
        parts = []
        for codes in _spread(note.consultation, points):
            inside = [p for p in points if _codes(p) == codes]
            where = f"on {named_codes(codes)}" if codes else "on several objectives"
            heading = _objective(note.consultation, codes[0])["heading"] if codes else SEVERAL
            parts.append(
                _part(heading, inside, where, spelt, listed=review.id == RECOMMENDATIONS, name_codes=not codes)
                | {"see_also": _see_also(codes, points)}
            )
        only = _spread(note.consultation, points)[0] if len(parts) == 1 else ()
        about = f"All points of this section concern {_in_brackets(note.consultation, only[0])}." if only else ""
        if points:
            sections.append({"id": review.id, "heading": _text(review.heading), "parts": parts, "note": about})
    return sections


def _by_objective(note: SummaryNote, spelt: FirstUse) -> list[_Fields]:
    """A section an objective, a part a review objective; what concerns several objectives comes last."""
    sections = []
    for codes in _spread(note.consultation, note.points):
        points = [p for p in note.points if _codes(p) == codes]
        parts = []
        for review in note.consultation.framework.review_objectives:
            inside = [p for p in points if p.review == review.id]
            if inside:
                listed = review.id == RECOMMENDATIONS
                parts.append(_part(_text(review.heading), inside, "", spelt, listed=listed, name_codes=not codes))
        if parts:
            parts[-1]["see_also"] = _see_also(codes, note.points)
        about = f"All points of this section come under “{parts[0]['heading']}”." if len(parts) == 1 else ""
        heading = _objective(note.consultation, codes[0])["heading"] if codes else SEVERAL
        sections.append(
            {"id": str(codes[0]) if codes else "several", "heading": heading, "parts": parts, "note": about}
        )
    return sections


def _part(
    heading: str, points: Sequence[Point], where: str, spelt: FirstUse, *, listed: bool, name_codes: bool
) -> _Fields:
    said, lead = [sentence(point) for point in points], ""
    if listed and len(points) > 1:
        lead, said = listed_recommendations(points, said, where)
    elif listed and not points[0].quantifier:
        said = [f"The following recommendation was made: {said[0]}"]
    printed = []
    for point, words in zip(points, said, strict=True):
        shown = f"{words.removesuffix('.')} ({named_codes(point.objectives)})." if name_codes else words
        printed.append(
            {"id": point.id, "sentence": spelt(shown), "text": _text(point.text), "objectives": list(point.objectives)}
        )
    return {"heading": heading, "listed": bool(lead), "lead": lead, "points": printed, "see_also": ""}


def _see_also(codes: Sequence[Code], points: Iterable[Point]) -> str:
    """Where else something is said on an objective: a point on several is printed once, and found from each."""
    if not codes or not any(len(point.objectives) > 1 and codes[0] in point.objectives for point in points):
        return ""
    return f"Further points on {named_codes(codes)} stand under “{SEVERAL}” below."


def _codes(point: Point) -> tuple[Code, ...]:
    """Where a point stands: under its objective, or, with several, under none of them."""
    return point.objectives if len(point.objectives) == 1 else ()


def _spread(consultation: Consultation, points: Iterable[Point]) -> list[tuple[Code, ...]]:
    found = {_codes(point) for point in points}
    ordered = [(o.code,) for o in consultation.framework.objectives if (o.code,) in found]
    return [*ordered, *([()] if () in found else [])]


def _matrix(note: SummaryNote) -> _Fields:
    reviews = note.consultation.framework.review_objectives
    addressed = [o for o in note.consultation.framework.objectives if o.code in _addressed(note)]

    def counts(counted: Callable[[Point], bool]) -> list[int]:
        return [sum(1 for p in note.points if p.review == r.id and counted(p)) for r in reviews]

    rows = [
        {"name": str(o.code), "title": _text(o.title), "counts": counts(lambda p, code=o.code: code in p.objectives)}  # type: ignore[misc]
        for o in addressed
    ]
    return {"columns": [_text(_column(r.heading)) for r in reviews], "rows": rows}


def _charts(note: SummaryNote) -> dict[str, _Fields]:
    """What charts may show: rows of a name and a count, and the same in words for those who do not see them."""
    framework = note.consultation.framework
    by_objective = [
        {"name": f"{o.code}. {upper_first(_text(o.short) or _text(o.title))}", "count": count}
        for o in framework.objectives
        if (count := sum(o.code in point.objectives for point in note.points))
    ]
    by_review = [
        {"name": _text(r.heading), "count": count}
        for r in framework.review_objectives
        if (count := sum(point.review == r.id for point in note.points))
    ]
    return {
        "points_by_objective": _chart("objective", by_objective),
        "points_by_review": _chart("review objective", by_review),
    }


def _chart(axis: str, rows: list[_Fields]) -> _Fields:
    told = "; ".join(f"{row['name']}: {row['count']}" for row in rows)
    return {"alt": f"Bar chart of the number of points by {axis}. {told}.", "rows": rows}


def _abbreviations(note: SummaryNote) -> list[_Fields]:
    """Those of the codebook's abbreviations that the points use, in the order of the alphabet."""
    used = {short for point in note.points for short in _SHORT_FORM.findall(sentence(point))}
    known = sorted(note.consultation.framework.abbreviations)
    return [{"short": _text(short), "words": upper_first(_text(words))} for short, words in known if short in used]


def _addressed(note: SummaryNote) -> set[Code]:
    return set(note.consultation.objectives) | {code for point in note.points for code in point.objectives}


# The small things


def _objective(consultation: Consultation, code: Code) -> _Fields:
    """Its title in full, for the first time that it is named, and the short form that heads sections from then on."""
    objective = consultation.framework.objective(code)
    title = _text(objective.title)
    short = _text(objective.short) or _lower_first(title)
    return {
        "code": str(code),
        "title": title,
        "short": short,
        "heading": f"Objective {code}: {short}",
        "in_full": f"Objective {code}: {_lower_first(title)}",
    }


def _in_brackets(consultation: Consultation, code: Code) -> str:
    return f"objective {code} ({_objective(consultation, code)['short']})"


def _format(consultation: Consultation) -> str:
    groups = len(consultation.working_groups)
    if not groups:
        return ""
    rounds = consultation.rounds or 0
    held = f"{in_words(groups)} working {'group' if groups == 1 else 'groups'}"
    if rounds > 1:
        held = f"{in_words(rounds)} rounds of {held}"
    whose = "whose objectives are" if groups == 1 else "the objectives of which are"
    return f"The consultation was held in {held}, {whose} set out in annex I."


def _attendance(attendance: Attendance | None) -> _Fields | None:
    if attendance is None:
        return None
    least = in_words(attendance.smallest_cell)

    def rows(cells: Iterable[tuple[str, int | None]]) -> list[_Fields]:
        return [
            {"name": upper_first(_text(name)), "count": HIDDEN if count is None else f"{count:,}"}
            for name, count in cells
        ]

    categories, subregions = rows(attendance.by_category), rows(attendance.by_subregion)
    kinds = [name for name, there in (("category", categories), ("subregion", subregions)) if there]
    return {
        "total": in_words(attendance.total),
        "smallest_cell": least,
        "categories": categories,
        "subregions": subregions,
        "counted_by": joined(kinds),
    }


def _scale(note: SummaryNote) -> list[_Fields]:
    return [
        {"words": upper_first(words), "meaning": upper_first(meaning)} for words, meaning in scale_in_words(note.scale)
    ]


def _column(heading: str) -> str:
    """A heading short enough for a column: what stands before the first comma or `and`."""
    short = re.split(r",| and | of ", heading)[0]
    return short if len(short) < len(heading) else heading


def _short(title: str) -> str:
    """A title short enough for a page header."""
    short = title.rsplit(": ", 1)[-1] if len(title) > _LONGEST_HEADER else title
    if len(short) > _LONGEST_HEADER:
        short = short[:_LONGEST_HEADER].rsplit(" ", 1)[0] + " …"
    return upper_first(short)


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def _text(value: str) -> str:
    """One line that XML can hold, with apostrophes as print has them.

    Control characters, and the marks that footnotes and figures travel as, are left out.
    """
    return _APOSTROPHE.sub("’", " ".join(_NOT_XML.sub("", value).split()))
