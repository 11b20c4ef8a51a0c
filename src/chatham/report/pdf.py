"""PDF, through LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from chatham.errors import InputError

__all__ = ["to_pdf"]

_SECONDS = 600


def to_pdf(document: bytes) -> bytes:
    """A built Word document as PDF; its bytes depend on the LibreOffice that makes them.

    Args:
        document: The bytes of the .docx.

    Raises:
        InputError: LibreOffice is not installed, or made nothing.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise InputError("PDF needs LibreOffice, which is not installed", fix="Install it, or save as PDF in Word")
    with tempfile.TemporaryDirectory(prefix="chatham-") as folder:  # mode 0700
        source = Path(folder) / "summary.docx"
        source.write_bytes(document)
        command = [
            program,
            f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            str(source),
        ]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)  # noqa: S603 - no shell, our own file
            return source.with_suffix(".pdf").read_bytes()
        except (subprocess.SubprocessError, OSError):
            raise InputError("LibreOffice made no PDF", fix="Open the document in LibreOffice to see why") from None
