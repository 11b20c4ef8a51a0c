"""The pre-publication certificate: shows, without roster or notes, that a file is the one that passed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from chatham.check.verdict import GATE_VERSION, FileReport
from chatham.errors import GateClosed, InputError
from chatham.files import read_text, sha256

__all__ = ["certificate", "verify"]

_FORMAT = 1


def certificate(report: FileReport, *, people: int | None = None) -> str:
    """The text of `public/summary.check.json`. It names nobody, and says nothing of who was there but how many.

    Args:
        report: Of the file.
        people: How many people were looked for, where it may be said.

    Raises:
        GateClosed: The file did not pass.
    """
    if not report.passed:
        raise GateClosed("the file did not pass the gate", file=report.file, fix="Mend what `chatham check` names")
    kinds: dict[str, int] = {}
    for notice in report.notices:
        kinds[notice.kind] = kinds.get(notice.kind, 0) + 1
    content: dict[str, Any] = {
        "format": _FORMAT,
        "gate": GATE_VERSION,
        "file": Path(report.file).name,
        "sha256": report.sha256,
        "words": report.words,
        "leaks": 0,
        "notices": dict(sorted(kinds.items())),
        "waivers": [
            {"part": w.leak.part, "where": w.leak.where, "kind": w.leak.kind.value, "reason": w.reason}
            for w in report.waived
        ],
    }
    if people is not None:
        content["people"] = people
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def verify(path: str | Path, certificate_path: str | Path) -> dict[str, Any]:
    """See that a file is the one that passed.

    Args:
        path: The file.
        certificate_path: Its certificate.

    Returns:
        The certificate's content.

    Raises:
        GateClosed: It is another file, or was changed since.
        InputError: The certificate is none, or of a newer format.
        UnreadableFile: One of the two is missing.
    """
    try:
        content: Any = json.loads(read_text(certificate_path))
    except (ValueError, RecursionError):
        raise InputError("not valid JSON", file=certificate_path, fix="Build the note again") from None
    if not isinstance(content, dict) or not isinstance(content.get("sha256"), str):
        raise InputError("not a certificate", file=certificate_path, fix="Build the note again")
    if content.get("format") != _FORMAT:
        raise InputError(f"not a certificate of format {_FORMAT}", file=certificate_path, fix="Use a newer chatham")
    if content.get("leaks") != 0:
        raise GateClosed("the certificate says that the file did not pass", file=certificate_path)
    if sha256(path) != content["sha256"]:
        raise GateClosed(
            "not the file that passed, or changed since", file=path, fix="Check it again before publishing"
        )
    return {str(key): value for key, value in content.items()}
