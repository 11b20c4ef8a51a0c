"""`import`, `tag`, `form`: from what rapporteurs hand in to tagged notes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from chatham.cli.options import ConsultationFile, Folder, NotesFile, OutputFile

__all__ = ["form", "import_", "tag"]


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
    output: OutputFile = None,
    folder: Folder = None,
) -> None:
    """Read what rapporteurs hand in: all of it, or nothing.

    With --output the notes are written there as JSON lines. Without, they go into the consultation's private store: the
    same file twice adds nothing, and a corrected file updates its own notes.
    """
    from chatham.cli.terminal import say, warn

    if output is None:
        from chatham.cli.sources import workspace as opened

        with opened(folder) as workspace:
            imported = workspace.import_files(files or ())
        warn(str(w) for w in imported.captured.warnings)
        changes = imported.changes
        say(
            f"{len(changes.added)} notes added, {len(changes.updated)} updated, {len(changes.removed)} removed, "
            f"{len(changes.unchanged)} unchanged"
        )
        for kind, count in imported.captured.dropped:
            say(f"{count} {kind} dropped")
        return
    from chatham.capture.reading import read
    from chatham.cli.sources import programme
    from chatham.errors import InputError
    from chatham.exchange.notes import dump_notes
    from chatham.files import write_whole

    given = programme(consultation)
    if not files:
        raise InputError("nothing to read", fix="Name files, a folder or a zip")
    captured = read(files, consultation=given.consultation if given else None)
    write_whole(output, dump_notes(captured.notes), private=True)
    warn(str(w) for w in captured.warnings)
    say(f"{len(captured.notes)} notes")
    for kind, count in captured.dropped:
        say(f"{count} {kind} dropped")


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
