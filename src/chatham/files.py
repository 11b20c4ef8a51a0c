"""How files are read and written: whole or not at all, private ones for their owner only, `-` for the pipes."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from chatham.errors import InputError, UnreadableFile

__all__ = [
    "DASH",
    "PRIVATE_DIRECTORY",
    "PRIVATE_FILE",
    "make_private",
    "read_bytes",
    "read_text",
    "write_all",
    "write_whole",
]

DASH = "-"
PRIVATE_FILE = 0o600
PRIVATE_DIRECTORY = 0o700
_BOM = "\ufeff"


def read_bytes(path: str | Path, *, limit: int | None = None) -> bytes:
    """Read a whole file, or standard input for `-`.

    Args:
        path: The file, or `-`.
        limit: The largest size accepted, in bytes; no limit by default.

    Raises:
        UnreadableFile: It is missing, a folder, not ours to read, or larger than `limit`.
    """
    if str(path) == DASH:
        data = sys.stdin.buffer.read() if limit is None else sys.stdin.buffer.read(limit + 1)
    else:
        try:
            with Path(path).open("rb") as stream:
                data = stream.read() if limit is None else stream.read(limit + 1)
        except FileNotFoundError:
            raise UnreadableFile("no such file", file=path, fix="Check the path") from None
        except IsADirectoryError:
            raise UnreadableFile("this is a folder", file=path, fix="Name a file in it") from None
        except OSError as error:
            raise UnreadableFile(f"cannot be read ({error.strerror})", file=path) from None
    if limit is not None and len(data) > limit:
        raise UnreadableFile(f"larger than {limit // 1_000_000} MB", file=path, fix="Split it into smaller files")
    return data


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
    with _staged(outputs, private) as staged:
        for target, temporary in staged:
            try:
                temporary.replace(target)
            except OSError as error:
                raise InputError(f"cannot be written ({error.strerror})", file=target) from None
    if DASH in outputs:
        data = outputs[DASH]
        sys.stdout.buffer.write(data.encode("utf-8") if isinstance(data, str) else data)
        sys.stdout.buffer.flush()


@contextmanager
def _staged(
    outputs: Mapping[str, bytes | str], private: frozenset[str] | set[str]
) -> Iterator[list[tuple[Path, Path]]]:
    """Each content in a temporary file beside its target; the leftovers go, whatever happens."""
    staged: list[tuple[Path, Path]] = []
    try:
        for name, data in outputs.items():
            if name == DASH:
                continue
            target = Path(name)
            if target.is_dir():
                raise InputError("this is a folder", file=target, fix="Name the file to write")
            try:
                handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".chatham-", suffix=".part")
            except OSError as error:
                raise InputError(f"cannot be written ({error.strerror})", file=target) from None
            staged.append((target, Path(temporary)))
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(data.encode("utf-8") if isinstance(data, str) else data)
                    stream.flush()
                    os.fsync(stream.fileno())
            except OSError as error:
                raise InputError(f"cannot be written ({error.strerror})", file=target) from None
            Path(temporary).chmod(PRIVATE_FILE if name in private else 0o666 & ~_umask())
        yield staged
    finally:
        for _, temporary_path in staged:
            with suppress(OSError):
                temporary_path.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
