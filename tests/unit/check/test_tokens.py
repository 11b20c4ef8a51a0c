import pytest

from chatham.check.tokens import plain, readings, tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Priya said", ["Priya", "said"]),
        ("Priya's", ["Priya", "s"]),
        ("U.N.O.D.C", ["U", "N", "O", "D", "C"]),
        ("camelCase2020", ["camel", "Case", "2020"]),
        ("UNODCreport", ["UNOD", "Creport"]),
        ("Nguyễn Thị", ["Nguyen", "Thi"]),
        ("Ａ ⓑ ℂ", ["A", "b", "C"]),
        ("co\u00adop\u200beration", ["cooperation"]),
        ("no\u00a0break", ["no", "break"]),
        ("", []),
        ("--- !", []),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert [t.shape for t in tokenize(text)] == words


@pytest.mark.parametrize("text", ["Рriуа", "ᑭriya", "Ꮲꭱꭵꭹꭺ", "Prıya", "ρriya", "Pгiуа"])
def test_letters_that_look_latin_have_a_reading_of_their_own(text: str) -> None:
    assert "priya" in {"".join(t.word for t in tokens) for _, tokens in readings(text)}


def test_a_latin_text_has_one_reading() -> None:
    assert len(readings("Priya — “said”")) == 1


def test_words_know_where_they_stood() -> None:
    text = "x P\u200briya\u0301, Ⓨ"
    assert [text[t.start : t.end] for t in tokenize(text)] == ["x", "P\u200briya", "Ⓨ"]


def test_capitals() -> None:
    one, two, three = tokenize("Priya UN said")
    assert (one.capital, two.capital, three.capital) == (True, True, False)
    assert (one.upper, two.upper, three.upper) == (False, True, False)


def test_plain_letters() -> None:
    assert plain("Thu-Hà  N.") == "thuhan"
