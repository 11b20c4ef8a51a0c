"""Everything chatham raises on purpose, in one tree.

    ChathamError
    ├── InputError                what was handed in cannot be used         exit 2
    │   ├── UnreadableFile        no reader can make sense of the file      exit 2
    │   ├── RosterError           a roster row or cell is wrong             exit 2
    │   ├── ConsultationError     consultation.yaml or a codebook is wrong  exit 2
    │   ├── SettingError          an unknown setting or a bad value         exit 2
    │   └── TemplateError         a Word template cannot be filled          exit 2
    ├── DetectionError            a recogniser or the model failed          exit 2
    ├── StoreError                the private store refuses or is broken    exit 2
    │   └── Conflict              somebody else decided first               exit 1
    └── Refused                   the answer is no                          exit 1
        ├── NotesSetAside         some notes may not go on                  exit 1
        └── GateClosed            the finished file still names somebody    exit 1

No message ever holds what was said in the room, a name from the roster or the surface of a finding: messages say
which file, which place in it, what is wrong and what to do.
"""

from __future__ import annotations

__all__ = [
    "ChathamError",
    "Conflict",
    "ConsultationError",
    "DetectionError",
    "GateClosed",
    "InputError",
    "NotesSetAside",
    "Refused",
    "RosterError",
    "SettingError",
    "StoreError",
    "TemplateError",
    "UnreadableFile",
]


class ChathamError(Exception):
    """The root: catch it to catch everything chatham raises on purpose.

    Args:
        problem: What is wrong, in a clause, without anything that was said.
        file: The file it is about, as the user named it.
        place: Where in the file: `line 3`, `row 12`, `paragraph 7`, `sheet Notes, row 4`.
        fix: What to do about it, as an imperative sentence without its full stop.
    """

    exit_code = 2

    def __init__(self, problem: str, *, file: object = None, place: str | None = None, fix: str | None = None):
        self.problem = problem
        self.file = None if file is None else str(file)
        self.place = place
        self.fix = fix
        where = ", ".join(part for part in (self.file, place) if part)
        super().__init__((f"{where}: " if where else "") + problem + (f". {fix}." if fix else ""))


class InputError(ChathamError):
    """What was handed in cannot be used."""


class UnreadableFile(InputError):
    """No reader can make sense of the file, or of a part of it."""


class RosterError(InputError):
    """A roster row or cell is wrong."""


class ConsultationError(InputError):
    """`consultation.yaml`, or the codebook it names, is wrong."""


class SettingError(InputError):
    """An unknown setting, or a value that the setting does not take."""


class TemplateError(InputError):
    """A Word template cannot be filled: an unknown field, broken markup."""


class DetectionError(ChathamError):
    """A recogniser or the language model failed, so the text may not pass."""


class StoreError(ChathamError):
    """The private store refuses, is locked, or is broken."""


class Conflict(StoreError):
    """Somebody else decided on the same note first."""

    exit_code = 1


class Refused(ChathamError):
    """Everything worked, and the answer is no."""

    exit_code = 1


class NotesSetAside(Refused):
    """Some notes may not go on: not in the pipeline's language, or marked for review."""


class GateClosed(Refused):
    """The finished file still names somebody."""
