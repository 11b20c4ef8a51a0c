"""People whom nothing marks but what is said of them: `Halyna cares for an old man`, `a letter from Zeb, who`.

A word with a capital letter may be a person, a place, an organisation or a thing. What goes before it and after it
speaks for one or another: only people have cousins, drown, are seventy-one, or are followed by `who`; only places
have things happen in them. Each such sign has a weight, and so has the word itself: a given name somewhere in the
world, a person to the language model or its vectors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from chatham.anonymise.recognisers.leaning import leaning
from chatham.anonymise.recognisers.naming import could_be_name, name_after
from chatham.anonymise.recognisers.presented import is_thing
from chatham.anonymise.recognisers.speech import inflect
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.people.fold import fold_text
from chatham.people.gazetteers import is_given_name, is_language, may_be_given
from chatham.people.letters import LOWER, UPPER
from chatham.people.places import is_country as is_country_name
from chatham.people.words import HONORIFICS, PARTICLES, is_common, is_country, is_frequent

__all__ = ["told_of"]


def _either(words: str) -> str:
    return "|".join(words.split())


_ENOUGH = 3.0
_ENOUGH_FOR_A_WORD = 4.0  # a name that is an ordinary word too

_CANDIDATE = re.compile(rf"(?<![\w@/.’'-])[{UPPER}][{LOWER}][\w’'-]*")
_CAPITAL_BEFORE = re.compile(rf"([{UPPER}][\w’'-]*)[ \u00a0]$")

_PERSON = _either(
    """
    accountant activist actor actress apprentice artist assistant asylum-seeker attorney aunt auntie baby
    babysitter baker barber bookkeeper boy boyfriend bricklayer brother builder butcher captain caregiver carer
    carpenter caseworker chaplain child classmate cleaner clerk client coach colleague cook courier cousin daughter
    deacon deckhand dentist deportee detainee dishwasher docker doctor driver elder electrician engineer farmer
    farmhand farmworker father fianc[eé]e? filmmaker fisher fisherman fisherwoman flatmate friend frnd gardener girl
    girlfriend godfather godmother granddaughter grandfather grandma grandmother grandpa grandson guard guest guide
    hairdresser housekeeper husband imam in-law intern interpreter janitor journalist labou?rer lady lawyer listener
    maid man mechanic mediator medic member midwife migrant miner monk mother musician nanny neighbou?r nephew niece
    nun nurse observer organi[sz]er orphan painter paralegal partner pastor pensioner pharmacist photographer picker
    plasterer plumber poet porter priest prisoner professor psychologist pupil refugee reporter researcher returnee
    rider roofer roommate sailor seafarer seamstress secretary shepherd shopkeeper singer sister skipper son student
    survivor tailor teacher technician teenager therapist trader trainee trainer translator treasurer trucker twin
    uncle vendor victim volunteer waiter waitress walk-in watchman welder widow widower wife witness woman worker
    youngster
    """
)
_KIN_BEFORE = re.compile(
    rf"\b(?:(?:{_PERSON})s?|named|called|name (?:was|is)|calls? (?:him|her|them)|known as|nicknamed|late|old|young|poor"
    r"|little|dear),?[ \u00a0]+$",
    re.IGNORECASE,
)
_SENT_BY = _either(
    "letters? calls? messages? greetings questions? notes? word cards? texts? drawings? poems? testimony statements?"
)
_DONE_TO = _either(
    r"""
    heard spoke\s(?:to|with) talked\s(?:to|with) met married buried remember(?:s|ed)? recall(?:s|ed)?
    thank(?:s|ed)?(?:\salso)?(?:\sto)? told\s(?:of|about|us\sabout|us\sof) wept\sfor prayed\sfor visited phoned rang
    texted hugged miss(?:es|ed)? introduc(?:es|ed) story\sof death\sof murder\sof case\sof life\sof mother\sof
    father\sof son\sof daughter\sof wife\sof husband\sof face\sof body\sof name\sof according\sto signed(?:\sby)?
    instead\sof in\splace\sof on\sbehalf\sof interpreter\sfor stand(?:s|ing)?\sin\sfor represented\sby sent
    last\sword\s(?:went\s)?to floor\s(?:went\s|goes\s)?to over\sto word\sto namely including
    """
)
_ADDRESSED_BEFORE = re.compile(rf"\b(?:(?:{_SENT_BY})\s(?:from|by|of)|{_DONE_TO})\s+$", re.IGNORECASE)
_FIELD_WORD = _either(
    r"""
    interpret\w* translat\w* notes? observ\w* absent\w* present excused apolog\w* regrets walk-?ins? guests?
    chair\w* floor moderat\w* facilitat\w* sign\w* author\w* photos? sound minutes rapporteurs? contact attend\w*
    read speakers? voices? joining listening also\shere late
    """
)
_FIELD = re.compile(
    rf"(?:^|[\n.!?][ \t]*)(?:[-*•·][ \t]+)?[^\n:.!?]{{0,40}}?\b(?:{_FIELD_WORD})\b[^\n:.!?]{{0,30}}:[ \t]+"
    r"(?:[^\n:.!?]{0,60}?(?:,|;|\band\b)[ \t]+)?$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(rf"\b(?:{_PERSON})s?\s+(?:from|of|with|at|for)\s+[^().\n]{{3,60}}\($", re.IGNORECASE)
_HERE = re.compile(
    r"(?:^|[\n.!?,;]\s*)(?P<name>[^\W\d_]{3,})(?=\s+(?:here|speaking|joining|writing)\b)"
    r"|\b(?:this is|my name is|my name['’]s|i am called)\s+(?P<called>[^\W\d_]{3,})",
    re.IGNORECASE,
)
_NUMBERS = (
    "twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    "(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|eleven|ten|nine|eight|seven"
)
_WHO = re.compile(r"[,\s(]*\s(?:who|whose|whom)\b|,\s+herself\b|,\s+himself\b", re.IGNORECASE)
_AGED = re.compile(rf"\s*[,(]\s*(?:aged?\s+)?(?:\d{{1,2}}|{_NUMBERS})(?:\s+years?(?:\s+old)?)?\s*[,.;)]", re.IGNORECASE)
_APPOSED = re.compile(
    rf"\s*[,(]\s*(?:(?:an?|the|our|my|his|her|their|once|now|then|also|walk-in)\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:{_PERSON})s?\b",
    re.IGNORECASE,
)
_ON_NO_LIST = re.compile(
    r"\s*[,(]?\s*(?:also\s+|still\s+)?(?:not\s+(?:registered|on\s+(?:the|any|our|my)\s+(?:list|sheet|roster))|unregistered"
    r"|on\s+no\s+list|uninvited|unannounced|(?:no|without)\s+badge)\b",
    re.IGNORECASE,
)
_ONES_OWN = _either(
    """
    daughters? sons? wife husband mother father brothers? sisters? cousin nephew niece uncle aunt child(?:ren)? baby
    family parents? friends? neighbou?rs? hands? face voice eyes legs? feet back heart body grave phone story name
    line ring passport papers salary wages? boss employer village house room question point figure words? tears
    laugh turn colleague lawyer death life dream notes? seat
    """
)
_OWNS = re.compile(rf"['’]s?\s+(?:(?:own|little|old|late|elder|younger)\s+)?(?:{_ONES_OWN})\b", re.IGNORECASE)
_LIVES = inflect(
    """
    drown die marry cry weep sleep live love pray cook wash clean care pick carry walk drive cycle repair sew sing
    dance smile nod laugh shrug whisper shout knock stutter cough faint limp kneel greet hug kiss wave dream remember
    forget learn study teach earn borrow owe bury mourn miss visit phone text dial translate interpret listen
    volunteer retire travel escape survive starve
    """
) | frozenset(
    """
    sleeps slept wept sang sings wears wore sold sells fell fled flees ran runs stood stands sat sits ate eats drank
    drinks drove drives rode went goes came comes left leaves lost loses lay woke wakes grew born died buried met meets
    taught teaches swam swims paid pays owes hid hides knew knows heard hears lent got never
    """.split()
)
_UNDERGONE = _either(
    r"""
    born married widowed orphaned raped beaten sold deported arrested jailed detained pregnant fired dismissed
    buried killed shot ill sick tired afraid hungry paid fined turned\saway pushed\sback told asked called
    """
)
_LIVED = re.compile(rf"\s+(?:was|is|has been|had been|got)\s+(?:{_UNDERGONE})\b")
_ADVERB = _either(
    r"""
    also then now still never always once herself himself too later only just quietly often has had have would could
    cannot can did does not didn['’]t doesn['’]t
    """
)
_ADVERBS = rf"(?:\s+(?:{_ADVERB}))*"
_AND_OTHERS = re.compile(rf"(?:,\s+[{UPPER}][\w’'-]+){{0,2}},?\s+(?:and|with)\s+[{UPPER}][\w’'-]+")
_VERB = re.compile(rf"{_ADVERBS}\s+([a-z]+)\b")
_NEXT_HE = re.compile(r"[^.!?\n]{0,90}[.!?]['\"”’)]*\s+(?:He|She|His|Her)\b")
_HIS = re.compile(r"[^.!?\n]{0,70}\b(?:he|she|his|her|him|himself|herself)\b")
_ITS = re.compile(r"[^.!?\n]{0,70}\b(?:its|itself)\b")
_LANGUAGE_BEFORE = re.compile(
    r"\b(?:speaks?|spoke|speaking|into|in|learn(?:s|ed)?|teach(?:es)?|read|understands?)\s+$", re.IGNORECASE
)
_FROM_THERE = re.compile(  # Shefali from Narsingdi, who; a lawyer from Tamkeen comes
    rf"(?:[{UPPER}][\w’'-]+|\b(?:{_PERSON})s?)\s+(?:from|of|at|with)\s+$"
)
_THING_CALLED = re.compile(
    r"\b(?:storm|cyclone|hurricane|typhoon|boat|ship|vessel|operation|village|town|city|river|app|film|law|play|song)\s+"
    r"(?:called|named)\s+$",
    re.IGNORECASE,
)
_SAID_TO_BE = re.compile(r"(?<!name )\b(?:are|is|was|were|be|being|become|became|as)\s+$")
_SPOT = frozenset("GPE LOC FAC".split())
_NOBODY = frozenset("NORP LANGUAGE LAW EVENT WORK_OF_ART DATE TIME MONEY QUANTITY ORDINAL CARDINAL PERCENT".split())


def told_of(around: Surroundings, covered: Callable[[int, int], bool]) -> Iterator[tuple[int, int, float, str]]:
    """People on no list, by what the sentence says of them: start, end, score, why.

    Args:
        around: The note.
        covered: Whether somebody or something is found in a stretch already.
    """
    text = around.text
    if around.shouting:
        return
    for match in _HERE.finditer(text):
        start, end = match.span("name" if match.group("name") else "called")
        if is_given_name(fold_text(text[start:end])) and not covered(start, end):
            yield start, end, 0.85, "who introduces themselves"
    last = 0
    for match in _CANDIDATE.finditer(text):
        start = match.start()
        if start < last or covered(*match.span()):
            continue
        found = _stretch(around, start)
        if found is None:
            continue
        start, end, ordinary = found
        last = end
        if covered(start, end) or _no_name(around, start, end):
            continue
        if _weight(around, start, end) >= (_ENOUGH_FOR_A_WORD if ordinary else _ENOUGH):
            yield start, end, 0.7, "by what is said of them"


def _stretch(around: Surroundings, start: int) -> tuple[int, int, bool] | None:
    """The name that may begin here, and whether it is an ordinary word; of `In Odemira Harpreet sleeps` the second."""
    text = around.text
    end = name_after(text, start, most=3)
    if end <= start:
        return None
    parts = [(start + m.start(), start + m.end()) for m in re.finditer(r"[^\W\d_][\w’'-]*\.?", text[start:end])]
    names = [_may_name(fold_text(text[a:b])) for a, b in parts]
    if not parts:
        return None
    if not names[0]:
        word = fold_text(text[start : parts[0][1]])
        alone = len(parts) == 1 and _CAPITAL_BEFORE.search(text[max(0, start - 30) : start]) is None
        if alone and is_common(word) and not around.sentence_start(start) and word not in HONORIFICS:
            return start, end, True
        return None
    stop = next((n for n, named in enumerate(names) if not named), len(names))
    parts = parts[:stop]
    if len(parts) > 1 and around.place_before(start):
        given = [n for n, (a, b) in enumerate(parts) if n and is_given_name(fold_text(text[a:b]))]
        if given and not is_given_name(fold_text(text[slice(*parts[0])])):
            parts = parts[given[0] :]
    first, last = parts[0][0], parts[-1][1]
    if text[last - 2 : last] in ("'s", "’s"):
        last -= 2
    return first, last, False


def _may_name(word: str) -> bool:
    pieces = word.split()
    return bool(pieces) and all(could_be_name(p) or len(p) == 1 or p in PARTICLES or is_given_name(p) for p in pieces)


def _no_name(around: Surroundings, start: int, end: int) -> bool:
    text = around.text
    raw = text[start:end]
    if len(raw) < 3 or raw.isupper() or is_country_name(raw) or is_thing(around, start, end):
        return True
    if any(is_country(w) or is_language(w) for w in fold_text(raw).split()) or around.word_before(start) == "the":
        return True
    if re.match(rf"[ \u00a0-][{UPPER}\d]", text[end : end + 2]) and not re.match(
        r"[ \u00a0](?:I|He|She)\b", text[end : end + 4]
    ):
        return True
    before = _CAPITAL_BEFORE.search(text[max(0, start - 30) : start])
    if before is None:
        return False
    at = start - len(before.group())
    word = fold_text(before.group(1))
    kin = _KIN_BEFORE.search(text[max(0, start - 40) : start]) and around.word_before(at) != "the"
    begins = around.sentence_start(at) and is_frequent(word)
    return not (word in HONORIFICS or kin or begins or around.place_before(at))


def _weight(around: Surroundings, start: int, end: int) -> float:
    text = around.text
    said = _by_head(around, text[max(0, start - 80) : start], start) + _by_tail(around, text[end : end + 160], end)
    if said <= 0:  # a word alone proves nothing
        return 0.0
    return said + _by_word(around, start, end) + _by_place(around, start, end)


def _by_word(around: Surroundings, start: int, end: int) -> float:
    raw = around.text[start:end]
    words = fold_text(raw).split()
    weight = 0.0
    if any(is_given_name(w) for w in words):
        weight += 2
    elif any(may_be_given(w) for w in words):
        weight += 1
    named = weight >= 2
    entity = around.entity(start, end)
    label = entity[2] if entity else ""
    if label == "PERSON":
        weight += 2
    elif label in _SPOT:
        weight -= 0.5 if weight else 1
    elif label in _NOBODY:
        weight -= 2
    elif label:
        weight -= 0.5
    parts = raw.split()
    lean = sum(leaning(around.doc, part) for part in parts) / len(parts)
    if lean > 0.12:
        weight += 1
    elif lean < -0.12 and not named:
        weight -= 1
    return weight


def _by_head(around: Surroundings, head: str, start: int) -> float:
    if _KIN_BEFORE.search(head) or around.honorific(start):
        return 3
    if _FIELD.search(head) or _IN_BRACKETS.search(head):
        return 3
    if _ADDRESSED_BEFORE.search(head) or around.verb_before(start):
        return 2
    return 0


def _by_tail(around: Surroundings, tail: str, end: int) -> float:
    weight = 0.0
    if _WHO.match(tail) or _AGED.match(tail) or _APPOSED.match(tail) or _ON_NO_LIST.match(tail) or _OWNS.match(tail):
        weight += 3
    others = _AND_OTHERS.match(tail)
    rest = tail[others.end() :] if others else tail
    verb = _VERB.match(rest)
    if (verb and fold_text(verb.group(1)) in _LIVES) or _LIVED.match(rest) or around.verb_after(end):
        weight += 2
    if _NEXT_HE.match(tail):
        weight += 2
    elif _HIS.match(tail):
        weight += 1
    if _ITS.match(tail):
        weight -= 2
    return weight


def _by_place(around: Surroundings, start: int, end: int) -> float:
    weight = 0.0
    before = around.word_before(start)
    if (
        around.place_before(start)
        or around.from_to(start, end)
        or around.with_countries(start, end)
        or around.listed_with_places(start, end)
    ):
        weight -= 3
    elif _FROM_THERE.search(around.text[max(0, start - 40) : start]):
        weight -= 4
    elif before in ("from", "to"):
        weight -= 1
    if _LANGUAGE_BEFORE.search(around.text[max(0, start - 16) : start]):
        weight -= 3
    follows = re.match(r" ([a-z]+)\b", around.text[end : end + 20])
    if follows and around.tag_after(end) in ("NN", "NNS") and follows.group(1) not in _LIVES:
        weight -= 2  # the Drina valley
    if _THING_CALLED.search(around.text[max(0, start - 30) : start]):
        weight -= 6
    if _SAID_TO_BE.search(around.text[max(0, start - 16) : start]):
        weight -= 2
    head = around.text[max(0, start - 30) : start]
    if before and around.tag(start - len(before) - 1) in ("NN", "NNS") and not _KIN_BEFORE.search(head):
        weight -= 2  # storm Daniel, app Clear Fee: a thing's own name
    return weight
