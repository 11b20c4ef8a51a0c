"""The editorial rules of the United Nations, held against a text: what breaks one, where, and what to write."""

from chatham.report.editorial.paragraphs import Breach, Kind, Paragraph, Reading
from chatham.report.editorial.reading import read
from chatham.report.editorial.rules import RULES, lint

__all__ = ["RULES", "Breach", "Kind", "Paragraph", "Reading", "lint", "read"]
