from chatham.people.names import NameForm, NameKind
from chatham.people.strength import Strength, keep_stronger, strongest_first


def test_of_two_forms_of_one_text_the_one_that_proves_more_stays() -> None:
    weak = NameForm("ao", NameKind.ALIAS, Strength.WEAK)
    fair = NameForm("ao", NameKind.INITIALS, Strength.FAIR)
    found: dict[str, NameForm] = {}
    for form in (weak, fair, weak):
        keep_stronger(found, form)
    assert found == {"ao": fair}


def test_of_two_that_prove_as_much_the_one_that_need_not_stand_in_capitals_stays() -> None:
    capitals = NameForm("ao", NameKind.INITIALS, Strength.WEAK)
    any_letters = NameForm("ao", NameKind.ALIAS, Strength.WEAK)
    found: dict[str, NameForm] = {}
    for form in (capitals, any_letters, capitals):
        keep_stronger(found, form)
    assert found == {"ao": any_letters}


def test_the_strongest_come_first() -> None:
    forms = [NameForm("b", NameKind.PART, Strength.WEAK), NameForm("a", NameKind.PART, Strength.WEAK)]
    forms.append(NameForm("c", NameKind.FULL, Strength.STRONG))
    assert [form.text for form in strongest_first(forms)] == ["c", "a", "b"]
