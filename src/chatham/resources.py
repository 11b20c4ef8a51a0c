"""The templates and samples that travel with chatham: at the top of a checkout, inside an installed wheel."""

from __future__ import annotations

from pathlib import Path

from chatham.errors import UnreadableFile

__all__ = ["samples", "templates"]

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parents[1]


def templates() -> Path:
    """The folder of Word templates."""
    return _folder("templates")


def samples() -> Path:
    """The folder of the sample consultation."""
    return _folder("samples")


def _folder(name: str) -> Path:
    for root in (_PACKAGE, _CHECKOUT):
        if (root / name).is_dir():
            return root / name
    raise UnreadableFile("missing from this installation", file=name, fix="Install chatham again")
