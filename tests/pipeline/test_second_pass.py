"""What has been anonymised is anonymised again: nothing changes."""

from pathlib import Path

import pytest

from chatham.anonymise.engine import anonymise
from chatham.evaluate import read_corpus
from chatham.model.private import RawNote

CORPORA = Path(__file__).parents[1] / "corpora"


@pytest.mark.parametrize("name", ["dev", "samples", "africa"])
def test_a_second_pass_changes_no_note(name):
    corpus = read_corpus(CORPORA / name)
    given = {"roster": corpus.roster, "consultation": corpus.programme.consultation}
    speakers = {note.id: note.speaker for note in corpus.raw}
    first = anonymise(corpus.raw, **given)
    again = [RawNote(**note.model_dump(), speaker=speakers[note.id]) for note in first.notes]
    second = anonymise(again, **given)
    assert second.set_aside == ()
    texts = {note.id: note.text for note in second.notes}
    assert [note.id for note in first.notes if texts[note.id] != note.text] == []
