"""The sample consultation, to try things with."""

from __future__ import annotations

import shutil
from pathlib import Path

from chatham.files import write_whole
from chatham.workspace.workspace import Workspace

__all__ = ["copy_samples"]


def copy_samples(folder: str | Path) -> Workspace:
    """A folder with the sample consultation in it, not yet imported, open.

    Args:
        folder: It must not exist, or be empty.

    Raises:
        InputError: The folder is not empty, or cannot be made.
    """
    from chatham.resources import samples

    folder = Path(folder)
    workspace = Workspace.create(folder, title="Sample")
    workspace.close()
    for name in ("consultation.yaml", "roster.csv"):
        write_whole(folder / name, (samples() / name).read_bytes(), private=name == "roster.csv")
    for file in sorted((samples() / "notes").iterdir()):
        shutil.copyfile(file, folder / "notes" / file.name)
        (folder / "notes" / file.name).chmod(0o600)
    return Workspace.open(folder)
