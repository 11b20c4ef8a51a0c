"""A consultation's folder: the only place that knows the order of the stages. Also what notebooks use."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from chatham.assembly import summary_note
from chatham.errors import ConsultationError, GateClosed, InputError, Refused
from chatham.exchange.consultation import Programme, read_consultation
from chatham.files import make_private, read_bytes, write_all, write_whole
from chatham.model.coverage import Coverage
from chatham.model.display import PRIVATE, Rows, table
from chatham.model.framework import Code
from chatham.model.private import Finding, NoteRisk, Origin, RawNote, Roster
from chatham.model.public import AnonymisedNote, ApprovedNote, Consultation, Point
from chatham.outcomes import Built, Imported, Merged, Risked, Status
from chatham.settings import Settings, resolve

if TYPE_CHECKING:
    import pandas as pd

    from chatham.anonymise.engine import Anonymised
    from chatham.check import FileReport
    from chatham.review.widget import Editor
    from chatham.review.word import Addition
    from chatham.store import Purge, Store
    from chatham.synthesise import Synthesis

__all__ = ["Workspace", "copy_samples", "roster_file"]

_GITIGNORE = "/*\n!/.gitignore\n!/consultation.yaml\n!/public/\n"
_CONSULTATION = """\
# The public programme of the consultation. Facilitators took part: their names stay private.
title: {title}
date: {date}
place: Online
mode: closed meeting, not recorded; Chatham House Rule
objectives: []
rounds: 1
working_groups: []
#  - {{id: WG1, name: "Working Group 1: ...", objectives: [4, 8], facilitator: ...}}
organisers: []
public_speakers: []
public_figures: []
"""
_ROSTER = "name,aliases,organisation,acronym,category,country,gender,role,email,working_group,registered\n"

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
        import yaml

        home = Path(folder)
        if home.exists() and (not home.is_dir() or any(home.iterdir())):
            raise InputError("not an empty folder", file=home, fix="Name a folder that does not exist yet")
        if encrypt or passphrase is not None:
            from chatham.store.cipher import opener
            from chatham.store.passphrase import passphrase_for

            place = home / "private" / "chatham.sqlite"
            passphrase = passphrase or passphrase_for(place, new=True, ask=ask)
            opener(place, passphrase or "")
        for part in (home, home / "notes", home / "private", home / "public"):
            make_private(part)
        quoted = yaml.safe_dump(title, allow_unicode=True, width=10_000).removesuffix("...\n").strip()
        write_all(
            {
                str(home / "consultation.yaml"): _CONSULTATION.format(title=quoted, date=date or '""'),
                str(home / ".gitignore"): _GITIGNORE,
                str(home / "roster.csv"): _ROSTER,
            },
            private={str(home / "roster.csv")},
        )
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
        place = _store_place(home, programme.consultation, resolved)
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
        """Who was there, from roster.csv or roster.xlsx in the folder.

        Raises:
            InputError: There is no such file.
            RosterError: A row or cell is wrong.
        """
        from chatham.capture.roster import read_roster

        file = roster_file(self.folder)
        if file is None:
            raise InputError(
                "no roster.csv and no roster.xlsx", file=self.folder, fix="Put the registration list there"
            )
        return read_roster(
            file,
            framework=self.consultation.framework,
            facilitators=self._facilitators,
            deadline=self.consultation.registration_deadline,
        ).roster

    def import_files(self, files: Iterable[str | Path] = ()) -> Imported:
        """Read files into the store: all of them, or nothing.

        Args:
            files: Those of the notes/ folder by default. The same file twice adds nothing; a corrected one updates its
                notes.

        Raises:
            InputError: A file cannot be used, with the place in it.
        """
        from chatham.capture.reading import read

        given = [Path(f) for f in files] or [self.folder / "notes"]
        captured = read(given, consultation=self.consultation, known=self.notes())
        return Imported(captured, self.store.put_notes(captured.notes))

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
            file.unlink(missing_ok=True)
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

        return Editor(self.store, who=who, consultation=self.consultation, risks=self.risks())

    def risks(self) -> dict[str, NoteRisk]:
        """Note id to what the last audit (`risk`) said of it; empty before the first one."""
        from chatham.exchange.risks import read_risks

        file = self.folder / "private" / "risk.jsonl"
        return {r.note: r for r in read_risks(file)} if file.is_file() else {}

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
        """Take out of all notes who spoke and whom they work for.

        Args:
            progress: Called with how many notes are done, of how many.

        Raises:
            DetectionError: A recogniser failed; nothing was stored.
        """
        from chatham.anonymise.engine import anonymise
        from chatham.people.voices import voices

        notes = self.notes()
        done = anonymise(
            notes, roster=self.roster, consultation=self.consultation, settings=self.settings, progress=progress
        )
        numbers = voices(notes, self.roster)
        self.store.put_anonymised(
            [n.model_copy(update={"voice": numbers.get(n.id)}) for n in done.notes], done.findings, dict(done.set_aside)
        )
        return done

    def risk(self, *, apply: bool = False, who: str = "", progress: Progress | None = None) -> Risked:
        """What a reader who holds the roster could still work out from the notes as they now stand.

        It writes private/risk.jsonl, private/advice.jsonl and private/risk.html.

        Args:
            apply: Take the advice: each note it changes is rewritten, as a decision in review, and is to be approved
                anew.
            who: Who says so, as signed on the decisions.
            progress: Called with how many notes are done, of how many.

        Raises:
            Refused: Nothing is anonymised yet.
            Conflict: Somebody else decided first.
        """
        from chatham.exchange.notes import dump_findings
        from chatham.exchange.risks import dump_risks
        from chatham.language.embedding import embedder
        from chatham.people.voices import speakers
        from chatham.review.desk import Desk
        from chatham.risk.advice import advise, apply_advice, by_note
        from chatham.risk.attack import Attacker, success
        from chatham.risk.page import page

        raw = self.notes()
        desk = Desk(self.store, who=who)
        shown = [n for n in desk.notes.values() if n.text]
        if not shown:
            raise Refused("no note is anonymised", fix="Run `chatham anonymise`")
        attacker = Attacker(self.roster, framework=self.consultation.framework, embed=embedder())
        spoke = speakers(raw, self.roster)
        risks, advice = advise(shown, attacker, speakers=spoke, settings=self.settings, progress=progress)
        edits = by_note(advice)
        taken = [replace(n, text=apply_advice(n.text, edits.get(n.id, ()))) for n in shown]
        attacks = {
            "Raw": success(attacker.rank(raw), spoke),
            "Anonymised": success(attacker.rank(shown), spoke),
            "With advice": success(attacker.rank(taken), spoke),
        }
        report = page(risks, attacks, title=self.consultation.title, k=self.settings.k, advised=len(edits))
        private = self.folder / "private"
        outputs: dict[str, bytes | str] = {
            str(private / "risk.jsonl"): dump_risks(risks),
            str(private / "advice.jsonl"): dump_findings(advice),
            str(private / "risk.html"): report,
        }
        write_all(outputs, private=set(outputs))
        if apply:
            for before, after in zip(shown, taken, strict=True):
                if before.text != after.text:
                    desk.edit(before.id, after.text, why="advice of the risk audit")
        return Risked(risks, advice)

    def approved(self) -> Rows[ApprovedNote]:
        """The notes that a person has let pass, as that person saw them."""
        from chatham.review import approved

        return Rows(ApprovedNote, approved(self.store))

    def synthesise(self) -> Synthesis:
        """Points from the approved notes, with what was decided about them since (`merge`)."""
        from chatham.review.points import edited
        from chatham.synthesise import Synthesis, synthesise

        made = synthesise(self.approved(), consultation=self.consultation)
        return Synthesis(edited(made.points, self.store.events()), made.left_out)

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
        self._gate(data, target, self._outsiders())
        beside = target.with_name(f"for-comment-{handed.identity}.json")
        write_all({str(target): data, str(beside): kept}, private={str(target), str(beside)})
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
        from chatham.commenting import read_handed, sentence_of, vet
        from chatham.review import points
        from chatham.review.word import compare, draft_id, read_draft
        from chatham.synthesise import synthesise

        data = read_bytes(file)
        paragraphs, comments = read_draft(data, file=str(file))
        identity = draft_id(data, file=str(file))
        if identity is None or not identity.isalnum():
            raise InputError("not a draft for comment", file=file, fix="Give a copy of private/for-comment.docx")
        handed = read_handed(self.folder / "private" / f"for-comment-{identity}.json", identity)
        differences = compare(handed.paragraphs, paragraphs, comments)
        caught = vet(
            differences,
            roster=self.roster,
            consultation=self.consultation,
            settings=self.settings,
            also=self._outsiders(),
        )
        caught = tuple(c for c in caught if c.sure or c.place not in allow)
        if caught or dry_run:
            return Merged(differences, caught, (), ())
        base = {p.id: p for p in synthesise(self.approved(), consultation=self.consultation).points}
        now = {p.id: p for p in points.edited(tuple(base.values()), self.store.events())}
        why = f"draft for comment {identity[:8]}"
        decisions, stale = [], []
        for change in differences.changed:
            wanted = sentence_of(handed, change.point, change.after)
            here = now.get(change.point)
            if here is None or (here.text, here.quantifier) not in (handed.points[change.point], wanted):
                stale.append(change.point)
            elif (here.text, here.quantifier) != wanted:
                decisions.append(points.reword(base[change.point], *wanted, who=who, why=why))
        for change in differences.deleted:
            here = now.get(change.point)
            if here is not None and (here.text, here.quantifier) == handed.points[change.point]:
                decisions.append(points.drop(base[change.point], who=who, why=why))
            elif here is not None:
                stale.append(change.point)
        new = self._additions(differences.added, base, hashlib.sha256(data).hexdigest()[:8])
        self.store.append_all(decisions)
        changes = self.store.put_notes(new)
        return Merged(differences, (), changes.added, tuple(stale))

    def _additions(self, added: Sequence[Addition], points: Mapping[str, Point], source: str) -> list[RawNote]:
        from chatham.capture.written import make_note

        made: list[RawNote] = []
        for number, addition in enumerate(added, 1):
            near = points.get(addition.near or "")
            note = make_note(
                addition.text,
                consultation=self.consultation,
                known=(*self.notes(), *made),
                objectives=near.objectives if near else (),
                review=near.review if near else None,
            )
            origin = Origin(file=f"merged {source}", place=f"new paragraph {number}")
            made.append(note.model_copy(update={"origin": origin}))
        return made

    def _outsiders(self) -> tuple[str, ...]:
        """Names in the notes of people who are on no list: the gate looks for them too."""
        from chatham.anonymise.outsiders import outsiders

        return tuple(outsiders(self.notes(), roster=self.roster))

    def _gate(self, data: bytes, target: Path, also: Sequence[str]) -> FileReport:
        from chatham.check import check_bytes, read_waivers

        waivers = self.folder / "waivers.yaml"
        report = check_bytes(
            data,
            name=target.name,
            roster=self.roster,
            consultation=self.consultation,
            also=also,
            waivers=read_waivers(waivers) if waivers.is_file() else (),
        )
        if report.leaks or report.unreadable:
            raise GateClosed(
                f"the note would still name somebody in {len(report.leaks)} places, and was not written",
                file=target.name,
                fix=f"Look at: {'; '.join(f'{leak.part}, {leak.where}' for leak in report.leaks[:5])}",
            )
        return report

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
        from chatham.check import certificate
        from chatham.report import build, build_with_pages, other_forms

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
        data = (build_with_pages if page_numbers else build)(summary, template=template)
        target = self.folder / ("private/summary-draft.docx" if draft else "public/summary.docx")
        files = {target: data}
        files |= {target.with_suffix(end): made for end, made in other_forms(summary, data, forms).items()}
        people = self._outsiders()
        outputs: dict[str, bytes | str] = {}
        for file, made in files.items():
            report = self._gate(made, file, people)
            outputs[str(file)] = made
            if not draft:
                named = "summary" if file == target else file.name
                outputs[str(target.with_name(f"{named}.check.json"))] = certificate(report)
        write_all(outputs, private=set(outputs) if draft else set())
        return Built(target, draft, synthesis.left_out)

    def private_files(self) -> tuple[Path, ...]:
        """What `purge` destroys: the rapporteurs' files, the roster, and what lies in private/."""
        roster = roster_file(self.folder)
        loose = [*(self.folder / "notes").rglob("*"), *(self.folder / "private").rglob("*")]
        return tuple(sorted(p for p in (*loose, *([roster] if roster else [])) if p.is_file()))

    def purge(self) -> Purge:
        """Destroy what identifies, for good: raw notes, roster, findings, voices and decisions.

        What remains is consultation.yaml, public/ and, in the store, a record of when and how much.

        Raises:
            StoreError: Another program has the store open.
            InputError: A file cannot be overwritten.
        """
        record = self.store.purge()
        for file in self.private_files():
            if self.store.path is not None and file.name.startswith(self.store.path.name):
                continue  # the store has destroyed its rows itself, and keeps the record
            try:
                # Overwritten first: a name that only loses its directory entry can be read from the disk.
                with file.open("r+b") as stream:
                    stream.write(b"\0" * file.stat().st_size)
                    stream.flush()
                    os.fsync(stream.fileno())
                file.unlink()
            except OSError as error:
                raise InputError(f"cannot be destroyed ({error.strerror})", file=file) from None
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
        )


def _store_place(home: Path, consultation: Consultation, settings: Settings) -> str | Path:
    from chatham.store.connect import holds_password, is_url

    if holds_password(str(consultation.settings.get("store", ""))):
        problem = "`store` holds a password, and this file is there to be shared"
        fix = "Give the URL in CHATHAM_STORE, or the password in PostgreSQL's own ~/.pgpass"
        raise ConsultationError(problem, file=home / "consultation.yaml", place="settings", fix=fix)
    return settings.store if is_url(settings.store) else home / settings.store


def roster_file(folder: Path) -> Path | None:
    """The registration list of a consultation's folder, if there is one."""
    return next((folder / name for name in ("roster.csv", "roster.xlsx") if (folder / name).is_file()), None)


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
