"""Where a consultation's private store is: a plain file, an encrypted one, a server."""

import io
import os
import sys

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


def test_a_passphrase_is_remembered_in_the_keyring_if_asked(tmp_path, monkeypatch, capsys):
    import types

    held = {}
    module, errors = types.ModuleType("keyring"), types.ModuleType("keyring.errors")
    module.get_password = lambda service, user: held.get((service, user))
    module.set_password = lambda service, user, password: held.update({(service, user): password})
    errors.KeyringError = type("KeyringError", (Exception,), {})
    monkeypatch.setitem(sys.modules, "keyring", module)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    monkeypatch.setenv("CHATHAM_PASSPHRASE", WORDS)
    assert main(["new", str(tmp_path / "rivers"), "--encrypt", "--remember"]) == 0
    assert "keyring keeps" in capsys.readouterr().err
    monkeypatch.delenv("CHATHAM_PASSPHRASE")
    assert main(["status", "--folder", str(tmp_path / "rivers")]) == 0


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
    schema = f"chatham_shared_{os.getpid()}"
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
