"""What several filters read: a consultation, its settings, a roster, notes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chatham.cli.terminal import warn
from chatham.errors import InputError

if TYPE_CHECKING:
    from chatham.exchange.consultation import Programme
    from chatham.model.private import Roster
    from chatham.settings import Settings
    from chatham.workspace import Workspace

__all__ = ["ask_passphrase", "only_one_dash", "programme", "roster", "settings", "workspace"]


def workspace(folder: Path | None, **flags: Any) -> Workspace:
    """The consultation's folder, open: the one that was named, or where we are."""
    from chatham.workspace import Workspace

    return Workspace.open(folder or Path(), settings=flags, ask=ask_passphrase())


def ask_passphrase() -> Callable[[str], str] | None:
    """How to ask for a passphrase, if somebody is there to be asked; what is typed is not shown."""
    import getpass

    return getpass.getpass if sys.stdin.isatty() else None


def programme(path: Path | None) -> Programme | None:
    """The consultation that was named, if one was."""
    from chatham.exchange.consultation import read_consultation

    return None if path is None else read_consultation(path)


def settings(programme: Programme | None, **flags: Any) -> Settings:
    """Flags over environment over the consultation's settings over defaults."""
    from chatham.settings import resolve

    return resolve(flags, programme.consultation.settings if programme else None)


def roster(path: Path, programme: Programme | None) -> Roster:
    """The roster that was named, with the consultation's facilitators; its warnings are printed."""
    from chatham.capture.roster import read_roster
    from chatham.model.framework import default_framework

    imported = read_roster(
        path,
        framework=programme.consultation.framework if programme else default_framework(),
        facilitators=programme.facilitators if programme else (),
        deadline=programme.consultation.registration_deadline if programme else None,
    )
    warn(str(w) for w in imported.warnings)
    return imported.roster


def only_one_dash(*paths: str | Path | None) -> None:
    """`-` is standard input or output, once.

    Raises:
        InputError: It was given twice for the same direction.
    """
    if sum(str(p) == "-" for p in paths if p is not None) > 1:
        raise InputError("`-` is given more than once", fix="Name a file for all but one")
