"""Where a name begins and ends when nobody has said so: capital letters, particles, and what cannot be a name."""

from __future__ import annotations

import re

from chatham.anonymise.recognisers.speech import COLLEAGUES, REPORTING, ROLES
from chatham.people.fold import fold_text
from chatham.people.words import HONORIFICS, PARTICLES, is_common, is_country

__all__ = [
    "LIKELY",
    "OFFICES",
    "could_be_name",
    "name_after",
    "name_before",
    "organisation_after",
    "organisation_before",
    "public_office",
]

_TOKEN = re.compile(r"[^\W\d_][\w'’ʻ]*(?:[-‐‑][^\W\d_][\w'’]*)*\.?")
_INITIALS = re.compile(
    r"(?:[^\W\d_a-zß-öø-ÿ]\.-?){1,4}(?![^\W\d_])|(?:[^\W\d_a-zß-öø-ÿ]\.){1,4}(?=[^\W\d_a-zß-öø-ÿ][a-zß-öø-ÿ])"
)
_SUFFIXES = (
    "tion", "tions", "sion", "ment", "ments", "ness", "ity", "ities", "ship", "ships", "ance", "ence", "ism", "ist",
    "ists", "hood", "able",
    "ible", "ical", "ology", "graphy", "ising", "izing", "ised", "ized", "ility", "wide", "based",
    "works", "line", "lines", "work", "worker", "workers", "less", "ful", "ward", "wards",
)  # fmt: skip
_PREFIXES = (
    "re",
    "non",
    "inter",
    "multi",
    "under",
    "over",
    "pre",
    "post",
    "sub",
    "co",
    "anti",
    "cross",
    "un",
    "in",
    "micro",
)

_LINKS = frozenset(
    """
    of for and the de del la las los des du on e y al el against without sans sin para por pour und von zur vom za od
    en au aux et sur avec contre dla ve dei delle della degli di da dos das van het voor bez och
    """.split()
)

_ORGANISATION_WORD = re.compile(r"[^\W\d_][\w'’-]*")

# Offices whose holder is a public figure where the name follows.
OFFICES = frozenset(
    """
    president vicepresident premier minister ministers chancellor king queen prince princess emperor sultan emir pope
    governor senator secretarygeneral commissioner rapporteur prosecutor ambassador ombudsman ombudswoman ombudsperson
    """.split()
)

# Honorifics that are hardly anything else: what follows with a capital letter is a name.
LIKELY = frozenset(
    """
    mr mrs ms miss mx dr prof professor sr sister br brother fr rev revd reverend pastor bishop hon atty engr ing adv
    imam mufti sheikh shaikh shaykh haji hajji ustaz ustad ustadh maulana sayyid mme mlle monsieur madame herr frau
    senor senora srta sra dona don lic licda pak bapak ibu mbak datuk dato datin puan encik cik khun ajarn daw ko ate
    kuya shri smt kumari alhaji alhaja hajia mzee bwana mwalimu maun tita tito auntie aunty uncle
    """.split()
)


def could_be_name(word: str) -> bool:
    """Whether a folded word may be somebody's name: no ordinary word, nor made of one, and no country.

    Args:
        word: Folded.
    """
    if len(word) < 2 or not word.isalpha() or is_common(word) or is_country(word):
        return False
    if word in ROLES or word in COLLEAGUES or word in REPORTING or word in HONORIFICS:
        return False
    if len(word) > 5 and word.endswith(_SUFFIXES):
        return False
    for ending in ("s", "es", "ed", "ing", "er", "ers", "ly", "al", "ian", "ese"):
        if word.endswith(ending) and len(word) - len(ending) > 2 and is_common(word[: -len(ending)]):
            return False
    return not any(word.startswith(p) and len(word) - len(p) > 3 and is_common(word[len(p) :]) for p in _PREFIXES)


def name_after(text: str, start: int, *, most: int = 4) -> int:
    """Where the name that begins at a place ends; the place itself if none begins there.

    Args:
        text: The raw text.
        start: Where its first letter stands.
        most: Words it may have.
    """
    end = place = start
    count = 0
    while count < most:
        run = _INITIALS.match(text, place)
        if run:
            end = run.end()
            count += 1
            gap = re.match(r"[ \u00a0]", text[end : end + 1])
            if not gap:
                break
            place = end + 1
            continue
        match = _TOKEN.match(text, place)
        if not match:
            break
        raw = match.group()
        word = fold_text(raw)
        particle = word in PARTICLES and count > 0 and raw[0].islower()
        initial = len(raw.rstrip(".")) == 1 and raw[0].isupper()
        if not particle and not raw[0].isupper():
            break
        if raw.endswith(".") and not initial and len(raw) > 4:
            end = match.end() - 1
            break
        if not particle:
            if count and word in ("the", "and", "said", "of"):
                break
            end = match.end() if initial and raw.endswith(".") else match.end() - raw.endswith(".")
            count += 1
        gap = re.match(r"[ \u00a0]", text[match.end() : match.end() + 1])
        if not gap:
            break
        place = match.end() + 1
    while end > start and text[end - 1] in "'’":
        end -= 1
    if text[max(start, end - 2) : end] in ("'s", "’s"):
        end -= 2
    return end


def name_before(text: str, end: int, *, most: int = 3) -> int:
    """Where the name that ends at a place begins; the place itself if none ends there.

    Args:
        text: The raw text.
        end: One past its last letter.
        most: Words it may have.
    """
    start = end
    for _ in range(most):
        match = re.search(
            r"(?:^|(?<=[\s\u00a0(\[\"“'‘/–—,:;-]))([^\W\d_][\w'’]*(?:[-‐‑][^\W\d_][\w'’]*)*)[ \u00a0]?$",
            text[max(0, start - 40) : start],
        )
        if not match or not match.group(1)[0].isupper():
            break
        if start != end and not match.group().endswith((" ", "\u00a0")):
            break
        start = max(0, start - 40) + match.start(1)
    return start


def organisation_after(text: str, start: int) -> int:
    """Where the organisation's name that begins at a place ends: words with capitals, small words between them.

    Args:
        text: The raw text.
        start: Where its first letter stands.
    """
    end = place = start
    for _ in range(12):
        match = _TOKEN.match(text, place)
        if not match:
            break
        raw = match.group()
        if raw[0].isupper():
            end = match.end() - (raw.endswith(".") and len(raw) > 2)
            if raw.endswith(".") and (len(raw) > 5 or (len(raw) > 3 and raw.isupper())):
                break
        elif fold_text(raw) not in _LINKS:
            break
        gap = re.match(r"[ \u00a0](?:&[ ])?", text[match.end() :])
        if not gap:
            break
        place = match.end() + gap.end()
    while end > start and text[end - 1] in "'’" and text[end - 2] != "s":
        end -= 1
    if text[max(start, end - 2) : end] in ("'s", "’s"):
        end -= 2
    return end


def organisation_before(text: str, end: int) -> int:
    """Where the organisation's name that ends at a place begins; the place itself if none ends there.

    Args:
        text: The raw text.
        end: One past its last letter.
    """
    first = max(0, end - 100)
    start = end
    for match in reversed(list(_ORGANISATION_WORD.finditer(text, first, end))):
        if text[match.end() : start].strip(" \u00a0&") or match.end() > start:
            break
        raw = match.group()
        if raw[0].isupper():
            start = match.start()
        elif fold_text(raw) not in _LINKS:
            break
        else:
            rest = text[: match.start()].rstrip()
            if not rest or not re.search(r"[^\W\d_][\w'’-]*$", rest[-40:]):
                break
            start, kept = match.start(), start
            before = re.search(r"([^\W\d_][\w'’-]*)$", rest[-40:])
            if before is None or not (before.group()[0].isupper() or fold_text(before.group()) in _LINKS):
                return kept
    return start


def public_office(text: str, start: int) -> bool:
    """Whether the words before introduce a public figure: `the Prime Minister of Fiji, X`, `Special Rapporteur X`.

    Args:
        text: The raw text.
        start: Where the name begins.
    """
    before = re.sub(r"\b(?:Mr|Ms|Mrs|Dr|Prof|H\.\s?E)\.?\s+$", "", text[max(0, start - 70) : start])
    head = re.split(r"[.;!?\n]\s", before)[-1]
    words = fold_text(head).split()[-7:]
    return (
        any(w in OFFICES for w in words)
        and bool(re.search(r"(?:[A-Za-z-]+(?:\s+(?:of|for|on)\s+(?:the\s+)?(?:[\w’'-]+\s?){1,5})?,?\s*)$", head))
        and any(w in OFFICES for w in words[-5:])
    )
