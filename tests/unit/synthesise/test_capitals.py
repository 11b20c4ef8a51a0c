"""Capitals for what was typed in small letters: from the consultation's other notes, and from nothing else."""

import pytest

from chatham.model.framework import default_framework
from chatham.synthesise.capitals import capitals, restored

FORMAL = (
    "The Basma Accord is asked of every consulate.",
    "THANKS: to the interpreters of the Basma Accord.",
    "SPEAKER: a participant\nASK: the KLMN opens its file.",
)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("in nepal nobody has read the basma accord", "in Nepal nobody has read the Basma Accord"),
        ("ask the klmn what it costs in nepal", "ask the KLMN what it costs in Nepal"),
        ("thanks to all, nobody will ask a speaker", "thanks to all, nobody will ask a speaker"),
    ],
)
def test_names_get_the_capitals_that_others_gave_them_and_heads_of_lines_are_no_names(typed, wanted):
    assert restored(typed, capitals((*FORMAL, typed), default_framework())) == wanted
