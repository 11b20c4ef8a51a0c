"""Tables of notes: CSV and Excel with one note a row, and exports of online forms with a question a column."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from chatham.capture.columns import NOTE_COLUMNS, find_columns
from chatham.capture.desk import Desk, Draft
from chatham.capture.grid import Grid, GridRow, header_key, pad, read_csv, read_xlsx
from chatham.capture.labels import Labels
from chatham.errors import InputError
from chatham.language.marks import Marks, bracket_marks, heading_marks, question_marks

__all__ = ["has_notes", "read_sheet"]

_HEADER_ROWS = 10
_MOST_COLUMNS = 200
_SAFE_ID = re.compile(r"(?:[A-Za-z]{1,3}\d*[-_.])*[A-Za-z]{0,2}\d{1,9}")
_PERSONAL = re.compile(
    r"\b(?:name|email|organisation|affiliation|institution|country|gender|sex|phone|telephone|consent|agree|age|position|"
    r"role|title|address|timestamp|score|category|pronouns)\b"
)
_EXACT = frozenset(form for forms in NOTE_COLUMNS.values() for form in forms)
_NOTHING = re.compile(r"(?:n\.?\s?/?a\.?|none|nil|nothing|no|-+|—|\.)\W*", re.IGNORECASE)
_COUNTERS = ("no", "nr", "number", "sl no", "s no", "date", "time", "row", "")
_STAMPS = ("timestamp", "start time", "submitted at", "submission date", "date submitted", "completion time")


class _Plan(NamedTuple):
    """How one table is read: its fields' columns, and each column of text with what its header says."""

    fields: dict[str, int]
    texts: tuple[tuple[int, Marks], ...]
    rows: tuple[GridRow, ...]


def read_sheet(data: bytes, file: str, desk: Desk) -> list[Draft]:
    """Read a table of notes.

    Args:
        data: The whole file.
        file: Its name.
        desk: Takes warnings: of an encoding that had to be guessed, and of sheets and columns that were not read.

    Raises:
        InputError: No column of text; or a cell names an objective or review objective that the codebook lacks.
        UnreadableFile: It is damaged.
    """
    grids = read_xlsx(data, file=file) if data.startswith(b"PK") else (read_csv(data, file=file),)
    drafts: list[Draft] = []
    read = False
    for grid in grids:
        if grid.encoding not in ("utf-8", "utf-16"):
            desk.warn(file, "", f"not Unicode; read as {grid.encoding}")
        plan = _plan(grid, desk, file)
        if plan is None:
            if grid.rows and len(grids) > 1:
                desk.warn(file, f"sheet {grid.sheet}", "no column of text, so the sheet is not read")
            continue
        read = True
        drafts += _notes(plan, desk, file)
    if not read:
        raise _no_text(grids, file)
    return drafts


def has_notes(grid: Grid, desk: Desk) -> bool:
    """Whether a table has a header row with a column of text."""
    return _plan(grid, desk, "", quiet=True) is not None


def _no_text(grids: Iterable[Grid], file: str) -> InputError:
    """The error for a table without a column of text; only headers that are known to be headers are quoted."""
    first = next((grid.rows[0].cells for grid in grids if grid.rows), ())
    known = _EXACT | set(_STAMPS)
    named = [cell for cell in first if header_key(cell) in known]
    others = len([cell for cell in first if cell]) - len(named)
    seen = ", ".join(f"`{cell}`" for cell in named) + (" and " if named and others else "")
    seen += f"{others} that chatham does not know" if others else ""
    return InputError(
        "no column of text" + (f": its columns are {seen}" if seen else ""),
        file=file,
        place="line 1" if not any(grid.sheet for grid in grids) else None,
        fix="Head the column with what was said `text`",
    )


def _plan(grid: Grid, desk: Desk, file: str, *, quiet: bool = False) -> _Plan | None:
    for index, row in enumerate(grid.rows[:_HEADER_ROWS]):
        if len(row.cells) > _MOST_COLUMNS:
            continue
        said = [question_marks(header, desk.framework) for header in row.cells]
        # A question such as `What are the challenges under objective 8?` is no column of objectives.
        plain = [h if header_key(h) in _EXACT or not marks else "" for h, marks in zip(row.cells, said, strict=True)]
        fields = find_columns(plain, NOTE_COLUMNS)
        form = header_key(row.cells[0]) in _STAMPS
        asked: list[tuple[int, Marks]] = []
        unread: list[int] = []
        for column, (header, marks) in enumerate(zip(row.cells, said, strict=True)):
            if column in fields.values() or not header or (form and column == 0):
                continue
            key = header_key(header)
            if marks.review or marks.objectives or marks.unknown:
                asked.append((column, marks))
            elif form and len(key.split()) >= 3 and not _PERSONAL.search(key):
                asked.append((column, Marks()))
            elif not _PERSONAL.search(key) and key not in _COUNTERS:
                unread.append(column)
        if "text" in fields:
            asked.insert(0, (fields["text"], said[fields["text"]]))
        elif not (form or len(asked) > 1 or (asked and len(fields) > 0)):
            continue
        if not asked or (sum(map(bool, row.cells)) == 1 and header_key("".join(row.cells)) not in _EXACT):
            continue  # a single cell is a title above the table, unless it is just the header of one column
        if not quiet:
            for _, marks in asked:
                desk.check(marks, file, row.place)
            for column in unread:
                desk.warn(file, row.place, f"column {column + 1} is not read")
        width = max(len(r.cells) for r in grid.rows)
        rows = tuple(GridRow(r.place, pad(r.cells, width)) for r in grid.rows[index + 1 :])
        return _Plan(fields, tuple(asked), rows)
    return None


def _notes(plan: _Plan, desk: Desk, file: str) -> Iterable[Draft]:
    every = "\n".join(row.cells[column] for row in plan.rows for column, _ in plan.texts)
    labels = Labels(every, desk.framework)
    objectives = _column(plan, "objectives", desk)
    reviews = _column(plan, "review", desk)
    ids = _ids(plan)
    for number, row in enumerate(plan.rows):
        marks = _cell_marks(row, objectives, desk, file, "objective") | _cell_marks(row, reviews, desk, file, "review")
        if _field(plan, row, "speaker") and not any(row.cells[column] for column, _ in plan.texts):
            desk.warn(file, row.place, "a row with a speaker and no text, left out")
        for column, asked in plan.texts:
            if not row.cells[column]:
                continue
            if _NOTHING.fullmatch(row.cells[column]):
                desk.dropped["empty answers"] += 1
                continue
            inline, text, _ = bracket_marks(row.cells[column], desk.framework)
            desk.check(inline, file, row.place)
            speaker: str | None = _field(plan, row, "speaker") or None
            if speaker is None:
                speaker, text = labels.split(text)
            if not text.strip():
                continue
            given = inline | Marks(objectives=asked.objectives if not inline.objectives else (), review=asked.review)
            said = given if given.objectives else given | Marks(objectives=marks.objectives)
            yield Draft(
                text=text,
                place=row.place,
                speaker=speaker,
                objectives=said.objectives,
                review=said.review or marks.review,
                working_group=desk.group(inline.group or _group(_field(plan, row, "working_group"))),
                round=inline.round or _round(_field(plan, row, "round")),
                rapporteur=_field(plan, row, "rapporteur") or None,
                id=ids[number] if ids and len(plan.texts) == 1 else None,
            )


def _field(plan: _Plan, row: GridRow, field: str) -> str:
    column = plan.fields.get(field)
    return row.cells[column] if column is not None else ""


def _column(plan: _Plan, field: str, desk: Desk) -> int | None:
    """The column, if any of its cells says what its header promises: `Category` may be another category."""
    column = plan.fields.get(field)
    if column is None:
        return None
    cells = {row.cells[column] for row in plan.rows if row.cells[column]}
    for cell in cells:
        marks = _said(cell, desk, "objective" if field == "objectives" else "review")
        if marks.objectives or marks.review or marks.unknown:
            return column
    return None


def _cell_marks(row: GridRow, column: int | None, desk: Desk, file: str, kind: str) -> Marks:
    if column is None or not row.cells[column]:
        return Marks()
    marks = desk.check(_said(row.cells[column], desk, kind), file, row.place)
    if kind == "objective" and not marks.objectives:
        raise InputError("a cell of the objectives names none", file=file, place=row.place, fix="Write 8, or 8; 21")
    if kind == "review" and not marks.review:
        known = ", ".join(r.id for r in desk.framework.review_objectives)
        raise InputError("unknown review objective", file=file, place=row.place, fix=f"Use one of {known}")
    return marks


def _said(cell: str, desk: Desk, kind: str) -> Marks:
    framework = desk.framework
    if kind == "review":
        return Marks(review=question_marks(cell, framework).review)
    plain = re.sub(
        r"\b(?:GCM\s+)?(?:objectives?|obj\.?)\s*(?:no\.?\s*|#\s*)?(?=\w{1,4}\b)", "", cell, flags=re.IGNORECASE
    )
    codes = re.fullmatch(r"\s*[\[(]?\s*(\w{1,4}(?:\.0)?(?:\s*[,;/&+\s]\s*\w{1,4}(?:\.0)?)*)\s*[\])]?\s*", plain)
    if codes:
        written = [re.sub(r"\.0$", "", part) for part in re.split(r"[,;/&+\s]+", codes[1]) if part not in ("and",)]
        found = [(part, framework.code(part)) for part in written]
        if all(code is not None or part.isdecimal() for part, code in found):
            return Marks(
                objectives=tuple(dict.fromkeys(code for _, code in found if code is not None)),
                unknown=tuple(part for part, code in found if code is None),
            )
    whole = Marks()
    for part in re.split(r"\s*[;\n]\s*", cell):  # several answers of a form: `Objective 8: ...; Objective 9: ...`
        marks = heading_marks(part, framework, whole=False)
        whole |= Marks(objectives=marks.objectives, unknown=marks.unknown, mistaken=marks.mistaken)
    return whole


def _group(written: str) -> str:
    match = re.search(r"\b(?:wg|group)\s*(?:no\.?\s*)?(\d{1,2})\b", written, re.IGNORECASE)
    return match[1] if match else written


def _round(written: str) -> int | None:
    match = re.search(r"\d{1,2}", written)
    return int(match[0]) if match else None


def _ids(plan: _Plan) -> list[str] | None:
    """The cells of an `id` column, if all are numbers or codes: they must not be anybody's name."""
    column = plan.fields.get("id")
    if column is None:
        return None
    cells = [row.cells[column] for row in plan.rows]
    return cells if all(_SAFE_ID.fullmatch(cell) for cell in cells) else None
