"""`chatham lint`, and `chatham build` with other forms, from the command line."""

import json
import subprocess
import sys

import pytest


def chatham(*arguments, cwd):
    return subprocess.run(
        [sys.executable, "-m", "chatham.cli", *arguments], cwd=cwd, capture_output=True, text=True, check=False
    )


def test_lint_tells_breaches_and_exits_1(tmp_path):
    (tmp_path / "note.md").write_text("# Note\n\nThey organise 3 visits.\n", "utf-8")
    (tmp_path / "sound.txt").write_text("They organize three visits.\n", "utf-8")
    done = chatham("lint", "--json", "note.md", "sound.txt", cwd=tmp_path)
    assert done.returncode == 1
    first, second = json.loads(done.stdout)
    assert [(b["where"], b["rule"], b["instead"]) for b in first["breaches"]] == [
        ("line 3", "spelling", "organize"),
        ("line 3", "number", "three"),
    ]
    assert second == {"file": "sound.txt", "breaches": []}
    assert chatham("lint", "sound.txt", cwd=tmp_path).returncode == 0
    assert chatham("lint", "absent.md", cwd=tmp_path).returncode == 2


@pytest.fixture
def folder(tmp_path):
    note = {"id": "n1", "text": "Fees are high.", "objectives": [6], "review": "challenges"}
    point = {"id": "p1", "objectives": [6], "review": "challenges", "text": "Fees are high.", "notes": ["n1"]}
    (tmp_path / "notes.jsonl").write_text(json.dumps(note) + "\n", "utf-8")
    (tmp_path / "points.jsonl").write_text(json.dumps(point) + "\n", "utf-8")
    (tmp_path / "c.yaml").write_text("title: A consultation\nobjectives: [6]\n", "utf-8")
    return tmp_path


def build(folder, *arguments, output="note.docx"):
    given = ("--notes", "notes.jsonl", "--points", "points.jsonl", "--consultation", "c.yaml", "--output", output)
    return chatham("build", *given, *arguments, cwd=folder)


def test_other_forms_stand_beside_the_word_file(folder):
    done = build(folder, "--also-as", "md,html,csv,xlsx,sensemaking", "--template", "by-objective")
    assert done.returncode == 0, done.stderr
    made = sorted(p.name for p in folder.glob("note.*"))
    assert made == ["note.csv", "note.docx", "note.html", "note.md", "note.sensemaking.csv", "note.xlsx"]
    assert "Fees are high." in (folder / "note.md").read_text("utf-8")


def test_an_unknown_form_writes_nothing(folder):
    assert build(folder, "--also-as", "md,odt").returncode == 2
    assert not list(folder.glob("note.*"))


def test_other_forms_need_a_file_to_stand_beside(folder):
    assert build(folder, "--also-as", "md", output="-").returncode == 2
