"""Capitals for names that were typed in small letters, as the same consultation's other notes spell them.

Chat has `nepal` and `kuala lumpur`; most notes have the capitals. A name gets them if it stands with them inside
sentences elsewhere and hardly ever without, or if it is a country of the framework, a month or a well-known body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from chatham.model.framework import Framework
from chatham.synthesise.places import PLACES

__all__ = [
    "LOANWORDS",
    "Spellings",
    "capitals",
    "is_casual",
    "is_name",
    "lettered",
    "quietened",
    "restored",
    "seen_small",
]

_WORD = re.compile(r"[^\W\d_][^\W_'’]*")
_NAME = re.compile(r"(?<=[a-z0-9,;] )[A-Z][^\W_'’A-Z]+(?: [A-Z][^\W_'’A-Z]+)*")
_CALENDAR = frozenset(
    """
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday mondays sundays fridays saturdays turkey jordan chad mali georgia guinea niger
    """.split()
)
_COMMON = frozenset("may march turkey jordan chad mali georgia guinea niger polish china objective objectives".split())
_KNOWN = (
    "UK UAE USA DRC TV Guinea-Bissau Sundays Saturdays Mondays Fridays January February April June July August"
    " September October"
    " November December UN ILO IOM UNHCR UNICEF UNODC OHCHR "
    "UNDP ICRC ASEAN EU NGO NGOs WhatsApp Facebook Instagram TikTok YouTube"
).split()
_CASUAL = re.compile(r"(?:^|\n|[^.\W][.!?] )[a-z]|^[^:\n]{0,60}\bparticipants?\b[^:\n]{0,40}: ?[a-z]", re.M)
_RARELY = 5  # times as often with capitals as without
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]*[A-Z0-9](?![\w])")
_FIELD = re.compile(r"(?m)^[^\S\n]*[A-Z][A-Z /&-]*:")  # the head of a form's line is no acronym: `THANKS: to all`
_SHOUT = 0.6  # of the letters outside the anonymiser's own phrases
_LEAST_SHOUT = 12  # letters
_PHRASE = re.compile(r"\b(?:an?|another|the|two|several) (?:participants?|participating organi[sz]ations?)\b", re.I)
_MONEY = re.compile(r"\b[A-Z]{3} ?\d|\b[A-Z]{2}\d|\b[A-Z]+\d[A-Z0-9]*")
_ALSO_WORDS = frozenset("WHO IT US AS AM PM OR IN ON AT NO SO DO GO HE ME MY WE ARE CAN HAS AID ACT CARE END".split())
_UNSAYABLE = re.compile(r"(?<![\w'’./@-])[B-DF-HJ-NP-TV-XZb-df-hj-np-tv-xz][b-df-hj-np-tv-xz]{2,4}(?![\w'’/@])")
_SAYABLE = frozenset("hmm hmmm pst psst shh brr mrs nth pts lbs pct tbc tbd kmph kwh".split())
_VOWELLESS = re.compile(r"[^AEIOUY]+s?")

LOANWORDS = frozenset(
    "kafala hawala hundi iqama hukou tontine tontines susu iddir upazila upazilas barangay barangays".split()
)
"""Words of other languages that reports use as common nouns, though no English model knows them."""

# What people and languages are called: words with a capital letter everywhere, though taggers call few of them names.
_PEOPLES = frozenset(
    """
    afghan african algerian american angolan arab arabic argentine armenian asian australian austrian azerbaijani
    bahraini bangladeshi basotho belarusian belgian bengali beninese bhutanese bolivian bosnian botswanan brazilian
    british bulgarian burkinabe burmese burundian cambodian cameroonian canadian caribbean caspian chadian chilean
    chinese christian colombian comorian congolese croatian cuban cypriot czech danish dari dutch ecuadorian egyptian
    emirati english eritrean estonian ethiopian european fijian filipina filipino finnish french gabonese gambian
    georgian german ghanaian greek guatemalan guinean guyanese haitian hausa hindi honduran hungarian indian
    indonesian iranian
    iraqi irish islamic israeli italian ivorian jamaican japanese jewish jordanian kazakh kenyan khmer korean kurdish
    kuwaiti kyrgyz lao laotian latin latvian lebanese liberian libyan lithuanian malagasy malawian malay malaysian
    maldivian malian maltese mauritanian mauritian mediterranean mexican moldovan mongolian moroccan mozambican muslim
    namibian nepalese nepali nicaraguan nigerian nigerien norwegian omani pacific pakistani palestinian panamanian
    papuan paraguayan pashto persian peruvian portuguese punjabi qatari rohingya romanian russian rwandan saharan
    salvadoran samoan saudi senegalese serbian sinhala slovak slovenian somali spanish sudanese swahili swedish swiss
    surinamese syrian taiwanese tajik tamil tanzanian thai tibetan timorese togolese tongan tunisian turkish turkmen
    tuvaluan ugandan ukrainian urdu
    uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean
    """.split()
)


@dataclass(frozen=True, slots=True)
class Spellings:
    """How a consultation spells its names.

    Attributes:
        names: In small letters, to their spelling with capitals.
        acronyms: Words that stand in capitals in notes that do not shout.
    """

    names: Mapping[str, str]
    acronyms: frozenset[str]


def capitals(texts: Iterable[str], framework: Framework) -> Spellings:
    """How names are spelt.

    Args:
        texts: All notes of a consultation.
        framework: Its subregions name countries, and it has abbreviations.
    """
    countries = [c for subregion in framework.subregions for c in subregion.countries if "(" not in c and "," not in c]
    sure = {name.casefold(): name for name in [*_KNOWN, *PLACES, *countries, framework.short_name]}
    formal: list[str] = []
    seen: Counter[str] = Counter()
    small: Counter[str] = Counter()
    acronyms = {short for short, _ in framework.abbreviations} | {word for word in _KNOWN if word.isupper()}
    for text in texts:
        if _shouts(text):
            continue
        acronyms.update(_ACRONYM.findall(_FIELD.sub("", text)))
        if not is_casual(text):
            formal.append(text)
            seen.update(_NAME.findall(text))
            small.update(word for word in _WORD.findall(text) if word.islower())
    # Where `climate change` stands in small letters, a policy's title is no evidence.
    plain = {pair for text in formal for pair in pairwise(_WORD.findall(text))}
    learnt = {
        name.casefold(): name
        for name, times in sorted(seen.items(), key=lambda item: (item[1], item[0]))
        if (" " in name and tuple(name.casefold().split()[:2]) not in plain)
        or times >= _RARELY * small[name.casefold()]
    }
    sure |= {low: low.capitalize() for low in _PEOPLES}
    sure |= {f"{low}s": f"{low.capitalize()}s" for low in _PEOPLES if low.endswith("n")}
    sure |= {
        short.casefold(): short
        for short in acronyms
        if len(short) > 2 and short not in _ALSO_WORDS and not small[short.casefold()]
    }
    acronyms -= {word for word in acronyms if small[word.casefold()] and word not in _KNOWN}
    names = {low: name for low, name in (learnt | sure).items() if low not in _COMMON}
    return Spellings(names, frozenset(acronyms))


def is_name(word: str, known: Spellings) -> bool:
    """Whether a word at the start of a sentence has its capital everywhere.

    Args:
        word: In small letters.
        known: As `capitals` gives it.
    """
    return word in known.names or word in _PEOPLES or word in _CALENDAR


def _shouts(text: str) -> bool:
    if sum(map(str.isupper, text)) < _LEAST_SHOUT:
        return False
    own = _PHRASE.sub("", text)
    return sum(map(str.isupper, own)) > _SHOUT * sum(map(str.isalpha, own))


def quietened(text: str, known: Spellings) -> str:
    """A note in capitals as others are written; other notes stay.

    Args:
        text: One note.
        known: As `capitals` gives it.
    """
    if not _shouts(text):
        return text
    kept = (known.acronyms - _ALSO_WORDS) | {m[0][:3].rstrip() for m in _MONEY.finditer(text)}

    def quiet(match: re.Match[str]) -> str:
        word = match[0]
        short = word in ("I", *kept) or word.rstrip("S") in kept
        return word if short or _VOWELLESS.fullmatch(word) or any(c.isdigit() for c in word) else word.lower()

    lowered = re.sub(r"[^\W_][^\W_]*", lambda m: quiet(m) if m[0].isupper() else m[0], text)
    return _capitalised(lowered, known.names)


def seen_small(texts: Iterable[str]) -> frozenset[str]:
    """Words that stand in small letters somewhere and never with a capital inside a sentence: no names.

    Args:
        texts: All notes of a consultation.
    """
    small: set[str] = set()
    names: set[str] = set()
    for text in texts:
        small.update(word for word in _WORD.findall(text) if word.islower())
        names.update(word.casefold() for name in _NAME.findall(text) for word in name.split())
    return frozenset(small - names)


def is_casual(text: str) -> bool:
    """Whether a note does without capitals: hardly any of its words has one."""
    words = [w for w in _WORD.findall(text) if len(w) > 1]
    return sum(w[0].isupper() for w in words) <= len(words) // 8 and _CASUAL.search(text) is not None


def lettered(text: str) -> str:
    """The text with words that no vowel makes sayable in capitals: `bbc`, `stcw`, `nhs`.

    Args:
        text: One line, its short forms written out.
    """
    return _UNSAYABLE.sub(lambda m: m[0] if m[0].casefold() in _SAYABLE else m[0].upper(), text)


def restored(text: str, known: Spellings) -> str:
    """The text with capitals where it was typed without; other texts stay.

    Args:
        text: One note.
        known: As `capitals` gives it.
    """
    return _capitalised(text, known.names) if is_casual(text) else text


def _capitalised(text: str, known: Mapping[str, str]) -> str:
    here = [low for low in known if low in text]
    if not here:
        return text
    pattern = re.compile(rf"\b(?:{'|'.join(re.escape(low) for low in sorted(here, key=lambda n: (-len(n), n)))})\b")
    return pattern.sub(lambda match: known[match[0]], text)
