"""Text files: Markdown, plain text, CSV, JSON, RTF."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from chatham.check.passages import Reading, Setting

__all__ = ["read_json", "read_rtf", "read_text"]

_COLUMNS = (",", ";", "\t", "|")
_FEW = 2
"""Letters up to which a cell may hold a piece of a name that is written downwards."""
_LONGEST_ROW = 2000
_RTF_HIDDEN = re.compile(r"\{[^{}]{0,200}\\v(?![a-z0-9])[^{}]{0,400}\}")
_RTF_OBJECT = re.compile(r"(?<![\w\\])[0-9A-Fa-f]{2}(?:\s{0,4}[0-9A-Fa-f]{2})+(?![0-9A-Za-z])")
_LEAST_DIGITS = 16
_RTF_SIGN = re.compile(r"\\u(-?\d+)\??|\\'([0-9a-fA-F]{2})|\\[a-zA-Z]+-?\d* ?|[{}]|\\[^a-zA-Z]")


def read_text(reading: Reading, part: str, text: str, setting: Setting = Setting.RUNNING) -> None:
    """Read line by line; lines are read on across their ends.

    Args:
        reading: Collects what is found.
        part: The name of the part.
        text: The text.
        setting: How a person meets it.
    """
    for number, line in enumerate(text.splitlines(), 1):
        reading.add(part, f"line {number}", line, setting, "text")
        for sign in _COLUMNS if len(line) < _LONGEST_ROW else ():
            for column, cell in enumerate(line.split(sign) if sign in line else ()):
                if 0 < len(cell.strip(' |"')) <= _FEW:
                    reading.add(part, f"line {number}", cell, setting, f"column {column} between {sign}")


def read_json(reading: Reading, part: str, text: str) -> bool:
    """Read the strings of JSON, or of JSON lines, with their escapes undone; False where it is neither."""
    try:
        values = [json.loads(text)]
    except (ValueError, RecursionError):
        try:
            values = [json.loads(line) for line in text.split("\n") if line.strip()]
        except (ValueError, RecursionError):
            return False
    stack: list[tuple[str, object]] = [(f"value {n}", v) for n, v in enumerate(values, 1)]
    while stack:
        where, value = stack.pop()
        if isinstance(value, str):
            reading.add(part, where, value)
        elif isinstance(value, list):
            stack.extend((f"{where}[{n}]", v) for n, v in enumerate(value))
        elif isinstance(value, dict):
            for number, (key, inner) in enumerate(value.items(), 1):
                reading.add(part, f"{where}, key {number}", key, Setting.LINK)
                stack.append((f"{where}, key {number}", inner))
    return True


def read_rtf(
    reading: Reading,
    part: str,
    text: str,
    setting: Setting = Setting.RUNNING,
    inner: Callable[[Reading, str, bytes], None] | None = None,
) -> None:
    """Read RTF: the text with its signs undone, the signs as they stand, and what is written out in hexadecimal.

    Args:
        reading: Collects what is found.
        part: The name of the part.
        text: The text.
        setting: How a person meets it.
        inner: What reads a picture or an object in it, by name and bytes.
    """

    def plain(match: re.Match[str]) -> str:
        if match[1]:
            return chr(int(match[1]) % 65536) if not 0xD800 <= int(match[1]) % 65536 < 0xE000 else " "
        if match[2]:
            return bytes.fromhex(match[2]).decode("cp1252", "replace")
        return "\n" if match[0].startswith(("\\par", "\\line", "\\cell")) else ""

    read_text(reading, part, _RTF_SIGN.sub(plain, text), setting)
    shown = _RTF_HIDDEN.sub("", text)
    if shown != text:
        read_text(reading, f"{part} as shown", _RTF_SIGN.sub(plain, shown), setting)
    read_text(reading, f"{part} as written", text, Setting.TECHNICAL)
    for number, match in enumerate(_RTF_OBJECT.finditer(text) if inner else (), 1):
        digits = re.sub(r"\s", "", match[0])
        if inner and len(digits) >= _LEAST_DIGITS:
            inner(reading, f"{part} > object {number}", bytes.fromhex(digits[: len(digits) // 2 * 2]))
