"""Spelling: the Concise Oxford's, as the United Nations Editorial Manual asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatham.language.capitals import upper_first
from chatham.language.quotes import quoted

__all__ = ["respelt", "spelling"]

# What stands before -ise where that is no suffix, so that it stays: the dictionary's words.
_KEEPS_S = frozenset(
    """
    advert adv ar bra bru chast circumc compr comprom conc cru dem desp dev disgu enfranch disenfranch enterpr exc
    exerc expert franch gu improv inc lia merchand no par parad po porpo pra appra prec imprec prem prom ra repr rev
    pract marqu appr lou sunr moonr highr cer an mayonna torto
    superv surm surpr telev treat upr v pr mala tortoi apprent apprec r d w anis val cerem chem turquo mort cu
    """.split()
)
_PREFIXES = ("re", "un", "dis", "over", "mis", "pre", "counter", "under", "out")
_ISE = re.compile(r"\b([A-Za-z]{2,})is(e|es|ed|ing|er|ers|ation|ations|ational|able)\b")
_YZE = re.compile(r"\b([A-Za-z]{2,}l)yz(e|es|ed|ing|er|ers)\b")
_WORDS = {
    "program": "programme", "programs": "programmes", "labor": "labour", "labors": "labours", "laborer": "labourer",
    "laborers": "labourers", "judgment": "judgement", "judgments": "judgements", "center": "centre",
    "centers": "centres", "color": "colour", "behavior": "behaviour", "behaviors": "behaviours", "favor": "favour",
    "favors": "favours", "favorable": "favourable", "favorite": "favourite", "neighbor": "neighbour",
    "neighbors": "neighbours", "neighboring": "neighbouring", "honor": "honour", "harbor": "harbour", "rumor": "rumour",
    "rumors": "rumours", "endeavor": "endeavour", "endeavors": "endeavours", "rigor": "rigour", "humor": "humour",
    "defense": "defence", "offense": "offence", "offenses": "offences", "traveler": "traveller",
    "travelers": "travellers", "traveling": "travelling", "traveled": "travelled", "labeled": "labelled",
    "labeling": "labelling", "canceled": "cancelled", "counseling": "counselling", "counselor": "counsellor",
    "fulfill": "fulfil", "fulfills": "fulfils", "enroll": "enrol", "enrollment": "enrolment", "skillful": "skilful",
    "catalog": "catalogue", "dialog": "dialogue", "aging": "ageing", "gray": "grey",
    "organisation": "organization", "co-operation": "cooperation", "co-operate": "cooperate",
    "co-ordination": "coordination", "co-ordinate": "coordinate",
    "capacity building needs": "capacity-building needs", "capacity building programme": "capacity-building programme",
    "sub agent": "sub-agent", "sub agents": "sub-agents", "subagent": "sub-agent", "subagents": "sub-agents",
}  # fmt: skip
_LONGEST_FIRST = sorted(_WORDS, key=len, reverse=True)
_BY_LETTER = (  # so that most words are passed over at their first letter
    f"{letter}(?:{'|'.join(re.escape(word[1:]) for word in _LONGEST_FIRST if word[0] == letter)})"
    for letter in sorted({word[0] for word in _WORDS})
)
_LISTED = re.compile(rf"\b(?:{'|'.join(_BY_LETTER)})\b", re.I)


def spelling(text: str) -> Iterator[tuple[str, str]]:
    """Words that are spelt another way than the Concise Oxford's, and how it spells them.

    Words inside a name (`World Trade Organisation Center`) are left: names keep their own spelling.
    """
    for found, right in _wrong(text):
        yield found[0], right


def respelt(text: str) -> str:
    """The text with its words as the Concise Oxford spells them; quotations stay, and so do names.

    Args:
        text: One sentence or several.
    """
    within = quoted(text)
    for found, right in sorted(_wrong(text), key=lambda one: -one[0].start()):
        if not any(start <= found.start() < end for start, end in within):
            text = text[: found.start()] + right + text[found.end() :]
    return text


def _wrong(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for found in _ISE.finditer(text):
        stem, ending = found[1], found[2]
        if not _keeps_s(stem.lower()) and not _in_name(text, found):
            yield found, f"{stem}iz{ending}"
    for found in _YZE.finditer(text):
        if not _in_name(text, found):
            yield found, f"{found[1]}ys{found[2]}"
    for found in _LISTED.finditer(text):
        right = _WORDS[found[0].casefold()]
        if found[0].casefold() != "organisation" and not _in_name(text, found):
            yield found, upper_first(right) if found[0][:1].isupper() else right


def _keeps_s(stem: str) -> bool:
    if stem in _KEEPS_S or stem.endswith("w"):  # likewise, otherwise, clockwise
        return True
    return any(stem.startswith(prefix) and stem[len(prefix) :] in _KEEPS_S for prefix in _PREFIXES)


def _in_name(text: str, found: re.Match[str]) -> bool:
    """Whether a capitalised word stands beside another one, as in a name."""
    if not found[0][:1].isupper():
        return False
    before = re.search(r"(\w+)(?: of| for| and| the| on)* $", text[: found.start()])
    after = re.match(r"(?: of| for| and| the| on)* (\w+)", text[found.end() :])
    return bool((before and before[1][:1].isupper()) or (after and after[1][:1].isupper()))
