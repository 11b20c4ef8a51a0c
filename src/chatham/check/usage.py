"""Whether a word that may be a name is used as one: told by what stands around it, not by what it is."""

from __future__ import annotations

import re

from chatham.check.line import Line
from chatham.check.tokens import Token
from chatham.people.words import HONORIFICS, is_common

__all__ = ["is_affiliation", "is_label", "is_person", "is_proper", "is_spoken"]

_SPEECH = frozenset(
    str.split("""
    said says say saying told tells asked asks asking noted notes noting stated states stating explained
    explains added adds adding argued argues reported reports replied replies answered answers suggested
    suggests proposed proposes recommended recommends recalled recalls remarked observed observes stressed
    stresses emphasized emphasised emphasizes emphasises underlined underlines highlighted highlights pointed
    mentioned mentions warned warns urged urges called calls repeated repeats agreed agrees disagreed disagrees
    believes believed thinks thought feels felt wants wanted wondered wonders insisted insists objected objects
    responded responds thanked thanks welcomed welcomes questioned questions spoke speaks shared shares
    described describes cautioned cautions commented comments concluded concludes confirmed confirms complained
    complains demanded demands expressed expresses raised raises reiterated reiterates reminded reminds
    requested requests seconded supported supports volunteered admitted acknowledged acknowledges advised
    advises advocated asserted clarified clarifies contended echoed echoes elaborated intervened introduced
    closed opened chaired moderated facilitated presented presents preferred prefers referred refers regretted
    regrets summarized summarised testified wrote writes speaking talked talks mused joked quipped offered
    offers gave gives wishes wished hopes hoped keeps kept
    """)
)
_ASIDE = frozenset(
    "also then then again later first rightly strongly often briefly further herself himself too both".split()
)
_PERSON_NOUNS = frozenset(
    str.split("""
    participant participants colleague colleagues representative representatives delegate delegates speaker speakers
    facilitator facilitators rapporteur moderator panellist panelist officer officers official officials member members
    person people someone somebody woman man lady gentleman staff staffer director coordinator lawyer researcher
    organizer organiser activist advocate volunteer interpreter friend friends delegation intervention statement team
    chair president secretary manager adviser advisor expert commentator focal rep reps employee founder
    """)
)
_SPEAKERS = frozenset(
    str.split(
        "participant participants colleague colleagues representative representatives delegate delegates "
        "speaker speakers facilitator facilitators rapporteur moderator panellist panelist delegation "
        "intervention statement rep reps focal"
    )
)
_BELONGING = frozenset(str.split("from of at with for representing behalf joined join chairs chaired heads leads"))
_OFFICES = frozenset(
    str.split(
        "office organization organisation agency ministry department union company group network centre center project"
    )
)
_OWNERS = frozenset(str.split("my our her his their your"))
_SELF = frozenset(str.split("we us our i my me"))
_BEFORE_A_TIME = frozenset(
    str.split("in since until till by last early late mid this next during of from between to and")
)
_DETERMINERS = frozenset(str.split("the a an this these those no any every each some his her their its our your my"))
_ADDRESSING = frozenset(str.split("thanks thank said says asked told cc hi hello dear replied according as with"))
_HONORIFIC_ALWAYS = frozenset(w for w in HONORIFICS if len(w) > 1 and not is_common(w)) | {
    "ms", "mr", "dr", "sister", "brother", "father", "madam", "prof", "professor", "auntie", "aunty", "uncle", "judge",
}  # fmt: skip
_LABEL_END = re.compile(r"\s*(?:\([^()\u2029]{0,60}\)|/\s*[\w.\-]{1,30})?\s*(?::|\s[-–—]\s|>)")
_BULLET = re.compile(
    r"(?:^|[\u2029\n])[ \t]*(?:[-*•–—>]+|\(?\w{1,3}[.)])?[ \t]*(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[ \t]*)?$"
)
_AFFILIATED = re.compile(r"\s*\([^()\u2029]*[A-Za-z]{2}[^()\u2029]*\)")


def is_person(line: Line, first: int, last: int, *, place: bool = False) -> bool:
    """Whether the words `first` to `last` are used as a person's name.

    Args:
        line: The text around them.
        first: Number of the first word.
        last: Number of the last.
        place: The word is also a country or a month: more is asked.
    """
    word, before = line.tokens[first], line.before(first)
    if before is not None and before.word in _HONORIFIC_ALWAYS and (before.capital or word.capital):
        return True
    if first > 0 and line.tokens[first - 1].word in _HONORIFIC_ALWAYS and line.gap(first) in (". ", ".", ".\u00a0"):
        return True
    if before is not None and before.word in HONORIFICS and len(before.word) > 2 and not is_common(before.word):
        return True  # a title of another language is no other word: `daw may`
    if is_label(line, first, last, bracket=place):
        return True
    if not word.capital:
        return False
    if place and before is not None and before.word in _BEFORE_A_TIME:
        return False
    if is_spoken(line, last):
        return True
    after = line.next(last)
    if after is not None and after.word == word.word and not after.capital:
        return True  # `Will will draft it`
    following = line.next(last)
    named = following is not None and following.capital and len(following.word) > 1  # somebody else: `as Will Rogers`
    if before is not None and before.word in _ADDRESSING and not named:
        return not (place and before.word in ("with", "as", "thank"))
    if following is not None and len(following.word) == 1 and following.upper and following.word not in ("i", "a", "s"):
        return True
    if place:
        return False
    return is_proper(line, first, last) or _is_listed(line, first)


def is_spoken(line: Line, last: int) -> bool:
    """Whether a verb of saying follows the word `last`: `Grace said`, `Grace (Tahanan) also noted`."""
    after = line.after(last)
    if after is None:
        return False
    if after.word in _SPEECH:
        return not after.capital
    place = line.tokens.index(after, last) + 1
    return after.word in _ASIDE and place < len(line.tokens) and line.tokens[place].word in _SPEECH


def is_label(line: Line, first: int, last: int, *, bracket: bool = False) -> bool:
    """Whether the words stand where a note says who speaks: `Grace:`, `- Grace (Tahanan) —`, `From Grace :`.

    Args:
        line: The text around them.
        first: Number of the first word.
        last: Number of the last.
        bracket: An affiliation in brackets has to follow.
    """
    start, end = line.tokens[first].start, line.tokens[last].end
    label = _LABEL_END.match(line.text, end)
    if label is None or (bracket and not _AFFILIATED.match(line.text, end)):
        return False
    before = line.before(first)
    sent = before is not None and before.word in ("from", "to", "by") and before.capital
    return sent or bool(_BULLET.search(line.text[max(0, start - 30) : start]))


def _is_listed(line: Line, first: int) -> bool:
    """Whether the word goes on a list of names: `thanked Tshering, Mercy and Joy`."""
    if first == 0 or line.in_title(first):
        return False
    before, following = line.tokens[first - 1], line.next(first)
    if following is not None and following.capital:
        return False
    if before.word == "and" and first > 1 and not line.gap(first).strip():
        return (
            line.tokens[first - 2].capital
            and line.before(first - 2) is not None
            and not line.gap(first - 1).strip(" ,")
        )
    return before.capital and line.gap(first).strip() == "," and line.before(first - 1) is not None


def is_proper(line: Line, first: int, last: int) -> bool:
    """Whether the words have capital letters that neither a sentence's beginning nor a longer name accounts for."""
    if not all(t.capital for t in line.tokens[first : last + 1]):
        return False
    before, following = line.before(first), line.next(last)
    if before is None or before.capital or before.word in _DETERMINERS or before.word.isdigit():
        return False
    if following is not None and following.word == "s":  # a possessive
        following = None
    if following is not None and (following.capital or following.word.isdigit()):
        return False
    # in a title most words have capitals, and prove nothing
    return not line.in_title(first)


def is_affiliation(line: Line, first: int, last: int, *, ordinary: bool = False) -> bool:
    """Whether the words say whom somebody stands for: `the X colleague`, `we at X`, `a participant (X)`, `X:`.

    Args:
        line: The text around them.
        first: Number of the first word.
        last: Number of the last.
        ordinary: The words are ordinary ones: without a capital letter, `border officials` says nothing.
    """
    tokens = line.tokens
    plain = ordinary and not tokens[first].capital
    before, following = line.before(first), line.next(last)
    if following is not None and following.word == "s":
        following = line.next(last + 1)
    if following is not None and not plain and _speaks(line, following) and not _is_body(line, last):
        return True
    if is_label(line, first, last):
        return True
    if before is None:
        return False
    opened = line.gap(first).strip()
    closed = line.gap(last + 1).lstrip()
    if opened.endswith("(") and closed.startswith(")") and (before.capital or before.word in _PERSON_NOUNS):
        behind = line.tokens[last + 1] if last + 1 < len(line.tokens) else None
        said = behind is not None and behind.word in _SPEECH and closed.rstrip() == ")"
        label = closed[1:].lstrip()[:1] in (":", "-", "–", "—") and bool(closed[1:].strip())
        if (said or label) and not _defines(line, first, last):
            return True
    if before.word in _OFFICES and opened == "," and first > 1 and tokens[first - 2].word in _OWNERS:
        return True  # `her office, TLMO`
    if before.word == "the" and first > 2 and line.gap(first - 1).strip() == "," and tokens[first - 2].word in _OFFICES:
        return tokens[first - 3].word in _OWNERS
    if opened.endswith(("(", "[", "/")) and (before.word in _PERSON_NOUNS or before.word in _SPEECH):
        return True
    place = first - 1
    while place >= 0 and tokens[place].word in ("the", "a", "an") and line.before(place + 1) is not None:
        place -= 1
    if place < 0 or line.parted(line.text[tokens[place].end : tokens[first].start]):
        return False
    if tokens[place].word in _BELONGING | {"on"} and place > 0 and line.before(place) is not None:
        owner = tokens[place - 1]
        if owner.word in _SELF or owner.word in ("speaking", "behalf"):
            return True
        if owner.word in ("work", "works", "worked", "here"):
            return tokens[place].word in ("for", "at", "from")
        return not plain and owner.word in _PERSON_NOUNS and (owner.word in _SPEAKERS or is_spoken(line, last))
    return tokens[place].word == "representing"


def _speaks(line: Line, noun: Token) -> bool:
    """Whether a noun stands for somebody in the room: any speaker, and staff or officials who say something."""
    if noun.word in _SPEAKERS:
        return True
    return noun.word in _PERSON_NOUNS and is_spoken(line, line.tokens.index(noun))


def _defines(line: Line, first: int, last: int) -> bool:
    """Whether the words in brackets only say what the words before them are called for short."""
    letters = "".join(t.word for t in line.tokens[first : last + 1])
    if last > first:
        return False
    initials = iter([t.word[0] for t in line.tokens[max(0, first - 2 * len(letters)) : first]])
    return all(any(letter == initial for initial in initials) for letter in letters)


def _is_body(line: Line, last: int) -> bool:
    """Whether the noun belongs to the organisation's work and not to a speaker: `UNHCR member States`."""
    place = last + 1
    while place < len(line.tokens) and line.tokens[place].word == "s":
        place += 1
    return place + 1 < len(line.tokens) and line.tokens[place + 1].word in (
        "states",
        "state",
        "countries",
        "governments",
    )
