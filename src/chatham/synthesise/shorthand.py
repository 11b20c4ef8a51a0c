"""Typing shorthand written out: `govt`, `w/out`, `didnt`, `40%`, `NOT`. What is not on these lists stays.

Plain words are listed in `data/short_forms.txt`; here is what depends on what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

__all__ = ["written_out"]

# ISO 4217 codes that are no words, as they are typed in small letters before a sum.
_CURRENCIES = (
    "aed|afn|amd|aud|azn|bdt|bhd|bif|brl|btn|cad|cdf|chf|clp|cny|cop|crc|dkk|djf|dzd|egp|etb|eur|fjd|gbp|gel|ghs|gmd"
    "|gnf|gtq|hnl|htg|idr|inr|iqd|irr|jmd|jod|jpy|kes|kgs|khr|krw|kwd|kzt|lbp|lkr|lsl|lyd|mad|mdl|mga|mmk|mru|mur|mvr"
    "|mwk|mxn|myr|mzn|ngn|nok|npr|nzd|omr|pgk|php|pkr|pln|pyg|qar|ron|rsd|rwf|sar|sbd|sdg|sek|sgd|sll|szl|syp|thb|tjs"
    "|tmt|tnd|ttd|tzs|uah|ugx|usd|uyu|uzs|ves|vnd|vuv|wst|xaf|xof|yer|zar|zmw"
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth".split()
_SHORT: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"w/(?:out|o)\b", "without"),
    (r"\bw/\s*", "with "),
    (r"(?<![\w.'’])u(?=\s)", "you"),
    (r"(?<![\w'’])ur(?![\w'’])", "your"),
    (r"(?<![\w'’])r(?=\s+(?:not|different|better|worse|no|still|now|very|in|on|the|all|more)\b)", "are"),
    (r"\bcdn?t\b", "could not"),
    (r"\bcd\b(?=\s+[a-z])", "could"),
    (r"\bsh(?:ld|oud|d)\b", "should"),
    (r"\bwl?d\b(?=\s+[a-z])", "would"),
    (r"\bcld\b(?=\s+[a-z])", "could"),
    (r"\b(?:'|’)?til\b", "until"),
    (r"\bt(?:hn?x|ks)\b", "thanks"),
    (r"(?<=[a-z] )n(?= [a-z])", "and"),
    (r"(?<=[a-z] )r(?= [a-z])", "are"),
    (r"\b(\d+) min\b(?! ?\.)", r"\1 minutes"),
    (r"\bconf\b(?=\s)", "conference"),
    (r"\btonite\b", "tonight"),
    (r"\bfamilys\b", "families"),
    (r"(?<=[A-Za-z] )cos?\b\.(?= [a-z])", "company"),
    (r"\b[Bb]ec\b\.?(?= [a-z])", "because"),
    (r"\b([Ss]he|[Hh]e)s\b(?= [a-z\d])", r"\1 is"),
    (r"\b([Tt]hat|[Tt]here|[Ww]hat)s\b(?= [a-z])", r"\1 is"),
    (r"\b([Tt]hey)re\b(?= [a-z])", r"\1 are"),
    (r"\b([Ii])ts (?=(?:a|an|the|not|very|so|too|no|right|wrong|only|still|because|why|how)\b)", r"\1t is "),
    (r"(?<=[\w)]) = (?=[\w“\"])", ": "),
    (r" ≠ ", " is not "),
    (r"(?<!\S)~ ?(?=\d|[A-Z]{3} ?\d)", "about "),
    (r"(?<=\d)/(?:mths?|months?|mo)\b\.?", " per month"),
    (r"(?<=\d)/(?:yrs?|years?)\b\.?", " per year"),
    (r"(?<=\d)/(day|week|hour|night|head|kg|person)\b", r" per \1"),
    (r"(?<=\d)/wk\b", " per week"),
    (r"(?<=\d)/hr?\b", " per hour"),
    (r"(?<=\d) ?k\b(?! ?m\b)", " thousand"),
    (r"(?<=\d) ?(?:mn|mio)\b", " million"),
    (r"(?<=\d\.\d)m\b", " million"),
    (r"(?<=\d) ?bn\b", " billion"),
    (rf"\b({_CURRENCIES})(?= ?\d)", lambda m: m[0].upper()),
    (r"(?<=\d )[Mm]in wage\b|\bmin wage\b", "minimum wage"),
    (r"\b([Oo])bj\.? ?(?=\d)", r"\1bjective "),
    (r"(?<![\w.'’])([Dd]o|[Dd]id|[Dd]oes|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Hh]as|[Hh]ave|[Cc]ould|[Ss]hould|[Ww]ould)nt\b",
     r"\1 not"),
    (r"(?<=\d)\?{2,}|\?{2,}|!+\?+|\?+!+", "?"),
    (r"(?<![\w.])([A-Z]{3} ?\d[\d.,]*) ?m\b(?!\.)", r"\1 million"),
    (r"\bc(?=1\d\d\b)", "C"),
    (r"([€$£]\d[\d.,]*) ?m\b(?!\.)", r"\1 million"),
    (r"\b([Ww])ont\b(?= [a-z])", r"\1ill not"),
    (r"^(?:fyi|nb|psa|tldr)\b[:,]? (?=\S)", ""),
    (r"(?<=[;.] )(?:fyi|nb)\b[:,]? (?=\S)", ""),
    (r"\b(some|any|every|no)bodys\b", r"\1body’s"),
    (r"\bmins\b", "minutes"),
    (r"^[Qq] (?=was (?:asked|raised)\b)", "A question "),
    (r"(?<=\s)w(?=\s\w)", "with"),
    (r"\bhqs?\b", "headquarters"),
    (r"(?<=\s)\+(?=\s)", "and"),
    (r"(?<=\s)&(?=\s)", "and"),
    (r"(?<=[^\W\d_])\s*(?:→|->|=>)\s*(?=[A-Z])", " to "),
    (r"(?<=\d)\s*(?:→|->|=>)\s*(?=\d)", " to "),
    (r"\s*(?:→|->|=>)\s*", ": "),
    (r"\bperc(?:ent)?\b\.?", "per cent"),
    (r"\bpercent\b", "per cent"),
    (r"(?<=\d)\s?%", " per cent"),
    (r"(?<![\w.'’(-])i(?=['’][a-z]|\s[a-z])(?! in )", "I"),
)  # fmt: skip
# What follows `I'd` where it stands for `I had`.
_DONE = r"(?:better|been|had|seen|gone|heard|lost|thought|never (?:\w+ed|seen|heard|been)|(?!\w*eed\b)\w+ed)\b"
_LONG = (
    (r"\b([Cc])an(?:['’])t\b", r"\1annot"),
    (r"\b([Cc])ant\b(?=\s+[a-z])", r"\1annot"),
    (r"\b([Ww])on['’]t\b", r"\1ill not"),
    (r"\b(did|do|does|is|was|were|are|could|should|would|has|have|had|need|must)n['’]t\b", r"\1 not"),
    (r"\b(Did|Do|Does|Is|Was|Were|Are|Could|Should|Would|Has|Have|Had|Must)n['’]t\b", r"\1 not"),
    (r"\bI['’]m\b", "I am"),
    (r"\b([Ii]t|[Tt]hat|[Tt]here|[Hh]e|[Ss]he|[Ww]hat|[Ww]ho)['’]s (?=(?:been|got|had|become)\b)", r"\1 has "),
    (r"\b([Ii]t|[Tt]hat|[Tt]here|[Hh]e|[Ss]he|[Ww]hat|[Hh]ere)['’]s\b", r"\1 is"),
    (rf"\b(I|[Ww]e|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Yy]ou)['’]d (?={_DONE})", r"\1 had "),
    (r"\b(he|He|she|She|it|It|they|They|you|You)['’]d\b", r"\1 would"),
    (r"\b([Ll])et['’]s\b", r"\1et us"),
    (r"\b(I|we|We|they|They|you|You)['’]ve\b", r"\1 have"),
    (r"\b(we|We|they|They|you|You)['’]re\b", r"\1 are"),
    (r"\b(I|we|We|they|They|he|He|she|She|it|It)['’]ll\b", r"\1 will"),
)  # fmt: skip
_CONTRACTIONS = tuple((re.compile(pattern), instead) for pattern, instead in _LONG)
_ORDINAL = re.compile(r"([1-9])(?<!\w.)(?:st|nd|rd|th)\b(?= [a-z])(?! of )")
_SHORTHAND = tuple((re.compile(pattern), instead) for pattern, instead in _SHORT)
# Words that people shout for stress; none of them is an abbreviation.
_SHOUTED = re.compile(
    r"(?<![\w'’.-])(?:NOT|NEVER|BEFORE|AFTER|ALL|ONLY|MUST|ALWAYS|EVERY|NONE|NO ONE|NOBODY|AND|BUT|OR|THE|BOTH"
    r"|ANY|VERY"
    r"|EVERYONE|EVERYBODY|EVERYTHING|ANYTHING|NOTHING|WITHOUT|PAPER|MONEY|THINK|ALREADY|ALONE|AGAIN|REALLY"
    r"|THERE|FIRST|NOW|STILL|ALSO|SHOULD|CANNOT|NEED|STOP|PLEASE|MORE|LESS|SAME)"
    r"(?![\w'’.-])"
)
_CAPITALS = re.compile(r"[A-Z]{2,}")
_FEW = 4


# A line without any of these has none of the shorthand: most lines are read over quickly.
_MAY_BE_SHORT = re.compile(
    r"[→+&%=≠~>]|[?!]{2}|^(?:fyi|nb|psa|tldr)\b|^[Qq] was|\d/|\d ?(?:k|m|mn|mio|bn)\b"
    r"|\b(?:(?:til|thn?x|tks|n|nb|min|cos?|[Bb]ec|[Ss]?[Hh]es|[Tt]hats|[Tt]heres|[Ww]hats|[Tt]heyre|[Ii]ts|w|u|ur|r|i"
    r"|c1\d\d|cdn?t|cd|sh(?:ld|oud|d)|wl?d|cld|conf|tonite|familys|mins|hqs?|perc(?:ent)?|[Oo]bj"
    r"|(?:some|any|every|no)bodys"
    r"|(?:[Dd]o|[Dd]id|[Dd]oes|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Hh]as|[Hh]ave|[Cc]ould|[Ss]hould|[Ww]ould|[Ww]o)nt)\b"
    rf"|(?=[a-z]{{3}} ?\d)(?:{_CURRENCIES}))"
)
_MAY_BE_CONTRACTED = re.compile(r"['’]|\b[Cc]ant\b")


@cache
def _short_forms() -> Mapping[str, str]:
    lines = files("chatham.synthesise").joinpath("data/short_forms.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


@cache
def _short_form() -> re.Pattern[str]:
    endings: dict[str, list[str]] = {}  # by first letter, so that most words are passed over at theirs
    for form in sorted(_short_forms(), key=lambda form: (-len(form), form)):
        endings.setdefault(form[0], []).append(re.escape(form[1:]))
    either = (f"[{first}{first.upper()}](?:{'|'.join(rest)})" for first, rest in endings.items())
    return re.compile(rf"(?<![\w'’/.@-])(?P<form>{'|'.join(either)})(?![\w'’/@-])(?:\.(?=[,;:]| [a-z\d]))?")


def _in_full(found: re.Match[str]) -> str:
    full = _short_forms()[found["form"].lower()]
    return full[:1].upper() + full[1:] if found["form"][:1].isupper() else full


def written_out(text: str) -> str:
    """A line without shorthand.

    Args:
        text: One line.
    """
    text = _short_form().sub(_in_full, text)
    if _MAY_BE_SHORT.search(text):
        for pattern, instead in _SHORTHAND:
            text = pattern.sub(instead, text)
    text = _ORDINAL.sub(lambda m: _ORDINALS[int(m[1]) - 1], text)
    if len(_CAPITALS.findall(text)) <= _FEW:  # a line in capitals throughout is none of this
        text = _SHOUTED.sub(lambda m: m[0].lower() if m.start() else m[0].capitalize(), text)
    if "?" not in text and _MAY_BE_CONTRACTED.search(text):  # `Why don't they?` has no other form
        for pattern, instead in _CONTRACTIONS:
            text = pattern.sub(instead, text)
    return text
