import json

import pytest

from chatham.errors import InputError, UnreadableFile
from chatham.exchange import notes as exchange
from chatham.model.private import Finding, Kind, RawNote
from chatham.model.public import AnonymisedNote, Consultation, Point, WorkingGroup

CONSULTATION = Consultation(
    title="T", working_groups=(WorkingGroup(id="WG1", name="Working Group 1", objectives=(8,)),)
)


def read(tmp_path, *rows, consultation=None):
    path = tmp_path / "notes.jsonl"
    path.write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in rows), encoding="utf-8")
    return exchange.read_notes(path, consultation=consultation)


def test_only_id_and_text_are_required(tmp_path):
    assert read(tmp_path, {"id": 7, "text": "a", "speaker": None, "review": "", "objectives": None, "x": 1}) == (
        RawNote(id="7", text="a"),
    )


def test_text_is_exactly_the_json_string(tmp_path):
    text = " \ta\u2028b\r\n\u00a0e\u0301 "
    assert read(tmp_path, json.dumps({"id": "a", "text": text}, ensure_ascii=False))[0].text == text


def test_codes_groups_and_reviews_are_those_of_the_consultation(tmp_path):
    row = {
        "id": "a",
        "text": "",
        "objectives": ["8", 8],
        "working_group": "Working group 1",
        "review": "Good practices",
    }
    note = read(tmp_path, row, consultation=CONSULTATION)[0]
    assert (note.objectives, note.working_group, note.review) == ((8,), "WG1", "good_practices")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("{", "not valid JSON"),
        ("[1]", "not a JSON object"),
        ("[" * 100_000, "not valid JSON"),
        ({"text": "secret"}, "no id"),
        ({"id": "", "text": "secret"}, "no id"),
        ({"id": True, "text": "secret"}, "no id"),
        ({"id": "b"}, "no text"),
        ({"id": "b", "text": 5}, "no text"),
        ({"id": "a", "text": "secret"}, "the same id as line 1"),
        ({"id": "b", "text": "secret", "objectives": [31]}, "no objective of that code"),
        ({"id": "b", "text": "secret", "objectives": "8"}, "not a list"),
        ({"id": "b", "text": "secret", "objectives": [[8]]}, "no code"),
        ({"id": "b", "text": "secret", "review": "secret"}, "unknown review objective"),
        ({"id": "b", "text": "secret", "speaker": 5}, "`speaker` is not a string"),
        ({"id": "b", "text": "secret", "round": "two"}, "`round` is not a whole number"),
        ('{"id": "b", "text": "\\ud800"}', "surrogate"),
    ],
)
def test_a_bad_row_is_refused_with_file_and_line_and_without_what_was_said(tmp_path, row, problem):
    with pytest.raises(InputError, match=problem) as caught:
        read(tmp_path, {"id": "a", "text": "b"}, row, consultation=CONSULTATION)
    assert "notes.jsonl, line 2" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_file_that_is_not_text_is_refused(tmp_path):
    path = tmp_path / "notes.jsonl"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(UnreadableFile, match="not UTF-8"):
        exchange.read_notes(path)


def test_anonymised_rows_hold_no_speaker_and_no_voice():
    row = json.loads(exchange.dump_anonymised([AnonymisedNote(id="a", text="b", objectives=(8,), voice=3)]))
    assert list(row) == ["id", "text", "working_group", "round", "objectives", "review"]


def test_findings_come_back_as_they_went(tmp_path):
    finding = Finding(
        note="a", start=1, end=3, kind=Kind.PERSON, replacement=None, recogniser="r", score=0.5, why="a rule"
    )
    path = tmp_path / "findings.jsonl"
    path.write_text(exchange.dump_findings([finding]))
    assert exchange.read_findings(path) == (finding,)
    assert list(json.loads(path.read_text())) == [
        "note",
        "start",
        "end",
        "kind",
        "replacement",
        "recogniser",
        "score",
        "why",
    ]


def test_points_come_back_as_they_went(tmp_path):
    point = Point(id="p", objectives=(8,), review="challenges", text="a", quantifier="One participant", notes=("a",))
    path = tmp_path / "points.jsonl"
    path.write_text(exchange.dump_points([point]))
    assert exchange.read_points(path, consultation=CONSULTATION) == (point,)


@pytest.mark.parametrize(
    "change", [{"notes": []}, {"voices": 0}, {"review": None}, {"objectives": [31]}, {"id": None}, {"text": None}]
)
def test_a_bad_point_is_refused_with_its_line(tmp_path, change):
    row = {"id": "p", "objectives": [8], "review": "challenges", "text": "a", "notes": ["a"]} | change
    path = tmp_path / "points.jsonl"
    path.write_text(json.dumps(row))
    with pytest.raises(InputError, match=r"points\.jsonl, line 1"):
        exchange.read_points(path, consultation=CONSULTATION)
