"""Presidio recognisers, one a file."""
