"""Which objective and which review objective a note is about."""
