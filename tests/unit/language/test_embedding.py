from __future__ import annotations

import numpy as np
import pytest

from chatham.language.embedding import DIMENSIONS, embedder, word_pieces

VOCABULARY = {piece: n for n, piece in enumerate(["un", "##want", "##ed", "run", "##ning", ",", "a", "ecole", "国"])}


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("UNwanted, running", ["un", "##want", "##ed", ",", "run", "##ning"]),
        ("École", ["ecole"]),
        ("a国a", ["a", "国", "a"]),
        ("zzz a", ["[UNK]", "a"]),
        ("a" * 101, ["[UNK]"]),
        ("", []),
    ],
)
def test_words_fall_into_pieces(text: str, pieces: list[str]) -> None:
    assert list(word_pieces(text, VOCABULARY)) == pieces


def test_vectors_are_of_length_one_and_like_texts_are_near() -> None:
    vectors = embedder()(
        [
            "Boats drift at sea without rescue.",
            "Search and rescue of people in distress at sea.",
            "Bank accounts for nurses.",
        ]
    )
    assert vectors.shape == (3, DIMENSIONS)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


def test_the_order_and_the_company_of_texts_do_not_matter() -> None:
    texts = ["Boats.", "A much longer sentence about boats that drift at sea.", ""]
    together = embedder()(texts)
    alone = np.concatenate([embedder()([text]) for text in texts])
    assert np.abs(together - alone).max() < 0.05
