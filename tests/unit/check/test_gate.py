from chatham.check import check_bytes
from chatham.check.gate import texts_that_name
from chatham.model.private import Participant, Roster

ROSTER = Roster(
    participants=(
        Participant(row=1, name="Priya Raman"),
        Participant(row=2, name="Opal Quay", organisation="UNHCR", category="United Nations"),
    )
)


def test_the_texts_that_name_somebody_are_told_by_what_they_are_called():
    texts = {
        "point a": "Priya said that fees are high.",
        "point b": "Fees are high.",
        "point c": "UNHCR keeps a list.",
        "point d": "It was P. Raman.",
    }
    assert texts_that_name(texts, roster=ROSTER, consultation=None) == ("point a", "point d")
    assert texts_that_name({}, roster=ROSTER, consultation=None) == ()


def test_a_body_that_is_spoken_about_often_is_one_notice():
    text = "UNHCR keeps a list.\n\nThe list of UNHCR is long.\n\nAsk UNHCR.\n"
    (notice,) = check_bytes(text.encode(), name="note.md", roster=ROSTER, consultation=None).notices
    assert (notice.where, notice.participant) == ("line 1", 2)
    assert "in 3 places" in notice.why
    assert "unhcr" not in str(notice).casefold()
    (once,) = check_bytes(b"UNHCR keeps a list.", name="note.md", roster=ROSTER, consultation=None).notices
    assert "once" in once.why
