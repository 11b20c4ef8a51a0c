from __future__ import annotations

from chatham.model.framework import default_framework
from chatham.model.private import Origin, RawNote
from chatham.model.public import Consultation, WorkingGroup
from chatham.tag import outside_mandate, tags_in

GCM = default_framework()


def test_brackets_and_leads_of_a_note() -> None:
    assert tags_in("[GCM 8][challenges] Boats drift.", GCM).objectives == (8,)
    assert tags_in("[GCM 8][challenges] Boats drift.", GCM).review == "challenges"
    assert tags_in("Objective 9: the law is not enforced.", GCM).objectives == (9,)
    assert not tags_in("Objective 9 is far away.", GCM)


def test_a_heading_may_be_a_title_with_a_wrong_number() -> None:
    marks = tags_in("7. Strengthen certainty and predictability in migration procedures", GCM, heading=True)
    assert (marks.objectives, marks.mistaken) == ((12,), (("7", 12),))


def test_a_code_that_the_codebook_lacks_is_reported() -> None:
    assert tags_in("[GCM 31] Boats.", GCM).unknown == ("31",)


def test_objectives_outside_the_mandate_are_noticed() -> None:
    consultation = Consultation(
        title="T", objectives=(8, 9), working_groups=(WorkingGroup(id="WG1", name="One", objectives=(8,)),)
    )
    notes = [
        RawNote(id="a", text="x", objectives=(8, 9), working_group="WG1", origin=Origin(file="n.md", place="line 4")),
        RawNote(id="b", text="x", objectives=(8,), working_group="WG1"),
        RawNote(id="c", text="x", objectives=(21,)),
        RawNote(id="d", text="x", objectives=(9,)),
    ]
    assert [str(n) for n in outside_mandate(notes, consultation)] == [
        "n.md, line 4: tagged with objective 9, which is not among those that WG1 addresses",
        "note c: tagged with objective 21, which is not among those that the consultation addresses",
    ]
