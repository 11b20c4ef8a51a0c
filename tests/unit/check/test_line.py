from chatham.check.line import BREAK, Line
from chatham.check.tokens import tokenize


def line(text: str) -> Line:
    return Line(text, tokenize(text))


def test_the_words_beside_one_are_those_of_its_sentence() -> None:
    said = line("Fees rose. Grace (Tahanan) also said so.")
    grace = [t.word for t in said.tokens].index("grace")
    assert said.before(grace) is None
    after = said.after(grace)
    assert after is not None
    assert after.word == "also"
    assert said.next(grace) is None


def test_what_is_written_in_one_has_no_gap() -> None:
    assert line("heratLamp").gapless(0, 1)
    assert not line("herat lamp").gapless(0, 1)


def test_a_title_and_a_sentence() -> None:
    text = line(f"Open Gate And Other Stories{BREAK}The gate stood open for hours.")
    assert text.in_title(1)
    assert not text.is_sentence(1)
    assert not text.in_title(7)
    assert text.is_sentence(7)
