"""Floors under what chatham finds and keeps on the labelled corpus, and under the language model itself."""

from pathlib import Path
from typing import NamedTuple

import pytest

from chatham.evaluate import evaluate_corpus
from chatham.evaluate.corpus import LabelKind
from chatham.language.pipeline import docs

CORPORA = Path(__file__).parents[1] / "corpora"

# Everybody here is invented. The model was trained under another spaCy (W095): should it ever read worse for that,
# names are lost in silence, and this is what notices.
SENTENCES = (
    ("The meeting was opened by {} from the ministry.", "Margaret Thornbury"),
    ("{} said that bail is never offered.", "Priya Raman"),
    ("According to {}, the deadline is too short.", "Thomas Okonkwo"),
    ("We thank {} for her statement.", "Elena Vasilescu"),
    ("{} asked whether the form exists in Bengali.", "Rafiqul Islam"),
    ("A letter was sent to {} in March.", "Carlos Mendieta"),
    ("The floor was given to {}.", "Ingrid Halvorsen"),
    ("Yesterday {} presented the study on wage theft.", "Suresh Pillai"),
    ("{} and two others disagreed.", "Hannah Weissberg"),
    ("As {} noted, interpreters are missing.", "Yusuf Demirtas"),
    ("It was {} who wrote the report on detention.", "Marie-Claire Dubois"),
    ("Ms {} runs a shelter on the coast.", "Fatima Al-Rashidi"),
    ("Professor {} has studied return migration for years.", "Kenji Watanabe"),
    ("The chair, {}, closed the session.", "Peter Lindgren"),
    ("{} told the group about a case at the border.", "Amina Yusuf"),
    ("His lawyer, {}, was not let in.", "Dmitri Sokolov"),
    ("{} works with seafarers in the port.", "Joseph Tamba"),
    ("Questions were answered by {}.", "Rosa Quintanilla"),
    ("The widow, {}, waited four years for the certificate.", "Sunita Gurung"),
    ("{} replied that the law has changed.", "Michael Abernathy"),
    ("Then {} spoke about remittances.", "Grace Mutasa"),
    ("The story of {} was told by her sister.", "Nguyen Thi Lan"),
    ("{} leads the working group on data.", "Oliver Bachmann"),
    ("On behalf of the network, {} asked for funds.", "Leila Haddad"),
)


class Floors(NamedTuple):
    """What may not be fallen below, and (the last two) not be exceeded."""

    identity: float
    notes_safe: float
    kept: float
    indirect: float
    leaks: int
    collateral: float


# All were looked at while the engine was made; tests/corpora/README.md gives the first score of
# each, which tells what to expect on other people's notes. These floors keep what was reached, and are to be raised,
# never lowered.
FLOORS = {
    "dev": Floors(identity=0.99, notes_safe=0.97, kept=0.985, indirect=0.70, leaks=2, collateral=12),
    "samples": Floors(identity=0.995, notes_safe=0.995, kept=0.995, indirect=0.70, leaks=1, collateral=9),
    "africa": Floors(identity=0.995, notes_safe=0.995, kept=0.99, indirect=0.85, leaks=1, collateral=14.5),
    "latin-america": Floors(identity=0.99, notes_safe=0.985, kept=0.985, indirect=0.65, leaks=1, collateral=18),
    "arab-states": Floors(identity=0.985, notes_safe=0.975, kept=0.98, indirect=0.58, leaks=3, collateral=19.5),
    "europe": Floors(identity=0.95, notes_safe=0.915, kept=0.985, indirect=0.33, leaks=11, collateral=11.5),
    "global": Floors(identity=0.98, notes_safe=0.97, kept=0.99, indirect=0.50, leaks=4, collateral=15.5),
    "south": Floors(identity=0.935, notes_safe=0.87, kept=0.98, indirect=0.30, leaks=11, collateral=19.5),
    "central-america": Floors(identity=0.98, notes_safe=0.965, kept=0.98, indirect=0.45, leaks=4, collateral=19),
    "west-africa": Floors(identity=0.985, notes_safe=0.97, kept=0.985, indirect=0.80, leaks=1, collateral=19),
    "central-asia": Floors(identity=0.955, notes_safe=0.92, kept=0.985, indirect=0.60, leaks=8, collateral=18),
    "americas": Floors(identity=0.945, notes_safe=0.905, kept=0.98, indirect=0.38, leaks=5, collateral=27),
    "southern-africa": Floors(identity=0.975, notes_safe=0.96, kept=0.985, indirect=0.50, leaks=3, collateral=16.5),
    "eastern-europe": Floors(identity=0.99, notes_safe=0.985, kept=0.98, indirect=0.48, leaks=2, collateral=12),
    "east-asia": Floors(identity=0.975, notes_safe=0.96, kept=0.985, indirect=0.65, leaks=2, collateral=19),
    "central-africa": Floors(identity=0.96, notes_safe=0.935, kept=0.98, indirect=0.40, leaks=4, collateral=15.5),
    "south-asia": Floors(identity=0.98, notes_safe=0.965, kept=0.96, indirect=0.45, leaks=3, collateral=20),
    "caribbean": Floors(identity=0.95, notes_safe=0.925, kept=0.975, indirect=0.52, leaks=7, collateral=19.5),
    "western-europe": Floors(identity=0.945, notes_safe=0.91, kept=0.97, indirect=0.64, leaks=10, collateral=23.5),
    "horn": Floors(identity=0.945, notes_safe=0.9, kept=0.965, indirect=0.36, leaks=8, collateral=22.5),
    "pacific": Floors(identity=0.96, notes_safe=0.93, kept=0.98, indirect=0.52, leaks=6, collateral=17),
    "sahel": Floors(identity=0.955, notes_safe=0.94, kept=0.965, indirect=0.50, leaks=4, collateral=26),
    "mekong": Floors(identity=0.92, notes_safe=0.865, kept=0.975, indirect=0.48, leaks=10, collateral=18.5),
    "andes": Floors(identity=0.96, notes_safe=0.925, kept=0.975, indirect=0.40, leaks=6, collateral=19),
    "caucasus": Floors(identity=0.925, notes_safe=0.865, kept=0.975, indirect=0.46, leaks=10, collateral=29),
    "maghreb": Floors(identity=0.89, notes_safe=0.805, kept=0.975, indirect=0.46, leaks=18, collateral=19.5),
    "nordic": Floors(identity=0.935, notes_safe=0.88, kept=0.965, indirect=0.54, leaks=13, collateral=24),
    "balkans": Floors(identity=0.93, notes_safe=0.865, kept=0.965, indirect=0.52, leaks=11, collateral=19),
    "southern-cone": Floors(identity=0.93, notes_safe=0.87, kept=0.96, indirect=0.44, leaks=12, collateral=23.5),
    "great-lakes": Floors(identity=0.955, notes_safe=0.9, kept=0.96, indirect=0.52, leaks=7, collateral=28),
    "archipelago": Floors(identity=0.945, notes_safe=0.89, kept=0.965, indirect=0.44, leaks=9, collateral=20.5),
}


@pytest.fixture(scope="module", params=FLOORS)
def corpus(request):
    return request.param


@pytest.fixture(scope="module")
def scores(corpus):
    return evaluate_corpus(CORPORA / corpus)


@pytest.fixture(scope="module")
def floors(corpus):
    return FLOORS[corpus]


def test_the_output_is_what_the_findings_say(scores):
    assert scores.breaches == ()


def test_who_spoke_is_gone(scores, floors):
    assert scores.identity.share >= floors.identity
    assert scores.notes_safe.share >= floors.notes_safe
    assert scores.leaks <= floors.leaks


def test_self_descriptions_are_gone(scores, floors):
    assert scores.recall[LabelKind.INDIRECT].share >= floors.indirect


def test_what_was_said_is_kept(scores, floors):
    assert scores.kept.share >= floors.kept
    assert scores.collateral_per_thousand <= floors.collateral


def test_the_language_model_finds_people():
    found = 0
    for (sentence, name), doc in zip(SENTENCES, docs(s.format(n) for s, n in SENTENCES), strict=True):
        start = sentence.index("{}")
        hits = [
            e for e in doc.ents if e.label_ == "PERSON" and e.start_char <= start and e.end_char >= start + len(name)
        ]
        found += bool(hits)
    assert found / len(SENTENCES) >= 0.9
