"""The summary note as a document: Word from a template, and other forms."""

from chatham.report.build import DEFAULT_TEMPLATE, OPENING_TAG, build

__all__ = ["DEFAULT_TEMPLATE", "OPENING_TAG", "build"]
