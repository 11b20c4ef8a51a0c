"""What the gate says of one finished file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from chatham.model.private import Kind

__all__ = ["GATE_VERSION", "FileReport", "Leak", "Notice", "Unreadable", "Waived", "exit_code"]

GATE_VERSION = 3
"""Goes up whenever the gate finds something it did not find before, or the other way round."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A place that still names somebody.

    Attributes:
        part: The part of the file: `word/document.xml`, `page 2`, `sheet Notes`; nested files are joined by ` > `.
        where: The place in the part: `paragraph 7`, `cell B4`, `attribute descr of docPr`.
        kind: What it gives away.
        participant: Row of the registration list; None for people who are not on it.
        how: How it is written, where it is not plain: `letters spaced out`, `base64`.
        fix: What to do about it.
        found: The words themselves; shown only when asked for.
    """

    part: str
    where: str
    kind: Kind
    participant: int | None
    how: str = ""
    fix: str = ""
    found: str = field(default="", repr=False)

    def __str__(self) -> str:
        who = "somebody who is not on the roster" if self.participant is None else f"roster row {self.participant}"
        how = f" ({self.how})" if self.how else ""
        return f"{self.part}, {self.where}: {self.kind.value} of {who}{how}. {self.fix}."


@dataclass(frozen=True, slots=True)
class Notice:
    """Something for a person to look at; it does not close the gate.

    Attributes:
        part: As in `Leak`.
        where: As in `Leak`.
        kind: `PUBLIC_BODY`, `PICTURE`, `ADDRESS`, `AUTHOR`, `REVISION`, `COMMENT`, `PERHAPS`.
        why: A sentence without its full stop, naming nobody.
        participant: Row of the registration list, where one is concerned.
    """

    part: str
    where: str
    kind: str
    why: str
    participant: int | None = None

    def __str__(self) -> str:
        return f"{self.part}, {self.where}: {self.why}"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A part that could not be searched, so the file does not pass."""

    part: str
    why: str

    def __str__(self) -> str:
        return f"{self.part}: {self.why}"


@dataclass(frozen=True, slots=True)
class Waived:
    """A leak that somebody has let pass, and why."""

    leak: Leak
    reason: str

    def __str__(self) -> str:
        return f"{self.leak.part}, {self.leak.where}: {self.leak.kind.value} waived: {self.reason}"


@dataclass(frozen=True, slots=True)
class FileReport:
    """What the gate says of one file.

    Attributes:
        file: As the user named it.
        sha256: Of its bytes, in hexadecimal; empty where it could not be read at all.
        leaks: In the order of the file.
        notices: In the order of the file.
        unreadable: Parts that could not be searched.
        waived: Leaks that a waiver lets pass.
        words: How many words were read.
    """

    file: str
    sha256: str
    leaks: tuple[Leak, ...] = ()
    notices: tuple[Notice, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    waived: tuple[Waived, ...] = ()
    words: int = 0

    @property
    def passed(self) -> bool:
        """Whether the file may leave."""
        return not self.leaks and not self.unreadable

    @property
    def exit_code(self) -> int:
        """0: it may leave; 1: it names somebody; 2: it, or a part of it, cannot be read."""
        return 2 if self.unreadable else 1 if self.leaks else 0

    def to_json(self, *, show: bool = False) -> dict[str, Any]:
        """The form of `check --json`.

        Args:
            show: Print the words that were found; without it `found` is null.
        """
        return {
            "file": self.file,
            "sha256": self.sha256,
            "leaks": [
                {
                    "part": leak.part,
                    "where": leak.where,
                    "kind": leak.kind.value,
                    "participant": leak.participant,
                    "found": leak.found if show else None,
                }
                for leak in self.leaks
            ],
            "notices": [
                {"part": n.part, "where": n.where, "kind": n.kind, "participant": n.participant, "why": n.why}
                for n in self.notices
            ]
            + [
                {
                    "part": w.leak.part,
                    "where": w.leak.where,
                    "kind": "WAIVED",
                    "participant": w.leak.participant,
                    "why": w.reason,
                }
                for w in self.waived
            ],
            "unreadable": [{"part": u.part, "why": u.why} for u in self.unreadable],
        }


def exit_code(reports: Iterable[FileReport]) -> int:
    """The exit code for several files: 2 beats 1 beats 0."""
    return max((report.exit_code for report in reports), default=0)
