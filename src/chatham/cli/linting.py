"""`lint`: the editorial rules of the United Nations, held against a finished text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from chatham.cli.options import Json

__all__ = ["lint"]


def lint(
    files: Annotated[list[Path], typer.Argument(help="Word, Markdown or text files.")],
    json: Json = False,
) -> int:
    """Say where a text breaks the editorial rules of the United Nations, and what to write instead.

    Exit code 0: nowhere. 1: somewhere. 2: a file cannot be read.
    """
    from chatham.cli.terminal import say
    from chatham.files import read_bytes
    from chatham.report.editorial import lint as held
    from chatham.report.editorial import read

    found = [(file, held(read(read_bytes(file), name=str(file)))) for file in files]
    if json:
        import json as encoder

        listed = [{"file": str(file), "breaches": [b.to_json() for b in breaches]} for file, breaches in found]
        typer.echo(encoder.dumps(listed, ensure_ascii=False, indent=2))
    else:
        for file, breaches in found:
            for breach in breaches:
                what = f" `{breach.found}`" if breach.found else ""
                typer.echo(f"{file}: {breach.part}, {breach.where}: {breach.rule}:{what}; write {breach.instead}")
            say(f"{file}: {len(breaches)} breaches" if breaches else f"{file}: no breach of the editorial rules")
    return int(any(breaches for _, breaches in found))
