"""One piece of work after another, over as many processes as earn what they cost to start."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from typing import Any, TypeVar

from chatham.errors import DetectionError

__all__ = ["spread"]

Tools = TypeVar("Tools")
Piece = TypeVar("Piece")
Done = TypeVar("Done")

_AHEAD = 2  # pieces a process has waiting: enough to keep it busy, few enough to keep memory flat
_WORTH_IT = 6  # pieces from which a second process earns what it costs to start

_tools: Any = None  # what this process works with, where it is a worker, or about to become some


def spread(
    work: Callable[[Tools, Piece], Done], make: Callable[[], Tools], pieces: Iterable[Piece], *, processes: int
) -> Iterator[Done]:
    """What `work` makes of each piece, in order.

    Pieces are taken as they are needed, a few ahead, and nothing is collected.

    Args:
        work: A function of a module; it gets the tools and one piece.
        make: Makes the tools: called once here, and inherited where processes fork, or once in each process. It can be
            pickled.
        pieces: Of the work; they and their results can be pickled.
        processes: 0 means the cores there are; where there is little to do, no other process is started.

    Raises:
        DetectionError: A process was ended from outside.
    """
    global _tools
    pieces = iter(pieces)
    first = list(islice(pieces, _WORTH_IT))
    processes = processes or _cores()
    if processes < 2 or len(first) < _WORTH_IT:
        if first:
            tools = make()
            yield from (work(tools, piece) for piece in chain(first, pieces))
        return
    forks = sys.platform.startswith("linux")  # elsewhere a process that has loaded numpy cannot be counted on to fork
    if forks:
        _tools = make()
    context = get_context("fork" if forks else "spawn")
    pool = ProcessPoolExecutor(processes, context, initializer=_begin, initargs=(None if forks else make,))
    waiting: deque[Future[Done]] = deque()
    try:
        for piece in chain(first, pieces):
            waiting.append(pool.submit(_do, work, piece))
            if len(waiting) >= _AHEAD * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        raise DetectionError(
            "a process that anonymised was ended from outside",
            fix="Give it more memory, or run fewer at a time with --processes",
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)
        _tools = None


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(make: Callable[[], object] | None) -> None:
    """Get a worker ready: it goes when its parent goes, and leaves it to its parent to be interrupted."""
    global _tools
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave, daemon=True).start()
    if make is not None:
        _tools = make()


def _leave() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(work: Callable[[Any, Piece], Done], piece: Piece) -> Done:
    return work(_tools, piece)
