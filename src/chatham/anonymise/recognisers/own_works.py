"""Named houses, hotlines and tools of the speaker's own organisation, which no list holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.naming import organisation_after, organisation_before
from chatham.model.private import Kind
from chatham.people.fold import fold_text
from chatham.people.words import is_common, is_country

__all__ = ["OwnWorks"]

_WORK = (
    "app|application|tool|toolkit|hotline|helpline|platform|database|diary|newsletter|podcast|blog|radio|house|"
    "home|shelter|"
    "safe house|kitchen|caf[eé]|garden|bus|van|caravan|school|theatre|choir|game|map|tracker|archive|line|"
    "phone line|chatbot"
)
_APPOSED = re.compile(rf",\s+(?:a|an|our|its|their|his|her|the)\s+(?:[a-z][\w-]*\s+){{0,3}}(?:{_WORK})\b")
_RUNS = re.compile(
    r"\b(?:runs?|ran|running|offers?|offered|offering|launched|launches|started|created|built|developed|"
    r"publishe[sd]|keeps?|opened|"
    r"our|my|its|their|his|her)\s+(?:own\s+)?(?:the\s+)?(?=[^\W\d_])"
)
_OUR = re.compile(
    rf"\b(?:my|our|its|their|his|her)\s+(?:own\s+|new\s+|little\s+|weekly\s+|monthly\s+|online\s+|facebook\s+){{0,2}}"
    rf"(?:{_WORK}|page|site|website|magazine|paper|newspaper|channel|campaign|project|programme|bulletin|series|group|"
    rf"show|course|workshop|dictionary|handbook|guide|survey|festival|film|play|exhibition|boat|fund)s?,?\s+"
    rf"(?:is\s+)?(?:(?:called|named)\s+)?[\"“'‘]?(?:the\s+)?(?=[^\W\d_])",
    re.IGNORECASE,
)
_TOOL = re.compile(
    r"\b(?:app|platform|hotline|helpline|chatbot|bot|booklet|leaflet|newsletter|podcast|website|database|toolkit)"
    r"[ \u00a0]+[\"“'‘]?(?=[^\W\d_])"
)
_MEANS = re.compile(
    r"(?:(?P<sure>\b(?:which|name|it|that)\s+(?:means|translates (?:as|to)|is)\s+(?:in English\s+)?[\"“'‘])|[(\[“\"‘])"
    r"(?=[^\W\d_])"
)
_SAYS_SO = re.compile(
    r"[\"”’']?\s*,?\s+(?:(?:as\s+)?(?:he|she|they|we|I)\s+(?:translates?d?|calls?(?:ed)?\s+it|puts\s+it)"
    r"|in\s+(?:English|translation|our\s+language))\b"
)
_WHAT_IT_IS = re.compile(r"[\"”’']?[ \u00a0]+is what (?:the |our |my )?\w+ calls? it\b")
_EVERYBODYS = frozenset(
    """
    whatsapp facebook messenger telegram signal viber tiktok instagram twitter youtube zoom teams skype google chrome
    apple android linkedin wechat weibo line snapchat uber bolt wolt glovo deliveroo grab gojek paypal excel word
    imo kobo kobotoolbox odk rapidpro powerbi tableau x
    """.split()
)
_CALLED = re.compile(rf"\b(?:{_WORK})\s+(?:is\s+)?(?:called|named)\s+(?:the\s+)?(?=[^\W\d_])", re.IGNORECASE)
_THE = re.compile(r"\bthe\s+(?=[^\W\d_])", re.IGNORECASE)
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


class OwnWorks(MentionRecogniser):
    """Finds a name made of ordinary words with capitals that stands for something the speaker's organisation runs.

    It looks only where the note has a speaker from the room, and passes over whatever the State might run.
    """

    kinds = (Kind.AFFILIATION,)

    def _glossed(self, note: NoteContext) -> Iterator[tuple[int, int]]:
        """What a name is said to mean, or a thing to be called: `(The Pavement, he translates)`."""
        text = note.around.text
        for match in _WHAT_IT_IS.finditer(text):
            start = organisation_before(text, match.start())
            if start < match.start():
                yield start, match.start()
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
        for pattern, needs in ((_OUR, "own"), (_RUNS, "apposition"), (_CALLED, ""), (_TOOL, "own"), (_THE, "head")):
            for match in pattern.finditer(text):
                start = match.end()
                if start in seen or not text[start].isupper():
                    continue
                end = organisation_after(text, start)
                if end == start or note.covered(start, end) or not _is_work(note, start, end, own=needs == "own"):
                    continue
                if needs == "apposition" and not _APPOSED.match(text, end):
                    continue
                words = fold_text(text[start:end]).split()
                if needs == "head" and not ((words[-1] in _HEAD or words[0] in _HEAD) and len(words) > 1):
                    continue
                seen.add(start)
                yield self._mention(
                    text, start, end, 0.6, "something that the speaker's organisation runs, by its name"
                )

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


def _is_work(note: NoteContext, start: int, end: int, *, own: bool) -> bool:
    raw = note.around.text[start:end]
    words = fold_text(raw).split()
    if raw.isupper() or any(is_country(w) or w in _STATE or w in _EVERYBODYS or w.isdigit() for w in words):
        return False
    entity = note.around.entity(start, end)
    label = "" if entity is None else entity[2]
    if own:  # `our hotline Ghore Fera`: the possessive says whose it is
        return len(raw) > 3 and not (label in ("NORP", "DATE", "LAW") or (label in ("GPE", "LOC") and len(words) == 1))
    if label in ("GPE", "LOC", "NORP", "LAW", "EVENT", "DATE"):
        return False
    if label == "PERSON" and not all(is_common(w) for w in words):
        return False
    return len(words) > 1 and any(is_common(w) for w in words)
