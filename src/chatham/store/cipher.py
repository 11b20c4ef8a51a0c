"""The store's file encrypted as a whole by SQLCipher (AES-256, its key derived from a passphrase)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from chatham.errors import StoreError

__all__ = ["opener"]


def opener(path: Path, passphrase: str) -> tuple[Any, Callable[[], Any]]:
    """The driver, and how it opens the file.

    Args:
        path: Of the database file; empty if it is new.
        passphrase: Not empty.

    Raises:
        StoreError: The passphrase is empty, or the driver is not installed.
    """
    if not passphrase:
        raise StoreError("an empty passphrase", file=path, fix="Choose one, and keep it: nobody can get the notes back")
    try:
        from sqlcipher3 import dbapi2
    except ImportError:
        raise StoreError(
            "the encryption driver is missing", file=path, fix="pip install 'chatham[encryption]'"
        ) from None

    def connect() -> Any:
        connection = dbapi2.connect(str(path), check_same_thread=False, isolation_level=None)
        # PRAGMA takes no parameters; as a quoted string literal the passphrase may hold anything.
        quoted = passphrase.replace("'", "''")
        connection.execute(f"PRAGMA key = '{quoted}'")
        return connection

    return dbapi2, connect
