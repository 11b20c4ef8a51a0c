"""A consultation's folder: the only place that knows the order of the stages. Also what notebooks use.

It is long because every step is a method of one object, with what it promises; what a step does stands elsewhere.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from chatham.assembly import summary_note
from chatham.errors import InputError, Refused
from chatham.exchange.consultation import Programme, read_consultation
from chatham.files import make_private, read_bytes, read_text, write_all, write_whole
from chatham.folder import (
    destroy,
    loose_files,
    make_folder,
    plain_files,
    roster_file,
    store_place,
    with_facilitators,
    without_facilitators,
)
from chatham.model.coverage import Coverage
from chatham.model.display import PRIVATE, Rows, table
from chatham.model.framework import Code
from chatham.model.private import Finding, NoteRisk, Origin, RawNote, Roster
from chatham.model.public import AnonymisedNote, ApprovedNote, Point
from chatham.outcomes import Built, Imported, Merged, Risked, Sealed, Status, differences
from chatham.settings import Settings, resolve

if TYPE_CHECKING:
    import pandas as pd

    from chatham.anonymise.engine import Anonymised
    from chatham.capture.reading import Captured
    from chatham.capture.roster import RosterImport
    from chatham.people.balance import Balance
    from chatham.publishing import Gate
    from chatham.review.advised import Advised
    from chatham.review.widget import Editor
    from chatham.store import Purge, Store
    from chatham.synthesise import Synthesis

__all__ = ["Workspace", "copy_samples"]

_ROSTER = "roster.json"
"""The paper that a sealed roster is kept as."""

_ADVISED = "advised.json"
"""The paper that the texts of the last audit's advice are kept as, for review."""

Progress = Callable[[int, int], None]


class Workspace:
    """A consultation's folder, open. Use it as a context manager.

    Attributes:
        folder: Where it lies.
        consultation: The public programme.
        settings: Flags over environment over consultation.yaml over defaults.
        store: The private store.
    """

    def __init__(self, folder: Path, programme: Programme, store: Store, settings: Settings):
        self.folder = folder
        self.consultation = programme.consultation
        self.settings = settings
        self.store = store
        self._facilitators = programme.facilitators

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
            return Roster.model_validate_json(sealed).model_copy(update={"facilitators": self._facilitators})
        if file is None:
            problem = "no roster.csv and no roster.xlsx"
            raise InputError(problem, file=self.folder, fix="Put the registration list there")
        return read_roster(
            file,
            framework=self.consultation.framework,
            facilitators=self._facilitators,
            deadline=self.consultation.registration_deadline,
        ).roster

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
        from chatham.capture.roster import RosterImport, read_roster
        from chatham.exchange.rosters import dump_roster

        own = roster_file(self.folder)
        given = own if file is None else Path(file)
        if given is None:
            return RosterImport(self.roster, ())
        found = read_roster(
            given,
            framework=self.consultation.framework,
            facilitators=self._facilitators,
            deadline=self.consultation.registration_deadline,
        )
        if own is None or not own.samefile(given):
            if own is not None and own.suffix != ".csv":
                raise InputError(
                    "a registration list is there already", file=own, fix="Take it out of the folder first"
                )
            write_whole(self.folder / "roster.csv", dump_roster(found.roster), private=True)
        self.__dict__.pop("roster", None)
        return found

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
        from chatham.capture.reading import read

        given = [Path(f) for f in files] or [self.folder / "notes"]
        known = self.notes()
        captured = read(given, consultation=self.consultation, known=known, direct_messages=direct_messages)
        return self._take_in(captured, known)

    def _take_in(self, captured: Captured, known: Sequence[RawNote]) -> Imported:
        was_approved = {note.id for note in self.approved()} if known else set()
        changes = self.store.put_notes(captured.notes)
        if not changes.updated and not changes.removed:
            return Imported(captured, changes)
        after = {note.id: note for note in self.notes()}
        approved = {note.id for note in self.approved()}
        return Imported(captured, changes, differences({n.id: n for n in known}, after, was_approved, approved))

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
        from chatham.capture.written import make_note

        note = make_note(
            text,
            consultation=self.consultation,
            known=self.notes(),
            objectives=objectives,
            review=review,
            speaker=speaker,
            working_group=working_group,
            round=round,
            rapporteur=rapporteur,
        )
        if cell is not None:
            note = note.model_copy(update={"origin": Origin(file=f"cell {cell}", place="")})
        changes = self.store.put_notes([note])
        (identity,) = changes.added or changes.updated or changes.unchanged
        return note.model_copy(update={"id": identity})

    def import_frame(self, frame: pd.DataFrame, *, name: str = "frame") -> Imported:
        """Take in the rows of a data frame, as a table of that name would be.

        Args:
            frame: A column of text, and any of the columns that a CSV file of notes may have (docs/import.md). Several
                objectives in a cell are a list, or a text with semicolons.
            name: What to call it: imported again under this name, it updates its own notes.

        Raises:
            InputError: No column of text, or a cell cannot be used, with the row.
        """
        from chatham.capture.reading import read

        if not re.fullmatch(r"[\w -]+", name):
            raise InputError("not a name for a table", fix="Use letters, digits and spaces")
        plain = frame.map(lambda v: "; ".join(map(str, v)) if isinstance(v, list | tuple | set) else v)
        file = self.folder / "private" / f"{name}.csv"
        try:
            write_whole(file, plain.to_csv(index=False), private=True)
            captured = read([file], consultation=self.consultation, known=self.notes())
        finally:
            destroy([file] if file.exists() else [])
        return Imported(captured, self.store.put_notes(captured.notes))

    def notes(self) -> Rows[RawNote]:
        """The raw notes: private."""
        return Rows(RawNote, self.store.notes())

    def findings(self) -> Rows[Finding]:
        """What was found in them, and what stands there instead: private."""
        return Rows(Finding, self.store.findings())

    def anonymised(self) -> Rows[AnonymisedNote]:
        """The notes as anonymise made them; what people decided since is in `approved`."""
        return Rows(AnonymisedNote, self.store.anonymised())

    def points(self) -> Rows[Point]:
        """What the approved notes say, each point traced to its notes."""
        return Rows(Point, self.synthesise().points)

    def coverage(self) -> Coverage:
        """How many notes each pair of review objective and objective has: in a notebook, a heatmap."""
        counts = {(review, code): count for review, code, count in self.status().coverage}
        order = [o.code for o in self.consultation.framework.objectives]
        shown = {*self.consultation.objectives, *(code for _, code in counts)}
        return Coverage(self.consultation.framework, tuple(c for c in order if c in shown), counts)

    def editor(self, *, who: str) -> Editor:
        """The review editor, to be shown in a notebook.

        Args:
            who: The reviewer, as signed on every decision.
        """
        from chatham.review.widget import Editor

        return Editor(self.store, who=who, consultation=self.consultation, risks=self.risks(), advised=self.advised())

    def risks(self) -> dict[str, NoteRisk]:
        """Note id to what the last audit (`risk`) said of it; empty before the first one."""
        from chatham.exchange.risks import parse_risks

        kept = self._kept("risk.jsonl")
        return {} if kept is None else {r.note: r for r in parse_risks(kept, file="risk.jsonl")}

    def advised(self) -> dict[str, Advised]:
        """Note id to the text that the last audit advises; it holds while the note's text is as it was then."""
        from chatham.review.advised import Advised

        kept = self.store.paper(_ADVISED)
        return {} if kept is None else {note: Advised(*two) for note, two in json.loads(kept).items()}

    def _keep(self, papers: Mapping[str, str]) -> None:
        """What tells of people goes to private/, and where the folder is encrypted, into the store."""
        if self.store.encrypted:
            self.store.keep(papers)
        else:
            outputs = {str(self.folder / "private" / name): text for name, text in papers.items()}
            write_all(outputs, private=set(outputs))

    def _kept(self, name: str) -> str | None:
        file = self.folder / "private" / name
        sealed = self.store.paper(name) if self.store.encrypted else None
        return read_text(file) if sealed is None and file.is_file() else sealed

    def suggest_tags(self) -> int:
        """Suggest tags for the notes that lack them, marked as suggestions; how many notes got one."""
        from chatham.tag import apply_suggestions, suggest

        notes = self.notes()
        lacking = tuple(n for n in notes if not n.objectives or n.review is None)
        suggested = apply_suggestions(lacking, suggest(lacking, self.consultation))
        changed = [new for old, new in zip(lacking, suggested, strict=True) if new != old]
        by_id = {n.id: n for n in changed}
        self.store.put_notes([by_id.get(n.id, n) for n in notes])
        return len(changed)

    def anonymise(self, *, progress: Progress | None = None) -> Anonymised:
        """Take out of all notes who spoke and whom they work for. What is done when it is stopped is not done again.

        Args:
            progress: Called with how many notes are done, of how many.

        Raises:
            DetectionError: A recogniser failed; nothing was stored.
        """
        from chatham.anonymise.engine import anonymise
        from chatham.exchange.unfinished import Unfinished
        from chatham.people.voices import voices

        notes = self.notes()
        with Unfinished(self.folder / "private" / ".anonymise.unfinished") as unfinished:
            done = anonymise(
                notes,
                roster=self.roster,
                consultation=self.consultation,
                settings=self.settings,
                progress=progress,
                kept=unfinished.of,
            )
        numbers = voices(notes, self.roster)
        self.store.put_anonymised(
            [n.model_copy(update={"voice": numbers.get(n.id)}) for n in done.notes], done.findings, dict(done.set_aside)
        )
        return done

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
        from chatham.exchange.notes import dump_findings
        from chatham.exchange.risks import dump_risks
        from chatham.review.decide import digest
        from chatham.review.desk import Desk
        from chatham.risk.assessment import assess

        desk = Desk(self.store, who=who)
        shown = [n for n in desk.notes.values() if n.text]
        if not shown:
            raise Refused("no note is anonymised", fix="Run `chatham anonymise`")
        done = assess(
            shown,
            self.notes(),
            roster=self.roster,
            framework=self.consultation.framework,
            settings=self.settings,
            title=self.consultation.title,
            progress=progress,
        )
        texts = {n.id: text for n, text in zip(shown, done.taken, strict=True) if n.text != text}
        advised = {note: (digest(desk.notes[note].text), text) for note, text in texts.items()}
        self._keep(
            {
                "risk.jsonl": dump_risks(done.risks),
                "advice.jsonl": dump_findings(done.advice),
                "risk.html": done.report,
            }
        )
        self.store.keep({_ADVISED: json.dumps(advised, ensure_ascii=False)})
        if apply:
            desk.edit_all(texts, why="advice of the risk audit")
        return Risked(done.risks, done.advice, done.report, len(texts) if apply else 0)

    def approved(self) -> Rows[ApprovedNote]:
        """The notes that a person has let pass, as that person saw them."""
        from chatham.review import approved

        return Rows(ApprovedNote, approved(self.store))

    def synthesise(self) -> Synthesis:
        """Points from the approved notes, with what was decided about them since (`merge`)."""
        from chatham.review.points import edited, grouped
        from chatham.synthesise import Synthesis, synthesise

        events = self.store.events()
        together, apart = grouped(events)
        made = synthesise(
            self.approved(),
            consultation=self.consultation,
            scale=self.settings.scale,
            together=together,
            apart=apart,
        )
        return Synthesis(edited(made.points, events), made.left_out)

    def join_points(self, points: Sequence[str], *, who: str, why: str = "") -> None:
        """Decide that points are one; it holds until somebody parts it.

        Args:
            points: Their ids.
            who: Who decides.
            why: The reason.

        Raises:
            InputError: There is no such point, or they cannot be one.
        """
        from chatham.review.points import join

        self.store.append_all([join(self._points(points), who=who, why=why, known=self.store.versions())])

    def part_point(self, point: str, *, who: str, why: str = "") -> None:
        """Decide that a point is several, one a note; it holds until somebody joins them.

        Args:
            point: Its id.
            who: Who decides.
            why: The reason.

        Raises:
            InputError: There is no such point, or it rests on one note.
        """
        from chatham.review.points import part

        self.store.append_all(part(self._points([point])[0], who=who, why=why, known=self.store.versions()))

    def _points(self, wanted: Sequence[str]) -> list[Point]:
        known = {point.id: point for point in self.synthesise().points}
        for point in wanted:
            if point not in known:
                raise InputError(f"no point {point}", fix="See the ids: `chatham synthesise --show`")
        return [known[point] for point in dict.fromkeys(wanted)]

    def build_for_comment(self, *, template: Path | None = None) -> Built:
        """Write private/for-comment.docx: the draft, with a comment on each point, for participants to edit.

        Args:
            template: A Word template of one's own.

        Raises:
            Refused: No note is approved.
            GateClosed: The draft would name somebody; nothing was written.
        """
        from chatham.commenting import hand_out

        approved = self.approved()
        if not approved:
            raise Refused("no note is approved", fix="Run `chatham review`")
        synthesis = self.synthesise()
        summary, _ = summary_note(
            approved,
            consultation=self.consultation,
            roster=self.roster,
            settings=self.settings,
            points=synthesis.points,
            draft=True,
        )
        data, kept, handed = hand_out(summary, approved, settings=self.settings, template=template)
        target = self.folder / "private" / "for-comment.docx"
        self._gate().read(data, target)
        self._keep({f"for-comment-{handed.identity}.json": kept})
        write_whole(target, data, private=True)
        return Built(target, True, synthesis.left_out)

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
        from chatham.commenting import decided, new_notes, read_handed, vet
        from chatham.review import approved_notes, review
        from chatham.review.points import edited, grouped
        from chatham.review.word import compare, draft_id, read_draft
        from chatham.synthesise import synthesise

        data = read_bytes(file)
        paragraphs, comments = read_draft(data, file=str(file))
        identity = draft_id(data, file=str(file))
        if identity is None or not identity.isalnum():
            raise InputError("not a draft for comment", file=file, fix="Give a copy of private/for-comment.docx")
        handed = read_handed(self._kept(f"for-comment-{identity}.json"), identity)
        differences = compare(handed.paragraphs, paragraphs, comments)
        caught = vet(
            differences,
            roster=self.roster,
            consultation=self.consultation,
            settings=self.settings,
            also=self._gate().outsiders,
        )
        caught = tuple(c for c in caught if c.sure or c.place not in allow)
        if caught or dry_run:
            return Merged(differences, caught, (), ())
        snapshot = self.store.snapshot()
        together, apart = grouped(snapshot.events)
        base = synthesise(
            approved_notes(review(snapshot)),
            consultation=self.consultation,
            scale=self.settings.scale,
            together=together,
            apart=apart,
        ).points
        now = edited(base, snapshot.events)
        decisions, stale = decided(differences, handed, base, now, who=who, known=snapshot.versions)
        source = hashlib.sha256(data).hexdigest()[:8]
        new = new_notes(differences.added, base, snapshot.notes, consultation=self.consultation, source=source)
        touched = {note for decision in decisions for note in decision.touches}
        changes = self.store.merge(decisions, new, expected={note: snapshot.versions[note] for note in touched})
        return Merged(differences, (), changes.added, stale)

    def _gate(self) -> Gate:
        from chatham.publishing import Gate

        return Gate(self.folder, notes=self.notes(), roster=self.roster, consultation=self.consultation)

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
        from chatham.publishing import gated, written

        status = self.status()
        approved = self.approved()
        if not approved:
            raise Refused("no note is approved", fix="Run `chatham review`")
        if status.undecided and not draft:
            raise Refused(f"{status.undecided} notes are not decided", fix="Run `chatham review`, or build a --draft")
        synthesis = self.synthesise()
        summary, _ = summary_note(
            approved,
            consultation=self.consultation,
            roster=self.roster,
            settings=self.settings,
            points=synthesis.points,
            draft=draft,
        )
        target = self.folder / ("private/summary-draft.docx" if draft else "public/summary.docx")
        files = written(summary, target, forms=forms, template=template, page_numbers=page_numbers)
        texts = {f"point {p.id} (of the notes {', '.join(p.notes)})": p.text for p in synthesis.points}
        outputs = gated(files, self._gate(), certified=not draft, texts=texts)
        write_all(outputs, private=set(outputs) if draft else set())
        return Built(target, draft, synthesis.left_out)

    def seal(self) -> Sealed:
        """Take the roster, the files in notes/ and the audit into the encrypted store, and destroy the plain files.

        A roster.csv or a file in notes/ that is put there later counts as before, and can be sealed again.

        Raises:
            Refused: The store is not encrypted.
            InputError: A file cannot be read; nothing was destroyed.
            RosterError: The roster is wrong; nothing was destroyed.
        """
        if not self.store.encrypted:
            raise Refused(
                "the store of this folder is not encrypted", fix="Make the folder with `chatham new --encrypt`"
            )
        files = self.plain_files()
        self.__dict__.pop("roster", None)  # the file may have changed since it was read
        notes = [f for f in files if f.parent != self.folder / "private" and f != roster_file(self.folder)]
        papers = {f.name: read_text(f) for f in files if f.parent == self.folder / "private"}
        if roster_file(self.folder) in files:
            papers[_ROSTER] = self.roster.model_dump_json()
        imported = self.import_files() if any(not f.name.startswith((".", "~$")) for f in notes) else None
        self.store.keep(papers)
        destroy(files)
        return Sealed(files, imported)

    def plain_files(self) -> tuple[Path, ...]:
        """Of an encrypted folder, the files that tell of people and can be read without the passphrase."""
        return plain_files(self.folder, self.store.path) if self.store.encrypted else ()

    def doomed(self) -> tuple[str, ...]:
        """What `purge` destroys, in words, one a line."""
        from chatham.store.passphrase import remembered

        place = self.store.path
        store = [] if place is None else [f"all rows of {place} and its write-ahead log"]
        lines = [*(str(f) for f in loose_files(self.folder, place)), *store]
        lines += ["the facilitators' names in consultation.yaml"] if with_facilitators(self.folder) else []
        if place is not None and remembered(place):
            lines.append("the passphrase in the system's keyring")
        return tuple(lines)

    def purge(self) -> Purge:
        """Destroy what identifies, for good: raw notes, roster, findings, voices and decisions.

        What remains is consultation.yaml without the facilitators' names, public/ and, in the store, a record of when
        and how much. A passphrase that the system's keyring kept is taken out of it.

        Raises:
            StoreError: Another program has the store open, or the keyring does not let go of the passphrase.
            InputError: A file cannot be overwritten.
        """
        from chatham.store.passphrase import forget, remembered

        place = self.store.path
        files = loose_files(self.folder, place)
        kept = place is not None and remembered(place)
        record = self.store.purge(beside={"files": len(files)} | ({"keyring entries": 1} if kept else {}))
        destroy(files)
        without_facilitators(self.folder)
        if place is not None and kept:
            forget(place)
        return record

    def status(self) -> Status:
        """How far the consultation has come."""
        from chatham.review import undecided

        notes = self.notes()
        cells: dict[tuple[str, Code], int] = {}
        for note in notes:
            for code in note.objectives if note.review else ():
                cells[note.review or "", code] = cells.get((note.review or "", code), 0) + 1
        return Status(
            notes=len(notes),
            tagged=sum(bool(n.objectives and n.review) for n in notes),
            suggested=sum(bool(n.suggested) for n in notes),
            anonymised=len(self.store.anonymised()),
            set_aside=len(self.store.set_aside()),
            undecided=len(undecided(self.store)),
            approved=len(self.approved()),
            coverage=tuple((review, code, count) for (review, code), count in cells.items()),
            encrypted=self.store.encrypted,
            plain=len(self.plain_files()),
        )


def copy_samples(folder: str | Path) -> Workspace:
    """A folder with the sample consultation in it, not yet imported, open.

    Args:
        folder: It must not exist, or be empty.

    Raises:
        InputError: The folder is not empty, or cannot be made.
    """
    from chatham.resources import samples

    folder = Path(folder)
    workspace = Workspace.create(folder, title="Sample")
    workspace.close()
    for name in ("consultation.yaml", "roster.csv"):
        write_whole(folder / name, (samples() / name).read_bytes(), private=name == "roster.csv")
    for file in sorted((samples() / "notes").iterdir()):
        shutil.copyfile(file, folder / "notes" / file.name)
        (folder / "notes" / file.name).chmod(0o600)
    return Workspace.open(folder)
