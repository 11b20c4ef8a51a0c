from chatham.check import match
from chatham.check.passages import Passage, Setting
from chatham.check.tokens import readings
from chatham.check.watchlist import watchlist
from chatham.model.private import Participant, Roster

ROSTER = Roster(participants=(Participant(row=1, name="Priya Raman"),))


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
