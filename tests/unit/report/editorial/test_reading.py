import io

import pytest

from chatham.errors import UnreadableFile
from chatham.report import build
from chatham.report.editorial import Kind, lint, read

from ..sample import note


def word(fill):
    from docx import Document

    document = Document()
    fill(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_word_file_says_where_in_words_that_its_reader_sees():
    def fill(document):
        document.add_heading("Overall Progress And Gaps", 1)
        document.add_paragraph("They organise it.")
        document.add_paragraph("one thing;", style="List Bullet")
        paragraph = document.add_paragraph("They ")
        paragraph.add_run("must").bold = True
        paragraph.add_run(" act.")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Name", "Affiliation"

    found = [(b.part, b.where, b.rule, b.found) for b in lint(read(word(fill), name="x.docx"))]
    assert found == [
        ("text", "heading Overall Progress And", "heading", "Progress Gaps"),
        ("text", "unnumbered paragraph 1", "spelling", "organise"),
        ("text", "unnumbered paragraph 2", "bullet", ";"),
        ("text", "unnumbered paragraph 3", "emphasis", "must"),
        ("table 1", "row 1, cell 1", "attendance", ""),
    ]


def test_a_built_note_keeps_the_rules_and_gives_its_own_numbers():
    reading = read(build(note()), name="summary.docx")
    rules = {b.rule for b in lint(reading)}
    assert rules <= {"number", "abbreviation"}  # its one sentence speaks of `5 hours`, which is a measure
    numbered = [p for p in reading.paragraphs if p.kind is Kind.TEXT and p.where == "paragraph 3"]
    assert numbered[0].text.startswith("The purpose of the consultation")
    assert any(p.kind is Kind.ITEM and p.where == "paragraph 3 (a)" for p in reading.paragraphs)
    assert {p.kind for p in reading.paragraphs} == set(Kind) - {Kind.BULLET}


def test_a_footnote_is_a_mark_in_the_text_and_a_paragraph_of_its_own():
    reading = read(build(note()), name="summary.docx")
    assert sum(p.text.count("\x02") for p in reading.paragraphs) == 2
    assert [p.part for p in reading.paragraphs if p.kind is Kind.FOOTNOTE] == ["footnote 1", "footnote 2"]


def test_plain_text_has_headings_lists_and_joined_lines():
    text = "I. Introduction\n\n1. The first line\ngoes on here.\n\n(a) one;\n(b) two.\n\n- three\n"
    reading = read(text.encode(), name="n.txt")
    assert [(p.kind, p.text, p.where) for p in reading.paragraphs] == [
        (Kind.HEADING, "Introduction", "line 1"),
        (Kind.TEXT, "The first line goes on here.", "line 3"),
        (Kind.ITEM, "one;", "line 6"),
        (Kind.ITEM, "two.", "line 7"),
        (Kind.BULLET, "three", "line 9"),
    ]


def test_markdown_leaves_code_out_and_unescapes():
    reading = read(b"# T\n\n```\norganise\n```\n\nA \\[b\\] [c](http://d.example).\n", name="n.md")
    assert [p.text for p in reading.paragraphs] == ["T", "A [b] c."]


@pytest.mark.parametrize("data", [b"PK\x03\x04broken", b"\xff\xfe\x00x", b"a\x00b"])
def test_what_is_neither_word_nor_text_is_refused(data):
    with pytest.raises(UnreadableFile):
        read(data, name="x")
