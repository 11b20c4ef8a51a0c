"""`anonymise`: notes in, notes that name nobody out."""

from __future__ import annotations

from typing import Annotated

import typer

from chatham.cli.options import ConsultationFile, Folder, NotesFile, OutputFile, RosterFile

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
    from chatham.anonymise.engine import anonymise as run
    from chatham.cli import sources
    from chatham.exchange.notes import dump_anonymised, dump_findings, read_notes
    from chatham.files import write_all

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
    raw = read_notes(notes, consultation=given.consultation if given else None)
    with progress("anonymising") as report:
        done = run(
            raw,
            roster=people,
            consultation=given.consultation if given else None,
            settings=sources.settings(given, **flags),
            progress=report,
        )
    outputs = {output: dump_anonymised(done.notes)}
    if findings is not None:
        outputs[findings] = dump_findings(done.findings)
    write_all(outputs, private=set(outputs))
    _finish(done.set_aside, len(done.notes), len(done.findings))


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
