"""Makes the Word templates of this folder: `python templates/build_templates.py`.

The templates are ordinary Word files. A secretariat restyles a copy in Word and needs nothing of this script; it is
kept so that the shipped files can be made again, byte for byte, and reviewed as text.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.sax.saxutils import escape

from chatham.report.package import write_package

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPACES = f'xmlns:w="{W}" xmlns:r="{R}"'

SERIF = "Times New Roman"
SANS = "Arial"
INK = "1B2A38"
RULE = "8A97A3"
TINT = "E8ECEF"
TEXT_WIDTH = 9354  # A4 less the margins, in twentieths of a point


# Paragraphs and runs


def run(text: str, properties: str = "") -> str:
    made = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{made}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(style: str, *content: str, properties: str = "") -> str:
    inner = "".join(c if c.startswith("<") else run(c) for c in content)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{inner}</w:p>'


def tag(statement: str) -> str:
    """A paragraph that holds nothing but a template statement, and goes with it."""
    return f'<w:p><w:r><w:t xml:space="preserve">{{%p {escape(statement)} %}}</w:t></w:r></w:p>'


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(result)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


TAB = "<w:r><w:tab/></w:r>"


# Tables


def cell(width: int, *paragraphs: str, shade: str = "") -> str:
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>{"".join(paragraphs)}</w:tc>'


def row(*cells: str, header: bool = False) -> str:
    repeated = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def row_tag(statement: str, columns: int) -> str:
    inside = f'<w:p><w:r><w:t xml:space="preserve">{{%tr {escape(statement)} %}}</w:t></w:r></w:p>'
    return f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>{inside}</w:tc></w:tr>'


def cell_tag(statement: str) -> str:
    inside = f'<w:p><w:r><w:t xml:space="preserve">{{%tc {escape(statement)} %}}</w:t></w:r></w:p>'
    return f"<w:tc><w:tcPr/>{inside}</w:tc>"


def table(widths: list[int], *rows: str, style: str = "SummaryTable", name: str = "") -> str:
    caption = f'<w:tblCaption w:val="{escape(name)}"/>' if name else ""
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{caption}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def two_columns(first: str, second: str, loop: str, left: str, right: str, name: str) -> str:
    widths = [TEXT_WIDTH - 2600, 2600]
    return table(
        widths,
        row(
            cell(widths[0], p("TableHeading", first)),
            cell(widths[1], p("TableHeading", second, properties='<w:jc w:val="right"/>')),
            header=True,
        ),
        row_tag(f"for {loop}", 2),
        row(cell(widths[0], p("TableText", left)), cell(widths[1], p("TableFigure", right))),
        row_tag("endfor", 2),
        name=name,
    )


# What the note says


def opening() -> str:
    """The block that may name organisers and public speakers, in the content control that the gate knows."""
    label, value = 2000, TEXT_WIDTH - 2000

    def line(name: str, *paragraphs: str) -> str:
        return row(cell(label, p("OpeningLabel", name)), cell(value, *paragraphs))

    facts = table(
        [label, value],
        row_tag("if date", 2),
        line("Date", p("OpeningText", "{{ date }}")),
        row_tag("endif", 2),
        row_tag("if place", 2),
        line("Place", p("OpeningText", "{{ place }}")),
        row_tag("endif", 2),
        row_tag("if organisers", 2),
        line("Organizers", p("OpeningText", "{{ organiser_list }}")),
        row_tag("endif", 2),
        row_tag("for speaker in public_speakers", 2),
        line("{{ speaker.role }}", p("OpeningText", "{{ speaker.line }}")),
        row_tag("endfor", 2),
        style="OpeningTable",
    )
    return (
        '<w:sdt><w:sdtPr><w:alias w:val="Opening block"/><w:tag w:val="chatham-opening"/></w:sdtPr><w:sdtContent>'
        + p("Kicker", "Summary note")
        + p("Title", "{{ title }}")
        + facts
        + p("AfterTable")
        + "</w:sdtContent></w:sdt>"
    )


def statement() -> str:
    return (
        tag("if draft")
        + p("Statement", "Draft for review. Not for distribution or quotation.")
        + tag("endif")
        + p(
            "Statement",
            "The consultation was a closed meeting held under the Chatham House Rule. What was said may be used; who "
            "said it, whom they spoke for and who else took part may not be revealed. The present note therefore names "
            "no participant and no participating organization.",
        )
        + p(
            "Statement",
            "The note reflects broadly what was raised. It is not exhaustive, and nothing in it should be read as the "
            "position of the organizers or of every participant.",
        )
    )


def contents() -> str:
    """A table of contents as Word makes it; its entries are written when the note is built."""
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        "</w:sdtPr><w:sdtContent>"
        + p("TOCHeading", "Contents")
        + p("TOC1", field('TOC \\o "1-2" \\h \\z \\u', "Update the field to see the contents."))
        + "</w:sdtContent></w:sdt>"
    )


def introduction(arrangement: str) -> str:
    return (
        p("Heading1", "Introduction")
        + tag("for reason in framework.mandate")
        + p("NumberedParagraph", "{{ reason.text }}{{ footnote(reason.footnote) }}")
        + tag("endfor")
        + p(
            "NumberedParagraph",
            "The purpose of the consultation was to hear the experience and the views of stakeholders on the "
            "implementation of the {{ framework.name }}, and in particular to:",
            properties="<w:keepNext/>",
        )
        + tag("for review in reviews")
        + p("Subparagraph", "{{ review.title }}{{ '.' if loop.last else ';' }}")
        + tag("endfor")
        + tag("if objectives")
        + p(
            "NumberedParagraph",
            "The consultation addressed the following {{ 'objective' if objectives|length == 1 else 'objectives' }} of "
            "the {{ framework.name }}:",
            properties="<w:keepNext/>",
        )
        + tag("for objective in objectives")
        + p("Subparagraph", "{{ objective.in_full }}{{ '.' if loop.last else ';' }}")
        + tag("endfor")
        + tag("endif")
        + tag("if format_sentence")
        + p("NumberedParagraph", "{{ format_sentence }}")
        + tag("endif")
        + tag("if attendance")
        + p(
            "NumberedParagraph",
            "A total of {{ attendance.total }} people took part. They are counted below by "
            "{{ attendance.counted_by }} only; figures that could single somebody out are not shown.",
            properties="<w:keepNext/>",
        )
        + tag("if attendance.categories")
        + p("Caption", "Participants by stakeholder category")
        + two_columns(
            "Stakeholder category",
            "Participants",
            "entry in attendance.categories",
            "{{ entry.name }}",
            "{{ entry.count }}",
            "Participants by stakeholder category",
        )
        + p("AfterTable")
        + tag("endif")
        + tag("if attendance.subregions")
        + p("Caption", "Participants by subregion")
        + two_columns(
            "Subregion",
            "Participants",
            "entry in attendance.subregions",
            "{{ entry.name }}",
            "{{ entry.count }}",
            "Participants by subregion",
        )
        + p("AfterTable")
        + tag("endif")
        + tag("endif")
        + p(
            "NumberedParagraph",
            f"The note is organized by {arrangement}."
            "{% if quantified %} Words such as “some” and “several” have the meaning given in annex II.{% endif %}"
            "{% if abbreviations %} Abbreviations are explained in annex IV.{% endif %}",
        )
        + tag("if charts.points_by_objective.rows|length > 1")
        + p("Caption", "Points raised, by objective")
        + p("Figure", "{{ chart('points_by_objective') }}")
        + tag("endif")
    )


def points(where: str) -> str:
    """The points of one part: numbered paragraphs, or recommendations as (a), (b), (c)."""
    return (
        tag(f"if {where}.listed")
        + p("NumberedParagraph", "{{ " + where + ".lead }}", properties="<w:keepNext/>")
        + tag(f"for point in {where}.points")
        + p("Subparagraph", "{{ point.sentence }}")
        + tag("endfor")
        + tag("else")
        + tag(f"for point in {where}.points")
        + p("NumberedParagraph", "{{ point.sentence }}")
        + tag("endfor")
        + tag("endif")
    )


def body(sections: str) -> str:
    return (
        tag(f"for section in {sections}")
        + p("Heading1", "{{ section.heading }}")
        + tag("if section.note")
        + p("NumberedParagraph", "{{ section.note }}")
        + tag("endif")
        + tag("for part in section.parts")
        + tag("if section.parts|length > 1")
        + p("Heading2", "{{ part.heading }}")
        + tag("endif")
        + points("part")
        + tag("if part.see_also")
        + p("NumberedParagraph", "{{ part.see_also }}")
        + tag("endif")
        + tag("endfor")
        + tag("endfor")
    )


def annexes() -> str:
    groups = [3400, TEXT_WIDTH - 3400]
    scale = [TEXT_WIDTH - 4600, 4600]
    first, other = 1084, 1654
    return (
        p("AnnexHeading", "Objectives and working groups")
        + tag("if working_groups")
        + table(
            groups,
            row(
                cell(groups[0], p("TableHeading", "Working group")),
                cell(groups[1], p("TableHeading", "Objectives addressed")),
                header=True,
            ),
            row_tag("for group in working_groups", 2),
            row(
                cell(groups[0], p("TableText", "{{ group.name }}")),
                cell(
                    groups[1],
                    "<w:p><w:r><w:t>{%p for objective in group.objectives %}</w:t></w:r></w:p>",
                    p("TableText", "{{ objective.code }}. {{ objective.title }}"),
                    "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>",
                    "<w:p><w:r><w:t>{%p if not group.objectives %}</w:t></w:r></w:p>",
                    p("TableText", "All objectives"),
                    "<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p>",
                ),
            ),
            row_tag("endfor", 2),
            name="Working groups and the objectives that each addressed",
        )
        + p("AfterTable")
        + tag("else")
        + tag("for objective in objectives")
        + p("BodyText", "Objective {{ objective.code }}: {{ objective.title }}.")
        + tag("endfor")
        + tag("endif")
        + p("AnnexHeading", "Method")
        + p(
            "BodyText",
            "The note rests on what the rapporteurs of the working groups wrote down. Names of people and of "
            "organizations taking part, and whatever else could show who was speaking, were taken out first. "
            "Statements of the same content were then brought together, and the wording of the notes was kept as far "
            "as possible.",
        )
        + tag("if quantified")
        + p(
            "BodyText",
            "Words that say how many supported a point count distinct speakers, never notes. Speakers who were not "
            "recorded count as one. The words stand for the following numbers.",
            properties="<w:keepNext/>",
        )
        + p("Caption", "Scale of quantifying words")
        + table(
            scale,
            row(
                cell(scale[0], p("TableHeading", "Wording")),
                cell(scale[1], p("TableHeading", "Distinct speakers")),
                header=True,
            ),
            row_tag("for step in scale", 2),
            row(
                cell(scale[0], p("TableText", "{{ step.words }}")), cell(scale[1], p("TableText", "{{ step.meaning }}"))
            ),
            row_tag("endfor", 2),
            name="Scale of quantifying words",
        )
        + p("AfterTable")
        + tag("else")
        + p("BodyText", "Speakers were not counted, so the note does not say how many supported a point.")
        + tag("endif")
        + p("AnnexHeading", "Points by objective and review objective")
        + p(
            "BodyText",
            "The table shows how many points of the note concern each objective under each heading. A point that "
            "concerns several objectives is counted under each of them.",
            properties="<w:keepNext/>",
        )
        + table(
            [first, *[other] * 5],
            row(
                cell(first, p("TableHeading", "Objective")),
                cell_tag("for column in matrix.columns"),
                cell(other, p("TableHeading", run("{{ column }}", size(8)), properties='<w:jc w:val="right"/>')),
                cell_tag("endfor"),
                header=True,
            ),
            row_tag("for line in matrix.rows", 6),
            row(
                cell(first, p("TableText", "{{ line.name }}")),
                cell_tag("for count in line.counts"),
                cell(other, p("TableFigure", "{{ count }}")),
                cell_tag("endfor"),
            ),
            row_tag("endfor", 6),
            name="Number of points by objective and review objective",
        )
        + p("AfterTable")
        + tag("if abbreviations")
        + p("AnnexHeading", "Abbreviations")
        + table(
            [1800, TEXT_WIDTH - 1800],
            row(
                cell(1800, p("TableHeading", "Abbreviation")),
                cell(TEXT_WIDTH - 1800, p("TableHeading", "Meaning")),
                header=True,
            ),
            row_tag("for entry in abbreviations", 2),
            row(
                cell(1800, p("TableText", "{{ entry.short }}")),
                cell(TEXT_WIDTH - 1800, p("TableText", "{{ entry.words }}")),
            ),
            row_tag("endfor", 2),
            name="Abbreviations",
        )
        + p("AfterTable")
        + tag("endif")
    )


def document(sections: str, arrangement: str) -> str:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:headerReference w:type="first" r:id="rId6"/>'
        '<w:footerReference w:type="default" r:id="rId7"/><w:footerReference w:type="first" r:id="rId8"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1276" w:bottom="1304" w:left="1276" '
        'w:header="680" w:footer="624" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
    inside = opening() + statement() + contents() + introduction(arrangement) + body(sections) + annexes() + section
    return f"{HEAD}<w:document {SPACES}><w:body>{inside}</w:body></w:document>"


# How it looks


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}" w:eastAsia="{name}"/>'


def size(points_: float) -> str:
    return f'<w:sz w:val="{int(points_ * 2)}"/><w:szCs w:val="{int(points_ * 2)}"/>'


def style(
    identity: str,
    name: str,
    paragraph: str = "",
    text: str = "",
    *,
    based: str = "Normal",
    following: str = "",
    kind: str = "paragraph",
    quick: bool = True,
) -> str:
    attributes = ' w:customStyle="1"' if name[0].isupper() and name in CUSTOM else ""
    parts = [f'<w:name w:val="{name}"/>']
    if based:
        parts.append(f'<w:basedOn w:val="{based}"/>')
    if following:
        parts.append(f'<w:next w:val="{following}"/>')
    parts.append('<w:uiPriority w:val="1"/>')
    if quick:
        parts.append("<w:qFormat/>")
    if paragraph:
        parts.append(f"<w:pPr>{paragraph}</w:pPr>")
    if text:
        parts.append(f"<w:rPr>{text}</w:rPr>")
    return f'<w:style w:type="{kind}"{attributes} w:styleId="{identity}">{"".join(parts)}</w:style>'


CUSTOM = {
    "Annex Heading",
    "Numbered Paragraph",
    "Subparagraph",
    "Subparagraph 2",
    "Statement",
    "Kicker",
    "Opening Label",
    "Opening Text",
    "Table Text",
    "Table Heading",
    "Table Figure",
    "After Table",
    "Figure",
}


def numbered(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def heading(level: int, points_: float, before: int, after: int) -> str:
    # Children of pPr stand in the order of the schema: keepNext, keepLines, numPr, spacing, ind, outlineLvl.
    left = [567, 567, 1134][level - 1]
    return style(
        f"Heading{level}",
        f"heading {level}",
        f"<w:keepNext/><w:keepLines/>{numbered(1, level - 1)}"
        f'<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:left="{left}" w:hanging="567"/><w:outlineLvl w:val="{level - 1}"/>',
        f'{font(SANS)}<w:b/><w:bCs/><w:color w:val="{INK}"/>{size(points_)}',
        following="NumberedParagraph",
    )


def styles() -> str:
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
    heavy = f'w:val="single" w:sz="8" w:space="0" w:color="{INK}"'
    margins = (
        '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    )
    made = [
        (
            f"{HEAD}<w:styles {SPACES}><w:docDefaults><w:rPrDefault><w:rPr>{font(SERIF)}{size(11)}"
            '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            "<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
        ),
        (
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
            '<w:pPr><w:widowControl/><w:spacing w:after="120" w:line="269" w:lineRule="auto"/></w:pPr></w:style>'
        ),
        (
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        ),
        (
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
            '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
            '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        ),
        (
            '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        ),
        style(
            "Kicker",
            "Kicker",
            f'<w:pBdr><w:top w:val="single" w:sz="8" w:space="8" w:color="{INK}"/></w:pBdr>'
            '<w:spacing w:before="0" w:after="120"/>',
            f'{font(SANS)}<w:color w:val="{INK}"/><w:spacing w:val="10"/>{size(11)}',
            following="Title",
        ),
        style(
            "Title",
            "Title",
            '<w:keepLines/><w:spacing w:before="0" w:after="280" w:line="252" w:lineRule="auto"/>',
            f'{font(SANS)}<w:b/><w:bCs/><w:color w:val="{INK}"/>{size(17)}',
        ),
        style(
            "OpeningLabel",
            "Opening Label",
            '<w:spacing w:after="0"/>',
            f'{font(SANS)}<w:color w:val="{INK}"/>{size(9.5)}',
        ),
        style("OpeningText", "Opening Text", '<w:spacing w:after="0"/>', size(11)),
        style(
            "Statement",
            "Statement",
            "<w:keepLines/>"
            f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{RULE}"/></w:pBdr>'
            '<w:spacing w:before="0" w:after="100"/><w:ind w:left="227"/>',
            size(10.5),
        ),
        heading(1, 14, 400, 160),
        heading(2, 11.5, 280, 120),
        heading(3, 10.5, 220, 100),
        style(
            "AnnexHeading",
            "Annex Heading",
            f"<w:keepNext/><w:keepLines/>{numbered(3, 0)}"
            '<w:spacing w:before="440" w:after="160" w:line="240" w:lineRule="auto"/>'
            '<w:ind w:left="0" w:firstLine="0"/><w:outlineLvl w:val="0"/>',
            f'{font(SANS)}<w:b/><w:bCs/><w:color w:val="{INK}"/>{size(14)}',
            following="BodyText",
        ),
        style("BodyText", "Body Text"),
        style(
            "NumberedParagraph",
            "Numbered Paragraph",
            f'{numbered(2, 0)}<w:ind w:left="0" w:firstLine="0"/>',
            following="NumberedParagraph",
        ),
        style(
            "Subparagraph",
            "Subparagraph",
            f'{numbered(2, 1)}<w:spacing w:after="80"/><w:ind w:left="1134" w:hanging="567"/>',
        ),
        style(
            "Subparagraph2",
            "Subparagraph 2",
            f'{numbered(2, 2)}<w:spacing w:after="80"/><w:ind w:left="1701" w:hanging="567"/>',
        ),
        style(
            "Caption",
            "caption",
            '<w:keepNext/><w:spacing w:before="160" w:after="80"/>',
            f'{font(SANS)}<w:b/><w:bCs/><w:color w:val="{INK}"/>{size(9.5)}',
        ),
        style("Figure", "Figure", '<w:keepLines/><w:spacing w:after="120" w:line="240" w:lineRule="auto"/>'),
        style("TableText", "Table Text", '<w:spacing w:after="0" w:line="252" w:lineRule="auto"/>', size(10)),
        style("TableFigure", "Table Figure", '<w:jc w:val="right"/>', based="TableText"),
        style(
            "TableHeading",
            "Table Heading",
            '<w:keepNext/><w:spacing w:after="0" w:line="252" w:lineRule="auto"/>',
            f'{font(SANS)}<w:b/><w:bCs/><w:color w:val="{INK}"/>{size(9)}',
        ),
        style("AfterTable", "After Table", '<w:spacing w:after="60" w:line="240" w:lineRule="auto"/>', size(6)),
        style(
            "TOCHeading",
            "TOC Heading",
            '<w:keepNext/><w:spacing w:before="320" w:after="120"/>',
            f'{font(SANS)}<w:b/><w:bCs/><w:color w:val="{INK}"/>{size(12)}',
        ),
        style(
            "TOC1",
            "toc 1",
            '<w:tabs><w:tab w:val="left" w:pos="567"/><w:tab w:val="right" w:leader="dot" w:pos="9350"/></w:tabs>'
            '<w:spacing w:before="60" w:after="20"/><w:ind w:left="567" w:hanging="567"/>',
            quick=False,
        ),
        style(
            "TOC2",
            "toc 2",
            '<w:tabs><w:tab w:val="left" w:pos="1134"/><w:tab w:val="right" w:leader="dot" w:pos="9350"/></w:tabs>'
            '<w:spacing w:after="0"/><w:ind w:left="1134" w:hanging="567"/>',
            size(10),
            quick=False,
        ),
        style(
            "TOC3",
            "toc 3",
            '<w:tabs><w:tab w:val="left" w:pos="1701"/><w:tab w:val="right" w:leader="dot" w:pos="9350"/></w:tabs>'
            '<w:spacing w:after="0"/><w:ind w:left="1701" w:hanging="567"/>',
            size(10),
            quick=False,
        ),
        style(
            "Header",
            "header",
            f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{RULE}"/></w:pBdr>'
            '<w:tabs><w:tab w:val="right" w:pos="9350"/></w:tabs>'
            '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
            f'{font(SANS)}<w:color w:val="{INK}"/>{size(8.5)}',
            quick=False,
        ),
        style(
            "Footer",
            "footer",
            '<w:tabs><w:tab w:val="right" w:pos="9350"/></w:tabs>'
            '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
            f'{font(SANS)}<w:color w:val="{INK}"/>{size(8.5)}',
            quick=False,
        ),
        style(
            "FootnoteText",
            "footnote text",
            '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/><w:ind w:left="227" w:hanging="227"/>',
            size(9),
            quick=False,
        ),
        style(
            "FootnoteReference",
            "footnote reference",
            text='<w:vertAlign w:val="superscript"/>',
            based="",
            kind="character",
        ),
        style("Hyperlink", "Hyperlink", text=f'<w:color w:val="{INK}"/>', based="", kind="character"),
        (
            '<w:style w:type="table" w:customStyle="1" w:styleId="SummaryTable"><w:name w:val="Summary Table"/>'
            '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
            f"<w:top {heavy}/><w:bottom {heavy}/><w:insideH {line}/></w:tblBorders>{margins}</w:tblPr>"
            f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom {heavy}/></w:tcBorders>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/><w:vAlign w:val="bottom"/></w:tcPr>'
            "</w:tblStylePr></w:style>"
        ),
        (
            '<w:style w:type="table" w:customStyle="1" w:styleId="OpeningTable"><w:name w:val="Opening Table"/>'
            '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
            f"<w:top {line}/><w:bottom {line}/><w:insideH {line}/></w:tblBorders>{margins}</w:tblPr></w:style>"
        ),
        "</w:styles>",
    ]
    return "".join(made)


def level(index: int, fmt: str, text: str, ppr: str, *, pstyle: str = "", rpr: str = "", suffix: str = "") -> str:
    linked = f'<w:pStyle w:val="{pstyle}"/>' if pstyle else ""
    after = f'<w:suff w:val="{suffix}"/>' if suffix else ""
    made = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/>{linked}{after}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>{ppr}</w:pPr>{made}</w:lvl>'
    )


def numbering() -> str:
    hanging = '<w:ind w:left="{}" w:hanging="567"/>'
    first = '<w:tabs><w:tab w:val="num" w:pos="567"/></w:tabs><w:ind w:left="0" w:firstLine="0"/>'
    lists = [
        level(0, "upperRoman", "%1.", hanging.format(567), pstyle="Heading1")
        + level(1, "upperLetter", "%2.", hanging.format(567), pstyle="Heading2")
        + level(2, "decimal", "%3.", hanging.format(1134), pstyle="Heading3"),
        # (a) starts again after every numbered paragraph because it is the next level of the same list.
        level(0, "decimal", "%1.", first, pstyle="NumberedParagraph")
        + level(1, "lowerLetter", "(%2)", hanging.format(1134), pstyle="Subparagraph")
        + level(2, "lowerRoman", "(%3)", hanging.format(1701), pstyle="Subparagraph2"),
        level(
            0, "upperRoman", "Annex %1.", '<w:ind w:left="0" w:firstLine="0"/>', pstyle="AnnexHeading", suffix="space"
        ),
    ]
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{i}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for i, levels in enumerate(lists)
    )
    numbers = "".join(f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(len(lists)))
    return f"{HEAD}<w:numbering {SPACES}>{abstract}{numbers}</w:numbering>"


def footnotes() -> str:
    return (
        f"{HEAD}<w:footnotes {SPACES}>"
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
        "</w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>"
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
        'w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>'
    )


def settings() -> str:
    return (
        f"{HEAD}<w:settings {SPACES}>"
        '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


def header(*, first: bool) -> str:
    left = "" if first else run("{{ short_title }}")
    mark = run("{% if draft %}DRAFT{% endif %}", "<w:b/><w:bCs/>")
    borderless = '<w:pBdr><w:bottom w:val="nil"/></w:pBdr>' if first else ""
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="Header"/>{borderless}</w:pPr>{left}{TAB}{mark}</w:p>'
    return f"{HEAD}<w:hdr {SPACES}>{paragraph}</w:hdr>"


def footer() -> str:
    content = [run("{{ date }}"), TAB, run("Page "), field("PAGE", "1"), run(" of "), field("NUMPAGES", "1")]
    return f'{HEAD}<w:ftr {SPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{"".join(content)}</w:p></w:ftr>'


CORE = (
    f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Summary note</dc:title><dc:language>en-GB</dc:language>'
    "</cp:coreProperties>"
)

PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "header1": "header",
    "header2": "header",
    "footer1": "footer",
    "footer2": "footer",
}
_NUMBERS = {
    "styles": 1,
    "numbering": 2,
    "settings": 3,
    "footnotes": 4,
    "header1": 5,
    "header2": 6,
    "footer1": 7,
    "footer2": 8,
}


def parts(sections: str, arrangement: str) -> dict[str, bytes]:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    package = "http://schemas.openxmlformats.org/package/2006/"
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{main}{kind}+xml"/>' for name, kind in PARTS.items()
    )
    links = "".join(
        f'<Relationship Id="rId{_NUMBERS[name]}" Type="{office}{kind}" Target="{name}.xml"/>'
        for name, kind in PARTS.items()
    )
    made = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{package}content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}document.main+xml"/>{types}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{package}relationships">'
        f'<Relationship Id="rId1" Type="{office}officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{package}relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>",
        "docProps/core.xml": CORE,
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{package}relationships">{links}</Relationships>',
        "word/document.xml": document(sections, arrangement),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/footnotes.xml": footnotes(),
        "word/header1.xml": header(first=False),
        "word/header2.xml": header(first=True),
        "word/footer1.xml": footer(),
        "word/footer2.xml": footer(),
    }
    return {name: content.encode() for name, content in made.items()}


TEMPLATES = {
    "summary-note.docx": ("by_review", "review objective and, within each, by objective"),
    "summary-note-by-objective.docx": ("by_objective", "objective and, within each, by review objective"),
}


def main(folder: Path) -> None:
    for name, (sections, arrangement) in TEMPLATES.items():
        (folder / name).write_bytes(write_package(parts(sections, arrangement)))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
