import pytest

from chatham.language.capitals import upper_first


@pytest.mark.parametrize(
    ("text", "made"), [("a GCM note", "A GCM note"), ("élan", "Élan"), ("", ""), ("3 notes", "3 notes")]
)
def test_the_first_letter_alone_becomes_a_capital(text: str, made: str) -> None:
    assert upper_first(text) == made
