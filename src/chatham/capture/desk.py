"""What every reader is handed: the codebook to hold tags against, and where to put warnings and counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from chatham.errors import InputError
from chatham.language.marks import Marks
from chatham.model.framework import Code, Framework
from chatham.model.private import Notice
from chatham.model.public import Consultation

__all__ = ["Desk", "Draft"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A note before it has an id; fields as in `RawNote`, `place` is where it stood in its file."""

    text: str
    place: str
    speaker: str | None = None
    objectives: tuple[Code, ...] = ()
    review: str | None = None
    working_group: str | None = None
    round: int | None = None
    rapporteur: str | None = None
    id: str | None = None


class Desk:
    """One import: its consultation, and what its sender should know afterwards.

    Attributes:
        consultation: None where none was given.
        framework: The consultation's codebook, or the package's.
        warnings: In the order in which they came up.
        direct_messages: Whether direct messages of a chat are kept.
        dropped: What was left out on purpose, by kind: `direct messages`, `reactions`.
    """

    def __init__(self, consultation: Consultation | None, framework: Framework, *, direct_messages: bool = False):
        self.direct_messages = direct_messages
        self.consultation = consultation
        self.framework = framework
        self.warnings: list[Notice] = []
        self.dropped: Counter[str] = Counter()

    def warn(self, file: str, place: str, problem: str) -> None:
        """Keep a warning; the same one about the same place is kept once."""
        notice = Notice(file=file, place=place, problem=problem)
        if notice not in self.warnings:
            self.warnings.append(notice)

    def check(self, marks: Marks, file: str, place: str) -> Marks:
        """Hold marks against the codebook.

        Raises:
            InputError: They name an objective that the codebook does not have.
        """
        if marks.unknown:
            raise InputError(
                f"no objective {marks.unknown[0]} in {self.framework.short_name}",
                file=file,
                place=place,
                fix="Correct the number, or name another codebook under `framework:` in consultation.yaml",
            )
        for said, code in marks.mistaken:
            self.warn(file, place, f"numbered {said}, but this is the title of objective {code}: taken as {code}")
        return marks

    def group(self, written: str | None) -> str | None:
        """A working group's id: the consultation's own where it has that group, else `WG2` for `2`."""
        if not written:
            return None
        plain = written.strip()
        short = f"WG{plain}" if len(plain) <= 2 else plain
        for name in (plain, short) if self.consultation else ():
            known = self.consultation.working_group(name) if self.consultation else None
            if known:
                return known.id
        return short
