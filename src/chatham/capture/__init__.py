"""Readers, one a format: what rapporteurs and registration desks hand in, to notes and rosters."""

from __future__ import annotations

from chatham.capture.roster import RosterImport, import_roster, read_roster

__all__ = ["RosterImport", "import_roster", "read_roster"]
