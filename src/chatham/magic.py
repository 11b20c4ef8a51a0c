"""The cell magic `%%note`: a cell's text becomes a note of the consultation.

    %%note 8 21 --review challenges --speaker "Ms. Opal Quay" --group WG1
    The form is missing in half of the districts.

A cell stands for its note: run again after a correction, it corrects the note.
"""

from __future__ import annotations

import argparse
import shlex
from typing import Any, NoReturn

from chatham.errors import InputError
from chatham.model.private import RawNote
from chatham.workspace import Workspace

__all__ = ["register"]


class _Parser(argparse.ArgumentParser):
    """Errors are ours: the standard library's would end the notebook's kernel."""

    def error(self, message: str) -> NoReturn:
        raise InputError(f"%%note: {message}", fix=self.format_usage().strip())


def register(shell: Any) -> None:
    """Add the magic to a running IPython."""
    cell: dict[str, str | None] = {"id": None}

    def starts(info: Any) -> None:
        cell["id"] = getattr(info, "cell_id", None)

    def note(line: str, body: str) -> RawNote:
        """Write one note down.

        %%note [OBJECTIVES...] [--review ID] [--speaker NAME] [--group ID] [--round N] [--rapporteur NAME]
        [--workspace VARIABLE], and the text of the note on the lines below.
        """
        given = _parser().parse_args(shlex.split(line))
        workspace = _workspace(shell.user_ns, given.workspace)
        return workspace.note(
            body.strip(),
            objectives=given.objectives,
            review=given.review,
            speaker=given.speaker,
            working_group=given.group,
            round=given.round,
            rapporteur=given.rapporteur,
            cell=cell["id"],
        )

    shell.events.register("pre_run_cell", starts)
    shell.register_magic_function(note, magic_kind="cell", magic_name="note")


def _parser() -> _Parser:
    parser = _Parser(prog="%%note", add_help=False)
    parser.add_argument("objectives", nargs="*", help="codes of the codebook")
    parser.add_argument("--review", "-r", help="id of a review objective")
    parser.add_argument("--speaker", "-s", help="who said it; stays private")
    parser.add_argument("--group", "-g", help="id or name of a working group")
    parser.add_argument("--round", type=int, help="of the working groups, from 1")
    parser.add_argument("--rapporteur", help="who writes")
    parser.add_argument(
        "--workspace", "-w", help="name of the variable that holds the consultation, if there are several"
    )
    return parser


def _workspace(names: dict[str, Any], asked: str | None) -> Workspace:
    if asked is not None:
        found = names.get(asked)
        if not isinstance(found, Workspace):
            raise InputError("no consultation of that name is open", fix='Open one: w = chatham.open("folder")')
        return found
    opened = {id(v): v for k, v in names.items() if isinstance(v, Workspace) and not k.startswith("_")}
    if len(opened) != 1:
        problem = "several consultations are open" if opened else "no consultation is open"
        fix = "Say which: --workspace NAME" if opened else 'Open one: w = chatham.open("folder")'
        raise InputError(problem, fix=fix)
    return next(iter(opened.values()))
