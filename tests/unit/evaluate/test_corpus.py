import json

import pytest

from chatham.errors import InputError
from chatham.evaluate.corpus import Label, LabelKind, parse_marked, read_corpus

CONSULTATION = "title: A consultation\nobjectives: [4, 8]\n"
ROSTER = "name,organisation,acronym\nPriya Raman,Lantern House,LH\n"


def corpus(folder, *rows):
    (folder / "consultation.yaml").write_text(CONSULTATION, "utf-8")
    (folder / "roster.csv").write_text(ROSTER, "utf-8")
    (folder / "notes.jsonl").write_text("\n".join(r if isinstance(r, str) else json.dumps(r) for r in rows), "utf-8")
    return folder


def test_labels_come_out_of_the_text_with_their_places():
    text, labels = parse_marked("⟦P:Priya⟧ from ⟦A:Lantern\nHouse⟧: ⟦K:GCM 8⟧.")
    assert text == "Priya from Lantern\nHouse: GCM 8."
    assert labels == (
        Label(0, 5, LabelKind.PERSON),
        Label(11, 24, LabelKind.AFFILIATION),
        Label(26, 31, LabelKind.KEEP),
    )


def test_text_without_labels_stays_as_it_is():
    assert parse_marked("  nobody [P:here] said \u2028 this ") == ("  nobody [P:here] said \u2028 this ", ())


@pytest.mark.parametrize(
    "marked", ["⟦P:Priya", "Priya⟧", "⟦X:Priya⟧", "⟦P:⟧", "⟦P:Ms ⟦A:Priya⟧⟧", "⟦Priya⟧", "⟦p:Priya⟧"]
)
def test_broken_labels_are_refused(marked):
    with pytest.raises(ValueError, match="label"):
        parse_marked(marked)


def test_a_corpus_is_read_with_its_roster(tmp_path):
    read = read_corpus(
        corpus(
            tmp_path, {"id": 7, "marked": "⟦P:Priya⟧: yes", "objectives": ["8"], "review": "challenges", "point": "p1"}
        )
    )
    assert [p.name for p in read.roster.participants] == ["Priya Raman"]
    (note,) = read.notes
    assert (note.raw.id, note.raw.text, note.raw.objectives, note.point) == ("7", "Priya: yes", (8,), "p1")
    assert note.surface(note.labels[0]) == "Priya"
    assert read.raw == (note.raw,)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"id": "2", "text": "no labels"}, "marked"),
        ({"id": "2", "marked": "⟦P:Priya"}, "label"),
        ({"id": "1", "marked": "a duplicate"}, "same id"),
        ({"id": "2", "marked": "x", "objectives": [31]}, "objective"),
        ("{", "JSON"),
    ],
)
def test_an_error_names_file_and_line_and_quotes_nothing(tmp_path, row, problem):
    folder = corpus(tmp_path, {"id": "1", "marked": "fine"}, "", row)
    with pytest.raises(InputError, match=problem) as caught:
        read_corpus(folder)
    assert "notes.jsonl" in str(caught.value)
    assert "line 3" in str(caught.value)
    assert "Priya" not in str(caught.value)
