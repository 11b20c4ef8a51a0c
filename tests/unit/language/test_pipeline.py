import warnings

import pytest

from chatham.errors import DetectionError
from chatham.language.pipeline import docs, pipeline


def test_the_pipeline_is_loaded_once_and_keeps_what_is_needed():
    nlp = pipeline()
    assert nlp is pipeline()
    assert set(nlp.pipe_names) == {"tok2vec", "tagger", "ner"}


def test_loading_is_silent():
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        pipeline.__wrapped__()
    assert [str(w.message) for w in heard if "W095" in str(w.message)] == []


def test_texts_come_back_in_order():
    texts = ["Priya Raman asked for a hotline.", "", "Nothing."]
    assert [doc.text for doc in docs(iter(texts), batch_size=2)] == texts


def test_the_model_still_finds_names():
    [doc] = docs(["Maria Hernandez of the Oakfield Trust flew from Vienna to Nairobi."])
    assert {e.text for e in doc.ents if e.label_ == "PERSON"} == {"Maria Hernandez"}


@pytest.mark.parametrize("model", ["no_such_model", "en_no_such_model"])
def test_a_missing_model_is_an_error_that_says_what_to_do(model):
    with pytest.raises(DetectionError, match="not installed") as caught:
        pipeline(model)
    assert "pip" in str(caught.value)


def test_the_entities_are_those_of_spacys_own_loop():
    texts = [
        "Maria Hernandez of the Oakfield Trust flew from Vienna to Nairobi on 4 May.",
        "",
        "\n",
        "Nothing.",
        "UNHCR, the Oakfield Trust and Ana-Lucia dos Santos asked Kenya for 40 beds; Tomas Berg did not. " * 6,
    ]
    ours = [[(e.start, e.end, e.label_) for e in doc.ents] for doc in docs(texts, batch_size=3)]
    assert ours == [[(e.start, e.end, e.label_) for e in doc.ents] for doc in pipeline().pipe(texts)]
    assert len(ours[-1]) > 6


def test_an_empty_batch_of_texts_is_read():
    assert [len(doc) for doc in docs(["", ""])] == [0, 0]
    assert list(docs([])) == []
