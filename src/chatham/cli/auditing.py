"""`risk`: what a reader who holds the list of participants could still work out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chatham.cli.options import As, ConsultationFile, Folder, NotesFile, OutputFile, RosterFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from chatham.model.private import Finding, NoteRisk

__all__ = ["risk"]


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
        typer.Option("--apply", help="Where to write the notes with the advice taken; in a folder, any word takes it."),
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
    from chatham.cli.terminal import progress
    from chatham.errors import InputError

    if notes is None:
        from chatham.workspace import Workspace

        with Workspace.open(folder or Path()) as workspace, progress("looking for the speakers") as bar:
            done = workspace.risk(apply=apply is not None, who=who or _login(), progress=bar)
        _say(done.risks, done.advice)
        return
    if speakers is None or roster is None or output is None:
        raise InputError("a filter needs more files", fix="Give --speakers, --roster and --output")
    sources.only_one_dash(notes, speakers, roster)
    sources.only_one_dash(output, advice, apply, report)
    from chatham.exchange.notes import dump_anonymised, dump_findings, read_approved, read_notes
    from chatham.exchange.risks import dump_risks
    from chatham.files import write_all
    from chatham.language.embedding import embedder
    from chatham.model.framework import default_framework
    from chatham.people.voices import speakers as speakers_of
    from chatham.risk.advice import advise, apply_advice, by_note
    from chatham.risk.attack import Attacker, success
    from chatham.risk.audit import inspect
    from chatham.risk.page import page

    given = sources.programme(consultation)
    programme = given.consultation if given else None
    published = read_approved(notes, consultation=programme)
    raw = read_notes(speakers, consultation=programme)
    people = sources.roster(roster, given)
    settings = sources.settings(given)
    attacker = Attacker(people, framework=programme.framework if programme else default_framework(), embed=embedder())
    spoke = speakers_of(raw, people)
    advised: tuple[Finding, ...] = ()
    with progress("looking for the speakers") as bar:
        if advice is None and apply is None and report is None:
            risks = tuple(a.risk for a in inspect(published, attacker, speakers=spoke, settings=settings, progress=bar))
        else:
            risks, advised = advise(published, attacker, speakers=spoke, settings=settings, progress=bar)
    outputs: dict[str, str | bytes] = {output: dump_risks(risks)}
    taken = [n.model_copy(update={"text": apply_advice(n.text, by_note(advised).get(n.id, ()))}) for n in published]
    if advice is not None:
        outputs[advice] = dump_findings(advised)
    if apply is not None:
        outputs[apply] = dump_anonymised(taken)
    if report is not None:
        attacks = {
            "Raw": success(attacker.rank(raw), spoke),
            "Anonymised": success(attacker.rank(published), spoke),
            "With advice": success(attacker.rank(taken), spoke),
        }
        outputs[report] = page(
            risks,
            attacks,
            title=programme.title if programme else "",
            k=settings.k,
            advised=len({f.note for f in advised}),
        )
    write_all(outputs, private=set(outputs))
    _say(risks, advised)


def _say(risks: Sequence[NoteRisk], advised: Sequence[Finding]) -> None:
    from chatham.cli.terminal import say

    few = sum(bool(r.reasons) for r in risks)
    first = sum(r.rank == 1 for r in risks)
    known = sum(r.rank is not None for r in risks)
    say(f"{len(risks)} notes, {few} at risk; the attack is right in {first} of {known} notes with a known speaker")
    if advised:
        say(f"advice for {len({f.note for f in advised})} notes")


def _login() -> str:
    import getpass

    return getpass.getuser()
