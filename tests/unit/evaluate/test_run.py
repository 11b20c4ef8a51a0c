from types import SimpleNamespace

from rich.console import Console

from chatham.evaluate import comparison, evaluate, misses, table
from chatham.evaluate.corpus import Corpus, LabelledNote, parse_marked
from chatham.exchange.consultation import Programme
from chatham.model.private import Participant, RawNote, Roster
from chatham.model.public import AnonymisedNote, Consultation

TEXT, LABELS = parse_marked("⟦P:Priya⟧ on ⟦K:GCM 8⟧")
CORPUS = Corpus(
    Programme(Consultation(title="A consultation"), ()),
    Roster(participants=(Participant(row=1, name="Priya Raman"),)),
    (LabelledNote(RawNote(id="1", text=TEXT), LABELS),),
)


def idle(notes):
    return SimpleNamespace(notes=[AnonymisedNote(id=n.id, text=n.text) for n in notes], findings=[])


def test_any_anonymiser_can_be_scored_and_never_sees_a_label():
    seen = []
    scores = evaluate(CORPUS, lambda notes: seen.extend(n.text for n in notes) or idle(notes))
    assert seen == ["Priya on GCM 8"]
    assert scores.identity.total == 1
    assert scores.kept.share == 1


def test_the_table_has_figures_and_forms():
    console = Console(width=100, no_color=True)
    with console.capture() as captured:
        console.print(table(evaluate(CORPUS, idle)))
    lines = [line.split() for line in captured.get().splitlines()]
    assert ["identity", "(P,", "A,", "C)", "gone", "0.0", "1"] in lines
    assert ["content", "kept", "(K)", "100.0", "1"] in lines
    assert ["person", "first", "word", "0.0", "1"] in lines


def test_misses_are_listed_with_their_words():
    console = Console(width=100, no_color=True)
    with console.capture() as captured:
        console.print(misses(CORPUS, evaluate(CORPUS, idle)))
    assert [line.split() for line in captured.get().splitlines()][1:] == [
        ["missed", "1", "P", "first", "word", "Priya"],
        ["readable", "1", "P", "first", "word", "Priya"],
    ]


def test_a_comparison_is_one_markdown_table():
    scores = evaluate(CORPUS, idle)
    lines = comparison({"nothing": scores, "nothing again": scores}).splitlines()
    assert lines[2] == "| nothing | 0.0 | 0.0 | 100.0 | 0.0 | 1 | 0 |"
    assert len(lines) == 4
    assert len({line.count("|") for line in lines}) == 1
