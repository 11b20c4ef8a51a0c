"""The shipped templates are what their builder makes, and a built note reads as it did.

After a wanted change: `CHATHAM_GOLDEN=write pytest tests/golden/test_summary_note.py`, and read the difference.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from chatham.report import build
from chatham.resources import templates

HERE = Path(__file__).parent
UNIT = HERE.parent / "unit" / "report"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def module(path):
    spec = importlib.util.spec_from_file_location(f"golden_{path.stem}", path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


SAMPLE = module(UNIT / "sample.py")
DOCUMENT = module(UNIT / "document.py")


def outline(data):
    """Style and text of every paragraph, one a line."""
    lines = []
    for name in ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"):
        lines.append(f"# {name}")
        for p in DOCUMENT.part(data, name).iter(f"{W}p"):
            style = p.find(f"{W}pPr/{W}pStyle")
            lines.append(f"{'' if style is None else style.get(f'{W}val')}|{DOCUMENT.text(p)}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", ["summary-note", "summary-note-by-objective"])
def test_the_built_note_reads_as_it_did(name):
    made = outline(build(SAMPLE.note(), template=templates() / f"{name}.docx"))
    expected = HERE / f"{name}.txt"
    if os.environ.get("CHATHAM_GOLDEN") == "write":
        expected.write_text(made, encoding="utf-8")
    assert made == expected.read_text(encoding="utf-8")


def test_the_shipped_templates_are_what_the_builder_makes(tmp_path):
    builder = templates() / "build_templates.py"
    module(builder).main(tmp_path)
    for made in sorted(tmp_path.iterdir()):
        assert made.read_bytes() == (templates() / made.name).read_bytes(), made.name
    assert len(list(tmp_path.iterdir())) == 2


def test_bytes_do_not_depend_on_the_hash_seed():
    script = (
        "import hashlib, importlib.util, sys\n"
        f"spec = importlib.util.spec_from_file_location('sample', {str(UNIT / 'sample.py')!r})\n"
        "sample = importlib.util.module_from_spec(spec); spec.loader.exec_module(sample)\n"
        "from chatham.report import build\n"
        "sys.stdout.write(hashlib.sha256(build(sample.note())).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert digests == {hashlib.sha256(build(SAMPLE.note())).hexdigest()}
