from chatham.report import build

from .document import W, part, text
from .sample import note


def entries(root):
    return [p for p in root.iter(f"{W}p") if p.find(f"{W}hyperlink") is not None]


def test_entries_are_there_numbered_and_link_to_their_headings():
    root = part(build(note()), "word/document.xml")
    shown = [text(p) for p in entries(root)]
    assert shown == [
        "I.Introduction",
        "II.Challenges, opportunities, gaps and emerging issues",
        "A.Objective 8: saving lives and missing migrants",
        "B.Objective 13: migration detention",
        "III.Recommendations",
        "A.Objective 8: saving lives and missing migrants",
        "B.Several objectives",
        "Annex I. Objectives and working groups",
        "Annex II. Method",
        "Annex III. Points by objective and review objective",
    ]
    anchors = [p.find(f"{W}hyperlink").get(f"{W}anchor") for p in entries(root)]
    marks = {b.get(f"{W}name"): text(b.getparent()) for b in root.iter(f"{W}bookmarkStart")}
    assert len(set(anchors)) == len(anchors)
    assert [marks[a] for a in anchors] == [
        s.split(".", 1)[1] if s[0] != "A" or s[1] == "." else s.split(". ")[1] for s in shown
    ]


def test_the_field_stays_a_field_that_word_can_update():
    root = part(build(note()), "word/document.xml")
    instruction = next(i for i in root.iter(f"{W}instrText") if "TOC" in i.text)
    kinds = [c.get(f"{W}fldCharType") for c in root.iter(f"{W}fldChar")]
    assert '\\o "1-2"' in instruction.text
    assert kinds == ["begin", "separate", "end"]


def test_page_numbers_are_printed_where_they_are_known():
    root = part(build(note(), pages=range(1, 11)), "word/document.xml")
    assert [text(p)[-1] for p in entries(root)][:3] == ["1", "2", "3"]
    assert sum("PAGEREF" in i.text for i in root.iter(f"{W}instrText")) == 10
