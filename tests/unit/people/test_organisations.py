import pytest

from chatham.model.private import Participant
from chatham.people.organisations import organisation_forms
from chatham.people.strength import Strength


def forms(name: str, *acronyms: str, email: str = "", category: str | None = None) -> dict[str, Strength]:
    person = Participant(
        row=1,
        name="Amos Otieno",
        organisation=name,
        acronyms=acronyms,
        emails=(email,) if email else (),
        category=category,
    )
    return {form.text: form.strength for form in organisation_forms(person)}


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Nyumba Tenants' League", ["nyumba tenants league", "nyumba", "ntl", "n t l"]),
        ("Candle Migrant Rights Project", ["candle", "candle migrant rights", "cmrp"]),
        ("Brothers of the Long Road", ["long road", "brothers", "botlr"]),
        ("Centre for Port Studies, Kisima University", ["kisima university", "centre for port studies"]),
        ("Defender's Office of Alba", ["defender s office", "defenders office", "defender office"]),
        ("Fundación Río Claro", ["rio claro", "fundacion rio claro"]),
    ],
)
def test_what_people_type(name: str, typed: list[str]) -> None:
    assert set(typed) <= set(forms(name))


def test_nothing_is_made_of_generic_words_alone() -> None:
    found = forms("Nyumba Workers' Association")
    assert not {"workers association", "association"} & set(found)


def test_a_body_of_the_united_nations_has_no_part_forms() -> None:
    found = forms("United Nations Office of Examples", "UNOE", category="United Nations")
    assert "unoe" in found
    assert not {"united nations", "united nations office"} & set(found)


def test_the_domain_confirms_a_short_form() -> None:
    assert forms("Nyumba Tenants League", email="a@ntl.example")["ntl"] > forms("Nyumba Tenants League")["ntl"]


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Observatorio de Datos Migratorios de la Universidad del Sur", "odm"),
        ("Ministry of Harbours and Social Works", "hsw"),
        ("EU Women Forum", "euwf"),
    ],
)
def test_letters_that_part_of_a_name_would_make(name: str, letters: str) -> None:
    assert letters in forms(name)
