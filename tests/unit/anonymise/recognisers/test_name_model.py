"""The weights of signs of names."""

import json

import numpy as np
import pytest

from chatham.anonymise.recognisers import name_model
from chatham.anonymise.recognisers.name_model import FORMAT, likelihood
from chatham.errors import DetectionError


@pytest.fixture
def weights(tmp_path, monkeypatch):
    """A model of our own making."""

    def use(content: object) -> None:
        path = tmp_path / "names.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        monkeypatch.setattr(name_model, "_DATA", path)
        name_model._model.cache_clear()

    yield use
    name_model._model.cache_clear()


SMALL = {"format": FORMAT, "bias": [-1.0, -2.0], "vector": [[1.0, 0.0], [0.0, 10.0]], "signs": {"a": [2.0, 0.0]}}


def test_chances_are_what_the_weights_give(weights) -> None:
    weights(SMALL)
    nothing, one = likelihood([]), likelihood(["a", "a", "unknown"])
    assert nothing.person == pytest.approx(np.exp(-1) / (1 + np.exp(-1) + np.exp(-2)))
    assert one.person == pytest.approx(np.exp(1) / (1 + np.exp(1) + np.exp(-2)))
    assert 0 < sum(one) < 1


def test_a_vector_counts_only_where_it_has_the_right_length(weights) -> None:
    weights(SMALL)
    assert likelihood([], np.array([0.0, 5.0])).body > likelihood([]).body
    assert likelihood([], np.array([5.0, 5.0, 5.0])) == likelihood([])


def test_weights_that_are_huge_give_chances_all_the_same(weights) -> None:
    weights(SMALL | {"signs": {"a": [9999.0, 9999.0]}})
    assert sum(likelihood(["a"])) == pytest.approx(1)


@pytest.mark.parametrize("content", ["{", '{"format": 1}', json.dumps(SMALL | {"format": FORMAT + 1})])
def test_a_damaged_model_is_refused(weights, content: str) -> None:
    weights(content)
    with pytest.raises(DetectionError, match="model of names"):
        likelihood([])


def test_no_sign_with_a_weight_is_of_one_corpus_alone() -> None:
    """Names of people and bodies in the corpora that taught the model: their words are no signs."""
    model, _ = name_model._model()
    whole_words = {s.partition("=")[2] for s in model.signs if s.startswith(("w=", "last=", "bag=", "lw", "rw"))}
    assert {"said", "union", "from"} <= whole_words
    assert not {"otieno", "solberg", "weerakkody", "thekkekara", "halvorsrud"} & whole_words
