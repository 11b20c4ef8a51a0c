"""risk.jsonl: what a reader who holds the roster could still work out, one note a line. Private."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from chatham.exchange.rows import dump_rows, parse_rows
from chatham.files import read_text
from chatham.model.private import NoteRisk

__all__ = ["dump_risks", "parse_risks", "read_risks"]


def dump_risks(risks: Iterable[NoteRisk]) -> str:
    """Risks as risk.jsonl; candidates are roster rows."""
    return dump_rows(
        {
            "note": r.note,
            "k": r.k,
            "rank": r.rank,
            "candidates": list(r.candidates),
            "reasons": list(r.reasons),
        }
        for r in risks
    )


def read_risks(path: str | Path) -> tuple[NoteRisk, ...]:
    """Read risk.jsonl.

    Raises:
        InputError: With the file and line: a field is missing or of the wrong type.
    """
    return parse_risks(read_text(path), file=str(path))


def parse_risks(text: str, *, file: str) -> tuple[NoteRisk, ...]:
    """Read the text of a risk.jsonl.

    Args:
        text: All of it.
        file: What to call it in an error.

    Raises:
        InputError: With the file and line: a field is missing or of the wrong type.
    """
    found: list[NoteRisk] = []
    for row in parse_rows(text, file=file):
        d = row.data
        try:
            found.append(
                NoteRisk(
                    note=str(d["note"]),
                    k=d["k"],
                    rank=d.get("rank"),
                    candidates=tuple(d.get("candidates") or ()),
                    reasons=tuple(d.get("reasons") or ()),
                )
            )
        except (KeyError, TypeError, ValidationError):
            raise row.error("not a risk", fix="Fields: note, k, rank, candidates, reasons") from None
    return tuple(found)
