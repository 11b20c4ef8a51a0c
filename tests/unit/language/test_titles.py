import pytest

from chatham.language.titles import review_asked, review_of, shortens, titled
from chatham.model.framework import default_framework

FRAMEWORK = default_framework()


@pytest.mark.parametrize("text", ["challenges", "Key challenges:", "Main challenges identified"])
def test_a_review_objective_by_its_words(text: str) -> None:
    assert review_of(text, FRAMEWORK) == review_of("challenges", FRAMEWORK) is not None


def test_a_sentence_names_no_review_objective() -> None:
    assert review_of("Fees are the greatest of all challenges on this road", FRAMEWORK) is None


def test_a_question_asks_about_one() -> None:
    assert review_asked("What challenges did your members meet there?", FRAMEWORK) == review_of("challenges", FRAMEWORK)
    assert review_asked("What else?", FRAMEWORK) is None


def test_an_objective_by_its_title() -> None:
    objective = FRAMEWORK.objectives[7]
    assert titled(objective.title, FRAMEWORK, whole=True) is not None
    found = titled(f"{objective.title}: challenges", FRAMEWORK, whole=False)
    assert found is not None
    assert (found[0], found[1].split()) == (objective.code, ["challenge"])
    assert titled("Fees are high", FRAMEWORK, whole=True) is None


def test_a_few_words_of_a_title() -> None:
    objective = FRAMEWORK.objectives[7]
    few = " ".join(objective.title.split()[:4])
    assert shortens(few, (objective.code,), FRAMEWORK)
    assert not shortens("fees and wages", (objective.code,), FRAMEWORK)
