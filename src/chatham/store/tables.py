"""The store's tables, as the newest migration leaves them (a test holds the two against each other).

A note, a finding and a decision are kept as the JSON of their frozen types: the types say what they are, and the
columns beside hold only what the store itself sorts, joins or counts by.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, LargeBinary, MetaData, Table, Text

__all__ = ["events", "findings", "notes", "numbers", "papers", "purges", "results", "sources"]

_metadata = MetaData()

numbers = Table(
    "numbers",
    _metadata,
    Column("name", Text, primary_key=True),
    Column("value", BigInteger, nullable=False),
)
"""`format`: of the tables; `position`: of the newest event. Whoever writes locks the row `position` first."""

sources = Table(
    "sources",
    _metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("file", Text, nullable=False, unique=True),
)
"""Files that notes came from, in the order in which they were first imported."""

notes = Table(
    "notes",
    _metadata,
    Column("id", Text, primary_key=True),
    Column("source", BigInteger, ForeignKey("sources.id"), nullable=False),
    Column("place", BigInteger, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
)
"""Raw notes; `place` in their file, `version` one more with every change of text, findings or decisions."""

results = Table(
    "results",
    _metadata,
    Column("note", Text, ForeignKey("notes.id", ondelete="CASCADE"), primary_key=True),
    Column("voice", BigInteger),
    Column("body", Text),
    Column("aside", Text),
)
"""What anonymise made of a note: the anonymised note as `body`, or the reason for setting it aside."""

findings = Table(
    "findings",
    _metadata,
    Column("note", Text, ForeignKey("notes.id", ondelete="CASCADE"), primary_key=True),
    Column("ordinal", BigInteger, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)

events = Table(
    "events",
    _metadata,
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("batch", BigInteger, nullable=False),
    Column("happened", Text, nullable=False),
    Column("note", Text, nullable=False, index=True),
    Column("body", Text, nullable=False),
)
"""Decisions. A note may be gone while what was decided about it is still on record."""

papers = Table(
    "papers",
    _metadata,
    Column("name", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
"""What an encrypted folder must not have lying about as files: the roster, the audit, what was handed out."""

purges = Table(
    "purges",
    _metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("happened", Text, nullable=False),
    Column("counts", Text, nullable=False),
)
"""When all the rest was destroyed, and how many rows of what; nothing of what they held."""
