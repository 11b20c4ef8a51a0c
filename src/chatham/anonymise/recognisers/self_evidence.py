"""How much a stretch of text narrows down who its speaker is: weights of evidence, added up.

A clause about oneself may hold nothing (`I came late`), something that fits many (`I was in Geneva`), or what fits one
person in a room: a relative, an age, years of service, an own boat, a first. No pattern here knows a sentence; what
a sum must reach depends on the verb and on whose clause it is, and is up to the rules that ask.
"""

from __future__ import annotations

import re

from chatham.anonymise.recognisers.self_cues import BODIES, IN_THE_ROOM, NUMBER, ONLY, PEOPLE, PLACES
from chatham.people.fold import fold_text
from chatham.people.words import is_country

__all__ = ["EVIDENCE", "KIN", "ORDEAL", "OWN_KIN", "TRADE", "at_a_place", "evidence", "narrowness", "weight"]

KIN = (
    r"(?:(?:grand|god|step)?(?:father|mother|son|daughter|parents?|child(?:ren)?)|(?:half-)?(?:brother|sister)s?(?:-in-law)?"
    r"|husband|wife|uncle|aunt(?:ie)?|cousins?|nephew|niece|twin|in-laws|sons|daughters|kids|baby|bab(?:y|ies)"
    r"|widow|compadre|comadre|god(?:son|daughter|child)|bride|groom|fianc[ée]e?|eldest|youngest|firstborn|boys?|girls?|mum|mom|dad|papa|mama|granny)"
)
OWN_KIN = re.compile(
    rf"\b(?:my|mine)\s+(?!(?:dear\s+|good\s+|two\s+)?(?:brothers?|sisters?)\b(?:\s+(?:and|from|of|in|here|at)\b|,))"
    rf"(?:own\s+|late\s+|elder\s+|older\s+|younger\s+|eldest\s+|youngest\s+|only\s+|little\s+|big\s+|first\s+|dead\s+"
    rf"|(?:two|three|four|five|six|seven)\s+){{0,2}}(?P<kin>{KIN})\b(?!\s+(?:organi[sz]ation|agrees?|said|says|spoke)\b)",
    re.IGNORECASE,
)
# What happens to people, and is told of oneself by one in a room.
ORDEAL = (
    r"(?:born|raised|reared|brought\s+up|orphaned|adopted|widowed|married|sold|trafficked|smuggled|shipped|flown|sent|taken"
    r"|kidnapped|abducted|arrested|detained|jailed|imprisoned|held|kept|locked|chained|beaten|tortured|shot|stabbed|raped"
    r"|deported|expelled|evicted|displaced|returned|removed|repatriated|rescued|recruited|hired|bought|caught|stopped"
    r"|robbed|cheated|burnt|burned|pushed\s+back|left\s+behind|dismissed|fired|sacked|blacklisted|stranded|undocumented"
    r"|stateless|homeless|illegal|ordained|consecrated|elected|re-elected|appointed|posted|stationed|trained|convicted"
    r"|sentenced|acquitted|fined|released|handcuffed|carried|registered\s+as|a\s+(?:refugee|migrant|returnee|deportee"
    r"|detainee|prisoner|stowaway|slave|houseboy|houseg\w+|maid|deckhand|child\s+\w+|street\s+\w+))"
)
ACTIVE_ORDEAL = (
    r"arrested|deported|detained|sold|jailed|kidnapped|expelled|beat|shot|raped|locked|smuggled|trafficked|robbed|chased|held|kept"
    r"|released|freed|bought|hired|fired|dismissed|evicted|burned|burnt|pulled|dragged|handcuffed|carried|abandoned|threw|returned"
)
_NOT_A_TRADE = (
    r"(?:number|matter|letter|paper|order|border|year|other|water|river|quarter|winter|summer|chapter|corner|power"
    r"|answer|offer|error|door|floor|poor|major|minor|prior|later|earlier|former|latter|better|never|ever|over|under"
    r"|after|rather|whether|together|however|sector|factor|further|computer|plan|human|woman's|centre|harbour|labour"
    r"|important|relevant|significant|constant|instant|distant|degree|committee|fee|tree|three|free|trainee's|cover"
    r"|register|helicopter|container|trailer|trawler|steamer|newspaper|barrier|danger|anger|hunger|dinner|manner|tower"
    r"|shelter|counter|poster|folder|filter|meter|metre|theatre|fibre|acre|procedure|layer|driver's|career|frontier)"
)
# A calling, by its ending: used only where grammar says already that somebody is described.
TRADE = (
    rf"(?:(?!{_NOT_A_TRADE}\b)[a-z]+(?:[a-z]-[a-z]+)?(?:ers?|ors?|ists?|ians?|m[ae]n|wom[ae]n|eers?|ants?|ees?)"
    rf"|{PEOPLE}|nurse|midwife|cook|maid|pilot|guard|clerk|poet|judge|priest|imam|nun|monk|bishop|rabbi|mayor|chief|widow"
    r"|orphan|tailor|guide|smith|welder|twin|mother|father|daughter|son|grandmother|grandfather|seamstress|waitress|actress|laundress|abbess|prioress|native|nurse|medic|bosun"
    r"|houseboy|housemaid|deckhand|farmhand|hand|herder|refugee|deportee|prisoner|slave|stowaway|voice|head|founder)"
)

_CALENDAR = r"(?:19|20)\d\d"
_AGE_WORD = (
    r"(?:\d{1,2}|(?:twenty|thirty|forty|fifty|sixty)(?:-\w+)?|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen)"
)
_OWN_THINGS = (
    rf"{PLACES}|{BODIES}|boats?|ships?|vessel|canoe|pirogue|dhow|panga|lorry|truck|taxi|bus|bike|motorbike|cart|stall|farm|field"
    r"|fields|milpa|plot|garden|street|road|block|ward|barrio|colonia|favela|neighbo[u]?rhood|quarter|constituency|commune"
    r"|canton|cell|tent|hut|flat|classroom|class|grave|list|thesis|doctorate|dissertation|degree|book|film|trial|case"
    r"|sentence|passport|signature|visa|diploma|papers|stroller|guitar|uniform|collar|badge|back|hands?|legs?|foot|feet|arm|face|skin|head|shoulders?|blood|fingers?|scars?|eyes|body|mandate"
    r"|diocese|congregation|pulpit|sermon|ship|crew|regiment|unit|beach|wharf|pier|lagoon|reef|mountain|ranch|mine"
    r"|plantation|household|doorstep|roof|porch|backyard|balcony|window"
)
_HOUSES = (
    r"plant|kitchen|prison|jail|cell|camp|shelter|plantation|mine|pit|factory|sweatshop|brothel|bar|farm|boat|ship|trawler|dinghy|raft"
    r"|canoe|lorry|truck|container|warehouse|hangar|depot|hospital|clinic|school|hostel|dormitory|orphanage|convent|monastery"
    r"|barracks|quarry|orchard|ranch|slaughterhouse|restaurant|hotel|laundry|tunnel|desert|checkpoint|detention\s+cent\w+|tent"
    r"|market|jetty|pier|wharf|quay|building\s+site|construction\s+site|villa|house|court|bench|parliament|senate|congress"
    r"|council|assembly|desk"
)
_WEIGHTS: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (weight, re.compile(pattern, re.IGNORECASE))
    for weight, pattern in (
        # nobody else is it, has it or did it
        (
            3,
            (
                rf"\b(?:the|what\s+is\s+still\s+the|an?|my|our|your|his|her)\s+(?!last\b)(?:{ONLY})\s+(?!(?:step|time|thing|place|way|reason"
                r"|question|priority|point|day|year|week|month|hours?|round|problem|language|issue|stage|phase|half|to\b|of\b|and\b"
                r"|draft|version|part|sentence|item|paragraph|page|line|speaker|session|meeting|two|three|sight|instance))"
                r"|\b(?:i|we)\s+alone\b|\bonly\s+(?:i|we)\b"
            ),
        ),
        (
            3,
            r"\b(?:at|from|aged?)\s+(?:the\s+)?(?:age\s+of\s+)?"
            + _AGE_WORD
            + r"(?=\s*(?:[,.;:!?)]|$|and\b|in\b|on\b|to\b|by\b|with\b|for\b|from\b|years\s+old))",
        ),
        (
            3,
            r"\b(?:as|when|since)\s+(?:i\s+was\s+)?(?:still\s+)?an?\s+(?:small\s+|little\s+|young\s+|teenage\s+)?(?:child|boy|girl|baby|teenager|kid|infant|orphan|youth)\b",
        ),
        (3, rf"\b(?:when|since|until|before|after)\s+i\s+(?:was|turned|had)\s+(?:{_AGE_WORD})\b"),
        (
            2,
            rf"\b(?:for|over|nearly|almost|some|was|were|am|been|in|after|of|spent|those|these)?\s*\b{NUMBER}\s+(?:\w+\s+)?(?:years?|yrs|decades?|seasons|terms|months|winters|summers|voyages|harvests|nights|weeks|crossings|times)\b|\b(?:half|all)\s+my\s+life\b|\bmy\s+whole\s+life\b",
        ),
        (
            2,
            rf"\bsince\s+(?:the\s+)?(?:{_CALENDAR}|i\b|my\b|birth|childhood|last\s+century)|\bever\s+since\b|\b(?:from|between)\s+{_CALENDAR}\s+(?:to|until|and)\s+{_CALENDAR}",
        ),
        (2, r"\b(?:myself|himself|herself|ourselves|themselves)\b"),
        (2, rf"\bas\s+(?:an?|the|one|(?:his|her|their)(?=\s))\s*(?!participa)(?:[\w’'-]+\s+){{0,3}}?{TRADE}\b"),
        (2, rf"\b(?:my|our|her|his)\s+(?:own\s+)?(?!organi[sz]ation\b)(?:[\w’'-]+\s+){{0,2}}?(?:{_OWN_THINGS})\b"),
        (
            2,
            rf"\b(?:was|were|been|got|being|['’]ve\s+been)\s+(?:\w+ly\s+|once\s+|also\s+|myself\s+|himself\s+|herself\s+|twice\s+)?{ORDEAL}\b",
        ),
        (2, IN_THE_ROOM + r"(?<!today)"),
        (1, rf"\b(?:in|of|from|until|by|during|before|after)\s+(?:\w+\s+){{0,2}}{_CALENDAR}\b|\b{_CALENDAR}\b"),
        (
            1,
            r"\b(?:once|twice|(?:three|four|five|six|seven|several|many)\s+times|every\s+(?:day|night|week|month|year|\w+day))\b",
        ),
        (1, rf"\b(?:an?|the|that|this|another|its|one)\s+(?:[\w’'-]+\s+){{0,2}}?(?:{_HOUSES})\b"),
        (
            1,
            (
                r"\b(?:number|no\.?)\s+\d+\b|(?<![\d,.])(?!(?:19|20)\d\d\b)\d{2,3}\b(?!\s*(?:per|%))"
                r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred)\b"
                r"(?!\s+(?:\w+\s+)?(?:years?|yrs|decades?|seasons|terms|months|winters|summers|voyages|harvests|nights|weeks"
                r"|crossings|times|hours|minutes|points?|things|questions)\b)"
            ),
        ),
        (3, r"\b(?:is|was|are|were)\s+(?:mine|me|myself)\b(?!\s+(?:who|that)\b)"),
        (
            3,
            r"\b(?:the|my|our)\s+last\s+(?:family|house|man|woman|one|generation|boat|"
            + TRADE
            + r")\s+(?:who|that|of|in|to|on|at)\b",
        ),
        (2, rf"\b(?:{ACTIVE_ORDEAL})\s+(?:me|us|both\s+of\s+us|him|her)\b"),
        (
            1,
            r"\bsince\s+(?:january|february|march|april|may|june|july|august|september|october|november|december|then)\b",
        ),
        (1, r"\b(?:mayor|senator|bishop|judge|consul|chief|governor|ombudsman|president|deputy)\b"),
        (3, r"\b(?:i\s+am|i['’]?m)\s+(?:only\s+|now\s+)?\d{1,2}\b(?!\s*(?:per|%|minutes|years?\s+in|months))"),
        (1, rf"\b(?:an?|the)\s+(?:[\w’'-]+\s+){{0,2}}?(?:{PLACES})\b"),
        (2, r"\bgave\s+birth\b|\blost\s+(?:my|an?|two|three|four|his|her|both)\b|\bscars?\b"),
    )
)
_PLACE = re.compile(
    r"\b(?:visit(?:ed)?|left|leaving|reach(?:ed)?|cross(?:ed)?|enter(?:ed)?|fled|in|at|on|from|near|to|into|of|around|off|outside|along|between|across|through|behind|beside|under|above|north|south|east|west)"
    r"\s+(?:the\s+)?(?:[a-zéñí-]+\s+){0,2}(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+)*)"
)
_NOT_A_PLACE = re.compile(
    r"(?:Objectives?|Articles?|Goals?|Group|Working|Convention|Protocol|Compact|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    r"|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|I|GCM|UN|ILO|IOM|UNHCR"
    r"|COVID\S*|Covid\S*|Session|Round|Zoom)\b"
)


EVIDENCE = len(_WEIGHTS)
"""How many kinds of evidence there are."""


def evidence(body: str) -> tuple[bool, ...]:
    """Which kinds of evidence a clause holds.

    Args:
        body: The clause, with or without its subject.
    """
    return tuple(pattern.search(body) is not None for _, pattern in _WEIGHTS)


def weight(shown: tuple[bool, ...]) -> int:
    """The sum of the weights of the evidence that is there."""
    return sum(number for (number, _), there in zip(_WEIGHTS, shown, strict=True) if there)


def at_a_place(body: str) -> bool:
    """Whether a clause says where, and more narrowly than by a country."""
    return any(
        not _NOT_A_PLACE.match(m["name"]) and not any(map(is_country, fold_text(m["name"]).split()))
        for m in _PLACE.finditer(body)
    )


def narrowness(body: str) -> int:
    """The sum of what narrows the speaker of a clause down.

    Args:
        body: The clause, with or without its subject.

    Returns:
        0 where nothing does; a country alone weighs nothing, for many may come from it.
    """
    return weight(evidence(body)) + (3 if OWN_KIN.search(body) else 0) + at_a_place(body)
