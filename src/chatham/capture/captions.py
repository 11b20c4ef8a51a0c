"""Transcripts: WebVTT, SubRip, and the text that transcription services export (`Name  5:32`, then what was said)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from chatham.capture.block_notes import Reading
from chatham.capture.blocks import Block, Line
from chatham.capture.decode import decode
from chatham.capture.desk import Desk, Draft
from chatham.capture.labels import Labels
from chatham.language.marks import Marks, bracket_marks

__all__ = ["is_captions", "is_transcript", "read_captions", "read_transcript"]

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?"
_TIMING = re.compile(rf"^\s*{_CLOCK}\s*-->\s*{_CLOCK}")
_VOICE = re.compile(r"<v(?:\.[^\s>]+)*[ \t]+([^>]*)>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<\d[\d:.]*>|</v>|</?>")
_TURN = re.compile(r"^(?P<who>[^\W\d_].{0,60}?)(?:\s{2,}|\t|\s+[-–—(\[]?\s*)(?:\d{1,2}:)?\d{1,2}:\d{2}[)\]]?\s*$")
_PROGRAM = re.compile(r"^\s*(?:summary\s+keywords|keywords|speakers)\s*:?\s*$", re.IGNORECASE)
_NOBODY = re.compile(r"^(?:unknown|unidentified|unnamed)(?:\s+(?:speaker|participant))?(?:\s+\d+)?$", re.IGNORECASE)
_PAUSE = 4.0
_LONG = 300


class _Cue(NamedTuple):
    start: float
    end: float
    text: str
    place: str


class _Part(NamedTuple):
    """What one voice says within one cue."""

    speaker: str | None
    text: str
    cue: _Cue


def is_captions(text: str) -> bool:
    """Whether a text is WebVTT or SubRip."""
    return text.startswith("WEBVTT") or any(_TIMING.match(line) for line in text.split("\n")[:40])


def is_transcript(text: str) -> bool:
    """Whether a text has turns headed by a name and a time."""
    lines = text.split("\n")
    heads = [
        i
        for i, line in enumerate(lines)
        if _TURN.match(line) and i + 1 < len(lines) and (i == 0 or not lines[i - 1].strip())
    ]
    return len(heads) >= 2 or (len(heads) == 1 and heads[0] <= 6 and len(lines) < 40)


def read_captions(data: bytes, file: str, desk: Desk) -> list[Draft]:
    """Read WebVTT or SubRip: the cues of one speaker are joined to one turn, which is a note.

    Where no cue names a speaker, a turn ends with a sentence before a pause of four seconds, or once it is long.

    Args:
        data: The whole file.
        file: Its name.
        desk: Takes warnings.

    Raises:
        InputError: A tag names an objective that the codebook does not have.
        UnreadableFile: It is no text.
    """
    text = decode(data, file=file)
    cues = list(_cues(text.split("\n")))
    labels = Labels("\n".join(cue.text for cue in cues), desk.framework)
    parts = [part for cue in cues for part in _parts(cue, labels)]
    return list(_drafts(_turns(parts), file, desk, Marks(), None))


def read_transcript(data: bytes, file: str, desk: Desk) -> list[Draft]:
    """Read turns headed by `Name  5:32`: each turn is a note.

    Args:
        data: The whole file.
        file: Its name.
        desk: Takes warnings.

    Raises:
        InputError: A tag names an objective that the codebook does not have.
        UnreadableFile: It is no text.
    """
    lines = decode(data, file=file).split("\n")
    first = next((i for i, line in enumerate(lines) if _TURN.match(line)), len(lines))
    reading = Reading(file, desk, Labels("\n".join(lines), desk.framework))
    head = [Block((Line(line.strip(), f"line {n}"),)) for n, line in enumerate(lines[:first], 1) if line.strip()]
    drafts = list(reading.read(head))
    if drafts and any(_PROGRAM.match(line) for line in lines[:first]):
        # Title, date, keywords and who spoke for how long: names, and nothing that anybody said.
        desk.warn(file, f"lines 1 to {first}", "what the program put above the transcript, left out")
        drafts = []
    parts: list[_Part] = []
    who: str | None = None
    for number, line in enumerate(lines[first:], first + 1):
        turn = _TURN.match(line)
        if turn:
            who = turn["who"].strip(" -–—")
        elif line.strip() and not re.match(r"^\s*transcribed by\b", line, re.IGNORECASE):
            parts.append(_Part(who, line.strip(), _Cue(0, 0, "", f"line {number}")))
    return [*drafts, *_drafts(_turns(parts), file, desk, reading.standing(), reading.rapporteur)]


def _cues(lines: list[str]) -> Iterator[_Cue]:
    index = 0
    while index < len(lines):
        timing = _TIMING.match(lines[index])
        index += 1
        if timing is None:
            continue
        clock = timing.groups()
        place = f"line {index}"
        payload: list[str] = []
        while index < len(lines) and lines[index].strip() and not _TIMING.match(lines[index]):
            payload.append(lines[index].strip())
            index += 1
        # Two cues without an empty line between them: the second one's number is no speech.
        if index < len(lines) and _TIMING.match(lines[index]) and payload and payload[-1].isdecimal():
            payload.pop()
        text = " ".join(payload).strip()
        if text:
            yield _Cue(_seconds(clock[:4]), _seconds(clock[4:]), text, place)


def _seconds(clock: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = clock
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + float(f"0.{fraction or 0}")


def _parts(cue: _Cue, labels: Labels) -> Iterator[_Part]:
    pieces = _VOICE.split(cue.text)
    if pieces[0].strip():
        plain = _clean(pieces[0])
        label, said = labels.split(plain)
        if said or label:
            yield _Part(label, said, cue)
    for name, said in zip(pieces[1::2], pieces[2::2], strict=True):
        if _clean(said):
            yield _Part(_clean(name) or None, _clean(said), cue)


def _clean(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", text)).replace("\u200e", "").replace("\u200f", "").split())


def _turns(parts: Iterable[_Part]) -> Iterator[tuple[str | None, str, str]]:
    """Speaker, text and place of each turn."""
    everything = list(parts)
    named = any(part.speaker for part in everything)
    speaker: str | None = None
    texts: list[str] = []
    place = ""
    end = 0.0
    for part in everything:
        if named:
            new = part.speaker is not None and part.speaker != speaker
        else:
            said = " ".join(texts)
            new = said.endswith((".", "!", "?")) and (part.cue.start - end > _PAUSE or len(said) > _LONG)
        if new and texts:
            yield speaker, " ".join(texts).strip(), place
            texts = []
        if not texts:
            place = part.cue.place
        speaker = part.speaker if part.speaker is not None else speaker
        texts.append(part.text)
        end = part.cue.end
    if texts:
        yield speaker, " ".join(texts).strip(), place


def _drafts(
    turns: Iterable[tuple[str | None, str, str]], file: str, desk: Desk, standing: Marks, rapporteur: str | None
) -> Iterator[Draft]:
    for speaker, text, place in turns:
        marks, said, _ = bracket_marks(text, desk.framework)
        desk.check(marks, file, place)
        if not said:
            continue
        yield Draft(
            text=said,
            place=place,
            speaker=None if speaker is None or _NOBODY.match(speaker) else speaker,
            objectives=marks.objectives or standing.objectives,
            review=marks.review or standing.review,
            working_group=desk.group(marks.group or standing.group),
            round=marks.round or standing.round,
            rapporteur=rapporteur,
        )
