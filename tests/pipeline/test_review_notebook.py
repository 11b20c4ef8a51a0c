"""The editor in JupyterLab, in a real browser."""

import json
import os
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress

import pytest

from chatham.model.private import Finding, Kind, RawNote
from chatham.model.public import AnonymisedNote
from chatham.review.bulk import approved
from chatham.review.decide import review
from chatham.store import Store

PATIENCE = 300
"""Seconds after which the server is given up; nothing here is about time."""
NOTES = 180
TOKEN = "for-this-test"  # noqa: S105
CELL = """\
from chatham.review.widget import Editor
from chatham.store import Store

store = Store.open("s.sqlite")
Editor(store, who="Reviewer")
"""


@pytest.fixture
def folder(tmp_path):
    """A folder with a store and a notebook that opens it."""
    with Store.open(tmp_path / "s.sqlite") as store:
        notes = [RawNote(id=f"n{i}", text=f"Priya Raman said that form {i} is late. Tom agreed.") for i in range(NOTES)]
        store.put_notes(notes)
        more = {
            "kind": Kind.PERSON,
            "replacement": "A participant",
            "recogniser": "roster",
            "score": 0.9,
            "why": "listed",
        }
        found = [Finding(note=n.id, start=0, end=11, **more) for n in notes]
        store.put_anonymised([AnonymisedNote(id=n.id, text="A participant" + n.text[11:]) for n in notes], found)
    cell = {"cell_type": "code", "id": "one", "metadata": {}, "outputs": [], "execution_count": None, "source": CELL}
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = {"cells": [cell], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    (tmp_path / "review.ipynb").write_text(json.dumps(notebook), "utf-8")
    return tmp_path


@pytest.fixture
def lab(folder):
    """Address of a JupyterLab server in that folder, at a port that nobody else has."""
    home = folder / "home"
    variables = ("HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    home.mkdir()
    options = [
        "--ServerApp.port=0",
        f"--IdentityProvider.token={TOKEN}",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.open_browser=False",
        "--ServerApp.allow_root=True",
        "--LabApp.expose_app_in_browser=True",
        "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    said = folder / "server.log"
    with (
        said.open("wb") as log,
        subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options],
            cwd=folder,
            env=os.environ | dict.fromkeys(variables, str(home)),
            stdout=log,
            stderr=log,
        ) as server,
    ):
        try:
            until = time.monotonic() + PATIENCE
            while not (address := answering(home)):
                assert server.poll() is None, f"JupyterLab has ended: {said.read_text('utf-8')[-2000:]}"
                assert time.monotonic() < until, f"JupyterLab did not start: {said.read_text('utf-8')[-2000:]}"
                time.sleep(0.2)
            yield address
        finally:
            server.terminate()
            try:
                server.wait(60)
            except subprocess.TimeoutExpired:  # it waits for a kernel that does not end
                server.kill()


def answering(home):
    """Address of the server that has left word in a folder, once it answers."""
    for file in home.glob("jpserver-*.json"):
        with suppress(OSError, ValueError, KeyError):  # half written, or not yet listening
            address = f"http://127.0.0.1:{json.loads(file.read_text('utf-8'))['port']}"
            urllib.request.urlopen(f"{address}/api?token={TOKEN}", timeout=30).close()  # noqa: S310
            return address
    return None


def opened(new_page, lab, received):
    """The notebook, run to the editor."""
    page = new_page(viewport={"width": 1200, "height": 1000})
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(frame)))
    page.goto(f"{lab}/lab/tree/review.ipynb?token={TOKEN}&reset")
    page.wait_for_selector(".jp-Notebook .jp-CodeCell .cm-content")
    # A cell that is run before its kernel is ready is not run at all; one that is run twice makes two editors.
    page.wait_for_function(
        """() => {
            const notebook = window.jupyterapp?.shell.currentWidget;
            return notebook?.sessionContext?.isReady && notebook.sessionContext.session?.kernel?.status === "idle";
        }"""
    )
    page.click(".jp-Notebook .jp-CodeCell .cm-content")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".chatham-editor[aria-busy=false] .ch-text")
    page.focus(".chatham-editor")
    return page


def heard(received):
    return "".join(f if isinstance(f, str) else f.decode("utf-8", "replace") for f in received)


def wait_for(page, words):
    page.wait_for_function("(words) => document.querySelector('.chatham-editor').innerText.includes(words)", arg=words)


def test_ten_by_keyboard_one_missed_by_mouse_and_all_is_there_after_reloading(new_page, press, lab, folder):
    received = []
    page = opened(new_page, lab, received)
    wait_for(page, "0 of 180 decided")
    press(page, *["a", "y"] * 9, "r", "y")
    wait_for(page, "10 of 180 decided")
    press(page, "p")
    wait_for(page, "note n9")
    press(page, "n")
    wait_for(page, "note n10")
    page.evaluate(
        """() => {
            const text = [...document.querySelector(".ch-text").childNodes].at(-1);
            const range = document.createRange();
            range.setStart(text, text.data.indexOf("Tom"));
            range.setEnd(text, text.data.indexOf("Tom") + 3);
            const box = range.getBoundingClientRect();
            window.box = { left: box.left, right: box.right, y: (box.top + box.bottom) / 2 };
        }"""
    )
    box = page.evaluate("window.box")
    page.mouse.move(box["left"] + 1, box["y"])
    page.mouse.down()
    page.mouse.move(box["right"] - 1, box["y"], steps=5)
    page.mouse.up()
    page.keyboard.press("m")
    page.wait_for_selector(".ch-pane input[name=replacement]")
    page.fill(".ch-pane input[name=replacement]", "Another participant")
    page.press(".ch-pane input[name=replacement]", "Enter")
    wait_for(page, "added")

    # The one redaction that was rejected is a name on the page; of the others nothing has been sent.
    sent = heard(received)
    assert [i for i in range(NOTES) if f"Priya Raman said that form {i} " in sent] == [9]
    press(page, "n", "o")
    wait_for(page, "note n11")
    wait_for(page, "Priya Raman said that form 11 is late.")
    assert "Priya Raman said that form 11" in heard(received)

    page.evaluate("() => window.jupyterapp.commands.execute('docmanager:save')")
    page.close()
    saved = (folder / "review.ipynb").read_text("utf-8")
    assert "application/vnd.jupyter.widget-view+json" in saved
    assert "Priya" not in saved
    assert "is late" not in saved

    again = opened(new_page, lab, [])
    wait_for(again, "10 of 180 decided")
    with Store.open(folder / "s.sqlite") as store:
        notes = review(store.snapshot())
        assert notes["n10"].text == "A participant said that form 10 is late. Another participant agreed."
        assert notes["n9"].text.startswith("Priya")
        assert len(approved(store)) == 10
