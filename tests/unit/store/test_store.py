from datetime import UTC, datetime

import pytest

from chatham.errors import Conflict, InputError, StoreError
from chatham.model.decisions import Action, Decision
from chatham.model.private import Finding, Kind, Origin, RawNote
from chatham.model.public import AnonymisedNote
from chatham.store import Changes, Store


def notes(*texts, file="wg1.md", **more):
    return [
        RawNote(id=f"{file}-{i}", text=text, origin=Origin(file=file, place=f"line {i}"), **more)
        for i, text in enumerate(texts, 1)
    ]


def anonymised(given, *, replacement="A participant", voice=1):
    """The first five letters of every note are a name."""
    return (
        [AnonymisedNote(id=n.id, text=replacement + n.text[5:], voice=voice) for n in given],
        [
            Finding(
                note=n.id,
                start=0,
                end=5,
                kind=Kind.PERSON,
                replacement=replacement,
                recogniser="roster",
                score=0.9,
                why="on the list",
            )
            for n in given
        ],
    )


def withhold(note, who="R"):
    return Decision(note=note, action=Action.WITHHOLD, who=who, why="because")


ODD = 'nul \0, line\r\n, tab\t, "quotes", \u2028, \U0001f9d5, e\u0301, \ufeff'


def test_notes_come_back_as_they_went_in_and_in_order(store, where):
    given = [
        *notes("Priya spoke", ODD, speaker="Priya", objectives=(4, "A.1"), review="progress", round=2),
        RawNote(id="by hand", text="  not stripped  ", suggested=("review",), review="progress"),
        *notes("Rafiq", file="b.docx", working_group="WG1", rapporteur="Tom"),
    ]
    assert store.put_notes(given).added == tuple(n.id for n in given)
    assert store.notes() == tuple(given)
    store.close()
    with Store.open(where) as again:
        assert again.notes() == tuple(given)


def test_the_same_file_twice_adds_nothing(store):
    given = notes("one", "two")
    store.put_notes(given)
    versions = store.versions()
    assert store.put_notes(given) == Changes(unchanged=("wg1.md-1", "wg1.md-2"))
    assert store.versions() == versions


def test_a_corrected_file_updates_its_own_notes_only(store):
    other = notes("three", file="wg2.md")
    store.put_notes([*notes("Priya spoke of bail", "Rafiq spoke of wages", "gone soon"), *other])
    corrected = notes("Priya spoke of bail", "Rafiq spoke of unpaid wages")
    assert store.put_notes(corrected) == Changes(updated=("wg1.md-2",), unchanged=("wg1.md-1",), removed=("wg1.md-3",))
    assert store.notes() == (*corrected, *other)


def test_notes_that_are_numbered_afresh_keep_the_ids_of_the_store(store):
    store.put_notes(notes("Priya spoke of bail", "Rafiq spoke of wages"))
    afresh = [
        RawNote(id=f"x{i}", text=text, origin=Origin(file="wg1.md", place=""))
        for i, text in enumerate(["A new one first", "Priya spoke of bail", "Rafiq spoke of unpaid wages"])
    ]
    changes = store.put_notes(afresh)
    assert changes == Changes(added=("x0",), updated=("wg1.md-2",), unchanged=("wg1.md-1",))
    assert [n.id for n in store.notes()] == ["x0", "wg1.md-1", "wg1.md-2"]
    assert store.put_notes(afresh).unchanged == ("x0", "wg1.md-1", "wg1.md-2")


def test_what_was_found_in_a_changed_text_is_forgotten_and_in_others_kept(store):
    given = notes("Priya spoke", "Rafiq spoke")
    store.put_notes(given)
    store.put_anonymised(*anonymised(given))
    store.put_notes(notes("Priya spoke", "Rafiq wept"))
    assert [n.id for n in store.anonymised()] == ["wg1.md-1"]
    assert [f.note for f in store.findings()] == ["wg1.md-1"]


def test_new_tags_reach_what_anonymise_has_made(store):
    given = notes("Priya spoke")
    store.put_notes(given)
    store.put_anonymised(*anonymised(given))
    store.put_notes([given[0].model_copy(update={"objectives": (8,), "review": "progress"})])
    (note,) = store.anonymised()
    assert (note.text, note.objectives, note.review, note.voice) == ("A participant spoke", (8,), "progress", 1)


def test_suggested_tags_outlive_the_same_file_and_give_way_to_its_own(store):
    given = notes("Priya spoke", "Rafiq spoke")
    store.put_notes(given)
    tags = {"objectives": (8,), "review": "progress", "suggested": ("objectives", "review")}
    store.put_notes([n.model_copy(update=tags) for n in given])
    assert store.put_notes(given).unchanged == ("wg1.md-1", "wg1.md-2")
    assert {n.objectives for n in store.notes()} == {(8,)}
    store.put_notes(notes("Priya spoke", "Rafiq shouted aloud, and at length", objectives=(4,)))
    assert [(n.objectives, n.review, n.suggested) for n in store.notes()] == [
        ((4,), "progress", ("review",)),
        ((4,), None, ()),
    ]


def test_notes_without_a_file_are_added_one_by_one_and_none_is_removed(store):
    one, two = RawNote(id="a", text="one"), RawNote(id="b", text="two")
    store.put_notes([one])
    assert store.put_notes([two]) == Changes(added=("b",))
    assert store.put_notes([RawNote(id="a", text="one more")]) == Changes(updated=("a",))
    assert [n.text for n in store.notes()] == ["one more", "two"]


def test_ids_are_unique_and_a_refused_import_leaves_nothing(store):
    twice = [RawNote(id="a", text="Priya", origin=Origin(file="f", place="line 1")) for _ in range(2)]
    with pytest.raises(InputError, match="two notes of the id a") as error:
        store.put_notes([*notes("one"), *twice])
    assert "Priya" not in str(error.value)
    assert store.notes() == ()
    store.put_notes(notes("one"))
    with pytest.raises(InputError, match="another file"):
        store.put_notes([RawNote(id="wg1.md-1", text="other", origin=Origin(file="b", place="line 1"))])


def test_results_come_back_with_voices_and_in_the_order_of_the_notes(store):
    given = notes("Priya spoke", "Rafiq spoke", "Ein Satz")
    store.put_notes(given)
    made, found = anonymised(given[:2])
    changes = store.put_anonymised(made[::-1], found[::-1], {given[2].id: "not in English"})
    assert set(changes.added) == {n.id for n in given}
    assert [(n.id, n.voice) for n in store.anonymised()] == [(n.id, 1) for n in given[:2]]
    assert store.findings() == tuple(found)
    assert store.findings(given[1].id) == (found[1],)
    assert store.set_aside() == {given[2].id: "not in English"}


def test_another_run_says_what_it_changed(store):
    given = notes("Priya spoke", "Rafiq spoke", "Grace spoke")
    store.put_notes(given)
    store.put_anonymised(*anonymised(given, voice=1))
    versions = store.versions()
    made, found = anonymised(given[:2], voice=7)
    other = anonymised(given[1:2], replacement="Somebody")
    changes = store.put_anonymised([made[0], *other[0]], [found[0], *other[1]])
    one, two, three = (n.id for n in given)
    assert changes == Changes(updated=(two,), unchanged=(one,), removed=(three,))
    assert [i for i, v in store.versions().items() if v != versions[i]] == [two, three]
    assert store.anonymised()[0].voice == 7


def test_results_of_notes_that_are_not_there_are_refused(store):
    with pytest.raises(StoreError, match="Import them first"):
        store.put_anonymised(*anonymised(notes("Priya spoke")))


def test_decisions_are_appended_with_position_batch_and_time(where):
    with Store.open(where, clock=lambda: datetime(2020, 11, 19, 12, tzinfo=UTC)) as store:
        store.put_notes(notes("one", "two"))
        store.append(withhold("wg1.md-1"))
        store.append_all([withhold("wg1.md-1"), withhold("wg1.md-2")])
        events = store.events()
    assert [(e.position, e.batch) for e in events] == [(1, 1), (2, 2), (3, 2)]
    assert {e.when for e in events} == {"2020-11-19T12:00:00+00:00"}
    assert events[0].decision == withhold("wg1.md-1")


def test_events_since_a_position(store):
    store.put_notes(notes("one"))
    for _ in range(3):
        store.append(withhold("wg1.md-1"))
    assert [e.position for e in store.events(since=1)] == [2, 3]
    assert store.append_all([]) == ()


def test_the_second_of_two_people_is_told_and_nothing_is_lost(store, where):
    store.put_notes(notes("one", "two"))
    with Store.open(where) as other:
        seen = other.versions()
        store.append(withhold("wg1.md-1", "First"), expected=seen["wg1.md-1"])
        with pytest.raises(Conflict):
            other.append(withhold("wg1.md-1", "Second"), expected=seen["wg1.md-1"])
        with pytest.raises(Conflict):
            other.append_all([withhold("wg1.md-2"), withhold("wg1.md-1")], expected=seen)
        other.append(withhold("wg1.md-2", "Second"), expected=seen["wg1.md-2"])
        assert [(e.decision.note, e.decision.who) for e in other.events()] == [
            ("wg1.md-1", "First"),
            ("wg1.md-2", "Second"),
        ]


def test_a_decision_on_a_note_that_was_changed_since_is_refused(store):
    given = notes("Priya spoke")
    store.put_notes(given)
    seen = store.versions()
    store.put_anonymised(*anonymised(given))
    with pytest.raises(Conflict):
        store.append(withhold("wg1.md-1"), expected=seen["wg1.md-1"])


def test_joining_notes_changes_the_version_of_each(store):
    store.put_notes(notes("one", "two", "three"))
    store.append(Decision(note="wg1.md-1", action=Action.MERGE, who="R", others=("wg1.md-3",)))
    assert list(store.versions().values()) == [2, 1, 2]


def test_a_decision_on_no_note_is_refused(store):
    with pytest.raises(StoreError, match="no note of the id n9"):
        store.append(withhold("n9"))
    assert store.events() == ()


def test_a_note_that_comes_back_has_its_decisions_still(store):
    store.put_notes(notes("one", "two"))
    store.append(withhold("wg1.md-2"))
    store.put_notes(notes("one"))
    assert len(store.events()) == 1
    store.put_notes(notes("one", "two"))
    assert store.events()[0].decision.note == "wg1.md-2"


def test_a_snapshot_holds_all_of_it(store):
    given = notes("Priya spoke")
    store.put_notes(given)
    store.put_anonymised(*anonymised(given))
    store.append(withhold("wg1.md-1"))
    snapshot = store.snapshot()
    assert snapshot.notes == store.notes()
    assert snapshot.anonymised == store.anonymised()
    assert snapshot.findings == store.findings()
    assert snapshot.events == store.events()
    assert snapshot.versions == {"wg1.md-1": 3}


def test_a_note_of_no_file_never_takes_the_place_of_one_that_it_is_like(store):
    text = "The form is missing in the second district, said the group."
    store.put_notes([RawNote(id="a", text=text)])
    changes = store.put_notes([RawNote(id="b", text=f"{text} Twice.")])
    assert changes.added == ("b",)
    assert [note.id for note in store.notes()] == ["a", "b"]


def test_decisions_and_notes_that_belong_together_are_stored_together_or_not_at_all(store):
    store.put_notes(notes("one", "two"))
    new = notes("three", file="merged 1")
    before = (store.notes(), store.events(), store.versions())
    taken = [RawNote(id="wg1.md-1", text="of another file", origin=Origin(file="merged 1", place=""))]
    with pytest.raises(InputError):
        store.merge([withhold("wg1.md-1")], taken)
    with pytest.raises(Conflict):
        store.merge([withhold("wg1.md-1")], new, expected={"wg1.md-1": 99})
    assert (store.notes(), store.events(), store.versions()) == before
    assert store.merge([withhold("wg1.md-1")], new, expected={"wg1.md-1": 1}) == Changes(added=("merged 1-1",))
    assert [e.decision.note for e in store.events()] == ["wg1.md-1"]
    assert store.merge([], new).unchanged == ("merged 1-1",)


def test_a_paper_is_kept_under_its_name_and_the_next_one_takes_its_place(store, where):
    assert store.paper("roster.json") is None
    store.keep({"roster.json": "Priya", "odd": ODD.replace("\0", "")})
    store.keep({"roster.json": "Priya Raman"})
    store.close()
    with Store.open(where) as again:
        assert again.paper("roster.json") == "Priya Raman"
        assert again.paper("odd") == ODD.replace("\0", "")
