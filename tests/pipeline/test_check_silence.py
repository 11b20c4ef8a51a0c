"""Nothing that the gate prints, logs, raises or leaves behind says who was found."""

import json
import logging
import subprocess
import sys

import pytest

from chatham.check import check_bytes
from chatham.check.clean import clean
from chatham.errors import ChathamError
from chatham.model.private import Participant, Roster

NAME = "Priyamvada Ramanujar"
TRACES = ("priyamvada", "ramanujar", "sagarmala", "pvr@")
ROSTER = Roster(
    participants=(Participant(row=1, name=NAME, organisation="Sagarmala Forum", emails=("pvr@sagarmala.example",)),)
)
FILES = {
    "note.txt": f"It was {NAME} of Sagarmala Forum, pvr@sagarmala.example.".encode(),
    "note.json": json.dumps({"text": NAME}).encode() + b"{",
    "note.html": f"<p>{NAME}<script>{NAME}".encode(),
    "note.xml": f"<?xml version='1.0'?><a>{NAME}</b>".encode(),
    "note.pdf": f"%PDF-1.7\n1 0 obj\n({NAME})\nendobj\nstartxref\n9\n%%EOF".encode(),
    "note.docx": b"PK\x03\x04" + NAME.encode() * 9,
    "note.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NAME.encode("utf-16-le"),
    "note.png": b"\x89PNG\r\n\x1a\n" + NAME.encode(),
}


def quiet(text: str) -> bool:
    return not any(trace in text.casefold() for trace in TRACES)


@pytest.mark.parametrize("name", FILES)
def test_no_report_log_or_error_says_a_name(name: str, caplog, capsys) -> None:
    with caplog.at_level(logging.DEBUG):
        report = check_bytes(FILES[name], name=name, roster=ROSTER, consultation=None)
        with pytest.raises(ChathamError) as raised:
            clean(FILES[name])
    error = raised.value
    assert quiet(f"{error} {error!r} {error.__cause__} {error.args}")
    assert report.exit_code in (1, 2)
    printed = capsys.readouterr()
    assert quiet(caplog.text + printed.out + printed.err)
    assert quiet(json.dumps(report.to_json()) + repr(report) + " ".join(map(str, report.leaks)))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "roster.csv").write_text(
        f"name,organisation,email\n{NAME},Sagarmala Forum,pvr@sagarmala.example\n", "utf-8"
    )
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_the_command_says_no_name_unless_asked(folder, options: list[str], tmp_path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    command = [sys.executable, "-m", "chatham.cli", "check", *FILES, "--roster", "roster.csv", *options]
    environment = {"PATH": "", "TMPDIR": str(scratch), "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment, timeout=900)
    assert done.returncode == 2, done.stderr
    assert quiet(done.stdout + done.stderr)
    assert list(scratch.iterdir()) == []


def test_the_command_says_the_name_when_asked(folder) -> None:
    command = [sys.executable, "-m", "chatham.cli", "check", "note.txt", "--roster", "roster.csv", "--show"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=900)
    assert done.returncode == 1, done.stderr
    assert not quiet(done.stdout + done.stderr)
