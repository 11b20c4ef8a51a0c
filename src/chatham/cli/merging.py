"""`merge`: an edited draft for comment, back into the consultation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chatham.cli.options import As, Folder

if TYPE_CHECKING:
    from chatham.outcomes import Merged

__all__ = ["merge"]


def merge(
    file: Annotated[Path, typer.Argument(help="An edited copy of private/for-comment.docx.")],
    allow: Annotated[
        list[str] | None,
        typer.Option(help="A place (a point's id, 'new paragraph 1') whose new words may stand. Not against the gate."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what differs, and store nothing.")] = False,
    who: As = None,
    folder: Folder = None,
) -> None:
    """Take in what people changed, deleted, added and said in a draft for comment.

    The new words go through anonymise and the gate first: if they name somebody, nothing is stored (exit code 1).
    New paragraphs become notes, to be anonymised and reviewed.
    """
    import getpass

    from chatham.cli.sources import workspace as opened
    from chatham.cli.terminal import say
    from chatham.errors import GateClosed

    with opened(folder) as workspace:
        merged = workspace.merge(file, who=who or getpass.getuser(), allow=allow or (), dry_run=dry_run)
    _show(merged)
    for caught in merged.caught:
        say(f"{caught.place}: {caught.why}")
    if merged.caught:
        fix = "Correct the file, or --allow the place if the words give nobody away"
        raise GateClosed(f"new words would give somebody away in {len(merged.caught)} places; nothing stored", fix=fix)
    d = merged.differences
    say(
        f"{len(d.changed)} points changed, {len(d.deleted)} deleted, {len(d.added)} paragraphs added, "
        f"{len(d.comments)} comments" + ("; nothing stored (--dry-run)" if dry_run else "")
    )
    for point in merged.stale:
        say(f"{point}: has changed since the draft was written, and was left as it is")
    if merged.notes:
        say("next: chatham anonymise, and chatham review for the notes that the new paragraphs have become")
    if d.elsewhere:
        say(f"{len(d.elsewhere)} changes outside the points are shown and not taken: they come from the template")


def _show(merged: Merged) -> None:
    lines: list[str] = []
    d = merged.differences
    for change in d.changed:
        lines += [f"{change.point} changed{_how(change.tracked)}", f"- {change.before}", f"+ {change.after}"]
    for change in d.deleted:
        lines += [f"{change.point} deleted", f"- {change.before}"]
    for number, addition in enumerate(d.added, 1):
        lines += [f"new paragraph {number}{_how(addition.tracked)}", f"+ {addition.text}"]
    for before, after in d.elsewhere:
        lines += ["outside the points", f"- {before}", *([f"+ {after}"] if after else [])]
    for comment in d.comments:
        lines += [f"comment on {comment.point or 'the draft'} by {comment.author}", f"  {comment.text}"]
    if lines:
        typer.echo("\n".join(lines))


def _how(tracked: bool) -> str:
    return " (tracked)" if tracked else ""
