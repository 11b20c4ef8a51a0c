"""The lists in `data/`: a line an entry; what begins with a number sign is a comment."""

from __future__ import annotations

from pathlib import Path

from chatham.files import read_text

__all__ = ["entries"]

_DATA = Path(__file__).parent / "data"


def entries(name: str) -> list[str]:
    """The lines of a list, without comments and empty lines.

    Args:
        name: Of the file.
    """
    return [line for line in read_text(_DATA / name).split("\n") if line and not line.startswith("#")]
