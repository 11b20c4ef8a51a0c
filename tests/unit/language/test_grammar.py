import pytest

from chatham.language import grammar


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("|X said", True),
        ("Yes. |X said", True),
        ("Why? |X said", True),
        ("- |X: no", True),
        ("12:31 |X: no", True),
        ("11:29:14 From |X to Everyone", False),
        ("line one\n|X said", True),
        ("a) |X", True),
        ('He said: "|X is closed"', True),
        ('"|X said"', True),
        ("as |X said", False),
        ("note: |X said", False),
        ("e.g. |X said", False),
        ("Dr. |X said", False),
        ("and so... |X said", False),
        ("(story told by |X)", False),
        ("No one came. (|X)", True),
    ],
)
def test_where_sentences_start(text, opens):
    assert grammar.starts_sentence(text.replace("|", ""), text.index("|")) is opens


@pytest.mark.parametrize(
    ("noun", "word"),
    [
        ("participant", "a"),
        ("organization", "an"),
        ("union member", "a"),
        ("unit", "a"),
        ("unidentified caller", "an"),
        ("hour", "an"),
        ("honorary consul", "an"),
        ("European lawyer", "a"),
        ("academic", "an"),
        ("one-off visitor", "a"),
        ("umbrella body", "an"),
    ],
)
def test_articles_follow_the_sound(noun, word):
    assert grammar.article(noun) == word


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("have", "has"),
        ("are", "is"),
        ("were", "was"),
        ("don’t", "doesn’t"),
        ("ask", "asks"),
        ("teach", "teaches"),
        ("try", "tries"),
    ],
)
def test_verbs_agree(plural, singular):
    assert grammar.agree(plural) == singular


@pytest.mark.parametrize("word", ["said", "has", "bridge", "and", "quickly"])
def test_other_words_need_no_change(word):
    assert grammar.agree(word) is None


def test_counts_capitals_and_possessives():
    assert [grammar.count(n) for n in (2, 12, 13)] == ["two", "twelve", "13"]
    assert grammar.capitalise("[a participant]") == "[A participant]"
    assert grammar.capitalise("") == ""
    assert grammar.possessive("a participant") == "a participant's"
    assert grammar.possessive("two participants", "’") == "two participants’"
