from chatham.report import build
from chatham.report.package import read_package, write_package
from chatham.resources import templates

from .document import names, part
from .sample import note

APP = b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>Lantern</Company></Properties>'


def test_a_secretariats_template_leaves_no_trace_of_its_makers(tmp_path):
    parts = read_package((templates() / "summary-note.docx").read_bytes())
    parts["docProps/app.xml"] = APP
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(
        b"<dc:title>", b"<dc:creator>Ada Quill</dc:creator><dc:title>"
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/docProps/app.xml" '
        b'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>',
    )
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'extended-properties" Target="docProps/app.xml"/></Relationships>',
    )
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:p>", b'<w:p w:rsidR="00A1B2C3">', 3)
    path = tmp_path / "own.docx"
    path.write_bytes(write_package(parts))
    data = build(note(), template=path)
    assert "docProps/app.xml" not in names(data)
    for name in names(data):
        written = read_package(data)[name]
        assert b"Ada Quill" not in written.replace(b"Dr Ada Quill", b"")
        assert b"Company" not in written
        assert b"rsid" not in written
        assert b"docProps/app.xml" not in written


def test_parts_are_sorted_with_the_content_types_first():
    listed = names(build(note()))
    assert listed[0] == "[Content_Types].xml"
    assert listed[1:] == sorted(listed[1:])
    assert part(build(note()), "[Content_Types].xml") is not None
