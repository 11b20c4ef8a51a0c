"""What lies in a consultation's folder, and how it ends."""

import os
import sys
from pathlib import Path

import pytest
import yaml

from chatham.capture.reading import read
from chatham.errors import UnreadableFile
from chatham.exchange.consultation import read_consultation
from chatham.folder import (
    destroy,
    loose_files,
    make_folder,
    plain_files,
    roster_file,
    with_facilitators,
    without_facilitators,
)

GROUPS = """\
title: "Rivers: a consultation"  # with a comment
working_groups:
  - {id: WG1, name: "Group 1", facilitator: Opal Quay, objectives: [4]}  # led well
  - id: WG2
    facilitators:
      - Tomas Birk
      - "Ines: of the Ferry"
    name: Group 2
  - id: WG3
    facilitator: >-
      Amina
      Noor
  - {id: WG4, name: Group 4, facilitator: ""}
organisers: [The facilitator of rivers]
"""
LEADERS = ("Opal", "Tomas", "Ines", "Amina", "Noor")


@pytest.fixture
def home(tmp_path):
    """A folder as `chatham new` makes it."""
    make_folder(tmp_path, title="Rivers", date="")
    return tmp_path


def test_facilitators_go_and_all_else_stays_as_it_is_written(home):
    file = home / "consultation.yaml"
    file.write_text(GROUPS, "utf-8")
    before = read_consultation(file)
    assert len(before.facilitators) == 4
    assert with_facilitators(home)
    without_facilitators(home)
    text = file.read_text("utf-8")
    assert not [name for name in LEADERS if name in text]
    assert "# with a comment" in text
    assert "# led well" in text
    assert "The facilitator of rivers" in text
    after = read_consultation(file)
    assert after.facilitators == ()
    assert after.consultation == before.consultation
    assert not with_facilitators(home)
    assert [f.name for f in (home / "private").iterdir()] == []


def test_a_programme_without_facilitators_stays_byte_for_byte(home):
    before = (home / "consultation.yaml").read_bytes()
    assert not with_facilitators(home)
    without_facilitators(home)
    assert (home / "consultation.yaml").read_bytes() == before
    assert yaml.safe_load(before)["title"] == "Rivers"


def test_the_roster_that_nobody_has_filled_in_gives_way_to_another(home):
    assert roster_file(home) is None
    (home / "roster.xlsx").write_bytes(b"PK")
    assert roster_file(home) == home / "roster.xlsx"
    (home / "roster.csv").write_text("name\nOpal Quay\n", "utf-8")
    assert roster_file(home) == home / "roster.csv"


def test_files_about_people_are_told_from_the_store_and_from_drafts(home):
    for name in ("notes/a/wg1.docx", "private/s.sqlite", "private/s.sqlite-wal", "private/s.sqlite.old"):
        (home / name).parent.mkdir(exist_ok=True)
        (home / name).write_text("x", "utf-8")
    for name in ("risk.jsonl", "for-comment.docx"):
        (home / "private" / name).write_text("x", "utf-8")
    store = home / "private" / "s.sqlite"
    loose = {f.relative_to(home).as_posix() for f in loose_files(home, store)}
    assert loose == {
        "notes/a/wg1.docx",
        "private/for-comment.docx",
        "private/risk.jsonl",
        "private/s.sqlite.old",
        "roster.csv",
    }
    plain = {f.relative_to(home).as_posix() for f in plain_files(home, store)}
    assert plain == {"notes/a/wg1.docx", "private/risk.jsonl"}


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_what_a_link_leads_to_is_left_alone(home, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "thesis.txt"
    elsewhere.write_text("years of work", "utf-8")
    (home / "notes" / "thesis.txt").symlink_to(elsewhere)
    destroy(loose_files(home, None))
    assert elsewhere.read_text("utf-8") == "years of work"
    assert not (home / "notes" / "thesis.txt").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="another link to the same file shows what became of it")
def test_a_file_is_overwritten_before_it_goes(home):
    file = home / "notes" / "wg1.txt"
    file.write_text("Opal Quay", "utf-8")
    os.link(file, home / "other")
    destroy([file])
    assert not file.exists()
    assert (home / "other").read_bytes() == b"\0" * 9


def interrupt(monkeypatch, place, name, *, after=False):
    """The keyboard stops the program at the first call of that function."""
    work = getattr(place, name)

    def interrupted(*given, **named):
        if after:
            work(*given, **named)
        raise KeyboardInterrupt

    monkeypatch.setattr(place, name, interrupted)


@pytest.mark.parametrize("name", ["notes/wg1.md", "roster.csv", "private/risk.json", f"notes/{'z' * 250}.md"])
@pytest.mark.parametrize(("call", "after"), [("fsync", False), ("fsync", True), ("replace", True)])
def test_what_was_stopped_while_it_was_destroyed_is_read_by_nobody_and_goes_next_time(
    home, monkeypatch, name, call, after
):
    file = home / name
    file.write_text("Opal Quay", "utf-8")
    with monkeypatch.context() as patched:
        interrupt(patched, Path if call == "replace" else os, call, after=after)
        with pytest.raises(KeyboardInterrupt):
            destroy([file])
    assert not file.exists()
    (left,) = file.parent.glob(".going-*")
    assert left in plain_files(home, None)
    assert roster_file(home) is None
    with pytest.raises(UnreadableFile, match="without files"):
        read(home / "notes")
    destroy(loose_files(home, None))
    assert not left.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="another link to the same file shows what became of it")
@pytest.mark.parametrize(("call", "after"), [("link", True), ("fsync", False), ("fsync", True)])
def test_a_stop_while_facilitators_go_leaves_the_programme_and_the_next_time_they_are_gone(
    home, monkeypatch, call, after
):
    file = home / "consultation.yaml"
    file.write_text(GROUPS, "utf-8")
    with monkeypatch.context() as patched:
        interrupt(patched, os, call, after=after)
        with pytest.raises(KeyboardInterrupt):
            without_facilitators(home)
    before = read_consultation(file).consultation
    destroy(loose_files(home, None))
    without_facilitators(home)
    after_all = read_consultation(file)
    assert after_all.consultation == before
    assert after_all.facilitators == ()
    assert [f.name for f in (home / "private").iterdir()] == []
