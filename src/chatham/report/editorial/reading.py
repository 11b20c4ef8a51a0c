"""Files as paragraphs: which reader, chosen by what the file is."""

from __future__ import annotations

from pathlib import PurePath

from chatham.errors import UnreadableFile
from chatham.report.editorial.paragraphs import Reading
from chatham.report.editorial.plain import read_markdown, read_plain

__all__ = ["read"]


def read(data: bytes, *, name: str) -> Reading:
    """The paragraphs of a Word, Markdown or text file.

    Args:
        data: Its bytes.
        name: Its name; `.md` is Markdown.

    Raises:
        UnreadableFile: It is neither a Word file nor UTF-8 text.
    """
    if data.startswith(b"PK"):
        from chatham.report.editorial.word import read_word

        return Reading(read_word(data, name=name))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise UnreadableFile("neither a Word file nor text", file=name, fix="Give a .docx, .md or .txt")
    markdown = PurePath(name).suffix.casefold() in (".md", ".markdown")
    return Reading(read_markdown(text) if markdown else read_plain(text), typewritten=True)
