"""Tags that people write into notes: `[GCM 8][challenges]`, `Objective 8: Save lives ...`, `Working Group 2, round 1`.

What they say is compared with the codebook: a number that the codebook does not have is reported, and so is a number
that stands before the title of another objective.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from chatham.language.titles import content_words, review_asked, review_of, shortens, titled
from chatham.model.framework import Code, Framework

__all__ = ["Marks", "bracket_marks", "heading_marks", "lead_marks", "question_marks"]

_CODE = r"\d{1,3}(?:\.\d{1,2})?"
_JOIN = r"\s*(?:,|;|\+|&|/|\band\b)\s*(?:and\s+)?"
_GROUP = re.compile(
    r"\b(?:working[\s-]+group|break-?out[\s-]+(?:group|room)|wg)\s*(?:no\.?\s*)?[:#-]?\s*(\d{1,2}|[A-Z]\b)",
    re.IGNORECASE,
)
_ROUND = re.compile(
    r"\bround\s*[:#-]?\s*(\d{1,2}|one|two|three|i{1,3})\b|\b(first|second|third)\s+round\b|\bR(\d)\b", re.IGNORECASE
)
_ROUNDS = {"one": 1, "two": 2, "three": 3, "i": 1, "ii": 2, "iii": 3, "first": 1, "second": 2, "third": 3}
_BRACKET = re.compile(r"\[([^\[\]\n]{1,80})\]")
_NUMBERED = re.compile(rf"^\s*({_CODE})\s*[.):–—-]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Marks:
    """What a heading, a bracket or the head of a note says.

    Attributes:
        objectives: Codes that the codebook has.
        review: Id of a review objective.
        group: Number or letter of a working group.
        round: Number of the round.
        unknown: Codes as written that the codebook does not have.
        mistaken: Pairs of a number as written and the objective whose title follows it; the title counts.
    """

    objectives: tuple[Code, ...] = ()
    review: str | None = None
    group: str | None = None
    round: int | None = None
    unknown: tuple[str, ...] = ()
    mistaken: tuple[tuple[str, Code], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.objectives or self.review or self.group or self.round or self.unknown)

    def __or__(self, other: Marks) -> Marks:
        return Marks(
            objectives=tuple(dict.fromkeys(self.objectives + other.objectives)),
            review=self.review or other.review,
            group=self.group or other.group,
            round=self.round or other.round,
            unknown=self.unknown + other.unknown,
            mistaken=self.mistaken + other.mistaken,
        )


def bracket_marks(text: str, framework: Framework) -> tuple[Marks, str, int]:
    """The tags in square brackets, wherever they stand in a text.

    Args:
        text: A note or a heading.
        framework: The codebook.

    Returns:
        What they say, the text without them, and how many brackets right after a tag are no tags (`[chalenges]`).
    """
    found = Marks()
    strange = 0
    kept: list[str] = []
    end = 0
    after_tag = -1
    for match in _BRACKET.finditer(text):
        marks = _inside(match[1], framework)
        if marks:
            found |= marks
            kept.append(text[end : match.start()])
            end = match.end()
            after_tag = end
        elif after_tag >= 0 and not text[after_tag : match.start()].strip():
            strange += 1
    if end == 0:
        return found, text, 0
    kept.append(text[end:])
    rest = kept[0]
    for part in kept[1:]:  # where a tag stood between words, one space stays
        rest = (
            rest.rstrip(" \t")
            + (" " if rest.strip() and part[:1] not in (".", ",", ";", ":", "") else "")
            + part.lstrip(" \t")
        )
    return found, rest.strip().lstrip(":–—-").strip() if kept[0].strip() == "" else rest.strip(), strange


def heading_marks(text: str, framework: Framework, *, whole: bool) -> Marks:
    """What a heading says about the notes under it.

    Args:
        text: The heading, without its markup.
        framework: The codebook.
        whole: Only a line that says nothing else counts: for lines that are headings by their words alone, such as
            `Objective 8` or `Key challenges:`. Otherwise the marks are looked for anywhere in the heading.

    Returns:
        The marks; empty ones if it says nothing about tags.
    """
    marks, rest, _ = bracket_marks(text, framework)
    group = _GROUP.search(rest)
    turn = _ROUND.search(rest)
    if group:
        marks |= Marks(group=group[1].upper())
    if turn:
        marks |= Marks(round=_round(turn))
    if group or turn:
        # `Working Group 1: objectives 4, 8 and 21` is the group's mandate: it tags no note.
        found, left = _explicit(rest, framework)
        single = found if len(found.objectives) == 1 else Marks(unknown=found.unknown)
        left = _GROUP.sub(" ", _ROUND.sub(" ", left))
        if whole and content_words(left) and not re.search(r"[:–—-]", rest):
            return Marks()
        return marks | single | Marks(review=review_of(left, framework))
    explicit, left = _explicit(rest, framework)
    marks |= explicit
    number = _NUMBERED.match(left) if not explicit else None
    named = titled(left[number.end() :] if number else left, framework, whole=whole)
    if named is not None:
        code, left = named
        said = number[1] if number else None
        if explicit.unknown or (explicit.objectives and code not in explicit.objectives):
            said = str((explicit.unknown or explicit.objectives)[0])
            marks = Marks(review=marks.review)
        if said is not None and framework.code(said) != code:
            marks |= Marks(mistaken=((said, code),))
        marks |= Marks(objectives=(code,))
    review = review_of(left, framework)
    if review:
        marks |= Marks(review=review)
    elif whole and content_words(left) and named is None:
        # A line that goes on is a heading only if what goes on is the objective's title in short.
        return Marks() if not shortens(left, explicit.objectives, framework) else marks
    return marks


def lead_marks(text: str, framework: Framework) -> Marks:
    """What the head of a note says about that note alone: `Objective 9: the law is not enforced`."""
    match = re.match(rf"\s*(?:{_prefix(framework)})\s*(?:{_CODE}(?:{_JOIN}{_CODE})*)\s*[:–—-]", text, re.IGNORECASE)
    return _explicit(match[0], framework)[0] if match else Marks()


def question_marks(text: str, framework: Framework) -> Marks:
    """What a question of a form asks about: `What are the main challenges under objective 8?`.

    Args:
        text: The question, as the header of a column has it.
        framework: The codebook.

    Returns:
        What it says as a heading; where that names no review objective, the one whose words the question has, if there
        is only one.
    """
    marks = heading_marks(text, framework, whole=False)
    if marks.review:
        return marks
    return marks | Marks(review=review_asked(text, framework))


def _inside(text: str, framework: Framework) -> Marks:
    """What one bracket says, or nothing if any part of it is no tag."""
    marks = Marks()
    explicit, rest = _explicit(text, framework)
    marks |= explicit
    for part in re.split(r"[;,|/]|\s+-\s+", rest):
        part = part.strip(" :.")
        if not part:
            continue
        if match := _GROUP.fullmatch(part):
            marks |= Marks(group=match[1].upper())
        elif match := _ROUND.fullmatch(part):
            marks |= Marks(round=_round(match))
        elif review := review_of(part, framework):
            marks |= Marks(review=review)
        else:
            return Marks()
    return marks


def _round(match: re.Match[str]) -> int:
    word = (match[1] or match[2] or match[3]).casefold()
    return _ROUNDS.get(word) or int(word)


@lru_cache(maxsize=16)
def _prefix(framework: Framework) -> str:
    short = re.escape(framework.short_name)
    return rf"(?:\b{short}\s*)?\b(?:objectives?|obj\.?)(?:\s+no\.?)?|\b{short}(?:\s+objectives?|\s+obj\.?)?"


@lru_cache(maxsize=16)
def _explicit_pattern(framework: Framework) -> re.Pattern[str]:
    letters = [re.escape(str(o.code)) for o in framework.objectives if not re.fullmatch(_CODE, str(o.code))]
    code = "|".join([*sorted(letters, key=len, reverse=True), _CODE])
    one = rf"(?:{code})(?![\w])"
    return re.compile(
        rf"(?:{_prefix(framework)})\s*[#:]?\s*({one}(?:(?:{_JOIN}|\s*[–-]\s*(?=\d)){one})*)", re.IGNORECASE
    )


def _explicit(text: str, framework: Framework) -> tuple[Marks, str]:
    """Objectives named by code, and the text without the words that name them."""
    pattern = _explicit_pattern(framework)
    codes: list[Code] = []
    unknown: list[str] = []
    for match in pattern.finditer(text):
        for written in _spread(match[1]):
            code = framework.code(written)
            if code is None:
                unknown.append(written)
            elif code not in codes:
                codes.append(code)
    return Marks(objectives=tuple(codes), unknown=tuple(unknown)), pattern.sub(" ", text)


def _spread(written: str) -> Iterable[str]:
    """The codes of a list; `9-11` is three."""
    for part in re.split(_JOIN, written):
        ends = re.fullmatch(r"\s*(\d{1,3})\s*[–-]\s*(\d{1,3})\s*", part)
        if ends and int(ends[1]) < int(ends[2]) <= int(ends[1]) + 30:
            yield from (str(n) for n in range(int(ends[1]), int(ends[2]) + 1))
        else:
            yield from (p.strip() for p in re.split(r"[–-]", part) if p.strip())
