from chatham.capture.roster import read_roster
from chatham.exchange.rosters import dump_roster


def test_a_written_list_is_read_as_the_same_roster(tmp_path):
    file = tmp_path / "registrations.csv"
    file.write_text(
        "Surname;First name;Also known as;Organization;Acronym;Country;Sex;Email;Working group;Registered at\n"
        '"Rao, Jr";Asha;"A;Ash";Alpha "House";AH;India;Female;"a@x.example;b@x.example";WG1;2020-11-01\n'
        "Lal;Bo;;;;;;;;\n",
        "utf-8",
    )
    roster = read_roster(file).roster
    assert roster.participants[0].aliases == ("A", "Ash")
    written = tmp_path / "roster.csv"
    written.write_text(dump_roster(roster), "utf-8")
    again = read_roster(written)
    assert again.roster == roster
    assert not again.warnings
