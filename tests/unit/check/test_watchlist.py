import pytest

from chatham.check.watchlist import Grade, watchlist
from chatham.model.private import Facilitator, Kind, Participant, Roster
from chatham.model.public import Consultation, PublicSpeaker

ROSTER = Roster(
    participants=(
        Participant(
            row=1,
            name="Hope Wanjiru Kamau",
            aliases=("HWK",),
            organisation="Herat Lamp Volunteers",
            acronyms=("HLV", "Lamp"),
            emails=("hope.k@heratlamp.example",),
        ),
        Participant(row=2, name="Jordan Lim"),
        Participant(row=3, name="Anna Berg", organisation="Ministry of Labour of Samoa", category="government"),
    ),
    facilitators=(
        Facilitator(name="Hope Wanjiru Kamau", working_group="1"),
        Facilitator(name="Sione Vea", working_group="2"),
    ),
)


def grades(key: str) -> set[tuple[Grade, Kind, int | None]]:
    return {(n.grade, n.kind, n.row) for n in watchlist(ROSTER, None).needles.get(key, ())}


@pytest.mark.parametrize(
    ("key", "grade", "kind", "row"),
    [
        ("wanjiru", Grade.RARE, Kind.PERSON, 1),
        ("wanjirukamau", Grade.RARE, Kind.PERSON, 1),
        ("hope", Grade.PLAIN, Kind.PERSON, 1),
        ("hwk", Grade.CODE, Kind.PERSON, 1),
        ("hlv", Grade.CODE, Kind.AFFILIATION, 1),
        ("lamp", Grade.PLAIN, Kind.AFFILIATION, 1),
        ("herat", Grade.PIECE, Kind.AFFILIATION, 1),
        ("heratlampvolunteers", Grade.RARE, Kind.AFFILIATION, 1),
        ("hopekheratlampexample", Grade.RARE, Kind.CONTACT, 1),
        ("hopekatheratlampdotexample", Grade.RARE, Kind.CONTACT, 1),
        ("jordan", Grade.PLACE, Kind.PERSON, 2),
        ("lim", Grade.SHORT, Kind.PERSON, 2),
        ("jl", Grade.INITIALS, Kind.PERSON, 2),
        ("sionevea", Grade.RARE, Kind.PERSON, None),
    ],
)
def test_what_a_spelling_needs(key: str, grade: Grade, kind: Kind, row: int | None) -> None:
    assert (grade, kind, row) in grades(key)


def test_a_public_body_is_marked() -> None:
    (needle,) = watchlist(ROSTER, None).needles["ministryoflabourofsamoa"]
    assert needle.public
    assert not needle.opening


def test_people_of_the_programme_are_welcome_in_the_opening() -> None:
    consultation = Consultation(
        title="x", organisers=("Herat Lamp Volunteers",), public_speakers=(PublicSpeaker(name="Jordan Lim"),)
    )
    watch = watchlist(ROSTER, consultation)
    assert all(n.opening for n in watch.needles["heratlampvolunteers"])
    assert all(n.opening for n in watch.needles["jordanlim"])
    assert not any(n.opening for n in watch.needles["wanjiru"])
