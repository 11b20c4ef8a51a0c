"""Files made to break the reader: each is refused, in little time and memory, and none passes."""

import gzip
import io
import os
import signal
import subprocess
import sys
import time
import zipfile
import zlib

import pytest

from chatham.check import check_bytes, check_file
from chatham.check.gate import LARGEST
from chatham.check.passages import Limits, Reading
from chatham.model.private import Participant, Roster

ROSTER = Roster(participants=(Participant(row=1, name="Priya Raman"),))
TYPES = b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"


def check(data: bytes, name: str = "note.docx"):
    return check_bytes(data, name=name, roster=ROSTER, consultation=None)


def archive(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return stream.getvalue()


def word(document: bytes, **more: bytes) -> bytes:
    return archive({"[Content_Types].xml": TYPES, "word/document.xml": document} | more)


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "&%c;&%c;&%c;&%c;&%c;">' % (97 + n, *[96 + n] * 5) for n in range(1, 20))
    + b"]><w:document xmlns:w='x'>&t;</w:document>"
)
OUTSIDE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="x">&x;</w:document>'
DEEP = b"<a>" * 100_000 + b"</a>" * 100_000


@pytest.mark.parametrize(
    "data",
    [
        word(LAUGHS),
        word(OUTSIDE),
        word(DEEP),
        word(b"<w:document xmlns:w='x'>"),
        word(b"\xff\xfe\x00"),
        word(b"<w:document xmlns:w='x'/>", **{"../../outside.xml": b"<a/>"}),
        word(b"<w:document xmlns:w='x'/>", **{"/etc/outside.xml": b"<a/>"}),
        word(b"<w:document xmlns:w='x'/>", **{"..\\outside.xml": b"<a/>"}),
        word(b"<w:document xmlns:w='x'/>", **{"word/vbaProject.bin": b"x"}),
        word(b"<w:document xmlns:w='x'/>", **{"word/media/noise.dat": zlib.compress(bytes(range(256)) * 900)}),
        archive({"[Content_Types].xml": b"<Types ContentType='macroEnabled.main+xml'/>", "word/document.xml": b"<a/>"}),
    ],
    ids=[
        "entities that multiply",
        "an entity from outside",
        "nesting without end",
        "broken XML",
        "no XML at all",
        "a path upwards",
        "a path from the root",
        "a Windows path upwards",
        "macros",
        "a packed part of no known kind",
        "a type for macros",
    ],
)
def test_it_is_refused(data: bytes) -> None:
    started = time.process_time()
    report = check(data)
    assert report.exit_code == 2
    assert "/etc/passwd" not in str(report.unreadable)
    assert time.process_time() - started < 60  # of work, whatever else the machine does: a bomb would take far more


def test_a_part_that_unpacks_to_a_thousand_times_its_size_is_refused() -> None:
    report = check(word(b"<w:document xmlns:w='x'/>", **{"word/media/zeros.txt": bytes(20_000_000)}))
    assert report.exit_code == 2
    assert "times its size" in str(report.unreadable)


def test_archives_inside_archives_end_somewhere() -> None:
    data = b"Priya Raman"
    for depth in range(12):
        data = archive({f"{depth}.zip" if depth else "a.txt": data})
    report = check(data, "notes.zip")
    assert report.exit_code == 2
    assert "too deep" in str(report.unreadable)


def test_gzip_inside_gzip_ends_somewhere() -> None:
    data = b"Priya Raman"
    for _ in range(12):
        packer = zlib.compressobj(wbits=31)
        data = packer.compress(data) + packer.flush()
    assert check(data, "note.gz").exit_code == 2


def test_an_archive_that_lies_about_a_size_is_refused() -> None:
    data = bytearray(archive({"a.txt": b"calm " * 100}))
    place = data.rfind(b"PK\x01\x02")
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")
    assert check(bytes(data), "notes.zip").exit_code == 2


def test_a_part_that_the_list_does_not_name_is_refused() -> None:
    hidden = archive({"hidden.txt": b"Priya Raman"})
    entry = hidden[: hidden.find(b"PK\x01\x02")]
    report = check(entry + archive({"a.txt": b"calm"}), "notes.zip")
    assert report.exit_code == 2
    assert "does not name" in str(report.unreadable)


def test_a_part_without_a_name_is_refused() -> None:
    data = archive({"x": b"calm"})
    listing = data.rfind(b"PK\x01\x02")
    changed = bytearray(data)
    changed[listing + 28 : listing + 30] = b"\0\0"
    changed[listing + 46 : listing + 47] = b""
    end = bytes(changed).rfind(b"PK\x05\x06")
    changed[end + 12 : end + 16] = (end - listing).to_bytes(4, "little")
    report = check(bytes(changed), "notes.zip")
    assert report.exit_code == 2


def test_two_parts_of_one_name_are_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("a.txt", b"calm")
        with pytest.warns(UserWarning, match="Duplicate"):
            packed.writestr("a.txt", b"calm too")
    assert check(stream.getvalue(), "notes.zip").exit_code == 2


def test_a_part_locked_with_a_password_is_refused() -> None:
    data = bytearray(archive({"a.txt": b"calm"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + offset] |= 1
    report = check(bytes(data), "notes.zip")
    assert report.exit_code == 2
    assert "password" in str(report.unreadable)


def test_a_file_of_a_gigabyte_is_refused_without_reading_it_all(tmp_path) -> None:
    path = tmp_path / "huge.docx"
    with path.open("wb") as stream:
        stream.truncate(1_000_000_000)
    report = check_file(path, roster=ROSTER, consultation=None)
    assert report.exit_code == 2
    assert f"{LARGEST // 1_000_000} MB" in str(report.unreadable)


@pytest.mark.parametrize("name", ["missing.docx", "."])
def test_what_cannot_be_opened_is_unreadable(tmp_path, name: str) -> None:
    report = check_file(tmp_path / name, roster=ROSTER, consultation=None)
    assert report.exit_code == 2
    assert report.sha256 == ""


WRITER = """
import sys
from chatham import files
print("ready", flush=True)
while True:
    files.write_whole(sys.argv[1], b"new" * int(sys.argv[2]))
"""


@pytest.mark.parametrize("times", [10, 3_000_000])
def test_the_old_file_or_the_new_one_stands_whenever_the_writer_is_interrupted(tmp_path, times: int) -> None:
    target = tmp_path / "summary.docx"
    whole = {b"old" * times, b"new" * times}
    target.write_bytes(b"old" * times)
    for delay in (0.0, 0.02, 0.05, 0.11):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(target), str(times)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(delay)
        writer.send_signal(signal.SIGINT)
        writer.wait(timeout=300)
        writer.stdout.close()
        assert target.read_bytes() in whole
    assert [p.name for p in tmp_path.iterdir()] == ["summary.docx"]


def test_an_interrupt_just_after_the_temporary_file_was_made_leaves_none(tmp_path, monkeypatch) -> None:
    from chatham import files

    target = tmp_path / "summary.docx"
    target.write_bytes(b"old")
    make = os.open

    def interrupted(*given, **named):
        os.close(make(*given, **named))
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "open", interrupted)
    with pytest.raises(KeyboardInterrupt):
        files.write_whole(target, b"new")
    monkeypatch.undo()
    assert [p.name for p in tmp_path.iterdir()] == ["summary.docx"]
    assert target.read_bytes() == b"old"


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch) -> None:
    from chatham import files
    from chatham.errors import InputError

    target = tmp_path / "summary.docx"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(InputError, match="No space left"):
        files.write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["summary.docx"]


def test_more_text_than_can_be_searched_is_refused_and_not_kept() -> None:
    reading = Reading(limits=Limits(text=25))
    for number in range(4):
        reading.add("note.txt", f"line {number}", "ten letters"[:10])
    assert len(reading.passages) == 2
    assert [u.why for u in reading.unreadable] == ["holds more text than the gate reads"]


def test_a_gzip_that_unpacks_to_a_thousand_times_its_size_is_refused() -> None:
    report = check(gzip.compress(b"a" * 5_000_000), name="note.gz")
    assert [u.why for u in report.unreadable] == ["unpacks to more than the gate reads"]
    assert check(gzip.compress(b"fees are high"), name="note.gz").exit_code == 0
