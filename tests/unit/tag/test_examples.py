import pytest

from chatham.language.embedding import embedder
from chatham.model.framework import Framework, Objective, default_framework
from chatham.tag import examples


def test_every_objective_of_the_compact_has_examples_of_its_own():
    framework = default_framework()
    known = examples.known_examples()
    assert set(known) == {objective.title.casefold() for objective in framework.objectives}
    sentences = [sentence for several in known.values() for sentence in several]
    assert min(map(len, known.values())) >= 30
    assert len(set(sentences)) == len(sentences)


def test_a_note_is_most_like_the_examples_of_its_objective():
    framework = default_framework()
    vectors = embedder()(
        ["It costs a tenth of the sum to send money to my mother.", "The court let them out of the cell."]
    )
    found = examples.likeness(vectors, framework, (13, 18, 20))
    order = [objective.code for objective in framework.objectives]
    assert [order[row.index(max(row))] for row in found] == [20, 13]
    assert {value for row in found for code, value in zip(order, row, strict=True) if code not in (13, 18, 20)} == {0.0}


@pytest.mark.parametrize("codes", [(), (20,)])
def test_where_there_is_nothing_to_choose_from_nothing_is_said(codes):
    found = examples.likeness(embedder()(["Money is sent home."]), default_framework(), codes)
    assert found == [[0.0] * len(default_framework().objectives)]


def test_a_codebook_of_ones_own_has_none():
    base = default_framework()
    own = Framework.model_validate(
        base.model_dump() | {"objectives": (Objective(code="A", title="Floods"), Objective(code="B", title="Fires"))}
    )
    assert examples.likeness(embedder()(["The river rose."]), own, ("A", "B")) == [[0.0, 0.0]]


def test_a_note_that_says_nothing_is_like_none_of_them():
    (row,) = examples.likeness(embedder()(["Yes, and so on."]), default_framework(), (8, 13, 20))
    assert max(map(abs, row)) < 0.01


def test_a_note_leans_to_the_objective_whose_examples_speak_so():
    framework = default_framework()
    order = [objective.code for objective in framework.objectives]
    texts = ["The judge set her free, but three others stay in the cell.", "Her diploma counts for nothing there."]
    found = examples.leaning(embedder()(texts), framework)
    assert [order[row.index(max(row))] for row in found] == [13, 18]
    assert all(abs(sum(row)) < 1e-3 for row in found)


def test_a_codebook_of_ones_own_leans_nowhere():
    base = default_framework()
    own = Framework.model_validate(
        base.model_dump() | {"objectives": (Objective(code="A", title="Floods"), Objective(code="B", title="Fires"))}
    )
    assert examples.leaning(embedder()(["The river rose."]), own) == [[0.0, 0.0]]
