from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
import pytest

from chatham.capture.reading import Captured
from chatham.errors import InputError

Capture = Callable[..., Captured]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_delimiter_and_encoding(capture: Capture, delimiter: str, encoding: str) -> None:
    rows = [["Speaker", "Objective", "Review", "What was said"], ["Chloé", "8", "Challenges", "Boats drift, “again”"]]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows) + "\r\n"
    note = capture(text.encode(encoding), "notes.csv").notes[0]
    assert (note.speaker, note.objectives, note.review) == ("Chloé", (8,), "challenges")
    assert note.text == "Boats drift, “again”"


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("8", (8,)),
        ("8; 21", (8, 21)),
        ("[4, 8]", (4, 8)),
        ("8.0", (8,)),
        ("GCM 8", (8,)),
        ("Objective 8: Save lives", (8,)),
        ("Objective 4; 8", (4, 8)),
        ("Objectives 4 and 8", (4, 8)),
        ("Obj. 4, Obj. 8", (4, 8)),
        ("8. Save lives and establish coordinated international efforts on missing migrants", (8,)),
        ("", ()),
    ],
)
def test_objectives_in_many_forms(capture: Capture, cell: str, codes: tuple[int, ...]) -> None:
    assert capture(f'text,objectives\nBoats drift,"{cell}"\n', "notes.csv").notes[0].objectives == codes


def test_a_form_export_has_its_questions_as_headers(capture: Capture) -> None:
    captured = capture(
        "Timestamp,Your name,Working group,What are the main challenges under objective 8?,"
        "What would you recommend?,Anything else you would like to add?\n"
        "2020/11/26 11:20:03,Litia,WG1,Boats drift,Keep a list,n/a\n",
        "form.csv",
    )
    assert [(n.speaker, n.working_group, n.text, n.objectives, n.review) for n in captured.notes] == [
        ("Litia", "WG1", "Boats drift", (8,), "challenges"),
        ("Litia", "WG1", "Keep a list", (), "recommendations"),
    ]
    assert captured.dropped == (("empty answers", 1),)


def test_without_a_speaker_column_labels_are_parted_from_the_text(capture: Capture) -> None:
    note = capture("note,gcm\nLitia: boats drift,8\n", "notes.csv").notes[0]
    assert (note.speaker, note.text) == ("Litia", "boats drift")


def test_excel(capture: Capture) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Notes of the second group"])
    sheet.append([])
    sheet.append(["Speaker", "GCM objective", "Review objective", "Note", "WG", "Round"])
    sheet.append(["Litia", 8, "Good practices", "Fishers keep a list", "WG1", 2])
    sheet.append([None, None, None, None, None, None])
    sheet.append([None, "Objective 9", "recommendations", "Enforce it", 2, 1])
    book.create_sheet("Legend").append(["x"])
    buffer = io.BytesIO()
    book.save(buffer)
    captured = capture(buffer.getvalue(), "notes.xlsx")
    assert [(n.speaker, n.text, n.objectives, n.review, n.working_group, n.round) for n in captured.notes] == [
        ("Litia", "Fishers keep a list", (8,), "good_practices", "WG1", 2),
        (None, "Enforce it", (9,), "recommendations", "WG2", 1),
    ]
    assert captured.notes[1].origin is not None
    assert captured.notes[1].origin.place == "sheet Sheet, row 6"
    assert [w.place for w in captured.warnings] == ["sheet Legend"]


def test_ids_of_a_column_are_kept_if_they_are_codes(capture: Capture) -> None:
    assert [n.id for n in capture("id,text\nWG1-R1-001,Boats\n7,Lists\n", "notes.csv").notes] == ["WG1-R1-001", "7"]
    assert capture("id,text\npriya-statement,Boats\n", "notes.csv").notes[0].id != "priya-statement"


def test_an_id_twice_is_an_error(capture: Capture) -> None:
    with pytest.raises(InputError, match=r"notes\.csv, line 3: the same id"):
        capture("id,text\n7,Boats\n7,Lists\n", "notes.csv")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "speaker,colour\nLitia,blue\n",
            "no column of text: its columns are `speaker` and 1 that chatham does not know",
        ),
        ("text,objectives\nBoats,31\n", "line 2: no objective 31"),
        ("text,objectives\nBoats,8\nLists,none of these\n", "line 3: a cell of the objectives names none"),
        ("text,review\nBoats,challenges\nLists,praise\n", "line 3: unknown review objective"),
        ('text,objectives\n"Boats,8\n', "quotation marks of a cell do not match"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(capture: Capture, text: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem.replace("(", r"\(")):
        capture(text, "notes.csv")


def test_an_error_quotes_no_cell(capture: Capture) -> None:
    with pytest.raises(InputError) as caught:
        capture("Litia Naulivou,Boats drift for weeks\nRafiq,No form\n", "notes.csv")
    assert "Litia" not in str(caught.value)
    assert "Boats" not in str(caught.value)


def test_a_row_that_names_a_speaker_and_says_nothing_is_named(capture: Capture) -> None:
    captured = capture("speaker,text\nLitia,Boats drift.\nRafiq,\n,\n", "notes.csv")
    assert [note.text for note in captured.notes] == ["Boats drift."]
    assert [(w.place, w.problem) for w in captured.warnings] == [
        ("line 3", "a row with a speaker and no text, left out")
    ]
