import pytest

from chatham.model.private import Participant
from chatham.people.names import NameKind, name_forms
from chatham.people.strength import Strength


def forms(name: str, *aliases: str, email: str = "") -> dict[str, Strength]:
    person = Participant(row=1, name=name, aliases=aliases, emails=(email,) if email else ())
    return {form.text: form.strength for form in name_forms(person)}


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Amos Otieno", ["amos otieno", "otieno amos", "amos", "otieno", "amos o", "a otieno", "ao", "a o"]),
        ("Trần Thị Mai Lan", ["mai lan", "lan", "tran thi mai lan", "mailan", "lan tran"]),
        ("Sutrisno", ["sutrisno", "sutr isno"]),
        ("Rohana binti Yusof", ["rohana yusof", "rohana", "yusof", "ry", "rohana binti yusof"]),
        ("Md. Karim Hossain Sarkar", ["karim", "hossain sarkar", "karim sarkar", "md karim"]),
        ("R. K. Selvam", ["r k selvam", "selvam", "rk selvam", "rks"]),
        ("U Thant Zaw", ["thant zaw", "u thant zaw", "thant"]),
        ("Carmen Ruiz-Arteaga", ["ruiz arteaga", "ruizarteaga", "carmen ruiz", "carmen r a"]),
        ("Dr. Aino Virtanen", ["aino", "virtanen", "dr aino virtanen"]),
        ("Tan Wei Ming", ["tan wei ming", "wei ming", "tan", "ming"]),
    ],
)
def test_what_people_type(name: str, typed: list[str]) -> None:
    assert set(typed) <= set(forms(name))


def test_common_words_prove_little() -> None:
    found = forms("Hope Will May")
    assert found["hope"] is found["will"] is found["may"] is Strength.WEAK
    assert forms("Jordan Sato")["jordan"] is Strength.WEAK
    assert forms("Amos Otieno")["otieno"] is Strength.FAIR
    assert forms("Amos Otieno")["amos otieno"] is Strength.STRONG


def test_particles_and_honorifics_are_no_forms() -> None:
    found = forms("Dr. Rohana binti Yusof")
    assert not {"dr", "binti"} & set(found)


def test_initials_count_in_capitals_only() -> None:
    [form] = [f for f in name_forms(Participant(row=1, name="Sara Diaz")) if f.text == "sd"]
    assert form.kind is NameKind.INITIALS
    assert form.capitals


def test_the_local_part_of_an_address_is_a_form() -> None:
    assert "aotieno" in forms("Amos Otieno", email="aotieno@nyumba.example")


def test_an_alias_in_small_letters_names_wherever_it_stands() -> None:
    assert forms("Amos Otieno", "otix")["otix"] is Strength.STRONG
    assert forms("Amos Otieno", "@kofi_a")["kofi a"] is Strength.STRONG
    assert forms("Amos Otieno", "hope")["hope"] is Strength.WEAK
    assert forms("Amos Otieno", "jordan")["jordan"] is Strength.WEAK


def test_a_hyphen_gives_initials_of_its_own() -> None:
    forms = {f.text: f.kind for f in name_forms(Participant(row=1, name="Marie-Thérèse Jean-Baptiste"))}
    assert forms["jb"] is NameKind.INITIALS
    assert forms["mt"] is NameKind.INITIALS
