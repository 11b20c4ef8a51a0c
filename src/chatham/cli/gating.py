"""`check`, `clean`, `verify`: what leaves is read back, scrubbed and certified."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chatham.cli.options import ConsultationFile, Folder, Json, RosterFile

if TYPE_CHECKING:
    from chatham.check import FileReport

__all__ = ["check", "clean", "describe", "verify"]


def check(
    files: Annotated[list[Path], typer.Argument(help="What is about to be published.")],
    roster: RosterFile = None,
    consultation: ConsultationFile = None,
    also: Annotated[Path | None, typer.Option(help="More names, one a line, of people who are on no roster.")] = None,
    waivers: Annotated[Path | None, typer.Option(help="Hits that may stand, each with its reason (YAML).")] = None,
    json: Json = False,
    show: Annotated[
        bool, typer.Option("--show", help="Print the names that were found. Mind who reads over your shoulder.")
    ] = False,
    folder: Folder = None,
) -> int:
    """Find every place in a finished file that still names somebody.

    Exit code 0: none. 1: leaks, each with its part and place. 2: a file, or a part of one, cannot be read.
    """
    from chatham.check import apply_waivers, check_file, exit_code, read_waivers
    from chatham.cli import sources
    from chatham.errors import InputError
    from chatham.files import read_text

    home = folder or Path()
    if roster is None:
        from chatham.folder import roster_file

        roster = roster_file(home)
        own = home / "consultation.yaml"
        if roster is None and not (own.is_file() and (home / "private").is_dir()):
            raise InputError("who was there is not known", fix="Give --roster")
        if consultation is None and own.is_file():
            consultation = own
    given = sources.programme(consultation)
    if roster is None:
        with sources.workspace(home) as workspace:  # the list is sealed
            people = workspace.roster
    else:
        people = sources.roster(roster, given)
    names = [] if also is None else [line.strip() for line in read_text(also).splitlines() if line.strip()]
    passes = () if waivers is None else read_waivers(waivers)
    public = given.consultation if given else None
    reports = [apply_waivers(check_file(f, roster=people, consultation=public, also=names), passes) for f in files]
    if json:
        import json as encoder

        typer.echo(encoder.dumps([r.to_json(show=show) for r in reports], ensure_ascii=False, indent=2))
    else:
        describe(reports, show=show)
    return exit_code(reports)


def clean(
    file: Annotated[Path, typer.Argument(help="A Word file.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The copy. [default: FILE-clean.docx]", show_default=False)
    ] = None,
) -> None:
    """Write a copy of a Word file without authors, comments, tracked changes and all else that hides in it."""
    from chatham.check import LARGEST
    from chatham.check import clean as scrub
    from chatham.cli.terminal import say
    from chatham.files import read_bytes, write_whole

    target = output or file.with_name(f"{file.stem}-clean{file.suffix}")
    write_whole(target, scrub(read_bytes(file, limit=LARGEST)))
    say(f"the scrubbed copy is in {target}; whether its text names somebody, `chatham check` tells")


def verify(
    file: Annotated[Path, typer.Argument(help="The file that was handed over.")],
    certificate: Annotated[
        Path | None,
        typer.Option(help="Its certificate. [default: FILE's name with .check.json]", show_default=False),
    ] = None,
) -> None:
    """See that a file is the one that passed the gate. Needs no roster."""
    from chatham.check import verify as compare
    from chatham.cli.terminal import say

    content = compare(file, certificate or file.with_suffix(".check.json"))
    waived = len(content.get("waivers", []))
    say(f"{file} is the file that passed" + (f", with {waived} waivers" if waived else ""))


def describe(reports: Sequence[FileReport], *, show: bool) -> None:
    """What the gate found, for people."""
    from chatham.cli.terminal import say

    for report in reports:
        for leak in report.leaks:
            found = f": {leak.found}" if show and leak.found else ""
            who = f", participant {leak.participant}" if leak.participant else ""
            how = f" ({leak.how})" if leak.how else ""
            say(f"{report.file}: {leak.part}, {leak.where}: {leak.kind}{who}{how}{found}. {leak.fix}")
        for waived in report.waived:
            say(f"{report.file}: {waived}")
        for notice in report.notices:
            say(f"{report.file}: notice: {notice}")
        for part in report.unreadable:
            say(f"{report.file}: cannot be read: {part}")
        if report.passed:
            say(f"{report.file}: names nobody on the roster ({report.words} words read)")
