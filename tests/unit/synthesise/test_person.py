import pytest

from chatham.synthesise.person import has_first_person, in_third_person


@pytest.mark.parametrize(
    ("said", "reported"),
    [
        ("Our country has no law.", "Their country has no law."),
        ("I am sure that we were heard.", "They are sure that they were heard."),
        ("I was there myself.", "They were there themselves."),
        ('We said "we wait" to our members.', 'They said "we wait" to their members.'),
        ("We pay ourselves.", "They pay themselves."),
        ("The US helps us.", "The US helps them."),
    ],
)
def test_certain_changes(said, reported):
    assert in_third_person(said) == reported


@pytest.mark.parametrize("said", ["They help us.", "We thank you.", "Let us go."])
def test_doubtful_ones_are_left(said):
    assert in_third_person(said) is None


@pytest.mark.parametrize(
    "said", ["The US agreed.", 'A woman said "I wait".', "Phase I ended.", "Mine workers protest."]
)
def test_what_is_no_first_person(said):
    expected = said in ("Phase I ended.", "Mine workers protest.")  # letters alone cannot tell these two
    assert has_first_person(said) is expected
