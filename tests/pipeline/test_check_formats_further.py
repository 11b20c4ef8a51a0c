"""Names over several cells, between letters that are not shown, and in codes, in files that are no Word files."""

import base64
import importlib.util
import struct
import zlib
from pathlib import Path

import pytest

from chatham.check import check_bytes
from chatham.model.private import Participant, Roster


def _beside(name):
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


HIDING, PDFS = _beside("test_check_hiding"), _beside("test_check_pdf")
ROSTER, packed = HIDING.ROSTER, HIDING.packed
pdf, stream = PDFS.pdf, PDFS.stream
SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
ODF = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:text" xmlns:table="urn:table"'

WAYS = {}


def way(name):
    def keep(function):
        WAYS[function.__name__] = name, function
        return function

    return keep


def workbook(cells, strings="", **parts):
    return packed(
        {
            "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "xl/workbook.xml": f"<workbook {SHEET}/>".encode(),
            "xl/worksheets/sheet1.xml": f"<worksheet {SHEET}><sheetData>{cells}</sheetData></worksheet>".encode(),
            "xl/sharedStrings.xml": f"<sst {SHEET}>{strings}</sst>".encode(),
        }
        | {name.replace("__", "/"): content for name, content in parts.items()}
    )


def text_cell(place, text):
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def letters(s):
    return s.replace(" ", "")


def page(body, head=""):
    return f"<!DOCTYPE html><html><head>{head}</head><body><p>Fees are high.</p>{body}</body></html>".encode()


@way("note.xlsx")
def down_a_column(s):
    rows = (
        f"<row>{text_cell(f'A{n}', c)}{text_cell(f'B{n}', 'about fees')}</row>" for n, c in enumerate(letters(s), 1)
    )
    return workbook("".join(rows))


@way("note.xlsx")
def along_a_row_of_shared_strings_in_another_order(s):
    told = letters(s)
    cells = (f'<c r="{chr(65 + n)}1" t="s"><v>{len(told) - 1 - n}</v></c>' for n in range(len(told)))
    return workbook(f"<row>{''.join(cells)}</row>", "".join(f"<si><t>{c}</t></si>" for c in reversed(told)))


@way("note.xlsx")
def in_a_formula_of_character_codes(s):
    told = "&amp;".join(f"CHAR({ord(c)})" for c in s)
    return workbook(f'<row><c r="A1" t="str"><f>{told}</f><v>x</v></c></row>')


@way("note.xlsx")
def in_a_query_kept_as_an_archive(s):
    inner = packed({"Formulas/Section1.m": f'let who = "{s}" in who'.encode()})
    mashup = base64.b64encode(struct.pack("<II", 0, len(inner)) + inner + bytes(8)).decode()
    item = f'<DataMashup xmlns="http://schemas.microsoft.com/DataMashup">{mashup}</DataMashup>'
    return workbook("", **{"customXml__item2.xml": item.encode()})


@way("note.html")
def as_an_element(s):
    name = s.lower().replace(" ", "-")
    return page(f"<{name}>one</{name}>")


@way("note.html")
def between_white_letters(s):
    return page("".join(f'{c}<span style="color:#fff">zq</span>' for c in s))


@way("note.html")
def down_a_column_of_a_page(s):
    return page("<table>" + "".join(f"<tr><td>{c}</td><td>about fees</td></tr>" for c in s) + "</table>")


@way("note.html")
def between_reading_aids(s):
    return page("".join(f"<ruby>{c}<rp>(</rp><rt>k</rt><rp>)</rp></ruby>" for c in s))


@way("note.html")
def put_in_by_a_style_letter_by_letter(s):
    rules = "".join(f'.a{n}::after{{content:"{c}"}}' for n, c in enumerate(letters(s)))
    return page("", f"<style>{rules}</style>")


@way("note.html")
def in_wide_letters_the_other_way_round(s):
    return page(f"<p>{s}</p>").decode().encode("utf-16-be")


@way("note.odt")
def down_a_column_of_a_table(s):
    def cell(text):
        return f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"

    rows = "".join(f"<table:table-row>{cell(c)}{cell('about fees')}</table:table-row>" for c in letters(s))
    body = f"<office:body><table:table>{rows}</table:table></office:body>"
    return packed(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {ODF}>{body}</office:document-content>".encode(),
        }
    )


@way("note.csv")
def down_a_column_of_values(s):
    return "".join(f"{c},about fees\n" for c in letters(s)).encode()


@way("note.md")
def down_a_column_of_a_drawn_table(s):
    return ("| a | b |\n|---|---|\n" + "".join(f"| {c} | about fees |\n" for c in letters(s))).encode()


@way("note.rtf")
def between_hidden_letters(s):
    return ("{\\rtf1 " + "".join(c + "{\\v zq}" for c in s) + "}").encode()


def form(drawing):
    return stream(zlib.compress(drawing), "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode ")


@way("note.pdf")
def on_a_stamp_with_letters_set_apart(s):
    shown = " 9 ".join(f"({c})" for c in s)
    stamp = form(f"BT /F1 12 Tf [{shown}] TJ ET".encode())
    annotation = b"<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 7 0 R >> >>"
    return pdf(page_entries="/Annots [8 0 R]", more=(stamp, annotation))


@way("note.pdf")
def on_a_form_that_no_page_shows_in_hexadecimal(s):
    return pdf(more=(form(f"BT /F1 12 Tf <{s.encode().hex()}> Tj ET".encode()),))


@way("note.pdf")
def on_a_form_that_no_page_shows_in_octal(s):
    told = "".join(f"\\{ord(c):03o}" for c in s)
    return pdf(more=(form(f"BT /F1 12 Tf ({told}) Tj ET".encode()),))


@way("note.pdf")
def in_a_script_that_puts_it_together(s):
    script = "var who = " + " + ".join(f'"{c}"' for c in s)
    action = "/OpenAction << /S /JavaScript /JS 7 0 R >>"
    return pdf(catalogue=action, more=(stream(zlib.compress(script.encode()), "/Filter /FlateDecode "),))


@way("note.pdf")
def in_the_bytes_of_a_signature(s):
    told = (b"0\x82\x03\x01" + s.encode() + bytes(3)).hex()
    return pdf(more=(f"<< /Type /Sig /Contents <{told}> >>".encode(),))


@way("note.pdf")
def in_an_object_that_nothing_lists(s):
    told = s.encode("utf-16-be").hex().upper()
    listing, start, end = pdf().rpartition(b"startxref")
    return listing + f"99 0 obj <FEFF{told}> endobj\n".encode() + start + end


@pytest.mark.parametrize("how", WAYS)
def test_a_hidden_name_is_found(how):
    name, make = WAYS[how]
    report = check_bytes(make("Priya Raman"), name=name, roster=ROSTER, consultation=None)
    assert report.leaks, [str(u) for u in report.unreadable]
    assert {leak.participant for leak in report.leaks} == {1}


@pytest.mark.parametrize("how", WAYS)
def test_the_same_file_with_another_word_passes(how):
    name, make = WAYS[how]
    report = check_bytes(make("Port levies"), name=name, roster=ROSTER, consultation=None)
    assert (report.leaks, report.unreadable) == ((), ()), [str(leak) for leak in report.leaks]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("note.txt", b"Faith, hope, and love.\nGrace, will, and hope, in that order.\nMay, or may not.\nHope\n"),
        ("note.csv", b"item,word\n1,hope\n2,will\n3,Hope\n4,May\n5,Will\n"),
        (
            "note.xlsx",
            workbook(f"<row>{text_cell('A1', 'Hope')}{text_cell('B1', 'May')}</row>"),
        ),
        ("note.html", page("<table><tr><td>Hope</td></tr><tr><td>will</td></tr></table>")),
    ],
)
def test_short_words_in_columns_are_no_names(name, data):
    roster = Roster(participants=(Participant(row=1, name="Hope Will"), Participant(row=2, name="Grace May")))
    report = check_bytes(data, name=name, roster=roster, consultation=None)
    assert (report.leaks, report.unreadable) == ((), ()), [leak.found for leak in report.leaks]
