import pytest

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.overlaps import acquainted, disjoint
from chatham.model.private import Kind


def mention(text, part, kind=Kind.PERSON, who=(), role=Role.MENTIONED, phrase=None):
    start = text.index(part)
    return Mention(start, start + len(part), kind, role, frozenset(who), "hand", 1.0, "by hand", phrase)


@pytest.mark.parametrize(
    ("text", "part", "kind", "wanted"),
    [
        ("see Noor_final.docx now", "Noor", Kind.PERSON, "Noor_final.docx"),
        ("write to ada@oxbow.example.", "ada", Kind.PERSON, "ada@oxbow.example"),
        ("see https://oxbow.example/a.", "oxbow", Kind.AFFILIATION, "https://oxbow.example/a"),
        ("the PriyaR account", "Priya", Kind.PERSON, "PriyaR"),
        ("@Priya can you", "Priya", Kind.PERSON, "Priya"),
        ("non-Oxbow staff", "Oxbow", Kind.AFFILIATION, "Oxbow"),
    ],
)
def test_no_mention_ends_inside_a_word_an_address_or_a_file(text, part, kind, wanted):
    [made] = disjoint(text, [mention(text, part, kind)])
    assert text[made.start : made.end] == wanted


def test_the_longer_of_two_names_leads_and_both_are_covered():
    text = "Grace Harbour Foundation met"
    parts = [mention(text, "Grace"), mention(text, "Grace Harbour Foundation", Kind.AFFILIATION)]
    [made] = disjoint(text, parts)
    assert (made.start, made.end, made.kind) == (0, 24, Kind.AFFILIATION)


def test_a_self_description_takes_the_names_inside_of_it():
    text = "As the only nun of Oxbow here, I ask"
    parts = [
        mention(text, "As the only nun of Oxbow here", Kind.INDIRECT, phrase="As a participant"),
        mention(text, "Oxbow", Kind.AFFILIATION),
    ]
    [made] = disjoint(text, parts)
    assert made.phrase == "As a participant"


def test_a_mark_for_review_gives_way_to_a_name():
    text = "the only nun of Oxbow here"
    parts = [mention(text, text, Kind.INDIRECT), mention(text, "Oxbow", Kind.AFFILIATION)]
    [made] = disjoint(text, parts)
    assert made.kind is Kind.AFFILIATION


def test_what_holds_no_letter_names_nobody():
    assert disjoint("a - b", [mention("a - b", " - ")]) == []


def test_strangers_who_share_a_name_or_fit_initials_are_one():
    text = "Kelera Tuivaga spoke. KT wondered. Kelera left. Moana stayed."
    names = [mention(text, part, who={part.casefold()}) for part in ("Kelera Tuivaga", "KT", "Moana")]
    again = Mention(35, 41, Kind.PERSON, Role.MENTIONED, frozenset({"kelera"}))
    full, short, first, other = acquainted(text, disjoint(text, [*names, again]))
    assert full.who & short.who
    assert full.who & first.who
    assert not full.who & other.who
