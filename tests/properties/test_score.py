"""Removing exactly what is labelled is perfect, whatever the text; anything else never is better, and never crashes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from chatham.evaluate.corpus import Corpus, LabelKind, LabelledNote, parse_marked
from chatham.evaluate.score import score
from chatham.exchange.consultation import Programme
from chatham.model.private import Finding, Kind, Participant, RawNote, Roster
from chatham.model.public import AnonymisedNote, Consultation

PROGRAMME = Programme(Consultation(title="A consultation"), ())
ROSTER = Roster(participants=(Participant(row=1, name="Priya Raman", organisation="Lantern House", acronyms=("LH",)),))
words = st.text(alphabet=st.sampled_from("aZé ß1.,-\n'ｌＬ"), max_size=8)
labelled = st.builds(
    "⟦{}:{}⟧".format, st.sampled_from(list(LabelKind)), st.text(alphabet="abPé.7", min_size=1, max_size=6)
)
marked = st.lists(st.one_of(words, labelled), max_size=8).map(" ".join)


def corpus(texts):
    notes = []
    for number, one in enumerate(texts):
        text, labels = parse_marked(one)
        notes.append(LabelledNote(RawNote(id=str(number), text=text), labels))
    return Corpus(PROGRAMME, ROSTER, tuple(notes))


def outcome(notes, edits, replacement):
    """Edits by note id, applied from the end."""
    out, findings = [], []
    for note in notes:
        text = note.raw.text
        for start, end in sorted(edits.get(note.raw.id, []), reverse=True):
            text = text[:start] + replacement + text[end:]
            findings.append(
                Finding(
                    note=note.raw.id, start=start, end=end, kind=Kind.PERSON, replacement=replacement,
                    recogniser="r", score=1, why="w",
                )
            )  # fmt: skip
        out.append(AnonymisedNote(id=note.raw.id, text=text))
    return out, findings


@given(st.lists(marked, min_size=1, max_size=4))
@settings(max_examples=80, deadline=None)
def test_labels_and_text_come_back_together(texts):
    for one, note in zip(texts, corpus(texts).notes, strict=True):
        rebuilt, position = "", 0
        for label in note.labels:
            rebuilt += note.raw.text[position : label.start] + f"⟦{label.kind}:{note.surface(label)}⟧"
            position = label.end
        assert rebuilt + note.raw.text[position:] == one


@given(st.lists(marked, min_size=1, max_size=4))
@settings(max_examples=80, deadline=None)
def test_removing_exactly_the_labels_is_perfect(texts):
    held = corpus(texts)
    going = {n.raw.id: [(x.start, x.end) for x in n.labels if x.kind is not LabelKind.KEEP] for n in held.notes}
    scores = score(held, *outcome(held.notes, going, ""))
    assert scores.breaches == ()
    assert scores.collateral.hits == 0
    for ratio in (*scores.recall.values(), scores.identity, scores.notes_safe, scores.kept):
        assert ratio.hits == ratio.total


@given(st.lists(marked, min_size=1, max_size=3), st.data())
@settings(max_examples=80, deadline=None)
def test_the_parts_add_up_whatever_was_edited(texts, data):
    held = corpus(texts)
    edits = {}
    for note in held.notes:
        cuts = data.draw(st.lists(st.integers(0, len(note.raw.text)), max_size=6, unique=True).map(sorted))
        edits[note.raw.id] = list(zip(cuts[::2], cuts[1::2], strict=False))
    scores = score(held, *outcome(held.notes, edits, "x"))
    assert scores.breaches == ()
    for kind, ratio in scores.recall.items():
        told = [row.recall for row in scores.forms if row.kind is kind]
        assert sum(r.hits for r in told) == ratio.hits <= ratio.total == sum(r.total for r in told)
    missed = [m for m in scores.misses if m.fault == "missed" and m.kind is not LabelKind.INDIRECT]
    assert len(missed) == scores.identity.total - scores.identity.hits
    assert sum(m.fault == "lost" for m in scores.misses) == scores.kept.total - scores.kept.hits
    assert sum(m.fault == "readable" for m in scores.misses) == scores.leaks
