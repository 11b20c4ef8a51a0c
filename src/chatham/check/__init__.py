"""The publication gate: reads finished files back and knows nothing of how they were made."""

from __future__ import annotations

from chatham.check.gate import check_bytes, check_file
from chatham.check.verdict import GATE_VERSION, FileReport, Leak, Notice, Unreadable, Waived, exit_code

__all__ = [
    "GATE_VERSION",
    "FileReport",
    "Leak",
    "Notice",
    "Unreadable",
    "Waived",
    "check_bytes",
    "check_file",
    "exit_code",
]
