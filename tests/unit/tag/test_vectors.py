import numpy as np
import pytest

from chatham.errors import DetectionError
from chatham.language.embedding import embedder
from chatham.tag import vectors
from chatham.tag.examples import known_examples
from chatham.tag.suggest import known_texts


@pytest.fixture
def _anew():
    vectors._known.cache_clear()
    yield
    vectors._known.cache_clear()


def test_the_file_holds_what_is_compared_and_nothing_else():
    known = vectors._known()
    assert set(known.rows) == {vectors.digest(text) for text in known_texts()}, "run benchmarks/make_vectors.py again"
    assert known.model == vectors._installed()


def test_its_vectors_are_those_of_the_model():
    texts = known_texts()
    found = vectors.vectors_of(texts)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert (found * embedder()(texts)).sum(axis=1).min() > 0.99


def test_known_texts_need_no_model(monkeypatch):
    monkeypatch.setattr("chatham.language.embedding.embedder", lambda: pytest.fail("the model was loaded"))
    assert vectors.vectors_of(known_texts()[:5]).shape == (5, 384)


def test_a_text_that_the_file_lacks_is_embedded_in_its_place():
    known, other = known_texts()[0], "Herons stand in the shallows of an invented lake."
    found = vectors.vectors_of([other, known])
    assert float(found[0] @ embedder()([other])[0]) > 0.99
    assert np.array_equal(found[1], vectors.vectors_of([known])[0])


def test_vectors_of_another_model_do_not_count(monkeypatch):
    monkeypatch.setattr(vectors, "_installed", lambda: "another 2")
    texts = known_texts()[:3]
    assert np.array_equal(vectors.vectors_of(texts), embedder()(texts))


@pytest.mark.usefixtures("_anew")
@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x03\x04 half of one"])
def test_a_damaged_file_is_said_so(monkeypatch, tmp_path, data):
    path = tmp_path / "vectors.npz"
    path.write_bytes(data)
    monkeypatch.setattr(vectors, "_DATA", path)
    with pytest.raises(DetectionError, match="damaged"):
        vectors.vectors_of(["A text."])


def test_what_is_packed_is_the_same_each_time():
    titles, weights = vectors.linear_model()
    texts = ["A heron.", "A lake.", "A heron."]
    assert vectors.pack(texts, titles, weights) == vectors.pack(texts[::-1], titles, weights)


def test_the_linear_model_knows_its_own_examples():
    titles, weights = vectors.linear_model()
    known = known_examples()
    assert list(titles) == list(known)
    texts = [text for title in titles for text in known[title]]
    owners = np.array([number for number, title in enumerate(titles) for _ in known[title]])
    found = vectors.vectors_of(texts) @ weights[:-1] + weights[-1]
    assert (found.argmax(axis=1) == owners).mean() > 0.75
