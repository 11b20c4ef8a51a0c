"""Names that no rule knows."""

from dataclasses import replace

import pytest

from chatham.anonymise.mentions import Mention, Role
from chatham.anonymise.recognisers import weighed as module
from chatham.anonymise.recognisers.name_model import Likelihood
from chatham.anonymise.recognisers.weighed import WeighedNames, weighed
from chatham.model.private import Kind


def mention(text: str, words: str, recogniser: str, kind: Kind = Kind.PERSON) -> Mention:
    start = text.index(words)
    return Mention(start, start + len(words), kind, Role.MENTIONED, frozenset({words.lower()}), recogniser)


@pytest.fixture
def chances(monkeypatch):
    """A model that knows what it is told, by the words of a stretch."""

    def use(**given: Likelihood) -> None:
        def likely(signs, vector=None):
            return next((chance for word, chance in given.items() if f"g^{word[:3].lower()}" in signs), (0.01, 0.01))

        monkeypatch.setattr(module, "likelihood", lambda s, v=None: Likelihood(*likely(s, v)))

    return use


def test_what_is_likely_is_found_as_what_is_likelier(note, chances) -> None:
    chances(Zubenko=Likelihood(0.7, 0.1), Paper=Likelihood(0.1, 0.6))
    text = "and then Zubenko came with the Paper Lantern to Lagos."
    found = list(WeighedNames().mentions(note(text)))
    assert [(text[m.start : m.end], m.kind) for m in found] == [
        ("Zubenko", Kind.PERSON), ("Paper Lantern", Kind.AFFILIATION),
    ]  # fmt: skip
    assert [round(m.score, 2) for m in found] == [0.8, 0.7]


def test_one_word_has_to_be_likelier_than_several(note, chances) -> None:
    chances(Zubenko=Likelihood(0.4, 0), Paper=Likelihood(0, 0.4))
    text = "and then Zubenko came with the Paper Lantern to Lagos."
    assert [text[m.start : m.end] for m in WeighedNames().mentions(note(text))] == ["Paper Lantern"]


def test_public_figures_stay(note, chances) -> None:
    chances(Zubenko=Likelihood(0.9, 0))
    assert not list(WeighedNames(["Oksana Zubenko"]).mentions(note("and then Zubenko came")))


def test_what_is_on_the_list_is_not_weighed(note, chances) -> None:
    chances(Zubenko=Likelihood(0.9, 0))
    text = "and then Zubenko came"
    context = note(text)
    context.found.append(mention(text, "Zubenko", "RosterPeople"))
    assert not list(WeighedNames().mentions(context))
    assert len(context.found) == 1


def test_the_rest_of_a_name_goes_with_what_was_guessed(note, chances) -> None:
    chances(Mbali=Likelihood(0.9, 0))
    text = "and then Mbali Zubenko came"
    context = note(text)
    context.found.append(mention(text, "Mbali", "Strangers"))
    (found,) = WeighedNames().mentions(context)
    assert text[found.start : found.end] == "Mbali Zubenko"
    assert found.who == {"mbali"}


def test_a_guess_against_which_all_speaks_is_taken_back_and_no_other(note, chances) -> None:
    chances(Zubenko=Likelihood(0.2, 0.1), Lagos=Likelihood(0.001, 0.001))
    text = "and then Zubenko went to Lagos by Accra"
    context = note(text)
    guessed = [mention(text, name, "Strangers") for name in ("Zubenko", "Lagos")]
    told = replace(mention(text, "Accra", "Acquainted"))
    context.found.extend([*guessed, told])
    assert not list(WeighedNames().mentions(context))
    assert context.found == [guessed[0], told]


def test_without_a_roster_nothing_is_taken_back(note, chances) -> None:
    chances(Lagos=Likelihood(0.001, 0.001), Zubenko=Likelihood(0.1, 0.8))
    text = "and then Taller Las Zubenko went to Lagos"
    context = note(text)
    guessed = [mention(text, name, "Strangers") for name in ("Las Zubenko", "Lagos")]
    context.found.extend(guessed)
    assert not list(WeighedNames(loose=True).mentions(context))
    assert context.found == guessed


def test_half_of_a_bodys_name_that_was_guessed_to_be_a_person_goes_with_the_body(note, chances) -> None:
    chances(Zubenko=Likelihood(0.1, 0.8))
    text = "and then Taller Las Zubenko came"
    context = note(text)
    context.found.append(mention(text, "Las Zubenko", "Strangers"))
    (found,) = WeighedNames().mentions(context)
    assert (text[found.start : found.end], found.kind) == ("Taller Las Zubenko", Kind.AFFILIATION)
    assert context.found == []


@pytest.mark.parametrize(("chance", "gone"), [(0.7, False), (0.9, True)])
def test_what_is_called_like_a_public_body_has_to_be_surer(note, chances, chance: float, gone: bool) -> None:
    chances(Agency=Likelihood(0, chance))
    text = "and then the Federal Return Agency answered"
    assert bool(list(WeighedNames().mentions(note(text)))) is gone


def test_stretches_have_their_signs_and_what_is_listed_stands_as_what_it_is(note) -> None:
    text = "Otieno said that Zubenko agreed."
    context = note(text)
    context.found.append(mention(text, "Otieno", "RosterPeople"))
    (stretch,) = weighed(context.around, context.found)
    assert text[stretch.start : stretch.end] == "Zubenko"
    assert {"lw2=<P>", "lw0=that", "rw0=agreed", "any=10"} <= set(stretch.signs())
    assert not any("otieno" in sign for sign in stretch.signs())
