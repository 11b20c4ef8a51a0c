import hashlib
import os
import stat
import sys

import pytest

from chatham import files
from chatham.errors import InputError, UnreadableFile
from chatham.files import sha256

posix = pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")


def test_a_byte_order_mark_is_dropped_and_line_ends_stay(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\n")
    assert files.read_text(path) == "one\r\ntwo\n"


def test_bytes_that_are_not_utf8_are_refused_with_their_line(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"fine\nfine\nnot \xe9 fine\n")
    with pytest.raises(UnreadableFile, match="line 3: not UTF-8"):
        files.read_text(path)


@pytest.mark.parametrize(("name", "problem"), [("missing", "no such file"), (".", "folder")])
def test_what_is_no_file_is_refused(tmp_path, name, problem):
    with pytest.raises(UnreadableFile, match=problem):
        files.read_bytes(tmp_path / name)


def test_a_file_over_the_limit_is_refused(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"x" * 2_000_001)
    with pytest.raises(UnreadableFile, match="larger than 2 MB"):
        files.read_bytes(path, limit=2_000_000)


@posix
def test_private_files_are_for_their_owner_only(tmp_path):
    files.write_whole(tmp_path / "open", "a")
    files.write_whole(tmp_path / "shut", "a", private=True)
    assert stat.S_IMODE((tmp_path / "shut").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "open").stat().st_mode) & 0o400


@posix
def test_private_folders_are_for_their_owner_only(tmp_path):
    files.make_private(tmp_path / "a" / "b")
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700


def test_no_byte_order_mark_and_lf_are_written(tmp_path):
    files.write_whole(tmp_path / "a", "é\n")
    assert (tmp_path / "a").read_bytes() == b"\xc3\xa9\n"


def test_when_one_of_several_cannot_be_written_none_is(tmp_path):
    old = tmp_path / "old"
    old.write_text("before")
    with pytest.raises(InputError):
        files.write_all({str(old): "after", str(tmp_path / "nowhere" / "b"): "after"})
    assert old.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["old"]


def test_when_the_disk_is_full_the_old_file_stays(tmp_path, monkeypatch):
    old = tmp_path / "old"
    old.write_text("before")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(InputError, match="No space left"):
        files.write_whole(old, "after")
    assert old.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["old"]


def test_a_folder_is_not_overwritten(tmp_path):
    with pytest.raises(InputError, match="this is a folder"):
        files.write_whole(tmp_path, "a")


def test_dash_is_standard_output(capfdbinary):
    files.write_whole("-", "é\n")
    sys.stdout.flush()
    assert capfdbinary.readouterr().out == "é\n".encode()


def test_a_file_is_told_by_its_sum_piece_by_piece(tmp_path):
    path = tmp_path / "note.docx"
    path.write_bytes(b"a note " * 400_000)
    assert sha256(path) == hashlib.sha256(b"a note " * 400_000).hexdigest()
    with pytest.raises(UnreadableFile):
        sha256(tmp_path / "missing.docx")
