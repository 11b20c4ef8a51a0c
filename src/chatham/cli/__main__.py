"""Where the `chatham` command starts: runs a command, and turns what happened into an exit code.

0 done; 1 the answer is no (a leak, a note set aside); 2 bad input or an unreadable file.
"""

from __future__ import annotations

# Nothing is loaded here that has to be read from the disk: a Ctrl-C before `start` has begun is Python's to report.
import atexit
import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

__all__ = ["main", "start"]

_BAD = 2
_INTERRUPTED = 130
_SELDOM = 100_000
"""Objects made since the last look for garbage, after which Python looks again; 700 by default."""


def start() -> int:
    """Run one command as a process of its own, which the keyboard stops once: another Ctrl-C disturbs no clearing up.

    Returns:
        The exit code.
    """
    try:
        import signal

        def stop(*_: object) -> None:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            raise KeyboardInterrupt

        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not where the shell has it ignored
            signal.signal(signal.SIGINT, stop)
        code = main()
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done: there is nothing left to stop
        return code
    except KeyboardInterrupt:
        return _stopped()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: Without the program's name; those of the process by default.

    Returns:
        The exit code.
    """
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:  # at any moment, that of loading modules included
        return _stopped()


def _stopped() -> int:
    _say("stopped; nothing half-written is left")
    return _INTERRUPTED


def _run(arguments: Sequence[str]) -> int:
    # No plugin of another package is let into the process; looking for one takes time besides.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # The arrays are small: threads that multiply them wait for each other for longer than they work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Loading modules makes many objects that stay: looking through them for garbage over and over takes a fifth of the
    # time of a short command.
    gc.set_threshold(_SELDOM, 20, 50)
    atexit.register(gc.freeze)  # nor is there anything to look for when the process ends

    import typer

    from chatham.cli.app import app_for
    from chatham.errors import ChathamError

    try:
        result = app_for(arguments)(args=list(arguments), standalone_mode=False)
        code = result if isinstance(result, int) else 0
        if code == _INTERRUPTED:  # Typer's way to say so
            raise KeyboardInterrupt
        sys.stdout.flush()
        return code
    except ChathamError as error:
        _say(str(error))
        return error.exit_code
    except typer.Abort:
        raise KeyboardInterrupt from None
    except _usage_error() as error:
        error.show()
        return _BAD
    except BrokenPipeError:
        # Whoever read our output has gone: nothing to say, and nothing to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BAD
    except Exception as error:  # the last resort: an unforeseen error may quote the notes, so only its place is shown
        _say(f"an unforeseen {type(error).__name__} at {_place(error)}; nothing was written. Please report this line")
        return _BAD


def _usage_error() -> Any:
    """What Typer raises on wrong words: it carries a Click of its own, so `click.ClickException` is another class."""
    import typer

    return next(c for c in typer.BadParameter.__mro__ if c.__name__ == "ClickException")


def _say(message: str) -> None:
    print(f"chatham: {message}", file=sys.stderr)  # noqa: T201 (this is the terminal's edge)


def _place(error: Exception) -> str:
    """Innermost line of chatham's own code."""
    place = "an unknown place"
    trace = error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_globals.get("__name__", "")
        if str(name).startswith("chatham"):
            place = f"{name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


if __name__ == "__main__":
    sys.exit(start())
