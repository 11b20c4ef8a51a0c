import pytest

from chatham.errors import StoreError
from chatham.model.decisions import Action, Decision
from chatham.model.private import Finding, Kind, Origin, RawNote
from chatham.model.public import AnonymisedNote
from chatham.store import Store

NAMES = (b"Priya", b"Raman", b"Lantern", b"secret-file", b"said so")


def fill(store):
    given = [
        RawNote(
            id=f"n{i}", text=f"Priya Raman (Lantern) {'spoke ' * i}", origin=Origin(file="secret-file.docx", place="")
        )
        for i in range(300)
    ]
    store.put_notes(given)
    findings = [
        Finding(
            note=n.id, start=0, end=5, kind=Kind.PERSON, replacement="A participant", recogniser="r", score=1, why="w"
        )
        for n in given
    ]
    store.put_anonymised([AnonymisedNote(id=n.id, text="A participant", voice=1) for n in given], findings)
    store.keep({"roster.json": "Priya Raman, Lantern"})
    store.append(
        Decision(note="n1", action=Action.REJECT, who="R", start=0, end=5, surface="Priya", why="Priya Raman said so")
    )


def test_purged_means_that_no_name_is_left_in_any_file(tmp_path):
    with Store.open(tmp_path / "s.sqlite") as store:
        fill(store)
        everything = b"".join(f.read_bytes() for f in tmp_path.iterdir())
        assert all(name in everything for name in NAMES)
        record = store.purge()
        everything = b"".join(f.read_bytes() for f in tmp_path.iterdir())
        assert not [name for name in NAMES if name in everything]
    assert record.files == ("s.sqlite", "s.sqlite-wal", "s.sqlite-shm")
    assert [f.name for f in tmp_path.iterdir()] == ["s.sqlite"]
    assert not [name for name in NAMES if name in (tmp_path / "s.sqlite").read_bytes()]


def test_a_purged_store_is_empty_but_for_the_dated_record(store, where):
    fill(store)
    record = store.purge(beside={"files": 4})
    assert dict(record.counts) == {
        "findings": 300,
        "results": 300,
        "events": 1,
        "notes": 300,
        "sources": 1,
        "papers": 1,
        "files": 4,
    }
    store.close()
    with Store.open(where) as again:
        assert (again.notes(), again.anonymised(), again.findings(), again.events()) == ((), (), (), ())
        assert again.paper("roster.json") is None
        (kept,) = again.purges()
        assert (kept.when, dict(kept.counts)) == (record.when, dict(record.counts))
        again.put_notes([RawNote(id="n", text="a new start")])
        assert len(again.notes()) == 1


def test_another_reader_keeps_the_purge_from_being_called_done(tmp_path, monkeypatch):
    monkeypatch.setattr("chatham.store.connect._BUSY_SECONDS", 0)
    with Store.open(tmp_path / "s.sqlite") as store, Store.open(tmp_path / "s.sqlite") as other:
        fill(store)
        with other._engine.connect() as connection:
            connection.exec_driver_sql("SELECT * FROM notes").fetchone()
            with pytest.raises(StoreError, match="another program"):
                store.purge()
        store.purge()
    assert not [name for name in NAMES if name in (tmp_path / "s.sqlite").read_bytes()]
