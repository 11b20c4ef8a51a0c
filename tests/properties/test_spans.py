from hypothesis import given, settings
from hypothesis import strategies as st

from chatham.anonymise.spans import Edit, apply, merge, ordered
from chatham.model.private import Kind

TEXTS = st.text(min_size=1, max_size=40)


@st.composite
def text_and_edits(draw):
    text = draw(TEXTS)
    pairs = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))), max_size=8))
    wording = st.one_of(st.none(), st.text(max_size=5))
    edits = [Edit(a, b, draw(st.sampled_from(list(Kind))), draw(wording)) for a, b in pairs if a < b]
    return text, edits


@settings(max_examples=200, deadline=None)
@given(text_and_edits())
def test_merging_gives_sorted_disjoint_edits_that_lose_nothing(given_):
    text, edits = given_
    merged = merge(edits)
    assert ordered(merged, within=len(text))
    covered = {i for e in merged if e.replacement is not None for i in range(e.start, e.end)}
    assert {i for e in edits if e.replacement is not None for i in range(e.start, e.end)} <= covered
    assert {i for e in edits for i in range(e.start, e.end)} == {i for e in merged for i in range(e.start, e.end)}


@settings(max_examples=200, deadline=None)
@given(text_and_edits())
def test_merging_twice_changes_nothing_and_order_does_not_matter(given_):
    _, edits = given_
    merged = merge(edits)
    assert merge(merged) == merged
    assert merge(reversed(edits)) == merged


@settings(max_examples=200, deadline=None)
@given(text_and_edits())
def test_what_no_edit_touches_stays_to_the_letter(given_):
    text, edits = given_
    merged = merge(edits)
    made = apply(text, merged)
    place, rest = 0, made
    for e in merged:
        if e.replacement is None:
            continue
        kept = text[place : e.start] + e.replacement
        assert rest.startswith(kept)
        rest, place = rest[len(kept) :], e.end
    assert rest == text[place:]
