"""`chatham import` in a consultation's folder: notes again after a correction, and the registration list."""

import os
import stat
import subprocess
import sys

import pytest

import chatham
from chatham.errors import InputError
from chatham.resources import samples
from chatham.review import approve_all

NOTES = "# Working Group 2\n\n## Objective 6\n\n### Challenges\n\nFees are high.\n\nNobody gives a receipt.\n"


def run(*arguments, cwd):
    return subprocess.run(
        [sys.executable, "-m", "chatham.cli", *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )


@pytest.fixture
def folder(tmp_path):
    home = tmp_path / "fees"
    with chatham.new(home, title="Fees"):
        pass
    (home / "consultation.yaml").write_bytes((samples() / "consultation.yaml").read_bytes())
    (home / "notes" / "wg2.md").write_text(NOTES, "utf-8")
    return home


def test_a_corrected_file_says_what_changed_and_reopens_what_was_approved(folder):
    (folder / "roster.csv").write_bytes((samples() / "roster.csv").read_bytes())
    with chatham.open(folder) as workspace:
        first = workspace.import_files()
        assert (len(first.changes.added), first.differences) == (2, ())
        workspace.anonymise()
        approve_all(workspace.store, who="Ada", why="read each of them")
    assert "0 notes added, 0 updated, 0 removed, 2 unchanged" in run("import", cwd=folder).stderr
    (folder / "notes" / "wg2.md").write_text(NOTES.replace("high", "higher").replace("Nobody gives a receipt.", ""))
    told = run("import", cwd=folder).stderr
    assert "0 notes added, 1 updated, 1 removed, 0 unchanged" in told
    assert "wg2.md, line 7" in told
    assert "changed in text; it was approved, and is open again" in told
    assert "removed" in told
    assert "higher" not in told
    with chatham.open(folder) as workspace:
        assert not workspace.approved()


def test_a_registration_export_is_checked_and_becomes_the_folders_list(folder):
    done = run("import", "--roster", str(samples() / "other" / "registrations.csv"), cwd=folder)
    assert done.returncode == 0
    for told in (
        "line 6: a stakeholder category that the codebook does not have",
        "line 5, line 6: one organisation more than once",
        "line 7: registered after the deadline",
        "nobody of: East and North-East Asia",
    ):
        assert told in " ".join(done.stderr.split())
    assert "█" in done.stderr
    assert stat.S_IMODE((folder / "roster.csv").stat().st_mode) == 0o600 or os.name == "nt"
    with chatham.open(folder) as workspace:
        assert len(workspace.roster.participants) == 6
        assert workspace.balance().rows[-1].counts == (3, 2, 0, 1)


def test_a_list_that_cannot_be_used_leaves_everything_as_it_was(folder):
    before = (folder / "roster.csv").read_bytes()
    (folder / "wrong.csv").write_text("name,country\nLitia,Fiji\n,Nepal\n", "utf-8")
    done = run("import", "--roster", "wrong.csv", cwd=folder)
    assert done.returncode == 2
    assert "line 3: no name" in done.stderr
    assert (folder / "roster.csv").read_bytes() == before
    with chatham.open(folder) as workspace:
        assert not workspace.notes()


def test_notes_come_in_before_the_list_does(folder):
    done = run("import", cwd=folder)
    assert done.returncode == 0
    assert "2 notes added" in done.stderr


def test_another_format_in_the_way_is_not_overwritten(folder):
    (folder / "roster.csv").unlink()
    (folder / "roster.xlsx").write_bytes(b"not looked at")
    with chatham.open(folder) as workspace, pytest.raises(InputError, match="there already"):
        workspace.import_roster(samples() / "roster.csv")


def test_direct_messages_are_kept_if_asked_for(tmp_path):
    chat = str(samples() / "other" / "WG1_zoom_chat.txt")
    without = run("import", chat, "-o", "a.jsonl", cwd=tmp_path)
    assert "4 notes" in without.stderr
    assert "1 direct messages dropped" in without.stderr
    assert "5 notes" in run("import", chat, "--direct-messages", "-o", "b.jsonl", cwd=tmp_path).stderr
