import pytest
from lxml import etree

from chatham.errors import TemplateError
from chatham.model.framework import Mandate
from chatham.report import build
from chatham.report.footnotes import place_footnotes

from .document import W, part, text
from .sample import consultation, note


def test_sources_of_the_mandate_are_real_footnotes_in_order():
    data = build(note())
    references = [r.get(f"{W}id") for r in part(data, "word/document.xml").iter(f"{W}footnoteReference")]
    entries = {f.get(f"{W}id"): text(f).strip() for f in part(data, "word/footnotes.xml").iter(f"{W}footnote")}
    assert references == ["1", "2"]
    assert entries["1"] == "General Assembly resolution 73/195, annex, paras. 15 (j) and 44."
    assert entries["2"] == "General Assembly resolution 73/326."


def test_a_mandate_without_a_source_has_no_footnote():
    given = consultation()
    framework = given.framework.model_copy(update={"mandate": (Mandate(text="It was asked for & agreed."),)})
    data = build(note(consultation=given.model_copy(update={"framework": framework})))
    assert "It was asked for & agreed." in text(part(data, "word/document.xml"))
    assert not list(part(data, "word/document.xml").iter(f"{W}footnoteReference"))


def test_a_mark_in_the_middle_of_a_run_keeps_what_follows_and_its_looks():
    space = f'xmlns:w="{W[1:-1]}"'
    document = etree.fromstring(
        f"<w:p {space}><w:r><w:rPr><w:b/></w:rPr><w:t>One\ue0000\ue001 two\ue0001\ue001</w:t></w:r></w:p>"
    )
    notes = etree.fromstring(f'<w:footnotes {space}><w:footnote w:id="4"/></w:footnotes>')
    place_footnotes(document, notes, etree.fromstring(f"<w:styles {space}/>"), ["first", "second"])
    assert text(document) == "One two"
    assert [r.get(f"{W}id") for r in document.iter(f"{W}footnoteReference")] == ["5", "6"]
    assert sum(r.find(f"{W}rPr/{W}b") is not None for r in document.iter(f"{W}r")) == 2
    assert [text(f) for f in notes][1:] == [" first", " second"]


def test_a_template_without_a_footnotes_part_is_told_what_to_do():
    space = f'xmlns:w="{W[1:-1]}"'
    document = etree.fromstring(f"<w:p {space}><w:r><w:t>One\ue0000\ue001</w:t></w:r></w:p>")
    with pytest.raises(TemplateError, match="footnotes part"):
        place_footnotes(document, None, etree.fromstring(f"<w:styles {space}/>"), ["first"])
