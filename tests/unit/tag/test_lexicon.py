from __future__ import annotations

from chatham.model.framework import Framework, Objective, default_framework
from chatham.tag.lexicon import evidence


def test_keywords_with_a_star_take_any_ending_and_whole_words_only() -> None:
    found = evidence("Detainees were moved; undetained men waited.", default_framework())
    assert found[13].weight > 0
    assert found[13].words[0] in ("detain", "detainee")
    assert found[20].weight == 0


def test_a_keyword_that_few_objectives_share_counts_more() -> None:
    framework = default_framework().model_copy(
        update={
            "objectives": (
                Objective(code=1, title="One", keywords=("boat*", "law")),
                Objective(code=2, title="Two", keywords=("law",)),
                Objective(code=3, title="Three", keywords=("search and rescue",)),
            )
        }
    )
    found = evidence("The law on boats, search and\nrescue.", framework)
    assert found[1].weight > found[2].weight > 0
    assert found[3].words == ("search and rescue",)
    assert found[3].weight > 1


def test_titles_count_where_there_are_no_keywords() -> None:
    framework: Framework = default_framework().model_copy(
        update={
            "objectives": (Objective(code="A", title="Reduce mortality"), Objective(code="B", title="Build schools"))
        }
    )
    found = evidence("They are building a school.", framework)
    assert found["B"].weight > found["A"].weight == 0
