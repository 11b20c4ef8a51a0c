from __future__ import annotations

import io
import tempfile
import time
from functools import cache
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatham.capture.decode import decode
from chatham.capture.labels import Labels
from chatham.capture.reading import Captured, read
from chatham.capture.roster import read_roster
from chatham.errors import InputError
from chatham.language.marks import bracket_marks, heading_marks
from chatham.model.framework import default_framework

SUFFIXES = [".md", ".txt", ".csv", ".docx", ".xlsx", ".vtt", ".srt", ".jsonl", ".zip", ""]
SLOWEST = 60.0  # seconds of work, whatever else the machine does
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def attempt(data: bytes, suffix: str) -> Captured | InputError:
    """Notes, or an error that says which file: anything else fails the test."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"notes{suffix}"
        path.write_bytes(data)
        started = time.process_time()
        try:
            captured = read([path])
        except InputError as error:
            refused = error
        else:
            refused = None
        assert time.process_time() - started < SLOWEST
        if refused is not None:
            assert str(path) in str(refused)
            return refused
        assert len({note.id for note in captured.notes}) == len(captured.notes)
        assert all(note.origin and note.origin.file == path.name for note in captured.notes)
        return captured


@cache
def real_files() -> tuple[bytes, ...]:
    document = docx.Document()
    document.add_heading("Objective 8", 1)
    document.add_paragraph("Litia: boats drift", style="List Bullet")
    document.add_table(rows=2, cols=2).cell(1, 1).text = "Keep a list."
    book = openpyxl.Workbook()
    book.active.append(["Speaker", "Objective", "Note"])
    book.active.append(["Litia", 8, "Boats drift"])
    packages = []
    for part in (document, book):
        buffer = io.BytesIO()
        part.save(buffer)
        packages.append(buffer.getvalue())
    return (
        *packages,
        b"# Objective 8\n\n- Litia: boats drift\n\n[GCM 21][recommendations] Keep a list.\n",
        b"speaker;objective;text\nLitia;8;Boats drift\n",
        b"11:29:14 From Litia to Everyone : boats drift\n11:30:00 From Joy to Litia : secret\n",
        b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Litia>boats drift\n",
        b"1\n00:00:01,000 --> 00:00:02,000\nLitia: boats drift\n",
        b"Litia Naulivou  0:05\nBoats drift.\n\nJoy  1:05\nYes.\n",
        b'{"id": 1, "text": "Boats drift", "objectives": [8]}\n',
    )


@given(data=st.binary(max_size=400), suffix=st.sampled_from(SUFFIXES))
@quick
def test_random_bytes_are_notes_or_an_error(data: bytes, suffix: str) -> None:
    assert attempt(data, suffix) is not None


@given(
    number=st.integers(0, 8),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), st.binary(max_size=12)), min_size=1, max_size=4),
    suffix=st.sampled_from(SUFFIXES),
)
@quick
def test_mutated_files_are_notes_or_an_error(number: int, cuts: list[tuple[float, int, bytes]], suffix: str) -> None:
    data = real_files()[number]
    for where, length, instead in cuts:
        at = int(where * len(data))
        data = data[:at] + instead + data[at + length :]
    assert attempt(data, suffix) is not None


@given(text=st.text(max_size=300), suffix=st.sampled_from(SUFFIXES))
@quick
def test_any_text_is_notes_or_an_error(text: str, suffix: str) -> None:
    assert attempt(text.encode("utf-8", "replace"), suffix) is not None


@given(data=st.binary(max_size=300))
@quick
def test_a_roster_is_read_or_refused(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "roster.csv"
        path.write_bytes(b"name,gender\n" + data)
        try:
            found = read_roster(path)
        except InputError as error:
            refused = str(error)
        else:
            refused = None
        if refused is not None:
            assert str(path) in refused
        else:
            assert [p.row for p in found.roster.participants] == list(range(1, len(found.roster.participants) + 1))


@given(text=st.text(alphabet=st.sampled_from("GCM[]8, 31:objective\n#*-|AZaz.()@éß—’"), max_size=120))
@quick
def test_taking_labels_and_tags_out_adds_nothing(text: str) -> None:
    framework = default_framework()
    _, rest, _ = bracket_marks(text, framework)
    assert set(rest) <= set(text) | {" "}
    speaker, body = Labels(text, framework).split(text)
    assert body in text
    assert speaker is None or speaker in text
    heading_marks(text, framework, whole=False)


@given(text=st.text(alphabet=st.characters(codec="cp1252", exclude_categories=["Cc", "Cs"]), max_size=200))
@quick
def test_unicode_comes_back_whatever_the_mark(text: str) -> None:
    assert decode(text.encode("utf-8-sig"), file="f") == text.removeprefix("\ufeff")
    assert decode(text.encode("utf-16"), file="f") == text


@pytest.mark.parametrize(
    "text",
    [
        "**a " * 60_000,
        "<!--" * 30_000,
        "11:29:14 From " + "a to " * 40_000,
        "[GCM 8" * 40_000,
        "Objective 8, " * 20_000,
        "A (" * 60_000,
        "a" * 300_000,
        "| a " * 60_000,
        "- " * 100_000,
    ],
)
def test_long_lines_do_not_hang_a_reader(text: str) -> None:
    assert attempt(text.encode(), ".md") is not None
