"""What may stand beside a name and go with it: articles, honorifics, nouns for a person or a body, cues of address.

Each function looks at one side of a place in the raw text and says how far an edit may reach. No list in here holds a
name of anybody: only words of the language, and honorifics of many.
"""

from __future__ import annotations

import re

from chatham.anonymise.phrases import PERSON_NOUNS
from chatham.people.fold import fold_text
from chatham.people.words import HONORIFICS

__all__ = [
    "BODY_NOUNS",
    "Reach",
    "address",
    "adjective_before",
    "apposition",
    "bare_title",
    "before_honorific",
    "behind_honorific",
    "body_apposition",
    "determiner",
    "follows_person_noun",
    "introduces_name",
    "is_label",
    "leads_to_another",
    "of_person_noun",
    "owned",
    "person_noun_after",
    "post_in",
    "verb_after",
    "we_at",
]

Reach = tuple[int, int]
"""Where an edit that drops a name begins and ends."""

# People stand for a body by these; `victim` or `refugee` beside a body's name do not.
_STANDS_FOR = """
    adviser advisor ambassador attaché attache chair chairperson chief co-chair colleague commissioner consultant
    coordinator counsellor delegate director employee expert facilitator founder friend gentleman guy head
    interpreter intern journalist lady lawyer leader man manager minister moderator nun observer officer official
    organiser organizer panellist panelist parliamentarian participant person presenter president professor
    rapporteur rep reporter representative researcher secretary sister speaker spokesman spokesperson spokeswoman
    staffer unionist woman
"""
_ADJECTIVES = (
    "protection|regional|national|country|senior|junior|legal|local|field|programme|program|project|policy|young|new"
    "|communications|deputy|former|other|second|first|visiting|trade"
)
_COMPOUND = (
    "network|group|groups|programme|program|training|association|union|states?|countries|country|team|meeting|list"
    "|scheme|office|system|status|camp|hotline|council|committee|society|centre|center|board|staff"
)
BODY_NOUNS = frozenset(
    """
    agency alliance association body branch campaign centre center charity church clinic club coalition collective
    committee company confederation congregation convent cooperative council department desk embassy federation firm
    foundation forum group helpline hotline initiative institute institution league mission ministry movement network
    newspaper ngo office order organisation organization outlet parish partnership party platform project programme
    program radio school secretariat shelter society station team trust union university
    """.split()
)
# What a body has: `Lantern's 2019 study`, `Lantern members`.
_OWNED = (
    "office|offices|team|staff|member|members|volunteer|volunteers|worker|workers|colleagues|representatives|lawyers"
    "|lawyer|paralegals|study|report|survey|hotline|helpline|project|programme|program|shelter|centre|center|desk"
    "|branch|branches|website|page|statement|submission|paper|data|figures|database|network|clinic|school|house"
    "|secretariat|board|files|archive|newsletter|leaflet|poster|video|app|tool|guide|guidelines|model|campaign"
    "|training|office-bearers|partners|clients|cases|proposal|position|text|draft|toolkit|slides|brief|briefing"
    "|director|coordinator|chairperson|founder|president|delegation|delegates|participants|speakers|officers|map"
    "|interpreters|monitors|nurses|teachers|drivers|people|youngsters|radio|girls|boys|mothers|students|boat|boats|van|vans|bus|safe|mobile|legal|annual|latest|research"
)
_SAFE_LOWER = frozenset(
    "mr mrs ms dr prof sr br fr atty hon daw khun pak ibu puan encik maun mme mlle sra dna sheikh sheik ustaz oga "
    "mzee bapak tuan sister brother father rev professor doctor engr kuya ate tita tito bhai didi apa mbak mas kak "
    "shri smt ambassador pastor imam".split()
)
_MORE_HONORIFICS = frozenset("u oga nai ven venerable ato weizero woizero whaea matua afioga susuga ustazah".split())
# Words that are an honorific before a name, and a relation after a determiner: `Sister X`, `her sister X`.
_KIN = frozenset({"sister", "brother", "father", "doctor", "professor", "pastor", "imam", "ambassador"})
_TITLE = re.compile(
    r"(?:^|(?<=[\s(\[\"'“‘/–—>*@-]))(?P<word>(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)?(?:/[^\W\d_]+)?\.?)"
    r"(?:\s+|(?<=\.))$"
)
# `His Eminence`, `Her Excellency the`: in two words.
_STYLE = re.compile(
    r"\b(?:his|her|your)\s+(?:excellency|eminence|highness|hono(?:u)?r|holiness|grace|majesty|worship|beatitude)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_SUFFIX = re.compile(
    r"(?:[-–](?:san|sama|sensei|kun|chan|ji|jee|ssi|nim|hanim|bey|jan)\b"
    r"|\s(?:san|sensei|ji|ssi|nim|apa|bhai|bhaiya|didi|dada|da|sahib|saheb|begum|hanim|bey|aga|agha|jan|abla"
    r"|abi)\b(?!\.)"
    r"|\s(?:Apa|Bhai|Bhaiya|Didi|Sahib|Saheb|Sensei)\b"
    r"|,?\s(?:Ph\.?\s?D\.?|M\.?D\.?|MP|Esq\.?|S\.?J\.?|J\.?P\.?|Q\.?C\.?|K\.?C\.?|Jr\.?|Sr\.?)(?!\w))+"
)
_NOUN = "|".join(sorted(map(re.escape, sorted(PERSON_NOUNS)), key=len, reverse=True)).replace(
    r"social\-worker", "social[ -]worker"
)
_STAND = (
    "|".join(sorted(map(re.escape, sorted(_STANDS_FOR.split())), key=len, reverse=True))
    + "|focal[ -]point|staff[ -]member"
)
_BODY = "|".join(sorted(sorted(BODY_NOUNS), key=len, reverse=True))
_DETERMINER = r"(?:an?|the|one|another|this|that|my|our|your|his|her|their|its|[^\W\d_]+['’]s)"
_OWNER = r"(?:my|our|your|his|her|their|its)"

_DET_BEFORE = re.compile(rf"\b{_DETERMINER}\s+(?:[\w’'-]+\s+)?$", re.IGNORECASE)
_POST = re.compile(
    rf"\s*,\s*(?:the\s+|an?\s+|now\s+|also\s+)?(?:(?:{_ADJECTIVES}|executive|founding|programme|managing)"
    rf"\s+){{0,2}}(?:{_STAND}|member)"
    r"(?:\s+and\s+(?:co-)?\w+)?\s+(?:of|at|for|with|from|in)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_BARE_NOUN = re.compile(rf"(?:^|(?<=[\s(\[\"“]))(?P<noun>{_NOUN})\s+$", re.IGNORECASE)
_APPOSITION = re.compile(
    rf"\b{_DETERMINER}\s+(?:[\w’'-]+\s+){{0,3}}?(?P<noun>{_NOUN})(?P<comma>,)?\s+(?:(?:named|called)\s+)?$",
    re.IGNORECASE,
)
_FOLLOWS_NOUN = re.compile(rf"(?:^|\b)(?P<noun>{_NOUN}|facil\.?|mod\.?|rapp\.?|facils?|chairs?)\s*$", re.IGNORECASE)
_NOUN_AFTER = re.compile(
    rf"(?:['’]s)?[\s-]+(?:(?:{_ADJECTIVES})\s+){{0,2}}(?P<noun>{_STAND})\b(?!['’-]\w*[a-rt-z])(?!"
    rf"\s+(?:{_COMPOUND})\b)",
    re.IGNORECASE,
)
_OF_NOUN = re.compile(
    rf"(?P<det>\b{_DETERMINER}\s+)?(?P<adjectives>(?:(?:{_ADJECTIVES})\s+){{0,2}})(?P<noun>\b(?:{_STAND}"
    r"|someone|somebody))"
    r"(?P<prep>\s+(?:who\s+(?:is|came)\s+)?(?:from|of|at|with|for|representing)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
_BODY_APPOSITION = re.compile(
    rf"\b{_DETERMINER}\s+(?:[\w’'-]+\s+){{0,3}}?(?P<noun>{_BODY})(?P<comma>,)?\s+(?:(?:named|called)"
    r"\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_WE_AT = re.compile(
    r"\b(?:we|us|those\s+of\s+us|all\s+of\s+us|some\s+of\s+us|ourselves|here|i|me)(?P<prep>,?\s+(?:here"
    r"\s+)?(?:at|in|from|of|with)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
_DET = re.compile(
    r"\b(?P<det>an?|the|our|my|his|her|their|its|your|this|each|every|some|no|any|one|a\s+certain)\s+$", re.I
)
_ADDRESS = re.compile(
    r"\b(?P<cue>(?:many\s+)?thanks(?:\s+(?:a\s+lot|so\s+much|very\s+much))?|thank\s+(?:you|u)(?:\s+(?:so"
    r"|very)\s+much)?|thx|tnx"
    r"|tks|cheers|kudos|bravo|congrats|congratulations|welcome(?:\s+back)?|hello|hi|hey|sorry|good"
    r"\s+(?:morning|afternoon|point"
    r"|question|evening)|well\s+said|yes|no|yep|ok|okay|pls|please|sure|right|exactly|agreed?|noted|go"
    r"\s+ahead|over\s+to\s+you"
    r"|bye|great|true|correct)(?P<gap>\s*[,!.:]?\s+)$",
    re.IGNORECASE,
)
_VERB_AFTER = re.compile(
    r"\s+(?:(?:already|also|still|now|never|always|only|just|both|even)\s|(?:has|have|had|is|are|was|were|does|do|did|will|would|can|could|may"
    r"|might|must|shall|should|gave|took|made|went|came|held|found|told|said|left|ran|sent|kept|saw|began|brought|built"
    r"|paid|met|won|wrote|lost|put|grew|knew)\b|(?![a-z]*eed\b)[a-z]{2,}ed\b(?!\s+[a-z]+s?\s+(?:is|are|was|were|has|have)\b)"
    r"|[a-z]+(?<!s)s\s+(?:the|an?|its|our|their|no|all|every|each|this|that|them|it|\d+)\b)"
)
_NAME_CUE = re.compile(r"(?:\bnames?\s+(?:is|are|was)|\bname:|\b(?:called|named|spelled|spelt))\s+$", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:building\s+on|following|responding\s+to|respond(?:s|ed)?\s+to|in\s+(?:reply|response|answer)\s+to"
    r"|repl(?:y|ies|ied)\s+to"
    r"|answer(?:ing|ed)?(?:\s+to)?|(?:dis)?agree(?:s|d|ing)?\s+with|(?:dis)?agree\s+w/|echo(?:es|ed|ing)?"
    r"|second(?:s|ed|ing)"
    r"|support(?:s|ed|ing)|like|unlike|to\s+add\s+to|adding\s+to|same\s+as|with\s+(?:dear\s+)?respect\s+to"
    r"|as\s+opposed\s+to|contra"
    r"|thank(?:s|ed|ing)?(?:\s+(?:you|to))?|@|\+1(?:\s+to)?|turning\s+to|picking\s+up(?:\s+on)?|asked\s+by"
    r"|prompted\s+by|joined\s+by"
    r"|seconded\s+by|supported\s+by)\s*(?:what\s+)?$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\s*:(?!\d)|\s+[-–—=>]+\s|\s*[-–—]\n|\s*\([^()\n]{0,40}\)\s*(?::|[-–—])|\s*\]\s*:")
_CHAT = re.compile(r"(?:^|[\n\r])[^\n\r]{0,30}?\bfrom\s+$", re.IGNORECASE)
_CHAT_AFTER = re.compile(r"[^\n\r:]{0,60}:")


def before_honorific(text: str, start: int) -> int:
    """Where the honorifics begin that stand before a name at `start`; `start` where there are none."""
    while True:
        found = _TITLE.search(text, max(0, start - 30), start)
        if not found:
            return _before_style(text, start)
        word = found["word"]
        folded = fold_text(word).replace(" ", "")
        known = folded in HONORIFICS or folded in _MORE_HONORIFICS
        if not known and "/" in word:
            known = any(fold_text(part) in HONORIFICS for part in word.split("/"))
        lower = word[:1].islower()
        if not known or (lower and folded not in _SAFE_LOWER and not (word.endswith(".") and len(word) > 2)):
            return _before_style(text, start)
        if lower and folded in _KIN and _left(_DET_BEFORE, text, found.start("word"), 30):
            return start
        start = found.start("word")
        pair = re.search(r"\b(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+(?:and|&)\s+$", text[max(0, start - 14) : start])
        start -= len(pair[0]) if pair else 0


def _before_style(text: str, start: int) -> int:
    found = _STYLE.search(text, max(0, start - 30), start)
    return found.start() if found else start


def behind_honorific(text: str, end: int) -> int:
    """Where the honorifics end that stand behind a name which ends at `end`: `-san`, ` apa`, `, PhD`."""
    found = _SUFFIX.match(text, end)
    return found.end() if found else end


def _left(pattern: re.Pattern[str], text: str, place: int, reach: int = 90) -> re.Match[str] | None:
    return pattern.search(text, max(0, place - reach), place)


def apposition(text: str, start: int, end: int) -> tuple[Reach, str] | None:
    """How to drop a name that only repeats a noun: `a widow, X, waited`, `his colleague X keeps`.

    Returns:
        What to remove, and the noun that stays; None where the name stands alone.
    """
    found = _left(_APPOSITION, text, start)
    if not found:
        return None
    if not found["comma"]:
        return (found.end("noun"), end), found["noun"]
    after = re.match(r"\s*(?:(,)(?!\s*(?:who|which|whose|whom)\b)|(?=[.;:!?)\]\n,])|$)", text[end:])
    if not after:
        return None
    return (found.end("noun"), end + (after.end() if after[1] else 0)), found["noun"]


def bare_title(text: str, start: int) -> int:
    """Where a noun begins that is used as a title: `facilitator X said`, with no article before it."""
    found = _left(_BARE_NOUN, text, start)
    if not found or (
        found.start()
        and re.search(
            rf"\b{_DETERMINER}\s+(?:[\w’'-]+\s+){{0,2}}$", text[max(0, found.start() - 60) : found.start()], re.I
        )
    ):
        return start
    return found.start("noun")


def follows_person_noun(text: str, place: int) -> str | None:
    """The noun for a person right before `place`, or None."""
    found = _left(_FOLLOWS_NOUN, text, place)
    return found["noun"] if found else None


def person_noun_after(text: str, end: int) -> tuple[int, str] | None:
    """Where the noun ends that makes a body's name stand for a person: `the IOM colleague`; and the noun."""
    found = _NOUN_AFTER.match(text, end)
    return (found.end(), found["noun"]) if found else None


def of_person_noun(text: str, start: int) -> re.Match[str] | None:
    """The noun for a person before a body's name: `the speaker from X`; groups det, noun, prep."""
    return _left(_OF_NOUN, text, start)


def body_apposition(text: str, start: int, end: int) -> Reach | None:
    """How to drop a body's name that only repeats a noun: `her office, the X, has`, `the NGO X says`."""
    found = _left(_BODY_APPOSITION, text, start)
    if not found:
        return None
    if not found["comma"]:
        return (found.end("noun"), end) if not re.search(r"the\s+$", found[0]) else None
    after = re.match(r"\s*(?:(,)(?!\s*(?:who|which|whose|whom)\b)|(?=[.;:!?)\]\n,])|$)", text[end:])
    return (found.end("noun"), end + (after.end() if after[1] else 0)) if after else None


def we_at(text: str, start: int) -> int | None:
    """Where the connecting words begin in `we at X`, which may go with the name; None where there are none."""
    found = _left(_WE_AT, text, start)
    return found.start("prep") if found else None


def post_in(gap: str) -> bool:
    """Whether the words between a name and a body say a post: `X, director of the Y,`."""
    return _POST.fullmatch(gap) is not None


def adjective_before(text: str, start: int) -> bool:
    """Whether a determiner and an adjective stand before a name: `the late X`, `our dear X`."""
    return (
        re.search(
            r"\b(?:the|our|my|an?|this|that)\s+(?:late|young|old|dear|good|said|same|first|great|brave|other)\s+$",
            text[max(0, start - 24) : start],
            re.I,
        )
        is not None
    )


def determiner(text: str, start: int) -> tuple[int, str] | None:
    """The determiner right before a name: where it begins, and the word in lower case."""
    found = _left(_DET, text, start, 14)
    return (found.start("det"), re.sub(r"\s+", " ", found["det"].casefold())) if found else None


def owned(text: str, end: int) -> bool:
    """Whether a thing that a body has follows its name without a possessive: `X members`, `X joint text`."""
    return (
        re.match(
            rf"\s+(?:(?:joint|own|new|annual|latest|\d{{4}}|first|recent|city|local|community)\s+){{0,2}}(?:{_OWNED})\b",
            text[end : end + 60],
        )
        is not None
    )


def verb_after(text: str, end: int) -> bool:
    """Whether the word after a name is a verb of which it is the subject: `our X opened its door`, `X keeps a list`."""
    return _VERB_AFTER.match(text, end) is not None


def introduces_name(text: str, start: int) -> bool:
    """Whether the words before say that a name comes: `her name is`, `called`."""
    return _left(_NAME_CUE, text, start, 24) is not None


def leads_to_another(text: str, start: int) -> bool:
    """Whether the words before take up what somebody other than the speaker said: `building on`, `agrees with`."""
    return _left(_ANOTHER, text, start, 40) is not None


def is_label(text: str, start: int, end: int, *, opens: bool) -> bool:
    """Whether a name labels a turn: `X:`, `- X / Y:`, `11:29 From X to Everyone:`.

    Args:
        text: The raw text.
        start: Where the name begins, honorifics included.
        end: Where it ends, affiliation included.
        opens: Whether a line or sentence begins with it.
    """
    if opens and _LABEL.match(text, end):
        return True
    return _left(_CHAT, text, start, 60) is not None and _CHAT_AFTER.match(text, end) is not None


def address(text: str, start: int, end: int) -> Reach | None:
    """How to drop a name that is only called or thanked: `thanks X!`, `thank you, X, for`, `what do you think, X?`."""
    after = text[end : end + 12]
    found = _left(_ADDRESS, text, start, 45)
    if found:
        cue = found["cue"].casefold()
        thanks = cue.startswith(("thank", "thx", "tnx", "tks", "many", "kudos", "sorry"))
        if re.match(r"\s*(?:[,.!?;:)\n\]…]|$)", after) or (
            thanks and re.match(r"\s+(?:for|and|very|so|&|[-–—])", after)
        ):
            stop = end
            if thanks and re.match(r",\s+for\b", after):
                stop += 1
            return found.end("cue"), stop
    if re.match(r"[?!]", after):
        comma = re.search(r",\s+$", text[max(0, start - 4) : start])
        if comma:
            return start - len(comma[0]), end
    return None
