import pytest

from chatham.errors import ConsultationError
from chatham.model.framework import default_framework, read_framework


def test_the_compact_is_complete():
    framework = default_framework()
    assert [o.code for o in framework.objectives] == list(range(1, 24))
    assert framework.objective(13).title == (
        "Use migration detention only as a measure of last resort and work towards alternatives"
    )
    assert [r.id for r in framework.review_objectives] == [
        "progress",
        "challenges",
        "good_practices",
        "resources",
        "recommendations",
    ]
    assert len(framework.categories) == 16
    assert len(framework.subregions) == 5
    assert sorted(c for _, codes in framework.round_tables for c in codes) == list(range(1, 24))


def test_every_objective_has_a_short_title_that_fits_a_line():
    for objective in default_framework().objectives:
        assert 5 < len(objective.short) < 45
        assert objective.short[:1].islower()
        assert len(objective.short) < len(objective.title)
    assert dict(default_framework().abbreviations)["ILO"] == "International Labour Organization"


def test_short_titles_are_a_codebooks_own(tmp_path):
    path = tmp_path / "other.yaml"
    path.write_text("name: Other\nobjectives: {1: First, 2: Second}\nshort_titles: {2: number two}\n", "utf-8")
    framework = read_framework(path)
    assert [o.short for o in framework.objectives] == ["", "number two"]
    assert framework.abbreviations == default_framework().abbreviations


def test_the_hierarchies_are_data_and_a_codebook_may_bring_others(tmp_path):
    framework = default_framework()
    assert framework.steps("telling") == (
        ("category", "country"),
        ("category", "subregion"),
        ("category",),
        ("subregion",),
    )
    assert framework.steps("category") == (("category",),)
    assert framework.steps("none") == ()
    ids = {c.id for c in framework.categories}
    grouped = [c for g in framework.category_groups for c in g.categories]
    assert set(grouped) <= ids
    assert len(set(grouped)) == len(grouped)
    assert framework.group("trade unions") == framework.group("private sector") == "employers and workers"
    assert framework.group("United Nations") is None
    assert {(w.word, w.gender) for w in framework.gender} >= {("she", "F"), ("he", "M"), ("mother", "F")}
    assert not {w.general for w in framework.gender} & {w.word for w in framework.gender}

    path = tmp_path / "own.yaml"
    path.write_text("name: Own\nobjectives: {1: One}\ndescriptions: {telling: [[category], [group]]}\n", "utf-8")
    own = read_framework(path)
    assert own.steps("telling") == (("category",), ("group",))
    assert own.steps("category") == ()
    assert own.gender == framework.gender
    path.write_text("name: Own\nobjectives: {1: One}\ndescriptions: {telling: [[name]]}\n", "utf-8")
    with pytest.raises(ConsultationError):
        read_framework(path)


@pytest.mark.parametrize(("given", "code"), [(8, 8), ("8", 8), (" 8 ", 8), (31, None), (True, None), (None, None)])
def test_codes_are_taken_in_any_form_and_given_back_in_the_codebooks(given, code):
    assert default_framework().code(given) == code


def test_an_unknown_code_has_no_objective():
    with pytest.raises(KeyError):
        default_framework().objective(31)


def test_review_objectives_are_found_by_id_however_it_is_typed():
    assert default_framework().review_objective("Good practices").id == "good_practices"
    assert default_framework().review_objective("nonsense") is None


def test_a_consultation_may_bring_another_compact(tmp_path):
    path = tmp_path / "book.yaml"
    path.write_text(
        "name: Compact on Rivers\nshort_name: CR\nobjectives:\n  A1: Keep rivers clean\n  A2: Share water\n"
    )
    framework = read_framework(path)
    assert framework.code("a2") == "A2"
    assert framework.objective("A1").title == "Keep rivers clean"
    assert framework.review_objectives == default_framework().review_objectives
    assert framework.source == ""
    assert framework.round_tables == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name: X\n", "no objectives"),
        ("objectives: {1: A}\n", "no name"),
        ("name: X\nobjectives: [a]\n", "form"),
        ("a: [", "line"),
        ("- a\n", "not a codebook"),
        ("format: 9\nname: X\nobjectives: {1: A}\n", "format 1"),
        ("name: X\nobjectives: {1: A}\nbogus: 1\n", "`bogus` is wrong"),
    ],
)
def test_a_broken_codebook_is_refused_with_its_name(tmp_path, text, problem):
    path = tmp_path / "book.yaml"
    path.write_text(text)
    with pytest.raises(ConsultationError, match=problem) as caught:
        read_framework(path)
    assert "book.yaml" in str(caught.value)
