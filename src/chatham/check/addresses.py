"""Addresses and telephone numbers of whomever: a note that names nobody hardly needs one, so a person looks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chatham.check.passages import Passage, Setting
from chatham.check.verdict import Notice

__all__ = ["find_addresses"]

_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_PHONE = re.compile(r"(?<![\w.])\+\d[\d ().-]{6,18}\d(?!\w)")


def find_addresses(passages: Iterable[Passage]) -> list[Notice]:
    """One notice a place that has an e-mail address or an international telephone number.

    Args:
        passages: Of one file.
    """
    found: dict[tuple[str, str, str], Notice] = {}
    for passage in passages:
        if passage.setting in (Setting.TECHNICAL, Setting.BYTES):
            continue
        for what, pattern in (("an e-mail address", _MAIL), ("a telephone number", _PHONE)):
            if pattern.search(passage.text):
                notice = Notice(passage.part, passage.where, "ADDRESS", f"{what}: see whether it may be published")
                found.setdefault((passage.part, passage.where, what), notice)
    return list(found.values())
