"""Where the passphrase of an encrypted store comes from: the environment, the system's keyring, or the person."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from chatham.errors import StoreError
from chatham.store.connect import is_encrypted

__all__ = ["VARIABLE", "forget", "passphrase_for", "remember", "remembered"]

VARIABLE = "CHATHAM_PASSPHRASE"
_SERVICE = "chatham"


def passphrase_for(
    path: Path,
    *,
    new: bool = False,
    ask: Callable[[str], str] | None = None,
    environment: Mapping[str, str] | None = None,
) -> str | None:
    """The passphrase of a store's file.

    Args:
        path: The file.
        new: It is about to be made, encrypted.
        ask: Asks the person, given the question; None where nobody is there to be asked.
        environment: `os.environ` by default.

    Returns:
        None for a file that is not encrypted.

    Raises:
        StoreError: The file is encrypted, and no passphrase is to be had; or the two that were typed for a new one
            differ.
    """
    if not new and not is_encrypted(path):
        return None
    given = (os.environ if environment is None else environment).get(VARIABLE)
    if given:
        return given
    if not new and (kept := _kept(path)) is not None:
        return kept
    if ask is None:
        raise StoreError("encrypted, and no passphrase is given", file=path, fix=f"Set {VARIABLE}")
    typed = ask("Passphrase of the private store: ")
    if new and ask("Once more: ") != typed:
        raise StoreError("the two passphrases differ", file=path, fix="Try again")
    return typed


def remember(path: Path, passphrase: str) -> bool:
    """Give the passphrase to the system's keyring; whether there is one that took it."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return False
    try:
        keyring.set_password(_SERVICE, str(path.resolve()), passphrase)
    except KeyringError:
        return False
    return True


def remembered(path: Path) -> bool:
    """Whether the system's keyring keeps a passphrase of that file."""
    return _kept(path) is not None


def forget(path: Path) -> None:
    """Take the passphrase out of the system's keyring.

    Raises:
        StoreError: The keyring does not let go of it.
    """
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.delete_password(_SERVICE, str(path.resolve()))
    except KeyringError:
        fix = f"Take the entry `{_SERVICE}` out of the system's keyring by hand"
        raise StoreError("the keyring does not let go of the passphrase", file=path, fix=fix) from None


def _kept(path: Path) -> str | None:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        kept: str | None = keyring.get_password(_SERVICE, str(path.resolve()))
    except KeyringError:
        return None  # no keyring on this machine, or it is locked: the person is asked
    return kept
