"""Numbers, percentages and dates, as the United Nations Editorial Manual writes them: what is not so, and put right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatham.language.quantities import MONTHS, in_words
from chatham.language.quotes import quoted

__all__ = ["dates", "numbers", "percentages", "put_right"]

_MONTH = "|".join(MONTHS)
_SHORT_MONTH = r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"

# What a figure under ten may follow: something that is numbered, a sum of money, another figure of a range.
_REFERENCE = re.compile(
    r"(?:\b(?:arts?\.|secs?\.|ch\.|cl\.|obj\.|reg\.|articles?|annex(?:es)?|appendix|bills?|chapters?|clauses?"
    r"|conventions?|decisions?|days?|documents?|figures?"
    r"|flights?|goals?|gates?|grades?|groups?|items?|laws?|levels?|lines?|meetings?|n[o]s?\.|notes?|nos?\.|numbers?"
    r"|objectives?|options?|pages?|paras?\.|paragraphs?|parts?|phases?|pp?\.|pillars?|points?|priorit(?:y|ies)"
    r"|protocols?"
    r"|regulations?|resolutions?|rooms?|rounds?|rows?|rules?|schedules?|sections?|sessions?|stages?|steps?"
    r"|sub(?:class)?"
    r"|tables?|targets?|terminals?|tiers?|titles?|types?|versions?|volumes?|vol\.|wg|groups|zones?|gcm|sdg"
    r"|(?-i:\(?[A-Z]{2,}(?:-[A-Z]+)?\)?)|aged|age|ages|under|between|from|and|or|to|of the ages of)\s+"
    r"(?:\(?[0-9a-z]{1,3}\)?(?:,| and| to| or)\s+)*"
    r"|[$€£¥₹]\s?|\d[ ,.–-]{1,3}|\d(?: and| or| to)\s+|\()$",
    re.I,
)
# What it may stand before: a unit, a share, a scale, an age, a month, more of a range or of a number.
_UNIT = re.compile(
    r"^(?:\s?(?:per cent|percent|%|percentage|°|k?m\b|cm\b|mm\b|kg\b|g\b|ha\b|km2|km²|l\b|kilomet|met(?:re|er)s?\b"
    r"|hectares?"
    r"|miles?\b|litres?|kilograms?|tons?\b|tonnes?|degrees?|hours?\b|minutes?\b|a\.m|p\.m|million|billion|trillion"
    r"|(?-i:[A-Z]{3}\b)|dollars?|euros?|rupees?|riyals?|baht|pesos?|points?|°C|x\b|by \d|to \d|or \d|and \d"
    r"|in \d|:\d)"
    rf"|\s?[-–](?:year|month|day|week|hour)s?[- ]olds?|\s(?:year|month|week|day)s? (?:old|of age)"
    rf"|\s(?:{_MONTH})\b|[-–/.,:]?\d"
    r"|st\b|nd\b|rd\b|th\b|\)|[-–]\w)",
    re.I,
)
_FIGURE = re.compile(r"(?<![\w.,:/’'+#–-])[1-9](?![\w])")
_MORE = re.compile(r"[ -](?:hundred|thousand|million|billion|trillion|dozen)\b|-|'s\b|’s\b")
_NEAR = 40
_BIG = re.compile(r"(?<![\w.,])\d{2,}(?![\w])")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_WORDS = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty "
    "sixty seventy eighty ninety"
).split()
_MAY_BE_WRONG = re.compile(rf"\d|per-?cent|pct|\b(?:{'|'.join(_WORDS)})\b", re.I)
_VALUES = {word: 10 + at if at < 11 else 30 + 10 * (at - 11) for at, word in enumerate(_WORDS)}
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_WRITTEN = re.compile(rf"(?<![\w-])({'|'.join(_WORDS)})(?:-({'|'.join(_ONES)}))?(?![\w-])", re.I)
_RANGE = re.compile(
    rf"(?<![\w-])(?:{'|'.join(_ONES)})(?= (?:to|or|and) (?:\d{{2,}}|(?:{'|'.join(_WORDS)}))(?![\w-]|[.,]\d"
    rf"| (?:hundred|thousand|mill)))",
    re.I,
)
_SHARE = re.compile(rf"\b(?:{'|'.join(_ONES)}) (?:in|out of|of) $", re.I)  # `nine in ten`
_HUNDRED_AND = re.compile(r"\b(?:hundred|thousand|million)(?: and)? $", re.I)  # `one hundred and ten`
_SENTENCE = re.compile(r"(?:^|[.?!]\s+|[“\"]\s*)$")
_STARTS = re.compile(r"(?:^|(?<=[a-z)][.?!] )(?<!\bNo\. )(?<!\bNos\. )(?<!para\. )(?<!paras\. ))(\d[\d,]*)(?=\s+[a-z])")
_PERCENT = re.compile(r"(?<![\d.,])\d[\d.,]*\s?%|\bpercent\b|\bper-cent\b|\bpct\b", re.I)
_MONTH_FIRST = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?(?:, ?(\d{{4}}))?\b(?! ?per| ?million)(?!\d)")
_DATES = (
    (re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)(?: of)? ({_MONTH})\b"), r"\1 \2"),
    (_MONTH_FIRST, r"\2 \1 \3"),
    (re.compile(rf"\b(\d{{1,2}}) ({_MONTH}), (\d{{4}})\b"), r"\1 \2 \3"),
    (re.compile(rf"\b({_MONTH}), (\d{{4}})\b"), r"\1 \2"),
    (re.compile(rf"\b\d{{1,2}} (?:{_SHORT_MONTH})\.? \d{{4}}\b"), "the month in full"),
    (re.compile(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d{2}\b"), "day, month in words, year"),
    (re.compile(r"\b((?:19|20)\d0)['’]s\b"), r"\1s"),
)


def put_right(text: str) -> str:
    """The text with figures, words for numbers, percentages and dates as they should be; quotations stay.

    Args:
        text: One sentence or several.
    """
    if not _MAY_BE_WRONG.search(text):
        return text
    for found, instead in (*_wrong_dates(text), *_wrong_shares(text), *_wrong_numbers(text)):
        if any(start <= found.start() < end for start, end in quoted(text)):
            continue
        if found[0][:1].isupper() and instead[:1].isdigit() and found[0].isalpha():  # part of a name
            continue
        text = text[: found.start()] + instead + text[found.end() :]
    return text


def numbers(text: str) -> Iterator[tuple[str, str]]:
    """Figures under ten and words from ten on that no date, measure, age, reference or series explains."""
    for found, instead in sorted(_wrong_numbers(text), key=lambda one: one[0].start()):
        yield found[0], instead
    for found in _STARTS.finditer(text):
        if found.start() or not re.match(r"\d{4}$", found[1]):
            yield found[0], "the number in words, or the sentence begun in another way"


def _wrong_numbers(text: str) -> list[tuple[re.Match[str], str]]:
    """From the end on, so that each can be put right without moving the others."""
    wrong: list[tuple[re.Match[str], str]] = []
    for found in _FIGURE.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        if not before.strip() or _REFERENCE.search(before) or _UNIT.match(after) or _in_series(text, found.span()):
            continue
        wrong.append((found, in_words(int(found[0]))))
    # A series is all in figures.
    wrong += [(found, str(_ONES.index(found[0].casefold()) + 1)) for found in _RANGE.finditer(text)]
    for found in _WRITTEN.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        if _SENTENCE.search(before) or _SHARE.search(before) or _MORE.match(after) or _HUNDRED_AND.search(before):
            continue
        value = _VALUES[found[1].casefold()] + (_ONES.index(found[2].casefold()) + 1 if found[2] else 0)
        wrong.append((found, str(value)))
    return sorted(wrong, key=lambda one: -one[0].start())


def percentages(text: str) -> Iterator[tuple[str, str]]:
    """`%` and `percent` in running text."""
    for found, instead in reversed(_wrong_shares(text)):
        yield found[0], instead


def _wrong_shares(text: str) -> list[tuple[re.Match[str], str]]:
    return [
        (found, f"{found[0].rstrip('% ')} per cent" if found[0][:1].isdigit() else "per cent")
        for found in reversed(list(_PERCENT.finditer(text)))
    ]


def dates(text: str) -> Iterator[tuple[str, str]]:
    """Dates of another form than `19 November 2020`."""
    for pattern, form in _DATES:
        for found in pattern.finditer(text):
            yield found[0], found.expand(form).strip() if "\\" in form else form


def _wrong_dates(text: str) -> list[tuple[re.Match[str], str]]:
    """Those for which the right form is certain: `in May 28 boats` is no date."""
    wrong = [
        (found, " ".join(found.expand(form).split()))
        for pattern, form in _DATES
        if "\\" in form
        for found in pattern.finditer(text)
        if pattern is not _MONTH_FIRST or found[3]
    ]
    ordered = sorted(wrong, key=lambda one: one[0].start())
    apart = [one for at, one in enumerate(ordered) if not at or one[0].start() >= ordered[at - 1][0].end()]
    return apart[::-1]


def _in_series(text: str, span: tuple[int, int]) -> bool:
    """Whether a figure of ten or more, not a year, stands so near that all are written in figures."""
    near = text[max(0, span[0] - _NEAR) : span[1] + _NEAR]
    return any(not _YEAR.match(found[0]) for found in _BIG.finditer(near))
