"""Notes in, notes that name nobody out, with a finding for every edit."""
