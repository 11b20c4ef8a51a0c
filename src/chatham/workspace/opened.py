"""What every step in a consultation's folder needs: the programme, the roster, the store, and what they hold."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from chatham.errors import InputError
from chatham.exchange.consultation import Programme
from chatham.files import read_text, write_all
from chatham.folder import plain_files, roster_file
from chatham.model.display import Rows
from chatham.model.private import Finding, RawNote, Roster
from chatham.model.public import AnonymisedNote, ApprovedNote
from chatham.settings import Settings

if TYPE_CHECKING:
    from chatham.publishing import Gate
    from chatham.store import Store

__all__ = ["Opened"]

_ROSTER = "roster.json"
"""The paper that a sealed roster is kept as."""


class Opened:
    """A consultation's folder, open, as the steps see it; `Workspace` is it with the steps.

    Attributes:
        folder: Where it lies.
        consultation: The public programme.
        facilitators: Their names, which are private.
        settings: Flags over environment over consultation.yaml over defaults.
        store: The private store.
    """

    def __init__(self, folder: Path, programme: Programme, store: Store, settings: Settings):
        self.folder = folder
        self.consultation = programme.consultation
        self.settings = settings
        self.store = store
        self.facilitators = programme.facilitators

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    @cached_property
    def roster(self) -> Roster:
        """Who was there, from roster.csv or roster.xlsx in the folder, or as it was sealed.

        Raises:
            InputError: There is no such file, and none was sealed.
            RosterError: A row or cell is wrong.
        """
        from chatham.capture.roster import read_roster

        file = roster_file(self.folder)
        sealed = self.store.paper(_ROSTER) if file is None else None
        if sealed is not None:
            return Roster.model_validate_json(sealed).model_copy(update={"facilitators": self.facilitators})
        if file is None:
            problem = "no roster.csv and no roster.xlsx"
            raise InputError(problem, file=self.folder, fix="Put the registration list there")
        return read_roster(
            file,
            framework=self.consultation.framework,
            facilitators=self.facilitators,
            deadline=self.consultation.registration_deadline,
        ).roster

    def forget_roster(self) -> None:
        """Its file may have changed: read it anew when it is asked for."""
        self.__dict__.pop("roster", None)

    def seal_roster(self) -> dict[str, str]:
        """The roster as the paper that takes the place of its file."""
        return {_ROSTER: self.roster.model_dump_json()}

    def notes(self) -> Rows[RawNote]:
        """The raw notes: private."""
        return Rows(RawNote, self.store.notes())

    def findings(self) -> Rows[Finding]:
        """What was found in them, and what stands there instead: private."""
        return Rows(Finding, self.store.findings())

    def anonymised(self) -> Rows[AnonymisedNote]:
        """The notes as anonymise made them; what people decided since is in `approved`."""
        return Rows(AnonymisedNote, self.store.anonymised())

    def approved(self) -> Rows[ApprovedNote]:
        """The notes that a person has let pass, as that person saw them."""
        from chatham.review import approved

        return Rows(ApprovedNote, approved(self.store))

    def plain_files(self) -> tuple[Path, ...]:
        """Of an encrypted folder, the files that tell of people and can be read without the passphrase."""
        return plain_files(self.folder, self.store.path) if self.store.encrypted else ()

    def keep(self, papers: Mapping[str, str]) -> None:
        """What tells of people goes to private/, and where the folder is encrypted, into the store."""
        if self.store.encrypted:
            self.store.keep(papers)
        else:
            outputs = {str(self.folder / "private" / name): text for name, text in papers.items()}
            write_all(outputs, private=set(outputs))

    def kept(self, name: str) -> str | None:
        """A paper of that name, from the store or from private/; None if there is none."""
        file = self.folder / "private" / name
        sealed = self.store.paper(name) if self.store.encrypted else None
        return read_text(file) if sealed is None and file.is_file() else sealed

    def gate(self) -> Gate:
        """What reads everything that goes out."""
        from chatham.publishing import Gate

        return Gate(self.folder, notes=self.notes(), roster=self.roster, consultation=self.consultation)
