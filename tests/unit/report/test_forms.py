import csv
import io

import pytest

from chatham.errors import InputError
from chatham.report import FORMS, build, build_with_pages, other_forms, to_pdf
from chatham.report.paging import page_numbers

from .document import part, text
from .sample import note

NOT_PDF = [name for name in FORMS if name != "pdf"]


def test_forms_come_by_the_ending_of_their_file_once_each():
    made = other_forms(note(), b"", [*NOT_PDF, " MD ", ""])
    assert list(made) == [FORMS[name][0] for name in NOT_PDF]
    assert all(isinstance(data, bytes) and data for data in made.values())


def test_an_unknown_form_is_refused_with_those_that_there_are():
    with pytest.raises(InputError, match="no form `odt`"):
        other_forms(note(), b"", ["odt"])


@pytest.mark.parametrize(
    ("name", "columns"),
    [("talk-to-the-city", ["id", "interview", "comment"]), ("sensemaking", ["participant_id", "survey_text"])],
)
def test_tables_for_other_tools_put_no_two_points_into_one_mouth(name, columns):
    made = other_forms(note(), b"", [name])[FORMS[name][0]].decode()
    header, *rows = csv.reader(io.StringIO(made))
    assert header == columns
    who = [row[columns.index("interview" if "interview" in columns else "participant_id")] for row in rows]
    assert who == [f"point-{at}" for at in range(1, len(note().points) + 1)]
    assert rows[0][-1] == "One participant said that rescue at sea < 5 hours & rising is rare."


def test_page_numbers_stand_in_the_contents_and_agree_with_the_layout(require):
    require("soffice", "libreoffice")
    data = build_with_pages(note())
    pages = page_numbers(data)
    W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"  # noqa: N806
    lines = [p for p in part(data, "word/document.xml").iter(f"{W}p") if p.find(f"{W}hyperlink") is not None]
    assert [int(text(line)[-1]) for line in lines] == pages
    assert pages == sorted(pages)
    assert pages[-1] > 1


def test_libreoffice_opens_the_note_and_keeps_its_words(require):
    require("soffice", "libreoffice")
    from pypdf import PdfReader

    read = "".join(page.extract_text() for page in PdfReader(io.BytesIO(to_pdf(build(note())))).pages)
    squeezed = "".join(read.split())
    for point in note().points:
        assert "".join(point.text.split()).rstrip(".") in squeezed
    assert "Migrationdetention" in squeezed  # a label of the chart
