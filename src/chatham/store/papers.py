"""Papers: whole texts under a name, kept in the store where they must not lie about as plain files."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select

from chatham.store import tables

__all__ = ["keep", "read_paper"]


def keep(connection: Connection, papers: Mapping[str, str]) -> None:
    """Put papers in, instead of those of the same names."""
    for name, body in papers.items():
        connection.execute(delete(tables.papers).where(tables.papers.c.name == name))
        connection.execute(insert(tables.papers).values(name=name, body=body.encode()))


def read_paper(connection: Connection, name: str) -> str | None:
    """The paper of that name, if there is one."""
    found: bytes | None = connection.execute(select(tables.papers.c.body).where(tables.papers.c.name == name)).scalar()
    return None if found is None else bytes(found).decode()
