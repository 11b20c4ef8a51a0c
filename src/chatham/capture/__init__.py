"""Readers, one a format: what rapporteurs and registration desks hand in, to notes and rosters."""

from __future__ import annotations

from chatham.capture.reading import Captured, read
from chatham.capture.roster import RosterImport, read_roster
from chatham.capture.written import make_note

__all__ = ["Captured", "RosterImport", "make_note", "read", "read_roster"]
