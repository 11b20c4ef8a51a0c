from chatham.check import check_bytes, match
from chatham.check.gate import texts_that_name
from chatham.check.misspelt import Misspelt
from chatham.check.passages import Passage, Setting
from chatham.check.tokens import readings
from chatham.check.watchlist import Grade, Needle, watchlist
from chatham.model.private import Kind, Participant, Roster

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


def test_a_word_of_many_letters_is_no_misspelling_and_takes_no_time():
    misspelt = Misspelt({"ramanujar": (Needle("ramanujar", ("ramanujar",), Kind.PERSON, 1, Grade.RARE),)})
    assert misspelt.like("ramanujr") is not None
    assert misspelt.like("ramanujr" * 20_000) is None


def test_a_text_with_marks_of_many_encodings_is_not_read_over_and_over(monkeypatch):
    read = []

    def counted(text):
        read.append(text)
        return readings(text)

    monkeypatch.setattr(match, "readings", counted)
    text = "&amp; %41 \\u0041 <b> =41 \\041\\042 p@y \u0250q\u0254p\u01dd " * 3
    assert not list(match.search([Passage("a", "b", text, Setting.ASIDE)], watchlist(ROSTER, None)))
    assert len(read) == len(set(read))
    assert len(read) < 200
