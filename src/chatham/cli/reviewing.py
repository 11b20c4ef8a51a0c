"""`review`: what people decide, on a page or in the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chatham.cli.options import As, Folder, login

if TYPE_CHECKING:
    from chatham.model.public import Consultation
    from chatham.review.queue import Filters
    from chatham.workspace import Workspace

__all__ = ["review"]


def review(
    terminal: Annotated[
        bool | None,
        typer.Option(
            "--terminal/--page",
            help="In the terminal, or on a page in the browser. [default: the page, where there is a screen]",
            show_default=False,
        ),
    ] = None,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Serve the page and say its address, but open no browser.")
    ] = False,
    approve_all: Annotated[
        bool, typer.Option("--approve-all", help="Approve every note that awaits nothing else.")
    ] = False,
    group: Annotated[str | None, typer.Option("--group", "-g", help="Only notes of that working group.")] = None,
    objective: Annotated[str | None, typer.Option(help="Only notes on that objective.")] = None,
    kind: Annotated[
        str | None, typer.Option(help="Only notes with such a redaction: person, affiliation, contact or indirect.")
    ] = None,
    risk: Annotated[bool, typer.Option("--risk", help="Only notes that `chatham risk` calls at risk.")] = False,
    undecided: Annotated[
        bool, typer.Option("--undecided/--all", help="Only notes that nobody has approved or kept back yet, or all.")
    ] = True,
    why: Annotated[str, typer.Option(help="The reason, for the record.")] = "",
    who: As = None,
    folder: Folder = None,
) -> None:
    """Decide on redactions and approve notes, one by one.

    The page is served on this machine, for this machine alone, until Ctrl-C. Every decision is stored at once.

    Exit code 1: some notes are still undecided.
    """
    from chatham.cli.sources import workspace as opened
    from chatham.cli.terminal import say
    from chatham.errors import InputError, Refused
    from chatham.review import approve_all as approve
    from chatham.review import undecided as still_open

    if no_browser and terminal:
        raise InputError("--no-browser is about the page", fix="Leave out one of the two")
    person = who or login()
    with opened(folder) as workspace:
        filters = _filters(workspace.consultation, group, objective, kind, undecided)
        if risk:
            filters = replace(filters, among=frozenset(i for i, r in workspace.risks().items() if r.reasons))
        if approve_all:
            if (group, objective, kind, risk) != (None, None, None, False):
                raise Refused("--approve-all takes all notes", fix="Leave the filters out")
            say(f"{len(approve(workspace.store, who=person, why=why))} notes approved")
        elif terminal or (terminal is None and not no_browser and not _screen()):
            from chatham.review.terminal import run

            run(workspace.store, who=person, filters=filters)
        else:
            _serve(workspace, person, filters, browser=not no_browser)
        left = still_open(workspace.store)
    if left:
        raise Refused(f"{len(left)} notes are undecided")


def _serve(workspace: Workspace, person: str, filters: Filters, *, browser: bool) -> None:
    from chatham.cli.terminal import say
    from chatham.review.page import Page

    page = Page(
        workspace.store,
        who=person,
        consultation=workspace.consultation,
        filters=filters,
        risks=workspace.risks(),
        advised=workspace.advised(),
    )
    say(f"the queue is at {page.address}")
    say(
        "for this machine alone; whoever has the address can read the notes. Ctrl-C stops; everything is stored already"
    )
    try:
        if browser:
            with _doorway(workspace.folder / "private", page.address) as door:
                import webbrowser

                webbrowser.open(door)
                page.serve()
        else:
            page.serve()
    except KeyboardInterrupt:
        say("stopped")
    finally:
        page.close()


@contextmanager
def _doorway(private: Path, address: str) -> Iterator[str]:
    """A file that leads to the page: what a browser is started with, other users of the machine can see."""
    from chatham.files import write_whole

    door = private / "review.html"
    lead = f'<!doctype html><meta charset="utf-8"><script>location.replace("{address}")</script>\n'
    try:
        write_whole(door, lead, private=True)
        yield door.resolve().as_uri()
    finally:
        door.unlink(missing_ok=True)


def _screen() -> bool:
    """Whether a browser with windows can be opened here: not over SSH, not without a display."""
    if "SSH_CONNECTION" in os.environ:
        return False
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _filters(
    consultation: Consultation, group: str | None, objective: str | None, kind: str | None, undecided: bool
) -> Filters:
    from chatham.errors import InputError
    from chatham.model.private import Kind
    from chatham.review.queue import Filters

    found = None if group is None else consultation.working_group(group)
    if group is not None and found is None:
        groups = ", ".join(g.id for g in consultation.working_groups)
        raise InputError("no such working group", fix=f"Groups are {groups}" if groups else None)
    if objective is not None and objective not in {str(o.code) for o in consultation.framework.objectives}:
        raise InputError("no such objective", fix="Give the code that consultation.yaml has")
    if kind is not None and kind.upper() not in Kind.__members__:
        raise InputError("no such kind", fix=f"Kinds are {', '.join(k.value.lower() for k in Kind)}")
    return Filters(
        working_group=found.id if found else None,
        objective=objective,
        kind=Kind[kind.upper()] if kind else None,
        undecided=undecided,
    )
