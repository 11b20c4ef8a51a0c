"""The words by which people describe themselves, as patterns: uniqueness, the room, years of service, own places.

English only, and no name of anybody or anything in it. `indirect` puts the patterns together.
"""

from __future__ import annotations

import re

from chatham.anonymise.neighbours import BODY_NOUNS
from chatham.anonymise.phrases import PERSON_NOUNS

__all__ = [
    "AS",
    "AS_I_AM",
    "BODIES",
    "CALL_US",
    "CREDIT",
    "DEMONYM_ONE",
    "DO",
    "HAVING",
    "HER_BODY",
    "HOUSE",
    "IN_MEETING",
    "IN_THE_ROOM",
    "LIFE",
    "MAIN",
    "MEETING_VERB",
    "MY",
    "NARROW_PLACE",
    "NOT_A_PERSON",
    "OFFICE_NOUN",
    "ONLY",
    "OUR_BODY",
    "OUR_ONE",
    "OWN_PLACE",
    "OWN_SET_OFF",
    "OWN_WORK",
    "PEOPLE",
    "PLACES",
    "ROLE_OF_OFFICE",
    "ROOM_ONE",
    "SERVICE",
    "SET_OFF",
    "SINCE",
    "SOMEBODY",
    "SOMEBODY_BEFORE",
    "SPEAK_FOR",
    "UNIQUE",
    "WHEN",
    "WITH_OWN",
    "YEARS",
]

PLACES = (
    "village|villages|town|towns|island|islands|city|district|province|valley|estuary|river|harbour|port"
    "|coast|hills?|region"
    "|municipality|parish|camp|settlement|atoll|market|bazaar|border|shore|clan|tribe|community"
)
BODIES = "|".join(sorted(sorted(BODY_NOUNS), key=len, reverse=True)) + (
    "|house|safe\\s+house|home|kitchen|newsroom|bench|chamber|bureau|post|stall|shop|boat|school|college"
    "|hospital|monastery"
    "|temple|mosque|circle|congress|municipality|mission|courtroom|practice|magazine|paper|station|line|phone\\s+line"
)
HOUSE = (
    r"(?:kitchen|hall|chapel|hostel|refuge|shelter|clinic|shop|stall|school|house|home|desk|canteen|convent|temple|mosque|church"
    r"|boat|radio|station|garden|farm|workshop|bakery|library|office|room|table|tent|pier|caf[eé])"
)
PEOPLE = "|".join(sorted(map(re.escape, sorted(PERSON_NOUNS)), key=len, reverse=True))
IN_THE_ROOM = (
    r"\b(?:here(?!\s+(?:is|are))|present|today|in\s+attendance|(?:in|of|from|at)\s+(?:this|the|our)\s+(?:whole\s+|entire\s+)?(?:room|(?:working\s+)?group"
    r"|grp|wg|call|meeting|session"
    r"|circle|breakout(?:\s+(?:room|group))?|discussion|consultation|chat|panel|list|round|conversation|exchange|workshop|webinar|plenary)|(?:at|around|round)"
    r"\s+(?:this|the|our)\s+table"
    r"|on\s+(?:this|the)\s+(?:screen|call|zoom|panel|line|list)|(?:among|amongst|between)\s+(?:you|us|the"
    r"\s+(?:speakers|participants)|those"
    r"\s+(?:here|present))|of\s+(?:the\s+day|us(?:\s+all)?|you)|with\s+us|who\s+(?:is|are)\s+here)"
)
ONLY = r"(?:only|sole|lone|one(?!\s+of\b)|single|first|oldest|youngest|longest[- ]serving|last)"
NUMBER = (
    r"(?:\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five"
    r"|six|seven|eight|nine))?"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|many|several"
    r"|all\s+(?:my|our|these|those|the))"
)
YEARS = (
    rf"(?:(?:more\s+than|over|nearly|almost|about|some|the\s+(?:past|last))\s+)*{NUMBER}\s+(?:long"
    r"\s+)?(?:years?|yrs|decades?|seasons|terms)"
)
CLAUSE_START = r"(?:^|(?<=[\n\r])|(?<=[.!?;:]\s)|(?<=[.!?]['\"”’)]\s)|(?<=[\"“‘(\[])|(?<=[-–—•*]\s))"
AS = re.compile(
    rf"{CLAUSE_START}(?P<lead>(?:(?:speaking|writing|talking|coming|joining|calling|sitting)\s+(?:here\s+"
    r"|to\s+you\s+|only\s+)?(?:as|from)"
    r"|as|being|having\s+been)\s+)(?!(?:far|long|well|soon|much|many|said|such|if|though|to|of|you|i|we|he"
    r"|she|they|it|this|that|these"
    r"|result|regards|for|in|per|with)\b)",
    re.IGNORECASE,
)
AS_I_AM = re.compile(rf"{CLAUSE_START}(?:as|since|because)\s+I(?:\s+am|['’]m)\s+the\s+{ONLY}\b", re.IGNORECASE)
SERVICE = re.compile(
    rf"{CLAUSE_START}(?:in|after|over|during|through|throughout|across|with|from)\s+(?:all\s+)?(?P<own>(?:my"
    rf"|our)\s+(?:own\s+)?)?{YEARS}"
    r"(?P<tie>\s+(?:as|at|on|in|with|of(?=\s+(?:service|practice|work\b|experience|\w+ing\b))|running|working|serving|leading|teaching|visiting)\b)?",
    re.IGNORECASE,
)
OWN_WORK = re.compile(
    rf"{CLAUSE_START}(?:in|from|during|through|at|on)\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}?(?:work|project|study"
    r"|research|cases?|visits?|interviews?"
    r"|trainings?|survey|clinic|shelter|practice)\s+(?:(?:that|which)\s+)?(?P<who>I|we)\s+(?:have\s+|had"
    r"\s+)?(?:led|done|run|ran|made|did"
    r"|carried\s+out|conducted|held|keep|lead|do|headed|directed)\b",
    re.IGNORECASE,
)
OWN_PLACE = re.compile(
    rf"{CLAUSE_START}(?:in|on|at|from|across|around|along|under|behind|beside|above|outside|near|below)\s+(?:the\s+[\w-]+\s+of\s+)?(?P<who>my|our|his|her)\s+(?:own\s+)?(?:(?!(?:the|an?|this|that|every|each|all|view|opinion|words)\b)[\w’'-]+"
    rf"\s+){{0,4}}?(?P<noun>{PLACES}|{BODIES}|window|balcony|doorstep|roof|garage|classroom|pulpit|hall|hostel|counter|table|bench|bed|gate|yard|porch|bridge|corner|caf[eé]|bakery|laboratory|library)\b",
    re.IGNORECASE,
)
WITH_OWN = re.compile(
    rf"{CLAUSE_START}(?:with|for)\s+(?P<who>my|our)\s+(?:own\s+)?(?:[\w’'-]+\s+){{0,4}}?(?:{PEOPLE}"
    r"|inspectors|staff)s?\b",
    re.IGNORECASE,
)
SPEAK_FOR = re.compile(
    rf"{CLAUSE_START}for\s+the\s+[^,.;:\n]{{3,60}}?\s(?P<who>I|we)\s+(?:speak\s+for|represent|work\s+with"
    r"|serve|live\s+with)\b"
    r"(?:\s+(?:in|on|at|from|along|across)\s+(?:the\s+)?(?-i:[A-Z])[\w’'-]*(?:\s+(?-i:[A-Z])[\w’'-]*)*(?:"
    r"\s+(?!(?:an?|one|the|no|it|is|are)\b)[a-z]+(?=\s+(?:an?|one|the|no|it)\b))?)?",
    re.IGNORECASE,
)
CALL_US = re.compile(
    r"\b(?:the|those)\s+(?:[\w-]+\s+){0,2}?(?:women|men|people|families|workers|migrants|girls|boys|mothers"
    r"|fishers|children|callers|those)\s+who\s+"
    r"(?:call|phone|visit|reach|write\s+to|come\s+to|turn\s+to|stay\s+with)\s+us\s+(?:in|at|on|from)"
    r"\s+(?=(?:the\s+)?(?-i:[A-Z]))",
    re.IGNORECASE,
)
MAIN = re.compile(rf"{CLAUSE_START}(?P<who>I|We|My|Our|Ours|Mine)(?P<short>['’](?:m|ve|d|re))?\b(?=\s)", re.IGNORECASE)
DO = re.compile(
    r"\s+(?:(?:have|had|has)\s+)?(?:(?:also|now|only|just|once|first|ever)\s+)?(?:run|ran|operate|operated"
    r"|manage|managed|opened?|found(?:ed)?|started?|beg[aiu]n"
    r"|set\s+up|built|build|established?|launched?|created?|placed?|argued?|won|lost|represent(?:ed)?|brought"
    r"|filed?|wrote|publish(?:ed)?|led|lead|chair(?:ed)?"
    r"|head(?:ed)?|host(?:ed)?|own(?:ed)?|kept|keep|staff(?:ed)?|train(?:ed)?|defend(?:ed)?|carried|carry"
    r"|shelter(?:ed)?|serve[ds]?|sit|sat|visit(?:ed)?|drove|drive"
    r"|sail(?:ed)?|came|come|grew|lived?|live|worked?|taught|teach|fled|spent|left|returned|arrived|fished?"
    r"|cooked|cook|picked|translated?|buried|counted"
    r"|helped|crossed|nursed|farmed|recruited|reported|broke|signed|drafted|edited?|been)\b",
    re.IGNORECASE,
)
LIFE = re.compile(
    r"\s+(?:(?:have|had|has)\s+)?(?:(?:also|now|only|just|once|first|myself)\s+)?(?:came\s+(?:home|back|here)"
    r"|come\s+from|grew\s+up|was\s+(?:born|detained|deported|trafficked|arrested"
    r"|smuggled|raised)|lived|worked|sailed|drove|served|taught|fled|spent|started|began|begun|founded|opened"
    r"|visited|sat|chaired|led|headed|run|ran|been|crossed"
    r"|fished|nursed|returned|left|arrived|picked|recruited|edited|farmed|studied|married|lost|buried|trained"
    r"|joined)\b",
    re.IGNORECASE,
)
DEMONYM_ONE = re.compile(
    r"\b(?i:the|our)\s+[A-Z]\w+(?:an|ese|ish|i|ian|ean|ic)\s+(?:MP|delegate|participant|speaker|unionist"
    r"|trade\s+unionist|academic"
    r"|researcher|parliamentarian|colleague|facilitator|walk-in|lady|gentleman|bishop|nun)\b(?!['’]s\s+Act)"
)
SINCE = re.compile(
    rf"\bsince\b(?:\s+(?:19|20)\d\d)?|\b{YEARS}\b|\bin\s+(?:19|20)\d\d\b|\bas\s+(?:an?\s+|the\s+)?(?:{PEOPLE})\b",
    re.IGNORECASE,
)
MY = re.compile(r"\b(?:my|our|ours|mine)\b|\bown\b|\bsince$", re.IGNORECASE)
UNIQUE = re.compile(
    rf"\b(?:the|what\s+is\s+still\s+the)\s+(?:{ONLY})\s+(?!(?:step|time|thing|place|way|reason|question"
    r"|priority|point|day|year|week|month|hours?|round"
    r"|problem|language|issue|stage|phase|half|to\b|of\b|and\b))",
    re.IGNORECASE,
)
NARROW_PLACE = re.compile(
    r"\b(?:in|at|on|from|near|of|around|off|outside|along)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}[A-Z][\w’'-]+"
)
ROLE_OF_OFFICE = re.compile(
    r"\b(?:mayor|legislator|senator|parliamentarian|member\s+of\s+parliament|mp|congress(?:wo)?man|governor"
    r"|judge|prosecutor|magistrate|chaplain|bishop|priest"
    r"|imam|monk|nun|headman|chief|ambassador|consul|ombuds\w+|commissioner|minister|founder|co-founder|chair"
    r"|chairperson|president|director|editor|journalist"
    r"|academic|professor|unionist|councillor|captain|bosun)\b",
    re.IGNORECASE,
)
ROOM_ONE = re.compile(
    rf"\b(?:the|our)\s+(?P<only>{ONLY})\s+(?P<noun>(?:[\w’'&/-]+\s+){{0,9}}?){IN_THE_ROOM}(?:"
    rf"\s+today)?(?P<more>,\s+(?:an?|the|now|herself|himself)\s+[^,.;:\n]{{2,50}}?(?=[,.;:]))?",
    re.IGNORECASE,
)
NOT_A_PERSON = re.compile(
    r"\b(?:question|point|thing|issue|topic|agenda|item|time|way|problem|session|one\s+thing|document|text"
    r"|language|proposal|recommendation)s?\b",
    re.I,
)
SOMEBODY = re.compile(
    r"\b(?i:the|our|a|an)\s+(?:(?:young|old|elderly|other|only|last|first|former|retired)"
    r"\s+)?(?P<noun>walk-in|speaker|delegate|delegation|participant|facilitator|moderator|rapporteur|note-taker"
    r"|reporter|representative|professor|academic|unionist|trade\s+unionist|parliamentarian|senator|mayor"
    r"|journalist|interpreter|chaplain|lady|gentleman|man|woman|monk|nun|sister"
    r"|researcher|lawyer|colleague|observer|official|activist|youth|bishop|priest|pastor|imam|minister|judge"
    r"|ombuds\w+|legislator|councillor|headman|seafarer|nurse|doctor)"
    r"(?P<of>\s+(?:from|of|in|for)\s+(?P<the>the\s+|an?\s+)?(?P<place>(?:[a-z][\w-]*"
    r"\s+){0,2}?(?:[A-Z][\w’'-]+)(?:(?:\s+(?:and|of|the))?\s+[A-Z][\w’'-]+)*"
    r"(?:\s+(?:university|group|office|union|delegation|side|shelter|centre|center|ministry|embassy|company"
    r"|church|team))?"
    r"|(?:other|trafficking|detention|smuggling|border|identity|return|first|second|third|labour|health"
    r"|climate|gender)\s+(?:working\s+)?group))"
    r"(?P<more>,?\s+(?:herself|himself|the\s+only|an?|now|also)\s+[^,.;:\n]{2,60}?(?=[,.;:]|\s+(?:said|asked)\b))?",
)
MEETING_VERB = re.compile(
    r",?\s*(?:said|says|asked|asks|wanted|wants|proposed|proposes|suggested|suggests|offered|offers"
    r"|recommended|recommends|added|adds|replied|replies|noted|notes|sent\s+round"
    r"|seconded|agreed|agrees|disagreed|told\s+(?:us|the\s+(?:group|meeting|room))|wished|stressed|explained"
    r"|warned|reminded|insisted|should\s+please|will\s+(?:send|share|write|check)"
    r"|promised|thanked|spoke|intervened|raised|mentioned|shared|pointed|argued|requested|called\s+for|is"
    r"\s+right|was\s+right|has\s+(?:a|the)\s+(?:floor|question|point))\b",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"(?:\b(?:answer|answers|reply|comment|question|point|input|proposal|suggestion|idea|text|quote|laughter"
    r"|applause)\s+(?:from|by|of)|\baccording\s+to|\b(?:asked|raised|added|said|proposed"
    r"|seconded|supported|answered|shared|made)\s+by|\bthank(?:s|ed)?(?:\s+to)?|\bas|\bso|\bmade"
    r"|\bagree[sd]?\s+with|\blike)\s+$",
    re.IGNORECASE,
)
OFFICE_NOUN = re.compile(r"minister|judge|bishop|priest|mayor|senator|official|ombuds\w+|representative")
SET_OFF = re.compile(
    rf"(?P<comma>,)\s+(?:(?:the|our)\s+{ONLY}\s+[^,.;:()\n]{{3,70}}|(?:(?:herself|himself)\s+)?an?"
    rf"\s+[^,.;:()\n]{{3,70}}|(?:herself|himself)\s+[^,.;:()\n]{{3,70}}"
    rf"|(?P<bare>(?:who|whose|born|raised|once|twice|formerly|now|aged|still|herself|himself|{NUMBER}|mother|father|daughter|son|widow|widower"
    rf"|grandmother|grandfather|sister|brother|{PEOPLE})\s+[^,.;:()\n]{{3,90}}))"
    r"(?P<end>,|(?=[.;:)]))"
)
SOMEBODY_BEFORE = re.compile(
    r"(?:\b(?:participant|speaker|delegate|facilitator|moderator|member|colleague|person|voice|representative"
    r"|rapporteur|walk-in)|\b(?:she|he))$",
    re.IGNORECASE,
)
OWN_SET_OFF = re.compile(
    rf"\b(?P<who>my|our|her|his)\s+(?P<noun>{BODIES}),\s+(?:the\s+{ONLY}|an?)\s+[^,.;:\n]{{3,70}}(?P<end>,(?=\s))",
    re.IGNORECASE,
)
WHEN = re.compile(
    rf"{CLAUSE_START}(?:since|when|before|after|while|until|ever\s+since)\s+I\s+(?:was|left|joined|became"
    r"|worked|served|headed|ran|led|lived|started|retired|returned|came|fled|sat|taught)\b",
    re.IGNORECASE,
)
HAVING = re.compile(
    rf"{CLAUSE_START}having\s+(?:run|led|worked|served|been|lived|sat|spent|taught|chaired|headed|crossed"
    r"|fled|sailed|fished|driven)\b",
    re.IGNORECASE,
)
IN_MEETING = frozenset(
    {
        "walk-in",
        "speaker",
        "delegate",
        "delegation",
        "participant",
        "facilitator",
        "moderator",
        "rapporteur",
        "note-taker",
    }
)
OUR_BODY = re.compile(
    rf"\b(?P<who>our|my|our\s+own|my\s+own)\s+(?:(?!(?:{BODIES}|{PLACES}|is|are|was|were|has|have|had|and|or)\b)[\w’'-]+\s+){{0,2}}?"
    rf"(?:(?P<noun>{BODIES}|{PLACES}|hall|chapel|hostel|refuge)(?P<of>\s+(?:in|at|on|of|from|near|for|outside|off)\s+)"
    r"(?=(?:the\s+)?(?:[\w-]+\s+){0,4}?(?-i:[A-Z]))"
    rf"|(?P<house>{HOUSE})(?P<by>\s+(?:by|beside|behind|on|under|above|opposite|near|next\s+to|outside|at|across|between)\s+)"
    r"(?=(?:the|an?|two)\s))",
    re.IGNORECASE,
)
OUR_ONE = re.compile(
    r"\b(?:our|my)\s+(?P<noun>reporter|facilitator|moderator|rapporteur|colleague|speaker|chair|note-taker"
    r"|friend)\s+(?:in|from|of)\s+(?:the\s+)?(?:other|first|second|third|next|\w+)\s+group\b",
    re.I,
)
HER_BODY = re.compile(
    r"\b(?P<who>her|his|my|our)\s+(?:own\s+)?(?P<noun>municipality|diocese|parish"
    r"|newspaper|newsroom|constituency|magazine|chamber|law\s+firm|town\s+hall|city"
    r"\s+hall"
    r"|monastery|convent|island\s+council)\b(?!\s+of\b)",
    re.IGNORECASE,
)
