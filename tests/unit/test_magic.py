from types import SimpleNamespace

import pytest

import chatham
from chatham.errors import InputError


class Shell:
    """What the magic needs of IPython."""

    def __init__(self, **names):
        self.user_ns = names
        self.events = SimpleNamespace(register=lambda _, function: setattr(self, "starts", function))

    def register_magic_function(self, function, magic_kind, magic_name):
        assert (magic_kind, magic_name) == ("cell", "note")
        self.magic = function

    def run(self, line, text, cell=None):
        self.starts(SimpleNamespace(cell_id=cell))
        return self.magic(line, text)


@pytest.fixture
def workspace(tmp_path):
    """A consultation without notes."""
    with chatham.new(tmp_path / "rivers", title="Rivers") as made:
        yield made


@pytest.fixture
def shell(workspace):
    """A notebook in which it is open."""
    made = Shell(rivers=workspace, _=workspace, other=3)
    chatham.load_ipython_extension(made)
    return made


def test_a_cell_becomes_a_note(shell, workspace):
    note = shell.run('8 21 --review challenges --speaker "Ms. Opal Quay" --round 1', "The form is missing.\n")
    assert note.text == "The form is missing."
    assert note.objectives == (8, 21)
    assert (note.review, note.speaker, note.round) == ("challenges", "Ms. Opal Quay", 1)
    assert workspace.notes() == (note,)


def test_a_cell_run_again_corrects_its_note_and_another_cell_writes_another(shell, workspace):
    first = shell.run("8", "The form is missing in the north.", "a1")
    again = shell.run("8", "The form is missing in the south.", "a1")
    assert again.id == first.id
    other = shell.run("8", "The form is missing in the south.", "b2")
    assert other.id != first.id
    assert [n.text for n in workspace.notes()] == ["The form is missing in the south."] * 2
    shell.run("8", "Nothing of that kind was said at all, it turned out: trains are late.", "a1")
    assert sorted(n.text[:4] for n in workspace.notes()) == ["Noth", "The "]


@pytest.mark.parametrize("line", ["31", "--review nothing", "--group WG9", "--bogus", "--round x", "--workspace other"])
def test_what_makes_no_sense_is_refused_and_nothing_is_written(shell, workspace, line):
    with pytest.raises(InputError):
        shell.run(line, "The form is missing.")
    assert workspace.notes() == ()


def test_with_none_or_several_open_it_asks_which(shell, workspace, tmp_path):
    with chatham.new(tmp_path / "lakes", title="Lakes") as second:
        shell.user_ns["lakes"] = second
        with pytest.raises(InputError, match="--workspace NAME"):
            shell.run("", "A note.")
        shell.run("--workspace lakes", "A note.")
        assert len(second.notes()) == 1
    shell.user_ns.clear()
    with pytest.raises(InputError, match=r"chatham\.open"):
        shell.run("", "A note.")
