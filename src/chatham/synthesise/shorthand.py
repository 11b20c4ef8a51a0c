"""Typing shorthand written out: `govt`, `w/out`, `didnt`, `40%`, `NOT`. What is not on these lists stays."""

from __future__ import annotations

import re

__all__ = ["written_out"]

_SHORT = (
    (r"w/(?:out|o)\b", "without"),
    (r"\bw/\s*", "with "),
    (r"\bb/c\b", "because"),
    (r"\bgovts?\b\.?", "government"),
    (r"\bnatl\b\.?", "national"),
    (r"\bintl\b\.?", "international"),
    (r"\bapprox\b\.?", "approximately"),
    (r"\bppl\b", "people"),
    (r"(?<![\w.'’])u(?=\s)", "you"),
    (r"(?<![\w'’])ur(?![\w'’])", "your"),
    (r"(?<![\w'’])r(?=\s+(?:not|different|better|worse|no|still|now|very|in|on|the|all|more)\b)", "are"),
    (r"\byrs\b\.?", "years"),
    (r"\byr\b\.?", "year"),
    (r"\bmths?\b\.?", "months"),
    (r"\bcdn?t\b", "could not"),
    (r"\bcd\b(?=\s+[a-z])", "could"),
    (r"\bsh(?:ou)?l?d\b", "should"),
    (r"\bwl?d\b(?=\s+[a-z])", "would"),
    (r"\bcld\b(?=\s+[a-z])", "could"),
    (r"\bfrm\b", "from"),
    (r"\babt\b", "about"),
    (r"\b(?:'|’)?til\b", "until"),
    (r"\bt(?:hn?x|ks)\b", "thanks"),
    (r"(?<=[a-z] )n(?= [a-z])", "and"),
    (r"(?<=[a-z] )r(?= [a-z])", "are"),
    (r"\b(\d+) min\b(?! ?\.)", r"\1 minutes"),
    (r"\bgrp\b", "group"),
    (r"\bconf\b(?=\s)", "conference"),
    (r"\btonite\b", "tonight"),
    (r"\bfamilys\b", "families"),
    (r"\bbetw\b\.?", "between"),
    (r"\bb4\b", "before"),
    (r"(?<=[A-Za-z] )cos?\b\.(?= [a-z])", "company"),
    (r"\b[Bb]ec\b\.?(?= [a-z])", "because"),
    (r"\b([Ss]he|[Hh]e)s\b(?= [a-z])", r"\1 is"),
    (r"\b([Tt]hat|[Tt]here|[Ww]hat)s\b(?= [a-z])", r"\1 is"),
    (r"\b([Tt]hey)re\b(?= [a-z])", r"\1 are"),
    (r"\b([Ii])ts (?=(?:a|an|the|not|very|so|too|no|right|wrong|only|still|because|why|how)\b)", r"\1t is "),
    (r"(?<=[a-z]) = (?=[a-z])", ": "),
    (r"\bdept\b\.?", "department"),
    (r"\borgs\b", "organizations"),
    (r"\bsecs\b", "seconds"),
    (r"\bmins\b", "minutes"),
    (r"\bhrs\b", "hours"),
    (r"(?<=\s)w(?=\s\w)", "with"),
    (r"\bincl\b\.?", "including"),
    (r"\besp\b\.?", "especially"),
    (r"\bppls\b", "people’s"),
    (r"\bthru\b", "through"),
    (r"\btho\b", "though"),
    (r"\basap\b", "as soon as possible"),
    (r"\binfo\b", "information"),
    (r"\bhqs?\b", "headquarters"),
    (r"(?<=\s)\+(?=\s)", "and"),
    (r"(?<=\s)&(?=\s)", "and"),
    (r"(?<=[a-z])\s*→\s*(?=\w)", " to "),
    (r"\s*→\s*", " to "),
    (r"\bperc(?:ent)?\b\.?", "per cent"),
    (r"\bpercent\b", "per cent"),
    (r"(?<=\d)\s?%", " per cent"),
    (r"(?<![\w.'’(-])i(?=['’][a-z]|\s[a-z])(?! in )", "I"),
)  # fmt: skip
_LONG = (
    (r"\b(did|do|does|is|was|were|are|could|should|would|has|have|had)nt\b", r"\1 not"),
    (r"\b([Cc])an(?:['’])t\b", r"\1annot"),
    (r"\b([Cc])ant\b(?=\s+[a-z])", r"\1annot"),
    (r"\b([Ww])on['’]t\b", r"\1ill not"),
    (r"\b(did|do|does|is|was|were|are|could|should|would|has|have|had|need|must)n['’]t\b", r"\1 not"),
    (r"\b(Did|Do|Does|Is|Was|Were|Are|Could|Should|Would|Has|Have|Had|Must)n['’]t\b", r"\1 not"),
    (r"\bI['’]m\b", "I am"),
    (r"\b([Ii]t|[Tt]hat|[Tt]here|[Hh]e|[Ss]he|[Ww]hat|[Ww]ho)['’]s (?=(?:been|got|had|become)\b)", r"\1 has "),
    (r"\b([Ii]t|[Tt]hat|[Tt]here|[Hh]e|[Ss]he|[Ww]hat|[Hh]ere)['’]s\b", r"\1 is"),
    (r"\b(he|He|she|She|it|It|they|They|you|You)['’]d\b", r"\1 would"),
    (r"\b[Ll]et['’]s\b(?= not)", "let us"),
    (r"\b(I|we|We|they|They|you|You)['’]ve\b", r"\1 have"),
    (r"\b(we|We|they|They|you|You)['’]re\b", r"\1 are"),
    (r"\b(I|we|We|they|They|he|He|she|She|it|It)['’]ll\b", r"\1 will"),
)  # fmt: skip
_CONTRACTIONS = tuple((re.compile(pattern), instead) for pattern, instead in _LONG)
_SHORTHAND = tuple((re.compile(pattern), instead) for pattern, instead in _SHORT)
# Words that people shout for stress; none of them is an abbreviation.
_SHOUTED = re.compile(
    r"(?<![\w'’.-])(?:NOT|NEVER|BEFORE|AFTER|ALL|ONLY|MUST|ALWAYS|EVERY|NONE|NO ONE|NOBODY|AND|BUT|OR|THE|BOTH"
    r"|ANY|VERY"
    r"|EVERYONE|EVERYBODY|NOTHING|WITHOUT|FIRST|NOW|STILL|ALSO|SHOULD|CANNOT|NEED|STOP|PLEASE|MORE|LESS|SAME)"
    r"(?![\w'’.-])"
)
_CAPITALS = re.compile(r"[A-Z]{2,}")
_FEW = 4


# A line without any of these has none of the shorthand: most lines are read over quickly.
_MAY_BE_SHORT = re.compile(
    r"[→+&%=]|\b(?:abt|til|thn?x|tks|n|min|betw|b4|cos?|[Bb]ec|[Ss]?[Hh]es|[Tt]hats|[Tt]heres|[Ww]hats"
    r"|[Tt]heyre|[Ii]ts|w|b|c|u|ur|r|i"
    r"|govts?|natl"
    r"|intl|approx|ppl|ppls|yrs?|mths?|c?dn?t|cd|sh(?:ou)?l?d|wl?d|cld|frm|grp|conf"
    r"|tonite|familys|dept|orgs|secs|mins|hrs|incl|esp|thru|tho|asap|info|hqs?|perc(?:ent)?)\b"
)
_MAY_BE_CONTRACTED = re.compile(r"['’]|nt\b")


def written_out(text: str) -> str:
    """A line without shorthand.

    Args:
        text: One line.
    """
    if _MAY_BE_SHORT.search(text):
        for pattern, instead in _SHORTHAND:
            text = pattern.sub(instead, text)
    if len(_CAPITALS.findall(text)) <= _FEW:  # a line in capitals throughout is none of this
        text = _SHOUTED.sub(lambda m: m[0].lower() if m.start() else m[0].capitalize(), text)
    if "?" not in text and _MAY_BE_CONTRACTED.search(text):  # `Why don't they?` has no other form
        for pattern, instead in _CONTRACTIONS:
            text = pattern.sub(instead, text)
    return text
