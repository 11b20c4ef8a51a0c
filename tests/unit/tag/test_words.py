import pytest

from chatham.model.framework import Framework, Objective, default_framework
from chatham.tag.lexicon import stem
from chatham.tag.words import wording


def test_the_words_of_the_examples_speak_for_their_objective():
    framework = default_framework()
    order = [objective.code for objective in framework.objectives]
    found = wording(["Wages and wages again, said the worker.", "The coffin was sent by the consul."], framework)
    assert [order[row.index(max(row))] for row in found] == [6, 14]
    assert all(abs(sum(row)) < 1e-6 for row in found)


def test_endings_do_not_matter():
    framework = default_framework()
    one, two = wording(["smuggled", "Smuggling!"], framework)
    assert one == two
    assert stem("smuggled") == stem("smuggling")


@pytest.mark.parametrize("text", ["", "It is so.", "17:30", "Zzyzx qwrtp"])
def test_a_text_without_known_words_says_nothing(text):
    (row,) = wording([text], default_framework())
    assert set(row) == {0.0}


def test_a_codebook_of_ones_own_has_the_words_of_its_titles_and_keywords():
    base = default_framework()
    objectives = (Objective(code="A", title="Floods", keywords=("river*",)), Objective(code="B", title="Fires"))
    own = Framework.model_validate(base.model_dump() | {"objectives": objectives})
    flood, fire, river = wording(["The flood came.", "It was a fire.", "The rivers rose."], own)
    assert flood[0] > 0 > flood[1]
    assert fire[1] > 0 > fire[0]
    assert river[0] > 0


def test_no_texts():
    assert wording([], default_framework()) == []
