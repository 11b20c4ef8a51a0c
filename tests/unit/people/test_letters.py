import re

import pytest

from chatham.people.letters import LOWER, UPPER


@pytest.mark.parametrize("letter", "AÀŠŁİŽΩЖÑ")
def test_capital_letters_of_all_alphabets_of_names(letter: str) -> None:
    assert re.fullmatch(f"[{UPPER}]", letter)
    assert not re.fullmatch(f"[{LOWER}]", letter)


@pytest.mark.parametrize("letter", "aàšłıžωжñ")
def test_small_letters(letter: str) -> None:
    assert re.fullmatch(f"[{LOWER}]", letter)
    assert not re.fullmatch(f"[{UPPER}]", letter)
