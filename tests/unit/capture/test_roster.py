from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from chatham.capture.roster import RosterImport, read_roster
from chatham.errors import RosterError, UnreadableFile
from chatham.model.private import Facilitator


def roster(tmp_path: Path, content: str | bytes, name: str = "roster.csv", **options: object) -> RosterImport:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_roster(path, **options)  # type: ignore[arg-type]


def test_the_columns_of_the_contract(tmp_path: Path) -> None:
    header = "working_group,name,aliases,organisation,acronym,category,country,gender,role,email,registered"
    line = "WG1;WG2,Litia Naulivou,Litia; LN,Tracing Desk,TD,Red Cross and Red Crescent,Fiji,f,speaker,l@td.example,"
    line += "2020-11-01"
    (one,) = roster(tmp_path, f"{header}\n{line}\n").roster.participants
    assert (one.row, one.name, one.aliases, one.organisation) == (1, "Litia Naulivou", ("Litia", "LN"), "Tracing Desk")
    assert (one.acronyms, one.category, one.country) == (("TD",), "Red Cross and Red Crescent", "Fiji")
    assert (one.gender, one.role, one.emails) == ("F", "speaker", ("l@td.example",))
    assert (one.working_groups, one.registered) == (("WG1", "WG2"), "2020-11-01")


def test_headers_of_a_registration_form_in_any_order_and_encoding(tmp_path: Path) -> None:
    text = (
        "Registered at;E-mail Address;First Name;Surname;Organization / Affiliation;Abbreviation;Stakeholder Category;"
        "Country of residence;Sex\n15/11/2020 23:10;c@x.example;Chloé;Ngata;Harbour Clinic;HC;NGO;New Zealand;Female\n"
    )
    (one,) = roster(tmp_path, text.encode("cp1252")).roster.participants
    assert (one.name, one.organisation, one.acronyms) == ("Chloé Ngata", "Harbour Clinic", ("HC",))
    assert (one.category, one.country, one.gender) == ("civil society", "New Zealand", "F")
    assert one.emails == ("c@x.example",)


def test_excel_with_a_title_above_the_header(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Participants"], [], ["Name", "Country"], ["Litia Naulivou", "Fiji"], [None, None], ["Rafiq", None]):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    found = roster(tmp_path, buffer.getvalue(), "roster.xlsx").roster.participants
    assert [(p.row, p.name, p.country) for p in found] == [(1, "Litia Naulivou", "Fiji"), (2, "Rafiq", None)]


@pytest.mark.parametrize(
    ("written", "letter"),
    [
        ("F", "F"),
        ("female", "F"),
        ("Woman", "F"),
        ("m", "M"),
        ("He/him", "M"),
        ("non-binary", "X"),
        ("", None),
        ("N/A", None),
    ],
)
def test_gender_in_any_words(tmp_path: Path, written: str, letter: str | None) -> None:
    found = roster(tmp_path, f"name,gender\nLitia,{written}\n")
    assert found.roster.participants[0].gender == letter
    assert found.warnings == ()


def test_what_is_not_understood_is_said_with_its_row(tmp_path: Path) -> None:
    found = roster(tmp_path, "name,gender,category\nLitia,F,media\nRafiq,sometimes,wizards\n")
    assert (found.roster.participants[1].gender, found.roster.participants[1].category) == (None, "other")
    assert [w.place for w in found.warnings] == ["line 3", "line 3"]
    assert not any("wizard" in str(w) or "sometimes" in str(w) for w in found.warnings)


def test_rows_without_a_name_are_all_named(tmp_path: Path) -> None:
    with pytest.raises(RosterError, match=r"roster\.csv, line 3, line 5: no name"):
        roster(tmp_path, "name,country\nLitia,Fiji\n,Nepal\nRafiq,Bangladesh\n,Samoa\n")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty"),
        (b"colour,country\nblue,Fiji\n", "no column of names"),
        (b"name,country\n", "no participants"),
        (b"PK\x03\x04 broken", "damaged"),
    ],
)
def test_what_is_no_roster(tmp_path: Path, content: bytes, problem: str) -> None:
    with pytest.raises((RosterError, UnreadableFile), match=problem):
        roster(tmp_path, content)


def test_one_person_an_organisation_and_the_deadline(tmp_path: Path) -> None:
    found = roster(
        tmp_path,
        "name,organisation,registered\nLitia,Tracing Desk,2020-11-15 23:59\nRafiq,tracing desk,16 Nov 2020\n"
        "Noor,Clinic,15/11/2020\nlitia,Other,05/06/2020\n",
        deadline="2020-11-15",
    )
    assert [(w.place, w.problem) for w in found.warnings] == [
        ("line 2, line 5", "the same name more than once: the same person?"),
        ("line 2, line 3", "one organisation more than once: one person each was asked for"),
        ("line 3", "registered after the deadline"),
    ]


def test_which_day_a_date_means_the_rest_of_its_column_tells(tmp_path: Path) -> None:
    head = "name,registered\nLitia,05/11/2020\n"
    told = {
        "Rafiq,16/11/2020\n": ["line 3"],  # the day comes first
        "Rafiq,11/16/2020\n": ["line 3"],  # the month: Litia in May
        "Rafiq,06/12/2020\n": ["line 2", "line 3"],  # either
    }
    for more, places in told.items():
        found = roster(tmp_path, head + more, deadline="2020-11-15")
        assert [w.place for w in found.warnings] == places
    assert "not understood" in found.warnings[0].problem


def test_facilitators_come_along(tmp_path: Path) -> None:
    led = (Facilitator(name="Dana Price", working_group="WG1"),)
    assert roster(tmp_path, "name\nLitia\n", facilitators=led).roster.facilitators == led


def test_a_country_that_is_none_and_a_missing_date_are_named(tmp_path: Path) -> None:
    text = "name,country,registered\nLitia,Fiji,2020-11-01\nRafiq,Bangladseh,\nJoy,Viet Nam,2020-11-02\n"
    found = roster(tmp_path, text, deadline="2020-11-15")
    assert [(notice.place, notice.problem) for notice in found.warnings] == [
        ("line 3", "a country that is not known, so that it counts for no subregion"),
        ("line 3", "no date of registration"),
    ]
    assert found.roster.participants[1].country == "Bangladseh"


def test_a_list_without_dates_is_not_asked_for_them(tmp_path: Path) -> None:
    assert not roster(tmp_path, "name,registered\nLitia,\nRafiq,\n", deadline="2020-11-15").warnings


def test_an_acronym_behind_its_name_makes_no_other_organisation(tmp_path: Path) -> None:
    text = "name,organisation\nLitia,Reef Watch\nRafiq,Reef Watch (RW)\nJoy,Aid (Fiji)\nSunny,Aid (Nepal)\n"
    (notice,) = roster(tmp_path, text).warnings
    assert (notice.place, notice.problem.split(":")[0]) == ("line 2, line 3", "one organisation more than once")
