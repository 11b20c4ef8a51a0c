"""Clauses in which a speaker tells of her own life, by what they hold and not by how they are built.

A subject (`I`, `we`, `my son`, `hers`, `nobody else here`, or `she` where she is the one who speaks), a verb that is
not one of saying, thinking or attending, and enough that narrows down who it is (`self_evidence`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from chatham.anonymise.recognisers.clauses import Clauses, Found, clause_begin, clause_end, quoted
from chatham.anonymise.recognisers.self_cues import (
    BODIES,
    CLAUSE_START,
    IN_THE_ROOM,
    MEETING_POST,
    NUMBER,
    ONLY,
    PEOPLE,
    PLACES,
    YEARS,
)
from chatham.anonymise.recognisers.self_evidence import KIN, OWN_KIN, TRADE, narrowness

__all__ = ["lives"]

_SUBJECT = re.compile(r"\b(?P<who>I|we|he|she)(?=['’\s])", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"(?:['’](?P<short>m|ve|d|re|s))?(?:\s+(?P<aux>am|was|were|are|is|have\s+been|has\s+been|had\s+been|been|have|has|had|did|used\s+to"
    r"|got|became))?(?P<adverbs>(?:\s+(?:also|now|only|just|once|first|ever|still|then|never|always|already|even|both|myself"
    r"|himself|herself|ourselves|personally|alone|actually|there|here|twice|long|too|not|all|[a-z]+ly))*)\s+(?P<verb>[^\W_]+(?:-[a-z]+)?)",
    re.IGNORECASE,
)
# Saying, thinking, wishing, perceiving, attending: what one does in a meeting, and not what one's life was.
_MEETING = frozenset(
    """
    say says said ask asks asked call calls called urge urges urged recommend recommends recommended propose
    proposes proposed suggest suggests suggested hope hopes hoped think thinks thought believe believes believed
    agree agrees agreed disagree disagrees disagreed request requests requested demand demands demanded welcome
    welcomes welcomed thank thanks thanked support supports supported know knows knew known see sees saw seen hear
    hears heard note notes noted repeat repeats repeated stress stresses stressed wish wishes wished expect expects
    expected understand understands understood mean means meant fear fears feared can could cannot will would shall
    should may might must want wants wanted need needs needed like likes liked prefer prefers preferred add adds
    added mention mentions mentioned argue argues explain explains explained describe describes described point
    points pointed raise raises raised wonder wonders wondered suppose guess feel feels felt remember remembers
    remembered recall recalls recalled insist insists insisted plead offer offers offered promise promises promised
    regret regrets regretted report reports reported quote quotes quoted appreciate second seconds seconded
    apologize apologise apologized apologised come comes came join joins joined listen listens listened stop stops
    stay let speak speaks spoke leave leaves do does did don go going tell tells told read reads reply replied
    answer answered warn warned stand stands share shares shared conclude concluded respond responded remind
    reminded refer referred consider considered doubt doubted accept accepted endorse endorsed encourage encouraged
    look looked look try tried attend attended submit submitted send sent write wrote type typed click clicked mute
    muted sorry sure happy glad afraid worried grateful asking told talking speaking wondering interviewed concerned
    ready move moved open close closed chair met meet find found give gave given have has had mind be received
    receive put show shows showed refuse refused love hate enjoy enjoyed lack lacks count counts counted
    """.split()
)
# Of these, what else is told of a life when enough goes with it: `I came here in a container at nine`.
_EITHER = frozenset(
    """
    come comes came join joined stay stayed leave left go went stop stopped write wrote written send sent stand
    stood move moved open opened close closed chair chaired meet met find found give gave have has had put count
    counted know knew read raise raised attend attended see saw seen hear heard feel felt remember show showed look
    lost call called refuse refused report reported lead led received receive try tried offer offered
    """.split()
)
_PERCEIVED = frozenset("see saw seen hear heard read know knew find found meet met feel felt".split()) - {"found"}
_LIFE = frozenset(
    """
    live lives lived grow grew grown work works worked serve served sail sailed drive drives drove driven fish
    fished farm farmed teach taught study studied marry married bury buried flee fled cross crossed walk walked swim
    swam dive dived sleep slept spend spent start started begin began begun found founded build built establish
    established launch launched run ran sit sat cook cooked clean cleaned nurse nursed pick picked sew sewed weave
    mine mined dig dug carry carried haul herd herded train trained play played wear wore serve served guard guarded
    translate translated interpret interpreted represent lead led head headed chaired edit edited own owned keep
    kept lose lost survive survived escape escaped return returned arrive arrived leave left migrate migrated
    emigrate emigrated work defend defended argued draft drafted sign signed paint painted ferry ferried pilot
    piloted captain captained command commanded preach preached pray prayed sell sold buy bought borrow borrowed pay
    paid save saved rescue rescued deliver delivered pull pulled hide hid recruit recruited smuggle smuggled deport
    arrest visit visited treat treated operate operated manage managed direct directed quit quit retire retired
    resign resigned learn learnt learned invent invented design designed win won stood exhume exhumed dived board
    boarded climb climbed nearly drown drowned starve wash washed care cared raise raised bring brought feed fed
    shelter sheltered host hosted hitchhike ride rode row rowed trek crawl crawled beg begged wait waited born
    belong belongs hold held stitch stitched was were is am are been be get got became become
    """.split()
)
_FRONTED = re.compile(
    r"(?:where|while|in|at|on|from|since|for|after|before|during|as|by|with|until|once|twice|back|like|under|over|outside|inside|near|only"
    rf"|{NUMBER}\b|years?|today|now|every|each|last|long|one|that|the|to|of|up|when)\b",
    re.IGNORECASE,
)
_BEFORE_SUBJECT = re.compile(
    r"(?:(?P<relative>\b(?:what|which|whom|who|whose|if|whether|unless|than|as\s+if|how|why|until|did|do|does|was|were|had|have|may|can"
    r"|could|should|would|will|let|let's|when|while|where|after|before|that|since))"
    r"|(?P<link>\b(?:and|but|so|because|yet|or|for|though|although)|[,;:–—-]))\s*$",
    re.IGNORECASE,
)
_PLACE_RELATIVE = re.compile(r"\b(?:where|when|while|after|before|since|that|until)\s*$", re.IGNORECASE)
_PEOPLE_HEAD = re.compile(
    rf"(?:also\s+|now\s+|still\s+|myself\s+|only\s+)*(?:an?|the|one|another|(?:both\s+)?an?)\s+(?:[\w’'-]+\s+){{0,4}}?(?P<noun>{TRADE}|{KIN}|{BODIES})\b"
    r"(?P<more>\s+(?:who|that|whose|of|in|at|for|on|from|behind|with|to|and|by|since)\b)?",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:mayor|chief|headman|president|chair(?:wo)?man|chair|founder|director|secretary|rapporteur|judge|captain|head|lead\s+counsel|counsel"
    r"|consul|governor|senator|deputy|bishop|abbot|prioress|imam|editor|commissioner|ombuds\w+|co-founder)\s+(?:in|of|at|for|to)\b",
    re.IGNORECASE,
)
_MEETING_POST = (
    r"(?:rapporteur|facilitator|moderator|speaker|interpreter|note-taker|chair|chairperson|representative|delegate"
    r"|participant)"
)
_IT_WAS_I = re.compile(r"\bit\s+was\s+(?:I|me|we|my|our)\b[^.;:,\n]{0,40}?\b(?:who|that|on|in|at)\s", re.IGNORECASE)
_COUNT_OF_US = re.compile(
    rf"(?:(?:just|only|about|some|now|still|over|nearly|almost|barely)\s+)*(?:\d[\d,.]*|{NUMBER}|a\s+dozen|a\s+handful\s+of)\s+(?:[\w-]+\s+){{0,2}}?"
    rf"(?:{BODIES}|{PEOPLE}|women|men|mothers|families|people|agencies|widows|fishers|nuns|sisters|villages|islands|boats|drivers"
    r"|[a-z]+ers|[a-z]+ists|[a-z]+ies)(?:s|es)?\b(?!\s+(?:old|years))",
    re.IGNORECASE,
)
_FOUNDING = frozenset(
    "start started begin began begun found founded open opened built build establish established launch launched "
    "set".split()
)
_GENERIC_MY = re.compile(
    r"(?:point|question|view|opinion|concern|country|government|colleagues?|friends?|comment|suggestion|proposal|recommendation|answer|hope"
    r"|understanding|organi[sz]ation|ministry|delegation|impression|mistake|apolog\w+|line|connection|microphone|screen|internet|camera|turn"
    r"|region|notes?|name|statement|message|position|preference|argument|plea|wish|request|issue|problem|worry|thanks|experience|union"
    r"|association|members|capital|slides?|paper|language|last|first|second|third|next|main|final|only|other)\b",
    re.IGNORECASE,
)
_MINE = re.compile(
    r"\b(?P<who>my|mine|ours|hers|his|theirs|our)\b(?=\s+[\w’'])",
    re.IGNORECASE,
)
_OWN_PLACE_NOUN = re.compile(
    rf"\s+(?P<own>own\s+)?(?:[\w’'-]+\s+){{0,2}}?(?P<noun>{PLACES}|house|home|boat|ship|canoe|pirogue|dhow|shop|stall|kitchen|farm|field|street|barrio"
    r"|ward|constituency|commune|canton|class|classroom|school|church|mosque|temple|parish|diocese|clinic|office|desk|shelter|family|clan|tribe"
    r"|number|grave|list|thesis|doctorate|dissertation|book|film|company|firm|boat|hotel|factory|taxi|lorry|truck|body|hands|legs|feet|back|congregation|order|collective|cooperative"
    r"|troupe|band)\b(?=\s)",
    re.IGNORECASE,
)
_ME = re.compile(r"\b(?:me|myself|mine|my)\b", re.IGNORECASE)
_BARE = re.compile(rf"{CLAUSE_START}(?P<verb>[A-Za-z][a-z]+)(?=\s)")
_CALLED = re.compile(
    r"\b(?:people|everybody|everyone|children|neighbours|who|drivers|colleagues)\s+(?:also\s+)?(?:calls?|called|knows?)\s+me\b",
    re.I,
)
_TO_ME = re.compile(
    r"\b(?:told|tell|tells|ask|asked|asks|gave|give|gives|show|showed|let|help|helped|remind|reminds|reminded|allow|forgive|excuse|correct|join"
    r"|seems?|thank|thanks|for|surprises?|surprised|worries|concerns?|send|sent|write|wrote|contact|reach|call|email)\s+(?:to\s+)?me\b|\blet\s+me\b",
    re.IGNORECASE,
)
_IT_IS_ME = re.compile(r"(?:it|that|this|he|she|one)(?:['’]s|\s+(?:is|was))\s+(?:me|i)\b", re.IGNORECASE)
_PAPERS = re.compile(
    r"\s+(?:own\s+)?(?:id|passport|card|file|visa|papers|diploma|permit|licence|badge|certificate|signature|name)\b(?=\s)",
    re.IGNORECASE,
)
_HER_KIN = re.compile(
    rf"\b(?:his|her)\s+(?P<own>own\s+)?(?:late\s+|elder\s+|older\s+|younger\s+|only\s+|first\s+)?{KIN}\b(?!['’])",
    re.IGNORECASE,
)
_ONLY_PERSON = re.compile(
    rf"\b(?:the|an?)\s+(?:{ONLY})\s+(?:[\w’'-]+\s+){{0,2}}?(?:{TRADE}|one|person|woman|man)\b", re.IGNORECASE
)
_HAVE_KIN = re.compile(
    rf"\bI(?:['’]ve|\s+(?:still\s+)?(?:have|had))\s+(?:an?|one|two|three|four|five|no)\s+(?:[\w-]+\s+){{0,2}}?{KIN}\s+"
    r"(?:in|on|at|who|under|buried|from|inside|there|behind|somewhere|missing)\b",
    re.IGNORECASE,
)
_NOBODY_ELSE = re.compile(
    r"\b(?:(?:nobody|no\s+one|none|not\s+one)\b[^.;:,\n]{0,40}?\b(?:but|except|besides|apart\s+from|other\s+than)\s+(?:me|us|myself)|(?:nobody|no\s+one|no-one|none|not\s+one)\s+(?:else|other)|no\s+other\s+\w+|none\s+of\s+(?:you|us)|(?:everyone|everybody|all)\s+else"
    r"|only\s+i|i\s+alone)\b",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(
    rf"\b(?:an?|one|another|the)\s+(?:[\w-]+\s+){{0,2}}?(?:girl|boy|woman|man|child|mother|father|son|daughter|widow|wife|husband|teenager|victim|minister"
    rf"|president|employer|agent|smuggler|client|passenger|{TRADE})\b",
    re.IGNORECASE,
)


def lives(c: Clauses) -> Iterator[Found]:
    """What a speaker tells of her own life."""
    yield from _kin(c)
    yield from _relatives(c)
    yield from _nobody_else(c)
    yield from _subjects(c)
    yield from _possessed(c)
    yield from _about_me(c)
    for m in _IT_WAS_I.finditer(c.text):
        end = clause_end(c, m.start())
        if not quoted(c, m.start()) and narrowness(c.text[m.start() : end]) >= 1:
            yield Found(m.start(), end, _experience("i"), 0.65, "what one did")
    yield from _her_kin(c)
    yield from _bare(c)


def _kin(c: Clauses) -> Iterator[Found]:
    """Whatever clause names a relative of the speaker's: `It began in my late uncle's stable`."""
    for m in OWN_KIN.finditer(c.text):
        start = clause_begin(c, m.start())
        end = clause_end(c, m.end(), goes_on_with_verb=not c.asserts(start, m.start()))
        if not c.asserts(start, end) and c.verbs:
            continue
        if quoted(c, m.start()) and (
            narrowness(c.text[start:end]) < 5 or _SOMEBODY_ELSE.search(_introduced(c, m.start()))
        ):
            continue
        end = _with_second_verb(c, end)
        yield Found(start, end, _experience("i"), 0.75, "a relative of one's own")


def _with_second_verb(c: Clauses, end: int) -> int:
    """Where `my sister is in a house there and may not call` ends: the second verb has the first one's subject."""
    more = re.match(r"\s+and\s+", c.text[end:])
    if more and any(a == end + more.end() for a, _ in c.verbs):
        return clause_end(c, end + more.end())
    return end


def _relatives(c: Clauses) -> Iterator[Found]:
    """`I have a nephew in that cell`, `two of my cousins`."""
    for m in _HAVE_KIN.finditer(c.text):
        start = clause_begin(c, m.start())
        if c.asserts(start, m.start()):
            start = m.start()
        end = clause_end(c, m.start())
        if not quoted(c, m.start()):
            yield Found(start, end, _experience("i"), 0.7, "a relative of one's own")


def _nobody_else(c: Clauses) -> Iterator[Found]:
    """`Nobody else in this meeting has to vote for a budget`."""
    for m in _NOBODY_ELSE.finditer(c.text):
        start = clause_begin(c, m.start())
        end = clause_end(c, m.end(), goes_on_with_verb=True)
        if start != m.start() or not re.search(IN_THE_ROOM, c.text[m.start() : end], re.IGNORECASE):
            continue
        if re.search(
            r"\b(?:said|asked|spoke|wanted|agreed|disagreed|objected|raised|mentioned|commented|voted|supported)\b",
            c.text[m.end() : end],
        ):
            continue
        yield Found(start, end, _experience("i"), 0.75, "what nobody else there has")


def _subjects(c: Clauses) -> Iterator[Found]:
    for m in _SUBJECT.finditer(c.text):
        who = m["who"].casefold()
        if who in ("we", "he", "she") and c.text[m.start() : m.end()].isupper() and len(who) > 1:
            continue
        aux = _AUXILIARY.match(c.text, m.end())
        if not aux:
            continue
        before = c.text[max(0, m.start() - 24) : m.start()]
        link = _BEFORE_SUBJECT.search(before)
        if link and link["relative"] and not _PLACE_RELATIVE.search(before):
            continue
        start = clause_begin(c, m.start())
        if c.asserts(start, m.start()) or (start < m.start() and not _FRONTED.match(c.text, start)):
            start = m.start()
        end = clause_end(c, m.start())
        if end <= m.end():
            continue
        body = c.text[start:end]
        need = _needed(c, who, aux, end)
        if need is None:
            continue
        if quoted(c, m.start()):
            if _SOMEBODY_ELSE.search(_introduced(c, m.start())):
                continue
            need += 1
        if who in ("he", "she") and not (_speaks(c, m.start()) or _emphatic(c, m.start(), end)):
            continue
        if narrowness(body) < need:
            continue
        yield Found(start, end, _experience(who), 0.75, "an own life")


def _needed(c: Clauses, who: str, aux: re.Match[str], end: int) -> int | None:
    """How much must narrow a clause down, given its verb; None where no amount does."""
    verb = aux["verb"].casefold()
    be = (aux["short"] or "").casefold() in ("m", "re") or (aux["aux"] or "").split(" ")[-1].casefold() in (
        "am",
        "was",
        "were",
        "are",
        "is",
        "been",
        "became",
    )
    rest = c.text[aux.start("verb") : end]
    if re.match(
        rf"(?:say|said|speak|spoke|write|ask|come|came|talk|sign)\s+(?:\w+\s+){{0,2}}?as\s+(?:the|an?|one|some\w+)\s+(?:[\w’'-]+\s+){{0,2}}?(?:{TRADE}|one|someone|somebody|{ONLY})\b",
        rest,
        re.IGNORECASE,
    ):
        return 4 if who in ("he", "she") else 3
    if who == "we":
        if be and _COUNT_OF_US.match(rest):
            return 0
        if be:
            return 3 if re.match(rf"(?:the|an?)\s+(?:{ONLY}\b|[\w’'-]+\s+)", rest) and narrowness(rest) >= 3 else 5
        return 3 if verb in _FOUNDING else None
    third = who in ("he", "she")
    if third and _emphatic(c, aux.start() - len(who), end):
        return 3
    if third and (be or verb in _LIFE) and _ONLY_PERSON.search(rest):
        return 3
    if third and not (verb in _LIFE or be or aux["aux"] in ("has", "had")):
        return None
    if be:
        if MEETING_POST.match(rest):
            return None
        person = _PEOPLE_HEAD.match(rest)
        if re.match(
            r"(?:not|surprised|struck|pleased|shocked|moved|touched|interested|thinking|trying|waiting|looking|discussing|sorry|sure|glad|happy|afraid|worried|told|asked|asking|going|here\b|grateful|ready|concerned|interviewed)",
            rest,
            re.I,
        ):
            return None
        if re.match(rf"(?:now\s+|already\s+)?{YEARS}", rest, re.IGNORECASE):
            return 4 if third else 2
        definite = re.match(r"(?:(?:also|still|now)\s+)?(?:the|that|this)\b", rest, re.IGNORECASE) and not third
        named = person and not re.search(rf"\b{_MEETING_POST}\b|{IN_THE_ROOM}", person[0], re.IGNORECASE)
        if definite and person and named and (person["more"] or rest.startswith("that")):
            return 0
        if (person and person["more"]) or _OFFICE.match(rest):
            return 4 if third else 1
        return 6 if third else (2 if re.match(r"[a-z]+(?:ed|en|ght|ld|rn|nt|pped|ot)\b|brought|sold|held", rest) else 3)
    if re.match(
        rf"(?:did|do|done|got|have|had)\s+{YEARS}(?!\s+of\b)|(?:did|done)\s+{NUMBER}\s+months",
        c.text[aux.start("aux") if aux["aux"] else aux.start("verb") : end],
        re.IGNORECASE,
    ):
        return 4 if third else 2
    if verb in _MEETING and verb not in _EITHER and verb not in _LIFE:
        return None
    if re.match(r"(?:come|came)\s+from\s+(?:an?|the|my)\b|(?:gave|give|giving)\s+birth\b", rest, re.IGNORECASE):
        return 4 if third else 2
    if verb in _PERCEIVED:
        return None
    if verb in _EITHER and verb not in _LIFE:
        return 5 if third else (3 if verb in ("have", "had") else 4)
    if verb in _LIFE:
        return 5 if third else 2
    return 5 if third else 3


def _about_me(c: Clauses) -> Iterator[Found]:
    """A clause of any subject that is about the speaker: `they arrested me with the megaphone in my hand`."""
    done = 0
    for m in _ME.finditer(c.text):
        if m.start() < done:
            continue
        start = clause_begin(c, m.start())
        end = max(clause_end(c, m.end(), goes_on_with_verb=not c.asserts(start, m.start())), m.end())
        done = end
        body = c.text[start:end]
        if (
            not c.asserts(start, end)
            or (_TO_ME.search(body) and not _CALLED.search(body))
            or _SUBJECT.match(body)
            or quoted(c, m.start())
        ):
            continue
        if re.match(_GENERIC_MY, c.text[m.end() :].lstrip()) and m[0].casefold() == "my":
            continue
        if narrowness(body) + (3 if _CALLED.search(body) else 0) < (3 if m[0].casefold() != "my" else 5):
            continue
        if _IT_IS_ME.match(body):
            while start and c.text[start - 1] not in ".!?\n;:":
                start -= 1
            start += len(c.text[start:]) - len(c.text[start:].lstrip())
        yield Found(start, end, _experience("i"), 0.65, "a clause about oneself")


def _bare(c: Clauses) -> Iterator[Found]:
    """A clause that leaves its subject out, as note-takers do: `Rode that train four times`."""
    for m in c.openings(_BARE):
        if m["verb"].casefold() not in _LIFE or not any(a == m.start("verb") for a, _ in c.verbs):
            continue
        end = clause_end(c, m.start())
        if narrowness(c.text[m.start() : end]) >= 3 and not _SUBJECT.search(c.text, m.start(), end):
            yield Found(m.start(), end, "speaks from experience", 0.6, "an own life, without its subject")


def _her_kin(c: Clauses) -> Iterator[Found]:
    """`Her own son is on the wall`: a relative of hers, where she is the one who speaks."""
    for m in _HER_KIN.finditer(c.text):
        start = clause_begin(c, m.start())
        if start != m.start() or quoted(c, start) or not _speaks(c, start):
            continue
        end = clause_end(c, m.end(), goes_on_with_verb=True)
        if narrowness(c.text[m.end() : end]) + (2 if m["own"] else 0) < 2 or _SOMEBODY_ELSE.search(
            c.text[end : end + 40]
        ):
            continue
        who = "he" if m[0].casefold().startswith("his") else "she"
        yield Found(start, end, _experience(who), 0.65, "a relative of the speaker's")


def _emphatic(c: Clauses, start: int, end: int) -> bool:
    """Whether `himself` says that it was he and nobody else, and is not what a verb acts on: `introduced herself`."""
    for m in re.finditer(r"(?P<before>[\w’'-]+)\s+(?:him|her)self\b", c.text[start:end]):
        if re.fullmatch(r"was|is|had|has|were|who|been", m["before"]):
            return True
        place = start + m.start("before")
        if not any(a == place for a, _ in c.verbs) and not re.search(r"(?:ing|by|for|of|to|with|in|on)$", m["before"]):
            return True
    return False


def _introduced(c: Clauses, place: int) -> str:
    """What stands before the quotation marks that hold a place: it may say whose words they are."""
    before = c.text[max(0, place - 400) : place]
    return before[: max(before.rfind('"'), before.rfind("“"), 0)][-90:]


def _possessed(c: Clauses) -> Iterator[Found]:
    """`My own village has`, `Hers is the only one that has`."""
    for m in _MINE.finditer(c.text):
        start = clause_begin(c, m.start())
        if start != m.start():
            continue
        who = m["who"].casefold()
        end = clause_end(c, m.end(), goes_on_with_verb=True)
        rest = c.text[m.end() : end]
        if quoted(c, m.start()) or len(rest) < 8:
            continue
        if who in ("my", "our"):
            noun = _OWN_PLACE_NOUN.match(rest)
            own = re.match(r"\s+own\s+", rest)
            if re.match(rf"\s+(?:own\s+)?{_GENERIC_MY.pattern}", rest, re.IGNORECASE):
                continue
            if (
                who == "my"
                and (paper := _PAPERS.match(rest))
                and any(0 <= a - (m.end() + paper.end()) < 14 for a, _ in c.verbs)
            ):
                if narrowness(c.text[start:end]) >= 2:
                    yield Found(start, end, _experience("i"), 0.65, "own papers")
                continue
            if not (noun or (own and who == "my")) or not c.asserts(m.end(), end):
                continue
            need = 2 if who == "my" else 5
            if narrowness(c.text[start:end]) < need + (0 if own and who == "my" else 1):
                continue
            if who == "our":
                continue
            end = _with_second_verb(c, end)
            yield Found(start, end, _experience("i" if who == "my" else "we"), 0.7, "an own place")
        elif re.match(rf"\s+(?:is|was|are|were)\s+(?:still\s+|now\s+)?the\s+(?:{ONLY})\b", rest, re.IGNORECASE):
            whose = {"mine": "my", "ours": "our", "hers": "her", "his": "his", "theirs": "their"}[who]
            yield Found(start, end, f"{whose} organization works on this", 0.8, "the only or the first of its kind")


def _experience(who: str) -> str:
    return f"{'I' if who == 'i' else who} {'speaks' if who in ('he', 'she') else 'speak'} from experience"


def _speaks(c: Clauses, place: int) -> bool:
    """Whether `he` or `she` is the one whom the note names last, and no client, official or relative stands between."""
    named = max((end for end in c.names if end <= place), default=max(0, place - 300))
    return not _SOMEBODY_ELSE.search(c.text[named:place])
