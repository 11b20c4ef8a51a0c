"""Chats saved from video meetings: `11:29:14 From  Name  to  Everyone : text`, or time, name, text parted by tabs.

Older programs leave `to  Everyone` out; what went to somebody alone names its receiver in every layout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from chatham.capture.block_notes import Reading
from chatham.capture.blocks import Block, Line
from chatham.capture.decode import decode
from chatham.capture.desk import Desk, Draft
from chatham.capture.labels import Labels
from chatham.language.marks import bracket_marks

__all__ = ["is_chat", "read_chat"]

_STAMP = r"(?:\d{4}-\d{2}-\d{2}[ T])?\d{1,2}:\d{2}:\d{2}(?:\s?[AaPp][Mm])?"
_FROM = re.compile(
    rf"^{_STAMP}\s+From\s+(?P<who>\S.{{0,150}}?)\s+to\s+(?P<whom>\S.{{0,150}}?)\s*:(?:\s(?P<text>.*))?$", re.IGNORECASE
)
_FROM_ALONE = re.compile(rf"^{_STAMP}\s+From\s+(?P<who>\S[^:]{{0,150}}?)\s*:(?:\s(?P<text>.*))?$", re.IGNORECASE)
_TABBED = re.compile(rf"^{_STAMP}\t+[ ]*(?P<who>[^\t]{{1,200}}?) *:\t(?P<text>.*)$")
_TO = re.compile(r"^(?P<who>.+?)\s+to\s+(?P<whom>.+)$", re.IGNORECASE)
_PRIVATE = re.compile(r"\(\s*(?:direct\s+message|privately|private|dm)\s*\)", re.IGNORECASE)
_EVERYONE = re.compile(
    r"^(?:everyone|everybody|all|all panell?ists(?: and (?:all )?attendees)?|everyone in meeting)\b", re.IGNORECASE
)
_REACTED = re.compile(
    r"^\s*(?:Reacted to\s.*\swith\s\S+|Removed an?\s.{0,30}from\s.*|.{1,12}reacted to\s.*)\s*$", re.I | re.S
)
_REPLYING = re.compile(r"^\s*Replying to\s+[\"“](?P<quoted>.*?)[\"”]\s*(?:\n|$)", re.IGNORECASE | re.DOTALL)


@dataclass(slots=True)
class _Message:
    who: str
    private: bool
    place: str
    lines: list[str] = field(default_factory=list)


def is_chat(text: str) -> bool:
    """Whether a text is a saved chat: one of its first lines is the head of a message."""
    lines = [line for line in text.split("\n")[:30] if line.strip()]
    return any(_head(line) for line in lines)


def read_chat(data: bytes, file: str, desk: Desk) -> list[Draft]:
    """Read a chat: one note a message; direct messages and reactions are dropped and counted.

    Args:
        data: The whole file.
        file: Its name.
        desk: Takes warnings and counts.

    Raises:
        InputError: A tag names an objective that the codebook does not have.
        UnreadableFile: It is no text.
    """
    text = decode(data, file=file)
    lines = text.split("\n")
    start = next((i for i, line in enumerate(lines) if _head(line)), len(lines))
    reading = Reading(file, desk, Labels(text, desk.framework))
    # What somebody typed above the chat: the group, the round, the rapporteur.
    head = [Block((Line(line.strip(), f"line {n}"),)) for n, line in enumerate(lines[:start], 1) if line.strip()]
    drafts = list(reading.read(head))
    standing = reading.standing()
    for message in _messages(lines, start):
        body = _body("\n".join(message.lines))
        if message.private and not desk.direct_messages:
            desk.dropped["direct messages"] += 1
            continue
        if body is None:
            desk.dropped["reactions"] += 1
            continue
        marks, said, _ = bracket_marks(body, desk.framework)
        desk.check(marks, file, message.place)
        if not said:
            continue
        drafts.append(
            Draft(
                text=said,
                place=message.place,
                speaker=message.who,
                objectives=marks.objectives or standing.objectives,
                review=marks.review or standing.review,
                working_group=desk.group(marks.group or standing.group),
                round=marks.round or standing.round,
                rapporteur=reading.rapporteur,
            )
        )
    return drafts


def _messages(lines: list[str], start: int) -> Iterator[_Message]:
    current: _Message | None = None
    for number, line in enumerate(lines[start:], start + 1):
        head = _head(line)
        if head is None:
            if current is not None:
                current.lines.append(line.strip("\t ").rstrip() if line.startswith("\t") else line.rstrip())
            continue
        if current is not None:
            yield current
        who, whom = head["who"], head.groupdict().get("whom")
        if whom is None:
            addressed = _TO.match(who) if _PRIVATE.search(who) or _addressed(who) else None
            whom = addressed["whom"] if addressed else "Everyone"
            who = addressed["who"] if addressed else who
            private = bool(_PRIVATE.search(head["who"])) or not _EVERYONE.match(whom)
        else:
            private = bool(_PRIVATE.search(whom)) or not _EVERYONE.match(whom)
        current = _Message(who.strip(), private, f"line {number}", [(head["text"] or "").rstrip()])
    if current is not None:
        yield current


def _head(line: str) -> re.Match[str] | None:
    found = _FROM.match(line)
    # `From Cy : I want to say: no` has no receiver, though the text looks as if; `From Team: Cy to Everyone :` has one.
    if found and (":" not in found["who"] or _EVERYONE.match(found["whom"]) or _PRIVATE.search(found["whom"])):
        return found
    return _FROM_ALONE.match(line) or _TABBED.match(line)


def _addressed(who: str) -> bool:
    match = _TO.match(who)
    return bool(match and _EVERYONE.match(match["whom"]))


def _body(text: str) -> str | None:
    """What a message says itself, without what it answers; None for a reaction."""
    if _REACTED.match(text):
        return None
    reply = _REPLYING.match(text)
    said = (text[reply.end() :] if reply else text).strip()
    return said if re.search(r"\w", said) else None
