import pytest

from chatham.risk.wording import Pointer, Span, general


def said(text, words, by, *, first=True, noun="country", listed=True):
    start = text.index(words)
    begins, phrase = general(text, Span(start, start + len(words), by, noun, listed), first=first)
    return text[:begins] + phrase + text[start + len(words) :]


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("A client in Kathmandu waits.", "Kathmandu", "A client in a place in the country waits."),
        ("It was heard in Kathmandu schools.", "Kathmandu", "It was heard in local schools."),
        ("It was heard in the Kathmandu court.", "Kathmandu", "It was heard in the local court."),
        ("She died in Kathmandu hospital.", "Kathmandu", "She died in a local hospital."),
        ("In Kathmandu workers wait.", "Kathmandu", "In a place in the country workers wait."),
        ("Clients in Kathmandu use it.", "Kathmandu", "Clients in a place in the country use it."),
        ("Safe channels in Balochistan help.", "Balochistan", "Safe channels in a place in the country help."),
    ],
)
def test_a_place_is_said_in_general_words(text, words, wanted):
    assert said(text, words, Pointer.PLACE) == wanted


@pytest.mark.parametrize(
    ("noun", "listed", "wanted"),
    [
        ("country", True, "Ask a country in the region to report."),
        ("country", False, "Ask a country to report."),
        ("territory", True, "Ask a territory in the region to report."),
    ],
)
def test_a_country_is_in_the_region_where_it_is(noun, listed, wanted):
    assert said("Ask Hong Kong to report.", "Hong Kong", Pointer.COUNTRY, noun=noun, listed=listed) == wanted


@pytest.mark.parametrize(
    ("text", "first", "wanted"),
    [
        ("Staff of the Tonga embassy came.", True, "Staff of one country's embassy came."),
        ("Staff of the Tonga embassy came.", False, "Staff of the country's embassy came."),
        ("The law of Tonga says so.", False, "The law of the country says so."),
        ("Tonga adopted a law.", True, "A country in the region adopted a law."),
        ("Tonga's law says so.", False, "The country's law says so."),
    ],
)
def test_an_embassy_of_a_country_is_english(text, first, wanted):
    assert said(text, "Tonga", Pointer.COUNTRY, first=first) == wanted


def test_a_description_loses_all_but_its_noun():
    text = "A participant representing the media in Nepal said so."
    assert said(text, "participant representing the media in Nepal", Pointer.DESCRIPTION) == "A participant said so."
