import hashlib
import io
import re
import struct
import subprocess
import zipfile
import zlib

import docx
import pytest

from chatham.check import clean
from chatham.check.pictures import strip_picture
from chatham.errors import UnreadableFile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


RUN = "<w:r><w:t>a</w:t></w:r>"


def sample() -> bytes:
    """A Word file with lists, a comment, properties and all that python-docx's own template carries along."""
    document = docx.Document()
    document.core_properties.author = "Somebody Else"
    document.core_properties.last_modified_by = "Somebody Else"
    document.core_properties.keywords = "secret"
    document.core_properties.title = "Summary note"
    document.add_heading("I. Introduction", 1)
    first = document.add_paragraph("The first point.", style="List Number")
    document.add_paragraph("The second point.", style="List Bullet")
    document.add_comment(first.runs, text="Was it her?", author="Somebody Else", initials="SE")
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "Objective"
    document.sections[0].header.paragraphs[0].text = "Chatham House Rule"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_body(body: str) -> bytes:
    return changed(
        sample(), "word/document.xml", lambda xml: re.sub(rb"<w:body>", b"<w:body>" + body.encode(), xml, count=1)
    )


def changed(data, name, change):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for part, content in parts(data).items():
            archive.writestr(part, change(content) if part == name else content)
    return stream.getvalue()


def body(data: bytes) -> str:
    return parts(data)["word/document.xml"].decode()


def test_what_says_who_wrote_it_goes() -> None:
    cleaned = parts(clean(sample()))
    everything = b" ".join(cleaned.values()) + " ".join(cleaned).encode()
    for trace in (b"Somebody", b"secret", b"comment", b"Was it her", b"rsid", b"thumbnail", b"customXml", b"app.xml"):
        assert trace not in everything, trace
    assert b"Summary note" in cleaned["docProps/core.xml"]


def test_what_a_reader_sees_stays() -> None:
    before, after = docx.Document(io.BytesIO(sample())), docx.Document(io.BytesIO(clean(sample())))
    assert [(p.text, p.style.name) for p in after.paragraphs] == [(p.text, p.style.name) for p in before.paragraphs]
    assert after.tables[0].cell(0, 0).text == "Objective"
    assert after.sections[0].header.paragraphs[0].text == "Chatham House Rule"
    assert parts(clean(sample()))["word/numbering.xml"].count(b"<w:num ") == parts(sample())[
        "word/numbering.xml"
    ].count(b"<w:num ")


def test_the_same_input_gives_the_same_bytes() -> None:
    data = sample()
    assert hashlib.sha256(clean(data)).digest() == hashlib.sha256(clean(data)).digest()
    assert clean(clean(data)) == clean(data)
    with zipfile.ZipFile(io.BytesIO(clean(data))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("tracked", "accepted"),
    [
        ("<w:p><w:r><w:t>a</w:t></w:r><w:ins w:author='x'><w:r><w:t>b</w:t></w:r></w:ins></w:p>", "ab"),
        ("<w:p><w:r><w:t>a</w:t></w:r><w:del w:author='x'><w:r><w:delText>b</w:delText></w:r></w:del></w:p>", "a"),
        ("<w:p><w:moveFrom w:author='x'><w:r><w:t>b</w:t></w:r></w:moveFrom><w:r><w:t>a</w:t></w:r></w:p>", "a"),
        ("<w:p><w:moveTo w:author='x'><w:r><w:t>b</w:t></w:r></w:moveTo><w:r><w:t>a</w:t></w:r></w:p>", "ba"),
        ("<w:p><w:r><w:rPr><w:rPrChange w:author='x'><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>", "a"),
        (f"<w:p><w:pPr><w:rPr><w:del w:author='x'/></w:rPr></w:pPr>{RUN}</w:p><w:p>{RUN}</w:p>", "aa"),
        ("<w:p><w:smartTag w:uri='u' w:element='person'><w:r><w:t>a</w:t></w:r></w:smartTag></w:p>", "a"),
    ],
)
def test_tracked_changes_are_accepted(tracked: str, accepted: str) -> None:
    cleaned = clean(with_body(tracked))
    assert docx.Document(io.BytesIO(cleaned)).paragraphs[0].text == accepted
    assert "author" not in body(cleaned)


def test_a_row_struck_out_goes() -> None:
    row = "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    struck = row.format("<w:trPr><w:del w:author='x'/></w:trPr>", "gone")
    cleaned = clean(with_body(f"<w:tbl>{row.format('', 'kept')}{struck}</w:tbl>"))
    assert "gone" not in body(cleaned)
    assert "kept" in body(cleaned)


@pytest.mark.parametrize(
    ("name", "content"),
    [("word/vbaProject.bin", b"x"), ("word/activeX/activeX1.xml", b"<a/>")],
)
def test_macros_are_refused(name: str, content: bytes) -> None:
    stream = io.BytesIO(sample())
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(name, content)
    with pytest.raises(UnreadableFile, match="macros"):
        clean(stream.getvalue())


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no archive", b"%PDF-1.7"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        clean(data)


def test_a_part_that_nothing_points_at_goes() -> None:
    stream = io.BytesIO(sample())
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/leftover.xml", b"<a>left over</a>")
    assert "word/leftover.xml" not in parts(clean(stream.getvalue()))


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, content) for kind, content in chunks)


def test_a_png_keeps_its_picture_and_no_text() -> None:
    picture = [(b"IHDR", bytes(13)), (b"IDAT", b"pixels"), (b"IEND", b"")]
    told = [picture[0], (b"tEXt", b"Author\0her"), (b"eXIf", b"camera"), (b"tIME", bytes(7)), *picture[1:]]
    assert strip_picture(png(*told) + b"more") == png(*picture)


def test_a_jpeg_keeps_its_picture_and_no_text() -> None:
    def segment(marker: int, content: bytes) -> bytes:
        return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content

    head, tables, scan = segment(0xE0, b"JFIF\0"), segment(0xDB, bytes(9)), segment(0xDA, b"x") + b"pixels\xff\xd9"
    told = b"\xff\xd8" + head + segment(0xE1, b"Exif\0\0her") + segment(0xFE, b"by her") + tables + scan + b"more"
    assert strip_picture(told) == b"\xff\xd8" + head + tables + scan


def test_other_pictures_stay_as_they_are() -> None:
    assert strip_picture(b"GIF89a...") == b"GIF89a..."


def test_it_opens_in_libreoffice_and_says_the_same(require, tmp_path) -> None:
    office = require("soffice", "libreoffice")
    texts = []
    for name, data in (("before", sample()), ("after", clean(sample()))):
        (tmp_path / f"{name}.docx").write_bytes(data)
        subprocess.run(
            [
                office,
                f"-env:UserInstallation=file://{tmp_path}/profile",
                "--headless",
                "--convert-to",
                "txt:Text",
                f"{name}.docx",
            ],
            cwd=tmp_path,
            check=True,
            capture_output=True,
            timeout=900,
        )
        texts.append((tmp_path / f"{name}.txt").read_text("utf-8-sig"))
    assert texts[0] == texts[1]
    assert "The second point." in texts[1]
