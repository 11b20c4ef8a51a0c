"""What all tests share."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

# A slow or busy machine is no failure, and every machine tries the same examples: `--hypothesis-profile random` others.
_ANYWHERE = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow], "print_blob": True}
settings.register_profile("same", derandomize=True, database=None, **_ANYWHERE)
settings.register_profile("random", **_ANYWHERE)
settings.load_profile("same")

# Colours and widths that somebody, or a machine that runs tests, wants of all programs would be in what is compared.
for _name in ("COLUMNS", "FORCE_COLOR", "GITHUB_ACTIONS", "LINES", "NO_COLOR", "PY_COLORS", "TERMINAL_WIDTH"):
    os.environ.pop(_name, None)

# What somebody has set up for their own work, a store on a server above all, is no business of the tests.
for _name in [n for n in os.environ if n.startswith("CHATHAM_")]:
    if _name not in ("CHATHAM_REQUIRE_ALL", "CHATHAM_TEST_POSTGRES_URL"):
        del os.environ[_name]

# A run in the background of a shell is not to be interrupted from the keyboard; the programs that tests interrupt are.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

PATIENCE = 300
"""Seconds after which something that a test waits for is given up. No test is about time: this only ends what hangs."""


@pytest.fixture
def require():
    """Find a program that a test needs: the test skips without it, or fails where everything is required."""

    def find(*names: str) -> str:
        for name in names:
            if found := shutil.which(name):
                return found
        _missing(f"needs {' or '.join(names)}, which is not installed")

    return find


@pytest.fixture
def browser(require):
    """A headless Chromium."""
    program = require("chromium", "chromium-browser", "google-chrome")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"], timeout=PATIENCE * 1000)
        yield started
        started.close()


@pytest.fixture
def new_page(browser):
    """Open a page of the browser; options are those of its window."""

    def new(**window):
        page = browser.new_page(**window)
        page.set_default_timeout(PATIENCE * 1000)
        return page

    return new


@pytest.fixture
def press():
    """Type keys into the editor of a page, or of a frame in it, and wait until it has dealt with all of them."""

    def typed(page, *keys: str, frame=None) -> None:
        frame = frame or page.main_frame
        before = frame.evaluate(
            """() => {
                if (window.keysUp === undefined) {
                    window.keysUp = 0;
                    window.addEventListener("keyup", () => { window.keysUp += 1; }, true);
                }
                return window.keysUp;
            }"""
        )
        for key in keys:
            page.keyboard.press(key)
        frame.wait_for_function(
            """(all) => window.keysUp >= all && document.querySelector(".chatham-editor[aria-busy=false]")""",
            arg=before + len(keys),
        )

    return typed


@pytest.fixture(scope="session")
def postgresql():
    """URL of a PostgreSQL server: the one of CHATHAM_TEST_POSTGRES_URL, or a private one that ends with the tests."""
    if url := os.environ.get("CHATHAM_TEST_POSTGRES_URL"):
        yield url
        return
    folders = [Path(f) for f in os.environ.get("PATH", "").split(os.pathsep)]
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    programs = next((f for f in folders if (f / "initdb").exists() and (f / "pg_ctl").exists()), None)
    if programs is None:
        _missing("needs a PostgreSQL server: set CHATHAM_TEST_POSTGRES_URL, or install postgresql")
    # The server refuses to run as root; its socket's path has to be short.
    user = {"user": "postgres"} if os.name == "posix" and os.geteuid() == 0 else {}
    home = Path(tempfile.mkdtemp(prefix="chatham-pg-", dir="/tmp" if os.name == "posix" else None))  # noqa: S108
    try:
        if user:
            shutil.chown(home, **user)
        run = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": home, **user}
        data = str(home / "data")
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", "chatham", "-A", "trust", "-E", "UTF8", "-N", "--no-locale"], **run
        )
        options = f"-k {home} -c listen_addresses= -c max_connections=20"
        subprocess.run(
            [programs / "pg_ctl", "-D", data, "-o", options, "-w", "-t", str(PATIENCE), "-l", home / "log", "start"],
            **run,
        )
        try:
            yield f"postgresql://chatham@/postgres?host={home}"
        finally:
            subprocess.run(
                [programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "-t", str(PATIENCE), "stop"], **run
            )
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _missing(reason: str) -> NoReturn:
    if os.environ.get("CHATHAM_REQUIRE_ALL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
