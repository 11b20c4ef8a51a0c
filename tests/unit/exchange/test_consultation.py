import pytest

from chatham.errors import ConsultationError
from chatham.exchange.consultation import read_consultation

MINIMAL = """
title: Consultation on rivers
date: 2020-11-19
objectives: [8, "9"]
working_groups:
- id: WG1
  name: 'Working Group 1: boats'
  objectives: [8]
  facilitator: Ann Ferry
- id: WG2
  objectives: [9]
organisers: [Boat House, IOM]
public_speakers:
- {name: Opal Quay, role: Minister, organisation: Ministry of Rivers}
something_new: 1
"""


def write(tmp_path, text):
    path = tmp_path / "consultation.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_programme_is_parted_at_the_wall(tmp_path):
    consultation, facilitators = read_consultation(write(tmp_path, MINIMAL))
    assert consultation.date == "2020-11-19"
    assert consultation.objectives == (8, 9)
    assert [g.id for g in consultation.working_groups] == ["WG1", "WG2"]
    assert consultation.working_groups[1].name == "WG2"
    assert consultation.public_speakers[0].organisation == "Ministry of Rivers"
    assert [(f.name, f.working_group) for f in facilitators] == [("Ann Ferry", "WG1")]
    assert "Ann Ferry" not in consultation.model_dump_json()


@pytest.mark.parametrize("name", ["WG1", "wg1", "Working Group 1", "wg 1"])
def test_groups_are_found_however_they_are_typed(tmp_path, name):
    consultation, _ = read_consultation(write(tmp_path, MINIMAL))
    assert consultation.working_group(name).id == "WG1"


def test_review_objectives_may_be_the_consultations_own(tmp_path):
    text = (
        MINIMAL + "review_objectives:\n- {id: progress, title: Say how far}\n- {id: wishes, title: Say what you want}\n"
    )
    framework = read_consultation(write(tmp_path, text)).consultation.framework
    assert [(r.id, r.title, r.heading) for r in framework.review_objectives] == [
        ("progress", "Say how far", "Overall progress of implementation"),
        ("wishes", "Say what you want", "Say what you want"),
    ]


def test_a_codebook_is_looked_for_beside_the_file(tmp_path):
    (tmp_path / "book.yaml").write_text("name: Rivers\nobjectives: {A: Flow}\n")
    consultation, _ = read_consultation(write(tmp_path, "title: T\nframework: book.yaml\nobjectives: [a]\n"))
    assert consultation.objectives == ("A",)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title: [", "line"),
        ("- a", "not a consultation"),
        ("place: here", "no `title`"),
        ("title: T\nobjectives: [31]", "`objectives` is wrong"),
        ("title: T\nobjectives: 31", "`objectives` is wrong"),
        ("title: T\nworking_groups: [a]", "`working_groups` is wrong"),
        ("title: T\nworking_groups: [{name: a}]", r"no `working_groups.id`"),
        ("title: T\nrounds: two", "`rounds` is wrong"),
        ("title: T\norganisers: all", "`organisers` is wrong"),
        ("title: T\nsettings: [k]", "`settings` is wrong"),
        ("title: T\npublic_speakers: [{role: a}]", r"no `public_speakers.name`"),
        ("title: {a: b}", "`title` is wrong"),
    ],
)
def test_a_broken_file_is_refused_with_its_name_and_the_field(tmp_path, text, problem):
    with pytest.raises(ConsultationError, match=problem) as caught:
        read_consultation(write(tmp_path, text))
    assert "consultation.yaml" in str(caught.value)
