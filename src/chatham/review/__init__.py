"""Decisions of people about findings and notes: what follows from them, the queue, and the pass through it."""

from chatham.review.bulk import approve_all, approved, undecided, withhold_blocked
from chatham.review.decide import Part, Reviewed, Status, approved_notes, review
from chatham.review.redactions import Redaction, Verdict

__all__ = [
    "Part",
    "Redaction",
    "Reviewed",
    "Status",
    "Verdict",
    "approve_all",
    "approved",
    "approved_notes",
    "review",
    "undecided",
    "withhold_blocked",
]
