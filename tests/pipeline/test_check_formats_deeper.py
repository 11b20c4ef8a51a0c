"""Further ways of hiding one name in workbooks, slides, OpenDocument files, web pages and PDF files."""

# ruff: noqa: E501  markup reads best unbroken

import base64
import importlib.util
import io
import json
import zipfile
import zlib
from pathlib import Path

import pytest

from chatham.check import check_bytes


def _beside(name):
    specification = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


FORMATS, PDFS, HIDING = _beside("test_check_formats"), _beside("test_check_pdf"), _beside("test_check_hiding")
SECRETS, CALM = FORMATS.SECRETS, FORMATS.CALM
pdf, stream, drawn = PDFS.pdf, PDFS.stream, PDFS.drawn
PORT = "Port levies"
"""Stands in for the secret where nothing may be found."""


def halves(secret):
    cut = len(secret) // 2 + 1
    return secret[:cut], secret[cut:]


def with_part(package, name, content):
    """A package with one part more, or with a part replaced."""
    stream_ = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream_, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return stream_.getvalue()


def sheet_part(name, content):
    return with_part(FORMATS.workbook(lambda book: None), name, f'<?xml version="1.0"?>{content}')


def in_sheet(extra):
    """The first sheet with markup before its end."""
    data = FORMATS.workbook(lambda book: None)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    return with_part(data, "xl/worksheets/sheet1.xml", sheet.replace("</worksheet>", f"{extra}</worksheet>"))


def in_rows(*texts):
    rows = "".join(
        f'<row r="{n + 9}"><c r="A{n + 9}" t="inlineStr"><is><t>{t}</t></is></c></row>' for n, t in enumerate(texts)
    )
    data = FORMATS.workbook(lambda book: None)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    return with_part(data, "xl/worksheets/sheet1.xml", sheet.replace("</sheetData>", f"{rows}</sheetData>"))


BOOKS = {
    "cells below each other": lambda s: in_rows(*halves(s)),
    "a letter a row": lambda s: in_rows(*(c for c in s if c.isalnum())),
    "rich text in a cell": lambda s: in_rows("</t></is></c></row>".join([""]) + f"{halves(s)[0]}</t><r><t>{halves(s)[1]}</t></r><t>"),
    "a condition for a colour": lambda s: in_sheet(f'<conditionalFormatting sqref="A1"><cfRule type="containsText" text="{s}"><formula>SEARCH("{s}",A1)</formula></cfRule></conditionalFormatting>'),
    "a prompt of a rule": lambda s: in_sheet(f'<dataValidations><dataValidation prompt="ask {s}" errorTitle="x"/></dataValidations>'),
    "a filter": lambda s: in_sheet(f'<autoFilter ref="A1:A2"><filterColumn colId="0"><filters><filter val="{s}"/></filters></filterColumn></autoFilter>'),
    "a scenario": lambda s: in_sheet(f'<scenarios><scenario name="best" user="{s}" comment="made by {s}"/></scenarios>'),
    "a protected range": lambda s: in_sheet(f'<protectedRanges><protectedRange name="{s.replace(" ", "_")}" sqref="A1"/></protectedRanges>'),
    "a tooltip of a link": lambda s: in_sheet(f'<hyperlinks><hyperlink ref="A1" tooltip="{s}"/></hyperlinks>'),
    "an extension": lambda s: in_sheet(f'<extLst><ext uri="x"><y:sparkline xmlns:y="urn:y"><y:f>\'{s}\'!A1</y:f></y:sparkline></ext></extLst>'),
    "the first page's header": lambda s: in_sheet(f'<headerFooter><firstHeader>&amp;C&amp;"Arial,Bold"{halves(s)[0]}&amp;B{halves(s)[1]}</firstHeader></headerFooter>'),
    "a threaded comment": lambda s: sheet_part("xl/threadedComments/threadedComment1.xml", f"<ThreadedComments><threadedComment><text>{s} asked</text></threadedComment></ThreadedComments>"),
    "a person of comments": lambda s: sheet_part("xl/persons/person.xml", f'<personList><person displayName="{s}" userId="x"/></personList>'),
    "a pivot cache": lambda s: sheet_part("xl/pivotCache/pivotCacheDefinition1.xml", f'<pivotCacheDefinition refreshedBy="x"><cacheFields><cacheField name="who"><sharedItems><s v="{s}"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>'),
    "who refreshed a pivot": lambda s: sheet_part("xl/pivotCache/pivotCacheDefinition1.xml", f'<pivotCacheDefinition refreshedBy="{s}"/>'),
    "records of a pivot": lambda s: sheet_part("xl/pivotCache/pivotCacheRecords1.xml", f'<pivotCacheRecords><r><s v="{s}"/></r></pivotCacheRecords>'),
    "a link to another book": lambda s: sheet_part("xl/externalLinks/externalLink1.xml", f'<externalLink><externalBook><sheetNames><sheetName val="{s}"/></sheetNames><sheetDataSet><sheetData><row><cell><v>{s}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>'),
    "a connection": lambda s: sheet_part("xl/connections.xml", f'<connections><connection name="c" connection="DSN=x;UID={s};"/></connections>'),
    "a query": lambda s: sheet_part("xl/queryTables/queryTable1.xml", f'<queryTable name="{s}"/>'),
    "a column of a table": lambda s: sheet_part("xl/tables/table1.xml", f'<table><tableColumns><tableColumn name="{s}"/></tableColumns></table>'),
    "a slicer": lambda s: sheet_part("xl/slicers/slicer1.xml", f'<slicers><slicer name="a" caption="{s}"/></slicers>'),
    "a style of cells": lambda s: sheet_part("xl/styles2.xml", f'<styleSheet><cellStyles><cellStyle name="{s}"/></cellStyles></styleSheet>'),
    "a number format": lambda s: sheet_part("xl/styles2.xml", f'<styleSheet><numFmt numFmtId="200" formatCode="0&quot; {s}&quot;"/></styleSheet>'),
    "a shape": lambda s: sheet_part("xl/drawings/drawing1.xml", f'<xdr:wsDr xmlns:xdr="urn:x" xmlns:a="urn:a"><a:p><a:r><a:t>{halves(s)[0]}</a:t></a:r><a:r><a:t>{halves(s)[1]}</a:t></a:r></a:p></xdr:wsDr>'),
    "a chart's labels": lambda s: sheet_part("xl/charts/chart1.xml", f'<c:chartSpace xmlns:c="urn:c"><c:strCache><c:pt><c:v>{s}</c:v></c:pt></c:strCache></c:chartSpace>'),
    "who changed it together": lambda s: sheet_part("xl/revisions/userNames.xml", f'<users><userInfo name="{s}"/></users>'),
    "a calculation chain's comment": lambda s: sheet_part("xl/calcChain.xml", f"<calcChain><!-- {s} --></calcChain>"),
    "the way to the file": lambda s: sheet_part("xl/workbook2.xml", f'<workbook xmlns:x15ac="urn:x"><x15ac:absPath url="C:\\Users\\{s}\\"/></workbook>'),
    "a custom view": lambda s: sheet_part("xl/workbook2.xml", f'<workbook><customWorkbookViews><customWorkbookView name="{s}"/></customWorkbookViews></workbook>'),
    "who shared it": lambda s: sheet_part("xl/workbook2.xml", f'<workbook><fileSharing userName="{s}"/></workbook>'),
    "data of a model": lambda s: with_part(FORMATS.workbook(lambda book: None), "xl/model/item.data", s.encode("utf-16-le") + bytes(range(40))),
    "printer settings": lambda s: with_part(FORMATS.workbook(lambda book: None), "xl/printerSettings/printerSettings1.bin", s.encode("utf-16-le") + b"\0" * 60),
}  # fmt: skip


def slides(name, content):
    base = FORMATS.archive(
        {
            "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "ppt/presentation.xml": b'<p:presentation xmlns:p="urn:p"/>',
            "ppt/slides/slide1.xml": f'<p:sld xmlns:p="urn:p" xmlns:a="urn:a"><a:p><a:r><a:t>{CALM}</a:t></a:r></a:p></p:sld>'.encode(),
        }
    )
    return with_part(base, name, content)


def two_runs(s):
    a, b = halves(s)
    return f"<a:p><a:r><a:t>{a}</a:t></a:r><a:r><a:t>{b}</a:t></a:r></a:p>"


SLIDES = {
    "a slide": lambda s: slides("ppt/slides/slide2.xml", f'<p:sld xmlns:p="urn:p" xmlns:a="urn:a">{two_runs(s)}</p:sld>'),
    "a hidden slide": lambda s: slides("ppt/slides/slide2.xml", f'<p:sld show="0" xmlns:p="urn:p" xmlns:a="urn:a">{two_runs(s)}</p:sld>'),
    "notes": lambda s: slides("ppt/notesSlides/notesSlide1.xml", f'<p:notes xmlns:p="urn:p" xmlns:a="urn:a">{two_runs(s)}</p:notes>'),
    "a master": lambda s: slides("ppt/slideMasters/slideMaster1.xml", f'<p:sldMaster xmlns:p="urn:p" xmlns:a="urn:a">{two_runs(s)}</p:sldMaster>'),
    "a handout": lambda s: slides("ppt/handoutMasters/handoutMaster1.xml", f'<p:handoutMaster xmlns:p="urn:p" xmlns:a="urn:a">{two_runs(s)}</p:handoutMaster>'),
    "a comment": lambda s: slides("ppt/comments/comment1.xml", f'<p:cmLst xmlns:p="urn:p"><p:cm><p:text>{s} asked</p:text></p:cm></p:cmLst>'),
    "an author of comments": lambda s: slides("ppt/commentAuthors.xml", f'<p:cmAuthorLst xmlns:p="urn:p"><p:cmAuthor name="{s}" initials="x"/></p:cmAuthorLst>'),
    "a new author": lambda s: slides("ppt/authors.xml", f'<p188:authorLst xmlns:p188="urn:p"><p188:author name="{s}"/></p188:authorLst>'),
    "a new comment": lambda s: slides("ppt/comments/modernComment_1.xml", f'<p188:cmLst xmlns:p188="urn:p" xmlns:a="urn:a">{two_runs(s)}</p188:cmLst>'),
    "a tag": lambda s: slides("ppt/tags/tag1.xml", f'<p:tagLst xmlns:p="urn:p"><p:tag name="WHO" val="{s}"/></p:tagLst>'),
    "a section": lambda s: slides("ppt/presProps.xml", f'<p:presentationPr xmlns:p="urn:p"><p14:section xmlns:p14="urn:q" name="{s}"/></p:presentationPr>'),
    "a custom show": lambda s: slides("ppt/presProps.xml", f'<p:presentationPr xmlns:p="urn:p"><p:custShow name="{s}"/></p:presentationPr>'),
    "a table in a slide": lambda s: slides("ppt/slides/slide2.xml", '<p:sld xmlns:p="urn:p" xmlns:a="urn:a"><a:tbl><a:tr>' + "".join(f"<a:tc><a:txBody><a:p><a:r><a:t>{h}</a:t></a:r></a:p></a:txBody></a:tc>" for h in halves(s)) + "</a:tr></a:tbl></p:sld>"),
    "alternative text": lambda s: slides("ppt/slides/slide2.xml", f'<p:sld xmlns:p="urn:p"><p:cNvPr id="2" name="x" descr="{s} at the table"/></p:sld>'),
}  # fmt: skip

TEXT = 'xmlns:text="urn:t" xmlns:office="urn:o" xmlns:dc="urn:d" xmlns:svg="urn:s" xmlns:table="urn:b" xmlns:draw="urn:w" xmlns:xlink="urn:x" xmlns:form="urn:f"'


def odt(body="", **more):
    return FORMATS.open_document(body, **more)


def styled(s):
    return f"<office:document-styles {TEXT}><text:p>{s}</text:p></office:document-styles>".encode()


OPEN = {
    "over two spans": lambda s: odt("<text:p><text:span>{}</text:span><text:span>{}</text:span></text:p>".format(*halves(s))),
    "a note": lambda s: odt(f"<text:p>See<text:note><text:note-body><text:p>{s}</text:p></text:note-body></text:note></text:p>"),
    "an annotation's creator": lambda s: odt(f"<text:p><office:annotation><dc:creator>{s}</dc:creator></office:annotation></text:p>"),
    "a tracked deletion": lambda s: odt(f"<text:tracked-changes><text:changed-region><text:deletion><text:p>{s}</text:p></text:deletion></text:changed-region></text:tracked-changes>"),
    "a header": lambda s: odt(more={"styles.xml": styled(s)}),
    "a variable": lambda s: odt(f'<text:p><text:variable-set text:name="v" office:string-value="{s}"/></text:p>'),
    "a hidden text": lambda s: odt(f'<text:p><text:hidden-text text:condition="1" text:string-value="{s}"/></text:p>'),
    "a bookmark": lambda s: odt(f'<text:p><text:bookmark text:name="{s}"/></text:p>'),
    "a title of a frame": lambda s: odt(f"<text:p><draw:frame xmlns:draw='urn:w' xmlns:svg='urn:s'><svg:desc>{s}</svg:desc></draw:frame></text:p>"),
    "a link": lambda s: odt(f"<text:p><text:a xmlns:xlink='urn:x' xlink:href='mailto:{s.replace(' ', '%20')}'>x</text:a></text:p>"),
    "a form": lambda s: odt(f"<form:text xmlns:form='urn:f' form:current-value='{s}'/>"),
    "a setting": lambda s: odt(more={"settings.xml": f'<office:document-settings {TEXT}><config name="PrinterName">{s}</config></office:document-settings>'.encode()}),
    "a version": lambda s: odt(more={"VersionList.xml": f'<versions><version creator="{s}" comment="by {s}"/></versions>'.encode()}),
    "an embedded object": lambda s: odt(more={"Object 1/content.xml": f'<office:document-content {TEXT}><text:p>{s}</text:p></office:document-content>'.encode()}),
    "a replacement picture": lambda s: odt(more={"ObjectReplacements/Object 1": b"VCLMTF" + s.encode("utf-16-le") + b"\0" * 30}),
    "RDF": lambda s: odt(more={"manifest.rdf": f'<rdf:RDF xmlns:rdf="urn:r"><who>{s}</who></rdf:RDF>'.encode()}),
    "a manifest": lambda s: odt(more={"META-INF/manifest.xml": f'<manifest><file-entry full-path="{s}.xml"/></manifest>'.encode()}),
    "a style's name": lambda s: odt(f"<style:style xmlns:style='urn:y' style:display-name='{s}'/>"),
}  # fmt: skip


def page(hidden):
    return f'<!DOCTYPE html><html lang="en"><body><h1>Note</h1><p>{CALM}</p>{hidden}</body></html>'.encode()


PAGES = {
    "JSON-LD": lambda s: page(f'<script type="application/ld+json">{json.dumps({"@type": "Person", "name": s})}</script>'),
    "JSON with escapes": lambda s: page('<script type="application/json">{"who": "' + "".join(f"\\u{ord(c):04x}" for c in s) + '"}</script>'),
    "SVG in the page": lambda s: page("<svg><title>x</title><text>" + "".join(f"<tspan>{c}</tspan>" for c in s) + "</text></svg>"),
    "a description of an SVG": lambda s: page(f"<svg><desc>{s}</desc></svg>"),
    "microdata": lambda s: page(f'<div itemscope><meta itemprop="name" content="{s}"></div>'),
    "a label for readers": lambda s: page(f'<button aria-label="ask {s}">?</button>'),
    "a style of one element": lambda s: page(f"<p style=\"--who: '{s}'\">yes</p>"),
    "a class": lambda s: page(f'<p class="said-by-{s.replace(" ", "-")}">yes</p>'),
    "an anchor": lambda s: page(f'<p id="{s.replace(" ", "_")}">yes</p>'),
    "a source with sizes": lambda s: page(f'<img alt="" srcset="/{s.replace(" ", "-")}.png 2x">'),
    "a handler": lambda s: page(f"<p onclick=\"alert('{s}')\">yes</p>"),
    "a page inside": lambda s: page(f'<iframe srcdoc="&lt;p&gt;{halves(s)[0]}&lt;b&gt;{halves(s)[1]}&lt;/b&gt;&lt;/p&gt;"></iframe>'),
    "a page in base64": lambda s: page(f'<iframe src="data:text/html;base64,{base64.b64encode(f"<p>These words come first. {s}</p>".encode()).decode()}"></iframe>'),
    "a picture in base64": lambda s: page(f'<img alt="" src="data:image/png;base64,{base64.b64encode(HIDING.png((b"tEXt", b"Author" + bytes(1) + s.encode()))).decode()}">'),
    "a picture in CSS": lambda s: page(f'<style>p {{ background: url("data:image/svg+xml,%3Csvg%3E%3Ctext%3E{s.replace(" ", "%20")}%3C/text%3E%3C/svg%3E") }}</style>'),
    "a condition of old browsers": lambda s: page(f"<!--[if IE]><p>{halves(s)[0]}<b>{halves(s)[1]}</b></p><![endif]-->"),
    "a noscript": lambda s: page(f"<noscript>{s}</noscript>"),
    "a datalist": lambda s: page(f'<datalist><option value="{s}"></datalist>'),
    "a text field": lambda s: page(f"<textarea hidden>{s}</textarea>"),
    "reading aids": lambda s: page("<ruby>{}<rt>{}</rt></ruby>".format(*halves(s))),
    "soft breaks": lambda s: page("<p>" + "<wbr>".join(s) + "</p>"),
    "soft hyphens": lambda s: page("<p>" + "&shy;".join(s) + "</p>"),
    "letters in cells": lambda s: page("<table><tr>" + "".join(f"<td>{c}</td>" for c in s if c.isalnum()) + "</tr></table>"),
    "a list of letters": lambda s: page("<ul>" + "".join(f"<li>{c}" for c in s if c.isalnum()) + "</ul>"),
    "entities without end": lambda s: page("<p>" + "".join(f"&#{ord(c)}" for c in s) + "</p>"),
    "CDATA": lambda s: page(f"<![CDATA[{s}]]>"),
    "a processing instruction": lambda s: page(f"<?who {s}?>"),
    "a header of the page": lambda s: page(f'<meta http-equiv="reply-to" content="{s}">'),
    "letters between hidden ones": lambda s: page("<p>" + "".join(f"{c}<span hidden>q</span>" for c in s) + "</p>"),
    "letters between unseen ones": lambda s: page("<p>" + "".join(f'{c}<span style="display: none">q</span>' for c in s) + "</p>"),
    "text set by CSS": lambda s: page("<style>p:before { content: '" + "".join(f"\\{ord(c):x} " for c in s) + "' }</style>"),
}  # fmt: skip


def attached(content, name="a.txt"):
    return pdf(
        catalogue="/Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >>",
        more=(
            f"<< /Type /Filespec /F ({name}) /EF << /F 8 0 R >> >>".encode(),
            stream(zlib.compress(content), "/Type /EmbeddedFile /Filter /FlateDecode "),
        ),
    )


def annotation(entries, *more):
    return pdf(
        page_entries="/Annots [7 0 R]", more=(f"<< /Type /Annot /Rect [0 0 9 9] {entries} >>".encode("latin-1"), *more)
    )


def mapped(s):
    """Drawn as other letters than it says: a map to Unicode tells what they mean."""
    pairs = "".join(f"<{n:02x}> <{ord(c):04x}>\n" for n, c in enumerate(s, 65))
    cmap = f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <ff> endcodespacerange {len(s)} beginbfchar\n{pairs}endbfchar endcmap end end"
    content = stream(
        drawn(CALM) + b"\nBT /F2 12 Tf 72 500 Td <" + bytes(range(65, 65 + len(s))).hex().encode() + b"> Tj ET"
    )
    return PDFS.written(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 7 0 R >> >> >>",
            content,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            b"<< /Producer (a writer) >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 8 0 R >>",
            stream(cmap.encode()),
        ]
    )


def differing(s):
    """Codes that an encoding's differences give other letters."""
    names = " ".join("/space" if c == " " else "/period" if c == "." else "/at" if c == "@" else f"/{c}" for c in s)
    content = stream(
        drawn(CALM) + b"\nBT /F2 12 Tf 72 500 Td <" + bytes(range(65, 65 + len(s))).hex().encode() + b"> Tj ET"
    )
    return PDFS.written(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 7 0 R >> >> >>",
            content,
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            b"<< /Producer (a writer) >>",
            f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [65 {names}] >> >>".encode(),
        ]
    )


def form_object(s, packed):
    body = drawn(s)
    inner = stream(
        zlib.compress(body) if packed else body,
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> "
        + ("/Filter /FlateDecode " if packed else ""),
    )
    return pdf(b"/X1 Do", resources="/XObject << /X1 7 0 R >>", more=(inner,))


FILES = {
    "a form drawn on the page": lambda s: form_object(s, packed=False),
    "a packed form drawn on the page": lambda s: form_object(s, packed=True),
    "a map to Unicode": mapped,
    "an encoding with differences": differing,
    "two packings": lambda s: pdf(more=(stream(zlib.compress(zlib.compress(s.encode())), "/Filter [/FlateDecode /FlateDecode] "),)),
    "in hexadecimal packing": lambda s: pdf(more=(stream(s.encode().hex().encode() + b">", "/Filter /ASCIIHexDecode "),)),
    "in base 85": lambda s: pdf(more=(stream(base64.a85encode(s.encode()) + b"~>", "/Filter /ASCII85Decode "),)),
    "letters put one by one": lambda s: pdf(b"".join(f"BT /F1 12 Tf {72 + 9 * n} 500 Td ({c}) Tj ET\n".encode() for n, c in enumerate(s))),
    "letters put one by one, backwards": lambda s: pdf(b"".join(f"BT /F1 12 Tf {72 + 9 * n} 500 Td ({c}) Tj ET\n".encode() for n, c in reversed(list(enumerate(s))))),
    "letters below each other": lambda s: pdf(drawn(*(c for c in s if c.isalnum()))),
    "invisible": lambda s: pdf(b"3 Tr " + drawn(s)),
    "what a figure says": lambda s: pdf(b"/Span << /ActualText (" + s.encode() + b") >> BDC " + drawn("x") + b" EMC"),
    "what a figure says, in UTF-16": lambda s: pdf(b"/Span << /ActualText <FEFF" + s.encode("utf-16-be").hex().encode() + b"> >> BDC " + drawn("x") + b" EMC"),
    "an abbreviation's meaning": lambda s: pdf(catalogue="/StructTreeRoot 7 0 R", more=(f"<< /Type /StructTreeRoot /K << /S /Span /E ({s}) >> >>".encode(),)),
    "rich text of an annotation": lambda s: annotation(f"/Subtype /FreeText /RC (<p>{halves(s)[0]}<b>{halves(s)[1]}</b></p>)"),
    "the look of an annotation": lambda s: annotation("/Subtype /FreeText /AP << /N 8 0 R >>", stream(zlib.compress(drawn(s)), "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode ")),
    "the subject of an annotation": lambda s: annotation(f"/Subtype /Text /Subj ({s})"),
    "a choice of a field": lambda s: annotation(f"/Subtype /Widget /FT /Ch /T (f) /Opt [({s}) (other)]"),
    "a field's hint": lambda s: annotation(f"/Subtype /Widget /FT /Tx /T (f) /TU (Ask {s})"),
    "a field's default": lambda s: annotation(f"/Subtype /Widget /FT /Tx /T (f) /DV ({s})"),
    "a form in XML": lambda s: pdf(catalogue="/AcroForm << /XFA 7 0 R >>", more=(stream(zlib.compress(f"<xfa><value>{s}</value></xfa>".encode()), "/Filter /FlateDecode "),)),
    "a signature": lambda s: pdf(more=(f"<< /Type /Sig /Name ({s}) /Reason (I agree) /Contents <{s.encode().hex()}> >>".encode(),)),
    "a script packed": lambda s: pdf(catalogue="/OpenAction << /S /JavaScript /JS 7 0 R >>", more=(stream(zlib.compress(f"app.alert('{s}')".encode()), "/Filter /FlateDecode "),)),
    "a page's label": lambda s: pdf(catalogue=f"/PageLabels << /Nums [0 << /P ({s} ) /S /D >>] >>"),
    "a named place": lambda s: pdf(catalogue=f"/Names << /Dests << /Names [({s}) [3 0 R /Fit]] >> >>"),
    "a file to open": lambda s: annotation(f"/Subtype /Link /A << /S /Launch /F ({s}.docx) >>"),
    "a thread": lambda s: pdf(catalogue="/Threads [7 0 R]", more=(f"<< /I << /Title ({s}) >> >>".encode(),)),
    "private data of a page": lambda s: pdf(page_entries=f"/PieceInfo << /App << /Private ({s}) >> >>"),
    "a key of a dictionary": lambda s: pdf(catalogue=f"/{s.replace(' ', '#20').replace('@', '#40')} 1"),
    "a font's name": lambda s: pdf(more=(f"<< /Type /FontDescriptor /FontName /{s.replace(' ', '').replace('@', '.')} >>".encode(),)),
    "octal numbers": lambda s: pdf(information="/Subject (" + "".join(f"\\{ord(c):03o}" for c in s) + ")"),
    "a broken string": lambda s: pdf(information="/Subject ({}\\\n{})".format(*halves(s))),
    "UTF-8 with a mark": lambda s: pdf(information=f"/Subject <EFBBBF{s.encode().hex()}>"),
    "an attached workbook": lambda s: attached(FORMATS.in_a_cell(s), "a.xlsx"),
    "an attached archive": lambda s: attached(FORMATS.archive({"b.txt": f"Notes of {s}".encode()}), "a.zip"),
    "a description of an attachment": lambda s: pdf(more=(f"<< /Type /Filespec /F (a) /Desc ({s}) >>".encode(),)),
    "a collection's schema": lambda s: pdf(catalogue=f"/Collection << /Schema << /who << /N ({s}) >> >> >>"),
    "before the file": lambda s: f"{s}\n".encode() + pdf(),
    "a picture's metadata": lambda s: pdf(more=(stream(HIDING.jpeg(b"Exif\0\0" + s.encode()), "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode "),)),
}  # fmt: skip

KINDS = {"table.xlsx": BOOKS, "slides.pptx": SLIDES, "note.odt": OPEN, "note.html": PAGES, "note.pdf": FILES}
EVERY = [(name, how) for name, ways in KINDS.items() for how in ways]
REFUSED = ("data of a model", "before the file")
"""Cannot be read, whatever stands in it; the name in it is found all the same."""


def check(data, name):
    return check_bytes(data, name=name, roster=FORMATS.ROSTER, consultation=None)


@pytest.mark.parametrize("what", SECRETS)
@pytest.mark.parametrize(("name", "how"), EVERY)
def test_a_hidden_secret_is_found(name, how, what):
    report = check(KINDS[name][how](SECRETS[what]), name)
    assert report.leaks, [str(u) for u in report.unreadable]


@pytest.mark.parametrize(("name", "how"), EVERY)
def test_the_same_file_with_another_word_names_nobody(name, how):
    report = check(KINDS[name][how](PORT), name)
    assert not report.leaks, [str(leak) for leak in report.leaks]
    assert bool(report.unreadable) == (how in REFUSED), [str(u) for u in report.unreadable]
