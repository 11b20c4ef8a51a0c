import pytest

from chatham.language.spelling import respelt


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("They organise it and recognised the labor.", "They organize it and recognized the labour."),
        ("The center analyzed it.", "The centre analysed it."),
    ],
)
def test_words_are_spelt_as_the_concise_oxford_has_them(text, right):
    assert respelt(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "They advise, exercise, practise and supervise.",
        "The Code of Practise and a tortoise were apprised of.",
        "They promised expertise in the enterprise, a franchise and a premise.",
        'She wrote "organise".',
    ],
)
def test_words_that_keep_their_s_stay(text):
    assert respelt(text) == text
