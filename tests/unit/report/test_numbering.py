import pytest

from chatham.report.numbering import number_text


@pytest.mark.parametrize(
    ("number", "fmt", "shown"),
    [
        (4, "upperRoman", "IV"),
        (49, "lowerRoman", "xlix"),
        (1, "upperLetter", "A"),
        (28, "lowerLetter", "bb"),
        (12, "decimal", "12"),
        (12, "ordinalText", "12"),
        (3, "none", ""),
    ],
)
def test_numbers_in_words_formats(number, fmt, shown):
    assert number_text(number, fmt) == shown
