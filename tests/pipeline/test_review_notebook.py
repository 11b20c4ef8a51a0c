"""The editor in JupyterLab, in a real browser."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress

import pytest

from chatham.model.private import Finding, Kind, RawNote
from chatham.model.public import AnonymisedNote
from chatham.review.bulk import approved
from chatham.review.decide import review
from chatham.store import Store

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
    """URL of a JupyterLab server in that folder."""
    port = 18_000 + os.getpid() % 10_000
    home = folder / "home"
    environment = os.environ | {
        "HOME": str(home),
        "JUPYTER_CONFIG_DIR": str(home),
        "JUPYTER_DATA_DIR": str(home),
        "JUPYTER_RUNTIME_DIR": str(home),
        "IPYTHONDIR": str(home),
    }
    home.mkdir()
    options = [
        f"--ServerApp.port={port}",
        f"--IdentityProvider.token={TOKEN}",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.port_retries=0",
        "--ServerApp.open_browser=False",
        "--ServerApp.allow_root=True",
        "--LabApp.news_url=",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    with subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            url = f"http://127.0.0.1:{port}"
            for _ in range(600):
                try:
                    urllib.request.urlopen(f"{url}/api?token={TOKEN}", timeout=5).close()  # noqa: S310
                    break
                except (urllib.error.URLError, OSError):
                    assert server.poll() is None
                    time.sleep(0.2)
            yield url
        finally:
            server.terminate()


def opened(browser, lab, received):
    """The notebook, run to the editor."""
    from playwright.sync_api import TimeoutError as TooLate

    page = browser.new_page(viewport={"width": 1200, "height": 1000})
    page.set_default_timeout(90_000)
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(frame)))
    page.goto(f"{lab}/lab/tree/review.ipynb?token={TOKEN}&reset")
    page.wait_for_selector(".jp-Notebook .jp-CodeCell .cm-content")
    for _ in range(12):
        # A cell that is run before its kernel is ready is not run at all, and nothing on the page says so.
        page.click(".jp-Notebook .jp-CodeCell .cm-content")
        page.keyboard.press("Control+Enter")
        with suppress(TooLate):
            page.wait_for_selector(".chatham-editor .ch-text", timeout=10_000)
            break
    page.focus(".chatham-editor")
    return page


def heard(received):
    return "".join(f if isinstance(f, str) else f.decode("utf-8", "replace") for f in received)


def wait_for(page, words):
    page.wait_for_function("(words) => document.querySelector('.chatham-editor').innerText.includes(words)", arg=words)


def test_ten_by_keyboard_one_missed_by_mouse_and_all_is_there_after_reloading(browser, lab, folder):
    received = []
    page = opened(browser, lab, received)
    wait_for(page, "0 of 180 decided")
    for key in [*["a", "y"] * 9, "r", "y"]:
        page.keyboard.press(key)
    wait_for(page, "10 of 180 decided")
    page.keyboard.press("p")
    wait_for(page, "note n9")
    page.keyboard.press("n")
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
    page.keyboard.press("n")
    wait_for(page, "note n11")
    page.keyboard.press("o")
    wait_for(page, "Priya Raman said that form 11 is late.")
    assert "Priya Raman said that form 11" in heard(received)

    page.keyboard.press("Control+s")
    page.wait_for_timeout(1500)
    page.close()
    saved = (folder / "review.ipynb").read_text("utf-8")
    assert "Priya" not in saved
    assert "is late" not in saved

    again = opened(browser, lab, [])
    wait_for(again, "10 of 180 decided")
    with Store.open(folder / "s.sqlite") as store:
        notes = review(store.snapshot())
        assert notes["n10"].text == "A participant said that form 10 is late. Another participant agreed."
        assert notes["n9"].text.startswith("Priya")
        assert len(approved(store)) == 10
