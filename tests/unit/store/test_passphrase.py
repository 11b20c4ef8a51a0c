import sys
import types

import pytest

from chatham.errors import StoreError
from chatham.store import Store
from chatham.store.passphrase import VARIABLE, forget, passphrase_for, remember, remembered

WORDS = "four words or more"


@pytest.fixture
def keyring(monkeypatch):
    """A keyring in memory, whatever this machine has."""
    held = {}
    module = types.ModuleType("keyring")
    module.get_password = lambda service, user: held.get((service, user))
    module.set_password = lambda service, user, password: held.update({(service, user): password})
    module.delete_password = lambda service, user: held.pop((service, user))
    errors = types.ModuleType("keyring.errors")
    errors.KeyringError = type("KeyringError", (Exception,), {})
    monkeypatch.setitem(sys.modules, "keyring", module)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    return module


@pytest.fixture
def no_keyring(monkeypatch):
    """No keyring package."""
    monkeypatch.setitem(sys.modules, "keyring", None)


@pytest.fixture
def path(tmp_path):
    """An encrypted store."""
    Store.open(tmp_path / "s.sqlite", passphrase=WORDS).close()
    return tmp_path / "s.sqlite"


def never(question):
    pytest.fail(f"asked: {question}")


def test_a_plain_or_missing_file_has_none(tmp_path):
    assert passphrase_for(tmp_path / "s.sqlite", ask=never) is None
    Store.open(tmp_path / "s.sqlite").close()
    assert passphrase_for(tmp_path / "s.sqlite", ask=never) is None


def test_the_environment_comes_first_then_the_keyring_then_the_person(path, keyring):
    assert passphrase_for(path, ask=lambda _: "typed", environment={}) == "typed"
    assert remember(path, "kept")
    assert passphrase_for(path, ask=never, environment={}) == "kept"
    assert passphrase_for(path, ask=never, environment={VARIABLE: WORDS}) == WORDS


def test_what_is_forgotten_is_asked_for_again(path, keyring):
    assert not remembered(path)
    remember(path, WORDS)
    assert remembered(path)
    forget(path)
    assert not remembered(path)
    assert passphrase_for(path, ask=lambda _: "typed", environment={}) == "typed"


def test_a_keyring_that_does_not_let_go_is_named(path, keyring):
    def refuse(*_):
        raise sys.modules["keyring.errors"].KeyringError

    keyring.delete_password = refuse
    with pytest.raises(StoreError, match="by hand"):
        forget(path)


def test_a_keyring_that_refuses_is_as_good_as_none(path, keyring):
    def refuse(*_):
        raise sys.modules["keyring.errors"].KeyringError

    keyring.get_password = keyring.set_password = refuse
    assert not remember(path, WORDS)
    assert passphrase_for(path, ask=lambda _: "typed", environment={}) == "typed"


def test_without_a_keyring_and_anybody_to_ask_it_says_what_to_do(path, no_keyring):
    assert not remember(path, WORDS)
    with pytest.raises(StoreError, match="Set CHATHAM_PASSPHRASE"):
        passphrase_for(path, environment={})


def test_a_new_one_is_typed_twice(tmp_path, no_keyring):
    path = tmp_path / "new.sqlite"
    assert passphrase_for(path, new=True, ask=lambda _: WORDS, environment={}) == WORDS
    answers = iter(["one", "another"])
    with pytest.raises(StoreError, match="differ"):
        passphrase_for(path, new=True, ask=lambda _: next(answers), environment={})
