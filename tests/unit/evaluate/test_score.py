import json

import pytest

from chatham.evaluate.corpus import Corpus, LabelKind, LabelledNote, parse_marked
from chatham.evaluate.score import score
from chatham.exchange.consultation import Programme
from chatham.model.private import Finding, Kind, Participant, RawNote, Roster
from chatham.model.public import AnonymisedNote, Consultation

ROSTER = Roster(
    participants=(
        Participant(row=1, name="Priya Raman", aliases=("Pri",), organisation="Lantern House", acronyms=("LH",)),
    )
)


def corpus(*marked):
    notes = []
    for number, one in enumerate(marked):
        text, labels = parse_marked(one)
        notes.append(LabelledNote(RawNote(id=f"n{number}", text=text), labels))
    return Corpus(Programme(Consultation(title="A consultation"), ()), ROSTER, tuple(notes))


def finding(note, start, end, replacement):
    return Finding(
        note=note, start=start, end=end, kind=Kind.PERSON, replacement=replacement, recogniser="r", score=1, why="w"
    )


def run(labelled, edits, *, output=None):
    """Apply `edits` ((note number, words, replacement)) and score; `output` overrides the texts."""
    findings = []
    texts = {n.raw.id: n.raw.text for n in labelled.notes}
    for number, words, replacement in edits:
        start = labelled.notes[number].raw.text.index(words)
        findings.append(finding(f"n{number}", start, start + len(words), replacement))
    for f in sorted(findings, key=lambda f: -f.start):
        if f.replacement is not None:
            texts[f.note] = texts[f.note][: f.start] + f.replacement + texts[f.note][f.end :]
    notes = [AnonymisedNote(id=i, text=t) for i, t in texts.items()] if output is None else output
    return score(labelled, notes, findings)


def test_removing_exactly_the_labels_is_perfect():
    labelled = corpus("⟦P:Priya⟧ (⟦A:LH⟧): ⟦Q:I alone chair the port⟧, ⟦K:GCM 8⟧, ⟦C:p@lh.example⟧")
    scores = run(
        labelled,
        [
            (0, "Priya", "A participant"),
            (0, "LH", ""),
            (0, "I alone chair the port", "I work"),
            (0, "p@lh.example", "[c]"),
        ],
    )
    assert set(scores.figures().values()) == {1.0, 0}
    assert scores.collateral.hits == scores.leaks == len(scores.breaches) == len(scores.misses) == 0


def test_doing_nothing_finds_nothing_and_keeps_all():
    scores = run(corpus("⟦P:Priya⟧ on ⟦K:GCM 8⟧", "no names ⟦K:here⟧"), [])
    assert scores.recall[LabelKind.PERSON].share == scores.identity.share == scores.notes_safe.share == 0
    assert scores.kept.share == 1
    assert (scores.notes_safe.total, scores.kept.total, scores.collateral.total) == (1, 2, 7)
    assert scores.leaks == 1


def test_a_mention_counts_only_when_every_letter_and_digit_is_covered():
    scores = run(corpus("⟦P:Priya Raman⟧ said", "⟦P:S.P.⟧ said"), [(0, "Priya", "x"), (1, "S.P", "x")])
    assert scores.recall[LabelKind.PERSON].hits == 1  # the full stop of `S.P.` may stay
    assert scores.notes_safe.hits == 1


def test_content_is_lost_when_an_edit_touches_one_character_of_it():
    scores = run(corpus("⟦P:Priya⟧ of ⟦K:Fiji⟧"), [(0, "Priya of F", "x")])
    assert (scores.kept.hits, scores.kept.total) == (0, 1)
    assert [m.fault for m in scores.misses] == ["lost"]


def test_words_in_an_edit_that_touch_no_label_that_must_go_are_collateral():
    scores = run(corpus("Ms ⟦P:Priya⟧ spoke well of ⟦K:Fiji⟧ today"), [(0, "Ms Priya spoke", "x"), (0, "Fiji", "y")])
    assert (scores.collateral.hits, scores.collateral.total) == (3, 7)  # Ms, spoke, Fiji
    assert scores.collateral_per_thousand == pytest.approx(3000 / 7)


def test_a_word_partly_inside_a_label_is_no_collateral():
    scores = run(corpus("⟦P:Priya⟧s view"), [(0, "Priyas", "x")])
    assert scores.collateral.hits == 0


def test_a_finding_for_review_counts_for_nothing():
    scores = run(corpus("⟦Q:as the only one⟧ here"), [(0, "as the only one", None)])
    assert scores.recall[LabelKind.INDIRECT].hits == 0
    assert scores.breaches == ()


def test_a_surface_leaks_once_a_note_and_only_beyond_what_stood_there_unlabelled():
    labelled = corpus("⟦P:May⟧ said it may rain, ⟦P:May⟧ said", "⟦P:Hope⟧: we hope", "⟦P:Hope⟧: we hope")
    scores = run(labelled, [(1, "Hope", "x"), (2, "Hope", "x, hope")])
    assert [(m.note, m.fault) for m in scores.misses if m.fault == "readable"] == [
        ("n0", "readable"),
        ("n2", "readable"),
    ]
    assert scores.leaks == 2


def test_leaks_are_whole_words_of_any_case_and_width():
    labelled = corpus("⟦P:Nu⟧ and the menu", "⟦A:LH⟧ said")
    scores = run(labelled, [(0, "Nu", "A participant"), (1, "LH", "ＬＨ")])
    assert [m.note for m in scores.misses] == ["n1"]


@pytest.mark.parametrize(
    ("notes", "findings", "breach"),
    [
        ([("n0", "Priya"), ("n9", "x")], [], "unknown note n9"),
        ([("n0", "Priya"), ("n0", "Priya")], [], "note n0 twice"),
        ([], [], "note n0 missing"),
        ([("n0", "Priya")], [finding("n9", 0, 1, None)], "finding for unknown note n9"),
        ([("n0", "Priya")], [finding("n0", 0, 99, "x")], "note n0: offsets 0..99"),
        ([("n0", "Priya")], [finding("n0", 0, 5, "x")], "note n0: findings applied do not give its text"),
        ([("n0", "xyya")], [finding("n0", 0, 3, "x"), finding("n0", 2, 3, "y")], "note n0: edits overlap at 2"),
    ],
)
def test_contradictions_are_breaches(notes, findings, breach):
    scores = score(corpus("⟦P:Priya⟧"), [AnonymisedNote(id=i, text=t) for i, t in notes], findings)
    assert breach in scores.breaches
    assert scores.figures()["contract_breaches"] == len(scores.breaches)


def test_recall_is_told_by_form_and_sums_up_to_the_kind():
    labelled = corpus("⟦P:Priya Raman⟧ and ⟦P:priya⟧", "⟦P:PR⟧ of ⟦A:LH⟧")
    scores = run(labelled, [(0, "Priya Raman", "x"), (1, "LH", "y")])
    told = {(row.kind, row.form): (row.recall.hits, row.recall.total) for row in scores.forms}
    assert told == {
        ("P", "full"): (1, 1),
        ("P", "lower case"): (0, 1),
        ("P", "initials"): (0, 1),
        ("A", "acronym"): (1, 1),
    }


def test_json_holds_figures_and_no_words_of_a_note():
    scores = run(corpus("⟦P:Priya⟧ said"), [])
    told = json.loads(scores.to_json())
    assert told["figures"]["recall_identity"] == 0
    assert told["forms"] == [{"kind": "P", "form": "first word", "gone": 0, "of": 1}]
    assert "Priya" not in scores.to_json()


def test_no_labels_at_all_is_no_division_by_zero():
    assert run(corpus(""), []).figures()["recall_identity"] == 0
