"""`anonymise`: notes in, notes that name nobody out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chatham.cli.options import ConsultationFile, Folder, NotesFile, OutputFile, RosterFile

if TYPE_CHECKING:
    from chatham.exchange.unfinished import Unfinished

__all__ = ["anonymise"]


def anonymise(
    notes: NotesFile = None,
    roster: RosterFile = None,
    no_roster: Annotated[
        bool, typer.Option("--no-roster", help="Go by the text alone: every person goes, and more is missed.")
    ] = False,
    consultation: ConsultationFile = None,
    attribution: Annotated[
        str | None, typer.Option(help="What a speaker is called: none, category or telling.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="Take every note to be in this language (ISO 639-1).")] = None,
    model: Annotated[str | None, typer.Option(help="An installed spaCy model.")] = None,
    processes: Annotated[int | None, typer.Option(help="How many run in parallel; 0 is all cores.")] = None,
    output: OutputFile = None,
    findings: Annotated[
        str | None, typer.Option("--findings", "-f", help="Where to write each edit and its reason (private).")
    ] = None,
    folder: Folder = None,
) -> None:
    """Take out who spoke and whom they work for, and keep what was said.

    Exit code 1: some notes were set aside, because they are not in English or need a person's decision.
    """
    from chatham.cli.terminal import progress, say
    from chatham.errors import InputError

    flags = {"attribution": attribution, "language": language, "model": model, "processes": processes}
    if notes is None:
        from chatham.cli.sources import workspace as opened

        with opened(folder, **flags) as workspace, progress("anonymising") as report:
            done = workspace.anonymise(progress=report)
        _finish(done.set_aside, len(done.notes), len(done.findings))
        return
    from chatham.anonymise.engine import stream
    from chatham.cli import sources
    from chatham.exchange.notes import NotesFile, dump_anonymised, dump_findings
    from chatham.files import check_writable, writing

    if output is None:
        raise InputError("nowhere to write", fix="Give --output")
    if (roster is None) == (not no_roster):
        raise InputError("who was there is not known", fix="Give either --roster or --no-roster")
    sources.only_one_dash(notes, roster)
    sources.only_one_dash(output, findings)
    given = sources.programme(consultation)
    people = None if roster is None else sources.roster(roster, given)
    if people is None:
        say("warning: without a roster, people and organisations are found by the text alone, and more are missed")
    public = given.consultation if given else None
    names = [output] if findings is None else [output, findings]
    check_writable(names)
    aside: list[tuple[str, str]] = []
    made = found = 0
    with _unfinished(findings, output) as unfinished:
        with progress("anonymising") as report:
            parts = stream(
                NotesFile(notes, consultation=public),
                roster=people,
                consultation=public,
                settings=sources.settings(given, **flags),
                progress=report,
                kept=None if unfinished is None else unfinished.of,
            )
            first = next(parts, None)  # now all notes have been gone through
        with writing(names, private=set(names)) as streams:
            for part in () if first is None else chain((first,), parts):
                streams[output].write(dump_anonymised(part.notes).encode())
                if findings is not None:
                    streams[findings].write(dump_findings(part.findings).encode())
                made, found = made + len(part.notes), found + len(part.findings)
                aside += part.set_aside
    _finish(tuple(aside), made, found)


@contextmanager
def _unfinished(findings: str | None, output: str) -> Iterator[Unfinished | None]:
    """Where what is done is kept, in case the run is stopped: beside the private of the two files, never in public/."""
    from chatham.cli.terminal import say
    from chatham.exchange.unfinished import Unfinished
    from chatham.files import DASH

    beside = next((Path(name) for name in (findings, output) if name not in (None, DASH)), None)
    if beside is None or "public" in beside.absolute().parts:
        yield None
        return
    try:
        with Unfinished(beside.with_name(f".{beside.name}.unfinished")) as unfinished:
            yield unfinished
    except KeyboardInterrupt:
        if unfinished.path.exists():
            say("what is done is kept: the same command goes on from there")
        raise


def _finish(set_aside: tuple[tuple[str, str], ...], notes: int, findings: int) -> None:
    from chatham.cli.terminal import say
    from chatham.errors import NotesSetAside

    say(f"{notes} notes, {findings} findings")
    for note, reason in set_aside:
        say(f"note {note} set aside: {reason}")
    if set_aside:
        raise NotesSetAside(
            f"{len(set_aside)} notes set aside", fix="Translate them, or say --language en if they are English"
        )
