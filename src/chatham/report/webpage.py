"""The summary note as one HTML page without scripts, for a website."""

from __future__ import annotations

from html import escape
from typing import Any

from chatham.model.public import SummaryNote
from chatham.report.context import context

__all__ = ["to_html"]

_STYLE = (
    "body{font-family:Georgia,'Times New Roman',serif;line-height:1.5;max-width:44rem;margin:2rem auto;padding:0 1rem;"
    "color:#1b2a38}h1,h2,h3,nav,th,dt{font-family:Arial,Helvetica,sans-serif}h1{font-size:1.6rem;border-top:2px solid;"
    "padding-top:.6rem}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1rem}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;padding:.25rem .5rem;border-bottom:1px solid #8a97a3}td:last-child,th:last-child"
    "{text-align:right}aside{border-left:3px solid #8a97a3;padding-left:1rem}.number{margin-right:1rem}"
)


def to_html(note: SummaryNote) -> str:
    """The note as a page: headings, links to sections, numbered paragraphs, tables with header cells.

    Args:
        note: What to print.
    """
    fields = context(note)
    title = escape(fields["title"])
    facts = [("Date", fields["date"]), ("Place", fields["place"]), ("Organizers", fields["organiser_list"])]
    facts += [(speaker["role"], speaker["line"]) for speaker in fields["public_speakers"]]
    listed = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts if value)
    draft = "<p><strong>DRAFT</strong></p>" if note.draft else ""
    body, links, number = [], [], len(fields["framework"]["mandate"])
    addressed = ""
    if fields["objectives"]:
        number += 1
        titles = "".join(f"<li>{escape(objective['in_full'])}</li>" for objective in fields["objectives"])
        addressed = f"{_numbered(number, 'The consultation addressed the following objectives:')}<ul>{titles}</ul>"
    for at, section in enumerate(fields["by_review"], 1):
        links.append(f'<li><a href="#section-{at}">{escape(section["heading"])}</a></li>')
        body.append(f'<h2 id="section-{at}">{escape(section["heading"])}</h2>')
        for part in section["parts"]:
            if len(section["parts"]) > 1:
                body.append(f"<h3>{escape(part['heading'])}</h3>")
            made, number = _part(part, number)
            body.append(made)
    mandate = "".join(
        _numbered(at, escape(m["text"]) + (f" <small>{escape(m['footnote'])}</small>" if m["footnote"] else ""))
        for at, m in enumerate(fields["framework"]["mandate"], 1)
    )
    sections, paragraphs = "".join(links), "\n".join(body)
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB">\n<head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
        f"<style>{_STYLE}</style></head>\n<body>\n"
        f'<header id="chatham-opening"><h1>{title}</h1>{draft}<dl>{listed}</dl></header>\n'
        "<aside><p>Held under the Chatham House Rule: no participant and no participating organization is named.</p>"
        f'</aside>\n<nav aria-label="Contents"><ol>{sections}</ol></nav>\n<main>\n{mandate}{addressed}\n'
        f"{_attendance(fields)}\n{paragraphs}\n{_abbreviations(fields)}</main>\n</body>\n</html>\n"
    )


def _part(part: dict[str, Any], number: int) -> tuple[str, int]:
    if part["listed"]:
        items = "".join(f"<li>{escape(point['sentence'])}</li>" for point in part["points"])
        said = [f'{_numbered(number + 1, escape(part["lead"]))}<ol type="a">{items}</ol>']
    else:
        said = [_numbered(number + at, escape(point["sentence"])) for at, point in enumerate(part["points"], 1)]
    if part["see_also"]:
        said.append(_numbered(number + len(said) + 1, escape(part["see_also"])))
    return "\n".join(said), number + len(said)


def _numbered(number: int, safe: str) -> str:
    return f'<p id="paragraph-{number}"><span class="number">{number}.</span>{safe}</p>'


def _abbreviations(fields: dict[str, Any]) -> str:
    if not fields["abbreviations"]:
        return ""
    rows = "".join(
        f"<tr><td>{escape(entry['short'])}</td><td>{escape(entry['words'])}</td></tr>"
        for entry in fields["abbreviations"]
    )
    head = '<tr><th scope="col">Abbreviation</th><th scope="col">Meaning</th></tr>'
    return f"<table><caption>Abbreviations</caption>{head}{rows}</table>\n"


def _attendance(fields: dict[str, Any]) -> str:
    attendance = fields["attendance"]
    if attendance is None:
        return ""
    made = [f"<p>A total of {attendance['total']} people took part.</p>"]
    for heading, rows in (
        ("Stakeholder category", attendance["categories"]),
        ("Subregion", attendance["subregions"]),
    ):
        if rows:
            cells = "".join(f"<tr><td>{escape(row['name'])}</td><td>{escape(row['count'])}</td></tr>" for row in rows)
            head = f'<tr><th scope="col">{heading}</th><th scope="col">Participants</th></tr>'
            made.append(f"<table><caption>Participants by {heading.lower()}</caption>{head}{cells}</table>")
    return "".join(made)
