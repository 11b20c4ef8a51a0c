"""Labelled sentences, one file a kind: what must go goes, what must stay stays, and known failures fail as written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from chatham.anonymise.analyser import Analyser
from chatham.capture.roster import read_roster
from chatham.language.pipeline import docs
from chatham.model.private import Kind, Roster
from chatham.settings import Settings

HERE = Path(__file__).parent
MARK = re.compile(r"⟦([PACQ]):(.*?)⟧", re.DOTALL)
KINDS = sorted(path.stem for path in (HERE / "cases").glob("*.json"))


@cache
def analyser(roster: str) -> Analyser:
    people = read_roster(HERE / roster).roster.participants
    return Analyser.make(Roster(participants=people), settings=Settings())


def case_file(kind: str) -> dict[str, Any]:
    return json.loads((HERE / "cases" / f"{kind}.json").read_text("utf-8"))


def parse(marked: str) -> tuple[str, set[int]]:
    """The text, and the places of its labelled letters and digits."""
    text, labelled, position = "", set(), 0
    for match in MARK.finditer(marked):
        text += marked[position : match.start()]
        labelled |= {len(text) + n for n, c in enumerate(match.group(2)) if c.isalnum()}
        text += match.group(2)
        position = match.end()
    return text + marked[position:], labelled


def failures(kind: str) -> Iterator[str]:
    given = case_file(kind)
    cases = [(*parse(case["text"]), case.get("speaker")) for case in given["cases"]]
    for (text, labelled, speaker), doc in zip(cases, docs(text for text, _, _ in cases), strict=True):
        found = {
            place
            for m in analyser(given.get("roster", "roster.csv")).mentions(doc, speaker)
            if (m.kind is Kind.INDIRECT) == (kind == "indirect")
            for place in range(m.start, m.end)
            if text[place].isalnum()
        }
        if found != labelled:
            yield text


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_labelled_is_found_and_nothing_else(kind: str) -> None:
    assert sorted(failures(kind)) == sorted(parse(known)[0] for known in case_file(kind)["known_failures"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_third_of_the_cases_must_not_match(kind: str) -> None:
    texts = [case["text"] for case in case_file(kind)["cases"]]
    assert sum("⟦" not in text for text in texts) * 3 >= len(texts)


def test_there_are_cases() -> None:
    assert {"people", "organisations", "contacts", "strangers", "indirect"} <= set(KINDS)
