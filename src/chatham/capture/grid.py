"""Tables as they are handed in: CSV in any delimiter and encoding, and Excel workbooks, as rows of strings."""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from chatham.capture.decode import decode
from chatham.capture.package import check_package
from chatham.errors import InputError, UnreadableFile

__all__ = ["Grid", "GridRow", "delimiter", "header_key", "pad", "read_csv", "read_xlsx"]

_DELIMITERS = ",;\t|"
_FIELD_LIMIT = 1_000_000
_MOST_ROWS = 200_000


class GridRow(NamedTuple):
    """One row: where it stands, and its cells, `""` for an empty one."""

    place: str
    cells: tuple[str, ...]


class Grid(NamedTuple):
    """One table: the sheet's name (empty for CSV), its rows without empty ones, and the encoding it came in."""

    sheet: str
    rows: tuple[GridRow, ...]
    encoding: str = "utf-8"


def header_key(header: str) -> str:
    """A column header in the form it is looked up by: lower case, words parted by single spaces."""
    text = re.sub(r"e[\s-]mail", "email", header.casefold())
    text = text.replace("organization", "organisation").replace("(s)", "s")
    return " ".join(re.findall(r"[^\W_]+", text))


def read_csv(data: bytes, *, file: str) -> Grid:
    """Read CSV.

    Args:
        data: The whole file.
        file: Its name, for errors.

    Raises:
        InputError: A quoted cell never ends, or a cell is larger than a million characters.
        UnreadableFile: It is no text.
    """
    text = decode(data, file=file)
    rows = tuple(_rows(text, delimiter(text), file))
    return Grid("", rows, text.encoding)


def delimiter(text: str) -> str:
    """The character that parts the columns: the one under which most rows have as many cells as the first."""
    sample = text[:50_000]
    best, best_score = ",", (0.0, 0)
    for candidate in _DELIMITERS:
        try:
            rows = [row for row in csv.reader(io.StringIO(sample), delimiter=candidate) if any(row)]
        except csv.Error:
            continue
        if not rows or len(rows[0]) < 2:
            continue
        rows = rows[:-1] if len(text) > len(sample) and len(rows) > 1 else rows
        score = (sum(len(row) == len(rows[0]) for row in rows) / len(rows), len(rows[0]))
        if score > best_score:
            best, best_score = candidate, score
    return best


def _rows(text: str, character: str, file: str) -> Iterator[GridRow]:
    csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=character, strict=True)
    start = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise InputError(
                "the quotation marks of a cell do not match", file=file, place=f"line {start}", fix="Export it again"
            ) from None
        if any(cell.strip() for cell in row):
            yield GridRow(f"line {start}", tuple(cell.strip() for cell in row))
        start = reader.line_num + 1


def read_xlsx(data: bytes, *, file: str) -> tuple[Grid, ...]:
    """Read all visible sheets of an Excel workbook; formulas count as what they last showed.

    Args:
        data: The whole file.
        file: Its name, for errors.

    Raises:
        UnreadableFile: It is no workbook, is damaged, or is too large.
    """
    check_package(data, file=file)
    import warnings

    from openpyxl import load_workbook

    grids = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and validations that we do not use
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            for sheet in book.worksheets:
                if sheet.sheet_state != "visible":
                    continue
                sheet.reset_dimensions()
                rows = []
                for number, row in enumerate(sheet.iter_rows(values_only=True, max_row=_MOST_ROWS), 1):
                    cells = tuple(_cell(value) for value in row)
                    if any(cells):
                        rows.append(GridRow(f"sheet {sheet.title}, row {number}", cells))
                grids.append(Grid(sheet.title, tuple(rows)))
            book.close()
    except InputError:
        raise
    except (
        Exception
    ):  # openpyxl lets through whatever its parsers raise: KeyError, ValueError, BadZipFile, ParseError...
        raise UnreadableFile("a damaged Excel workbook", file=file, fix="Open it in Excel and save it again") from None
    return tuple(grids)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def pad(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """The cells of a row, with empty ones added to the right."""
    return tuple(cells) + ("",) * (width - len(cells))
