import pytest

from chatham.errors import TemplateError
from chatham.report import build
from chatham.report.package import read_package, write_package
from chatham.resources import templates

from .document import W, names, part
from .sample import note

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def test_a_chart_of_words_own_shows_the_points_and_tells_them_to_those_who_do_not_see_it():
    data = build(note())
    chart = part(data, "word/charts/chatham1.xml")
    assert [v.text for v in chart.iter(f"{C}v")] == [
        "Points",
        "8. Saving lives and missing migrants",
        "13. Migration detention",
        "4",
        "2",
    ]
    (described,) = part(data, "word/document.xml").iter(f"{WP}docPr")
    assert described.get("descr") == (
        "Bar chart of the number of points by objective. 8. Saving lives and missing migrants: 4; 13. Migration "
        "detention: 2."
    )


def test_the_chart_is_declared_and_related():
    parts = read_package(build(note()))
    assert b'PartName="/word/charts/chatham1.xml"' in parts["[Content_Types].xml"]
    assert b'Target="charts/chatham1.xml"' in parts["word/_rels/document.xml.rels"]


def test_one_objective_needs_no_chart():
    data = build(note(points=note().points[:1]))
    assert not [name for name in names(data) if "charts" in name]
    assert not list(part(data, "word/document.xml").iter(f"{W}drawing"))


@pytest.mark.parametrize(
    ("new", "message"),
    [("chart('points_by_colour')", "points_by_colour"), ("title }}{{ chart('points_by_review')", "beside")],
)
def test_a_chart_that_cannot_be_made_is_refused(tmp_path, new, message):
    parts = read_package((templates() / "summary-note.docx").read_bytes())
    call = b"chart('points_by_objective')"
    assert call in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(call, new.encode())
    path = tmp_path / "own.docx"
    path.write_bytes(write_package(parts))
    with pytest.raises(TemplateError, match=message):
        build(note(), template=path)
