"""The vocabulary of organisations' names, across families of languages."""

from __future__ import annotations

import pytest

from chatham.people.meaning import meanings


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("vendredi", "friday"),
        ("dritarja", "window"),
        ("kenyer", "bread"),
        ("doroha", "road"),
        ("puszcza", "forest"),
        ("dayanisma", "solidarity"),
        ("wavuvi", "fisher"),
        ("nelayan", "fisher"),
        ("shramik", "worker"),
    ],
)
def test_words_of_many_languages_have_their_meaning(word: str, meaning: str) -> None:
    assert {m.lstrip("+") for m in meanings(word) if not m.startswith("=")} >= {meaning}
