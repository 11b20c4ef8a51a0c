"""The private risk report: one page of HTML with its figure, which quotes nothing and names nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from chatham.model.private import NoteRisk
from chatham.risk.attack import Success

__all__ = ["page"]

_SIZES = (("1", 1, 1), ("2", 2, 2), ("3–4", 3, 4), ("5–9", 5, 9), ("10 and more", 10, 10**9))
_LISTED = 12
_STYLE = (
    "@page{size:A4;margin:18mm}body{font:10pt/1.4 'Liberation Sans',Arial,sans-serif;color:#1a1a1a;max-width:174mm;"
    "margin:auto}h1{font-size:16pt;margin:0 0 2mm}h2{font-size:11pt;margin:5mm 0 1mm}table{border-collapse:collapse;"
    "width:100%}td,th{text-align:left;padding:.6mm 2mm .6mm 0;border-bottom:.2mm solid #ccc;vertical-align:top}"
    "p{margin:1mm 0}svg{width:100%}td:first-child{white-space:nowrap}.private{color:#a00;font-weight:bold}"
)


def page(
    risks: Sequence[NoteRisk], attacks: Mapping[str, Success], *, title: str, k: int, advised: int | None = None
) -> str:
    """Write the report.

    Args:
        risks: One for each note.
        attacks: What was attacked (`Raw notes`) to how it went, in the order in which to show it.
        title: Of the consultation.
        k: Under so many people a note is at risk.
        advised: Notes for which there is advice; None leaves the sentence out.
    """
    few = [r for r in risks if r.k < k]
    warned = [r for r in risks if any("attack" in reason for reason in r.reasons)]
    listed = sorted((r for r in risks if r.reasons), key=lambda r: (r.k, r.rank or 10**9, r.note))
    chance = next((s.chance for s in attacks.values()), 0.0)
    known = max((s.notes for s in attacks.values()), default=0)
    advice = "" if advised is None else f" Advice is ready for {advised} of them."
    rows = "".join(
        f"<tr><td>{escape(r.note)}</td><td>{r.k}</td><td>{'–' if r.rank is None else r.rank}</td>"
        f"<td>{escape('; '.join(r.reasons))}</td></tr>"
        for r in listed[:_LISTED]
    )
    more = f"<p>and {len(listed) - _LISTED} more in risk.jsonl.</p>" if len(listed) > _LISTED else ""
    return (
        "<!DOCTYPE html>\n"
        f'<html lang="en"><head><meta charset="utf-8"><title>Risk report</title><style>{_STYLE}</style></head><body>'
        f'<p class="private">Private: not to be published or passed on.</p><h1>Risk report</h1><p>{escape(title)}</p>'
        f"<h2>What a reader with the list of participants could still work out</h2>"
        f"<p>Of {len(risks)} notes, {len(few)} fit fewer than {k} people of their working group by what they say of "
        f"their speaker. In {len(warned)} notes the attack puts the true speaker first, by a margin.{advice} "
        f"The speaker is known in {known} notes; guessing blindly finds {_percent(chance)} of them.</p>"
        f"<h2>Figure. Notes by the number of people they fit, and how often the attack is right</h2>"
        f"{_figure(risks, attacks, chance)}"
        f"<p>Lines over the bars on the right are 95 per cent intervals. The attack knows the list of participants and "
        f"reads one note at a time. What must stay word for word, such as a country under discussion, still points at "
        f"people, and somebody who was in the room knows more than the attack does.</p>"
        f"<h2>Notes to look at first</h2><table><tr><th>Note</th><th>Fits</th><th>Rank</th><th>Why</th></tr>"
        f"{rows}</table>{more}</body></html>\n"
    )


def _percent(share: float) -> str:
    return f"{100 * share:.0f} per cent" if share >= 0.095 else f"{100 * share:.1f} per cent"


def _figure(risks: Sequence[NoteRisk], attacks: Mapping[str, Success], chance: float) -> str:
    height, base = 150, 170
    counts = [(label, sum(low <= r.k <= high for r in risks)) for label, low, high in _SIZES]
    most = max((count for _, count in counts), default=0) or 1
    parts = ['<svg viewBox="0 0 700 215" role="img" aria-label="Notes by number of people, and success of the attack">']
    for place, (label, count) in enumerate(counts):
        x, tall = 10 + place * 62, height * count / most
        colour = "#b03a2e" if place < 2 else "#5b7c99"
        parts.append(_bar(x, base - tall, 46, tall, colour, label, str(count)))
    for place, (label, success) in enumerate(attacks.items()):
        x, tall = 370 + place * 84, height * success.top_1
        bottom, top = (base - height * bound for bound in success.interval)
        parts.append(_bar(x, base - tall, 56, tall, "#7d6608", label, f"{100 * success.top_1:.0f}%"))
        parts.append(f'<path d="M{x + 10} {bottom:.1f}V{top:.1f}" stroke="#1a1a1a" stroke-width="1.5"/>')
    line = base - height * chance
    parts.append(f'<path d="M360 {line:.1f}H695" stroke="#b03a2e" stroke-dasharray="4 3"/>')
    parts.append(f'<text x="695" y="{line - 3:.1f}" font-size="9" text-anchor="end" fill="#b03a2e">chance</text>')
    parts.append('<text x="10" y="211" font-size="10">People of the group whom a note fits</text>')
    parts.append('<text x="370" y="211" font-size="10">Speaker ranked first</text></svg>')
    return "".join(parts)


def _bar(x: float, y: float, width: float, tall: float, colour: str, label: str, value: str) -> str:
    middle = x + width / 2
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{tall:.1f}" fill="{colour}"/>'
        f'<text x="{middle:.1f}" y="{y - 4:.1f}" font-size="10" text-anchor="middle">{escape(value)}</text>'
        f'<text x="{middle:.1f}" y="184" font-size="9" text-anchor="middle">{escape(label)}</text>'
    )
