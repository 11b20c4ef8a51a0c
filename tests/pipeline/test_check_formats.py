"""One name in every other kind of file that leaves: found, and the file without it passes."""

import base64
import gzip
import io
import json
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

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
    )
)
SECRETS = {"name": "Priya Raman", "acronym": "SGSF", "address": "priya.raman@sagarmala.example"}
CALM = "A participant said that the form exists."


def check(data: bytes, name: str):
    return check_bytes(data, name=name, roster=ROSTER, consultation=None)


def archive(files: dict[str, bytes], **settings) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return stream.getvalue()


def workbook(change: Callable[[openpyxl.Workbook], None]) -> bytes:
    book = openpyxl.Workbook()
    book.properties.creator = "chatham"
    book.active["A1"] = CALM
    book.active["B2"] = 12
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def set_to(path: str):
    def made(secret: str) -> bytes:
        def change(book) -> None:
            target = book
            *steps, last = path.split(".")
            for step in steps:
                target = getattr(target, step)
            setattr(target, last, secret)

        return workbook(change)

    return made


def in_a_cell(secret):
    return workbook(lambda book: book.active.__setitem__("C3", f"asked by {secret}"))


def on_a_hidden_sheet(secret):
    def change(book) -> None:
        sheet = book.create_sheet("more")
        sheet["A1"] = secret
        sheet.sheet_state = "veryHidden"

    return workbook(change)


def as_name_of_a_sheet(secret):
    return workbook(lambda book: book.create_sheet(secret[:31]))


def in_a_comment(secret):
    return workbook(lambda book: setattr(book.active["A1"], "comment", Comment(secret, "x")))


def as_author_of_a_comment(secret):
    return workbook(lambda book: setattr(book.active["A1"], "comment", Comment("yes", secret)))


def as_a_defined_name(secret):
    name = "n_" + "".join(c if c.isalnum() else "_" for c in secret)
    return workbook(lambda book: book.defined_names.add(DefinedName(name, attr_text="Sheet!$A$1")))


def in_a_formula(secret):
    return workbook(lambda book: book.active.__setitem__("C3", f'=IF(A1="{secret}",1,0)'))


def as_an_allowed_value(secret):
    def change(book) -> None:
        rule = DataValidation(type="list", formula1=f'"{secret},other"')
        book.active.add_data_validation(rule)
        rule.add("D1")

    return workbook(change)


def in_a_link(secret):
    return workbook(lambda book: setattr(book.active["A1"], "hyperlink", f"mailto:{secret.replace(' ', '%20')}"))


def over_two_cells(secret):
    def change(book) -> None:
        book.active["C3"], book.active["D3"] = secret[: len(secret) // 2 + 1], secret[len(secret) // 2 + 1 :]

    return workbook(change)


SHEETS = {
    f.__name__: f
    for f in (
        in_a_cell,
        on_a_hidden_sheet,
        as_name_of_a_sheet,
        in_a_comment,
        as_author_of_a_comment,
        as_a_defined_name,
        in_a_formula,
        as_an_allowed_value,
        in_a_link,
        over_two_cells,
    )
} | {
    path: set_to(path)
    for path in (
        "properties.creator",
        "properties.lastModifiedBy",
        "properties.keywords",
        "active.oddHeader.center.text",
        "active.evenFooter.left.text",
        "security.workbookPassword",
    )
    if path != "security.workbookPassword"
}


@pytest.mark.parametrize("what", SECRETS)
@pytest.mark.parametrize("how", SHEETS)
def test_a_secret_in_a_workbook_is_found(how: str, what: str) -> None:
    report = check(SHEETS[how](SECRETS[what]), "table.xlsx")
    assert report.leaks, report.unreadable
    assert report.exit_code == 1


def test_a_calm_workbook_passes() -> None:
    report = check(workbook(lambda book: None), "table.xlsx")
    assert (report.leaks, report.unreadable) == ((), ())


PAGES = {
    "text": "<p>{} said so</p>",
    "text over tags": "<p>{a}<b></b>{b}</p>",
    "text over a comment": "<p>{a}<!-- x -->{b}</p>",
    "attribute": '<img src="a.png" alt="{}">',
    "attribute of our own": '<p data-speaker="{}">yes</p>',
    "comment": "<!-- {} -->",
    "meta": '<meta name="author" content="{}">',
    "title": "<title>{}</title>",
    "script": "<script>var who = '{}';</script>",
    "style": "<style>.x:after {{ content: '{}' }}</style>",
    "link": '<a href="https://example.org/{}">there</a>',
    "mail link": '<a href="mailto:{}">write</a>',
    "hidden": '<p style="display:none">{}</p>',
    "form": '<input type="hidden" value="{}">',
    "template": "<template><p>{}</p></template>",
    "after the end": "</body></html>{}",
    "letters as entities": "<p>{entities}</p>",
    "a data link": '<a href="data:text/plain;base64,{base64}">x</a>',
    "a broken tag": '<p title="{}',
}


@pytest.mark.parametrize("what", SECRETS)
@pytest.mark.parametrize("how", PAGES)
def test_a_secret_in_a_page_is_found(how: str, what: str) -> None:
    secret = SECRETS[what]
    half = len(secret) // 2 + 1
    hidden = PAGES[how].format(
        secret,
        a=secret[:half],
        b=secret[half:],
        entities="".join(f"&#x{ord(c):x};" for c in secret),
        base64=base64.b64encode(secret.encode()).decode(),
    )
    page = f"<!DOCTYPE html><html><body><h1>Note</h1><p>{CALM}</p>{hidden}"
    assert check(page.encode(), "note.html").exit_code == 1


def test_a_calm_page_passes() -> None:
    page = f'<!DOCTYPE html><html lang="en"><head><title>Note</title></head><body class="a"><p>{CALM}</p></body></html>'
    report = check(page.encode(), "note.html")
    assert (report.leaks, report.unreadable) == ((), ())


ODT_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def open_document(body: str = "", meta: str = "", more: dict[str, bytes] | None = None) -> bytes:
    return archive(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {ODT_SPACES}><text:p>{CALM}</text:p>{body}"
            "</office:document-content>".encode(),
            "meta.xml": f"<office:document-meta {ODT_SPACES}>{meta}</office:document-meta>".encode(),
        }
        | (more or {})
    )


TEXTS = {
    "markdown": ("note.md", lambda s: f"# Note\n\n{CALM}\n\n- {s} asked".encode()),
    "markdown, broken by a line": ("note.md", lambda s: f"{CALM}\n{s[:5]}\n{s[5:]}\n".encode()),
    "plain text in UTF-16": ("note.txt", lambda s: f"{CALM} {s}".encode("utf-16")),
    "plain text in Windows-1252": ("note.txt", lambda s: f"\u201c{CALM}\u201d {s}".encode("cp1252")),
    "comment in Markdown": ("note.md", lambda s: f"{CALM}\n<!-- {s} -->".encode()),
    "JSON": ("points.json", lambda s: json.dumps({"text": s}).encode()),
    "JSON, escaped": (
        "points.json",
        lambda s: ('{"text": "' + "".join(f"\\u{ord(c):04x}" for c in s) + '"}').encode(),
    ),
    "key of JSON": ("points.json", lambda s: json.dumps({s: CALM}).encode()),
    "JSON lines": ("points.jsonl", lambda s: (json.dumps({"t": CALM}) + "\n" + json.dumps({"t": s}) + "\n").encode()),
    "CSV": ("table.csv", lambda s: f"id,text\n1,{CALM}\n2,{s}\n".encode()),
    "RTF": ("note.rtf", lambda s: ("{\\rtf1 " + s.replace(" ", "\\~") + "}").encode()),
    "SVG": ("figure.svg", lambda s: f'<svg xmlns="http://www.w3.org/2000/svg"><text>{s}</text></svg>'.encode()),
    "XML": ("data.xml", lambda s: f'<?xml version="1.0"?><a b="{s}"/>'.encode()),
    "gzip": ("note.txt.gz", lambda s: gzip.compress(f"{CALM} {s}".encode())),
    "zip": ("notes.zip", lambda s: archive({"a/note.txt": f"{CALM} {s}".encode()})),
    "zip in a zip": ("notes.zip", lambda s: archive({"b.zip": archive({"note.txt": s.encode()})})),
    "name in a zip": ("notes.zip", lambda s: archive({f"{s}.txt": CALM.encode()})),
    "OpenDocument": ("note.odt", lambda s: open_document(f"<text:p>{s[:4]}<text:span>{s[4:]}</text:span></text:p>")),
    "OpenDocument's author": ("note.odt", lambda s: open_document(meta=f"<dc:creator>{s}</dc:creator>")),
    "OpenDocument's picture": ("note.odt", lambda s: open_document(more={f"Pictures/{s}.txt": b"x"})),
    "slides": (
        "talk.pptx",
        lambda s: archive(
            {
                "[Content_Types].xml": b"<Types/>",
                "ppt/presentation.xml": b"<p/>",
                "ppt/notesSlides/notesSlide1.xml": (
                    '<p:notes xmlns:p="urn:p" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p>'
                    f"<a:r><a:t>{s[:5]}</a:t></a:r><a:r><a:t>{s[5:]}</a:t></a:r></a:p></p:notes>"
                ).encode(),
            }
        ),
    ),
}


@pytest.mark.parametrize("what", SECRETS)
@pytest.mark.parametrize("how", TEXTS)
def test_a_secret_in_a_file_is_found(how: str, what: str) -> None:
    name, make = TEXTS[how]
    report = check(make(SECRETS[what]), name)
    assert report.leaks, report.unreadable
    assert report.exit_code == 1


@pytest.mark.parametrize("how", [h for h in TEXTS if h not in ("name in a zip", "OpenDocument's picture")])
def test_the_same_file_without_it_passes(how: str) -> None:
    name, make = TEXTS[how]
    report = check(make("a participant"), name)
    assert (report.leaks, report.unreadable) == ((), ())


def test_a_file_is_told_by_its_bytes_not_by_its_name() -> None:
    report = check(open_document("<text:p>Priya Raman</text:p>"), "holiday.png")
    assert report.exit_code == 1


def test_the_name_of_the_file_is_published_too() -> None:
    report = check(CALM.encode(), "Priya_Raman_statement.txt")
    assert [(leak.part, leak.participant) for leak in report.leaks] == [("(file name)", 1)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.docx", b""),
        ("noise.bin", bytes(range(256)) * 40),
        ("packed.7z", b"7z\xbc\xaf\x27\x1c" + bytes(50)),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(600)),
        ("broken.docx", archive({"[Content_Types].xml": b"<Types/>"})[:-30]),
        ("no_document.docx", archive({"[Content_Types].xml": b"<Types/>"})),
        ("packed_inside.zip", archive({"a.rar": b"Rar!\x1a\x07" + bytes(90)})),
    ],
)
def test_what_cannot_be_searched_does_not_pass(name: str, data: bytes) -> None:
    report = check(data, name)
    assert report.exit_code == 2
    assert not report.passed
