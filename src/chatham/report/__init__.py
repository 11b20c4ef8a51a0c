"""The summary note as a document: Word from a template, and other forms."""

from chatham.report.build import DEFAULT_TEMPLATE, OPENING_TAG, build
from chatham.report.forms import FORMS, other_forms
from chatham.report.markdown import to_markdown
from chatham.report.paging import build_with_pages
from chatham.report.pdf import to_pdf
from chatham.report.tables import to_csv, to_xlsx
from chatham.report.webpage import to_html

__all__ = [
    "DEFAULT_TEMPLATE",
    "FORMS",
    "OPENING_TAG",
    "build",
    "build_with_pages",
    "other_forms",
    "to_csv",
    "to_html",
    "to_markdown",
    "to_pdf",
    "to_xlsx",
]
