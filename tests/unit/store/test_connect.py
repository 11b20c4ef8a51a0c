import logging
import os
import sqlite3
import stat
import sys

import pytest
from sqlalchemy import text

from chatham.errors import StoreError
from chatham.model.decisions import Action, Decision
from chatham.model.private import RawNote
from chatham.store import Store
from chatham.store.connect import writing

NOTE = RawNote(id="n1", text="Priya Raman spoke", speaker="Priya Raman")


def modes(folder):
    return {f.name: stat.S_IMODE(f.stat().st_mode) for f in [folder, *folder.iterdir()]}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_file_its_log_and_its_folder_are_their_owners_only(tmp_path):
    before = os.umask(0)
    try:
        with Store.open(tmp_path / "private" / "s.sqlite") as store:
            store.put_notes([NOTE])
            found = modes(tmp_path / "private")
    finally:
        os.umask(before)
    assert found == {"private": 0o700, "s.sqlite": 0o600, "s.sqlite-wal": 0o600, "s.sqlite-shm": 0o600}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_file_that_was_opened_to_others_is_shut_again(tmp_path):
    path = tmp_path / "s.sqlite"
    Store.open(path).close()
    path.chmod(0o644)
    Store.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_acknowledged_transaction_is_on_the_disk_and_tables_are_strict(tmp_path):
    path = tmp_path / "s.sqlite"
    with Store.open(path) as store, store._engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    with sqlite3.connect(path) as plain:
        tables = plain.execute("SELECT sql FROM sqlite_master WHERE type = 'table'").fetchall()
    plain.close()
    assert len(tables) == 8
    assert all(sql.endswith("STRICT") for (sql,) in tables)


def test_what_is_no_store_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("Priya Raman spoke of bail, and of much else")
    with pytest.raises(StoreError, match="not a store of chatham"):
        Store.open(path)
    assert path.read_text().startswith("Priya")


def test_a_damaged_store_is_refused_without_quoting_it(tmp_path):
    path = tmp_path / "s.sqlite"
    with Store.open(path) as store:
        store.put_notes([NOTE])
    data = bytearray(path.read_bytes())
    data[1024:] = b"Priya" * ((len(data) - 1024) // 5 + 1)
    path.write_bytes(data)
    with pytest.raises(StoreError) as error, Store.open(path) as store:
        store.notes()
    assert "Priya" not in str(error.value)


def test_a_row_that_makes_no_sense_is_refused_without_quoting_it(store, where):
    store.put_notes([NOTE])
    for body in ('{"id": "n1", "text": "Priya", "more": 1}', "Priya"):
        with writing(store._engine, "") as connection:
            connection.execute(text("UPDATE notes SET body = :body"), {"body": body})
        with pytest.raises(StoreError, match="a row cannot be read") as error:
            store.notes()
        assert "Priya" not in str(error.value)
        assert error.value.__suppress_context__


def test_a_full_disk_leaves_what_was_stored(tmp_path):
    with Store.open(tmp_path / "s.sqlite") as store:
        store.put_notes([NOTE])
        with store._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(StoreError, match="the disk is full"):
            store.put_notes([RawNote(id="n2", text="Rafiq " * 100_000)])
        assert store.notes() == (NOTE,)


@pytest.mark.parametrize("name", ["what?x=1#y", "100%41", "quo'te \"", "ü 🧕"])
def test_a_path_is_taken_as_it_is(tmp_path, name):
    with Store.open(tmp_path / name / "s.sqlite") as store:
        store.put_notes([NOTE])
    assert [f.name for f in tmp_path.iterdir()] == [name]
    assert [f.name for f in (tmp_path / name).iterdir()] == ["s.sqlite"]


def test_a_folder_or_a_place_that_cannot_be_written_is_refused(tmp_path):
    with pytest.raises(StoreError, match="cannot be opened"):
        Store.open(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match=r"cannot be"):
        Store.open(tmp_path / "file" / "s.sqlite")


@pytest.mark.parametrize("url", ["mysql://host/db", "postgresql+asyncpg://[", "sqlite:///x.sqlite"])
def test_other_servers_are_refused(url):
    with pytest.raises(StoreError):
        Store.open(url)


def test_a_server_that_does_not_answer_is_named_without_its_password():
    with pytest.raises(StoreError) as error:
        Store.open("postgresql://me:secret@localhost:1/db")
    assert "secret" not in str(error.value)
    assert "localhost" in str(error.value)


def test_a_passphrase_is_refused_where_it_would_do_nothing(tmp_path):
    with pytest.raises(StoreError, match="a server keeps no passphrase"):
        Store.open("postgresql://localhost/db", passphrase=str(tmp_path))
    Store.open(tmp_path / "s.sqlite").close()
    with pytest.raises(StoreError, match="not encrypted"):
        Store.open(tmp_path / "s.sqlite", passphrase=str(tmp_path))


def test_nothing_of_what_is_stored_is_logged_or_stands_in_an_error(where, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    with Store.open(where) as store:
        store.put_notes([NOTE])
        store.append(Decision(note="n1", action=Action.WITHHOLD, who="R", why="Priya asked for it"))
        store.notes()
        store.events()
        with pytest.raises(StoreError) as error:
            store.append(Decision(note="n2", action=Action.WITHHOLD, who="R", why="Priya asked for it"))
    heard = caplog.text + "".join(capfd.readouterr()) + repr(error.value) + repr(error.value.__context__)
    assert "Priya" not in heard
