"""Readers, one a format: what rapporteurs and registration desks hand in, to notes and rosters.

Import from the modules: `reading.read`, `roster.read_roster`, `written.make_note`, `form.rapporteur_form`. The package
itself loads none of them: the gate needs a roster and no reader of notes.
"""
