import pytest

from chatham.anonymise.phrases import INDIRECT, ORGANIZATION, PARTICIPANT, Noun, is_phrase, phrase_spans, went_through


@pytest.mark.parametrize(
    "text",
    [
        "A participant",
        "another participant",
        "the other participant",
        "Two participants",
        "two other participants",
        "a participating organization",
        "The organization",
        "[contact details]",
        "[file]",
        "The first",
        "the widow",
        " a  participant. ",
        *INDIRECT,
    ],
)
def test_what_chatham_writes_is_in_the_vocabulary(text):
    assert is_phrase(text)


@pytest.mark.parametrize("text", ["Priya", "participant organization", "A participant from Tonga", "first", ""])
def test_what_it_does_not_write_is_not(text):
    assert not is_phrase(text)


def test_phrases_are_found_inside_a_text():
    text = "Two participants wrote to [contact details], said another participant."
    assert [text[a:b] for a, b in phrase_spans(text)] == [
        "Two participants",
        "[contact details]",
        "another participant",
    ]


def test_descriptions_in_use_are_phrases_too():
    text = "A participant from a trade union said no."
    spans = phrase_spans(text, ["participant from a trade union"])
    assert "A participant from a trade union" in [text[a:b] for a, b in spans]


def test_nouns_make_their_phrases():
    assert PARTICIPANT.several(2, other=True) == "two other participants"
    assert PARTICIPANT.several(13, known=True) == "the 13 participants"
    assert ORGANIZATION.the() == "the organization"
    assert Noun("academic", "academics").a() == "an academic"


def test_what_went_through_is_known_by_phrases_that_nobody_types():
    assert went_through("A participant said that fees are high.")
    assert went_through("We speak from experience. Fees are high.")
    assert not went_through("In our work fees are high, said Otieno.")
