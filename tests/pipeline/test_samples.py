"""The sample files that are built are built of the words in tests/tools/sample_words.py, and everything can be read."""

import importlib.util
import io
import sys
import zipfile
from pathlib import Path

import pytest

from chatham import resources
from chatham.exchange.consultation import read_consultation

TOOLS = Path(__file__).parents[1] / "tools"


@pytest.fixture(scope="module")
def builder():
    specification = importlib.util.spec_from_file_location("build_samples", TOOLS / "build_samples.py")
    module = importlib.util.module_from_spec(specification)
    path = list(sys.path)
    specification.loader.exec_module(module)
    sys.path[:] = path
    return module


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_built_samples_are_up_to_date(builder):
    notes = resources.samples() / "notes"
    assert parts(builder.rapporteur_form()) == parts((notes / builder.FORM_FILE).read_bytes())
    assert parts(builder.note_sheet()) == parts((notes / builder.SHEET_FILE).read_bytes())
    other = resources.samples() / "other"
    assert parts(builder.word_prose()) == parts((other / builder.PROSE_FILE).read_bytes())
    assert parts(builder.archive()) == parts((other / builder.ARCHIVE_FILE).read_bytes())


@pytest.fixture(scope="module")
def artist():
    specification = importlib.util.spec_from_file_location("draw_imports", TOOLS / "draw_imports.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_pictures_of_the_import_guide_show_what_import_does(artist):
    guide = (artist.ROOT / "docs" / "import.md").read_text("utf-8")
    for kind, (file, _) in artist.KINDS.items():
        assert artist.picture(kind) == (artist.IMAGES / f"import-{kind}.svg").read_text("utf-8")
        assert f"images/import-{kind}.svg" in guide
        assert f"samples/{file}" in guide


def test_the_picture_of_the_registration_list_shows_its_balance(artist):
    assert artist.register() == (artist.IMAGES / "import-registrations.svg").read_text("utf-8")
    guide = (artist.ROOT / "docs" / "import.md").read_text("utf-8")
    assert "images/import-registrations.svg" in guide
    assert f"samples/{artist.REGISTER}" in guide


def test_every_sample_file_has_its_picture(artist):
    drawn = {file for file, _ in artist.KINDS.values()} | {artist.REGISTER}
    there = {f"{p.parent.name}/{p.name}" for folder in ("notes", "other") for p in (artist.SAMPLES / folder).iterdir()}
    assert there - drawn == {"notes/WG2_zoom_chat.txt"}


def test_the_same_words_give_the_same_bytes(builder):
    assert builder.rapporteur_form() == builder.rapporteur_form()
    assert builder.note_sheet() == builder.note_sheet()
    assert builder.word_prose() == builder.word_prose()


def test_the_sample_programme_is_in_order():
    programme = read_consultation(resources.samples() / "consultation.yaml")
    groups = programme.consultation.working_groups
    assert {code for group in groups for code in group.objectives} == set(programme.consultation.objectives)
    assert [f.working_group for f in programme.facilitators] == [g.id for g in groups]
