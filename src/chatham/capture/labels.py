"""Who is speaking, where a line says so at its head: `Priya:`, `@Priya:`, `[Priya]`, `Priya (LH):`, `Priya — `.

There is no list of names to go by, so a label has to look like one: capital letters, few words, no sentence, and no
word that introduces something else (`Note:`, `Objective 9:`, `Q:`, `Malaysia:`).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from chatham.language.marks import heading_marks
from chatham.language.titles import review_of
from chatham.model.framework import Framework
from chatham.people.places import is_country
from chatham.people.words import HONORIFICS, NAMES_TOO, is_common

__all__ = ["Labels"]

_STAMP = re.compile(r"^\s*[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?[\])]?\s*[-–—]?\s+(?=\D)")
_COLON = re.compile(r"^\s*([#@]?)\s*(\S[^:\n]{0,88}?)\s*:(?=\s|$)\s*(.*)$", re.DOTALL)
_BOLD_COLON = re.compile(
    r"^\s*(\*\*|__|\*|_)\s*([#@]?)([^*_:\n]{1,88}?)\s*(?::\s*\1|\1\s*:)(?=\s|$)\s*(.*)$", re.DOTALL
)
_BRACKETED = re.compile(r"^\s*(?:\[([^\[\]\n]{1,60})\](?!\()|\{([^{}\n]{1,60})\})\s*[:–—-]?\s*(.*)$", re.DOTALL)
_DASH = re.compile(r"^\s*[#@]?\s*([^\W\d_][^:—–\n]{0,70}?)(?:\s+(?:—|–|-{1,2})\s+|—\s+|\s+—)(?=\S)(.*)$", re.DOTALL)
_SECOND_DASH = re.compile(r"^[^.!?\n]*\s(?:—|–|-{1,2})\s")
_PARENTHESIS = re.compile(r"^(.*?)\s*\(([^()]{1,60})\)$")
_SOMEBODY = re.compile(
    r"^(?:(?:a|an|the|another|one|first|second|third|next|last)\s+){0,2}"
    r"(?:speaker|participant|representative|delegate|colleague|facilitator|moderator|chair|chairperson|co-chair|interpreter|"
    r"panell?ist|respondent|presenter|host)\b(?:\s+(?:\d{1,3}|[A-Z]|(?:from|of|for|at|with)\s[^.!?;]{1,70}))?$",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    re.findall(
        r"[\w'-]+",
        "de da do dos das di du del della la le el al bin binti binte bt ibn van von der den ten ter y e af av zu and "
        "of for from the in on at na u ul ur",
    )
)
# Words that stand before a colon and are nobody.
_NOT_LABELS = frozenset(
    re.findall(
        r"[\w.']+",
        """
        a q qs ans answer answers question questions note notes nb n.b n.b. ps p.s p.s. fyi aob tbc tbd re cc ref
        refs source sources see http https www url link links email mail e-mail tel phone fax attn subject date time
        venue place agenda objective objectives obj goal goals target targets gcm sdg sdgs article articles art para
        paragraph section chapter annex table figure fig step steps phase round group session part item items no
        number point points action actions decision decisions example examples eg e.g ie i.e case background context
        introduction intro overview summary conclusion conclusions issue issues problem problems challenge
        challenges gap gaps barrier barriers risk risks opportunity opportunities progress update updates
        recommendation recommendations suggestion suggestions proposal proposals ask asks request requests demand
        demands need needs resource resources funding capacity training priority priorities practice practices
        lesson lessons result results outcome outcomes impact impacts evidence data statistics finding findings fact
        facts figures quote quotes comment comments remark remarks response responses reply feedback discussion
        observation observations reflection reflections message messages chat recording transcript first firstly
        second secondly third thirdly fourth fifth finally lastly last next then also moreover furthermore however
        therefore thus hence overall generally specifically namely including particularly especially additionally
        meanwhile otherwise instead similarly importantly clearly here there this that these those which what why
        how when where who whom whose because although while positive positives negative negatives pro pros con cons
        plus minus strength strengths weakness weaknesses yes ok okay agree agreed disagree thanks warning caution
        important urgent reminder correction clarification definition term terms key main general specific other
        others various all everyone everybody participants speakers attendees members states governments countries
        employers unions migrants women men children families workers refugees organizations organisations ngos csos
        region regional national local global international law laws policy policies legislation regulation
        enforcement implementation monitoring follow-up followup follow way forward today yesterday tomorrow monday
        tuesday wednesday thursday friday saturday sunday january february march june july august september october
        november december covid covid-19 idea ideas vision mission rapporteur sic inaudible laughter applause
        silence pause crosstalk unclear translated translation music break redacted title version draft status owner
        deadline image attachment sent edited
        """,
    )
)
# Ordinary English words that people are called by.
_GIVEN_NAMES = frozenset(
    re.findall(
        r"\w+",
        """
        grace hope joy faith will mark bill rose may june april august dawn sunny ruby pearl jade iris lily daisy
        violet ivy olive hazel amber crystal holly heather ginger penny bob jack frank grant chase drew dean earl
        duke guy art gene ray rob pat nick sue victor martin chuck rich max miles rusty sandy sky star summer autumn
        patience prudence charity constance mercy harmony serenity melody carol christian angel blessing precious
        gift lucky innocent justice honest memory fortune comfort goodness peace beauty happy princess queen brave
        trust lovely bright
        """,
    )
)
_OFTEN = 3
_ABSTRACT = re.compile(
    r"(?:ing|tion|sion|ment|ness|ity|ance|ence|ency|ship|ism|ology|ures?|ages?|ies|ers|ors|als|ights)$"
)
_LONGEST = 70
_MOST_WORDS = 7


class Labels:
    """Finds the speaker labels of one file.

    Args:
        text: The whole file's text: a word that stands there in lower case too is rather a word than a name, and a
            label in lower case is one only if it comes again.
        framework: Words of its titles are no names.
    """

    def __init__(self, text: str, framework: Framework):
        self._framework = framework
        self._title_words = frozenset(
            re.findall(r"[^\W\d_]+", " ".join(o.title for o in framework.objectives).casefold())
        )
        self._lower = frozenset(re.findall(r"(?<![\w'])[^\W\d_A-Z]+(?![\w'])", text))
        lines = [line.lstrip("-*•·– \t") for line in text.splitlines()]
        heads = (_COLON.match(line) for line in lines)
        self._heads = Counter(head[2].casefold() for head in heads if head)
        self._places = frozenset(re.findall(r"\b(?:in|near|to|at|from|of)\s+([A-Z][^\W\d_]+)", text))
        dashed = [dash for dash in map(_DASH.match, lines) if dash]
        self._heads.update(dash[1].casefold() for dash in dashed)
        self._by_dash = sum(self._dashes(dash[1], dash[2]) for dash in dashed) > 1

    def split(self, text: str) -> tuple[str | None, str]:
        """Part a text from the label at its head.

        Args:
            text: A line, paragraph or bullet.

        Returns:
            The label as written, without the signs that mark it (`#`, `@`, brackets, the colon), and the rest; or None
            and the text as it was.
        """
        stamp = _STAMP.match(text)
        body = text[stamp.end() :] if stamp else text
        bold = _BOLD_COLON.match(body)
        if bold and self.is_label(bold[3]):
            return bold[3].strip(), bold[4]
        bracketed = _BRACKETED.match(body)
        if bracketed and self.is_label(bracketed[1] or bracketed[2]):
            return (bracketed[1] or bracketed[2]).strip(), bracketed[3]
        colon = _COLON.match(body)
        if colon and (self.is_label(colon[2]) or (colon[1] and re.fullmatch(r"[\w.-]{2,40}", colon[2]))):
            return colon[2].strip("*_ "), colon[3]
        dash = _DASH.match(body)
        if dash and self._dashes(dash[1], dash[2]):
            return dash[1].strip("*_ "), dash[2]
        return None, text

    def starts(self, line: str) -> bool:
        """Whether a line in the middle of a paragraph is the first of somebody else's turn.

        One dash in one line may be any dash: only where several lines have one after a name, it is this writer's way.
        """
        label, rest = self.split(line)
        if label is None:
            return False
        by_dash = not _COLON.match(line) and not _BRACKETED.match(line) and len(line) - len(rest) > len(label) + 1
        return not by_dash or self._by_dash

    def is_label(self, label: str) -> bool:
        """Whether a few words can be the name of who is speaking."""
        label = label.strip(" *_")
        if not label or len(label) > _LONGEST:
            return False
        if _SOMEBODY.match(label):
            return True
        parenthesis = _PARENTHESIS.match(label)
        if parenthesis:
            outside, inside = parenthesis[1].strip(), parenthesis[2].strip()
            # `A (Kugan):` answers a question: the letter is nobody's name, and the rest stays for the anonymiser.
            return len(outside) > 1 and self._names(outside, sure=inside[0].isupper())
        return self._names(label)

    def _names(self, label: str, *, sure: bool = False) -> bool:
        parts = [part.strip() for part in re.split(r"\s*[,/&+]\s*|\s+and\s+|\s+[–—-]\s+", label)]
        if not all(parts) or len(parts) > 4 or len(label.split()) > _MOST_WORDS + 2:
            return False
        if review_of(label, self._framework) or heading_marks(label, self._framework, whole=True):
            return False
        return all(self._name(part, sure=sure or self._heads[label.casefold()] >= _OFTEN) for part in parts)

    def _name(self, part: str, *, sure: bool) -> bool:
        """Whether one name stands there; `sure`: what surrounds it says that it is one, even if it is a word too."""
        words = part.split()
        plain = [word.strip(".'’\"“”").casefold() for word in words]
        if not 1 <= len(words) <= _MOST_WORDS or any(re.search(r"[^\w.'’\"“”-]|[\d_]", word) for word in words):
            return False
        if plain[0] in _NOT_LABELS or (len(plain[-1]) > 1 and plain[-1] in _NOT_LABELS) or _country(part):
            return False
        if not any(word[0].isupper() or not word[0].isascii() for word in words if word[0].isalpha()):
            return self._lower_case_name(part, plain)
        if any(w[0].islower() and w.casefold().strip(".") not in _PARTICLES | HONORIFICS for w in words):
            return False
        if len(words) == 1:
            word = plain[0]
            if len(word) < 2:
                return False
            if sure or words[0].isupper() or word in NAMES_TOO or word in _GIVEN_NAMES:
                return True
            return word not in self._title_words and not is_common(word)
        ordinary = [w for w in plain if w in self._lower or w in self._title_words or w in _PARTICLES]
        return sure or len(ordinary) < len(plain)

    def _dashes(self, label: str, rest: str) -> bool:
        """Whether a dash parts a name from what was said, and is not any other dash: more is asked than of a colon.

        `Kafala — in the Gulf — stays` puts something between two dashes; a place is where things happen elsewhere too.
        """
        label = label.strip("*_ ")
        if _SOMEBODY.match(label):
            return True
        parenthesis = _PARENTHESIS.match(label)
        name = parenthesis[1].strip() if parenthesis else label
        words = [word.strip(".'’\"“”") for word in name.replace(",", " ").split()]
        if not words or not all(words) or not self.is_label(label) or (not parenthesis and _SECOND_DASH.match(rest)):
            return False
        plain = [word.casefold() for word in words]
        if parenthesis or plain[0] in HONORIFICS:
            return True
        rare = [w for w in plain if not any(is_common(piece) or _country(piece) for piece in w.split("-"))]
        if len(words) > 1:
            known = {*rare, *_GIVEN_NAMES, *NAMES_TOO, *_PARTICLES}
            return all(w in known or len(w) == 1 for w in plain)
        if not words[0][0].isupper() or words[0].isupper() or words[0] in self._places:
            return False
        return bool(rare) or (plain[0] in _GIVEN_NAMES and self._heads[plain[0]] > 1)

    def _lower_case_name(self, part: str, plain: list[str]) -> bool:
        """`najib: ...`: no word of the language, or one that heads several lines and looks like no abstract noun."""
        if len(plain) == 2 and plain[0] in HONORIFICS:
            return True
        if len(plain) == 1 and plain[0] in _GIVEN_NAMES:
            return True
        if len(plain) == 2 and len(plain[1]) == 1 and len(plain[0]) > 2:  # `sunny g`
            return plain[0] in _GIVEN_NAMES or not is_common(plain[0])
        if len(plain) > 2 or any(len(word) < 3 or word in self._title_words for word in plain):
            return False
        if not any(is_common(word) for word in plain):
            return True
        return self._heads[part.casefold()] > 1 and not any(_ABSTRACT.search(word) for word in plain)


@lru_cache(maxsize=4096)
def _country(name: str) -> bool:
    return is_country(name)
