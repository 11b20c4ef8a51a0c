"""All commands, in the order in which a consultation needs them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import typer

from chatham.cli import (
    anonymising,
    auditing,
    capturing,
    gating,
    linting,
    measuring,
    merging,
    reporting,
    reviewing,
    workspacing,
)

__all__ = ["COMMANDS", "app_for"]

COMMANDS: dict[str, Any] = {
    "new": workspacing.new,
    "import": capturing.import_,
    "tag": capturing.tag,
    "anonymise": anonymising.anonymise,
    "review": reviewing.review,
    "risk": auditing.risk,
    "synthesise": reporting.synthesise,
    "build": reporting.build,
    "merge": merging.merge,
    "check": gating.check,
    "verify": gating.verify,
    "clean": gating.clean,
    "lint": linting.lint,
    "status": workspacing.status,
    "evaluate": measuring.evaluate,
    "seal": workspacing.seal,
    "purge": workspacing.purge,
    "form": capturing.form,
    "demo": workspacing.demo,
}


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """The program with the command that is asked for, or with all of them where none is.

    Typer works out every option of every command it is given, which takes longer than some commands do.

    Args:
        arguments: Without the program's name.
    """
    app = typer.Typer(
        name="chatham",
        help="Turn rapporteurs' notes from a closed consultation into a public summary note that names nobody.",
        epilog="In a consultation's folder, commands work on it; with --notes and --output they are filters on files.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,  # plain help comes in half the time, and screen readers can read it
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    asked = arguments[0] if arguments else ""
    for name in [asked] if asked in COMMANDS else COMMANDS:
        app.command(name)(COMMANDS[name])
    return app


def _version(asked: bool) -> None:
    if asked:
        from chatham import __version__

        typer.echo(f"chatham {__version__}")
        raise typer.Exit


def _root(
    version: bool = typer.Option(False, "--version", help="Say the version.", callback=_version, is_eager=True),
) -> None:
    pass
