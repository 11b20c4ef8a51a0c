import json

import pytest

from chatham.check import GATE_VERSION, certificate, check_bytes, read_waivers, verify
from chatham.errors import GateClosed, InputError, UnreadableFile
from chatham.model.private import Participant, Roster

ROSTER = Roster(participants=(Participant(row=1, name="Nurlan Asanbekov"), Participant(row=2, name="Tebuka Ioane")))
TEXT = b"Opened by Nurlan Asanbekov.\nTebuka agreed."
WAIVER = """
format: 1
waivers:
- participant: 1
  kind: PERSON
  part: note.txt
  where: line 1
  reason: opened the public session
"""


def check(waivers=(), data: bytes = TEXT):
    return check_bytes(data, name="public/note.txt", roster=ROSTER, consultation=None, waivers=waivers)


def waiver_file(tmp_path, text: str):
    path = tmp_path / "waivers.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_waived_hit_no_longer_counts_and_is_still_said(tmp_path) -> None:
    report = check(read_waivers(waiver_file(tmp_path, WAIVER)))
    assert [leak.participant for leak in report.leaks] == [2]
    assert [str(w) for w in report.waived] == ["note.txt, line 1: PERSON waived: opened the public session"]
    assert {n["kind"] for n in report.to_json()["notices"]} == {"WAIVED"}


@pytest.mark.parametrize("change", [("participant: 1", "participant: 2"), ("line 1", "line 9"), ("PERSON", "CONTACT")])
def test_a_waiver_covers_nothing_else(tmp_path, change: tuple[str, str]) -> None:
    report = check(read_waivers(waiver_file(tmp_path, WAIVER.replace(*change))))
    assert len(report.leaks) == 2
    assert report.waived == ()


def test_patterns_cover_several_places(tmp_path) -> None:
    text = WAIVER.replace("where: line 1", "where: line *\n  file: note.*")
    assert len(check(read_waivers(waiver_file(tmp_path, text))).waived) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "not a waiver file"),
        ("format: 2\nwaivers: []", "not a waiver file"),
        ("format: 1\nwaivers: [{participant: 1, kind: PERSON, part: x}]", "`reason`"),
        ("format: 1\nwaivers: [{participant: 1, kind: PERSON, part: x, reason: ok}]", "`reason`"),
        ("format: 1\nwaivers: [{participant: 1, kind: NAME, part: x, reason: long enough}]", "`kind`"),
        ("format: 1\nwaivers: [{participant: 1, kind: PERSON, part: x, reason: long enough, who: me}]", "`who`"),
        ("format: 1\nwaivers: [", "YAML"),
    ],
)
def test_a_waiver_without_all_its_fields_is_refused(tmp_path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_waivers(waiver_file(tmp_path, text))


def test_a_certificate_shows_that_a_file_is_the_one_that_passed(tmp_path) -> None:
    note, paper = tmp_path / "note.txt", tmp_path / "note.check.json"
    note.write_bytes(b"A participant agreed.")
    report = check(data=note.read_bytes())
    paper.write_text(certificate(report, people=2), "utf-8")
    content = verify(note, paper)
    assert (content["format"], content["gate"], content["people"], content["file"]) == (1, GATE_VERSION, 2, "note.txt")
    note.write_bytes(b"A participant agreed!")
    with pytest.raises(GateClosed, match="changed since"):
        verify(note, paper)


def test_a_certificate_carries_the_waivers_and_names_nobody(tmp_path) -> None:
    report = check(read_waivers(waiver_file(tmp_path, WAIVER)), b"Opened by Nurlan Asanbekov.")
    text = certificate(report)
    assert json.loads(text)["waivers"] == [
        {"part": "note.txt", "where": "line 1", "kind": "PERSON", "reason": "opened the public session"}
    ]
    assert "Nurlan" not in text
    assert "people" not in json.loads(text)


@pytest.mark.parametrize("data", [TEXT, b"", bytes(range(256)) * 9])
def test_what_did_not_pass_gets_no_certificate(data: bytes) -> None:
    with pytest.raises(GateClosed):
        certificate(check(data=data))


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("{", InputError),
        ("[]", InputError),
        ('{"format": 1}', InputError),
        ('{"format": 9, "sha256": "x"}', InputError),
        ('{"format": 1, "sha256": "x", "leaks": 1}', GateClosed),
    ],
)
def test_what_is_no_certificate_is_refused(tmp_path, text: str, error: type[Exception]) -> None:
    note, paper = tmp_path / "note.txt", tmp_path / "note.check.json"
    note.write_bytes(b"x")
    paper.write_text(text, "utf-8")
    with pytest.raises(error):
        verify(note, paper)


def test_a_missing_file_is_unreadable(tmp_path) -> None:
    paper = tmp_path / "note.check.json"
    paper.write_text('{"format": 1, "sha256": "x", "leaks": 0}', "utf-8")
    with pytest.raises(UnreadableFile):
        verify(tmp_path / "note.txt", paper)
