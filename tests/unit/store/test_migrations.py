import pytest
from sqlalchemy import inspect, text

from chatham.errors import StoreError
from chatham.model.decisions import Action
from chatham.model.private import RawNote
from chatham.store import Store, tables
from chatham.store.connect import writing
from chatham.store.migrations import MIGRATIONS, migrate


def held(store):
    with store._engine.connect() as connection:
        return connection.execute(text("SELECT value FROM numbers WHERE name = 'format'")).scalar_one()


def test_the_migrations_make_the_tables_that_the_code_uses(store):
    found = inspect(store._engine)
    assert set(found.get_table_names()) == set(tables.notes.metadata.tables)
    for name, table in tables.notes.metadata.tables.items():
        assert {c["name"]: c["nullable"] for c in found.get_columns(name)} == {
            c.name: c.nullable for c in table.columns
        }
        assert found.get_pk_constraint(name)["constrained_columns"] == [c.name for c in table.primary_key]
        assert {i["name"] for i in found.get_indexes(name) if not i["unique"]} == {i.name for i in table.indexes}


def test_the_format_is_the_number_of_migrations(store):
    assert held(store) == len(MIGRATIONS)


def test_a_store_of_a_newer_format_is_refused(store, where):
    with writing(store._engine, "") as connection:
        connection.execute(text("UPDATE numbers SET value = 99 WHERE name = 'format'"))
    with pytest.raises(StoreError, match="Use a newer chatham"):
        Store.open(where)


# Which kinds of decision a chatham of a format can read. A new kind needs a new format: see `MIGRATIONS`.
ACTIONS = {
    1: "approve reopen withhold accept reject replace mark edit tag split merge undo",
    2: "reword drop",
    3: "join part",
}


def test_a_new_kind_of_decision_comes_with_a_new_format():
    known = [action for number in range(1, len(MIGRATIONS) + 1) for action in ACTIONS.get(number, "").split()]
    assert sorted(known) == sorted(action.value for action in Action)


def test_an_older_chatham_refuses_a_store_of_this_one_and_leaves_it_alone(store):
    store.put_notes([RawNote(id="n", text="Priya")])
    for older in range(1, len(MIGRATIONS)):
        with pytest.raises(StoreError, match=f"format {len(MIGRATIONS)}; this chatham knows {older}.*newer chatham"):
            migrate(store._engine, "", MIGRATIONS[:older])
    assert held(store) == len(MIGRATIONS)
    assert len(store.notes()) == 1


def test_a_store_of_the_first_format_is_brought_up_to_date_with_all_that_it_holds(store, where):
    store.put_notes([RawNote(id="n", text="Priya")])
    with writing(store._engine, "") as connection:
        connection.execute(text("DROP TABLE papers"))
        connection.execute(text("UPDATE numbers SET value = 1 WHERE name = 'format'"))
    store.close()
    with Store.open(where) as again:
        assert held(again) == len(MIGRATIONS)
        assert [n.text for n in again.notes()] == ["Priya"]
        again.keep({"a": "b"})
        assert again.paper("a") == "b"


def test_a_migration_happens_whole_or_not_at_all(store):
    store.put_notes([RawNote(id="n", text="Priya")])

    def half(connection):
        connection.execute(text("DELETE FROM notes"))
        connection.execute(text("INSERT INTO nowhere VALUES (1)"))

    with pytest.raises(StoreError):
        migrate(store._engine, "", (*MIGRATIONS, half))
    assert held(store) == len(MIGRATIONS)
    assert len(store.notes()) == 1


def test_a_later_migration_is_applied_once(store):
    calls = []

    def more(connection):
        calls.append(1)
        connection.execute(text("CREATE TABLE more (id TEXT NOT NULL PRIMARY KEY)"))

    for _ in range(2):
        migrate(store._engine, "", (*MIGRATIONS, more))
    assert calls == [1]
