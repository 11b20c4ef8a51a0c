import pytest

from chatham.synthesise.capitals import lettered
from chatham.synthesise.shorthand import written_out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("govt hv no recs for wkrs asap", "government have no recommendations for workers as soon as possible"),
        ("usd 250/mth, kes 1.5m and eur 40k", "USD 250 per month, KES 1.5 million and EUR 40 thousand"),
        ("~ AUD 6,000/yr", "about AUD 6,000 per year"),
        ("one clinic ≠ a police post", "one clinic is not a police post"),
        ("no permit → pay in cash", "no permit: pay in cash"),
        ("Douala → Kufra", "Douala to Kufra"),
        ("kept till paid??", "kept till paid?"),
        ("I'd expected more and I'd say so", "I had expected more and I'd say so"),
        ("the law wont hold", "the law will not hold"),
        ("obj 18 passed the 2nd time", "objective 18 passed the second time"),
        ("Let's start", "Let us start"),
    ],
)
def test_short_forms_are_written_out(typed, meant):
    assert written_out(typed) == meant


@pytest.mark.parametrize("text", ["Govt House", "the BC Ferries", "a min of care", "2nd May", "a doc in Accra"])
def test_what_is_no_short_form_stays(text):
    expected = text.replace("Govt", "Government")
    assert written_out(text) == expected


def test_words_that_nobody_can_say_are_abbreviations():
    assert lettered("the bbc and nhs say hmm") == "the BBC and NHS say hmm"
