import pytest

from chatham.people.sound import alike


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("mohamed", "muhammad"),
        ("yusuf", "youssef"),
        ("sergei", "sergey"),
        ("otienno", "otieno"),
        ("virtnaen", "virtanen"),
        ("khouri", "khoury"),
        ("arteaga", "arteaga"),
    ],
)
def test_slips_of_the_pen(word: str, name: str) -> None:
    assert alike(word, name)


@pytest.mark.parametrize(
    ("word", "name"), [("khmer", "kamara"), ("lima", "lina"), ("sahel", "samuel"), ("marta", "martin"), ("ali", "eli")]
)
def test_other_words(word: str, name: str) -> None:
    assert not alike(word, name)
