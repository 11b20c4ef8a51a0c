import pytest

from chatham.errors import TemplateError, UnreadableFile
from chatham.report import OPENING_TAG, build
from chatham.resources import templates

from .document import W, names, paragraphs, part, replaced, text
from .sample import POINTS, consultation, note


@pytest.fixture(scope="module")
def built():
    return build(note())


@pytest.fixture
def changed(tmp_path):
    """The shipped template with some text of its document replaced, as a file."""

    def make(old, new, name="word/document.xml"):
        path = tmp_path / "own.docx"
        path.write_bytes(replaced((templates() / "summary-note.docx").read_bytes(), name, old, new))
        return path

    return make


def test_every_point_is_printed_word_for_word(built):
    whole = text(part(built, "word/document.xml"))
    assert "One participant said that rescue at sea < 5 hours & rising is rare." in whole
    assert "Fund {{ title }} interpreters." in whole
    assert all(p.text.removesuffix(".") in whole for p in POINTS)


def test_same_note_same_bytes(built):
    assert build(note()) == built


def test_nothing_of_the_template_language_is_left(built):
    body = text(part(built, "word/document.xml")).replace("{{ title }}", "")
    assert "{%" not in body
    assert "{{" not in body


def test_organisers_and_public_speakers_stand_in_the_opening_block_only(built):
    root = part(built, "word/document.xml")
    block = next(s for s in root.iter(f"{W}sdt") if s.find(f"{W}sdtPr/{W}tag[@{W}val='{OPENING_TAG}']") is not None)
    for name in ("Lantern & Harbour", "Dr Ada Quill", "Regional Office"):
        assert name in text(block)
        assert text(root).count(name) == 1
    others = [n for n in names(built) if n.endswith(".xml") and n != "word/document.xml"]
    assert not any("Ada Quill" in text(part(built, n)) for n in others)


def test_sections_follow_the_review_and_a_lone_part_has_no_heading(built):
    root = part(built, "word/document.xml")
    assert paragraphs(root, "Heading1") == [
        "Introduction",
        "Challenges, opportunities, gaps and emerging issues",
        "Recommendations",
    ]
    assert paragraphs(root, "Heading2") == [
        "Objective 8: saving lives and missing migrants",
        "Objective 13: migration detention",
        "Objective 8: saving lives and missing migrants",
        "Several objectives",
    ]
    lonely = part(build(note(points=POINTS[:1])), "word/document.xml")
    assert paragraphs(lonely, "Heading2") == []
    assert any("All points of this section concern objective 8" in p for p in paragraphs(lonely))


def test_recommendations_are_lettered_where_there_are_several(built):
    root = part(built, "word/document.xml")
    assert paragraphs(root, "Subparagraph")[-2:] == ["Agree a list of ports.", "Fund {{ title }} interpreters."]
    assert "The following recommendations were made on objective 8:" in paragraphs(root)
    assert "The following recommendation was made: Publish the figures (objectives 8 and 13)." in paragraphs(root)


def test_hidden_cells_do_not_say_how_many_they_hold(built):
    figures = paragraphs(part(built, "word/document.xml"), "TableFigure")
    assert figures[:5] == ["20", "not shown", "not shown", "12", "19"]


def test_without_roster_no_attendance():
    body = text(part(build(note(attendance=None)), "word/document.xml"))
    assert "took part. They are counted" not in body
    assert "Participants by" not in body


def test_draft_marks_every_page_and_only_drafts():
    for draft in (True, False):
        data = build(note(draft=draft))
        headers = [text(part(data, n)) for n in names(data) if n.startswith("word/header")]
        assert len(headers) == 2
        assert all(("DRAFT" in h) is draft for h in headers)


def test_properties_name_the_document_and_nobody(built):
    core = part(built, "docProps/core.xml")
    assert {c.tag.split("}")[1]: c.text for c in core} == {
        "title": "Stakeholder consultation on the regional review: Protecting migrants at borders",
        "language": "en-GB",
        "created": "2020-11-19T00:00:00Z",
        "modified": "2020-11-19T00:00:00Z",
    }
    assert not [n for n in names(built) if n.startswith("docProps/") and n != "docProps/core.xml"]


def test_date_of_another_form_is_printed_as_it_is():
    data = build(note(consultation=consultation(date="November 2020")))
    assert "November 2020" in text(part(data, "word/document.xml"))
    assert "created" not in {c.tag.split("}")[1] for c in part(data, "docProps/core.xml")}


def test_control_characters_do_not_break_the_document():
    odd = POINTS[1].model_copy(update={"text": "Bail\x0b was\x07 never\ue000 \ud800offered\nthere\tby law."})
    assert "Bail was never offered there by law." in text(part(build(note(points=(odd,))), "word/document.xml"))


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("{{ title }}", "{{ titel }}", "titel"),
        ("{{ point.sentence }}", "{{ point.sentense }}", "sentense"),
        ("{%p for section in by_review %}", "{%p for section in by_reviews %}", "by_reviews"),
    ],
)
def test_a_misspelt_field_is_refused_with_its_name(changed, old, new, name):
    path = changed(old, new)
    with pytest.raises(TemplateError) as caught:
        build(note(), template=path)
    assert f"`{name}`" in caught.value.problem
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    "attack",
    [
        "{{ title.__class__.__mro__ }}",
        "{{ footnote.__globals__ }}",
        "{{ footnote.texts.append(title) }}",
        "{{ organisers.append(title) }}",
        "{{ cycler.__init__.__globals__ }}",
        "{% for i in range(10000000) %}{% endfor %}",
        "{% for a in title %}" * 5 + "{% endfor %}" * 5,
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        "{% set a = title %}" + "{% set a = a ~ a %}" * 40,
        "{% set a = title %}" + "{% set a = a + a %}" * 40,
        "{{ title * 4000000000 }}",
        "{{ '%04000000000d' % 1 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ title|center(4000000000) }}",
        "{{ title.center(4000000000) }}",
        "{{ '{:>4000000000}'.format(title) }}",
        "{{ lipsum(n=100000) }}",
        "{% include '/etc/passwd' %}",
    ],
)
def test_a_template_cannot_run_code(changed, attack):
    with pytest.raises(TemplateError):
        build(note(), template=changed("{{ title }}", attack))


def test_an_unended_statement_is_refused(changed):
    with pytest.raises(TemplateError, match="statement is wrong"):
        build(note(), template=changed("{{ title }}", "{% if draft %}{{ title }}"))


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 broken"])
def test_what_is_no_word_file_is_refused(tmp_path, content):
    path = tmp_path / "own.docx"
    path.write_bytes(content)
    with pytest.raises(TemplateError, match="not a Word file"):
        build(note(), template=path)


def test_a_missing_template_is_said(tmp_path):
    with pytest.raises(UnreadableFile):
        build(note(), template=tmp_path / "none.docx")


def test_a_note_without_points_is_a_document_still():
    root = part(build(note(points=())), "word/document.xml")
    assert paragraphs(root, "Heading1") == ["Introduction"]


def test_the_second_template_turns_the_axes_round():
    data = build(note(), template=templates() / "summary-note-by-objective.docx")
    root = part(data, "word/document.xml")
    assert paragraphs(root, "Heading1") == [
        "Introduction",
        "Objective 8: saving lives and missing migrants",
        "Objective 13: migration detention",
        "Several objectives",
    ]
    assert paragraphs(root, "Heading2") == ["Challenges, opportunities, gaps and emerging issues", "Recommendations"]
