from chatham.model.private import Facilitator, Participant, Roster
from chatham.people.everyone import everyone


def test_facilitators_beside_the_list_are_there_too() -> None:
    roster = Roster(
        participants=(Participant(row=1, name="Amos Otieno"),),
        facilitators=(
            Facilitator(name="amos OTIENO", working_group="WG1"),
            Facilitator(name="Aino Virtanen", working_group="WG2"),
        ),
    )
    assert [key for key, _ in everyone(roster)] == [1, "facilitator aino virtanen"]
