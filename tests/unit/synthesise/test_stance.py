import pytest

from chatham.language.clauses import read_clauses
from chatham.synthesise.stance import contrary, other_demand, stance, unlike


def read(*sentences):
    return stance(read_clauses(sentences))


def clash(one, other):
    found = contrary([one, read("The harbour is deep."), other])
    assert (found == found.T).all()
    return found[0, 2] or unlike(one, other)


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
        ("Detention should end.", "Detention should not end."),
        ("There are three.", "There are not three."),
        ("Somebody answered at the embassy.", "Nobody answered at the embassy."),
        ("Employers return passports to workers.", "Employers fail to return passports to workers."),
        ("Training was held before departure.", "After departure there is some training."),
        ("No bill before discharge.", "No bill after discharge."),
        ("Unpaid wages.", "Their wages were paid."),
        ("More women run the desks.", "Fewer women come to the office."),
        ("The fee is higher for nurses.", "Nurses have a lower fee."),
        ("A participant was politely against the special visa.", "A special visa is needed."),
        (
            "The register should be open, and so should the files of the office.",
            "The register should not be open, and so should not the files of the office.",
        ),
        (
            'She said: "No worker should board a flight unpaid."',
            'She said: "No worker should not board a flight unpaid."',
        ),
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
        ("Unpaid wages.", "Their wages were not paid."),
        ("Immigration officers train.", "Migration officers train."),
    ],
)
def test_may_be_one_point(one, other):
    assert not clash(read(one), read(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Migrants should be released after 30 days.", "Migrants should be released after 90 days."),
        ("Migrants should be released after six months.", "Migrants should be released after 13 months."),
        ("The fee should be USD 20.", "The fee should be USD 200."),
        ("States should ratify ILO Convention 188.", "States should ratify ILO Convention No. 190."),
        ("Open a consulate for deckhands in Osh.", "Open a consulate for deckhands in Busia."),
        ("Coast guards should be trained in the law of the sea.", "Coast guards must publish the position of a boat."),
        ("States should fund shelters.", "States should print textbooks."),
        ("Employers should pay the fee of recruitment.", "Courts should pay the fee of recruitment."),
    ],
)
def test_other_demands(one, other):
    assert other_demand(read(one), read(other), recommended=True)
    assert other_demand(read(other), read(one), recommended=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Migrants should be released after six months.", "Release migrants after 6 months at most."),
        ("States should ratify ILO Convention 188.", "Conventions 188 and 190 must be ratified."),
        ("Consulates in Osh should help unpaid deckhands.", "A consulate that answers, for deckhands of Busia."),
        ("Samples of blood should belong to families.", "Compare the samples of all mothers."),
        ("Employers should pay the fee within 30 days.", "The fee should be paid by the employer."),
    ],
)
def test_one_demand_in_other_words(one, other):
    assert not other_demand(read(one), read(other), recommended=True)
    assert not other_demand(read(other), read(one), recommended=True)
