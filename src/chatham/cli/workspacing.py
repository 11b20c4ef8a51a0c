"""`new`, `status`, `seal`, `purge`, `demo`: a consultation's folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chatham.cli.options import Folder, Json

if TYPE_CHECKING:
    from rich.table import Table

    from chatham.model.public import Consultation
    from chatham.outcomes import Status

__all__ = ["demo", "new", "purge", "seal", "status"]


def new(
    folder: Annotated[Path, typer.Argument(help="The folder to make.")],
    title: Annotated[str, typer.Option(help="Title of the consultation.")] = "Stakeholder consultation",
    date: Annotated[str, typer.Option(help="Its date, such as 2020-11-19.")] = "",
    encrypt: Annotated[
        bool,
        typer.Option(
            "--encrypt", help="Encrypt the private store, with the passphrase of CHATHAM_PASSPHRASE or one you type."
        ),
    ] = False,
    remember: Annotated[
        bool, typer.Option("--remember", help="Let the system's keyring keep the passphrase, so that it is not asked.")
    ] = False,
) -> None:
    """Make a folder for a consultation, shut to everybody but you."""
    from chatham.cli.sources import ask_passphrase
    from chatham.cli.terminal import say
    from chatham.errors import InputError
    from chatham.workspace import Workspace

    if remember and not encrypt:
        raise InputError("there is no passphrase to remember", fix="Give --encrypt too")
    passphrase = None
    if encrypt:
        from chatham.store.passphrase import passphrase_for

        passphrase = passphrase_for(folder, new=True, ask=ask_passphrase())
    with Workspace.create(folder, title=title, date=date, passphrase=passphrase) as workspace:
        place = workspace.store.path
    if place is not None and passphrase is not None:
        say("the private store is encrypted: if the passphrase is lost, so are the notes")
        say("roster.csv and the files in notes/ are not, until `chatham seal` has taken them into the store")
        if remember:
            from chatham.store.passphrase import remember as keep

            kept = keep(place, passphrase)
            say("the keyring keeps the passphrase" if kept else "warning: no keyring took the passphrase")
    say(f"made {folder}. Next: fill in consultation.yaml and roster.csv, put the rapporteurs' files into notes/,")
    say(f"and run `cd {folder}` and `chatham import`")


def status(json: Json = False, folder: Folder = None) -> None:
    """Say how far the consultation has come, and how many notes each objective has."""
    from chatham.cli.sources import workspace as opened
    from chatham.cli.terminal import say, show

    with opened(folder) as workspace:
        now, consultation = workspace.status(), workspace.consultation
    if json:
        import dataclasses
        import json as encoder

        typer.echo(encoder.dumps(dataclasses.asdict(now), ensure_ascii=False, indent=2))
        return
    say(
        f"{now.notes} notes, {now.tagged} tagged ({now.suggested} by suggestion), {now.anonymised} anonymised, "
        f"{now.set_aside} set aside, {now.approved} approved, {now.undecided} undecided"
    )
    if now.plain:
        say(f"the store is encrypted; {now.plain} files beside it tell of people and are not: run `chatham seal`")
    elif now.encrypted:
        say("the store is encrypted, and no file beside it tells of people")
    show(_coverage(now, consultation))


def seal(
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    folder: Folder = None,
) -> None:
    """In an encrypted folder: take the roster and the notes into the store, and destroy the plain files.

    What import does not read of a file (direct messages, headings) goes with it. To correct a note or the roster
    later, put the file there again, import, and seal.
    """
    from chatham.cli.sources import workspace as opened
    from chatham.cli.terminal import say, warn
    from chatham.errors import Refused

    with opened(folder) as workspace:
        if not workspace.store.encrypted:
            raise Refused("the store of this folder is not encrypted", fix="Make one with `chatham new --encrypt`")
        plain = workspace.plain_files()
        if not plain:
            say("nothing to seal: no file beside the store tells of people")
            return
        for file in plain:
            say(f"will take in and destroy {file}")
        if not yes:
            typer.confirm("Destroy the plain files, once the store holds what they say?", abort=True, err=True)
        sealed = workspace.seal()
    if sealed.imported is not None:
        warn(str(w) for w in sealed.imported.captured.warnings)
        changes = sealed.imported.changes
        say(f"{len(changes.added)} notes added, {len(changes.updated)} updated, {len(changes.unchanged)} unchanged")
    say(f"{len(sealed.files)} files destroyed; the store holds the roster and the notes")


def demo(
    folder: Annotated[Path, typer.Argument(help="Where to run it.")] = Path("demo"),
    force: Annotated[bool, typer.Option("--force", help="Replace what an earlier demo left there.")] = False,
) -> None:
    """Run the main job on a made-up consultation, from notes to the summary note."""
    import shutil

    from chatham.cli.terminal import progress, say, working
    from chatham.errors import InputError
    from chatham.review import approve_all, withhold_blocked
    from chatham.workspace import copy_samples

    if folder.exists() and force:
        if not (folder / "consultation.yaml").is_file():
            raise InputError("not an earlier demo", file=folder, fix="Name another folder")
        shutil.rmtree(folder)
    with copy_samples(folder) as workspace:
        say(f"A made-up consultation is in {folder}/. Each step is a command that you can run there yourself.")
        imported = workspace.import_files()
        dropped = "".join(f", {count} {kind} dropped" for kind, count in imported.captured.dropped)
        say(f"chatham import      {len(imported.changes.added)} notes from {folder}/notes/{dropped}")
        with working("tagging"):
            tagged = workspace.suggest_tags()
        say(f"chatham tag         {tagged} notes have suggested tags")
        with progress("anonymising") as report:
            done = workspace.anonymise(progress=report)
        aside = f", {len(done.set_aside)} notes set aside" if done.set_aside else ""
        say(f"chatham anonymise   {len(done.findings)} findings in {len(done.notes)} notes{aside}")
        withheld = withhold_blocked(workspace.store, who="demo", why="nobody is here to decide")
        approved = approve_all(workspace.store, who="demo", why="a demonstration: in earnest a person reads each note")
        say(f"chatham review      {len(approved)} notes approved, {len(withheld)} withheld")
        with working("writing the note"):
            built = workspace.build()
    say("chatham build       the gate found nobody named")
    say(f"\nThe summary note is in {built.path}")


def purge(
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    folder: Folder = None,
) -> None:
    """Destroy what identifies, after publication: raw notes, roster, findings, decisions. It cannot be undone."""
    from chatham.cli.sources import workspace as opened
    from chatham.cli.terminal import say

    with opened(folder) as workspace:
        for what in workspace.doomed():
            say(f"will destroy {what}")
        if not yes:
            typer.confirm("Destroy all that identifies somebody?", abort=True, err=True)
        record = workspace.purge()
    say(f"purged on {record.when}: {', '.join(f'{count} {name}' for name, count in record.counts)}")


def _coverage(now: Status, consultation: Consultation) -> Table:
    from rich.table import Table

    framework = consultation.framework
    codes = consultation.objectives or tuple(dict.fromkeys(code for _, code, _ in now.coverage))
    counts = {(review, code): count for review, code, count in now.coverage}
    table = Table(title=f"Notes by review objective and {framework.short_name} objective")
    table.add_column("")
    for code in codes:
        table.add_column(str(code), justify="right")
    for review in framework.review_objectives:
        table.add_row(review.heading, *(str(counts.get((review.id, code), "·")) for code in codes))
    return table
