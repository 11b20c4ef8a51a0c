"""The process is killed in the middle of deciding, again and again: every decision that was acknowledged is there."""

import os
import signal
import subprocess
import sys

import pytest

from chatham.model.private import RawNote
from chatham.store import Store

DECISIONS = 1000
TIMES = 20

# One interpreter that forks a writer whenever a line comes in: a new one for each kill would take most of the time.
WRITERS = """
import itertools
import os
import sys
from chatham.model.decisions import Action, Decision
from chatham.store import Store

for _ in sys.stdin:
    child = os.fork()
    if child == 0:
        os.write(1, f"{os.getpid()}\\n".encode())
        with Store.open(sys.argv[1]) as store:
            for number in itertools.count():
                decision = Decision(note=f"n{number % 10}", action=Action.WITHHOLD, who="R", why=f"reason {number}")
                os.write(1, f"{store.append(decision).position}\\n".encode())
        os._exit(0)
    _, status = os.waitpid(child, 0)
    os.write(1, f"ended {os.waitstatus_to_exitcode(status)}\\n".encode())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither fork nor SIGKILL")
def test_no_acknowledged_decision_is_lost(tmp_path):
    path = tmp_path / "private" / "chatham.sqlite"
    with Store.open(path) as store:
        store.put_notes([RawNote(id=f"n{i}", text=f"note {i}") for i in range(10)])
    done = 0
    with subprocess.Popen(
        [sys.executable, "-c", WRITERS, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as writers:
        assert writers.stdin is not None
        assert writers.stdout is not None
        for count in range(TIMES):
            writers.stdin.write("another\n")
            writers.stdin.flush()
            child = int(writers.stdout.readline())
            # After so many it is at work on the next one: early and late among a thousand, somewhere else every time.
            # It would go on without end, so that it is never done before it is killed, however slow this process is.
            acknowledged = [int(writers.stdout.readline()) for _ in range(count * DECISIONS // (TIMES + 1) + 1)]
            os.kill(child, signal.SIGKILL)
            while not (line := writers.stdout.readline()).startswith("ended"):
                acknowledged.append(int(line))
            assert line == f"ended {-signal.SIGKILL}\n"
            with Store.open(path) as store:
                events = store.events()
                assert [event.position for event in events] == list(range(1, len(events) + 1))
                assert acknowledged == list(range(done + 1, done + 1 + len(acknowledged)))
                # One more may have been stored whose acknowledgement did not get out.
                assert len(acknowledged) <= len(events) - done <= len(acknowledged) + 1
                assert sum(store.versions().values()) == 10 + len(events)
                done = len(events)
        writers.stdin.close()
