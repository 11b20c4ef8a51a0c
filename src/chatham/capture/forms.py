"""Tables in documents: rapporteur forms (a row an objective, a column a review objective), and lists of notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chatham.capture.about import GROUP_FIELDS, is_blank_field
from chatham.capture.blocks import Cell, Line, Table
from chatham.capture.columns import NOTE_COLUMNS, find_columns
from chatham.language.marks import Marks, heading_marks

if TYPE_CHECKING:
    from chatham.capture.block_notes import Reading

__all__ = ["read_table"]


def read_table(table: Table, reading: Reading) -> None:
    """Make notes of a table's cells; what its header row and first column say tags them.

    Args:
        table: Row by row; rows may differ in length.
        reading: Takes the notes.

    Raises:
        InputError: A header names an objective that the codebook does not have.
    """
    if not table.rows:
        return
    header = [_marks(cell, reading) for cell in table.rows[0]]
    columns = find_columns([cell.text for cell in table.rows[0]], NOTE_COLUMNS)
    if "text" in columns and len(columns) > 1 and sum(map(bool, header)) < 2:
        _read_list(table, columns, reading)
        return
    numbered = _of_objectives(table.rows[0][0].text if table.rows[0] else "", reading)
    firsts = [_marks(row[0], reading, numbered=numbered) if row else Marks() for row in table.rows]
    headed = len(table.rows) > 1 and any(marks.objectives or marks.review for marks in header[1:])
    for number, row in enumerate(table.rows):
        if not row or (headed and number == 0):
            continue
        if _pairs_about(row, reading):
            continue
        side = firsts[number]
        if len(row) == 1 and side:
            reading.set_line(side)
            continue
        # Under a header row the first column heads its row, whether or not it names an objective.
        beside = bool(side) or (headed and not header[0] and len(row) > 1)
        if beside and not side and row[0].text:
            reading.desk.warn(reading.file, row[0].lines[0].place, "a row of the form that names no objective")
        for column, cell in enumerate(row):
            if beside and column == 0:
                continue
            above = header[column] if headed and column < len(header) else Marks()
            for line in cell.lines:
                if line.text.strip():
                    text = _unbulleted(line.text)
                    reading.note(text, line.place, speaker=reading.speaker_ahead, given=side | above)
            reading.settle()


def _read_list(table: Table, columns: dict[str, int], reading: Reading) -> None:
    """A table with one note a row, under headers such as `Speaker`, `Objective`, `Note`."""
    for row in table.rows[1:]:

        def cell(field: str, row: tuple[Cell, ...] = row) -> str:
            column = columns.get(field)
            return row[column].text if column is not None and column < len(row) else ""

        said = row[columns["text"]].lines if columns["text"] < len(row) else ()
        written = cell("objectives")
        if written and written[0].isdigit():
            written = f"{reading.desk.framework.short_name} {written}"
        place = said[0].place if said else ""
        marks = Marks()
        for text in (written, cell("review"), f"WG {cell('working_group')}", f"round {cell('round')}"):
            marks |= reading.desk.check(heading_marks(text, reading.desk.framework, whole=False), reading.file, place)
        for line in said:
            if line.text.strip():
                reading.note(_unbulleted(line.text), line.place, speaker=cell("speaker") or None, given=marks)
        reading.settle()


def _of_objectives(header: str, reading: Reading) -> bool:
    """Whether a column of bare numbers holds codes: its header says so."""
    low = header.casefold()
    return "objective" in low or reading.desk.framework.short_name.casefold() in low.split()


def _marks(cell: Cell, reading: Reading, *, numbered: bool = False) -> Marks:
    text = cell.text
    if numbered and text and len(text) <= 12 and text[0].isdigit():
        text = f"{reading.desk.framework.short_name} {text.rstrip('.')}"
    if not text or len(text) > 200:
        return Marks()
    place = cell.lines[0].place
    return reading.desk.check(heading_marks(text, reading.desk.framework, whole=False), reading.file, place)


def _pairs_about(row: tuple[Cell, ...], reading: Reading) -> bool:
    """A row of fields about the document beside each other: `Date | 10 November | Venue | Online`."""
    if len(row) not in (2, 4, 6) or not _about(row[:2], reading):
        return False
    return all(_about(row[at : at + 2], reading) or not row[at].text for at in range(2, len(row), 2))


def _about(row: tuple[Cell, ...], reading: Reading) -> bool:
    """A row such as `Rapporteur | Name` or `Working group | WG1`."""
    key, value = row[0].text.strip().rstrip(":"), row[1].text.strip()
    if not key or not row[0].lines or len(value) > 120:
        return False
    line = Line(f"{key}: {value}", row[0].lines[0].place)
    if value and reading.about(line):
        return True
    if key.casefold() in GROUP_FIELDS:
        text = f"WG {value}" if value[:1].isdigit() and "round" not in key.casefold() else line.text
        marks = heading_marks(text, reading.desk.framework, whole=False)
        if marks.group or marks.round:
            reading.set_line(Marks(group=marks.group, round=marks.round))
        return True
    return not value and is_blank_field(key)


def _unbulleted(text: str) -> str:
    return text.strip().lstrip("•·▪◦‣–*").strip() if text.strip()[:1] in "•·▪◦‣–*" else text.strip().removeprefix("- ")
