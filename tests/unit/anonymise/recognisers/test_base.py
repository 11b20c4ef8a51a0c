import pytest

from chatham.anonymise.analyser import artifacts
from chatham.anonymise.recognisers.base import CONTEXT, MentionRecogniser, NoteContext
from chatham.anonymise.recognisers.surroundings import Surroundings
from chatham.errors import DetectionError
from chatham.language.pipeline import docs


class Broken(MentionRecogniser):
    def mentions(self, note: NoteContext) -> list:
        raise KeyError("Priya said it")


def test_a_recogniser_that_raises_fails_closed_and_quotes_nothing() -> None:
    doc = next(iter(docs(["Priya said it."])))
    doc.user_data[CONTEXT] = NoteContext(around=Surroundings(doc.text, doc))
    with pytest.raises(DetectionError) as caught:
        Broken().analyze(doc.text, ["PERSON"], artifacts(doc))
    assert "Priya" not in str(caught.value)
    assert caught.value.__cause__ is None
