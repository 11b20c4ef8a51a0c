"""JSON lines: one object a line, UTF-8, LF, no byte order mark, nothing about the content in any error."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from chatham.errors import InputError
from chatham.files import read_lines

__all__ = ["Row", "dump_rows", "iterate_rows", "parse_rows", "read_rows"]


class Row(NamedTuple):
    """One object, with the file and the line it stood on."""

    file: str
    line: int
    data: dict[str, Any]

    def error(self, problem: str, *, fix: str | None = None) -> InputError:
        """What to raise when something is wrong on this line."""
        return InputError(problem, file=self.file, place=f"line {self.line}", fix=fix)


def read_rows(path: str | Path) -> list[Row]:
    """All rows of a JSONL file (or of standard input for `-`).

    Raises:
        UnreadableFile: Missing, or not UTF-8.
        InputError: A line is not a JSON object.
    """
    return list(iterate_rows(path))


def iterate_rows(path: str | Path) -> Iterator[Row]:
    """As `read_rows`, one by one as they are asked for.

    Raises:
        UnreadableFile: As `read_rows`, when the line is reached.
        InputError: As `read_rows`, when the line is reached.
    """
    return _rows(read_lines(path), str(path))


def parse_rows(text: str, *, file: str) -> Iterator[Row]:
    """The rows of a JSONL text; empty lines are passed over.

    Raises:
        InputError: A line is not a JSON object.
    """
    # Only LF ends a line: U+2028 and friends are text inside a JSON string.
    return _rows(text.split("\n"), file)


def _rows(lines: Iterable[str], file: str) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            raise InputError("not valid JSON", file=file, place=f"line {number}", fix="Mend or remove it") from None
        if not isinstance(data, dict):
            raise InputError("not a JSON object", file=file, place=f"line {number}", fix="Write one {...} a line")
        yield Row(file, number, data)


def dump_rows(rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows as JSONL text, keys in the order given."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
