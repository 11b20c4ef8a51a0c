"""Scores as tables for people."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Group
from rich.table import Table
from rich.text import Text

from chatham.evaluate.corpus import Corpus, LabelKind
from chatham.evaluate.score import Ratio, Scores

__all__ = ["comparison", "misses", "table"]

_KINDS = {"P": "person", "A": "affiliation", "C": "contact", "Q": "indirect"}


def table(scores: Scores) -> Group:
    """The figures of one anonymiser, a line each, and its recall by form of mention."""
    return Group(_figures(scores), Text(), _forms(scores))


def _figures(scores: Scores) -> Table:
    out = Table("figure", "", "of", title=None, box=None)
    out.columns[1].justify = out.columns[2].justify = "right"
    for kind, recall in scores.recall.items():
        out.add_row(f"{_KINDS[kind]} mentions gone ({kind})", *_cells(recall))
    out.add_row("identity (P, A, C) gone", *_cells(scores.identity))
    out.add_row("notes with every mention gone", *_cells(scores.notes_safe))
    out.add_row("content kept (K)", *_cells(scores.kept))
    out.add_row("readable leaks", str(scores.leaks), "")
    out.add_row("other words removed per 1,000", f"{scores.collateral_per_thousand:.1f}", str(scores.collateral.total))
    out.add_row("contract breaches", str(len(scores.breaches)), "")
    return out


def _forms(scores: Scores) -> Table:
    out = Table("kind", "form of mention", "gone", "of", box=None)
    out.columns[2].justify = out.columns[3].justify = "right"
    for row in scores.forms:
        out.add_row(_KINDS[row.kind], row.form, *_cells(row.recall))
    return out


def misses(corpus: Corpus, scores: Scores) -> Table:
    """Every label that was missed, lost or is still readable, with the words themselves: for private eyes.

    Args:
        corpus: The one that was scored.
        scores: What came of it.
    """
    notes = {note.raw.id: note for note in corpus.notes}
    out = Table("fault", "note", "kind", "form of mention", "words", box=None)
    for miss in scores.misses:
        words = notes[miss.note].raw.text[miss.start : miss.end].replace("\n", " ")
        out.add_row(miss.fault, miss.note, miss.kind, miss.form, Text(words))
    return out


def comparison(rows: Mapping[str, Scores]) -> str:
    """Several anonymisers as one Markdown table, shares in per cent.

    Args:
        rows: Name of the configuration to its scores, in the order of the rows.
    """
    head = (
        "configuration",
        "identity recall (P, A, C)",
        "notes with every mention gone",
        "K kept",
        "Q found",
        "readable leaks",
        "other words removed per 1,000",
    )
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    for name, scores in rows.items():
        cells = (
            name,
            _percent(scores.identity),
            _percent(scores.notes_safe),
            _percent(scores.kept),
            _percent(scores.recall[LabelKind.INDIRECT]),
            str(scores.leaks),
            f"{scores.collateral_per_thousand:.0f}",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _percent(ratio: Ratio) -> str:
    return f"{100 * ratio.share:.1f}"


def _cells(ratio: Ratio) -> tuple[str, str]:
    return _percent(ratio), str(ratio.total)
