"""From approved notes to points."""
