"""What counts as a name and what does not: ordinary words, places, public bodies, people of the programme."""

import pytest

from chatham.check import check_bytes
from chatham.model.private import Facilitator, Kind, Participant, Roster
from chatham.model.public import Consultation, PublicSpeaker

ROSTER = Roster(
    participants=(
        Participant(row=1, name="Hope Wanjiru", organisation="Anchor Seafarers' Desk", acronyms=("Anchor", "ASD")),
        Participant(row=2, name="Will Tarrant", organisation="Bridges for All", acronyms=("Bridges",)),
        Participant(row=3, name="Jordan Okello", organisation="Open Gate Society", acronyms=("Open Gate",)),
        Participant(row=4, name="May Thandar", organisation="Herat Lamp Volunteers", acronyms=("HLV",)),
        Participant(row=5, name="Grace Lim", organisation="Farkeka Network", emails=("grace@farkeka.example",)),
        Participant(
            row=6,
            name="Yodit Tesfaye",
            organisation="International Labour Organization",
            acronyms=("ILO",),
            category="United Nations",
        ),
        Participant(row=7, name="Faith Rose", organisation="Ministry of Labour of Samoa", category="government"),
    ),
    facilitators=(Facilitator(name="Nurlan Asanbekov", working_group="WG1"),),
)
CONSULTATION = Consultation(
    title="Consultation on fair recruitment",
    organisers=("Farkeka Network", "ILO", "Lamplight Trust"),
    public_speakers=(PublicSpeaker(name="Teuila Faumuina", organisation="Bridges for All"),),
    public_figures=("Grace Machel",),
)

NAMES = [
    ("Hope said that the form exists.", 1),
    ("As Hope said, the form exists.", 1),
    ("We hope that Hope will send the form.", 1),
    ("Hope (Anchor) noted it.", 1),
    ("Hope: the form exists", 1),
    ("- hope: the form exists", 1),
    ("Building on Hope's point, a participant disagreed.", 1),
    ("They thanked Hope and left.", 1),
    ("Ms. Hope was late.", 1),
    ("Will will draft it.", 2),
    ("Will Tarrant", 2),
    ("the Bridges colleague", 2),
    ("We at bridges keep a list.", 2),
    ("It was asked whether Bridges could host it.", 2),
    ("Jordan asked whether Jordan would open its border.", 3),
    ("Open Gate has beds ready.", 3),
    ("It may rain, may it not, said May.", 4),
    ("May Thandar", 4),
    ("a volunteer of HLV", 4),
    ("herat lamp volunteers", 4),
    ("Write to grace@farkeka.example.", 5),
    ("Write to grace at farkeka dot example.", 5),
    ("Grace L. agreed.", 5),
    ("The ILO colleague said so.", 6),
    ("One participant (ILO) said so.", 6),
    ("I work for the ILO.", 6),
    ("on behalf of ILO", 6),
    ("Faith Rose", 7),
    ("A representative of the Ministry of Labour of Samoa asked.", 7),
    ("Asanbekov led the group.", None),
]


@pytest.mark.parametrize(("text", "row"), NAMES)
def test_a_name_counts(text: str, row: int | None) -> None:
    report = check_bytes(text.encode(), name="note.txt", roster=ROSTER, consultation=None)
    assert row in {leak.participant for leak in report.leaks}


WORDS = [
    "Hope is no plan, and faith moves nothing. There is no grace period.",
    "We hope that the form will come; it may rain in May.",
    "Will the form exist in May 2021, or will it not?",
    "In Jordan and in the State of Jordan, the law is new.",
    "Since May, Jordan has had a new law; by May it may be gone.",
    "Ships at anchor, bridges and an open gate were all closed.",
    "The Harbour Bridges were closed in Herat and near Herat.",
    "Border officials keep a lamp at every gate.",
    "Grace Machel spoke of it in public years ago.",
    "Participants asked for limits, for all, and for a lime tree.",
    "The plan rests on hope, will and grace.",
    "Faith-based organizations asked for a rose garden.",
]


@pytest.mark.parametrize("text", WORDS)
def test_an_ordinary_word_does_not(text: str) -> None:
    report = check_bytes(text.encode(), name="note.txt", roster=ROSTER, consultation=CONSULTATION)
    assert [(leak.found, leak.how) for leak in report.leaks] == []


@pytest.mark.parametrize(
    "text",
    [
        "The ILO should host the registry.",
        "States should work with the International Labour Organization (ILO).",
        "The Ministry of Labour of Samoa should publish the form.",
        "ILO staff work in the ports.",
    ],
)
def test_a_public_body_that_is_spoken_about_is_a_notice(text: str) -> None:
    report = check_bytes(text.encode(), name="note.txt", roster=ROSTER, consultation=None)
    assert report.leaks == ()
    assert {notice.kind for notice in report.notices} == {"PUBLIC_BODY"}


def page(opening: str, rest: str = "A participant spoke.", more: str = "") -> bytes:
    return (
        f'<html><head>{more}</head><body><div id="chatham-opening"><p>{opening}</p></div><p>{rest}</p></body></html>'
    ).encode()


@pytest.mark.parametrize(
    ("opening", "rest", "rows"),
    [
        ("Organized by Farkeka Network, ILO and Lamplight Trust", "A participant spoke.", []),
        ("Opening: Teuila Faumuina, Bridges for All", "A participant spoke.", []),
        ("Organized by Open Gate Society", "A participant spoke.", [3]),
        ("Opening: Grace Lim", "A participant spoke.", [5]),
        ("Organizers", "Farkeka Network has a list.", [5]),
        ("Organizers", "Lamplight Trust has a list.", [None]),
        ("Organizers", "Teuila Faumuina spoke.", [None]),
    ],
)
def test_the_programme_may_stand_in_the_opening_block_only(opening: str, rest: str, rows: list[int | None]) -> None:
    report = check_bytes(page(opening, rest), name="note.html", roster=ROSTER, consultation=CONSULTATION)
    assert [leak.participant for leak in report.leaks] == rows


def test_without_a_consultation_nobody_is_welcome() -> None:
    report = check_bytes(page("Organized by Farkeka Network"), name="note.html", roster=ROSTER, consultation=None)
    assert [leak.participant for leak in report.leaks] == [5]


def test_a_public_body_in_a_property_is_a_leak() -> None:
    data = page("Organizers", more='<meta name="author" content="International Labour Organization">')
    report = check_bytes(data, name="note.html", roster=ROSTER, consultation=CONSULTATION)
    assert [(leak.participant, leak.kind) for leak in report.leaks] == [(6, Kind.AFFILIATION)]


def test_a_title_that_is_the_consultations_is_no_leak() -> None:
    consultation = CONSULTATION.model_copy(update={"title": "Consultation of the International Labour Organization"})
    data = page("Organizers", more=f'<meta name="title" content="{consultation.title}">')
    assert check_bytes(data, name="note.html", roster=ROSTER, consultation=consultation).leaks == ()


@pytest.mark.parametrize("also", ["Manolo Ibarreta", "manolo@lakbay.example", "LKBY", "Camp Nineteen Youth Voices"])
def test_people_on_no_list_are_found_when_named(also: str) -> None:
    text = f"It was {also} who spoke.".encode()
    assert check_bytes(text, name="note.txt", roster=ROSTER, consultation=None).leaks == ()
    report = check_bytes(text, name="note.txt", roster=ROSTER, consultation=None, also=[also])
    assert {leak.participant for leak in report.leaks} == {None}


def test_each_hit_says_where_what_who_and_what_to_do() -> None:
    report = check_bytes(b"First line.\nHope said so.", name="note.txt", roster=ROSTER, consultation=None)
    (leak,) = report.leaks
    assert str(leak) == "note.txt, line 2: PERSON of roster row 1. Write `a participant`."
    assert report.to_json()["leaks"][0] == {
        "part": "note.txt",
        "where": "line 2",
        "kind": "PERSON",
        "participant": 1,
        "found": None,
    }
    assert report.to_json(show=True)["leaks"][0]["found"] == "Hope"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Faith Rose and Grace Lim agreed.", True),
        ("It was Faith Rose, and Grace Lim said so.", True),
        ("New Plans and Faith Rose Higher Than Before", False),
    ],
)
def test_a_name_of_two_ordinary_words_counts_in_a_short_sentence_and_not_in_a_title(text, found):
    report = check_bytes(text.encode(), name="note.txt", roster=ROSTER, consultation=None)
    assert (7 in [leak.participant for leak in report.leaks]) is found
