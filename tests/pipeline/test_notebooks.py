"""The sample notebooks run from the first cell to the last, and leave nothing private in themselves."""

import json

import nbformat
import pytest
from nbclient import NotebookClient

from chatham import resources
from chatham.workspace import Workspace

FOLDER = resources.samples() / "notebooks"
NAMES = sorted(p.name for p in FOLDER.glob("*.ipynb"))


def test_there_is_one_for_each_of_the_two():
    assert NAMES == ["rapporteur.ipynb", "secretariat.ipynb"]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_was_run_is_kept_in_it(name):
    book = json.loads((FOLDER / name).read_text("utf-8"))
    for cell in book["cells"]:
        assert cell.get("outputs", []) == []
        assert cell.get("execution_count") is None


def run(name, folder, monkeypatch):
    """The notebook's outputs by cell source, after running it in that folder."""
    for variable in ("HOME", "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
        monkeypatch.setenv(variable, str(folder / "home"))
    (folder / "home").mkdir()
    book = nbformat.read(FOLDER / name, as_version=4)
    NotebookClient(book, timeout=1800, startup_timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    return {c.source: json.dumps(c.outputs) for c in book.cells if c.cell_type == "code"}


def test_the_rapporteurs_notebook_writes_notes(tmp_path, monkeypatch):
    outputs = run("rapporteur.ipynb", tmp_path, monkeypatch)
    assert "private: not to be published" in outputs["consultation.notes()"]
    assert "background:rgb(" in outputs["consultation.coverage()"]
    with Workspace.open(tmp_path / "consultation") as workspace:
        notes = workspace.notes()
    assert len(notes) == 4
    assert notes[0].objectives == (6,)
    assert notes[0].speaker == "Ms. Opal Quay"
    assert all(n.review for n in notes)


def test_the_secretariats_notebook_writes_a_note_that_names_nobody(tmp_path, monkeypatch):
    outputs = run("secretariat.ipynb", tmp_path, monkeypatch)
    assert "((), ())" in next(v for k, v in outputs.items() if "check_file" in k)
    assert "application/vnd.jupyter.widget-view+json" in next(v for k, v in outputs.items() if "editor" in k)
    assert (tmp_path / "consultation" / "public" / "summary.docx").is_file()
