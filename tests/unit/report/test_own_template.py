"""A secretariat's own template: other fonts, a logo, another order, no code."""

import base64

from chatham.report import build
from chatham.report.package import read_package, write_package
from chatham.resources import templates

from .document import names, paragraphs, part, text
from .sample import note

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
LOGO = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="360000" cy="360000"/><wp:docPr id="1" name="Logo" descr="Logo of the secretariat"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId99"/></pic:blipFill>'
    "<pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


def own(tmp_path):
    parts = read_package((templates() / "summary-note.docx").read_bytes())
    document = parts["word/document.xml"].decode()
    document = document.replace("<w:body>", f"<w:body>{LOGO}", 1)
    document = document.replace("for section in by_review", "for section in by_review|reverse")
    document = document.replace("The purpose of the consultation was to hear", "The meeting was convened to hear")
    parts["word/document.xml"] = document.encode()
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"Times New Roman", b"Gill Sans")
    parts["word/media/logo.png"] = PIXEL
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        b'Target="media/logo.png"/></Relationships>',
    )
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"<Default ", b'<Default Extension="png" ContentType="image/png"/><Default ', 1
    )
    path = tmp_path / "own.docx"
    path.write_bytes(write_package(parts))
    return path


def test_fonts_logo_order_and_sentences_are_the_secretariats(tmp_path):
    data = build(note(), template=own(tmp_path))
    root = part(data, "word/document.xml")
    assert paragraphs(root, "Heading1")[1:] == [
        "Recommendations",
        "Challenges, opportunities, gaps and emerging issues",
    ]
    assert "The meeting was convened to hear" in text(root)
    assert "One participant said that rescue at sea < 5 hours & rising is rare." in text(root)
    assert any(name.startswith("word/media/") for name in names(data))
    fonts = read_package(data)["word/styles.xml"]
    assert b"Gill Sans" in fonts
    assert b"Times New Roman" not in fonts
    assert paragraphs(root, "TOC1")[1] == "II.Recommendations"


def test_the_same_bytes_from_an_own_template(tmp_path):
    path = own(tmp_path)
    assert build(note(), template=path) == build(note(), template=path)
