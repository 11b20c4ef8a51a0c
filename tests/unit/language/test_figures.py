import pytest

from chatham.language.figures import percentages, put_right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("About 20% of them.", "About 20 per cent of them."),
        ("About 3.5 % of them.", "About 3.5 per cent of them."),
        ("It rose by 1,200%.", "It rose by 1,200 per cent."),
        ("It is 9 percent.", "It is 9 per cent."),
    ],
)
def test_shares_are_written_out_whole(text, right):
    assert put_right(text) == right
    assert list(percentages(right)) == []


def test_a_share_is_told_with_its_whole_number():
    assert list(percentages("It was 20% then.")) == [("20%", "20 per cent")]
