"""The end of what tells of people: sealed into an encrypted store, or destroyed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chatham.errors import Refused
from chatham.files import read_text
from chatham.folder import destroy, loose_files, roster_file, with_facilitators, without_facilitators
from chatham.outcomes import Sealed
from chatham.workspace.intake import import_files
from chatham.workspace.opened import Opened

if TYPE_CHECKING:
    from chatham.store import Purge

__all__ = ["doomed", "purge", "seal"]


def seal(home: Opened) -> Sealed:
    """See `Workspace.seal`."""
    if not home.store.encrypted:
        raise Refused("the store of this folder is not encrypted", fix="Make the folder with `chatham new --encrypt`")
    files = home.plain_files()
    home.forget_roster()
    notes = [f for f in files if f.parent != home.folder / "private" and f != roster_file(home.folder)]
    private = home.folder / "private"
    papers = {f.name: read_text(f) for f in files if f.parent == private and not f.name.startswith(".")}
    if roster_file(home.folder) in files:
        papers |= home.seal_roster()
    imported = import_files(home, ()) if any(not f.name.startswith((".", "~$")) for f in notes) else None
    home.store.keep(papers)
    destroy(files)
    return Sealed(files, imported)


def doomed(home: Opened) -> tuple[str, ...]:
    """See `Workspace.doomed`."""
    from chatham.store.passphrase import remembered

    place = home.store.path
    store = [] if place is None else [f"all rows of {place} and its write-ahead log"]
    lines = [*(str(f) for f in loose_files(home.folder, place)), *store]
    lines += ["the facilitators' names in consultation.yaml"] if with_facilitators(home.folder) else []
    if place is not None and remembered(place):
        lines.append("the passphrase in the system's keyring")
    return tuple(lines)


def purge(home: Opened) -> Purge:
    """See `Workspace.purge`."""
    from chatham.store.passphrase import forget, remembered

    place = home.store.path
    files = loose_files(home.folder, place)
    kept = place is not None and remembered(place)
    record = home.store.purge(beside={"files": len(files)} | ({"keyring entries": 1} if kept else {}))
    destroy(files)
    without_facilitators(home.folder)
    if place is not None and kept:
        forget(place)
    return record
