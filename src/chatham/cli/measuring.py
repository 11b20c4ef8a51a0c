"""`evaluate`: accuracy on a labelled corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from chatham.cli.options import Json

__all__ = ["evaluate"]


def evaluate(
    corpus: Annotated[
        Path, typer.Argument(help="A folder with consultation.yaml, roster.csv and labelled notes.jsonl.")
    ],
    model: Annotated[str | None, typer.Option(help="An installed spaCy model.")] = None,
    json: Json = False,
    misses: Annotated[
        bool, typer.Option("--misses", help="Also print what was missed and what was lost, in its own words.")
    ] = False,
) -> None:
    """Measure what is found and what is kept, on notes that you have labelled."""
    from chatham.cli.terminal import show, working
    from chatham.evaluate import evaluate_corpus, read_corpus, table
    from chatham.evaluate import misses as missed

    with working("measuring"):
        scores = evaluate_corpus(corpus, model=model)
    if json:
        typer.echo(scores.to_json())
    else:
        show(table(scores))
        if misses:
            show(missed(read_corpus(corpus), scores))
