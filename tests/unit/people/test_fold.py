import pytest

from chatham.people.fold import fold, fold_text


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("Nguyễn Thị Mai", "nguyen thi mai"),
        ("SORIANO-REYES", "soriano reyes"),
        ("S.\u00a0D.", "s d"),
        ("Sori\u00adano", "soriano"),
        ("Sori\u200bano", "soriano"),
        ("e\u0301tude", "etude"),
        ("Soriano\nReyes", "soriano reyes"),
        ("Иванов", "ivanov"),
        ("Sоrianо", "soriano"),  # two Cyrillic letters inside a Latin word
        ("Ｓｏｒｉ", "sori"),
        ("Straße", "strasse"),
        ("notes_of_Reyes.docx", "notes of reyes docx"),
        ("", ""),
        ("—…!", ""),
    ],
)
def test_folding(raw: str, folded: str) -> None:
    assert fold_text(raw) == folded


def test_the_way_back_covers_the_raw_words() -> None:
    raw = "Said Thị\u00a0Mai-\nLan, twice"
    folded = fold(raw)
    at = folded.text.index("thi mai lan")
    start, end = folded.span(at, at + len("thi mai lan"))
    assert raw[start:end] == "Thị\u00a0Mai-\nLan"


def test_no_word_is_no_span() -> None:
    with pytest.raises(ValueError, match="no word"):
        fold(" ").span(0, 1)
