from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from chatham.capture.reading import Captured
from chatham.errors import InputError
from chatham.model.public import Consultation

Capture = Callable[..., Captured]


def texts(captured: Captured) -> list[str]:
    return [note.text for note in captured.notes]


def speakers(captured: Captured) -> list[str | None]:
    return [note.speaker for note in captured.notes]


def tags(captured: Captured) -> list[tuple[Sequence[object], str | None]]:
    return [(note.objectives, note.review) for note in captured.notes]


def test_headings_set_the_tags_of_what_follows(capture: Capture) -> None:
    captured = capture(
        "# Working Group 1, Round 2\n\n## Objective 8: Save lives\n\n### Key challenges\n\n- Boats drift.\n\n"
        "### Recommendations\n\nKeep a list.\n\n## Objective 21\n\nNo form at the airport.\n"
    )
    assert texts(captured) == ["Boats drift.", "Keep a list.", "No form at the airport."]
    assert tags(captured) == [((8,), "challenges"), ((8,), "recommendations"), ((21,), None)]
    assert {(n.working_group, n.round) for n in captured.notes} == {("WG1", 2)}


def test_lines_without_markup_are_headings_if_they_say_nothing_else(capture: Capture) -> None:
    captured = capture(
        "Working Group 2\nRapporteur: Dana Price\n\nObjective 9\nChallenges:\nThe law is not enforced.\n\n"
        "Recommendations:\nEnforce it.\n\nObjective 10\nVictims are not found.\n",
        "notes.txt",
    )
    assert tags(captured) == [((9,), "challenges"), ((9,), "recommendations"), ((10,), None)]
    assert {n.rapporteur for n in captured.notes} == {"Dana Price"}


def test_a_tag_in_line_holds_for_its_note_alone_and_leaves_the_text(capture: Capture) -> None:
    captured = capture("# Objective 4\n\n[GCM 8][challenges] Boats drift.\n\nNo papers.\n\nNobody lands [gcm 8, 21].\n")
    assert texts(captured) == ["Boats drift.", "No papers.", "Nobody lands."]
    assert tags(captured) == [((8,), "challenges"), ((4,), None), ((8, 21), None)]


def test_a_tag_alone_on_its_line_sets_what_follows(capture: Capture) -> None:
    captured = capture("[GCM 8][challenges]\n\nBoats drift.\n\nNobody keeps a list.\n")
    assert tags(captured) == [((8,), "challenges")] * 2


def test_a_name_above_indented_points_speaks_them(capture: Capture) -> None:
    captured = capture("- Litia\n  - Boats drift.\n  - Nobody keeps a list.\n- No form.\n")
    assert list(zip(speakers(captured), texts(captured), strict=True)) == [
        ("Litia", "Boats drift."),
        ("Litia", "Nobody keeps a list."),
        (None, "No form."),
    ]


def test_a_name_on_its_own_line_speaks_the_paragraph_under_it(capture: Capture) -> None:
    captured = capture("Litia:\n\nBoats drift.\n\nNo form.\n")
    assert speakers(captured) == ["Litia", None]


def test_wrapped_lines_are_one_note_and_a_label_begins_another(capture: Capture) -> None:
    captured = capture("Litia: boats drift\nfor weeks\nRafiq: no form\n", "notes.txt")
    assert list(zip(speakers(captured), texts(captured), strict=True)) == [
        ("Litia", "boats drift for weeks"),
        ("Rafiq", "no form"),
    ]


def test_question_and_answer_are_one_note_with_both_lines(capture: Capture) -> None:
    assert texts(capture("Q: Why is there no list?\nA: Nobody pays for it.\n")) == [
        "Q: Why is there no list?\nA: Nobody pays for it."
    ]


def test_the_title_counts_and_not_the_number_before_it(capture: Capture) -> None:
    captured = capture("# 7. Strengthen certainty and predictability in migration procedures\n\nNobody explains.\n")
    assert tags(captured) == [((12,), None)]
    assert str(captured.warnings[0]).endswith("numbered 7, but this is the title of objective 12: taken as 12")


def test_an_objective_outside_the_groups_mandate_is_warned_about(capture: Capture, consultation: Consultation) -> None:
    captured = capture("# Working Group 1\n\n[GCM 9] Brokers.\n\n[GCM 8] Boats.\n", consultation=consultation)
    assert [w.place for w in captured.warnings] == ["line 3"]
    assert tags(captured)[0] == ((9,), None)


@pytest.mark.parametrize("text", ["# Objective 31\n\nx\n", "[GCM 31] x\n", "Objective 31\n\nx\n", "[Objective 31]\n"])
def test_an_unknown_objective_is_an_error_with_file_and_line(capture: Capture, text: str) -> None:
    with pytest.raises(InputError, match=r"notes\.md, line 1: no objective 31 in GCM"):
        capture(text)


def test_people_listed_at_the_head_are_left_out_and_lend_their_initials(capture: Capture) -> None:
    captured = capture("Attendees: Dana Price, Lena Ko\n\nDP believes the deadline is too short.\n")
    assert texts(captured) == ["DP believes the deadline is too short."]
    assert speakers(captured) == ["DP"]
    assert [w.problem for w in captured.warnings] == ["a list of people, left out"]


def test_a_table_in_markdown_is_read_as_a_form(capture: Capture) -> None:
    captured = capture(
        "| | Challenges | Recommendations |\n|---|---|---|\n"
        "| Objective 8 | Litia: boats drift | Keep a list.<br>Land them. |\n"
    )
    assert list(zip(speakers(captured), texts(captured), strict=True)) == [
        ("Litia", "boats drift"),
        (None, "Keep a list."),
        (None, "Land them."),
    ]
    assert tags(captured) == [((8,), "challenges"), ((8,), "recommendations"), ((8,), "recommendations")]


def test_each_note_knows_its_file_and_line(capture: Capture) -> None:
    captured = capture("# Objective 8\n\nBoats.\n\n- Lists.\n")
    assert [(n.origin.file, n.origin.place) for n in captured.notes if n.origin] == [
        ("notes.md", "line 3"),
        ("notes.md", "line 5"),
    ]


def test_in_plain_text_a_line_that_ends_early_ends_its_note(capture: Capture) -> None:
    wrapped = "The boats drift for weeks and nobody comes to the rescue, although\neverybody knows where they are.\n"
    captured = capture(f"No form at the airport.\nNo list either.\n{wrapped}", "notes.txt")
    assert texts(captured) == [
        "No form at the airport.",
        "No list either.",
        "The boats drift for weeks and nobody comes to the rescue, although everybody knows where they are.",
    ]
    assert texts(capture("No form at the airport.\nNo list either.\n", "notes.md")) == [
        "No form at the airport. No list either."
    ]


def test_each_line_that_begins_with_a_speaker_and_a_dash_is_a_note(capture: Capture) -> None:
    captured = capture("Litia — boats drift\nsunny g - no form\nRafiq — no desk\nand no staff\n", "notes.txt")
    assert list(zip(speakers(captured), texts(captured), strict=True)) == [
        ("Litia", "boats drift"),
        ("sunny g", "no form"),
        ("Rafiq", "no desk and no staff"),
    ]


def test_a_time_or_a_remark_is_nobodys_turn(capture: Capture) -> None:
    captured = capture("Litia: boats drift\n17:30 the session resumed\nNote: order was asked for\n", "notes.txt")
    assert list(zip(speakers(captured), texts(captured), strict=True)) == [
        ("Litia", "boats drift"),
        (None, "17:30 the session resumed"),
        (None, "Note: order was asked for"),
    ]


def test_initials_of_somebody_present_begin_a_note(capture: Capture) -> None:
    captured = capture("Attendees: Dana Price, Opal Quay\n\nBoats drift\nDP believes lists help\n", "notes.txt")
    assert list(zip(speakers(captured), texts(captured), strict=True)) == [
        (None, "Boats drift"),
        ("DP", "DP believes lists help"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Consultation: Asia and the Pacific",
        "Date: 10 November 2020",
        "Venue: Online (Zoom)",
        "Name of group: fees",
        "Venue:",
    ],
)
def test_a_field_about_the_meeting_is_no_note(capture: Capture, line: str) -> None:
    captured = capture(f"{line}\n\nBoats drift.\n", "notes.txt")
    assert texts(captured) == ["Boats drift."]
    assert [w.place for w in captured.warnings] == ["line 1"]


@pytest.mark.parametrize(
    "line", ["Time: never enough of it.", "Consultation: none was held", "Venue: a tent. It leaks."]
)
def test_what_looks_like_a_field_among_notes_is_one(capture: Capture, line: str) -> None:
    assert line in texts(capture(f"Boats drift.\n\n{line}\n", "notes.txt"))


def test_a_second_group_may_have_its_own_head(capture: Capture) -> None:
    captured = capture("Boats drift.\n\nWorking Group 2\nTime: 14:00\n\nNo form.\n", "notes.txt")
    assert [(n.text, n.working_group) for n in captured.notes] == [("Boats drift.", None), ("No form.", "WG2")]
