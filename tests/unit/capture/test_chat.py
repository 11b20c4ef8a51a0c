from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from chatham.capture.reading import Captured, read

Capture = Callable[..., Captured]

FROM = """11:29:14 From  Nazima (HLC)  to  Everyone : release them
and the children first
11:30:00 From Litia to Rafiq (Direct Message): this is between us
and so is this
11:30:05 From Litia to Everyone: [GCM 13][challenges] no bail
11:31:00 From Joy to Everyone:
\tReacted to "release them" with \U0001f44d
11:31:10 From Joy to Everyone:
\tReplying to "release them and..."

\tyes, at once
11:31:20 From Joy to Everyone: Removed a ❤️ from "release them"
11:31:30 From Joy to Everyone: \U0001f44f\U0001f44f
"""


def test_the_layout_with_from(capture: Capture) -> None:
    captured = capture(FROM, "chat.txt")
    assert [(n.speaker, n.text, n.objectives, n.review) for n in captured.notes] == [
        ("Nazima (HLC)", "release them\nand the children first", (), None),
        ("Litia", "no bail", (13,), "challenges"),
        ("Joy", "yes, at once", (), None),
    ]
    assert captured.dropped == (("direct messages", 1), ("reactions", 3))


def test_the_layout_without_receivers(capture: Capture) -> None:
    captured = capture(
        "11:29:14\t From Litia : I want to say: no bail\nand no cell\n"
        "11:30:00\t From Litia to Rafiq (Privately) : between us\n"
        "11:31:00\t From Team One: Joy to Everyone : agreed\n"
        "11:32:00\t From Team One: Joy to Rafiq (Direct Message) : no\n",
        "chat.txt",
    )
    assert [(n.speaker, n.text) for n in captured.notes] == [
        ("Litia", "I want to say: no bail\nand no cell"),
        ("Team One: Joy", "agreed"),
    ]
    assert captured.dropped == (("direct messages", 2),)


def test_the_layout_with_tabs(capture: Capture) -> None:
    captured = capture(
        "10:01:02\tLitia Naulivou:\tno bail\n17:30 is too late\n10:02:00\tJoy to Rafiq (Direct Message):\tsecret\n"
        "10:03:00\tJoy:\tagreed: no bail\n",
        "chat.txt",
    )
    assert [(n.speaker, n.text) for n in captured.notes] == [
        ("Litia Naulivou", "no bail\n17:30 is too late"),
        ("Joy", "agreed: no bail"),
    ]
    assert captured.dropped == (("direct messages", 1),)


def test_a_message_to_one_person_is_direct_whatever_it_is_called(capture: Capture) -> None:
    captured = capture("10:01:02 From Litia to Rafiq : secret\n10:01:09 From Litia to Everyone : open\n", "chat.md")
    assert [n.text for n in captured.notes] == ["open"]
    assert captured.dropped == (("direct messages", 1),)


def test_what_stands_above_the_chat_sets_the_group(capture: Capture) -> None:
    captured = capture("Working Group 3\nObjective 13\n10:01:09 From Litia to Everyone : no bail\n", "chat.txt")
    assert [(n.working_group, n.objectives) for n in captured.notes] == [("WG3", (13,))]


def test_a_message_knows_its_line(capture: Capture) -> None:
    origins = [n.origin.place for n in capture(FROM, "chat.txt").notes if n.origin]
    assert origins == ["line 1", "line 5", "line 8"]


def test_direct_messages_are_kept_if_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(FROM)
    captured = read(path, direct_messages=True)
    assert "this is between us\nand so is this" in [n.text for n in captured.notes]
    assert captured.dropped == (("reactions", 3),)
