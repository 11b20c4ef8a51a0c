"""Edits applied by presidio-anonymizer, and held against our own arithmetic.

Presidio's `replace` operator ignores an empty new value, merges neighbours of one type, and its engine writes a default
into the caller's `operators`. So every edit is a type of its own, with an operator of ours that takes any phrase.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from presidio_anonymizer import AnonymizerEngine
from presidio_anonymizer.entities import OperatorConfig, RecognizerResult
from presidio_anonymizer.operators import Operator, OperatorType

from chatham.anonymise.spans import Edit, apply
from chatham.errors import DetectionError

__all__ = ["Phrase", "anonymised"]


class Phrase(Operator):
    """Puts the planned phrase, which may be empty, in the place of a name."""

    def operate(self, text: str, params: dict[str, Any] | None = None) -> str:  # noqa: ARG002 - Presidio's signature
        """The phrase."""
        return str((params or {})["phrase"])

    def validate(self, params: dict[str, Any] | None = None) -> None:
        """Refuse to run without a phrase.

        Raises:
            DetectionError: There is none.
        """
        if not isinstance((params or {}).get("phrase"), str):
            raise DetectionError("an edit has no phrase to put in", fix="Report this as a bug in chatham")

    def operator_name(self) -> str:
        """The name under which Presidio knows it."""
        return "phrase"

    def operator_type(self) -> OperatorType:
        """An anonymiser, which cannot be undone."""
        return OperatorType.Anonymize


@cache
def _engine() -> AnonymizerEngine:
    engine = AnonymizerEngine()  # type: ignore[no-untyped-call]  # Presidio has no types
    engine.add_anonymizer(Phrase)
    return engine


def anonymised(text: str, edits: Sequence[Edit]) -> str:
    """The text with its edits made.

    Args:
        text: The raw text.
        edits: Sorted and disjoint; those for review change nothing.

    Raises:
        DetectionError: Presidio and our own arithmetic disagree, so the text may not pass.
    """
    wanted = apply(text, edits)
    changing = [e for e in edits if e.replacement is not None]
    if not changing:
        return wanted
    results = [RecognizerResult(f"EDIT_{n}", e.start, e.end, e.score) for n, e in enumerate(changing)]
    operators = {f"EDIT_{n}": OperatorConfig("phrase", {"phrase": e.replacement}) for n, e in enumerate(changing)}
    made = str(_engine().anonymize(text, results, operators, merge_entities_with_spaces=False).text)
    if made != wanted:
        raise DetectionError("the edits of a note were not made as planned", fix="Report this as a bug in chatham")
    return made
