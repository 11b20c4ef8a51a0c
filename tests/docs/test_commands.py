"""Every command has help, is documented, and the documentation names no command that is not there."""

import re
from pathlib import Path

import pytest
import typer.main

from chatham.cli.app import app_for

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text("utf-8")
COMMANDS = typer.main.get_command(app_for(())).commands


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_has_help_and_is_documented(name):
    command = COMMANDS[name]
    assert len((command.help or "").split()) > 4
    assert f"| `chatham {name}" in PAGE
    for parameter in command.params:
        assert getattr(parameter, "help", None), f"{name}: {parameter.name} has no help"


def test_no_other_command_is_documented():
    assert set(re.findall(r"^\| `chatham (\w+)", PAGE, flags=re.M)) == set(COMMANDS)
