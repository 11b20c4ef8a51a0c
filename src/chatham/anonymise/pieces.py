"""What each process has to know, and what it makes of a piece of the batch."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import astuple
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from chatham.anonymise import replace
from chatham.anonymise.ahead import Text
from chatham.anonymise.analyser import Analyser
from chatham.anonymise.called import Called
from chatham.anonymise.operator import anonymised
from chatham.anonymise.recognisers.known import Known
from chatham.anonymise.spans import Edit
from chatham.language.pipeline import docs, pipeline
from chatham.model.framework import Framework
from chatham.model.private import Kind, Participant, Roster
from chatham.settings import Settings

__all__ = ["Tools", "Work", "find", "loads"]

_PACKAGES = ("anyascii", "presidio-analyzer", "pyahocorasick", "rapidfuzz", "spacy", "thinc")


class Work(NamedTuple):
    """What the edits of a note depend on, besides the note.

    Attributes:
        roster: Who was there.
        settings: Of the run.
        figures: Names that stay.
        acquainted: People beside the roster whom the batch introduces.
        works: Tools and projects that the batch links to.
        framework: For the descriptions of people.
    """

    roster: Roster | None
    settings: Settings
    figures: tuple[str, ...]
    acquainted: tuple[tuple[int | str, Participant], ...]
    works: tuple[tuple[str, str], ...]
    framework: Framework

    def tools(self) -> Tools:
        """Recognisers and model, ready to be used.

        Raises:
            DetectionError: The model is missing or broken.
        """
        called = Called.of(self.roster, framework=self.framework, settings=self.settings)
        analyser = Analyser.make(
            self.roster,
            settings=self.settings,
            figures=self.figures,
            acquainted=Known(self.acquainted),
            works=self.works,
            descriptions=called.phrases,
        )
        pipeline(self.settings.model)
        return Tools(analyser, called, self.settings.model)

    def key(self, notes: str) -> str:
        """A digest of all that the edits of a batch depend on, chatham itself among them.

        Args:
            notes: A digest of the batch's notes.
        """
        roster = None if self.roster is None else self.roster.model_dump(mode="json")
        settings = self.settings.model_dump(mode="json", exclude={"processes", "store"})
        framework = self.framework.model_dump(mode="json")
        given = (notes, roster, settings, self.figures, framework, _version(self.settings.model), _engine())
        return hashlib.sha256(json.dumps(given, default=str).encode()).hexdigest()


class Tools(NamedTuple):
    """What a process works with, made once.

    Attributes:
        analyser: All recognisers.
        called: What people are called in public.
        model: Name of an installed spaCy package.
    """

    analyser: Analyser
    called: Called
    model: str


def find(tools: Tools, piece: tuple[int, Sequence[Text]]) -> tuple[int, str]:
    """What has to go in a piece of the batch: its number, and the edits of its notes as JSON.

    Args:
        tools: Of this process.
        piece: Its number, and its notes.

    Raises:
        DetectionError: A recogniser or the model failed, or an edit cannot be made as planned.
    """
    analyser, called, model = tools
    number, notes = piece
    edited: list[list[tuple[object, ...]]] = []
    for note, doc in zip(notes, docs((n.text for n in notes), model=model), strict=True):
        mentions = analyser.mentions(doc, note.speaker)
        who = analyser.known.who(note.speaker)
        stands_for = {body for key in who if (body := analyser.known.organisations.get(key))}
        edits = replace.plan(note.text, mentions, speaker=who | stands_for, describe=called.within(note.group))
        anonymised(note.text, edits)
        edited.append([astuple(edit) for edit in edits])
    return number, json.dumps(edited)


def loads(edits: str) -> list[tuple[Edit, ...]]:
    """The edits that `find` wrote, note by note."""
    return [
        tuple(Edit(start, end, Kind(kind), *rest) for start, end, kind, *rest in note) for note in json.loads(edits)
    ]


@cache
def _engine() -> str:
    """A digest of chatham's own code and word lists, and of the packages that the edits come out of."""
    digest = hashlib.sha256()
    root = Path(__file__).parents[1]
    for folder in ("anonymise", "language", "people"):
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.read_bytes())
    for package in _PACKAGES:
        digest.update(_version(package).encode())
    return digest.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package.replace("_", "-"))
    except PackageNotFoundError:
        return ""
