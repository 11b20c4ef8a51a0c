"""Word is strict about the order of properties (ECMA-376, part 1, wml.xsd): it offers a repair where it is wrong."""

import pytest

from chatham.report import build
from chatham.resources import templates

from .document import W, names, part
from .sample import note

ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens spacing ind contextualSpacing mirrorIndents jc textAlignment outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs "
    "highlight u vertAlign lang",
    "tblPr": "tblStyle tblpPr tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd "
    "tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlJc pPr rPr",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr "
    "trPr tcPr tblStylePr",
    "sectPr": "headerReference footerReference footnotePr type pgSz pgMar pgNumType cols titlePg docGrid",
    "settings": "zoom defaultTabStop characterSpacingControl footnotePr compat themeFontLang decimalSymbol "
    "listSeparator",
    "sdtPr": "rPr alias tag id lock docPartObj",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p tbl",
}


@pytest.mark.parametrize("template", ["summary-note.docx", "summary-note-by-objective.docx"])
def test_properties_stand_in_the_order_of_the_schema(template):
    data = build(note(draft=True), template=templates() / template)
    seen = set()
    for name in names(data):
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        for node in part(data, name).iter():
            kind = node.tag.removeprefix(W)
            if kind not in ORDERS:
                continue
            seen.add(kind)
            order = ORDERS[kind].split()
            places = [order.index(child.tag.removeprefix(W)) for child in node]
            if kind == "sectPr":
                places = [max(0, p - 1) for p in places]  # headers and footers may mix
            assert places == sorted(places), (name, kind, [c.tag for c in node])
    assert seen == set(ORDERS)


def test_every_cell_ends_with_a_paragraph_and_rows_have_the_columns_of_their_grid():
    root = part(build(note()), "word/document.xml")
    for cell in root.iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"
    for table in root.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        assert {len(row.findall(f"{W}tc")) for row in table.iter(f"{W}tr")} == {columns}


def test_first_rows_of_data_tables_are_repeated_headers_with_a_name():
    root = part(build(note()), "word/document.xml")
    tables = [t for t in root.iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "SummaryTable"]
    assert len(tables) == 5
    for table in tables:
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val")


def test_ids_of_bookmarks_and_parts_are_unique_and_related():
    data = build(note())
    ids = [b.get(f"{W}id") for b in part(data, "word/document.xml").iter(f"{W}bookmarkStart")]
    assert len(set(ids)) == len(ids)
    types = part(data, "[Content_Types].xml")
    named = {o.get("PartName").lstrip("/") for o in types if o.get("PartName")}
    assert named <= set(names(data))
