"""A consultation's folder, open: every step of the way as a method, with what it promises.

It is long because of the promises; what a step does stands in the modules beside this one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from chatham.errors import InputError
from chatham.exchange.consultation import read_consultation
from chatham.files import make_private
from chatham.folder import make_folder, store_place
from chatham.model.coverage import Coverage
from chatham.model.display import PRIVATE, Rows, table
from chatham.model.framework import Code
from chatham.model.private import NoteRisk, RawNote
from chatham.model.public import Point
from chatham.outcomes import Built, Imported, Merged, Risked, Sealed, Status
from chatham.settings import resolve
from chatham.workspace import ending, intake, stages, state, summary
from chatham.workspace.opened import Opened
from chatham.workspace.stages import Progress

if TYPE_CHECKING:
    import pandas as pd

    from chatham.anonymise.engine import Anonymised
    from chatham.capture.roster import RosterImport
    from chatham.people.balance import Balance
    from chatham.review.advised import Advised
    from chatham.review.widget import Editor
    from chatham.store import Purge
    from chatham.synthesise import Synthesis

__all__ = ["Workspace"]


class Workspace(Opened):
    """A consultation's folder, open. Use it as a context manager.

    Attributes:
        folder: Where it lies.
        consultation: The public programme.
        settings: Flags over environment over consultation.yaml over defaults.
        store: The private store.
    """

    @classmethod
    def create(
        cls,
        folder: str | Path,
        *,
        title: str,
        date: str = "",
        encrypt: bool = False,
        passphrase: str | None = None,
        ask: Callable[[str], str] | None = None,
    ) -> Workspace:
        """Make a folder for a consultation, with a programme and a roster to be filled in, and open it.

        Args:
            folder: It must not exist, or be empty.
            title: Of the consultation.
            date: ISO 8601.
            encrypt: Encrypt the store, with the passphrase of CHATHAM_PASSPHRASE or one that is asked for.
            passphrase: Encrypts the store with this one.
            ask: Asks the person for a passphrase, given the question.

        Raises:
            InputError: The folder is not empty, or cannot be made.
            StoreError: No passphrase is to be had, or what encrypts is not installed; nothing was made.
        """
        home = Path(folder)
        if home.exists() and (not home.is_dir() or any(home.iterdir())):
            raise InputError("not an empty folder", file=home, fix="Name a folder that does not exist yet")
        if encrypt or passphrase is not None:
            from chatham.store.cipher import opener
            from chatham.store.passphrase import passphrase_for

            place = home / "private" / "chatham.sqlite"
            passphrase = passphrase or passphrase_for(place, new=True, ask=ask)
            opener(place, passphrase or "")
        make_folder(home, title=title, date=date)
        return cls.open(home, passphrase=passphrase)

    @classmethod
    def open(
        cls,
        folder: str | Path = ".",
        *,
        passphrase: str | None = None,
        ask: Callable[[str], str] | None = None,
        settings: Mapping[str, Any] | None = None,
    ) -> Workspace:
        """Open a consultation's folder.

        Args:
            folder: Where consultation.yaml lies.
            passphrase: Of an encrypted store; by default that of CHATHAM_PASSPHRASE or of the system's keyring.
            ask: Asks the person for the passphrase where there is none, given the question.
            settings: Such as were given on the command line: they beat all other sources; None is not given.

        Raises:
            InputError: There is no consultation.yaml.
            ConsultationError: It is wrong.
            StoreError: The store cannot be opened, or no passphrase is to be had.
        """
        from chatham.store import Store
        from chatham.store.passphrase import passphrase_for

        home = Path(folder)
        file = home / "consultation.yaml"
        if not file.is_file():
            raise InputError("not a consultation's folder", file=home, fix="Make one with `chatham new`")
        programme = read_consultation(file)
        resolved = resolve(settings, programme.consultation.settings)
        make_private(home / "private")
        place = store_place(home, programme.consultation, resolved)
        if passphrase is None and isinstance(place, Path):
            passphrase = passphrase_for(place, ask=ask)
        return cls(home, programme, Store.open(place, passphrase=passphrase), resolved)

    def _repr_html_(self) -> str:
        now = self.status()
        rows = [
            ("notes", f"{now.notes}, of which {now.tagged} are tagged and {now.anonymised} anonymised"),
            ("decided", f"{now.approved} approved, {now.undecided} undecided, {now.set_aside} set aside"),
            ("store", "encrypted" if self.store.encrypted else "not encrypted"),
        ]
        return table(("", ""), rows, title=f"{self.consultation.title} · {PRIVATE}")

    def import_roster(self, file: str | Path | None = None) -> RosterImport:
        """Check a registration list, and make it the consultation's: roster.csv in the folder.

        Args:
            file: A registration export; by default the list that is in the folder is checked, and left as it is.

        Returns:
            The roster, and what its sender should know; `balance` shows who is on it.

        Raises:
            InputError: No list is there, or one of another format is in the way.
            RosterError: Rows without a name, no participants, or no column of names.
        """
        return intake.import_roster(self, file)

    def balance(self) -> Balance:
        """Who is on the registration list, by subregion, category and gender: private."""
        from chatham.people.balance import balance

        return balance(self.roster, framework=self.consultation.framework)

    def import_files(self, files: Iterable[str | Path] = (), *, direct_messages: bool = False) -> Imported:
        """Read files into the store: all of them, or nothing.

        Args:
            files: Those of the notes/ folder by default. The same file twice adds nothing; a corrected one updates its
                notes.
            direct_messages: Keep the direct messages of a chat, which are dropped and counted otherwise.

        Raises:
            InputError: A file cannot be used, with the place in it.
        """
        return intake.import_files(self, files, direct_messages=direct_messages)

    def note(
        self,
        text: str,
        *,
        objectives: Sequence[Code] = (),
        review: str | None = None,
        speaker: str | None = None,
        working_group: str | None = None,
        round: int | None = None,  # noqa: A002 (the field's word, in every format)
        rapporteur: str | None = None,
        cell: str | None = None,
    ) -> RawNote:
        """Write one note down.

        Args:
            text: What was said.
            objectives: Codes of the framework.
            review: Id of a review objective.
            speaker: Who said it; stays private.
            working_group: Id or name of a group.
            round: Of the working groups, from 1.
            rapporteur: Who writes.
            cell: Of a notebook, that the note is written in: written in it again, it is the same note, corrected.

        Raises:
            InputError: An unknown objective, review objective or group.
        """
        return intake.note(
            self,
            text,
            objectives=objectives,
            review=review,
            speaker=speaker,
            working_group=working_group,
            round=round,
            rapporteur=rapporteur,
            cell=cell,
        )

    def import_frame(self, frame: pd.DataFrame, *, name: str = "frame") -> Imported:
        """Take in the rows of a data frame, as a table of that name would be.

        Args:
            frame: A column of text, and any of the columns that a CSV file of notes may have (docs/import.md). Several
                objectives in a cell are a list, or a text with semicolons.
            name: What to call it: imported again under this name, it updates its own notes.

        Raises:
            InputError: No column of text, or a cell cannot be used, with the row.
        """
        return intake.import_frame(self, frame, name=name)

    def points(self) -> Rows[Point]:
        """What the approved notes say, each point traced to its notes."""
        return Rows(Point, self.synthesise().points)

    def coverage(self) -> Coverage:
        """How many notes each pair of review objective and objective has: in a notebook, a heatmap."""
        return state.coverage(self)

    def editor(self, *, who: str) -> Editor:
        """The review editor, to be shown in a notebook.

        Args:
            who: The reviewer, as signed on every decision.
        """
        from chatham.review.widget import Editor

        return Editor(self.store, who=who, consultation=self.consultation, risks=self.risks(), advised=self.advised())

    def risks(self) -> dict[str, NoteRisk]:
        """Note id to what the last audit (`risk`) said of it; empty before the first one."""
        return stages.risks(self)

    def advised(self) -> dict[str, Advised]:
        """Note id to the text that the last audit advises; it holds while the note's text is as it was then."""
        return stages.advised(self)

    def suggest_tags(self) -> int:
        """Suggest tags for the notes that lack them, marked as suggestions; how many notes got one."""
        return stages.suggest_tags(self)

    def anonymise(self, *, progress: Progress | None = None) -> Anonymised:
        """Take out of all notes who spoke and whom they work for. What is done when it is stopped is not done again.

        Args:
            progress: Called with how many notes are done, of how many.

        Raises:
            DetectionError: A recogniser failed; nothing was stored.
        """
        return stages.anonymise(self, progress=progress)

    def risk(self, *, apply: bool = False, who: str = "", progress: Progress | None = None) -> Risked:
        """What a reader who holds the roster could still work out from the notes as they now stand.

        It writes private/risk.jsonl, private/advice.jsonl and private/risk.html; where the folder is encrypted, the
        store keeps them.

        Args:
            apply: Take the advice: each note it changes is rewritten, as decisions in review, and is to be approved
                anew.
            who: Who says so, as signed on the decisions.
            progress: Called with how many notes are done, of how many.

        Raises:
            Refused: Nothing is anonymised yet.
            Conflict: Somebody else decided first; no advice was taken.
        """
        return stages.risk(self, apply=apply, who=who, progress=progress)

    def synthesise(self) -> Synthesis:
        """Points from the approved notes, with what was decided about them since (`merge`)."""
        return summary.synthesise(self)

    def join_points(self, points: Sequence[str], *, who: str, why: str = "") -> None:
        """Decide that points are one; it holds until somebody parts it.

        Args:
            points: Their ids.
            who: Who decides.
            why: The reason.

        Raises:
            InputError: There is no such point, or they cannot be one.
        """
        summary.join_points(self, points, who=who, why=why)

    def part_point(self, point: str, *, who: str, why: str = "") -> None:
        """Decide that a point is several, one a note; it holds until somebody joins them.

        Args:
            point: Its id.
            who: Who decides.
            why: The reason.

        Raises:
            InputError: There is no such point, or it rests on one note.
        """
        summary.part_point(self, point, who=who, why=why)

    def build_for_comment(self, *, template: Path | None = None) -> Built:
        """Write private/for-comment.docx: the draft, with a comment on each point, for participants to edit.

        Args:
            template: A Word template of one's own.

        Raises:
            Refused: No note is approved.
            GateClosed: The draft would name somebody; nothing was written.
        """
        return summary.build_for_comment(self, template=template)

    def merge(self, file: str | Path, *, who: str, allow: Sequence[str] = (), dry_run: bool = False) -> Merged:
        """Read an edited copy of the draft for comment back: all of it, or nothing.

        New words go through anonymise and the gate before anything is stored. Changed and deleted points are recorded
        as decisions; new paragraphs become notes, which are anonymised and reviewed like all others.

        Args:
            file: The edited .docx.
            who: Who merges, as signed on the decisions.
            allow: Places (point ids, `new paragraph 1`) that anonymise may object to; the gate may not.
            dry_run: Only look.

        Returns:
            What differs. With anything caught, nothing was stored.

        Raises:
            InputError: It is no copy of a draft that this folder handed out.
            Conflict: Somebody else has decided meanwhile; nothing was stored.
        """
        return summary.merge(self, file, who=who, allow=allow, dry_run=dry_run)

    def build(
        self,
        *,
        template: Path | None = None,
        draft: bool = False,
        forms: Sequence[str] = (),
        page_numbers: bool = False,
    ) -> Built:
        """Write the summary note.

        It goes to public/summary.docx once every note is approved or withheld, if the gate finds nobody named.
        A draft goes to private/summary-draft.docx.

        Args:
            template: A Word template of one's own.
            draft: From what is approved so far.
            forms: Other forms to write beside it, each read by the gate: names of `chatham.report.FORMS`.
            page_numbers: Ask LibreOffice for those of the contents.

        Raises:
            Refused: Notes are undecided, or none is approved.
            InputError: An unknown form, or LibreOffice is missing.
            GateClosed: The note would still name somebody; public/ is as it was.
        """
        return summary.build(self, template=template, draft=draft, forms=forms, page_numbers=page_numbers)

    def seal(self) -> Sealed:
        """Take the roster, the files in notes/ and the audit into the encrypted store, and destroy the plain files.

        A roster.csv or a file in notes/ that is put there later counts as before, and can be sealed again.

        Raises:
            Refused: The store is not encrypted.
            InputError: A file cannot be read; nothing was destroyed.
            RosterError: The roster is wrong; nothing was destroyed.
        """
        return ending.seal(self)

    def doomed(self) -> tuple[str, ...]:
        """What `purge` destroys, in words, one a line."""
        return ending.doomed(self)

    def purge(self) -> Purge:
        """Destroy what identifies, for good: raw notes, roster, findings, voices and decisions.

        What remains is consultation.yaml without the facilitators' names, public/ and, in the store, a record of when
        and how much. A passphrase that the system's keyring kept is taken out of it.

        Raises:
            StoreError: Another program has the store open, or the keyring does not let go of the passphrase.
            InputError: A file cannot be overwritten.
        """
        return ending.purge(self)

    def status(self) -> Status:
        """How far the consultation has come."""
        return state.status(self)
