from hypothesis import given
from hypothesis import strategies as st

from chatham.exchange.notes import dump_notes, parse_notes
from chatham.model.private import Origin, RawNote

texts = st.text(st.characters(exclude_categories=["Cs"]))
names = texts.filter(bool)
notes = st.builds(
    RawNote,
    id=names.filter(str.strip),
    text=texts,
    working_group=st.none() | names,
    round=st.none() | st.integers(1, 9),
    speaker=st.none() | names,
    objectives=st.lists(st.integers(1, 23) | names, unique_by=str, max_size=4).map(tuple),
    review=st.none() | names,
    rapporteur=st.none() | names,
    origin=st.none() | st.builds(Origin, file=texts, place=texts),
)


@given(st.lists(notes, unique_by=lambda n: n.id, max_size=5).map(tuple))
def test_notes_come_back_as_they_went(given_notes):
    assert parse_notes(dump_notes(given_notes), file="notes.jsonl") == given_notes
