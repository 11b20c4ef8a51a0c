"""Charts: the marks that a filled template carries become charts of Word's own, with their figures in words besides.

A chart is a part of the package that Word and LibreOffice draw: no picture, the same bytes every time, and every figure
in it can be read by a screen reader and by whoever checks the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from chatham.errors import TemplateError
from chatham.report.environment import CHART_END, CHART_START
from chatham.report.wordxml import parse, q, serialise

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["place_charts"]

_MARK = re.compile(f"{CHART_START}([0-9]+){CHART_END}")
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_RELATION = f"{_R}/chart"
_EMU = 360_000
"""English metric units a centimetre."""
_WIDTH = int(16.4 * _EMU)
_ROW, _MARGIN = 0.72, 0.5  # centimetres
_INK = "1B2A38"
_BAR = "5B7A94"


def place_charts(parts: dict[str, bytes], document: etree._Element, charts: Sequence[Mapping[str, Any]]) -> None:
    """Turn every mark of the document into a chart; the arguments are changed in place.

    Args:
        parts: Part name to bytes; each chart adds one.
        document: Root of word/document.xml.
        charts: By the number in the mark: `alt`, and `rows`, a list of `name` and `count`.

    Raises:
        TemplateError: The template calls `chart` outside a paragraph of its own.
    """
    marked = [t for t in document.iter(q("t")) if t.text and CHART_START in t.text]
    taken = [int(p.get("id") or 0) for p in document.iter(f"{{{_WP}}}docPr")]
    identity = max(taken, default=0)
    for number, t in enumerate(marked, 1):
        found = _MARK.fullmatch(t.text or "")
        run = t.getparent()
        if found is None or run is None or run.tag != q("r"):
            raise TemplateError("calls `chart` beside other words", fix="Give the call a paragraph of its own")
        chart = charts[int(found[1])]
        name = f"word/charts/chatham{number}.xml"
        parts[name] = _part(chart["rows"])
        relation = _relate(parts, name)
        height = int((len(chart["rows"]) * _ROW + _MARGIN) * _EMU)
        drawing = _drawing(relation, identity + number, chart["alt"], height)
        run.replace(t, drawing)


def _relate(parts: dict[str, bytes], name: str) -> str:
    """Declare a part and its relationship to the document; the relationship's id."""
    types = parse(parts["[Content_Types].xml"])
    space = "http://schemas.openxmlformats.org/package/2006/"
    override = types.makeelement(f"{{{space}content-types}}Override", {"PartName": f"/{name}", "ContentType": _TYPE})
    types.append(override)
    parts["[Content_Types].xml"] = serialise(types)
    where = "word/_rels/document.xml.rels"
    links = parse(parts[where])
    identity = f"rIdChart{sum(1 for link in links if link.get('Type') == _RELATION) + 1}"
    attributes = {"Id": identity, "Type": _RELATION, "Target": name.removeprefix("word/")}
    links.append(links.makeelement(f"{{{space}relationships}}Relationship", attributes))
    parts[where] = serialise(links)
    return identity


def _drawing(relation: str, identity: int, alt: str, height: int) -> etree._Element:
    told = escape(alt, {'"': "&quot;"})
    return parse(
        f'<w:drawing xmlns:w="{_W}" xmlns:wp="{_WP}" xmlns:a="{_A}" xmlns:r="{_R}">'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{_WIDTH}" cy="{height}"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{identity}" name="Chart {identity}" descr="{told}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_C}"><c:chart xmlns:c="{_C}" r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>".encode()
    )


def _part(rows: Sequence[Mapping[str, Any]]) -> bytes:
    names = "".join(f'<c:pt idx="{at}"><c:v>{escape(row["name"])}</c:v></c:pt>' for at, row in enumerate(rows))
    counts = "".join(f'<c:pt idx="{at}"><c:v>{row["count"]}</c:v></c:pt>' for at, row in enumerate(rows))
    size = f'<c:ptCount val="{len(rows)}"/>'
    no_line, ink = "<a:ln><a:noFill/></a:ln>", f'<a:solidFill><a:srgbClr val="{_INK}"/></a:solidFill>'
    text = (
        f'<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900" b="0">{ink}<a:latin typeface="Arial"/></a:defRPr></a:pPr>'
    )
    text += '<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    labels = (
        f"<c:dLbls><c:spPr><a:noFill/>{no_line}</c:spPr>{text}"
        '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )
    series = (
        '<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>Points</c:v></c:tx>'
        f'<c:spPr><a:solidFill><a:srgbClr val="{_BAR}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>{labels}'
        f"<c:cat><c:strLit>{size}{names}</c:strLit></c:cat>"
        f"<c:val><c:numLit><c:formatCode>General</c:formatCode>{size}{counts}</c:numLit></c:val></c:ser>"
    )
    ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
    made = (
        f'<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{_R}"><c:date1904 val="0"/><c:lang val="en-GB"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
        '<c:gapWidth val="60"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>'
        '<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>{ticks}<c:tickLblPos val="nextTo"/>'
        f'<c:spPr><a:ln w="6350">{ink}</a:ln></c:spPr>{text}<c:crossAx val="1002"/><c:crosses val="autoZero"/>'
        '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        '<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/>{ticks}'
        '<c:tickLblPos val="nextTo"/><c:crossAx val="1001"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>'
        f"</c:chart><c:spPr><a:noFill/>{no_line}</c:spPr></c:chartSpace>"
    )
    return serialise(parse(made.encode()))
