"""Where a consultation's private store is: a plain file, an encrypted one, a server."""

import io
import sys
import types
import uuid

import psycopg
import pytest

from chatham.cli.__main__ import main
from chatham.errors import ConsultationError, StoreError
from chatham.workspace import Workspace

WORDS = "four words or more"
SAID = "Ms. Opal Quay of Ferry House said that the form is missing."


@pytest.fixture
def nobody(monkeypatch):
    """No passphrase in the environment, no keyring, nobody at a terminal."""
    monkeypatch.delenv("CHATHAM_PASSPHRASE", raising=False)
    monkeypatch.setitem(sys.modules, "keyring", None)


@pytest.fixture
def encrypted(tmp_path, monkeypatch, nobody):
    """A folder made with --encrypt, one note in it."""
    monkeypatch.setenv("CHATHAM_PASSPHRASE", WORDS)
    assert main(["new", str(tmp_path / "rivers"), "--encrypt"]) == 0
    with Workspace.open(tmp_path / "rivers") as workspace:
        workspace.note(SAID)
    monkeypatch.delenv("CHATHAM_PASSPHRASE")
    return tmp_path / "rivers"


def test_an_encrypted_store_holds_no_word_that_can_be_read(encrypted):
    for file in (encrypted / "private").iterdir():
        data = file.read_bytes()
        assert b"SQLite format" not in data
        assert b"Opal" not in data
        assert file.stat().st_mode & 0o077 == 0


def test_commands_and_python_open_it_with_the_passphrase_and_not_without(encrypted, monkeypatch, capsys):
    assert main(["status", "--folder", str(encrypted)]) == 2
    said = capsys.readouterr().err
    assert "encrypted" in said
    assert "CHATHAM_PASSPHRASE" in said
    with Workspace.open(encrypted, passphrase=WORDS) as workspace:
        assert workspace.store.encrypted
        assert [n.text for n in workspace.notes()] == [SAID]
    with Workspace.open(encrypted, ask=lambda _: WORDS) as workspace:
        assert len(workspace.notes()) == 1
    monkeypatch.setenv("CHATHAM_PASSPHRASE", "another")
    assert main(["status", "--folder", str(encrypted)]) == 2
    said = capsys.readouterr().err
    assert "wrong passphrase" in said
    assert "another" not in said
    monkeypatch.setenv("CHATHAM_PASSPHRASE", WORDS)
    assert main(["status", "--folder", str(encrypted)]) == 0


def test_without_a_passphrase_or_the_driver_no_folder_is_made(tmp_path, monkeypatch, nobody, capsys):
    assert main(["new", str(tmp_path / "rivers"), "--encrypt"]) == 2
    assert "Set CHATHAM_PASSPHRASE" in capsys.readouterr().err
    monkeypatch.setenv("CHATHAM_PASSPHRASE", WORDS)
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    assert main(["new", str(tmp_path / "rivers"), "--encrypt"]) == 2
    assert "chatham[encryption]" in capsys.readouterr().err
    with pytest.raises(StoreError):
        Workspace.create(tmp_path / "rivers", title="Rivers", encrypt=True)
    assert not (tmp_path / "rivers").exists()
    assert main(["new", str(tmp_path / "rivers"), "--remember"]) == 2


@pytest.fixture
def keyring(monkeypatch):
    """A keyring in memory, whatever this machine has: what it holds."""
    held = {}
    module, errors = types.ModuleType("keyring"), types.ModuleType("keyring.errors")
    module.get_password = lambda service, user: held.get((service, user))
    module.set_password = lambda service, user, password: held.update({(service, user): password})
    module.delete_password = lambda service, user: held.pop((service, user))
    errors.KeyringError = type("KeyringError", (Exception,), {})
    monkeypatch.setitem(sys.modules, "keyring", module)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    return held


def test_a_passphrase_is_remembered_in_the_keyring_if_asked(tmp_path, monkeypatch, keyring, capsys):
    monkeypatch.setenv("CHATHAM_PASSPHRASE", WORDS)
    assert main(["new", str(tmp_path / "rivers"), "--encrypt", "--remember"]) == 0
    assert "keyring keeps" in capsys.readouterr().err
    monkeypatch.delenv("CHATHAM_PASSPHRASE")
    assert main(["status", "--folder", str(tmp_path / "rivers")]) == 0


ROSTER = "name,organisation,working_group\nOpal Quay,Ferry House,WG1\nTomas Birk,River Union,WG1\n"
NOTES = "# Working Group 1\n\n- Opal Quay: the form is missing.\n- Ferry House runs a boat.\n"


def everything(folder):
    return b"".join(f.read_bytes() for f in folder.rglob("*") if f.is_file())


def test_a_sealed_folder_holds_nothing_in_plain_and_goes_on_working(encrypted, monkeypatch, capsys):
    monkeypatch.setenv("CHATHAM_PASSPHRASE", WORDS)
    here = ["--folder", str(encrypted)]
    (encrypted / "roster.csv").write_text(ROSTER, "utf-8")
    (encrypted / "notes" / "wg1.md").write_text(NOTES, "utf-8")
    (encrypted / "private" / "risk.jsonl").write_text('{"note": "n1", "k": 2, "reasons": ["Opal"]}\n', "utf-8")
    assert main(["status", *here]) == 0
    assert "3 files beside it tell of people" in capsys.readouterr().err
    with Workspace.open(encrypted) as workspace:
        before = workspace.roster
    assert main(["seal", "--yes", *here]) == 0
    said = capsys.readouterr().err
    assert said.count("will take in and destroy") == 3
    assert "3 files destroyed" in said
    assert not [name for name in (b"Opal", b"Ferry", b"Tomas") if name in everything(encrypted)]
    assert main(["status", *here]) == 0
    assert "no file beside it" in capsys.readouterr().err
    with Workspace.open(encrypted) as workspace:
        assert workspace.roster == before
        assert sorted(n.text for n in workspace.notes())[-1] == "the form is missing."
        assert workspace.risks()["n1"].k == 2
    public = encrypted / "public" / "summary.txt"
    for words, code in (("The form is missing.", 0), ("Opal Quay says that the form is missing.", 1)):
        public.write_text(words, "utf-8")
        assert main(["check", str(public), *here]) == code
    public.unlink()
    (encrypted / "roster.csv").write_text(ROSTER + "Ines Lund,River Union,WG1\n", "utf-8")
    with Workspace.open(encrypted) as workspace:
        assert len(workspace.roster.participants) == 3
    assert main(["seal", "--yes", *here]) == 0
    with Workspace.open(encrypted) as workspace:
        assert len(workspace.roster.participants) == 3
    assert main(["seal", "--yes", *here]) == 0
    assert "nothing to seal" in capsys.readouterr().err


def test_nothing_is_destroyed_where_something_cannot_be_read(encrypted, monkeypatch):
    monkeypatch.setenv("CHATHAM_PASSPHRASE", WORDS)
    (encrypted / "roster.csv").write_text(ROSTER, "utf-8")
    (encrypted / "notes" / "wg1.md").write_text(NOTES, "utf-8")
    (encrypted / "notes" / "wg2.docx").write_bytes(b"PK\x03\x04 damaged")
    assert main(["seal", "--yes", "--folder", str(encrypted)]) == 2
    assert (encrypted / "roster.csv").read_text("utf-8") == ROSTER
    assert (encrypted / "notes" / "wg1.md").read_text("utf-8") == NOTES


def test_a_folder_that_is_not_encrypted_is_not_sealed(tmp_path, nobody, capsys):
    with Workspace.create(tmp_path / "rivers", title="Rivers"):
        pass
    (tmp_path / "rivers" / "roster.csv").write_text(ROSTER, "utf-8")
    assert main(["seal", "--yes", "--folder", str(tmp_path / "rivers")]) == 1
    assert "not encrypted" in capsys.readouterr().err
    assert (tmp_path / "rivers" / "roster.csv").read_text("utf-8") == ROSTER


def test_a_purge_takes_the_passphrase_out_of_the_keyring_and_the_facilitators_out_of_the_programme(
    tmp_path, monkeypatch, keyring, capsys
):
    monkeypatch.setenv("CHATHAM_PASSPHRASE", WORDS)
    home = tmp_path / "rivers"
    assert main(["new", str(home), "--encrypt", "--remember"]) == 0
    monkeypatch.delenv("CHATHAM_PASSPHRASE")
    (home / "roster.csv").write_text(ROSTER, "utf-8")
    (home / "consultation.yaml").write_text(
        "title: Rivers\nworking_groups:\n  - {id: WG1, name: One, facilitator: Opal Quay}\n", "utf-8"
    )
    with Workspace.open(home) as workspace:
        workspace.note(SAID)
    assert keyring
    assert main(["purge", "--yes", "--folder", str(home)]) == 0
    said = capsys.readouterr().err
    for what in ("roster.csv", "chatham.sqlite", "write-ahead log", "facilitators' names", "system's keyring"):
        assert f"{what}" in said
    assert "1 keyring entries" in said
    assert not keyring
    assert not [name for name in (b"Opal", b"Ferry", b"Tomas") if name in everything(home)]
    assert main(["status", "--folder", str(home)]) == 2
    with Workspace.open(home, passphrase=WORDS) as workspace:
        assert dict(workspace.store.purges()[0].counts)["keyring entries"] == 1


def test_the_store_may_be_another_file(tmp_path, monkeypatch, nobody):
    monkeypatch.setenv("CHATHAM_STORE", "private/other.sqlite")
    with Workspace.create(tmp_path / "rivers", title="Rivers") as workspace:
        workspace.note(SAID)
        assert workspace.store.path == tmp_path / "rivers" / "private" / "other.sqlite"
    assert not (tmp_path / "rivers" / "private" / "chatham.sqlite").exists()
    with Workspace.open(tmp_path / "rivers") as workspace:
        (tmp_path / "rivers" / "private" / "findings.jsonl").write_text(SAID, "utf-8")
        workspace.purge()
        assert workspace.notes() == ()
        assert len(workspace.store.purges()) == 1
    assert not (tmp_path / "rivers" / "private" / "findings.jsonl").exists()
    assert b"Opal" not in (tmp_path / "rivers" / "private" / "other.sqlite").read_bytes()


def test_a_password_in_the_file_that_is_shared_is_refused_and_never_repeated(tmp_path, nobody):
    with Workspace.create(tmp_path / "rivers", title="Rivers"):
        pass
    file = tmp_path / "rivers" / "consultation.yaml"
    plain = file.read_text("utf-8")
    for url in ("postgresql://amina:s3cret@host/db", "postgresql://host/db?user=amina&password=s3cret"):
        file.write_text(f'{plain}settings: {{store: "{url}"}}\n', "utf-8")
        with pytest.raises(ConsultationError, match="CHATHAM_STORE") as raised:
            Workspace.open(tmp_path / "rivers")
        assert "s3cret" not in str(raised.value)


def test_a_server_that_does_not_answer_is_named_without_its_password(tmp_path, monkeypatch, nobody, capsys):
    monkeypatch.setenv("CHATHAM_STORE", "postgresql://amina:s3cret@127.0.0.1:1/db?password=s3cret&connect_timeout=2")
    assert main(["new", str(tmp_path / "rivers")]) == 2
    said = capsys.readouterr().err
    assert "127.0.0.1" in said
    assert "s3cret" not in said


def test_several_rapporteurs_share_a_server(tmp_path, monkeypatch, nobody, postgresql):
    schema = f"chatham_shared_{uuid.uuid4().hex}"
    with psycopg.connect(postgresql, autocommit=True) as server:
        server.execute(f"CREATE SCHEMA {schema}")
        monkeypatch.setenv(
            "CHATHAM_STORE", f"{postgresql}{'&' if '?' in postgresql else '?'}options=-csearch_path%3D{schema}"
        )
        try:
            for name in ("amina", "tomas"):
                with Workspace.create(tmp_path / name, title="Rivers") as workspace:
                    workspace.note(f"{SAID} Written by {name}.")
                assert not (tmp_path / name / "private" / "chatham.sqlite").exists()
            with Workspace.open(tmp_path / "amina") as workspace:
                assert len(workspace.notes()) == 2
                assert workspace.store.path is None
                record = workspace.purge()
                assert dict(record.counts)["notes"] == 2
        finally:
            server.execute(f"DROP SCHEMA {schema} CASCADE")


def test_review_shows_the_notes_that_are_asked_for(tmp_path, nobody, capsys, monkeypatch):
    from chatham.model.private import Finding, Kind
    from chatham.model.public import AnonymisedNote

    with Workspace.create(tmp_path / "rivers", title="Rivers") as workspace:
        one = workspace.note("Opal said that the form is late.", objectives=[8])
        two = workspace.note("The tower has no lift.", objectives=[13])
        found = Finding(
            note=one.id, start=0, end=4, kind=Kind.PERSON, replacement="A participant", recogniser="r", score=1, why="w"
        )
        texts = {one.id: "A participant said that the form is late.", two.id: two.text}
        workspace.store.put_anonymised(
            [
                AnonymisedNote(id=i, text=t, objectives=o)
                for (i, t), o in zip(texts.items(), [(8,), (13,)], strict=True)
            ],
            [found],
        )
    command = ["review", "--terminal", "--folder", str(tmp_path / "rivers"), "--as", "R. Porter"]
    for options, shown, hidden in (
        (["--objective", "13"], "tower", "late"),
        (["--kind", "person"], "late", "tower"),
    ):
        monkeypatch.setattr(sys, "stdin", io.StringIO())
        assert main([*command, *options]) == 1
        said = capsys.readouterr().out
        assert shown in said
        assert hidden not in said
    assert main([*command, "--group", "WG9"]) == 2
    assert main([*command, "--objective", "99"]) == 2
    assert main([*command, "--kind", "name"]) == 2
    assert main(["review", "--folder", str(tmp_path / "rivers"), "--approve-all", "--kind", "person"]) == 1
