import pytest

from chatham.synthesise.leavings import without_leavings


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("I speak from experience.", ""),
        ("He speaks from experience, whoever he was.", ""),
        ("I speak from experience, which is no policy.", ""),
        ("I speak from experience, she said, and no inspector came.", "No inspector came."),
        ("I speak from experience, so I count them.", "I count them."),
        ("The school speaks English, and I speak from experience.", "The school speaks English."),
        ("In my experience, the court is slow.", "The court is slow."),
        ("In our work we saw 40 cases.", "We saw 40 cases."),
        ("The law is old. — a participant", "The law is old."),
        ("The bail is high (a participant nodded).", "The bail is high."),
        ("The bail is high [laughter].", "The bail is high."),
        ("One more from me, a participant of a participating organization.", ""),
        ("Our organization.", ""),
        ("From experience, the court is slow.", "The court is slow."),
        ("They paid twice and then I speak from experience.", "They paid twice."),
        ("We signed it, and my organization works on this, and still we wait.", "We signed it, and still we wait."),
        ("Nice another participant.", ""),
        ("A participant represents a participating organization.", ""),
    ],
)
def test_what_a_redaction_left_goes(sentence, kept):
    assert without_leavings(sentence) == kept


@pytest.mark.parametrize(
    "sentence",
    [
        "A participant disagreed.",
        "Two participating organizations drafted a clause.",
        "The experience of the courts is that bail is refused.",
        "The Convention (No. 189) is not ratified.",
        "In their work permits the employer is named.",
        "The form is at [contact details] in Dari.",
        "The rate (9 per cent) is fixed.",
    ],
)
def test_content_stays(sentence):
    assert without_leavings(sentence) == sentence
