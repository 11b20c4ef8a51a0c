import os
import stat
from contextlib import suppress

import pytest

from chatham.errors import InputError
from chatham.exchange.unfinished import Unfinished


def stopped(path, key, *pieces):
    """What a process leaves that is stopped after these pieces."""
    with suppress(KeyboardInterrupt), Unfinished(path).of(key) as unfinished:
        for number, result in pieces:
            unfinished[number] = result
        raise KeyboardInterrupt
    assert path.exists()


def test_nothing_is_left_of_a_job_that_is_done(tmp_path):
    with Unfinished(tmp_path / "a").of("key") as unfinished:
        assert unfinished.get(0) is None
        unfinished[0] = "first"
        assert unfinished.get(0) == "first"
        assert (tmp_path / "a").exists()
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_made_for_a_job_without_pieces(tmp_path):
    with Unfinished(tmp_path / "nowhere" / "a").of("key"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_what_is_done_is_there_after_a_stop(tmp_path):
    stopped(tmp_path / "a", "key", (0, "first"), (2, "thïrd one"))
    with Unfinished(tmp_path / "a").of("key") as unfinished:
        assert [unfinished.get(n) for n in range(4)] == ["first", None, "thïrd one", None]
        unfinished[1] = "second"
        assert [unfinished.get(n) for n in range(3)] == ["first", "second", "thïrd one"]


def test_another_job_finds_nothing_and_begins_anew(tmp_path):
    stopped(tmp_path / "a", "key", (0, "first"))
    stopped(tmp_path / "a", "other", (1, "second"))
    with Unfinished(tmp_path / "a").of("other") as unfinished:
        assert [unfinished.get(n) for n in range(2)] == [None, "second"]


@pytest.mark.parametrize("lost", range(1, 43))
def test_a_line_that_was_cut_off_counts_for_nothing(tmp_path, lost):
    path = tmp_path / "a"
    stopped(path, "key", (0, "first"), (1, "second"))
    path.write_bytes(path.read_bytes()[:-lost])
    with suppress(KeyboardInterrupt), Unfinished(path).of("key") as unfinished:
        assert [unfinished.get(n) for n in range(2)] == ["first", None]
        unfinished[1] = "again"
        raise KeyboardInterrupt
    with Unfinished(path).of("key") as unfinished:
        assert [unfinished.get(n) for n in range(2)] == ["first", "again"]


def test_a_line_that_was_changed_counts_for_nothing(tmp_path):
    path = tmp_path / "a"
    stopped(path, "key", (0, "first"), (1, "second"))
    path.write_bytes(path.read_bytes().replace(b"first", b"forst"))
    with Unfinished(path).of("key") as unfinished:
        assert [unfinished.get(n) for n in range(2)] == [None, "second"]


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_it_is_for_its_owner_only(tmp_path):
    stopped(tmp_path / "a", "key", (0, "first"))
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_where_it_cannot_be_made_an_error_says_so(tmp_path):
    with pytest.raises(InputError, match="cannot be opened"), Unfinished(tmp_path / "nowhere" / "a").of("key") as it:
        it[0] = "first"
