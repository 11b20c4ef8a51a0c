"""How the store's database is reached: a private SQLite file, the same one encrypted, or PostgreSQL by URL.

What is promised here, whichever it is: a transaction that has been acknowledged survives the process and the machine
being killed; writers queue up instead of overtaking each other; neither an error nor a log line holds what was stored.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from pydantic import ValidationError
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from chatham.errors import StoreError
from chatham.files import PRIVATE_FILE, make_private

__all__ = [
    "connect",
    "holds_password",
    "is_encrypted",
    "is_url",
    "mapped_errors",
    "outside_transactions",
    "reading",
    "writing",
]

_SQLITE_HEADER = b"SQLite format 3\x00"
_BUSY_SECONDS = 30
_MODE = "chatham_mode"
# At level DEBUG SQLAlchemy logs every row that it reads. Its engines log under their own name, so that ours alone
# can be kept quiet whatever the application asks of its logging.
_LOG_NAME = "chatham"


def is_url(where: str | Path) -> bool:
    """Whether that names a database server and not a file."""
    return isinstance(where, str) and "://" in where


def holds_password(where: str) -> bool:
    """Whether that is a URL with a password in it."""
    if not is_url(where):
        return False
    parts = urlsplit(where)
    return ("@" in parts.netloc and ":" in parts.netloc.rpartition("@")[0]) or "password" in parse_qs(parts.query)


def is_encrypted(path: Path) -> bool:
    """Whether the file is there, has contents, and they are not a plain SQLite database."""
    try:
        with path.open("rb") as stream:
            head = stream.read(len(_SQLITE_HEADER))
    except FileNotFoundError:
        return False
    except OSError as error:
        raise StoreError(f"cannot be read ({error.strerror})", file=path) from None
    return bool(head) and head != _SQLITE_HEADER


def connect(where: str | Path, passphrase: str | None) -> Engine:
    """An engine for the store; nothing is read or written yet, but a SQLite file is made if there is none.

    Args:
        where: Path of the SQLite file, or a `postgresql://` URL.
        passphrase: Of an encrypted file; a new file is encrypted if one is given.

    Raises:
        StoreError: The file or its folder cannot be made, a passphrase is missing or given for nothing, or a driver is
            not installed.
    """
    for name in (f"sqlalchemy.engine.Engine.{_LOG_NAME}", f"sqlalchemy.pool.impl.QueuePool.{_LOG_NAME}"):
        logging.getLogger(name).setLevel(logging.WARNING)
    if is_url(where):
        if passphrase is not None:
            raise StoreError("a server keeps no passphrase of ours", fix="Encrypt the server's disk instead")
        return _server(str(where))
    path = Path(where)
    _make_file(path)
    if passphrase is None:
        if is_encrypted(path):
            problem = "encrypted, or not a store of chatham"
            raise StoreError(problem, file=path, fix="Give the passphrase, in CHATHAM_PASSPHRASE or when asked")
        return _sqlite(path, None, None)
    if not is_encrypted(path) and path.stat().st_size:
        raise StoreError("not encrypted, and a passphrase was given", file=path, fix="Open it without")
    from chatham.store.cipher import opener

    return _sqlite(path, *opener(path, passphrase))


def _make_file(path: Path) -> None:
    if not path.parent.exists():
        make_private(path.parent)
    try:
        # SQLite would make the file with the umask's mode; its write-ahead log takes the mode of the file.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE))
        path.chmod(PRIVATE_FILE)
    except OSError as error:
        raise StoreError(f"cannot be opened ({error.strerror})", file=path) from None


def _sqlite(path: Path, module: Any, creator: Callable[[], Any] | None) -> Engine:
    more: dict[str, Any] = {} if creator is None else {"module": module, "creator": creator}
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        hide_parameters=True,
        logging_name=_LOG_NAME,
        pool_logging_name=_LOG_NAME,
        **more,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, not guessed from the statement by sqlite3
        for pragma in (
            f"busy_timeout = {_BUSY_SECONDS * 1000}",
            "synchronous = FULL",
            "fullfsync = ON",
            "foreign_keys = ON",
            "secure_delete = ON",
            "temp_store = MEMORY",
        ):
            connection.execute(f"PRAGMA {pragma}")
        _write_ahead(connection)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A reader that turns writer half-way can be refused without waiting; one that says so at the start queues up.
        mode = connection.get_execution_options().get(_MODE, "read")
        if mode != "outside":
            connection.exec_driver_sql("BEGIN IMMEDIATE" if mode == "write" else "BEGIN")

    return engine


def _write_ahead(connection: Any) -> None:
    """Switch to the write-ahead log; where others do so at the same moment SQLite refuses at once and does not wait."""
    until = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except Exception as error:  # of sqlite3 or of sqlcipher3, whichever opened it
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.01)


def _server(address: str) -> Engine:
    try:
        url = make_url(address)
    except ArgumentError:
        raise StoreError("not the URL of a database", fix="Write postgresql://user@host/database") from None
    if url.get_backend_name() not in ("postgresql", "postgres"):
        raise StoreError("a server of another kind than PostgreSQL", fix="Write postgresql://user@host/database")
    try:
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            hide_parameters=True,
            logging_name=_LOG_NAME,
            pool_logging_name=_LOG_NAME,
            pool_pre_ping=True,
        )
    except (ImportError, NoSuchModuleError):
        raise StoreError("the PostgreSQL driver is missing", fix="pip install 'chatham[postgresql]'") from None

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        # A server may be set to acknowledge before it has written: not for decisions.
        connection.execute("SET synchronous_commit TO on")
        connection.commit()

    return engine


@contextmanager
def reading(engine: Engine, label: str) -> Iterator[Connection]:
    """A connection to read from: all that is read in the block is of one moment.

    Raises:
        StoreError: The database refuses.
    """
    with mapped_errors(label), engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine, label: str) -> Iterator[Connection]:
    """A connection to write to: all of it is stored when the block is left, or none of it.

    Raises:
        StoreError: The database refuses.
    """
    with mapped_errors(label), engine.connect() as connection:
        connection = connection.execution_options(**{_MODE: "write"})
        with connection.begin():
            yield connection


@contextmanager
def outside_transactions(engine: Engine, label: str) -> Iterator[Connection]:
    """A connection for the statements that run in no transaction: VACUUM and its like.

    Raises:
        StoreError: The database refuses.
    """
    with mapped_errors(label), engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            connection = connection.execution_options(isolation_level="AUTOCOMMIT")
        yield connection.execution_options(**{_MODE: "outside"})


@contextmanager
def mapped_errors(label: str) -> Iterator[None]:
    """Turn the errors of the driver and of the types, which may quote rows, into ours, which do not."""
    try:
        yield
    except (ValidationError, JSONDecodeError):
        raise StoreError("a row cannot be read", file=label, fix="Restore the file from a copy") from None
    except DBAPIError as error:
        said = str(error.orig).casefold()
        if "locked" in said:
            raise StoreError("locked by another program", file=label, fix="Close it and try again") from None
        if "not a database" in said or "encrypted" in said:
            raise StoreError("wrong passphrase, or not a store of chatham", file=label) from None
        if "full" in said:
            raise StoreError("the disk is full", file=label, fix="Make room; what was stored still stands") from None
        if "readonly" in said or "read-only" in said:
            raise StoreError("may only be read", file=label, fix="Make the file and its folder writable") from None
        raise StoreError(f"the database refuses ({type(error.orig).__name__})", file=label) from None
    except SQLAlchemyError as error:
        raise StoreError(f"the database refuses ({type(error).__name__})", file=label) from None
