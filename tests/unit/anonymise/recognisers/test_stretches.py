"""What could be a name."""

import pytest

from chatham.anonymise.recognisers.stretches import stretches, words_of
from chatham.language.pipeline import docs


def found(text: str, *taken: str) -> list[str]:
    doc = next(iter(docs([text])))
    words = words_of(doc)
    gone = [any(text.index(t) <= w.start < text.index(t) + len(t) for t in taken) for w in words]
    return [text[words[a].start : words[b - 1].end] for a, b in stretches(words, gone)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We asked the Harbour Trust of Ostrava about it.", ["We", "Harbour Trust of Ostrava"]),
        ("and Mbali of Harbour Trust came", ["Mbali", "Harbour Trust"]),
        ("The Paper Lantern has a form.", ["Paper Lantern"]),
        ("it is called Casa de la Ribera there", ["Casa de la Ribera"]),
        ("said zubenko and the others", ["zubenko"]),
        ("all of them agreed with it", []),
        ("came with Amis du quai et de la lune, and left", ["Amis du quai et de la lune"]),
        ("Tatu Zubenko asked, and ilvarin spoke", ["Tatu Zubenko", "ilvarin"]),
        ("he is from zubenka seasonal workers in town", ["zubenka seasonal workers"]),
        ("Tall Ships\nPaper Boats", ["Tall Ships", "Paper Boats"]),
    ],
)
def test_stretches(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_what_is_taken_is_no_stretch_and_parts_what_stands_around_it() -> None:
    assert found("then Mbali Nkosi Zubenko spoke", "Nkosi") == ["Mbali", "Zubenko"]


def test_words_keep_their_places() -> None:
    text = "Ms Ölvedi\n— (GCM 8) said “no”."
    doc = next(iter(docs([text])))
    words = words_of(doc)
    assert [text[w.start : w.end] for w in words] == [t.text for t in doc]
    assert any(w.breaks for w in words)
    assert next(w for w in words if w.text == "Ölvedi").shape == "Xxxx"
