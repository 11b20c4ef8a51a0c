"""The rules, and `lint`, which holds all of them against the paragraphs of a text.

Sources: United Nations Editorial Manual Online (spelling, numbers, dates, headings, lists, abbreviations, footnotes);
the two last rules are those of a note under the Chatham House Rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from chatham.language.figures import dates, numbers, percentages
from chatham.language.spelling import spelling
from chatham.report.editorial.paragraphs import MARK, Breach, Kind, Paragraph, Reading, without_quotations
from chatham.report.editorial.shape import attendance_named, emphasis, headings
from chatham.report.editorial.short_forms import short_forms

__all__ = ["RULES", "lint"]

_RUNNING = frozenset({Kind.TEXT, Kind.ITEM, Kind.BULLET, Kind.FOOTNOTE})
_WORDS = frozenset(Kind)
_STRAIGHT = re.compile(r"\"|(?<=\w)'(?=\w)|(?<=[\s(])'(?=\w)|(?<=\w)'(?=[\s.,;:)])")
_SPOKE = (
    "said noted stated stressed agreed felt observed reported emphasized emphasised underlined recalled recommended "
    "proposed suggested mentioned regretted argued acknowledged highlighted recognized recognised called asked urged "
    "believed considered expressed welcomed discussed supported shared pointed raised identified wanted insisted "
    "warned concluded affirmed reaffirmed reiterated"
).replace(" ", "|")
_UNANIMOUS = re.compile(
    r"(?:^|(?<=[.;:] )|(?<=that )|(?<=, ))(?:The |the |All |all )?[Pp]articipants "
    rf"(?:also |all |further |generally )?(?:{_SPOKE})\b"
)
_RESOLUTION = re.compile(r"\b(?:UNGA|GA|UN) [Rr]es(?:olution|\.)? ?(?:A/RES/)?\d+/\d+|\bA/RES/\d+/\d+")
_AFTER_MARK = re.compile(f"{MARK}[.,;:?!]")


_Rule = Callable[[Sequence[Paragraph]], Iterator[Breach]]


def _each(check: Callable[[str], Iterator[tuple[str, str]]], rule: str, kinds: frozenset[Kind]) -> _Rule:
    def run(paragraphs: Sequence[Paragraph]) -> Iterator[Breach]:
        for one in paragraphs:
            if one.kind in kinds:
                for found, instead in check(one.text):
                    yield Breach(one.part, one.where, rule, found, instead)

    return run


def _semicolons(text: str) -> Iterator[tuple[str, str]]:
    if text.rstrip().endswith(";"):
        yield ";", "no mark at the end of a bullet, or lettered subparagraphs"


def _marks(text: str) -> Iterator[tuple[str, str]]:
    for found in _AFTER_MARK.finditer(text):
        yield f"footnote mark before {found[0][-1]}", "the mark after the punctuation"


def _quotes(text: str) -> Iterator[tuple[str, str]]:
    marks = _STRAIGHT.findall(text)
    if marks:
        yield marks[0], "“ ” and ’"


def _unanimity(text: str) -> Iterator[tuple[str, str]]:
    for found in _UNANIMOUS.finditer(text):
        yield found[0], "how many: one participant, two, some, several, a majority of"


def _resolutions(text: str) -> Iterator[tuple[str, str]]:
    for found in _RESOLUTION.finditer(text):
        yield found[0], "General Assembly resolution 73/195"


_CHECKS: dict[str, _Rule] = {
    "spelling": _each(spelling, "spelling", _WORDS),
    "number": _each(numbers, "number", _RUNNING),
    "per cent": _each(percentages, "per cent", _RUNNING),
    "date": _each(dates, "date", _WORDS - {Kind.TABLE}),
    "heading": headings,
    "emphasis": emphasis,
    "bullet": _each(_semicolons, "bullet", frozenset({Kind.BULLET})),
    "footnote mark": _each(_marks, "footnote mark", _RUNNING),
    "abbreviation": short_forms,
    "quotation mark": _each(_quotes, "quotation mark", _RUNNING | {Kind.HEADING, Kind.TABLE}),
    "resolution": _each(_resolutions, "resolution", _RUNNING),
    "unanimity": _each(_unanimity, "unanimity", _RUNNING),
    "attendance": attendance_named,
}

RULES = tuple(_CHECKS)
"""Names of the rules."""

_VERBATIM = frozenset({"quotation mark", "emphasis", "footnote mark", "attendance"})
"""Rules that look into quotations too."""


def lint(reading: Reading) -> tuple[Breach, ...]:
    """What breaks a rule, in the order of the text.

    Args:
        reading: Of a file; see `read`.
    """
    given = reading.paragraphs
    edited = tuple(without_quotations(one) for one in given)
    found: list[Breach] = []
    for name, check in _CHECKS.items():
        if not (reading.typewritten and name == "quotation mark"):
            found += check(given if name in _VERBATIM else edited)
    order = {(one.part, one.where): at for at, one in reversed(list(enumerate(given)))}
    return tuple(sorted(dict.fromkeys(found), key=lambda one: order.get((one.part, one.where), -1)))
