"""What a reader who holds the roster could still work out."""
