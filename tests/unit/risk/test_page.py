from defusedxml import ElementTree

from chatham.model.private import NoteRisk
from chatham.risk.attack import Success
from chatham.risk.page import page

RISKS = tuple(
    NoteRisk(note=f"n<{i}>", k=1 + i % 6, rank=1 + i % 3, reasons=("says how long",) if i % 6 < 2 else ())
    for i in range(90)
)
ATTACKS = {"Raw": Success(60, 50, 55, 1 / 45), "Anonymised": Success(60, 30, 40, 1 / 45)}


def written():
    return page(RISKS, ATTACKS, title="Review & more", k=3, advised=12)


def test_it_is_well_formed_and_says_that_it_is_private():
    text = written()
    root = ElementTree.fromstring(text.removeprefix("<!DOCTYPE html>\n").replace('<meta charset="utf-8">', ""))
    assert root.find(".//p[@class='private']") is not None
    assert "Review &amp; more" in text
    assert "n&lt;0&gt;" in text


def test_the_figure_counts_notes_and_shows_each_attack():
    text = written()
    assert "Of 90 notes, 30 fit fewer than 3 people" in text
    assert "83%" in text
    assert "50%" in text
    assert "Advice is ready for 12 of them." in text


def test_it_stays_on_one_page():
    assert written().count("<tr>") == 13


def test_nothing_to_report_is_a_page_too():
    assert "Of 0 notes" in page((), {}, title="", k=3)
