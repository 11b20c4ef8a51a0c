from chatham.language.quotes import quoted


def test_where_quotations_stand() -> None:
    text = 'She said “no” and "never".'
    assert [text[start:end] for start, end in quoted(text)] == ["“no”", '"never"']
    assert quoted("She said no, and ‘never’.") == []
