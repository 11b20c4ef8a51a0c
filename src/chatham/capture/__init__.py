"""Readers, one a format: what rapporteurs and registration desks hand in, to notes and rosters."""

from __future__ import annotations

from chatham.capture.reading import Captured, read
from chatham.capture.roster import RosterImport, read_roster

__all__ = ["Captured", "RosterImport", "read", "read_roster"]
