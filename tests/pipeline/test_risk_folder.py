"""The audit in a consultation's folder: what it writes, how its advice is taken, and where it is kept if encrypted."""

import json

import pytest

from chatham.cli.__main__ import main
from chatham.model.public import AnonymisedNote
from chatham.review import approve_all
from chatham.review.decide import review
from chatham.review.desk import Desk
from chatham.workspace import Workspace

ROSTER = (
    "name,organisation,category,country,working_group\n"
    "Opal Quay,Ferry House,media,Tonga,WG1\n"
    "Tomas Birk,River Union,trade unions,Nepal,WG1\n"
    "Ines Lund,Harbour Desk,media,Fiji,WG1\n"
    "Amina Noor,Bridge Watch,civil society,India,WG1\n"
)
TEXTS = ("In my country, Tonga, bail is dear and Tonga has no form.", "The form is late.")


@pytest.fixture
def fill():
    """Puts a roster and two anonymised notes of a known speaker into a folder."""

    def put(workspace):
        (workspace.folder / "roster.csv").write_text(ROSTER, "utf-8")
        notes = [workspace.note(text, speaker="Opal Quay") for text in TEXTS]
        workspace.store.put_anonymised([AnonymisedNote(id=n.id, text=n.text) for n in notes], [])
        return [n.id for n in notes]

    return put


@pytest.fixture
def folder(tmp_path, fill):
    """A folder with two notes that are approved."""
    with Workspace.create(tmp_path / "rivers", title="Rivers") as workspace:
        ids = fill(workspace)
        approve_all(workspace.store, who="R", why="read")
    return tmp_path / "rivers", ids


def texts(home):
    with Workspace.open(home) as workspace:
        return [n.text for n in review(workspace.store.snapshot()).values()]


def test_advice_is_written_and_taken_only_when_yes_is_said(folder, capsys):
    home, (first, second) = folder
    assert main(["risk", "--folder", str(home)]) == 0
    advice = [json.loads(line) for line in (home / "private" / "advice.jsonl").read_text("utf-8").splitlines()]
    assert {a["note"] for a in advice} == {first}
    assert texts(home) == list(TEXTS)
    for word in ("no", "notes.jsonl", ""):
        assert main(["risk", "--apply", word, "--folder", str(home)]) == 2
        assert "--apply yes" in capsys.readouterr().err
    assert texts(home) == list(TEXTS)
    assert main(["risk", "--apply", "yes", "--as", "R. Porter", "--folder", str(home)]) == 0
    assert "1 notes are changed" in capsys.readouterr().err
    changed, kept = texts(home)
    assert "Tonga" not in changed
    assert kept == TEXTS[1]
    with Workspace.open(home) as workspace:
        assert [n.id for n in workspace.approved()] == [second]
        desk = Desk(workspace.store, who="R. Porter")
        assert desk.undo() == (first,)
        assert desk.notes[first].text == TEXTS[0]


def test_as_a_filter_apply_names_a_file(folder, tmp_path, capsys):
    home, _ = folder
    notes, output, roster = tmp_path / "n.jsonl", tmp_path / "r.jsonl", home / "roster.csv"
    notes.write_text('{"id": "1", "text": "The form is late."}\n', "utf-8")
    command = ["risk", "--notes", notes, "--speakers", notes, "--roster", roster, "--output", output, "--apply", "yes"]
    assert main([str(part) for part in command]) == 2
    assert "Name the file" in capsys.readouterr().err
    assert not output.exists()


def test_the_audit_can_be_written_elsewhere(folder, tmp_path):
    home, _ = folder
    out = {name: tmp_path / name for name in ("r.jsonl", "a.jsonl", "p.html")}
    command = ["risk", "--folder", str(home), "--output", out["r.jsonl"], "--advice", out["a.jsonl"]]
    assert main([str(c) for c in (*command, "--report", out["p.html"])]) == 0
    assert out["r.jsonl"].read_bytes() == (home / "private" / "risk.jsonl").read_bytes()
    assert out["a.jsonl"].read_bytes() == (home / "private" / "advice.jsonl").read_bytes()
    assert out["p.html"].read_bytes() == (home / "private" / "risk.html").read_bytes()
    assert {path.stat().st_mode & 0o777 for path in out.values()} == {0o600}


def test_in_an_encrypted_folder_the_audit_lies_in_the_store(tmp_path, fill, monkeypatch, capsys):
    monkeypatch.setenv("CHATHAM_PASSPHRASE", "four words or more")
    home = tmp_path / "rivers"
    assert main(["new", str(home), "--encrypt"]) == 0
    with Workspace.open(home) as workspace:
        first, _ = fill(workspace)
    assert main(["seal", "--yes", "--folder", str(home)]) == 0
    assert main(["risk", "--folder", str(home)]) == 0
    assert "encrypted store" in capsys.readouterr().err
    assert {f.name for f in (home / "private").iterdir()} <= {
        "chatham.sqlite",
        "chatham.sqlite-wal",
        "chatham.sqlite-shm",
    }
    with Workspace.open(home) as workspace:
        assert workspace.risks()[first].reasons
        assert "Tonga" not in workspace.advised()[first].text
        assert len(workspace.plain_files()) == 0


def test_the_advice_for_a_text_that_has_changed_since_is_not_offered(folder):
    from chatham.review.advised import advised_text

    home, (first, second) = folder
    assert main(["risk", "--folder", str(home)]) == 0
    with Workspace.open(home) as workspace:
        desk, advice = Desk(workspace.store, who="R"), workspace.advised()
        assert advised_text(desk.notes[first], advice)
        assert advised_text(desk.notes[second], advice) is None
        desk.edit(first, "Something else.")
        assert advised_text(desk.notes[first], advice) is None
