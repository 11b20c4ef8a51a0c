"""The registration list: CSV or Excel, in whatever columns the registration form had."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from chatham.capture.columns import ROSTER_COLUMNS, find_columns
from chatham.capture.days import day_in, reads_day_first
from chatham.capture.grid import Grid, GridRow, pad, read_csv, read_xlsx
from chatham.errors import RosterError
from chatham.files import read_bytes
from chatham.model.framework import Framework, default_framework
from chatham.model.private import Facilitator, Notice, Participant, Roster
from chatham.people.places import country_name

__all__ = ["RosterImport", "read_roster"]

_LARGEST = 50_000_000
_HEADER_ROWS = 10
_MOST_COLUMNS = 200
_GENDERS = {
    "F": {"f", "female", "woman", "w", "fem", "girl", "she", "she her", "ms", "mrs"},
    "M": {"m", "male", "man", "masc", "boy", "he", "he him", "mr"},
    "X": {"x", "nb", "nonbinary", "non binary", "other", "diverse", "o", "they", "they them", "third gender", "d"},
}
_UNSAID = {"", "prefer not to say", "not stated", "unknown", "n a", "na", "none", "undisclosed", "not specified"}
# How registration forms put the categories of General Assembly resolution 73/195; used where the codebook has them.
_CATEGORIES = {
    "migrant": "migrants",
    "migrant community": "migrants",
    "diaspora organisation": "diaspora",
    "diaspora organisations": "diaspora",
    "migrant organisation": "diaspora",
    "local community": "local communities",
    "local authority": "local authorities",
    "local government": "local authorities",
    "municipality": "local authorities",
    "ngo": "civil society",
    "ngos": "civil society",
    "cso": "civil society",
    "csos": "civil society",
    "ingo": "civil society",
    "non governmental organisation": "civil society",
    "civil society organisation": "civil society",
    "civil society organisations": "civil society",
    "faith based": "faith-based organizations",
    "faith based organisation": "faith-based organizations",
    "fbo": "faith-based organizations",
    "academic": "academia",
    "academic institution": "academia",
    "university": "academia",
    "research": "academia",
    "business": "private sector",
    "company": "private sector",
    "employer": "private sector",
    "recruiter": "private sector",
    "union": "trade unions",
    "trade union": "trade unions",
    "labour union": "trade unions",
    "parliamentarian": "parliamentarians",
    "parliament": "parliamentarians",
    "member of parliament": "parliamentarians",
    "nhri": "national human rights institutions",
    "national human rights institution": "national human rights institutions",
    "human rights commission": "national human rights institutions",
    "red cross": "Red Cross and Red Crescent",
    "red crescent": "Red Cross and Red Crescent",
    "ifrc": "Red Cross and Red Crescent",
    "journalist": "media",
    "press": "media",
    "un": "United Nations",
    "un agency": "United Nations",
    "un system": "United Nations",
    "un entity": "United Nations",
    "ministry": "government",
    "member state": "government",
    "state": "government",
    "government official": "government",
}
_ACRONYM = re.compile(r"\s*\((?=[^()\s]*[A-Z][^()\s]*[A-Z])[^()\s]{2,12}\)\s*$")
"""An acronym in brackets behind a name; a country there may tell two organisations apart."""


class RosterImport(NamedTuple):
    """A roster, and what its sender should know about it."""

    roster: Roster
    warnings: tuple[Notice, ...]


def read_roster(
    path: str | Path,
    *,
    framework: Framework | None = None,
    facilitators: Sequence[Facilitator] = (),
    deadline: str | None = None,
) -> RosterImport:
    """Read a registration list.

    Columns stand in any order under any common English header; only a name is required (`name`, or first and last
    name). Several aliases, acronyms, addresses or groups in a cell are parted by `;`.

    Args:
        path: A CSV file in any delimiter and encoding, or an Excel workbook.
        framework: The codebook whose categories are used; by default the package's.
        facilitators: From the consultation.
        deadline: Last day of registration, ISO 8601; later registrations are noticed.

    Returns:
        The roster, its rows numbered from 1 in the order of the list, and warnings: a category the codebook does not
        have (the row then counts as `other`, if there is such a category), an unknown country or word for a
        gender, two people of one organisation, the same person twice, registration after the deadline or without date.

    Raises:
        RosterError: No column of names, no participants, or rows without a name; all such rows are named.
        UnreadableFile: It is missing, damaged, or neither CSV nor xlsx.
    """
    file = str(path)
    data = read_bytes(path, limit=_LARGEST)
    book = framework or default_framework()
    grid, columns, body = _table(_grids(data, file), file)
    notices = _Notices(file)
    if grid.encoding not in ("utf-8", "utf-16"):
        notices.add("", f"not Unicode; read as {grid.encoding}: look whether names with accents are right")
    nameless = [row.place for row in body if not _name(row, columns)]
    if nameless:
        raise RosterError("no name", file=file, place=_listed(nameless), fix="Give every row a name, or remove it")
    if not body:
        raise RosterError("no participants", file=file, fix="Add a row for each participant under the header")
    participants = tuple(_participant(number, row, columns, book, notices) for number, row in enumerate(body, 1))
    places = {p.row: row.place for p, row in zip(participants, body, strict=True)}
    _check_duplicates(participants, places, notices)
    _check_deadline(participants, places, deadline, notices)
    return RosterImport(Roster(participants=participants, facilitators=tuple(facilitators)), tuple(notices.all))


class _Notices:
    def __init__(self, file: str):
        self.file = file
        self.all: list[Notice] = []

    def add(self, place: str, problem: str) -> None:
        self.all.append(Notice(file=self.file, place=place, problem=problem))


def _grids(data: bytes, file: str) -> Iterable[Grid]:
    if not data.strip():
        raise RosterError("the file is empty", file=file)
    return read_xlsx(data, file=file) if data.startswith(b"PK") else (read_csv(data, file=file),)


def _table(grids: Iterable[Grid], file: str) -> tuple[Grid, dict[str, int], tuple[GridRow, ...]]:
    """The first sheet and row that look like the header of a registration list."""
    for grid in grids:
        for index, row in enumerate(grid.rows[:_HEADER_ROWS]):
            columns = find_columns(row.cells[:_MOST_COLUMNS], ROSTER_COLUMNS)
            if "name" in columns or "last" in columns:
                width = max(len(r.cells) for r in grid.rows)
                body = tuple(GridRow(r.place, pad(r.cells, width)) for r in grid.rows[index + 1 :])
                return grid, columns, body
    raise RosterError("no column of names", file=file, fix="Head the column with the names `name`")


def _cell(row: GridRow, columns: dict[str, int], field: str) -> str:
    return " ".join(row.cells[columns[field]].split()) if field in columns else ""


def _several(row: GridRow, columns: dict[str, int], field: str) -> tuple[str, ...]:
    values = (value.strip() for value in re.split(r"[;\n]", row.cells[columns[field]] if field in columns else ""))
    return tuple(dict.fromkeys(value for value in values if value))


def _name(row: GridRow, columns: dict[str, int]) -> str:
    whole = _cell(row, columns, "name")
    return whole or " ".join(part for part in (_cell(row, columns, "first"), _cell(row, columns, "last")) if part)


def _participant(
    number: int, row: GridRow, columns: dict[str, int], framework: Framework, notices: _Notices
) -> Participant:
    return Participant(
        row=number,
        name=_name(row, columns),
        aliases=_several(row, columns, "aliases"),
        organisation=_cell(row, columns, "organisation") or None,
        acronyms=_several(row, columns, "acronym"),
        category=_category(_cell(row, columns, "category"), row.place, framework, notices),
        country=_country(_cell(row, columns, "country"), row.place, framework, notices),
        gender=_gender(_cell(row, columns, "gender"), row.place, notices),
        role=_cell(row, columns, "role") or None,
        emails=_several(row, columns, "email"),
        working_groups=_several(row, columns, "working_group"),
        registered=_cell(row, columns, "registered") or None,
    )


def _words(value: str) -> str:
    return " ".join(re.findall(r"\w+", value.casefold().replace("organization", "organisation")))


def _gender(value: str, place: str, notices: _Notices) -> str | None:
    words = _words(value)
    if words in _UNSAID:
        return None
    for letter, forms in _GENDERS.items():
        if words in forms:
            return letter
    notices.add(place, "the gender is not understood (F, M and X are) and counts as not stated")
    return None


def _category(value: str, place: str, framework: Framework, notices: _Notices) -> str | None:
    words = _words(value)
    if not words:
        return None
    known = {_words(form): c.id for c in framework.categories for form in (c.id, c.phrase)}
    found = known.get(words) or known.get(_words(_CATEGORIES.get(words, "")))
    if found:
        return found
    other = "other" if "other" in {c.id for c in framework.categories} else None
    notices.add(
        place, "a stakeholder category that the codebook does not have" + (", counted as other" if other else "")
    )
    return other


def _country(value: str, place: str, framework: Framework, notices: _Notices) -> str | None:
    if value and country_name(value, framework) is None:
        notices.add(place, "a country that is not known, so that it counts for no subregion")
    return value or None


def _check_duplicates(participants: Sequence[Participant], places: dict[int, str], notices: _Notices) -> None:
    people: dict[str, list[int]] = defaultdict(list)
    organisations: dict[str, list[int]] = defaultdict(list)
    for one in participants:
        people[_words(one.name)].append(one.row)
        if one.organisation:
            organisations[_words(_ACRONYM.sub("", one.organisation))].append(one.row)
    for rows in people.values():
        if len(rows) > 1:
            notices.add(_listed([places[r] for r in rows]), "the same name more than once: the same person?")
    for rows in organisations.values():
        if len(rows) > 1:
            notices.add(
                _listed([places[r] for r in rows]), "one organisation more than once: one person each was asked for"
            )


def _check_deadline(
    participants: Sequence[Participant], places: dict[int, str], deadline: str | None, notices: _Notices
) -> None:
    last = day_in(deadline or "")
    if last is None:
        return
    day_first = reads_day_first([p.registered for p in participants if p.registered])
    undated = [places[p.row] for p in participants if not p.registered]
    if undated and len(undated) < len(participants):
        notices.add(_listed(undated), "no date of registration")
    for one in participants:
        if not one.registered:
            continue
        day = day_in(one.registered, day_first=day_first)
        if day is None:
            notices.add(places[one.row], "the date of registration is not understood: write 2020-11-15")
        elif day > last:
            notices.add(places[one.row], "registered after the deadline")


def _listed(places: Sequence[str], most: int = 8) -> str:
    shown = ", ".join(places[:most])
    return shown if len(places) <= most else f"{shown} and {len(places) - most} more"
