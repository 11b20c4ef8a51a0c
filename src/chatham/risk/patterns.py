"""How people speak of themselves, as patterns: no name of a person or place stands here, only words of the language."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from chatham.model.framework import GenderWord

__all__ = ["PATTERNS", "TELLING_BODY", "ClueKind", "gender_pattern"]


class ClueKind(StrEnum):
    """What a phrase gives away."""

    COUNTRY = "country"
    PLACE = "place"
    BODY = "organisation"
    GENDER = "gender"
    ROLE = "role"
    SERVICE = "years of service"
    UNIQUE = "uniqueness"
    EVENT = "own event"


_NUMBER = (
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|(?:twenty|thirty|forty|fifty)(?:-\w+)?)"
)
_SPAN = rf"(?:(?:more than|over|nearly|almost|about)\s+)?{_NUMBER}\s+(?:years|yrs|decades|seasons|terms)"
_YEAR = r"(?:19|20)\d\d"
_BODY = (
    r"(?:shelter|clinic|union|federation|newsroom|newspaper|magazine|radio\s+station|paper|parish|convent|congregation"
    r"|diocese|church|mosque|temple|monastery|mission|university|institute|faculty|department|laborator(?:y|ies)|company"
    r"|firm|agency|business|factory|plantation|ministry|embassy|consulate|municipality|town\s+hall|city\s+hall|council"
    r"|parliament|constituency|commission|chamber|tribunal|bench|hotline|helpline|safe\s+house|house|home|kitchen|centre"
    r"|center|school|office|desk|post|station|boat|fleet|bus|van|association|network|collective|cooperative|society"
    r"|foundation|committee|club|choir|caravan|market|farm|camp|shop)"
)
_PLACE = (
    r"(?:village|town|city|district|province|valley|islands?|atoll|region|coast|harbour|port|river|estuary|border|barrio"
    r"|department|county|settlement|clan|tribe|hills?)"
)
_SOMEBODY = (
    r"(?:man|woman|lady|gentleman|speaker|walk-in|professor|academic|lawyer|teacher|nurse|doctor|driver|leader|unionist"
    r"|mayor|senator|parliamentarian|legislator|journalist|reporter|chaplain|priest|nun|sister|imam|pastor|monk|delegate"
    r"|facilitator|moderator|official|researcher|seafarer|fisher|farmer|activist|colleague|youth|student|\w+dresser)"
)
_KIN = r"(?:husband|wife|father|mother|brother|sister|son|daughter|grandfather|grandmother|uncle|aunt|cousin)"
_CAPITAL = r"(?-i:[A-ZÀ-Þ])"
_PROPER = rf"{_CAPITAL}[\w’'-]+(?:\s+(?:(?:of|the|de|del|la|el)\s+)?{_CAPITAL}[\w’'-]+){{0,3}}"
_ROOM = (
    r"(?:here|present|in\s+(?:this|the|our)\s+(?:room|group|grp|call|meeting)|at\s+this\s+table"
    r"|on\s+(?:this|the)\s+(?:screen|call|panel)|of\s+the\s+day|among\s+(?:us|you|the\s+speakers))"
)
_ONLY = r"(?:only|sole|lone|first|last|oldest|youngest|one)"
_NOT_ONESELF = (
    r"(?!\s+(?:way|reason|thing|time|step|place|solution|option|countr\w+|question|problem|half|stage|part|form|to"
    r"|of|who\s+thinks)\b)"
)
_REST = r"[^.;:\n]{0,60}"
_WE_DID = (
    r"\b(?:I|we)\s+(?:have\s+|had\s+|was\s+|were\s+|am\s+|are\s+)?"
    r"(?:also\s+|myself\s+|ourselves\s+|never\s+)?(?!are\b)\w+"
)
_SAYING = (
    r"(?:said|says|asked|asks|added|adds|proposed|proposes|wants|wanted|warned|stressed|hoped|hopes|named|cited|offered"
    r"|promised|thanked|suggested|recommended|explained|noted|showed|told|spoke)"
)
_ALONE = r"(?=\s*(?:[^\w\s]|$)|\s+(?:I|we|who|of|in|at|on|from|with|and|or|my|our|myself|here)\b)"
_RULES: tuple[tuple[ClueKind, tuple[str, ...]], ...] = (
    (
        ClueKind.UNIQUE,
        (
            rf"\b(?:as|being|I\s+am|we\s+are|I\s+was|we\s+were)\s+(?:the|our)\s+{_ONLY}\b{_NOT_ONESELF}{_REST}",
            rf"\b(?:as|being)\s+an?\s+[^.;:\n]{{3,40}},?\s+(?:and|now)\s+the\s+{_ONLY}\b{_REST}",
            rf"\b(?:the|our)\s+(?:only|sole|lone)\s+[^.;:\n]{{2,60}}?\b{_ROOM}",
            (
                rf"\b(?:ours|hers|his|mine|my|our)\s+(?:[\w-]+\s+){{0,3}}(?:is|was|are)\s+(?:still\s+)?the\s+{_ONLY}\b"
                rf"{_NOT_ONESELF}{_REST}"
            ),
            rf"{_WE_DID}\s+(?:[\w-]+\s+){{0,2}}the\s+(?:only|sole|first|one)\b{_NOT_ONESELF}{_REST}",
            rf"\b(?:I|we)\s+(?:founded|co-founded|set\s+up|established|started|began)\s+(?:this|the|our|my|with)\b{_REST}",
            rf"\b(?:nobody|no\s+one|none)\s+(?:else\s+)?(?:of\s+(?:you|us)|{_ROOM})",
            rf"\bparticipating\s+organization\s+is\s+the\s+only\b{_REST}",
        ),
    ),
    (
        ClueKind.SERVICE,
        (
            (
                r"\b(?:for|in|after|over|during|with|through(?:out)?)\s+(?:the\s+(?:past|last)\s+|my\s+|our\s+|all\s+)?"
                rf"{_SPAN}\b[^.;:\n]{{0,20}}?\b(?:as|of\s+(?:my|our|running|teaching|serving|working|visiting)|I|we)\b"
            ),
            rf"{_WE_DID}[^.;:\n]{{0,50}}?\b(?:for\s+{_SPAN}|since\s+(?:{_YEAR}|I\s+was)|every\s+\w+day)\b",
            rf"\b{_SPAN}\s+as\s+(?:an?|the)\b",
            rf"\b(?:herself|himself|themselves)\s+[^.;:\n]{{0,40}}?\b(?:for\s+)?{_SPAN}",
            rf"\b(?:has|have)\s+(?:led|run|chaired|headed|edited|worked|served)\b[^.;:\n]{{0,40}}?\b(?:for\s+{_SPAN}|since\b)",
        ),
    ),
    (
        ClueKind.EVENT,
        (
            (
                r"\bI\s+(?:have\s+)?(?:myself\s+)?(?:was\s+(?:myself\s+)?\w+(?:ed|en|pt|ld|un|ht)|was\s+\w+\s+years|was\s+(?:the\s+|an?\s+)?(?:counsel|judge|witness|child|prisoner|victim)|came|fled|left"
                r"|returned|arrived|sailed|worked|lived|served|argued?|defend(?:ed)?|represented|crossed|drove|drive|spent|began"
                r"|lost|won|led|learn\w+|painted|translated|buried|taught|started)\b[^.;\n]{0,70}?"
                rf"(?:\b{_YEAR}\b|\b(?:in|to|from|at|of|north|south)\s+(?:the\s+)?{_CAPITAL}\w+|\bcase\b"
                r"|\bthe\s+(?:first|only|one)\b|\bmy\b)"
            ),
            r"\bI\s+am\s+the\s+(?!only\b)[\w\s-]{2,30}?\b(?:who|in|of|at|behind)\b[^.;\n]{0,60}",
            rf"\b(?:my|our)\s+(?:own\s+|late\s+)?{_KIN}\b(?:['’]s)?|\bmy\s+own\s+{_CAPITAL}\w+|\bmy\s+own\s+boat\b",
            r"\b(?:who|and)\s+(?:was|is|were)\s+(?:himself|herself|themselves)\s+[^.;:\n]{3,60}",
            r",\s+(?:himself|herself)\s+[^.;:\n]{3,60}",
            (
                r"\bhaving\s+(?:run|led|worked|served|lived|sat|spent|taught|chaired|crossed|fled|sailed|fished|dived)\b"
                r"[^.;:\n]{3,60}"
            ),
        ),
    ),
    (
        ClueKind.BODY,
        (
            (
                rf"\b(?:my|our|her|his)\s+(?:own\s+)?(?:[\w’'-]+\s+){{0,2}}?{_BODY}\b"
                rf"(?:\s+(?:in|at|on|of|near)\s+(?:the\s+)?{_PROPER})?"
            ),
            rf"\boffice\s+(?:at|in|on)\s+{_PROPER}",
        ),
    ),
    (
        ClueKind.PLACE,
        (
            (
                rf"\b(?:my|our|her\s+own|his\s+own)\s+(?:own\s+)?(?:home\s+)?(?:[\w’'-]+\s+){{0,2}}?{_PLACE}\b"
                rf"(?:\s+(?:of|in|on)\s+(?:the\s+)?{_PROPER})?"
            ),
            (
                r"\b(?:I|we)\s+(?:live|grew\s+up|was\s+born|were\s+born|come|work|am\s+based|are\s+based|speak\s+for)"
                rf"\s+(?:in|on|from|near|at)\s+(?:the\s+)?{_PROPER}"
            ),
            (
                rf"\bthe\s+(?:[\w-]+\s+)?{_SOMEBODY}\s+(?:from|of)\s+(?:the\s+)?{_PROPER}"
                rf"(?=[^.\n]*\b(?:{_SAYING}|on\s+the\s+call|who\s+was)\b)"
            ),
            (
                r"\bfor\s+the\s+(?!people\b)[^.;:\n]{2,50}?\b(?:I|we)\s+(?:speak\s+for|represent)\b(?:\s+(?:in|on|at)\s+(?:the\s+)?"
                rf"{_PROPER})?"
            ),
        ),
    ),
    (
        ClueKind.COUNTRY,
        (
            (
                r"\b(?:in|from|of|back\s+in)\s+(?:my|our)\s+(?:own\s+)?(?:home\s+)?(?:country|homeland|nation)\b"
                rf"(?:,?\s+(?:the\s+)?{_PROPER})?"
            ),
            (
                r"\b(?:my|our)\s+(?:own\s+)?(?:country|homeland|government|parliament|president|prime\s+minister)\b"
                rf"(?:,?\s+(?:the\s+)?{_PROPER})?"
            ),
            rf"\b(?:back\s+home|at\s+home|here|us|we)\s+in\s+(?:the\s+)?{_PROPER}",
            rf"\b(?:as|being)\s+(?:a|an)\s+{_PROPER}",
            rf"\bthe\s+{_PROPER}\s+(?:speaker|participant|delegate|colleague|walk-in)\b",
        ),
    ),
    (
        ClueKind.ROLE,
        (
            r"\(chairing\)|\b(?:closed|opened)\s+the\s+session|\bas\s+(?:the\s+|your\s+)?(?:facilitator|moderator|chair)\b",
        ),
    ),
)
PATTERNS = tuple((kind, re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE)) for kind, patterns in _RULES)
"""For each kind of clue, what to look for in a text."""


@cache
def gender_pattern(words: tuple[GenderWord, ...]) -> re.Pattern[str]:
    """A pronoun before a verb of saying, or what a speaker says of being a woman or a man; the word is `word`.

    Args:
        words: Of the codebook: those that stand for `the participant` are pronouns.
    """
    pronouns = "|".join(re.escape(w.word) for w in words if w.general == "the participant")
    nouns = "|".join(re.escape(w.word) for w in words if w.general != "the participant")
    said = rf"\b(?P<pronoun>{pronouns or '(?!)'})\s+{_SAYING}\b"
    own = rf"\b(?:speaking\s+as|as|I\s+am|I['’]m)\s+an?\s+(?:[\w-]+\s+){{0,2}}?(?P<noun>{nouns or '(?!)'})\b{_ALONE}"
    return re.compile(f"{said}|{own}", re.IGNORECASE)


TELLING_BODY = re.compile(
    r"\bthe\s+(?P<noun>convent|parish|diocese|congregation|monastery|newsroom|chaplaincy|town\s+hall|laboratory)\b(?!\s+of\b)",
    re.IGNORECASE,
)
"""Nouns that only one or two kinds of body have: even unowned they say where the speaker works."""
