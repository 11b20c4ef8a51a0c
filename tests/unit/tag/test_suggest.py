from __future__ import annotations

from pathlib import Path

import pytest

from chatham.model.framework import default_framework, read_framework
from chatham.model.private import RawNote
from chatham.model.public import Consultation, WorkingGroup
from chatham.tag import apply_suggestions, suggest

CONSULTATION = Consultation(
    title="T",
    objectives=(8, 13, 18, 20),
    working_groups=(
        WorkingGroup(id="WG1", name="WG1", objectives=(8, 13)),
        WorkingGroup(id="WG2", name="WG2", objectives=(18, 20)),
    ),
)


def note(text: str, identity: str = "1", **fields: object) -> RawNote:
    return RawNote(id=identity, text=text, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "group", "objective", "review"),
    [
        ("Boats drift for weeks and no coast guard comes to the rescue.", "WG1", 8, "challenges"),
        ("Bail should be offered in every case, and children must never be detained.", "WG1", 13, "recommendations"),
        ("Parliament ratified the convention in 2019 and the detention rules were amended.", "WG1", 13, "progress"),
        ("There is no budget to train assessors; we need two trainers and USD 40,000 a year.", "WG2", 18, "resources"),
        ("The pilot with mobile money works: fees fell from 9 to 3 per cent in a year.", "WG2", 20, "good_practices"),
    ],
)
def test_the_likeliest_comes_first(text: str, group: str, objective: int, review: str) -> None:
    (found,) = suggest([note(text, working_group=group)], CONSULTATION)
    assert found.objectives[0][0] == objective
    assert found.review[0][0] == review
    assert [score for _, score in found.objectives] == sorted((s for _, s in found.objectives), reverse=True)
    assert sum(score for _, score in found.review) <= 1.0001


def test_the_groups_mandate_speaks_where_the_words_leave_it_open() -> None:
    text = "Digital tools helped people in the camps."
    one, two = (suggest([note(text, working_group=g)], CONSULTATION)[0] for g in ("WG1", "WG2"))
    assert one.objectives[0][0] in (8, 13)
    assert two.objectives[0][0] in (18, 20)


def test_tags_that_are_there_are_obeyed() -> None:
    (found,) = suggest(
        [note("Boats drift for weeks.", objectives=(20,), review="progress", working_group="WG1")], CONSULTATION
    )
    assert found.objectives == ((20, 1.0),)
    assert found.review == (("progress", 1.0),)
    assert found.words == ()


def test_a_number_named_in_the_text_counts() -> None:
    (found,) = suggest([note("More can be sent in on Objective 20 until Friday.", working_group="WG2")], CONSULTATION)
    assert found.objectives[0][0] == 20


def test_the_words_are_of_the_codebook_and_not_of_the_note() -> None:
    (found,) = suggest(
        [note("Litia Naulivou saw boats adrift and drowned children.", working_group="WG1")], CONSULTATION
    )
    codebook = {word.rstrip("*") for objective in default_framework().objectives for word in objective.keywords}
    assert "boat" in found.words
    assert {"Litia", "Naulivou"}.isdisjoint(found.words)
    assert set(found.words[:2]) <= codebook


def test_each_sentence_of_a_long_note_has_its_say() -> None:
    talk = "He told us a long tale about his cousin. It rained all day and we had tea. " * 3
    (found,) = suggest([note(talk + "Fees for sending money home are too high.", working_group="WG2")], CONSULTATION)
    assert found.objectives[0][0] == 20


def test_a_note_far_outside_the_mandate_stays_within_it() -> None:
    (found,) = suggest(
        [note("Workers are not paid, and the employer is never inspected.", working_group="WG1")], CONSULTATION
    )
    assert found.objectives[0][0] in (8, 13)


def test_neighbours_lend_a_note_without_words_their_objective() -> None:
    drift = "Boats drift at sea and nobody is rescued; the drowned are buried without a name."
    notes = [note(drift, str(n), working_group="WG1") for n in range(4)]
    notes.insert(2, note("It is the same with us.", "x", working_group="WG1"))
    assert suggest(notes, CONSULTATION)[2].objectives[0][0] == 8


def test_applying_fills_only_what_is_empty_and_marks_it() -> None:
    notes = [
        note("Boats drift and nobody is rescued.", "1", working_group="WG1"),
        note("Bail should be offered.", "2", objectives=(8,), working_group="WG1"),
        note("Bail should be offered.", "3", objectives=(8,), review="progress"),
    ]
    first, second, third = apply_suggestions(notes, suggest(notes, CONSULTATION))
    assert (first.objectives, first.suggested) == ((8,), ("objectives", "review"))
    assert (second.objectives, second.review, second.suggested) == ((8,), "recommendations", ("review",))
    assert third == notes[2]


def test_a_codebook_of_ones_own_works_without_keywords(tmp_path: Path) -> None:
    path = tmp_path / "codebook.yaml"
    path.write_text(
        "name: Framework on Disaster Risk\nobjectives:\n  A: Reduce mortality in floods and earthquakes\n"
        "  B: Build hospitals and schools that withstand shocks\n"
        "review_objectives:\n  worries: Name what worries you\n  wishes: Say what should be done\n"
    )
    own = Consultation(title="T", objectives=("A", "B"), framework=read_framework(path))
    (found,) = suggest([note("The new hospital was built on stilts.")], own)
    assert found.objectives[0][0] == "B"
    assert {review for review, _ in found.review} == {"worries", "wishes"}


def test_no_notes_need_no_model() -> None:
    assert suggest([], CONSULTATION) == ()
