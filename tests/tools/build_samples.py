"""Build the binary sample files: Word and Excel files, and a zip archive of others.

    python tests/tools/build_samples.py [FOLDER]

The words are in `sample_words.py`, so that a change of the samples can be read in a diff. Zip times and document dates
are fixed: the same words give the same files.
"""

from __future__ import annotations

import datetime
import io
import re
import sys
import zipfile
from pathlib import Path

import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from openpyxl.styles import Alignment, Font

sys.path.insert(0, str(Path(__file__).parent))
from sample_words import (
    FORM,
    FORM_COLUMNS,
    FORM_HEAD,
    FORM_TITLE,
    PROSE,
    PROSE_COMMENT,
    PROSE_HEAD,
    SHEET,
    SHEET_COLUMNS,
)

WHEN = datetime.datetime(2020, 11, 10, 15, 0, 0)  # noqa: DTZ001  both formats want it naive
SAMPLES = Path(__file__).parents[2] / "samples"
FORM_FILE = "WG1_rapporteur_form.docx"
SHEET_FILE = "WG3_notes.xlsx"
PROSE_FILE = "WG1_round_two.docx"
ARCHIVE_FILE = "WG2_files.zip"
ARCHIVED = ("WG2_typed.txt", "WG2_otter.txt")
CHANGE = re.compile(r"\{([^|]*)\|([^}]*)\}")
SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def rapporteur_form() -> bytes:
    """The Word form: a row for each objective, a column for each review objective, bullets in the cells."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.5)
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(9)
    document.add_heading(FORM_TITLE, level=1)
    for line in FORM_HEAD:
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=len(FORM_COLUMNS), style="Table Grid")
    for cell, title in zip(table.rows[0].cells, FORM_COLUMNS, strict=True):
        cell.paragraphs[0].add_run(title).bold = True
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for title, columns in FORM:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(title).bold = True
        for cell, notes in zip(cells[1:], columns, strict=True):
            for number, note in enumerate(notes):
                paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
                paragraph.style = document.styles["List Bullet"]
                paragraph.paragraph_format.left_indent = Cm(0.4)
                paragraph.paragraph_format.first_line_indent = Cm(-0.4)
                paragraph.add_run(note)
    for row in table.rows:
        row.cells[0].width = Cm(2.4)
        for cell in row.cells[1:]:
            cell.width = Cm(4.86)
    for grid, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), [2.4] + [4.86] * 5, strict=True):
        grid.set(qn("w:w"), str(int(Cm(width).twips)))
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Leilani Castro-Reyes"
    properties.title = "Rapporteur form"
    properties.comments = ""
    properties.created = properties.modified = WHEN
    stream = io.BytesIO()
    document.save(stream)
    return still(stream.getvalue())


def note_sheet() -> bytes:
    """The Excel sheet: one note a row."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Notes"
    sheet.append(SHEET_COLUMNS)
    for row in SHEET:
        sheet.append(row)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column, width in zip("ABCDEF", (8, 8, 11, 18, 30, 110), strict=True):
        sheet.column_dimensions[column].width = width
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    book.properties.creator = book.properties.lastModifiedBy = "Amrita Rai Limbu"
    book.properties.created = WHEN
    stream = io.BytesIO()
    book.save(stream)
    return still(stream.getvalue())


def word_prose() -> bytes:
    """A Word file of headings, paragraphs and bullets, with a tracked change and a comment."""
    document = docx.Document()
    for line in PROSE_HEAD:
        document.add_paragraph(line)
    for style, text in PROSE:
        paragraph = document.add_paragraph(style=style)
        before, *changed = CHANGE.split(text)
        run = paragraph.add_run(before)
        for number, (struck, put_in, after) in enumerate(zip(*[iter(changed)] * 3, strict=True), 1):
            paragraph._p.append(_tracked("del", struck, number * 2))
            paragraph._p.append(_tracked("ins", put_in, number * 2 + 1))
            paragraph.add_run(after)
            comment = document.add_comment(run, text=PROSE_COMMENT, author="Leilani Castro-Reyes", initials="LCR")
            comment._comment_elm.set(qn("w:date"), f"{WHEN:%Y-%m-%dT%H:%M:%SZ}")
    properties = document.core_properties
    properties.author = properties.last_modified_by = "Leilani Castro-Reyes"
    properties.comments = ""
    properties.created = properties.modified = WHEN
    stream = io.BytesIO()
    document.save(stream)
    return still(stream.getvalue())


def _tracked(kind: str, text: str, number: int) -> object:
    change = OxmlElement(f"w:{kind}")
    change.set(qn("w:id"), str(number))
    change.set(qn("w:author"), "Leilani Castro-Reyes")
    change.set(qn("w:date"), f"{WHEN:%Y-%m-%dT%H:%M:%SZ}")
    run, words = OxmlElement("w:r"), OxmlElement("w:delText" if kind == "del" else "w:t")
    words.text = text
    run.append(words)
    change.append(run)
    return change


def archive() -> bytes:
    """A zip archive of two text files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name in ARCHIVED:
            made.writestr(f"notes/{name}", (SAMPLES / "other" / name).read_bytes())
    return still(stream.getvalue())


def still(data: bytes) -> bytes:
    """The same package with the clock stopped: fixed zip times, and openpyxl's date of saving."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new,
    ):
        for entry in old.infolist():
            part = old.read(entry)
            if entry.filename == "docProps/core.xml":
                part = SAVED.sub(rb"\g<1>" + WHEN.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), part)
            fixed = zipfile.ZipInfo(entry.filename, date_time=(2020, 11, 10, 15, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.create_system = 0
            new.writestr(fixed, part)
    return stream.getvalue()


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    (folder / "notes" / FORM_FILE).write_bytes(rapporteur_form())
    (folder / "notes" / SHEET_FILE).write_bytes(note_sheet())
    (folder / "other" / PROSE_FILE).write_bytes(word_prose())
    (folder / "other" / ARCHIVE_FILE).write_bytes(archive())


if __name__ == "__main__":
    main()
