"""The points as a table: CSV and xlsx, one point a row, with nothing in it that traces to a speaker."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from chatham.model.public import SummaryNote
from chatham.report.context import sentence
from chatham.report.package import read_package, write_package
from chatham.report.scrub import core_properties, drop_parts

__all__ = ["COLUMNS", "to_csv", "to_sensemaking", "to_talk_to_the_city", "to_xlsx"]

COLUMNS = ("id", "review", "objectives", "text")
"""Headers of the table. Note ids and counts of speakers stay on the private side."""

_FORMULA = ("=", "+", "-", "@")
_FONT = re.compile(rb"<font>(.*?)</font>", re.S)
_PROPERTY = re.compile(rb"(<(\w+)\b[^>]*/>)")
_ORDER = (
    b"b", b"i", b"strike", b"condense", b"extend", b"outline", b"shadow", b"u", b"vertAlign", b"sz", b"color", b"name",
    b"family", b"charset", b"scheme",
)  # fmt: skip


def to_csv(note: SummaryNote) -> str:
    """The points as CSV, UTF-8, LF; a text that a spreadsheet would take for a formula gets an apostrophe.

    Args:
        note: With its points in order.
    """
    return _csv(COLUMNS, _rows(note))


def to_talk_to_the_city(note: SummaryNote) -> str:
    """The points as CSV for Talk to the City. Its `interview` is a number of the point, and ties no two together.

    Args:
        note: With its points in order.
    """
    rows = [(p.id, f"point-{at}", sentence(p)) for at, p in enumerate(note.points, 1)]
    return _csv(("id", "interview", "comment"), rows)


def to_sensemaking(note: SummaryNote) -> str:
    """The points as CSV for Jigsaw's sensemaking tools. Its `participant_id` is a number of the point, of nobody.

    Args:
        note: With its points in order.
    """
    return _csv(
        ("participant_id", "survey_text"), [(f"point-{at}", sentence(p)) for at, p in enumerate(note.points, 1)]
    )


def to_xlsx(note: SummaryNote) -> bytes:
    """The points as a workbook; the same note gives the same bytes.

    Args:
        note: With its points in order.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    workbook = Workbook()
    sheet = workbook.active
    if sheet is None:  # openpyxl's types allow a workbook without sheets
        sheet = workbook.create_sheet()
    sheet.title = "Points"
    sheet.append(list(COLUMNS))
    for number, row in enumerate(_rows(note), 2):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(row=number, column=column, value=value)
            cell.data_type = "s"  # a text, whatever it begins with
            cell.alignment = Alignment(wrap_text=column == len(COLUMNS), vertical="top")
    for header in sheet[1]:
        header.font = Font(bold=True)
    for letter, width in zip("ABCD", (16, 18, 14, 100), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    stream = io.BytesIO()
    workbook.save(stream)
    parts = read_package(stream.getvalue())
    parts["xl/styles.xml"] = _FONT.sub(_in_order, parts["xl/styles.xml"])
    drop_parts(parts, [name for name in parts if name == "docProps/app.xml"])
    parts["docProps/core.xml"] = core_properties(note.consultation.title, note.consultation.date)
    return write_package(parts)


def _in_order(font: re.Match[bytes]) -> bytes:
    """A font's properties in the order of Microsoft's own schema; openpyxl has another, which only ECMA-376 allows."""
    properties = sorted(_PROPERTY.findall(font[1]), key=lambda one: _ORDER.index(one[1]))
    return b"<font>" + b"".join(whole for whole, _ in properties) + b"</font>"


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return stream.getvalue()


def _rows(note: SummaryNote) -> list[tuple[str, str, str, str]]:
    return [(p.id, p.review, "; ".join(str(code) for code in p.objectives), sentence(p)) for p in note.points]
