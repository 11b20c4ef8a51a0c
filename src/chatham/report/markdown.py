"""The summary note as Markdown."""

from __future__ import annotations

import re
from typing import Any

from chatham.model.public import SummaryNote
from chatham.report.context import context

__all__ = ["to_markdown"]

# Characters that Markdown would take for its own; a full stop only after a number that opens a line.
_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")


def to_markdown(note: SummaryNote) -> str:
    """The note as Markdown, by review objective, with numbered paragraphs and footnotes for sources.

    Args:
        note: What to print.
    """
    fields = context(note)
    lines = [f"# {_safe(fields['title'])}", ""]
    if note.draft:
        lines += ["DRAFT for review. Not for distribution or quotation.", ""]
    facts = [("Date", fields["date"]), ("Place", fields["place"]), ("Organizers", fields["organiser_list"])]
    facts += [(speaker["role"], speaker["line"]) for speaker in fields["public_speakers"]]
    lines += [f"- {_safe(name)}: {_safe(value)}" for name, value in facts if value]
    lines += ["", "Held under the Chatham House Rule: no participant and no participating organization is named.", ""]
    footnotes: list[str] = []
    number = 0
    for reason in fields["framework"]["mandate"]:
        number += 1
        mark = ""
        if reason["footnote"]:
            footnotes.append(reason["footnote"])
            mark = f"[^{len(footnotes)}]"
        lines += [f"{number}\\. {_safe(reason['text'])}{mark}", ""]
    if fields["objectives"]:
        number += 1
        lines += [f"{number}\\. The consultation addressed the following objectives:", ""]
        lines += [*(f"- {_safe(objective['in_full'])}" for objective in fields["objectives"]), ""]
    lines += _attendance(fields)
    for section in fields["by_review"]:
        lines += [f"## {_safe(section['heading'])}", ""]
        for part in section["parts"]:
            if len(section["parts"]) > 1:
                lines += [f"### {_safe(part['heading'])}", ""]
            if part["listed"]:
                number += 1
                lines += [f"{number}\\. {_safe(part['lead'])}", ""]
                lines += [f"- {_safe(point['sentence'])}" for point in part["points"]]
                lines.append("")
            else:
                for point in part["points"]:
                    number += 1
                    lines += [f"{number}\\. {_safe(point['sentence'])}", ""]
            if part["see_also"]:
                number += 1
                lines += [f"{number}\\. {_safe(part['see_also'])}", ""]
    if fields["abbreviations"]:
        lines += ["## Abbreviations", "", "| Abbreviation | Meaning |", "|---|---|"]
        lines += [*(f"| {_safe(entry['short'])} | {_safe(entry['words'])} |" for entry in fields["abbreviations"]), ""]
    lines += [f"[^{at}]: {_safe(text)}" for at, text in enumerate(footnotes, 1)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _attendance(fields: dict[str, Any]) -> list[str]:
    attendance = fields["attendance"]
    if attendance is None:
        return []
    lines = [f"A total of {attendance['total']} people took part.", ""]
    for heading, rows in (
        ("Stakeholder category", attendance["categories"]),
        ("Subregion", attendance["subregions"]),
    ):
        if rows:
            lines += [f"| {heading} | Participants |", "|---|---:|"]
            lines += [f"| {_safe(row['name'])} | {row['count']} |" for row in rows]
            lines.append("")
    return lines


def _safe(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
