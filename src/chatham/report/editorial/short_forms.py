"""Abbreviations: no stops, no possessive, no article, spelt out where they come first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chatham.report.editorial.paragraphs import Breach, Kind, Paragraph

__all__ = ["short_forms"]

_STOPS = re.compile(r"\b(?:[A-Z]\.){2,}(?! [A-Z][a-z])|\b(?:U\.N|U\.S|U\.K|E\.U|N\.G\.O|C\.S\.O)\.?(?:s\b)?")
_POSSESSIVE = re.compile(r"\b[A-Z][A-Z0-9&-]+['’]s\b|\b[A-Z]{2,}s['’](?=\s)")
_SHORT = re.compile(r"(?<![\w-])[A-Z][A-Z0-9&]*[A-Z][A-Z0-9&]*(?:-[A-Z]+)?(?=s?(?![\w]))")
_ROMAN = re.compile(r"[IVXLC]+$")
# Words of the Manual's own list, and what every reader takes for a word.
_WORDS = frozenset("AIDS HIV COVID SARS UNESCO UNICEF ID IDS TV SMS PDF CV OK AM PM USB SIM VIP DNA DRAFT IT".split())
_CURRENCY = re.compile(r"^\s?\d[\d,.]*\d")
_DEFINED = re.compile(r"\(([A-Z][A-Za-z0-9&-]*[A-Z0-9])s?(?:[,;] [^)]*)?\)")
_LISTED = re.compile(r"^\s*([A-Z][A-Za-z0-9&-]*[A-Z0-9])\s*$")


def short_forms(paragraphs: Sequence[Paragraph]) -> Iterator[Breach]:
    """Abbreviations written in another way than the Manual's.

    One counts as spelt out from where it first stands in brackets; or if a table lists it in its first column.
    """
    known = set(_WORDS)
    known.update(m[1] for one in paragraphs if one.kind is Kind.TABLE and (m := _LISTED.match(one.text)))
    for one in paragraphs:
        if one.kind is Kind.ASIDE:
            continue
        for found in _STOPS.finditer(one.text):
            yield Breach(one.part, one.where, "abbreviation", found[0], found[0].replace(".", ""))
        for found in _POSSESSIVE.finditer(one.text):
            bare = re.split("['’]", found[0])[0]
            yield Breach(one.part, one.where, "abbreviation", found[0], f"of {bare}")
        if one.kind in (Kind.HEADING, Kind.FOOTNOTE):
            continue
        defined = {m[1]: m.start() for m in _DEFINED.finditer(one.text)}
        for found in _SHORT.finditer(one.text):
            short = found[0]
            if short in known or short.rstrip("0123456789") in known or _ROMAN.match(short):
                continue
            if short in defined and defined[short] < found.start():
                known.add(short)
                continue
            if len(short) == 3 and _CURRENCY.match(one.text[found.end() :]):
                continue
            known.add(short)  # said once
            yield Breach(one.part, one.where, "abbreviation", short, f"the words in full, then ({short})")
