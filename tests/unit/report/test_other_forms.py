import csv
import io

import openpyxl
import pytest
from lxml import html

from chatham.errors import InputError
from chatham.report import build, to_csv, to_html, to_markdown, to_pdf, to_xlsx
from chatham.report.package import read_package

from .sample import POINTS, note, point


def test_markdown_has_numbered_paragraphs_sections_and_footnotes():
    made = to_markdown(note())
    assert made.startswith("# Stakeholder consultation on the regional review: Protecting migrants at borders\n")
    assert "## Recommendations\n" in made
    assert "4\\. One participant said that rescue at sea \\< 5 hours & rising is rare.\n" in made
    assert "- Agree a list of ports.\n" in made
    assert "[^1]: General Assembly resolution 73/195, annex, paras. 15 (j) and 44.\n" in made
    assert "| The media | not shown |" in made
    assert "DRAFT" not in made
    assert "DRAFT for review" in to_markdown(note(draft=True))


def test_markdown_of_a_hostile_text_stays_text():
    odd = point(9, "<script>alert(1)</script> [x](http://evil.example) *bold* | # head")
    assert "<script>" not in to_markdown(note(points=(odd,))).replace("\\<script\\>", "")


def test_html_is_well_formed_escaped_and_has_links_to_its_sections():
    odd = point(9, "<script>alert(1)</script>")
    page = to_html(note(points=(*POINTS, odd)))
    tree = html.fromstring(page)
    assert tree.get("lang") == "en-GB"
    assert not tree.xpath("//script")
    targets = {a.get("href")[1:] for a in tree.xpath("//nav//a")}
    assert targets == {h.get("id") for h in tree.xpath("//h2")}
    assert len(tree.xpath("//ol[@type='a']/li")) == 2
    assert "Ada Quill" in tree.xpath("string(//header)")
    assert "Ada Quill" not in tree.xpath("string(//main)")


def test_without_attendance_no_table():
    assert "<table>" not in to_html(note(attendance=None))
    assert "|---" not in to_markdown(note(attendance=None))


def test_csv_has_a_row_a_point_and_no_formulas():
    rows = list(csv.reader(io.StringIO(to_csv(note(points=(*POINTS, point(9, "=1+1")))))))
    assert rows[0] == ["id", "review", "objectives", "text"]
    assert rows[1][3] == "One participant said that rescue at sea < 5 hours & rising is rare."
    assert rows[5][2] == "8; 13"
    assert rows[6][3] == "'=1+1"


def test_workbook_reads_back_and_has_the_same_bytes():
    given = note(points=(*POINTS, point(9, "=1+1")))
    data = to_xlsx(given)
    assert data == to_xlsx(given)
    book = openpyxl.load_workbook(io.BytesIO(data))
    rows = list(book["Points"].iter_rows())
    assert len(rows) == 7
    assert (rows[6][3].value, rows[6][3].data_type) == ("=1+1", "s")
    assert b"openpyxl" not in read_package(data)["docProps/core.xml"]


def test_pdf_is_made_where_libreoffice_is(require):
    require("soffice", "libreoffice")
    assert to_pdf(build(note())).startswith(b"%PDF-")


def test_without_libreoffice_pdf_is_refused(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError, match="LibreOffice"):
        to_pdf(b"")


def test_titles_are_given_in_full_first_and_abbreviations_explained():
    given = note(points=(*POINTS, point(9, "It is the mandate of ILO.")))
    for made in (to_markdown(given), to_html(given)):
        full = made.index("Objective 13: use migration detention only as a measure of last resort")
        assert full < made.index("Bail was never offered")
        assert "International Labour Organization" in made
    assert "International Labour Organization" not in to_markdown(note())
