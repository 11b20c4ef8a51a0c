"""Page numbers for the table of contents, asked of LibreOffice: only what lays pages out knows them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chatham.errors import InputError
from chatham.model.public import SummaryNote
from chatham.report.build import build
from chatham.report.contents import entries
from chatham.report.package import read_package
from chatham.report.pdf import to_pdf
from chatham.report.wordxml import parse

__all__ = ["build_with_pages", "page_numbers"]

_ROUNDS = 3  # numbers in the contents can move the text once; they hardly ever do


def build_with_pages(note: SummaryNote, *, template: Path | None = None) -> bytes:
    """Build a note whose contents have page numbers. The bytes depend on the LibreOffice that lays the pages out.

    Args:
        note: What to print.
        template: As for `build`.

    Raises:
        InputError: LibreOffice is not installed, or its pages cannot be matched with the contents.
        TemplateError: As for `build`.
    """
    pages: list[int] = []
    document = build(note, template=template)
    for _ in range(_ROUNDS):
        found = page_numbers(document)
        if found == pages:
            break
        pages = found
        document = build(note, template=template, pages=pages)
    return document


def page_numbers(document: bytes) -> list[int]:
    """The page of each entry of a document's table of contents, from 1.

    Args:
        document: The bytes of a built .docx.

    Raises:
        InputError: LibreOffice is not installed, or the PDF's outline is not that of the contents.
    """
    from pypdf import PdfReader

    levels = entries(parse(read_package(document)["word/document.xml"]))
    reader = PdfReader(io.BytesIO(to_pdf(document)))
    outline = list(_flat(reader.outline, 1))
    deepest = max(levels, default=0)
    pages = [(reader.get_destination_page_number(item) or 0) + 1 for level, item in outline if level <= deepest]
    if len(pages) != len(levels):
        raise InputError("LibreOffice has other headings than the contents", fix="Update the field in Word instead")
    return pages


def _flat(outline: Any, level: int) -> Iterator[tuple[int, Any]]:
    for item in outline:
        if isinstance(item, list):
            yield from _flat(item, level + 1)
        else:
            yield level, item
