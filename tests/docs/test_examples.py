"""Every console session and Python example in README and docs is run, and prints what the page says it prints.

`...` on a line of its own, or inside a line, stands for anything. A block after `<!-- not run: why -->` is not run.
"""

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from chatham import resources

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"(<!-- not run: [^\n]+ -->\n+)?^```(console|pycon)\n(.*?)^```", re.M | re.S)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def blocks(page, language):
    return [m.group(3) for m in BLOCK.finditer(page.read_text("utf-8")) if m.group(2) == language and not m.group(1)]


def sessions(page):
    """(command, expected output) in order."""
    for block in blocks(page, "console"):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, expected = part.partition("\n")
            yield command, expected


def run(command, folder):
    words = shlex.split(command)
    if words[0] == "cat":
        return "".join((folder / w).read_text("utf-8") for w in words[1:])
    if words[0] == "ls":
        return "".join(f"{p.name}\n" for p in sorted((folder / (words[1] if words[1:] else ".")).iterdir()))
    assert words[0] == "chatham", f"the examples know chatham, cat, ls and cd, not {words[0]}"
    done = subprocess.run(
        [sys.executable, "-m", "chatham", *words[1:]],
        cwd=folder,
        env=os.environ | {"COLUMNS": "100", "NO_COLOR": "1", "HOME": str(folder), "USER": "amina", "LOGNAME": "amina"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        timeout=900,
    )
    return done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_console_sessions_print_what_the_page_says(page, tmp_path):
    given = list(sessions(page))
    if not given:
        assert "```console" not in re.sub(BLOCK, "", page.read_text("utf-8"))
        return
    (tmp_path / "samples").symlink_to(resources.samples())
    folder = tmp_path
    checker = doctest.OutputChecker()
    for command, expected in given:
        if command.startswith("cd "):
            folder = folder / command[3:].strip()
            continue
        got = run(command, folder)
        assert checker.check_output(expected, got, FLAGS), f"$ {command}\nthe page says:\n{expected}\nit prints:\n{got}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_python_examples_print_what_the_page_says(page, tmp_path, monkeypatch):
    (tmp_path / "samples").symlink_to(resources.samples())
    monkeypatch.chdir(tmp_path)
    test = doctest.DocTestParser().get_doctest("\n".join(blocks(page, "pycon")), {}, page.name, str(page), 0)
    out = []
    result = doctest.DocTestRunner(optionflags=FLAGS).run(test, out=out.append)
    assert result.failed == 0, "".join(out)


def test_links_between_pages_lead_somewhere():
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8")):
            if not re.match(r"[a-z]+:", target):
                assert (page.parent / target).exists(), f"{page.name} links to {target}"
