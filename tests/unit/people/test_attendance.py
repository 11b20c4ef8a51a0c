from __future__ import annotations

import pytest

from chatham.model.framework import default_framework
from chatham.model.private import Participant, Roster
from chatham.people.attendance import attendance, suppressed

NAMES = ["a", "b", "c", "d", "e"]


def shown(counts: dict[str, int], k: int = 3) -> dict[str, int | None]:
    return dict(suppressed(counts, NAMES, k))


def test_large_cells_are_shown_and_empty_ones_left_out() -> None:
    assert shown({"a": 3, "b": 7, "c": 0}) == {"a": 3, "b": 7}


def test_one_small_cell_takes_another_with_it() -> None:
    assert shown({"a": 1, "b": 7, "c": 4}) == {"a": None, "b": 7, "c": None}


def test_small_cells_that_hold_one_person_each_take_another_with_them() -> None:
    assert shown({"a": 1, "b": 1, "c": 4, "d": 9}) == {"a": None, "b": None, "c": None, "d": 9}


def test_small_cells_that_hide_each_other_take_none() -> None:
    assert shown({"a": 2, "b": 2, "c": 4}) == {"a": None, "b": None, "c": 4}


@pytest.mark.parametrize("k", [2, 3, 5])
@pytest.mark.parametrize(
    "counts", [(1, 1, 1, 9, 9), (2, 9, 9, 9, 9), (1, 2, 3, 4, 5), (4, 4, 4, 4, 4), (1, 1, 0, 0, 0)]
)
def test_hidden_cells_cannot_be_read_off_the_total(counts: tuple[int, ...], k: int) -> None:
    cells = shown(dict(zip(NAMES, counts, strict=True)), k)
    hidden = [name for name, count in cells.items() if count is None]
    left = sum(counts) - sum(count for count in cells.values() if count is not None)
    assert all(count is None or count >= k for count in cells.values())
    assert len(hidden) != 1
    assert not hidden or len(hidden) == len(cells) or (left >= k and left > len(hidden))


def test_a_roster_is_counted_by_phrase_and_subregion() -> None:
    people = [
        ("civil society", "Fiji"),
        ("civil society", "Samoa"),
        ("civil society", "Vietnam"),
        ("media", "Viet Nam"),
    ]
    people += [("media", "Lao PDR"), ("media", "Kenya"), ("wizards", None), (None, "Atlantis")]
    roster = Roster(
        participants=tuple(
            Participant(row=n, name=f"P{n}", category=category, country=country)
            for n, (category, country) in enumerate(people, 1)
        )
    )
    counted = attendance(roster, framework=default_framework(), k=2)
    assert counted.total == 8
    assert counted.by_category == (("civil society", 3), ("the media", 3))
    assert dict(counted.by_subregion) == {"the Pacific": None, "South-East Asia": 3, "Eastern Africa": None}
    assert counted.smallest_cell == 2
