"""Several people at one store at the same time, each with a connection of their own."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import psycopg
import pytest

from chatham.errors import Conflict
from chatham.model.decisions import Action, Decision
from chatham.model.private import RawNote
from chatham.store import Store

PATIENCE = 300
PEOPLE = 4
EACH = 25


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request, tmp_path):
    """Where to open a store of one's own."""
    if request.param == "sqlite":
        yield tmp_path / "chatham.sqlite"
        return
    url = request.getfixturevalue("postgresql")
    schema = f"chatham_{uuid.uuid4().hex}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE SCHEMA {schema}")
        yield f"{url}{'&' if '?' in url else '?'}options=-csearch_path%3D{schema}"
        server.execute(f"DROP SCHEMA {schema} CASCADE")


def decide(where, who, start):
    """Decide on the same three notes as everybody else; how often somebody else was faster."""
    told = 0
    with Store.open(where) as store:
        for number in range(EACH):
            note = f"n{number % 3}"
            while True:
                seen = store.versions()[note]
                if number == told == 0:
                    start.wait()  # the first note is seen by all before anybody decides on it
                try:
                    store.append(Decision(note=note, action=Action.WITHHOLD, who=who, why=str(number)), expected=seen)
                    break
                except Conflict:
                    told += 1
    return told


def test_whoever_comes_second_is_told_and_no_decision_is_lost(where):
    people = [f"person {i}" for i in range(PEOPLE)]
    with Store.open(where) as store, ThreadPoolExecutor(PEOPLE) as pool:
        store.put_notes([RawNote(id=f"n{i}", text=f"note {i}") for i in range(3)])
        start = Barrier(PEOPLE, timeout=PATIENCE)
        told = sum(pool.map(lambda who: decide(where, who, start), people))
        events = store.events()
        assert [e.position for e in events] == list(range(1, PEOPLE * EACH + 1))
        for who in people:
            mine = [e.decision.why for e in events if e.decision.who == who]
            assert mine == [str(n) for n in range(EACH)]
        assert sum(store.versions().values()) == 3 + PEOPLE * EACH
    assert told >= PEOPLE - 1


def test_many_may_make_the_same_store_at_the_same_moment(where):
    with ThreadPoolExecutor(PEOPLE) as pool:
        stores = list(pool.map(lambda _: Store.open(where), range(PEOPLE)))
    for store in stores:
        assert store.notes() == ()
        store.close()
