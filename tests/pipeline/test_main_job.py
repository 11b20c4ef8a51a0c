"""The main job as a user runs it: rapporteurs' files in, a clean summary note out."""

import json
import logging
import shutil
import zipfile
from pathlib import Path

import pytest
import yaml

from chatham import resources
from chatham.cli.__main__ import main

SAMPLES = resources.samples()
ROSTER, CONSULTATION = SAMPLES / "roster.csv", SAMPLES / "consultation.yaml"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "demo"
    assert main(["demo", str(folder)]) == 0
    return folder


def surfaces():
    """What must not be readable anywhere: full names, organisations and addresses of the sample roster."""
    lines = ROSTER.read_text("utf-8").splitlines()
    import csv

    rows = list(csv.DictReader(lines))
    public = yaml.safe_load(CONSULTATION.read_text("utf-8"))["organisers"]
    names = {r["name"] for r in rows} | {r["email"] for r in rows}
    names |= {r["organisation"] for r in rows if r["category"] not in ("United Nations", "government")}
    return names - set(public)


def test_the_demo_writes_a_note_that_passes_the_gate(made, capsys):
    note = made / "public" / "summary.docx"
    assert zipfile.is_zipfile(note)
    command = ["check", str(note), "--roster", str(ROSTER), "--consultation", str(CONSULTATION), "--json"]
    assert main(command) == 0
    (report,) = json.loads(capsys.readouterr().out)
    assert report["leaks"] == []
    assert report["unreadable"] == []
    assert report["file"] == str(note)


def test_the_note_names_nobody_and_says_something(made):
    with zipfile.ZipFile(made / "public" / "summary.docx") as package:
        everything = b"\n".join(package.read(n) for n in package.namelist()).decode("utf-8", "replace")
        body = package.read("word/document.xml").decode()
    assert [s for s in surfaces() if s in everything] == []
    assert "Recruitment" in body or "recruitment" in body
    assert "participants" in body


def test_the_folder_is_private_and_git_sees_only_what_is_public(made):
    assert made.stat().st_mode & 0o077 == 0
    assert (made / "private").stat().st_mode & 0o077 == 0
    assert (made / ".gitignore").read_text() == "/*\n!/.gitignore\n!/consultation.yaml\n!/public/\n"


def test_the_same_input_gives_the_same_bytes(made, tmp_path):
    assert main(["demo", str(tmp_path / "again")]) == 0
    first, second = ((f / "public" / "summary.docx").read_bytes() for f in (made, tmp_path / "again"))
    assert first == second


def test_importing_again_changes_nothing(made, capsys):
    assert main(["import", "--folder", str(made)]) == 0
    assert "0 notes added, 0 updated, 0 removed" in capsys.readouterr().err


def test_status_shows_what_there_is(made, capsys):
    assert main(["status", "--folder", str(made), "--json"]) == 0
    now = json.loads(capsys.readouterr().out)
    assert now["notes"] > 60
    assert now["undecided"] == 0
    assert main(["status", "--folder", str(made)]) == 0
    assert "Recommendations" in capsys.readouterr().out


@pytest.fixture(scope="module")
def filtered(tmp_path_factory):
    """The same job as filters on files."""
    folder = tmp_path_factory.mktemp("filters")
    notes, clean, findings = folder / "notes.jsonl", folder / "clean.jsonl", folder / "findings.jsonl"
    options = ["--consultation", str(CONSULTATION)]
    assert main(["import", str(SAMPLES / "notes"), *options, "--output", str(notes)]) == 0
    command = ["anonymise", "--notes", str(notes), "--roster", str(ROSTER), *options]
    assert main([*command, "--output", str(clean), "--findings", str(findings)]) == 0
    return folder


def test_the_filters_keep_their_contract(filtered):
    raw = [json.loads(line) for line in (filtered / "notes.jsonl").read_text("utf-8").split("\n") if line]
    clean = [json.loads(line) for line in (filtered / "clean.jsonl").read_text("utf-8").split("\n") if line]
    found = [json.loads(line) for line in (filtered / "findings.jsonl").read_text("utf-8").split("\n") if line]
    assert [n["id"] for n in clean] == [n["id"] for n in raw]
    assert all(list(n) == ["id", "text", "working_group", "round", "objectives", "review"] for n in clean)
    texts = {n["id"]: n["text"] for n in raw}
    for note in clean:
        edits = [f for f in found if f["note"] == note["id"] and f["replacement"] is not None]
        text, end = texts[note["id"]], len(texts[note["id"]])
        for edit in reversed(edits):
            assert edit["start"] < edit["end"] <= end
            text = text[: edit["start"]] + edit["replacement"] + text[edit["end"] :]
            end = edit["start"]
        assert text == note["text"]
    assert (filtered / "notes.jsonl").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("people", [True, False])
def test_a_filtered_note_is_a_draft(filtered, tmp_path, people, capsys):
    notes, options = filtered / "clean.jsonl", ["--consultation", str(CONSULTATION)]
    who = ["--speakers", str(filtered / "notes.jsonl"), "--roster", str(ROSTER)] if people else []
    points, note = tmp_path / "points.jsonl", tmp_path / "summary.docx"
    assert main(["synthesise", "--notes", str(notes), *who, *options, "--output", str(points)]) == 0
    rows = [json.loads(line) for line in points.read_text("utf-8").split("\n") if line]
    assert all(r["notes"] for r in rows)
    assert all((r["quantifier"] is not None) <= people for r in rows)
    assert any(r["quantifier"] for r in rows) == people
    command = ["build", "--notes", str(notes), "--points", str(points), *who, *options, "--output", str(note)]
    assert main(command) == 0
    assert ("ungated" in capsys.readouterr().err) == (not people)
    with zipfile.ZipFile(note) as package:
        assert any(b"DRAFT" in package.read(n) for n in package.namelist())


def test_a_note_that_still_names_somebody_is_not_written(filtered, tmp_path, capsys):
    leaky, note = tmp_path / "leaky.jsonl", tmp_path / "summary.docx"
    name = next(iter(sorted(surfaces())))
    rows = [json.loads(line) for line in (filtered / "clean.jsonl").read_text("utf-8").split("\n") if line]
    rows[0] |= {"text": f"A list is kept by {name}.", "objectives": [6], "review": "challenges"}
    leaky.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    command = ["build", "--notes", str(leaky), "--roster", str(ROSTER), "--consultation", str(CONSULTATION)]
    assert main([*command, "--output", str(note)]) == 1
    assert not note.exists()
    told = capsys.readouterr().err
    assert name not in told
    assert f"Look at note {rows[0]['id']}" in told


SAID = "Opaline Quaverley of Marrow Lane House said so"


def bad(kind: str, folder: Path) -> Path:
    contents = {
        "broken.docx": b"PK\x03\x04" + b"\0" * 64,
        "empty.md": b"",
        "unknown.jsonl": json.dumps({"id": 1, "text": SAID, "objectives": [31]}).encode(),
        "unknown.md": f"[GCM 31][challenges] {SAID}\n".encode(),
        "twice.jsonl": f'{{"id": 1, "text": "{SAID}"}}\n{{"id": 1, "text": "{SAID}"}}\n'.encode(),
        "columns.csv": f"when,who\nyesterday,{SAID}\n".encode(),
        "broken.jsonl": f'{{"id": 1, "text": "{SAID}"}}\n{{"id": 2, "text": "{SAID}'.encode(),
        "picture.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
        "picture.md": b"\x89PNG\r\n\x1a\n" + b"\0" * 64,
    }
    path = folder / kind
    path.write_bytes(contents[kind])
    return path


@pytest.mark.parametrize(
    "kind",
    [
        "broken.docx",
        "empty.md",
        "unknown.jsonl",
        "unknown.md",
        "twice.jsonl",
        "columns.csv",
        "broken.jsonl",
        "picture.png",
        "picture.md",
    ],
)
def test_bad_input_is_refused_whole_and_quotes_nothing(kind, tmp_path, capsys):
    good = tmp_path / "good.md"
    good.write_text("[GCM 6][challenges] Fees are high.\n", "utf-8")
    output = tmp_path / "notes.jsonl"
    command = ["import", str(good), str(bad(kind, tmp_path)), "--consultation", str(CONSULTATION)]
    assert main([*command, "--output", str(output)]) == 2
    printed = capsys.readouterr()
    assert kind in printed.err
    assert "Quaverley" not in printed.err + printed.out
    assert not output.exists()


@pytest.mark.parametrize("line", ["unknown.jsonl, line 1", "twice.jsonl, line 2", "broken.jsonl, line 2"])
def test_bad_input_is_placed(line, tmp_path, capsys):
    kind = line.split(",")[0]
    main(["import", str(bad(kind, tmp_path)), "--consultation", str(CONSULTATION), "--output", str(tmp_path / "o")])
    assert line in capsys.readouterr().err


def test_a_roster_or_its_absence_has_to_be_said(tmp_path, capsys):
    notes = tmp_path / "notes.jsonl"
    notes.write_text(json.dumps({"id": 1, "text": "Fees are high."}), "utf-8")
    assert main(["anonymise", "--notes", str(notes), "--output", str(tmp_path / "o")]) == 2
    assert main(["anonymise", "--notes", str(notes), "--no-roster", "--output", str(tmp_path / "o")]) == 0
    assert "without a roster" in capsys.readouterr().err


def test_nothing_said_is_logged_or_left_in_temporary_files(tmp_path, monkeypatch, caplog, capsys):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    notes = tmp_path / "notes"
    shutil.copytree(SAMPLES / "notes", notes)
    with caplog.at_level(logging.DEBUG):
        assert main(["demo", str(tmp_path / "demo")]) == 0
        main(["check", str(SAMPLES / "notes" / "WG2_notes.md"), "--roster", str(ROSTER), "--json"])
    printed = capsys.readouterr()
    left = "".join(p.read_text("utf-8", "replace") for p in temporary.rglob("*") if p.is_file())
    heard = caplog.text + printed.out + printed.err + left
    assert [s for s in surfaces() if s in heard] == []


def test_the_folder_is_attacked_and_the_advice_waits_for_a_person(made, capsys):
    assert main(["risk", "--folder", str(made)]) == 0
    assert "the attack is right in" in capsys.readouterr().err
    rows = [json.loads(line) for line in (made / "private" / "risk.jsonl").read_text("utf-8").split("\n") if line]
    assert all(set(row) == {"note", "k", "rank", "candidates", "reasons"} for row in rows)
    assert any(row["reasons"] for row in rows)
    for name in ("risk.jsonl", "advice.jsonl", "risk.html"):
        assert (made / "private" / name).stat().st_mode & 0o077 == 0
    main(["status", "--folder", str(made), "--json"])
    assert json.loads(capsys.readouterr().out)["undecided"] == 0, "nothing was changed unasked"
