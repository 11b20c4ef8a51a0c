from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatham.tag.sequence import smooth

EVEN = [0.5, 0.5]


def test_a_doubtful_note_takes_after_its_neighbours() -> None:
    rows = [[9.0, 1.0]] * 4 + [[1.0, 1.2]] + [[9.0, 1.0]] * 4
    assert smooth(rows, EVEN)[4][0] > 0.6


def test_notes_in_no_order_lose_nothing() -> None:
    rows = [[9.0, 1.0], [1.0, 9.0]] * 6
    assert all(found[i % 2] > 0.85 for i, found in enumerate(smooth(rows, EVEN)))


def test_one_note_is_weighed_by_the_prior() -> None:
    assert smooth([[1.0, 1.0]], [0.8, 0.2])[0] == pytest.approx([0.8, 0.2])


@given(st.lists(st.lists(st.floats(0, 1e6), min_size=3, max_size=3), max_size=12))
@settings(max_examples=60, deadline=None)
def test_the_result_is_always_probabilities(rows: list[list[float]]) -> None:
    found = smooth(rows, [0.2, 0.3, 0.5])
    assert len(found) == len(rows)
    assert all(sum(row) == pytest.approx(1) for row in found)


def test_a_few_neighbours_that_agree_by_chance_count_for_little() -> None:
    rows = [[3.0, 1.0], [3.0, 1.0], [1.0, 1.0]]
    assert smooth(rows, EVEN)[2][0] < 0.55
