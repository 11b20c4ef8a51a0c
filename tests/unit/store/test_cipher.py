import pytest

from chatham.errors import StoreError
from chatham.model.private import RawNote
from chatham.store import Store

NOTE = RawNote(id="n1", text="Priya Raman spoke")
ODD = 'it\'s a "long" one; -- \\ ü'


def test_an_encrypted_store_opens_with_its_passphrase_only(tmp_path):
    path = tmp_path / "s.sqlite"
    with Store.open(path, passphrase=ODD) as store:
        store.put_notes([NOTE])
        assert b"Priya" not in b"".join(f.read_bytes() for f in tmp_path.iterdir())
        assert store.encrypted
    assert b"Priya" not in path.read_bytes()
    assert not path.read_bytes().startswith(b"SQLite")
    with pytest.raises(StoreError, match="encrypted, or not a store"):
        Store.open(path)
    with pytest.raises(StoreError, match="wrong passphrase"):
        Store.open(path, passphrase=ODD + "!")
    with Store.open(path, passphrase=ODD) as store:
        assert store.notes() == (NOTE,)


def test_an_empty_passphrase_is_none(tmp_path):
    with pytest.raises(StoreError, match="empty passphrase"):
        Store.open(tmp_path / "s.sqlite", passphrase="")


def test_a_plain_store_says_that_it_is(tmp_path):
    with Store.open(tmp_path / "s.sqlite") as store:
        assert not store.encrypted
