"""The draft for comment: out to participants, edited in Word or LibreOffice, and back."""

import copy
import subprocess

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from chatham.cli.__main__ import main
from chatham.errors import InputError
from chatham.model.private import Origin, RawNote
from chatham.model.public import AnonymisedNote
from chatham.review.bulk import approve_all
from chatham.review.desk import Desk
from chatham.workspace import Workspace

PROGRAMME = """
title: Consultation on rivers
date: 2020-11-19
objectives: [8, 13]
rounds: 1
working_groups:
  - {id: WG1, name: "Working Group 1: Rivers", objectives: [8, 13], facilitator: Odile Marsh}
organisers: []
"""
ROSTER = "name,organisation,category\nPriya Raman,Lantern House,civil society\nTomas Okoro,Ferry Trust,civil society\n"
NOTES = {
    "n1": ("The recovery form is missing in half of the districts.", 8, "challenges"),
    "n2": ("Detention centres have no interpreters at night.", 13, "challenges"),
    "n3": ("A hotline now answers in five languages.", 8, "progress"),
    "n4": ("Searches should go on for a year.", 8, "recommendations"),
}


@pytest.fixture
def workspace(tmp_path):
    """Four approved notes, each a point of its own."""
    folder = tmp_path / "rivers"
    Workspace.create(folder, title="Rivers").close()
    (folder / "consultation.yaml").write_text(PROGRAMME, "utf-8")
    (folder / "roster.csv").write_text(ROSTER, "utf-8")
    with Workspace.open(folder) as opened:
        reviews = {r.id for r in opened.consultation.framework.review_objectives}
        raw = [
            RawNote(
                id=i,
                text=text,
                working_group="WG1",
                speaker="Priya Raman",
                objectives=(code,),
                review=review if review in reviews else sorted(reviews)[0],
                origin=Origin(file="wg1.md", place=i),
            )
            for i, (text, code, review) in NOTES.items()
        ]
        opened.store.put_notes(raw)
        made = [
            AnonymisedNote(id=n.id, text=n.text, working_group="WG1", objectives=n.objectives, review=n.review, voice=1)
            for n in raw
        ]
        opened.store.put_anonymised(made, [])
        approve_all(opened.store, who="R. Porter", why="test")
        yield opened


@pytest.fixture
def draft(workspace):
    """The draft for comment, as written."""
    return workspace.build_for_comment().path


def paragraph(document, words):
    return next(p for p in document.paragraphs if words in p.text)


def edited(path, tmp_path, change):
    """A copy, edited with python-docx."""
    document = docx.Document(path)
    change(document)
    document.save(tmp_path / "edited.docx")
    return tmp_path / "edited.docx"


def printed(workspace):
    return {p.id: p.text for p in workspace.points()}


def test_the_draft_has_a_comment_and_a_bookmark_a_point_and_nothing_private(workspace, draft):
    document = docx.Document(draft)
    comments = [c.text for c in document.comments]
    assert comments == ["Working groups: WG1. Voices: fewer than 3."] * 4
    assert {c.author for c in document.comments} == {"chatham"}
    names = {b.get(qn("w:name")) for b in document.element.body.iter(qn("w:bookmarkStart"))}
    assert {f"point_{p.id}" for p in workspace.points()} <= names
    assert b"\xee\x80\x90" not in draft.read_bytes()
    assert draft.stat().st_mode & 0o077 == 0
    plain = workspace.build(draft=True).path
    assert [p.text for p in docx.Document(plain).paragraphs] == [p.text for p in document.paragraphs]


def test_the_same_draft_has_the_same_bytes(workspace, draft):
    first = draft.read_bytes()
    assert workspace.build_for_comment().path.read_bytes() == first


def test_the_untouched_draft_changes_nothing(workspace, draft):
    events = len(workspace.store.events())
    merged = workspace.merge(draft, who="R. Porter")
    d = merged.differences
    assert (d.changed, d.deleted, d.added, d.elsewhere, d.comments) == ((), (), (), (), ())
    assert len(workspace.store.events()) == events
    assert len(workspace.notes()) == 4


def test_points_of_a_note_that_was_split_are_edited_like_all_others(workspace, tmp_path):
    first = "The recovery form is missing in half of the districts."
    second = "The courts of the capital heard no appeal for a year."
    desk = Desk(workspace.store, who="R. Porter")
    desk.edit("n1", f"{first} {second} The harbour office closed.")
    desk.split("n1", [len(first), len(first) + 1 + len(second)])
    desk.approve("n1")
    handed = workspace.build_for_comment().path
    assert {n for p in workspace.points() for n in p.notes} >= {"n1/1", "n1/2", "n1/3"}

    def change(document):
        said = paragraph(document, "recovery form")
        said.text = said.text.replace("half of the districts", "most of the districts")
        gone = paragraph(document, "harbour office")
        gone._p.getparent().remove(gone._p)

    merged = workspace.merge(edited(handed, tmp_path, change), who="R. Porter")
    assert (merged.caught, merged.stale) == ((), ())
    assert [(e.decision.action.value, e.decision.touches) for e in workspace.store.events()[-2:]] == [
        ("reword", ("n1",)),
        ("drop", ("n1",)),
    ]
    says = " ".join(printed(workspace).values())
    assert "most of the districts" in says
    assert "heard no appeal" in says
    assert "harbour office" not in says


def test_every_edit_arrives_and_a_second_merge_adds_nothing(workspace, draft, tmp_path):
    def change(document):
        said = paragraph(document, "recovery form")
        said.text = said.text.replace("half of the districts", "most of the districts")
        gone = paragraph(document, "no interpreters")
        new = copy.deepcopy(gone._p)
        gone._p.getparent().remove(gone._p)
        hotline = paragraph(document, "hotline")
        hotline._p.addnext(new)
        for text in new.iter(qn("w:t")):
            text.text = ""
        next(new.iter(qn("w:t"))).text = "Ferries were repaired in the north before the rains began."
        for node in [*new.iter(qn("w:commentReference"), qn("w:commentRangeStart"), qn("w:commentRangeEnd"))]:
            node.getparent().remove(node)
        document.add_comment(hotline.runs[0], text="Which languages?", author="A participant", initials="AP")

    before = printed(workspace)
    merged = workspace.merge(edited(draft, tmp_path, change), who="R. Porter")
    d = merged.differences
    assert [(c.before.replace("half", "most"), c.after) for c in d.changed] == [(d.changed[0].after,) * 2]
    assert ["interpreters" in c.before for c in d.deleted] == [True]
    assert [a.text for a in d.added] == ["Ferries were repaired in the north before the rains began."]
    assert [(c.author, c.text) for c in d.comments] == [("A participant", "Which languages?")]
    assert "hotline" in before[d.comments[0].point]
    after = printed(workspace)
    assert len(after) == 3
    assert any("most of the districts" in t for t in after.values())
    assert not any("half of the districts" in t or "interpreters" in t for t in after.values())
    quantifiers = {p.quantifier for p in workspace.points() if "districts" in p.text}
    assert None not in quantifiers
    (new,) = merged.notes
    note = next(n for n in workspace.notes() if n.id == new)
    assert note.objectives == (8,)
    assert workspace.status().undecided == 1

    events = len(workspace.store.events())
    again = workspace.merge(tmp_path / "edited.docx", who="R. Porter")
    assert (again.notes, again.stale) == ((), ())
    assert len(workspace.store.events()) == events
    assert len(workspace.notes()) == 5


def test_tracked_changes_are_read_as_accepted(workspace, draft, tmp_path):
    def change(document):
        said = paragraph(document, "hotline")
        run = next(r for r in said.runs if "five languages" in r.text)
        before, _, after = run.text.partition("five")
        run.text = before
        at = run._r
        for kind, words in (("w:del", "five"), ("w:ins", "seven"), (None, after)):
            piece = OxmlElement("w:r")
            text = OxmlElement("w:delText" if kind == "w:del" else "w:t")
            text.text = words
            text.set(qn("xml:space"), "preserve")
            piece.append(text)
            if kind is not None:
                outer = OxmlElement(kind)
                outer.set(qn("w:id"), "77")
                outer.set(qn("w:author"), "Somebody")
                outer.append(piece)
                piece = outer
            at.addnext(piece)
            at = piece

    merged = workspace.merge(edited(draft, tmp_path, change), who="R. Porter")
    (changed,) = merged.differences.changed
    assert changed.tracked
    assert "seven languages" in changed.after
    assert "five" not in changed.after
    assert any("seven languages" in t for t in printed(workspace).values())


def test_a_name_typed_in_is_caught_and_nothing_is_stored(workspace, draft, tmp_path, capsys):
    def change(document):
        said = paragraph(document, "recovery form")
        said.text = said.text.replace("is missing", "is missing, as Priya Raman of Lantern House found,")
        other = paragraph(document, "hotline")
        other.text = other.text.replace("five", "six")

    before, events = printed(workspace), len(workspace.store.events())
    file = edited(draft, tmp_path, change)
    merged = workspace.merge(file, who="R. Porter")
    places = {c.place for c in merged.caught}
    assert len(places) == 1
    assert any(c.sure for c in merged.caught)
    assert any(not c.sure for c in merged.caught)
    assert not any("Priya" in c.why or "Lantern" in c.why for c in merged.caught)
    allowed = workspace.merge(file, who="R. Porter", allow=tuple(places))
    assert allowed.caught
    assert all(c.sure for c in allowed.caught)
    assert printed(workspace) == before
    assert len(workspace.store.events()) == events
    assert main(["merge", str(file), "--folder", str(workspace.folder)]) == 1
    assert "nothing stored" in capsys.readouterr().err


def test_other_files_and_other_folders_are_refused(workspace, draft, tmp_path):
    plain = workspace.build(draft=True).path
    with pytest.raises(InputError, match="not a draft for comment"):
        workspace.merge(plain, who="R. Porter")
    for beside in (workspace.folder / "private").glob("for-comment-*.json"):
        beside.unlink()
    with pytest.raises(InputError, match="handed out from here"):
        workspace.merge(draft, who="R. Porter")
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04")
    with pytest.raises(InputError):
        workspace.merge(tmp_path / "bad.docx", who="R. Porter")


def test_a_point_that_has_changed_since_is_left_as_it_is(workspace, draft, tmp_path):
    def change(document):
        said = paragraph(document, "hotline")
        said.text = said.text.replace("five", "six")

    file = edited(draft, tmp_path, change)
    workspace.merge(file, who="R. Porter")

    def otherwise(document):
        said = paragraph(document, "hotline")
        said.text = said.text.replace("five", "nine")

    merged = workspace.merge(edited(draft, tmp_path, otherwise), who="R. Porter")
    assert len(merged.stale) == 1
    assert any("six languages" in t for t in printed(workspace).values())


def test_the_command_shows_what_differs(workspace, draft, tmp_path, capsys):
    def change(document):
        said = paragraph(document, "hotline")
        said.text = said.text.replace("five", "six")

    file = edited(draft, tmp_path, change)
    assert main(["merge", str(file), "--folder", str(workspace.folder), "--dry-run"]) == 0
    said = capsys.readouterr()
    assert "+ " in said.out
    assert "six languages" in said.out
    assert "1 points changed, 0 deleted, 0 paragraphs added, 0 comments; nothing stored" in said.err
    assert not any("six" in t for t in printed(workspace).values())


@pytest.mark.slow
def test_libreoffice_may_save_it_and_edits_come_back(workspace, draft, tmp_path, require):
    office = require("soffice")

    def resaved(path, folder):
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = [office, profile, "--headless", "--convert-to", "docx", "--outdir", str(folder), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=900)
        return folder / path.name

    (tmp_path / "a").mkdir()
    untouched = workspace.merge(resaved(draft, tmp_path / "a"), who="R. Porter").differences
    assert (untouched.changed, untouched.deleted, untouched.added, untouched.comments) == ((), (), (), ())
    assert untouched.elsewhere == ()

    def change(document):
        said = paragraph(document, "hotline")
        said.runs[-1].text = said.runs[-1].text.replace("five", "six")
        for run in said.runs:
            run.text = run.text.replace("five", "six")

    (tmp_path / "b").mkdir()
    merged = workspace.merge(resaved(edited(draft, tmp_path, change), tmp_path / "b"), who="R. Porter")
    assert ["six languages" in c.after for c in merged.differences.changed] == [True]
