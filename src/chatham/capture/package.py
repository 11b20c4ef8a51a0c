"""Zip files, safely: Office packages and archives of notes."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from chatham.errors import UnreadableFile

__all__ = ["LARGEST", "check_package", "member", "open_package", "safe_name"]

LARGEST = 200_000_000
"""Bytes that a zip file may unpack to, all parts together."""

_MOST_PARTS = 10_000
_RATIO = 200


def open_package(data: bytes, *, file: str) -> zipfile.ZipFile:
    """Open a zip file that does not unpack to more than a computer can hold.

    Raises:
        UnreadableFile: It is damaged, encrypted, or unpacks to too much.
    """
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, zlib.error):
        raise UnreadableFile("a damaged or incomplete zip file", file=file, fix="Hand it in again") from None
    parts = package.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableFile("locked with a password", file=file, fix="Save it without one")
    size = sum(part.file_size for part in parts)
    if len(parts) > _MOST_PARTS or size > LARGEST or (size > 10_000_000 and size > _RATIO * len(data)):
        raise UnreadableFile("unpacks to more than is safe", file=file, fix="Split it into smaller files")
    return package


def check_package(data: bytes, *, file: str) -> None:
    """As `open_package`, when somebody else will read it.

    Raises:
        UnreadableFile: As `open_package`; or a part is damaged.
    """
    with open_package(data, file=file) as package:
        for part in package.infolist():
            member(package, part, file=file)


def member(package: zipfile.ZipFile, part: zipfile.ZipInfo, *, file: str) -> bytes:
    """One part's bytes; what the directory says of its size is not believed.

    Raises:
        UnreadableFile: The part is damaged, or larger than it says.
    """
    try:
        with package.open(part) as stream:
            data = stream.read(part.file_size + 1)
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError, zlib.error):
        raise UnreadableFile("a damaged part in the zip file", file=file, fix="Hand it in again") from None
    if len(data) > part.file_size:
        raise UnreadableFile("a part is larger than the zip file says", file=file, fix="Hand it in again")
    return data


def safe_name(name: str) -> str | None:
    """A member's path as a relative one, or None for one that leaves the archive."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in name:
        return None
    return str(path)
