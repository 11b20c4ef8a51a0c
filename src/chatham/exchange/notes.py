"""notes.jsonl, anonymised.jsonl, findings.jsonl, tags.jsonl and points.jsonl."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

from chatham.exchange.rows import Row, dump_rows, iterate_rows, parse_rows, read_rows
from chatham.files import DASH, read_text
from chatham.model.framework import Code, Framework
from chatham.model.private import Finding, Kind, RawNote
from chatham.model.public import AnonymisedNote, ApprovedNote, Consultation, Point

__all__ = [
    "NotesFile",
    "dump_anonymised",
    "dump_findings",
    "dump_notes",
    "dump_points",
    "dump_tags",
    "parse_notes",
    "read_approved",
    "read_findings",
    "read_notes",
    "read_points",
]


def read_notes(path: str | Path, *, consultation: Consultation | None = None) -> tuple[RawNote, ...]:
    """Read notes.jsonl.

    Args:
        path: The file, or `-`.
        consultation: Checks working groups' objectives and review objectives against its codebook; without it,
            codes are taken as they stand.

    Raises:
        InputError: With the file and line: no id, no text, a duplicate id, an unknown objective.
    """
    return tuple(_notes(iterate_rows(path), consultation))


class NotesFile:
    """The notes of a notes.jsonl, read anew each time they are gone through: one is in memory at a time.

    Standard input can be read once only: what comes from there is held as text.

    Args:
        path: The file, or `-`.
        consultation: As `read_notes` takes it.
    """

    def __init__(self, path: str | Path, *, consultation: Consultation | None = None):
        self.path = path
        self.consultation = consultation
        self._held = read_text(path) if str(path) == DASH else None

    def __iter__(self) -> Iterator[RawNote]:
        """The notes, in order.

        Raises:
            UnreadableFile: As `read_notes`, when the line is reached.
            InputError: As `read_notes`, when the line is reached.
        """
        rows = iterate_rows(self.path) if self._held is None else parse_rows(self._held, file=DASH)
        return _notes(rows, self.consultation)


def parse_notes(text: str, *, file: str, consultation: Consultation | None = None) -> tuple[RawNote, ...]:
    """As `read_notes`, from text that is in memory already."""
    return tuple(_notes(parse_rows(text, file=file), consultation))


def read_approved(path: str | Path, *, consultation: Consultation | None = None) -> tuple[ApprovedNote, ...]:
    """Read anonymised.jsonl; who uses a filter on it takes its notes as approved.

    Raises:
        InputError: As `read_notes`.
    """
    return tuple(
        ApprovedNote(
            id=n.id,
            text=n.text,
            working_group=n.working_group,
            round=n.round,
            objectives=n.objectives,
            review=n.review,
        )
        for n in read_notes(path, consultation=consultation)
    )


def dump_notes(notes: Iterable[RawNote]) -> str:
    """Notes as notes.jsonl; the origin, where it is known, rides along as `origin`."""
    return dump_rows(
        {
            "id": n.id,
            "text": n.text,
            "working_group": n.working_group,
            "round": n.round,
            "speaker": n.speaker,
            "objectives": list(n.objectives),
            "review": n.review,
            "rapporteur": n.rapporteur,
        }
        | ({"origin": n.origin.model_dump()} if n.origin else {})
        | ({"suggested": list(n.suggested)} if n.suggested else {})
        for n in notes
    )


def dump_anonymised(notes: Iterable[AnonymisedNote]) -> str:
    """Notes as anonymised.jsonl: no speaker, no voice, no offsets."""
    return dump_rows(
        {
            "id": n.id,
            "text": n.text,
            "working_group": n.working_group,
            "round": n.round,
            "objectives": list(n.objectives),
            "review": n.review,
        }
        for n in notes
    )


def dump_findings(findings: Iterable[Finding]) -> str:
    """Findings as findings.jsonl: private."""
    return dump_rows(f.model_dump(mode="json") for f in findings)


def read_findings(path: str | Path) -> tuple[Finding, ...]:
    """Read findings.jsonl.

    Raises:
        InputError: With the file and line: a field is missing or of the wrong type.
    """
    return tuple(_finding(row) for row in read_rows(path))


def dump_points(points: Iterable[Point]) -> str:
    """Points as points.jsonl."""
    return dump_rows(
        {
            "id": p.id,
            "objectives": list(p.objectives),
            "review": p.review,
            "text": p.text,
            "quantifier": p.quantifier,
            "voices": p.voices,
            "notes": list(p.notes),
        }
        for p in points
    )


def read_points(path: str | Path, *, consultation: Consultation | None = None) -> tuple[Point, ...]:
    """Read points.jsonl.

    Raises:
        InputError: With the file and line: a field is missing, an unknown objective, a duplicate id.
    """
    points: list[Point] = []
    seen: dict[str, int] = {}
    framework = consultation.framework if consultation else None
    for row in read_rows(path):
        identity = _identity(row, seen)
        voices = row.data.get("voices")
        if voices is not None and (not isinstance(voices, int) or isinstance(voices, bool) or voices < 1):
            raise row.error("`voices` is not a whole number from 1 up")
        sources = row.data.get("notes")
        if not isinstance(sources, list) or not sources:
            raise row.error("`notes` is not a list of note ids", fix="A point rests on at least one note")
        review = _review(row, framework)
        if review is None:
            raise row.error("no review objective")
        points.append(
            Point(
                id=identity,
                objectives=_objectives(row, framework),
                review=review,
                text=_text(row),
                quantifier=_string(row, "quantifier"),
                voices=voices,
                notes=tuple(str(s) for s in sources),
            )
        )
    return tuple(points)


class _Tagged(Protocol):
    """What a row of tags.jsonl is written from: `chatham.tag.Suggestion`."""

    @property
    def id(self) -> str: ...
    @property
    def objectives(self) -> tuple[tuple[Code, float], ...]: ...
    @property
    def review(self) -> tuple[tuple[str, float], ...]: ...


def dump_tags(suggestions: Iterable[_Tagged]) -> str:
    """Suggestions as tags.jsonl: codes with scores, the likeliest first."""
    return dump_rows(
        {"id": s.id, "objectives": [list(pair) for pair in s.objectives], "review": [list(pair) for pair in s.review]}
        for s in suggestions
    )


def _notes(rows: Iterable[Row], consultation: Consultation | None) -> Iterator[RawNote]:
    framework = consultation.framework if consultation else None
    seen: dict[str, int] = {}
    for row in rows:
        yield RawNote(
            id=_identity(row, seen),
            text=_text(row),
            working_group=_group(row, consultation),
            round=_round(row),
            speaker=_string(row, "speaker"),
            objectives=_objectives(row, framework),
            review=_review(row, framework),
            rapporteur=_string(row, "rapporteur"),
            origin=_origin(row),
            suggested=_suggested(row),
        )


def _identity(row: Row, seen: dict[str, int]) -> str:
    value = row.data.get("id")
    if isinstance(value, bool) or not isinstance(value, int | str) or not str(value).strip():
        raise row.error("no id", fix="Give every row an `id`, a string or an integer")
    identity = str(value)
    _encodable(row, "id", identity)
    if identity in seen:
        raise row.error(f"the same id as line {seen[identity]}", fix="Ids are unique within a file")
    seen[identity] = row.line
    return identity


def _text(row: Row) -> str:
    value = row.data.get("text")
    if not isinstance(value, str):
        raise row.error("no text", fix="Give every row a `text`, a string")
    return _encodable(row, "text", value)


def _encodable(row: Row, field: str, value: str) -> str:
    # Half a surrogate pair is legal JSON and no Unicode text: it could not be written back.
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise row.error(f"`{field}` holds half a surrogate pair", fix="Export the file again as UTF-8") from None
    return value


def _string(row: Row, field: str) -> str | None:
    value = row.data.get(field)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise row.error(f"`{field}` is not a string")
    return _encodable(row, field, value)


def _group(row: Row, consultation: Consultation | None) -> str | None:
    value = row.data.get("working_group")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise row.error("`working_group` is not a string")
    group = consultation.working_group(value) if consultation else None
    return group.id if group else _encodable(row, "working_group", value)


def _round(row: Row) -> int | None:
    value = row.data.get("round")
    if value is None or value == "":
        return None
    if isinstance(value, str) and value.strip().isdecimal():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise row.error("`round` is not a whole number")
    return value


def _objectives(row: Row, framework: Framework | None) -> tuple[Code, ...]:
    value = row.data.get("objectives")
    if value is None or value == "":
        return ()
    if not isinstance(value, list):
        raise row.error("`objectives` is not a list", fix="Write [4, 8]")
    codes: list[Code] = []
    for item in value:
        if isinstance(item, bool) or not isinstance(item, int | str):
            raise row.error("`objectives` holds something that is no code", fix="Write [4, 8]")
        code = item if framework is None else framework.code(item)
        if code is None:
            raise row.error(
                f"no objective of that code in {framework.short_name if framework else 'the codebook'}",
                fix="Use a code of the codebook, or name another codebook under `framework:` in consultation.yaml",
            )
        if code not in codes:
            codes.append(code)
    return tuple(codes)


def _review(row: Row, framework: Framework | None) -> str | None:
    value = _string(row, "review")
    if value is None or framework is None:
        return value
    known = framework.review_objective(value)
    if known is None:
        raise row.error(
            "unknown review objective", fix=f"Use one of {', '.join(r.id for r in framework.review_objectives)}"
        )
    return known.id


def _origin(row: Row) -> dict[str, Any] | None:
    value = row.data.get("origin")
    if isinstance(value, dict) and isinstance(value.get("file"), str) and isinstance(value.get("place"), str):
        return {"file": value["file"], "place": value["place"]}
    return None


def _suggested(row: Row) -> tuple[str, ...]:
    value = row.data.get("suggested")
    return tuple(v for v in value if v in ("objectives", "review")) if isinstance(value, list) else ()


def _finding(row: Row) -> Finding:
    d = row.data
    try:
        return Finding(
            note=str(d["note"]),
            start=d["start"],
            end=d["end"],
            kind=Kind(d["kind"]),
            replacement=d["replacement"],
            recogniser=d.get("recogniser", ""),
            score=d.get("score", 1.0),
            why=d.get("why", ""),
        )
    except (KeyError, ValueError):
        raise row.error("not a finding", fix="Fields: note, start, end, kind, replacement") from None
