"""Stopping the program with the keyboard, at moments that are hard to hit."""

import subprocess
import sys

import pytest

STOPPED_AT = """
import sys

class Stop:
    def find_spec(self, name, *rest):
        if name == {name!r}:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Stop())
from chatham.cli.__main__ import main
sys.exit(main(["check", "note.txt", "--roster", "roster.csv"]))
"""


@pytest.mark.parametrize(
    "name", ["typer", "chatham.cli.app", "typer._adapters", "chatham.check", "chatham.capture.roster"]
)
def test_stopping_while_modules_are_loaded_is_said_in_one_line(name, tmp_path):
    (tmp_path / "note.txt").write_text("Fees are high.", "utf-8")
    (tmp_path / "roster.csv").write_text("name\nOpal Quay\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", STOPPED_AT.format(name=name)], cwd=tmp_path, capture_output=True, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (130, "chatham: stopped; nothing half-written is left\n")
