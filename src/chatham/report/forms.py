"""The summary note in other forms than Word, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from chatham.errors import InputError
from chatham.model.public import SummaryNote
from chatham.report.markdown import to_markdown
from chatham.report.pdf import to_pdf
from chatham.report.tables import to_csv, to_sensemaking, to_talk_to_the_city, to_xlsx
from chatham.report.webpage import to_html

__all__ = ["FORMS", "other_forms"]

_Made = Callable[[SummaryNote, bytes], bytes]

FORMS: Mapping[str, tuple[str, _Made]] = MappingProxyType(
    {
        "md": (".md", lambda note, _: to_markdown(note).encode()),
        "html": (".html", lambda note, _: to_html(note).encode()),
        "pdf": (".pdf", lambda _, document: to_pdf(document)),
        "csv": (".csv", lambda note, _: to_csv(note).encode()),
        "xlsx": (".xlsx", lambda note, _: to_xlsx(note)),
        "talk-to-the-city": (".talk-to-the-city.csv", lambda note, _: to_talk_to_the_city(note).encode()),
        "sensemaking": (".sensemaking.csv", lambda note, _: to_sensemaking(note).encode()),
    }
)
"""Name to the ending of the file, and what makes it of the note and its Word file."""


def other_forms(note: SummaryNote, document: bytes, names: Iterable[str]) -> dict[str, bytes]:
    """The note in each of these forms, by the ending of the file.

    Args:
        note: With its points in order.
        document: The Word file, as built.
        names: Of `FORMS`.

    Raises:
        InputError: There is no such form, or LibreOffice is missing for a PDF.
    """
    wanted = list(dict.fromkeys(name.strip().casefold() for name in names if name.strip()))
    for name in wanted:
        if name not in FORMS:
            raise InputError(f"no form `{name}`", fix=f"There are {', '.join(FORMS)}")
    return {FORMS[name][0]: FORMS[name][1](note, document) for name in wanted}
