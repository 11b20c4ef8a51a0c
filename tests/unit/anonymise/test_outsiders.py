from chatham.anonymise.outsiders import outsiders
from chatham.model.private import Participant, RawNote, Roster

ROSTER = Roster(participants=(Participant(row=1, name="Opal Quay", organisation="Ferry House"),))


def named(*texts, speaker=None):
    notes = [RawNote(id=str(i), text=t, speaker=speaker) for i, t in enumerate(texts)]
    return outsiders(notes, roster=ROSTER)


def test_who_is_introduced_and_on_no_list_is_an_outsider():
    assert named("10:44:52 From Tamsin Okeldi to Everyone: the form is missing") == ("tamsin okeldi",)


def test_a_recorded_speaker_who_is_on_no_list_is_one_too():
    assert named("The form is missing.", speaker="Bruno Feld") == ("bruno feld",)


def test_who_is_on_the_list_is_none():
    assert named("Ms. Quay said that the form is missing.", speaker="Opal Quay") == ()
