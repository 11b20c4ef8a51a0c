"""The blank Word form that a rapporteur fills in offline: a row an objective, a column a review objective."""

from __future__ import annotations

import io
import zipfile

from chatham.capture.word import GUIDANCE_STYLE
from chatham.errors import InputError
from chatham.model.public import Consultation

__all__ = ["rapporteur_form"]

_GUIDANCE = (
    "One point a paragraph or bullet, in the cell of its objective and question. Who spoke may stand first, as in "
    "“Name: what was said”: it is taken out before anything is published. Leave cells empty where nothing was said."
)
_MARGIN_CM = 1.5
_FIRST_COLUMN_CM = 4.5
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


def rapporteur_form(consultation: Consultation, group_id: str) -> bytes:
    """Make the form of one working group; the same consultation gives the same bytes.

    Args:
        consultation: With its working groups and its codebook.
        group_id: Id or name of the group: `WG1`, `Working Group 1`.

    Returns:
        A Word document, A4 landscape. `chatham.capture.read` reads it back when it is filled in; blank, it holds no
        notes.

    Raises:
        InputError: The consultation has no such group, or the group has no objectives.
    """
    group = consultation.working_group(group_id)
    if group is None:
        known = ", ".join(g.id for g in consultation.working_groups) or "none"
        raise InputError("no working group of that id", fix=f"The consultation has {known}")
    codes = group.objectives or consultation.objectives
    if not codes:
        raise InputError("the working group has no objectives", fix="List them in consultation.yaml")
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt, RGBColor

    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN_CM)
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.title = "Rapporteur form"
    document.styles["Normal"].font.size = Pt(10)
    guidance = document.styles.add_style(GUIDANCE_STYLE, WD_STYLE_TYPE.PARAGRAPH)
    guidance.base_style = document.styles["Normal"]
    guidance.font.italic = True
    guidance.font.color.rgb = RGBColor(0x59, 0x59, 0x59)

    document.add_heading("Rapporteur form", level=1)
    about = document.add_table(rows=0, cols=2, style="Table Grid")
    for field, value in (("Working group", group.id), ("Round", ""), ("Rapporteur", "")):
        cells = about.add_row().cells
        cells[0].text, cells[1].text = field, value
        cells[0].width, cells[1].width = Cm(_FIRST_COLUMN_CM), Cm(8)
    document.add_paragraph(group.name, style=guidance)
    document.add_paragraph(_GUIDANCE, style=guidance)

    framework = consultation.framework
    reviews = framework.review_objectives
    table = document.add_table(rows=1, cols=len(reviews) + 1, style="Table Grid")
    table.autofit = False
    rest = (29.7 - 2 * _MARGIN_CM - _FIRST_COLUMN_CM) / max(len(reviews), 1)
    head = table.rows[0]
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, review in zip(head.cells[1:], reviews, strict=True):
        cell.paragraphs[0].add_run(review.heading).bold = True
    for code in codes:
        cells = table.add_row().cells
        title = framework.objective(code).title
        cells[0].paragraphs[0].add_run(f"Objective {code}: {title}").bold = True
    for row in table.rows:
        for number, cell in enumerate(row.cells):
            cell.width = Cm(rest if number else _FIRST_COLUMN_CM)
    buffer = io.BytesIO()
    document.save(buffer)
    return _timeless(buffer.getvalue())


def _timeless(data: bytes) -> bytes:
    """The same package with fixed times, so that the same form is the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(zipfile.ZipInfo(part.filename, _ZIP_TIME), old.read(part), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
