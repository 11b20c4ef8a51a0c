import pytest

from chatham.model.public import ApprovedNote, Consultation
from chatham.synthesise import synthesise
from chatham.synthesise.cleaning import clean
from chatham.synthesise.faithfulness import coverage
from chatham.synthesise.parting import parted

CONSULTATION = Consultation(title="A consultation")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Firstly, bail is never offered. Judges are few. Secondly, the wages of crews are kept back.",
            [("Bail is never offered.", "Judges are few."), ("The wages of crews are kept back.",)],
        ),
        (
            "Bail is never offered. On another matter: the wages of crews are kept back.",
            [("Bail is never offered.",), ("The wages of crews are kept back.",)],
        ),
        ("Bail is never offered. Judges are few.", [("Bail is never offered.", "Judges are few.")]),
        ("The second point was that bail is rare. It is.", [("The second point was that bail is rare.", "It is.")]),
        ("Secondly, bail is never offered.", [("Secondly, bail is never offered.",)]),
        ("- Firstly, no bail\n- Secondly, no wages", [("Firstly, no bail", "Secondly, no wages")]),
    ],
)
def test_a_note_is_parted_where_it_says_so_itself(text, parts):
    assert [part.sentences for part in parted(clean(text))] == parts


def test_each_part_joins_its_own_point_and_the_note_is_behind_both():
    bail = "Bail is never offered to migrants in the courts of the capital."
    wages = "The wages of fishing crews are kept back by the owners of the boats."
    notes = [
        ApprovedNote(id=i, text=text, voice=at, review="challenges", objectives=(13,))
        for at, (i, text) in enumerate((("a", bail), ("b", wages), ("c", f"{bail} Secondly, {wages.lower()}")))
    ]
    made = synthesise(notes, consultation=CONSULTATION)
    assert {p.notes for p in made.points} == {("a", "c"), ("b", "c")}
    assert len({p.id for p in made.points}) == 2
    assert coverage(made.points, made.left_out, notes) == []
