"""A run of `chatham anonymise` that is killed or interrupted in the middle goes on where it was, to the same bytes."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from chatham.anonymise import engine
from chatham.cli.__main__ import main
from chatham.exchange.notes import dump_notes
from chatham.model.private import RawNote

NOTES = 500
PIECES = 8
posix = pytest.mark.skipif(os.name != "posix", reason="Windows has neither signals nor process groups like these")


@pytest.fixture(scope="module")
def given(tmp_path_factory):
    folder = tmp_path_factory.mktemp("given")
    said = "{}: Priya Raman from Lantern House said that {} of the beds were kept for Rosa; Amos Otieno disagreed."
    notes = [RawNote(id=f"n{n}", text=said.format(n, n % 90), speaker="Rosa Amparo") for n in range(NOTES)]
    (folder / "notes.jsonl").write_text(dump_notes(notes), "utf-8")
    (folder / "roster.csv").write_text(
        "name,organisation\nPriya Raman,Lantern House\nRosa Amparo,\nAmos Otieno,Nyumba Tenants' League\n", "utf-8"
    )
    assert main(arguments(folder, folder / "whole")) == 0
    return folder


def arguments(given: Path, made: Path, processes: int = 1) -> list[str]:
    made.mkdir(exist_ok=True)
    return [
        "anonymise", "--notes", str(given / "notes.jsonl"), "--roster", str(given / "roster.csv"),
        "--output", str(made / "anonymised.jsonl"), "--findings", str(made / "findings.jsonl"),
        "--processes", str(processes),
    ]  # fmt: skip


def lines(path: Path) -> int:
    try:
        return path.read_bytes().count(b"\n")
    except FileNotFoundError:  # not yet, or not any more
        return 0


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def stop(given: Path, made: Path, sign: int, processes: int) -> tuple[int, str]:
    """Start a run and stop it when it has done something: its exit code, and what it said.

    Where this process gets so little of the machine that the run is through before it is stopped, there is another one.
    """
    for _ in range(10):
        code, said = stopped(given, made, sign, processes)
        if code and lines(made / ".findings.jsonl.unfinished") < PIECES:
            break
        shutil.rmtree(made)
    return code, said


def stopped(given: Path, made: Path, sign: int, processes: int) -> tuple[int, str]:
    command = [sys.executable, "-m", "chatham.cli", *arguments(given, made, processes)]
    kept = made / ".findings.jsonl.unfinished"
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as run:
        while run.poll() is None and lines(kept) < 2:
            time.sleep(0.005)
        if run.poll() is None:
            (os.kill if sign == signal.SIGKILL else os.killpg)(run.pid, sign)
        code = run.wait()
        return code, run.stderr.read()  # ends when the last of its processes has gone


@posix
@pytest.mark.parametrize(("sign", "processes"), [("SIGKILL", 1), ("SIGKILL", 2), ("SIGINT", 2)])
def test_a_stopped_run_goes_on_to_the_same_bytes(given, tmp_path, monkeypatch, sign, processes):
    code, said = stop(given, tmp_path / "made", getattr(signal, sign), processes)
    if sign == "SIGKILL":
        assert (code, said) == (-signal.SIGKILL, "")
    else:
        assert code == 130
        assert said.startswith("what is done is kept: the same command goes on from there\n")
    left = contents(tmp_path / "made")
    assert list(left) == [".findings.jsonl.unfinished"]
    assert not any(word in left[".findings.jsonl.unfinished"] for word in (b"Priya", b"Lantern", b"beds"))
    done = left[".findings.jsonl.unfinished"].count(b"\n")
    pieces: list[int] = []
    find = engine.find
    monkeypatch.setattr(engine, "find", lambda tools, piece: pieces.append(piece[0]) or find(tools, piece))
    assert main(arguments(given, tmp_path / "made")) == 0
    assert contents(tmp_path / "made") == contents(given / "whole")
    assert 0 < len(pieces) <= PIECES - done
