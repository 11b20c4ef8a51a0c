"""Which reader reads a file: told by its bytes, not by its name."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from chatham.check.archives import UNPACKED, is_zip, members
from chatham.check.formats.images import is_picture, read_picture
from chatham.check.formats.opaque import read_bytes_as_text, read_text_in_bytes
from chatham.check.passages import Reading, Setting
from chatham.errors import UnreadableFile

__all__ = ["read_file", "read_object"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPAQUE = (".odttf", ".ttf", ".otf", ".ttc", ".fntdata", ".emf", ".wmf", ".icc", "layout-cache")
_GZIP_HEAD = 512
"""Bytes in which the header stands, with the name that the file had."""
_LEAST_UNPACKED = 1_000_000
_PACKED = {
    b"7z\xbc\xaf": "7-Zip",
    b"Rar!": "RAR",
    b"BZh": "bzip2",
    b"\xfd7zX": "xz",
    b"(\xb5/\xfd": "Zstandard",
    b"wOFF": "WOFF",
    b"wOF2": "WOFF2",
}


def read_file(reading: Reading, name: str, data: bytes, *, top: bool = False) -> None:
    """Read one file, and all that is packed into it; what cannot be searched is put down as unreadable.

    Args:
        reading: Collects what is found.
        name: For the part names.
        data: Its bytes.
        top: Whether it is the file itself, not a part of it.
    """
    try:
        _read(reading, name, data, top=top)
    except UnreadableFile as error:
        reading.refuse(name, error.problem)


def _inner(reading: Reading, name: str, data: bytes) -> None:
    read_file(reading, name, data)


def _read(reading: Reading, name: str, data: bytes, *, top: bool) -> None:
    lower = name.casefold()
    if not data:
        if top:
            reading.refuse(name, "is empty")
    elif data[:4] == b"%PDF" or b"%PDF-" in data[:1024]:
        from chatham.check.formats.pdf import read_pdf

        read_pdf(reading, "" if top else name, data, _inner)
    elif is_picture(data):
        read_picture(reading, name, data)
        _files_inside(reading, name, data)
    elif data[:8] == _OLE:
        _ole(reading, name, data, top=top)
    elif is_zip(data):
        _zip(reading, "" if top else name, data)
    elif (kind := next((k for magic, k in _PACKED.items() if data.startswith(magic)), None)) is not None:
        reading.refuse(name, f"is a {kind} archive, which cannot be searched")
    elif data[:2] == b"\x1f\x8b":
        _gzip(reading, name, data)
    elif lower.endswith(_OPAQUE) or "printersettings" in lower or data[:6] == b"VCLMTF":
        _opaque(reading, name, data)
    else:
        _text(reading, name, data)


def _zip(reading: Reading, name: str, data: bytes) -> None:
    reading.limits.depth -= 1
    if reading.limits.depth < 0:
        raise UnreadableFile("archives inside archives, too deep to open", fix="Publish the files by themselves")
    try:
        names = zipfile.ZipFile(BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError):
        raise UnreadableFile("not a whole zip archive", fix="Save it again in the program it comes from") from None
    if "[Content_Types].xml" in names:
        from chatham.check.formats.opc import read_package

        read_package(reading, name, data, _inner)
    elif "mimetype" in names and "content.xml" in names:
        from chatham.check.formats.odf import read_opendocument

        read_opendocument(reading, name, data, _inner)
    else:
        for member, content in members(reading, name, data):
            read_file(reading, f"{name} > {member}" if name else member, content)
    reading.limits.depth += 1


def _ole(reading: Reading, name: str, data: bytes, *, top: bool) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        reading.refuse(name, "is locked with a password")
    elif "_VBA_PROJECT".encode("utf-16-le") in data or b"Attribut\0e VB_" in data:
        reading.refuse(name, "carries macros: publish a file without them")
    elif top:
        reading.refuse(name, "is in the format of Office 97: save it as docx, xlsx or pptx")
    else:
        _opaque(reading, name, data)


def _opaque(reading: Reading, name: str, data: bytes) -> None:
    read_text_in_bytes(reading, name, data)
    _files_inside(reading, name, data)


def _files_inside(reading: Reading, name: str, data: bytes) -> None:
    """An Office file inside an OLE object, a file behind a picture."""
    place = data.find(b"PK\x03\x04")
    if place >= 0 and b"PK\x05\x06" in data:
        read_file(reading, f"{name} > packed inside", data[place:])
    place = data.find(b"%PDF-")
    if place >= 0 and b"%%EOF" in data:
        read_file(reading, f"{name} > PDF inside", data[place:])


def read_object(reading: Reading, name: str, data: bytes) -> None:
    """Read what is written out inside a text: a file where it is one, and bytes otherwise.

    Args:
        reading: Collects what is found.
        name: For the part names.
        data: Its bytes.
    """
    if is_picture(data) or is_zip(data) or data[:8] == _OLE:
        read_file(reading, name, data)
    else:
        _opaque(reading, name, data)


def _gzip(reading: Reading, name: str, data: bytes) -> None:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        most = min(reading.limits.total, max(_LEAST_UNPACKED, UNPACKED * len(data)))
        content = unpacker.decompress(data, max(1, most))
    except zlib.error:
        raise UnreadableFile("cannot be unpacked") from None
    if unpacker.unconsumed_tail:
        raise UnreadableFile("unpacks to more than the gate reads", fix="Publish less in one file")
    read_text_in_bytes(reading, name, data[:_GZIP_HEAD], Setting.ASIDE, inside=False)
    reading.limits.take(len(content))
    reading.limits.depth -= 1
    if reading.limits.depth < 0:
        raise UnreadableFile("archives inside archives, too deep to open")
    read_file(reading, f"{name} > unpacked", content)
    reading.limits.depth += 1


def _text(reading: Reading, name: str, data: bytes) -> None:
    text = read_bytes_as_text(data)
    if text is None:
        read_text_in_bytes(reading, name, data)  # whom it names at any rate
        reading.refuse(name, "is of a kind that cannot be searched")
        return
    from chatham.check.formats.plain import read_json, read_rtf, read_text

    start, lower = text.lstrip("\ufeff \t\r\n")[:300].casefold(), name.casefold()
    from chatham.check.formats.mail import is_mail, read_mail

    if is_mail(text):
        read_mail(reading, name, data, _inner)
    if start.startswith("{\\rtf"):
        read_rtf(reading, name, text, inner=read_object)
    elif "<html" in start or "<!doctype html" in start or lower.endswith((".html", ".htm", ".xhtml", ".mht", ".mhtml")):
        from chatham.check.formats.html import read_html

        read_html(reading, name, text)
    elif start.startswith(("<?xml", "<svg")) or lower.endswith((".xml", ".svg")):
        from chatham.check.formats.xml import read_xml

        read_xml(reading, name, data, Setting.RUNNING)
    elif lower.endswith(".css") or (start.startswith(("{", "[")) and read_json(reading, name, text)):
        read_text(reading, name, text, Setting.TECHNICAL)
    else:
        read_text(reading, name, text)
