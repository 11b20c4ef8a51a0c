"""Whatever a point says, the document holds it, opens, and is the same each time."""

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from chatham.model.public import Consultation, Point, SummaryNote
from chatham.report import build
from chatham.synthesise.cleaning import clean
from chatham.synthesise.person import has_first_person, in_third_person

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Co"]), min_size=1, max_size=80)


def printed(text):
    kept = [c for c in text if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue002" <= c <= "\ufffd" or c >= "\U00010000"]
    return " ".join("".join(kept).split())


@settings(max_examples=15, deadline=None)
@given(TEXTS)
def test_a_point_comes_out_as_it_went_in(text):
    point = Point(id="p", objectives=(8,), review="challenges", text=text, notes=("n",))
    note = SummaryNote(consultation=Consultation(title="A consultation"), points=(point,))
    data = build(note)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    said = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p")]
    assert printed(text) in " ".join(" ".join(one.split()) for one in said)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_cleaning_never_fails_and_never_leaves_a_line_break(text):
    made = clean(text)
    assert not any("\n" in s or not s.strip() for s in made.sentences)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from("I we our my us them the law asks helps , . said".split()), max_size=12).map(" ".join))
def test_the_third_person_has_no_first_person_left(text):
    made = in_third_person(text)
    assert made is None or not has_first_person(made)
