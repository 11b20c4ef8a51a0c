"""How to reach somebody: addresses, numbers, handles, links and files that give a name away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.recognisers.base import MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.known import Known, abbreviations
from chatham.model.private import Kind
from chatham.people.fold import fold, fold_text
from chatham.people.names import NameKind
from chatham.people.organisations import OrganisationKind
from chatham.people.strength import Strength

__all__ = ["Contacts"]

_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+%'-]+(?:\s?\((?:at|AT)\)\s?|\s?\[(?:at|AT)\]\s?|@)[^\W_](?:[\w-]*[^\W_])?"
    r"(?:\.[^\W_](?:[\w-]*[^\W_])?)+"
)
_PHONE = re.compile(r"(?<![\w.,/:-])(?:\+|00)\d[\d\s().\u00a0‑–/-]{5,22}\d(?![\w-])")
_NUMBER = re.compile(r"(?<![\w.,/:+-])\(?\d{2,4}\)?(?:[\s.\u00a0-]?\d{2,4}){2,4}(?![\w-]|[.,]\d)")
_TRUNK = re.compile(
    r"\(?0\d*\)?[\s.\u00a0-]\d+[\s.\u00a0-]"
)  # a country's own numbers begin with a nought and no amount does
_PHONE_WORD = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mobile|cell|call|whats\s?app|signal|viber|sms|text|fax|ring|hotline|helpline|"
    r"dial|number)\b[^.\n\d]{0,30}$",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z][\w.]{2,30}(?<!\.)")
_LINK = re.compile(
    r"(?:\b(?:https?|ftp)://|\bwww\.)[^\s<>\"“”]+|"
    r"(?<![\w@.-])[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*\.[a-z]{2,12}(?:/[^\s<>\"“”]*)?",
    re.IGNORECASE,
)
_SITE = re.compile(
    r"(?:\bhttps?://)?(?:\bwww\.)?\b(?:facebook|fb|twitter|x|instagram|linkedin|t|tiktok|telegram|wa|"
    r"youtube)\.(?:com|me|org)/\S+",
    re.I,
)
_FILE = re.compile(
    r"(?<![\w/@.-])[^\W][\w()&+'’-]*(?:[. _][\w()&+'’-]+){0,8}?\.(?:docx?|xlsx?|pptx?|pdf|odt|ods|odp|rtf|txt|"
    r"csv|zip|jpe?g|png|mp3|mp4|m4a|wav|heic)\b",
    re.IGNORECASE,
)
# Sites of States, of what States run together, and of schools; and those where everybody has something.
_PUBLIC_HOSTS = frozenset(
    """
    int gov gob gouv gouvernement go gub govern govt gc mil edu ac un europa coe oecd worldbank wikipedia wikimedia
    youtube youtu google github gitlab zoom slido mentimeter miro dropbox ietf w3
    """.split()
)
_ENDINGS = frozenset("com org net info eu example test app africa asia".split())
_DOTTED = re.compile(r"://|www\.|\.[^\W_]", re.IGNORECASE)  # a part of every link, page and file name
_TAIL = ".,;:!?)]}'’\"”"


class Contacts(MentionRecogniser):
    """Finds e-mail addresses and telephone numbers of anybody; links, handles and files that give a name away.

    A link to a public body's site, or to one that has nothing to do with who was there, is content and stays.

    Args:
        known: The roster, compiled.
    """

    kinds = (Kind.CONTACT,)

    def __init__(self, known: Known):
        super().__init__()
        self.known = known

    def mentions(self, note: NoteContext) -> Iterable[Mention]:
        """See `MentionRecogniser.mentions`."""
        text = note.around.text
        taken = bytearray(len(text) + 1)
        for start, end, why in self._places(text, note):
            if any(taken[start:end]):
                continue
            taken[start:end] = b"\1" * (end - start)
            yield Mention(
                start=start, end=end, kind=Kind.CONTACT, role=Role.MENTIONED, recogniser=self.name, score=1.0, why=why
            )

    def _places(self, text: str, note: NoteContext) -> Iterator[tuple[int, int, str]]:
        if "@" in text or "at)" in text.lower() or "at]" in text.lower():
            for match in _EMAIL.finditer(text):
                start = match.start()
                while text[start] in "'.+-%":
                    start += 1
                yield start, match.end(), "an e-mail address"
        for match in _PHONE.finditer(text):
            if sum(c.isdigit() for c in match.group()) >= 7:
                yield match.start(), match.end(), "a telephone number"
        for match in _NUMBER.finditer(text):
            digits = sum(c.isdigit() for c in match.group())
            if 7 <= digits <= 15 and (
                _TRUNK.match(match.group()) or _PHONE_WORD.search(text[max(0, match.start() - 50) : match.start()])
            ):
                yield match.start(), match.end(), "a telephone number"
        if _DOTTED.search(text):
            private = self._private(note)
            for match in _SITE.finditer(text):
                yield match.start(), _trim(text, match.start(), match.end()), "a page on a social network"
            for match in _LINK.finditer(text):
                start, end = match.start(), _trim(text, match.start(), match.end())
                if end > start and self._gives_away(text[start:end], link=True):
                    yield start, end, "a link of a participant or their organisation"
                elif private and end > start and _somebodys(text[start:end]):
                    yield start, end, "a link that a participant gave, to no public body"
            for match in _FILE.finditer(text):
                narrowed = self._file(text, match.start(), match.end())
                if narrowed is not None:
                    yield *narrowed, "a file name that gives somebody away"
        if "@" in text:
            for match in _HANDLE.finditer(text):
                if note.around.label(match.start() + 1, match.end()) is None:
                    yield match.start(), match.end(), "a handle"

    def _file(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """A file name's stretch: from its first word on that belongs to it, if it gives somebody away."""
        name = text[start:end]
        space = name.rfind(" ")
        bare = name[space + 1 :]
        if self._gives_away(bare.rpartition(".")[0], link=False):
            return start + space + 1, end
        return None

    def _private(self, note: NoteContext) -> bool:
        """Whether the speaker is on the list and stands for no public body, which would name the sites of the State."""
        bodies = [self.known.organisations.get(key) for key in note.speaker]
        stood_for = [self.known.full[key][1] for key in bodies if key in self.known.full]
        return bool(note.speaker) and not any(body.public for body in stood_for)

    def _gives_away(self, text: str, *, link: bool) -> bool:
        """Whether a link, or a file's name, holds a name, or belongs to an organisation on the roster."""
        if link:
            host = re.sub(r"^(?:[a-z]+://)?(?:www\.)?", "", text.lower()).split("/")[0].split(":")[0]
            if "." not in host:
                return False
            for domain, body in self.known.domains.items():
                if host == domain or host.endswith("." + domain):
                    return True
                if body.world and "." in domain and host.endswith(domain.rpartition(".")[0]):
                    return False
            labels = host.split(".")
            for label in labels[:-1]:
                for body, form in self.known.bodies.entries.get(fold_text(label), ()):
                    if not body.public and form.strength > Strength.WEAK and form.kind is not OrganisationKind.PARTIAL:
                        return True
            if any(len(label) > 6 and "-" in label and self._named(label, 2) for label in labels[:-1]):
                return True
            path = text.partition("//")[2].partition("/")[2] if "//" in text else text.partition("/")[2]
            return self._named(path, 2)
        return self._named(_camel(text), 1)

    def _named(self, text: str, least: int) -> bool:
        """Whether some words are a name: one rare word, or `least` 2: two words, or an organisation's telling form."""
        if not text:
            return False
        folded = fold(text.replace("_", " "))
        for found in self.known.names.find(folded):
            for _, form in found.forms:
                if form.kind in (NameKind.INITIALS, NameKind.INITIALED):
                    continue
                if form.strength is Strength.STRONG or (least < 2 and form.strength is Strength.FAIR):
                    return True
                if least < 2 and form.strength is Strength.WEAK and text[:1].isupper() and len(form.text) > 2:
                    return True
                if form.strength is Strength.FAIR and len(form.text) > 5:
                    return True
        for place in self.known.bodies.find(folded):
            for body, short in place.forms:
                if not body.public and short.strength > Strength.WEAK and short.kind is not OrganisationKind.PARTIAL:
                    return True
        return False


def _somebodys(link: str) -> bool:
    """Whether a link leads to a site of no public body: hardly anybody gives one that is not their own."""
    labels = re.sub(r"^[a-z]+://", "", link.lower()).split("/")[0].split(":")[0].split(".")
    if _PUBLIC_HOSTS.intersection(labels) or any(label in abbreviations() for label in labels[:-1]):
        return False
    return len(labels) > 1 and ("//" in link or labels[0] == "www" or labels[-1] in _ENDINGS)


def _trim(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _TAIL and not (text[end - 1] == ")" and "(" in text[start:end]):
        end -= 1
    return end


def _camel(text: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
