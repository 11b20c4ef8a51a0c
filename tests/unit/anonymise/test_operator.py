import pytest

from chatham.anonymise import operator
from chatham.anonymise.operator import Phrase, anonymised
from chatham.anonymise.spans import Edit, apply
from chatham.errors import DetectionError
from chatham.model.private import Kind


def edits(*parts):
    return tuple(Edit(a, b, Kind.PERSON, phrase) for a, b, phrase in parts)


@pytest.mark.parametrize(
    ("text", "made", "wanted"),
    [
        ("Priya said yes", edits((0, 5, "A participant")), "A participant said yes"),
        ("thanks Rose!", edits((6, 11, "")), "thanks!"),
        ("a b", edits((0, 1, "x"), (2, 3, "y")), "x y"),
        ("ab", edits((0, 1, "x"), (1, 2, "y")), "xy"),
        ("stays", edits((0, 5, None)), "stays"),
        ("stays", (), "stays"),
        ("𝒫 Zoë 👋 Ana", edits((2, 5, "a participant"), (8, 11, "")), "𝒫 a participant 👋 "),
    ],
)
def test_presidio_makes_the_edits_as_planned(text, made, wanted):
    assert anonymised(text, made) == wanted == apply(text, made)


def test_disagreement_with_presidio_lets_nothing_pass(monkeypatch):
    monkeypatch.setattr(Phrase, "operate", lambda self, text, params=None: text)
    with pytest.raises(DetectionError, match="not made as planned") as caught:
        anonymised("Priya said", edits((0, 5, "A participant")))
    assert "Priya" not in str(caught.value)


def test_an_operator_without_a_phrase_is_refused():
    with pytest.raises(DetectionError, match="no phrase"):
        Phrase().validate({"phrase": None})


def test_the_engine_is_made_once():
    assert operator._engine() is operator._engine()
