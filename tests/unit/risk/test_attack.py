from types import SimpleNamespace

import numpy as np
import pytest

from chatham.model.framework import default_framework
from chatham.model.private import Participant, Roster
from chatham.risk.attack import Success, attack, success

ROSTER = Roster(
    participants=(
        Participant(
            row=1, name="Ama Boateng", organisation="Harbour Widows Circle", category="civil society", country="Fiji"
        ),
        Participant(
            row=2, name="Bela Torres", organisation="Orchard Pickers Union", category="trade unions", country="Nepal"
        ),
        Participant(row=3, name="Cyn Dale", organisation="Glass House Press", category="media", country="Thailand"),
    )
)


def guess(text, embed=None):
    (only,) = attack([SimpleNamespace(id="n", text=text)], ROSTER, framework=default_framework(), embed=embed)
    return only


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Ama said that boats are late.", 1),
        ("We at Orchard Pickers Union keep a list.", 2),
        ("Nepali workers come home unpaid.", 2),
        ("The Thai law is silent.", 3),
        ("Widows in the harbour wait for years.", 1),
    ],
)
def test_the_text_points_at_somebody(text, row):
    assert guess(text).ranked[0] == row


def test_a_text_that_says_nothing_leaves_all_alike():
    assert len(set(guess("It rained.").scores)) == 1


def test_meaning_counts_where_an_embedder_is_given():
    def embed(texts):
        return np.array([[1.0, 0.0] if "paper" in t or "Glass" in t else [0.0, 1.0] for t in texts], dtype=np.float32)

    assert guess("Those who write for the paper are followed.", embed).ranked[0] == 3


def test_success_counts_known_speakers_only():
    guesses = attack(
        [SimpleNamespace(id=str(i), text=t) for i, t in enumerate(["Ama spoke", "Ama spoke", "It rained."])],
        ROSTER,
        framework=default_framework(),
    )
    result = success(guesses, {"0": 1, "1": 2})
    assert (result.notes, result.first, result.third) == (2, 1, 2)
    assert result.chance == pytest.approx(1 / 3)


def test_the_interval_is_wilsons():
    low, high = Success(notes=100, first=50, third=60, chance=0.1).interval
    assert (round(low, 4), round(high, 4)) == (0.4038, 0.5962)
    assert Success(0, 0, 0, 0.0).interval == (0.0, 1.0)


def test_without_a_roster_nobody_is_ranked():
    (only,) = attack([SimpleNamespace(id="n", text="a")], Roster(), framework=default_framework())
    assert only.ranked == ()
