"""A short run of benchmarks/fuzz_readers.py: damaged files come to notes or to a clear error."""

import importlib.util
import random
from pathlib import Path

import pytest

import chatham
from chatham.exchange.consultation import read_consultation
from chatham.resources import samples

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "fuzz_readers.py"


@pytest.fixture(scope="module")
def fuzz():
    specification = importlib.util.spec_from_file_location("fuzz_readers", SCRIPT)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", [1, 2])
def test_damaged_files_come_to_notes_or_to_a_clear_error(fuzz, tmp_path, seed):
    rng = random.Random(seed)  # noqa: S311 - damage, not secrets
    consultation = read_consultation(samples() / "consultation.yaml").consultation
    came = []
    with chatham.new(tmp_path / "w", title="Fuzz") as workspace:
        for _ in range(150):
            suffix, data = fuzz.one(rng)
            path = tmp_path / f"notes{suffix}"
            path.write_bytes(data)
            came.append(fuzz.tried(path, consultation, workspace, rng))
        with_notes = samples() / "notes" / "WG2_notes.md"
        (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 broken")
        before = list(workspace.notes())
        with pytest.raises(chatham.ChathamError):
            workspace.import_files([with_notes, tmp_path / "broken.docx"])
        assert list(workspace.notes()) == before
    assert {"refused", "with notes"} <= set(came)
