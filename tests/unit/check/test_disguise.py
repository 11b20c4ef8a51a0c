import base64

import pytest

from chatham.check.disguise import digits_read_as_letters, reversals, runs_shortened, unfold

NAME = "Priya Raman"


@pytest.mark.parametrize(
    ("text", "how"),
    [
        (base64.b64encode(NAME.encode()).decode(), "base64"),
        (base64.b64encode(NAME.encode("utf-16-le")).decode(), "base64"),
        (base64.urlsafe_b64encode(NAME.encode()).decode().rstrip("="), "base64"),
        ("".join(f"%{b:02x}" for b in NAME.encode()), "percent-encoded"),
        ("".join(f"&#{ord(c)};" for c in NAME), "HTML entities"),
        ("".join(f"\\u{ord(c):04x}" for c in NAME), "escaped"),
        ("".join(f"={b:02X}" for b in NAME.encode()), "quoted-printable"),
        (NAME.encode().hex(" "), "hexadecimal"),
        (" ".join(str(ord(c)) for c in NAME), "character codes"),
        (" ".join(f"{ord(c):08b}" for c in NAME), "character codes"),
        ("x" + "".join(chr(0xE0000 + ord(c)) for c in NAME), "invisible characters"),
        (
            "x" + "".join(chr(b + 0xFE00) if b < 16 else chr(b - 16 + 0xE0100) for b in NAME.encode()),
            "invisible characters",
        ),
    ],
)
def test_encodings_are_undone(text: str, how: str) -> None:
    assert (how, NAME) in list(unfold(text))


@pytest.mark.parametrize(
    "text",
    [
        "A participant said so.",
        "Resolution 73/195, paras. 15 and 44",
        "in 2019, 2020 and 2021",
        "100% of 45",
        "a & b; c",
    ],
)
def test_plain_text_is_left_alone(text: str) -> None:
    assert list(unfold(text)) == []


def test_words_turned_round_and_shifted() -> None:
    assert dict(reversals("ayirp"))["backwards"] == "priya"
    assert dict(reversals("cevln"))["letters shifted by thirteen"] == "priya"


@pytest.mark.parametrize(("word", "read"), [("pr1ya", "priya"), ("h0pe", "hope"), ("2020", None), ("priya", None)])
def test_figures_read_as_letters(word: str, read: str | None) -> None:
    assert digits_read_as_letters(word) == read


@pytest.mark.parametrize(("word", "short"), [("priyaaa", "priya"), ("ppppriya", "priya"), ("grass", "grass")])
def test_repeated_letters_are_shortened(word: str, short: str) -> None:
    assert runs_shortened(word) == short
