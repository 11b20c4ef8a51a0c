"""Names over several cells, between letters that are not shown, and in codes, in files that are no Word files."""

import base64
import importlib.util
import struct
from pathlib import Path

import pytest

from chatham.check import check_bytes

_SPEC = importlib.util.spec_from_file_location("hiding", Path(__file__).with_name("test_check_hiding.py"))
HIDING = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(HIDING)
ROSTER, packed = HIDING.ROSTER, HIDING.packed
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
