from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from chatham.capture.reading import Captured, read
from chatham.errors import InputError, UnreadableFile

Capture = Callable[..., Captured]


def packed(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_json_lines_keep_id_and_text_to_the_letter(capture: Capture) -> None:
    captured = capture('\ufeff\n{"id": 7, "text": "  Priya: bail\\r\\n is never\\u2028offered "}\n', "notes.jsonl")
    (note,) = captured.notes
    assert (note.id, note.text, note.speaker) == ("7", "  Priya: bail\r\n is never\u2028offered ", None)
    assert note.origin is not None
    assert note.origin.place == "line 2"


def test_a_folder_and_a_zip_of_it_are_the_same_notes(tmp_path: Path) -> None:
    files = {"one.md": b"[GCM 8] Boats drift.\n", "deep/two.csv": b"text\nNo form at the airport\n"}
    for name, data in files.items():
        path = tmp_path / "notes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "notes" / ".DS_Store").write_bytes(b"\x00\x01")
    (tmp_path / "notes" / "~$one.docx").write_bytes(b"lock")
    archive = tmp_path / "notes.zip"
    archive.write_bytes(packed(files | {"__MACOSX/._one.md": b"\x00"}))
    folder = read(tmp_path / "notes")
    assert [n.text for n in folder.notes] == ["No form at the airport", "Boats drift."]
    assert read(archive).notes == folder.notes


@pytest.mark.parametrize("name", ["../out.md", "/etc/out.md", "a/../../out.md", "C:\\out.md"])
def test_an_archive_may_not_lead_out_of_itself(capture: Capture, name: str) -> None:
    with pytest.raises(UnreadableFile, match="leads out"):
        capture(packed({name: b"x"}), "notes.zip")


def test_an_archive_may_not_unpack_to_more_than_is_safe(capture: Capture) -> None:
    with pytest.raises(UnreadableFile, match="more than is safe"):
        capture(packed({"big.txt": b"\x20" * 30_000_000}), "notes.zip")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "notes.md"),
        (b"\xef\xbb\xbf \n", "notes.md"),
        (b"PK\x03\x04 and no more", "notes.zip"),
        (b"\x89PNG\r\n\x1a\n....", "notes.md"),
        (b"\xff\xd8\xff\xe0", "notes.docx"),
        (b"%PDF-1.7", "notes.docx"),
        (b"{\\rtf1 hello}", "notes.doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "notes.doc"),
        (b"<html><body>hello</body></html>", "notes.html"),
        (b"hello\x00there", "notes.txt"),
        (packed({"mimetype": b"x", "content.xml": b"<x/>"}), "notes.odt"),
        (packed({}), "notes.zip"),
        (packed({"inner.zip": packed({"a.md": b"x"})}), "notes.zip"),
    ],
)
def test_what_has_no_reader_is_said(capture: Capture, content: bytes, name: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        capture(content, name)
    assert caught.value.exit_code == 2
    assert name in str(caught.value)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        read(tmp_path / "none.md")


@pytest.mark.parametrize("line", ['{"id": 1, "text": "secret"', '{"id": 1}', '["secret"]', '{"id": 1, "text": 3}'])
def test_a_bad_line_of_json_is_said_without_its_words(capture: Capture, line: str) -> None:
    with pytest.raises(InputError, match=r"notes\.jsonl, line 2") as caught:
        capture('{"id": 0, "text": "x"}\n' + line + "\n", "notes.jsonl")
    assert "secret" not in str(caught.value)


def test_one_bad_file_and_nothing_is_read(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.md", tmp_path / "b.md"
    good.write_text("Boats drift.\n")
    bad.write_text("# Objective 31\n\nx\n")
    with pytest.raises(InputError, match=r"b\.md, line 1"):
        read([good, bad])


def test_the_same_file_twice_is_read_once_and_said(tmp_path: Path) -> None:
    one, two = tmp_path / "a.md", tmp_path / "copy.md"
    one.write_text("Boats drift.\n")
    two.write_text("Boats drift.\n")
    captured = read([one, two])
    assert len(captured.notes) == 1
    assert [w.problem for w in captured.warnings] == ["the same file as one before, not read again"]


def test_the_same_id_in_two_files_is_an_error(tmp_path: Path) -> None:
    for name, text in (("a.jsonl", "Boats"), ("b.jsonl", "Lists")):
        (tmp_path / name).write_text(f'{{"id": "1", "text": "{text}"}}\n')
    with pytest.raises(InputError, match=r"b\.jsonl, line 1: the same id as .*a\.jsonl, line 1"):
        read([tmp_path / "a.jsonl", tmp_path / "b.jsonl"])


def test_the_group_in_a_files_name_counts_where_nothing_inside_says_any(capture: Capture) -> None:
    captured = capture("Boats drift.\n", "WG2_notes_round_1.txt")
    assert [(n.working_group, n.round) for n in captured.notes] == [("WG2", 1)]
    assert [w.problem for w in captured.warnings] == ["working group taken from the file's name"]
