"""Waivers: hits that somebody lets pass, each with a reason, printed in every run."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from chatham.check.verdict import FileReport, Leak, Waived
from chatham.errors import InputError
from chatham.files import read_text
from chatham.model.private import Kind

__all__ = ["Waiver", "apply_waivers", "read_waivers"]

_FORMAT = 1


class Waiver(BaseModel):
    """One waiver: whose name may stand where, and why.

    Attributes:
        participant: Row of the registration list; None: somebody who is not on it.
        kind: What is let pass.
        reason: Why, for whoever reads the next run.
        file: Name of the file, `*` for any; patterns as in a shell.
        part: Name of the part, as the gate prints it; patterns as in a shell.
        where: Place in the part, as the gate prints it; patterns as in a shell.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    participant: int | None
    kind: Kind
    reason: str = Field(min_length=8)
    file: str = "*"
    part: str
    where: str = "*"

    def lets_pass(self, file: str, leak: Leak) -> bool:
        """Whether it covers a leak."""
        return (
            leak.participant == self.participant
            and leak.kind is self.kind
            and fnmatchcase(Path(file).name, self.file)
            and fnmatchcase(leak.part, self.part)
            and fnmatchcase(leak.where, self.where)
        )


def read_waivers(path: str | Path) -> tuple[Waiver, ...]:
    """Read a waiver file.

    Args:
        path: YAML: `format: 1` and a list under `waivers:`.

    Raises:
        InputError: It is no waiver file, or an entry lacks its participant, kind, part or reason.
        UnreadableFile: It is missing or not UTF-8.
    """
    import yaml

    try:
        data: Any = yaml.safe_load(read_text(path))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise InputError("not valid YAML", file=path, place=None if mark is None else f"line {mark.line + 1}") from None
    if not isinstance(data, dict) or data.get("format") != _FORMAT or not isinstance(data.get("waivers"), list):
        raise InputError("not a waiver file", file=path, fix="Start with `format: 1` and list entries under `waivers:`")
    waivers: list[Waiver] = []
    for number, entry in enumerate(data["waivers"], 1):
        try:
            waivers.append(Waiver.model_validate(entry))
        except ValidationError as error:
            field = ".".join(str(part) for part in error.errors()[0]["loc"]) or "the entry"
            raise InputError(
                f"`{field}` is missing or wrong",
                file=path,
                place=f"waiver {number}",
                fix="Give participant, kind, part and a reason",
            ) from None
    return tuple(waivers)


def apply_waivers(report: FileReport, waivers: Sequence[Waiver]) -> FileReport:
    """A report in which waived leaks no longer count; they stay in it, with their reasons.

    Args:
        report: Of one file.
        waivers: In the order in which they are tried.
    """
    if not waivers:
        return report
    leaks: list[Leak] = []
    waived: list[Waived] = list(report.waived)
    for leak in report.leaks:
        waiver = next((w for w in waivers if w.lets_pass(report.file, leak)), None)
        if waiver is None:
            leaks.append(leak)
        else:
            waived.append(Waived(leak, waiver.reason))
    return FileReport(
        file=report.file,
        sha256=report.sha256,
        leaks=tuple(leaks),
        notices=report.notices,
        unreadable=report.unreadable,
        waived=tuple(waived),
        words=report.words,
    )
