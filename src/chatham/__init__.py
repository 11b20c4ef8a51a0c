"""Turns rapporteurs' notes from a closed consultation into a public summary note that names nobody.

Import from here; the modules below are private. Heavy libraries are loaded where they are used, so importing chatham
is quick. In a notebook, `%load_ext chatham` adds the cell magic `%%note`.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers take it, without loading `typing` before anything can be said of a Ctrl-C
if TYPE_CHECKING:
    from typing import Any

    from chatham.errors import (
        ChathamError,
        Conflict,
        ConsultationError,
        DetectionError,
        GateClosed,
        InputError,
        NotesSetAside,
        Refused,
        RosterError,
        SettingError,
        StoreError,
        TemplateError,
        UnreadableFile,
    )
    from chatham.workspace import Workspace
    from chatham.workspace import copy_samples as sample

    new = Workspace.create
    open = Workspace.open  # noqa: A001 (`chatham.open` is what people expect to write)

__all__ = [
    "ChathamError",
    "Conflict",
    "ConsultationError",
    "DetectionError",
    "GateClosed",
    "InputError",
    "NotesSetAside",
    "Refused",
    "RosterError",
    "SettingError",
    "StoreError",
    "TemplateError",
    "UnreadableFile",
    "Workspace",
    "__version__",
    "new",
    "open",
    "sample",
]

__version__ = "0.1.0"

_PLACES = {
    "Workspace": "chatham.workspace:Workspace",
    "new": "chatham.workspace:Workspace.create",
    "open": "chatham.workspace:Workspace.open",
    "sample": "chatham.workspace:copy_samples",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    if name in _PLACES:
        module, _, path = _PLACES[name].partition(":")
        found: Any = import_module(module)
        for part in path.split("."):
            found = getattr(found, part)
        return found
    return getattr(import_module("chatham.errors"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def load_ipython_extension(shell: Any) -> None:
    """What `%load_ext chatham` calls."""
    from importlib import import_module

    import_module("chatham.magic").register(shell)
