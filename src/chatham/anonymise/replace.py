"""What stands instead of a name, so that the sentence still reads as English.

The examples that this follows are golden tests. Nothing is invented and nothing is lost: an edit is wider than the
name only by articles, honorifics, connecting words, a noun that stands for the person, brackets, punctuation, and a
verb that must agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace as changed

from chatham.anonymise import neighbours, phrases
from chatham.anonymise.cast import Cast, Describe, Who
from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.overlaps import FILE_NAME, acquainted, disjoint
from chatham.anonymise.spans import Edit, merge
from chatham.anonymise.units import Sort, Unit, join, read
from chatham.language import grammar
from chatham.model.private import Kind

__all__ = ["plan"]

_POSSESSED = re.compile(r"['’](?=\s+[a-z])")
_THING_OF_PERSON = re.compile(
    r"\s+(?:proposal|point|question|comment|suggestion|idea|remark|statement|intervention|story|presentation"
    r"|slides)\b"
)
_OF_OFFICE = re.compile(
    r"\s+(?:of|from|in)\s+(?:my|our|his|her|their|its)\s+(?:own\s+)?(?:office|team|organi[sz]ation|group"
    r"|staff|network|union|centre)\b"
)
_THING = re.compile(
    r"(?:hotline|helpline|diary|newsletter|report|study|survey|project|programme|program|campaign|app|toolkit"
    r"|tool|handbook"
    r"|manual|podcast|database|map|register|magazine|bulletin|journal|website|fund|film|exhibition|blog|page"
    r"|channel)$",
    re.IGNORECASE,
)
_USED_AS_THING = re.compile(
    r"\b(?:in|on|via|through|using|with|under|answer(?:s|ed|ing)?|call(?:s|ed|ing)?|ring(?:s|ing)?|rang"
    r"|phone[sd]?|read|runs?"
    r"|launched|published|started)\s+(?:the\s+|our\s+|its\s+)?$",
    re.IGNORECASE,
)
_WITH_TOOL = re.compile(r"\b(?:with|through|via|on|in|using)\s+$", re.IGNORECASE)
_SOMEBODY_CAN = re.compile(
    r",?\s+(?:an?|the|any|every|you|we|they|one|people|workers|women|anybody|anyone)\s+(?:\w+\s+)?(?:can|could|may)\b"
)
_EXPLAINED_THING = re.compile(
    r"[,:]\s+(?=an?\s+(?:[\w-]+\s+){0,3}?(?:tool|app|hotline|helpline|platform|website|programme|program|project"
    r"|campaign|service"
    r"|newsletter|toolkit|system|database|form|game|phone|line|scheme|course|booklet|card|leaflet"
    r"|guide|handbook|folder|poster|film|map|passport)\b)"
)
_OF_A_BODY = re.compile(
    r"\b(?:organi[sz]ation|office|union|association|network|group|team|ministry|company)(?P<mark>['’]s\s+)$",
    re.IGNORECASE,
)
_BEING = re.compile(r"\b(?:being|speaking|coming|writing)\s+(?:here\s+)?(?:from|of|for|as)\s+$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:an?|the|another)(?:\s+other)?\s+")
_THE = re.compile(r"The\s+(?=\S)")
_COMPOUND = re.compile(r"-(?:run|led|based|funded|supported|owned|backed|organi[sz]ed)(?=\s+[a-z])")
_VERB = re.compile(r"\s+(?P<verb>[a-z]+(?:n['’]t)?)\b")
_CLAUSE = re.compile(
    r"(?:\b(?:that|and|but|because|as|while|when|where|if|although|since|so|which)|[,:;–—])\s+$", re.IGNORECASE
)
_MODAL = re.compile(
    r"\b(?:can|could|will|would|shall|should|may|might|must|do|does|did|let|help|make|to)\s+$", re.IGNORECASE
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|me|us|myself|ourselves),\s*$")
_CALLED_ON = re.compile(r",\s+(?:could|can|would|will|do|did|are|you|please|pls|your|what|how|is|any)\b", re.IGNORECASE)
_BRACKET_ALL = re.compile(r"\s*[)\]]")
_IN_BRACKET_LEFT = re.compile(r"[(\[]\s*(?:(?:from|of|at)\s+)?$")
_IN_BRACKET_AFTER = re.compile(r"[(\[][^()\[\]\n]*?(\s*[,;/]\s*(?:(?:from|of|at)\s+)?(?:the\s+)?)$")
_OUTSIDE_CUES = re.compile(
    r"\b(?:as|what)\s+$|\b(?:thank(?:s|ed|ing)?|agree(?:s|d)?|chair(?:ed)?|facilitat\w+|moderat\w+|session"
    r"|group|note)\b[^.\n]*$",
    re.IGNORECASE,
)


def plan(
    text: str,
    mentions: Iterable[Mention],
    *,
    speaker: Who = frozenset(),
    describe: Describe | None = None,
) -> tuple[Edit, ...]:
    """Turn what recognisers found into edits that read well.

    Args:
        text: The raw text of a note.
        mentions: In any order; they may overlap.
        speaker: Keys of the note's own speaker and of whom the speaker stands for, as far as recorded: whoever else
            takes part is `another participant`.
        describe: What a person is called in public; `participant` by default.

    Returns:
        Sorted, disjoint edits. A replacement of None marks a phrase for review.
    """
    found = acquainted(text, disjoint(text, mentions))
    marks = [m for m in found if m.kind is Kind.INDIRECT and m.phrase is None]
    units = join(text, read(text, [m for m in found if m not in marks]))
    cast = Cast(*_main(units, speaker))
    if describe is not None:
        cast.describe = describe
    stands = {
        key
        for unit in units
        if unit.sort is Sort.PERSON and Role.SPEAKER in unit.roles
        for who in unit.members
        for key in who
    }
    edits: list[Edit] = []
    for unit in units:
        made = _edit(text, unit, cast, stands)
        edits.append(made)
        edits += [changed(made, start=a, end=b, replacement="") for a, b in unit.cut]
    edits = list(merge(edits))
    for mark in marks:
        edits += _gaps(mark, edits)
    return merge(edits)


def _main(units: list[Unit], speaker: Who) -> tuple[Who, bool]:
    """Who speaks in this note: as recorded, or the only one whom it labels or introduces as speaking."""
    if speaker:
        return speaker, True
    speaking: list[Who] = []
    for unit in units:
        if unit.sort is Sort.PERSON and Role.SPEAKER in unit.roles and len(unit.members) == 1:
            [who] = unit.members
            if not any(who & other for other in speaking):
                speaking.append(who)
    return (speaking[0] if len(speaking) == 1 else frozenset()), False


def _gaps(mark: Mention, edits: list[Edit]) -> list[Edit]:
    """What is left to review of a marked phrase when names inside of it are gone: its longest piece."""
    pieces: list[tuple[int, int]] = []
    start = mark.start
    for edit in sorted((e for e in edits if e.start < mark.end and mark.start < e.end), key=lambda e: e.start):
        if start < edit.start:
            pieces.append((start, edit.start))
        start = max(start, edit.end)
    if start < mark.end:
        pieces.append((start, mark.end))
    if not pieces:
        return []
    a, b = max(pieces, key=lambda p: p[1] - p[0])
    return [Edit(a, b, mark.kind, None, mark.recogniser, mark.score, mark.why)]


def _edit(text: str, unit: Unit, cast: Cast, stands: set[int | str]) -> Edit:
    if unit.sort is Sort.CONTACT:
        surface = text[unit.start : unit.end]
        return _made(unit, unit.start, unit.end, phrases.FILE if FILE_NAME.fullmatch(surface) else phrases.CONTACT)
    if unit.sort is Sort.INDIRECT or (len(unit.mentions) == 1 and unit.kind is Kind.INDIRECT):
        phrase, start = unit.mentions[0].phrase or "", unit.start
        being = _BEING.search(text[max(0, start - 24) : start]) if phrase == phrases.PARTICIPANT.a() else None
        if being:  # `being from the only court here`
            phrase, start = f"as {phrase}", start - len(being[0])
        opens = grammar.starts_sentence(text, start)
        return _made(unit, start, unit.end, grammar.capitalise(phrase) if opens else phrase)
    if unit.sort is Sort.BODY:
        return _body_edit(text, unit, cast)
    return _person_edit(text, unit, cast, stands)


def _made(unit: Unit, start: int, end: int, phrase: str) -> Edit:
    leader = max(unit.mentions, key=lambda m: (m.kind is unit.kind, m.end - m.start, -m.start))
    return Edit(start, end, unit.kind, phrase, leader.recogniser, max(m.score for m in unit.mentions), leader.why)


def _person_edit(text: str, unit: Unit, cast: Cast, stands: set[int | str]) -> Edit:
    start, end = unit.start, unit.end
    opens = grammar.starts_sentence(text, start)
    label = neighbours.is_label(text, start, end, opens=opens)
    who = unit.members[0]
    if not label and unit.by_name:
        gone = _dropped(text, unit, cast, opens)
        if gone:
            return gone
    if unit.by_name and neighbours.introduces_name(text, start):
        return _made(unit, start, end, phrases.NAME)
    if len(unit.members) > 1:
        described = any(m.kind is Kind.INDIRECT for m in unit.mentions)  # may well be the speaker
        phrase = cast.people(list(unit.members), label=label or described)
    else:
        outsider = (
            bool(who)
            and all(isinstance(key, str) for key in who)
            and Role.MENTIONED in unit.roles
            and len(unit.mentions) == 1
            and start > 0
            and not who & stands
            and not label
            and not neighbours.leads_to_another(text, start)
            and not _OUTSIDE_CUES.search(text[max(0, start - 60) : start])
        )
        phrase = cast.person(
            who or frozenset({text[unit.core : end].casefold()}),
            label=label,
            another=neighbours.leads_to_another(text, start),
            outsider=outsider,
            possessed=re.match(r"['’]", text[end:]) is not None,
            plain=not _describable(text, unit, cast, label=label),
        )
    if len(unit.members) == 1 and _OF_OFFICE.match(text, end):
        phrase = phrases.COLLEAGUE if phrase.startswith("the ") else f"a {phrases.COLLEAGUE}"
    return _placed(text, unit, phrase, noun=phrases.COLLEAGUE, plural=len(unit.members) > 1, opens=opens)


def _describable(text: str, unit: Unit, cast: Cast, *, label: bool) -> bool:
    """Whether a description reads well and is needed: of who speaks here, not of whom the speaker takes up or thanks.

    `A participant from civil society's point` would read badly.
    """
    if re.match(r"['’]", text[unit.end :]) or _THING_OF_PERSON.match(text, unit.end):
        return False
    [who] = unit.members
    return label or (Role.SPEAKER in unit.roles and (not cast.speaker_known or bool(who & cast.main)))


def _dropped(text: str, unit: Unit, cast: Cast, opens: bool) -> Edit | None:
    """The edit that removes a name without putting anything in its place, where the sentence does without it."""
    start, end, who = unit.start, unit.end, unit.members[0]
    called = neighbours.address(text, start, end)
    if called:
        for member in unit.members:
            cast.person(member, another=True)
        return _made(unit, *called, "")
    if re.search(r"\bdear\s+$", text[max(0, start - 6) : start], re.IGNORECASE):
        return _made(unit, start, end, phrases.COLLEAGUE + ("s" if len(unit.members) > 1 else ""))
    if text[start - 1 : start] == "@" and start:
        return _made(unit, start, end, phrases.COLLEAGUE + ("s" if len(unit.members) > 1 else ""))
    if opens and _CALLED_ON.match(text, end) and Role.MENTIONED in unit.roles:
        return _made(unit, start, end, grammar.capitalise(phrases.COLLEAGUE + ("s" if len(unit.members) > 1 else "")))
    if _FIRST_PERSON.search(text[max(0, start - 12) : start]) and text[end : end + 1] == ",":
        comma = re.search(r",\s*$", text[:start])
        return _made(unit, start - len(comma[0]) if comma else start, end + 1, "")
    if len(unit.members) > 1:
        return None
    repeats = neighbours.apposition(text, start, end)
    if repeats:
        (left, right), noun = repeats
        cast.stays(who, noun)
        return _made(unit, left, right, "")
    bracket = _IN_BRACKET_LEFT.search(text[max(0, start - 8) : start])
    closing = _BRACKET_ALL.match(text, end)
    if bracket and closing:
        left = start - len(bracket[0])
        if neighbours.follows_person_noun(text, left) or text[:left].rstrip().endswith(("participant", "colleague")):
            while left and text[left - 1] in " \t":
                left -= 1
            cast.person(who)
            return _made(unit, left, closing.end(), "")
    return None


def _body_edit(text: str, unit: Unit, cast: Cast) -> Edit:
    start, end = unit.start, unit.end
    opens = grammar.starts_sentence(text, start)
    several = len(unit.members) > 1
    if not several:
        gone = _dropped_body(text, unit)
        if gone:
            return gone
    if neighbours.introduces_name(text, start):
        return _made(unit, start, end, phrases.NAME)
    if not several:
        explained = _EXPLAINED_THING.match(text, end)
        if explained and not opens:
            return _made(unit, start, explained.end(), "")
    phrase = cast.organisations(list(unit.members)) if several else cast.organisation(_keys(text, unit))
    own = not several and bool(unit.members[0] & cast.main) and phrase == phrases.ORGANIZATION.a()
    owned = neighbours.owned(text, end) and not re.match(r"['’]", text[end:])
    thing = _THING.search(text[unit.mentions[-1].start : unit.mentions[-1].end])
    if thing and not several and _USED_AS_THING.search(text[max(0, start - 24) : start]):
        phrase = f"{grammar.possessive(phrase)} {thing[0].casefold()}"
    elif not several and _WITH_TOOL.search(text[max(0, start - 8) : start]) and _SOMEBODY_CAN.match(text, end):
        phrase = f"{grammar.possessive(phrase)} tool"
    return _placed(
        text, unit, phrase, noun=phrases.ORGANIZATION.again, plural=several, opens=opens, owned=owned, own=own
    )


def _keys(text: str, unit: Unit) -> Who:
    return unit.members[0] or frozenset({text[unit.core : unit.end].casefold()})


def _dropped_body(text: str, unit: Unit) -> Edit | None:
    start, end, name = unit.start, unit.end, unit.mentions[0].start
    prep = neighbours.we_at(text, start)
    if prep is not None and not neighbours.owned(text, end):
        return _made(unit, prep, end, "")
    if re.match(r"\s+(?:from|of|at|with|for|representing)\b", text[start:]):
        return _made(unit, start, end, "")  # `our friend from X`: the noun stays
    repeats = neighbours.body_apposition(text, name, end)
    if repeats:
        return _made(unit, *repeats, "")
    owner = neighbours.determiner(text, start)
    if (
        owner
        and owner[1] in ("our", "my", "his", "her", "their", "its", "your")
        and re.match(r"\s+[a-z]", text[end:])
        and not neighbours.verb_after(text, end)
    ):
        return _made(unit, start, end + 1, "")
    theirs = _OF_A_BODY.search(text[max(0, start - 24) : start])
    if theirs and neighbours.verb_after(text, end):
        return _made(unit, start - len(theirs["mark"]), end, "")  # `her office's X collects`: the office does
    opening = _IN_BRACKET_LEFT.search(text[max(0, start - 8) : start])
    closing = _BRACKET_ALL.match(text, end)
    if opening and closing:
        left = start - len(opening[0])
        if text[:left].strip() and not grammar.starts_sentence(text, left):
            while left and text[left - 1] in " \t":
                left -= 1
            return _made(unit, left, closing.end(), "")
        return None
    if Role.AFFILIATION in unit.roles:
        after = _IN_BRACKET_AFTER.search(text[max(0, start - 60) : start])
        if closing and after:
            return _made(unit, start - len(after[1]), end, "")
        separator = re.match(r"\s*[,;/]\s*", text[end:])
        if opening and separator:
            return _made(unit, start, end + separator.end(), "")
    return None


def _placed(
    text: str,
    unit: Unit,
    phrase: str,
    *,
    noun: str,
    plural: bool,
    opens: bool,
    owned: bool = False,
    own: bool = False,
) -> Edit:
    """The phrase in its place: determiner, possessive, verb and capital letter.

    A `the` that stands before the speaker's own body, or before one that was named already, stays.
    """
    start, end = unit.start, unit.end
    before = neighbours.determiner(text, start)
    begins = opens or (before is not None and grammar.starts_sentence(text, before[0]))
    inside = _THE.match(text, start) if own and opens else None
    if inside:
        start, phrase, opens = inside.end(), _ARTICLE.sub("", phrase), False
    elif before:
        place, word = before
        if word == "the" and not plural and (own or phrase.startswith("the ")):
            phrase, opens = _ARTICLE.sub("", phrase), False
        elif word in ("a", "an", "the", "one", "a certain"):
            start, opens = place, grammar.starts_sentence(text, place)
        elif word in ("our", "my", "his", "her", "their", "its", "your"):
            phrase = noun + ("s" if plural else "")
        elif not plural:
            phrase = _ARTICLE.sub("", phrase)
    elif not plural and neighbours.adjective_before(text, start):
        phrase = _ARTICLE.sub("", phrase)
    possessed = _POSSESSED.match(text, end) if text[end - 1].casefold() in "sxz" else None
    thing = unit.sort is Sort.PERSON and _THING_OF_PERSON.match(text, end)
    if possessed:
        phrase, end = grammar.possessive(phrase, text[end]), end + 1
    elif owned or thing:
        phrase = grammar.possessive(phrase, "’" if "’" in text and "'" not in text else "'")
    elif plural and (mark := re.match(r"(['’])s\b", text[end:])):
        phrase, end = phrase + mark[1], end + 2
    elif not plural and any(m.kind is Kind.AFFILIATION for m in unit.mentions):
        verb = _VERB.match(text, end)
        singular = grammar.agree(verb["verb"]) if verb else None
        clause = begins or _CLAUSE.search(text[max(0, start - 12) : start])
        if verb and singular and clause and not _MODAL.search(text[max(0, start - 12) : start]):
            phrase, end = f"{phrase} {singular}", verb.end()
    compound = _COMPOUND.match(text, end)
    if compound and unit.sort is Sort.BODY and not owned:
        phrase, end = grammar.possessive(phrase), compound.end()
    same = re.match(r"\s+(organi[sz]ations?|participants?)\b", text[end:])
    if same and not owned and phrase.split()[-1].rstrip("s") == same[1].rstrip("s").replace("isation", "ization"):
        end += same.end()
    return _made(unit, start, end, grammar.capitalise(phrase) if opens else phrase)
