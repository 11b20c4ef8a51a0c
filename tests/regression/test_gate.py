"""Sentences from other parts of the world: the gate closes on those that name somebody, and on no other."""

import json
from pathlib import Path
from typing import Any

import pytest

from chatham.capture.roster import read_roster
from chatham.check import check_bytes
from chatham.model.private import Roster

HERE = Path(__file__).parent
CASES: dict[str, Any] = json.loads((HERE / "gate" / "sentences.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def roster() -> Roster:
    return Roster(participants=read_roster(HERE / "roster.csv").roster.participants)


def test_the_failures_are_those_that_are_known(roster: Roster) -> None:
    failed = [
        case["text"]
        for case in CASES["cases"]
        if bool(check_bytes(case["text"].encode(), name="n.txt", roster=roster, consultation=None).leaks)
        != case["leak"]
    ]
    assert failed == CASES["known_failures"]


def test_at_least_a_third_name_nobody() -> None:
    calm = [case for case in CASES["cases"] if not case["leak"]]
    assert len(calm) * 3 >= len(CASES["cases"])
