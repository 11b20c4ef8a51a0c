"""What the wording of a note says about which question of the review it answers.

A recommendation says `should` or begins with its verb, a resource need names money, staff or training, progress names
what was adopted and since when, a good practice what works, a challenge what is missing, refused or feared.
"""

from __future__ import annotations

import math
import re

__all__ = ["FEATURES", "cues", "features"]

# Verbs with which English recommendations begin.
_VERBS = frozenset(
    re.findall(
        r"\w+",
        """
        adopt ratify establish create ensure amend provide fund train publish set make stop end include extend
        open give let keep put build require allow use limit agree share recognise recognize replace abolish
        repeal introduce develop strengthen support invest appoint offer harmonize harmonise translate write
        release pay ask apply ban convene invite link remove separate count decriminalize decriminalise
        register name negotiate involve drop treat protect guarantee bring start begin report review revise
        consult coordinate issue grant waive exempt monitor prosecute investigate enforce implement improve
        increase reduce move place teach return do accept pass sign turn take hold add tie prohibit prepare
        ringfence abandon accelerate adapt address admit align allocate answer appeal apologize apologise arrange
        assess assign assist attach avoid base broaden buy cancel cap carry cease change charge check choose clarify
        collect combat commit compensate complete conduct consider consolidate continue copy cover cut define delete
        deliver deploy design designate disaggregate distribute draft earmark eliminate employ enable encourage engage
        enrol enroll equip erase evaluate exchange expand explain explore facilitate file find finance fix focus follow
        forbid free freeze gather get go guard hand harmonize hear hire host identify impose incorporate inform inspect
        install institute integrate interview invert investigate label lead learn legalize lend lengthen license lift
        link list listen lower mainstream maintain map meet merge modernize name notify nominate number oblige
        operationalize order organize organise oversee permit pick pilot post print prioritize produce promote
        promulgate prove punish push put quit raise read rebuild recall receive recruit redirect regularize
        regularise regulate reinstate reject renew repay replicate rescue resettle resist respect restore restrict
        retain reunite reward run safeguard sanction save scale screen scrap search secure seek sell send shift
        shorten show shut simplify speak spend staff standardize step store streamline suspend talk target tax tell
        test think trace transfer transform treat triple double try uphold use vaccinate vary visit waive widen work
        """,
    )
)
_CUES = {
    "should": r"\b(?:should|shld|shd|ought to|must|has to|have to|needs? to (?!know)|shall)\b",
    "recommend": (
        r"\b(?:recommend\w*|propos(?:e|es|ed|al|als)|suggest\w*|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? "
        r"(?:on|for|upon)|calls?|demand\w*|appeal(?:s|ed)? to|plead\w*|advocat\w*)\b"
    ),
    "asks": (
        r"\b(?:asks?|asked|wants?|wanted|wishes|wished|requests?|requested)\b(?:\W+\w+){0,6}?\W+(?:to|that"
        r"|for)\b"
    ),
    "please": r"\b(?:please|pls|let us|let's)\b",
    "would": r"\b(?:would|could|might)\b",
    "future": r"\b(?:by|before|until) (?:the end of )?20[2-9]\d\b|\bwill\b|\bnext (?:year|review|meeting)\b",
    "money": (
        r"(?:\b(?:USD|US\$|EUR|AUD|NZD|BDT|PHP|THB|INR|PKR|NPR|MYR|IDR|LKR|FJD|KRW|JPY|MNT|KZT|KGS|UZS|TJS"
        r"|VND|KHR|LAK|MMK|XAF|KES|NGN|UGX|ETB|ZAR|GHS|MAD|TND|EGP)\b|[$€£])\s?\d|\b\d[\d,. ]*(?:k|m|milli"
        r"on|thousand)?\s?(?:dollars|euros|taka|baht|pesos|rupees|shillings|francs|ringgit|dollar|euro)\b"
    ),
    "fund": (
        r"\b(?:fund(?:s|ed|ing|er|ers)?|budget\w*|financ\w*|donor\w*|grants?|salar\w*|afford\w*|costs?|mon"
        r"ey|paid for|pay for|unpaid|resourc\w*|invest\w*)\b"
    ),
    "staff": (
        r"\b(?:staff\w*|officers?|interpreters?|lawyers?|counsellors?|social workers?|translators?|case wo"
        r"rkers?|posts?|personnel|doctors?|nurses?|paralegals?|assessors?|experts?|vehicles?|boats?|equipm"
        r"ent|computers?|laptops?|scanners?|machines?|printers?|software|kits?|beds?|rooms?|fuel|tablets?)"
        r"\b"
    ),
    "training": (
        r"\b(?:train(?:ing|ings|ed|er|ers|s)?|capacit\w*|skills?|workshops?|curricul\w*|toolkits?|manuals?"
        r"|technical (?:assistance|support)|expertise|mentor\w*|courses?)\b"
    ),
    "need": (
        r"\b(?:needs?|needed|require(?:s|d|ment|ments)?|short of|shortage|lack(?:s|ed|ing)?|missing|not "
        r"enough|too few|only (?:one|two|three|four|five|\d+)|one \w+ for)\b"
    ),
    "offer": (
        r"\b(?:offer(?:s|ed|ing)?|ready to|available|can "
        r"(?:train|share|provide|lend|host|send|help)|willing|provided that|on request|free of "
        r"charge|could (?:provide|host|train|share))\b"
    ),
    "adopted": (
        r"\b(?:adopt(?:ed|s)|ratif(?:ied|ies)|passed|acced\w+|sign(?:ed|s)|amended|entered into force|in "
        r"force|came into "
        r"force|enacted|approved|launched|introduced|endorsed|issued|joined|established|set "
        r"up|created|published|opened|abolished|repealed|revised|drafted)\b"
    ),
    "law": (
        r"\b(?:act|law|laws|bill|decree|regulation|ordinance|convention|protocol|constitution|strategy|act"
        r"ion plan|plan of action|policy|framework|agreement|mou|memorandum|guidelines|code)\b"
    ),
    "since": r"\b(?:since|in|from) (?:\w+ )?(?:19|20)\d\d\b",
    "sinceword": r"\bsince\b",
    "now": (
        r"\b(?:now|already|so far|to date|progress|for the first time|first (?:country|state)|step "
        r"forward|improv\w*|increas\w*|better than|rose|momentum|state of play|has been|have been)\b"
    ),
    "practice": (
        r"\b(?:good practices?|best practices?|practices?|lessons?|learn(?:t|ed)|model|models|pilot\w*|exa"
        r"mple|examples|success\w*|works?|worked|effective|replicat\w*|inspir\w*|proved|proven|showed|help"
        r"s|helped)\b"
    ),
    "we": r"\b(?:we|our|us)\b",
    "community": (
        r"\b(?:volunteers?|peer\w*|together|joint(?:ly)?|network|hotline|app|centres?|club|community|commu"
        r"nities|trust|mobile|in their own languages?|in (?:her|his|the) own language|weekly|every "
        r"(?:week|month|evening|sunday|year|morning|day)|sits?|meets?|run(?:s|ning)?)\b"
    ),
    "outcome": (
        r"\b(?:reduced|fell|dropped|halved|went down|from \d[\d,]* to \d|reached|found work|came "
        r"back|returned to school|without (?:a single|fee|any)|none of|no one has|since then|\d+ "
        r"(?:women|men|people|families|children|workers|cases|calls|households) (?:have|were|are|took))\b"
    ),
    "neg": (
        r"\b(?:not|no|never|nobody|none|nothing|nor|neither|without|cannot|can't|nowhere|zero)\b|n't\b|\bd"
        r"ont\b|\bcant\b"
    ),
    "still": (
        r"\b(?:still|yet|remains?|even|only|instead|but|however|although|though|too|rarely|seldom|hardly|d"
        r"espite)\b"
    ),
    "bad": (
        r"\b(?:fail\w*|afraid|fear\w*|problem\w*|difficult\w*|barrier\w*|gaps?|den(?:y|ied|ies)|refus\w*|a"
        r"rrest\w*|delay\w*|worse\w*|corrupt\w*|brib\w*|abus\w*|risk\w*|die|died|dead|danger\w*|stuck|lost"
        r"|lose|threat\w*|punish\w*|detained|deport\w*|unpaid|illegal|fine[ds]?|overcrowd\w*|stranded|viol"
        r"en\w*|stigma\w*|discriminat\w*|exploit\w*|blam\w*|unclear|unable|deni\w*|closed|debt|suffer\w*|t"
        r"urned away|sent back|beaten|wait\w*)\b"
    ),
    "covid": r"\b(?:covid\S*|pandemic|lockdown)\b",
    "question": r"\?",
    "told": (
        r"\b(?:shared|presented|described|praised|showed|cited|drew attention|pointed to|recalled|"
        r"informed|reported|experience)\b"
    ),
    "warned": r"\b(?:warned|complained|criticised|criticized|regretted|worried|concern\w*|raised|lamented)\b",
    "asked that": (
        r"\b(?:ask(?:s|ed)?|request(?:s|ed)?|want(?:s|ed)?|propos(?:es|ed)|recommend(?:s|ed)?|suggest(?:s|ed)?|insist\w*|"
        r"argu(?:es|ed)|urg(?:es|ed)|called?)\b(?:\W+\w+){0,8}?\W+(?:that|to|for|be)\b"
    ),
    "marked": r"\b(?:recs?|recommendations?|proposals?|action points?|way forward|follow-up|demands?)\b",
    "to be done": (
        r"\b(?:(?:is|are) to|to be|be) (?!able|fair|honest|clear|sure)\w+|\bonce and for all\b|\bat (?:least|most)\b"
    ),
    "rule": r"(?:^|[.!?;:/]\s+|\bnor?\s)(?:no|never|not|nobody|any|every|each|all|only)\b(?!\s+(?:one|of|way)\b)",
    "instead of": (
        r"\b(?:instead of|rather than|not \w+(?: \w+){0,3},? but|before \w+ing|by law|in law|mandatory|binding)\b"
    ),
    "past": r"\b(?:was|were|had|did|came|went|took|gave|said|told|got|found|left|saw|lost|died|\w{3,}ed)\b",
    "present": r"\b(?:is|are|has|have|does|do|says|goes|comes|takes|gets|costs|lives|waits|asks|knows|keeps)\b",
    "one of": r"\b(?:one|two|three|four|five|\d+) (?:for|in|out of|of) (?:the|an?|every|each|\d|ten|four|five|\w+teen)",
    "ask": r"\b(?:ask|asks|request|requests|demand|demands|plea)\b",
    "material": r"https?:|www\.|\b(?:link|toolkit|guidance|guide|handbook|video|template|checklist|card|leaflet)s?\b",
    "works": r"\b(?:works|worked|pilot\w*|good practice\w*|good example|model|success\w*|proved|praised)\b",
    "needs": r"\b(?:we|they|it|there|desks?|offices?|centres?|shelters?|groups?|organi[sz]ations?) (?:needs?|lacks?)\b",
    "amount": r"\b\d+ (?:more|extra|additional)\b|\bper (?:year|month|person|case)\b|\ba (?:year|month)\b",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _CUES.items()}
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+|:\s+|\s//\s|\s[–—-]\s")
_OPENING = re.compile(r"\W*(\w+)(?:\s+(\w+))?")
_SHORT = 25
_NOT_AFTER = frozenset({"is", "are", "was", "were", "of"})

FEATURES: tuple[str, ...] = (
    *(f"{name}{kind}" for name in _CUES for kind in ("", "?", " first")),
    "imperatives",
    "imperative first",
    "length",
)
"""Names of the numbers that `features` returns, in their order."""


def cues(text: str) -> tuple[str, ...]:
    """Names of the cues found in a text."""
    low = text.lower()
    return tuple(name for name, pattern in _PATTERNS.items() if pattern.search(low))


def features(text: str) -> list[float]:
    """The cues of a text as numbers.

    Args:
        text: A note.

    Returns:
        For each cue the logarithm of one more than its count, whether it is there, and whether it is in the first
        sentence (the first two, if the first is as short as a name); then how many of the sentences
        begin with a verb of `_VERBS`, whether one of the first two does, and the logarithm of the length in words.
    """
    low = text.lower()
    values: list[float] = []
    sentences = [part for part in _SENTENCE.split(text) if part.strip()]
    head = (
        " ".join(sentences[:2]).lower() if sentences and len(sentences[0]) < _SHORT else "".join(sentences[:1]).lower()
    )
    for pattern in _PATTERNS.values():
        count = sum(1 for _ in pattern.finditer(low))
        values += [math.log1p(count), float(count > 0), float(bool(pattern.search(head)))]
    openings = [_is_imperative(sentence) for sentence in sentences]
    values.append(min(sum(openings), 3) / math.sqrt(len(sentences)) if sentences else 0.0)
    values.append(float(any(openings[:2])))
    values.append(math.log(len(text.split()) + 1) - 3.5)
    return values


def _is_imperative(sentence: str) -> bool:
    opening = _OPENING.match(sentence.lower())
    return bool(opening and opening[1] in _VERBS and opening[2] not in _NOT_AFTER)
