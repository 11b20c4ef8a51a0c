from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from chatham.model.private import RawNote
from chatham.store import matching
from chatham.store.matching import match


def some(prefix, *texts):
    return [RawNote(id=f"{prefix}{i}", text=text) for i, text in enumerate(texts, 1)]


def test_the_same_id_is_the_same_note_whatever_it_says():
    assert match(some("a", "one", "two"), some("a", "one", "something else")) == {"a1": "a1", "a2": "a2"}


def test_a_number_that_moved_on_to_another_text_takes_nothing_with_it():
    before = some("a", "yes", "no", "bail is late")
    after = some("a", "perhaps we should", "yes", "no", "bail was late")
    assert match(before, after) == {"a1": "a4", "a2": "a1", "a3": "a2", "a4": "a3"}


def test_the_same_text_is_the_same_note_under_another_id():
    assert match(some("a", "one", "two"), some("b", "two", "three and more", "one")) == {"b1": "a2", "b3": "a1"}


def test_equal_texts_are_paired_in_order():
    assert match(some("a", "yes", "yes"), some("b", "yes", "yes", "yes")) == {"b1": "a1", "b2": "a2"}


def test_a_mended_text_is_the_same_note_and_another_one_is_not():
    before = some("a", "No form at Dhaka airport to record a claim", "Bail is never offered")
    after = some("b", "No form at Dakha airport to record claims", "Employers use the pandemic as an excuse")
    assert match(before, after) == {"b1": "a1"}


def test_no_note_is_paired_twice():
    pairs = match(some("a", "bail is never offered"), some("b", "bail is not offered", "bail was never offered"))
    assert len(pairs) == 1


def test_a_file_of_thousands_that_was_written_anew_is_not_compared_with_all_that_was_there(monkeypatch):
    compared = []
    ratio = matching.ratio
    monkeypatch.setattr(matching, "ratio", lambda *texts, **how: compared.append(1) or ratio(*texts, **how))
    before = some("a", *(f"note {i} about wages" for i in range(5000)))
    after = some("b", *(f"something else, number {i}, about bail" for i in range(5000)))
    match(before, after)
    assert 0 < len(compared) < 50 * 5000


@given(
    st.lists(st.sampled_from("abcdef"), max_size=6), st.lists(st.sampled_from("abcdef"), max_size=6), st.integers(0, 3)
)
def test_every_note_gets_an_id_of_its_own_and_equal_texts_are_never_called_changed(before, after, shift):
    stored = some("a", *before)
    handed = [RawNote(id=f"a{i + shift}", text=text) for i, text in enumerate(after)]
    pairs = match(stored, handed)
    ids = [pairs.get(note.id, note.id) for note in handed]
    assert len(set(ids)) == len(ids)
    texts = {note.id: note.text for note in stored}
    same = sum(texts.get(identity) == note.text for identity, note in zip(ids, handed, strict=True))
    assert same == sum((Counter(before) & Counter(after)).values())
