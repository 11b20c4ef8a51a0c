"""Stopping the program with the keyboard, at moments that are hard to hit."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import chatham

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


STOPPED_AGAIN = """
import atexit, os, signal, sys

def press():
    os.kill(os.getpid(), signal.SIGINT)

class Stop:
    def find_spec(self, name, *rest):
        if name == "typer":
            try:
                press()
            finally:
                press()
                print("cleared up")

sys.meta_path.insert(0, Stop())
atexit.register(press)
from chatham.cli.__main__ import start
sys.exit(start())
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows gives a process no signal of its own")
def test_somebody_who_presses_again_disturbs_neither_clearing_up_nor_the_end():
    done = subprocess.run([sys.executable, "-c", STOPPED_AGAIN], capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (130, "cleared up\n")
    assert done.stderr == "chatham: stopped; nothing half-written is left\n"


def test_nothing_more_is_read_from_the_disk_before_a_stop_can_be_said():
    loaded = "there = set(sys.modules)\nfrom chatham.cli import __main__\nprint(*set(sys.modules) - there)"
    started = f"import os, sys; sys.path.insert(0, {str(Path(chatham.__file__).parents[1])!r})\n"  # as by Python itself
    done = subprocess.run([sys.executable, "-S", "-c", started + loaded], capture_output=True, text=True, check=True)
    own = {"chatham", "chatham.cli", "chatham.cli.__main__", "__future__"}
    assert set(done.stdout.split()) - set(sys.builtin_module_names) == own
