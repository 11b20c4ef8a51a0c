"""What a metadata remover leaves, the gate still finds."""

import importlib.util
import io
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from chatham.check import check_bytes

SPEC = importlib.util.spec_from_file_location("hiding", Path(__file__).with_name("test_check_hiding.py"))
assert SPEC is not None
assert SPEC.loader is not None
hiding = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(hiding)

SOME = (
    "over_two_runs",
    "in_a_footnote",
    "in_alternative_text",
    "in_a_mailto_link",
    "in_exif",
    "as_creator",
    "in_the_comment_of_the_archive",
)


def reads(data: bytes) -> bool:
    """Whether somebody who unpacks the file and strips the tags reads the name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.comment, *(archive.read(name) for name in archive.namelist())]
    return any(b"priyaraman" in re.sub(rb"<[^>]*>|[^A-Za-z<>]", b"", part).lower() for part in parts) or any(
        b"Priya%20Raman" in part or b"Priya Raman" in part for part in parts
    )


@pytest.mark.parametrize("how", SOME)
def test_the_gate_finds_what_mat2_leaves(how: str, require, tmp_path) -> None:
    mat2 = require("mat2")
    data = hiding.WAYS[how](hiding.SECRETS["name"])
    (tmp_path / "note.docx").write_bytes(data)
    subprocess.run([mat2, "note.docx"], cwd=tmp_path, capture_output=True, timeout=900)
    cleaned = tmp_path / "note.cleaned.docx"
    left = cleaned.read_bytes() if cleaned.exists() else data
    report = check_bytes(left, name="note.docx", roster=hiding.ROSTER, consultation=None)
    assert bool(report.leaks) == reads(left)
    assert report.unreadable == ()
