"""Quotations, in which words stand as they were said."""

from __future__ import annotations

import re

__all__ = ["quoted"]

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def quoted(text: str) -> list[tuple[int, int]]:
    """Where quotations stand: first code point of each and one past the last, with their marks.

    Args:
        text: Any text.
    """
    return [m.span() for m in _QUOTED.finditer(text)] if "“" in text or '"' in text else []
