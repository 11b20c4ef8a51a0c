"""`check`: read finished files back and refuse those that still name somebody."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chatham.cli.options import ConsultationFile, Folder, Json, RosterFile

if TYPE_CHECKING:
    from chatham.check import FileReport

__all__ = ["check", "describe"]


def check(
    files: Annotated[list[Path], typer.Argument(help="What is about to be published.")],
    roster: RosterFile = None,
    consultation: ConsultationFile = None,
    also: Annotated[Path | None, typer.Option(help="More names, one a line, of people who are on no roster.")] = None,
    json: Json = False,
    show: Annotated[
        bool, typer.Option("--show", help="Print the names that were found. Mind who reads over your shoulder.")
    ] = False,
    folder: Folder = None,
) -> int:
    """Find every place in a finished file that still names somebody.

    Exit code 0: none. 1: leaks, each with its part and place. 2: a file, or a part of one, cannot be read.
    """
    from chatham.check import check_file
    from chatham.cli import sources
    from chatham.errors import InputError
    from chatham.files import read_text

    home = folder or Path()
    if roster is None:
        from chatham.workspace import roster_file

        roster = roster_file(home)
        if roster is None:
            raise InputError("who was there is not known", fix="Give --roster")
        if consultation is None and (home / "consultation.yaml").is_file():
            consultation = home / "consultation.yaml"
    given = sources.programme(consultation)
    people = sources.roster(roster, given)
    names = [] if also is None else [line.strip() for line in read_text(also).splitlines() if line.strip()]
    reports = [
        check_file(f, roster=people, consultation=given.consultation if given else None, also=names) for f in files
    ]
    if json:
        import json as encoder

        typer.echo(encoder.dumps([r.to_json(show=show) for r in reports], ensure_ascii=False, indent=2))
    else:
        describe(reports, show=show)
    if any(r.unreadable for r in reports):
        return 2
    return 1 if any(r.leaks for r in reports) else 0


def describe(reports: Sequence[FileReport], *, show: bool) -> None:
    """What the gate found, for people."""
    from chatham.cli.terminal import say

    for report in reports:
        for leak in report.leaks:
            found = f": {leak.found}" if show and leak.found else ""
            who = f", participant {leak.participant}" if leak.participant else ""
            say(f"{report.file}: {leak.part}, {leak.where}: {leak.kind}{who}{found}")
        for notice in report.notices:
            say(f"{report.file}: notice: {notice}")
        for part in report.unreadable:
            say(f"{report.file}: cannot be read: {part}")
        if not report.leaks and not report.unreadable:
            say(f"{report.file}: names nobody on the roster")
