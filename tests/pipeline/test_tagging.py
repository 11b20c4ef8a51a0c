"""Floors under the suggested tags, on labelled notes whose tags are hidden: text and working group are given.

The review model is one that was not fitted to the notes it is tried on: `review_models/` holds what
`benchmarks/fit_review_model.py` writes without the corpus in question.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chatham.exchange.consultation import read_consultation
from chatham.model.private import RawNote
from chatham.tag import Suggestion, questions, suggest

CORPORA = Path(__file__).parents[1] / "corpora"
MODELS = Path(__file__).parent / "review_models"


@pytest.fixture
def corpus(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A corpus that the review model does not know."""
    monkeypatch.setattr(questions, "_DATA", MODELS / f"without_{request.param}.json")
    questions._model.cache_clear()
    yield request.param
    questions._model.cache_clear()


def _rows(corpus: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CORPORA / corpus / "notes.jsonl").read_text("utf-8").splitlines()]


def _suggestions(corpus: str, rows: list[dict[str, Any]]) -> tuple[Suggestion, ...]:
    notes = [
        RawNote(
            id=str(row["id"]),
            text=re.sub(r"⟦\w:(.*?)⟧", r"\1", str(row["marked"]), flags=re.DOTALL),
            working_group=str(row["working_group"]),
        )
        for row in rows
    ]
    return suggest(notes, read_consultation(CORPORA / corpus / "consultation.yaml").consultation)


@pytest.mark.slow
@pytest.mark.parametrize(("corpus", "answered"), [("dev", 0.72), ("samples", 0.78)], indirect=["corpus"])
def test_the_first_suggestion_is_mostly_right_and_scores_mean_what_they_say(corpus: str, answered: float) -> None:
    rows = _rows(corpus)
    found = _suggestions(corpus, rows)
    about = [s.objectives[0][0] in row["objectives"] for s, row in zip(found, rows, strict=True)]
    answers = [s.review[0][0] == row["review"] for s, row in zip(found, rows, strict=True)]
    sure = [ok for s, ok in zip(found, about, strict=True) if s.objectives[0][1] > 0.8]
    sure_answers = [ok for s, ok in zip(found, answers, strict=True) if s.review[0][1] > 0.8]
    assert sum(about) / len(about) >= 0.92
    assert sum(answers) / len(answers) >= answered
    assert len(sure) > len(rows) / 2
    assert sum(sure) / len(sure) >= 0.9
    assert len(sure_answers) > len(rows) / 4
    assert sum(sure_answers) / len(sure_answers) >= 0.85


@pytest.mark.slow
@pytest.mark.parametrize(("corpus", "about"), [("arab-states", 0.76), ("europe", 0.82), ("central-america", 0.82)])
def test_objectives_of_other_regions(corpus: str, about: float) -> None:
    rows = _rows(corpus)
    found = _suggestions(corpus, rows)
    right = [s.objectives[0][0] in row["objectives"] for s, row in zip(found, rows, strict=True)]
    sure = [ok for s, ok in zip(found, right, strict=True) if s.objectives[0][1] > 0.8]
    assert sum(right) / len(right) >= about
    assert len(sure) > len(rows) / 2
    assert sum(sure) / len(sure) >= 0.9


@pytest.mark.slow
@pytest.mark.parametrize("corpus", ["dev"], indirect=True)
def test_notes_in_no_order_are_tagged_nearly_as_well(corpus: str) -> None:
    rows = _rows(corpus)
    random.Random(3).shuffle(rows)  # noqa: S311 - for an order, not for a secret
    found = _suggestions(corpus, rows)
    about = [s.objectives[0][0] in row["objectives"] for s, row in zip(found, rows, strict=True)]
    answers = [s.review[0][0] == row["review"] for s, row in zip(found, rows, strict=True)]
    assert sum(about) / len(about) >= 0.92
    assert sum(answers) / len(answers) >= 0.60
