"""A Word file as the package that it is: named parts in a zip, read with limits, written the same each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from chatham.errors import TemplateError

__all__ = ["read_package", "write_package"]

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest moment that a zip can tell
_LARGEST = 100_000_000
_CONTENT_TYPES = "[Content_Types].xml"


def read_package(data: bytes, *, file: object = None) -> dict[str, bytes]:
    """All parts of a package.

    Args:
        data: The file's bytes.
        file: Its name, for the error message.

    Raises:
        TemplateError: It is no zip, is damaged, or unpacks to more than 100 MB.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > _LARGEST:
                raise TemplateError("unpacks to more than 100 MB", file=file, fix="Use a smaller template")
            return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, EOFError, RuntimeError, NotImplementedError):
        raise TemplateError("not a Word file, or a damaged one", file=file, fix="Save it in Word as .docx") from None


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts so that equal parts give equal bytes: sorted, content types first, no clock."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(parts, key=lambda n: (n != _CONTENT_TYPES, n)):
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o600 << 16
            archive.writestr(info, parts[name])
    return stream.getvalue()
