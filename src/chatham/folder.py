"""What lies in a consultation's folder: how it is made, which of its files identify people, and how those end."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from chatham.errors import ConsultationError, InputError
from chatham.files import make_private, read_text, write_all, write_whole
from chatham.model.public import Consultation
from chatham.settings import Settings

if TYPE_CHECKING:
    from yaml.nodes import Node

__all__ = [
    "destroy",
    "loose_files",
    "make_folder",
    "plain_files",
    "roster_file",
    "store_place",
    "with_facilitators",
    "without_facilitators",
]

_GITIGNORE = "/*\n!/.gitignore\n!/consultation.yaml\n!/public/\n"
_CONSULTATION = """\
# The public programme of the consultation. Facilitators took part: their names stay private.
title: {title}
date: {date}
place: Online
mode: closed meeting, not recorded; Chatham House Rule
objectives: []
rounds: 1
working_groups: []
#  - {{id: WG1, name: "Working Group 1: ...", objectives: [4, 8], facilitator: ...}}
organisers: []
public_speakers: []
public_figures: []
"""
_ROSTER = "name,aliases,organisation,acronym,category,country,gender,role,email,working_group,registered\n"
_ROSTERS = ("roster.csv", "roster.xlsx")
_PAPERS = (".jsonl", ".json", ".html")
"""What chatham writes to private/ about people."""
_GOING = ".going-"
"""In front of the name of a file that is being destroyed. Import passes over files whose names begin with a dot."""


def make_folder(home: Path, *, title: str, date: str) -> None:
    """Make the folder, with a programme and a roster to be filled in.

    Args:
        home: It must not exist, or be empty.
        title: Of the consultation.
        date: ISO 8601, or empty.

    Raises:
        InputError: It cannot be made.
    """
    import yaml

    for part in (home, home / "notes", home / "private", home / "public"):
        make_private(part)
    quoted = yaml.safe_dump(title, allow_unicode=True, width=10_000).removesuffix("...\n").strip()
    write_all(
        {
            str(home / "consultation.yaml"): _CONSULTATION.format(title=quoted, date=date or '""'),
            str(home / ".gitignore"): _GITIGNORE,
            str(home / "roster.csv"): _ROSTER,
        },
        private={str(home / "roster.csv")},
    )


def store_place(home: Path, consultation: Consultation, settings: Settings) -> str | Path:
    """Where the store is: a file of the folder, or the URL of a server.

    Raises:
        ConsultationError: consultation.yaml holds a URL with a password.
    """
    from chatham.store.connect import holds_password, is_url

    if holds_password(str(consultation.settings.get("store", ""))):
        problem = "`store` holds a password, and this file is there to be shared"
        fix = "Give the URL in CHATHAM_STORE, or the password in PostgreSQL's own ~/.pgpass"
        raise ConsultationError(problem, file=home / "consultation.yaml", place="settings", fix=fix)
    return settings.store if is_url(settings.store) else home / settings.store


def roster_file(folder: Path) -> Path | None:
    """The registration list of a consultation's folder, if there is one that somebody has filled in."""
    there = [file for name in _ROSTERS if (file := folder / name).is_file()]
    blank = _blank(folder)
    return next((file for file in there if file != blank), None)


def loose_files(home: Path, store: Path | None) -> tuple[Path, ...]:
    """The files that hold what identifies people: the rapporteurs' files, the roster, and what lies in private/.

    Args:
        home: The folder.
        store: The store's file: it and those that SQLite puts beside it are left out.
    """
    loose = [*(home / "notes").rglob("*"), *(home / "private").rglob("*")]
    loose += [home / f"{going}{name}" for name in _ROSTERS for going in ("", _GOING)]
    ours = () if store is None else (store, *(store.with_name(store.name + end) for end in ("-wal", "-shm")))
    kept = home / "consultation.yaml"
    return tuple(sorted(p for p in loose if p.is_file() and p not in ours and not _same(p, kept)))


def plain_files(home: Path, store: Path | None) -> tuple[Path, ...]:
    """Of those, the ones that an encrypted folder should not have: all but drafts, which name nobody, and links."""
    private, blank = home / "private", _blank(home)
    return tuple(
        file
        for file in loose_files(home, store)
        if file != blank and not file.is_symlink() and (file.parent != private or file.suffix in _PAPERS)
    )


def _blank(home: Path) -> Path | None:
    """The roster that nobody has filled in yet."""
    file = home / _ROSTERS[0]
    return file if file.is_file() and file.read_bytes() == _ROSTER.encode() else None


def destroy(files: Iterable[Path]) -> None:
    """Overwrite files and take them away; of a link, only the link.

    Stopped at any moment, it leaves a file under its own name as it was, or under another that nobody reads as one.

    Raises:
        InputError: One of them cannot be overwritten.
    """
    for file in files:
        going = file if file.name.startswith(_GOING) else file.with_name(_GOING + file.name[-60:])
        try:
            # Overwritten first: a file that only loses its directory entry can still be read from the disk.
            if file.is_symlink():
                file.unlink()
                continue
            with file.open("r+b"):  # may it be written? If not, it keeps its name
                pass
            file.replace(going)
            with going.open("r+b") as stream:
                stream.write(b"\0" * going.stat().st_size)
                stream.flush()
                os.fsync(stream.fileno())
            going.unlink()
        except OSError as error:
            raise InputError(f"cannot be destroyed ({error.strerror})", file=file) from None


def with_facilitators(home: Path) -> bool:
    """Whether consultation.yaml names people who led a working group."""
    text = read_text(home / "consultation.yaml")
    return _without_facilitators(text) != text


def without_facilitators(home: Path) -> None:
    """Take those names out of consultation.yaml, and leave all else in it as it is written.

    Raises:
        InputError: It cannot be written.
    """
    file, old = home / "consultation.yaml", home / "private" / f"{_GOING}consultation.yaml"
    if not with_facilitators(home):
        return
    kept = _without_facilitators(read_text(file))
    try:
        old.unlink(missing_ok=True)
        try:
            os.link(file, old)  # so that the folder is never without its programme, whenever this is stopped
        except OSError:  # a disk that knows no second name for a file
            file.replace(old)
    except OSError as error:
        raise InputError(f"cannot be written ({error.strerror})", file=file) from None
    write_whole(file, kept)
    destroy([old])


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _without_facilitators(text: str) -> str:
    import yaml

    values = dict(_items(yaml.compose(text, Loader=yaml.SafeLoader))).get("working_groups")
    groups = values.value if isinstance(values, yaml.SequenceNode) else []
    led = [node for group in groups for key, node in _items(group) if key in ("facilitator", "facilitators")]
    for node in sorted(led, key=lambda n: n.start_mark.index, reverse=True):
        start, end = node.start_mark.index, node.end_mark.index
        if text[start:end].strip() not in ("", '""', "[]", "null", "~"):
            nobody = "[]" if isinstance(node, yaml.SequenceNode) else '""'
            # A list in several lines ends where the next entry starts: the white space before that stays.
            text = text[:start] + nobody + text[start + len(text[start:end].rstrip()) :]
    return text


def _items(node: object) -> list[tuple[str, Node]]:
    from yaml import MappingNode

    return [(str(key.value), value) for key, value in node.value] if isinstance(node, MappingNode) else []
