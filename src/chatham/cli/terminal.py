"""What the commands print. Messages and progress go to standard error: standard output is for results."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["progress", "say", "show", "warn", "working"]


def say(message: str) -> None:
    """A message for the person at the terminal."""
    sys.stderr.write(message + "\n")


def warn(messages: Iterable[str]) -> None:
    """Things that did not stop the command and should be known."""
    for message in messages:
        say(f"warning: {message}")


def show(table: RenderableType) -> None:
    """A table, on standard output."""
    from rich.console import Console

    Console(highlight=False).print(table)


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error where that is a terminal; it is called with how many are done, of how many."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(label, total=None)
        yield lambda done, total: bars.update(task, completed=done, total=total)


@contextmanager
def working(label: str) -> Iterator[None]:
    """A sign of life on standard error, where that is a terminal, for work that cannot say how much is left."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(label):
        yield
