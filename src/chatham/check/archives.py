"""Zip archives, unpacked within limits and read whole: what lies between the entries too."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from chatham.check.formats.opaque import is_packed
from chatham.check.passages import Reading, Setting
from chatham.errors import UnreadableFile

__all__ = ["UNPACKED", "is_zip", "members"]

_LOCAL_HEADER = 30
UNPACKED = 250
"""How many times its packed size an entry may unpack to, once it is over a megabyte."""


def is_zip(data: bytes) -> bool:
    """Whether the bytes hold a zip archive, at their beginning or after something else."""
    return data[:4] in (b"PK\x03\x04", b"PK\x05\x06") or (b"PK\x05\x06" in data[-70000:] and b"PK\x01\x02" in data)


def members(reading: Reading, name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Every file in an archive, by name; names, comments and stray bytes go to the reading by themselves.

    Args:
        reading: Collects what is found, and holds the limits.
        name: Of the archive, for the part names; empty for the file itself.
        data: The archive.

    Raises:
        UnreadableFile: It is broken, or unpacks to more than the limits let pass.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct.error, UnicodeDecodeError):
        raise UnreadableFile("not a whole zip archive", fix="Save it again in the program it comes from") from None
    with archive:
        if archive.comment:
            _bytes_aside(reading, name or "(archive)", "comment of the archive", archive.comment)
        seen: set[str] = set()
        for entry in entries:
            part = f"{name} > {entry.filename}" if name else entry.filename
            reading.add(part, "name of the part", entry.filename, Setting.LINK)
            _bytes_aside(reading, part, "comment of the entry", entry.comment)
            _bytes_aside(reading, part, "extra field of the entry", entry.extra)
            folded = entry.filename.casefold()
            if folded in seen:
                reading.refuse(part, "stands in the archive twice: programs differ in which one they show")
                continue
            seen.add(folded)
            if not entry.filename or _leads_out(entry.filename):
                reading.refuse(part, "its name is empty or leads out of the archive")
                continue
            if entry.filename.endswith("/") and not entry.file_size:
                continue
            content = _unpack(reading, archive, entry, part, data)
            if content is not None:
                yield entry.filename, content
        for start, end in _between(data, entries):
            stray = data[start:end]
            if b"PK\x03\x04" in stray or is_packed(stray):
                reading.refuse(
                    f"{name or '(archive)'} between its parts", "holds something that its list does not name"
                )
            elif stray.strip(b"\0"):
                reading.opaque.append((f"{name or '(archive)'} between its parts", stray))


def _unpack(reading: Reading, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, part: str, data: bytes) -> bytes | None:
    packed = _own_bytes(reading, entry, part, data)
    if entry.flag_bits & 0x1:
        reading.refuse(part, "is locked with a password")
        return None
    if entry.file_size > 1_000_000 and entry.file_size > UNPACKED * max(entry.compress_size, 1):
        raise UnreadableFile(
            f"{part} unpacks to over {UNPACKED} times its size", fix="Save it again without packing tricks"
        )
    reading.limits.take(entry.file_size)
    if packed is not None and entry.compress_type == zipfile.ZIP_DEFLATED:
        return _inflated(reading, entry, part, packed)
    try:
        with archive.open(entry) as stream:
            content = stream.read(entry.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError):
        reading.refuse(part, "cannot be unpacked")
        return None
    if len(content) != entry.file_size:
        reading.refuse(part, "is not of the size that the archive says")
        return None
    return content


def _own_bytes(reading: Reading, entry: zipfile.ZipInfo, part: str, data: bytes) -> bytes | None:
    """The packed bytes of an entry; what its own header says otherwise than the list of entries is searched."""
    header = data[entry.header_offset : entry.header_offset + _LOCAL_HEADER]
    if len(header) < _LOCAL_HEADER or header[:4] != b"PK\x03\x04":
        return None  # no header: what stands there cannot be unpacked, and is said to be so
    names, extras = struct.unpack("<HH", header[26:30])
    start = entry.header_offset + _LOCAL_HEADER
    name, extra = data[start : start + names], data[start + names : start + names + extras]
    if name.decode("utf-8", "replace") != entry.orig_filename:
        _bytes_aside(reading, part, "name in its own header", name)
    if extra != entry.extra:
        _bytes_aside(reading, part, "extra field of its own header", extra)
    return data[start + names + extras : start + names + extras + entry.compress_size]


def _inflated(reading: Reading, entry: zipfile.ZipInfo, part: str, packed: bytes) -> bytes | None:
    """Unpacked by ourselves: the standard library passes over bytes behind the end of what is packed."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = unpacker.decompress(packed, entry.file_size + 1)
    except zlib.error:
        reading.refuse(part, "cannot be unpacked")
        return None
    if len(content) != entry.file_size or unpacker.unconsumed_tail or not unpacker.eof:
        reading.refuse(part, "is not of the size that the archive says")
        return None
    if zlib.crc32(content) != entry.CRC:
        reading.refuse(part, "cannot be unpacked")
        return None
    if unpacker.unused_data:
        reading.opaque.append((f"{part} behind its packed bytes", unpacker.unused_data))
    return content


def _leads_out(name: str) -> bool:
    pieces = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in pieces or (len(name) > 1 and name[1] == ":")


def _bytes_aside(reading: Reading, part: str, where: str, data: bytes) -> None:
    if data:
        reading.add(part, where, data.decode("utf-8", "replace"), Setting.ASIDE)
        if b"\0" in data:
            reading.add(part, where, data.decode("utf-16-le", "ignore"), Setting.ASIDE)


def _between(data: bytes, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[int, int]]:
    """The stretches that belong to no entry and not to the list of entries at the end."""
    position = 0
    for entry in sorted(entries, key=lambda e: e.header_offset):
        start = entry.header_offset
        if start > position:
            yield position, start
        header = data[start : start + _LOCAL_HEADER]
        if len(header) < _LOCAL_HEADER:
            return
        name_length, extra_length = struct.unpack("<HH", header[26:30])
        end = start + _LOCAL_HEADER + name_length + extra_length + entry.compress_size
        if entry.flag_bits & 0x8:  # sizes follow the content
            end += 16 if data[end : end + 4] == b"PK\x07\x08" else 12
        position = max(position, end)
    listing = data.find(b"PK\x01\x02", position)
    if listing > position:
        yield position, listing
    last = data.rfind(b"PK\x05\x06")
    if last >= 0:
        comment = struct.unpack("<H", data[last + 20 : last + 22])[0] if len(data) >= last + 22 else 0
        if len(data) > last + 22 + comment:
            yield last + 22 + comment, len(data)
