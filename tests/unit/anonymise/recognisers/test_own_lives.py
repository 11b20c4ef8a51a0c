"""Clauses about oneself: which are looked at, what shows in them, and what the fitted model makes of it."""

from __future__ import annotations

import json

import pytest

from chatham.anonymise.recognisers import own_model
from chatham.anonymise.recognisers.clauses import Clauses
from chatham.anonymise.recognisers.own_clauses import own_clauses
from chatham.anonymise.recognisers.own_lives import lives
from chatham.anonymise.recognisers.own_model import likelihood
from chatham.anonymise.recognisers.own_signs import SIGNS, signs
from chatham.errors import DetectionError
from chatham.language.pipeline import docs

TELLING = "I was sold to a trawler at fourteen and hauled nets for six years."
CONTENT = "The law was passed in 2014 and six ports signed it."


def read(text: str) -> Clauses:
    return Clauses.of(text, next(iter(docs([text]))), frozenset(), frozenset())


def test_a_clause_about_oneself_is_a_candidate_and_a_law_is_not() -> None:
    assert [TELLING[c.start : c.end].startswith("I was sold") for c in own_clauses(read(TELLING))][:1] == [True]
    assert list(own_clauses(read(CONTENT))) == []


def test_each_sign_has_a_number() -> None:
    clauses = read(TELLING)
    assert clauses.doc is not None
    for clause in own_clauses(clauses):
        assert len(signs(clauses, clauses.doc, clause)) == len(SIGNS)


def test_the_model_answers_with_a_likelihood() -> None:
    assert 0 <= likelihood([0.0] * len(SIGNS)) <= 1


def test_the_likelier_is_found_and_the_unlikely_is_not() -> None:
    clauses = read(TELLING)
    assert len(list(lives(clauses, likely=lambda _: 0.99))) >= 1
    assert list(lives(clauses, likely=lambda _: 0.01)) == []


def test_nothing_is_found_in_a_note_that_no_model_has_read() -> None:
    assert list(lives(Clauses.of(TELLING, None, frozenset(), frozenset()))) == []


@pytest.mark.parametrize("text", ["{", json.dumps({"format": 99, "signs": list(SIGNS), "weights": [0.0] * len(SIGNS)})])
def test_damaged_weights_are_an_error_and_never_a_pass(tmp_path, monkeypatch, text: str) -> None:
    path = tmp_path / "own_lives.json"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(own_model, "_DATA", path)
    own_model._weights.cache_clear()
    try:
        with pytest.raises(DetectionError):
            likelihood([0.0] * len(SIGNS))
    finally:
        monkeypatch.undo()
        own_model._weights.cache_clear()
