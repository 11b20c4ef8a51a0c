"""`chatham review` as a reviewer uses it: a page in a real browser, served by the real command."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from chatham.evaluate.corpus import LabelKind, read_corpus
from chatham.model.private import Finding, Kind
from chatham.model.public import AnonymisedNote
from chatham.review.bulk import approved
from chatham.review.decide import review
from chatham.review.redactions import redact
from chatham.store import Store
from chatham.workspace import Workspace

PATIENCE = 300
"""Seconds after which the command is given up; nothing here is about time."""
CORPUS = Path(__file__).parents[1] / "corpora" / "dev"
KINDS = {
    LabelKind.PERSON: Kind.PERSON,
    LabelKind.AFFILIATION: Kind.AFFILIATION,
    LabelKind.CONTACT: Kind.CONTACT,
    LabelKind.INDIRECT: Kind.INDIRECT,
}


@pytest.fixture
def folder(tmp_path):
    """The development corpus as a consultation, anonymised by its labels: what is tried here is not the engine."""
    home = tmp_path / "consultation"
    Workspace.create(home, title="Review").close()
    for name in ("consultation.yaml", "roster.csv"):
        shutil.copyfile(CORPUS / name, home / name)
    corpus = read_corpus(CORPUS)
    findings = [finding(note.raw.id, label) for note in corpus.notes for label in note.labels if label.kind in KINDS]
    fields = ("id", "working_group", "round", "objectives", "review")
    made = [
        AnonymisedNote(
            text=redact(raw.text, [f for f in findings if f.note == raw.id], ())[0],
            **{field: getattr(raw, field) for field in fields},
        )
        for raw in corpus.raw
    ]
    with Workspace.open(home) as workspace:
        workspace.store.put_notes(corpus.raw)
        workspace.store.put_anonymised(made, findings)
    return home


def finding(note, label):
    kind = KINDS[label.kind]
    # Every eighth is a mark that a person has to decide on.
    says = None if kind is Kind.INDIRECT and label.start % 8 == 0 else "a participant"
    more = {"recogniser": "label", "score": 0.9, "why": "labelled so"}
    return Finding(note=note, start=label.start, end=label.end, kind=kind, replacement=says, **more)


@contextmanager
def served(folder, *options, environment=None):
    """The command, running; its address."""
    command = [sys.executable, "-m", "chatham", "review", "--folder", str(folder), "--as", "R. Porter", *options]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, encoding="utf-8", env=os.environ | (environment or {})
    ) as run:
        try:
            said = run.stderr.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+/#\S+", said)
            assert address, said + run.stderr.read()
            yield run, address[0]
        finally:
            if run.poll() is None:
                run.send_signal(signal.SIGINT)
                run.wait(PATIENCE)


@pytest.fixture
def opened(new_page):
    """Open an address; what the browser received is kept, and an error on the page fails the test."""
    errors = []

    def open_page(address):
        page = new_page(viewport={"width": 1100, "height": 900})
        page.received = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
        page.on("response", lambda answer: page.received.append(answer.text()) if answer.ok else None)
        page.goto(address)
        page.wait_for_selector(".ch-text")
        return page

    yield open_page
    assert [e for e in errors if "favicon" not in e] == []


def wait_for(page, words):
    page.wait_for_function("(words) => document.querySelector('#editor').innerText.includes(words)", arg=words)


def select(page, pattern):
    """Select with the mouse the first words of the text, outside redactions, that match; returns them."""
    box = page.evaluate(
        """(pattern) => {
            for (const node of document.querySelector(".ch-text").childNodes) {
                const found = node.nodeType === Node.TEXT_NODE && node.data.match(pattern);
                if (!found) continue;
                const range = document.createRange();
                range.setStart(node, found.index);
                range.setEnd(node, found.index + found[0].length);
                const { left, right, top, bottom } = range.getBoundingClientRect();
                return { left, right, y: (top + bottom) / 2, words: found[0] };
            }
        }""",
        pattern,
    )
    page.mouse.move(box["left"] + 1, box["y"])
    page.mouse.down()
    page.mouse.move(box["right"] - 1, box["y"], steps=8)
    page.mouse.up()
    return box["words"]


def test_ten_by_keyboard_one_missed_by_mouse_and_all_is_there_after_reloading(folder, opened):
    corpus = read_corpus(CORPUS)
    with served(folder, "--no-browser") as (run, address):
        page = opened(address)
        wait_for(page, "0 of 180 decided")
        assert page.url == address.partition("#")[0]
        decided = 0
        while decided < 10:
            # A note with a mark that waits for an answer cannot be approved: this reviewer keeps it back.
            page.keyboard.press("x" if page.query_selector(".ch-open") else "y")
            decided += 1
            wait_for(page, f"{decided} of 180 decided")
        here = page.evaluate("document.querySelector('.ch-head').innerText.match(/note (\\S+)/)[1]")
        before = page.evaluate("document.querySelector('.ch-text').textContent")
        words = select(page, r"[a-z]{4,} [a-z]{4,}")
        page.keyboard.press("m")
        page.wait_for_selector(".ch-pane input[name=replacement]")
        page.fill(".ch-pane input[name=replacement]", "something else")
        page.press(".ch-pane input[name=replacement]", "Enter")
        wait_for(page, "added")

        sent = "".join(page.received)
        secret = {p.name for p in corpus.roster.participants} | {n.raw.text for n in corpus.notes}
        findings = open_store(folder, lambda store: {f.note for f in store.findings()})
        assert [s for s in secret if s in sent and s not in unredacted(corpus, findings)] == []
        page.keyboard.press("o")
        page.wait_for_selector(".ch-original")
        assert raw(corpus, here) in json_texts(page.received)

        page.reload()
        page.wait_for_selector(".ch-text")
        wait_for(page, "10 of 180 decided")
        wait_for(page, f"note {here}")
        after = page.evaluate("document.querySelector('.ch-text').textContent")
        assert after == before.replace(words, "something else", 1)
        assert page.query_selector(".ch-original") is None
        run.send_signal(signal.SIGINT)
        assert run.wait(PATIENCE) == 1
        assert "170 notes are undecided" in run.stderr.read()
    notes, passed = open_store(folder, lambda store: (review(store.snapshot()), approved(store)))
    assert notes[here].text == after
    assert sum(note.decided for note in notes.values()) == 10
    assert 0 < len(passed) <= 10


def open_store(folder, read):
    with Store.open(folder / "private" / "chatham.sqlite") as store:
        return read(store)


def raw(corpus, note):
    return next(n.raw.text for n in corpus.notes if n.raw.id == note)


def unredacted(corpus, findings):
    """Notes in which nothing was found are anonymised as they are."""
    return {n.raw.text for n in corpus.notes if n.raw.id not in findings}


def json_texts(received):
    """The texts of the messages of the type `original`."""
    messages = [m for r in received if r.startswith("[") for m in json.loads(r)]
    return [m["text"] for m in messages if m["type"] == "original"]


def test_the_filters_of_the_command_are_those_of_the_page(folder, opened):
    with served(folder, "--no-browser", "--group", "WG2", "--kind", "indirect", "--all") as (_, address):
        page = opened(address)
        chosen = page.evaluate(
            "Object.fromEntries([...document.querySelectorAll('.ch-filters [name]')]"
            ".map((f) => [f.name, f.type === 'checkbox' ? f.checked : f.value]))"
        )
        assert chosen["working_group"] == "WG2"
        assert chosen["kind"] == "INDIRECT"
        assert chosen["undecided"] is False
        wait_for(page, "working group WG2")
        total = int(page.inner_text(".ch-head").split(" of ")[-1].split(")")[0])
        assert 0 < total < 180


def ask(address, *, token=None, path="/messages", host=None, origin=None, length=None, data=b'{"type": "open"}'):
    """One request; its status."""
    base, _, real = address.partition("#")
    headers = {"X-Chatham-Token": real if token is None else token, "X-Chatham-Page": "p"}
    headers |= {} if host is None else {"Host": host}
    headers |= {} if origin is None else {"Origin": origin}
    headers |= {} if length is None else {"Content-Length": length}
    request = urllib.request.Request(base.rstrip("/") + path, data=data, headers=headers)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def test_nobody_else_is_answered(folder):
    with served(folder, "--no-browser") as (_, address):
        assert ask(address)[0] == 200
        for refused in (
            ask(address, token=""),
            ask(address, token=address[-5:]),
            ask(address, host="evil.example"),
            ask(address, host="localhost.evil.example:80"),
            ask(address, origin="http://evil.example"),
            ask(address, origin="null"),
        ):
            assert refused[0] == 403
            assert refused[2] == b""
        assert ask(address, data=b"[1]")[0] == 400
        assert ask(address, data=b"{")[0] == 400
        assert ask(address, path="/other")[0] == 400
        assert ask(address, length="1000001")[0] == 413
        assert ask(address, length="-1")[0] == 411
        assert ask(address, path="/../page.py", data=None)[0] == 404
        status, headers, body = ask(address, path="/", data=None, token="")
        assert status == 200
        assert b"note" not in body.replace(b"Review of notes", b"")
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert headers["Cache-Control"] == "no-store"
        assert "Access-Control-Allow-Origin" not in headers
        assert ask(address, path="/", data=None, host="evil.example")[0] == 403


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="only Linux says it in a file who listens where")
def test_it_listens_on_this_machine_only_and_says_no_word_of_the_notes(folder):
    with served(folder, "--no-browser") as (run, address):
        port = int(re.search(r":(\d+)/", address)[1])
        listening = [
            line.split()[1] for line in Path("/proc/net/tcp").read_text("ascii").splitlines() if line.split()[3] == "0A"
        ]
        assert f"0100007F:{port:04X}" in listening
        assert f"00000000:{port:04X}" not in listening
        ask(address)
        run.send_signal(signal.SIGINT)
        said = run.stderr.read()
        assert "WG1" not in said
        assert "Traceback" not in said


def test_the_browser_is_started_with_a_private_file_and_not_with_the_token(folder, tmp_path):
    program = tmp_path / "browser"
    program.write_text(
        f'#!/bin/sh\ncd {tmp_path}\necho "$1" > asked\ncp "${{1#file://}}" part\nmv part door\n', "utf-8"
    )
    program.chmod(0o700)
    with served(folder, "--page", environment={"BROWSER": str(program)}) as (run, address):
        until = time.monotonic() + PATIENCE
        while not (tmp_path / "door").exists():
            assert run.poll() is None, run.stderr.read()
            assert time.monotonic() < until, "the browser was not started"
            time.sleep(0.05)
        door = folder / "private" / "review.html"
        assert (tmp_path / "asked").read_text("utf-8").strip() == door.resolve().as_uri()
        assert address in (tmp_path / "door").read_text("utf-8")
        assert door.stat().st_mode & 0o077 == 0
    assert not door.exists()
