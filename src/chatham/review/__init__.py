"""Decisions of people about findings and notes."""
