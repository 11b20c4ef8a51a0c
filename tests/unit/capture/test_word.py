from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from chatham.capture.form import rapporteur_form
from chatham.capture.reading import Captured
from chatham.errors import InputError, UnreadableFile
from chatham.model.public import Consultation

Capture = Callable[..., Captured]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def inserted(text: str) -> Any:
    return parse_xml(f'<w:ins {W} w:id="1" w:author="R"><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:ins>')


def deleted(text: str) -> Any:
    return parse_xml(f'<w:del {W} w:id="2" w:author="R"><w:r><w:delText>{text}</w:delText></w:r></w:del>')


def test_headings_bullets_and_paragraphs(capture: Capture) -> None:
    document = docx.Document()
    document.add_heading("Working Group 1, Round 2", 1)
    document.add_paragraph("Rapporteur: Dana Price")
    document.add_heading("Objective 8", 2)
    document.add_heading("Key challenges", 3)
    document.add_paragraph("Litia: boats drift", style="List Bullet")
    document.add_paragraph("Rafiq", style="List Bullet")
    document.add_paragraph("no form", style="List Bullet 2")
    document.add_paragraph("[GCM 21][recommendations] Keep a list.")
    captured = capture(saved(document), "notes.docx")
    assert [(n.speaker, n.text, n.objectives, n.review) for n in captured.notes] == [
        ("Litia", "boats drift", (8,), "challenges"),
        ("Rafiq", "no form", (8,), "challenges"),
        (None, "Keep a list.", (21,), "recommendations"),
    ]
    assert {(n.working_group, n.round, n.rapporteur) for n in captured.notes} == {("WG1", 2, "Dana Price")}


def test_tracked_changes_are_read_as_accepted_and_said(capture: Capture) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The list is ")
    paragraph._p.append(deleted("public"))
    paragraph._p.append(inserted("secret."))
    captured = capture(saved(document), "notes.docx")
    assert [n.text for n in captured.notes] == ["The list is secret."]
    assert [w.problem for w in captured.warnings] == ["tracked changes: read as if all were accepted"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(capture: Capture) -> None:
    document = docx.Document()
    first = document.add_paragraph("The list ")
    first._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {W}><w:del w:id="3" w:author="R"/></w:rPr>'))
    document.add_paragraph("is secret.")
    assert [n.text for n in capture(saved(document), "notes.docx").notes] == ["The list is secret."]


def test_comments_are_not_read_and_that_is_said(capture: Capture) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Boats drift.")
    document.add_comment(paragraph.runs, text="Ask the harbour master", author="R")
    captured = capture(saved(document), "notes.docx")
    assert [n.text for n in captured.notes] == ["Boats drift."]
    assert [w.problem for w in captured.warnings] == ["comments in it are not read"]


def test_text_in_a_content_control_is_read(capture: Capture) -> None:
    document = docx.Document()
    document.element.body.insert(
        0, parse_xml(f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>Boats drift.</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    )
    assert [n.text for n in capture(saved(document), "notes.docx").notes] == ["Boats drift."]


def test_a_filled_in_form_comes_back_with_its_tags(capture: Capture, consultation: Consultation) -> None:
    document = docx.Document(io.BytesIO(rapporteur_form(consultation, "WG1")))
    about, form = document.tables
    about.cell(1, 1).text, about.cell(2, 1).text = "2", "Dana Price"
    form.cell(2, 2).text = "Litia: boats drift"
    form.cell(2, 2).add_paragraph("• Nobody keeps a list.")
    form.cell(3, 5).text = "Keep one."
    captured = capture(saved(document), "form.docx", consultation=consultation)
    assert [(n.speaker, n.text, n.objectives, n.review) for n in captured.notes] == [
        ("Litia", "boats drift", (8,), "challenges"),
        (None, "Nobody keeps a list.", (8,), "challenges"),
        (None, "Keep one.", (21,), "recommendations"),
    ]
    assert {(n.working_group, n.round, n.rapporteur) for n in captured.notes} == {("WG1", 2, "Dana Price")}
    assert captured.notes[0].origin is not None
    assert captured.notes[0].origin.place == "table 2, row 3, column 3"


def test_a_blank_form_has_no_notes_and_is_the_same_every_time(capture: Capture, consultation: Consultation) -> None:
    blank = rapporteur_form(consultation, "Working Group 2")
    assert blank == rapporteur_form(consultation, "wg2")
    assert capture(blank, "form.docx", consultation=consultation).notes == ()


def test_a_form_for_an_unknown_group_is_refused(consultation: Consultation) -> None:
    with pytest.raises(InputError, match="no working group of that id"):
        rapporteur_form(consultation, "WG7")


def test_a_table_of_notes_is_read_by_its_headers(capture: Capture) -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    for column, (header, value) in enumerate((("Speaker", "Litia"), ("Objective", "8"), ("Comment", "Boats drift."))):
        table.cell(0, column).text, table.cell(1, column).text = header, value
    captured = capture(saved(document), "notes.docx")
    assert [(n.speaker, n.text, n.objectives) for n in captured.notes] == [("Litia", "Boats drift.", (8,))]


def test_the_content_decides_and_not_the_suffix(capture: Capture) -> None:
    document = docx.Document()
    document.add_paragraph("Boats drift.")
    assert [n.text for n in capture(saved(document), "notes.txt").notes] == ["Boats drift."]


@pytest.mark.parametrize("cut", [4, 200, -40])
def test_a_broken_document_is_an_error(capture: Capture, cut: int) -> None:
    with pytest.raises(UnreadableFile, match=r"notes\.docx"):
        capture(saved(docx.Document())[:cut], "notes.docx")


def test_a_form_with_bare_numbers_and_a_name_above_its_points(capture: Capture) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for column, header in enumerate(("GCM objective", "Challenges", "Recommendations")):
        table.cell(0, column).text = header
    table.cell(1, 0).text, table.cell(2, 0).text = "8", "21."
    table.cell(1, 1).text = "Litia:"
    table.cell(1, 1).add_paragraph("boats drift")
    table.cell(2, 2).text = "Keep a list."
    captured = capture(saved(document), "form.docx")
    assert [(n.speaker, n.text, n.objectives, n.review) for n in captured.notes] == [
        ("Litia", "boats drift", (8,), "challenges"),
        (None, "Keep a list.", (21,), "recommendations"),
    ]


def test_what_stands_above_the_first_note_of_a_report_is_no_note(capture: Capture) -> None:
    document = docx.Document()
    for line in (
        "Report of the working group",
        "Consultation: Asia and the Pacific",
        "Date: 10 November 2020",
        "Venue:",
    ):
        document.add_paragraph(line)
    document.add_paragraph("Prepared by: Dana Price")
    table = document.add_table(rows=0, cols=4)
    for row in (("Date", "10 November", "Venue", "Online"), ("Working group", "WG1", "Facilitator", "Tan Wei Ling")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph("Boats drift.")
    document.add_paragraph("Venue: Online")
    captured = capture(saved(document), "notes.docx")
    assert [(n.text, n.working_group, n.rapporteur) for n in captured.notes] == [("Boats drift.", "WG1", "Dana Price")]
    assert [w.place for w in captured.warnings] == [
        *(f"paragraph {n}" for n in range(1, 5)),
        "table 1, row 1, column 1",
        "table 1, row 1, column 3",
        "table 1, row 2, column 3",
        "paragraph 7",
    ]


def test_headers_and_footers_are_not_read_and_that_is_said(capture: Capture) -> None:
    document = docx.Document()
    document.add_paragraph("Boats drift.")
    section = document.sections[0]
    section.header.paragraphs[0].text = "Remember the point on visas"
    section.footer.paragraphs[0].text = "Page 1"
    captured = capture(saved(document), "notes.docx")
    assert [n.text for n in captured.notes] == ["Boats drift."]
    ((place, problem),) = [(w.place, w.problem) for w in captured.warnings]
    assert place == "word/header1.xml"
    assert "header is not read" in problem
    assert "visas" not in problem


@pytest.mark.parametrize(("vanish", "text"), [("<w:vanish/>", "seen"), ('<w:vanish w:val="0"/>', "unseen and seen")])
def test_hidden_text_is_not_read_and_said_so(capture: Capture, vanish: str, text: str) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    run = f'<w:r {W}><w:rPr>{vanish}</w:rPr><w:t xml:space="preserve">unseen and </w:t></w:r>'
    paragraph._p.append(parse_xml(run))
    paragraph.add_run("seen")
    captured = capture(saved(document), "notes.docx")
    assert [note.text for note in captured.notes] == [text]
    assert ("hidden text in it is not read" in [w.problem for w in captured.warnings]) == (text == "seen")
