"""PDF: what is drawn on the pages, and every string, stream and earlier version in the file."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from chatham.check.formats.drawn import drawn_strings
from chatham.check.formats.images import read_picture
from chatham.check.formats.opaque import is_packed, read_bytes_as_text, read_text_in_bytes
from chatham.check.passages import Reading, Setting
from chatham.errors import UnreadableFile

__all__ = ["read_pdf"]

Inner = Callable[[Reading, str, bytes], None]

_END = re.compile(rb"%%EOF")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_UNICODE = re.compile(rb"<\s*[Ff][Ee][Ff][Ff]((?:[0-9A-Fa-f]{2}\s*)+)>")
_TABLE = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")
_DRAWS = re.compile(rb"[)>\]]\s*T[jJ]\b")
_SCRIPT = re.compile(rb"\b(?:var|let|const|function|app|this|event)\b")
_MOST_VERSIONS = 12
_NAMES = frozenset(str.split("/Author /T /Creator /Company /Manager /LastModifiedBy /SourceModified"))
_VISIBLE = frozenset(str.split("/Alt /ActualText /E /URI /Contents /Lang /TU /Title"))
_PICTURES = ("/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode")


def read_pdf(reading: Reading, name: str, data: bytes, inner: Inner) -> None:
    """Read a PDF file.

    Args:
        reading: Collects what is found.
        name: Of the file, for the part names; empty for the file itself.
        data: Its bytes.
        inner: What reads an attached file, by name and bytes.

    Raises:
        UnreadableFile: It is broken, locked, or unfolds to more than the limits let pass.
    """
    prefix = f"{name} > " if name else ""
    ends = [m.end() for m in _END.finditer(data)]
    starts = list(_START.finditer(data))
    read_text_in_bytes(reading, f"{prefix}(bytes of the file)", data)
    _unicode(reading, f"{prefix}(bytes of the file)", data)
    if not ends or not starts or not _TABLE.match(data, int(starts[-1][1])):
        raise UnreadableFile("the PDF's table of contents is broken", fix="Export it again")
    if len(ends) > _MOST_VERSIONS:
        raise UnreadableFile("the PDF keeps too many earlier versions", fix="Export it again")
    _File(reading, prefix, inner).read(data)
    for number, end in enumerate(ends[:-1], 1):
        earlier = data[:end]
        found = list(_START.finditer(earlier))
        if found and int(found[-1][1]) > 0 and _TABLE.match(earlier, int(found[-1][1])):
            _File(reading, f"{prefix}version {number} > ", inner).read(earlier)


class _File:
    def __init__(self, reading: Reading, prefix: str, inner: Inner):
        self.reading = reading
        self.prefix = prefix
        self.inner = inner

    def read(self, data: bytes) -> None:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError

        with _warnings() as warned:
            try:
                reader = PdfReader(io.BytesIO(data))
                if reader.is_encrypted and not reader.decrypt(""):
                    raise UnreadableFile("is locked with a password")
                for number, page in enumerate(reader.pages, 1):
                    self.page(number, page)
                for identity in _objects(reader):
                    self.object(identity, reader)
            except UnreadableFile:
                raise
            except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError) as error:
                raise UnreadableFile(f"the PDF is broken ({type(error).__name__})", fix="Export it again") from None
            except (RecursionError, NotImplementedError, AssertionError, OSError, MemoryError, UnicodeError) as error:
                raise UnreadableFile(f"the PDF is broken ({type(error).__name__})", fix="Export it again") from None
        if any(record.levelno >= logging.ERROR for record in warned):
            raise UnreadableFile("parts of the PDF are broken", fix="Export it again")

    def page(self, number: int, page: Any) -> None:
        part = f"{self.prefix}page {number}"
        text = page.extract_text()
        self.reading.limits.take(len(text))
        odd = sum(1 for c in text if c == "\ufffd" or 0xE000 <= ord(c) < 0xF900 or (ord(c) < 32 and not c.isspace()))
        if odd * 5 > len(text) > 0:
            self.reading.refuse(part, "its letters have no known meaning: export it with its fonts")
        if not text.strip() and _shows_pictures(page):
            self.reading.refuse(part, "is a picture of a page: export it with its text")
        for place, line in enumerate(text.split("\n"), 1):
            self.reading.add(part, f"line {place}", line, Setting.RUNNING, "text")
        drawn = page.extract_text(extraction_mode="layout")
        for place, line in enumerate(drawn.split("\n"), 1):
            self.reading.add(part, f"line {place} as drawn", line.strip(), Setting.RUNNING, "as drawn")

    def object(self, identity: Any, reader: Any) -> None:
        from pypdf.generic import NullObject, StreamObject

        value = reader.get_object(identity)
        part = f"{self.prefix}object {identity.idnum}"
        if value is None or isinstance(value, NullObject):
            return
        self.strings(part, value)
        if isinstance(value, StreamObject):
            self.stream(part, value)

    def strings(self, part: str, value: Any) -> None:
        """Every string and name in an object; other objects that it points at have their own turn."""
        from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, NameObject, TextStringObject

        stack: list[tuple[str, Any]] = [("value", value)]
        while stack:
            where, value = stack.pop()
            if isinstance(value, DictionaryObject):
                if value.get("/S") == "/JavaScript":
                    self.reading.notice(part, "the whole object", "PERHAPS", "holds a script: publish without it")
                for key, item in dict.items(value):
                    self.reading.add(part, "a name", str(key).lstrip("/"), Setting.TECHNICAL)
                    stack.append((str(key), item))
            elif isinstance(value, ArrayObject):
                stack.extend((where, item) for item in list.__iter__(value))
            elif isinstance(value, TextStringObject):
                self.reading.add(part, f"entry {where.lstrip('/')}", str(value), _setting(where))
            elif isinstance(value, ByteStringObject):
                text = read_bytes_as_text(bytes(value))
                if text is not None:
                    self.reading.add(part, f"entry {where.lstrip('/')}", text, _setting(where))
                else:
                    read_text_in_bytes(self.reading, part, bytes(value))
            elif isinstance(value, NameObject):
                self.reading.add(part, f"name in {where.lstrip('/')}", str(value).lstrip("/"), Setting.TECHNICAL)

    def stream(self, part: str, stream: Any) -> None:
        filters = str(stream.get("/Filter", ""))
        if any(f in filters for f in _PICTURES):
            read_picture(self.reading, part, bytes(stream._data))
            return
        content = stream.get_data()
        data = content.encode("latin-1", "replace") if isinstance(content, str) else bytes(content)
        self.reading.limits.take(len(data))
        _unicode(self.reading, part, data)
        if _DRAWS.search(data):
            for line in drawn_strings(data):
                self.reading.add(part, "words drawn", line, Setting.ASIDE, "drawn")
        elif _SCRIPT.search(data):
            self.reading.add(part, "the script", data.decode("utf-8", "replace"), Setting.ASIDE)
        kind, subtype = str(stream.get("/Type", "")), str(stream.get("/Subtype", ""))
        if subtype == "/Image":
            self.reading.pictures.append((part, data))
        elif kind == "/EmbeddedFile":
            self.inner(self.reading, f"{part} (attached file)", data)
        elif kind == "/XRef" or kind == "/ObjStm":
            return
        elif kind == "/Metadata" or data.lstrip()[:1] == b"<":
            self.inner(self.reading, part, data)
        elif is_packed(data) and not any(k in stream for k in ("/Length1", "/Length2", "/N")) and not subtype:
            self.reading.refuse(part, "is packed or encrypted, and cannot be searched")
        else:
            read_text_in_bytes(self.reading, part, data)


def _unicode(reading: Reading, part: str, data: bytes) -> None:
    """Strings written in hexadecimal UTF-16: what a figure or an abbreviation on the page says."""
    for written in _UNICODE.finditer(data):
        letters = bytes.fromhex(written[1].decode("ascii"))
        reading.add(part, "a string in Unicode", letters.decode("utf-16-be", "replace"), Setting.ASIDE)


def _shows_pictures(page: Any) -> bool:
    resources = page.get("/Resources")
    objects = resources.get_object().get("/XObject") if resources is not None else None
    drawn = objects.get_object().values() if objects is not None else ()
    return any(item.get_object().get("/Subtype") in ("/Image", "/Form") for item in drawn)


def _setting(key: str) -> Setting:
    if key in _NAMES:
        return Setting.NAME
    return Setting.LINK if key in _VISIBLE else Setting.ASIDE


def _objects(reader: Any) -> Iterator[Any]:
    from pypdf.generic import IndirectObject

    seen: set[int] = set()
    for generation, places in reader.xref.items():
        for number in places:
            if number not in seen:
                seen.add(number)
                yield IndirectObject(number, generation, reader)
    for number in reader.xref_objStm:
        if number not in seen:
            seen.add(number)
            yield IndirectObject(number, 0, reader)
    trailer = reader.trailer.get("/Info")
    if trailer is not None and isinstance(trailer, IndirectObject) and trailer.idnum not in seen:
        yield trailer


@contextmanager
def _warnings() -> Iterator[list[logging.LogRecord]]:
    """What the library would log goes to a list: its messages may quote the file."""
    records: list[logging.LogRecord] = []

    class _Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record)

    logger, handler = logging.getLogger("pypdf"), _Keep()
    propagated = logger.propagate
    logger.addHandler(handler)
    logger.propagate = False
    try:
        yield records
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagated
