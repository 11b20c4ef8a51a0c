from __future__ import annotations

from collections.abc import Callable

import pytest

from chatham.capture.reading import Captured

Capture = Callable[..., Captured]

CUES = [
    ("00:01.000", "00:03.000", "Litia: boats drift"),
    ("00:03.500", "00:05.000", "Litia: for weeks."),
    ("00:05.500", "00:06.000", "at 17:30 they landed"),
    ("00:06.500", "00:07.000", "Rafiq: no form"),
    ("00:07.500", "00:08.000", "Litia: no list"),
]
TURNS = [("Litia", "boats drift for weeks. at 17:30 they landed"), ("Rafiq", "no form"), ("Litia", "no list")]


def webvtt(newline: str = "\n") -> str:
    return newline.join(["WEBVTT", "", *(f"{start} --> {end}{newline}{text}{newline}" for start, end, text in CUES)])


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_cues_of_one_speaker_are_one_turn(capture: Capture, start: str, newline: str) -> None:
    captured = capture(start + webvtt(newline), "talk.vtt")
    assert [(n.speaker, n.text) for n in captured.notes] == TURNS


def test_subrip(capture: Capture) -> None:
    text = "\n".join(
        f"{number}\n00:{start.replace('.', ',')} --> 00:{end.replace('.', ',')}\n{said}\n"
        for number, (start, end, said) in enumerate(CUES, 1)
    )
    assert [(n.speaker, n.text) for n in capture(text, "talk.txt").notes] == TURNS


def test_voice_tags_unclosed_tags_and_entities(capture: Capture) -> None:
    captured = capture(
        "WEBVTT\n\nNOTE nothing\n\nSTYLE\n::cue {}\n\n1 - first\n00:01.000 --> 00:02.000 align:start\n"
        "<v.loud Litia Naulivou><c.yellow>boats &amp; <i>drift\n\n2\n00:02.000 --> 00:03.000\n<v Rafiq>no form</v>\n",
        "talk.vtt",
    )
    assert [(n.speaker, n.text) for n in captured.notes] == [("Litia Naulivou", "boats & drift"), ("Rafiq", "no form")]


def test_without_speakers_a_turn_ends_with_a_sentence_before_a_pause(capture: Capture) -> None:
    captured = capture(
        "WEBVTT\n\n00:01.000 --> 00:02.000\nwe saw boats\n\n00:09.000 --> 00:10.000\ndrift.\n\n"
        "00:20.000 --> 00:21.000\nNobody came.\n",
        "talk.vtt",
    )
    assert [n.text for n in captured.notes] == ["we saw boats drift.", "Nobody came."]


def test_turns_headed_by_name_and_time(capture: Capture) -> None:
    captured = capture(
        "Litia Naulivou  0:05\nBoats drift.\nFor weeks.\n\nUnknown Speaker  1:05\nNo form.\n\n"
        "Rafiq  1:02:05\nNo list.\n\nTranscribed by https://otter.example\n",
        "talk.txt",
    )
    assert [(n.speaker, n.text) for n in captured.notes] == [
        ("Litia Naulivou", "Boats drift. For weeks."),
        (None, "No form."),
        ("Rafiq", "No list."),
    ]


def test_what_a_program_puts_above_a_transcript_is_no_note(capture: Capture) -> None:
    captured = capture(
        "Working Group 1\nMon, Nov 2, 2026 10:00AM\n\nSUMMARY KEYWORDS\nboats, rescue\n\n"
        "SPEAKERS\nLitia N (60%), Rafiq (40%)\n\n"
        "Litia N  00:05\nThe boats drift.\n\nRafiq  1:10\nTrue.\n",
        "talk.txt",
    )
    assert [(n.speaker, n.text, n.working_group) for n in captured.notes] == [
        ("Litia N", "The boats drift.", "WG1"),
        ("Rafiq", "True.", "WG1"),
    ]
    assert [w.problem for w in captured.warnings if w.place == "lines 1 to 9"]


def test_what_somebody_typed_above_a_transcript_is_kept(capture: Capture) -> None:
    captured = capture("The room was full.\n\nLitia N  00:05\nThe boats drift.\n", "talk.txt")
    assert [n.text for n in captured.notes] == ["The room was full.", "The boats drift."]
