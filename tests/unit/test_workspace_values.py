"""What a workspace gives to a notebook."""

import pandas as pd
import pytest

import chatham
from chatham.errors import InputError


@pytest.fixture
def workspace(tmp_path):
    """A consultation with three notes."""
    with chatham.new(tmp_path / "rivers", title="Rivers <1>") as made:
        made.note("Ms. Opal Quay said that the form is missing.", objectives=[8], review="challenges")
        made.note("Boats were built.", objectives=[8, 4], review="progress")
        made.note("Nobody knows what this is about.")
        yield made


def test_it_shows_how_far_it_has_come(workspace):
    shown = workspace._repr_html_()
    assert "Rivers &lt;1&gt;" in shown
    assert "3, of which 2 are tagged" in shown
    assert "Opal" not in shown


def test_the_coverage_counts_notes(workspace):
    coverage = workspace.coverage()
    assert coverage.codes == (4, 8)
    assert coverage.count("challenges", 8) == 1
    assert coverage.to_frame().to_numpy().sum() == 3


def test_collections_are_data_frames(workspace):
    assert list(workspace.notes().to_frame()["objectives"]) == [(8,), (8, 4), ()]
    assert workspace.findings().to_frame().empty
    assert "text" in workspace.anonymised().to_frame()
    assert "text" in workspace.approved().to_frame()
    assert "notes" in workspace.points().to_frame()


def test_a_frame_is_taken_in_once_and_then_updated(workspace):
    frame = pd.DataFrame(
        {
            "text": ["Trains are late, said the group.", "Schools are shut in the valley."],
            "speaker": ["Opal Quay", None],
            "objectives": [[8, 4], "21"],
        }
    )
    first = workspace.import_frame(frame)
    assert len(first.changes.added) == 2
    got = {n.text: n for n in workspace.notes()}
    assert got["Trains are late, said the group."].objectives == (8, 4)
    assert got["Trains are late, said the group."].speaker == "Opal Quay"
    assert got["Schools are shut in the valley."].speaker is None
    frame.loc[0, "text"] = "Trains are never late, said the group."
    again = workspace.import_frame(frame)
    assert len(again.changes.updated) == 1
    assert again.changes.added == ()
    assert [p.name for p in (workspace.folder / "private").glob("*.csv")] == []


def test_a_frame_that_cannot_be_used_is_refused_whole(workspace):
    with pytest.raises(InputError):
        workspace.import_frame(pd.DataFrame({"text": ["A.", "B."], "objectives": ["8", "99"]}))
    with pytest.raises(InputError):
        workspace.import_frame(pd.DataFrame({"a": [1]}))
    with pytest.raises(InputError):
        workspace.import_frame(pd.DataFrame({"text": ["A."]}), name="../x")
    assert len(workspace.notes()) == 3
    assert [p.name for p in (workspace.folder / "private").glob("*.csv")] == []


def test_a_frame_of_all_notes_taken_in_again_adds_nothing(workspace):
    workspace.import_frame(pd.DataFrame({"text": ["A boat sank.", "Another one."]}))
    frame = workspace.notes().to_frame()
    changes = workspace.import_frame(frame).changes
    assert (changes.added, changes.updated, changes.removed, len(changes.unchanged)) == ((), (), (), 2)
    frame.loc[0, "text"] = "Something else."
    with pytest.raises(InputError, match="not of this table"):
        workspace.import_frame(frame)


def test_a_corrected_frame_says_what_is_different(workspace):
    frame = pd.DataFrame({"text": ["A boat sank.", "Another one."]})
    workspace.import_frame(frame)
    frame.loc[0, "text"] = "A boat sank at night."
    (change,) = workspace.import_frame(frame).differences
    assert change.fields == ("text",)


def test_a_file_under_another_name_adds_nothing(workspace, tmp_path):
    (tmp_path / "a.md").write_text("# Objective 8\n- Ann: boats drift\n- Cy: we need radios\n", "utf-8")
    assert len(workspace.import_files([tmp_path / "a.md"]).changes.added) == 2
    workspace.suggest_tags()
    (tmp_path / "a (1).md").write_text((tmp_path / "a.md").read_text("utf-8"), "utf-8")
    again = workspace.import_files([tmp_path / "a (1).md"])
    assert (again.changes.added, again.changes.removed, again.captured.notes) == ((), (), ())
    assert [(w.file, w.problem) for w in again.captured.warnings] == [("a (1).md", "the same notes as a.md, not added")]
    (tmp_path / "b.md").write_text("# Objective 8\n- Ann: boats drift\n- Cy: we need two radios\n", "utf-8")
    assert len(workspace.import_files([tmp_path / "b.md"]).changes.added) == 2
    assert len(workspace.import_files([tmp_path / "a.md"]).changes.unchanged) == 2
