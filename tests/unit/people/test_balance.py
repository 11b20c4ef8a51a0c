from chatham.model.framework import default_framework
from chatham.model.private import Participant, Roster
from chatham.people.balance import balance


def person(row, **fields):
    return Participant(row=row, name=f"P{row}", **fields)


ROSTER = Roster(
    participants=(
        person(1, country="Fiji", gender="F", category="migrants"),
        person(2, country="Fiji", gender="M", category="academia"),
        person(3, country="France", gender="X"),
        person(4, country="Atlantis"),
        person(5, gender="F", category="migrants"),
    )
)


def counted(by):
    rows = balance(ROSTER, framework=default_framework()).rows
    return {row.name: row.counts for row in rows if row.by == by and row.total}


def test_people_are_counted_by_subregion_category_and_gender():
    assert counted("subregion") == {
        "the Pacific": (1, 1, 0, 0),
        "Western Europe": (0, 0, 1, 0),
        "country not known": (0, 0, 0, 1),
        "not stated": (1, 0, 0, 0),
    }
    assert counted("category") == {"migrants": (2, 0, 0, 0), "academia": (0, 1, 0, 0), "not stated": (0, 0, 1, 1)}
    assert counted("all") == {"all": (2, 1, 1, 1)}


def test_groups_without_anybody_are_in_the_table():
    framework = default_framework()
    names = [row.name for row in balance(ROSTER, framework=framework).rows if row.by == "category"]
    assert names[: len(framework.categories)] == [c.phrase for c in framework.categories]


def test_it_shows_itself_with_bars_and_as_a_frame():
    found = balance(ROSTER, framework=default_framework())
    shown = found._repr_html_()
    assert "private" in shown
    assert shown.count("inline-block") == 9  # one a gender and line; the whole list has none
    frame = found.to_frame()
    assert list(frame.columns) == ["by", "name", "women", "men", "other", "not stated", "all"]
    assert frame["all"].iloc[-1] == 5


def test_an_empty_list_has_no_bars():
    assert "inline-block" not in balance(Roster(), framework=default_framework())._repr_html_()
