"""From a summary note to the files that may be published: written, and read by the gate before anybody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from chatham.errors import GateClosed
from chatham.model.private import RawNote, Roster
from chatham.model.public import Consultation, SummaryNote

if TYPE_CHECKING:
    from chatham.check import FileReport

__all__ = ["Gate", "gated", "written"]

_MOST = 5
"""Of the places that one message names."""


class Gate:
    """The publication gate of one consultation's folder.

    Args:
        folder: Its waivers.yaml, if there is one, lets hits pass.
        notes: The raw notes: the gate looks for the people in them who are on no list too.
        roster: Who was there.
        consultation: The public programme.
    """

    def __init__(self, folder: Path, *, notes: Sequence[RawNote], roster: Roster, consultation: Consultation):
        self._waivers = folder / "waivers.yaml"
        self._notes = notes
        self._roster = roster
        self._consultation = consultation

    @cached_property
    def outsiders(self) -> tuple[str, ...]:
        """Names in the notes of people who are on no list."""
        from chatham.anonymise.outsiders import outsiders

        return tuple(outsiders(self._notes, roster=self._roster))

    def read(self, data: bytes, target: Path, texts: Mapping[str, str] | None = None) -> FileReport:
        """Read a file as it would be published.

        Args:
            data: All of it.
            target: Where it would be written.
            texts: What it was made of, by what each is called: the error says which of them name somebody.

        Raises:
            GateClosed: It would still name somebody, or cannot be read whole.
        """
        from chatham.check import check_bytes, read_waivers
        from chatham.check.gate import texts_that_name

        report = check_bytes(
            data,
            name=target.name,
            roster=self._roster,
            consultation=self._consultation,
            also=self.outsiders,
            waivers=read_waivers(self._waivers) if self._waivers.is_file() else (),
        )
        if report.leaks or report.unreadable:
            places = [f"{leak.part}, {leak.where}" for leak in report.leaks] + [str(u) for u in report.unreadable]
            guilty = texts_that_name(
                texts or {}, roster=self._roster, consultation=self._consultation, also=self.outsiders
            )
            what = (
                f"would still name somebody in {len(report.leaks)} places" if report.leaks else "cannot be read whole"
            )
            raise GateClosed(
                f"the note {what}, and was not written",
                file=target.name,
                fix=f"Look at {'; '.join([*guilty[:_MOST], *places[:_MOST]])}",
            )
        return report


def written(
    summary: SummaryNote, target: Path, *, forms: Sequence[str], template: Path | None, page_numbers: bool
) -> dict[Path, bytes]:
    """The note as Word has it, and in other forms beside it.

    Args:
        summary: All that the template prints.
        target: Where the Word file is to lie.
        forms: Names of `chatham.report.FORMS`.
        template: A Word template of one's own.
        page_numbers: Ask LibreOffice for those of the contents.

    Raises:
        InputError: An unknown form, or LibreOffice is missing.
    """
    from chatham.report import build, build_with_pages, other_forms

    data = (build_with_pages if page_numbers else build)(summary, template=template)
    return {target: data} | {target.with_suffix(end): made for end, made in other_forms(summary, data, forms).items()}


def gated(
    files: Mapping[Path, bytes], gate: Gate, *, certified: bool, texts: Mapping[str, str] | None = None
) -> dict[str, bytes | str]:
    """The files, and the gate's certificates of them.

    Args:
        files: Path to content; the first is the note itself.
        gate: Reads each of them.
        certified: Put the certificates beside the files.
        texts: As in `Gate.read`.

    Raises:
        GateClosed: One of them would still name somebody.
    """
    from chatham.check import certificate

    first = next(iter(files))
    outputs: dict[str, bytes | str] = {}
    for file, data in files.items():
        report = gate.read(data, file, texts)
        outputs[str(file)] = data
        if certified:
            named = file.stem if file == first else file.name
            outputs[str(file.with_name(f"{named}.check.json"))] = certificate(report)
    return outputs
