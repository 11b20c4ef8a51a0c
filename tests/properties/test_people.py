"""Folding keeps its way back, and every name is found in a text that has it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from chatham.model.private import Participant
from chatham.people.fold import fold, fold_text
from chatham.people.lookup import Lookup
from chatham.people.names import name_forms
from chatham.people.organisations import organisation_forms

LETTERS = st.characters(categories=("Lu", "Ll", "Lo"), max_codepoint=0x24F)
NAMES = st.lists(st.text(LETTERS, min_size=2, max_size=9), min_size=1, max_size=4).map(" ".join)


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_folding_any_text(text: str) -> None:
    folded = fold(text)
    assert folded.text.isascii()
    assert len(folded.at) == len(folded.starts) == len(folded.ends) == len(folded.words())
    assert all(0 <= a < b <= len(text) for a, b in zip(folded.starts, folded.ends, strict=True))
    assert fold_text(folded.text) == folded.text.strip()


@given(NAMES, st.text(max_size=40), st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_a_name_is_found_where_it_stands(name: str, before: str, after: str) -> None:
    spelled = fold_text(name)
    forms = name_forms(Participant(row=1, name=name))
    assert not spelled or any(form.text == spelled or form.text in spelled for form in forms)
    lookup = Lookup((form.text, form) for form in forms)
    text = f"{before} | {name} | {after}"
    covered = {k for f in lookup.find(fold(text)) for k in range(f.start, f.end)}
    start = len(before) + 3
    if spelled and all(len(w) > 1 for w in spelled.split()) and len(spelled.split()) > 1:
        assert any(start <= k < start + len(name) for k in covered)


@given(st.text(max_size=60), st.text(max_size=12))
@settings(max_examples=100, deadline=None)
def test_any_organisation_has_forms_without_end_or_crash(name: str, acronym: str) -> None:
    person = Participant(row=1, name="Amos Otieno", organisation=name, acronyms=(acronym,))
    texts = [form.text for form in organisation_forms(person)]
    assert len(texts) == len(set(texts)) < 400
