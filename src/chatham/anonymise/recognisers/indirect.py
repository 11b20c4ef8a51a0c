"""Self-descriptions that single a speaker out without a name: INDIRECT.

What a speaker says of a country or a law is content; what she says of herself gives her away: that she is the only one
of her kind in the room, how long she has held which post, where her own house stands. A self-description needs a
subject (`I`, `we`, `my`, `our`, or somebody in the room) and something that narrows it: uniqueness, the room itself,
years of service, an own place, a first. A general form takes its place where the sentence stays true with it; where
none does, the phrase is marked for review.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.neighbours import BODY_NOUNS
from chatham.anonymise.phrases import PERSON_NOUNS
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.language.pipeline import Doc
from chatham.model.private import Kind

__all__ = ["Clauses", "Indirect", "self_descriptions"]

_SOMEBODY_WHY = "somebody in the room, by place"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})

_PLACES = (
    "village|villages|town|towns|island|islands|city|district|province|valley|estuary|river|harbour|port|coast|hills?|region"
    "|municipality|parish|camp|settlement|atoll|market|bazaar|border|shore|clan|tribe|community"
)
_BODIES = "|".join(sorted(BODY_NOUNS, key=len, reverse=True)) + (
    "|house|safe\\s+house|home|kitchen|newsroom|bench|chamber|bureau|post|stall|shop|boat|school|college|hospital|monastery"
    "|temple|mosque|circle|congress|municipality|mission|courtroom|practice|magazine|paper|station|line|phone\\s+line"
)
_PEOPLE = "|".join(sorted(map(re.escape, PERSON_NOUNS), key=len, reverse=True))
_IN_THE_ROOM = (
    r"(?:here(?!\s+(?:is|are))|present|today|(?:in|of|from)\s+(?:this|the|our)\s+(?:room|(?:working\s+)?group|grp|wg|call|meeting|session"
    r"|circle|breakout(?:\s+(?:room|group))?|discussion|consultation|chat|panel|list)|(?:at|around|round)\s+(?:this|the|our)\s+table"
    r"|on\s+(?:this|the)\s+(?:screen|call|zoom|panel|line|list)|(?:among|amongst|between)\s+(?:you|us|the\s+(?:speakers|participants)|those"
    r"\s+(?:here|present))|of\s+(?:the\s+day|us(?:\s+all)?|you)|with\s+us|who\s+(?:is|are)\s+here)"
)
_ONLY = r"(?:only|sole|lone|one(?!\s+of\b)|single|first|oldest|youngest|longest[- ]serving|last)"
_NUMBER = (
    r"(?:\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|many|several"
    r"|all\s+(?:my|our|these|those|the))"
)
_YEARS = rf"(?:(?:more\s+than|over|nearly|almost|about|some|the\s+(?:past|last))\s+)*{_NUMBER}\s+(?:long\s+)?(?:years?|yrs|decades?|seasons|terms)"

_CLAUSE_START = r"(?:^|(?<=[\n\r])|(?<=[.!?;:]\s)|(?<=[.!?]['\"”’)]\s)|(?<=[\"“‘(\[])|(?<=[-–—•*]\s))"
_BREAK = re.compile(r"[.!?](?=['\"”’)\]]*(?:\s|$))|[;:](?=\s)|[\n\r()\[\]\"“”]|\s[–—-]\s")
_SUBJECT = re.compile(r"(?P<comma>,)?\s+(?=(?:I|i|we|he|she|they)(?:['’](?:m|ve|d|re|ll|s))?\s+\w)")
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|where|when|as|than|what|because|if)$", re.IGNORECASE)

_AS = re.compile(
    rf"{_CLAUSE_START}(?P<lead>(?:(?:speaking|writing|talking|coming|joining|calling|sitting)\s+(?:here\s+|to\s+you\s+|only\s+)?(?:as|from)"
    r"|as|being|having\s+been)\s+)(?!(?:far|long|well|soon|much|many|said|such|if|though|to|of|you|i|we|he|she|they|it|this|that|these"
    r"|result|regards|for|in|per|with)\b)",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    rf"{_CLAUSE_START}(?:in|after|over|during|through|throughout|across|with|from)\s+(?:all\s+)?(?P<own>(?:my|our)\s+(?:own\s+)?)?{_YEARS}"
    r"(?P<tie>\s+(?:as|at|on|in|with|of|running|working|serving|leading|teaching|visiting)\b)?",
    re.IGNORECASE,
)
_OWN_WORK = re.compile(
    rf"{_CLAUSE_START}(?:in|from|during|through|at|on)\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}?(?:work|project|study|research|cases?|visits?|interviews?"
    r"|trainings?|survey|clinic|shelter|practice)\s+(?:(?:that|which)\s+)?(?P<who>I|we)\s+(?:have\s+|had\s+)?(?:led|done|run|ran|made|did"
    r"|carried\s+out|conducted|held|keep|lead|do|headed|directed)\b",
    re.IGNORECASE,
)
_OWN_PLACE = re.compile(
    rf"{_CLAUSE_START}(?:in|on|at|from|across|around|along)\s+(?P<who>my|our)\s+(?:own\s+)?(?:[\w’'-]+\s+){{0,4}}?(?P<noun>{_PLACES}|{_BODIES})\b",
    re.IGNORECASE,
)
_WITH_OWN = re.compile(
    rf"{_CLAUSE_START}(?:with|for)\s+(?P<who>my|our)\s+(?:own\s+)?(?:[\w’'-]+\s+){{0,4}}?(?:{_PEOPLE}|inspectors|staff)s?\b",
    re.IGNORECASE,
)
_SPEAK_FOR = re.compile(
    rf"{_CLAUSE_START}for\s+the\s+[^,.;:\n]{{3,60}}?\s(?P<who>I|we)\s+(?:speak\s+for|represent|work\s+with|serve|live\s+with)\b"
    r"(?:\s+(?:in|on|at|from|along|across)\s+(?:the\s+)?(?-i:[A-Z])[\w’'-]*(?:\s+(?-i:[A-Z])[\w’'-]*)*(?:\s+(?!(?:an?|one|the|no|it|is|are)\b)[a-z]+(?=\s+(?:an?|one|the|no|it)\b))?)?",
    re.IGNORECASE,
)
_CALL_US = re.compile(
    r"\b(?:the|those)\s+(?:[\w-]+\s+){0,2}?(?:women|men|people|families|workers|migrants|girls|boys|mothers|fishers|children|callers|those)\s+who\s+"
    r"(?:call|phone|visit|reach|write\s+to|come\s+to|turn\s+to|stay\s+with)\s+us\s+(?:in|at|on|from)\s+(?=(?:the\s+)?(?-i:[A-Z]))",
    re.IGNORECASE,
)
_MAIN = re.compile(
    rf"{_CLAUSE_START}(?P<who>I|We|My|Our|Ours|Mine)(?P<short>['’](?:m|ve|d|re))?\b(?=\s)", re.IGNORECASE
)
_WISH = re.compile(
    r"\s*(?:(?:also|only|just|really|strongly|therefore|still|do|did|do\s+not|don['’]t|would|will|can|could|must|should|may|might|shall|want|need"
    r"|ask|asked|call|called|urge|urged|recommend|recommended|propose|proposed|suggest|suggested|hope|think|thought|believe|agree|agreed|disagree"
    r"|request|requested|demand|welcome|thank|thanked|support|know|see|saw|hear|heard|say\s+(?!it\s+as)|said|note|noted|repeat|stress|wish|expect|understand"
    r"|mean|fear|cannot|can['’]t|like|have\s+to|had\s+to|are\s+(?:concerned|worried|ready|happy|asking|calling|grateful|told|here)|am\s+"
    r"(?:sorry|sure|happy|ready|worried|afraid|glad|not|grateful|asking|going|told)|were\s+told|was\s+told|interviewed|speak\s+from)\b)",
    re.IGNORECASE,
)
_DO = re.compile(
    r"\s+(?:(?:have|had|has)\s+)?(?:(?:also|now|only|just|once|first|ever)\s+)?(?:run|ran|operate|operated|manage|managed|opened?|found(?:ed)?|started?|beg[aiu]n"
    r"|set\s+up|built|build|established?|launched?|created?|placed?|argued?|won|lost|represent(?:ed)?|brought|filed?|wrote|publish(?:ed)?|led|lead|chair(?:ed)?"
    r"|head(?:ed)?|host(?:ed)?|own(?:ed)?|kept|keep|staff(?:ed)?|train(?:ed)?|defend(?:ed)?|carried|carry|shelter(?:ed)?|serve[ds]?|sit|sat|visit(?:ed)?|drove|drive"
    r"|sail(?:ed)?|came|come|grew|lived?|live|worked?|taught|teach|fled|spent|left|returned|arrived|fished?|cooked|cook|picked|translated?|buried|counted"
    r"|helped|crossed|nursed|farmed|recruited|reported|broke|signed|drafted|edited?|been)\b",
    re.IGNORECASE,
)
_LIFE = re.compile(
    r"\s+(?:(?:have|had|has)\s+)?(?:(?:also|now|only|just|once|first|myself)\s+)?(?:came\s+(?:home|back|here)|come\s+from|grew\s+up|was\s+(?:born|detained|deported|trafficked|arrested"
    r"|smuggled|raised)|lived|worked|sailed|drove|served|taught|fled|spent|started|began|begun|founded|opened|visited|sat|chaired|led|headed|run|ran|been|crossed"
    r"|fished|nursed|returned|left|arrived|picked|recruited|edited|farmed|studied|married|lost|buried|trained|joined)\b",
    re.IGNORECASE,
)
_BE = re.compile(r"(?:['’](?:m|re)|\s+(?:am|was|are|is|were|have\s+been))\s+", re.IGNORECASE)
_POST = re.compile(
    rf"(?:also\s+|now\s+)?(?:(?:the|one\s+of\s+(?:the\s+)?(?:two|three|few))\s+(?:{_ONLY}\b|(?:[\w’'-]+\s+){{0,3}}?(?:{_PEOPLE}|{_BODIES})\s+"
    r"(?:who|in|of|at|for|on|that|behind|from)\b)"
    rf"|an?\s+(?:former|retired|ex)[- ]\w+|an?\s+(?:[\w’'-]+\s+){{0,3}}?(?:{_PEOPLE})\s+(?:who|in|at|from)\b|(?:counsel|chair|head|founder|director|president|secretary|rapporteur|judge|captain|lead"
    r"\s+counsel|co-founder|headman|chief)\s+(?:in|of|at|for|to)\b)",
    re.IGNORECASE,
)
_FIRST_TO_SAY = re.compile(
    r"\s+(?:the\s+)?(?:first|last|only\s+one)\s+(?:to\s+(?:admit|say|agree)|who\s+thinks)", re.IGNORECASE
)
_SINCE = re.compile(
    rf"\bsince\b(?:\s+(?:19|20)\d\d)?|\b{_YEARS}\b|\bin\s+(?:19|20)\d\d\b|\bas\s+(?:an?\s+|the\s+)?(?:{_PEOPLE})\b",
    re.IGNORECASE,
)
_MY = re.compile(r"\b(?:my|our|ours|mine)\b|\bown\b|\bsince$", re.IGNORECASE)
_UNIQUE = re.compile(
    rf"\b(?:the|what\s+is\s+still\s+the)\s+(?:{_ONLY})\s+(?!(?:step|time|thing|place|way|reason|question|priority|point|day|year|week|month|hours?|round"
    r"|problem|language|issue|stage|phase|half|to\b|of\b|and\b))",
    re.IGNORECASE,
)
_NARROW_PLACE = re.compile(
    r"\b(?:in|at|on|from|near|of|around|off|outside|along)\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}[A-Z][\w’'-]+"
)
_ROLE_OF_OFFICE = re.compile(
    r"\b(?:mayor|legislator|senator|parliamentarian|member\s+of\s+parliament|mp|congress(?:wo)?man|governor|judge|prosecutor|magistrate|chaplain|bishop|priest"
    r"|imam|monk|nun|headman|chief|ambassador|consul|ombuds\w+|commissioner|minister|founder|co-founder|chair|chairperson|president|director|editor|journalist"
    r"|academic|professor|unionist|councillor|captain|bosun)\b",
    re.IGNORECASE,
)
_ROOM_ONE = re.compile(
    rf"\b(?:the|our)\s+(?P<only>{_ONLY})\s+(?P<noun>(?:[\w’'&/-]+\s+){{1,9}}?){_IN_THE_ROOM}(?:\s+today)?(?P<more>,\s+(?:an?|the|now|herself|himself)\s+[^,.;:\n]{{2,50}}?(?=[,.;:]))?",
    re.IGNORECASE,
)
_NOT_A_PERSON = re.compile(
    r"\b(?:question|point|thing|issue|topic|agenda|item|time|way|problem|session|one\s+thing|document|text|language|proposal|recommendation)s?\b",
    re.I,
)
_SOMEBODY = re.compile(
    r"\b(?i:the|our|a|an)\s+(?:(?:young|old|elderly|other|only|last|first|former|retired)\s+)?(?P<noun>walk-in|speaker|delegate|delegation|participant|facilitator|moderator|rapporteur|note-taker"
    r"|reporter|representative|professor|academic|unionist|trade\s+unionist|parliamentarian|senator|mayor|journalist|interpreter|chaplain|lady|gentleman|man|woman|monk|nun|sister"
    r"|researcher|lawyer|colleague|observer|official|activist|youth|bishop|priest|pastor|imam|minister|judge|ombuds\w+|legislator|councillor|headman|seafarer|nurse|doctor)"
    r"(?P<of>\s+(?:from|of|in|for)\s+(?P<the>the\s+|an?\s+)?(?P<place>(?:[a-z][\w-]*\s+){0,2}?(?:[A-Z][\w’'-]+)(?:(?:\s+(?:and|of|the))?\s+[A-Z][\w’'-]+)*"
    r"(?:\s+(?:university|group|office|union|delegation|side|shelter|centre|center|ministry|embassy|company|church|team))?"
    r"|(?:other|trafficking|detention|smuggling|border|identity|return|first|second|third|labour|health|climate|gender)\s+(?:working\s+)?group))"
    r"(?P<more>,?\s+(?:herself|himself|the\s+only|an?|now|also)\s+[^,.;:\n]{2,60}?(?=[,.;:]|\s+(?:said|asked)\b))?",
)
_MEETING_VERB = re.compile(
    r",?\s*(?:said|says|asked|asks|wanted|wants|proposed|proposes|suggested|suggests|offered|offers|recommended|recommends|added|adds|replied|replies|noted|notes|sent\s+round"
    r"|seconded|agreed|agrees|disagreed|told\s+(?:us|the\s+(?:group|meeting|room))|wished|stressed|explained|warned|reminded|insisted|should\s+please|will\s+(?:send|share|write|check)"
    r"|promised|thanked|spoke|intervened|raised|mentioned|shared|pointed|argued|requested|called\s+for|is\s+right|was\s+right|has\s+(?:a|the)\s+(?:floor|question|point))\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:\b(?:answer|answers|reply|comment|question|point|input|proposal|suggestion|idea|text|quote|laughter|applause)\s+(?:from|by|of)|\baccording\s+to|\b(?:asked|raised|added|said|proposed"
    r"|seconded|supported|answered|shared|made)\s+by|\bthank(?:s|ed)?(?:\s+to)?|\bas|\bso|\bmade|\bagree[sd]?\s+with|\blike)\s+$",
    re.IGNORECASE,
)
_OFFICE_NOUN = re.compile(r"minister|judge|bishop|priest|mayor|senator|official|ombuds\w+|representative")
_SET_OFF = re.compile(
    rf"(?P<comma>,)\s+(?:(?:the|our)\s+{_ONLY}\s+[^,.;:()\n]{{3,70}}|(?:(?:herself|himself)\s+)?an?\s+[^,.;:()\n]{{3,70}}|(?:herself|himself)\s+[^,.;:()\n]{{3,70}})"
    r"(?P<end>,|(?=[.;:)]))"
)
_SOMEBODY_BEFORE = re.compile(
    r"(?:\b(?:participant|speaker|delegate|facilitator|moderator|member|colleague|person|voice|representative|rapporteur|walk-in)|\b(?:she|he))$",
    re.IGNORECASE,
)
_OWN_SET_OFF = re.compile(
    rf"\b(?P<who>my|our|her|his)\s+(?P<noun>{_BODIES}),\s+(?:the\s+{_ONLY}|an?)\s+[^,.;:\n]{{3,70}}(?P<end>,(?=\s))",
    re.IGNORECASE,
)
_FOR_YEARS = re.compile(
    rf"{_CLAUSE_START}for\s+{_YEARS},?\s+(?P<who>I|we)\s+have\s+(?!asked|called|seen|heard|said|told|waited|been\s+(?:asking|told))",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"{_CLAUSE_START}(?:since|when|before|after|while|until|ever\s+since)\s+I\s+(?:was|left|joined|became|worked|served|headed|ran|led|lived|started|retired|returned|came|fled|sat|taught)\b",
    re.IGNORECASE,
)
_HAVING = re.compile(
    rf"{_CLAUSE_START}having\s+(?:run|led|worked|served|been|lived|sat|spent|taught|chaired|headed|crossed|fled|sailed|fished|driven)\b",
    re.IGNORECASE,
)
_THEY_LEAD = re.compile(
    rf"{_CLAUSE_START}(?P<who>he|she)\s+(?:(?:runs|leads|heads|chairs|directs|manages|edits|founded|owns|keeps)\s+(?=[^.;:\n]*\bthe\s+{_ONLY}\b)"
    rf"|has\s+(?:led|run|chaired|headed|directed|managed|edited|worked|served)\b(?=[^.;:\n]*(?:\bsince\b|{_YEARS})))",
    re.IGNORECASE,
)
_IN_MEETING = frozenset(
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
_OUR_BODY = re.compile(
    rf"\b(?P<who>our|my|our\s+own|my\s+own)\s+(?:(?:small|little|own|first|old|new|only|(?-i:[A-Z])[\w’'-]+|[\w]+-[\w]+|legal|women['’]s|safe|night)\s+){{0,3}}?(?P<noun>{_BODIES}|{_PLACES})"
    r"(?P<of>\s+(?:in|at|on|of|from|near|for|outside|off)\s+)(?=(?:the\s+)?(?:[\w-]+\s+){0,4}?(?-i:[A-Z]))",
    re.IGNORECASE,
)
_OUR_ONE = re.compile(
    r"\b(?:our|my)\s+(?P<noun>reporter|facilitator|moderator|rapporteur|colleague|speaker|chair|note-taker|friend)\s+(?:in|from|of)\s+(?:the\s+)?(?:other|first|second|third|next|\w+)\s+group\b",
    re.I,
)
_HER_BODY = re.compile(
    r"\b(?P<who>her|his|my|our)\s+(?:own\s+)?(?P<noun>municipality|ministry|parliament|diocese|parish|newspaper|newsroom|constituency|congregation|university|magazine|chamber|law\s+firm|town\s+hall|city\s+hall"
    r"|commission|embassy|monastery|convent|island\s+council)\b(?!\s+of\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clauses:
    """A text with the finite verbs that the model found in it.

    Attributes:
        text: The raw text.
        verbs: Start and end of each finite verb.
    """

    text: str
    verbs: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, text: str, doc: Doc | None) -> Clauses:
        """Read the verbs off a tagged document; none where there is no document."""
        if doc is None:
            return cls(text)
        return cls(
            text,
            tuple(
                (t.idx, t.idx + len(t))
                for t in doc
                if t.tag_ in _FINITE or (t.tag_ == "VB" and t.i and doc[t.i - 1].lower_ in ("and", "but"))
            ),
        )

    def asserts(self, start: int, end: int) -> bool:
        """Whether a stretch has a finite verb of its own, not one of a relative clause."""
        for a, b in self.verbs:
            if start <= a and b <= end:
                before = self.text[start:a]
                relative = re.search(
                    r"(?<=\w\s)(?:who|that|which|where|whom|what|whose)\b[^,]*$", before, re.IGNORECASE
                )
                if not relative and not re.search(r"(?<=\w\s)(?:i|we)\s+(?:\w+\s+)?$", before, re.IGNORECASE):
                    return True
        return False

    def stop(self, place: int) -> int:
        """Where the clause ends in which `place` stands: at a full stop, colon, bracket, quote or line end."""
        found = _BREAK.search(self.text, place)
        return found.start() if found else len(self.text)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    phrase: str | None
    score: float
    why: str


class Indirect(MentionRecogniser):
    """Finds self-descriptions and proposes a general form for each."""

    kinds = (Kind.INDIRECT,)

    def mentions(self, note: NoteContext) -> Iterator[Mention]:
        """The self-descriptions of a note; who is named anyway is left to the name's own edit."""
        names = frozenset(m.end for m in note.found if m.kind is Kind.PERSON)
        for mention in self_descriptions(note.around.text, note.around.doc, names):
            if mention.why != _SOMEBODY_WHY or not note.covered(mention.start, mention.end):
                yield mention


def self_descriptions(text: str, doc: Doc | None = None, names: frozenset[int] = frozenset()) -> Iterator[Mention]:
    """The self-descriptions of a text, sorted and disjoint.

    Args:
        text: The raw text.
        doc: What the language model made of it: its tags tell where a clause ends.
        names: Where names of people end, as far as known.
    """
    clauses = Clauses.of(text, doc)
    kept: list[_Found] = []
    for rule in (_openers, _mains, _in_the_room, _own_bodies):
        for found in rule(clauses):
            if not any(found.start < k.end and k.start < found.end for k in kept):
                kept.append(found)
    for found in _set_off(clauses, names):
        if not any(found.start < k.end and k.start < found.end for k in kept):
            kept.append(found)
    for f in sorted(kept, key=lambda f: f.start):
        yield Mention(f.start, f.end, Kind.INDIRECT, Role.MENTIONED, frozenset(), "Indirect", f.score, f.why, f.phrase)


def _openers(c: Clauses) -> Iterator[_Found]:
    """`As the only X here, I`, `In fourteen years as Y I`, `Speaking as Z:`."""
    for m in _AS.finditer(c.text):
        end = _opener_end(c, m.end("lead"))
        if end is None:
            continue
        body = c.text[m.end("lead") : end]
        lead = m["lead"].split()[0].casefold()
        from_place = m["lead"].casefold().split()[-1] == "from"
        if not _narrows(body, of_place=from_place) or c.asserts(m.end("lead"), end):
            continue
        follow = re.match(r",?\s*(\w+)", c.text[end : end + 12])
        who = (follow[1] if follow else "").casefold()
        more = re.match(rf",\s+I\s+(?:am|['’]m)\s+the\s+{_ONLY}\b[^,.;:\n]*", c.text[end:])
        if more:
            yield _Found(m.start("lead"), end + more.end(), "I speak from experience", 0.9, "an opener about oneself")
            continue
        phrase = "as a participating organization" if who == "we" else "as a participant"
        if lead in ("speaking", "writing", "talking") and who not in ("i", "we", "he", "she", "they"):
            phrase = "speaking as a participant"
        yield _Found(m.start("lead"), end, _like(c.text[m.start("lead")], phrase), 0.9, "an opener about oneself")
    for pattern, phrase in ((_SERVICE, "in {} work"), (_OWN_WORK, "in {} work")):
        for m in pattern.finditer(c.text):
            end = _opener_end(c, m.end(), strict=True, own="own" in m.groupdict() and bool(m["own"]))
            groups = m.groupdict()
            if end is None or ("tie" in groups and not (groups["own"] or groups["tie"])) or c.asserts(m.end(), end):
                continue
            subject = re.match(r",?\s*(\w+)", c.text[end : end + 12])
            whose = "our" if subject and subject[1].casefold() == "we" else "my"
            if subject and subject[1].casefold() in ("he", "she", "they"):
                whose = {"he": "his", "she": "her", "they": "their"}[subject[1].casefold()]
            yield _Found(m.start(), end, _like(c.text[m.start()], phrase.format(whose)), 0.85, "years of service")
    for pattern in (_WHEN, _HAVING):
        for m in pattern.finditer(c.text):
            end = _opener_end(c, m.end(), strict=True)
            body = c.text[m.end() : end] if end else ""
            if end and (_NARROW_PLACE.search(body) or _ROLE_OF_OFFICE.search(body) or _SINCE.search(body)):
                yield _Found(m.start(), end, _like(c.text[m.start()], "in my experience"), 0.75, "an own life")
    for m in _OWN_PLACE.finditer(c.text):
        end = _place_end(c, m.end())
        body = c.text[m.start() : end]
        if not re.search(r"\s[A-Z]", body[1:]) and "where" not in body:
            continue
        body_noun = re.fullmatch(_BODIES, m["noun"], re.IGNORECASE)
        phrase = "in our work" if body_noun else "where we live"
        if m["who"].casefold() == "my":
            phrase = phrase.replace("our", "my").replace("we", "I")
        yield _Found(m.start(), end, _like(c.text[m.start()], phrase), 0.8, "an own place")
    for m in _WITH_OWN.finditer(c.text):
        stop = re.search(r",|\s+(?=(?:I|we|each|every|no|nobody|there|it)\b)", c.text[m.end() : c.stop(m.end())])
        if stop and _NARROW_PLACE.search(c.text[m.start() : m.end() + stop.start()]):
            phrase = f"in {m['who'].casefold()} work"
            yield _Found(
                m.start(), m.end() + stop.start(), _like(c.text[m.start()], phrase), 0.7, "an own team and place"
            )
    for m in _SPEAK_FOR.finditer(c.text):
        phrase = f"for the people {'I' if m['who'].casefold() == 'i' else 'we'} speak for,"
        end = m.end() - (1 if c.text[m.end() - 1] == " " else 0)
        end += 1 if c.text[end : end + 1] == "," else 0
        yield _Found(m.start(), end, _like(c.text[m.start()], phrase), 0.7, "whom one speaks for")
    for m in _CALL_US.finditer(c.text):
        end = _place_end(c, m.end())
        if "," in c.text[m.end() : end] and c.text[end : end + 1] == ",":
            end += 1
        yield _Found(
            m.start(), end, _like(c.text[m.start()], "the people we work with"), 0.7, "whom one works with, and where"
        )


def _mains(c: Clauses) -> Iterator[_Found]:
    """`I am the X who`, `We run the only Y in Z`, `I sailed nineteen years as W`, `My office stands beside V`."""
    for m in _FOR_YEARS.finditer(c.text):
        who = "I" if m["who"].casefold() == "i" else "we"
        end = _clause_end(c, m.start("who"))
        if _narrow(c.text[m.end() : end]):
            yield _Found(
                m.start(), end, _like(c.text[m.start()], f"{who} speak from experience"), 0.75, "years of service"
            )
    for m in _THEY_LEAD.finditer(c.text):
        end = _clause_end(c, m.start("who"))
        phrase = f"{m['who'].casefold()} speaks from experience"
        yield _Found(m.start(), end, _like(c.text[m.start()], phrase), 0.7, "an own post")
    for m in _MAIN.finditer(c.text):
        who = m["who"].casefold()
        after = m.end("who")
        end = _clause_end(c, m.start())
        body = c.text[after:end]
        if not body.strip() or _FIRST_TO_SAY.search(body):
            continue
        found: str | None = None
        unique = _UNIQUE.search(body)
        if who in ("i", "we"):
            if _WISH.match(c.text, m.end()):
                continue
            be = _BE.match(c.text, after)
            says_as = re.match(rf"\s+say\s+(?:it|this|that)\s+as\s+(?:the|an?)\s+(?:{_ONLY})\b", body, re.IGNORECASE)
            if (be and _POST.match(c.text, be.end())) or says_as:
                found = "what one is"
            elif _DO.match(c.text, m.end()) and unique:
                found = "the only or the first of its kind"
            elif _LIFE.match(c.text, m.end()) and _life(body, who):
                found = "an own life"
            elif (
                who == "i"
                and re.match(
                    r"\s+(?:have\s+)?(?:chaired|headed|led|founded|argued|drafted|edited|directed|presided)\b", body
                )
                and re.search(r"\bthe\s+(?:\w+\s+){0,4}[A-Z]", body)
            ):
                found = "what one did"
            elif _DO.match(c.text, m.end()) and re.search(
                rf"\b(?:my|our)\s+(?:own\s+)?(?:[\w-]+\s+)?(?:{_PLACES})\b", body
            ):
                found = "an own place"
            phrase = f"{'I' if who == 'i' else 'we'} speak from experience"
        elif who in ("ours", "mine"):
            if re.match(r"\s+(?:is|was|are)\s+", body) and unique:
                found = "the only or the first of its kind"
            phrase = f"{'our' if who == 'ours' else 'my'} organization works on this"
        else:
            noun = re.match(
                rf"\s+(?:own\s+)?(?P<noun>{_BODIES}|number|name|house|home|family|father|mother|village|desk|window)\s+",
                body,
                re.IGNORECASE,
            )
            verb = noun and re.match(r"(?:is|was|stands|lies|sits|has|overlooks|faces|looks)\b", body[noun.end() :])
            if not noun or not verb:
                continue
            where = _NARROW_PLACE.search(body[noun.end() :])
            if noun["noun"].casefold() == "number" and re.search(r"\bthe\s+one\b|\bon\s+(?:the|that|every)\b", body):
                found = "an own number"
            elif (
                where
                and verb[0] in ("stands", "lies", "sits", "overlooks", "faces", "looks", "is", "was")
                and not unique
            ):
                found = "an own place"
            elif unique and where:
                found = "the only or the first of its kind"
            elif where and _MY.search(body[noun.end() :]):
                found = "an own place"
            if re.fullmatch(
                r"organi[sz]ation|association|ngo|network|foundation|group|union|agency|company|collective",
                noun["noun"],
                re.IGNORECASE,
            ):
                phrase = f"{who} organization works on this"
            else:
                phrase = (
                    "I work nearby"
                    if who == "my" and found == "an own place"
                    else f"{'I' if who == 'my' else 'we'} speak from experience"
                )
        if found:
            yield _Found(m.start(), end, _like(c.text[m.start()], phrase), 0.8, found)


def _in_the_room(c: Clauses) -> Iterator[_Found]:
    """`the only X in this group`, `the walk-in from Y`, `the professor from the Z university`."""
    for m in _SOMEBODY.finditer(c.text):
        meeting = m["noun"].casefold() in _IN_MEETING
        says = _MEETING_VERB.match(c.text, m.end())
        credited = _CREDIT.search(c.text[max(0, m.start() - 40) : m.start()])
        definite = not m[0].casefold().startswith(("a ", "an "))
        office = _OFFICE_NOUN.fullmatch(m["noun"]) is not None and m["of"].split()[0] != "from"
        former = bool(says) and re.search(r"\b(?:former|retired)\b", m[0]) is not None
        if (meeting and (definite or says)) or (definite and not office and (credited or says)) or former:
            end = m.end() + (1 if m["more"] and c.text[m.end() : m.end() + 1] == "," else 0)
            yield _Found(m.start(), end, _like(c.text[m.start()], "a participant"), 0.75, _SOMEBODY_WHY)
    for m in _ROOM_ONE.finditer(c.text):
        if _NOT_A_PERSON.search(m["noun"]) or c.asserts(m.start("noun"), m.end("noun")):
            continue
        if m["only"].casefold() in ("first", "last", "one", "single") and not re.search(
            rf"\b(?:{_PEOPLE})\b|{_ROLE_OF_OFFICE.pattern}|\b(?:voice|country|organi[sz]ation|company|group)\b",
            m["noun"],
            re.I,
        ):
            continue
        end = m.end() + (1 if m["more"] and c.text[m.end() : m.end() + 1] == "," else 0)
        yield _Found(m.start(), end, _like(c.text[m.start()], "a participant"), 0.9, "the only one in the room")
    for m in _OUR_ONE.finditer(c.text):
        yield _Found(
            m.start(), m.end(), _like(c.text[m.start()], "another participant"), 0.75, "somebody of another group"
        )


def _set_off(c: Clauses, names: frozenset[int]) -> Iterator[_Found]:
    """`one participant, the only X from Y, disagreed`: what is set off by commas goes."""
    for m in _SET_OFF.finditer(c.text):
        if m.start() not in names and not _SOMEBODY_BEFORE.search(c.text[max(0, m.start() - 24) : m.start()]):
            continue
        body = m[0].strip(", ")
        only = re.match(rf"(?:the|our)\s+{_ONLY}\b", body, re.IGNORECASE)
        if c.asserts(m.end("comma"), m.end()) or not (
            only or _NARROW_PLACE.search(body) or _ROLE_OF_OFFICE.search(body)
        ):
            continue
        yield _Found(m.start(), m.end(), "", 0.75, "set off beside somebody in the room")


def _own_bodies(c: Clauses) -> Iterator[_Found]:
    """`our shelter in X`, `my union, the only one in Y,`, `her municipality`."""
    for m in _OWN_SET_OFF.finditer(c.text):
        yield _Found(
            m.start(),
            m.end(),
            _like(c.text[m.start()], f"{m['who'].casefold()} organization"),
            0.8,
            "an own organisation",
        )
    for m in _OUR_BODY.finditer(c.text):
        end = _place_end(c, m.end(), nouns_only=True)
        body_noun = re.fullmatch(_BODIES, m["noun"], re.IGNORECASE)
        whose = m["who"].split()[0].casefold()
        phrase = f"{whose} organization" if body_noun else ("where I live" if whose == "my" else "where we live")
        if not body_noun and not re.search(r"\b(?:in|at|on)\s+$", c.text[: m.start()]):
            phrase = f"{whose} community"
        yield _Found(m.start(), end, _like(c.text[m.start()], phrase), 0.75, "an own organisation, by place")
    for m in _HER_BODY.finditer(c.text):
        yield _Found(
            m.start(),
            m.end(),
            _like(c.text[m.start()], f"{m['who'].casefold()} organization"),
            0.6,
            "an own public body",
        )


def _narrows(body: str, *, of_place: bool) -> bool:
    """Whether what follows `as` says who somebody is, and not `as a result` or `as a first step`."""
    if of_place and re.match(r"(?:the\s+)?[A-Z]", body):
        return True
    if re.search(
        r"^(?:an?\s+|the\s+)?(?:result|step|matter|whole|rule|consequence|priority|minimum|example|country|region|follow|reminder|start)\b",
        body,
        re.IGNORECASE,
    ):
        return False
    unique = re.search(rf"\b(?:the|an?)\s+(?:{_ONLY})\s+\w", body, re.IGNORECASE)
    room = re.search(_IN_THE_ROOM, body, re.IGNORECASE)
    person = re.search(
        rf"\b(?:{_PEOPLE}|voice|someone|somebody|one)s?\b|\bwho\b|{_ROLE_OF_OFFICE.pattern}|\b(?:{_BODIES})\b",
        body,
        re.IGNORECASE,
    )
    if unique and (room or person):
        return True
    if not person and not re.match(r"an?\s+[A-Z]\w+", body):
        return False
    return bool(
        room
        or re.search(rf"\b{_YEARS}\b|\bwho\b|\bsince\b", body, re.IGNORECASE)
        or _NARROW_PLACE.search(body)
        or _ROLE_OF_OFFICE.search(body)
        or re.match(r"an?\s+[A-Z][a-z]+\s", body)
    )


def _narrow(body: str) -> bool:
    return bool(_NARROW_PLACE.search(body) or _UNIQUE.search(body) or _ROLE_OF_OFFICE.search(body) or _MY.search(body))


def _life(body: str, who: str) -> bool:
    """Whether a clause tells of a life or of years of service: years, a post, an own place, not a figure of work done."""
    own = _MY.search(body)
    since = _SINCE.search(body)
    place = _NARROW_PLACE.search(body)
    if (
        who == "i"
        and place
        and re.match(
            r"\s+(?:grew\s+up|come\s+from|was\s+(?:born|detained|deported|trafficked|arrested|raised)|fled)\b",
            body,
            re.IGNORECASE,
        )
    ):
        return True
    if who == "i":
        return bool(
            (
                since
                and (own or place or re.search(rf"\bas\s+(?:an?\s+|the\s+)?(?:{_PEOPLE})\b|{_YEARS}|since", body, re.I))
            )
            or (own and place)
        )
    return bool(own and (since or place))


def _opener_end(c: Clauses, start: int, *, strict: bool = False, own: bool = False) -> int | None:
    """Where an opener ends: before `I`, `we`, `she`, or at a colon; None where no such subject follows."""
    stop = c.stop(start)
    for m in _SUBJECT.finditer(c.text, start, stop):
        if _RELATIVE.search(c.text[start : m.start()].rstrip()):
            continue
        return m.start()
    if own:
        other = re.search(
            r",\s|\s+(?=(?:nobody|no\s+one|none|nothing|not\s+(?:one|once)|never|there|each|every)\b)",
            c.text[start:stop],
        )
        return start + other.start() if other else None
    if not strict and c.text[stop : stop + 1] == ":":
        return stop
    return None


def _place_end(c: Clauses, start: int, *, nouns_only: bool = False) -> int:
    """Where a noun phrase with its places ends: before the next verb, or at a comma that opens no relative clause."""
    stop = c.stop(start)
    comma = c.text.find(",", start, stop)
    if comma >= 0 and not nouns_only and re.match(r",\s+(?:where|whose|which|on\s+what|on\s+which)\b", c.text[comma:]):
        comma = c.text.find(",", comma + 1, stop)
    end = comma if comma >= 0 else stop
    relative = re.search(r"\b(?:where|who|that|which|what|whose)\b", c.text[start:end])
    for a, _ in c.verbs:
        if start <= a < end and not (relative and not nouns_only):
            end = len(c.text[:a].rstrip())
            adverb = re.search(r"\s+(?:also|still|now|already|never|always|only|often)$", c.text[start:end])
            return end - len(adverb[0]) if adverb else end
    return len(c.text[:end].rstrip())


def _clause_end(c: Clauses, start: int) -> int:
    """Where a main clause about oneself ends: the next clause is left alone unless it goes on about oneself."""
    stop = c.stop(start)
    pieces = list(re.finditer(r",\s+(?:(?:and|but|so|yet)\s+)?|\s+(?:and|but|so|yet)\s+", c.text[start:stop]))
    for number, piece in enumerate(pieces):
        begin = start + piece.end()
        close = start + pieces[number + 1].start() if number + 1 < len(pieces) else stop
        chunk = c.text[begin:close]
        goes_on = bool(_MY.search(chunk)) and (
            not piece[0].startswith(",") or chunk[:2] == "I " or not c.asserts(begin, close)
        )
        if c.asserts(begin, close) and not goes_on:
            return start + piece.start()
        if piece[0].lstrip(", ").strip() in ("so", "but", "yet") and not goes_on:
            return start + piece.start()
    return len(c.text[:stop].rstrip())


def _like(char: str, phrase: str) -> str:
    """The phrase with the capital letter, if any, that the text has there."""
    return phrase[:1].upper() + phrase[1:] if char.isupper() and not phrase.startswith("I ") else phrase
