from chatham.model.private import Participant
from chatham.people.domains import domains


def test_mail_providers_are_nobodys_domain() -> None:
    assert domains(Participant(row=1, name="A B", emails=("a@gmail.com", "a@nyumba.example"))) == ("nyumba.example",)
