"""Readers, one a format: what rapporteurs and registration desks hand in, to notes and rosters."""

from __future__ import annotations

from chatham.capture.roster import RosterImport, read_roster

__all__ = ["RosterImport", "read_roster"]
