"""Further ways of hiding one name in a Word file: in fields, controls, drawings, attachments, and in the archive."""

# ruff: noqa: E501  markup reads best unbroken

import base64
import gzip
import importlib.util
import quopri
import struct
import zlib
from pathlib import Path

import pytest

from chatham.check import check_bytes

_SPEC = importlib.util.spec_from_file_location("hiding", Path(__file__).with_name("test_check_hiding.py"))
HIDING = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(HIDING)
ROSTER, SECRETS, SPACES, W = HIDING.ROSTER, HIDING.SECRETS, HIDING.SPACES, HIDING.W
halves, paragraph, run, word_file, xml, packed = (
    HIDING.halves, HIDING.paragraph, HIDING.run, HIDING.word_file, HIDING.xml, HIDING.packed,
)  # fmt: skip
part, png = HIDING.part, HIDING.png
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
PIC = 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

WAYS = {}


def way(function):
    def made(secret):
        result = function(secret)
        if isinstance(result, str):
            result = word_file(result)
        return packed(result) if isinstance(result, dict) else result

    WAYS[function.__name__] = made
    return function


def char(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text):
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def letters(secret):
    return [c for c in secret if c.isalnum()]


# Fields


@way
def half_in_the_result_of_a_field(s):
    a, b = halves(s)
    field = char("begin") + code(" REF point1 ") + char("separate") + run(b) + char("end")
    return paragraph(run(f"Then {a}") + field + run(" spoke."))


@way
def in_a_quoted_field_that_was_never_updated(s):
    return paragraph(char("begin") + code(f' QUOTE "{s}" ') + char("end"))


@way
def in_a_field_inside_a_field(s):
    a, b = halves(s)
    inner = char("begin") + code(f' QUOTE "{a}" ') + char("separate") + run(a) + char("end")
    return paragraph(char("begin") + code(' IF 1 = 1 "') + inner + code(f'{b}" ') + char("separate") + char("end"))


@way
def in_a_condition_that_does_not_hold(s):
    return paragraph(f'<w:fldSimple w:instr=" IF 1 = 2 &quot;{s}&quot; &quot;-&quot; ">{run("-")}</w:fldSimple>')


@way
def as_bookmark_asked_for(s):
    return paragraph(f'<w:fldSimple w:instr=" ASK who &quot;Is it {s}?&quot; ">{run("-")}</w:fldSimple>')


@way
def in_an_index_entry(s):
    return paragraph(char("begin") + code(f' XE "{s}:fees" ') + char("end"))


@way
def as_help_text_of_a_form_field(s):
    data = f'<w:ffData><w:name w:val="f"/><w:helpText w:type="text" w:val="{s} knows"/></w:ffData>'
    return paragraph(f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>' + char("end"))


@way
def as_entry_of_an_old_list(s):
    data = f'<w:ffData><w:ddList><w:listEntry w:val="{s}"/></w:ddList></w:ffData>'
    return paragraph(f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>' + char("end"))


@way
def as_data_of_a_field(s):
    data = base64.b64encode(s.encode("utf-16-le")).decode()
    return paragraph(f'<w:r><w:fldChar w:fldCharType="begin"><w:fldData>{data}</w:fldData></w:fldChar></w:r>')


# Controls, smart tags, lists


@way
def as_placeholder_of_a_control(s):
    a, b = halves(s)
    inner = run(a, '<w:rStyle w:val="PlaceholderText"/>') + run(b)
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    return paragraph(control)


@way
def in_the_store_a_control_is_bound_to(s):
    a, b = halves(s)
    parts = part("customXml/item1.xml", f"<who><first>{a}</first><last>{b}</last></who>")
    bound = '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/who/last"/></w:sdtPr><w:sdtContent><w:r/></w:sdtContent></w:sdt>'
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"</w:body>", paragraph(bound).encode() + b"</w:body>"
    )
    return parts


@way
def in_the_path_of_a_binding(s):
    return paragraph(f"<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/who[. = '{s}']\"/></w:sdtPr><w:sdtContent/></w:sdt>")


@way
def as_what_a_smart_tag_means(s):
    return paragraph(
        f'<w:smartTag w:element="person"><w:smartTagPr><w:attr w:name="who" w:val="{s}"/></w:smartTagPr></w:smartTag>'
    )


@way
def as_label_of_a_list(s):
    return part(
        "word/numbering.xml",
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="{s} %1."/></w:lvl>'
        "</w:abstractNum></w:numbering>",
    )


@way
def as_title_of_a_table(s):
    return f'<w:tbl><w:tblPr><w:tblCaption w:val="{s}"/></w:tblPr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'


@way
def as_tooltip_of_a_link(s):
    return paragraph(f'<w:hyperlink w:anchor="a" w:tooltip="{s}">{run("here")}</w:hyperlink>')


@way
def as_name_of_a_font(s):
    return part(
        "word/fontTable.xml", f'<w:fonts {SPACES}><w:font w:name="{s}"><w:altName w:val="{s}"/></w:font></w:fonts>'
    )


@way
def as_label_of_captions(s):
    return part(
        "word/settings.xml", f'<w:settings {SPACES}><w:captions><w:caption w:name="{s}"/></w:captions></w:settings>'
    )


@way
def as_frame_of_a_web_page(s):
    return part(
        "word/webSettings.xml",
        f'<w:webSettings {SPACES}><w:frameset><w:frame><w:name w:val="{s}"/></w:frame></w:frameset></w:webSettings>',
    )


# Text that is shown otherwise than it stands


@way
def between_letters_in_white(s):
    white = '<w:color w:val="FFFFFF"/>'
    return paragraph("".join(run(c) + run("q", white) for c in s))


@way
def between_tiny_letters(s):
    return paragraph("".join(run(c) + run("q", '<w:sz w:val="2"/>') for c in s))


@way
def between_letters_hidden_on_the_web(s):
    return paragraph("".join(run(c) + run("q", "<w:webHidden/>") for c in s))


@way
def between_letters_hidden_by_their_style(s):
    parts = part(
        "word/styles.xml",
        f'<w:styles {SPACES}><w:style w:type="character" w:styleId="gone"><w:name w:val="gone"/><w:rPr><w:vanish/></w:rPr>'
        "</w:style></w:styles>",
    )
    body = paragraph("".join(run(c) + run("q", '<w:rStyle w:val="gone"/>') for c in s)).encode()
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"</w:body>", body + b"</w:body>")
    return parts


@way
def turned_round_by_a_direction(s):
    return paragraph(f'<w:bdo w:val="rtl">{run(s[::-1])}</w:bdo>')


@way
def turned_round_by_a_sign(s):
    return paragraph(run(f"Then \u202e{s[::-1]}\u202c spoke."))


@way
def a_cell_a_letter(s):
    cells = "".join(f"<w:tc>{paragraph(run(c))}</w:tc>" for c in letters(s))
    return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"


@way
def a_paragraph_a_letter(s):
    return "".join(paragraph(run(c)) for c in letters(s))


@way
def around_a_footnote_mark(s):
    a, b = halves(s)
    return paragraph(run(a) + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(b))


@way
def around_a_picture(s):
    a, b = halves(s)
    return paragraph(run(a) + "<w:r><w:drawing><wp:inline/></w:drawing></w:r>" + run(b))


@way
def over_a_struck_paragraph_mark(s):
    a, b = halves(s)
    struck = '<w:pPr><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr>'
    return paragraph(struck + run(a)) + paragraph(run(b))


@way
def in_a_struck_row(s):
    return (
        f'<w:tbl><w:tr><w:trPr><w:del w:id="1" w:author="x"/></w:trPr><w:tc>{paragraph(run(s))}</w:tc></w:tr></w:tbl>'
    )


@way
def in_what_was_moved(s):
    a, b = halves(s)
    return paragraph(f'<w:moveFrom w:id="1" w:author="x">{run(a)}</w:moveFrom>' + run(b))


@way
def letters_of_an_equation(s):
    inner = "".join(f"<m:r><m:t>{c}</m:t></m:r>" for c in s)
    return paragraph(f"<m:oMath>{inner}</m:oMath>")


@way
def over_the_parts_of_a_fraction(s):
    a, b = halves(s)
    part_ = "<m:r><m:t>{}</m:t></m:r>"
    return paragraph(f"<m:oMath><m:f><m:num>{part_.format(a)}</m:num><m:den>{part_.format(b)}</m:den></m:f></m:oMath>")


@way
def over_a_reading_aid(s):
    a, b = halves(s)
    return paragraph(f"<w:r><w:ruby><w:rt>{run(b)}</w:rt><w:rubyBase>{run(a)}</w:rubyBase></w:ruby></w:r>")


# Drawings


@way
def in_the_choice_of_an_alternative(s):
    a, b = halves(s)
    box = f"<wps:txbx><w:txbxContent>{paragraph(run(a) + run(b))}</w:txbxContent></wps:txbx>"
    return paragraph(
        f'<w:r><mc:AlternateContent {MC}><mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>'
    )


@way
def in_the_fallback_of_an_alternative(s):
    a, b = halves(s)
    box = f"<v:shape><v:textbox><w:txbxContent>{paragraph(run(a) + run(b))}</w:txbxContent></v:textbox></v:shape>"
    return paragraph(
        f'<w:r><mc:AlternateContent {MC}><mc:Choice Requires="wps"/><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


@way
def as_title_of_an_old_picture(s):
    return paragraph(
        f'<w:r><w:pict><v:shape alt="{s}"><v:imagedata xmlns:o="urn:schemas-microsoft-com:office:office" o:title="{s}"/>'
        "</v:shape></w:pict></w:r>"
    )


@way
def as_tooltip_of_a_picture(s):
    return paragraph(
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p"><a:hlinkClick tooltip="{s}"/></wp:docPr></wp:inline>'
        "</w:drawing></w:r>"
    )


@way
def in_two_runs_of_smart_art(s):
    a, b = halves(s)
    return part(
        "word/diagrams/drawing1.xml",
        f'<dsp:drawing xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram" {A}><a:p><a:r><a:t>{a}</a:t>'
        f"</a:r><a:r><a:t>{b}</a:t></a:r></a:p></dsp:drawing>",
    )


@way
def in_the_cache_of_a_chart(s):
    a, b = halves(s)
    return part(
        "word/charts/chart1.xml",
        f"<c:chartSpace {C}><c:strCache><c:pt><c:v>{a}</c:v></c:pt><c:pt><c:v>{b}</c:v></c:pt></c:strCache></c:chartSpace>",
    )


@way
def as_source_of_a_chart(s):
    return part("word/charts/chart1.xml", f"<c:chartSpace {C}><c:ser><c:f>'{s}'!$A$1</c:f></c:ser></c:chartSpace>")


@way
def in_an_svg_a_letter_each(s):
    shown = "".join(f'<tspan x="{n * 9}">{c}</tspan>' for n, c in enumerate(s))
    return part("word/media/image1.svg", f'<svg xmlns="http://www.w3.org/2000/svg"><text>{shown}</text></svg>')


@way
def in_a_picture_inside_an_svg(s):
    inner = base64.b64encode(png((b"tEXt", b"Comment\0" + s.encode()))).decode()
    return part(
        "word/media/image1.svg",
        f'<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/png;base64,{inner}"/></svg>',
    )


@way
def in_a_metafile(s):
    body = s.encode("utf-16-le")
    header = struct.pack("<II", 1, 88) + b"\0" * 32 + b" EMF" + b"\0" * 44
    return part("word/media/image1.emf", header + struct.pack("<II", 84, 76 + len(body)) + b"\0" * 68 + body)


@way
def in_a_packed_metafile(s):
    header = struct.pack("<II", 1, 88) + b"\0" * 32 + b" EMF" + b"\0" * 44
    return part("word/media/image1.emz", gzip.compress(header + s.encode("utf-16-le")))


@way
def in_the_comment_of_a_gif(s):
    body = s.encode()
    return part("word/media/image1.gif", b"GIF89a\1\0\1\0\0\0\0!\xfe" + bytes([len(body)]) + body + b"\0;")


@way
def in_a_thumbnail(s):
    return part("docProps/thumbnail.jpeg", HIDING.jpeg(b"Exif\0\0" + s.encode()))


# Parts


@way
def as_label_of_a_ribbon(s):
    return part(
        "customUI/customUI14.xml",
        f'<customUI xmlns="http://schemas.microsoft.com/office/2009/07/customui"><tab label="{s}"/></customUI>',
    )


@way
def in_a_signature(s):
    return part(
        "_xmlsignatures/sig1.xml", f"<Signature><SignatureComments>Approved by {s}</SignatureComments></Signature>"
    )


@way
def in_a_certificate(s):
    der = b"\x30\x82\x01\x02\x06\x03\x55\x04\x03\x0c" + bytes([len(s)]) + s.encode() + bytes(range(128, 200))
    wrapped = base64.encodebytes(der).decode()
    return part("_xmlsignatures/sig1.xml", f"<Signature><X509Certificate>{wrapped}</X509Certificate></Signature>")


@way
def as_who_a_task_is_for(s):
    return part(
        "word/documentTasks/documenttasks1.xml",
        f'<t:Tasks xmlns:t="http://schemas.microsoft.com/office/tasks/2019/documenttasks"><t:Assign userName="{s}"/></t:Tasks>',
    )


@way
def as_a_sensitivity_label(s):
    return part(
        "docMetadata/LabelInfo.xml",
        f'<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"><clbl:label name="{s}"/></clbl:labelList>',
    )


@way
def as_a_blob_of_a_property(s):
    blob = base64.b64encode(s.encode()).decode()
    return part(
        "docProps/custom.xml",
        f'<Properties><property name="x"><vt:blob xmlns:vt="urn:v">{blob}</vt:blob></property></Properties>',
    )


@way
def over_two_entries_of_a_property(s):
    a, b = halves(s)
    return part(
        "docProps/app.xml",
        f"<Properties><TitlesOfParts><lpstr>{a}</lpstr><lpstr>{b}</lpstr></TitlesOfParts></Properties>",
    )


@way
def in_a_part_that_is_no_xml(s):
    return part("word/data.json", f'{{"who": "{s}"}}'.encode())


@way
def in_escaped_json(s):
    told = "".join(f"\\u{ord(c):04x}" for c in s)
    return part("word/data.json", f'{{"who": "{told}"}}'.encode())


@way
def in_an_embedded_pdf(s):
    spec = importlib.util.spec_from_file_location("pdfs", Path(__file__).with_name("test_check_pdf.py"))
    pdfs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(pdfs)
    return part("word/embeddings/oleObject1.pdf", pdfs.pdf(pdfs.drawn(f"It was {s}"), packed=True))


@way
def in_a_zip_in_a_word_file_in_a_word_file(s):
    inner = packed(part("word/embeddings/a.zip", packed({"a.txt": f"It was {s}".encode()})))
    return part("word/embeddings/inner.docx", inner)


@way
def in_an_embedded_mail(s):
    return part("word/embeddings/mail.eml", f"From: {s} <x@y.example>\nSubject: fees\n\nSee above.\n".encode())


@way
def in_a_mail_of_base64(s):
    body = base64.encodebytes(
        b"<html><body><p>Some words that come before it, so that lines break. " + s.encode() + b"</p></body></html>"
    )
    return part(
        "word/afchunk.mht", b"MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n" + body
    )


@way
def in_a_mail_of_quoted_printable(s):
    a, b = halves(s)
    body = quopri.encodestring(b"<html><body><p>") + f"{a}=\n{b}</p></body></html>".encode()
    return part(
        "word/afchunk.mht",
        b"MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n" + body,
    )


@way
def in_an_rtf_chunk_in_pieces(s):
    a, b = halves(s)
    return part("word/afchunk.rtf", f"{{\\rtf1 It was {a}{{\\b {b}}} who spoke.}}".encode())


@way
def in_an_rtf_chunk_by_numbers(s):
    return part("word/afchunk.rtf", ("{\\rtf1 It was " + "".join(f"\\'{ord(c):02x}" for c in s) + "}").encode())


@way
def in_an_object_of_an_rtf_chunk(s):
    return part("word/afchunk.rtf", ("{\\rtf1 {\\object{\\*\\objdata " + s.encode("utf-16-le").hex() + "}}}").encode())


@way
def in_the_table_of_a_font(s):
    wide = s.encode("utf-16-be")
    return part("word/fonts/font1.ttf", b"\0\1\0\0\0\1\0\x10" + b"name" + b"\0" * 40 + wide + b"\0" * 30)


@way
def as_type_of_a_part(s):
    parts = word_file()
    kind = s.replace(" ", ".").replace("@", ".")
    more = f'<Override PartName="/word/x.xml" ContentType="application/{kind}"/></Types>'.encode()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", more)
    return parts


# The archive


def raw(entries):
    """A zip written by hand: local name, central name, method, stored bytes, real bytes, local extra, comment."""
    data, directory = b"", b""
    for local, central, method, stored, real, extra, comment in entries:
        place = len(data)
        common = struct.pack("<HHHHHIII", 20, 0, method, 0, 33, zlib.crc32(real), len(stored), len(real))
        data += b"PK\3\4" + common + struct.pack("<HH", len(local), len(extra)) + local + extra + stored
        directory += (
            b"PK\1\2" + struct.pack("<H", 20) + common
            + struct.pack("<HHHHHII", len(central), 0, len(comment), 0, 0, 0, place) + central + comment
        )  # fmt: skip
    end = struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(directory), len(data), 0)
    return data + directory + b"PK\5\6" + end


def hand_packed(local=None, extra=b"", trailing=b"", comment=b""):
    entries = []
    for name, content in word_file().items():
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        stored = packer.compress(content) + packer.flush()
        last = name == "word/document.xml"
        plain = name.encode()
        entries.append(
            (local if last and local else plain, plain, 8, stored + (trailing if last else b""), content,
             extra if last else b"", comment if last else b"")
        )  # fmt: skip
    return raw(entries)


@way
def as_name_in_the_local_header(s):
    return hand_packed(local=f"word/{s}.xml".encode())


@way
def in_the_local_extra_field(s):
    return hand_packed(extra=struct.pack("<HH", 0xCAFE, len(s)) + s.encode())


@way
def behind_the_packed_bytes_of_a_part(s):
    return hand_packed(trailing=s.encode())


@way
def in_the_comment_of_an_entry(s):
    return hand_packed(comment=s.encode())


@way
def as_a_folder_of_the_archive(s):
    return word_file() | {f"word/{s}/": b""}


@way
def in_an_xml_with_another_encoding(s):
    text = f'<?xml version="1.0" encoding="UTF-16BE"?><who>{s}</who>'
    return part("customXml/item1.xml", b"\xfe\xff" + text.encode("utf-16-be"))


@way
def in_numbers_for_letters(s):
    told = "".join(f"&#{ord(c)};" for c in s)
    return paragraph(f"<w:r><w:t>{told}</w:t></w:r>")


@way
def in_a_section_of_character_data(s):
    a, b = halves(s)
    return paragraph(f"<w:r><w:t>{a}<![CDATA[{b}]]></w:t></w:r>")


def test_the_hand_packed_file_without_it_passes():
    for data in (hand_packed(), packed(word_file())):
        report = check_bytes(data, name="note.docx", roster=ROSTER, consultation=None)
        assert (report.leaks, report.unreadable) == ((), ())


@pytest.mark.parametrize("what", SECRETS)
@pytest.mark.parametrize("how", WAYS)
def test_a_hidden_secret_is_found(how, what):
    report = check_bytes(WAYS[how](SECRETS[what]), name="note.docx", roster=ROSTER, consultation=None)
    assert report.leaks, [str(u) for u in report.unreadable]
    assert {leak.participant for leak in report.leaks} == {1}


@pytest.mark.parametrize("how", WAYS)
def test_the_same_file_with_another_word_passes(how):
    report = check_bytes(WAYS[how]("Port levies"), name="note.docx", roster=ROSTER, consultation=None)
    assert not report.leaks, [str(leak) for leak in report.leaks]
