"""All commands, in the order in which a consultation needs them."""

from __future__ import annotations

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

__all__ = ["app"]

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


def _version(asked: bool) -> None:
    if asked:
        from chatham import __version__

        typer.echo(f"chatham {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", help="Say the version.", callback=_version, is_eager=True),
) -> None:
    pass


app.command("new")(workspacing.new)
app.command("import")(capturing.import_)
app.command("tag")(capturing.tag)
app.command("anonymise")(anonymising.anonymise)
app.command("review")(reviewing.review)
app.command("risk")(auditing.risk)
app.command("synthesise")(reporting.synthesise)
app.command("build")(reporting.build)
app.command("merge")(merging.merge)
app.command("check")(gating.check)
app.command("verify")(gating.verify)
app.command("clean")(gating.clean)
app.command("lint")(linting.lint)
app.command("status")(workspacing.status)
app.command("evaluate")(measuring.evaluate)
app.command("seal")(workspacing.seal)
app.command("purge")(workspacing.purge)
app.command("form")(capturing.form)
app.command("demo")(workspacing.demo)
