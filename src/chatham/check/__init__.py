"""The publication gate: reads finished files back and knows nothing of how they were made."""

from __future__ import annotations

from chatham.check.certificate import certificate, verify
from chatham.check.clean import clean
from chatham.check.gate import LARGEST, check_bytes, check_file
from chatham.check.verdict import GATE_VERSION, FileReport, Leak, Notice, Unreadable, Waived, exit_code
from chatham.check.waivers import Waiver, apply_waivers, read_waivers

__all__ = [
    "GATE_VERSION",
    "LARGEST",
    "FileReport",
    "Leak",
    "Notice",
    "Unreadable",
    "Waived",
    "Waiver",
    "apply_waivers",
    "certificate",
    "check_bytes",
    "check_file",
    "clean",
    "exit_code",
    "read_waivers",
    "verify",
]
