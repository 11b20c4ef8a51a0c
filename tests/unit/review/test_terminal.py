import io

from rich.console import Console

from chatham.review.bulk import approved
from chatham.review.decide import review
from chatham.review.terminal import HELP, run


def passed(store, *lines, width=200):
    """Type lines; what was shown."""
    typed = iter(lines)

    def read():
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    shown = io.StringIO()
    run(store, who="Reviewer", console=Console(file=shown, width=width, highlight=False), read=read)
    return shown.getvalue()


def test_approving_goes_on_to_the_next_note(store):
    shown = passed(store, "y", "y", "k")
    assert [n.id for n in approved(store)] == ["n1", "n2"]
    assert "0 of 3 decided" in shown
    assert "3 of 3 decided" in shown


def test_redactions_are_marked_by_number_and_listed_with_kind_state_and_reason(store):
    shown = passed(store)
    assert "[1:A participant] said that bail is never offered." in shown
    assert "on the registration list" in shown
    assert "undecided" in shown
    assert "person" in shown


def test_the_original_is_shown_when_asked_for_and_not_before(store):
    assert "Priya" not in passed(store, "n", "n")
    assert "Priya (Lantern)" in passed(store, "o")


def test_accept_reject_change_and_undo(store):
    passed(store, "n", "r 1", "c 2 The second", "u")
    assert review(store.snapshot())["n2"].text == "We hope that Hope will send the form. Another participant agreed."
    passed(store, "n", "c 2 The second")
    assert review(store.snapshot())["n2"].text.endswith("The second agreed.")


def test_a_redaction_is_made_to_cover_other_words(store):
    shown = passed(store, "w 1 Priya", "w 2 Priya", "w 1 offered", "w 1")
    assert review(store.snapshot())["n1"].text == "A participant (Lantern) said that bail is never offered."
    assert shown.count("not in the original") == 2
    assert shown.count("none of the redaction's own words") == 1
    passed(store, "w 1 Priya (Lantern) said")
    assert review(store.snapshot())["n1"].text == "A participant that bail is never offered."


def test_a_number_may_be_left_out_where_there_is_one_redaction(store):
    passed(store, "r")
    assert review(store.snapshot())["n1"].text.startswith("Priya")


def test_missed_words_tags_and_rewriting(store):
    passed(store, "n", "n", "f Dhaka airport", "t 8,21 progress")
    note = review(store.snapshot())["n3"]
    assert note.text == "No form at a participating organization."
    assert (note.parts[0].objectives, note.parts[0].review) == ((8, 21), "progress")
    shown = passed(store, "n", "n", "e There is no form.", "m Priya")
    assert review(store.snapshot())["n3"].text == "There is no form."
    assert "not in the text" in shown


def test_mistakes_are_answered_and_the_pass_goes_on(store):
    shown = passed(store, "a 7", "bla", "y")
    assert "no redaction 7" in shown
    assert HELP.splitlines()[0] in shown
    assert [n.id for n in approved(store)] == ["n1"]


def test_history_and_going_back(store):
    shown = passed(store, "y", "p", "h")
    assert "Reviewer: approve" in shown


def test_markup_in_a_note_is_text(store, findings):
    notes = [n.model_copy(update={"text": n.text + " [bold]x[/bold]"}) for n in store.snapshot().notes]
    store.put(notes, findings)
    assert "[bold]x[/bold]" in passed(store)


def test_nothing_to_do_says_so(store):
    passed(store, "y", "y", "y")
    assert "Nothing is left to decide." in passed(store)


def test_q_stops(store):
    passed(store, "q", "y")
    assert approved(store) == ()
