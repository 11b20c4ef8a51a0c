"""`synthesise`, `build`: from approved notes to the summary note."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from chatham.cli.options import As, ConsultationFile, Folder, NotesFile, OutputFile, RosterFile

__all__ = ["build", "synthesise"]

_Speakers = Annotated[str | None, typer.Option("--speakers", "-s", help="The raw notes, to count distinct speakers.")]


def synthesise(
    notes: NotesFile = None,
    speakers: _Speakers = None,
    roster: RosterFile = None,
    consultation: ConsultationFile = None,
    join: Annotated[
        str, typer.Option(help="In a consultation's folder: ids of points, parted by commas, that are one.")
    ] = "",
    part: Annotated[
        str, typer.Option(help="In a consultation's folder: id of a point that is several, one a note.")
    ] = "",
    show: Annotated[
        bool, typer.Option("--show", help="In a consultation's folder: print the points with their ids.")
    ] = False,
    who: As = None,
    output: OutputFile = None,
    folder: Folder = None,
) -> None:
    """Group what was said into points, each traced to its notes."""
    from chatham.cli.terminal import say, working

    if notes is None:
        import getpass

        from chatham.cli.sources import workspace as opened

        with opened(folder) as workspace, working("grouping"):
            if join:
                workspace.join_points([one.strip() for one in join.split(",")], who=who or getpass.getuser())
            if part:
                workspace.part_point(part.strip(), who=who or getpass.getuser())
            synthesis = workspace.synthesise()
        for point in synthesis.points if show else ():
            typer.echo(f"{point.id}  {point.quantifier or ''}{' ' if point.quantifier else ''}{point.text}")
        say(f"{len(synthesis.points)} points")
        _left_out(synthesis.left_out)
        return
    from chatham.assembly import with_voices
    from chatham.cli import sources
    from chatham.errors import InputError
    from chatham.exchange.notes import dump_points, read_approved, read_notes
    from chatham.files import write_whole
    from chatham.synthesise import synthesise as run

    if output is None:
        raise InputError("nowhere to write", fix="Give --output")
    sources.only_one_dash(notes, speakers, roster)
    given = sources.programme(consultation)
    if given is None:
        raise InputError("points need a consultation", fix="Give --consultation")
    approved = read_approved(notes, consultation=given.consultation)
    if speakers is not None:
        people = None if roster is None else sources.roster(roster, given)
        approved = with_voices(approved, read_notes(speakers, consultation=given.consultation), people)
    with working("grouping"):
        synthesis = run(approved, consultation=given.consultation)
    write_whole(output, dump_points(synthesis.points))
    say(f"{len(synthesis.points)} points")
    _left_out(synthesis.left_out)


def build(
    notes: NotesFile = None,
    points: Annotated[
        str | None, typer.Option("--points", "-p", help="Points as JSON lines, in place of synthesising.")
    ] = None,
    speakers: _Speakers = None,
    roster: RosterFile = None,
    consultation: ConsultationFile = None,
    draft: Annotated[
        bool,
        typer.Option("--draft", help="In a consultation's folder: a draft in private/, of what is approved so far."),
    ] = False,
    for_comment: Annotated[
        bool,
        typer.Option(
            "--for-comment", help="In a consultation's folder: private/for-comment.docx, with a comment on each point."
        ),
    ] = False,
    template: Annotated[
        Path | None, typer.Option(help="A Word template of your own, or one that comes along: by-review, by-objective.")
    ] = None,
    also_as: Annotated[
        str,
        typer.Option(
            help="Other forms beside it, parted by commas: md, html, pdf, csv, xlsx, talk-to-the-city, sensemaking."
        ),
    ] = "",
    page_numbers: Annotated[
        bool, typer.Option("--page-numbers", help="Ask LibreOffice for the page numbers of the contents.")
    ] = False,
    output: OutputFile = None,
    folder: Folder = None,
) -> None:
    """Write the summary note in Word, and let the gate read it back.

    In a consultation's folder the note goes to public/summary.docx, once every note is decided and only if it names
    nobody. As a filter the file is marked DRAFT.
    """
    from chatham.cli.terminal import say, working

    forms = [name for name in also_as.split(",") if name.strip()]
    if notes is None and points is None:
        from chatham.cli.sources import workspace as opened

        with opened(folder) as workspace, working("writing the note"):
            if for_comment:
                built = workspace.build_for_comment(template=_template(template))
            else:
                built = workspace.build(
                    template=_template(template), draft=draft, forms=forms, page_numbers=page_numbers
                )
        _left_out(built.left_out)
        say(f"the summary note is in {built.path}" + (", marked DRAFT" if built.draft else ""))
        return
    from chatham.assembly import summary_note, with_voices
    from chatham.check import check_bytes
    from chatham.check.gate import texts_that_name
    from chatham.cli import sources
    from chatham.cli.gating import describe
    from chatham.errors import GateClosed, InputError
    from chatham.exchange.notes import read_approved, read_notes, read_points
    from chatham.files import write_all, write_whole
    from chatham.report import build as render
    from chatham.report import build_with_pages, other_forms

    if output is None or notes is None:
        raise InputError("notes and an output are needed", fix="Give --notes and --output")
    sources.only_one_dash(notes, points, speakers, roster)
    given = sources.programme(consultation)
    if given is None:
        raise InputError("a summary note needs a consultation", fix="Give --consultation")
    people = None if roster is None else sources.roster(roster, given)
    approved = read_approved(notes, consultation=given.consultation)
    if speakers is not None:
        approved = with_voices(approved, read_notes(speakers, consultation=given.consultation), people)
    ready = None if points is None else read_points(points, consultation=given.consultation)
    with working("grouping"):
        summary, left_out = summary_note(
            approved,
            consultation=given.consultation,
            roster=people,
            settings=sources.settings(given),
            points=ready,
            draft=True,
        )
    data = (build_with_pages if page_numbers else render)(summary, template=_template(template))
    if forms and output == "-":
        raise InputError("other forms need a file to stand beside", fix="Give --output a file's name")
    made = {output: data}
    made |= {str(Path(output).with_suffix(end)): form for end, form in other_forms(summary, data, forms).items()}
    if people is None:
        say("ungated: without a roster nobody can tell whom the file names")
    else:
        for name, content in made.items():
            report = check_bytes(content, name=name, roster=people, consultation=given.consultation)
            if report.leaks or report.unreadable:
                describe([report], show=False)
                texts = {f"note {note.id}": note.text for note in approved}
                guilty = texts_that_name(texts, roster=people, consultation=given.consultation)
                fix = f"Look at {', '.join(guilty[:8])}" if guilty else None
                raise GateClosed("the note would still name somebody, and was not written", file=name, fix=fix)
    if len(made) == 1:
        write_whole(output, data)
    else:
        write_all(made)
    _left_out(left_out)


def _template(given: Path | None) -> Path | None:
    """A template that comes along, by its short name, or the user's own file."""
    from chatham.resources import templates

    shipped = {"by-review": "summary-note.docx", "by-objective": "summary-note-by-objective.docx"}
    name = None if given is None else shipped.get(str(given))
    return given if name is None else templates() / name


def _left_out(notes: tuple[str, ...]) -> None:
    from chatham.cli.terminal import say

    if notes:
        say(f"{len(notes)} notes left out, without objective or review objective: {', '.join(notes)}")
