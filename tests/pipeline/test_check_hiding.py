"""Ways of hiding one name in a Word file, tried one by one: each is found, and the file without it passes."""

import base64
import io
import struct
import urllib.parse
import zipfile
import zlib
from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

import pytest

from chatham.check import check_bytes
from chatham.model.private import Participant, Roster

ROSTER = Roster(
    participants=(
        Participant(
            row=1,
            name="Priya Raman",
            organisation="Sagarmala Seafarers Forum",
            acronyms=("SGSF",),
            category="civil society",
            emails=("priya.raman@sagarmala.example",),
        ),
        Participant(row=2, name="Nguyễn Thị Bích", organisation="Hoa Sen Centre", category="civil society"),
    )
)
SECRETS = {"name": "Priya Raman", "acronym": "SGSF", "address": "priya.raman@sagarmala.example"}

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)

Parts = dict[str, bytes]


def xml(text: str) -> bytes:
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text.encode()


def paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def word_file(body: str = "") -> Parts:
    text = paragraph(run("A participant said that the form exists in one language only."))
    more = paragraph(run("Several participants asked for a hotline in the ports, and for a review of the fees."))
    return {
        "[Content_Types].xml": xml(
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>'
        ),
        "_rels/.rels": relations(("rId1", f"{OFFICE}/relationships/officeDocument", "word/document.xml", False)),
        "word/document.xml": xml(f"<w:document {SPACES}><w:body>{text}{body}{more}</w:body></w:document>"),
    }


def relations(*targets: tuple[str, str, str, bool]) -> bytes:
    rows = "".join(
        f'<Relationship Id="{i}" Type="{t}" Target={quoteattr(target)}{mode}/>'
        for i, t, target, external in targets
        for mode in [' TargetMode="External"' if external else ""]
    )
    return xml(
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'
    )


def packed(parts: Parts, comment: bytes = b"") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.comment = comment
    return stream.getvalue()


def halves(secret: str) -> tuple[str, str]:
    cut = len(secret) // 2 + 1
    return secret[:cut], secret[cut:]


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    inner = b"".join(chunk(kind, body) for kind, body in chunks)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + inner
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


def jpeg(segment: bytes, marker: int = 0xE1) -> bytes:
    head = bytes([0xFF, marker]) + struct.pack(">H", len(segment) + 2) + segment
    return b"\xff\xd8" + head + b"\xff\xda\0\x02\x01\x02\x03\xff\xd9"


WAYS: dict[str, Callable[[str], bytes]] = {}


def way(function: Callable[[str], bytes | Parts | str]) -> Callable[[str], bytes | Parts | str]:
    def made(secret: str) -> bytes:
        result = function(secret)
        if isinstance(result, str):
            result = word_file(result)
        return packed(result) if isinstance(result, dict) else result

    WAYS[function.__name__] = made
    return function


DOCUMENT = "application/vnd.openxmlformats-officedocument"
TYPES = {
    "word/header1.xml": f"{DOCUMENT}.wordprocessingml.header+xml",
    "word/footer2.xml": f"{DOCUMENT}.wordprocessingml.footer+xml",
    "word/footnotes.xml": f"{DOCUMENT}.wordprocessingml.footnotes+xml",
    "word/endnotes.xml": f"{DOCUMENT}.wordprocessingml.endnotes+xml",
    "word/comments.xml": f"{DOCUMENT}.wordprocessingml.comments+xml",
    "word/settings.xml": f"{DOCUMENT}.wordprocessingml.settings+xml",
    "word/styles.xml": f"{DOCUMENT}.wordprocessingml.styles+xml",
    "word/glossary/document.xml": f"{DOCUMENT}.wordprocessingml.document.glossary+xml",
    "word/people.xml": f"{DOCUMENT}.wordprocessingml.people+xml",
    "word/charts/chart1.xml": f"{DOCUMENT}.drawingml.chart+xml",
    "word/diagrams/data1.xml": f"{DOCUMENT}.drawingml.diagramData+xml",
    "word/theme/theme1.xml": f"{DOCUMENT}.theme+xml",
    "word/fonts/font1.odttf": f"{DOCUMENT}.obfuscatedFont",
    "word/embeddings/oleObject1.bin": f"{DOCUMENT}.oleObject",
    "word/printerSettings/printerSettings1.bin": f"{DOCUMENT}.wordprocessingml.printerSettings",
    "word/embeddings/Microsoft_Excel_Sheet1.xlsx": f"{DOCUMENT}.spreadsheetml.sheet",
    "word/embeddings/inner.docx": f"{DOCUMENT}.wordprocessingml.document",
    "word/media/image1.jpeg": "image/jpeg",
    "word/media/image1.svg": "image/svg+xml",
    "word/afchunk.htm": "text/html",
    "word/afchunk.rtf": "application/rtf",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{DOCUMENT}.extended-properties+xml",
    "docProps/custom.xml": f"{DOCUMENT}.custom-properties+xml",
}


def part(name: str, content: str | bytes) -> Parts:
    parts = word_file() | {name: xml(content) if isinstance(content, str) else content}
    if name in TYPES:
        override = f'<Override PartName="/{name}" ContentType="{TYPES[name]}"/></Types>'
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", override.encode())
    return parts


@way
def in_one_run(s):
    return paragraph(run(f"It was {s} who said so."))


@way
def over_two_runs(s):
    return paragraph(run("Then ") + run(halves(s)[0], "<w:b/>") + run(halves(s)[1]) + run(" spoke."))


@way
def a_run_a_letter(s):
    return paragraph("".join(run(c) for c in s))


@way
def over_two_paragraphs(s):
    return paragraph(run("Then " + halves(s)[0])) + paragraph(run(halves(s)[1] + " spoke."))


@way
def broken_by_a_line(s):
    a, b = halves(s)
    return paragraph(f"<w:r><w:t>{a}</w:t><w:br/><w:t>{b}</w:t></w:r>")


@way
def over_two_cells(s):
    a, b = halves(s)
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    return f"<w:tbl><w:tr>{cell.format(a)}{cell.format(b)}</w:tr></w:tbl>"


@way
def down_a_column(s):
    rows = "".join(
        f"<w:tr><w:tc><w:p>{run(c)}</w:p></w:tc><w:tc><w:p>{run('of the fee')}</w:p></w:tc></w:tr>"
        for c in s
        if c.isalnum()
    )
    return f"<w:tbl>{rows}</w:tbl>"


@way
def in_a_text_box(s):
    return paragraph(
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph(run(s))}</w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r>"
    )


@way
def in_word_art(s):
    return paragraph(f"<w:r><w:pict><v:shape><v:textpath string={quoteattr(s)}/></v:shape></w:pict></w:r>")


@way
def in_hidden_text(s):
    return paragraph(run("The form") + run(s, "<w:vanish/>") + run(" exists."))


@way
def around_hidden_text(s):
    a, b = halves(s)
    return paragraph(run(a) + run("zzz", "<w:vanish/>") + run(b))


@way
def in_white(s):
    return paragraph(run(s, '<w:color w:val="FFFFFF"/><w:sz w:val="2"/>'))


@way
def in_a_header(s):
    return part("word/header1.xml", f"<w:hdr {SPACES}>{paragraph(run(s))}</w:hdr>")


@way
def in_a_footer(s):
    return part("word/footer2.xml", f"<w:ftr {SPACES}>{paragraph(run(s))}</w:ftr>")


@way
def in_a_footnote(s):
    return part(
        "word/footnotes.xml",
        f'<w:footnotes {SPACES}><w:footnote w:id="1">{paragraph(run(s))}</w:footnote></w:footnotes>',
    )


@way
def in_an_endnote(s):
    return part(
        "word/endnotes.xml", f'<w:endnotes {SPACES}><w:endnote w:id="1">{paragraph(run(s))}</w:endnote></w:endnotes>'
    )


@way
def in_a_comment(s):
    return part(
        "word/comments.xml",
        f'<w:comments {SPACES}><w:comment w:id="0" w:author="x">{paragraph(run(s))}</w:comment></w:comments>',
    )


@way
def as_author_of_a_comment(s):
    return part(
        "word/comments.xml",
        f'<w:comments {SPACES}><w:comment w:id="0" w:author="{s}">{paragraph(run("Yes."))}</w:comment></w:comments>',
    )


@way
def in_an_insertion(s):
    return paragraph(f'<w:ins w:id="1" w:author="x">{run(s)}</w:ins>')


@way
def in_a_deletion(s):
    return paragraph(f'<w:del w:id="1" w:author="x"><w:r><w:delText>{s}</w:delText></w:r></w:del>')


@way
def around_a_deletion(s):
    a, b = halves(s)
    return paragraph(run(a) + '<w:del w:id="1"><w:r><w:delText>qqq</w:delText></w:r></w:del>' + run(b))


@way
def as_author_of_a_change(s):
    return paragraph(f'<w:ins w:id="1" w:author="{s}" w:date="2020-11-26T10:00:00Z">{run("too")}</w:ins>')


@way
def as_creator(s):
    return part(
        "docProps/core.xml",
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{s}</dc:creator></cp:coreProperties>',
    )


@way
def as_last_editor(s):
    return part(
        "docProps/core.xml",
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
        f"<cp:lastModifiedBy>{s}</cp:lastModifiedBy></cp:coreProperties>",
    )


@way
def in_the_keywords(s):
    return part(
        "docProps/core.xml",
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
        f"<cp:keywords>ports; {s}; fees</cp:keywords></cp:coreProperties>",
    )


@way
def as_company(s):
    return part(
        "docProps/app.xml",
        f'<Properties xmlns="{OFFICE}/extended-properties"><Company>{s}</Company></Properties>',
    )


@way
def in_a_custom_property(s):
    return part(
        "docProps/custom.xml",
        f'<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{OFFICE}/docPropsVTypes">'
        f'<property pid="2" name="Owner"><vt:lpwstr>{s}</vt:lpwstr></property></Properties>',
    )


@way
def as_name_of_a_custom_property(s):
    return part(
        "docProps/custom.xml",
        f'<Properties xmlns="{OFFICE}/custom-properties"><property pid="2" name="{s}"/></Properties>',
    )


@way
def in_custom_xml(s):
    return part("customXml/item1.xml", f"<data><person>{s}</person></data>")


@way
def in_custom_xml_attribute(s):
    return part("customXml/item1.xml", f"<data who={quoteattr(s)}/>")


@way
def in_a_document_variable(s):
    return part(
        "word/settings.xml",
        f'<w:settings {SPACES}><w:docVars><w:docVar w:name="a" w:val="{s}"/></w:docVars></w:settings>',
    )


@way
def in_the_people_part(s):
    return part("word/people.xml", f'<w15:people {SPACES}><w15:person w15:author="{s}"/></w15:people>')


@way
def as_a_bookmark(s):
    return paragraph(f'<w:bookmarkStart w:id="1" w:name="{s.replace(" ", "_")}"/>{run("x")}<w:bookmarkEnd w:id="1"/>')


@way
def in_a_field_code(s):
    return paragraph(f'<w:r><w:instrText xml:space="preserve"> XE "{s}" </w:instrText></w:r>')


@way
def in_a_field_code_over_runs(s):
    a, b = halves(s)
    return paragraph(f'<w:r><w:instrText> TC "{a}</w:instrText></w:r><w:r><w:instrText>{b}" </w:instrText></w:r>')


@way
def in_a_simple_field(s):
    return paragraph(f"<w:fldSimple w:instr={quoteattr(f' AUTHOR {s} ')}>{run('x')}</w:fldSimple>")


@way
def in_alternative_text(s):
    return paragraph(f'<w:r><w:drawing><wp:docPr id="1" name="Picture 1" descr="{s} speaking"/></w:drawing></w:r>')


@way
def as_name_of_a_picture(s):
    return paragraph(f'<w:r><w:drawing><wp:docPr id="1" name="{s}"/></w:drawing></w:r>')


@way
def in_a_mailto_link(s):
    target = f"mailto:{urllib.parse.quote(s)}"
    return part("word/_rels/document.xml.rels", relations(("rId9", f"{R}/hyperlink", target, True)))


@way
def in_the_path_of_a_link(s):
    target = "https://example.org/people/" + s.replace(" ", "-").lower()
    return part("word/_rels/document.xml.rels", relations(("rId9", f"{R}/hyperlink", target, True)))


@way
def percent_encoded_in_a_link(s):
    target = "https://example.org/?q=" + "".join(f"%{byte:02X}" for byte in s.encode())
    return part("word/_rels/document.xml.rels", relations(("rId9", f"{R}/hyperlink", target, True)))


@way
def in_base64_in_a_link(s):
    target = "https://example.org/?token=" + base64.urlsafe_b64encode(s.encode()).decode()
    return part("word/_rels/document.xml.rels", relations(("rId9", f"{R}/hyperlink", target, True)))


@way
def in_the_path_of_a_template(s):
    target = f"file:///C:\\Users\\{s}\\Normal.dotm"
    return part("word/_rels/settings.xml.rels", relations(("rId9", f"{R}/attachedTemplate", target, True)))


@way
def as_name_of_a_part(s):
    return part(f"word/media/{s}.png", png())


@way
def in_png_text(s):
    return part("word/media/image1.png", png((b"tEXt", b"Author\0" + s.encode())))


@way
def in_packed_png_text(s):
    return part("word/media/image1.png", png((b"zTXt", b"Comment\0\0" + zlib.compress(s.encode()))))


@way
def in_exif(s):
    exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x3b\x01\x02\0\x20\0\0\0\x1a\0\0\0\0\0\0\0" + s.encode() + b"\0"
    return part("word/media/image1.jpeg", jpeg(exif))


@way
def in_xmp(s):
    packet = (
        f"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator>{s}</dc:creator></x:xmpmeta>"
    )
    return part("word/media/image1.jpeg", jpeg(packet.encode()))


@way
def after_the_end_of_a_picture(s):
    return part("word/media/image1.png", png() + s.encode())


@way
def in_an_embedded_workbook(s):
    book = packed(
        {
            "[Content_Types].xml": xml("<Types/>"),
            "xl/workbook.xml": xml("<workbook/>"),
            "xl/sharedStrings.xml": xml(f"<sst><si><t>{s}</t></si></sst>"),
        }
    )
    return part("word/embeddings/Microsoft_Excel_Sheet1.xlsx", book)


@way
def in_an_embedded_word_file(s):
    return part("word/embeddings/inner.docx", packed(word_file(paragraph(run(s)))))


@way
def in_an_ole_object(s):
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + s.encode("utf-16-le") + bytes(600)
    return part("word/embeddings/oleObject1.bin", ole)


@way
def in_printer_settings(s):
    return part("word/printerSettings/printerSettings1.bin", b"\1\2\3" + s.encode("utf-16-le") + b"\xff\0\1")


@way
def in_a_font(s):
    return part("word/fonts/font1.odttf", bytes(range(32)) + b"\0\1\0\0" + s.encode("utf-16-be") + bytes(9))


@way
def in_a_chart(s):
    return part(
        "word/charts/chart1.xml",
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:cat><c:strRef><c:strCache>'
        f'<c:pt idx="0"><c:v>{s}</c:v></c:pt></c:strCache></c:strRef></c:cat></c:chartSpace>',
    )


@way
def in_smart_art(s):
    return part(
        "word/diagrams/data1.xml",
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        f'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>{s}</a:t></a:r></a:p>'
        "</dgm:dataModel>",
    )


@way
def in_the_glossary(s):
    return part(
        "word/glossary/document.xml",
        f"<w:glossaryDocument {SPACES}><w:docParts><w:docPart><w:docPartBody>{paragraph(run(s))}</w:docPartBody>"
        "</w:docPart></w:docParts></w:glossaryDocument>",
    )


@way
def as_tag_of_a_control(s):
    return f'<w:sdt><w:sdtPr><w:tag w:val="{s}"/></w:sdtPr><w:sdtContent>{paragraph(run("x"))}</w:sdtContent></w:sdt>'


@way
def as_entry_of_a_list(s):
    return (
        f'<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="{s}" w:value="1"/></w:dropDownList></w:sdtPr>'
        f"<w:sdtContent>{paragraph(run('x'))}</w:sdtContent></w:sdt>"
    )


@way
def in_a_forged_opening_block(s):
    return (
        '<w:sdt><w:sdtPr><w:tag w:val="chatham-opening"/></w:sdtPr>'
        f"<w:sdtContent>{paragraph(run(s))}</w:sdtContent></w:sdt>"
    )


@way
def as_name_of_a_style(s):
    return part(
        "word/styles.xml", f'<w:styles {SPACES}><w:style w:styleId="a"><w:name w:val="{s}"/></w:style></w:styles>'
    )


@way
def as_name_of_a_theme(s):
    return part(
        "word/theme/theme1.xml",
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name={quoteattr(s)}/>',
    )


@way
def in_a_comment_of_the_xml(s):
    parts = word_file()
    parts["word/document.xml"] += f"<!-- {s} -->".encode()
    return parts


@way
def in_a_processing_instruction(s):
    parts = word_file()
    parts["word/document.xml"] += f"<?note {s}?>".encode()
    return parts


@way
def as_a_namespace(s):
    return part("customXml/item2.xml", f'<data xmlns:n="urn:{s.replace(" ", "-")}" n:a="b"/>')


@way
def in_a_part_that_nothing_points_at(s):
    return part("word/old/notes.txt", s.encode())


@way
def in_an_alternative_chunk(s):
    return part("word/afchunk.htm", f"<html><body><p>{s}</p></body></html>".encode())


@way
def in_an_rtf_chunk(s):
    return part("word/afchunk.rtf", ("{\\rtf1 " + "".join(f"\\'{ord(c):02x}" for c in s) + "}").encode())


@way
def in_an_svg(s):
    return part("word/media/image1.svg", f'<svg xmlns="http://www.w3.org/2000/svg"><title>{s}</title></svg>')


@way
def in_the_comment_of_the_archive(s):
    return packed(word_file(), comment=s.encode())


@way
def after_the_archive(s):
    return packed(word_file()) + b"\n" + s.encode()


@way
def before_the_archive(s):
    return s.encode() + b"\n" + packed(word_file())


@way
def in_utf16_xml(s):
    text = f'<?xml version="1.0" encoding="UTF-16"?><data><person>{s}</person></data>'
    return part("customXml/item3.xml", text.encode("utf-16"))


@way
def in_symbols_of_a_font(s):
    signs = "".join(f'<w:r><w:sym w:font="Symbol" w:char="F0{ord(c):02X}"/></w:r>' for c in s)
    return paragraph(signs)


@way
def in_an_equation(s):
    return paragraph("<m:oMath>" + "".join(f"<m:r><m:t>{escape(c)}</m:t></m:r>" for c in s) + "</m:oMath>")


@way
def in_a_reading_aid(s):
    return paragraph(f"<w:r><w:ruby><w:rt>{run(s)}</w:rt><w:rubyBase>{run('x')}</w:rubyBase></w:ruby></w:r>")


@way
def as_who_may_edit(s):
    return paragraph(f'<w:permStart w:id="1" w:ed="{s}"/>{run("x")}<w:permEnd w:id="1"/>')


@way
def in_capitals(s):
    return paragraph(run(f"THE POINT OF {s.upper()} STANDS"))


@way
def with_zero_width_spaces(s):
    return paragraph(run("\u200b".join(s)))


@way
def with_soft_hyphens(s):
    return paragraph(run("\u00ad".join(s)))


@way
def with_word_joiners_between_runs(s):
    return paragraph("".join(run(c) + run("\u2060") for c in s))


@way
def with_no_break_spaces(s):
    return paragraph(run(s.replace(" ", "\u00a0")))


@way
def set_apart(s):
    return paragraph(run(" ".join(c for c in s if c.isalnum())))


@way
def with_dots(s):
    return paragraph(run(".".join(c for c in s if c.isalnum()) + "."))


@way
def in_look_alikes(s):
    return paragraph(run(s.translate(str.maketrans("aeioypcxSPR", "аеіоурсхЅРR"))))


@way
def in_full_width(s):
    return paragraph(run("".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in s)))


@way
def in_mathematical_letters(s):
    styled = {c: chr(0x1D400 + ord(c) - ord("A")) for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    styled |= {c: chr(0x1D41A + ord(c) - ord("a")) for c in "abcdefghijklmnopqrstuvwxyz"}
    return paragraph(run("".join(styled.get(c, c) for c in s)))


@way
def with_accents(s):
    return paragraph(run("".join(c + "\u0301" if c in "aeiouSP" else c for c in s)))


@way
def in_base64(s):
    return paragraph(run("Code: " + base64.b64encode(s.encode()).decode()))


@way
def in_hexadecimal(s):
    return paragraph(run("Code: " + s.encode().hex()))


@way
def in_character_codes(s):
    return paragraph(run(" ".join(str(ord(c)) for c in s)))


@way
def in_entities_twice(s):
    return paragraph(run("".join(f"&#{ord(c)};" for c in s)))


@way
def backwards(s):
    return paragraph(run(s[::-1]))


@way
def in_invisible_tags(s):
    return paragraph(run("The fee" + "".join(chr(0xE0000 + ord(c)) for c in s) + " rose."))


@way
def inside_a_longer_word(s):
    return paragraph(run("See xx" + s.replace(" ", "").replace("@", "") + "zz for more."))


@way
def as_name_of_an_element(s):
    return part("customXml/item4.xml", f"<{s.replace(' ', '_').replace('@', '.')}/>")


@way
def as_name_of_an_attribute(s):
    return part("customXml/item4.xml", f'<data {s.replace(" ", "_").replace("@", ".")}="x"/>')


@way
def in_the_pixels_of_a_picture(s):
    return part("word/media/image1.png", png((b"IDAT", s.encode())))


@way
def in_a_mail_merge(s):
    source = f'<w:query w:val="DATA C:\\{s}\\list.xlsx"/>'
    return part("word/settings.xml", f"<w:settings {SPACES}><w:mailMerge>{source}</w:mailMerge></w:settings>")


@way
def as_a_data_link(s):
    return paragraph(f'<w:r><w:pict><v:imagedata src="data:text/plain;base64,{base64.b64encode(s.encode()).decode()}"/>'
                     "</w:pict></w:r>")  # fmt: skip


def test_the_clean_file_passes() -> None:
    report = check_bytes(packed(word_file()), name="note.docx", roster=ROSTER, consultation=None)
    assert (report.leaks, report.unreadable, report.exit_code) == ((), (), 0)


@pytest.mark.parametrize("what", SECRETS)
@pytest.mark.parametrize("how", WAYS)
def test_a_hidden_secret_is_found(how: str, what: str) -> None:
    report = check_bytes(WAYS[how](SECRETS[what]), name="note.docx", roster=ROSTER, consultation=None)
    assert report.leaks, [str(u) for u in report.unreadable]
    assert report.exit_code == 1
    assert {leak.participant for leak in report.leaks} == {1}


@pytest.mark.parametrize("how", WAYS)
def test_no_message_says_the_secret(how: str) -> None:
    report = check_bytes(WAYS[how](SECRETS["name"]), name="note.docx", roster=ROSTER, consultation=None)
    printed = " ".join(map(str, (*report.leaks, *report.notices, *report.unreadable))) + repr(report)
    if how != "as_name_of_a_part":  # the place is the name of the part
        assert "priya" not in printed.casefold()


@pytest.mark.parametrize(
    "typed",
    ["Nguyen Thi Bich", "NGUYỄN THỊ BÍCH", "Bich Nguyen", "Nguyen-Thi-Bich", "nguyen thi bich", "Nguyên Thi Bịch"],
)
def test_a_name_is_found_without_its_accents(typed: str) -> None:
    report = check_bytes(packed(word_file(paragraph(run(typed)))), name="note.docx", roster=ROSTER, consultation=None)
    assert [leak.participant for leak in report.leaks] == [2]


TYPED = """Raman, Priya|P. Raman|Priya R.|RAMAN P.|Priya_Raman|pRiYa rAmAn|Priya\u2003Raman|Ms Raman|Рriуа
Прия Раман|प्रिया रमण|P*r*i*y*a|(P)(r)(i)(y)(a)|Pr1ya|Pr!ya|ayirP|Cevln|UHJpeWE=|50 72 69 79 61
P&#114;iya|%50riya|=50=72=69=79=61|80,114,105,121,97|🅟🅡🅘🅨🅐|ᑭriya|Ṗṙïÿä|P̶r̶i̶y̶a̶|Priyaaa
#PriyaRaman|priya (at) sagarmala (dot) example|www.sagarmala.example/x|S.G.S.F|S/G/S/F|s g s f|SGSFs
ⓈⒼⓈⒻ|ЅGЅF|U0dTRg==|SGSF2020|Ꮲꭱꭵꭹꭺ|Pri\u3164ya|Prıya|pri ya|Priya\u2019s|&lt;Priya&gt;|Sagar mala"""


@pytest.mark.parametrize("typed", [t for line in TYPED.split("\n") for t in line.split("|")] + ["Pri-\nya"])
def test_a_disguise_is_seen_through(typed: str) -> None:
    report = check_bytes(packed(word_file(paragraph(run(typed)))), name="note.docx", roster=ROSTER, consultation=None)
    assert {leak.participant for leak in report.leaks} == {1}


@pytest.mark.parametrize(
    "typed", ["Prya Ramann", "Priyah Ramann", "Pryia asked for a list", "Ms. Rahman-Priia", "Preeya Rahman"]
)
def test_a_misspelt_name_is_found(typed: str) -> None:
    report = check_bytes(packed(word_file(paragraph(run(typed)))), name="note.docx", roster=ROSTER, consultation=None)
    assert report.leaks
