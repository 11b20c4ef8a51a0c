"""`import`, `tag`, `form`: from what rapporteurs hand in to tagged notes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chatham.cli.options import ConsultationFile, Folder, NotesFile, OutputFile

if TYPE_CHECKING:
    from chatham.model.private import Roster
    from chatham.model.public import Consultation

__all__ = ["form", "import_", "tag"]

_BAR = 16
"""Width of the longest bar, in characters."""


def import_(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Word, Excel, CSV, Markdown, text, chats, captions, JSON lines; a folder or a zip of them. "
            "[default: the folder's notes/]",
            show_default=False,
        ),
    ] = None,
    consultation: ConsultationFile = None,
    roster: Annotated[
        Path | None,
        typer.Option(
            "--roster", "-r", help="A registration list: it is checked, its balance shown, and it becomes the folder's."
        ),
    ] = None,
    direct_messages: Annotated[
        bool, typer.Option("--direct-messages", help="Keep the direct messages of a chat, which are dropped otherwise.")
    ] = False,
    output: OutputFile = None,
    folder: Folder = None,
) -> None:
    """Read what rapporteurs hand in: all of it, or nothing.

    With --output the notes are written there as JSON lines. Without, they go into the consultation's private store: the
    same file twice adds nothing, and a corrected file updates its own notes. The registration list is checked too.
    """
    from chatham.cli.terminal import say, warn

    if output is None:
        _into_folder(files, roster, folder, direct_messages=direct_messages)
        return
    from chatham.capture.reading import read
    from chatham.cli.sources import programme
    from chatham.errors import InputError
    from chatham.exchange.notes import dump_notes
    from chatham.files import write_whole

    given = programme(consultation)
    if not files:
        raise InputError("nothing to read", fix="Name files, a folder or a zip")
    public = given.consultation if given else None
    captured = read(files, consultation=public, direct_messages=direct_messages)
    if roster is not None:
        from chatham.cli.sources import roster as checked

        _show_balance(checked(roster, given), public)
    write_whole(output, dump_notes(captured.notes), private=True)
    warn(str(w) for w in captured.warnings)
    say(f"{len(captured.notes)} notes")
    for kind, count in captured.dropped:
        say(f"{count} {kind} dropped")


def _into_folder(files: list[Path] | None, roster: Path | None, folder: Path | None, *, direct_messages: bool) -> None:
    from chatham.cli.sources import workspace as opened
    from chatham.cli.terminal import say, warn
    from chatham.errors import InputError, RosterError

    with opened(folder) as workspace:
        people = None if roster is None else workspace.import_roster(roster)
        imported = None
        if files or roster is None or any((workspace.folder / "notes").glob("*")):
            imported = workspace.import_files(files or (), direct_messages=direct_messages)
        if roster is None:
            try:
                people = workspace.import_roster()
            except (InputError, RosterError) as error:  # the notes are in: the list may come later
                warn([str(error)])
        public = workspace.consultation
    if imported is not None:
        warn(str(w) for w in imported.captured.warnings)
        changes = imported.changes
        say(
            f"{len(changes.added)} notes added, {len(changes.updated)} updated, {len(changes.removed)} removed, "
            f"{len(changes.unchanged)} unchanged"
        )
        for change in imported.differences:
            say(f"  {change}")
        for kind, count in imported.captured.dropped:
            say(f"{count} {kind} dropped")
    if people is not None:
        warn(str(w) for w in people.warnings)
    if people is not None and roster is not None:
        _show_balance(people.roster, public)
    elif people is not None:
        say(f"{len(people.roster.participants)} registered participants; with --roster FILE their balance is shown")


def _show_balance(roster: Roster, consultation: Consultation | None) -> None:
    """The balance of a registration list as a table with bars, on standard error as all that is not a result."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    from chatham.model.framework import default_framework
    from chatham.people.balance import GENDERS, balance

    framework = consultation.framework if consultation else default_framework()
    rows = balance(roster, framework=framework).rows
    most = max((row.total for row in rows if row.by != "all"), default=0) or 1
    shown = [row for row in rows if row.total]
    table = Table(title="Registered participants (private)", title_justify="left", box=box.SIMPLE_HEAD)
    table.add_column("")
    for heading in (*(name for _, name in GENDERS), "all"):
        table.add_column(heading, justify="right")
    table.add_column("", no_wrap=True, min_width=_BAR)
    for at, row in enumerate(shown):
        bar = "" if row.by == "all" else "█" * max(1, round(_BAR * row.total / most))
        last = at + 1 == len(shown) or shown[at + 1].by != row.by
        table.add_row(row.name, *(str(n or "·") for n in row.counts), str(row.total), bar, end_section=last)
    console = Console(stderr=True, highlight=False)
    console.print(table)
    if empty := [row.name for row in rows if not row.total and row.by != "all"]:
        console.print(f"nobody of: {', '.join(empty)}")


def tag(
    notes: NotesFile = None,
    consultation: ConsultationFile = None,
    output: OutputFile = None,
    apply: Annotated[
        str | None, typer.Option(help="Also write the notes with the suggestions in, marked as suggested.")
    ] = None,
    folder: Folder = None,
) -> None:
    """Suggest objectives and review objectives for notes that have none.

    Nothing is tagged silently: a suggestion is marked as one until somebody accepts it.
    """
    from chatham.cli.terminal import say, working

    if notes is None:
        from chatham.cli.sources import workspace as opened

        with opened(folder) as workspace, working("tagging"):
            count = workspace.suggest_tags()
        say(f"{count} notes have suggested tags")
        return
    from chatham.cli.sources import only_one_dash, programme
    from chatham.errors import InputError
    from chatham.exchange.notes import dump_notes, dump_tags, read_notes
    from chatham.files import write_all
    from chatham.tag import apply_suggestions, suggest

    if output is None and apply is None:
        raise InputError("nowhere to write", fix="Give --output or --apply")
    only_one_dash(output, apply)
    given = programme(consultation)
    if given is None:
        raise InputError("tags need a consultation", fix="Give --consultation")
    raw = read_notes(notes, consultation=given.consultation)
    with working("tagging"):
        suggestions = suggest(raw, given.consultation)
    outputs = {} if output is None else {output: dump_tags(suggestions)}
    if apply is not None:
        outputs[apply] = dump_notes(apply_suggestions(raw, suggestions))
    write_all(outputs, private=set(outputs))
    say(f"{len(suggestions)} notes")


def form(
    working_group: Annotated[str, typer.Option("--working-group", "-g", help="The group's id, such as WG1.")],
    consultation: ConsultationFile = None,
    output: Annotated[str | None, typer.Option("--output", "-o", help="The Word file to write.")] = None,
    folder: Folder = None,
) -> None:
    """Write the blank Word form for a group's rapporteur, to be filled in offline and imported back."""
    from chatham.capture.form import rapporteur_form
    from chatham.cli.terminal import say
    from chatham.exchange.consultation import read_consultation
    from chatham.files import write_whole

    given = read_consultation(consultation or (folder or Path()) / "consultation.yaml").consultation
    target = output or f"form-{working_group}.docx"
    write_whole(target, rapporteur_form(given, working_group))
    if target != "-":
        say(f"the form is in {target}")
