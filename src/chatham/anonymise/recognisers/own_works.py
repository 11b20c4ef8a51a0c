"""Named houses, hotlines and tools of the speaker's own organisation, which no list holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.known import Known, own_bodies
from chatham.anonymise.recognisers.naming import organisation_after, organisation_before
from chatham.model.private import Kind
from chatham.people.bodies import is_generic
from chatham.people.fold import fold_text
from chatham.people.gazetteers import is_language, is_town
from chatham.people.letters import UPPER
from chatham.people.meaning import BODY, meanings
from chatham.people.words import is_common, is_country

__all__ = ["OwnWorks"]

_WORK = (
    "app|application|tool|toolkit|hotline|helpline|platform|database|diary|newsletter|podcast|blog|radio|house|"
    "home|shelter|"
    "safe house|kitchen|caf[eé]|garden|bus|van|caravan|school|theatre|choir|game|map|tracker|archive|line|"
    "phone line|chatbot"
)
_APPOSED = re.compile(
    rf",\s+(?:a|an|our|its|their|his|her|the)\s+(?:[a-z][\w-]*\s+){{0,3}}(?:{_WORK})\b|,\s+(?:little|small|printed|free)\s+[a-z]+\b"
)
_SHOWED = re.compile(r"\b(?:introduced|presented|demonstrated|showed|described)\s+(?:the\s+)?(?=[^\W\d_])")
_OWNED = re.compile(r"(?:\b[Oo]ur|\b[Mm]y|\b[Hh]is|\b[Hh]er|\b[Tt]heir|['’]s)\s+(?=[^\W\d_])")
_AND_WHAT = re.compile(
    rf"[ \u00a0](?:{_WORK}|visits?|project|programme|campaign|course|classes|fund|card|team|walks?"
    r"|nights?|tours?|scheme)\b"
)
_RUNS = re.compile(
    r"\b(?:runs?|ran|running|offers?|offered|offering|launched|launches|started|created|built|developed|"
    r"publishe[sd]|keeps?|opened|"
    r"our|my|its|their|his|her)\s+(?:own\s+)?(?:the\s+)?(?=[^\W\d_])"
)
_OUR = re.compile(
    rf"\b(?:my|our|its|their|his|her)\s+(?:(?:own|new|little|weekly|monthly|online|facebook|telephone|phone|small|night|mobile)\s+){{0,2}}"
    rf"(?:{_WORK}|page|site|website|magazine|paper|newspaper|channel|campaign|project|programme|bulletin|series|group|"
    rf"show|course|workshop|dictionary|handbook|guide|survey|festival|film|play|exhibition|boat|fund)s?,?\s+"
    rf"(?:is\s+)?(?:(?:called|named)\s+)?[\"“'‘]?(?:the\s+)?(?=[^\W\d_])",
    re.IGNORECASE,
)
_TOOL = re.compile(
    r"\b(?:app|platform|hotline|helpline|chatbot|bot|booklet|leaflet|newsletter|podcast|website|database|toolkit"
    r"|dashboard|tracker|portal|simulator|calculator)"
    r"[ \u00a0]+[\"“'‘]?(?=[^\W\d_])"
)
_MEANS = re.compile(
    r"(?:(?P<sure>\b(?:which|name|it|that)\s+(?:means|translates (?:as|to)|is)\s+(?:in English\s+)?[\"“'‘])|[(\[“\"‘])"
    r"(?=[^\W\d_])"
)
_SAYS_SO = re.compile(
    r"[\"”’']?\s*,?\s+(?:(?:as\s+)?(?:he|she|they|we|I)\s+(?:translates?d?|calls?(?:ed)?\s+it|puts\s+it)"
    r"|in\s+(?:English|translation|our\s+language)|to\s+give\s+it\s+its\s+\w+\s+name)\b"
)
# Behind a name: whose it is, or that it is a rendering.
_IS_OURS = re.compile(
    r"[\"”’']?\s*,\s+(?:as\s+(?:you|one|they|we)\s+(?:would\s+|might\s+)?(?:say|put|call)\s+(?:it\s+)?in\s+\w+"
    r"|as\s+(?:he|she|they|we|I)\s+(?:calls?|called|say|says|translates?|translated|renders?|puts?)\s+(?:(?:his|her|their|my|our|its)\s+(?:own\s+)?\w+|it)"
    r"|which\s+(?:is|was)\s+(?:ours|mine|our\s+own)|(?:that['’]s|that\s+is|it['’]s|which\s+is)\s+(?:our|my)\s+(?:[\w-]+\s+){0,2}\w+)\b"
    r"|[\"”’']?\s+\((?:(?:the|an?)\s+)?[a-z][\w -]{2,30}?\s(?:of|by|from)\s+(?:my|our|his|her|their)\b"
)
_IN_ENGLISH = re.compile(
    r"\b(?:(?:or|that\s+is|which\s+is)\s+)?in\s+(?:plain\s+)?English,?\s+(?:it\s+is\s+)?[\"“'‘]?(?:the\s+)?(?=[^\W\d_])"
)
_WHAT_IT_IS = re.compile(r"[\"”’']?[ \u00a0]+is what (?:the |our |my )?\w+ calls? it\b")
_EVERYBODYS = frozenset(
    """
    whatsapp facebook messenger telegram signal viber tiktok instagram twitter youtube zoom teams skype google chrome
    apple android linkedin wechat fintech openstreetmap javascript powerpoint sharepoint dropbox paynow promptpay bkash
    mpesa gofundme weibo line snapchat uber bolt wolt glovo deliveroo grab gojek paypal excel word
    imo kobo kobotoolbox odk rapidpro powerbi tableau x
    """.split()
)
_CAPITAL = re.compile(rf"(?<![\w@/.’'-])[{UPPER}][\w’'-]*")
_CALLED = re.compile(
    rf"\b(?:{_WORK}|campaign|project|programme|booklet|leaflet|notebook|fund|scheme|band|show)\s+(?:is\s+)?(?:called|named)\s+(?:the\s+)?(?=[^\W\d_])",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"\b(?:[Oo]ur|[Mm]y)\s+$")
_THE = re.compile(r"\bthe\s+(?=[^\W\d_])", re.IGNORECASE)
_BRANDS = re.compile(rf"(?<![\w@./#-])[{UPPER}][a-zß-öø-ÿ]+[{UPPER}][a-zß-öø-ÿ]+(?![\w@/-])(?!\.\w)")
_OF_FAMILIES = frozenset("mc mac fitz de la le al el di du da van von ni abd abdul des der".split())
_ACTS = ("VBZ", "VBD", "VBP", "MD")
_ARTICLE = 6  # letters that may stand beside a name in the head of a line: `The `
# A line of a form that says what somebody's tool or practice is called, and what it is.
_FIELD = re.compile(
    r"(?m)^[ \t]*(?:[-*•][ \t]*)?(?:good[ ]practice|practice|tool|project|initiative|campaign|resource|material)s?"
    r"[ \t]*:[ \t]*[\"“'‘]?(?:the\s+)?(?=[^\W\d_])",
    re.IGNORECASE,
)
_SAID_WHAT = re.compile(
    rf"[\"”’']?(?:,\s+(?:(?:an?|our|its|their|his|her|the)\s+[a-z]|(?:{_WORK})\b)"
    r"|\s+\((?:(?:the|an?)\s+)?[a-z][\w -]{2,30}?\s(?:of|by|from)\s+(?:my|our|his|her|their)\b"
    r"|\s+\((?:my|our|his|her|their)\s)"
)
_BRAND = re.compile(r"[^\W\d_A-ZÀ-Þ]*[^\W\d_][a-zß-öø-ÿ]+[A-ZÀ-Þ][a-zß-öø-ÿ]+(?=[.,;:)]|\s[-–—]|$)")
_HEAD = frozenset(
    """
    app tool hotline helpline diary newsletter podcast blog house kitchen cafe garden caravan choir tracker
    chatbot
    """.split()
)
_STATE = frozenset(
    """
    white lords commons representatives councillors senate parliament upper lower people peoples government
    state
    """.split()
)


# Things that people make, keep and run, and give a name: in whatever language, by what the word means.
_THINGS = frozenset(
    """
    line lines hotline helpline radio bus van boat caravan truck wagon ferry train bike map atlas card book books
    booklet notebook cookbook handbook dictionary diary calendar ledger archive almanac letter letters postcard
    newspaper magazine newsletter podcast blog channel hour show film theatre choir orchestra song songs festival
    march walk night table tables bench tent room corner kitchen bakery cafe shelter garden farm library workshop
    school clinic box bag kit suitcase shoes shoe thread threads quilt lamp lantern candle bell clock key keys
    window door mirror nest root roots seed seeds bread soup salt umbrella anchor compass lighthouse rope net game
    app tool tracker chatbot screen phone platform project campaign circle chain collection exhibition museum voice
    voices stories step steps
    """.split()
)
# Words in the names of laws, offices, papers and places, which belong to the State or to nobody.
_OFFICIAL = frozenset(
    """
    official gazette act acts law laws bill directive convention protocol compact charter code regulation
    regulations decree statute agreement treaty process plan strategy framework policy policies declaration
    constitution article section chapter objective objectives working round minister ministry department directorate
    authority agency commission commissioner committee council court courts tribunal police army navy guard guards
    forces inspectorate inspection prosecutor ombudsman parliament senate assembly government state states federal
    republic kingdom embassy consulate consul service services security immigration emigration migration customs
    border passport visa permit residence residency citizenship status asylum employment unemployment insurance
    pension tax identity registry register registration census international global regional united european african
    arab asian american nations union bank federation confederation organization organisation association foundation
    institute university hospital airport station street square avenue sea ocean mediterranean balkans gulf river
    lake mount valley mountains island islands route corridor coast north south east west western eastern northern
    southern central crescent doctors lawyers amnesty scheme pact temporary protection day week month year january
    february april may june july august september october november december tuesday wednesday thursday covid
    president prime king queen pope saint san santa mosque programme program centre center office bureau general
    high supreme affairs climate wall cyclone storm hurricane typhoon camp rules
    category regime guidelines division corps goals cup hall cross win
    """.split()
)
_PAPERS = frozenset(
    """
    blue green single employee health identity residence resident work orange white yellow pink sim id labour smart
    family social seasonal credit ration aid phone alarm civil public national
    """.split()
)
# What stands somewhere and is called after the place: `New Bell police station`.
_FACILITY = re.compile(
    r"[ \u00a0]+(?:(?:central|main|police|bus|train|railway|fire|border|detention|maximum|fish)[ \u00a0])?"
    r"(?:station|prison|jail|hospital|airport|market|port|harbour|harbor|camp|cent(?:re|er)|bridge|junction|district|neighbou?rhood|quarter|"
    r"roundabout|checkpoint|crossing|court|registry|beach|river|lake|valley|village|town)s?\b"
)
_WAYS = (
    (_OUR, "own"),
    (_RUNS, "apposition"),
    (_SHOWED, "what"),
    (_FIELD, "what"),
    (_CALLED, ""),
    (_TOOL, "own"),
    (_THE, "head"),
    (_OWNED, "owned"),
)
_OPENERS = frozenset(
    """
    from with on at in by via through read call our my his her their the a an this that every each for to of and but
    so if when where we i see since after before as under about like without inside near ask join ring watch it she
    he they is are was there here
    """.split()
)


class OwnWorks(MentionRecogniser):
    """Finds a name made of ordinary words with capitals that stands for something the speaker's organisation runs.

    It looks only where the note has a speaker from the room, and passes over whatever the State might run.

    Args:
        known: The roster, compiled.
    """

    kinds = (Kind.AFFILIATION,)

    def __init__(self, known: Known):
        super().__init__()
        self.known = known

    def _glossed(self, note: NoteContext) -> Iterator[tuple[int, int]]:
        """What a name is said to mean, or a thing to be called: `(The Pavement, he translates)`."""
        text = note.around.text
        for match in _WHAT_IT_IS.finditer(text):
            start = organisation_before(text, match.start())
            if start < match.start():
                yield start, match.start()
        for match in _IS_OURS.finditer(text):
            start = organisation_before(text, match.start())
            if start < match.start():
                yield start, match.start()
        for match in _IN_ENGLISH.finditer(text):
            end = organisation_after(text, match.end())
            if " " in text[match.end() : end]:
                yield match.end(), end
        for match in _MEANS.finditer(text):
            end = organisation_after(text, match.end())
            if end > match.end() and (match.group("sure") or _SAYS_SO.match(text, end)):
                yield match.end(), end

    def mentions(self, note: NoteContext) -> Iterable[Mention]:
        """See `MentionRecogniser.mentions`."""
        if not note.speaker and not any(m.kind is Kind.PERSON and m.role is Role.SPEAKER for m in note.found):
            return
        text = note.around.text
        seen: set[int] = set()
        for start, end in self._glossed(note):
            if not note.covered(start, end) and not any(is_country(w) for w in fold_text(text[start:end]).split()):
                seen.add(start)
                yield self._mention(text, start, end, 0.6, "what the speaker's organisation is said to be called")
        for pattern, needs in _WAYS:
            for match in pattern.finditer(text):
                start = match.end()
                if start in seen or not text[start].isupper():
                    continue
                end = organisation_after(text, start)
                if end == start or note.covered(start, end) or not _is_work(note, start, end, needs):
                    continue
                if needs == "apposition" and not _APPOSED.match(text, end):
                    continue
                if needs == "owned" and not _AND_WHAT.match(text, end):
                    continue
                if needs == "what" and not (_SAID_WHAT.match(text, end) or _BRAND.fullmatch(text, start, end)):
                    continue
                words = fold_text(text[start:end]).split()
                if needs == "head" and not ((words[-1] in _HEAD or words[0] in _HEAD) and len(words) > 1):
                    continue
                seen.add(start)
                yield self._mention(
                    text, start, end, 0.6, "something that the speaker's organisation runs, by its name"
                )
        if self._private(note):
            for start, end in (*_titled(note), *_brands(note)):
                if start not in seen:
                    yield self._mention(
                        text, start, end, 0.55, "a thing with a name of its own, in the speaker's words"
                    )

    def _private(self, note: NoteContext) -> bool:
        """Whether the speaker is on the list, and stands for no public body, which speaks of what the State runs."""
        bodies = [self.known.full[key][1] for key in own_bodies(note, self.known) if key in self.known.full]
        return bool(bodies) and not any(body.public for body in bodies)

    def _mention(self, text: str, start: int, end: int, score: float, why: str) -> Mention:
        return Mention(
            start=start,
            end=end,
            kind=Kind.AFFILIATION,
            role=Role.ACTOR,
            who=frozenset({f"organisation {fold_text(text[start:end])}"}),
            recogniser=self.name,
            score=score,
            why=why,
        )


def _brands(note: NoteContext) -> Iterator[tuple[int, int]]:
    """Names with a capital letter inside, which no ordinary word has: `TraceBack has matched 14,300 records`."""
    for match in _BRANDS.finditer(note.around.text):
        words = [w.casefold() for w in re.findall(rf"[{UPPER}][^{UPPER}]*", match.group())]
        named = words[0] in _OF_FAMILIES or fold_text(match.group()) in _EVERYBODYS or min(map(len, words)) < 3  # MoUs
        if not named and not note.covered(*match.span()) and not note.around.shouting:
            yield match.span()


def _titled(note: NoteContext) -> Iterator[tuple[int, int]]:
    """Names of two words and more with capitals that say what thing it is: `the Blue Thermos Bus`, `Dobra Linia`."""
    around = note.around
    text = around.text
    if around.shouting:
        return
    past = 0
    for match in _CAPITAL.finditer(text):
        start = match.start()
        if start < past:
            continue
        end = past = organisation_after(text, start)
        own = _POSSESSIVE.search(text[max(0, start - 10) : start]) is not None
        while (word := _CAPITAL.match(text, start)) and " " in text[start:end]:  # With Shoes of Lampedusa we toured
            if fold_text(word.group()) not in _OPENERS:
                break
            own = _POSSESSIVE.match(word.group() + " ") is not None
            start = text.index(" ", start) + 1
        if start >= end or not text[start].isupper() or note.covered(start, end):
            continue
        if not _is_thing_run(note, start, end, own=own):
            continue
        yield start, end


def _heads_line(note: NoteContext, start: int, end: int) -> bool:
    """Whether it is all that stands before a colon, as a heading or a speaker does."""
    label = note.around.label(start, end)
    return label is not None and label.end - label.start < end - start + _ARTICLE


def _is_thing_run(note: NoteContext, start: int, end: int, *, own: bool) -> bool:
    around = note.around
    raw = around.text[start:end]
    words = fold_text(raw).split()
    content = [w for w in words if len(w) > 2]
    if not 1 < len(words) <= 6 or len(content) < 2 or any(c.isdigit() for c in raw):
        return False
    if any(
        w in _OFFICIAL or is_country(w) or (w in _EVERYBODYS and w not in _THINGS) or w in _STATE or is_language(w)
        for w in words
    ):
        return False
    paper = words[0] in _PAPERS and len(words) == 2 and words[1] in ("card", "book", "phone", "line", "kit", "bag")
    if paper or any(w.isupper() and len(w) > 1 for w in raw.split()) or {"red", "cross"} <= set(words):
        return False
    if (
        re.match(r"[ \u00a0]\d", around.text[end : end + 2])
        or _FACILITY.match(around.text, end)
        or _heads_line(note, start, end)
    ):
        return False
    entity = around.entity(start, end)
    label = "" if entity is None else entity[2]
    if label in ("NORP", "LAW", "DATE", "LANGUAGE", "MONEY", "CARDINAL") or is_town(fold_text(raw)):
        return False
    ends = (content[0], content[-1])
    thing = any(w in _THINGS or any(m.lstrip(BODY) in _THINGS for m in meanings(w)) for w in ends)
    if label in ("GPE", "LOC", "PERSON"):
        thing = any(w in _THINGS for w in ends)
    named = all(map(is_common, content)) and around.sentence_start(start) and around.tag_after(end) in _ACTS
    return thing or named or "your" in words[1:] or (own and any(is_generic(w) or is_common(w) for w in words))


def _is_work(note: NoteContext, start: int, end: int, needs: str) -> bool:
    raw = note.around.text[start:end]
    words = fold_text(raw).split()
    if raw.isupper() or any(is_country(w) or w in _STATE or w in _EVERYBODYS or w.isdigit() for w in words):
        return False
    entity = note.around.entity(start, end)
    label = "" if entity is None else entity[2]
    if needs == "own":  # `our hotline Ghore Fera`: the possessive says whose it is
        return len(raw) > 3 and not (label in ("NORP", "DATE", "LAW") or (label in ("GPE", "LOC") and len(words) == 1))
    if label in ("GPE", "LOC", "NORP", "LAW", "EVENT", "DATE"):
        return False
    if label == "PERSON" and not all(is_common(w) for w in words):
        return False
    if needs in ("what", "owned"):
        return not any(w in _OFFICIAL for w in words) and not is_town(fold_text(raw))
    return len(words) > 1 and any(is_common(w) for w in words)
