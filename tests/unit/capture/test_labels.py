from __future__ import annotations

import pytest

from chatham.capture.labels import Labels
from chatham.model.framework import default_framework


def split(text: str, whole: str | None = None) -> tuple[str | None, str]:
    return Labels(text if whole is None else whole, default_framework()).split(text)


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Anahera: bail is never offered", "Anahera"),
        ("#Anahera: bail is never offered", "Anahera"),
        ("@Anahera: bail is never offered", "Anahera"),
        ("[Anahera] bail is never offered", "Anahera"),
        ("{Anahera} bail is never offered", "Anahera"),
        ("Anahera (Harbour Clinic): bail is never offered", "Anahera (Harbour Clinic)"),
        ("Harbour Clinic (Anahera): bail is never offered", "Harbour Clinic (Anahera)"),
        ("Greg, Afri: bail is never offered", "Greg, Afri"),
        ("Anahera / HLC: bail is never offered", "Anahera / HLC"),
        ("**Anahera Ngata:** bail is never offered", "Anahera Ngata"),
        ("Dr. Lê Thị Hạnh: bail is never offered", "Dr. Lê Thị Hạnh"),
        ("Maria de la Cruz: bail is never offered", "Maria de la Cruz"),
        ("HLC: bail is never offered", "HLC"),
        ("rafiq: bail is never offered", "rafiq"),
        ("Grace: bail is never offered", "Grace"),
        ("Speaker 2: bail is never offered", "Speaker 2"),
        ("Speaker from the tracing desk: bail is never offered", "Speaker from the tracing desk"),
        ("[12:31] Anahera: bail is never offered", "Anahera"),
        ("12:31 Anahera: bail is never offered", "Anahera"),
    ],
)
def test_a_label_goes_to_the_speaker_and_out_of_the_text(line: str, speaker: str) -> None:
    assert split(line) == (speaker, "bail is never offered")


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Anahera — bail is never offered", "Anahera"),
        ("Anahera – bail is never offered", "Anahera"),
        ("Anahera - bail is never offered", "Anahera"),
        ("anahera g - bail is never offered", "anahera g"),
        ("sunny g - bail is never offered", "sunny g"),
        ("sunny g: bail is never offered", "sunny g"),
        ("Ms. Opal Quay — bail is never offered", "Ms. Opal Quay"),
        ("Anahera (HLC) — bail is never offered", "Anahera (HLC)"),
        ("HLC (Anahera) — bail is never offered", "HLC (Anahera)"),
        ("A participant — bail is never offered", "A participant"),
    ],
)
def test_a_dash_after_a_name_is_as_good_as_a_colon(line: str, speaker: str) -> None:
    assert split(line) == (speaker, "bail is never offered")


@pytest.mark.parametrize(
    "line",
    [
        "Kafala — the sponsorship system — persists",
        "Bangladesh — fees are high",
        "Registration - closed for a year",
        "Palermo Protocol — not ratified",
        "Women - and men - wait",
        "migrants - they wait",
        "Asia-Pacific — no form",
        "IOM — ran a desk",
        "Objective 8 — boats drift",
        "Hope - it is what we have",
        "plan b - wait",
    ],
)
def test_most_dashes_part_no_speaker(line: str) -> None:
    assert split(line) == (None, line)


def test_a_word_before_a_dash_is_a_name_where_it_comes_again_and_no_name_where_it_is_a_place() -> None:
    assert split("Grace - no form", whole="Grace - no form\nGrace - no desk")[0] == "Grace"
    assert split("Colombo - no form", whole="Colombo - no form. We met in Colombo.")[0] is None


@pytest.mark.parametrize(
    "line",
    [
        "17:30 the session closed",
        "17:30: the session closed",
        "Note: nobody kept a list",
        "NB: nobody kept a list",
        "Q: why is there no list?",
        "A: because nobody keeps one",
        "Objective 9: the law is not enforced",
        "GCM 9: the law is not enforced",
        "Challenges: the law is not enforced",
        "Good practices: a shelter in every port",
        "Malaysia: the act was amended",
        "Viet Nam: the act was amended",
        "For example: a shelter in every port",
        "Three things are missing: lists, money and a port",
        "Shelters: none in the north",
        "Border management: nobody is in charge",
        "https://list.example is the address",
        "[sic] nobody kept a list",
        "[inaudible] nobody kept a list",
        "[list](https://list.example) of shelters",
        "The law: not enforced",
        "Ratify, at last: the protocol",
        "2019: the year of the amendment",
        "",
    ],
)
def test_what_is_no_speaker_stays_in_the_text(line: str) -> None:
    assert split(line) == (None, line)


def test_a_word_in_lower_case_is_a_name_only_if_it_is_no_word_or_heads_several_lines() -> None:
    assert split("sunny: no form", whole="sunny: no form")[0] == "sunny"
    assert split("shelter: no form")[0] is None
    assert split("litia: no form")[0] == "litia"
