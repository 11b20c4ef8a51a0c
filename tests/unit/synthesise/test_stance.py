import pytest

from chatham.language.clauses import read_clauses
from chatham.synthesise.stance import clash, stance


def read(*sentences):
    return stance(read_clauses(sentences))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Migrant children are detained at the airport.", "Migrant children are not detained at the airport."),
        (
            "States should increase visa fees for seasonal workers.",
            "States should reduce visa fees for seasonal workers.",
        ),
        ("Smugglers charge high prices at the border crossing.", "States must open the border crossing for everyone."),
        ("A participant disagreed with the proposal on ports.", "The proposal on ports found support."),
        ("Publish the border figures of each district.", "The border figures of each district are secret."),
    ],
)
def test_never_one_point(one, other):
    assert clash(read(one), read(other))
    assert clash(read(other), read(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nobody registers births in border villages.", "Births in border villages are never registered."),
        ("The registry is far away.", "The office is in the capital."),
        ("States should fund shelters.", "Shelters should be funded by States."),
    ],
)
def test_may_be_one_point(one, other):
    assert not clash(read(one), read(other))
