"""Heavy libraries are loaded where they are used, and nowhere else."""

import subprocess
import sys

import pytest

HEAVY = {
    "spacy",
    "presidio_analyzer",
    "presidio_anonymizer",
    "pandas",
    "sklearn",
    "docx",
    "dask",
    "onnxruntime",
    "sqlalchemy",
    "numpy",
}


def loaded(code):
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint('\\n'.join(sys.modules), file=sys.stderr)"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return {line.split(".")[0] for line in done.stderr.splitlines()}


@pytest.mark.parametrize(
    "code",
    ["import chatham", "import chatham.cli.app", "from chatham.cli.__main__ import main\nmain(['--help'])"],
)
def test_nothing_heavy_is_loaded(code):
    assert loaded(code).isdisjoint(HEAVY)


def test_help_needs_no_pydantic_either():
    assert "pydantic" not in loaded("from chatham.cli.__main__ import main\nmain(['--help'])")


def test_check_never_loads_the_language_model(tmp_path):
    (tmp_path / "roster.csv").write_text("name\nOpal Quay\n", "utf-8")
    (tmp_path / "note.md").write_text("Somebody said so.\n", "utf-8")
    command = ["check", str(tmp_path / "note.md"), "--roster", str(tmp_path / "roster.csv")]
    assert loaded(f"from chatham.cli.__main__ import main\nassert main({command}) == 0").isdisjoint(HEAVY)
