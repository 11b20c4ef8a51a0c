"""`risk`: what a reader who holds the list of participants could still work out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chatham.cli.options import As, ConsultationFile, Folder, NotesFile, OutputFile, RosterFile, login

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chatham.model.framework import Framework
    from chatham.model.private import Finding, NoteRisk, RawNote, Roster
    from chatham.model.public import ApprovedNote
    from chatham.settings import Settings

__all__ = ["risk"]

_YES = "yes"
_LABEL = "looking for the speakers"


def risk(
    notes: NotesFile = None,
    speakers: Annotated[
        str | None, typer.Option("--speakers", "-s", help="The raw notes, for who spoke (private).")
    ] = None,
    roster: RosterFile = None,
    consultation: ConsultationFile = None,
    output: OutputFile = None,
    advice: Annotated[
        str | None,
        typer.Option("--advice", help="Where to write what to generalise: edits of the anonymised text (private)."),
    ] = None,
    apply: Annotated[
        str | None,
        typer.Option(
            "--apply",
            help="With --notes, a file: the notes with the advice taken. In a consultation's folder, `yes`: take it, "
            "as decisions in review.",
        ),
    ] = None,
    report: Annotated[
        str | None, typer.Option("--report", help="Where to write a page about it, with a figure: HTML (private).")
    ] = None,
    who: As = None,
    folder: Folder = None,
) -> None:
    """Say how many people each anonymised note still fits, and whether an attack finds its speaker.

    Nothing is changed unless --apply says so.
    """
    from chatham.cli import sources
    from chatham.errors import InputError
    from chatham.exchange.notes import dump_findings
    from chatham.exchange.risks import dump_risks
    from chatham.files import write_all

    if notes is None:
        _in_folder(folder, who or login(), output=output, advice=advice, apply=apply, report=report)
        return
    if speakers is None or roster is None or output is None:
        raise InputError("a filter needs more files", fix="Give --speakers, --roster and --output")
    if apply == _YES:
        raise InputError(f"--apply {_YES} is for a consultation's folder", fix="Name the file for the changed notes")
    sources.only_one_dash(notes, speakers, roster)
    sources.only_one_dash(output, advice, apply, report)
    from chatham.exchange.notes import dump_anonymised, read_approved, read_notes
    from chatham.model.framework import default_framework

    given = sources.programme(consultation)
    programme = given.consultation if given else None
    framework = programme.framework if programme else default_framework()
    published = read_approved(notes, consultation=programme)
    raw = read_notes(speakers, consultation=programme)
    people = sources.roster(roster, given)
    settings = sources.settings(given)
    outputs: dict[str, str | bytes] = {}
    advised: tuple[Finding, ...] = ()
    if (advice, apply, report) == (None, None, None):
        risks = _figures(published, raw, people, framework, settings)
    else:
        from chatham.cli.terminal import progress
        from chatham.risk.assessment import assess

        with progress(_LABEL) as bar:
            done = assess(
                published,
                raw,
                roster=people,
                framework=framework,
                settings=settings,
                title=programme.title if programme else "",
                progress=bar,
            )
        risks, advised = done.risks, done.advice
        changed = [n.model_copy(update={"text": text}) for n, text in zip(published, done.taken, strict=True)]
        wanted = {advice: dump_findings(advised), apply: dump_anonymised(changed), report: done.report}
        outputs |= {name: text for name, text in wanted.items() if name is not None}
    write_all({output: dump_risks(risks), **outputs}, private={output, *outputs})
    _say(risks, advised)


def _figures(
    published: Sequence[ApprovedNote], raw: Sequence[RawNote], people: Roster, framework: Framework, settings: Settings
) -> tuple[NoteRisk, ...]:
    from chatham.cli.terminal import progress
    from chatham.language.embedding import embedder
    from chatham.people.voices import speakers
    from chatham.risk.audit import audit

    with progress(_LABEL) as bar:
        return audit(
            published,
            roster=people,
            speakers=speakers(raw, people),
            framework=framework,
            settings=settings,
            embed=embedder(),
            progress=bar,
        )


def _in_folder(
    folder: Path | None, who: str, *, output: str | None, advice: str | None, apply: str | None, report: str | None
) -> None:
    from chatham.cli import sources
    from chatham.cli.terminal import progress, say
    from chatham.errors import InputError
    from chatham.exchange.notes import dump_findings
    from chatham.exchange.risks import dump_risks
    from chatham.files import write_all

    if apply not in (None, _YES):
        fix = f"Write --apply {_YES}; to change files instead, give --notes"
        raise InputError("in a consultation's folder the advice is taken as decisions, not to a file", fix=fix)
    sources.only_one_dash(output, advice, report)
    with sources.workspace(folder) as workspace:
        with progress(_LABEL) as bar:
            done = workspace.risk(apply=apply is not None, who=who, progress=bar)
        sealed = workspace.store.encrypted
    wanted = {output: dump_risks(done.risks), advice: dump_findings(done.advice), report: done.report}
    outputs = {name: text for name, text in wanted.items() if name is not None}
    write_all(outputs, private=set(outputs))
    _say(done.risks, done.advice)
    if apply is not None:
        say(f"{done.changed} notes are changed, and are to be approved again")
    if sealed and not outputs:
        say("all of it is kept in the encrypted store; --output, --advice and --report write it to files")


def _say(risks: Sequence[NoteRisk], advised: Sequence[Finding]) -> None:
    from chatham.cli.terminal import say

    few = sum(bool(r.reasons) for r in risks)
    first = sum(r.rank == 1 for r in risks)
    known = sum(r.rank is not None for r in risks)
    say(f"{len(risks)} notes, {few} at risk; the attack is right in {first} of {known} notes with a known speaker")
    if advised:
        say(f"advice for {len({f.note for f in advised})} notes")
