from __future__ import annotations

from pathlib import Path

from chatham.capture.reading import read

NOTES = "The boats drift for weeks and nobody comes.\n\nThere is no list of them.\n\nKeep one.\n"


def ids(path: Path, text: str) -> dict[str, str]:
    path.write_text(text)
    return {note.text: note.id for note in read(path).notes}


def test_the_same_file_gives_the_same_ids(tmp_path: Path) -> None:
    assert ids(tmp_path / "a.md", NOTES) == ids(tmp_path / "a.md", NOTES)


def test_a_corrected_file_keeps_the_ids_of_what_did_not_change(tmp_path: Path) -> None:
    before = ids(tmp_path / "a.md", NOTES)
    after = ids(
        tmp_path / "a.md", "It was late when we began with this.\n\n" + NOTES.replace("Keep one.", "Pay for one.")
    )
    kept = [text for text in before if text in after]
    assert [after[text] for text in kept] == [before[text] for text in kept]
    assert len(kept) == 2


def test_an_id_holds_nothing_that_a_guess_at_a_name_could_be_tested_with(tmp_path: Path) -> None:
    template = "{} from {} said that bail is not offered to any of them.\n"
    found = {
        next(iter(ids(tmp_path / "a.md", template.format(who, what)).values()))
        for who, what in (("Priya", "Lantern House"), ("Litia", "HLC"), ("Rafiqul Islam", "Grace Hope Mission"))
    }
    assert len(found) == 1


def test_notes_alike_are_told_apart_and_files_do_not_take_each_others_ids(tmp_path: Path) -> None:
    one, two = tmp_path / "a.md", tmp_path / "b.md"
    one.write_text("Yes!\n\nAgreed!\n")
    two.write_text("Indeed!\n")
    first = read(one).notes
    assert len({note.id for note in first}) == 2
    second = read(two, known=first).notes
    assert not {note.id for note in second} & {note.id for note in first}
    assert read(one, known=(*first, *second)).notes == first
