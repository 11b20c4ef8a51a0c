"""What is done of a long job, on disk until all of it is: a process that was stopped goes on from there.

One line a piece: a check, the piece's number, its result. The check is a digest of the line and of a key of all that
the job depends on, so that a line that was cut off, or one of another job, counts for nothing; and two processes that
do the same job write the same lines, so that neither harms the other.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from chatham.errors import InputError
from chatham.files import PRIVATE_FILE

__all__ = ["Unfinished"]

_CHECK = 32  # hexadecimal digits


class Unfinished:
    """Results of finished pieces, by number. Use it as a context manager: the file goes when the job is done.

    Args:
        path: Of the private file; it is made with the first piece.
    """

    def __init__(self, path: Path):
        self.path = path
        self._key = b""
        self._places: dict[int, tuple[int, int]] = {}
        self._file: int | None = None

    def of(self, key: str) -> Self:
        """Take over what there is of this job, and forget what there is of any other.

        Args:
            key: A digest of all that the results depend on.

        Raises:
            InputError: The file cannot be opened.
        """
        self._key = key.encode()
        if self.path.exists():
            self._open()
            self._read()
        return self

    def get(self, number: int) -> str | None:
        """The result of a piece, if it is finished."""
        place = self._places.get(number)
        if place is None or self._file is None:
            return None
        start, size = place
        os.lseek(self._file, start, os.SEEK_SET)
        return os.read(self._file, size).decode()

    def __setitem__(self, number: int, result: str) -> None:
        """Keep the result of a piece.

        Args:
            number: Of the piece.
            result: One line of text.

        Raises:
            InputError: It cannot be written.
        """
        body = f"{number} {result}".encode()
        line = self._check(body) + b" " + body + b"\n"
        try:
            file = self._open()
            os.write(file, line)
            end = os.lseek(file, 0, os.SEEK_CUR)
        except OSError as error:
            raise InputError(f"cannot be written ({error.strerror})", file=self.path) from None
        self._places[number] = (end - len(result.encode()) - 1, len(result.encode()))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None
        if kind is None:
            with suppress(OSError):
                self.path.unlink(missing_ok=True)

    def _open(self) -> int:
        if self._file is None:
            flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
            try:
                self._file = os.open(self.path, flags, PRIVATE_FILE)
            except OSError as error:
                raise InputError(f"cannot be opened ({error.strerror})", file=self.path) from None
        return self._file

    def _read(self) -> None:
        """Find the lines of this job; where there are none, begin anew."""
        with self.path.open("rb") as stream:
            start, line = 0, b""
            for line in stream:
                check, _, body = line.removesuffix(b"\n").partition(b" ")
                if line.endswith(b"\n") and check == self._check(body):
                    number, _, result = body.partition(b" ")
                    self._places[int(number)] = (start + len(line) - len(result) - 1, len(result))
                start += len(line)
        file = self._open()
        if not self._places:
            os.ftruncate(file, 0)
        elif not line.endswith(b"\n"):
            os.write(file, b"\n")  # the line that was cut off ends here

    def _check(self, body: bytes) -> bytes:
        return hashlib.sha256(self._key + b" " + body).hexdigest()[:_CHECK].encode()
