"""What a reader hands to the search: stretches of text, each with its place and how a person meets it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from chatham.check.verdict import Notice, Unreadable
from chatham.errors import UnreadableFile

__all__ = ["IN_SENTENCES", "Limits", "Passage", "Reading", "Setting"]


class Setting(StrEnum):
    """How a person meets a text, which decides what counts as a name in it."""

    RUNNING = "running"
    """Sentences that a reader of the file sees."""

    OPENING = "opening"
    """The opening block, in which organisers and public speakers may stand."""

    ASIDE = "aside"
    """Sentences beside the text: comments and properties."""

    LINK = "link"
    """Links, alternative text, bookmarks: as an aside, but public bodies may be spoken about in them."""

    NAME = "name"
    """A field made for a name: author, manager, company, initials."""

    TECHNICAL = "technical"
    """What only programs read: attribute values, names of parts and styles."""

    BYTES = "bytes"
    """Bytes of an opaque part, read as text."""


IN_SENTENCES = (Setting.RUNNING, Setting.OPENING)
"""Where sentences stand that a reader of the file sees."""


class Passage(NamedTuple):
    """A paragraph, a cell, a property.

    Attributes:
        part: The part of the file.
        where: The place in it.
        text: As it stands there, put together from its runs.
        setting: How a person meets it.
        flow: Passages next to each other with the same flow are read on across their ends; empty: by itself.
    """

    part: str
    where: str
    text: str
    setting: Setting = Setting.RUNNING
    flow: str = ""


@dataclass(slots=True)
class Limits:
    """What is left of the allowance for one file, with all that is packed into it.

    Attributes:
        total: Bytes that may still be unpacked.
        files: Parts that may still be opened.
        depth: How many archives inside each other may be opened.
        text: Letters that may still be searched: a search takes some sixty bytes of memory for each.
    """

    total: int = 400_000_000
    files: int = 20_000
    depth: int = 6
    text: int = 10_000_000

    def take(self, size: int) -> None:
        """Count one part.

        Raises:
            UnreadableFile: The allowance is used up.
        """
        self.total -= size
        self.files -= 1
        if self.total < 0 or self.files < 0:
            raise UnreadableFile("unpacks to more than the gate reads", fix="Publish less in one file")


@dataclass(slots=True)
class Reading:
    """Collects what the readers find in one file."""

    limits: Limits = field(default_factory=Limits)
    passages: list[Passage] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    opaque: list[tuple[str, bytes]] = field(default_factory=list)
    pictures: list[tuple[str, bytes]] = field(default_factory=list)

    def add(self, part: str, where: str, text: str, setting: Setting = Setting.RUNNING, flow: str = "") -> None:
        """Add a passage, unless nothing stands in it; what is more than can be searched is put down as unreadable."""
        if text and not text.isspace():
            if self.limits.text < len(text):
                if self.limits.text >= 0:
                    self.refuse(part, "holds more text than the gate reads")
                self.limits.text = -1
                return
            self.limits.text -= len(text)
            self.passages.append(Passage(part, where, text, setting, flow))

    def notice(self, part: str, where: str, kind: str, why: str) -> None:
        """Add a notice."""
        self.notices.append(Notice(part, where, kind, why))

    def refuse(self, part: str, why: str) -> None:
        """Say that a part could not be searched."""
        self.unreadable.append(Unreadable(part, why))
