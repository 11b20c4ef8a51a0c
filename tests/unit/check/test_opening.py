import pytest

from chatham.check import check_bytes
from chatham.check.addresses import find_addresses
from chatham.check.opening import with_opening
from chatham.check.passages import Passage, Setting
from chatham.model.private import Participant, Roster
from chatham.model.public import Consultation

ROSTER = Roster(participants=(Participant(row=1, name="Nurlan Asanbekov", organisation="Tuugan Council"),))
CONSULTATION = Consultation(title="Consultation", organisers=("Tuugan Council",))


def settings(*lines: str, own: str = "note.md") -> list[Setting]:
    passages = [Passage(own, f"line {n}", line, flow="text") for n, line in enumerate(lines, 1)]
    return [p.setting for p in with_opening(passages, own)]


@pytest.mark.parametrize(
    "end",
    [
        "I. Introduction",
        "## 1. Introduction",
        "Contents",
        "The meeting was held under the Chatham House Rule.",
        "Summary",
    ],
)
def test_the_block_ends_where_the_note_begins(end: str) -> None:
    assert settings("Title", "Organizers", end, "Text") == [Setting.OPENING] * 2 + [Setting.RUNNING] * 2


def test_without_such_a_line_there_is_no_block() -> None:
    assert set(settings("Title", "Organizers", "Text about an introduction of fees")) == {Setting.RUNNING}
    assert set(settings(*["line"] * 70, "I. Introduction")) == {Setting.RUNNING}


def test_organisers_may_stand_in_it_and_nowhere_else() -> None:
    text = "Summary note\nOrganizers: Tuugan Council\n\nI. Introduction\nTuugan Council has a list.\n"
    report = check_bytes(text.encode(), name="note.md", roster=ROSTER, consultation=CONSULTATION)
    assert [leak.where for leak in report.leaks] == ["line 5"]


def test_a_participant_may_not() -> None:
    text = "Summary note\nOpened by Nurlan Asanbekov\n\nI. Introduction\nCalm.\n"
    report = check_bytes(text.encode(), name="note.md", roster=ROSTER, consultation=CONSULTATION)
    assert [leak.where for leak in report.leaks] == ["line 2"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Write to office@example.org today.", ["an e-mail address"]),
        ("Call +977 1 555 0132 at any hour.", ["a telephone number"]),
        ("In 2020, 1,480 calls; resolution 73/195; 3+4", []),
        ("@shelter and a @ sign", []),
    ],
)
def test_addresses_of_anybody_are_for_a_person_to_look_at(text: str, found: list[str]) -> None:
    notices = find_addresses([Passage("page 1", "line 1", text)])
    assert [notice.why.partition(":")[0] for notice in notices] == found
    assert all(text not in str(notice) for notice in notices)
