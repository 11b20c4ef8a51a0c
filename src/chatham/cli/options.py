"""Options that several commands share, so that they are spelt and explained once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["As", "ConsultationFile", "Folder", "Json", "NotesFile", "OutputFile", "RosterFile", "login"]

Folder = Annotated[
    Path | None,
    typer.Option("--folder", "-C", help="The consultation's folder. [default: where you are]", show_default=False),
]
ConsultationFile = Annotated[
    Path | None, typer.Option("--consultation", "-c", help="consultation.yaml, for objectives, groups and settings.")
]
RosterFile = Annotated[Path | None, typer.Option("--roster", "-r", help="The registration list: CSV or xlsx.")]
NotesFile = Annotated[str | None, typer.Option("--notes", "-n", help="Notes as JSON lines; - is standard input.")]
OutputFile = Annotated[str | None, typer.Option("--output", "-o", help="Where to write; - is standard output.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
As = Annotated[str | None, typer.Option("--as", help="Who decides, for the record. [default: your login name]")]


def login() -> str:
    """Who decides where `--as` is not given: the name with which somebody logged in to the machine."""
    import getpass

    return getpass.getuser()
