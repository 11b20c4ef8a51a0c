"""Every test of the store runs on SQLite and on PostgreSQL."""

import uuid

import psycopg
import pytest

from chatham.store import Store


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request, tmp_path):
    """Where to open a store of one's own."""
    if request.param == "sqlite":
        yield tmp_path / "private" / "chatham.sqlite"
        return
    url = request.getfixturevalue("postgresql")
    schema = f"chatham_{uuid.uuid4().hex}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE SCHEMA {schema}")
        yield f"{url}{'&' if '?' in url else '?'}options=-csearch_path%3D{schema}"
        server.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture
def store(where):
    """An empty store."""
    with Store.open(where) as opened:
        yield opened
