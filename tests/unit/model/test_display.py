import copy
import pickle

import pytest

from chatham.model.coverage import Coverage
from chatham.model.display import PRIVATE, Rows
from chatham.model.framework import default_framework
from chatham.model.private import Finding, Kind, Origin, Participant, RawNote, Roster
from chatham.model.public import AnonymisedNote, Consultation, Point, WorkingGroup

NASTY = "<script>alert('x')</script> & \"said\""
SAFE = "&lt;script&gt;"

NOTE = RawNote(id="n1", text=NASTY, speaker=NASTY, objectives=(4, 8), origin=Origin(file="wg1.md", place="line 3"))
VALUES = [
    NOTE,
    AnonymisedNote(id="n1", text=NASTY),
    Finding(note="n1", start=0, end=1, kind=Kind.PERSON, replacement=NASTY, recogniser="r", score=1, why="w"),
    Point(id="p1", objectives=(8,), review="challenges", text=NASTY, notes=("n1",)),
    Roster(participants=(Participant(row=1, name=NASTY),)),
    Consultation(title=NASTY, working_groups=(WorkingGroup(id="WG1", name=NASTY),)),
    Rows(RawNote, [NOTE]),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda v: type(v).__name__)
def test_a_view_holds_the_words_and_every_one_is_escaped(value):
    shown = value._repr_html_()
    assert SAFE in shown
    assert "<script>" not in shown
    assert '"said"' not in shown


def test_what_is_private_says_so_and_what_is_not_does_not():
    assert PRIVATE in NOTE._repr_html_()
    assert PRIVATE in VALUES[4]._repr_html_()
    assert PRIVATE in Rows(RawNote, [NOTE])._repr_html_()
    assert PRIVATE not in VALUES[1]._repr_html_()
    assert PRIVATE not in VALUES[5]._repr_html_()


def test_a_voice_is_shown_nowhere():
    note = AnonymisedNote(id="n1", text="t", voice=7654)
    rows = Rows(AnonymisedNote, [note])
    assert "7654" not in note._repr_html_() + rows._repr_html_()
    assert "voice" not in rows.to_frame().columns


def test_rows_are_a_tuple_and_a_data_frame():
    rows = Rows(RawNote, [NOTE])
    assert rows == (NOTE,)
    assert pickle.loads(pickle.dumps(rows)).kind is RawNote  # noqa: S301
    assert copy.copy(rows) == rows
    frame = rows.to_frame()
    assert frame.loc[0, "text"] == NASTY
    assert frame.loc[0, "origin_file"] == "wg1.md"
    assert list(Rows(RawNote, []).to_frame().columns) == list(frame.columns)
    assert "origin_place" in Rows(RawNote, [NOTE.model_copy(update={"origin": None})]).to_frame().columns


def test_long_tables_are_cut_and_say_so():
    rows = Rows(RawNote, [NOTE.model_copy(update={"id": f"n{i}"}) for i in range(1234)])
    shown = rows._repr_html_()
    assert "1,234 × RawNote" in shown
    assert "and 1,214 more" in shown
    roster = Roster(participants=tuple(Participant(row=i, name=f"Person {i}") for i in range(1, 31)))
    assert "and 10 more" in roster._repr_html_()
    assert "Person 21" not in roster._repr_html_()
    assert len(roster.to_frame()) == 30


def test_the_heatmap_writes_every_number_readably():
    coverage = Coverage(default_framework(), (4, 8), {("challenges", 8): 12, ("progress", 4): 1})
    shown = coverage._repr_html_()
    assert 'background:rgb(8,69,148);color:#ffffff">12<' in shown
    assert ">1</td>" in shown
    assert shown.count(">0</td>") == 2 * len(default_framework().review_objectives) - 2
    frame = coverage.to_frame()
    assert frame.loc["challenges", 8] == 12
    assert frame.loc["challenges", 4] == 0
    assert Coverage(default_framework(), (), {}).to_frame().empty
