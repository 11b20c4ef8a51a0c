"""Readers, one a format: what rapporteurs and registration desks hand in, to notes and rosters."""
