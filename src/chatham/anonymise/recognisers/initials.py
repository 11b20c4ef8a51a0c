"""Capital letters that stand for a person: `DP believes`, `deferred by DP`, `I. F. offered`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatham.anonymise.recognisers.speech import REPORTING
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.people.fold import fold_text
from chatham.people.words import is_common, is_country

__all__ = ["ACRONYMS", "initials_name", "small_initials"]

# Two or three capitals that are words to everybody.
ACRONYMS = frozenset(
    """
    ai am au ca ce ceo cfo ci cn co cv dc de dg dna dv ec eg eu faq fm gb gdp ge gp hiv hq hr ht ict id ie ii iii in io
    ip it iv la law lgbt mp mps mr ms na nb ngo ngos nhri no nz ok or pa pc pdf pm png pr ps qa ra sa sc sdg sg sim
    sms so sos st tb tv uae uk un unga us usa usd vat vi vip vp vs wa wg wgs who wi xi
    asean cbo cedaw covid crc cso csos gcc gcm gfmd gbv iom ilo ifi oecd opcat saarc sop sops ucc udhr unhcr unicef
    """.split()
)

_OTHERS = re.compile(r"(?:[ \u00a0]*(?:[+&,/]|\band\b)[ \u00a0]*[A-Z](?:\.?[A-Z]){1,3}\b\.?)+")
_LEADS = frozenset(
    """
    by to with from for as and or per via thanks thank thx thanked echoing seconded seconding following asked told
    support supporting invited let cc
    """.split()
)
_DETERMINERS = frozenset("the a an this that these those our your their its each every any no".split())
_SMALL = frozenset("of for and the on in to de la du des".split())
_THINGS = ("NN", "NNS", "NNP", "NNPS", "CD")
_ACTS = ("VBD", "VBZ", "VBP", "MD", "WP")


_OPINION = re.compile(r"\b(?:opinions?|views?|words|proposals?|ideas?|suggestions?|remarks?|statements?)\s+of\s+\Z")
_HERE = re.compile(r"[ \u00a0]+(?:here\b(?!['’])|again\s?[,:.]|speaking\b(?=\s?[,:.]))")
_OPENS = re.compile(r"(?:^|\n|[-*•\"“:]\s?)\s*$")
_FIELD_BEFORE = re.compile(
    r"(?:^|\n)[ \t]*(?:speaker|presented by|presenter|said by|from|name)[ \t]*:[ \t]*$", re.IGNORECASE
)
_SMALL_HEAD = re.compile(
    r"(?m)^[ \t]*(?:[-*•·–>●▪◦]+[ \t]*|\d{1,2}[.)][ \t]+)?(?:\d{1,2}[:.h]\d\d[ \t]+)?"
    r"(?P<letters>(?:[a-z]\.?-?){2,5})(?<!-)(?=[ \t]*(?:[:(/,]|[-–—][ \t]))"
)
# Small letters with full stops that are nobody.
_SHORT_WORDS = frozenset(
    "ie eg am pm nb ps vs qv cf aka ao aob fyi tbc tbd tba un eu us uk qa re wrt asap ca inc".split()
)


def small_initials(around: Surroundings) -> Iterator[tuple[int, int, str, bool]]:
    """Small letters at the head of a line that may be a speaker's initials: `- s.o.m. / hub:`, `ca-d (hub):`.

    Args:
        around: The note.

    Yields:
        Start, end, the letters alone, and whether they are set apart as only initials are.
    """
    for match in _SMALL_HEAD.finditer(around.text):
        raw = match["letters"]
        letters = re.sub(r"[.-]", "", raw)
        if letters in _SHORT_WORDS or (is_common(letters) and letters == raw and len(letters) > 2):
            continue
        yield match.start("letters"), match.end("letters"), letters, raw.count(".") + raw.count("-") >= len(letters) - 1


def initials_name(
    around: Surroundings, start: int, end: int, *, given: bool, label: bool, term: bool = False
) -> tuple[bool, str]:
    """Whether letters are somebody's initials, and why.

    Args:
        around: The note.
        start: First code point of the letters.
        end: One past the last letter, without the last full stop.
        given: They are on the list, label a speaker somewhere, or are those of the note's own speaker.
        label: They stand in a speaker's label.
        term: They are the acronym of an organisation on the list too.
    """
    text = around.text
    raw = text[start:end]
    folded = fold_text(raw).replace(" ", "")
    stop = end + (text[end : end + 1] == "." and "." in raw + text[end : end + 1])
    word = folded in ACRONYMS or (is_common(folded) and len(folded) > 1)
    if text[stop : stop + 1] in ("'", "’") and folded in ACRONYMS:
        return False, ""
    if label:
        held = around.label(start, end)
        ordinary = is_common(folded) and held is not None and held.end - held.start > len(raw)  # PRESENTED BY:
        plain = folded not in ACRONYMS and not is_country(folded) and not ordinary
        return plain or given or (held is not None and held.strong), "initials in a speaker's label"
    if around.shouting:
        return given and around.alone(start, stop), "initials that stand alone"
    if folded in ACRONYMS and not given:
        return False, ""
    if _FIELD_BEFORE.search(text[max(0, start - 20) : start]):
        return True, "initials in a field for the speaker"
    if re.match(r"\s*\)", text[stop : stop + 3]) and re.search(
        r"(?:facil\w*|chair|speaker|moderator|mod)\.?\s*\($", text[max(0, start - 24) : start]
    ):
        return True, "initials in brackets after a role"
    if _HERE.match(text, stop) and _OPENS.search(text[max(0, start - 3) : start]):
        return True, "initials of whoever writes"
    others = _OTHERS.match(text, stop)  # MC + SPL agree
    last = others.end() if others else stop
    if around.verb_after(last) and text[last : last + 1] == " " and around.word_before(start) not in _DETERMINERS:
        return True, "initials with a verb of speaking"
    if around.verb_before(start) and around.word_before(start) in _LEADS:
        return True, "initials after words that lead to a name"
    if not given or word or term or _defined(around, folded):
        return False, ""
    return _used(around, start, stop), "initials on the list, used like a name"


def _used(around: Surroundings, start: int, stop: int) -> bool:
    text = around.text
    before, after = around.word_before(start), around.tag_after(stop)
    if before in _DETERMINERS or re.match(r"[-_/+.:]?\w|\+", text[stop : stop + 2]):
        return False
    if text[stop : stop + 2] in ("'s", "’s"):
        return True
    follows = re.match(r"[ \u00a0]([^\W\d_]+)", text[stop : stop + 30])
    if follows and (after in _ACTS or fold_text(follows.group(1)) in REPORTING):
        return True
    bracket = text[start - 1 : start] in ("(", "[", "<") and not before
    if follows and after in (*_THINGS, "JJ"):
        return bracket and text[start - 1] == "<"
    if text[stop : stop + 1] in (",", ".", "?") and around.tag(start, -1) in ("VB", "VBP", "VBD", "VBG"):
        return True
    if _OPINION.search(text[max(0, start - 20) : start]):
        return True
    return bracket or before in _LEADS or (bool(before) and around.verb_before(start))


def _defined(around: Surroundings, letters: str) -> bool:
    """Whether the note itself says what the letters are short for: `Regional Knowledge Base (RKB)`."""
    for match in re.finditer(r"((?:[\w'’-]+[ \u00a0]+){1,9})\(([^()\s]{2,8})\)", around.text):
        if fold_text(match.group(2)).replace(" ", "") == letters:
            words = fold_text(match.group(1)).split()
            heads = "".join(word[0] for word in words)
            if letters in heads or letters in "".join(word[0] for word in words if word not in _SMALL):
                return True
    return False
