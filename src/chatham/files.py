"""How files are read and written: whole or not at all, private ones for their owner only, `-` for the pipes."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from chatham.errors import InputError, UnreadableFile

__all__ = [
    "DASH",
    "PRIVATE_DIRECTORY",
    "PRIVATE_FILE",
    "check_writable",
    "make_private",
    "read_bytes",
    "read_lines",
    "read_text",
    "sha256",
    "write_all",
    "write_whole",
    "writing",
]

DASH = "-"
PRIVATE_FILE = 0o600
PRIVATE_DIRECTORY = 0o700
_PIECE = 1_000_000
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_BOM = "\ufeff"


def read_bytes(path: str | Path, *, limit: int | None = None) -> bytes:
    """Read a whole file, or standard input for `-`.

    Args:
        path: The file, or `-`.
        limit: The largest size accepted, in bytes; no limit by default.

    Raises:
        UnreadableFile: It is missing, a folder, not ours to read, or larger than `limit`.
    """
    with _opened(path) as stream:
        data = stream.read() if limit is None else stream.read(limit + 1)
    if limit is not None and len(data) > limit:
        raise UnreadableFile(f"larger than {limit // 1_000_000} MB", file=path, fix="Split it into smaller files")
    return data


def sha256(path: str | Path) -> str:
    """The SHA-256 of a file of any size, in hexadecimal.

    Args:
        path: The file, or `-`.

    Raises:
        UnreadableFile: As `read_bytes`.
    """
    digest = hashlib.sha256()
    with _opened(path) as stream:
        while piece := stream.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def read_text(path: str | Path) -> str:
    """Read a whole UTF-8 file; a byte order mark is dropped, line ends stay as they are.

    Raises:
        UnreadableFile: As `read_bytes`, or the bytes are not UTF-8 (the message says on which line).
    """
    data = read_bytes(path)
    try:
        return data.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableFile("not UTF-8", file=path, place=f"line {line}", fix="Save it as UTF-8") from None


def read_lines(path: str | Path) -> Iterator[str]:
    """The lines of a UTF-8 file without their line feeds, as they are asked for; a byte order mark is dropped.

    Raises:
        UnreadableFile: As `read_text`, when the line is reached.
    """
    with _opened(path) as stream:
        for number, line in enumerate(stream, 1):
            try:
                text = line.decode("utf-8")
            except UnicodeDecodeError:
                raise UnreadableFile("not UTF-8", file=path, place=f"line {number}", fix="Save it as UTF-8") from None
            yield (text.removeprefix(_BOM) if number == 1 else text).removesuffix("\n")


@contextmanager
def _opened(path: str | Path) -> Iterator[BinaryIO]:
    if str(path) == DASH:
        yield sys.stdin.buffer
        return
    try:
        with Path(path).open("rb") as stream:
            yield stream
    except FileNotFoundError:
        raise UnreadableFile("no such file", file=path, fix="Check the path") from None
    except IsADirectoryError:
        raise UnreadableFile("this is a folder", file=path, fix="Name a file in it") from None
    except OSError as error:
        raise UnreadableFile(f"cannot be read ({error.strerror})", file=path) from None


def make_private(folder: Path) -> None:
    """Make a folder (and its parents), and shut it to everybody but its owner.

    Raises:
        InputError: It cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(PRIVATE_DIRECTORY)
    except OSError as error:
        raise InputError(f"the folder cannot be made ({error.strerror})", file=folder) from None


def write_whole(path: str | Path, data: bytes | str, *, private: bool = False) -> None:
    """Write one file so that a reader sees the old file or the new one, never half of it.

    Args:
        path: The file, or `-` for standard output.
        data: Its whole content; text is written as UTF-8 with the line ends it has.
        private: Readable by its owner only (mode 0600).

    Raises:
        InputError: It cannot be written; what stood there before still stands.
    """
    write_all({str(path): data}, private={str(path)} if private else frozenset())


def write_all(outputs: Mapping[str, bytes | str], *, private: frozenset[str] | set[str] = frozenset()) -> None:
    """Write several files that belong together: all are on disk before the first one is shown.

    Args:
        outputs: Path (or `-`) to whole content.
        private: Those of the paths that only their owner may read.

    Raises:
        InputError: One of them cannot be written; none has been replaced.
    """
    with writing(outputs, private=private) as streams:
        for name, data in outputs.items():
            streams[name].write(data.encode("utf-8") if isinstance(data, str) else data)


@contextmanager
def writing(names: Iterable[str], *, private: frozenset[str] | set[str] = frozenset()) -> Iterator[dict[str, BinaryIO]]:
    """Several files that belong together, to be written bit by bit: all are shown at the end, or none.

    Args:
        names: Paths (or `-`).
        private: Those of the paths that only their owner may read.

    Yields:
        What to write to, by path. It goes to a temporary file beside the target, which replaces it at the end; after an
        error, what stood there before still stands.

    Raises:
        InputError: One of them cannot be written; none has been replaced.
    """
    streams: dict[str, BinaryIO] = {}
    staged: list[tuple[Path, Path]] = []
    try:
        for name in names:
            streams[name] = BytesIO() if name == DASH else _stage(Path(name), staged)
        current = staged[0][0] if staged else Path(DASH)
        try:
            yield streams
            for name, (target, temporary) in zip((n for n in streams if n != DASH), staged, strict=True):
                current = target
                streams[name].flush()
                os.fsync(streams[name].fileno())
                streams[name].close()
                temporary.chmod(PRIVATE_FILE if name in private else 0o666 & ~_umask())
            for target, temporary in staged:
                current = target
                temporary.replace(target)
        except OSError as error:
            raise InputError(f"cannot be written ({error.strerror})", file=current) from None
        if DASH in streams:
            streams[DASH].seek(0)
            shutil.copyfileobj(streams[DASH], sys.stdout.buffer)
            sys.stdout.buffer.flush()
    finally:
        for stream in streams.values():
            with suppress(OSError):
                stream.close()
        for _, temporary in staged:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def check_writable(names: Iterable[str]) -> None:
    """See that files can be written, before much work is done for them.

    Args:
        names: Paths (or `-`).

    Raises:
        InputError: One of them cannot.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for name in names:
            if name != DASH:
                _stage(Path(name), staged).close()
    finally:
        for _, temporary in staged:
            temporary.unlink(missing_ok=True)


def _stage(target: Path, staged: list[tuple[Path, Path]]) -> BinaryIO:
    if target.is_dir():
        raise InputError("this is a folder", file=target, fix="Name the file to write")
    # Named and noted before it is made: an interrupt between the two would leave a file that nobody takes away.
    temporary = target.parent / f".chatham-{secrets.token_hex(8)}.part"
    staged.append((target, temporary))
    try:
        return os.fdopen(os.open(temporary, _NEW, PRIVATE_FILE), "wb")
    except OSError as error:
        raise InputError(f"cannot be written ({error.strerror})", file=target) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
